package promise

import "syscall/js"

// Await waits until a promise settles. It blocks its goroutine but not the page. For a fulfilled
// promise it returns the value and true, for a rejected one the reason and false. For a value that
// is no promise, as from a function that the browser does not have, it returns that value and
// false. An event handler must not call it: it starts a goroutine that does.
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
