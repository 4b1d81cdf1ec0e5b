package weights

import (
	"syscall/js"

	"stridelab/app/promise"
)

// fetch fetches a file of the site and calls done once, with its bytes or an error.
func fetch(address string, done func([]byte, error)) {
	go func() {
		answer, ok := promise.Await(js.Global().Call("fetch", address))
		if !ok || !answer.Get("ok").Bool() {
			done(nil, errFetch)
			return
		}
		buffer, ok := promise.Await(answer.Call("arrayBuffer"))
		if !ok {
			done(nil, errFetch)
			return
		}
		array := js.Global().Get("Uint8Array").New(buffer)
		b := make([]byte, array.Length())
		js.CopyBytesToGo(b, array)
		done(b, nil)
	}()
}
