package train

// Predict asks the network of the run to classify an image, such as the one on the drawing
// pad. The image is adapted to the input of the network as a dataset is (data.Adapt): a grey
// 28×28 image is fine for a 32×32×3 network. The answer is a Prediction or a Fault, with the
// same ID.
type Predict struct {
	ID      int
	C, H, W int
	Pixels  []float32 // [C*H*W], values in [0,1]
	Maps    bool      // the answer carries the image as the network got it, and its feature maps
}

// Append implements Message.
func (m Predict) Append(dst []byte) []byte {
	dst = appendHead(dst, kindPredict)
	dst = appendInt(dst, m.ID)
	dst = appendInt(dst, m.C)
	dst = appendInt(dst, m.H)
	dst = appendInt(dst, m.W)
	dst = appendFloats(dst, m.Pixels)
	return appendBool(dst, m.Maps)
}

func readPredict(r *reader) Message {
	m := Predict{ID: r.int(), C: r.int(), H: r.int(), W: r.int(), Pixels: r.floats(), Maps: r.bool()}
	if !fits(m.C, m.H, m.W, len(m.Pixels)) {
		r.failed = true
	}
	return m
}

// Prediction answers a Predict.
type Prediction struct {
	ID    int
	Step  int       // minibatches that the weights had been trained on
	Probs []float32 // [classes], sum 1
	Image Volume    // as the input of the network; empty unless Predict.Maps
	Maps  []Volume  // as in a Snapshot; empty unless Predict.Maps
}

// Append implements Message.
func (m Prediction) Append(dst []byte) []byte {
	dst = appendHead(dst, kindPrediction)
	dst = appendInt(dst, m.ID)
	dst = appendInt(dst, m.Step)
	dst = appendFloats(dst, m.Probs)
	dst = appendVolume(dst, m.Image)
	return appendVolumes(dst, m.Maps)
}

func (Predict) kind() kind    { return kindPredict }
func (Prediction) kind() kind { return kindPrediction }
