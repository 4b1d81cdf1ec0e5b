package train

// These messages show that a program is alive.

// Hello is the first message of a trainer or of a worker: its program has been loaded.
type Hello struct {
	Version     int    // MessageVersion
	Accelerator string // the arithmetic in use, as nn.Accelerate names it: "wasm-simd", "portable"
	// File that the program was loaded from: "worker.wasm", "worker-portable.wasm".
	Program string
}

// Append implements Message.
func (m Hello) Append(dst []byte) []byte {
	dst = appendHead(dst, kindHello)
	dst = appendInt(dst, m.Version)
	dst = appendString(dst, m.Accelerator)
	return appendString(dst, m.Program)
}

// Ping asks for a Pong. The page pings the coordinator, and the coordinator its workers.
type Ping struct{}

// Append implements Message.
func (m Ping) Append(dst []byte) []byte { return appendHead(dst, kindPing) }

// Pong answers a Ping.
type Pong struct{}

// Append implements Message.
func (m Pong) Append(dst []byte) []byte { return appendHead(dst, kindPong) }

func (Hello) kind() kind { return kindHello }
func (Ping) kind() kind  { return kindPing }
func (Pong) kind() kind  { return kindPong }
