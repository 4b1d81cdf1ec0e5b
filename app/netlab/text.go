package netlab

import "stridelab/app/lang"

// texts are the words of the lab, in every language. A test holds that none is empty and
// that all languages use the same arguments.
type texts struct {
	Title, Description, Lead                                              lang.Text
	LessonTitle, Lesson1, Lesson2, Compare, ShareOfBoth, LargestLayer     lang.Text
	NoneInPools, Question, AnswerConv, AnswerDense, WhichMost, AnswerMost lang.Text
	ShowAnswer                                                            lang.Text
	Preset, Custom, AboutCustom                                           lang.Text
	Kept                                                                  lang.Text

	Table, TableHint, ColLayer, ColShape, ColSize, ColParams, ColWork, ColField, Total, Input lang.Text
	Editor, Kind, Filters, Units, Rate, WindowEdge, Stride, Padding, Valid, Same, Dilation    lang.Text
	CountPad, Yes, No, Activation, None, Height, Width, Channels                              lang.Text
	Up, Down, CannotMove, Remove, CannotRemove, AddAfter, AddBefore, Add                      lang.Text
	Conv, MaxPool, AvgPool, GAP, Flatten, Dense, Dropout, Max, Average, Mean                  lang.Text
	SaidChanged, SaidAdded, SaidRemoved, SaidMoved, SaidTotal, SaidNet, WasReset              lang.Text

	Pictures, BoxesTitle, BoxesNote, SizeChart, ParamsChart                                                           lang.Text
	Inside, Weights, NotRun, NoSample, FieldTitle, Field, FieldCut, FieldInput                                        lang.Text
	OneMap, MapHint, Maps, MapsFirst, MapsNote, UnitsNote, Sample, Seed, UnitChannel, UnitNumber, UnitRow, UnitColumn lang.Text
	Unit, UnitSingle, HowInput, HowSum, HowMax, HowMean, HowAct                                                       lang.Text
	OpenConv, OpenPool, NoteAct, NoteChannels                                                                         lang.Text
	WhyInput, WhyPool, WhyWindow, WhyDense, WhyDropout, WhyFlatten                                                    lang.Text

	WeightsLabel, FromVisit, FromShipped, FromSeed, Fetching, DrawnUntil, VisitWeights, VisitScore, ShippedWeights lang.Text
	Rounded, ShippedScore, MNISTScore, Reads                                                                       lang.Text

	Use, TrainThis, TooLarge, TrainsKept, SmallInput, OtherClasses lang.Text
	Code, CodeNote, CodeLabel, Copy, CopyHint, Copied, CopyFailed  lang.Text

	KeyRow, KeyMove, KeyRemove, KeyAdd, KeyEnter, KeyPresets lang.Text
}

// text is the catalogue; nothing writes to it.
var text = texts{
	Title: lang.Text{lang.En: "The network, layer by layer", lang.Ko: "신경망을 층층이"},
	Description: lang.Text{
		lang.En: "Lay a convolutional network out as a table, change it layer by layer, and see where its parameters sit.",
		lang.Ko: "합성곱 신경망을 표로 펼쳐 놓고 층마다 바꿔 보며 파라미터가 어디에 있는지 살펴보세요.",
	},
	Lead: lang.Text{
		lang.En: "Every row is a layer. " +
			"Choose one to change it, to see what it makes of a digit, and to open any of its numbers.",
		lang.Ko: "한 줄이 한 층입니다. " +
			"줄을 고르면 그 층을 바꾸고, 숫자 그림이 어떻게 변하는지 보고, 어떤 값이든 열어 볼 수 있습니다.",
	},

	LessonTitle: lang.Text{lang.En: "What to watch", lang.Ko: "무엇을 볼까요"},
	Lesson1: lang.Text{
		lang.En: "Read the table from top to bottom. " +
			"As a rule height and width fall on the way, while the number of channels rises: the net gives up “where” and gains “what”.",
		lang.Ko: "표를 위에서 아래로 읽어 보세요. " +
			"대개 층을 지날수록 높이와 너비는 줄고 채널은 늘어납니다. " +
			"‘어디’를 내어주고 ‘무엇’을 얻는 셈입니다.",
	},
	Lesson2: lang.Text{
		lang.En: "The activation size should shrink gently. " +
			"A sudden drop throws away what later layers would need.",
		lang.Ko: "활성화값의 수는 완만하게 줄어드는 편이 좋습니다. " +
			"갑자기 줄면 뒤의 층에 필요한 것까지 버리게 됩니다.",
	},
	Compare: lang.Text{
		lang.En: "Then compare the two charts.",
		lang.Ko: "이제 두 차트를 견주어 보세요.",
	},
	ShareOfBoth: lang.Text{
		lang.En: "The convolutions do {0} % of the multiplications; {1} % of the {2} parameters sit in the dense layers.",
		lang.Ko: "곱셈의 {0}%는 합성곱층이 하고, 파라미터 {2}개의 {1}%는 완전 연결층에 있습니다.",
	},
	LargestLayer: lang.Text{
		lang.En: "{0} alone has {1} of them, {2} %.",
		lang.Ko: "{0} 하나의 파라미터가 {1}개로, 전체의 {2}%입니다.",
	},
	NoneInPools: lang.Text{
		lang.En: "Pooling has none at all.",
		lang.Ko: "풀링에는 파라미터가 하나도 없습니다.",
	},
	Question: lang.Text{
		lang.En: "{0} has {1} parameters, {2} {3}. Which of the two multiplies more numbers for one image?",
		lang.Ko: "{0}의 파라미터는 {1}개, {2}의 파라미터는 {3}개입니다. " +
			"이미지 한 장을 볼 때 곱셈을 더 많이 하는 쪽은 어디일까요?",
	},
	ShowAnswer: lang.Text{lang.En: "Show the answer", lang.Ko: "답 보기"},
	AnswerConv: lang.Text{
		lang.En: "{0}: {1} multiplications against {2}. " +
			"Each of its {3} weights is used again at all {4} × {5} places, while each weight of {6} is used once. " +
			"Sharing saves parameters, not multiplications.",
		lang.Ko: "{0}입니다. {1}번 대 {2}번입니다. " +
			"{0}의 가중치 {3}개는 {4} × {5} 자리 모두에서 다시 쓰이지만, {6}의 가중치는 한 번씩만 쓰입니다. " +
			"파라미터 공유로 줄어드는 것은 파라미터이지 곱셈이 아닙니다.",
	},
	AnswerDense: lang.Text{
		lang.En: "{6}: {2} multiplications against {1}. " +
			"It needs a weight of its own for each, while {0} does all of its multiplications with {3} weights, used again at all {4} × {5} places. " +
			"Sharing saves parameters, not multiplications.",
		lang.Ko: "{6}입니다. {2}번 대 {1}번입니다. " +
			"그런데 {6}에는 곱셈마다 가중치가 하나씩 필요하고, {0}에는 {3}개뿐인 가중치가 {4} × {5} 자리 모두에서 다시 쓰입니다. " +
			"파라미터 공유로 줄어드는 것은 파라미터이지 곱셈이 아닙니다.",
	},
	WhichMost: lang.Text{
		lang.En: "Which layer has the most parameters, and which does the most multiplications for one image?",
		lang.Ko: "파라미터가 가장 많은 층은 어디이고, 이미지 한 장을 볼 때 곱셈을 가장 많이 하는 층은 어디일까요?",
	},
	AnswerMost: lang.Text{
		lang.En: "Most parameters: {0}, {1}. Most multiplications: {2}, {3}.",
		lang.Ko: "파라미터는 {0}({1}개), 곱셈은 {2}({3}번)입니다.",
	},

	Preset: lang.Text{
		lang.En: "Network",
		lang.Ko: "신경망",
	},
	Custom: lang.Text{
		lang.En: "Your network",
		lang.Ko: "직접 만든 신경망",
	},
	AboutCustom: lang.Text{
		lang.En: "A network of your own. " +
			"The list leads back to one of the known ones, and undo to the last step.",
		lang.Ko: "직접 만든 신경망입니다. " +
			"목록에서 알려진 신경망을 다시 고를 수 있고, 되돌리기로 한 걸음 전으로 갈 수 있습니다.",
	},
	Kept: lang.Text{
		lang.En: "The table does not fit together, so everything from here on shows the last network that does ({0} parameters).",
		lang.Ko: "표의 층들이 서로 맞지 않아, 여기부터는 마지막으로 맞았던 신경망(파라미터 {0}개)을 보여 드립니다.",
	},

	Table: lang.Text{
		lang.En: "Layers",
		lang.Ko: "층",
	},
	TableHint: lang.Text{
		lang.En: "↑ ↓ choose a row · Enter changes it · Alt+↑ ↓ moves it · Delete removes it · + adds one",
		lang.Ko: "↑ ↓ 줄 고르기 · Enter 바꾸기 · Alt+↑ ↓ 옮기기 · Delete 빼기 · + 넣기",
	},
	ColLayer: lang.Text{
		lang.En: "Layer",
		lang.Ko: "층",
	},
	ColShape: lang.Text{
		lang.En: "Activation shape",
		lang.Ko: "활성화값 모양",
	},
	ColSize: lang.Text{
		lang.En: "Activation size",
		lang.Ko: "활성화값 수",
	},
	ColParams: lang.Text{
		lang.En: "Parameters",
		lang.Ko: "파라미터",
	},
	ColWork: lang.Text{
		lang.En: "Multiply-adds",
		lang.Ko: "곱셈-덧셈",
	},
	ColField: lang.Text{
		lang.En: "Receptive field",
		lang.Ko: "수용 영역",
	},
	Total: lang.Text{
		lang.En: "Total",
		lang.Ko: "합계",
	},
	Input: lang.Text{
		lang.En: "Input",
		lang.Ko: "입력",
	},

	Editor: lang.Text{
		lang.En: "Change {0}",
		lang.Ko: "{0} 바꾸기",
	},
	Kind: lang.Text{
		lang.En: "Kind",
		lang.Ko: "종류",
	},
	Filters: lang.Text{
		lang.En: "Filters",
		lang.Ko: "필터 수",
	},
	Units: lang.Text{
		lang.En: "Units",
		lang.Ko: "유닛 수",
	},
	Rate: lang.Text{
		lang.En: "Rate",
		lang.Ko: "비율",
	},
	WindowEdge: lang.Text{
		lang.En: "Window f",
		lang.Ko: "윈도우 f",
	},
	Stride: lang.Text{
		lang.En: "Stride s",
		lang.Ko: "스트라이드 s",
	},
	Padding: lang.Text{
		lang.En: "Padding p",
		lang.Ko: "패딩 p",
	},
	Valid: lang.Text{
		lang.En: "0 (valid)",
		lang.Ko: "0 (밸리드)",
	},
	Same: lang.Text{
		lang.En: "same",
		lang.Ko: "세임",
	},
	Dilation: lang.Text{
		lang.En: "Dilation d",
		lang.Ko: "팽창 d",
	},
	CountPad: lang.Text{
		lang.En: "Padding counts",
		lang.Ko: "패딩도 셈",
	},
	Yes: lang.Text{
		lang.En: "yes",
		lang.Ko: "예",
	},
	No: lang.Text{
		lang.En: "no",
		lang.Ko: "아니요",
	},
	Activation: lang.Text{
		lang.En: "Activation",
		lang.Ko: "활성화 함수",
	},
	None: lang.Text{
		lang.En: "none",
		lang.Ko: "없음",
	},
	Height: lang.Text{
		lang.En: "Height",
		lang.Ko: "높이",
	},
	Width: lang.Text{
		lang.En: "Width",
		lang.Ko: "너비",
	},
	Channels: lang.Text{
		lang.En: "Channels",
		lang.Ko: "채널",
	},
	Up: lang.Text{
		lang.En: "Up",
		lang.Ko: "위로",
	},
	Down: lang.Text{
		lang.En: "Down",
		lang.Ko: "아래로",
	},
	CannotMove: lang.Text{
		lang.En: "There is no layer on that side to change places with.",
		lang.Ko: "그쪽에는 자리를 바꿀 층이 없습니다.",
	},
	Remove: lang.Text{
		lang.En: "Remove",
		lang.Ko: "빼기",
	},
	CannotRemove: lang.Text{
		lang.En: "Every network needs its input.",
		lang.Ko: "입력은 뺄 수 없습니다.",
	},
	AddAfter: lang.Text{
		lang.En: "New layer after {0}",
		lang.Ko: "{0} 뒤에 새 층",
	},
	AddBefore: lang.Text{
		lang.En: "New layer before {0}",
		lang.Ko: "{0} 앞에 새 층",
	},
	Add: lang.Text{
		lang.En: "Add",
		lang.Ko: "넣기",
	},
	Conv: lang.Text{
		lang.En: "Convolution",
		lang.Ko: "합성곱",
	},
	MaxPool: lang.Text{
		lang.En: "Max pooling",
		lang.Ko: "최대 풀링",
	},
	AvgPool: lang.Text{
		lang.En: "Average pooling",
		lang.Ko: "평균 풀링",
	},
	GAP: lang.Text{
		lang.En: "Global average pooling",
		lang.Ko: "전역 평균 풀링",
	},
	Flatten: lang.Text{
		lang.En: "Flatten",
		lang.Ko: "펼치기",
	},
	Dense: lang.Text{
		lang.En: "Dense (fully connected)",
		lang.Ko: "완전 연결",
	},
	Dropout: lang.Text{
		lang.En: "Dropout",
		lang.Ko: "드롭아웃",
	},
	Max: lang.Text{
		lang.En: "max",
		lang.Ko: "최대",
	},
	Average: lang.Text{
		lang.En: "average",
		lang.Ko: "평균",
	},
	Mean: lang.Text{
		lang.En: "mean of each map",
		lang.Ko: "맵마다 평균",
	},
	SaidChanged: lang.Text{
		lang.En: "{0} changed.",
		lang.Ko: "{0} 바뀜.",
	},
	SaidAdded: lang.Text{
		lang.En: "{0} added.",
		lang.Ko: "{0} 추가됨.",
	},
	SaidRemoved: lang.Text{
		lang.En: "{0} removed.",
		lang.Ko: "{0} 빠짐.",
	},
	SaidMoved: lang.Text{
		lang.En: "{0} is now row {1}.",
		lang.Ko: "{0}: 이제 {1}번째 줄입니다.",
	},
	SaidTotal: lang.Text{
		lang.En: "{0} parameters in all.",
		lang.Ko: "파라미터는 모두 {0}개입니다.",
	},
	SaidNet: lang.Text{
		lang.En: "{0} layers, {1} parameters.",
		lang.Ko: "층 {0}개, 파라미터 {1}개입니다.",
	},
	WasReset: lang.Text{
		lang.En: "The lecture's net again.",
		lang.Ko: "강의의 신경망으로 돌아왔습니다.",
	},

	Pictures: lang.Text{
		lang.En: "The network in pictures",
		lang.Ko: "그림으로 보는 신경망",
	},
	BoxesTitle: lang.Text{
		lang.En: "What each layer puts out",
		lang.Ko: "층마다 내보내는 것",
	},
	BoxesNote: lang.Text{
		lang.En: "Height and depth of a box are rows and columns, to scale; its thickness grows with the square root of the channels. " +
			"Rods are vectors. Shaded boxes have weights. " +
			"Click a box to look inside.",
		lang.Ko: "상자의 높이와 깊이는 행과 열을 축척대로 그린 것이고, 두께는 채널 수의 제곱근에 비례합니다. " +
			"막대는 벡터이고, 색을 입힌 상자에는 가중치가 있습니다. " +
			"상자를 누르면 속을 볼 수 있습니다.",
	},
	SizeChart: lang.Text{
		lang.En: "Activation size",
		lang.Ko: "활성화값 수",
	},
	ParamsChart: lang.Text{
		lang.En: "Parameters",
		lang.Ko: "파라미터 수",
	},

	Inside: lang.Text{lang.En: "Inside {0}", lang.Ko: "{0} 들여다보기"},
	Weights: lang.Text{
		lang.En: "Built-in sample {0} on its way through the net. " +
			"The weights are drawn from seed {1} ({2} initialisation) and not trained: this is what the net makes of the digit before it has learnt anything.",
		lang.Ko: "내장 샘플 {0}번이 신경망을 지나가는 모습입니다. " +
			"가중치는 시드 {1}에서 {2} 초기화로 뽑은 것이고 훈련되지 않았습니다. " +
			"아직 아무것도 배우지 않은 신경망의 반응입니다.",
	},
	WeightsLabel: lang.Text{
		lang.En: "Weights",
		lang.Ko: "가중치",
	},
	FromVisit: lang.Text{
		lang.En: "trained in this visit",
		lang.Ko: "이번 방문에서 훈련한 것",
	},
	FromShipped: lang.Text{
		lang.En: "trained beforehand",
		lang.Ko: "미리 훈련한 것",
	},
	FromSeed: lang.Text{
		lang.En: "drawn from a seed, untrained",
		lang.Ko: "시드에서 뽑은 것 (훈련 전)",
	},
	Fetching: lang.Text{
		lang.En: "The trained weights are on their way.",
		lang.Ko: "훈련된 가중치를 가져오는 중입니다.",
	},
	DrawnUntil: lang.Text{
		lang.En: "Until then the net has weights drawn from seed {0}, and has learnt nothing.",
		lang.Ko: "그때까지는 시드 {0}에서 뽑은, 아무것도 배우지 않은 가중치를 보여 드립니다.",
	},
	VisitWeights: lang.Text{
		lang.En: "Built-in sample {0} on its way through the net, with the weights that the training lab had after {1} minibatches, {2} samples, in this visit.",
		lang.Ko: "내장 샘플 {0}번이 신경망을 지나가는 모습입니다. " +
			"이번 방문에서 훈련 실습이 미니배치 {1}개(샘플 {2}개)까지 훈련한 가중치입니다.",
	},
	VisitScore: lang.Text{
		lang.En: "It read {0} % of {1} test samples correctly.",
		lang.Ko: "테스트 샘플 {1}개 가운데 {0}%를 맞혔습니다.",
	},
	ShippedWeights: lang.Text{
		lang.En: "Built-in sample {0} on its way through the net. " +
			"The weights come with Stridelab, trained on {1} other built-in digits.",
		lang.Ko: "내장 샘플 {0}번이 신경망을 지나가는 모습입니다. " +
			"가중치는 Stridelab에 들어 있는 것으로, 다른 내장 숫자 그림 {1}장으로 훈련했습니다.",
	},
	Rounded: lang.Text{
		lang.En: "They are rounded to half precision.",
		lang.Ko: "반정밀도로 반올림했습니다.",
	},
	ShippedScore: lang.Text{
		lang.En: "Of {1} digits it had not seen the net reads {0} % correctly.",
		lang.Ko: "처음 보는 숫자 {1}개 가운데 {0}%를 맞게 읽습니다.",
	},
	MNISTScore: lang.Text{
		lang.En: "Of MNIST's test digits, written by people, it reads {0} %.",
		lang.Ko: "사람이 쓴 MNIST 테스트 숫자는 {0}%를 맞게 읽습니다.",
	},
	Reads: lang.Text{
		lang.En: "The net takes this digit for a {0} and is {1} % sure.",
		lang.Ko: "이 그림에 대한 신경망의 판정: {0} (확신 {1}%)",
	},
	NotRun: lang.Text{
		lang.En: "This network is counted but not run here: it would take the page's own thread too long. " +
			"Its receptive fields are shown on a built-in digit.",
		lang.Ko: "이 신경망은 세기만 하고 실행하지 않습니다. " +
			"실행하면 페이지가 너무 오래 멈춥니다. " +
			"수용 영역만 내장 숫자 그림 위에 보여 드립니다.",
	},
	NoSample: lang.Text{
		lang.En: "The input is a vector without rows and columns, so there is no picture to show on it.",
		lang.Ko: "입력이 행과 열이 없는 벡터라서 그림으로 보여 드릴 수 없습니다.",
	},
	FieldTitle: lang.Text{lang.En: "What one unit sees", lang.Ko: "유닛 하나가 보는 곳"},
	Field: lang.Text{
		lang.En: "One unit of {0} sees {1}×{2} pixels of the input: here rows {3} to {4}, columns {5} to {6}.",
		lang.Ko: "{0}의 유닛 하나는 입력에서 {1}×{2} 픽셀을 봅니다. 여기서는 {3}–{4}행, {5}–{6}열입니다.",
	},
	FieldCut: lang.Text{
		lang.En: "The rest lies in the padding.",
		lang.Ko: "나머지는 패딩입니다.",
	},
	FieldInput: lang.Text{
		lang.En: "A number of the input is one pixel of one channel.",
		lang.Ko: "입력의 수 하나는 한 채널의 픽셀 하나입니다.",
	},
	OneMap: lang.Text{lang.En: "{0}, map {1}", lang.Ko: "{0}, 맵 {1}"},
	MapHint: lang.Text{
		lang.En: "Click a unit or walk with the arrow keys; Home and End change the map, Enter opens the unit.",
		lang.Ko: "유닛을 누르거나 화살표 키로 옮겨 다닙니다. " +
			"Home과 End로 맵을 바꾸고 Enter로 유닛을 엽니다.",
	},
	Maps: lang.Text{
		lang.En: "All that {0} puts out",
		lang.Ko: "{0}의 출력 모두",
	},
	MapsFirst: lang.Text{
		lang.En: "What {0} puts out: the first {1} of {2}",
		lang.Ko: "{0}의 출력: {2}개 중 처음 {1}개",
	},
	MapsNote: lang.Text{
		lang.En: "Dark is {0}, bright is {1}. Click a map to look at it.",
		lang.Ko: "어두운 곳은 {0}, 밝은 곳은 {1}입니다. 맵을 누르면 크게 봅니다.",
	},
	Sample: lang.Text{
		lang.En: "Sample",
		lang.Ko: "샘플 번호",
	},
	Seed: lang.Text{
		lang.En: "Seed of the weights",
		lang.Ko: "가중치 시드",
	},
	UnitsNote: lang.Text{
		lang.En: "Dark is {0}, bright is {1}. Click a unit to look at it.",
		lang.Ko: "어두운 곳은 {0}, 밝은 곳은 {1}입니다. 유닛을 누르면 그 값을 봅니다.",
	},
	UnitChannel: lang.Text{
		lang.En: "Map",
		lang.Ko: "맵",
	},
	UnitNumber: lang.Text{
		lang.En: "Unit",
		lang.Ko: "유닛",
	},
	UnitRow: lang.Text{
		lang.En: "Row",
		lang.Ko: "행",
	},
	UnitColumn: lang.Text{
		lang.En: "Column",
		lang.Ko: "열",
	},
	Unit: lang.Text{
		lang.En: "{0}, map {1}, row {2}, column {3}",
		lang.Ko: "{0}, 맵 {1}, {2}행 {3}열",
	},
	UnitSingle: lang.Text{
		lang.En: "{0}, unit {1}",
		lang.Ko: "{0}, 유닛 {1}",
	},
	HowInput: lang.Text{
		lang.En: "A pixel, between 0 and 1.",
		lang.Ko: "0과 1 사이의 픽셀 값입니다.",
	},
	HowSum: lang.Text{
		lang.En: "The sum of {0} products and the bias {1} is {2}.",
		lang.Ko: "곱 {0}개와 편향 {1}의 합은 {2}입니다.",
	},
	HowMax: lang.Text{
		lang.En: "The largest of the {0} numbers in its window.",
		lang.Ko: "윈도우에 든 수 {0}개 가운데 가장 큰 값입니다.",
	},
	HowMean: lang.Text{
		lang.En: "The mean of the {0} numbers in its window.",
		lang.Ko: "윈도우에 든 수 {0}개의 평균입니다.",
	},
	HowAct: lang.Text{lang.En: "{0} makes it {1}.", lang.Ko: "{0}를 거치면 {1}입니다."},
	OpenConv: lang.Text{
		lang.En: "Open its arithmetic in lab 1",
		lang.Ko: "1번 실습에서 계산 열기",
	},
	OpenPool: lang.Text{
		lang.En: "Open its arithmetic in lab 2",
		lang.Ko: "2번 실습에서 계산 열기",
	},
	NoteAct: lang.Text{
		lang.En: "There the number is shown before the activation.",
		lang.Ko: "그곳에서는 활성화 함수를 거치기 전의 값을 보여 줍니다.",
	},
	NoteChannels: lang.Text{
		lang.En: "Lab 1 shows 8 channels at once. " +
			"What the other channels add is put into the bias there, so the result is the same; it is shown before the activation.",
		lang.Ko: "1번 실습은 채널을 8개까지 보여 줍니다. " +
			"나머지 채널의 몫은 편향에 더해 두므로 결과는 같고, 활성화 함수를 거치기 전의 값을 보여 줍니다.",
	},
	WhyInput: lang.Text{
		lang.En: "A number of the input comes from the picture; nothing is computed.",
		lang.Ko: "입력의 수는 그림에서 온 것이라 계산이 없습니다.",
	},
	WhyPool: lang.Text{
		lang.En: "Lab 2 cannot show this window: it takes square inputs up to 32×32, windows up to 16 and strides up to 8.",
		lang.Ko: "2번 실습에서 보여 줄 수 없는 윈도우입니다. " +
			"32×32까지의 정사각형 입력, 16까지의 윈도우, 8까지의 스트라이드만 다룹니다.",
	},
	WhyWindow: lang.Text{
		lang.En: "Lab 1 cannot show this window: it takes windows up to 7×7 and numbers up to 9999.",
		lang.Ko: "1번 실습에서 보여 줄 수 없는 윈도우입니다. 7×7까지의 윈도우와 9999까지의 수만 다룹니다.",
	},
	WhyDense: lang.Text{
		lang.En: "A dense unit has no window to open: it has a weight of its own for every number of the layer before.",
		lang.Ko: "완전 연결층의 유닛에는 열어 볼 윈도우가 없습니다. " +
			"앞 층의 모든 수에 저마다 가중치가 하나씩 있습니다.",
	},
	WhyDropout: lang.Text{
		lang.En: "Dropout acts in training only; here it hands its input on.",
		lang.Ko: "드롭아웃은 훈련할 때만 작동합니다. 여기서는 입력을 그대로 넘깁니다.",
	},
	WhyFlatten: lang.Text{
		lang.En: "Flattening writes the same numbers in one line; nothing is computed.",
		lang.Ko: "펼치기는 같은 수를 한 줄로 늘어놓을 뿐 계산하지 않습니다.",
	},

	Use: lang.Text{
		lang.En: "Use this network",
		lang.Ko: "이 신경망 쓰기",
	},
	TrainThis: lang.Text{
		lang.En: "Train this",
		lang.Ko: "이 신경망 훈련하기",
	},
	TooLarge: lang.Text{
		lang.En: "Too large to train here, so it is counted only.",
		lang.Ko: "여기서 훈련하기에는 너무 커서 세기만 합니다.",
	},
	TrainsKept: lang.Text{
		lang.En: "The last network that fits is what will be trained.",
		lang.Ko: "마지막으로 맞았던 신경망을 훈련합니다.",
	},
	SmallInput: lang.Text{
		lang.En: "The built-in digits are 32×32, in grey or in colour, and do not fit into this input; it can be trained on files of its size.",
		lang.Ko: "내장 숫자 그림은 32×32 흑백 또는 컬러라서 이 입력에 맞지 않습니다. " +
			"크기가 맞는 파일로는 훈련할 수 있습니다.",
	},
	OtherClasses: lang.Text{
		lang.En: "Training gives the last layer one output for each class of the data: 10 for the built-in digits, not {0}.",
		lang.Ko: "훈련할 때 마지막 층의 출력 수는 데이터의 클래스 수를 따릅니다. " +
			"내장 숫자라면 {0}개가 아니라 10개입니다.",
	},

	Code: lang.Text{
		lang.En: "The same network as a program",
		lang.Ko: "같은 신경망을 코드로",
	},
	CodeNote: lang.Text{
		lang.En: "Both build the layers of the table with exactly as many parameters.",
		lang.Ko: "두 코드 모두 표와 똑같은 층을 만들고, 파라미터 수도 정확히 같습니다.",
	},
	CodeLabel: lang.Text{
		lang.En: "{0} code",
		lang.Ko: "{0} 코드",
	},
	Copy: lang.Text{
		lang.En: "Copy",
		lang.Ko: "복사",
	},
	CopyHint: lang.Text{
		lang.En: "Copy the {0} code",
		lang.Ko: "{0} 코드 복사",
	},
	Copied: lang.Text{
		lang.En: "The {0} code is copied.",
		lang.Ko: "{0} 코드를 복사했습니다.",
	},
	CopyFailed: lang.Text{
		lang.En: "The browser did not let the code be copied: select it and copy by hand.",
		lang.Ko: "브라우저가 복사를 막았습니다. 코드를 선택해 직접 복사하세요.",
	},

	KeyRow: lang.Text{
		lang.En: "In the table: the row above or below",
		lang.Ko: "표에서: 윗줄, 아랫줄",
	},
	KeyMove: lang.Text{
		lang.En: "In the table: move the layer",
		lang.Ko: "표에서: 층 옮기기",
	},
	KeyRemove: lang.Text{
		lang.En: "In the table: remove the layer",
		lang.Ko: "표에서: 층 빼기",
	},
	KeyAdd: lang.Text{
		lang.En: "In the table: add a layer of the kind chosen below it",
		lang.Ko: "표에서: 아래에서 고른 종류의 층 넣기",
	},
	KeyEnter: lang.Text{
		lang.En: "In the table: change the layer; on a map: open the unit",
		lang.Ko: "표에서: 층 바꾸기, 맵에서: 유닛 열기",
	},
	KeyPresets: lang.Text{
		lang.En: "The previous or next network of the list",
		lang.Ko: "목록의 이전·다음 신경망",
	},
}
