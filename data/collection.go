package data

import "strings"

// Collection is samples that come one by one: digits drawn on the pad, pictures of the camera,
// pictures of files that the browser has decoded. They are kept as bytes.
//
//	Add, AddRGBA ──> Collection ──Source──> a Source of the samples so far
//
// A Source stays as it is when further samples are added.
type Collection struct {
	name    string
	layout  layout
	classes []string
	all     part
	parts   []Part
}

// collectionBlock is how many samples are kept in one piece of memory.
const collectionBlock = 64

// NewCollection returns an empty collection of pictures [c, h, w], c being 1 or 3. name becomes
// Info.Name, such as "drawings", "camera" or "folders". classes are the names of the classes, at
// most 100. It panics on other values.
func NewCollection(name string, c, h, w int, classes []string) *Collection {
	if c != 1 && c != 3 || !isEdge(h) || !isEdge(w) || len(classes) > maxLabel+1 {
		panic(panicCollection)
	}
	return &Collection{name: name, layout: planes(c, h, w), classes: classes}
}

// Len is the number of samples.
func (c *Collection) Len() int { return len(c.all.labels) }

// AddClass adds a class and returns its index. There are at most 100; then it returns -1.
func (c *Collection) AddClass(name string) int {
	if len(c.classes) > maxLabel {
		return -1
	}
	c.classes = append(c.classes[:len(c.classes):len(c.classes)], name)
	return len(c.classes) - 1
}

// Add adds a picture [c, h, w] of values in [0,1]; others are cut off there. It returns an *Error
// where the collection has MaxBytes, and panics on another length or class.
func (c *Collection) Add(picture []float32, class int, part Part) error {
	to, err := c.grow(class, part)
	if err != nil {
		return err
	}
	if len(picture) != len(to) {
		panic(panicDst)
	}
	for i, v := range picture {
		to[i] = byte(min(max(v, 0), 1)*255 + 0.5)
	}
	c.commit(class, part)
	return nil
}

// AddRGBA adds a picture as the browser decodes it: w×h pixels of red, green, blue and opacity.
// What is not opaque is laid on white. The largest rectangle in its middle that has the shape of
// the collection's pictures is brought to their size. It returns an *Error where the collection has
// MaxBytes, and panics on another length or class.
func (c *Collection) AddRGBA(rgba []byte, w, h, class int, part Part) error {
	to, err := c.grow(class, part)
	if err != nil {
		return err
	}
	if w < 1 || h < 1 || len(rgba) != 4*w*h {
		panic(panicDst)
	}
	resize(to, c.layout, rgba, w, h)
	c.commit(class, part)
	return nil
}

// grow returns the memory for one more picture.
func (c *Collection) grow(class int, part Part) ([]byte, error) {
	if class < 0 || class >= len(c.classes) || part > TestPart {
		panic(panicClass)
	}
	size := c.layout.size()
	if (c.Len()+1)*size > MaxBytes {
		return nil, TooLarge(c.name)
	}
	at := c.Len() % c.perBlock()
	if at == 0 {
		c.all.blocks = append(c.all.blocks, block{numbers{kind: uint8s, bytes: make([]byte, c.perBlock()*size)}, 0, size})
	}
	return c.all.blocks[len(c.all.blocks)-1].bytes[at*size:][:size], nil
}

// perBlock is how many samples one block takes; large pictures have one each.
func (c *Collection) perBlock() int { return max(1, min(collectionBlock, 1<<20/c.layout.size())) }

// commit counts the picture for which grow gave the memory.
func (c *Collection) commit(class int, part Part) {
	c.all.blocks[len(c.all.blocks)-1].n++
	c.all.labels, c.parts = append(c.all.labels, byte(class)), append(c.parts, part)
}

// Source returns the samples so far, divided by split, except those that were added with a part.
// All classes are there, with or without samples. Fewer than two samples are an *Error.
func (c *Collection) Source(split Split) (Source, error) {
	n := c.Len()
	if n < 2 {
		return nil, fault(CodeFewSamples, n)
	}
	s := &stored{layout: c.layout, train: part{append([]block(nil), c.all.blocks...), c.all.labels[:n:n]}}
	s.info = Info{
		Name: c.name, C: c.layout.c, H: c.layout.h, W: c.layout.w, Classes: len(c.classes), ClassNames: c.classes,
		Train: n, White: 255,
	}
	var occurs [maxLabel + 1]bool
	for _, class := range s.train.labels {
		occurs[class] = true
	}
	for class := range c.classes {
		if occurs[class] {
			s.info.Labels = append(s.info.Labels, class)
		}
	}
	s.setShares()
	s.info.Look = LookOf(s)
	return divide(s, s.train.labels, c.parts[:n:n], split)
}

// IsGrey reports whether a picture of red, green, blue and opacity has no colours.
func IsGrey(rgba []byte) bool {
	for i := 0; i+3 < len(rgba); i += 4 {
		if rgba[i] != rgba[i+1] || rgba[i] != rgba[i+2] {
			return false
		}
	}
	return true
}

// ClassName is the name of a class as a person typed it: without blanks around it, and no longer
// than most characters.
func ClassName(typed string, most int) string {
	name := []rune(strings.Join(strings.Fields(typed), " "))
	return string(name[:min(len(name), most)])
}

const (
	panicCollection = "data: bad shape or classes of a collection"
	panicClass      = "data: class or part out of range"
)
