package netlab

import "stridelab/app/lang"

// codeTexts are the remarks in the programs, in every language.
type codeTexts struct {
	Input, Params, InLoss, TakesLogits, ChannelsFirst, OwnMean, KerasWeights lang.Text
}

// codeText is the catalogue; nothing writes to it.
var codeText = codeTexts{
	Input:  lang.Text{lang.En: "input", lang.Ko: "입력"},
	Params: lang.Text{lang.En: "{0} {0|param|params}", lang.Ko: "파라미터 {0}개"},
	InLoss: lang.Text{
		lang.En: "softmax is part of the loss",
		lang.Ko: "소프트맥스는 손실에 포함",
	},
	TakesLogits: lang.Text{
		lang.En: "takes the logits: softmax is part of the loss",
		lang.Ko: "로짓을 받음: 소프트맥스는 손실에 포함",
	},
	ChannelsFirst: lang.Text{
		lang.En: "map by map, the order of PyTorch and of this page",
		lang.Ko: "맵 순서대로 펼침: PyTorch와 이 페이지의 순서",
	},
	OwnMean: lang.Text{
		lang.En: "the mean leaves the padding out",
		lang.Ko: "패딩을 뺀 평균",
	},
	KerasWeights: lang.Text{
		lang.En: "weights from PyTorch: w.transpose(2, 3, 1, 0) for Conv2D, w.T for Dense",
		lang.Ko: "PyTorch의 가중치 옮기기: Conv2D는 w.transpose(2, 3, 1, 0), Dense는 w.T",
	},
}
