package train

import (
	"math"

	"stridelab/nn"
)

// Weights in and out of a run, beside its course: what a page shows, keeps and
// starts from.

// GetWeights asks for the weights the run has now, after its last whole
// minibatch. The answer is Weights, or a Fault with the same ID where there is
// no run.
type GetWeights struct{ ID int }

// Append implements Message.
func (m GetWeights) Append(dst []byte) []byte { return appendInt(begin(dst, kindGetWeights), m.ID) }

// Weights answers GetWeights.
type Weights struct {
	ID     int
	Net    string    // nn.Spec.String of the run's net
	Step   int       // after which they are these
	Seen   int       // samples trained on until then
	Params []float32 // as nn.Model.Params has them
}

// Append implements Message.
func (m Weights) Append(dst []byte) []byte {
	dst = begin(dst, kindWeights)
	dst = appendInt(dst, m.ID)
	dst = appendString(dst, m.Net)
	dst = appendInt(dst, m.Step)
	dst = appendUint64(dst, uint64(m.Seen))
	return appendFloats(dst, m.Params)
}

// SetWeights begins the run anew at step 0 with these weights in place of those
// drawn from the seed, which Reset brings back. The answer is a Snapshot with
// another Run; or, where the run's net has another number of weights or one of
// these is no number, a Fault with the same ID, and nothing has changed.
type SetWeights struct {
	ID     int
	Params []float32
}

// Append implements Message.
func (m SetWeights) Append(dst []byte) []byte {
	return appendFloats(appendInt(begin(dst, kindSetWeights), m.ID), m.Params)
}

func (GetWeights) kind() kind { return kindGetWeights }
func (Weights) kind() kind    { return kindWeights }
func (SetWeights) kind() kind { return kindSetWeights }

func (r *reader) weights() Weights {
	return Weights{ID: r.int(), Net: r.string(), Step: r.int(), Seen: int(r.size()), Params: r.floats()}
}

// InitSeed is the seed with which nn.Model.Init draws the first weights of a run
// of a Config.Seed, for who wants the same without a Session.
func InitSeed(seed uint64) uint64 { return mix(seed, forInit) }

// Weights are the run's weights after its last whole minibatch, with ID 0. Params
// is the model's own memory: it changes as the run goes on.
func (s *Session) Weights() Weights {
	return Weights{Net: s.cfg.Net.String(), Step: s.step, Seen: s.Seen(), Params: s.model.Params()}
}

// setWeights stands s at step 0 with params, of which it keeps a copy.
func (s *Session) setWeights(params []float32) error {
	if err := checkWeights(params, len(s.model.Params())); err != nil {
		return err
	}
	s.Reset()
	copy(s.model.Params(), params)
	s.good.save(s)
	return nil
}

// checkWeights says why params cannot be the want weights of a net.
func checkWeights(params []float32, want int) error {
	if len(params) != want {
		return &Error{Code: CodeWeights, Args: []any{len(params), want}}
	}
	for _, p := range params {
		if math.IsNaN(float64(p)) || math.IsInf(float64(p), 0) {
			return &Error{Code: CodeNoNumber}
		}
	}
	return nil
}

// getWeights answers GetWeights.
func (d *Desk) getWeights(m GetWeights) {
	s := d.session
	if s == nil {
		d.refuse(m.ID, &Error{Code: CodeNoRun})
		return
	}
	w := s.Weights()
	w.ID = m.ID
	d.post(w)
}

// setWeights answers SetWeights.
func (d *Desk) setWeights(m SetWeights) {
	if d.session == nil {
		d.refuse(m.ID, &Error{Code: CodeNoRun})
		return
	}
	if err := d.session.setWeights(m.Params); err != nil {
		d.refuse(m.ID, err)
		return
	}
	d.meter, d.keeping.changed = meter{}, true
	d.gather(true)
	d.postSnapshot()
}

// model is the net of a text form with these weights in it, for batches of n.
func modelOf(net string, params []float32, n func([]nn.Row) int) (*nn.Model, error) {
	spec, err := nn.ParseSpec(net)
	if err != nil {
		return nil, err
	}
	rows, err := spec.Table()
	if err != nil {
		return nil, err
	}
	if err := checkSize(rows); err != nil {
		return nil, err
	}
	model, err := nn.New(spec, n(rows))
	if err != nil {
		return nil, err
	}
	if err := checkWeights(params, len(model.Params())); err != nil {
		return nil, err
	}
	copy(model.Params(), params)
	return model, nil
}
