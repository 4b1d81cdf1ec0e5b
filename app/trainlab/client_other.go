//go:build !js

package trainlab

import (
	"stridelab/app/trainer"
	"stridelab/train"
)

// client talks to the worker; outside a browser there is none.
type client struct {
	posted bool // the worker has the files
}

func startClient(url string, receive func(train.Message), lost func(trainer.Reason)) *client {
	return nil
}

func (c *client) send(m train.Message)             {}
func (c *client) loadFiles(id int, files fileList) {}
func (c *client) stop()                            {}
func (c *client) abandon() bool                    { return c == nil || !c.posted }

func (c *client) loadServed(id int, below string, folder servedFolder) {}
