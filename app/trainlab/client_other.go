//go:build !js

package trainlab

import "stridelab/train"

// client stands for the worker in tests; outside a browser there is none.
type client struct {
	posted int // the request whose files the worker has
}

func startClient(s *session) *client { return nil }

func (c *client) send(m train.Message)             {}
func (c *client) loadFiles(id int, files fileList) {}
func (c *client) stop()                            {}
func (c *client) abandon(id int) bool              { return c == nil || c.posted != id }

func (c *client) loadServed(id int, below string, folder servedFolder) {}
