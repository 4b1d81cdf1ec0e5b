package trainlab

import (
	"strings"

	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/data"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A worker holds the samples of one set of files for the next run. The present run keeps its own
// samples. Before a run on other files begins, the files are brought to the worker: the learner's
// own from this computer, the others from the server.
//
//	takeFiles ──┐                                             ┌─> filesRead ──> change, configure
//	            ├─> load ──> client, which fetches ──> worker ┤
//	configure ──┘                                             └─> loadFailed

// load describes the files that are on their way to the worker. With id 0 there are none.
type load struct {
	id      int // of the LoadFiles
	dataset Dataset
	files   fileList // if the dataset is Files
	set     int      // which of the learner's own files they are, see ownFiles
	dropped bool     // the learner gave them; they become the dataset when they are read
	forRun  bool     // a run needs them: the one that session.asked describes
	fresh   bool     // that run loses nothing, so it begins without a question
}

// FileProgress says how many bytes of files have been read for the next run. The page fetches the
// files from the server or from the computer; then the worker reads them.
type FileProgress struct {
	ID          int   // of the LoadFiles
	Fetching    bool  // the page is fetching them from the server
	Done, Total int64 // bytes
}

func (l *Lab) onFiles(ctx app.Context, e app.Event) { l.takeFiles(chosenFiles("dataset-file")) }

// takeFiles begins to read files that were chosen or dropped.
func (l *Lab) takeFiles(files fileList) {
	if files.len() == 0 {
		refused := text.DropNothing
		if folders := files.folders(); len(folders) > 0 {
			refused = dataText.Folder.Fill(folders[0])
		}
		l.refuse(notice{kind: ui.Error, text: refused, data: true})
		return
	}
	if l.lost != trainer.NotLost {
		return
	}
	if l.load.id != 0 && !l.client.abandon(l.load.id) {
		busy := faultOf(0, &train.Error{Code: train.CodeBusy})
		l.refuse(notice{kind: ui.Error, fault: &busy, data: true})
		return
	}
	l.notice = notice{}
	l.send(load{dataset: Files, files: files, dropped: true})
}

// loadFor brings the worker the files for the run that l.asked describes.
func (l *Lab) loadFor() {
	wanted := l.asked.Dataset
	if l.load.id != 0 {
		if l.load.forRun && l.load.dataset == wanted {
			return // they are on their way already
		}
		// The worker answers for these files first. Then filesRead or loadFailed configures the
		// run.
		if !l.client.abandon(l.load.id) {
			l.load.forRun, l.load.dropped = true, false
			return
		}
	}
	l.send(load{dataset: wanted, files: l.files, set: l.set, forRun: true, fresh: l.store.Fresh()})
}

// send gives files a new id and brings them to the worker.
func (l *Lab) send(ld load) {
	l.loadID = l.nextID()
	ld.id = l.loadID
	if ld.dropped {
		ld.set = ld.id
	}
	l.load = ld
	if folder, ok := ld.dataset.Folder(); ok {
		l.fetchServed(ld.id, folder)
		return
	}
	l.client.loadFiles(ld.id, ld.files)
}

// unload gives up the files of a run that is no longer wanted.
func (l *Lab) unload() {
	if !l.load.forRun {
		return
	}
	if l.load.forRun = false; l.client.abandon(l.load.id) {
		l.load, l.store.Reading = load{}, false
		l.painter.showState()
	}
}

// nextID returns the id of the next request. The pad and the files share the ids, so that a fault
// belongs to one request only.
func (l *Lab) nextID() int { return max(l.loadID, l.pad.id) + 1 }

// newRunComing reports whether a new run is on its way: asked for, or waiting for its files.
func (l *Lab) newRunComing() bool { return l.awaiting || l.load.forRun }

// info describes a dataset that is read from files, as far as it is known.
func (s *session) info(d Dataset) data.Info {
	switch d {
	case Files:
		return s.own
	case s.loaded:
		return s.store.Files
	}
	return data.Info{}
}

// has reports whether the worker has read the files of a dataset.
func (s *session) has(d Dataset) bool {
	return d == s.loaded && (d != Files || s.loadedSet == s.set)
}

// otherFiles reports whether the learner's own files that the controls show are not those of the
// present run.
func (s *session) otherFiles() bool {
	return s.state.Dataset == Files && s.run.Dataset == Files && s.set != s.runFiles.set
}

// filesRead makes the files that the worker has read the dataset. A run on them begins at once if
// that loses nothing; otherwise they wait for a new run.
func (l *Lab) filesRead() {
	ld, info := l.load, l.store.Files
	l.load, l.loaded, l.loadedSet = load{}, ld.dataset, ld.set
	wanted := l.state
	if ld.forRun {
		wanted = l.asked
	}
	elsewhere := ld.forRun && l.asked.Dataset != ld.dataset // another was chosen meanwhile
	if wanted.Dataset = ld.dataset; (ld.dropped || ld.forRun) && !elsewhere {
		if err := wanted.misfit(info); err != nil {
			f := faultOf(ld.id, err)
			l.load, l.loaded = ld, "" // the worker has replaced the files before by these
			l.refuse(notice{kind: ui.Error, fault: &f, data: true})
			l.loadFailed()
			return
		}
		l.refusal = notice{}
	}
	read := text.FilesRead.Fill(ui.Count(int64(info.Train)), ui.Count(int64(info.Test)))
	if folder, ok := ld.dataset.Folder(); ok {
		read = servedText(text.ServedRead, folder, ui.Count(int64(info.Train)), ui.Count(int64(info.Test)))
	} else if ld.dropped {
		l.ownFiles = ownFiles{ld.set, ld.files, ld.files.names(), info}
	}
	plain := read
	read = lang.Make(func(l lang.Lang) string {
		said := join(plain.In(l), leftOut(l, append(ld.files.folders(), info.LeftOut...)))
		return join(said, warnings(l, info))
	})
	if ld.dropped || ld.forRun && l.notice == (notice{}) {
		l.notice = notice{text: read}
	}
	switch {
	case elsewhere, ld.forRun && (!ld.fresh || l.store.Fresh()):
		l.configure(l.asked)
	case !ld.dropped: // they are no longer wanted, or the learner has to agree first
	case !l.store.HasRun && !l.awaiting && l.store.Ready:
		// These files came before the first run.
		l.state = wanted
		l.Rewrite(false)
		l.configure(wanted)
	case wanted != l.state:
		l.change(wanted)
	case l.store.Fresh() || l.awaiting:
		l.configure(wanted)
	}
}

// loadFailed goes back to the dataset of the present run, or to the built-in digits if there is no
// run.
func (l *Lab) loadFailed() {
	ld := l.load
	l.load = load{}
	switch {
	case l.lost != trainer.NotLost || l.awaiting:
	case ld.forRun && l.asked.Dataset != ld.dataset: // another was chosen meanwhile
		l.configure(l.asked)
	case ld.forRun || !l.store.HasRun:
		if l.state.Dataset = l.run.Dataset; !l.store.HasRun {
			l.state.Dataset = DigitsColour
			l.refusal.standIn = true
		}
		l.Rewrite(false)
		if l.store.Fresh() && (!l.store.HasRun || NeedsNewRun(l.run, l.state)) {
			l.configure(l.state)
		}
	}
}

// trainsOn names the data that the present run trains on.
func (l *Lab) trainsOn() string {
	switch folder, served := l.run.Dataset.Folder(); {
	case served:
		return folderName(l.Page.Lang, folder)
	case l.run.Dataset == Files:
		return strings.Join(l.runFiles.fileNames, ", ")
	case l.run.Dataset == DigitsGrey:
		return l.t(text.DigitsGrey)
	}
	return l.t(text.DigitsColour)
}
