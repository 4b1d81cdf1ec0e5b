package trainlab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/data"
	"stridelab/train"
)

// Codes of faults that the page finds itself before the worker is asked.
const (
	codeFilesTooLarge   = "page-files-too-large"
	codeFilesUnreadable = "page-files-unreadable" // file
	codeNoGzip          = "page-no-gzip"          // file
	codeServedUnlisted  = "page-served-unlisted"
	codeServedGone      = "page-served-gone"      // folder
	codeServedUnfetched = "page-served-unfetched" // file
)

// tooLarge is the fault of files of so many bytes.
func tooLarge(id int, total int64) train.Fault {
	return train.Fault{ID: id, Code: codeFilesTooLarge, Args: []string{ui.Count(total >> 20), ui.Count(data.MaxBytes >> 20)}}
}

// lossTexts say why the worker is gone.
func lossTexts() lab.LossTexts {
	return lab.LossTexts{Load: text.WorkerLoad, Lost: text.WorkerLost, NoWorker: text.NoWorker}
}

// faultText is the sentence for a fault, in the language asked for.
func faultText(l lang.Lang, f train.Fault) string {
	args := make([]any, len(f.Args))
	for i, a := range f.Args {
		args[i] = a
	}
	switch f.Code {
	case codeFilesTooLarge:
		return text.FilesTooLarge.With(l, args...)
	case codeFilesUnreadable:
		return text.FilesUnreadable.With(l, args...)
	case codeNoGzip:
		return text.NoGzip.With(l, args...)
	case codeServedUnlisted:
		return text.ServedUnlisted.In(l)
	case codeServedGone:
		return servedText(text.ServedGone, f.Args[0]).In(l)
	case codeServedUnfetched:
		return text.ServedUnfetched.With(l, args...)
	}
	if sentence, ok := lang.Fault(l, f.Code, f.Layer, f.Args); ok {
		return sentence
	}
	return text.UnknownFault.With(l, f.Text)
}
