package invlab

import "stridelab/app/lang"

// texts are the words of the lab, in every language. A test holds that none is empty, and that all
// languages use the same arguments.
type texts struct {
	Title, Description, Lead                                             lang.Text
	Stage, FieldLabel, FieldKeys, Moved, InkLost                         lang.Text
	Conv, Dense, ConvShort, DenseShort, Reads, RightAnswer, WrongAnswer  lang.Text
	BarsLabel, BarsNote, Waiting, ConvTight, DenseTight                  lang.Text
	Transport, First, Previous, Next, Last, Play, Scrub                  lang.Text
	Path                                                                 lang.Text
	Maps, MapsLabel, MapsNote, OneMap, AllMeans, MapNumber, MapOf        lang.Text
	NoPlace, ChangedBy, NotMoved, Same, MovedBy, NoInside, ExactInside   lang.Text
	LeftInside, BetweenCells                                             lang.Text
	Table, TableLayer, TableMove, TableChange, TableLeft, RowInput       lang.Text
	RowClasses, RowDense, CellExact, CellBetween, CellNone               lang.Text
	Reach, ReachLabel, ReachNote, ReachMean, ReachWrong, ReachSearching  lang.Text
	ReachWay, ReachAll, ReachTest, ReachTestSays                         lang.Text
	Chart, ChartLabel, ChartEmpty, ChartX, ChartXAll, ChartY, Chance     lang.Text
	ChartNote, Ways, Samples, SampleCount, Compute, Cancel, Counting     lang.Text
	Counted, CountStopped, ChartTable, ShiftColumn, ChartHalf, ChartOld  lang.Text
	HalfUpTo, HalfAndMore, ShareOf                                       lang.Text
	Choose, Class, Number, NextDigit, Preset                             lang.Text
	Nets, NetLayers, NetParams, Trained, TestAccuracy, OnMNIST, Shipped  lang.Text
	Retrained, Retrain, RetrainHint, Retraining, RetrainStop, BackToFile lang.Text
	RetrainDone, RetrainStopped, BackDone, SeedLabel, RetrainNote        lang.Text
	LinkRetrained, WorkerGone, NoWorker, NotReady                        lang.Text
	WorkerAgain                                                          lang.Text
	Busy, BadNets                                                        lang.Text
	Said, SaidLost, KeyArrows, KeyMore, KeySpace, KeyEnds                lang.Text
	Beforehand                                                           lang.Text
}

var text = texts{
	Title: lang.Text{lang.En: "The shifted image", lang.Ko: "이동한 이미지"},
	Description: lang.Text{
		lang.En: "Drag a digit about: feature maps move with it, pooled maps move less, the class stays. " +
			"Equivariance and invariance of a convolutional network, measured beside a fully connected one.",
		lang.Ko: "숫자를 끌어 보세요. " +
			"특성 맵은 함께 움직이고 풀링한 맵은 덜 움직이며 클래스는 그대로입니다. " +
			"합성곱 신경망의 이동 등변성(equivariance)과 이동 불변성(invariance)을 완전 연결 신경망과 나란히 측정합니다.",
	},
	Lead: lang.Text{
		lang.En: "Drag the digit. " +
			"Two networks that learned from the same centred digits read it wherever it goes; only one of them keeps reading it correctly.",
		lang.Ko: "숫자를 끌어 보세요. " +
			"가운데 놓인 같은 숫자들로 학습한 두 신경망이 그 숫자를 읽습니다. " +
			"끝까지 제대로 읽는 것은 하나뿐입니다.",
	},

	Stage: lang.Text{
		lang.En: "The digit and what the networks read",
		lang.Ko: "숫자와 두 신경망의 답",
	},
	FieldLabel: lang.Text{
		lang.En: "The digit on its canvas of 32×32 pixels",
		lang.Ko: "32×32 픽셀 캔버스 위의 숫자",
	},
	FieldKeys: lang.Text{
		lang.En: "Drag the digit, or use the arrow keys; with Shift 4 pixels at a time.",
		lang.Ko: "숫자를 끌거나 화살표 키로 옮기세요. Shift와 함께 누르면 4픽셀씩 움직입니다.",
	},
	Moved: lang.Text{
		lang.En: "(dx, dy) = {0}",
		lang.Ko: "(dx, dy) = {0}",
	},
	InkLost: lang.Text{
		lang.En: "{0}% of the ink is lost",
		lang.Ko: "잉크 {0}%가 밖으로 밀려나 사라짐",
	},
	Conv: lang.Text{
		lang.En: "Convolutional network",
		lang.Ko: "합성곱 신경망",
	},
	Dense: lang.Text{
		lang.En: "Fully connected network",
		lang.Ko: "완전 연결 신경망",
	},
	ConvShort: lang.Text{
		lang.En: "Convolutional",
		lang.Ko: "합성곱",
	},
	DenseShort: lang.Text{
		lang.En: "Fully connected",
		lang.Ko: "완전 연결",
	},
	ConvTight: lang.Text{
		lang.En: "Conv.",
		lang.Ko: "합성곱",
	},
	DenseTight: lang.Text{
		lang.En: "FC",
		lang.Ko: "완전 연결",
	},
	Reads: lang.Text{
		lang.En: "reads {0}",
		lang.Ko: "답 {0}",
	},
	RightAnswer: lang.Text{
		lang.En: "right, probability {0}%",
		lang.Ko: "정답, 확신도 {0}%",
	},
	WrongAnswer: lang.Text{
		lang.En: "wrong, probability {0}%",
		lang.Ko: "오답, 확신도 {0}%",
	},
	BarsLabel: lang.Text{
		lang.En: "{0}: the probability of each class",
		lang.Ko: "{0}: 클래스별 확률",
	},
	BarsNote: lang.Text{
		lang.En: "◆ the right class. " +
			"The tick on a bar is where it was before the digit moved.",
		lang.Ko: "◆는 정답 클래스이고, 막대의 눈금은 숫자를 옮기기 전의 값입니다.",
	},
	Waiting: lang.Text{
		lang.En: "The trained networks are being fetched…",
		lang.Ko: "훈련된 신경망을 가져오는 중입니다…",
	},

	Transport: lang.Text{
		lang.En: "Sweep",
		lang.Ko: "훑기",
	},
	First: lang.Text{
		lang.En: "To the beginning",
		lang.Ko: "처음으로",
	},
	Previous: lang.Text{
		lang.En: "One pixel back",
		lang.Ko: "한 픽셀 뒤로",
	},
	Next: lang.Text{
		lang.En: "One pixel on",
		lang.Ko: "한 픽셀 앞으로",
	},
	Last: lang.Text{
		lang.En: "To the end",
		lang.Ko: "끝으로",
	},
	Play: lang.Text{
		lang.En: "Sweep",
		lang.Ko: "훑기",
	},
	Scrub: lang.Text{
		lang.En: "Place along the sweep",
		lang.Ko: "훑는 위치",
	},
	Path: lang.Text{
		lang.En: "Sweep",
		lang.Ko: "훑는 방향",
	},

	Maps: lang.Text{
		lang.En: "Inside the convolutional network",
		lang.Ko: "합성곱 신경망의 속",
	},
	MapsLabel: lang.Text{
		lang.En: "Feature maps of the convolutional network, with the outline of where they were before the digit moved",
		lang.Ko: "합성곱 신경망의 특성 맵과 숫자를 옮기기 전의 윤곽",
	},
	MapsNote: lang.Text{
		lang.En: "Dashed: where the map was before the move. " +
			"Hatched: cells that differ from the old map moved along. " +
			"Click a small map to see it large.",
		lang.Ko: "점선은 옮기기 전의 자리, 빗금은 원래 맵을 함께 옮긴 것과 값이 다른 칸입니다. " +
			"작은 맵을 누르면 크게 보입니다.",
	},
	OneMap: lang.Text{
		lang.En: "{0}, map {1}",
		lang.Ko: "{0}, 맵 {1}",
	},
	AllMeans: lang.Text{
		lang.En: "{0}, {1} {1|value|values}",
		lang.Ko: "{0}, 값 {1}개",
	},
	MapNumber: lang.Text{
		lang.En: "{0}: map",
		lang.Ko: "{0}: 맵",
	},
	MapOf: lang.Text{
		lang.En: "{0}, {1}",
		lang.Ko: "{0}, {1}",
	},
	NoPlace: lang.Text{
		lang.En: "position discarded",
		lang.Ko: "위치를 버림",
	},
	ChangedBy: lang.Text{
		lang.En: "changed by {0}%",
		lang.Ko: "변화 {0}%",
	},
	NotMoved: lang.Text{
		lang.En: "not moved",
		lang.Ko: "움직이지 않음",
	},
	Same: lang.Text{
		lang.En: "the same",
		lang.Ko: "그대로",
	},
	MovedBy: lang.Text{
		lang.En: "moved by {0} cells",
		lang.Ko: "{0}칸 이동",
	},
	NoInside: lang.Text{
		lang.En: "every cell sees the border",
		lang.Ko: "모든 칸이 가장자리를 읽음",
	},
	ExactInside: lang.Text{
		lang.En: "exactly: difference 0",
		lang.Ko: "꼭 맞음: 차이 0",
	},
	LeftInside: lang.Text{
		lang.En: "{0}% left over",
		lang.Ko: "{0}% 남음",
	},
	BetweenCells: lang.Text{
		lang.En: "{0} cells: none fits",
		lang.Ko: "{0}칸: 맞는 칸 없음",
	},

	Table: lang.Text{
		lang.En: "How much each layer changed",
		lang.Ko: "층별 변화",
	},
	TableLayer: lang.Text{
		lang.En: "Layer",
		lang.Ko: "층",
	},
	TableMove: lang.Text{
		lang.En: "Moved by (cells)",
		lang.Ko: "이동(칸)",
	},
	TableChange: lang.Text{
		lang.En: "Changed in place",
		lang.Ko: "제자리에서의 변화",
	},
	TableLeft: lang.Text{
		lang.En: "Difference after realigning",
		lang.Ko: "함께 옮긴 뒤 남은 차이",
	},
	RowInput: lang.Text{
		lang.En: "Input",
		lang.Ko: "입력",
	},
	RowClasses: lang.Text{
		lang.En: "Classes",
		lang.Ko: "클래스",
	},
	RowDense: lang.Text{
		lang.En: "Fully connected network",
		lang.Ko: "완전 연결 신경망",
	},
	CellExact: lang.Text{
		lang.En: "0% (largest difference {0})",
		lang.Ko: "0% (가장 큰 차이 {0})",
	},
	CellBetween: lang.Text{
		lang.En: "{0}% at {1}",
		lang.Ko: "{1}에서 {0}%",
	},
	CellNone: lang.Text{
		lang.En: "–",
		lang.Ko: "–",
	},

	Reach: lang.Text{
		lang.En: "How far it is still recognised",
		lang.Ko: "알아볼 수 있는 이동 거리",
	},
	ReachLabel: lang.Text{
		lang.En: "How far the digit can be moved in eight directions before each network misreads it",
		lang.Ko: "각 신경망이 숫자를 잘못 읽기 전까지 여덟 방향으로 옮길 수 있는 거리",
	},
	ReachNote: lang.Text{
		lang.En: "Pixels in each direction until the digit is misread. The ring is where it is now.",
		lang.Ko: "잘못 읽기 전까지 방향마다 옮길 수 있는 픽셀 수입니다. 고리는 지금 자리입니다.",
	},
	ReachMean: lang.Text{
		lang.En: "{0} px on average",
		lang.Ko: "평균 {0}px",
	},
	ReachWrong: lang.Text{
		lang.En: "misread unmoved",
		lang.Ko: "제자리에서도 오답",
	},
	ReachSearching: lang.Text{
		lang.En: "searching…",
		lang.Ko: "찾는 중…",
	},
	ReachWay: lang.Text{
		lang.En: "{0} {1}",
		lang.Ko: "{0} {1}",
	},
	ReachTest: lang.Text{
		lang.En: "Count over {0} digits",
		lang.Ko: "숫자 {0}개로 세어 보기",
	},
	ReachTestSays: lang.Text{
		lang.En: "For {0} of {1} test digits ({2}%) the convolutional network tolerates a larger shift than the fully connected one. " +
			"On average it reads the digits up to a shift of {3} pixels, the other up to {4}.",
		lang.Ko: "테스트 숫자 {1}개 중 {0}개({2}%)를 합성곱 신경망이 더 멀리까지 알아봅니다. " +
			"평균 {3}픽셀 이동까지 읽고, 완전 연결 신경망은 {4}픽셀까지입니다.",
	},
	ReachAll: lang.Text{
		lang.En: "{0} Convolutional: {1}. Fully connected: {2}.",
		lang.Ko: "{0} 합성곱: {1}. 완전 연결: {2}.",
	},

	Chart: lang.Text{
		lang.En: "Accuracy against shift",
		lang.Ko: "이동에 따른 정확도",
	},
	ChartLabel: lang.Text{
		lang.En: "Accuracy of both networks against the shift of the test digits",
		lang.Ko: "테스트 숫자의 이동에 따른 두 신경망의 정확도",
	},
	ChartEmpty: lang.Text{
		lang.En: "Not computed yet",
		lang.Ko: "아직 계산하지 않음",
	},
	ChartX: lang.Text{
		lang.En: "shift, px",
		lang.Ko: "이동(px)",
	},
	ChartXAll: lang.Text{
		lang.En: "distance, px",
		lang.Ko: "거리(px)",
	},
	ChartY: lang.Text{
		lang.En: "read correctly, %",
		lang.Ko: "정답률(%)",
	},
	Chance: lang.Text{
		lang.En: "guessing",
		lang.Ko: "찍기",
	},
	ChartNote: lang.Text{
		lang.En: "Test digits that neither network has seen, each moved by every shift and read in the background, by the same code that trains.",
		lang.Ko: "두 신경망이 본 적 없는 테스트 숫자를 한 픽셀씩 옮겨 가며 읽습니다. " +
			"훈련할 때와 같은 코드가 백그라운드에서 계산합니다.",
	},
	Ways: lang.Text{
		lang.En: "Directions",
		lang.Ko: "방향",
	},
	Samples: lang.Text{
		lang.En: "Test digits",
		lang.Ko: "테스트 숫자",
	},
	SampleCount: lang.Text{
		lang.En: "{0}",
		lang.Ko: "{0}개",
	},
	Compute: lang.Text{
		lang.En: "Compute the chart",
		lang.Ko: "차트 계산하기",
	},
	Cancel: lang.Text{
		lang.En: "Cancel",
		lang.Ko: "취소",
	},
	Counting: lang.Text{
		lang.En: "{0}% counted",
		lang.Ko: "{0}% 계산",
	},
	Counted: lang.Text{
		lang.En: "At least half of the digits are read correctly up to these shifts: convolutional network {0}, fully connected network {1}.",
		lang.Ko: "숫자의 절반 이상을 제대로 읽는 이동 거리: 합성곱 신경망 {0}, 완전 연결 신경망 {1}.",
	},
	CountStopped: lang.Text{
		lang.En: "Cancelled; what was counted stays.",
		lang.Ko: "취소했습니다. 계산한 만큼은 그대로 둡니다.",
	},
	ChartTable: lang.Text{
		lang.En: "The chart as a table",
		lang.Ko: "차트를 표로 보기",
	},
	ShiftColumn: lang.Text{
		lang.En: "Shift",
		lang.Ko: "이동",
	},
	ChartHalf: lang.Text{
		lang.En: "none, not even unmoved",
		lang.Ko: "없음(제자리에서도 안 됨)",
	},
	HalfUpTo: lang.Text{
		lang.En: "{0} {0|pixel|pixels}",
		lang.Ko: "{0}픽셀까지",
	},
	HalfAndMore: lang.Text{
		lang.En: "{0} pixels or more",
		lang.Ko: "{0}픽셀 이상",
	},
	ShareOf: lang.Text{
		lang.En: "{0}% of {1}",
		lang.Ko: "{1}개 중 {0}%",
	},
	ChartOld: lang.Text{
		lang.En: "The chart belongs to other settings: compute it again.",
		lang.Ko: "다른 설정에서 계산한 차트입니다. " +
			"다시 계산하세요.",
	},

	Choose: lang.Text{
		lang.En: "The digit",
		lang.Ko: "숫자 고르기",
	},
	Class: lang.Text{
		lang.En: "Class",
		lang.Ko: "클래스",
	},
	Number: lang.Text{
		lang.En: "Test digit",
		lang.Ko: "테스트 숫자 번호",
	},
	NextDigit: lang.Text{
		lang.En: "Another {0}",
		lang.Ko: "다른 {0}",
	},
	Preset: lang.Text{
		lang.En: "Shift",
		lang.Ko: "이동",
	},

	Nets: lang.Text{
		lang.En: "The two networks",
		lang.Ko: "두 신경망",
	},
	NetLayers: lang.Text{
		lang.En: "Layers",
		lang.Ko: "층",
	},
	NetParams: lang.Text{
		lang.En: "Parameters",
		lang.Ko: "파라미터",
	},
	Trained: lang.Text{
		lang.En: "Trained on",
		lang.Ko: "훈련",
	},
	TestAccuracy: lang.Text{
		lang.En: "Unmoved test digits",
		lang.Ko: "옮기지 않은 테스트 숫자",
	},
	OnMNIST: lang.Text{
		lang.En: "Real MNIST digits",
		lang.Ko: "실제 MNIST 숫자",
	},
	Shipped: lang.Text{
		lang.En: "Trained beforehand: built-in grey digits, seed {0}, {1} {1|minibatch|minibatches}, {2} {2|digit|digits}",
		lang.Ko: "미리 훈련함: 내장 흑백 숫자, 시드 {0}, 미니배치 {1}개, 숫자 {2}개",
	},
	Retrained: lang.Text{
		lang.En: "Retrained here: built-in grey digits, seed {0}, {1} {1|minibatch|minibatches}, {2} {2|digit|digits}",
		lang.Ko: "여기서 다시 훈련함: 내장 흑백 숫자, 시드 {0}, 미니배치 {1}개, 숫자 {2}개",
	},
	Retrain: lang.Text{
		lang.En: "Retrain both",
		lang.Ko: "둘 다 다시 훈련",
	},
	RetrainHint: lang.Text{
		lang.En: "Trains both networks from new initial weights, in the background; until they are done the page keeps the ones it has",
		lang.Ko: "두 신경망을 새로 초기화한 가중치에서 시작해 백그라운드에서 훈련합니다. " +
			"끝날 때까지 지금 신경망을 그대로 씁니다",
	},
	Retraining: lang.Text{
		lang.En: "{0}% trained; accuracy on test digits so far: convolutional {1}, fully connected {2}",
		lang.Ko: "{0}% 훈련. " +
			"지금까지 테스트 정확도: 합성곱 {1}, 완전 연결 {2}",
	},
	RetrainStop: lang.Text{
		lang.En: "Cancel",
		lang.Ko: "취소",
	},
	BackToFile: lang.Text{
		lang.En: "Back to the weights trained beforehand",
		lang.Ko: "미리 훈련한 가중치로 돌아가기",
	},
	RetrainDone: lang.Text{
		lang.En: "Both networks are retrained from seed {0} and are in use now.",
		lang.Ko: "시드 {0}번으로 새로 훈련한 두 신경망을 이제 사용합니다.",
	},
	RetrainStopped: lang.Text{
		lang.En: "Retraining was cancelled; the networks are the same as before.",
		lang.Ko: "다시 훈련하기를 취소했습니다. " +
			"신경망은 전과 같습니다.",
	},
	BackDone: lang.Text{
		lang.En: "The weights trained beforehand are in use again.",
		lang.Ko: "미리 훈련한 가중치를 다시 사용합니다.",
	},
	SeedLabel: lang.Text{
		lang.En: "Seed for retraining",
		lang.Ko: "다시 훈련할 시드",
	},
	RetrainNote: lang.Text{
		lang.En: "Takes about half a minute. The same seed gives the same weights again, bit for bit.",
		lang.Ko: "30초쯤 걸립니다. 시드가 같으면 비트까지 같은 가중치가 나옵니다.",
	},
	LinkRetrained: lang.Text{
		lang.En: "This link was made with networks retrained from seed {0}. " +
			"Press “Retrain both” to get the same ones; until then those trained beforehand are in use.",
		lang.Ko: "이 링크는 시드 {0}번으로 다시 훈련한 신경망으로 만든 것입니다. " +
			"‘둘 다 다시 훈련’을 누르면 똑같은 신경망이 나오고, 그때까지는 미리 훈련한 신경망을 씁니다.",
	},
	WorkerAgain: lang.Text{
		lang.En: "The background computation stopped and was started again; it continues where it was.",
		lang.Ko: "백그라운드 계산이 멈춰 다시 시작했습니다. " +
			"하던 계산을 이어서 합니다.",
	},
	WorkerGone: lang.Text{
		lang.En: "The background computation stopped, and its results are lost. " +
			"Press the button again to start over; everything else still works.",
		lang.Ko: "백그라운드 계산이 멈춰 계산하던 것을 잃었습니다. " +
			"버튼을 다시 누르면 처음부터 계산합니다. " +
			"나머지는 모두 그대로 쓸 수 있습니다.",
	},
	NoWorker: lang.Text{
		lang.En: "This browser cannot compute in the background, so charts and retraining are not possible here. " +
			"Moving the digit works.",
		lang.Ko: "이 브라우저에서는 백그라운드 계산을 할 수 없어 차트와 다시 훈련하기를 쓸 수 없습니다. " +
			"숫자를 옮기는 것은 됩니다.",
	},
	NotReady: lang.Text{
		lang.En: "The networks have not been fetched yet.",
		lang.Ko: "신경망을 아직 가져오지 못했습니다.",
	},
	Busy: lang.Text{
		lang.En: "Wait until the other computation is done, or cancel it.",
		lang.Ko: "다른 계산이 끝나기를 기다리거나 취소하세요.",
	},
	BadNets: lang.Text{
		lang.En: "The weights received do not fit the networks of this page: reload it.",
		lang.Ko: "받은 가중치가 이 페이지의 신경망과 맞지 않습니다. " +
			"페이지를 새로 고치세요.",
	},

	Said: lang.Text{
		lang.En: "Moved by {0}: the convolutional network reads {1}, {2}; the fully connected network reads {3}, {4}.",
		lang.Ko: "이동 {0}: 합성곱 신경망의 답은 {1}, {2}. " +
			"완전 연결 신경망의 답은 {3}, {4}.",
	},
	SaidLost: lang.Text{
		lang.En: "{0}% of the ink is lost.",
		lang.Ko: "잉크의 {0}%를 잃었습니다.",
	},
	KeyArrows: lang.Text{
		lang.En: "Move the digit by a pixel; up and down when the digit has the focus",
		lang.Ko: "숫자를 한 픽셀 옮기기. 위아래는 숫자에 초점이 있을 때",
	},
	KeyMore: lang.Text{
		lang.En: "Move it by 4 pixels",
		lang.Ko: "4픽셀 옮기기",
	},
	KeySpace: lang.Text{
		lang.En: "Play or pause the sweep",
		lang.Ko: "훑기 재생, 일시정지",
	},
	KeyEnds: lang.Text{
		lang.En: "Beginning, end of the sweep",
		lang.Ko: "훑기의 처음, 끝",
	},
	Beforehand: lang.Text{
		lang.En: "This was measured when the weights were made; you can compute it here yourself.",
		lang.Ko: "가중치를 만들 때 측정한 값입니다. " +
			"여기서 직접 계산할 수도 있습니다.",
	},
}
