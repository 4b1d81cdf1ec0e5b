package convlab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/window"
)

// Course is what the page says, in the order in which its stops build on each other.
func Course() window.Course {
	return window.Course{
		Name:  "conv",
		Title: lang.Text{lang.En: "The filter slides", lang.Ko: "필터가 미끄러진다"},
		Description: lang.Text{
			lang.En: "Slide a filter over an image and read every product and sum: stride, padding, dilation, channels, and the gradients going back.",
			lang.Ko: "필터를 이미지 위로 밀며 모든 곱과 합을 읽습니다. " +
				"스트라이드, 패딩, 팽창, 채널, 그리고 되돌아가는 기울기까지.",
		},
		Lead: lang.Text{
			lang.En: "A convolution lays a small grid of weights on the input, multiplies cell by cell, adds up, writes one number, and moves on.",
			lang.Ko: "합성곱은 작은 가중치 격자를 입력 위에 놓고, 칸마다 곱해 모두 더한 뒤 수 하나를 쓰고 옆으로 옮겨 갑니다.",
		},
		Stops:    append(firstStops(), laterStops()...),
		Captions: captions(),
		Notes:    notes(),
	}
}

func firstStops() []window.Stop {
	return []window.Stop{
		{Preset: "vertical-edge", Stop: lab.Stop{
			Title: lang.Text{lang.En: "An edge becomes a number", lang.Ko: "경계가 숫자가 되다"},
			Text: lang.Text{
				lang.En: "The left half of this image is bright (10), the right half dark (0). " +
					"The filter has 1 in its left column, −1 in its right one and 0 between, so it asks one question everywhere: is it brighter on the left than on the right? " +
					"Where all nine cells are alike the products cancel and the answer is 0. " +
					"Only the windows that straddle the edge answer 30. " +
					"Step through the first row and watch the answer rise and fall.",
				lang.Ko: "이 이미지의 왼쪽 절반은 밝고(10) 오른쪽 절반은 어둡습니다(0). " +
					"필터는 왼쪽 열이 1, 오른쪽 열이 −1, 가운데가 0이어서 어디서나 같은 질문을 합니다. " +
					"왼쪽이 오른쪽보다 밝은가? " +
					"아홉 칸이 모두 같으면 곱이 서로 지워져 답은 0입니다. " +
					"경계에 걸친 윈도우만 30이라고 답합니다. " +
					"첫 행을 한 걸음씩 지나며 답이 커졌다 작아지는 것을 보세요.",
			},
			Question: lang.Text{
				lang.En: "What would the output be if the dark half were on the left?",
				lang.Ko: "어두운 쪽이 왼쪽에 있다면 출력은 어떻게 될까요?",
			},
			Answer: lang.Text{
				lang.En: "−30 along the edge. " +
					"The sign tells which side is brighter; take the absolute value if only the edge matters.",
				lang.Ko: "경계를 따라 −30이 됩니다. " +
					"부호는 어느 쪽이 밝은지 알려 줍니다. " +
					"경계만 중요하다면 절댓값을 쓰면 됩니다.",
			},
		}},
		{Preset: "sobel", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "Hand-made filters, and learned ones",
				lang.Ko: "손으로 만든 필터, 배운 필터",
			},
			Text: lang.Text{
				lang.En: "For decades people designed filters like this one by hand. " +
					"Sobel’s gives the middle row twice the weight, which steadies the answer against noise; Scharr’s (in the presets) uses 3, 10, 3. " +
					"A convolutional network starts from random numbers in these nine cells instead and lets gradient descent choose them. " +
					"What it finds in its first layer often looks like this. " +
					"Try it: type other numbers into the kernel and see what the filter begins to look for.",
				lang.Ko: "수십 년 동안 사람들은 이런 필터를 손으로 설계했습니다. " +
					"소벨 필터는 가운데 행에 두 배의 무게를 두어 잡음에 덜 흔들립니다. " +
					"샤르 필터(프리셋에 있습니다)는 3, 10, 3을 씁니다. " +
					"합성곱 신경망은 이 아홉 칸을 무작위 수에서 시작해 경사 하강법으로 찾아 갑니다. " +
					"첫 층에서 찾아내는 것은 흔히 이런 모양입니다. " +
					"커널에 다른 수를 넣어 필터가 무엇을 찾게 되는지 보세요.",
			},
			Question: lang.Text{
				lang.En: "Why do the weights of an edge filter add up to 0?",
				lang.Ko: "경계 필터의 가중치는 왜 모두 더하면 0이 될까요?",
			},
			Answer: lang.Text{
				lang.En: "So that a flat area, however bright, gives 0: a constant times the sum of the weights.",
				lang.Ko: "아무리 밝아도 고른 곳에서는 0이 나오게 하려는 것입니다. " +
					"결과가 상수 × 가중치의 합이기 때문입니다.",
			},
		}},
		{Preset: "blur", Stop: lab.Stop{
			Title: lang.Text{lang.En: "Weights that add up to one", lang.Ko: "합이 1인 가중치"},
			Text: lang.Text{
				lang.En: "All nine weights here are positive and add up to 1, so each output is a weighted mean of its neighbourhood. " +
					"The bright point of 16 is spread over all the windows that see it, each getting the share its weight grants. " +
					"Nothing is lost on a flat area, and nothing sharp survives. " +
					"Rest the pointer on the bright cell: the lit outputs are all the windows it is part of.",
				lang.Ko: "아홉 가중치가 모두 양수이고 더하면 1이므로, 출력은 저마다 이웃의 가중 평균입니다. " +
					"밝은 점 16은 그 점을 보는 모든 윈도우로 퍼지고, 윈도우마다 가중치만큼 몫을 받습니다. " +
					"고른 곳에서는 아무것도 잃지 않지만 날카로운 것은 남지 않습니다. " +
					"밝은 칸에 포인터를 올려 보세요. " +
					"빛나는 출력이 그 칸을 포함한 윈도우들입니다.",
			},
			Question: lang.Text{
				lang.En: "Set all nine weights to 1/9. What has the filter become?",
				lang.Ko: "아홉 가중치를 모두 1/9로 바꾸면 필터는 무엇이 될까요?",
			},
			Answer: lang.Text{
				lang.En: "The plain mean of the window: average pooling with f = 3 and s = 1.",
				lang.Ko: "윈도우의 평균, 곧 f = 3, s = 1인 평균 풀링이 됩니다.",
			},
		}},
		{Preset: "strided", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "Longer strides, fewer windows",
				lang.Ko: "스트라이드가 크면 윈도우는 적다",
			},
			Text: lang.Text{
				lang.En: "With stride 2 the window moves two cells at a time, to the right and downwards. " +
					"Of a 7×7 input, 3×3 windows remain: floor((7 − 3)/2) + 1 = 3. " +
					"Each output now stands for a region two cells apart from the next, so the map shrinks to about half while each of its cells sees as much as before. " +
					"Set n to 8 and look at the last row and column: no window reaches them.",
				lang.Ko: "스트라이드가 2이면 윈도우는 오른쪽으로도 아래로도 두 칸씩 움직입니다. " +
					"7×7 입력에서 3×3개의 윈도우가 남습니다. floor((7 − 3)/2) + 1 = 3. " +
					"이웃한 출력은 이제 두 칸 떨어진 곳을 가리키므로, 맵은 절반쯤으로 줄지만 칸마다 보는 넓이는 그대로입니다. n을 8로 바꾸고 마지막 행과 열을 보세요. " +
					"어떤 윈도우도 닿지 않습니다.",
			},
			Question: lang.Text{
				lang.En: "With n = 8, f = 3 and s = 2, how many cells does no window see?",
				lang.Ko: "n = 8, f = 3, s = 2일 때 어떤 윈도우도 보지 않는 칸은 몇 개일까요?",
			},
			Answer: lang.Text{
				lang.En: "15: the last row and the last column of the 8×8 input, 8 + 8 − 1.",
				lang.Ko: "15개입니다. 8×8 입력의 마지막 행과 마지막 열, 8 + 8 − 1.",
			},
		}},
		{Preset: "same", Stop: lab.Stop{
			Title: lang.Text{lang.En: "A rim of zeros", lang.Ko: "0으로 두른 테두리"},
			Text: lang.Text{
				lang.En: "Without padding a 3×3 filter makes 4×4 of 6×6, and the cells in the corners take part in one window only while those inside take part in nine. " +
					"A rim of p = (f − 1)/2 zeros keeps the size: that is called same padding, and it wants an odd f. " +
					"The price shows in the output: along the left border the filter now sees the made-up zeros as a dark side and answers −20 and −30, an edge that the image does not have.",
				lang.Ko: "패딩이 없으면 3×3 필터는 6×6을 4×4로 줄이고, 안쪽 칸이 윈도우 아홉 개에 드는 동안 모서리 칸은 하나에만 듭니다. p = (f − 1)/2 칸의 0을 두르면 크기가 유지됩니다. " +
					"이것을 세임(same) 패딩이라 하며 f는 홀수여야 합니다. " +
					"대가는 출력에 보입니다. " +
					"왼쪽 가장자리에서 필터는 꾸며 낸 0을 어두운 쪽으로 보고 −20, −30이라고 답합니다. " +
					"이미지에 없는 경계입니다.",
			},
			Question: lang.Text{
				lang.En: "Which p keeps the size for f = 5? And for f = 3 with dilation 2?",
				lang.Ko: "f = 5이면 p가 몇일 때 크기가 유지될까요? f = 3에 팽창 2라면?",
			},
			Answer: lang.Text{
				lang.En: "2 in both cases: p = d(f − 1)/2.",
				lang.Ko: "둘 다 2입니다. p = d(f − 1)/2.",
			},
		}},
	}
}

func laterStops() []window.Stop {
	return []window.Stop{
		{Preset: "dilated", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "The same nine weights, spread out",
				lang.Ko: "같은 아홉 가중치를 넓게",
			},
			Text: lang.Text{
				lang.En: "Dilation 2 leaves a gap of one cell between the taps, so nine weights reach over 5×5 cells. " +
					"The filter looks for a diagonal, and finds the long one through the image three times: 15. " +
					"Layers of growing dilation see far with few weights, which is why networks that label every pixel use them. " +
					"Look at the window: the cells between the taps are under it but take no part.",
				lang.Ko: "팽창이 2이면 가중치 사이가 한 칸씩 비어, 아홉 가중치가 5×5 칸에 걸칩니다. " +
					"이 필터는 대각선을 찾는데, 이미지를 가로지르는 긴 대각선에서 15라는 답을 세 번 냅니다. " +
					"팽창을 점점 키운 층들은 적은 가중치로 멀리 봅니다. " +
					"그래서 픽셀마다 이름을 붙이는 신경망이 씁니다. " +
					"윈도우를 보세요. " +
					"가중치 사이의 칸은 윈도우 아래에 있지만 계산에 들지 않습니다.",
			},
			Question: lang.Text{
				lang.En: "How many cells does a 3×3 kernel with dilation 3 reach over, and how many does it read?",
				lang.Ko: "팽창 3인 3×3 커널은 몇 칸에 걸치고, 몇 칸을 읽을까요?",
			},
			Answer: lang.Text{
				lang.En: "It reaches over 7×7 cells and reads 9.",
				lang.Ko: "7×7칸에 걸치고 9칸을 읽습니다.",
			},
		}},
		{Preset: "volume", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "One filter, three channels, one number",
				lang.Ko: "필터 하나, 채널 셋, 숫자 하나",
			},
			Text: lang.Text{
				lang.En: "A colour image is a volume: 6×6×3. " +
					"So is its filter: 3×3×3, one sheet of weights for each channel, 27 in all. " +
					"Each sheet slides over its own channel, and the three partial sums and the bias are added into a single number, so the output is 4×4 and not 4×4×3. " +
					"This filter has an edge for red, the opposite one for blue, and does not care about green: it answers where red gives way to blue.",
				lang.Ko: "컬러 이미지는 6×6×3의 볼륨입니다. " +
					"필터도 3×3×3의 볼륨으로, 채널마다 가중치 한 장씩 모두 27개입니다. " +
					"장마다 자기 채널 위를 미끄러지고, 부분합 셋과 편향을 더해 수 하나가 됩니다. " +
					"그래서 출력은 4×4×3이 아니라 4×4입니다. " +
					"이 필터는 빨강에는 경계를, 파랑에는 반대 경계를 두고 초록은 신경 쓰지 않습니다. " +
					"빨강이 파랑으로 바뀌는 곳에서 답합니다.",
			},
			Question: lang.Text{
				lang.En: "How many parameters does one 5×5 filter on an RGB image have?",
				lang.Ko: "RGB 이미지에 쓰는 5×5 필터 하나의 파라미터는 몇 개일까요?",
			},
			Answer: lang.Text{
				lang.En: "5·5·3 weights and one bias: 76.",
				lang.Ko: "가중치 5·5·3개와 편향 하나, 76개입니다.",
			},
		}},
		{Preset: "two-filters", Stop: lab.Stop{
			Title: lang.Text{lang.En: "Two questions, two maps", lang.Ko: "질문 둘, 맵 두 장"},
			Text: lang.Text{
				lang.En: "Each filter makes one feature map, and the maps are stacked: two filters give 4×4×2. " +
					"The first asks for vertical edges, the second for horizontal ones, and at the corner of the square both answer. " +
					"The number of filters is the number of channels that the next layer gets to see. " +
					"Every filter has its own bias; the second one’s is 1, and it raises its whole map.",
				lang.Ko: "필터마다 특성 맵 한 장을 만들고, 맵들은 쌓입니다. " +
					"필터가 둘이면 4×4×2가 됩니다. " +
					"첫째는 세로 경계를, 둘째는 가로 경계를 묻고, 사각형의 모서리에서는 둘 다 답합니다. " +
					"필터의 수가 다음 층이 보게 될 채널의 수입니다. " +
					"필터마다 편향이 따로 있습니다. " +
					"둘째 필터의 편향은 1이어서 맵 전체가 1만큼 올라갑니다.",
			},
			Question: lang.Text{
				lang.En: "The next layer has 16 filters of 3×3. What is the size of each?",
				lang.Ko: "다음 층에 3×3 필터가 16개 있다면 필터 하나의 크기는?",
			},
			Answer: lang.Text{
				lang.En: "3×3×2: a filter always has as many channels as its input.",
				lang.Ko: "3×3×2입니다. 필터의 채널 수는 언제나 입력의 채널 수와 같습니다.",
			},
		}},
		{Preset: "conv1", Stop: lab.Stop{
			Title: lang.Text{lang.En: "The real thing: CONV1", lang.Ko: "실제 크기: CONV1"},
			Text: lang.Text{
				lang.En: "This is the first layer of the network in lab 4 on one of its samples: 32×32×3 in, eight filters of 5×5×3, 28×28×8 out. " +
					"The tiles are the volumes, each cell a pixel; the magnified cells are the window now. " +
					"608 parameters make 6,272 outputs with 470,400 multiplications. " +
					"The eight filters here are made by hand, four edges, a blur, a spot and two that compare colours. " +
					"Lab 5 lets you watch a network find its own.",
				lang.Ko: "실습 4의 신경망 첫 층이 샘플 하나를 보는 장면입니다. " +
					"32×32×3이 들어와 5×5×3 필터 여덟 개를 지나 28×28×8이 됩니다. " +
					"타일은 볼륨의 채널이고 한 칸이 한 픽셀이며, 크게 보이는 칸들이 지금의 윈도우입니다. " +
					"파라미터 608개가 곱셈 470,400번으로 출력 6,272개를 만듭니다. " +
					"여기의 필터 여덟 개(경계 넷, 흐림, 점, 색을 견주는 둘)는 손으로 만들었습니다. " +
					"실습 5에서는 신경망이 스스로 찾는 것을 봅니다.",
			},
			Question: lang.Text{
				lang.En: "A fully connected layer between the same volumes would have how many weights?",
				lang.Ko: "같은 두 볼륨을 완전 연결층으로 이으면 가중치는 몇 개일까요?",
			},
			Answer: lang.Text{
				lang.En: "3,072 × 6,272 = 19,267,584. Lab 3 is about that.",
				lang.Ko: "3,072 × 6,272 = 19,267,584개입니다. 실습 3에서 다룹니다.",
			},
		}},
		{Preset: "vertical-edge", Tab: window.Backward, Stop: lab.Stop{
			Title: lang.Text{lang.En: "The way back", lang.Ko: "되돌아가는 길"},
			Text: lang.Text{
				lang.En: "To learn, the filter must know how each of its weights changes the loss. " +
					"Every output sends back its gradient, dout, here 1 for each. " +
					"A weight was used in every window, so its gradient adds up over all of them: dW += dout × window. " +
					"An input cell was used by every window that saw it, so its gradient adds up as well: dX += dout × kernel. " +
					"Step through and watch both fill, then press “Check by nudging” to see the same number found by moving one cell a little.",
				lang.Ko: "배우려면 필터는 가중치마다 손실을 얼마나 바꾸는지 알아야 합니다. " +
					"출력마다 기울기 dout을 돌려보내는데, 여기서는 모두 1입니다. " +
					"가중치는 모든 윈도우에서 쓰였으므로 기울기도 모두에 걸쳐 쌓입니다(dW += dout × 윈도우). " +
					"입력 칸도 그 칸을 본 윈도우마다 쓰였으므로 역시 쌓입니다(dX += dout × 커널). " +
					"한 걸음씩 지나며 둘이 차오르는 것을 보고, ‘살짝 움직여 확인’을 눌러 칸 하나를 조금 움직여도 같은 수가 나오는지 보세요.",
			},
			Question: lang.Text{
				lang.En: "Why is dX larger in the middle of a blur’s input than in its corner?",
				lang.Ko: "흐림 필터의 입력에서 dX는 왜 모서리보다 가운데가 클까요?",
			},
			Answer: lang.Text{
				lang.En: "A cell in the middle is part of nine windows and collects nine weights; the corner is part of one.",
				lang.Ko: "가운데 칸은 윈도우 아홉 개에 들어 가중치 아홉 개를 모으지만, 모서리는 하나에만 듭니다.",
			},
		}},
	}
}

func notes() []ui.Note {
	return []ui.Note{
		{Title: lang.Text{
			lang.En: "Why it is not flipped",
			lang.Ko: "뒤집지 않는 까닭",
		},
			Text: lang.Text{
				lang.En: "A mathematician’s convolution turns the kernel by 180° first; without the turn it is called cross-correlation. " +
					"Deep learning leaves the turn out and keeps the name. " +
					"Nothing is lost: the weights are learnt, and a network that needs the turned filter learns the turned filter.",
				lang.Ko: "수학의 합성곱은 커널을 먼저 180° 돌립니다. " +
					"돌리지 않은 것은 교차상관이라고 부릅니다. " +
					"딥러닝은 돌리지 않으면서 이름만 그대로 씁니다. " +
					"잃는 것은 없습니다. " +
					"가중치는 배우는 값이어서, 돌린 필터가 필요하면 돌린 필터를 배웁니다.",
			}},
		{Title: lang.Text{
			lang.En: "Where the filters come from",
			lang.Ko: "필터는 어디서 오나",
		},
			Text: lang.Text{
				lang.En: "Sobel and Scharr were designed by hand so that a program could find edges. " +
					"A network starts from random weights instead and lets the gradients of lab 5 shape them. " +
					"In its first layer edges, spots and colour contrasts appear anyway, because they are what images are made of.",
				lang.Ko: "소벨과 샤르 필터는 경계를 찾으려고 사람이 설계했습니다. " +
					"신경망은 무작위 가중치에서 시작해 실습 5의 기울기로 다듬습니다. " +
					"그래도 첫 층에는 경계, 점, 색의 대비가 나타납니다. " +
					"이미지가 그런 것들로 이루어져 있기 때문입니다.",
			}},
		{Title: lang.Text{
			lang.En: "One filter for every place",
			lang.Ko: "어디서나 같은 필터",
		},
			Text: lang.Text{
				lang.En: "The same few weights are used in every window, so an edge is found wherever it lies, and there is little to learn: a filter of 3×3 has 9 weights and a bias, however large the image. " +
					"Lab 3 counts what that saves.",
				lang.Ko: "모든 윈도우가 몇 개 안 되는 같은 가중치를 씁니다. " +
					"그래서 경계가 어디에 있든 찾아내고, 배울 것도 적습니다. " +
					"3×3 필터는 이미지가 아무리 커도 가중치 9개와 편향 하나입니다. " +
					"얼마나 아끼는지는 실습 3에서 셉니다.",
			}},
	}
}
