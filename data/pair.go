package data

import (
	"bytes"
	"strings"
)

// pair is a file of images and the file of their labels.
type pair struct{ images, labels array }

// part returns the pictures with their labels; of no files it is empty.
func (p pair) part() part {
	if p.images.n == 0 {
		return part{}
	}
	return part{[]block{{p.images.numbers, p.images.n, p.images.record}}, p.labels.labels}
}

// pairUp finds out by their counts which labels belong to which images, and which pair is for
// training. With a single pair, test is empty. Where only the headers have been read, it cannot
// find two files with the same content.
func pairUp(files []array) (train, test pair, err error) {
	var images, labels []array
	for _, f := range files {
		if f.isImages() {
			images = append(images, f)
		} else {
			labels = append(labels, f)
		}
	}
	if err := unpairable(images, labels); err != nil {
		return train, test, err
	}
	if len(images) == 1 {
		p := pair{images[0], labels[0]}
		switch {
		case p.images.n != p.labels.n:
			return train, test, countFault(p)
		case p.images.n < 2:
			return train, test, fault(CodeTooFew, p.images.name)
		}
		return p, test, nil
	}
	p, q := pair{images[0], labels[0]}, pair{images[1], labels[1]}
	crossed := p.images.n == q.labels.n && q.images.n == p.labels.n
	if straight := p.images.n == p.labels.n && q.images.n == q.labels.n; crossed && straight {
		crossed = alike(p.images, q.labels)+alike(q.images, p.labels) > alike(p.images, p.labels)+alike(q.images, q.labels)
	} else if !crossed && !straight {
		// One labels file may fit one images file; then the fault lies with the other two.
		crossed = p.images.n == q.labels.n || q.images.n == p.labels.n
	}
	if crossed {
		p.labels, q.labels = q.labels, p.labels
	}
	for _, p := range []pair{p, q} {
		if p.images.n != p.labels.n {
			return train, test, countFault(p)
		}
	}
	a, b := p.images, q.images
	if a.layout != b.layout {
		return train, test, fault(CodeSizesDiffer, a.name, a.layout.text(), b.name, b.layout.text())
	}
	if q.images.n > p.images.n || q.images.n == p.images.n && role(q) > role(p) {
		p, q = q, p
	}
	return p, q, nil
}

// unpairable returns the fault of files that cannot be one or two pairs, whatever their counts.
func unpairable(images, labels []array) error {
	if a, b, ok := duplicates(images); ok {
		return fault(CodeDuplicate, a.name, b.name)
	}
	// Two datasets may have the same labels in the same order, so that is a fault only with a
	// labels file too many.
	if a, b, ok := duplicates(labels); ok && len(labels) > len(images) {
		return fault(CodeDuplicate, a.name, b.name)
	}
	switch {
	case len(images) > 2 || len(labels) > 2:
		return fault(CodeTooManyFiles, len(images)+len(labels))
	case len(images) < len(labels):
		return fault(CodeNoImages, odd(labels, images).name)
	case len(labels) < len(images):
		return fault(CodeNoLabels, odd(images, labels).name)
	}
	return nil
}

// duplicates finds two files with the same content.
func duplicates(files []array) (a, b array, ok bool) {
	for i, a := range files {
		for _, b := range files[:i] {
			if a.n == b.n && a.layout == b.layout && a.numbers.kind == b.numbers.kind && a.bytes != nil && bytes.Equal(a.bytes, b.bytes) {
				return b, a, true
			}
		}
	}
	return a, b, false
}

// odd returns the file of many whose count no file of few has, or else the last one.
func odd(many, few []array) array {
	for _, m := range many {
		matched := false
		for _, f := range few {
			matched = matched || m.n == f.n
		}
		if !matched {
			return m
		}
	}
	return many[len(many)-1]
}

func countFault(p pair) *Error {
	return fault(CodeCount, p.images.name, p.images.n, p.labels.name, p.labels.n)
}

// alike is the length of the longest common beginning of two file names and of their longest common
// end, in bytes: IDX has "train" at the beginning, and npz at the end.
func alike(a, b array) int {
	shorter, start, end := min(len(a.name), len(b.name)), 0, 0
	for start < shorter && a.name[start] == b.name[start] {
		start++
	}
	for end < shorter && a.name[len(a.name)-1-end] == b.name[len(b.name)-1-end] {
		end++
	}
	return start + end
}

// role is 1 where the names say training, -1 where they say testing, and 0 otherwise.
func role(p pair) int {
	names := strings.ToLower(p.images.name + " " + p.labels.name)
	train := strings.Contains(names, "train")
	test := strings.Contains(names, "test") || strings.Contains(names, "t10k")
	switch {
	case train && !test:
		return 1
	case test && !train:
		return -1
	}
	return 0
}
