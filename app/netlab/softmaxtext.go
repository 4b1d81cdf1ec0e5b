package netlab

import "stridelab/app/lang"

// softmaxTexts are the words of the last row, in every language.
type softmaxTexts struct {
	Title, About, Class, Logit, Probability, Sum, Others, Note lang.Text
	Steps, Subtract, Exponentiate, AddUp, Divide               lang.Text
	UnitClass, Value, Said, FieldTitle, Field                  lang.Text
}

// softmaxText is the catalogue; nothing writes to it.
var softmaxText = softmaxTexts{
	Title: lang.Text{
		lang.En: "From logits to probabilities",
		lang.Ko: "로짓에서 확률로"},
	About: lang.Text{
		lang.En: "The last layer computes one number for each of the {0} classes, its logit z, which may be negative. " +
			"Softmax turns the logits into probabilities ŷ: none is negative, and together they are 1.",
		lang.Ko: "마지막 층은 클래스 {0}개마다 수를 하나씩 계산합니다. " +
			"이 수가 로짓(logit) z이고 음수일 수도 있습니다. " +
			"소프트맥스(softmax)는 로짓을 확률 ŷ로 바꿉니다. " +
			"확률은 음수가 없고 모두 더하면 1입니다.",
	},
	Class: lang.Text{
		lang.En: "Class",
		lang.Ko: "클래스"},
	Logit: lang.Text{
		lang.En: "logit z",
		lang.Ko: "로짓 z"},
	Probability: lang.Text{
		lang.En: "probability ŷ",
		lang.Ko: "확률 ŷ"},
	Sum: lang.Text{
		lang.En: "Sum",
		lang.Ko: "합"},
	Others: lang.Text{
		lang.En: "The other {0} {0|class|classes}",
		lang.Ko: "나머지 클래스 {0}개"},
	Note: lang.Text{
		lang.En: "max is the largest logit. Click a class to see its steps.",
		lang.Ko: "max는 가장 큰 로짓입니다. 클래스를 누르면 계산 단계를 봅니다."},
	Steps: lang.Text{
		lang.En: "The four steps of class {0}",
		lang.Ko: "클래스 {0}: 네 단계"},
	Subtract: lang.Text{
		lang.En: "Subtract the largest logit, that of class {0}: {1}. " +
			"This keeps the exponentials from overflowing and leaves the result unchanged.",
		lang.Ko: "가장 큰 로짓을 뺍니다. 클래스 {0}의 {1}입니다. " +
			"지수 함수의 값이 너무 커지지 않고, 결과는 달라지지 않습니다.",
	},
	Exponentiate: lang.Text{
		lang.En: "Exponentiate: the result is above 0.",
		lang.Ko: "지수 함수를 적용합니다. 결과는 0보다 큽니다."},
	AddUp: lang.Text{
		lang.En: "Add up the exponentials of all {0} classes.",
		lang.Ko: "클래스 {0}개의 지수 값을 모두 더합니다."},
	Divide: lang.Text{
		lang.En: "Divide by that sum: this is the probability.",
		lang.Ko: "그 합으로 나눕니다. 이것이 확률입니다."},
	UnitClass: lang.Text{
		lang.En: "{0}, class {1}",
		lang.Ko: "{0}, 클래스 {1}"},
	Value: lang.Text{
		lang.En: "{0}: logit z = ",
		lang.Ko: "{0}: 로짓 z = "},
	Said: lang.Text{
		lang.En: "{0}: logit {1}, probability {2}",
		lang.Ko: "{0}: 로짓 {1}, 확률 {2}"},
	FieldTitle: lang.Text{
		lang.En: "The pixels that one logit depends on",
		lang.Ko: "로짓 하나가 의존하는 픽셀"},
	Field: lang.Text{
		lang.En: "The receptive field of each logit is {1}×{2} pixels of the input: here rows {3} to {4}, columns {5} to {6}.",
		lang.Ko: "로짓 하나의 수용 영역(receptive field)은 입력의 {1}×{2} 픽셀입니다. 여기서는 {3}~{4}행, {5}~{6}열입니다.",
	},
}
