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

// A worker holds the samples of one set of files for the next run; a run that is on keeps its
// own. A run on others begins with bringing them there, the learner's own from this computer, a
// server's from there:
//
//	takeFiles ──┐                                             ┌─> filesRead ──> change, configure
//	            ├─> load ──> client, which fetches ──> worker ┤
//	configure ──┘                                             └─> loadFailed

// load is files on their way to the worker; one whose id is 0 is none.
type load struct {
	id      int // of the LoadFiles
	dataset Dataset
	files   fileList // where the dataset is Files
	set     int      // and which of the learner's own they are
	dropped bool     // they become the dataset when they are read
	forRun  bool     // they were asked for by a run, which session.asked describes
	fresh   bool     // and that run would lose nothing
}

// FileProgress says how many bytes of files have come on their way to the next run. The page
// fetches them from the server or reads them from the computer, then the worker reads them.
type FileProgress struct {
	ID          int   // of the LoadFiles
	Fetching    bool  // from the server
	Done, Total int64 // bytes
}

func (l *Lab) onFiles(ctx app.Context, e app.Event) { l.takeFiles(chosenFiles("dataset-file")) }

// takeFiles reads files that were chosen or dropped.
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

// loadFor brings the worker the files of the run that l.asked describes.
func (l *Lab) loadFor() {
	wanted := l.asked.Dataset
	if l.load.id != 0 {
		if l.load.forRun && l.load.dataset == wanted {
			return // they are on their way
		}
		if !l.client.abandon(l.load.id) { // when the worker has read what it has, it is asked again
			l.load.forRun, l.load.dropped = true, false
			return
		}
	}
	l.send(load{dataset: wanted, files: l.files, set: l.set, forRun: true, fresh: l.store.Fresh()})
}

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

// unload gives up files that a run was to begin with which is not wanted any more.
func (l *Lab) unload() {
	if !l.load.forRun {
		return
	}
	if l.load.forRun = false; l.client.abandon(l.load.id) {
		l.load, l.store.Reading = load{}, false
		l.painter.showState()
	}
}

// nextID numbers requests; the pad and the files share the numbers, so that a fault
// belongs to one of them.
func (l *Lab) nextID() int { return max(l.loadID, l.pad.id) + 1 }

// newRunComing reports whether a run is on its way that is to replace the present one.
func (l *Lab) newRunComing() bool { return l.awaiting || l.load.forRun }

// info describes the samples of a dataset that is read from files, as far as is known.
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

// otherFiles reports whether a new run would be made of other files of the learner's own
// than the present one.
func (s *session) otherFiles() bool {
	return s.state.Dataset == Files && s.run.Dataset == Files && s.set != s.runFiles.set
}

// filesRead makes the files that the worker has read the dataset: at once where that loses
// nothing, of the next run where the present one has trained.
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
			l.load, l.loaded = ld, "" // the worker has put them in the place of the files before
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
	case !ld.dropped: // not wanted any more, or to wait for a new run
	case !l.store.HasRun && !l.awaiting && l.store.Ready:
		// The run that these files have forestalled.
		l.state = wanted
		l.Rewrite(false)
		l.configure(wanted)
	case wanted != l.state:
		l.change(wanted)
	case l.store.Fresh() || l.awaiting:
		l.configure(wanted)
	}
}

// loadFailed goes back to the dataset there is; where there is none, to the built-in digits.
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

// trainsOn names the data of the present run.
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
