package trainlab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/data"
	"stridelab/train"
)

// Fault is a request that was refused, or a failure. The worker tells the page, or the page
// finds it before it asks the worker.
type Fault struct {
	train.Fault           // of the worker; of a fault that the page finds, the ID alone
	page        lang.Text // the sentence of a fault that the page finds
}

// pageFault returns a fault that the page finds. id is that of the LoadFiles.
func pageFault(id int, sentence lang.Text) Fault {
	return Fault{Fault: train.Fault{ID: id}, page: sentence}
}

// faultOf returns the fault of an error of data, nn or train.
func faultOf(id int, err error) Fault { return Fault{Fault: train.FaultOf(id, err)} }

// tooLarge returns the fault of files of so many bytes.
func tooLarge(id int, total int64) Fault {
	return pageFault(id, text.FilesTooLarge.Fill(ui.Count(total>>20), ui.Count(data.MaxBytes>>20)))
}

// sentence is what a person reads, in a language.
func (f Fault) sentence(l lang.Lang) string {
	if f.page != (lang.Text{}) {
		return f.page.In(l)
	}
	if sentence, ok := lang.Fault(l, f.Code, f.Layer, f.Args); ok {
		return sentence
	}
	return text.UnknownFault.With(l, f.Text)
}

// lossTexts say why the worker is gone.
func lossTexts() lab.LossTexts {
	return lab.LossTexts{Load: text.WorkerLoad, Lost: text.WorkerLost, NoWorker: text.NoWorker}
}
