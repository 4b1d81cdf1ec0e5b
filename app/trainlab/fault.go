package trainlab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/data"
	"stridelab/train"
)

// Fault is a refused request, or a failure. The worker reports it, or the page finds it before it
// asks the worker.
type Fault struct {
	train.Fault           // the worker's fault; only the ID is set if the page found it
	page        lang.Text // the sentence, if the page found the fault
}

// pageFault returns a fault that the page found. id is that of the LoadFiles.
func pageFault(id int, sentence lang.Text) Fault {
	return Fault{Fault: train.Fault{ID: id}, page: sentence}
}

// faultOf returns the fault of an error of package data, nn or train.
func faultOf(id int, err error) Fault { return Fault{Fault: train.FaultOf(id, err)} }

// tooLarge returns the fault of files that have total bytes, more than data.MaxBytes.
func tooLarge(id int, total int64) Fault {
	return pageFault(id, text.FilesTooLarge.Fill(ui.Count(total>>20), ui.Count(data.MaxBytes>>20)))
}

// sentence says to a person what is wrong.
func (f Fault) sentence(l lang.Lang) string {
	if f.page != (lang.Text{}) {
		return f.page.In(l)
	}
	if sentence, ok := lang.Fault(l, f.Code, f.Layer, f.Args); ok {
		return sentence
	}
	return text.UnknownFault.With(l, f.Text)
}

// lossTexts returns the sentences on why the worker is lost.
func lossTexts() lab.LossTexts {
	return lab.LossTexts{Load: text.WorkerLoad, Lost: text.WorkerLost, NoWorker: text.NoWorker}
}
