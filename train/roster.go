package train

import (
	"encoding/binary"
	"slices"
	"time"
)

// Staff starts workers that share a desk's runs, and carries what is said
// between them. Each is a Peer with its loop; ids count from 1 and are never
// used twice. The desk's own worker has id 0.
type Staff interface {
	// Start starts a worker. Its messages are for Desk.FromPeer, its parts for
	// Desk.PartFrom, and if it ends of itself, Desk.PeerLost is told.
	Start(id int)
	// Stop ends a worker at once. Nothing it has sent arrives after that.
	Stop(id int)
	// Introduce lets two workers send each other parts.
	Introduce(a, b int)
	// Send brings a message to a worker, and SendPart a part of the desk's own.
	// Neither keeps b.
	Send(id int, b []byte)
	SendPart(id int, b []byte)
	// Cores is how many workers can be at work at once.
	Cores() int
}

// roster is who works for a desk.
type roster struct {
	staff  Staff // nil: the desk works alone
	wanted int   // workers, the desk's own among them
	peers  []*colleague
	lastID int

	term    uint32
	members []int // ids of the crew that is on, 0 first; empty before the first
	round   uint32
	losses  int // peers lost since a crew did a round
	doubt   int // doublings of silentTicks
	calm    int // ticks without a peer lost by silence
	stalled int // ticks since then

	files   []byte // the LoadFiles that the newest run on files is made of
	filesID int
	told    int // workers in the last snapshot

	maker int  // id of the peer that makes samples for a desk alone
	made  Make // what it was last asked for
}

// colleague is a peer as the desk knows it.
type colleague struct {
	id     int
	ready  bool // has said hello
	files  int  // filesID of what it has read
	knows  map[int]bool
	silent int // ticks since its last word
}

// TickTime is how often Desk.Tick is to be called.
const TickTime = 250 * time.Millisecond

// What a desk puts up with, in ticks. They are counted, not timed, so that a
// computer that slept has lost nobody. A peer's longest silence is a slice of
// work and a shard; starting one means loading a program.
const (
	silentTicks  = 6 // a peer's end is noticed within two seconds
	startTicks   = 120
	stalledTicks = 160
	calmTicks    = 240
	maxDoubt     = 4
	maxLosses    = 3 // then the desk does with fewer
)

// Hire gives the desk workers to start. Without, it works alone whatever number
// is wished for.
func (d *Desk) Hire(staff Staff) { d.roster.staff = staff }

// staff sees to it that n workers share the run, as soon as they can.
func (d *Desk) staff(n int) {
	r := &d.roster
	if r.staff == nil {
		return
	}
	if n != r.wanted {
		r.wanted, r.losses = n, 0
	}
	peers := d.peers()
	for len(r.peers) > peers {
		d.dismiss(r.peers[len(r.peers)-1])
	}
	for len(r.peers) < peers && r.losses <= maxLosses {
		r.lastID++
		r.peers = append(r.peers, &colleague{id: r.lastID, knows: map[int]bool{}})
		r.staff.Start(r.lastID)
	}
	d.gather(false)
}

// peers is how many peers the wish for workers takes: one fewer, as the desk
// works too, or one that makes samples for a desk alone.
func (d *Desk) peers() int {
	r := &d.roster
	if r.wanted == 1 && r.staff.Cores() > 1 && d.session.cfg.Dataset != Files && d.session.makeSteps() > 0 {
		return 1
	}
	return r.wanted - 1
}

// dismiss ends a peer.
func (d *Desk) dismiss(c *colleague) {
	r := &d.roster
	r.peers = slices.DeleteFunc(r.peers, func(p *colleague) bool { return p == c })
	r.staff.Stop(c.id)
}

func (r *roster) find(id int) *colleague {
	for _, c := range r.peers {
		if c.id == id {
			return c
		}
	}
	return nil
}

// FromPeer takes a message from a peer.
func (d *Desk) FromPeer(id int, b []byte) {
	c := d.roster.find(id)
	if c == nil {
		return
	}
	c.silent = 0
	m, err := Decode(b)
	if err != nil {
		d.PeerLost(id)
		return
	}
	switch m := m.(type) {
	case Hello:
		if m.Version != MessageVersion {
			d.PeerLost(id)
			return
		}
		c.ready = true
		if d.roster.files != nil {
			d.roster.staff.Send(id, d.roster.files)
		}
		d.regather()
	case Dataset:
		c.files = m.ID
		d.regather()
	case Fault:
		d.PeerLost(id)
	}
}

// PartFrom takes a part from a peer. The desk does not keep b.
func (d *Desk) PartFrom(id int, b []byte) {
	if c := d.roster.find(id); c != nil && d.session != nil {
		c.silent = 0
		d.session.arrive(b)
	}
}

// PeerLost tells the desk that a peer is no more. Another takes its place, and
// the round that was on begins again.
func (d *Desk) PeerLost(id int) {
	c := d.roster.find(id)
	if c == nil {
		return
	}
	d.dismiss(c)
	d.roster.losses++
	d.staff(d.roster.wanted)
	d.regather()
}

// regather gathers after something happened to a peer, and tells the page.
func (d *Desk) regather() {
	before := d.roster.told
	d.gather(false)
	if d.session != nil && d.session.Workers() != before {
		d.postSnapshot()
	}
}

// distribute gives the peers the files of a run that begins.
func (d *Desk) distribute(message []byte) {
	r := &d.roster
	if r.staff == nil {
		return
	}
	r.filesID++
	r.files = message
	binary.LittleEndian.PutUint32(message[2:], uint32(r.filesID)) // the message's ID, in place of the page's
	for _, c := range r.peers {
		if c.ready {
			r.staff.Send(c.id, message)
		}
	}
}

// gather makes a crew of all who can take part, if it is another than before or
// if the run has been set anew.
func (d *Desk) gather(anew bool) {
	r, s := &d.roster, d.session
	if r.staff == nil || s == nil {
		return
	}
	members := []int{0}
	most := min(r.wanted, (s.cfg.Batch+s.perShard-1)/s.perShard) // more would find nothing to do
	for _, c := range r.peers {
		if c.ready && len(members) < most && (s.cfg.Dataset != Files || c.files == r.filesID) {
			members = append(members, c.id)
		}
	}
	if !anew && slices.Equal(members, r.members) {
		return
	}
	r.members, r.round, r.stalled = members, 0, 0
	r.term++
	for _, id := range members[1:] {
		c := r.find(id)
		for _, other := range members {
			if other < id {
				r.introduce(other, c)
			}
		}
	}
	s.join(r.term, 0, len(members), d.partToAll)
	for i, id := range members[1:] {
		r.staff.Send(id, s.invitation(i+1, members, r.filesID).Append(nil))
	}
}

// introduce lets c and a worker of a lower id send each other parts.
func (r *roster) introduce(other int, c *colleague) {
	if !c.knows[other] {
		c.knows[other] = true
		r.staff.Introduce(other, c.id)
	}
}

func (d *Desk) partToAll(b []byte) {
	for _, id := range d.roster.members[1:] {
		d.roster.staff.SendPart(id, b)
	}
}

// Tick is to be called every TickTime. It finds peers that are silent for
// too long.
func (d *Desk) Tick() {
	r := &d.roster
	if len(r.peers) == 0 {
		return
	}
	if r.calm++; r.calm >= calmTicks {
		r.doubt = 0
	}
	idle := d.session == nil || !d.session.Running()
	for i := len(r.peers) - 1; i >= 0; i-- {
		c := r.peers[i]
		limit := startTicks
		if c.ready {
			if idle {
				c.silent = 0
				continue
			}
			r.staff.Send(c.id, Ping{}.Append(nil))
			limit = silentTicks << r.doubt
		}
		if c.silent++; c.silent > limit {
			r.doubt, r.calm = min(r.doubt+1, maxDoubt), 0
			d.PeerLost(c.id)
		}
	}
	d.watchRounds(idle)
}

// watchRounds makes the crew anew when nothing comes of it though all answer.
func (d *Desk) watchRounds(idle bool) {
	r, s := &d.roster, d.session
	switch {
	case idle || len(r.members) < 2:
		r.stalled = 0
	case s.crew.round != r.round:
		r.round, r.stalled, r.losses = s.crew.round, 0, 0
	case s.Waiting():
		if r.stalled++; r.stalled > stalledTicks {
			d.gather(true)
		}
	}
}
