//go:build !js

package trainlab

import (
	"stridelab/app/trainer"
	"stridelab/train"
)

// client talks to the worker; outside a browser there is none.
type client struct{}

func startClient(url string, receive func(train.Message), lost func(trainer.Reason)) *client {
	return nil
}

func (c *client) send(m train.Message)             {}
func (c *client) loadFiles(id int, files fileList) {}
func (c *client) stop()                            {}
