package promise

import "syscall/js"

// Await blocks its goroutine, never the page, until a promise settles. It returns the value
// of a promise that is fulfilled with ok, or the reason of one that is rejected without. What
// is no promise, as where a browser does not have the function, is like one rejected.
// Do not call it from a handler of an event: start a goroutine there.
func Await(promise js.Value) (value js.Value, ok bool) {
	if !promise.Truthy() {
		return promise, false
	}
	type result struct {
		value js.Value
		ok    bool
	}
	settled := make(chan result, 1)
	settle := func(ok bool) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			value := js.Undefined()
			if len(args) > 0 {
				value = args[0]
			}
			settled <- result{value, ok}
			return nil
		})
	}
	fulfilled, rejected := settle(true), settle(false)
	defer fulfilled.Release()
	defer rejected.Release()
	promise.Call("then", fulfilled, rejected)
	r := <-settled
	return r.value, r.ok
}
