package lang

import "testing"

func TestParticleFollowsTheFinalSound(t *testing.T) {
	for _, c := range []struct{ word, name, want string }{
		{"윈도우", "은는", "는"}, {"층", "은는", "은"}, {"필터", "을를", "를"}, {"커널", "을를", "을"},
		{"커널", "으로", "로"}, {"층", "으로", "으로"}, {"윈도우", "으로", "로"},
		{"0", "을를", "을"}, {"1", "이가", "이"}, {"2", "이가", "가"}, {"3", "은는", "은"}, {"4", "과와", "와"},
		{"5", "으로", "로"}, {"6", "으로", "으로"}, {"7", "으로", "로"}, {"8", "으로", "로"}, {"9", "을를", "를"},
		{"10", "을를", "을"}, {"1,000", "으로", "으로"}, {"−0.25", "을를", "를"}, {"76%", "을를", "를"},
		{"ReLU", "을를", "를"}, {"relu", "을를", "를"}, {"Adam", "은는", "은"}, {"SGD", "은는", "는"}, {"CONV1", "은는", "은"},
		{"POOL", "으로", "로"}, {"RNN", "이가", "이"}, {"step", "을를", "을"}, {"test", "을를", "를"}, {"padding", "이가", "이"},
		{"images.gz", "은는", "는"}, {"5×5)", "과와", "와"}, {"“층”", "은는", "은"}, {"수", "이라", "라"}, {"값", "이라", "이라"},
		{"", "은는", "는"}, {"…", "이가", "가"}, {"층", "no such", ""},
	} {
		if got := Particle(c.word, c.name); got != c.want {
			t.Errorf("%s + %s: got %q, want %q", c.word, c.name, got, c.want)
		}
	}
}

func TestTextsAskForParticlesAndMyriads(t *testing.T) {
	text := Text{En: "{0} of {1}", Ko: "“{0}”{0:은는} {1}{1:으로} {0:백만}"}
	for _, c := range []struct {
		args []any
		want string
	}{
		{[]any{3, 8}, "“3”은 8로 300만"},
		{[]any{120, "층"}, "“120”은 층으로 1억 2,000만"},
		{[]any{4000, "{0:은는}"}, "“4000”은 {0:은는}으로 40억"},
		{[]any{0, "x"}, "“0”은 x로 0"},
	} {
		if got := text.With(Ko, c.args...); got != c.want {
			t.Errorf("%v: got %q, want %q", c.args, got, c.want)
		}
	}
	odd := Text{En: "", Ko: "{0:없음} {9} {x} { {0"}
	if got := odd.With(Ko, 1); got != odd[Ko] {
		t.Errorf("what is no mark became %q", got)
	}
	if wrong := (Text{En: "{0}", Ko: "{0:백만}"}).Check(); wrong != "" {
		t.Error(wrong)
	}
	if (Text{En: "x", Ko: "{0:은는}"}).Check() == "" {
		t.Error("an argument that English does not use is not found")
	}
}
