package train

// GetWeights asks for the weights that the run has now, after its last whole minibatch. The
// answer is Weights, or a Fault with the same ID if there is no run.
type GetWeights struct{ ID int }

// Append implements Message.
func (m GetWeights) Append(dst []byte) []byte {
	return appendInt(appendHead(dst, kindGetWeights), m.ID)
}

// Weights answers GetWeights.
type Weights struct {
	ID     int
	Net    string    // the network of the run, as nn.Spec.String writes it
	Step   int       // minibatches that the weights were trained on
	Seen   int       // samples that they were trained on
	Params []float32 // in the order of nn.Model.Params
}

// Append implements Message.
func (m Weights) Append(dst []byte) []byte {
	dst = appendHead(dst, kindWeights)
	dst = appendInt(dst, m.ID)
	dst = appendString(dst, m.Net)
	dst = appendInt(dst, m.Step)
	dst = appendUint64(dst, uint64(m.Seen))
	return appendFloats(dst, m.Params)
}

func readWeights(r *reader) Message {
	return Weights{ID: r.int(), Net: r.string(), Step: r.int(), Seen: int(r.size()), Params: r.floats()}
}

// SetWeights begins the run anew at step 0 with these weights. Reset goes back to those
// drawn from the seed. The answer is a Snapshot with another Run. It is a Fault with the
// same ID if the network has another number of weights or if one of these is no finite
// number; then nothing has changed.
type SetWeights struct {
	ID     int
	Params []float32 // in the order of nn.Model.Params
}

// Append implements Message.
func (m SetWeights) Append(dst []byte) []byte {
	return appendFloats(appendInt(appendHead(dst, kindSetWeights), m.ID), m.Params)
}

func (GetWeights) kind() kind { return kindGetWeights }
func (Weights) kind() kind    { return kindWeights }
func (SetWeights) kind() kind { return kindSetWeights }
