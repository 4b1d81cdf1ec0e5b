//go:build !js

package trainer

import "stridelab/train"

// Client does nothing: outside a browser there is no worker.
type Client struct{}

// Start starts no worker here.
func Start(url string, receive func(train.Message), restarted func(step int), lost func(Reason)) *Client {
	return nil
}

// Send does nothing here.
func (c *Client) Send(m train.Message) {}

// Alive is false here.
func (c *Client) Alive() bool { return false }

// Stop does nothing here.
func (c *Client) Stop() {}
