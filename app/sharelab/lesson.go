package sharelab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
)

// stops returns the stops of the lesson, one for each picture.
func stops() [views]lab.Stop {
	return [views]lab.Stop{
		scaleView: {
			Title: lang.Text{lang.En: "One pixel for each weight", lang.Ko: "가중치마다 픽셀 하나"},
			Text: lang.Text{
				lang.En: "A small colour image, 32×32×3, holds 3,072 values; six feature maps of 28×28 hold 4,704. " +
					"To connect each input to each output takes 3,072 × 4,704 = 14,450,688 weights: the large picture, a pixel for each. " +
					"Six filters of 5×5×3 with their biases give feature maps of the same size from (5·5·3 + 1)·6 = 456 parameters: the speck beside it, at the same scale. " +
					"The first reason is parameter sharing. " +
					"A detector that is useful in one place of an image is useful in others, so its weights are learned once and used at all 784 positions.",
				lang.Ko: "작은 컬러 이미지 32×32×3에는 값이 3,072개 있고, 28×28 특성 맵 여섯 장에는 4,704개가 있습니다. " +
					"입력 하나하나를 출력 하나하나에 이으려면 가중치가 3,072 × 4,704 = 14,450,688개 필요합니다. " +
					"가중치마다 픽셀 하나로 그린 것이 큰 그림입니다. " +
					"5×5×3 필터 여섯 개는 편향까지 (5·5·3 + 1)·6 = 456개의 파라미터로 같은 크기의 특성 맵을 만듭니다. " +
					"같은 축척으로 옆에 그린 점이 그것입니다. " +
					"첫째 이유는 파라미터 공유입니다. " +
					"이미지 한 곳에서 쓸모 있는 검출기는 다른 곳에서도 쓸모가 있으므로, 가중치를 한 번 학습해 784곳 모두에서 씁니다.",
			},
			Question: lang.Text{
				lang.En: "Make the image 64×64. How does each of the two numbers grow?",
				lang.Ko: "이미지를 64×64로 키우면 두 수는 각각 얼마나 커질까요?",
			},
			Answer: lang.Text{
				lang.En: "The convolution stays at 456: its filters do not depend on the size of the image. " +
					"The fully connected layer grows to 12,288 × 21,600 = 265,420,800 weights, more than 18 times as many.",
				lang.Ko: "합성곱층은 그대로 456개입니다. " +
					"필터는 이미지 크기에 의존하지 않기 때문입니다. " +
					"완전 연결층은 12,288 × 21,600 = 265,420,800개로 18배 넘게 커집니다.",
			},
		},
		sparseView: {
			Title: lang.Text{
				lang.En: "Each output reads a few inputs",
				lang.Ko: "입력 몇 개만 읽는 출력",
			},
			Text: lang.Text{
				lang.En: "In the convolution an output depends on its window alone: 5·5·3 = 75 of the 3,072 inputs. " +
					"For one channel and a 3×3 filter it would be 9. " +
					"In the fully connected layer it depends on every input there is. " +
					"This is the second reason why a convolution is small, and it is called sparsity of connections. " +
					"It works because what belongs together in an image is mostly near: an edge lies between neighbouring pixels. " +
					"Now look at an input instead: away from the border 25 positions of each filter read it, in the corner only one.",
				lang.Ko: "합성곱층에서 출력은 자기 윈도우에만 의존합니다. " +
					"입력 3,072개 가운데 5·5·3 = 75개입니다. " +
					"채널이 하나이고 필터가 3×3이라면 9개입니다. " +
					"완전 연결층에서는 입력 모두에 의존합니다. " +
					"합성곱층의 파라미터가 적은 두 번째 이유가 이것으로, 희소 연결(sparsity of connections)이라고 합니다. " +
					"이미지에서 서로 관계있는 것은 대개 가까이 있기 때문에 이렇게 해도 됩니다. " +
					"경계는 이웃한 픽셀 사이에 있습니다. " +
					"이제 거꾸로 입력 하나를 보세요. " +
					"가장자리에서 떨어진 입력은 필터마다 25곳에서 읽지만, 모서리의 입력은 한 곳에서만 읽습니다.",
			},
			Question: lang.Text{
				lang.En: "Sparse connections alone, without sharing: how many weights would that leave?",
				lang.Ko: "공유하지 않고 희소 연결만 쓴다면 가중치는 몇 개일까요?",
			},
			Answer: lang.Text{
				lang.En: "4,704 outputs with 75 weights each: 352,800. " +
					"So sparsity divides 14,450,688 by about 41, and sharing divides the rest by 784: sharing saves far more. " +
					"450 weights are left, and six biases make 456 parameters.",
				lang.Ko: "출력 4,704개에 가중치가 75개씩이므로 352,800개입니다. " +
					"희소 연결은 14,450,688개를 41분의 1쯤으로, 공유는 그것을 다시 784분의 1로 줄입니다. " +
					"공유 쪽이 훨씬 많이 줄입니다. " +
					"가중치 450개가 남고, 편향 여섯 개를 더하면 파라미터는 456개입니다.",
			},
		},
		matrixTab: {
			Title: lang.Text{
				lang.En: "A convolution is a matrix, too",
				lang.Ko: "행렬로 쓴 합성곱",
			},
			Text: lang.Text{
				lang.En: "A convolution can be written as a fully connected layer: one row for each output, one column for each input. " +
					"The kernel’s weights stand where the window lies; all else is 0, left blank here. " +
					"Move the window: with each row the same weights move on. " +
					"They run along diagonals inside rectangular blocks, and the blocks along diagonals of their own: a block Toeplitz matrix with Toeplitz blocks.",
				lang.Ko: "합성곱은 완전 연결층으로도 쓸 수 있습니다. " +
					"출력마다 한 행, 입력마다 한 열입니다. " +
					"윈도우가 놓인 자리에 커널의 가중치가 있고 나머지는 모두 0인데, 여기서는 비워 두었습니다. " +
					"윈도우를 옮기면 행마다 같은 가중치가 옆으로 옮겨 갑니다. " +
					"가중치는 직사각형 블록 안에서 대각선을 따라 놓이고, 블록도 다시 대각선을 따라 놓입니다. " +
					"이것이 이중 블록 퇴플리츠(Toeplitz) 행렬입니다.",
			},
			Question: lang.Text{
				lang.En: "When is a convolution a fully connected layer without any blanks?",
				lang.Ko: "합성곱이 빈칸 하나 없는 완전 연결층이 되는 것은 언제일까요?",
			},
			Answer: lang.Text{
				lang.En: "When the filter is as large as the input, so that there is one window only. " +
					"Set n and f to the same number and look. " +
					"In general a fully connected layer could learn this matrix, but would have to find the same few weights again in every row.",
				lang.Ko: "필터가 입력만큼 커서 윈도우가 하나뿐일 때입니다. " +
					"n과 f를 같은 수로 바꿔 보세요. " +
					"일반적인 경우에도 완전 연결층이 이 행렬을 학습할 수는 있지만, 같은 몇 개의 가중치를 행마다 다시 찾아내야 합니다.",
			},
		},
	}
}

// notes returns the short texts under the lab.
func notes() []ui.Note {
	return []ui.Note{
		{
			Title: lang.Text{lang.En: "Not 1.4 million, not 156", lang.Ko: "140만도 156도 아닌 까닭"},
			Text: lang.Text{
				lang.En: "Some notes on this example print 1.4 million for the fully connected layer. " +
					"But 3,072 × 4,704 = 14,450,688, ten times as many; with a bias for each of the 4,704 outputs there are 14,455,392 parameters. " +
					"In a well-known lecture the six filters have 156 parameters: (5·5 + 1)·6 = 156 is right for one channel. " +
					"A colour image has three, and the sum is (5·5·3 + 1)·6 = 456.",
				lang.Ko: "이 예를 다룬 글 가운데에는 완전 연결층의 가중치를 140만 개라고 적은 것이 있습니다. " +
					"실제로는 3,072 × 4,704 = 14,450,688, 그 열 배인 약 1,445만 개입니다. " +
					"출력 4,704개마다 편향을 하나씩 더하면 파라미터는 14,455,392개입니다. " +
					"잘 알려진 한 강의에서는 필터 여섯 개의 파라미터를 156개로 셉니다. " +
					"채널이 하나라면 (5·5 + 1)·6 = 156이 맞습니다. " +
					"컬러 이미지는 채널이 셋이므로 (5·5·3 + 1)·6 = 456입니다.",
			},
		},
		{
			Title: lang.Text{
				lang.En: "Two reasons for few parameters",
				lang.Ko: "파라미터가 적은 두 가지 이유",
			},
			Text: lang.Text{
				lang.En: "Parameter sharing: a filter’s weights are used at every position. " +
					"Sparsity of connections: each output reads a small window, not the whole input. " +
					"Sharing has another effect: when the image moves, the feature map moves with it, which is the subject of lab 6. " +
					"A filter need not fit every place equally well: where the corners of an image have other statistics than the middle, one filter for all places still works well in practice.",
				lang.Ko: "파라미터 공유: 필터 하나의 가중치를 모든 위치에서 씁니다. " +
					"희소 연결: 출력은 입력 전체가 아니라 작은 윈도우만 읽습니다. " +
					"공유에는 효과가 하나 더 있습니다. " +
					"이미지가 움직이면 특성 맵도 함께 움직이는데, 실습 6에서 다룹니다. " +
					"필터가 모든 곳에 똑같이 잘 맞을 필요는 없습니다. " +
					"모서리의 통계가 가운데와 다르더라도, 실제로는 모든 곳에 같은 필터 하나를 써서 잘 작동합니다.",
			},
		},
		{
			Title: lang.Text{
				lang.En: "Multiply-adds are another count",
				lang.Ko: "곱셈-덧셈의 수",
			},
			Text: lang.Text{
				lang.En: "The convolution saves far more memory than work. " +
					"Each of its 450 weights is used 784 times for one image, 352,800 multiply-adds in all; each weight of the fully connected layer is used once, 14,450,688 in all. " +
					"That is 41 times as much work for 32,113 times as many weights.",
				lang.Ko: "합성곱층은 계산보다 메모리를 훨씬 더 아낍니다. " +
					"이미지 하나에 가중치 450개를 저마다 784번 쓰므로 곱셈-덧셈은 모두 352,800번입니다. " +
					"완전 연결층은 가중치를 한 번씩만 쓰므로 14,450,688번입니다. " +
					"가중치는 32,113배인데 계산은 41배입니다.",
			},
		},
	}
}

// presetName says what a preset is an example of.
func presetName(id string) lang.Text {
	switch id {
	case "famous":
		return lang.Text{
			lang.En: "32×32×3, six filters of 5×5",
			lang.Ko: "32×32×3, 5×5 필터 여섯 개",
		}
	case "conv1":
		return lang.Text{
			lang.En: "CONV1 of lab 4: eight filters",
			lang.Ko: "실습 4의 CONV1: 필터 여덟 개",
		}
	case "one-channel":
		return lang.Text{lang.En: "One channel, 6×6 by 3×3", lang.Ko: "채널 하나, 6×6에 3×3"}
	case "lenet-5":
		return lang.Text{
			lang.En: "C1 of LeNet-5: grey, six filters",
			lang.Ko: "LeNet-5의 C1: 흑백, 필터 여섯 개",
		}
	case "large":
		return lang.Text{lang.En: "A larger image: 64×64×3", lang.Ko: "더 큰 이미지: 64×64×3"}
	}
	return lang.Text{lang.En: "Your own", lang.Ko: "직접 고른 값"}
}
