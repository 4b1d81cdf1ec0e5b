package main

import "stridelab/train/cluster"

// launcher starts workers with the compiled module that this one runs. It is a cluster.Launcher.
type launcher struct {
	*bridge
	ticking bool
}

// newLauncher returns nil in a browser whose workers cannot start workers (Safari before 15.5).
// There the coordinator works alone.
func newLauncher(b *bridge) *launcher {
	if !b.script.Call("canLaunch").Bool() {
		return nil
	}
	return &launcher{bridge: b}
}

// Launch implements cluster.Launcher.
func (l *launcher) Launch(id int) {
	if !l.ticking { // a coordinator without workers needs no ticks
		l.ticking = true
		l.script.Call("tick", cluster.TickTime.Milliseconds())
	}
	l.script.Call("launch", id)
}

// Stop implements cluster.Launcher.
func (l *launcher) Stop(id int) { l.script.Call("stop", id) }

// Connect implements cluster.Launcher.
func (l *launcher) Connect(a, b int) { l.script.Call("connect", a, b) }

// Send implements cluster.Launcher.
func (l *launcher) Send(id int, b []byte) { l.sendTo(id, b) }

// SendTensors implements cluster.Launcher.
func (l *launcher) SendTensors(id int, b []byte) { l.sendTensors(id, b) }

// Cores implements cluster.Launcher.
func (l *launcher) Cores() int { return l.script.Call("cores").Int() }
