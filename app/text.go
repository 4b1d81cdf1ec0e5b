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
		lang.Ko: "합성곱 신경망은 어떻게 보는가",
	},
	HomeDescription: lang.Text{
		lang.En: "Slide a filter, read every product and sum, and train a convolutional network in your browser.",
		lang.Ko: "필터를 밀어 보고, 모든 곱과 합을 읽고, 브라우저에서 합성곱 신경망을 훈련해 보세요.",
	},
	Headline: lang.Text{
		lang.En: "See how a convolutional network sees",
		lang.Ko: "합성곱 신경망이 보는 법을 봅니다",
	},
	Lead: lang.Text{
		lang.En: "Stridelab opens a convolutional network up, from the first product under a sliding filter to a LeNet that learns to read digits while you watch. " +
			"Everything runs in your browser, every number on screen comes from the code that trains, and nothing you draw or load leaves your device.",
		lang.Ko: "Stridelab은 합성곱 신경망의 속을 열어 보입니다. " +
			"미끄러지는 필터 아래의 첫 곱셈에서 시작해, 숫자 읽는 법을 눈앞에서 배우는 LeNet까지 갑니다. " +
			"모든 것이 브라우저 안에서 돌아가고 화면의 모든 수는 실제로 훈련하는 코드에서 나오며, 그리거나 불러온 것은 기기 밖으로 나가지 않습니다.",
	},
	Start: lang.Text{lang.En: "Train a network", lang.Ko: "신경망 훈련하기"},

	Figure: lang.Text{
		lang.En: "A handwritten-style digit, a filter of three rows 1 0 −1, and the filtered digit: orange where the stroke is on the left of the window, blue where it is on the right.",
		lang.Ko: "손글씨 같은 숫자와 1 0 −1이 세 줄인 필터, 그리고 필터를 거친 숫자입니다. " +
			"획이 윈도우 왼쪽에 있으면 주황, 오른쪽에 있으면 파랑입니다.",
	},
	FigureCaption: lang.Text{
		lang.En: "A digit, a filter for vertical edges, and what the filter makes of it, computed by Stridelab's engine. " +
			"Orange is positive, blue negative.",
		lang.Ko: "숫자와 세로 경계 필터, 그리고 필터가 만들어 낸 결과입니다. " +
			"Stridelab의 엔진이 계산했습니다. " +
			"주황은 양수, 파랑은 음수입니다.",
	},
	FigureWindow: lang.Text{lang.En: "The window now", lang.Ko: "지금 윈도우"},
	FigureResult: lang.Text{lang.En: "its result: {0}", lang.Ko: "그 결과: {0}"},

	PathTitle: lang.Text{lang.En: "The path through the labs", lang.Ko: "실습의 순서"},
	Minutes:   lang.Text{lang.En: "about {0} minutes", lang.Ko: "약 {0}분"},

	GoTrain: lang.Text{lang.En: "Go to the training lab", lang.Ko: "훈련 실습으로 가기"},
	GoHome:  lang.Text{lang.En: "All labs", lang.Ko: "모든 실습 보기"},
	MissingTitle: lang.Text{
		lang.En: "There is no page here",
		lang.Ko: "이 주소에는 페이지가 없습니다",
	},
	MissingText: lang.Text{
		lang.En: "The address may have been mistyped, or the page has moved. " +
			"All labs are listed on the start page and in the menu above; the training lab is ready to be used now.",
		lang.Ko: "주소를 잘못 입력했거나 페이지가 옮겨졌을 수 있습니다. " +
			"처음 화면에서 모든 실습을 볼 수 있고, 훈련 실습은 지금 바로 쓸 수 있습니다. " +
			"아래 링크로 이동하거나 위쪽 메뉴에서 골라 주세요.",
	},
}
