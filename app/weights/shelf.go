package weights

import (
	"errors"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/nn/weightfile"
)

// Shelf holds the weights there are.
type Shelf struct {
	shipped map[Name]*Trained
	waiting map[Name][]func(*Trained, error) // for a file that is on its way
	visit   map[string]*Trained              // by net's text form
	rev     int
	onKeep  map[int]func()
	lastID  int
}

// NewShelf is an empty shelf.
func NewShelf() *Shelf {
	return &Shelf{shipped: map[Name]*Trained{}, waiting: map[Name][]func(*Trained, error){}, visit: map[string]*Trained{}, onKeep: map[int]func(){}}
}

// Fetch gets a file that comes with Stridelab, over the network the first time, and calls
// done with it, or with an error that Sentence words. done is called once, outside of
// go-app and on the page's thread, where the file is there already before Fetch returns.
// Where the page is prerendered nothing is fetched and done is not called.
func (s *Shelf) Fetch(name Name, done func(*Trained, error)) {
	if t := s.shipped[name]; t != nil {
		done(t, nil)
		return
	}
	s.waiting[name] = append(s.waiting[name], done)
	if len(s.waiting[name]) > 1 {
		return
	}
	fetch(lang.Path(lang.En, name.Path()), func(b []byte, err error) {
		t, err := read(b, err)
		if err == nil {
			s.rev++
			t.rev = s.rev
			s.shipped[name] = t
		}
		waiting := s.waiting[name]
		delete(s.waiting, name)
		for _, done := range waiting {
			done(t, err)
		}
	})
}

// read makes sense of a fetched file.
func read(b []byte, err error) (*Trained, error) {
	if err != nil {
		return nil, err
	}
	f, err := weightfile.Read(b)
	if err != nil {
		return nil, err
	}
	return &Trained{File: f, Origin: Shipped, Bytes: len(b)}, nil
}

// Add puts a file that comes with Stridelab on the shelf, for who has it at hand: the server,
// whose prerendered pages show what the nets make of things.
func (s *Shelf) Add(name Name, file []byte) error {
	t, err := read(file, nil)
	if err == nil {
		s.shipped[name] = t
	}
	return err
}

// Shipped is a file that has been fetched before, nil otherwise.
func (s *Shelf) Shipped(name Name) *Trained { return s.shipped[name] }

// Keep puts weights trained in this visit on the shelf, in place of older ones of the
// same net.
func (s *Shelf) Keep(net nn.Spec, params []float32, about weightfile.About) {
	s.rev++
	t := &Trained{File: weightfile.File{Net: net.Normal(), Params: params, About: about}, Origin: ThisVisit, rev: s.rev}
	s.visit[t.Net.String()] = t
	for _, f := range s.onKeep {
		f()
	}
}

// OnKeep has f called after each Keep, until release.
func (s *Shelf) OnKeep(f func()) (release func()) {
	s.lastID++
	id := s.lastID
	s.onKeep[id] = f
	return func() { delete(s.onKeep, id) }
}

// Visit is what was kept for a net, nil where there is nothing.
func (s *Shelf) Visit(net nn.Spec) *Trained { return s.visit[net.Normal().String()] }

// errFetch is that a file could not be had.
var errFetch = errors.New("the file could not be fetched")

// Sentence is why weights could not be had, for a person.
func Sentence(l lang.Lang, err error) string {
	var wrong *weightfile.Error
	if errors.As(err, &wrong) {
		if sentence, ok := lang.Fault(l, string(wrong.Code), "", wrong.Words()); ok {
			return sentence
		}
	}
	return notFetched().In(l)
}

func notFetched() lang.Text {
	return lang.Text{
		lang.En: "The trained weights could not be fetched: check the connection and try again.",
		lang.Ko: "훈련된 가중치를 가져오지 못했습니다. 연결을 확인하고 다시 시도해 주세요.",
	}
}
