package window

import "stridelab/app/lang"

// texts are the words of the widget, in both languages. A test holds that none is empty
// and that both languages use the same arguments.
type texts struct {
	Input, Channel, Kernel, Filter, Products, Window, Output, Map, Max, Average, Bias, Gradient, DXMax, DXAvg, GX lang.Text

	Shares, Stage, Editor, Start, StartBackward, NoGradient, NotYet                                                           lang.Text
	InputTile, OutputTile, InputCell, InputGradientCell, KernelCell, BiasCell, OutputCell, GradientCell, MaxCell, AverageCell lang.Text
	Transport, First, Previous, Play, Pause, Next, Last, Scrub, Speed                                                         lang.Text
	InputTools, Undo, Redo, NothingToUndo, NothingToRedo, Undone, Redone, Random, Zeros, Digit, File, Paint, PaintHint, Ink   lang.Text
	WasReset, EditHint, EditHintPool, NoPicture                                                                               lang.Text
	Settings, Preset, FieldN, FieldC, FieldF, FieldS, FieldP, FieldD, FieldFilters                                            lang.Text
	Padding, PadValid, PadSame, PadNumber, CountPad, CountPadNo, CountPadYes                                                  lang.Text
	Formula, OutputSize, DroppedOne, Dropped, NothingToLearn, Parameters, UseNearest, BrokenAddress                           lang.Text
	Direction, Forward, Backward, BackwardConv, BackwardPool                                                                  lang.Text
	Predict, PredictHint, PredictWhat, PredictLabel, PredictLabelMax, Check, ShowAnswer, Score                                lang.Text
	AskSum, AskMax, AskAverage, Right, WasShown, NextQuestion, AllAnswered                                                    lang.Text
	HintSum, HintParts, HintMax, HintAverage, HintAverageSum                                                                  lang.Text
	Nudge, NudgeHint, NudgeAgrees, NudgeDiffers, NudgeKink, NameInput, NameWeight, NameBias                                   lang.Text
	Shift, ShiftHint, ShiftLeft, ShiftRight, ShiftUp, ShiftDown, ShiftResult                                                  lang.Text
	unitWords
	lessonWords
	KeyStep, KeyPlay, KeyEnds, KeyUndo, KeyNudge, KeyEdit, KeyTab lang.Text
}

var text = texts{
	unitWords: wordsOfUnits(), lessonWords: wordsOfLessons(),
	Input: lang.Text{En: "Input", Ko: "입력"}, Channel: lang.Text{En: "Channel", Ko: "채널"}, Kernel: lang.Text{En: "Kernel", Ko: "커널"}, Filter: lang.Text{En: "Filter", Ko: "필터"},
	Products: lang.Text{En: "Products", Ko: "곱"}, Window: lang.Text{En: "Window", Ko: "윈도우"}, Output: lang.Text{En: "Output", Ko: "출력"}, Map: lang.Text{En: "Feature map", Ko: "특성 맵"},
	Max: lang.Text{En: "Max", Ko: "최대"}, Average: lang.Text{En: "Average", Ko: "평균"}, Bias: lang.Text{En: "bias", Ko: "편향"}, Gradient: lang.Text{En: "dout", Ko: "dout"},
	DXMax: lang.Text{En: "dX, max", Ko: "dX, 최대"}, DXAvg: lang.Text{En: "dX, average", Ko: "dX, 평균"}, GX: lang.Text{En: "dout × x", Ko: "dout × x"},

	Shares:        lang.Text{En: "shares: each ÷ {0}", Ko: "각 칸의 몫: 값 ÷ {0}"},
	Stage:         lang.Text{En: "The window, step by step", Ko: "윈도우의 한 걸음 한 걸음"},
	Editor:        lang.Text{En: "Value of the cell", Ko: "칸의 값"},
	Start:         lang.Text{En: "Nothing is computed yet. Press |▶ or the → key and the window gives its first number.", Ko: "아직 계산하지 않았습니다. |▶ 단추나 → 키를 누르면 윈도우가 첫 값을 냅니다."},
	StartBackward: lang.Text{En: "Nothing has been sent back yet. Press |▶ or the → key and the first output hands its gradient back.", Ko: "아직 돌려보내지 않았습니다. |▶ 단추나 → 키를 누르면 첫 출력이 기울기를 돌려보냅니다."},
	NoGradient:    lang.Text{En: "Padding is not part of the input: nothing learns from what is sent there.", Ko: "패딩은 입력이 아니어서, 그리로 간 기울기에서는 아무것도 배우지 않습니다."},
	NotYet:        lang.Text{En: "not yet computed", Ko: "아직 계산하지 않음"},

	InputTile:         lang.Text{En: "Input channel {0}, {1} by {1}: arrow keys choose a cell, a number or Enter changes it", Ko: "입력 채널 {0}, {1}×{1}: 화살표 키로 칸을 고르고 숫자나 Enter로 바꿉니다"},
	OutputTile:        lang.Text{En: "Output map {0}, {1} by {1}: arrow keys choose a cell and show its window, Enter goes there", Ko: "출력 맵 {0}, {1}×{1}: 화살표 키로 칸을 고르면 윈도우가 보이고, Enter로 그리로 갑니다"},
	InputCell:         lang.Text{En: "Input channel {0}, row {1}, column {2}: {3}", Ko: "입력 채널 {0}, {1}행 {2}열: {3}"},
	InputGradientCell: lang.Text{En: "dX of channel {0}, row {1}, column {2}: {3}; input {4}", Ko: "채널 {0}의 dX, {1}행 {2}열: {3}, 입력 {4}"},
	KernelCell:        lang.Text{En: "Filter {0}, channel {1}, row {2}, column {3}: {4}", Ko: "필터 {0}, 채널 {1}, {2}행 {3}열: {4}"},
	BiasCell:          lang.Text{En: "Bias of filter {0}: {1}", Ko: "필터 {0}의 편향: {1}"},
	OutputCell:        lang.Text{En: "Output map {0}, row {1}, column {2}: {3}", Ko: "출력 맵 {0}, {1}행 {2}열: {3}"},
	GradientCell:      lang.Text{En: "Gradient at output {0}, row {1}, column {2}: {3}", Ko: "출력 {0}의 기울기, {1}행 {2}열: {3}"},
	MaxCell:           lang.Text{En: "Maximum, channel {0}, row {1}, column {2}: {3}", Ko: "최댓값, 채널 {0}, {1}행 {2}열: {3}"},
	AverageCell:       lang.Text{En: "Average, channel {0}, row {1}, column {2}: {3}", Ko: "평균, 채널 {0}, {1}행 {2}열: {3}"},

	Transport: lang.Text{En: "Steps", Ko: "단계 이동"}, First: lang.Text{En: "First", Ko: "처음"}, Previous: lang.Text{En: "Step back", Ko: "한 걸음 뒤로"},
	Play: lang.Text{En: "Play", Ko: "재생"}, Pause: lang.Text{En: "Pause", Ko: "일시정지"}, Next: lang.Text{En: "Step forward", Ko: "한 걸음 앞으로"}, Last: lang.Text{En: "Last", Ko: "끝"},
	Scrub: lang.Text{En: "Windows walked", Ko: "지나온 윈도우"}, Speed: lang.Text{En: "Speed", Ko: "속도"},

	InputTools: lang.Text{En: "Input", Ko: "입력"}, Undo: lang.Text{En: "Undo", Ko: "되돌리기"}, Redo: lang.Text{En: "Redo", Ko: "다시 하기"},
	NothingToUndo: lang.Text{En: "There is nothing to undo.", Ko: "되돌릴 것이 없습니다."}, NothingToRedo: lang.Text{En: "There is nothing to redo.", Ko: "다시 할 것이 없습니다."},
	Undone: lang.Text{En: "The last change is undone.", Ko: "마지막 변경을 되돌렸습니다."}, Redone: lang.Text{En: "The change is made again.", Ko: "변경을 다시 했습니다."},
	Random: lang.Text{En: "Random", Ko: "무작위"}, Zeros: lang.Text{En: "Zeros", Ko: "0으로"}, Digit: lang.Text{En: "A digit", Ko: "숫자 그림"}, File: lang.Text{En: "From a file…", Ko: "파일에서…"},
	Paint: lang.Text{En: "Paint", Ko: "칠하기"}, PaintHint: lang.Text{En: "Drag over the input, with a finger too: it takes the value beside this button, or the first cell’s where that is empty", Ko: "입력 위를 마우스나 손가락으로 끌면 옆의 값으로, 값이 비어 있으면 첫 칸의 값으로 칠해집니다"},
	Ink:          lang.Text{En: "Paint with", Ko: "칠할 값"},
	WasReset:     lang.Text{En: "Everything is as the preset began.", Ko: "모두 프리셋의 처음 상태로 돌아왔습니다."},
	EditHint:     lang.Text{En: "Click a cell of the input, the kernel or the bias and type a number, then Enter. Drag across the input to spread a value.", Ko: "입력, 커널, 편향의 칸을 눌러 숫자를 쓰고 Enter를 누르세요. 입력 위를 드래그하면 같은 값으로 칠해집니다."},
	EditHintPool: lang.Text{En: "Click a cell of the input and type a number, then Enter. Drag across the input to spread a value.", Ko: "입력의 칸을 눌러 숫자를 쓰고 Enter를 누르세요. 입력 위를 드래그하면 같은 값으로 칠해집니다."},
	NoPicture:    lang.Text{En: "This file is not a picture that the browser can read, so the input stays: choose a PNG or JPEG file.", Ko: "브라우저가 읽을 수 있는 그림이 아니어서 입력을 그대로 둡니다. PNG나 JPEG 파일을 고르세요."},

	Settings: lang.Text{En: "Settings", Ko: "설정"}, Preset: lang.Text{En: "Preset", Ko: "프리셋"},
	FieldN: lang.Text{En: "n, input edge", Ko: "n, 입력 크기"}, FieldC: lang.Text{En: "c, channels", Ko: "c, 채널"}, FieldF: lang.Text{En: "f, window edge", Ko: "f, 윈도우 크기"},
	FieldS: lang.Text{En: "s, stride", Ko: "s, 스트라이드"}, FieldP: lang.Text{En: "p, padding", Ko: "p, 패딩"}, FieldD: lang.Text{En: "d, dilation", Ko: "d, 팽창"}, FieldFilters: lang.Text{En: "filters", Ko: "필터 수"},
	Padding: lang.Text{En: "Padding", Ko: "패딩"}, PadValid: lang.Text{En: "valid", Ko: "밸리드(valid)"}, PadSame: lang.Text{En: "same", Ko: "세임(same)"}, PadNumber: lang.Text{En: "number", Ko: "숫자"},
	CountPad: lang.Text{En: "Padding in the average", Ko: "평균에서 패딩은"}, CountPadNo: lang.Text{En: "left out", Ko: "빼고 계산"}, CountPadYes: lang.Text{En: "counts", Ko: "넣고 계산"},
	Formula:        lang.Text{En: "Formula of the output size", Ko: "출력 크기 공식"},
	OutputSize:     lang.Text{En: "{0}×{0}×{1} becomes {2}×{2}×{3}.", Ko: "{0}×{0}×{1} → {2}×{2}×{3}."},
	DroppedOne:     lang.Text{En: "The last row and the last column are dropped: no window reaches them.", Ko: "마지막 행과 마지막 열은 어떤 윈도우도 닿지 않아 버려집니다."},
	Dropped:        lang.Text{En: "The last {0} rows and columns are dropped: no window reaches them.", Ko: "마지막 {0}행과 {0}열은 어떤 윈도우도 닿지 않아 버려집니다."},
	NothingToLearn: lang.Text{En: "Hyperparameters f and s, nothing to learn: 0 parameters.", Ko: "하이퍼파라미터는 f와 s뿐이고, 배울 것은 없습니다. 파라미터 0개."},
	Parameters:     lang.Text{En: "{0} parameters: ({1} weights + 1 bias) × {2}.", Ko: "파라미터 {0}개: (가중치 {1} + 편향 1) × {2}."},
	UseNearest:     lang.Text{En: "Use {0}", Ko: "{0} 적용"},
	BrokenAddress:  lang.Text{En: "This address does not describe a state of the lab, so it opened with its first preset.", Ko: "이 주소는 실습의 상태를 나타내지 않아 첫 프리셋으로 열었습니다."},

	Direction: lang.Text{En: "Direction", Ko: "방향"}, Forward: lang.Text{En: "Forward", Ko: "순전파"}, Backward: lang.Text{En: "Backward", Ko: "역전파"},
	BackwardConv: lang.Text{En: "The loss here is L = Σ dout × output. Each step one output hands its dout back: dW gains dout × the window, dX gains dout × the kernel, db gains dout. Small numbers in the corners are the forward values. Point at a cell to see what its gradient adds up from.", Ko: "여기서 손실은 L = Σ dout × 출력입니다. 걸음마다 출력 하나가 dout을 돌려보냅니다. dW에는 dout × 윈도우, dX에는 dout × 커널, db에는 dout이 더해집니다. 구석의 작은 수는 순전파 값입니다. 칸을 가리키면 그 기울기가 무엇을 더한 것인지 보입니다."},
	BackwardPool: lang.Text{En: "The loss here is L = Σ dout × output. Under max the whole dout goes to the winner, the first where several tie; under average each cell of the window gets an equal share. Small numbers in the corners are the inputs. Point at a cell to see what its gradient adds up from.", Ko: "여기서 손실은 L = Σ dout × 출력입니다. 최대 풀링에서는 dout 전부가 승자에게, 같은 값이 여럿이면 첫 번째로 갑니다. 평균 풀링에서는 윈도우의 칸들이 똑같이 나눕니다. 구석의 작은 수는 입력입니다. 칸을 가리키면 그 기울기가 무엇을 더한 것인지 보입니다."},

	Predict: lang.Text{En: "Predict", Ko: "예측하기"}, PredictHint: lang.Text{En: "Say the next value before it is shown.", Ko: "다음 값을 보기 전에 맞혀 보세요."},
	PredictWhat: lang.Text{En: "Predict the", Ko: "무엇을 예측할까요"}, PredictLabel: lang.Text{En: "What does this window give?", Ko: "이 윈도우의 결과는?"},
	PredictLabelMax: lang.Text{En: "What is the largest? Type it, or click the cell.", Ko: "가장 큰 값은? 쓰거나 그 칸을 누르세요."},
	Check:           lang.Text{En: "Check", Ko: "확인"}, ShowAnswer: lang.Text{En: "Show", Ko: "보기"}, Score: lang.Text{En: "{0} of {1} right", Ko: "{1}문제 중 {0}개 정답"},
	AskSum: lang.Text{En: "What is the sum of the products, with the bias?", Ko: "곱을 모두 더하고 편향까지 더하면 얼마일까요?"}, AskMax: lang.Text{En: "Which is the largest in the window?", Ko: "윈도우에서 가장 큰 값은?"},
	AskAverage: lang.Text{En: "What is the average of the window?", Ko: "윈도우의 평균은?"}, Right: lang.Text{En: "Right: {0}.", Ko: "맞았습니다: {0}."}, WasShown: lang.Text{En: "It is {0}.", Ko: "답은 {0}입니다."},
	NextQuestion: lang.Text{En: "Next window", Ko: "다음 윈도우"}, AllAnswered: lang.Text{En: "Every window is answered. Go back to the first to ask again.", Ko: "모든 윈도우에 답했습니다. 처음으로 돌아가면 다시 물을 수 있습니다."},
	HintSum: lang.Text{En: "Not yet. Multiply the {0} pairs of cells that lie on each other, then add.", Ko: "아직입니다. 겹친 칸 {0}쌍을 곱한 뒤 모두 더하세요."}, HintParts: lang.Text{En: "Not yet. The positive products add up to {0}, the negative ones to {1}, and the bias is {2}.", Ko: "아직입니다. 양의 곱을 더하면 {0}, 음의 곱을 더하면 {1}, 편향은 {2}입니다."},
	HintMax: lang.Text{En: "Not yet. Compare all {0} cells in the frame; padding never wins.", Ko: "아직입니다. 틀 안의 {0}칸을 모두 견주세요. 패딩은 이기지 못합니다."}, HintAverage: lang.Text{En: "Not yet. Add the cells and divide by {0}.", Ko: "아직입니다. 칸을 모두 더하고 {0}(으)로 나누세요."},
	HintAverageSum: lang.Text{En: "Not yet. The sum is {0}; divide it by {1}.", Ko: "아직입니다. 합은 {0}입니다. {1}(으)로 나누세요."},

	Nudge: lang.Text{En: "Check by nudging", Ko: "살짝 움직여 확인"}, NudgeHint: lang.Text{En: "Choose a cell of the input, the kernel or the bias first; else the window’s first cell is taken", Ko: "먼저 입력, 커널, 편향의 칸을 고르세요. 고르지 않으면 윈도우의 첫 칸으로 합니다"},
	NudgeAgrees:  lang.Text{En: "{0} = {1}. Moved down and up by 1/64, the loss is {2} and {3}: a slope of {4}. Backpropagation says {5}: the same.", Ko: "{0} = {1}. 1/64만큼 내리고 올리면 손실은 {2}, {3}이 되어 기울기는 {4}입니다. 역전파의 답은 {5}, 같습니다."},
	NudgeDiffers: lang.Text{En: "{0} = {1}. Moved down and up by 1/64, the loss is {2} and {3}: a slope of {4}. Backpropagation says {5}: they differ.", Ko: "{0} = {1}. 1/64만큼 내리고 올리면 손실은 {2}, {3}이 되어 기울기는 {4}입니다. 역전파의 답은 {5}, 서로 다릅니다."},
	NudgeKink:    lang.Text{En: "{0} ties for the maximum, so the loss has a corner here: slope {1} below, {2} above. Backpropagation says {3}, which the rule “the first of ties wins” picks between them.", Ko: "{0}은(는) 최댓값과 같아서 손실이 꺾입니다. 아래쪽 기울기 {1}, 위쪽 기울기 {2}. 역전파의 답 {3}은(는) ‘첫 번째가 이긴다’는 규칙이 그 사이에서 고른 것입니다."},
	NameInput:    lang.Text{En: "x({0}, {1}) of channel {2}", Ko: "채널 {2}의 x({0}, {1})"}, NameWeight: lang.Text{En: "W({0}, {1}) of channel {2}, filter {3}", Ko: "필터 {3}, 채널 {2}의 W({0}, {1})"}, NameBias: lang.Text{En: "b of filter {0}", Ko: "필터 {0}의 b"},

	Shift: lang.Text{En: "Nudge the input one pixel", Ko: "입력을 한 픽셀 옮기기"}, ShiftHint: lang.Text{En: "Every cell takes the value of its neighbour; what enters at the edge repeats the edge. How many outputs change, and by how much? A maximum changes only when its winner leaves the window or a larger value comes in; an average changes with nearly every new value.", Ko: "칸마다 이웃의 값을 받고, 가장자리에서 들어오는 값은 가장자리를 되풀이합니다. 출력이 몇 개나, 얼마나 바뀔까요? 최댓값은 승자가 윈도우를 떠나거나 더 큰 값이 들어올 때만 바뀌고, 평균은 새 값이 들어오면 거의 언제나 바뀝니다."},
	ShiftLeft: lang.Text{En: "Left", Ko: "왼쪽으로"}, ShiftRight: lang.Text{En: "Right", Ko: "오른쪽으로"}, ShiftUp: lang.Text{En: "Up", Ko: "위로"}, ShiftDown: lang.Text{En: "Down", Ko: "아래로"},
	ShiftResult: lang.Text{En: "{0} by one; the picture above shows the input before the move. Max: {1} of {2} outputs change, by {3} % of their mean size. Average: {4} of {2}, by {5} %. Without pooling: {6} of {7}, by {8} %.", Ko: "{0} 한 칸 옮겼을 때입니다. 위 그림의 입력은 옮기기 전입니다. 최대 풀링: 출력 {2}개 중 {1}개가 바뀌고, 변화는 평균 크기의 {3} %. 평균 풀링: {2}개 중 {4}개, {5} %. 풀링 없이: {7}개 중 {6}개, {8} %."},

	KeyStep: lang.Text{En: "Step back, step forward", Ko: "한 걸음 뒤로, 앞으로"}, KeyPlay: lang.Text{En: "Play or pause", Ko: "재생, 일시정지"}, KeyEnds: lang.Text{En: "Before the first window, after the last", Ko: "첫 윈도우 앞, 마지막 윈도우 뒤"},
	KeyUndo:  lang.Text{En: "Undo, redo", Ko: "되돌리기, 다시 하기"},
	KeyNudge: lang.Text{En: "Going back: check the cell in focus by nudging it", Ko: "역전파에서: 고른 칸을 살짝 움직여 확인"},
	KeyEdit:  lang.Text{En: "Edit the cell in focus; arrows move between cells, Escape leaves", Ko: "고른 칸 고치기. 화살표로 칸을 옮기고 Escape로 나갑니다"}, KeyTab: lang.Text{En: "On to the next sheet of cells", Ko: "다음 칸 묶음으로"},
}
