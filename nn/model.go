package nn

// Model signatures; bodies follow.

type Param struct {
	Name          string
	Shape         []int
	Data, Grad    []float32
	FanIn, FanOut int
}

type Model struct {
	spec Spec
}

func New(spec Spec, maxBatch int) (*Model, error) { panic("nn: not yet") }
func (m *Model) Spec() Spec                        { panic("nn: not yet") }
func (m *Model) MaxBatch() int                     { panic("nn: not yet") }
func (m *Model) Params() []float32                 { panic("nn: not yet") }
func (m *Model) Grads() []float32                  { panic("nn: not yet") }
func (m *Model) ParamList() []Param                { panic("nn: not yet") }
func (m *Model) Init(kind InitKind, seed uint64)   { panic("nn: not yet") }
func (m *Model) SeedDropout(seed uint64)           { panic("nn: not yet") }
func (m *Model) Forward(x Tensor, train bool) Tensor {
	panic("nn: not yet")
}
func (m *Model) Loss(labels []int, scale float32) (sum float64, correct int) { panic("nn: not yet") }
func (m *Model) Probs() Tensor                                               { panic("nn: not yet") }
func (m *Model) Backward()                                                   { panic("nn: not yet") }
func (m *Model) ZeroGrads()                                                  { panic("nn: not yet") }
func (m *Model) Output(layer int) Tensor                                     { panic("nn: not yet") }
func Accelerate() string                                                     { panic("nn: not yet") }
