package netlab

import "stridelab/app/lang"

// lessonTexts are the words of the lesson, in every language.
type lessonTexts struct {
	PatternTitle, Pattern, Bracket, HowManyLayers, CountedLayers, WhyCalled                   lang.Text
	SizeTitle, Size, WhyRises, ChannelsRise, ChannelsAlone, FallsAgain, WhereFalls, FallsMost lang.Text
	WorkTitle, Compare, ShareOfBoth, LargestLayer, NoneInPools                                lang.Text
	Question, AnswerConv, AnswerDense, WhichMost, AnswerMost, NoParameters                    lang.Text
	VectorTitle, Unroll, IsVector, Matrix, Drawn, WhereIsMap2, MapBefore                      lang.Text
	HowManyWeights, WeightsAre, NoVector                                                      lang.Text
	CountTitle, Count, CountOf, HowManyBiases, OfAFilter, OfAUnit                             lang.Text
	RowSum, RowNoSum                                                                          lang.Text
}

// lessonText is the catalogue; nothing writes to it.
var lessonText = lessonTexts{
	PatternTitle: lang.Text{
		lang.En: "The common pattern",
		lang.Ko: "자주 쓰는 구조",
	},
	Pattern: lang.Text{
		lang.En: "A convolutional network usually follows one pattern: convolution and pooling, once or several times, then fully connected layers, and softmax at the end. " +
			"The network in the table reads {0}. " +
			"As a rule height and width fall on the way while the number of channels rises: the network gives up “where” and gains “what”.",
		lang.Ko: "합성곱 신경망은 대개 같은 구조를 따릅니다. " +
			"합성곱과 풀링을 한 번 이상 되풀이하고, 완전 연결층을 거쳐 소프트맥스로 끝납니다. " +
			"표의 신경망은 {0} 순서입니다. " +
			"대체로 층을 지날수록 높이와 너비는 줄고 채널 수는 늘어납니다. " +
			"‘어디’를 내주고 ‘무엇’을 얻는 셈입니다.",
	},
	Bracket: lang.Text{
		lang.En: "A layer without parameters counts together with the layer before it, so {0} are one layer: the bracket in the table joins them.",
		lang.Ko: "파라미터가 없는 층은 바로 앞의 층과 함께 셉니다. " +
			"그래서 표에서 {0} 줄이 한 층으로 묶여 있습니다.",
	},
	HowManyLayers: lang.Text{
		lang.En: "How many layers does this network have, counted in this way?",
		lang.Ko: "이렇게 세면 이 신경망은 모두 몇 층일까요?",
	},
	CountedLayers: lang.Text{
		lang.En: "{0}: {1}.",
		lang.Ko: "{0}층입니다. " +
			"{1}.",
	},
	WhyCalled: lang.Text{
		lang.En: "This is why the first fully connected layer is called {0}: it is layer number {1}.",
		lang.Ko: "첫 완전 연결층의 이름이 {0}인 까닭도 이것입니다. " +
			"차례로 세면 층 번호가 {1}입니다.",
	},
	SizeTitle: lang.Text{
		lang.En: "Activation sizes on the way",
		lang.Ko: "활성화값 수의 변화",
	},
	Size: lang.Text{
		lang.En: "The activation size is height × width × channels: the number of values that a layer outputs. " +
			"It goes from {0} at the input to {1} at the end. " +
			"It usually works best when it falls gently, because a sudden drop discards what later layers need.",
		lang.Ko: "활성화값 수는 높이 × 너비 × 채널, 곧 한 층이 출력하는 값의 개수입니다. " +
			"입력에서는 {0}, 마지막에는 {1}입니다. " +
			"대개 완만하게 줄어드는 편이 좋습니다. " +
			"갑자기 줄면 뒤의 층에 필요한 정보까지 버리기 때문입니다.",
	},
	WhyRises: lang.Text{
		lang.En: "At {0} the activation size rises from {1} to {2}. " +
			"Which of height, width and channels makes it rise?",
		lang.Ko: "{0}에서는 활성화값 수가 {1}에서 {2}까지 늘어납니다. " +
			"높이, 너비, 채널 가운데 무엇 때문일까요?",
	},
	ChannelsRise: lang.Text{
		lang.En: "The channels. " +
			"Height and width go from {0} to {1}, but the channels from {2} to {3}: {4}.",
		lang.Ko: "채널 때문입니다. " +
			"높이와 너비는 {0} → {1}, 채널 수는 {2} → {3}. " +
			"그래서 {4}입니다.",
	},
	ChannelsAlone: lang.Text{
		lang.En: "The channels. " +
			"Height and width stay {0}, but the channels go from {1} to {2}: {3}.",
		lang.Ko: "채널 때문입니다. " +
			"높이와 너비는 {0} 그대로이고, 채널 수는 {1} → {2}. " +
			"그래서 {3}입니다.",
	},
	FallsAgain: lang.Text{
		lang.En: "{0} then brings it down to {1}.",
		lang.Ko: "이어지는 {0}에서 다시 {1}까지 줄어듭니다.",
	},
	WhereFalls: lang.Text{
		lang.En: "At which layer does the activation size fall by the largest factor?",
		lang.Ko: "활성화값 수가 가장 큰 비율로 줄어드는 층은 어디일까요?",
	},
	FallsMost: lang.Text{
		lang.En: "At {0}, from {1} to {2}.",
		lang.Ko: "{0}입니다. " +
			"{1}에서 {2}까지 줄어듭니다.",
	},
	WorkTitle: lang.Text{
		lang.En: "Where parameters sit, and where the work is",
		lang.Ko: "파라미터가 많은 곳과 계산이 많은 곳",
	},
	Compare: lang.Text{
		lang.En: "Compare the two charts below, and the columns of parameters and multiply-adds.",
		lang.Ko: "아래의 두 차트와 표의 파라미터, 곱셈-덧셈 열을 비교해 보세요.",
	},
	ShareOfBoth: lang.Text{
		lang.En: "The convolutions do {0}% of the multiplications; {1}% of the {2} parameters sit in the fully connected layers.",
		lang.Ko: "곱셈의 {0}%는 합성곱층에서 일어나고, 파라미터 {2}개의 {1}%는 완전 연결층에 있습니다.",
	},
	LargestLayer: lang.Text{
		lang.En: "{0} alone has {1} of them, {2}%.",
		lang.Ko: "{0} 한 층의 파라미터만 {1}개, 전체의 {2}%입니다.",
	},
	NoneInPools: lang.Text{
		lang.En: "Pooling has none at all.",
		lang.Ko: "풀링에는 파라미터가 하나도 없습니다.",
	},
	Question: lang.Text{
		lang.En: "{0} has {1} parameters, {2} {3}. " +
			"Which of the two multiplies more values for one image?",
		lang.Ko: "파라미터는 {0}에 {1}개, {2}에 {3}개 있습니다. " +
			"이미지 한 장을 볼 때 곱셈을 더 많이 하는 쪽은 어디일까요?",
	},
	AnswerConv: lang.Text{
		lang.En: "{0}: {1} multiplications against {2}. " +
			"Each of its {3} weights is used again at all {4} × {5} places, while each weight of {6} is used once. " +
			"Sharing saves parameters, not multiplications.",
		lang.Ko: "{0}입니다. " +
			"{1}번 대 {2}번입니다. " +
			"{0}의 가중치 {3}개는 {4} × {5} 자리 모두에서 다시 쓰이지만, {6}의 가중치는 한 번씩만 쓰입니다. " +
			"파라미터 공유로 줄어드는 것은 파라미터이지 곱셈이 아닙니다.",
	},
	AnswerDense: lang.Text{
		lang.En: "{6}: {2} multiplications against {1}. " +
			"It needs a weight of its own for each, while {0} does all of its multiplications with {3} weights, used again at all {4} × {5} places. " +
			"Sharing saves parameters, not multiplications.",
		lang.Ko: "{6}입니다. " +
			"{2}번 대 {1}번입니다. " +
			"그런데 {6}에는 곱셈마다 가중치가 하나씩 필요하고, {0}에서는 {3}개뿐인 가중치가 {4} × {5} 자리 모두에서 다시 쓰입니다. " +
			"파라미터 공유로 줄어드는 것은 파라미터이지 곱셈이 아닙니다.",
	},
	WhichMost: lang.Text{
		lang.En: "Which layer has the most parameters, and which does the most multiplications for one image?",
		lang.Ko: "파라미터가 가장 많은 층은 어디이고, 이미지 한 장을 볼 때 곱셈을 가장 많이 하는 층은 어디일까요?",
	},
	AnswerMost: lang.Text{
		lang.En: "Most parameters: {0}, {1}. " +
			"Most multiplications: {2}, {3}.",
		lang.Ko: "파라미터는 {0}({1}개), 곱셈은 {2}({3}번)입니다.",
	},
	NoParameters: lang.Text{
		lang.En: "None: this network has no parameters at all.",
		lang.Ko: "없습니다. " +
			"이 신경망에는 파라미터가 하나도 없습니다.",
	},
	VectorTitle: lang.Text{
		lang.En: "From maps to a vector",
		lang.Ko: "특성 맵에서 벡터로",
	},
	Unroll: lang.Text{
		lang.En: "{0} is fully connected and reads a vector. " +
			"So the {1} values of {2} are unrolled into one column of {3}: map by map, and in each map row by row.",
		lang.Ko: "{0} 층은 완전 연결층이라 벡터를 읽습니다. " +
			"그래서 {2}의 출력 {1} 값을 {3}개짜리 열 하나로 펼칩니다. " +
			"맵 차례대로, 맵 안에서는 행 차례대로 늘어놓습니다.",
	},
	IsVector: lang.Text{
		lang.En: "{0} is fully connected: it reads a vector of {1} {1|value|values}.",
		lang.Ko: "{0} 층은 완전 연결층이고, 값 {1}개의 벡터를 읽습니다.",
	},
	Matrix: lang.Text{
		lang.En: "Each unit of {0} has a weight for every one of them and a bias, so the weights are a matrix W of shape ({1}, {2}) and the biases b of shape ({1}).",
		lang.Ko: "{0}의 유닛마다 그 값 하나하나에 곱할 가중치와 편향이 있습니다. " +
			"그래서 가중치는 모양이 ({1}, {2})인 행렬 W이고 편향 b의 모양은 ({1})입니다.",
	},
	Drawn: lang.Text{
		lang.En: "“Inside {0}” below draws them.",
		lang.Ko: "아래 ‘{0} 들여다보기’에 그려 두었습니다.",
	},
	WhereIsMap2: lang.Text{
		lang.En: "At which place of the {0} does map 2 begin?",
		lang.Ko: "{0}개 가운데 맵 2는 몇 번째 자리에서 시작할까요?",
	},
	MapBefore: lang.Text{
		lang.En: "At place {0}: the {1} {1|value|values} of map 1 {1|comes|come} before it.",
		lang.Ko: "{0}번째입니다. " +
			"그 앞에는 맵 1의 값 {1}개가 있습니다.",
	},
	HowManyWeights: lang.Text{
		lang.En: "How many weights does {0} have, and how many biases?",
		lang.Ko: "{0}의 가중치와 편향은 각각 몇 개일까요?",
	},
	WeightsAre: lang.Text{
		lang.En: "{0} = {1} {1|weight|weights}, and {2} {2|bias|biases}, one for each unit.",
		lang.Ko: "가중치는 {0} = {1}개, 편향은 유닛마다 하나씩 {2}개입니다.",
	},
	NoVector: lang.Text{
		lang.En: "No layer of this network is fully connected. " +
			"Its maps shrink to one value each, so nothing has to be unrolled.",
		lang.Ko: "이 신경망에는 완전 연결층이 없습니다. " +
			"맵이 저마다 값 하나로 줄어들므로 펼칠 것이 없습니다.",
	},
	CountTitle: lang.Text{
		lang.En: "Every row, counted by hand",
		lang.Ko: "손으로 세는 파라미터 수",
	},
	Count: lang.Text{
		lang.En: "A filter of f×f over C channels has f·f·C weights and one bias, so a convolution has (f·f·C + 1) · filters parameters, however large its input is. " +
			"A fully connected layer has outputs · inputs weights and one bias for each output.",
		lang.Ko: "채널 C개를 읽는 f×f 필터에는 가중치 f·f·C개와 편향 하나가 있습니다. " +
			"그래서 합성곱층의 파라미터는 입력이 아무리 커도 (f·f·C + 1) · 필터 수입니다. " +
			"완전 연결층에는 출력 · 입력만큼의 가중치와 출력마다 편향 하나가 있습니다.",
	},
	CountOf: lang.Text{
		lang.En: "For {0}: {1}. " +
			"The table writes out the sum of each row.",
		lang.Ko: "{0}: {1}. " +
			"표에는 줄마다 계산식이 있습니다.",
	},
	HowManyBiases: lang.Text{
		lang.En: "How many of the {1} parameters of {0} are biases?",
		lang.Ko: "{0}의 파라미터 {1}개 가운데 편향은 몇 개일까요?",
	},
	OfAFilter: lang.Text{
		lang.En: "{0}, one for each filter. " +
			"The other {1} {1|is a weight|are weights}.",
		lang.Ko: "필터마다 하나씩 {0}개입니다. " +
			"나머지 {1}개는 가중치입니다.",
	},
	OfAUnit: lang.Text{
		lang.En: "{0}, one for each unit. " +
			"The other {1} {1|is a weight|are weights}.",
		lang.Ko: "유닛마다 하나씩 {0}개입니다. " +
			"나머지 {1}개는 가중치입니다.",
	},
	RowSum: lang.Text{
		lang.En: "{0}: W {1} and b {2}, together {3} = {4} {4|parameter|parameters}.",
		lang.Ko: "{0}: W {1}, b {2}. " +
			"파라미터 수는 모두 {3} = {4}.",
	},
	RowNoSum: lang.Text{
		lang.En: "{0} has no parameters: there is nothing to learn.",
		lang.Ko: "{0}에는 학습할 파라미터가 없습니다.",
	},
}
