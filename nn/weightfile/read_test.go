package weightfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"stridelab/nn"
)

// made is a safetensors file with this head and body.
func made(head, body string) []byte {
	b := binary.LittleEndian.AppendUint64(nil, uint64(len(head)))
	return append(append(b, head...), body...)
}

// manyTensors holds the entries of a thousand and one empty tensors.
func manyTensors() string {
	lines := make([]string, 1001)
	for i := range lines {
		lines[i] = `"` + strconv.Itoa(i) + `.bias":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}`
	}
	return strings.Join(lines, ",")
}

func codeOf(err error) Code {
	var wrong *Error
	if errors.As(err, &wrong) {
		return wrong.Code
	}
	return ""
}

func TestUnfitFilesAreRefusedWithTheReason(t *testing.T) {
	net, _ := nn.ParseSpec("2 dense2")
	const (
		bias   = `"0.bias":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}`
		weight = `"0.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[8,24]}`
	)
	body := strings.Repeat("\x00", 24)
	whole := made("{"+bias+","+weight+"}", body)
	if _, err := ReadFor(net, whole); err != nil {
		t.Fatal(err)
	}
	nan := bytes.Clone(whole)
	binary.LittleEndian.PutUint32(nan[len(nan)-4:], math.Float32bits(float32(math.NaN())))
	cases := []struct {
		name string
		b    []byte
		code Code
	}{
		{"nothing", nil, CodeNotSafetensors},
		{"eight bytes", make([]byte, 8), CodeNotSafetensors},
		{"a picture", []byte("\x89PNG\r\n\x1a\n and more of it"), CodeNotSafetensors},
		{"a zip, as torch.save writes", []byte("PK\x03\x04 and more of it, much more"), CodeNotSafetensors},
		{"too large", make([]byte, MaxBytes+1), CodeLarge},
		{"cut in the head", whole[:40], CodeDamaged},
		{"cut in the numbers", whole[:len(whole)-1], CodeDamaged},
		{"more than the head says", append(bytes.Clone(whole), 0), CodeDamaged},
		{"a head of 2^63 bytes", append(binary.LittleEndian.AppendUint64(nil, 1<<63), "{}{}{}"...), CodeDamaged},
		{"a head that is no JSON", made("{never}", body), CodeDamaged},
		{"something behind the head's object", made("{"+bias+","+weight+"}x", body), CodeDamaged},
		{"a gap", made("{"+bias+","+strings.Replace(weight, "8,24", "9,25", 1)+"}", body+"\x00"), CodeDamaged},
		{"two in one place", made("{"+bias+","+strings.Replace(weight, "8,24", "0,16", 1)+"}", body), CodeDamaged},
		{"offsets that run backwards", made("{"+strings.Replace(bias, "0,8", "8,0", 1)+"}", ""), CodeDamaged},
		{"a shape that overflows", made(`{"0.bias":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}`, ""), CodeDamaged},
		{"a shape with a negative edge", made(`{"0.bias":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}`, body[:8]), CodeDamaged},
		{"an unknown type", made(strings.Replace("{"+bias+","+weight+"}", "F32", "F8_E4M3", 1), body), CodeType},
		{"more tensors than any net has", made("{"+manyTensors()+"}", ""), CodeExtra},
		{"a name twice", made("{"+bias+","+bias+","+weight+"}", body), CodeDamaged},
		{"a tensor without a shape", made(strings.Replace("{"+bias+","+weight+"}", `"shape":[2],`, "", 1), body), CodeDamaged},
		{"a tensor with more to it", made(strings.Replace("{"+bias+","+weight+"}", `"shape":[2],`, `"shape":[2],"x":1,`, 1), body), CodeDamaged},
		{"texts that are numbers", made(`{"__metadata__":{"a":1},`+bias+","+weight+"}", body), CodeDamaged},
		{"a comma at the end", made("{"+bias+","+weight+",}", body), CodeDamaged},
		{"no tensors", made("{}", ""), CodeMissing},
		{"no weight", made("{"+bias+"}", body[:8]), CodeMissing},
		{"other names", made(strings.ReplaceAll("{"+bias+","+weight+"}", `"0.`, `"fc.`), body), CodeMissing},
		{"one too many", made("{"+bias+","+weight+`,"1.bias":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}`, body+body[:8]), CodeExtra},
		{"another shape", made(strings.Replace("{"+bias+","+weight+"}", "[2,2]", "[4]", 1), body), CodeShape},
		{"the other way round", made(strings.Replace("{"+bias+","+weight+"}", "[2,2]", "[1,4]", 1), body), CodeShape},
		{"whole numbers", made(strings.ReplaceAll("{"+bias+","+weight+"}", "F32", "I32"), body), CodeType},
		{"no number", nan, CodeNoNumber},
	}
	for _, c := range cases {
		f, err := ReadFor(net, c.b)
		if got := codeOf(err); got != c.code {
			t.Errorf("%s: got %q (%v), want %q", c.name, got, err, c.code)
		}
		if f.Params != nil || err != nil && err.Error() == "unknown reason" {
			t.Errorf("%s: weights %v, reason %v", c.name, f.Params, err)
		}
	}
}

func TestFileWithoutItsNetIsReadForAKnownOneOnly(t *testing.T) {
	net, _ := nn.ParseSpec("2 dense2")
	f := File{Net: net, Params: []float32{1, 2, 3, 4, 5, 6}, About: About{MNIST: -1}}
	b := bytes.Replace(f.Bytes(), []byte(`"stridelab.net":"2 dense2"`), []byte(`"somebody.net":"2 densely"`), 1)
	if _, err := Read(b); codeOf(err) != CodeNoNet {
		t.Errorf("got %v, want %s", err, CodeNoNet)
	}
	got, err := ReadFor(net, b)
	if err != nil || got.Params[3] != 4 {
		t.Errorf("got %v, %v", got.Params, err)
	}
}

// A head may claim a network of any size. Reading it takes no more memory than the file warrants.
func TestClaimsCostNoMemory(t *testing.T) {
	b := made(`{"__metadata__":{"stridelab.net":"2048x2048x3 conv60000f3 gap dense60000"}}`, "")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Read(b)
	runtime.ReadMemStats(&after)
	if codeOf(err) != CodeMissing && codeOf(err) != CodeNoNet {
		t.Errorf("got %v", err)
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > 1<<20 {
		t.Errorf("a file of %d bytes takes %d bytes to refuse", len(b), took)
	}
}

func FuzzRead(f *testing.F) {
	for _, net := range nets(f)[3:] {
		for _, half := range []bool{false, true} {
			f.Add(fileOf(f, net, half).Bytes())
		}
	}
	f.Add(made(`{"0.bias":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}}`, "\x00\x00\x80\x3f"))
	net, _ := nn.ParseSpec("6 dense4+tanh drop0.5 dense2")
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, read := range []func() (File, error){
			func() (File, error) { return Read(b) }, func() (File, error) { return ReadFor(net, b) },
		} {
			file, err := read()
			if err != nil {
				if codeOf(err) == "" || err.Error() == "unknown reason" || file.Params != nil {
					t.Fatalf("refused with %v, %+v", err, file)
				}
				continue
			}
			// What was read is whole: it can be written, and read to the same.
			again, err := Read(file.Bytes())
			if err != nil || len(again.Params) != len(file.Params) || !again.Net.Equal(file.Net) {
				t.Fatalf("%+v was read, but not twice: %v", file.About, err)
			}
		}
	})
}
