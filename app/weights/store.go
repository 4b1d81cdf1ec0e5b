package weights

import (
	"errors"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/nn/weightfile"
)

// Store holds trained weights.
type Store struct {
	shipped map[Name]*Trained
	waiting map[Name][]func(*Trained, error) // called when the file has been fetched, or cannot be
	visit   map[string]*Trained              // by the text form of their net
	rev     int                              // rev of the newest weights from Fetch or Keep
	onKeep  map[int]func()
	lastID  int
}

// NewStore returns an empty store.
func NewStore() *Store {
	return &Store{shipped: map[Name]*Trained{}, waiting: map[Name][]func(*Trained, error){}, visit: map[string]*Trained{}, onKeep: map[int]func(){}}
}

// Fetch gets the weights of a file that comes with Stridelab. The first time it fetches the file.
// It calls done once, with the weights, or with an error for Sentence. The call is on the page's
// thread but not in one of go-app's dispatches. If the store has the weights already, the call
// comes before Fetch returns. On a prerendered page Fetch does not call done.
func (s *Store) Fetch(name Name, done func(*Trained, error)) {
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

// read decodes a fetched file; err is the error of the fetch.
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

// Add adds a file that comes with Stridelab. It returns the error of weightfile.Read. The server
// calls it before it renders pages, because they show results of the networks.
func (s *Store) Add(name Name, file []byte) error {
	t, err := read(file, nil)
	if err == nil {
		s.shipped[name] = t
	}
	return err
}

// Shipped returns the weights of a file, or nil where it has not been fetched or added.
func (s *Store) Shipped(name Name) *Trained { return s.shipped[name] }

// Keep adds weights trained in this visit. They replace older ones of the same net.
func (s *Store) Keep(net nn.Spec, params []float32, about weightfile.About) {
	s.rev++
	t := &Trained{File: weightfile.File{Net: net.Normal(), Params: params, About: about}, Origin: ThisVisit, rev: s.rev}
	s.visit[t.Net.String()] = t
	for _, f := range s.onKeep {
		f()
	}
}

// OnKeep registers f to be called after each Keep, until release.
func (s *Store) OnKeep(f func()) (release func()) {
	s.lastID++
	id := s.lastID
	s.onKeep[id] = f
	return func() { delete(s.onKeep, id) }
}

// Visit returns the weights that Keep added for a net, or nil.
func (s *Store) Visit(net nn.Spec) *Trained { return s.visit[net.Normal().String()] }

// errFetch is the error of a file that could not be fetched.
var errFetch = errors.New("the file could not be fetched")

// Sentence says to a person why weights could not be fetched or read. err is one that Fetch has
// passed to done.
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
