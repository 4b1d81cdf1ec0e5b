package train

import "stridelab/nn"

func (c Config) append(dst []byte) []byte {
	dst = appendString(dst, c.Net.String())
	dst = appendByte(dst, byte(c.Dataset))
	dst = appendByte(dst, byte(c.Init))
	dst = appendInt(dst, c.Batch)
	dst = appendInt(dst, c.Epochs)
	dst = appendUint64(dst, c.Seed)
	dst = appendInt(dst, c.Workers)
	o := c.Optimizer
	dst = appendByte(dst, byte(o.Kind))
	for _, v := range [...]float64{
		o.LearningRate, o.Momentum, o.Alpha, o.Beta1, o.Beta2, o.Epsilon, o.WeightDecay,
	} {
		dst = appendFloat64(dst, v)
	}
	return dst
}

// config reads what append wrote. The net travels in its text form; one that
// cannot be parsed makes the message unreadable, as the page writes it with
// nn.Spec.String. Whether the stack fits and the run is possible is for
// Validate to say.
func (r *reader) config() Config {
	var c Config
	net, err := nn.ParseSpec(r.string())
	if e, ok := err.(*nn.StackError); ok && (e.Code == nn.CodeSyntax || e.Code == nn.CodeNoInput || e.Code == nn.CodeTooMany) {
		r.failed = true
		return c
	}
	c.Net = net
	c.Dataset = DatasetKind(r.enum(int(datasetKinds)))
	c.Init = nn.InitKind(r.byte())
	c.Batch = r.int()
	c.Epochs = r.int()
	c.Seed = r.uint64()
	c.Workers = r.int()
	o := &c.Optimizer
	o.Kind = nn.OptimizerKind(r.byte())
	for _, p := range [...]*float64{
		&o.LearningRate, &o.Momentum, &o.Alpha, &o.Beta1, &o.Beta2, &o.Epsilon, &o.WeightDecay,
	} {
		*p = r.float64()
	}
	return c
}
