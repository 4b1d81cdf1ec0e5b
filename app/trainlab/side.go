package trainlab

import (
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/nn"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// renderLesson draws the lesson and its questions.
func (l *Lab) renderLesson() app.UI {
	return app.Section().Class("panel lesson").Body(
		app.H2().Text(l.t(text.LessonTitle)),
		app.P().Text(l.t(text.Lesson1)),
		app.P().Text(l.t(text.Lesson2)),
		app.P().Text(l.t(text.Lesson3)),
		app.P().Text(l.t(text.Lesson4)),
		app.H3().Text(l.t(text.QuestionTitle)),
		app.Div().Class("train-questions").DataSet("test", "questions").Body(
			l.renderQuestion(text.Question, text.Answer),
			l.renderQuestion(text.Question2, text.Answer2),
			l.renderQuestion(text.Question3, text.Answer3),
		),
	)
}

// renderQuestion draws a question, and its answer to be opened.
func (l *Lab) renderQuestion(question, answer lang.Text) app.UI {
	return app.Div().Body(
		app.P().Text(l.t(question)),
		app.Details().Body(
			app.Summary().Text(l.t(text.ShowAnswer)),
			app.P().Text(l.t(answer)),
		),
	)
}

// renderSettings draws the controls of all settings.
func (l *Lab) renderSettings() app.UI {
	locked := l.locked()
	quiet := locked != "" // the reason is given once, above all controls
	number := func(id string, label lang.Text, hint string, value, lo, hi, step float64, integer bool) app.UI {
		return &ui.Number{
			Lang: l.Page.Lang, ID: id, Hook: id, Label: l.t(label), Hint: hint,
			Value: value, Min: lo, Max: hi, Step: step, Integer: integer, Disabled: locked, Quiet: quiet, To: l,
		}
	}
	return app.Section().Class("panel settings").Body(
		app.H2().ID(idSettings).TabIndex(-1).Text(l.t(text.SettingsTitle)),
		shownIf(app.P().Class("train-quiet"), locked),
		&ui.Select{ID: idDataset, Hook: "dataset", Label: l.t(text.Dataset), Hint: l.datasetHint(), Value: string(l.state.Dataset), Options: l.datasetOptions(), Disabled: locked, Quiet: quiet, To: l},
		app.Div().Class("field").Body(
			app.Label().For("dataset-file").Text(l.t(text.ChooseFiles)),
			app.Input().ID("dataset-file").Type("file").Multiple(true).DataSet("test", "dataset-file").
				Disabled(!l.OnPage).Aria("describedby", "dataset-file-note dataset-file-read").OnChange(l.onFiles),
			app.P().ID("dataset-file-note").Class("field-hint").Text(l.t(text.ChooseFilesNote)),
			shownIf(app.P().ID("dataset-file-read").Class("field-hint").DataSet("test", "dataset-file-read"), l.filesShown()),
		),
		&ui.Select{ID: idNet, Hook: "network", Label: l.t(text.Network), Value: string(l.state.Net), Options: l.netOptions(), Disabled: locked, Quiet: quiet, To: l},
		&ui.Segmented{ID: idPool, Hook: "pooling", Label: l.t(text.Pooling), Value: string(l.state.Pool), Disabled: locked, Quiet: quiet, To: l, Options: l.poolOptions()},
		&ui.Select{ID: idOpt, Hook: "optimizer", Label: l.t(text.Optimizer), Hint: constants(nn.DefaultOptimizer(l.state.optimizerKind())), Value: string(l.state.Optimizer), Disabled: locked, Quiet: quiet, To: l, Options: []ui.Option{
			{Value: string(SGD), Label: l.t(text.SGD)},
			{Value: string(Momentum), Label: l.t(text.Momentum)},
			{Value: string(RMSProp), Label: l.t(text.RMSProp)},
			{Value: string(Adam), Label: l.t(text.Adam)},
		}},
		app.Div().Class("fields").Body(
			number(idRate, text.LearningRate, l.t(text.LearningRateLive), l.state.LearningRate, MinLearningRate, MaxLearningRate, 0, false),
			number(idBatch, text.BatchSize, "", float64(l.state.Batch), 1, MaxBatch, 1, true),
			number(idSeed, text.Seed, l.t(text.SeedNote), float64(l.state.Seed), 0, MaxSeed, 1, true),
			&ui.Select{ID: idInit, Hook: "init", Label: l.t(text.Init), Value: string(l.state.Init), Disabled: locked, Quiet: quiet, To: l, Options: []ui.Option{
				{Value: string(InitHe), Label: l.t(text.InitHe)},
				{Value: string(InitXavier), Label: l.t(text.InitXavier)},
				{Value: string(InitLeCun), Label: l.t(text.InitLeCun)},
			}},
			number(idWorkers, text.Workers, l.t(text.WorkersNote, l.cores), float64(l.workers), 1, float64(max(l.cores, l.workers)), 1, true),
		),
		app.Div().Class("buttons").Body(
			ui.Button(ui.ButtonProps{ID: "reset-all", Hook: "reset-all", Label: l.t(text.ApplyReset), Disabled: locked}, l.onDefaults),
		),
	)
}

// shownIf returns a paragraph with a sentence, or a hidden one without. Hidden(false) does not
// work: it prerenders as hidden="false", which hides.
func shownIf(p app.HTMLP, sentence string) app.UI {
	if sentence == "" {
		p = p.Hidden(true)
	}
	return p.Text(sentence)
}

// datasetOptions returns the datasets to choose from. The learner's own files are one only if there
// are some.
func (l *Lab) datasetOptions() []ui.Option {
	options := []ui.Option{
		{Value: string(DigitsColour), Label: l.t(text.DigitsColour)},
		{Value: string(DigitsGrey), Label: l.t(text.DigitsGrey)},
	}
	if l.own.Classes > 0 || l.state.Dataset == Files {
		options = append(options, ui.Option{Value: string(Files), Label: l.t(text.OwnFiles)})
	}
	return append(options, l.servedOptions()...)
}

// datasetHint describes the chosen dataset, if it is known. It also says if the server's list could
// not be read.
func (l *Lab) datasetHint() string {
	i, hint := l.store.Dataset.Info, ""
	if l.state.Dataset.FromFiles() {
		i = l.info(l.state.Dataset)
	} else if l.store.Dataset.Kind != l.state.datasetKind() {
		i.Classes = 0
	}
	switch {
	case i.Classes == 0:
	case i.Endless:
		hint = l.t(text.DatasetMade, i.H, i.W, i.C, ui.Count(int64(i.Train)), ui.Count(int64(i.Test)))
	default:
		hint = l.t(dataText.Read, i.H, i.W, i.C, classesOf(l.Page.Lang, i), ui.Count(int64(i.Train)), ui.Count(int64(i.Test)))
	}
	if hint != "" {
		hint = join(hint, warnings(l.Page.Lang, i))
		hint = join(hint, l.fitted(l.state, i.C, i.H, i.W))
	}
	if l.server.unlisted {
		hint = join(hint, l.t(text.ServedUnlisted))
	}
	return hint
}

// netOptions returns the networks to choose from. A custom network is one only if a link has
// brought it.
func (l *Lab) netOptions() []ui.Option {
	options := []ui.Option{
		{Value: string(NetLeNet), Label: l.t(text.NetLeNet)},
		{Value: string(NetLeNet6), Label: l.t(text.NetLeNet6)},
		{Value: string(NetLeNet5), Label: l.t(text.NetLeNet5)},
		{Value: string(NetGAP), Label: l.t(text.NetGAP)},
	}
	if l.state.Net == NetCustom || l.custom != "" {
		options = append(options, ui.Option{Value: string(NetCustom), Label: l.t(text.NetCustom)})
	}
	return options
}

// renderNetwork draws the table of the network's layers.
func (l *Lab) renderNetwork() app.UI {
	rows, err := l.state.Spec(l.state.outputs(l.info(l.state.Dataset))).Table()
	total := int64(0)
	body := make([]app.UI, 0, len(rows)+1)
	for _, r := range rows {
		total += r.Params
		kernel, _ := l.how(rows, r.Layer)
		body = append(body, app.Tr().DataSet("test", "layer-row").DataSet("layer", r.Name).DataSet("kernel", string(kernel)).
			DataSet("shape", r.Shape.String()).DataSet("size", r.Size).DataSet("params", r.Params).Body(
			app.Th().Attr("scope", "row").Text(l.rowName(r)),
			app.Td().Text(r.Shape.String()),
			app.Td().Class("num").Text(ui.Count(r.Size)),
			app.Td().Class("num").Text(ui.Count(r.Params)),
		))
	}
	body = append(body, app.Tr().Class("table-total").Body(
		app.Th().Attr("scope", "row").ColSpan(3).Text(l.t(text.TableTotal)),
		app.Td().Class("num").DataSet("test", "total-params").Text(ui.Count(total)),
	))
	note := l.t(text.TableNote)
	if err != nil {
		note = err.Error()
	}
	return app.Section().Class("panel").Body(
		app.H2().Text(l.t(text.NetworkTitle)),
		app.Div().Class("table-scroll").TabIndex(0).Attr("role", "region").Aria("label", l.t(text.NetworkTitle)).Body(
			app.Table().Body(
				app.THead().Body(app.Tr().Body(
					app.Th().Attr("scope", "col").Text(l.t(text.TableLayer)),
					app.Th().Attr("scope", "col").Text(l.t(text.TableShape)),
					app.Th().Attr("scope", "col").Class("num").Text(l.t(text.TableSize)),
					app.Th().Attr("scope", "col").Class("num").Text(l.t(text.TableParams)),
				)),
				app.TBody().Body(body...),
			),
		),
		app.P().Class("figure-note").Text(note),
		l.renderHow(rows),
	)
}

// renderHow draws a closed section on how the worker computes the layers of the present run.
func (l *Lab) renderHow(rows []nn.Row) app.UI {
	note := l.howNote(len(rows) - 1)
	if note == "" {
		return app.Details().Hidden(true)
	}
	var items []app.UI
	for _, r := range rows {
		if r.Layer >= 0 {
			_, how := l.how(rows, r.Layer)
			items = append(items, app.Li().Text(r.Name+": "+how))
		}
	}
	return app.Details().Class("train-how").DataSet("test", "how").Body(
		app.Summary().Text(l.t(text.HowTitle)),
		app.Ul().Class("figure-note").Body(items...),
		app.P().Class("figure-note").Text(note),
	)
}

// poolOptions returns the poolings to choose from. The third one is for a custom network, which may
// mix max and average.
func (l *Lab) poolOptions() []ui.Option {
	options := []ui.Option{{Value: string(PoolMax), Label: l.t(text.PoolMax)}, {Value: string(PoolAverage), Label: l.t(text.PoolAverage)}}
	if l.state.Net == NetCustom || l.state.Pool == PoolNet {
		options = append(options, ui.Option{Value: string(PoolNet), Label: l.t(text.PoolNet)})
	}
	return options
}
