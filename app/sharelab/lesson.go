package sharelab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
)

// stops are those of the lesson, one for each picture.
func stops() [views]lab.Stop {
	return [views]lab.Stop{
		scaleView: {
			Title: lang.Text{lang.En: "One pixel for each weight", lang.Ko: "가중치마다 픽셀 하나"},
			Text: lang.Text{
				lang.En: "A small colour image, 32×32×3, holds 3,072 numbers; six feature maps of 28×28 hold 4,704. " +
					"Connect every one to every other and you need 3,072 × 4,704 = 14,450,688 weights: the large picture, a pixel for each. " +
					"Six filters of 5×5×3 with their biases make the same feature maps from (5·5·3 + 1)·6 = 456 parameters: the speck beside it, at the same scale. " +
					"The saving comes from parameter sharing. " +
					"A detector that is useful in one place of an image is useful in all others, so its weights are learnt once and used at all 784 positions.",
				lang.Ko: "작은 컬러 이미지 32×32×3에는 수가 3,072개 있고, 28×28 특성 맵 여섯 장에는 4,704개가 있습니다. " +
					"모두를 서로 이으면 가중치가 3,072 × 4,704 = 14,450,688개 필요합니다. " +
					"가중치마다 픽셀 하나로 그린 것이 큰 그림입니다. " +
					"5×5×3 필터 여섯 개는 편향까지 (5·5·3 + 1)·6 = 456개의 파라미터로 같은 크기의 특성 맵을 만듭니다. " +
					"같은 축척으로 옆에 그린 점이 그것입니다. " +
					"이렇게 줄어드는 까닭은 파라미터 공유입니다. " +
					"이미지 한 곳에서 쓸모 있는 검출기는 다른 곳에서도 쓸모가 있으므로, 가중치를 한 번 배워 784곳 모두에서 씁니다.",
			},
			Question: lang.Text{
				lang.En: "Make the image 64×64. How does each of the two numbers grow?",
				lang.Ko: "이미지를 64×64로 키우면 두 수는 각각 얼마나 커질까요?",
			},
			Answer: lang.Text{
				lang.En: "The convolution stays at 456: its filters do not know how large the image is. " +
					"The fully connected layer grows to 12,288 × 21,600 = 265,420,800 weights, more than 18 times as many.",
				lang.Ko: "합성곱층은 그대로 456개입니다. " +
					"필터는 이미지가 얼마나 큰지 모르기 때문입니다. " +
					"완전 연결층은 12,288 × 21,600 = 265,420,800개로 18배 넘게 커집니다.",
			},
		},
		sparseView: {
			Title: lang.Text{
				lang.En: "Each output looks at a few inputs",
				lang.Ko: "출력마다 입력 몇 개만 본다",
			},
			Text: lang.Text{
				lang.En: "In the convolution an output depends on its window alone: 5·5·3 = 75 of the 3,072 inputs. " +
					"For one channel and a 3×3 filter it would be 9. " +
					"In the fully connected layer it depends on every input there is. " +
					"This is the second reason why a convolution is small, and it is called sparsity of connections. " +
					"It works because what matters in an image is mostly near: an edge is a matter of neighbouring pixels. " +
					"Turn it round and look at an input: away from the border 25 positions of each filter read it, in the corner only one.",
				lang.Ko: "합성곱층에서 출력은 자기 윈도우에만 기댑니다. " +
					"입력 3,072개 가운데 5·5·3 = 75개입니다. " +
					"채널이 하나이고 필터가 3×3이라면 9개입니다. " +
					"완전 연결층에서는 입력 모두에 기댑니다. " +
					"합성곱층의 파라미터가 적은 두 번째 이유가 이것으로, 희소 연결이라고 합니다. " +
					"이미지에서 중요한 것은 대개 가까이에 있기 때문에 통합니다. " +
					"경계는 이웃한 픽셀 사이의 일입니다. " +
					"거꾸로 입력 하나를 보세요. " +
					"가장자리에서 떨어진 입력은 필터마다 25곳에서 읽지만, 모서리의 입력은 한 곳에서만 읽습니다.",
			},
			Question: lang.Text{
				lang.En: "Sparse connections alone, without sharing: how many weights would that leave?",
				lang.Ko: "공유하지 않고 희소 연결만 쓴다면 가중치는 몇 개일까요?",
			},
			Answer: lang.Text{
				lang.En: "4,704 outputs with 75 weights each: 352,800. " +
					"Sparsity divides 14,450,688 by 41, sharing divides the rest by 784 and leaves 450 weights; six biases make 456.",
				lang.Ko: "출력 4,704개에 가중치가 75개씩이므로 352,800개입니다. " +
					"희소 연결이 14,450,688을 41분의 1쯤으로 줄이고, 공유가 그것을 다시 784분의 1로 줄여 가중치 450개가 남습니다. " +
					"편향 여섯 개를 더하면 456개입니다.",
			},
		},
		matrixTab: {
			Title: lang.Text{
				lang.En: "The convolution is a matrix, too",
				lang.Ko: "합성곱도 행렬이다",
			},
			Text: lang.Text{
				lang.En: "Any convolution can be written as a fully connected layer: one row for each output, one column for each input. " +
					"Where the window lies stand the kernel’s weights, everywhere else stands 0, left blank here. " +
					"Move the window and watch the weights move one column to the right with each row; where the window jumps to the next line of the image, they jump as well. " +
					"Equal weights have equal colours, and they run along diagonals: such a matrix is called a Toeplitz matrix. " +
					"The fully connected layer could learn this matrix, but it would have to find the same few weights again in every row.",
				lang.Ko: "어떤 합성곱이든 완전 연결층으로 쓸 수 있습니다. " +
					"출력마다 한 행, 입력마다 한 열입니다. " +
					"윈도우가 놓인 자리에는 커널의 가중치가 있고 나머지는 모두 0인데, 여기서는 비워 두었습니다. " +
					"윈도우를 옮기면 행이 바뀔 때마다 가중치가 한 열씩 오른쪽으로 갑니다. " +
					"윈도우가 이미지의 다음 줄로 넘어가면 가중치도 건너뜁니다. " +
					"같은 가중치는 같은 색이고 대각선을 따라 이어집니다. " +
					"이런 행렬을 퇴플리츠(Toeplitz) 행렬이라고 합니다. " +
					"완전 연결층도 이 행렬을 배울 수는 있지만, 같은 몇 개의 가중치를 행마다 다시 찾아내야 합니다.",
			},
			Question: lang.Text{
				lang.En: "When is a convolution a fully connected layer without any blanks?",
				lang.Ko: "합성곱이 빈칸 하나 없는 완전 연결층이 되는 것은 언제일까요?",
			},
			Answer: lang.Text{
				lang.En: "When the filter is as large as the input, so that there is one window only. " +
					"Set n and f to the same number and look.",
				lang.Ko: "필터가 입력만큼 커서 윈도우가 하나뿐일 때입니다. n과 f를 같은 수로 바꿔 보세요.",
			},
		},
	}
}

// notes are the short texts under the lab.
func notes() []ui.Note {
	return []ui.Note{
		{
			Title: lang.Text{lang.En: "Not 1.4 million", lang.Ko: "140만 개가 아닙니다"},
			Text: lang.Text{
				lang.En: "Notes and slides on this example often say that the fully connected layer has about 1.4 million weights. " +
					"That is a slipped decimal point: 3,072 × 4,704 is 14,450,688, about 14 million, ten times as many. " +
					"With a bias for each of the 4,704 outputs there are 14,455,392 parameters.",
				lang.Ko: "이 예를 다룬 글과 슬라이드에는 완전 연결층의 가중치가 약 140만 개라고 적힌 경우가 많습니다. " +
					"소수점이 한 자리 밀린 것입니다. " +
					"3,072 × 4,704는 14,450,688, 약 1,400만 개로 그 열 배입니다. " +
					"출력 4,704개마다 편향을 하나씩 더하면 파라미터는 14,455,392개입니다.",
			},
		},
		{
			Title: lang.Text{
				lang.En: "Two reasons for being small",
				lang.Ko: "파라미터가 적은 두 가지 이유",
			},
			Text: lang.Text{
				lang.En: "Parameter sharing: one filter’s weights are used at every position. " +
					"Sparsity of connections: each output reads a small window, not the whole input. " +
					"Both build in what we know about images beforehand, so that fewer examples are enough and overfitting has less room. " +
					"Sharing has another gift: when the image moves, the feature map moves along with it. " +
					"Lab 6 is about that.",
				lang.Ko: "파라미터 공유: 필터 하나의 가중치를 모든 위치에서 씁니다. " +
					"희소 연결: 출력은 입력 전체가 아니라 작은 윈도우만 읽습니다. " +
					"둘 다 이미지에 대해 이미 아는 것을 미리 심어 두는 셈이라, 적은 예시로 충분하고 과적합의 여지도 줄어듭니다. " +
					"공유가 주는 선물이 하나 더 있습니다. " +
					"이미지가 움직이면 특성 맵도 함께 움직입니다. " +
					"실습 6에서 다룹니다.",
			},
		},
		{
			Title: lang.Text{
				lang.En: "What the multiply-adds say",
				lang.Ko: "곱셈-덧셈의 수가 말하는 것",
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
