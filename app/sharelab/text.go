package sharelab

import "stridelab/app/lang"

// texts holds the texts of the lab. Tests check that none is empty, and that all languages use the
// same arguments.
type texts struct {
	Title, Description, Lead lang.Text

	Counts, Convolution, Dense, Parameters, WithoutBiases, Fewer, Ratios             lang.Text
	RowWeights, RowBiases, RowBytes, RowWork, RowTimes, TimesAs                      lang.Text
	Bar, BarSays, Formula, ConvFormula, DenseFormula, Volumes                        lang.Text
	Views, ViewScale, ViewSparse, ViewMatrix                                         lang.Text
	ScaleLabel, ScaleKeys, ScaleFill, FillDense, FillConv, DenseOrigin               lang.Text
	ConvOrigin, OneWeight, MeanOf, MeanOfSome, ZoomIn, ZoomOut, WholeButton          lang.Text
	OneToOne, NearButton, Pixels, PerPixel, WeightIs, BlankIs, ParamIs, BiasIs       lang.Text
	Middle, MatrixTop, Block                                                         lang.Text
	SparseLabel, SparseKeys, Inputs, Outputs, OutputDepends, InputReaches            lang.Text
	LookAt, LookOutput, LookInput, SparseCount, DenseCount, SparseHint               lang.Text
	MatrixLabel, MatrixKeys, MatrixInput, MatrixKernel, MatrixOutput                 lang.Text
	MatrixWords, RowSays, Blanks, Blank1, SmallN, SmallK, Kernel, KernelAt           lang.Text
	Steps, Previous, Next, Scrub                                                     lang.Text
	Settings, Preset, FieldH, FieldW, FieldC, FieldF, FieldFilters, Slider           lang.Text
	Seed, NewSeed, Back                                                              lang.Text
	PredictHint, AskConv, AskDense                                                   lang.Text
	NextQuestion, SeeIt, NotCount, HintConv, HintDense, HintNumbers                  lang.Text
	KeyArrows, KeyZoom, KeyWhole, KeySpace, KeyEnds, KeyViews                        lang.Text
	OverfitTitle, OverfitSays, OverfitDigits, OverfitTrained, OverfitOthers, RightOf lang.Text
}

// text is the catalogue. Nothing writes to it.
var text = texts{
	Title: lang.Text{lang.En: "456 against 14,450,688", lang.Ko: "456 대 14,450,688"},
	Description: lang.Text{
		lang.En: "Why a convolution of 456 parameters gives an output of the same size as a fully connected layer of 14,450,688 weights: parameter sharing and sparse connections, drawn to scale.",
		lang.Ko: "파라미터 456개짜리 합성곱층은 어떻게 가중치 14,450,688개짜리 완전 연결층과 같은 크기의 출력을 낼까요? " +
			"파라미터 공유와 희소 연결을 같은 축척으로 그려 봅니다.",
	},
	Lead: lang.Text{
		lang.En: "A convolution uses its few weights again at every place of the input; a fully connected layer has a weight for every pair of an input and an output.",
		lang.Ko: "합성곱층은 몇 안 되는 가중치를 입력 전체에 옮겨 가며 쓰고, 완전 연결층에는 입력과 출력의 짝마다 가중치가 하나씩 있습니다.",
	},

	Counts: lang.Text{
		lang.En: "The two layers, counted",
		lang.Ko: "두 층의 비교",
	},
	Convolution: lang.Text{
		lang.En: "Convolution",
		lang.Ko: "합성곱층",
	},
	Dense: lang.Text{
		lang.En: "Fully connected",
		lang.Ko: "완전 연결층",
	},
	Parameters: lang.Text{
		lang.En: "{2|parameter|parameters} ({0} {0|weight|weights}, {1} {1|bias|biases})",
		lang.Ko: "파라미터(가중치 {0}, 편향 {1})",
	},
	WithoutBiases: lang.Text{
		lang.En: "{1|weight|weights}; {0} with biases",
		lang.Ko: "가중치, 편향까지 {0}",
	},
	Fewer: lang.Text{
		lang.En: "{0} ÷ {1}: fully connected weights per convolution parameter",
		lang.Ko: "{0} ÷ {1}: 합성곱층의 파라미터 하나당 완전 연결층의 가중치 수",
	},
	TimesAs: lang.Text{
		lang.En: "{0} ×",
		lang.Ko: "{0}배",
	},
	RowWeights: lang.Text{
		lang.En: "Weights alone",
		lang.Ko: "가중치만",
	},
	RowBiases: lang.Text{
		lang.En: "With biases",
		lang.Ko: "편향 포함",
	},
	RowBytes: lang.Text{
		lang.En: "Memory in float32",
		lang.Ko: "메모리(float32)",
	},
	RowWork: lang.Text{
		lang.En: "Multiply-adds for one input",
		lang.Ko: "입력 하나에 드는 곱셈-덧셈",
	},
	RowTimes: lang.Text{
		lang.En: "How many times",
		lang.Ko: "배율",
	},
	Bar: lang.Text{
		lang.En: "The number of parameters as a length: the fully connected layer is the whole bar, the convolution the line at its left end, drawn far too thick.",
		lang.Ko: "길이로 나타낸 파라미터 수입니다. " +
			"막대 전체가 완전 연결층이고 왼쪽 끝의 선이 합성곱층인데, 선은 실제보다 훨씬 굵게 그렸습니다.",
	},
	BarSays: lang.Text{
		lang.En: "{0} times. " +
			"If this bar were a kilometre long, the convolution’s would measure {1}.",
		lang.Ko: "{0}배. " +
			"이 막대가 1킬로미터라면 합성곱층의 막대는 {1}입니다.",
	},
	Ratios: lang.Text{
		lang.En: "The ratios differ in what they count: {0} compares weights with weights, {1} counts the biases of both layers, and {2}, above, compares the fully connected layer’s weights with all {3} {3|parameter|parameters} of the convolution ({4} {4|weight|weights}, {5} {5|bias|biases}).",
		lang.Ko: "배율은 무엇을 세느냐에 따라 다릅니다. " +
			"{0}배는 가중치끼리, {1}배는 두 층의 편향까지 비교한 것이고, 위의 {2}배는 완전 연결층의 가중치를 합성곱층의 파라미터 {3}개 전부(가중치 {4}개, 편향 {5}개)와 비교한 것입니다.",
	},
	Formula: lang.Text{
		lang.En: "How the counts come about",
		lang.Ko: "수가 나오는 과정",
	},
	Volumes: lang.Text{
		lang.En: "{0} → {1}",
		lang.Ko: "{0} → {1}",
	},
	ConvFormula: lang.Text{
		lang.En: "One filter has f·f·C weights and a bias, and there is one filter for each feature map.",
		lang.Ko: "필터 하나에 가중치 f·f·C개와 편향 하나, 특성 맵마다 필터 하나",
	},
	DenseFormula: lang.Text{
		lang.En: "One weight for every input and every output.",
		lang.Ko: "입력과 출력의 짝마다 가중치 하나",
	},
	OverfitTitle: lang.Text{
		lang.En: "Fewer parameters, less overfitting",
		lang.Ko: "적은 파라미터, 적은 과적합",
	},
	OverfitSays: lang.Text{
		lang.En: "The two networks of lab 6, one convolutional with {0} parameters and one fully connected with {1}, were trained on the same few digits until both read all of them. " +
			"Of {2} digits that they have not seen, the one with fewer parameters reads more. " +
			"Its few, shared weights leave less room for learning the digits by heart.",
		lang.Ko: "실습 6의 두 신경망, 곧 파라미터 {0}개인 합성곱 신경망과 {1}개인 완전 연결 신경망을 적은 수의 같은 숫자 그림으로, 둘 다 그 그림을 모두 맞힐 때까지 훈련했습니다. " +
			"처음 보는 숫자 {2}개에서는 파라미터가 적은 쪽이 더 많이 맞힙니다. " +
			"공유하는 몇 안 되는 가중치로는 훈련 숫자를 통째로 외우기 어렵기 때문입니다.",
	},
	OverfitDigits: lang.Text{
		lang.En: "Trained on",
		lang.Ko: "훈련 숫자",
	},
	OverfitTrained: lang.Text{
		lang.En: "Training digits read correctly",
		lang.Ko: "훈련한 숫자의 정답률",
	},
	OverfitOthers: lang.Text{
		lang.En: "New digits read correctly",
		lang.Ko: "처음 보는 숫자의 정답률",
	},
	RightOf: lang.Text{
		lang.En: "{0}%",
		lang.Ko: "{0}%",
	},

	Views: lang.Text{
		lang.En: "Picture",
		lang.Ko: "그림",
	},
	ViewScale: lang.Text{
		lang.En: "To scale",
		lang.Ko: "같은 축척으로",
	},
	ViewSparse: lang.Text{
		lang.En: "Connections",
		lang.Ko: "연결 관계",
	},
	ViewMatrix: lang.Text{
		lang.En: "As a matrix",
		lang.Ko: "행렬로",
	},
	ScaleLabel: lang.Text{
		lang.En: "All {0} weights of the fully connected layer as pixels, a row for each output, and beside them at the same scale the {1} {1|parameter|parameters} of the convolution.",
		lang.Ko: "완전 연결층의 가중치 {0}개를 모두 픽셀로 그린 그림입니다. " +
			"출력마다 한 행이고, 옆에는 같은 축척으로 합성곱층의 파라미터 {1}개가 있습니다.",
	},
	ScaleKeys: lang.Text{
		lang.En: "Drag to move, wheel or pinch to zoom. Keys: arrows, + and −, 0 for all.",
		lang.Ko: "끌어서 옮기고, 휠이나 두 손가락으로 확대합니다. 키: 화살표, +와 −, 전체는 0.",
	},
	ScaleFill: lang.Text{
		lang.En: "In the large matrix",
		lang.Ko: "큰 행렬의 내용",
	},
	FillDense: lang.Text{
		lang.En: "A fully connected layer’s weights",
		lang.Ko: "완전 연결층의 가중치",
	},
	FillConv: lang.Text{
		lang.En: "The convolution, written out",
		lang.Ko: "펼쳐 쓴 합성곱",
	},
	DenseOrigin: lang.Text{
		lang.En: "These weights are untrained: they are initial values, drawn at random with seed {0} by He’s initialisation (normal, variance 2/{1}). " +
			"Orange is positive, blue negative.",
		lang.Ko: "훈련하지 않은 가중치입니다. " +
			"시드 {0}번으로 뽑은 처음 값이며, He 초기화(정규분포, 분산 2/{1})를 썼습니다. " +
			"주황은 양수, 파랑은 음수입니다.",
	},
	ConvOrigin: lang.Text{
		lang.En: "The same convolution written as a fully connected layer: {1} of {0} {0|entry|entries} {1|is|are} not blank, with only {2} different {2|weight|weights}, drawn with seed {3} by He’s initialisation. " +
			"Every row repeats the weights of a filter where its window lies.",
		lang.Ko: "같은 합성곱을 완전 연결층의 행렬로 적은 것입니다. " +
			"{0}칸 가운데 빈칸이 아닌 것은 {1}칸, 서로 다른 가중치는 {2}개뿐이며 시드 {3}번으로 He 초기화를 써서 뽑았습니다. " +
			"행마다 윈도우가 놓인 자리에 필터의 가중치가 되풀이됩니다.",
	},
	OneWeight: lang.Text{
		lang.En: "Each pixel is one weight.",
		lang.Ko: "픽셀 하나가 가중치 하나입니다.",
	},
	MeanOf: lang.Text{
		lang.En: "In this view each dot is the mean of a block of {0}×{0} weights, with its contrast raised {0} times.",
		lang.Ko: "축소한 그림이라 점 하나가 가중치 {0}×{0}개 묶음의 평균이고, 대비를 {0}배 높였습니다.",
	},
	MeanOfSome: lang.Text{
		lang.En: "In this view each dot is the mean of 64 weights from a block of {0}×{0}, with its contrast raised 8 times.",
		lang.Ko: "크게 축소한 그림이라 점 하나가 {0}×{0}개 묶음에서 고른 가중치 64개의 평균이고, 대비를 8배 높였습니다.",
	},
	ZoomIn: lang.Text{
		lang.En: "Zoom in",
		lang.Ko: "확대",
	},
	ZoomOut: lang.Text{
		lang.En: "Zoom out",
		lang.Ko: "축소",
	},
	WholeButton: lang.Text{
		lang.En: "Show all",
		lang.Ko: "전체 보기",
	},
	OneToOne: lang.Text{
		lang.En: "1 weight = 1 pixel",
		lang.Ko: "가중치 1개 = 픽셀 1개",
	},
	NearButton: lang.Text{
		lang.En: "Zoom to the {0}",
		lang.Ko: "{0}개 확대",
	},
	Pixels: lang.Text{
		lang.En: "Every square is one weight, {0} pixels wide.",
		lang.Ko: "정사각형 하나가 가중치 하나이고 너비는 {0}픽셀입니다.",
	},
	PerPixel: lang.Text{
		lang.En: "A pixel of the screen is {0} {0|weight|weights} wide.",
		lang.Ko: "화면의 픽셀 하나가 가중치 {0}개 너비입니다.",
	},
	WeightIs: lang.Text{
		lang.En: "Output {0} of {1}, input {2} of {3}: {4}",
		lang.Ko: "출력 {1}개 중 {0}번째, 입력 {3}개 중 {2}번째: {4}",
	},
	BlankIs: lang.Text{
		lang.En: "Output {0} of {1}, input {2} of {3}: blank, not connected",
		lang.Ko: "출력 {1}개 중 {0}번째, 입력 {3}개 중 {2}번째: 빈칸, 연결되지 않음",
	},
	ParamIs: lang.Text{
		lang.En: "Convolution, filter {0}, channel {1}, row {2}, column {3}: {4}",
		lang.Ko: "합성곱층, 필터 {0}, 채널 {1}, {2}행 {3}열: {4}",
	},
	BiasIs: lang.Text{
		lang.En: "Convolution, bias of filter {0}: {1}",
		lang.Ko: "합성곱층, 필터 {0}의 편향: {1}",
	},
	Middle: lang.Text{
		lang.En: "In the middle: {0}.",
		lang.Ko: "가운데: {0}.",
	},
	MatrixTop: lang.Text{
		lang.En: "{0} {0|weight|weights}: {1} {1|input|inputs} across, {2} {2|output|outputs} down",
		lang.Ko: "가중치 {0}개: 가로로 입력 {1}개, 세로로 출력 {2}개",
	},
	Block: lang.Text{
		lang.En: "{0} {0|parameter|parameters}",
		lang.Ko: "파라미터 {0}개",
	},

	SparseLabel: lang.Text{
		lang.En: "The inputs and outputs that a convolution and a fully connected layer connect",
		lang.Ko: "합성곱층과 완전 연결층에서 서로 연결된 입력과 출력",
	},
	SparseKeys: lang.Text{
		lang.En: "Point at a value of either volume, or move with the arrow keys.",
		lang.Ko: "두 볼륨의 아무 칸이나 가리키거나 화살표 키로 옮겨 보세요.",
	},
	Inputs: lang.Text{
		lang.En: "Input {0}",
		lang.Ko: "입력 {0}",
	},
	Outputs: lang.Text{
		lang.En: "Output {0}",
		lang.Ko: "출력 {0}",
	},
	OutputDepends: lang.Text{
		lang.En: "Output of filter {0}, row {1}, column {2}: in the convolution it depends on {3} of {4} {4|input|inputs} ({5}%), in the fully connected layer on all {4}.",
		lang.Ko: "필터 {0}의 출력, {1}행 {2}열: 합성곱층에서는 입력 {4}개 중 {3}개({5}%)에만 의존하고, 완전 연결층에서는 {4}개 모두에 의존합니다.",
	},
	InputReaches: lang.Text{
		lang.En: "Input of channel {0}, row {1}, column {2}: in the convolution {3} of {4} {4|output|outputs} {3|reads|read} it ({5}%), in the fully connected layer all {4}.",
		lang.Ko: "채널 {0}의 입력, {1}행 {2}열: 합성곱층에서는 출력 {4}개 중 {3}개({5}%)만 이 값을 읽고, 완전 연결층에서는 {4}개 모두가 읽습니다.",
	},
	LookAt: lang.Text{
		lang.En: "Look at",
		lang.Ko: "살펴볼 것",
	},
	LookOutput: lang.Text{
		lang.En: "the inputs of an output",
		lang.Ko: "출력이 읽는 입력",
	},
	LookInput: lang.Text{
		lang.En: "the outputs of an input",
		lang.Ko: "입력을 읽는 출력",
	},
	SparseCount: lang.Text{
		lang.En: "Convolution",
		lang.Ko: "합성곱층",
	},
	DenseCount: lang.Text{
		lang.En: "Fully connected",
		lang.Ko: "완전 연결층",
	},
	SparseHint: lang.Text{
		lang.En: "{0} of {1}",
		lang.Ko: "{1}개 중 {0}개",
	},

	MatrixLabel: lang.Text{
		lang.En: "A small convolution and the matrix it equals, a row for each output",
		lang.Ko: "작은 합성곱과 그것을 그대로 옮긴 행렬, 출력마다 한 행",
	},
	MatrixKeys: lang.Text{
		lang.En: "Point at any cell to see what belongs to it; click a row or an output to move the window there. " +
			"Keys: arrows left and right.",
		lang.Ko: "칸을 가리키면 그 칸과 관계있는 칸들이 보이고, 행이나 출력을 누르면 윈도우가 그리로 갑니다. " +
			"키: 왼쪽·오른쪽 화살표.",
	},
	MatrixInput: lang.Text{
		lang.En: "Input {0}×{0}",
		lang.Ko: "입력 {0}×{0}",
	},
	MatrixKernel: lang.Text{
		lang.En: "Kernel {0}×{0}",
		lang.Ko: "커널 {0}×{0}",
	},
	MatrixOutput: lang.Text{
		lang.En: "Output {0}×{0}",
		lang.Ko: "출력 {0}×{0}",
	},
	MatrixWords: lang.Text{
		lang.En: "The same as a matrix of {0}×{1}: the input above it, the output to its right",
		lang.Ko: "같은 계산을 하는 {0}×{1} 행렬: 위는 입력, 오른쪽은 출력",
	},
	RowSays: lang.Text{
		lang.En: "Row {0} of {1}: the window at row {2}, column {3} reads {4} of {5} {5|input|inputs} and gives {6}.",
		lang.Ko: "{1}행 중 {0}행: {2}행 {3}열의 윈도우가 입력 {5}개 중 {4}개를 읽습니다. " +
			"출력은 {6}입니다.",
	},
	Blanks: lang.Text{
		lang.En: "{0} of {1} {1|entry|entries} {0|is|are} blank: 0, whatever the weights. " +
			"The other {2} {2|is|are} {3} {3|weight|weights}, each repeated {4} {4|time|times}.",
		lang.Ko: "{1}칸 중 {0}칸은 빈칸, 곧 가중치와 상관없이 0입니다. " +
			"나머지 {2}칸은 가중치 {3}개가 {4}번씩 되풀이된 것입니다.",
	},
	Blank1: lang.Text{
		lang.En: "Every entry is a weight of its own: the one window is the whole input, so this convolution is a fully connected layer.",
		lang.Ko: "모든 칸이 서로 다른 가중치입니다. " +
			"윈도우 하나가 입력 전체이므로 이 합성곱은 완전 연결층과 같습니다.",
	},
	SmallN: lang.Text{
		lang.En: "n, input size",
		lang.Ko: "n, 입력 크기",
	},
	SmallK: lang.Text{
		lang.En: "f, kernel size",
		lang.Ko: "f, 커널 크기",
	},
	Kernel: lang.Text{
		lang.En: "Kernel",
		lang.Ko: "커널",
	},
	KernelAt: lang.Text{
		lang.En: "Weight in row {0}, column {1}",
		lang.Ko: "{0}행 {1}열의 가중치",
	},
	Steps: lang.Text{
		lang.En: "Rows",
		lang.Ko: "행",
	},
	Previous: lang.Text{
		lang.En: "Row back",
		lang.Ko: "앞 행",
	},
	Next: lang.Text{
		lang.En: "Next row",
		lang.Ko: "다음 행",
	},
	Scrub: lang.Text{lang.En: "Row of the matrix", lang.Ko: "행렬의 행"},

	Settings: lang.Text{
		lang.En: "Settings",
		lang.Ko: "설정",
	},
	Preset: lang.Text{
		lang.En: "Preset",
		lang.Ko: "프리셋",
	},
	FieldH: lang.Text{
		lang.En: "H, height",
		lang.Ko: "H, 높이",
	},
	FieldW: lang.Text{
		lang.En: "W, width",
		lang.Ko: "W, 너비",
	},
	FieldC: lang.Text{
		lang.En: "C, channels",
		lang.Ko: "C, 채널",
	},
	FieldF: lang.Text{
		lang.En: "f, filter size",
		lang.Ko: "f, 필터 크기",
	},
	FieldFilters: lang.Text{
		lang.En: "filters",
		lang.Ko: "필터 수",
	},
	Slider: lang.Text{
		lang.En: "{0}, slider",
		lang.Ko: "{0}, 슬라이더",
	},
	Seed: lang.Text{
		lang.En: "Seed",
		lang.Ko: "시드",
	},
	NewSeed: lang.Text{
		lang.En: "Another seed",
		lang.Ko: "다른 시드",
	},
	Back: lang.Text{
		lang.En: "Back to 456 against 14,450,688",
		lang.Ko: "456 대 14,450,688로 돌아가기",
	},

	PredictHint: lang.Text{
		lang.En: "Work out a count before it is shown",
		lang.Ko: "수를 보기 전에 먼저 구해 봅니다",
	},
	AskConv: lang.Text{
		lang.En: "Input {0}, {1} {1|filter|filters} of {2}: how many parameters does the convolution have, biases included?",
		lang.Ko: "입력 {0}, {2} 필터 {1}개: 합성곱층의 파라미터는 편향까지 몇 개일까요?",
	},
	AskDense: lang.Text{
		lang.En: "Input {0}, {1} {1|filter|filters} of {2}: how many weights does the fully connected layer of the same two volumes have, without biases?",
		lang.Ko: "입력 {0}, {2} 필터 {1}개: 같은 두 볼륨을 잇는 완전 연결층의 가중치는 편향을 빼고 몇 개일까요?",
	},
	NextQuestion: lang.Text{
		lang.En: "Next question",
		lang.Ko: "다음 문제",
	},
	SeeIt: lang.Text{
		lang.En: "See this layer",
		lang.Ko: "이 층 보기",
	},
	NotCount: lang.Text{
		lang.En: "“{0}” is not a whole number: write digits, as in 456 or 14,450,688.",
		lang.Ko: "정수가 아닙니다: “{0}”. " +
			"456이나 14,450,688처럼 숫자로 쓰세요.",
	},
	HintConv: lang.Text{
		lang.En: "Not yet. " +
			"One filter has f·f·C weights and one bias; count them for every filter.",
		lang.Ko: "아직 맞지 않습니다. " +
			"필터 하나에는 가중치 f·f·C개와 편향 하나가 있습니다. " +
			"필터 수만큼 세세요.",
	},
	HintDense: lang.Text{
		lang.En: "Not yet. " +
			"The output is {0}: multiply the number of inputs by the number of outputs.",
		lang.Ko: "아직 맞지 않습니다. " +
			"출력은 {0}입니다. " +
			"입력값의 수에 출력값의 수를 곱하세요.",
	},
	HintNumbers: lang.Text{
		lang.En: "Not yet. " +
			"It is {0}.",
		lang.Ko: "아직 맞지 않습니다. " +
			"식은 {0}입니다.",
	},

	KeyArrows: lang.Text{
		lang.En: "Move the picture, the chosen cell or the window; up and down when the picture has the focus",
		lang.Ko: "그림이나 고른 칸, 윈도우를 옮기기. " +
			"위아래는 그림에 초점이 있을 때",
	},
	KeyZoom: lang.Text{
		lang.En: "Zoom in, zoom out",
		lang.Ko: "확대, 축소",
	},
	KeyWhole: lang.Text{
		lang.En: "Show all; one weight per pixel; zoom to the convolution",
		lang.Ko: "전체 보기; 가중치 하나에 픽셀 하나; 합성곱층 확대",
	},
	KeySpace: lang.Text{
		lang.En: "Play or pause the matrix",
		lang.Ko: "행렬 재생, 일시정지",
	},
	KeyEnds: lang.Text{
		lang.En: "First, last row of the matrix",
		lang.Ko: "행렬의 첫 행, 마지막 행",
	},
	KeyViews: lang.Text{
		lang.En: "Look at the inputs of an output, or at the outputs of an input",
		lang.Ko: "출력이 읽는 입력 보기, 입력을 읽는 출력 보기",
	},
}
