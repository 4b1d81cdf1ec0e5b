package data

import "math/bits"

// inflater unpacks deflate (RFC 1951) from memory to memory. It serves the entries of zip archives
// in the worker, where no code of the browser can be called without waiting. compress/flate brings
// fmt and os along, which makes the worker 38 kB larger to download (make size). FuzzInflate holds
// this file to it: the same bytes and the same verdicts.
type inflater struct {
	in   []byte
	at   int    // the next byte of in
	bits uint64 // bits that were read ahead, the next one lowest
	n    uint   // how many

	literals, distances prefixCode
}

// A verdict says how unpacking ended.
type verdict uint8

const (
	whole   verdict = iota // at the end of the stream
	full                   // dst is full, and more would follow
	damaged                // the stream is no deflate, or ends too early
)

// prefixCode is a Huffman code as a table: the entry for the next longest bits is
// symbol<<4 | length of the symbol's code; 0 where there is none.
type prefixCode struct {
	longest uint
	table   []uint16
}

// Bases and extra bits of lengths (symbols from 257 on) and of distances, RFC 1951 section 3.2.5,
// and the order of the lengths of a code, section 3.2.7.
const (
	lengthSymbols   = 29
	distanceSymbols = 30
	codeOrder       = "\x10\x11\x12\x00\x08\x07\x09\x06\x0a\x05\x0b\x04\x0c\x03\x0d\x02\x0e\x01\x0f"
)

// lengthOf returns the base of a length symbol, counted from 257, and its number of extra bits.
func lengthOf(symbol int) (base int, extra uint) {
	switch {
	case symbol < 8:
		return 3 + symbol, 0
	case symbol == lengthSymbols-1:
		return 258, 0
	}
	extra = uint(symbol/4 - 1)
	return 3 + (4+symbol%4)<<extra, extra
}

// distanceOf returns the base of a distance symbol and its number of extra bits.
func distanceOf(symbol int) (base int, extra uint) {
	if symbol < 4 {
		return 1 + symbol, 0
	}
	extra = uint(symbol/2 - 1)
	return 1 + (2+symbol%2)<<extra, extra
}

// inflate unpacks src into dst until the stream ends or dst is full. It returns the number of bytes
// in dst, and calls progress with that number now and then.
func inflate(dst, src []byte, progress func(done int)) (n int, v verdict) {
	var f inflater
	return f.inflate(dst, src, progress)
}

// inflate does the same with the memory of an inflater that was used before.
func (f *inflater) inflate(dst, src []byte, progress func(done int)) (n int, v verdict) {
	f.in, f.at, f.bits, f.n = src, 0, 0, 0
	told := 0
	for {
		head, ok := f.take(3)
		if !ok {
			return n, damaged
		}
		switch head >> 1 {
		case 0:
			n, v = f.copyStored(dst, n)
		case 1:
			f.setFixed()
			n, v = f.decode(dst, n, &told, progress)
		case 2:
			if !f.readCodes() {
				return n, damaged
			}
			n, v = f.decode(dst, n, &told, progress)
		default:
			return n, damaged
		}
		if v != whole || head&1 == 1 {
			return n, v
		}
		if n-told >= progressBytes/2 {
			told = n
			progress(n)
		}
	}
}

// load reads ahead until there are n bits, or in ends.
func (f *inflater) load(n uint) {
	for f.n < n && f.at < len(f.in) {
		f.bits |= uint64(f.in[f.at]) << f.n
		f.at++
		f.n += 8
	}
}

// drop removes n bits that were read ahead.
func (f *inflater) drop(n uint) {
	f.bits >>= n
	f.n -= n
}

// take reads n bits as a number.
func (f *inflater) take(n uint) (int, bool) {
	if f.load(n); f.n < n {
		return 0, false
	}
	v := int(f.bits & (1<<n - 1))
	f.drop(n)
	return v, true
}

// symbol reads one symbol of a code.
func (f *inflater) symbol(c *prefixCode) (int, bool) {
	f.load(c.longest)
	if c.longest == 0 {
		return 0, false
	}
	entry := c.table[f.bits&(1<<c.longest-1)]
	n := uint(entry & 15)
	if n == 0 || n > f.n {
		return 0, false
	}
	f.drop(n)
	return int(entry >> 4), true
}

// copyStored copies a block that is not compressed to dst[n:].
func (f *inflater) copyStored(dst []byte, n int) (int, verdict) {
	f.drop(f.n & 7) // to the next whole byte
	sizes, ok := f.take(32)
	if !ok || sizes&0xffff != ^sizes>>16&0xffff {
		return n, damaged
	}
	f.at -= int(f.n / 8)
	f.bits, f.n = 0, 0
	size := sizes & 0xffff
	block := f.in[f.at:min(f.at+size, len(f.in))]
	copied := copy(dst[n:], block)
	f.at += copied
	switch {
	case copied < len(block):
		return n + copied, full
	case copied < size:
		return n + copied, damaged
	}
	return n + copied, whole
}

// decode unpacks a block of symbols to dst[n:].
func (f *inflater) decode(dst []byte, n int, told *int, progress func(done int)) (int, verdict) {
	for {
		if n-*told >= progressBytes/2 {
			*told = n
			progress(n)
		}
		symbol, ok := f.symbol(&f.literals)
		switch {
		case !ok:
			return n, damaged
		case symbol == 256:
			return n, whole
		case symbol < 256:
			if n == len(dst) {
				return n, full
			}
			dst[n] = byte(symbol)
			n++
			continue
		}
		length, distance, ok := f.repeat(symbol - 257)
		if !ok || distance > n {
			return n, damaged
		}
		end := n + length
		for ; n < min(end, len(dst)); n++ { // bytes that were just written may be read again
			dst[n] = dst[n-distance]
		}
		if n < end {
			return n, full
		}
	}
}

// repeat reads what is to be repeated: how many bytes, and from how far back.
func (f *inflater) repeat(symbol int) (length, distance int, ok bool) {
	if symbol >= lengthSymbols {
		return 0, 0, false
	}
	length, extra := lengthOf(symbol)
	more, ok := f.take(extra)
	if !ok {
		return 0, 0, false
	}
	length += more
	if symbol, ok = f.symbol(&f.distances); !ok || symbol >= distanceSymbols {
		return 0, 0, false
	}
	distance, extra = distanceOf(symbol)
	more, ok = f.take(extra)
	return length, distance + more, ok
}

// setFixed sets the codes of a block that brings none.
func (f *inflater) setFixed() {
	var lengths [288 + 32]uint8
	for i := range lengths {
		switch {
		case i < 144, i >= 280 && i < 288:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		case i < 280:
			lengths[i] = 7
		default:
			lengths[i] = 5
		}
	}
	f.literals.set(lengths[:288])
	f.distances.set(lengths[288:])
}

// readCodes reads the codes of a block that brings its own.
func (f *inflater) readCodes() bool {
	head, ok := f.take(14)
	literals, distances, order := head&31+257, head>>5&31+1, head>>10+4
	if !ok || literals > 286 || distances > distanceSymbols {
		return false
	}
	var lengths [286 + distanceSymbols]uint8
	var ofLengths [19]uint8
	for i := range order {
		n, ok := f.take(3)
		if !ok {
			return false
		}
		ofLengths[codeOrder[i]] = uint8(n)
	}
	code := &f.distances // of the lengths, until the end
	if !code.set(ofLengths[:]) {
		return false
	}
	for i := 0; i < literals+distances; {
		symbol, ok := f.symbol(code)
		if !ok {
			return false
		}
		if symbol < 16 {
			lengths[i] = uint8(symbol)
			i++
			continue
		}
		var value uint8
		if symbol == 16 {
			if i == 0 {
				return false
			}
			value = lengths[i-1]
		}
		times, ok := f.take([3]uint{2, 3, 7}[symbol-16])
		times += [3]int{3, 3, 11}[symbol-16]
		if !ok || i+times > literals+distances {
			return false
		}
		for range times {
			lengths[i] = value
			i++
		}
	}
	return f.literals.set(lengths[:literals]) && f.distances.set(lengths[literals:literals+distances])
}

// set makes c the code of symbols whose codes have these lengths (RFC 1951, 3.2.2), and reports
// whether there is one. No symbols at all are allowed, and so is a single one of one bit.
func (c *prefixCode) set(lengths []uint8) bool {
	var count, code [16]int
	c.longest = 0
	for _, n := range lengths {
		count[n]++
		c.longest = max(c.longest, uint(n))
	}
	if c.longest == 0 {
		return true
	}
	next := 0
	for n := 1; n <= int(c.longest); n++ {
		next <<= 1
		code[n] = next
		next += count[n]
	}
	if next != 1<<c.longest && !(next == 1 && c.longest == 1) {
		return false
	}
	if cap(c.table) < 1<<c.longest {
		c.table = make([]uint16, 1<<c.longest)
	}
	c.table = c.table[:1<<c.longest]
	clear(c.table)
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		// Codes begin with their highest bit, and the stream with its lowest.
		reversed := int(bits.Reverse16(uint16(code[n])) >> (16 - n))
		code[n]++
		for ; reversed < len(c.table); reversed += 1 << n {
			c.table[reversed] = uint16(symbol)<<4 | uint16(n)
		}
	}
	return true
}
