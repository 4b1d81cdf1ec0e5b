package window

import "stridelab/app/lang"

// texts are the words of the widget, in every language. A test holds that none is empty
// and that all languages use the same arguments.
type texts struct {
	Input, Channel, Kernel, Filter, Products, Window, Output, Max, Average, Bias, Gradient, DXMax, DXAvg, GX lang.Text

	Shares, Stage, Editor, Start, StartBackward, NoGradient, NotYet                                                           lang.Text
	InputTile, OutputTile, InputCell, InputGradientCell, KernelCell, BiasCell, OutputCell, GradientCell, MaxCell, AverageCell lang.Text
	Transport, Previous, Next, Scrub                                                                                          lang.Text
	InputTools, Random, Zeros, Digit, File, Paint, PaintHint, Ink                                                             lang.Text
	WasReset, EditHint, EditHintPool, NoPicture                                                                               lang.Text
	Settings, Preset, FieldN, FieldC, FieldF, FieldS, FieldP, FieldD, FieldFilters                                            lang.Text
	Padding, PadValid, PadSame, PadNumber, CountPad, CountPadNo, CountPadYes                                                  lang.Text
	Formula, OutputSize, DroppedOne, Dropped, NothingToLearn, Parameters, ParametersOne, UseNearest                           lang.Text
	Direction, Forward, Backward, BackwardConv, BackwardPool                                                                  lang.Text
	PredictHint, PredictWhat, PredictLabel, PredictLabelMax                                                                   lang.Text
	AskSum, AskMax, AskAverage, NextQuestion, AllAnswered, NotAnAnswer                                                        lang.Text
	HintSum, HintSumOne, HintParts, HintMax, HintMaxOne, HintAverage, HintAverageSum                                          lang.Text
	Nudge, NudgeHint, NudgeAgrees, NudgeDiffers, NudgeKink, NameInput, NameWeight, NameBias                                   lang.Text
	Shift, ShiftHint, ShiftLeft, ShiftRight, ShiftUp, ShiftDown, ShiftResult                                                  lang.Text
	unitWords
	lessonWords
	KeyStep, KeyPlay, KeyEnds, KeyNudge, KeyEdit, KeyTab lang.Text
}

var text = texts{
	unitWords: wordsOfUnits(), lessonWords: wordsOfLessons(),
	Input: lang.Text{
		lang.En: "Input",
		lang.Ko: "입력",
	},
	Channel: lang.Text{
		lang.En: "Channel",
		lang.Ko: "채널",
	},
	Kernel: lang.Text{
		lang.En: "Kernel",
		lang.Ko: "커널",
	},
	Filter: lang.Text{
		lang.En: "Filter",
		lang.Ko: "필터",
	},
	Products: lang.Text{
		lang.En: "Products",
		lang.Ko: "곱",
	},
	Window: lang.Text{
		lang.En: "Window",
		lang.Ko: "윈도우",
	},
	Output: lang.Text{
		lang.En: "Output",
		lang.Ko: "출력",
	},
	Max: lang.Text{
		lang.En: "Max",
		lang.Ko: "최대",
	},
	Average: lang.Text{
		lang.En: "Average",
		lang.Ko: "평균",
	},
	Bias: lang.Text{
		lang.En: "bias",
		lang.Ko: "편향",
	},
	Gradient: lang.Text{
		lang.En: "dout",
		lang.Ko: "dout",
	},
	DXMax: lang.Text{
		lang.En: "dX, max",
		lang.Ko: "dX, 최대",
	},
	DXAvg: lang.Text{
		lang.En: "dX, average",
		lang.Ko: "dX, 평균",
	},
	GX: lang.Text{
		lang.En: "dout × x",
		lang.Ko: "dout × x",
	},

	Shares: lang.Text{lang.En: "shares: each ÷ {0}", lang.Ko: "각 칸의 몫: 값 ÷ {0}"},
	Stage: lang.Text{
		lang.En: "The window, step by step",
		lang.Ko: "단계별로 보는 윈도우",
	},
	Editor: lang.Text{lang.En: "Value of the cell", lang.Ko: "칸의 값"},
	Start: lang.Text{
		lang.En: "Nothing is computed yet. Press |▶ or the → key to compute the first output.",
		lang.Ko: "아직 계산한 값이 없습니다. |▶ 버튼이나 → 키를 누르면 첫 출력을 계산합니다.",
	},
	StartBackward: lang.Text{
		lang.En: "No gradient has been sent back yet. Press |▶ or the → key to send back the first output’s.",
		lang.Ko: "아직 돌려보낸 기울기가 없습니다. |▶ 버튼이나 → 키를 누르면 첫 출력의 기울기를 돌려보냅니다.",
	},
	NoGradient: lang.Text{
		lang.En: "Padding is not part of the input, so the gradient sent there is discarded.",
		lang.Ko: "패딩은 입력이 아니므로, 패딩으로 간 기울기는 버려집니다.",
	},
	NotYet: lang.Text{lang.En: "not yet computed", lang.Ko: "아직 계산하지 않음"},

	InputTile: lang.Text{
		lang.En: "Input channel {0}, {1} by {1}. Arrow keys choose a cell; type a number or press Enter to change it.",
		lang.Ko: "입력 채널 {0}, {1}×{1}. 화살표 키로 칸을 고르고, 수를 입력하거나 Enter를 눌러 바꿉니다.",
	},
	OutputTile: lang.Text{
		lang.En: "Output map {0}, {1} by {1}. Arrow keys choose a cell and show its window; Enter goes there.",
		lang.Ko: "출력 맵 {0}, {1}×{1}. 화살표 키로 칸을 고르면 그 윈도우가 보이고, Enter를 누르면 그 단계로 갑니다.",
	},
	InputCell: lang.Text{
		lang.En: "Input channel {0}, row {1}, column {2}: {3}",
		lang.Ko: "입력 채널 {0}, {1}행 {2}열: {3}",
	},
	InputGradientCell: lang.Text{
		lang.En: "dX of channel {0}, row {1}, column {2}: {3}; input {4}",
		lang.Ko: "채널 {0}의 dX, {1}행 {2}열: {3}, 입력 {4}",
	},
	KernelCell: lang.Text{
		lang.En: "Filter {0}, channel {1}, row {2}, column {3}: {4}",
		lang.Ko: "필터 {0}, 채널 {1}, {2}행 {3}열: {4}",
	},
	BiasCell: lang.Text{
		lang.En: "Bias of filter {0}: {1}",
		lang.Ko: "필터 {0}의 편향: {1}",
	},
	OutputCell: lang.Text{
		lang.En: "Output map {0}, row {1}, column {2}: {3}",
		lang.Ko: "출력 맵 {0}, {1}행 {2}열: {3}",
	},
	GradientCell: lang.Text{
		lang.En: "Gradient at output {0}, row {1}, column {2}: {3}",
		lang.Ko: "출력 {0}의 기울기, {1}행 {2}열: {3}",
	},
	MaxCell: lang.Text{
		lang.En: "Maximum, channel {0}, row {1}, column {2}: {3}",
		lang.Ko: "최댓값, 채널 {0}, {1}행 {2}열: {3}",
	},
	AverageCell: lang.Text{
		lang.En: "Average, channel {0}, row {1}, column {2}: {3}",
		lang.Ko: "평균, 채널 {0}, {1}행 {2}열: {3}",
	},

	Transport: lang.Text{
		lang.En: "Steps",
		lang.Ko: "단계 이동",
	},
	Previous: lang.Text{
		lang.En: "Step back",
		lang.Ko: "한 단계 뒤로",
	},
	Next: lang.Text{lang.En: "Step forward", lang.Ko: "한 단계 앞으로"},
	Scrub: lang.Text{
		lang.En: "Windows done",
		lang.Ko: "계산한 윈도우",
	},

	InputTools: lang.Text{lang.En: "Input", lang.Ko: "입력"},
	Random: lang.Text{
		lang.En: "Random",
		lang.Ko: "무작위",
	},
	Zeros: lang.Text{
		lang.En: "Zeros",
		lang.Ko: "0으로",
	},
	Digit: lang.Text{
		lang.En: "A digit",
		lang.Ko: "숫자 그림",
	},
	File: lang.Text{
		lang.En: "From a file…",
		lang.Ko: "파일에서…",
	},
	Paint: lang.Text{
		lang.En: "Paint",
		lang.Ko: "칠하기",
	},
	PaintHint: lang.Text{
		lang.En: "Drag over the input to paint the value at the right. If it is empty, the first cell’s value is copied.",
		lang.Ko: "입력 위를 끌어 오른쪽 값으로 칠합니다. 값이 비어 있으면 첫 칸의 값을 복사합니다.",
	},
	Ink: lang.Text{lang.En: "Paint with", lang.Ko: "칠할 값"},
	WasReset: lang.Text{
		lang.En: "Reset to the starting state.",
		lang.Ko: "모두 처음 상태로 되돌렸습니다.",
	},
	EditHint: lang.Text{
		lang.En: "Click a cell of the input, the kernel or the bias, type a number or a fraction such as 1/9, and press Enter. " +
			"Drag across the input to copy a value.",
		lang.Ko: "입력, 커널, 편향의 칸을 눌러 수나 1/9 같은 분수를 쓰고 Enter를 누르세요. " +
			"입력 위를 끌면 첫 칸의 값을 복사합니다.",
	},
	EditHintPool: lang.Text{
		lang.En: "Click a cell of the input, type a number or a fraction such as 1/9, and press Enter. " +
			"Drag across the input to copy a value.",
		lang.Ko: "입력의 칸을 눌러 수나 1/9 같은 분수를 쓰고 Enter를 누르세요. " +
			"입력 위를 끌면 첫 칸의 값을 복사합니다.",
	},
	NoPicture: lang.Text{
		lang.En: "The browser cannot read this file as a picture, so the input is unchanged. Choose a PNG or JPEG file.",
		lang.Ko: "브라우저가 그림으로 읽을 수 없는 파일이어서 입력을 그대로 두었습니다. PNG나 JPEG 파일을 고르세요.",
	},

	Settings: lang.Text{
		lang.En: "Settings",
		lang.Ko: "설정",
	},
	Preset: lang.Text{
		lang.En: "Preset",
		lang.Ko: "프리셋",
	},
	FieldN: lang.Text{
		lang.En: "n, input size",
		lang.Ko: "n, 입력 크기",
	},
	FieldC: lang.Text{
		lang.En: "c, channels",
		lang.Ko: "c, 채널",
	},
	FieldF: lang.Text{
		lang.En: "f, window size",
		lang.Ko: "f, 윈도우 크기",
	},
	FieldS: lang.Text{
		lang.En: "s, stride",
		lang.Ko: "s, 스트라이드(stride)",
	},
	FieldP: lang.Text{
		lang.En: "p, padding",
		lang.Ko: "p, 패딩",
	},
	FieldD: lang.Text{
		lang.En: "d, dilation",
		lang.Ko: "d, 팽창(dilation)",
	},
	FieldFilters: lang.Text{
		lang.En: "filters",
		lang.Ko: "필터 수",
	},
	Padding: lang.Text{
		lang.En: "Padding",
		lang.Ko: "패딩",
	},
	PadValid: lang.Text{
		lang.En: "valid",
		lang.Ko: "valid 패딩",
	},
	PadSame: lang.Text{
		lang.En: "same",
		lang.Ko: "same 패딩",
	},
	PadNumber: lang.Text{
		lang.En: "number",
		lang.Ko: "직접 입력",
	},
	CountPad: lang.Text{
		lang.En: "Padding in the average",
		lang.Ko: "평균의 패딩",
	},
	CountPadNo: lang.Text{
		lang.En: "left out",
		lang.Ko: "제외",
	},
	CountPadYes: lang.Text{
		lang.En: "counted",
		lang.Ko: "포함",
	},
	Formula: lang.Text{lang.En: "Formula of the output size", lang.Ko: "출력 크기 공식"},
	OutputSize: lang.Text{
		lang.En: "{0}×{0}×{1} becomes {2}×{2}×{3}.",
		lang.Ko: "{0}×{0}×{1} → {2}×{2}×{3}.",
	},
	DroppedOne: lang.Text{
		lang.En: "No window reaches the last row and the last column, so they are not used.",
		lang.Ko: "마지막 행과 마지막 열에는 윈도우가 닿지 않아 쓰이지 않습니다.",
	},
	Dropped: lang.Text{
		lang.En: "No window reaches the last {0} rows and columns, so they are not used.",
		lang.Ko: "마지막 {0}개 행과 열에는 윈도우가 닿지 않아 쓰이지 않습니다.",
	},
	NothingToLearn: lang.Text{
		lang.En: "Its hyperparameters are f and s; it has 0 parameters to learn.",
		lang.Ko: "하이퍼파라미터는 f와 s이고, 학습할 파라미터가 없습니다(0개).",
	},
	Parameters: lang.Text{
		lang.En: "{0} parameters: ({1} weights + 1 bias) × {2}.",
		lang.Ko: "파라미터 {0}개: (가중치 {1}개 + 편향 1개) × {2}.",
	},
	ParametersOne: lang.Text{
		lang.En: "{0} parameters: (1 weight + 1 bias) × {2}.",
		lang.Ko: "파라미터 {0}개: (가중치 1개 + 편향 1개) × {2}.",
	},
	UseNearest: lang.Text{lang.En: "Use {0}", lang.Ko: "{0} 적용"},

	Direction: lang.Text{
		lang.En: "Direction",
		lang.Ko: "방향",
	},
	Forward: lang.Text{
		lang.En: "Forward",
		lang.Ko: "순전파",
	},
	Backward: lang.Text{
		lang.En: "Backward",
		lang.Ko: "역전파",
	},
	BackwardConv: lang.Text{
		lang.En: "The loss here is L = Σ dout × output. " +
			"At each step one output sends its dout back: dW gains dout × the window, dX gains dout × the kernel, db gains dout. " +
			"The small numbers in the corners are the forward values. " +
			"Point at a cell to see which products its gradient adds up.",
		lang.Ko: "여기서 손실은 L = Σ dout × 출력입니다. " +
			"단계마다 출력 하나가 dout을 돌려보냅니다. dW에는 dout × 윈도우, dX에는 dout × 커널, db에는 dout을 더합니다. " +
			"칸 구석의 작은 수는 순전파의 값입니다. " +
			"칸을 가리키면 기울기가 어떤 곱의 합인지 보입니다.",
	},
	BackwardPool: lang.Text{
		lang.En: "The loss here is L = Σ dout × output. " +
			"Under max the whole dout goes to the largest value, the first where several tie; under average each cell that was counted gets an equal share. " +
			"The small numbers in the corners are the inputs. " +
			"Point at a cell to see which products its gradient adds up.",
		lang.Ko: "여기서 손실은 L = Σ dout × 출력입니다. " +
			"최대 풀링에서는 dout 전부가 가장 큰 값으로, 같은 값이 여럿이면 첫 번째로 갑니다. " +
			"평균 풀링에서는 평균에 든 칸들이 똑같이 나눕니다. " +
			"칸 구석의 작은 수는 입력값입니다. " +
			"칸을 가리키면 기울기가 어떤 곱의 합인지 보입니다.",
	},

	PredictHint: lang.Text{
		lang.En: "Predict the next value before it is shown.",
		lang.Ko: "다음 값을 보기 전에 예측해 보세요.",
	},
	PredictWhat: lang.Text{
		lang.En: "Predict the",
		lang.Ko: "예측할 값",
	},
	PredictLabel: lang.Text{
		lang.En: "What is this window’s output?",
		lang.Ko: "이 윈도우의 출력은 얼마일까요?",
	},
	PredictLabelMax: lang.Text{
		lang.En: "Which value is the largest? Type it or click its cell.",
		lang.Ko: "가장 큰 값은 무엇일까요? 입력하거나 그 칸을 누르세요.",
	},
	AskSum: lang.Text{
		lang.En: "What is the sum of the products, plus the bias?",
		lang.Ko: "곱을 모두 더하고 편향까지 더하면 얼마일까요?",
	},
	AskMax: lang.Text{
		lang.En: "Which value in the window is the largest?",
		lang.Ko: "윈도우에서 가장 큰 값은 무엇일까요?",
	},
	AskAverage: lang.Text{
		lang.En: "What is the average of the window?",
		lang.Ko: "윈도우의 평균은 얼마일까요?",
	},
	NextQuestion: lang.Text{
		lang.En: "Next window",
		lang.Ko: "다음 윈도우",
	},
	AllAnswered: lang.Text{
		lang.En: "You have answered every window. Go back to the first to start again.",
		lang.Ko: "모든 윈도우에 답했습니다. 처음으로 돌아가면 다시 풀 수 있습니다.",
	},
	NotAnAnswer: lang.Text{
		lang.En: "“{0}” is not a number. Enter one such as 12, −1 or 1/9.",
		lang.Ko: "수로 읽을 수 없습니다: “{0}”. 12, −1, 1/9 같은 수를 입력하세요.",
	},
	HintSum: lang.Text{
		lang.En: "Not yet. Multiply each of the {0} cells under the kernel by its weight, then add.",
		lang.Ko: "아직 맞지 않습니다. 커널 아래의 칸 {0}개에 저마다 가중치를 곱한 뒤 모두 더하세요.",
	},
	HintSumOne: lang.Text{
		lang.En: "Not yet. Multiply the cell under the kernel by its weight.",
		lang.Ko: "아직 맞지 않습니다. 커널 아래의 칸에 가중치를 곱하세요.",
	},
	HintMaxOne: lang.Text{
		lang.En: "Not yet. The window holds one input cell, so that cell is the largest.",
		lang.Ko: "아직 맞지 않습니다. 윈도우에 든 입력 칸은 하나뿐이어서, 그 칸이 가장 큰 값입니다.",
	},
	HintParts: lang.Text{
		lang.En: "Not yet. " +
			"The positive products add up to {0}, the negative ones to {1}, and the bias is {2}.",
		lang.Ko: "아직 맞지 않습니다. " +
			"양수인 곱의 합은 {0}, 음수인 곱의 합은 {1}, 편향은 {2}입니다.",
	},
	HintMax: lang.Text{
		lang.En: "Not yet. Compare all {0} input cells in the window; padding is left out.",
		lang.Ko: "아직 맞지 않습니다. 윈도우에 든 입력 칸 {0}개를 모두 비교하세요. 패딩은 뺍니다.",
	},
	HintAverage: lang.Text{
		lang.En: "Not yet. Add the cells and divide by {0}.",
		lang.Ko: "아직 맞지 않습니다. 칸을 모두 더하세요. 나누는 수는 {0}입니다.",
	},
	HintAverageSum: lang.Text{
		lang.En: "Not yet. The sum is {0}; divide it by {1}.",
		lang.Ko: "아직 맞지 않습니다. 합은 {0}, 나누는 수는 {1}입니다.",
	},

	Nudge: lang.Text{
		lang.En: "Check by nudging",
		lang.Ko: "살짝 움직여 확인",
	},
	NudgeHint: lang.Text{
		lang.En: "First choose a cell of the input, the kernel or the bias; otherwise the window’s first cell is checked.",
		lang.Ko: "먼저 입력, 커널, 편향의 칸을 고르세요. 고르지 않으면 윈도우의 첫 칸을 확인합니다.",
	},
	NudgeAgrees: lang.Text{
		lang.En: "{0}: {1}. " +
			"Lowering and raising it by 1/64 gives a loss of {2} and {3}: a slope of {4}. " +
			"Backpropagation says {5}: the same.",
		lang.Ko: "{0}: {1}. " +
			"1/64만큼 내리고 올린 손실은 {2}, {3}, 따라서 기울기는 {4}입니다. " +
			"역전파로 구한 기울기는 {5}, 같습니다.",
	},
	NudgeDiffers: lang.Text{
		lang.En: "{0}: {1}. " +
			"Lowering and raising it by 1/64 gives a loss of {2} and {3}: a slope of {4}. " +
			"Backpropagation says {5}: they differ.",
		lang.Ko: "{0}: {1}. " +
			"1/64만큼 내리고 올린 손실은 {2}, {3}, 따라서 기울기는 {4}입니다. " +
			"역전파로 구한 기울기는 {5}, 서로 다릅니다.",
	},
	NudgeKink: lang.Text{
		lang.En: "{0} ties for the maximum, so the loss has a corner here: slope {1} below, {2} above. " +
			"Backpropagation says {3}: with ties it follows the first.",
		lang.Ko: "{0}: 최댓값이 여럿이어서 손실 곡선이 여기서 꺾입니다. " +
			"왼쪽 기울기는 {1}, 오른쪽 기울기는 {2}입니다. " +
			"역전파로 구한 기울기는 {3}입니다. 같은 값이 여럿이면 첫 번째로 정하기 때문입니다.",
	},
	NameInput: lang.Text{
		lang.En: "x({0}, {1}) of channel {2}",
		lang.Ko: "채널 {2}의 x({0}, {1})",
	},
	NameWeight: lang.Text{
		lang.En: "W({0}, {1}) of channel {2}, filter {3}",
		lang.Ko: "필터 {3}, 채널 {2}의 W({0}, {1})",
	},
	NameBias: lang.Text{
		lang.En: "b of filter {0}",
		lang.Ko: "필터 {0}의 b",
	},

	Shift: lang.Text{
		lang.En: "Shift the input by one pixel",
		lang.Ko: "입력을 한 픽셀 옮기기",
	},
	ShiftHint: lang.Text{
		lang.En: "Every cell takes the value of its neighbour, and the row or column at the border is repeated. " +
			"How many outputs change, and by how much? " +
			"A maximum changes only when its cell leaves the window or a larger value enters; an average changes with nearly every new value.",
		lang.Ko: "칸마다 이웃의 값을 받고, 가장자리의 행이나 열은 되풀이합니다. " +
			"출력은 몇 개나, 얼마나 바뀔까요? " +
			"최댓값은 그 칸이 윈도우를 벗어나거나 더 큰 값이 들어올 때만 바뀌고, 평균은 새 값이 들어올 때마다 거의 언제나 바뀝니다.",
	},
	ShiftLeft: lang.Text{
		lang.En: "Left",
		lang.Ko: "왼쪽으로",
	},
	ShiftRight: lang.Text{
		lang.En: "Right",
		lang.Ko: "오른쪽으로",
	},
	ShiftUp: lang.Text{
		lang.En: "Up",
		lang.Ko: "위로",
	},
	ShiftDown: lang.Text{
		lang.En: "Down",
		lang.Ko: "아래로",
	},
	ShiftResult: lang.Text{
		lang.En: "{0} by one; the picture above shows the input before the shift. " +
			"Max: {1} of {2} outputs change, mean change {3}. " +
			"Average: {4} of {2}, mean change {5}. " +
			"Without pooling: {6} of {7}, mean change {8}.",
		lang.Ko: "{0} 한 칸 옮긴 결과입니다. " +
			"위 그림은 옮기기 전의 입력입니다. " +
			"최대 풀링: 출력 {2}개 중 {1}개가 바뀌고, 평균 변화는 {3}. " +
			"평균 풀링: {2}개 중 {4}개, 평균 변화 {5}. " +
			"풀링 없이: {7}개 중 {6}개, 평균 변화 {8}.",
	},

	KeyStep: lang.Text{
		lang.En: "Step back, step forward",
		lang.Ko: "한 단계 뒤로, 앞으로",
	},
	KeyPlay: lang.Text{
		lang.En: "Play or pause",
		lang.Ko: "재생, 일시정지",
	},
	KeyEnds: lang.Text{
		lang.En: "Before the first window, after the last",
		lang.Ko: "첫 윈도우 앞, 마지막 윈도우 뒤",
	},
	KeyNudge: lang.Text{
		lang.En: "Backward: check the focused cell by nudging it",
		lang.Ko: "역전파에서: 고른 칸을 살짝 움직여 확인",
	},
	KeyEdit: lang.Text{
		lang.En: "Edit the focused cell; arrows move between cells, Escape leaves",
		lang.Ko: "고른 칸 고치기. 화살표로 칸을 옮기고 Escape로 나갑니다",
	},
	KeyTab: lang.Text{
		lang.En: "Go to the next sheet of cells",
		lang.Ko: "다음 칸 묶음으로",
	},
}
