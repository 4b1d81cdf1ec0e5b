package ui

import "stridelab/app/lang"

// Lab is what all that is not the lab itself knows of it: the header, the home page, the
// routes, the server, the README and the tests.
type Lab struct {
	Path     string    // in English; its page is made in app/routes.go
	Name     lang.Text // short, for the header
	Title    lang.Text
	Question lang.Text // what it answers
	Minutes  int       // how long it takes, about
}

// Labs is the table of the labs in the order of the path through them; lab i is numbered i+1.
func Labs() []Lab { return labs[:] }

var labs = [...]Lab{
	{
		Path:  "/conv",
		Name:  lang.Text{lang.En: "Slide", lang.Ko: "합성곱"},
		Title: lang.Text{lang.En: "The filter slides", lang.Ko: "필터가 미끄러진다"},
		Question: lang.Text{
			lang.En: "How does one small grid of weights find an edge anywhere in an image?",
			lang.Ko: "작은 가중치 격자 하나가 어떻게 이미지 어디에서나 경계를 찾아낼까요?",
		},
		Minutes: 15,
	},
	{
		Path:  "/pool",
		Name:  lang.Text{lang.En: "Pool", lang.Ko: "풀링"},
		Title: lang.Text{lang.En: "Max and average pooling", lang.Ko: "최대 풀링과 평균 풀링"},
		Question: lang.Text{
			lang.En: "What does a network keep when it makes its picture smaller, and what does it lose?",
			lang.Ko: "신경망이 그림을 줄일 때 무엇을 남기고 무엇을 버릴까요?",
		},
		Minutes: 10,
	},
	{
		Path:  "/sharing",
		Name:  lang.Text{lang.En: "Share", lang.Ko: "공유"},
		Title: lang.Text{lang.En: "456 against 14,450,688", lang.Ko: "456 대 14,450,688"},
		Question: lang.Text{
			lang.En: "Why can a few hundred weights do the work of fourteen million?",
			lang.Ko: "몇백 개의 가중치가 어떻게 천사백만 개의 일을 해낼까요?",
		},
		Minutes: 10,
	},
	{
		Path:  "/network",
		Name:  lang.Text{lang.En: "Network", lang.Ko: "신경망"},
		Title: lang.Text{lang.En: "The network, layer by layer", lang.Ko: "신경망을 층층이"},
		Question: lang.Text{
			lang.En: "Where do a LeNet's 62,958 parameters sit, and what happens when a layer changes?",
			lang.Ko: "LeNet의 파라미터 62,958개는 어디에 있을까요? 층을 하나 바꾸면 어떻게 될까요?",
		},
		Minutes: 15,
	},
	{
		Path:  "/train",
		Name:  lang.Text{lang.En: "Train", lang.Ko: "훈련"},
		Title: lang.Text{lang.En: "Live training", lang.Ko: "실시간 훈련"},
		Question: lang.Text{
			lang.En: "How do filters form out of nothing but examples?",
			lang.Ko: "예시만 보고 어떻게 필터가 생겨날까요?",
		},
		Minutes: 15,
	},
	{
		Path:  "/invariance",
		Name:  lang.Text{lang.En: "Shift", lang.Ko: "이동"},
		Title: lang.Text{lang.En: "The shifted image", lang.Ko: "이동한 이미지"},
		Question: lang.Text{
			lang.En: "If the digit moves, does the answer stay the same?",
			lang.Ko: "숫자가 자리를 옮겨도 답은 그대로일까요?",
		},
		Minutes: 10,
	},
}
