package netlab

import "stridelab/app/lang"

// texts are the words of the lab, in every language. A test holds that none is empty, and that all
// languages use the same arguments.
type texts struct {
	Title, Description, Lead    lang.Text
	Preset, Custom, AboutCustom lang.Text
	Kept                        lang.Text

	Table, TableHint, ColNumber, ColLayer, ColSettings, ColShape, ColSize, ColSum, ColParams, ColWork, ColField, Total, Input lang.Text
	CopyTable, CopyTableHint, CopyCSV, TableCopied, TableNotCopied                                                            lang.Text
	Editor, Kind, Filters, Units, Rate, WindowEdge, Stride, Padding, Valid, Same, SameOption, Dilation                        lang.Text
	CountPad, Yes, No, Activation, None, Height, Width, Channels                                                              lang.Text
	Up, Down, CannotMove, Remove, CannotRemove, AddAfter, AddBefore, Add                                                      lang.Text
	Conv, MaxPool, AvgPool, GAP, Flatten, Dense, Dropout, Max, Average, Mean                                                  lang.Text
	SaidChanged, SaidAdded, SaidRemoved, SaidMoved, SaidTotal, SaidNet, WasReset                                              lang.Text

	Pictures, BoxesTitle, BoxesNote, SizeChart, ParamsChart                                                           lang.Text
	Inside, Weights, NotRun, NoSample, FieldTitle, Field, FieldCut, FieldGaps, FieldInput                             lang.Text
	OneMap, MapHint, Maps, MapsFirst, MapsNote, UnitsNote, Sample, Seed, UnitChannel, UnitNumber, UnitRow, UnitColumn lang.Text
	Unit, UnitSingle, HowInput, HowSum, HowMax, HowMean, HowAct, PaddingLeft, PaddingCounts                           lang.Text
	UnrollTitle, UnrollNote, MatrixTitle, MatrixNote                                                                  lang.Text
	OpenConv, OpenPool, NoteAct, NoteChannels                                                                         lang.Text
	WhyInput, WhyPool, WhyWindow, WhyDense, WhyDropout, WhyFlatten                                                    lang.Text

	WeightsLabel, FromVisit, FromShipped, FromSeed, Fetching, DrawnUntil, VisitWeights, VisitScore, ShippedWeights lang.Text
	Rounded, ShippedScore, MNISTScore, Reads                                                                       lang.Text

	Use, TrainThis, TooLarge, TrainsKept, SmallInput, OtherClasses lang.Text
	Code, CodeNote, CodeLabel, Copy, CopyHint, Copied, CopyFailed  lang.Text

	KeyRow, KeyMove, KeyRemove, KeyAdd, KeyEnter lang.Text
}

// text is the catalogue; nothing writes to it.
var text = texts{
	Title: lang.Text{
		lang.En: "The network, layer by layer",
		lang.Ko: "신경망, 층별로 보기",
	},
	Description: lang.Text{
		lang.En: "Lay out a convolutional network as a table, change it layer by layer, and see where its parameters sit.",
		lang.Ko: "합성곱 신경망을 표로 펼쳐 놓고 층마다 바꿔 보며 파라미터가 어디에 있는지 살펴봅니다.",
	},
	Lead: lang.Text{
		lang.En: "Every row is a layer. " +
			"Choose one to change it, to see its output for a digit, and to open any of its values.",
		lang.Ko: "한 줄이 한 층입니다. " +
			"줄을 고르면 그 층을 바꾸고, 숫자 그림에 대한 출력을 보고, 어떤 값이든 열어 볼 수 있습니다.",
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
			"Choose a known one from the list, or press Undo to go back a step.",
		lang.Ko: "직접 만든 신경망입니다. " +
			"목록에서 준비된 신경망을 고르거나, 되돌리기를 눌러 바로 앞 상태로 갈 수 있습니다.",
	},
	Kept: lang.Text{
		lang.En: "The layers of the table do not fit together, so everything from here on shows the last network that did ({0} parameters).",
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
	ColNumber: lang.Text{
		lang.En: "No.",
		lang.Ko: "번호",
	},
	ColLayer: lang.Text{
		lang.En: "Layer",
		lang.Ko: "층",
	},
	ColSettings: lang.Text{
		lang.En: "Settings",
		lang.Ko: "설정",
	},
	ColShape: lang.Text{
		lang.En: "Activation shape",
		lang.Ko: "활성화값 모양",
	},
	ColSize: lang.Text{
		lang.En: "Activation size",
		lang.Ko: "활성화값 수",
	},
	ColSum: lang.Text{
		lang.En: "How counted",
		lang.Ko: "계산식",
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
		lang.Ko: "수용 영역(receptive field)",
	},
	Total: lang.Text{
		lang.En: "Total",
		lang.Ko: "합계",
	},
	CopyTable: lang.Text{
		lang.En: "Copy the table",
		lang.Ko: "표 복사",
	},
	CopyTableHint: lang.Text{
		lang.En: "As text with tabs, for a spreadsheet",
		lang.Ko: "스프레드시트에 붙여 넣을 수 있는 탭 구분 텍스트",
	},
	CopyCSV: lang.Text{
		lang.En: "Copy as CSV",
		lang.Ko: "CSV로 복사",
	},
	TableCopied: lang.Text{
		lang.En: "The table is copied.",
		lang.Ko: "표를 복사했습니다.",
	},
	TableNotCopied: lang.Text{
		lang.En: "The browser did not allow copying: select the table and copy it by hand.",
		lang.Ko: "브라우저가 복사를 막았습니다. " +
			"표를 선택해 직접 복사하세요.",
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
		lang.Ko: "스트라이드(stride) s",
	},
	Padding: lang.Text{
		lang.En: "Padding p",
		lang.Ko: "패딩 p",
	},
	Valid: lang.Text{
		lang.En: "0 (valid)",
		lang.Ko: "0 (valid 패딩)",
	},
	Same: lang.Text{
		lang.En: "same",
		lang.Ko: "same",
	},
	SameOption: lang.Text{
		lang.En: "same",
		lang.Ko: "same 패딩",
	},
	Dilation: lang.Text{
		lang.En: "Dilation d",
		lang.Ko: "팽창(dilation) d",
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
		lang.En: "Fully connected",
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
		lang.Ko: "맵별 평균",
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
		lang.En: "{0} {0|parameter|parameters} in all.",
		lang.Ko: "파라미터는 모두 {0}개입니다.",
	},
	SaidNet: lang.Text{
		lang.En: "{0} {0|layer|layers}, {1} {1|parameter|parameters}.",
		lang.Ko: "층 {0}개, 파라미터 {1}개입니다.",
	},
	WasReset: lang.Text{
		lang.En: "Reset to the starting state.",
		lang.Ko: "모두 처음 상태로 되돌렸습니다.",
	},

	Pictures: lang.Text{
		lang.En: "The network in pictures",
		lang.Ko: "그림으로 보는 신경망",
	},
	BoxesTitle: lang.Text{
		lang.En: "The output of each layer",
		lang.Ko: "층별 출력",
	},
	BoxesNote: lang.Text{
		lang.En: "Height and depth of a box are rows and columns, to scale; its thickness grows with the square root of the number of channels. " +
			"Rods are vectors. " +
			"Shaded boxes have weights. " +
			"Click a box to look inside.",
		lang.Ko: "상자의 높이와 깊이는 행과 열을 같은 축척으로 그린 것이고, 두께는 채널 수의 제곱근에 비례합니다. " +
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
		lang.En: "Built-in sample {0} on its way through the network. " +
			"The weights are drawn from seed {1} ({2} initialisation) and untrained: this is the response of a network that has learned nothing yet.",
		lang.Ko: "내장 샘플 {0}번이 신경망을 지나가는 모습입니다. " +
			"가중치는 시드 {1}번으로 뽑은 처음 값({2} 초기화)이고 훈련하지 않았습니다. " +
			"아직 아무것도 학습하지 않은 신경망의 반응입니다.",
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
		lang.En: "random (untrained)",
		lang.Ko: "무작위 (훈련 전)",
	},
	Fetching: lang.Text{
		lang.En: "The trained weights are being fetched.",
		lang.Ko: "훈련된 가중치를 가져오는 중입니다.",
	},
	DrawnUntil: lang.Text{
		lang.En: "Until they are here the weights are random, from seed {0}, and have learned nothing.",
		lang.Ko: "그때까지는 시드 {0}번으로 뽑은, 아무것도 학습하지 않은 가중치를 보여 드립니다.",
	},
	VisitWeights: lang.Text{
		lang.En: "Built-in sample {0} on its way through the network, with the weights that you trained in lab 5 in this visit: {1} {1|minibatch|minibatches}, {2} {2|sample|samples}.",
		lang.Ko: "내장 샘플 {0}번이 신경망을 지나가는 모습입니다. " +
			"이번 방문 때 실습 5에서 미니배치 {1}개(샘플 {2}개)로 훈련한 가중치입니다.",
	},
	VisitScore: lang.Text{
		lang.En: "It read {0}% of {1} test samples correctly.",
		lang.Ko: "테스트 샘플 {1}개 가운데 {0}%를 맞혔습니다.",
	},
	ShippedWeights: lang.Text{
		lang.En: "Built-in sample {0} on its way through the network. " +
			"The weights were trained beforehand on {1} other built-in digits.",
		lang.Ko: "내장 샘플 {0}번이 신경망을 지나가는 모습입니다. " +
			"가중치는 다른 내장 숫자 그림 {1}장으로 미리 훈련한 것입니다.",
	},
	Rounded: lang.Text{
		lang.En: "They are stored in half precision, rounded to about three digits.",
		lang.Ko: "반정밀도로 저장해 유효 숫자 세 자리 정도로 반올림되어 있습니다.",
	},
	ShippedScore: lang.Text{
		lang.En: "It reads {0}% of {1} built-in digits that it has not seen correctly.",
		lang.Ko: "처음 보는 내장 숫자 그림 {1}장 가운데 {0}%를 맞게 읽습니다.",
	},
	MNISTScore: lang.Text{
		lang.En: "Of {1} digits of MNIST, written by people and not trained on either, it reads {0}% correctly.",
		lang.Ko: "역시 훈련에 쓰지 않은, 사람이 쓴 MNIST 숫자 {1}장 가운데서는 {0}%를 맞게 읽습니다.",
	},
	Reads: lang.Text{
		lang.En: "The network reads this digit as {0} (probability {1}%).",
		lang.Ko: "신경망이 읽은 숫자: {0} (확신도 {1}%)",
	},
	NotRun: lang.Text{
		lang.En: "This network is counted but not run here, because running it would freeze the page. " +
			"Its receptive fields are shown on a built-in digit.",
		lang.Ko: "이 신경망은 파라미터만 세고 실행하지 않습니다. " +
			"실행하면 페이지가 너무 오래 멈춥니다. " +
			"수용 영역만 내장 숫자 그림 위에 보여 드립니다.",
	},
	NoSample: lang.Text{
		lang.En: "The input is a vector without rows and columns, so there is no picture to show on it.",
		lang.Ko: "입력이 행과 열이 없는 벡터라서 그림으로 보여 드릴 수 없습니다.",
	},
	FieldTitle: lang.Text{
		lang.En: "The receptive field of one unit",
		lang.Ko: "유닛 하나의 수용 영역(receptive field)",
	},
	Field: lang.Text{
		lang.En: "The receptive field of one unit of {0} is {1}×{2} pixels of the input: here rows {3} to {4}, columns {5} to {6}.",
		lang.Ko: "{0}의 유닛 하나의 수용 영역은 입력의 {1}×{2} 픽셀입니다. " +
			"여기서는 {3}~{4}행, {5}~{6}열입니다.",
	},
	FieldCut: lang.Text{
		lang.En: "The rest lies in the padding.",
		lang.Ko: "나머지는 패딩입니다.",
	},
	FieldGaps: lang.Text{
		lang.En: "It reads only {0} of these {1} pixels, the marked ones: the windows skip the others.",
		lang.Ko: "이 {1}픽셀 가운데 표시된 {0}픽셀만 읽습니다. " +
			"나머지는 윈도우가 건너뜁니다.",
	},
	FieldInput: lang.Text{
		lang.En: "A value of the input is one pixel of one channel.",
		lang.Ko: "입력값 하나는 한 채널의 픽셀 하나입니다.",
	},
	OneMap: lang.Text{lang.En: "{0}, map {1}", lang.Ko: "{0}, 맵 {1}"},
	MapHint: lang.Text{
		lang.En: "Click a unit or move with the arrow keys; Home and End change the map, Enter opens the unit.",
		lang.Ko: "유닛을 누르거나 화살표 키로 옮겨 다닙니다. " +
			"Home과 End로 맵을 바꾸고 Enter로 유닛을 엽니다.",
	},
	Maps: lang.Text{
		lang.En: "All outputs of {0}",
		lang.Ko: "{0}의 출력 모두",
	},
	MapsFirst: lang.Text{
		lang.En: "Outputs of {0}: the first {1} of {2}",
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
		lang.En: "The sum of {0} {0|product|products} and the bias {1} is {2}.",
		lang.Ko: "곱 {0}개와 편향 {1}의 합은 {2}입니다.",
	},
	HowMax: lang.Text{
		lang.En: "The largest of the {0} {0|value|values} in its window.",
		lang.Ko: "윈도우에 든 값 {0}개 가운데 가장 큰 값입니다.",
	},
	HowMean: lang.Text{
		lang.En: "The mean of the {0} {0|value|values} in its window: their sum divided by {0}.",
		lang.Ko: "윈도우에 든 값 {0}개의 평균입니다. " +
			"값의 합을 그 개수로 나눕니다.",
	},
	PaddingLeft: lang.Text{
		lang.En: "The other {0} of its {1} cells {0|is|are} padding and {0|does|do} not count.",
		lang.Ko: "윈도우의 {1}칸 가운데 나머지 {0}칸은 패딩이라 세지 않습니다.",
	},
	PaddingCounts: lang.Text{
		lang.En: "Of these, {0} {0|is|are} padding and {0|counts|count} as 0.",
		lang.Ko: "그 가운데 {0}칸은 패딩이며 0으로 셉니다.",
	},
	UnrollTitle: lang.Text{
		lang.En: "From {0} to {1}: unrolled",
		lang.Ko: "{0} → {1}: 펼치기",
	},
	UnrollNote: lang.Text{
		lang.En: "The {0} values of {1} are unrolled to {2}: map by map, and in each map row by row.",
		lang.Ko: "{1}의 출력 {0} 값을 {2}개로 펼칩니다. " +
			"맵 차례대로, 맵 안에서는 행 차례대로입니다.",
	},
	MatrixTitle: lang.Text{
		lang.En: "The weights of {0}",
		lang.Ko: "{0}의 가중치",
	},
	MatrixNote: lang.Text{
		lang.En: "Each of the {1} units of {0} has a row of {2} weights in W and a bias in b; orange is positive, blue negative. " +
			"The frame marks unit {3}: its output is its row times the values above, added up, plus its bias.",
		lang.Ko: "{0}의 유닛 {1}개마다 W에 가중치 {2}개짜리 행이, b에 편향이 하나씩 있습니다. " +
			"주황은 양수, 파랑은 음수입니다. " +
			"테두리는 유닛 {3}의 행입니다. " +
			"이 행에 위의 값을 곱해 모두 더하고 편향을 더하면 출력이 됩니다.",
	},
	HowAct: lang.Text{
		lang.En: "After {0}: {1}.",
		lang.Ko: "{0} 함수를 거치면 {1}입니다.",
	},
	OpenConv: lang.Text{
		lang.En: "Open its arithmetic in lab 1",
		lang.Ko: "실습 1에서 계산 열기",
	},
	OpenPool: lang.Text{
		lang.En: "Open its arithmetic in lab 2",
		lang.Ko: "실습 2에서 계산 열기",
	},
	NoteAct: lang.Text{
		lang.En: "Lab {0} shows the value before the activation.",
		lang.Ko: "실습 {0}에서는 활성화 함수를 거치기 전의 값을 보여 줍니다.",
	},
	NoteChannels: lang.Text{
		lang.En: "Lab 1 shows 8 channels at once. " +
			"The sum over the other channels is added to the bias there, so the result is the same; it is shown before the activation.",
		lang.Ko: "실습 1은 채널을 8개까지 보여 줍니다. " +
			"나머지 채널의 합은 편향에 더해 두므로 결과는 같습니다. " +
			"값은 활성화 함수를 거치기 전의 것입니다.",
	},
	WhyInput: lang.Text{
		lang.En: "A value of the input comes from the picture; nothing is computed.",
		lang.Ko: "입력값은 그림에서 온 것이라 계산이 없습니다.",
	},
	WhyPool: lang.Text{
		lang.En: "Lab 2 cannot show this window: it takes square inputs up to 32×32, windows up to 16×16 and strides up to 8.",
		lang.Ko: "실습 2에서 보여 줄 수 없는 윈도우입니다. " +
			"32×32까지의 정사각형 입력, 16×16까지의 윈도우, 8까지의 스트라이드만 다룹니다.",
	},
	WhyWindow: lang.Text{
		lang.En: "Lab 1 cannot show this window: it takes windows up to 7×7 and values up to 9999.",
		lang.Ko: "실습 1에서 보여 줄 수 없는 윈도우입니다. " +
			"7×7까지의 윈도우와 9999까지의 값만 다룹니다.",
	},
	WhyDense: lang.Text{
		lang.En: "A fully connected unit has no window to open: it has a weight of its own for every value of the layer before.",
		lang.Ko: "완전 연결층의 유닛에는 열어 볼 윈도우가 없습니다. " +
			"앞 층의 모든 값에 저마다 가중치가 하나씩 있습니다.",
	},
	WhyDropout: lang.Text{
		lang.En: "Dropout acts only in training; here its output is its input.",
		lang.Ko: "드롭아웃은 훈련할 때만 작동합니다. " +
			"여기서는 입력이 그대로 출력입니다.",
	},
	WhyFlatten: lang.Text{
		lang.En: "Flattening writes the same values in one line; nothing is computed.",
		lang.Ko: "펼치기는 같은 값을 한 줄로 늘어놓을 뿐 계산하지 않습니다.",
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
		lang.En: "Too large to train here, so its parameters are only counted.",
		lang.Ko: "여기서 훈련하기에는 너무 커서 파라미터만 셉니다.",
	},
	TrainsKept: lang.Text{
		lang.En: "The last network that fits will be trained.",
		lang.Ko: "마지막으로 맞았던 신경망을 훈련합니다.",
	},
	SmallInput: lang.Text{
		lang.En: "The built-in digits are 32×32, in grey or in colour, and do not fit this input. " +
			"You can train on files of its size.",
		lang.Ko: "내장 숫자 그림은 32×32 흑백 또는 컬러라서 이 입력에 맞지 않습니다. " +
			"크기가 맞는 파일로는 훈련할 수 있습니다.",
	},
	OtherClasses: lang.Text{
		lang.En: "In training the last layer gets one output for each class of the data: 10 for the built-in digits, not {0}.",
		lang.Ko: "훈련할 때 마지막 층의 출력 수는 데이터의 클래스 수를 따릅니다. " +
			"내장 숫자 그림이라면 {0}개가 아니라 10개입니다.",
	},

	Code: lang.Text{
		lang.En: "The same network as a program",
		lang.Ko: "같은 신경망의 코드",
	},
	CodeNote: lang.Text{
		lang.En: "Both programs build the layers of the table with as many parameters, and compute the same numbers from the same weights, up to rounding.",
		lang.Ko: "두 프로그램 모두 표와 같은 층을 같은 수의 파라미터로 만들고, 가중치가 같으면 같은 값을 계산합니다(반올림 차이 제외).",
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
		lang.En: "The browser did not allow copying: select the code and copy it by hand.",
		lang.Ko: "브라우저가 복사를 막았습니다. " +
			"코드를 선택해 직접 복사하세요.",
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
}
