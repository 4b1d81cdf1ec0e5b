package netstage

import "stridelab/app/lang"

// catalogue holds the texts of the stage.
type catalogue struct {
	Input, Answer, Label, Hint   lang.Text
	Map, Unit, Unrolled, Class   lang.Text
	InputCell, InputColour, Cell lang.Text
	ReadsConv, ReadsConvOne      lang.Text
	ReadsMax, ReadsAvg, ReadsAll lang.Text
	ReadsDense, NoNumbers        lang.Text
}

// text is the catalogue. Nothing writes to it.
var text = catalogue{
	Input:  lang.Text{lang.En: "INPUT", lang.Ko: "입력"},
	Answer: lang.Text{lang.En: "ANSWER", lang.Ko: "답"},
	Label: lang.Text{
		lang.En: "The network, layer by layer, from the input to the answer",
		lang.Ko: "입력에서 답까지, 층별로 본 신경망",
	},
	Hint: lang.Text{
		lang.En: "Point at a map, or move with the arrow keys (with Shift, within the map), to see its filter and what it reads. Enter or a click opens it.",
		lang.Ko: "맵을 가리키거나 화살표 키로 옮겨 가면(Shift와 함께 누르면 맵 안에서) 필터와 읽는 곳이 나타납니다. Enter 키나 클릭으로 엽니다.",
	},
	Map: lang.Text{
		lang.En: "{0}, map {1} of {2}: values from {3} (dark) to {4} (bright).",
		lang.Ko: "{0}, 맵 {2}장 중 {1}번: 값은 {3}(어두움)부터 {4}(밝음)까지입니다.",
	},
	Cell: lang.Text{
		lang.En: "Row {0}, column {1}: {2}.",
		lang.Ko: "{0}행 {1}열: {2}.",
	},
	Unit: lang.Text{
		lang.En: "{0}, unit {1} of {2}: {3}.",
		lang.Ko: "{0}, 유닛 {2}개 중 {1}번: {3}.",
	},
	Unrolled: lang.Text{
		lang.En: "Number {0} of {1}, unrolled from {2}: {3}.",
		lang.Ko: "{2}{2:을를} 펼친 값 {1}개 중 {0}번: {3}.",
	},
	Class: lang.Text{
		lang.En: "Class {0}: probability {1}.",
		lang.Ko: "클래스 {0}: 확률 {1}.",
	},
	InputCell: lang.Text{
		lang.En: "Input, row {0}, column {1}: {2}.",
		lang.Ko: "입력, {0}행 {1}열: {2}.",
	},
	InputColour: lang.Text{
		lang.En: "Input, row {0}, column {1}: red {2}, green {3}, blue {4}.",
		lang.Ko: "입력, {0}행 {1}열: 빨강 {2}, 초록 {3}, 파랑 {4}.",
	},
	ReadsConv: lang.Text{
		lang.En: "It reads all {0} channels before it through its {1}×{1} filter.",
		lang.Ko: "앞의 {0}채널 모두를 {1}×{1} 필터로 읽습니다.",
	},
	ReadsConvOne: lang.Text{
		lang.En: "It reads the channel before it through its {1}×{1} filter.",
		lang.Ko: "앞의 채널 하나를 {1}×{1} 필터로 읽습니다.",
	},
	ReadsMax: lang.Text{
		lang.En: "It keeps the largest of {0}×{0} values of one map.",
		lang.Ko: "맵 하나에서 {0}×{0}개 값 중 가장 큰 값만 남깁니다.",
	},
	ReadsAvg: lang.Text{
		lang.En: "It keeps the mean of {0}×{0} values of one map.",
		lang.Ko: "맵 하나에서 {0}×{0}개 값의 평균을 냅니다.",
	},
	ReadsAll: lang.Text{
		lang.En: "It is the mean of one whole map.",
		lang.Ko: "맵 하나 전체의 평균입니다.",
	},
	ReadsDense: lang.Text{
		lang.En: "It is a weighted sum of all {0} numbers before it.",
		lang.Ko: "앞의 값 {0}개 모두의 가중합입니다.",
	},
	NoNumbers: lang.Text{
		lang.En: "{0} is too large to be shown number by number.",
		lang.Ko: "{0}{0:은는} 너무 커서 값을 하나하나 보여 줄 수 없습니다.",
	},
}
