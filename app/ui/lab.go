package ui

import "stridelab/app/lang"

// Lab describes a lab for the header, the home page, the routes, the server, the README and the
// tests.
type Lab struct {
	Path     string    // in English; app/routes.go makes the page of each path
	Name     lang.Text // short, for the header
	Title    lang.Text
	Question lang.Text // which the lab answers
	Minutes  int       // that it takes, about
}

// Labs is the table of the labs, in the order in which a learner visits them. Lab i has number i+1.
func Labs() []Lab { return labs[:] }

var labs = [...]Lab{
	{
		Path:  "/conv",
		Name:  lang.Text{lang.En: "Slide", lang.Ko: "합성곱"},
		Title: lang.Text{lang.En: "The filter slides", lang.Ko: "이미지를 훑는 필터"},
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
			lang.En: "What does pooling keep, and what does it lose, when it makes a feature map smaller?",
			lang.Ko: "풀링은 특성 맵을 줄이면서 무엇을 남기고 무엇을 버릴까요?",
		},
		Minutes: 10,
	},
	{
		Path:  "/sharing",
		Name:  lang.Text{lang.En: "Sharing", lang.Ko: "파라미터 공유"},
		Title: lang.Text{lang.En: "456 against 14,450,688", lang.Ko: "456 대 14,450,688"},
		Question: lang.Text{
			lang.En: "Why do 456 parameters give an output of the same size as the 14 million weights of a fully connected layer?",
			lang.Ko: "완전 연결층이라면 가중치가 1,400만 개 넘게 필요한 크기의 출력을 어떻게 파라미터 456개로 낼까요?",
		},
		Minutes: 10,
	},
	{
		Path:  "/network",
		Name:  lang.Text{lang.En: "Network", lang.Ko: "신경망"},
		Title: lang.Text{lang.En: "The network, layer by layer", lang.Ko: "신경망, 층별로 보기"},
		Question: lang.Text{
			lang.En: "Where do the 62,958 parameters of a LeNet sit, and what happens when a layer changes?",
			lang.Ko: "LeNet의 파라미터 62,958개는 어느 층에 있고, 층을 하나 바꾸면 어떻게 될까요?",
		},
		Minutes: 15,
	},
	{
		Path:  "/train",
		Name:  lang.Text{lang.En: "Train", lang.Ko: "훈련"},
		Title: lang.Text{lang.En: "Live training", lang.Ko: "실시간 훈련"},
		Question: lang.Text{
			lang.En: "How does a network learn its filters from nothing but examples?",
			lang.Ko: "신경망은 예시만 보고 어떻게 필터를 학습할까요?",
		},
		Minutes: 15,
	},
	{
		Path:  "/invariance",
		Name:  lang.Text{lang.En: "Shift", lang.Ko: "이동 불변성"},
		Title: lang.Text{lang.En: "The shifted image", lang.Ko: "이동한 이미지"},
		Question: lang.Text{
			lang.En: "If the digit moves, does the answer stay the same?",
			lang.Ko: "숫자의 위치가 바뀌어도 답은 그대로일까요?",
		},
		Minutes: 10,
	},
}
