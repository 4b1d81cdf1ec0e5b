package data

import (
	"errors"
	"io"
)

// errDeflate says that a stream is not deflate, or damaged.
var errDeflate = errors.New("data: corrupt deflate stream")

// inflater unpacks deflate (RFC 1951) from memory. The standard library's brings
// fmt and os into the trainer, a twentieth of what a visitor downloads for it; a
// test holds both to the same bytes and the same verdicts.
type inflater struct {
	in    []byte
	pos   int    // next byte of in that is not yet in bits
	bits  uint64 // read ahead, the next bit lowest
	nbits uint

	window [1 << 15]byte // the last bytes put out, a ring
	w      int           // where the next goes
	filled int           // bytes in the window

	final   bool // the block that is on is the last
	coded   bool // within a Huffman block
	stored  int  // bytes left of a stored block
	length  int  // bytes left of a copy
	from    int  // distance of the copy
	literal huffman
	dist    huffman
}

// huffman is a prefix code as a table: entry [next max bits] is symbol<<4|length.
type huffman struct {
	max   uint
	table []uint16
}

// Extra bits and bases of lengths (symbols from 257) and distances, RFC 1951 3.2.5.
var (
	lengthBase = [29]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthMore = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distBase   = [30]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	distMore   = [30]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	codeOrder  = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// next unpacks up to len(p) bytes. At the end of the stream the error is io.EOF
// and rest is what follows it in memory.
func (f *inflater) next(p []byte) (n int, err error) {
	for n < len(p) && err == nil {
		switch {
		case f.length > 0:
			f.length--
			b := f.window[(f.w-f.from)&(len(f.window)-1)]
			p[n] = b
			f.put(b)
			n++
		case f.stored > 0:
			if f.pos == len(f.in) {
				return n, io.ErrUnexpectedEOF
			}
			k := min(f.stored, len(p)-n, len(f.in)-f.pos)
			for _, b := range f.in[f.pos : f.pos+k] {
				p[n] = b
				f.put(b)
				n++
			}
			f.pos += k
			f.stored -= k
		case f.coded:
			var symbol int
			if symbol, err = f.symbol(&f.literal); err != nil {
				break
			}
			if symbol < 256 {
				p[n] = byte(symbol)
				f.put(byte(symbol))
				n++
			} else if symbol == 256 {
				f.coded = false
			} else {
				err = f.copy(symbol - 257)
			}
		case f.final:
			err = io.EOF
		default:
			err = f.block()
		}
	}
	return n, err
}

func (f *inflater) put(b byte) {
	f.window[f.w] = b
	f.w = (f.w + 1) & (len(f.window) - 1)
	f.filled = min(f.filled+1, len(f.window))
}

// rest is what has not been read of the memory, from the next whole byte on.
func (f *inflater) rest() []byte { return f.in[f.pos-int(f.nbits/8):] }

// load reads ahead until there are n bits, or the memory's end.
func (f *inflater) load(n uint) {
	for f.nbits < n && f.pos < len(f.in) {
		f.bits |= uint64(f.in[f.pos]) << f.nbits
		f.pos++
		f.nbits += 8
	}
}

// take reads n bits as a number.
func (f *inflater) take(n uint) (int, error) {
	if f.load(n); f.nbits < n {
		return 0, io.ErrUnexpectedEOF
	}
	v := f.bits & (1<<n - 1)
	f.bits >>= n
	f.nbits -= n
	return int(v), nil
}

// symbol reads one symbol of a code.
func (f *inflater) symbol(h *huffman) (int, error) {
	f.load(h.max)
	if h.max == 0 {
		return 0, errDeflate
	}
	entry := h.table[f.bits&(1<<h.max-1)]
	n := uint(entry & 15)
	switch {
	case n == 0 && f.nbits < h.max, n > f.nbits:
		return 0, io.ErrUnexpectedEOF
	case n == 0:
		return 0, errDeflate
	}
	f.bits >>= n
	f.nbits -= n
	return int(entry >> 4), nil
}

// copy begins to repeat what came before; i is the symbol of its length.
func (f *inflater) copy(i int) error {
	if i >= len(lengthBase) {
		return errDeflate
	}
	more, err := f.take(uint(lengthMore[i]))
	if err != nil {
		return err
	}
	length := int(lengthBase[i]) + more
	if i, err = f.symbol(&f.dist); err != nil {
		return err
	}
	if i >= len(distBase) {
		return errDeflate
	}
	if more, err = f.take(uint(distMore[i])); err != nil {
		return err
	}
	from := int(distBase[i]) + more
	if from > f.filled {
		return errDeflate
	}
	f.length, f.from = length, from
	return nil
}

// block reads a block's head.
func (f *inflater) block() error {
	head, err := f.take(3)
	if err != nil {
		return err
	}
	f.final = head&1 == 1
	switch head >> 1 {
	case 0:
		f.bits, f.nbits, f.pos = 0, 0, f.pos-int(f.nbits/8)
		sizes, err := f.take(32)
		if err != nil {
			return err
		}
		if sizes&0xffff != ^sizes>>16&0xffff {
			return errDeflate
		}
		f.stored = sizes & 0xffff
	case 1:
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
		f.coded = true
		if !f.literal.set(lengths[:288]) || !f.dist.set(lengths[288:]) {
			return errDeflate
		}
	case 2:
		f.coded = true
		return f.codes()
	default:
		return errDeflate
	}
	return nil
}

// codes reads the codes of a block that brings its own.
func (f *inflater) codes() error {
	head, err := f.take(14)
	if err != nil {
		return err
	}
	literals, dists, order := head&31+257, head>>5&31+1, head>>10+4
	if literals > 286 || dists > 30 {
		return errDeflate
	}
	var lengths [286 + 30]uint8
	for _, i := range codeOrder[:order] {
		n, err := f.take(3)
		if err != nil {
			return err
		}
		lengths[i] = uint8(n)
	}
	code := &f.dist // of the lengths; its own comes at the end
	if !code.set(lengths[:19]) {
		return errDeflate
	}
	clear(lengths[:19])
	for i := 0; i < literals+dists; {
		symbol, err := f.symbol(code)
		if err != nil {
			return err
		}
		if symbol < 16 {
			lengths[i] = uint8(symbol)
			i++
			continue
		}
		var value uint8
		bits, least := [3]uint{2, 3, 7}[symbol-16], [3]int{3, 3, 11}[symbol-16]
		if symbol == 16 {
			if i == 0 {
				return errDeflate
			}
			value = lengths[i-1]
		}
		times, err := f.take(bits)
		if err != nil {
			return err
		}
		if times += least; i+times > literals+dists {
			return errDeflate
		}
		for range times {
			lengths[i] = value
			i++
		}
	}
	if !f.literal.set(lengths[:literals]) || !f.dist.set(lengths[literals:literals+dists]) {
		return errDeflate
	}
	return nil
}

// set makes h the code of these lengths, RFC 1951 3.2.2, and reports whether
// there is such a code. As everywhere, none at all and a single one of one bit
// will do.
func (h *huffman) set(lengths []uint8) bool {
	var count, code [16]int
	h.max = 0
	for _, n := range lengths {
		count[n]++
		h.max = max(h.max, uint(n))
	}
	if h.max == 0 {
		return true
	}
	at := 0
	for n := 1; n <= int(h.max); n++ {
		at <<= 1
		code[n] = at
		at += count[n]
	}
	if at != 1<<h.max && !(at == 1 && h.max == 1) {
		return false
	}
	if cap(h.table) < 1<<h.max {
		h.table = make([]uint16, 1<<15)
	}
	h.table = h.table[:1<<h.max]
	clear(h.table)
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		reversed := 0 // codes begin with their highest bit
		for i := range n {
			reversed |= code[n] >> i & 1 << (n - 1 - i)
		}
		code[n]++
		for ; reversed < len(h.table); reversed += 1 << n {
			h.table[reversed] = uint16(symbol)<<4 | uint16(n)
		}
	}
	return true
}
