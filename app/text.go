package app

import "stridelab/app/lang"

// texts is everything that the pages of this package say, but for the labs' names (ui.Labs).
type texts struct {
	HomeTitle, HomeDescription lang.Text
	Headline, Lead, Start      lang.Text
	Figure, FigureCaption      lang.Text
	FigureWindow, FigureResult lang.Text
	PathTitle, Minutes         lang.Text
	GoTrain, GoHome            lang.Text
	MissingTitle, MissingText  lang.Text
}

var text = texts{
	HomeTitle: lang.Text{
		lang.En: "How a convolutional network sees",
		lang.Ko: "합성곱 신경망은 이미지를 어떻게 볼까요?",
	},
	HomeDescription: lang.Text{
		lang.En: "Slide a filter, read every product and sum, and train a convolutional network in your browser.",
		lang.Ko: "필터로 이미지를 훑으며 모든 곱과 합을 확인하고, 브라우저에서 합성곱 신경망을 훈련해 보세요.",
	},
	Headline: lang.Text{
		lang.En: "See how a convolutional network sees",
		lang.Ko: "합성곱 신경망은 이미지를 어떻게 볼까요?",
	},
	Lead: lang.Text{
		lang.En: "Stridelab opens up a convolutional network, from the first product under a sliding filter to a LeNet that learns to read digits while you watch. " +
			"Everything runs in your browser. " +
			"Every value in a lab is computed by the code that trains, and nothing you draw or load leaves your device.",
		lang.Ko: "Stridelab에서는 합성곱 신경망의 속을 들여다봅니다. " +
			"필터가 이미지를 훑으며 하는 첫 곱셈부터, 눈앞에서 숫자 읽는 법을 학습하는 LeNet까지 차례로 살펴봅니다. " +
			"모든 계산은 브라우저 안에서 이루어집니다. " +
			"실습에 나오는 값은 모두 신경망을 훈련하는 바로 그 코드가 계산하며, 그리거나 불러온 것은 기기 밖으로 나가지 않습니다.",
	},
	Start: lang.Text{lang.En: "Train a network", lang.Ko: "신경망 훈련하기"},

	Figure: lang.Text{
		lang.En: "A digit drawn as if by hand, a filter with three rows of 1 0 −1, and the filter’s output: orange where the stroke is on the left of the window, blue where it is on the right.",
		lang.Ko: "손으로 쓴 듯한 숫자, 세 줄이 모두 1 0 −1인 필터, 그리고 필터의 출력입니다. " +
			"획이 윈도우 왼쪽에 있으면 주황, 오른쪽에 있으면 파랑입니다.",
	},
	FigureCaption: lang.Text{
		lang.En: "A digit, a filter for vertical edges, and the filter’s output, computed by Stridelab. " +
			"Orange is positive, blue is negative.",
		lang.Ko: "숫자와 세로 경계를 찾는 필터, 그리고 Stridelab이 계산한 필터의 출력입니다. " +
			"주황은 양수, 파랑은 음수입니다.",
	},
	FigureWindow: lang.Text{lang.En: "The window now", lang.Ko: "현재 윈도우"},
	FigureResult: lang.Text{lang.En: "its result: {0}", lang.Ko: "결과: {0}"},

	PathTitle: lang.Text{lang.En: "The path through the labs", lang.Ko: "실습 순서"},
	Minutes:   lang.Text{lang.En: "about {0} minutes", lang.Ko: "약 {0}분"},

	GoTrain: lang.Text{lang.En: "Go to the training lab", lang.Ko: "훈련 실습으로 가기"},
	GoHome:  lang.Text{lang.En: "All labs", lang.Ko: "모든 실습 보기"},
	MissingTitle: lang.Text{
		lang.En: "There is no page here",
		lang.Ko: "찾을 수 없는 페이지",
	},
	MissingText: lang.Text{
		lang.En: "The link may be mistyped, or the page has moved. " +
			"Choose a lab from the menu above or from the home page. " +
			"The training lab can be used now.",
		lang.Ko: "링크를 잘못 입력했거나 페이지가 옮겨졌을 수 있습니다. " +
			"위쪽 메뉴나 홈에서 실습을 고르세요. " +
			"훈련 실습은 지금 바로 쓸 수 있습니다.",
	},
}
