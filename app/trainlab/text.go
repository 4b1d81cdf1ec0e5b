package trainlab

import "stridelab/app/lang"

// catalogue holds the texts of the lab, except those of dataCatalogue. It is a struct and not a
// map, so that a text that is used but not written does not compile. text_test.go checks that none
// is empty.
type catalogue struct {
	Title, Description lang.Text

	// Lesson.
	LessonTitle, Lesson1, Lesson2, Lesson3, Lesson4 lang.Text
	QuestionTitle, Question, ShowAnswer, Answer     lang.Text
	Question2, Answer2, Question3, Answer3          lang.Text
	DescentTitle, Descent1, Descent2, Descent3      lang.Text
	Cost, Weight, WeightSGD, WeightWait             lang.Text
	NotReady                                        lang.Text
	StageTitle, SettingsTitle, NetworkTitle         lang.Text
	Portable, KeyStart                              lang.Text

	// Transport.
	Transport, Start, Pause, Continue, Step, Epoch, Reset                             lang.Text
	StartHint, StartWhenLoaded, StepHint, EpochHint, ResetHint, AskReset              lang.Text
	PauseHint, ReasonBusy, ReasonRunning, ReasonNotRunning, ReasonFresh, ReasonFailed lang.Text
	ReasonLoading                                                                     lang.Text
	StateIdle, StateLoading, StateRunning, StatePaused                                lang.Text
	StateEvaluating, StateFailed, StateStarting                                       lang.Text
	EpochProgress                                                                     lang.Text

	// Numbers.
	EpochNumber, StepNumber, Speed, TrainLoss             lang.Text
	MinibatchLoss, LastSteps, StepOfEpoch                 lang.Text
	Measured, TestedAll, TestedSome                       lang.Text
	StuckLower, StuckHigher, StuckOther                   lang.Text
	TrainAccuracy, TestAccuracy, TimeLeft                 lang.Text
	Seconds, Minutes, AboutToEnd                          lang.Text
	AnnounceEpoch, AnnounceStart, AnnouncePause           lang.Text
	AnnounceReset, AnnounceContinue, AnnouncePaused       lang.Text
	TestedAt, AnnounceTested                              lang.Text
	LossCurve, AccuracyCurve, Minibatch, Smoothed, Test   lang.Text
	LossSummary, AccuracySummary, CurveEmpty              lang.Text
	LossLog, LossLogHint, StepColumn                      lang.Text
	Filters, FiltersNote, FiltersSummary, FiltersNone     lang.Text
	Moved, MovedNote, MovedBy, MovedNot                   lang.Text
	MapsNote, MapsWait                                    lang.Text
	Dark, Faint, DarkLayer, DarkMap, DarkMany             lang.Text
	SampleNote, SampleSummary                             lang.Text
	PreviousSample, NextSample, RandomSample, SampleIndex lang.Text
	SampleLine, Right, Wrong                              lang.Text

	// Drawing pad.
	OpenMap, OpenUnit, OpenClass                        lang.Text
	ShownTest, ShownTraining, ShownDrawing, InputNotes  lang.Text
	Tabs, TabSettings, TabWeights, TabSteps, TabNetwork lang.Text
	DarkTitle                                           lang.Text
	PadKeys, PadLabel, PadClear, PadEmpty               lang.Text
	PadSure, PadUntrained, PenDown, PenUp, PadWiped     lang.Text
	PadRead, PenAt                                      lang.Text

	// Settings.
	Dataset, DigitsColour, DigitsGrey, OwnFiles, DatasetMade                   lang.Text
	ChooseFiles, ChooseFilesNote, DropHere, Reading                            lang.Text
	FitPad, FitRepeat, FitGrey, FiltersSame, TableInput                        lang.Text
	FilesRead, FilesGone, DropNothing, FilesTooLarge, FilesUnreadable, NoGzip  lang.Text
	ServedOption, ServedOptionOne, ServedOptionBare, ServedTop, ServedRead     lang.Text
	ServedUnlisted, ServedUnfetched, ServedGone, ServedNone, StandIn, Fetching lang.Text
	Network, NetLeNet, NetLeNet6, NetLeNet5, NetGAP, NetCustom                 lang.Text
	Pooling, PoolMax, PoolAverage, PoolNet                                     lang.Text
	Optimizer, SGD, Momentum, RMSProp, Adam                                    lang.Text
	LearningRate, LearningRateLive, BatchSize, Seed, SeedNote                  lang.Text
	Init, InitHe, InitXavier, InitLeCun, Workers, WorkersNote                  lang.Text
	Group, GroupPrint, GroupFew, HowTitle                                      lang.Text
	TableLayer, TableShape, TableSize, TableParams, TableTotal                 lang.Text
	TableNote                                                                  lang.Text
	HowFused, HowDirect, HowIm2col, HowProduct, HowPool2, HowLoop, HowNothing  lang.Text
	HowVectors, HowPortable                                                    lang.Text
	Pending, PendingFailed, PendingApply, PendingDrop                          lang.Text
	PendingLink, PendingFiles, Lost, LostOne, AskResetNew, AskKeep             lang.Text
	StillOn, RunHeld, RunLost, RunResumed                                      lang.Text
	ApplyReset                                                                 lang.Text

	// Faults of the page itself. Those of the worker are in app/lang/fault_*.go.
	Dismiss, Restart, WorkerLost, WorkerLoad, NoWorker lang.Text
	UnknownFault                                       lang.Text
}

// text is the catalogue. Nothing writes to it.
var text = catalogue{
	Title: lang.Text{lang.En: "Live training", lang.Ko: "실시간 훈련"},
	Description: lang.Text{
		lang.En: "A convolutional network learns to read digits in your browser, while you watch its weights change.",
		lang.Ko: "합성곱 신경망이 브라우저 안에서 숫자 읽는 법을 학습합니다. " +
			"가중치가 달라지는 과정을 그대로 지켜보세요.",
	},

	LessonTitle: lang.Text{lang.En: "What to watch", lang.Ko: "무엇을 볼까요?"},
	Lesson1: lang.Text{
		lang.En: "A network starts out knowing nothing: its weights are random numbers, and it gets one digit in ten right.",
		lang.Ko: "신경망은 아무것도 모르는 상태에서 출발합니다. 가중치는 무작위 값이고, 열 번에 한 번쯤만 맞힙니다.",
	},
	Lesson2: lang.Text{
		lang.En: "Each step shows it a minibatch of images. " +
			"The loss says how wrong its answers were, backpropagation says which way each weight should move, and the optimiser moves all of them a little.",
		lang.Ko: "한 스텝마다 신경망에 이미지 미니배치 하나를 보여 줍니다. " +
			"손실은 답이 얼마나 틀렸는지를, 역전파는 각 가중치를 어느 쪽으로 움직여야 하는지를 알려 주고, 옵티마이저가 모든 가중치를 조금씩 움직입니다.",
	},
	Lesson3: lang.Text{
		lang.En: "Press Start and watch three things: the loss falls, accuracy on test images the network never trained on rises, and the first layer’s filters move away from their random start. " +
			"That change is too small for the eye, so the Weights tab shows it alone.",
		lang.Ko: "시작을 누르고 세 가지를 지켜보세요. " +
			"손실이 내려가고, 훈련에 쓰지 않은 테스트 이미지의 정확도가 올라가고, 첫 층의 필터가 처음의 무작위 값에서 달라집니다. " +
			"눈으로 보기에는 작은 변화라서, 가중치 탭에서 달라진 만큼만 따로 보여 줍니다.",
	},
	Lesson4: lang.Text{
		lang.En: "Then draw a digit yourself. " +
			"Nothing leaves this device: the training runs in your browser.",
		lang.Ko: "그다음에는 직접 숫자를 그려 보세요. " +
			"훈련은 모두 이 브라우저 안에서 이루어지며, 아무것도 밖으로 나가지 않습니다.",
	},
	QuestionTitle: lang.Text{
		lang.En: "Questions",
		lang.Ko: "질문",
	},
	Question: lang.Text{
		lang.En: "Before any training, the loss of ten classes is close to 2.3. Why that number?",
		lang.Ko: "훈련을 시작하기 전, 클래스가 열 개일 때 손실은 2.3에 가깝습니다. 왜 하필 이 값일까요?",
	},
	ShowAnswer: lang.Text{lang.En: "Show the answer", lang.Ko: "답 보기"},
	Answer: lang.Text{
		lang.En: "A network that knows nothing gives each of the ten classes about the same probability, 1/10. " +
			"The loss is −ln of the probability given to the right class, and −ln(1/10) = 2.303. " +
			"A loss well above that means the network is sure of wrong answers.",
		lang.Ko: "아무것도 모르는 신경망은 열 클래스에 거의 같은 확률 1/10을 줍니다. " +
			"손실은 정답 클래스에 준 확률의 −ln 값이고, −ln(1/10) = 2.303입니다. " +
			"손실이 이보다 훨씬 크다면 틀린 답을 확신하고 있다는 뜻입니다.",
	},
	Question2: lang.Text{
		lang.En: "An epoch of the built-in digits is 6,000 images. " +
			"How many steps is that with a batch size of 64, and with 32?",
		lang.Ko: "내장 숫자의 한 에포크는 이미지 6,000장입니다. 배치 크기가 64이면 몇 스텝일까요? 32이면 어떨까요?",
	},
	Answer2: lang.Text{
		lang.En: "6,000 / 64 = 93.75, so 94 steps, the last with the 48 images that are left. " +
			"With 32 it is 188. " +
			"Smaller batches take more steps in an epoch, each along a noisier gradient.",
		lang.Ko: "6,000 / 64 = 93.75이므로 94스텝이고, 마지막 스텝은 남은 48장으로 훈련합니다. 32이면 188스텝입니다. " +
			"배치가 작을수록 한 에포크의 스텝은 많아지고, 스텝마다 기울기의 잡음은 커집니다.",
	},
	Question3: lang.Text{
		lang.En: "Choose SGD with a learning rate of 10 and press Start. What happens to the loss, and why?",
		lang.Ko: "옵티마이저를 SGD로, 학습률을 10으로 바꾸고 시작을 눌러 보세요. 손실은 어떻게 되고, 왜 그럴까요?",
	},
	Answer3: lang.Text{
		lang.En: "Within a few steps the loss leaps far above 2.3, and the lab stops the run. " +
			"A gradient says which way is down only near where it was computed. " +
			"A step that large lands far beyond the low point, where the next gradient is larger still.",
		lang.Ko: "몇 스텝 만에 손실이 2.3보다 훨씬 크게 치솟고, 실습은 훈련을 멈춥니다. " +
			"기울기는 계산한 지점 가까이에서만 내려가는 방향을 알려 줍니다. " +
			"스텝이 너무 크면 낮은 곳을 훌쩍 지나치고, 그곳의 기울기는 더 커집니다.",
	},
	DescentTitle: lang.Text{
		lang.En: "One step, in formulas",
		lang.Ko: "수식으로 보는 한 스텝",
	},
	Descent1: lang.Text{
		lang.En: "The cost J is the mean loss of the m images of a minibatch. " +
			"The loss L of an image is −ln ŷ, where ŷ is the probability of the right class.",
		lang.Ko: "비용 J는 미니배치에 든 이미지 m장의 손실을 평균한 값입니다. 이미지 한 장의 손실 L은 −ln ŷ입니다. 여기서 ŷ은 정답 클래스에 준 확률입니다.",
	},
	Descent2: lang.Text{
		lang.En: "Gradient descent moves each weight W against its gradient dW = ∂J/∂W, which backpropagation computes. " +
			"With the optimiser of this run:",
		lang.Ko: "경사 하강법은 역전파로 구한 기울기 dW = ∂J/∂W의 반대쪽으로 가중치 W를 움직입니다. 이 훈련의 옵티마이저로는 다음과 같습니다.",
	},
	Descent3: lang.Text{
		lang.En: "For example the first weight of filter 1:",
		lang.Ko: "예를 들어 필터 1의 첫 가중치는 다음과 같습니다.",
	},
	Cost: lang.Text{
		lang.En: "Step {0}: J = 1/{1} · Σ L(ŷ, y) = {2}",
		lang.Ko: "스텝 {0}: J = 1/{1} · Σ L(ŷ, y) = {2}",
	},
	Weight: lang.Text{
		lang.En: "Step {0}: {1} → {2}, a change of {3}",
		lang.Ko: "스텝 {0}: {1} → {2}, 변화량 {3}",
	},
	WeightSGD: lang.Text{
		lang.En: "Step {0}: {1} − {2} · {3} = {4}",
		lang.Ko: "스텝 {0}: {1} − {2} · {3} = {4}",
	},
	WeightWait: lang.Text{
		lang.En: "Press One step to see it move.",
		lang.Ko: "한 스텝을 누르면 달라진 값이 나타납니다.",
	},

	OpenMap: lang.Text{
		lang.En: "Open {0}, map {1}, row {2}, column {3} in lab 4, with the weights of this run",
		lang.Ko: "실습 4에서 이 훈련의 가중치로 {0}, 맵 {1}, {2}행 {3}열 열기",
	},
	OpenUnit: lang.Text{
		lang.En: "Open {0}, unit {1} in lab 4, with the weights of this run",
		lang.Ko: "실습 4에서 이 훈련의 가중치로 {0}, 유닛 {1} 열기",
	},
	OpenClass: lang.Text{
		lang.En: "Open {0}, class {1} in lab 4, with the weights of this run",
		lang.Ko: "실습 4에서 이 훈련의 가중치로 {0}, 클래스 {1} 열기",
	},
	ShownTest: lang.Text{
		lang.En: "Input: test image {0}",
		lang.Ko: "입력: 테스트 이미지 {0}",
	},
	ShownTraining: lang.Text{
		lang.En: "Input: training image {0}",
		lang.Ko: "입력: 훈련 이미지 {0}",
	},
	ShownDrawing: lang.Text{
		lang.En: "Input: your drawing",
		lang.Ko: "입력: 직접 그린 숫자",
	},
	InputNotes: lang.Text{
		lang.En: "About the test images and the drawing",
		lang.Ko: "테스트 이미지와 그림에 대하여",
	},
	Tabs:        lang.Text{lang.En: "More about this run", lang.Ko: "이 훈련 더 보기"},
	TabSettings: lang.Text{lang.En: "Settings", lang.Ko: "설정"},
	TabWeights:  lang.Text{lang.En: "Weights", lang.Ko: "가중치"},
	TabSteps:    lang.Text{lang.En: "Steps", lang.Ko: "스텝"},
	TabNetwork:  lang.Text{lang.En: "Network", lang.Ko: "신경망"},
	DarkTitle:   lang.Text{lang.En: "Maps that look dark", lang.Ko: "어둡게 보이는 맵"},

	NotReady: lang.Text{
		lang.En: "The controls work once the interface has loaded.",
		lang.Ko: "조작 기능을 불러온 뒤에 쓸 수 있습니다.",
	},
	StageTitle:    lang.Text{lang.En: "Training", lang.Ko: "훈련"},
	SettingsTitle: lang.Text{lang.En: "Settings", lang.Ko: "설정"},
	NetworkTitle:  lang.Text{lang.En: "The network", lang.Ko: "신경망"},
	Portable: lang.Text{
		lang.En: "Training is several times slower in this browser, with the same results, as it lacks fast vector arithmetic. " +
			"A newer browser may have it.",
		lang.Ko: "이 브라우저는 빠른 벡터 연산을 지원하지 않아 훈련이 몇 배 느립니다. 결과는 같습니다. 브라우저를 업데이트하면 빨라질 수 있습니다.",
	},
	KeyStart:  lang.Text{lang.En: "Start or pause", lang.Ko: "시작 또는 일시정지"},
	Transport: lang.Text{lang.En: "Training controls", lang.Ko: "훈련 조작"},
	Start:     lang.Text{lang.En: "Start", lang.Ko: "시작"},
	Pause:     lang.Text{lang.En: "Pause", lang.Ko: "일시정지"},
	Continue:  lang.Text{lang.En: "Continue", lang.Ko: "계속"},
	Step:      lang.Text{lang.En: "One step", lang.Ko: "한 스텝"},
	Epoch:     lang.Text{lang.En: "One epoch", lang.Ko: "한 에포크"},
	Reset: lang.Text{
		lang.En: "Reset",
		lang.Ko: "처음부터",
	},
	StartWhenLoaded: lang.Text{
		lang.En: "The trainer is loading. Training starts when it is ready.",
		lang.Ko: "학습기를 불러오는 중입니다. 준비되면 학습을 시작합니다.",
	},
	StartHint: lang.Text{
		lang.En: "Train until you pause",
		lang.Ko: "일시정지할 때까지 훈련",
	},
	StepHint: lang.Text{lang.En: "Train on one minibatch", lang.Ko: "미니배치 하나로 훈련"},
	EpochHint: lang.Text{
		lang.En: "Train to the end of this epoch",
		lang.Ko: "이번 에포크가 끝날 때까지 훈련",
	},
	AskReset: lang.Text{
		lang.En: "Reset this run to step 0? Pressing R again also resets it.",
		lang.Ko: "이 훈련을 스텝 0으로 되돌릴까요? R을 한 번 더 눌러도 됩니다.",
	},
	AskResetNew: lang.Text{
		lang.En: "Reset and start over with the changed settings? Pressing R again also does so.",
		lang.Ko: "바꾼 설정으로 처음부터 다시 훈련할까요? R을 한 번 더 눌러도 됩니다.",
	},
	AskKeep: lang.Text{lang.En: "Keep this run", lang.Ko: "이 훈련 유지"},
	Lost: lang.Text{
		lang.En: "A new run discards {0} steps of training.",
		lang.Ko: "새로 훈련하면 훈련한 스텝 {0}개가 사라집니다.",
	},
	LostOne: lang.Text{
		lang.En: "A new run discards 1 step of training.",
		lang.Ko: "새로 훈련하면 훈련한 스텝 1개가 사라집니다.",
	},
	ResetHint: lang.Text{
		lang.En: "Back to step 0; the same seed replays the same run",
		lang.Ko: "스텝 0으로 돌아갑니다. 시드가 같으면 훈련도 똑같이 되풀이됩니다",
	},
	PauseHint: lang.Text{
		lang.En: "Stop where it is; Continue goes on from there",
		lang.Ko: "지금 위치에서 멈춥니다. 계속을 누르면 이어집니다",
	},
	ReasonBusy:       lang.Text{lang.En: "Training already.", lang.Ko: "이미 훈련 중입니다."},
	ReasonRunning:    lang.Text{lang.En: "Pause first.", lang.Ko: "먼저 일시정지하세요."},
	ReasonNotRunning: lang.Text{lang.En: "Nothing is running.", lang.Ko: "실행 중이 아닙니다."},
	ReasonFresh: lang.Text{
		lang.En: "The run is at step 0 already.",
		lang.Ko: "이미 스텝 0입니다.",
	},
	ReasonFailed: lang.Text{
		lang.En: "The trainer has stopped; restart it first.",
		lang.Ko: "훈련기가 멈췄습니다. 먼저 다시 시작하세요.",
	},
	ReasonLoading: lang.Text{
		lang.En: "The trainer is not ready yet.",
		lang.Ko: "훈련기가 아직 준비되지 않았습니다.",
	},
	StateIdle:     lang.Text{lang.En: "Ready", lang.Ko: "준비됨"},
	StateStarting: lang.Text{lang.En: "Starting the trainer", lang.Ko: "훈련기 시작 중"},
	StateLoading:  lang.Text{lang.En: "Loading", lang.Ko: "불러오는 중"},
	StateRunning:  lang.Text{lang.En: "Training", lang.Ko: "훈련 중"},
	StatePaused:   lang.Text{lang.En: "Paused", lang.Ko: "일시정지"},
	StateEvaluating: lang.Text{
		lang.En: "Measuring test accuracy",
		lang.Ko: "테스트 정확도 측정 중",
	},
	StateFailed:   lang.Text{lang.En: "Stopped by a fault", lang.Ko: "오류로 멈춤"},
	EpochProgress: lang.Text{lang.En: "Progress of this epoch", lang.Ko: "이번 에포크 진행"},

	EpochNumber: lang.Text{lang.En: "Epoch", lang.Ko: "에포크"},
	StepNumber:  lang.Text{lang.En: "Step", lang.Ko: "스텝"},
	Speed:       lang.Text{lang.En: "Samples per second", lang.Ko: "초당 샘플 수"},
	TrainLoss: lang.Text{
		lang.En: "Training loss",
		lang.Ko: "훈련 손실",
	},
	MinibatchLoss: lang.Text{
		lang.En: "Loss of the minibatch",
		lang.Ko: "미니배치의 손실",
	},
	TrainAccuracy: lang.Text{
		lang.En: "Training accuracy",
		lang.Ko: "훈련 정확도",
	},
	TestAccuracy: lang.Text{lang.En: "Test accuracy", lang.Ko: "테스트 정확도"},
	LastSteps: lang.Text{
		lang.En: "(last ~12 steps)",
		lang.Ko: "(최근 약 12스텝)",
	},
	StepOfEpoch: lang.Text{
		lang.En: "({0} of {1} steps)",
		lang.Ko: "({1}스텝 중 {0})",
	},
	Measured: lang.Text{
		lang.En: "Training loss and accuracy are weighted means of about the last 12 minibatches: the bold lines of the charts.",
		lang.Ko: "훈련 손실과 훈련 정확도는 최근 미니배치 약 12개의 가중 평균이며, 그래프의 굵은 선입니다.",
	},
	TestedAll: lang.Text{
		lang.En: "Test accuracy is measured on all {0} test images.",
		lang.Ko: "테스트 정확도는 테스트 이미지 {0}장 전체로 측정합니다.",
	},
	TestedSome: lang.Text{
		lang.En: "Test accuracy is measured on {0} of the {1} test images, spread evenly.",
		lang.Ko: "테스트 정확도는 테스트 이미지 {1}장에서 고르게 뽑은 {0}장으로 측정합니다.",
	},
	StuckLower: lang.Text{
		lang.En: "For {0} steps the loss has stayed near {1}, no better than guessing. " +
			"Reset with a lower learning rate, such as {2}.",
		lang.Ko: "{0}스텝 동안 손실이 무작위로 찍는 수준({1})에서 내려가지 않았습니다. 학습률을 {2} 정도로 낮추고 처음부터 다시 훈련해 보세요.",
	},
	StuckHigher: lang.Text{
		lang.En: "For {0} steps the loss has stayed near {1}, no better than guessing. " +
			"Try a higher learning rate, such as {2}.",
		lang.Ko: "{0}스텝 동안 손실이 무작위로 찍는 수준({1})에서 내려가지 않았습니다. 학습률을 {2} 정도로 높여 보세요.",
	},
	StuckOther: lang.Text{
		lang.En: "For {0} steps the loss has stayed near {1}, no better than guessing. " +
			"Reset with another optimiser or seed.",
		lang.Ko: "{0}스텝 동안 손실이 무작위로 찍는 수준({1})에서 내려가지 않았습니다. 옵티마이저나 시드를 바꾸고 처음부터 다시 훈련해 보세요.",
	},
	TimeLeft:   lang.Text{lang.En: "{0} left in this epoch", lang.Ko: "이번 에포크 {0} 남음"},
	Seconds:    lang.Text{lang.En: "{0} s", lang.Ko: "{0}초"},
	Minutes:    lang.Text{lang.En: "{0} min {1} s", lang.Ko: "{0}분 {1}초"},
	AboutToEnd: lang.Text{lang.En: "less than 1 s", lang.Ko: "1초 미만"},
	AnnounceEpoch: lang.Text{
		lang.En: "Epoch {0} done: training loss {1}, training accuracy {2}, test accuracy {3}.",
		lang.Ko: "에포크 {0} 완료: 훈련 손실 {1}, 훈련 정확도 {2}, 테스트 정확도 {3}.",
	},
	AnnounceStart: lang.Text{lang.En: "Training.", lang.Ko: "훈련을 시작합니다."},
	AnnouncePause: lang.Text{
		lang.En: "Paused at step {0}: training loss {1}.",
		lang.Ko: "스텝 {0}에서 일시정지: 훈련 손실 {1}.",
	},
	AnnounceTested: lang.Text{
		lang.En: "Test accuracy {0} (step {1}).",
		lang.Ko: "테스트 정확도 {0} (스텝 {1}).",
	},
	AnnouncePaused: lang.Text{lang.En: "Paused.", lang.Ko: "일시정지했습니다."},
	AnnounceContinue: lang.Text{
		lang.En: "Training goes on from step {0}.",
		lang.Ko: "스텝 {0}부터 훈련을 계속합니다.",
	},
	TestedAt: lang.Text{
		lang.En: "(step {0})",
		lang.Ko: "(스텝 {0})",
	},
	AnnounceReset: lang.Text{
		lang.En: "Back at step 0.",
		lang.Ko: "스텝 0으로 돌아왔습니다.",
	},
	LossCurve:     lang.Text{lang.En: "Loss at each step", lang.Ko: "스텝별 손실"},
	AccuracyCurve: lang.Text{lang.En: "Accuracy at each step", lang.Ko: "스텝별 정확도"},
	Minibatch:     lang.Text{lang.En: "minibatch", lang.Ko: "미니배치"},
	Smoothed:      lang.Text{lang.En: "smoothed", lang.Ko: "평활"},
	Test:          lang.Text{lang.En: "test", lang.Ko: "테스트"},
	LossSummary: lang.Text{
		lang.En: "Loss over {0} steps: training {1}, test {2}.",
		lang.Ko: "스텝 {0}까지의 손실: 훈련 {1}, 테스트 {2}.",
	},
	AccuracySummary: lang.Text{
		lang.En: "Accuracy over {0} steps: training {1}, test {2}.",
		lang.Ko: "스텝 {0}까지의 정확도: 훈련 {1}, 테스트 {2}.",
	},
	CurveEmpty: lang.Text{
		lang.En: "The curve appears with the first step.",
		lang.Ko: "첫 스텝부터 곡선이 나타납니다.",
	},
	LossLog: lang.Text{
		lang.En: "Losses of the last 50 steps",
		lang.Ko: "최근 50스텝의 손실",
	},
	LossLogHint: lang.Text{
		lang.En: "Reset and train again with the same seed: these numbers come back digit for digit.",
		lang.Ko: "처음으로 되돌려 같은 시드로 다시 훈련해 보세요. 이 값들이 한 자리도 다르지 않게 되풀이됩니다.",
	},
	StepColumn: lang.Text{lang.En: "Step", lang.Ko: "스텝"},
	Filters:    lang.Text{lang.En: "Filters of the first layer", lang.Ko: "첫 층의 필터"},
	FiltersNote: lang.Text{
		lang.En: "Each tile is one filter. " +
			"With colour input its red, green and blue weights are mixed; mid grey is zero. " +
			"With grey input orange is positive, blue negative.",
		lang.Ko: "타일 하나가 필터 하나입니다. " +
			"컬러 입력이면 빨강·초록·파랑 가중치를 섞어 보여 주며 중간 회색이 0입니다. " +
			"흑백 입력이면 주황이 양수, 파랑이 음수입니다.",
	},
	FiltersSummary: lang.Text{
		lang.En: "{0} filters of {1} by {1} weights in {2} channels after step {3}; weights from {4} to {5}.",
		lang.Ko: "스텝 {3} 뒤의 필터 {0}개, 각각 {1}×{1} 가중치, 채널 {2}개. 가중치 범위 {4} ~ {5}.",
	},
	FiltersNone: lang.Text{
		lang.En: "This network has no convolution, so no filters to show.",
		lang.Ko: "이 신경망에는 합성곱층이 없어 보여 줄 필터가 없습니다.",
	},
	Moved: lang.Text{
		lang.En: "What training has changed in them",
		lang.Ko: "훈련으로 달라진 만큼",
	},
	MovedNote: lang.Text{
		lang.En: "The weights now minus those at step 0, on a scale of their own: what training has added to the random start.",
		lang.Ko: "지금 가중치에서 스텝 0의 가중치를 뺀 값을 따로 맞춘 눈금으로 보여 줍니다. 무작위 초깃값에 훈련이 더한 몫입니다.",
	},
	MovedBy: lang.Text{
		lang.En: "Largest change {0}; largest weight {1}.",
		lang.Ko: "가장 큰 변화 {0}, 가장 큰 가중치 {1}.",
	},
	MovedNot: lang.Text{
		lang.En: "Nothing yet: these are the weights of step 0.",
		lang.Ko: "아직 없습니다. 스텝 0의 가중치 그대로입니다.",
	},
	Dark: lang.Text{
		lang.En: "0 everywhere for this sample: " +
			"{0}. " +
			"ReLU let nothing through there. " +
			"A map that stays so for every sample is dead: its filter no longer learns.",
		lang.Ko: "이 샘플에서 모든 칸이 0인 맵은 {0}입니다. ReLU가 아무것도 통과시키지 않았습니다. 어느 샘플에서나 그렇다면 죽은 맵이고, 그 필터는 더 학습하지 못합니다.",
	},
	DarkLayer: lang.Text{lang.En: "{0} {1}", lang.Ko: "{0} {1}"},
	DarkMap:   lang.Text{lang.En: "map {0}", lang.Ko: "맵 {0}"},
	Faint: lang.Text{
		lang.En: "Looks dark only next to stronger maps, with less than 3% of the layer’s largest value: {0}.",
		lang.Ko: "이웃보다 훨씬 약해(층의 가장 큰 값의 3% 미만) 어둡게 보이는 맵은 {0}입니다.",
	},
	DarkMany: lang.Text{lang.En: "{0} of {1} maps", lang.Ko: "맵 {1}개 중 {0}개"},
	MapsNote: lang.Text{
		lang.En: "Each tile of the network above is one channel: brighter is stronger, each layer on its own scale.",
		lang.Ko: "위 신경망의 타일 하나가 채널 하나입니다. 밝을수록 강하며, 층마다 눈금이 다릅니다.",
	},
	MapsWait: lang.Text{
		lang.En: "The maps appear when the trainer is ready.",
		lang.Ko: "훈련기가 준비되면 특성 맵이 나타납니다.",
	},
	SampleNote: lang.Text{
		lang.En: "The network never trains on it.",
		lang.Ko: "훈련에는 쓰이지 않는 이미지입니다.",
	},
	SampleSummary: lang.Text{
		lang.En: "Test sample {0}: label {1}, read as {2} with probability {3}.",
		lang.Ko: "테스트 샘플 {0}: 정답 {1}, 예측 {2} (확신도 {3}).",
	},
	PreviousSample: lang.Text{lang.En: "Previous sample", lang.Ko: "이전 샘플"},
	NextSample:     lang.Text{lang.En: "Next sample", lang.Ko: "다음 샘플"},
	RandomSample:   lang.Text{lang.En: "Random", lang.Ko: "무작위"},
	SampleIndex:    lang.Text{lang.En: "Sample", lang.Ko: "샘플 번호"},
	SampleLine: lang.Text{
		lang.En: "Label {0}, read as {1} ({2}): {3}.",
		lang.Ko: "정답 {0}, 예측 {1} ({2}): {3}.",
	},
	Right: lang.Text{lang.En: "right", lang.Ko: "맞음"},
	Wrong: lang.Text{lang.En: "wrong", lang.Ko: "틀림"},

	PadKeys: lang.Text{
		lang.En: "By keyboard: focus the canvas, move with the arrow keys, Space lowers and lifts the pen, Delete clears.",
		lang.Ko: "키보드로: 캔버스에 초점을 두고 화살표 키로 움직이세요. 스페이스로 펜을 내리고 올리며, Delete로 지웁니다.",
	},
	PadLabel: lang.Text{
		lang.En: "Canvas to draw on. Arrow keys move the pen, Space lowers or lifts it, Delete clears.",
		lang.Ko: "숫자를 그리는 캔버스. 화살표 키로 펜을 움직이고, 스페이스로 내리거나 올리고, Delete로 지웁니다.",
	},
	PadClear: lang.Text{lang.En: "Clear", lang.Ko: "지우기"},
	PadEmpty: lang.Text{lang.En: "Nothing drawn yet", lang.Ko: "아직 그린 것이 없습니다"},
	PadSure: lang.Text{
		lang.En: "Probability {0}.",
		lang.Ko: "확신도 {0}.",
	},
	PadRead: lang.Text{
		lang.En: "Read as {0}, probability {1}.",
		lang.Ko: "예측 {0}, 확신도 {1}.",
	},
	PenAt: lang.Text{lang.En: "Row {0}, column {1}", lang.Ko: "{0}행 {1}열"},
	PadUntrained: lang.Text{
		lang.En: "The network has not trained yet, so this is a guess.",
		lang.Ko: "아직 훈련하지 않았으므로 어림짐작입니다.",
	},
	PenDown: lang.Text{lang.En: "Pen down", lang.Ko: "펜 내림"},
	PenUp:   lang.Text{lang.En: "Pen up", lang.Ko: "펜 올림"},
	PadWiped: lang.Text{
		lang.En: "Canvas cleared",
		lang.Ko: "캔버스를 지웠습니다",
	},

	Dataset:      lang.Text{lang.En: "Dataset", lang.Ko: "데이터셋"},
	DigitsColour: lang.Text{lang.En: "Built-in digits, colour", lang.Ko: "내장 숫자, 컬러"},
	DigitsGrey:   lang.Text{lang.En: "Built-in digits, grey", lang.Ko: "내장 숫자, 흑백"},
	OwnFiles:     lang.Text{lang.En: "Your own IDX files", lang.Ko: "내 IDX 파일"},
	DatasetMade: lang.Text{
		lang.En: "Made on the fly, {0}×{1}×{2}; an epoch is {3} images, the test set {4}.",
		lang.Ko: "즉석에서 만드는 이미지, {0}×{1}×{2}. 한 에포크는 {3}장, 테스트 세트는 {4}장입니다.",
	},
	ChooseFiles: lang.Text{lang.En: "Choose IDX files", lang.Ko: "IDX 파일 고르기"},
	ChooseFilesNote: lang.Text{
		lang.En: "MNIST, Fashion-MNIST or KMNIST: images and labels together, gzipped or not. " +
			"You can also drop them anywhere on this page. " +
			"They stay on this device.",
		lang.Ko: "MNIST, Fashion-MNIST, KMNIST의 이미지와 레이블 파일을 함께 고르세요. gzip이어도 됩니다. " +
			"이 페이지 아무 곳에나 끌어다 놓아도 됩니다. " +
			"파일은 이 기기를 벗어나지 않습니다.",
	},
	DropHere: lang.Text{
		lang.En: "Drop the IDX files to read them",
		lang.Ko: "IDX 파일을 놓으면 읽습니다",
	},
	Reading: lang.Text{lang.En: "Reading the files: {0}", lang.Ko: "파일 읽는 중: {0}"},
	FitPad: lang.Text{
		lang.En: "Padded to {0}×{1} for this network.",
		lang.Ko: "이 신경망에 맞춰 {0}×{1} 크기로 패딩합니다.",
	},
	FitRepeat: lang.Text{
		lang.En: "Grey is repeated into its three input channels.",
		lang.Ko: "흑백 값을 입력 채널 세 개에 똑같이 넣습니다.",
	},
	FitGrey: lang.Text{
		lang.En: "Colours become brightness, as this network has one input channel.",
		lang.Ko: "이 신경망은 입력 채널이 하나라서 색을 밝기로 바꿉니다.",
	},
	FiltersSame: lang.Text{
		lang.En: "These images are grey, so a filter’s three channels learn the same; its tint is left from the random start.",
		lang.Ko: "이 이미지는 흑백이라 필터의 세 채널이 똑같이 학습합니다. " +
			"필터에 보이는 색은 무작위 초깃값이 남은 것입니다.",
	},
	TableInput: lang.Text{lang.En: "Input", lang.Ko: "입력"},
	FilesRead: lang.Text{
		lang.En: "Your files were read: {0} training and {1} test images.",
		lang.Ko: "파일을 읽었습니다. 훈련 {0}장, 테스트 {1}장입니다.",
	},
	FilesGone: lang.Text{
		lang.En: "A link cannot contain files, nor does a reload keep them. " +
			"Choose or drop them again; until then the built-in digits are used.",
		lang.Ko: "링크에는 파일이 담기지 않고, 새로 고쳐도 남지 않습니다. 파일을 다시 고르거나 끌어다 놓으세요. 그때까지는 내장 숫자를 씁니다.",
	},
	DropNothing: lang.Text{
		lang.En: "What was dropped holds no files. Drop an images file and its labels file.",
		lang.Ko: "놓은 항목에 파일이 없습니다. 이미지 파일과 레이블 파일을 함께 놓으세요.",
	},
	FilesTooLarge: lang.Text{
		lang.En: "These files are {0} MB together; at most {1} MB can be read. Nothing has changed.",
		lang.Ko: "파일이 모두 {0} MB입니다. 최대 {1} MB까지 읽을 수 있습니다. 바뀐 것은 없습니다.",
	},
	FilesUnreadable: lang.Text{
		lang.En: "The browser could not read {0}. " +
			"Check that the file is still there and choose it again. " +
			"Nothing has changed.",
		lang.Ko: "브라우저가 {0} 파일을 읽지 못했습니다. " +
			"파일이 그대로 있는지 확인하고 다시 고르세요. " +
			"바뀐 것은 없습니다.",
	},
	NoGzip: lang.Text{
		lang.En: "This browser cannot unpack {0}, which is gzipped. " +
			"Unpack it first, or update the browser. Nothing has changed.",
		lang.Ko: "이 브라우저는 gzip으로 압축한 {0} 파일을 풀 수 없습니다. " +
			"압축을 먼저 풀거나 브라우저를 업데이트하세요. " +
			"바뀐 것은 없습니다.",
	},
	ServedOption: lang.Text{
		lang.En: "On this server: {0} ({1} files, {2})",
		lang.Ko: "이 서버의 {0} (파일 {1}개, {2})",
	},
	ServedOptionOne: lang.Text{
		lang.En: "On this server: {0} (1 file, {1})",
		lang.Ko: "이 서버의 {0} (파일 1개, {1})",
	},
	ServedOptionBare: lang.Text{lang.En: "On this server: {0}", lang.Ko: "이 서버의 {0}"},
	ServedTop:        lang.Text{lang.En: "the top folder", lang.Ko: "맨 위 폴더"},
	ServedRead: lang.Text{
		lang.En: "“{0}” was read from this server: {1} training and {2} test images.",
		lang.Ko: "이 서버에서 “{0}” 데이터셋을 읽었습니다. 훈련 {1}장, 테스트 {2}장입니다.",
	},
	ServedUnlisted: lang.Text{
		lang.En: "This server’s list of datasets could not be fetched. " +
			"Check that the server is still running and that this computer reaches it.",
		lang.Ko: "이 서버의 데이터셋 목록을 가져오지 못했습니다. " +
			"서버가 켜져 있고 이 컴퓨터에서 연결되는지 확인하세요.",
	},
	ServedUnfetched: lang.Text{
		lang.En: "{0} could not be fetched from the server. " +
			"Check that the server is still running and still has the file, and choose the dataset again.",
		lang.Ko: "서버에서 {0} 파일을 가져오지 못했습니다. " +
			"서버가 켜져 있고 파일이 그대로 있는지 확인한 뒤 데이터셋을 다시 고르세요.",
	},
	ServedGone: lang.Text{
		lang.En: "The server has no dataset “{0}” now. Choose another under Dataset, or ask whoever runs the server.",
		lang.Ko: "지금 서버에는 “{0}” 데이터셋이 없습니다. 다른 데이터셋을 고르거나 서버를 운영하는 사람에게 물어보세요.",
	},
	ServedNone: lang.Text{
		lang.En: "This link asks for “{0}”, which this server does not have, so the built-in digits are used. " +
			"Open it on the server it was made on.",
		lang.Ko: "이 링크의 “{0}” 데이터셋이 지금 연 서버에는 없어 내장 숫자를 씁니다. 링크를 만든 서버에서 열어 주세요.",
	},
	StandIn: lang.Text{
		lang.En: "Until then the built-in digits are used.",
		lang.Ko: "그때까지는 내장 숫자를 씁니다.",
	},
	Fetching: lang.Text{
		lang.En: "Fetching the files: {0}",
		lang.Ko: "파일 가져오는 중: {0}",
	},
	Network: lang.Text{lang.En: "Network", lang.Ko: "신경망"},
	NetLeNet: lang.Text{
		lang.En: "LeNet, 8 filters",
		lang.Ko: "LeNet, 필터 8개",
	},
	NetLeNet6: lang.Text{
		lang.En: "LeNet, 6 filters",
		lang.Ko: "LeNet, 필터 6개",
	},
	NetLeNet5: lang.Text{
		lang.En: "LeNet-5 (1998), simplified",
		lang.Ko: "LeNet-5(1998), 단순화",
	},
	NetGAP:       lang.Text{lang.En: "Global average pooling", lang.Ko: "전역 평균 풀링"},
	NetCustom:    lang.Text{lang.En: "Your network", lang.Ko: "직접 만든 신경망"},
	Pooling:      lang.Text{lang.En: "Pooling", lang.Ko: "풀링"},
	PoolMax:      lang.Text{lang.En: "max", lang.Ko: "최대"},
	PoolAverage:  lang.Text{lang.En: "average", lang.Ko: "평균"},
	PoolNet:      lang.Text{lang.En: "as built", lang.Ko: "만든 그대로"},
	Optimizer:    lang.Text{lang.En: "Optimiser", lang.Ko: "옵티마이저"},
	SGD:          lang.Text{lang.En: "SGD", lang.Ko: "SGD"},
	Momentum:     lang.Text{lang.En: "momentum", lang.Ko: "모멘텀"},
	RMSProp:      lang.Text{lang.En: "RMSProp", lang.Ko: "RMSProp"},
	Adam:         lang.Text{lang.En: "Adam", lang.Ko: "Adam"},
	LearningRate: lang.Text{lang.En: "Learning rate α", lang.Ko: "학습률 α"},
	LearningRateLive: lang.Text{
		lang.En: "Applies at once, even in a run.",
		lang.Ko: "훈련 중에도 바로 적용됩니다.",
	},
	BatchSize: lang.Text{lang.En: "Batch size", lang.Ko: "배치 크기"},
	Seed:      lang.Text{lang.En: "Seed", lang.Ko: "시드"},
	SeedNote: lang.Text{
		lang.En: "Same seed, same run.",
		lang.Ko: "시드가 같으면 훈련도 같습니다.",
	},
	Init: lang.Text{
		lang.En: "Initialisation",
		lang.Ko: "가중치 초기화",
	},
	InitHe:     lang.Text{lang.En: "He", lang.Ko: "He"},
	InitXavier: lang.Text{lang.En: "Xavier", lang.Ko: "Xavier"},
	InitLeCun:  lang.Text{lang.En: "LeCun", lang.Ko: "LeCun"},
	Workers:    lang.Text{lang.En: "Workers", lang.Ko: "워커"},
	WorkersNote: lang.Text{
		lang.En: "They share every minibatch, and any number of them gives the same weights. " +
			"Cores of this computer: " +
			"{0}.",
		lang.Ko: "미니배치를 나누어 맡으며, 몇 개를 쓰든 가중치는 똑같습니다. 이 컴퓨터의 코어는 {0}개입니다.",
	},
	Group: lang.Text{lang.En: "Workers: {0}", lang.Ko: "워커: {0}"},
	GroupPrint: lang.Text{
		lang.En: "Workers: {0} · weights fingerprint {1}",
		lang.Ko: "워커: {0} · 가중치 지문 {1}",
	},
	GroupFew: lang.Text{
		lang.En: "There is no work for more: workers share a minibatch in pieces of {1} images, and the batch size is {0}.",
		lang.Ko: "워커는 미니배치를 이미지 {1}장씩 나누어 맡는데, 배치 크기가 {0}{0:이라} 나눌 몫이 더 없습니다.",
	},
	TableLayer:  lang.Text{lang.En: "Layer", lang.Ko: "층"},
	TableShape:  lang.Text{lang.En: "Activation shape", lang.Ko: "활성화값 모양"},
	TableSize:   lang.Text{lang.En: "Activation size", lang.Ko: "활성화값 수"},
	TableParams: lang.Text{lang.En: "Parameters", lang.Ko: "파라미터"},
	TableTotal:  lang.Text{lang.En: "Total", lang.Ko: "합계"},
	HowTitle: lang.Text{
		lang.En: "How your computer computes these layers",
		lang.Ko: "컴퓨터가 이 층들을 계산하는 방법",
	},
	HowFused:  lang.Text{lang.En: "fused with {0}", lang.Ko: "{0} 층과 융합"},
	HowDirect: lang.Text{lang.En: "straight from its input", lang.Ko: "입력에서 바로 계산"},
	HowIm2col: lang.Text{
		lang.En: "windows as a matrix",
		lang.Ko: "윈도우를 행렬로 펼쳐 곱함",
	},
	HowProduct: lang.Text{lang.En: "matrix product", lang.Ko: "행렬 곱"},
	HowPool2:   lang.Text{lang.En: "2×2 windows, unrolled", lang.Ko: "2×2 윈도우 전용 코드"},
	HowLoop:    lang.Text{lang.En: "plain loop", lang.Ko: "단순 반복"},
	HowNothing: lang.Text{lang.En: "nothing to compute", lang.Ko: "계산할 것 없음"},
	HowVectors: lang.Text{
		lang.En: "Fused layers take one pass over the values, four at a time with WebAssembly SIMD.",
		lang.Ko: "융합된 층은 WebAssembly SIMD로 값을 네 개씩, 한 번에 지나가며 계산합니다.",
	},
	HowPortable: lang.Text{
		lang.En: "Fused layers take one pass over the values, one at a time, as this browser has no WebAssembly SIMD.",
		lang.Ko: "융합된 층은 값을 한 번에 지나가며 계산하되, 이 브라우저에는 WebAssembly SIMD가 없어 하나씩 계산합니다.",
	},
	TableNote: lang.Text{
		lang.En: "Shapes are (rows, columns, channels). Pooling has nothing to learn.",
		lang.Ko: "모양은 (행, 열, 채널)입니다. 풀링에는 학습할 파라미터가 없습니다.",
	},
	Pending: lang.Text{
		lang.En: "Changed settings apply to a new run; this one goes on with the old ones.",
		lang.Ko: "바꾼 설정은 새 훈련부터 적용됩니다. 지금 훈련은 이전 설정으로 계속됩니다.",
	},
	PendingFailed: lang.Text{
		lang.En: "Changed settings apply to a new run; the old one has stopped at a fault.",
		lang.Ko: "바꾼 설정은 새 훈련부터 적용됩니다. 이전 훈련은 오류로 멈췄습니다.",
	},
	PendingLink: lang.Text{
		lang.En: "The link you opened has other settings than this run. They apply to a new run.",
		lang.Ko: "지금 연 링크의 설정은 이 훈련의 설정과 다릅니다. 새 훈련부터 적용됩니다.",
	},
	PendingFiles: lang.Text{
		lang.En: "The new files apply to a new run; this one goes on with the files before.",
		lang.Ko: "새 파일은 새 훈련부터 쓰입니다. 지금 훈련은 이전 파일로 계속됩니다.",
	},
	PendingApply: lang.Text{lang.En: "Start a new run", lang.Ko: "새로 훈련"},
	PendingDrop:  lang.Text{lang.En: "Keep the old ones", lang.Ko: "이전 설정 유지"},
	StillOn: lang.Text{
		lang.En: "Training still uses: {0}.",
		lang.Ko: "훈련에는 그대로 다음 데이터를 씁니다: {0}.",
	},
	RunHeld: lang.Text{
		lang.En: "This run was paused at step {0} while you were away. Continue goes on from there.",
		lang.Ko: "다른 페이지를 보는 동안 이 훈련은 스텝 {0}에서 일시정지되어 있었습니다. 계속을 누르면 거기서 이어집니다.",
	},
	RunLost: lang.Text{
		lang.En: "The trainer stopped, and the run at step {0} is lost. " +
			"A new run is ready: with the same seed, {1}, it repeats the old one exactly.",
		lang.Ko: "훈련기가 멈춰 스텝 {0}까지 간 훈련을 잃었습니다. 새 훈련을 준비했습니다. 같은 시드({1})이므로 똑같이 되풀이됩니다.",
	},
	RunResumed: lang.Text{
		lang.En: "The trainer stopped and was started again; the run goes on from step {0}.",
		lang.Ko: "훈련기가 멈춰 다시 시작했습니다. 훈련은 스텝 {0}부터 이어집니다.",
	},
	ApplyReset: lang.Text{
		lang.En: "Reset all settings",
		lang.Ko: "설정을 모두 처음 상태로",
	},

	Dismiss: lang.Text{lang.En: "Close", lang.Ko: "닫기"},
	Restart: lang.Text{lang.En: "Restart the trainer", lang.Ko: "훈련기 다시 시작"},
	WorkerLost: lang.Text{
		lang.En: "The trainer stopped unexpectedly, and this run is lost. " +
			"Restart it: the same seed replays the same run.",
		lang.Ko: "훈련기가 예기치 않게 멈춰 이번 훈련을 잃었습니다. " +
			"다시 시작하세요. 같은 시드로 같은 훈련이 되풀이됩니다.",
	},
	WorkerLoad: lang.Text{
		lang.En: "The trainer could not be loaded. Check the connection and restart it.",
		lang.Ko: "훈련기를 불러오지 못했습니다. 연결을 확인하고 다시 시작하세요.",
	},
	NoWorker: lang.Text{
		lang.En: "This browser has no Web Workers, which training needs. " +
			"The lesson and the other labs work without them.",
		lang.Ko: "이 브라우저에는 훈련에 필요한 웹 워커가 없습니다. 설명과 다른 실습은 그대로 볼 수 있습니다.",
	},
	UnknownFault: lang.Text{lang.En: "The trainer reports: {0}", lang.Ko: "훈련기의 알림: {0}"},
}
