package train

import (
	"bytes"
	"time"

	"stridelab/data"
	"stridelab/internal/sentence"
)

// Peer is a worker that helps a desk: it does its share of each round of the
// run the desk invites it to. Like Desk it is all of such a worker that is not
// JavaScript, with the same loop around it.
//
// A Peer is not safe for use by several goroutines.
type Peer struct {
	clock func() time.Duration
	send  func([]byte)           // to the desk
	part  func(to int, b []byte) // to a worker of the crew

	mail    mail
	session *Session
	members []int  // of the crew
	me      int    // place in it
	about   []byte // what session was made from: files and Config, encoded

	making  making
	reading *reading
	files   data.Source
	filesID int
	out     []byte
}

// NewPeer makes a peer that reads the time from clock, answers the desk through
// send, and sends parts to the worker of an id through part. Neither may keep
// the bytes it is given.
func NewPeer(clock func() time.Duration, send func([]byte), part func(to int, b []byte)) *Peer {
	return &Peer{clock: clock, send: send, part: part}
}

// Hello announces the peer; it has to be the first message.
func (p *Peer) Hello(accelerator, program string) {
	p.post(Hello{Version: MessageVersion, Accelerator: accelerator, Program: program})
}

// Receive answers one message of the desk. The peer keeps b when it is a
// LoadFiles.
func (p *Peer) Receive(b []byte) {
	m, err := Decode(b)
	if err != nil {
		p.fail(err)
		return
	}
	switch m := m.(type) {
	case Ping:
		p.post(Pong{})
	case LoadFiles:
		p.reading = newReading(m.ID, m.read)
	case Join:
		if err := p.join(m); err != nil {
			p.fail(err)
		}
	case Make:
		if err := p.supply(m); err != nil {
			p.fail(err)
		}
	default:
		p.fail(&Error{Code: CodeMessage})
	}
}

// PartFrom takes what another worker of the crew has sent. The peer does not
// keep b.
func (p *Peer) PartFrom(b []byte) {
	if p.session == nil {
		p.mail.take(b)
	} else {
		p.session.arrive(b)
	}
}

// Work goes on for one slice of time and reports whether there is more to do.
func (p *Peer) Work() bool {
	end := p.clock() + sliceTime
	s := p.session
	if s != nil && s.Running() {
		s.Advance(func() bool { return p.clock() < end })
	}
	for p.making.on() && p.clock() < end {
		p.makeStep()
	}
	if p.reading != nil {
		p.read(end)
	}
	return p.reading != nil || p.making.on() || s != nil && s.Running() && !s.Waiting()
}

// read goes on reading files; between two runs' slices at least a little.
func (p *Peer) read(end time.Duration) {
	r := p.reading
	for more := true; more; more = p.clock() < end {
		if _, unread := r.next(); unread {
			continue
		}
		p.reading = nil
		if r.err != nil {
			p.fail(r.err)
			return
		}
		p.files, p.filesID = r.source, r.id
		p.post(Dataset{ID: r.id, Kind: Files, Info: p.files.Info()})
		return
	}
}

// join stands the peer where the desk's run stands.
func (p *Peer) join(m Join) error {
	if err := p.stand(m.Config, m.Files); err != nil {
		return err
	}
	p.making.To = 0
	p.members, p.me = m.Members, m.Me
	if !p.session.follow(m, p.toAll) {
		return &Error{Code: CodeMessage}
	}
	return nil
}

// stand gives the peer a session like the desk's, unless it has one.
func (p *Peer) stand(cfg Config, files int) error {
	about := cfg.append(appendInt(nil, files))
	if p.session != nil && bytes.Equal(about, p.about) {
		return nil
	}
	source, err := p.source(cfg, files)
	if err != nil {
		return err
	}
	s, err := NewSession(cfg, source)
	if err != nil {
		return err
	}
	s.crew.mail = &p.mail
	p.session, p.about = s, about
	return nil
}

func (p *Peer) source(cfg Config, files int) (data.Source, error) {
	if cfg.Dataset == Files {
		if p.files == nil || p.filesID != files {
			return nil, &Error{Code: CodeNoFiles}
		}
		return p.files, nil
	}
	return builtIn(cfg)
}

// builtIn is the dataset of a Config that needs no files.
func builtIn(cfg Config) (data.Source, error) {
	switch cfg.Dataset {
	case DigitsColour, DigitsGrey:
		return data.NewDigits(cfg.Seed, cfg.Dataset == DigitsColour), nil
	}
	return nil, &Error{Code: CodeDataset, Args: []any{int(cfg.Dataset)}}
}

func (p *Peer) toAll(b []byte) {
	for i, id := range p.members {
		if i != p.me {
			p.part(id, b)
		}
	}
}

func (p *Peer) post(m Message) {
	p.out = m.Append(p.out[:0])
	p.send(p.out)
}

// fail tells the desk that this peer is of no use any more.
func (p *Peer) fail(err error) {
	f := FaultOf(0, err)
	f.Fatal = true
	p.post(f)
}

// Fatal tells the desk that the worker can do no more, with what recover gave.
func (p *Peer) Fatal(reason any) { p.fail(&Error{Code: CodePanic, Args: []any{sentence.Word(reason)}}) }
