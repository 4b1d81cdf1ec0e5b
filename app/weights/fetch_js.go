package weights

import "syscall/js"

// fetch fetches a file of the site and calls done once, with its bytes or an error.
func fetch(address string, done func([]byte, error)) {
	var funcs []js.Func
	call := func(f func(js.Value) any) js.Func {
		c := js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args[0]) })
		funcs = append(funcs, c)
		return c
	}
	end := func(b []byte, err error) any {
		for _, f := range funcs {
			f.Release()
		}
		done(b, err)
		return nil
	}
	body := call(func(answer js.Value) any {
		if !answer.Get("ok").Bool() {
			return js.Global().Get("Promise").Call("reject", "status")
		}
		return answer.Call("arrayBuffer")
	})
	whole := call(func(buffer js.Value) any {
		array := js.Global().Get("Uint8Array").New(buffer)
		b := make([]byte, array.Length())
		js.CopyBytesToGo(b, array)
		return end(b, nil)
	})
	failed := call(func(js.Value) any { return end(nil, errFetch) })
	js.Global().Call("fetch", address).Call("then", body).Call("then", whole, failed)
}
