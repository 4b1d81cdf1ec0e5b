package convlab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/window"
)

// Course returns the texts of the page. Its stops build on each other in this order.
func Course() window.Course {
	return window.Course{
		Name:  "conv",
		Title: lang.Text{lang.En: "The filter slides", lang.Ko: "이미지를 훑는 필터"},
		Description: lang.Text{
			lang.En: "Slide a filter over an image and read every product and sum: stride, padding, dilation, channels, and the gradients going back.",
			lang.Ko: "필터로 이미지를 훑으며 모든 곱과 합을 읽습니다. " +
				"스트라이드, 패딩, 팽창, 채널, 그리고 되돌아가는 기울기까지 다룹니다.",
		},
		Lead: lang.Text{
			lang.En: "A convolution lays a small grid of weights on the input, multiplies cell by cell, adds up the products, writes down the sum, and moves on.",
			lang.Ko: "합성곱은 작은 가중치 격자를 입력에 겹쳐 놓고, 칸마다 곱해 모두 더한 값 하나를 쓴 다음 옆으로 옮겨 갑니다.",
		},
		Stops:    append(firstStops(), laterStops()...),
		Captions: captions(),
		Notes:    notes(),
	}
}

func firstStops() []window.Stop {
	return []window.Stop{
		{Preset: "vertical-edge", Stop: lab.Stop{
			Title: lang.Text{lang.En: "An edge becomes a number", lang.Ko: "수 하나로 나타낸 경계"},
			Text: lang.Text{
				lang.En: "The left half of this image is bright (10), the right half dark (0). " +
					"The filter has 1 in its left column, −1 in its right one and 0 between, so in every window it asks: is the left brighter than the right? " +
					"Where all nine cells are equal, the products cancel and the output is 0. " +
					"Only the windows that lie across the edge give 30. " +
					"Step through the first row and watch the output rise and fall.",
				lang.Ko: "이 이미지의 왼쪽 절반은 밝고(10) 오른쪽 절반은 어둡습니다(0). " +
					"필터는 왼쪽 열이 1, 오른쪽 열이 −1, 가운데 열이 0이어서, 윈도우마다 왼쪽이 오른쪽보다 밝은지를 잽니다. " +
					"아홉 칸이 모두 같으면 곱이 서로 상쇄되어 출력은 0입니다. " +
					"경계에 걸친 윈도우에서만 30이 나옵니다. " +
					"첫 행을 한 단계씩 지나며 출력이 커졌다 작아지는 것을 보세요.",
			},
			Question: lang.Text{
				lang.En: "What would the output be if the dark half were on the left? Paint it and see.",
				lang.Ko: "어두운 쪽이 왼쪽에 있다면 출력은 어떻게 될까요? 칠해서 확인해 보세요.",
			},
			Answer: lang.Text{
				lang.En: "−30 along the edge. " +
					"The sign tells which side is brighter; if only the edge matters, take the absolute value.",
				lang.Ko: "경계를 따라 −30이 나옵니다. " +
					"부호는 어느 쪽이 밝은지를 나타냅니다. " +
					"경계만 중요하다면 절댓값을 쓰면 됩니다.",
			},
		}},
		{Preset: "sobel", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "Hand-made filters, and learned ones",
				lang.Ko: "손으로 만든 필터와 학습한 필터",
			},
			Text: lang.Text{
				lang.En: "For decades people designed filters like this one by hand. " +
					"Sobel’s filter gives the middle row twice the weight, so the nearest cells count most; Scharr’s (among the presets) uses 3, 10, 3. " +
					"A convolutional network starts with random numbers in these nine cells and lets gradient descent change them. " +
					"In large networks trained on photographs, many filters of the first layer come to look like this one. " +
					"Try it: type other weights and see where the filter responds.",
				lang.Ko: "수십 년 동안 사람들은 이런 필터를 손으로 설계했습니다. " +
					"소벨 필터는 가운데 행의 가중치를 두 배로 해서 가장 가까운 칸을 가장 크게 반영합니다. " +
					"샤르 필터(프리셋에 있습니다)는 3, 10, 3을 씁니다. " +
					"합성곱 신경망은 이 아홉 칸을 무작위 수로 시작해 경사 하강법으로 바꾸어 갑니다. " +
					"사진으로 학습한 큰 신경망에서는 첫 층의 필터 가운데 여럿이 이런 모양이 됩니다. " +
					"가중치를 바꾸어 필터가 어디에 반응하는지 보세요.",
			},
			Question: lang.Text{
				lang.En: "Why do the weights of an edge filter add up to 0?",
				lang.Ko: "경계 필터의 가중치는 왜 더하면 0이 될까요?",
			},
			Answer: lang.Text{
				lang.En: "So that an evenly bright area gives 0, however bright it is: the output there is the brightness times the sum of the weights.",
				lang.Ko: "밝기가 일정한 곳에서는 얼마나 밝든 0이 나오게 하려는 것입니다. " +
					"그곳의 출력은 밝기 × 가중치의 합이기 때문입니다.",
			},
		}},
		{Preset: "blur", Stop: lab.Stop{
			Title: lang.Text{lang.En: "Weights that add up to one", lang.Ko: "합이 1인 가중치"},
			Text: lang.Text{
				lang.En: "All nine weights here are positive and add up to 1, so each output is a weighted mean of its neighbourhood. " +
					"The bright cell of 16 is spread over all the windows that contain it, and each gets the share that its weight gives. " +
					"An evenly bright area keeps its value, but sharp detail is lost. " +
					"Rest the pointer on the bright cell: the highlighted outputs belong to the windows that contain it.",
				lang.Ko: "가중치 아홉 개가 모두 양수이고 더하면 1이므로, 출력은 저마다 주변의 가중 평균입니다. " +
					"밝은 칸의 16은 그 칸을 포함한 모든 윈도우로 퍼지고, 윈도우마다 가중치만큼 나누어 받습니다. " +
					"밝기가 일정한 곳은 값이 그대로지만 날카로운 부분은 사라집니다. " +
					"밝은 칸에 포인터를 올려 보세요. " +
					"강조된 출력이 그 칸을 포함한 윈도우들의 출력입니다.",
			},
			Question: lang.Text{
				lang.En: "Set all nine weights to 1/9. What does the filter compute now?",
				lang.Ko: "가중치 아홉 개를 모두 1/9로 바꾸면 필터는 무엇을 계산할까요?",
			},
			Answer: lang.Text{
				lang.En: "The plain mean of the window: average pooling with f = 3 and s = 1.",
				lang.Ko: "윈도우의 평균, 곧 f = 3, s = 1인 평균 풀링입니다.",
			},
		}},
		{Preset: "strided", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "Longer strides, fewer windows",
				lang.Ko: "큰 스트라이드, 적은 윈도우",
			},
			Text: lang.Text{
				lang.En: "With stride 2 the window moves two cells at a time, to the right and downwards. " +
					"A 7×7 input gives 3×3 = 9 windows, since floor((7 − 3)/2) + 1 = 3. " +
					"Neighbouring outputs now look at places two cells apart, so the map shrinks to about half while each output still covers 3×3 cells. " +
					"Set n to 8 and look at the last row and column: no window reaches them.",
				lang.Ko: "스트라이드(stride)가 2이면 윈도우는 오른쪽으로도 아래로도 두 칸씩 움직입니다. " +
					"7×7 입력에서는 floor((7 − 3)/2) + 1 = 3이므로 윈도우가 3×3 = 9개입니다. " +
					"이웃한 출력이 두 칸 떨어진 곳을 보므로 맵은 절반쯤으로 줄지만, 출력마다 보는 넓이는 여전히 3×3칸입니다. " +
					"n을 8로 바꾸고 마지막 행과 열을 보세요. " +
					"어떤 윈도우도 닿지 않습니다.",
			},
			Question: lang.Text{
				lang.En: "With n = 8, f = 3 and s = 2, how many cells are in no window?",
				lang.Ko: "n = 8, f = 3, s = 2일 때 어떤 윈도우에도 들지 않는 칸은 몇 개일까요?",
			},
			Answer: lang.Text{
				lang.En: "15: the last row and the last column of the 8×8 input, 8 + 8 − 1.",
				lang.Ko: "15개입니다. 8×8 입력의 마지막 행과 마지막 열이므로 8 + 8 − 1입니다.",
			},
		}},
		{Preset: "same", Stop: lab.Stop{
			Title: lang.Text{lang.En: "A rim of zeros", lang.Ko: "0으로 두른 테두리"},
			Text: lang.Text{
				lang.En: "Without padding a 3×3 filter turns 6×6 into 4×4, and a corner cell is in one window only while inner cells are in up to nine. " +
					"With stride 1 a rim of p = (f − 1)/2 zeros keeps the size; this is called same padding and needs an odd f. " +
					"The output shows its price: along the left border the added zeros act as a dark side, and the filter gives −20 and −30, an edge that the image does not have.",
				lang.Ko: "패딩이 없으면 3×3 필터는 6×6을 4×4로 줄이고, 안쪽 칸이 윈도우 아홉 개까지 드는 데 비해 모서리 칸은 하나에만 듭니다. " +
					"스트라이드가 1일 때 p = (f − 1)/2칸의 0을 두르면 크기가 유지됩니다. " +
					"이것을 same 패딩이라 하며 f는 홀수여야 합니다. " +
					"그 대가가 출력에 나타납니다. " +
					"왼쪽 가장자리에서는 패딩으로 넣은 0이 어두운 쪽이 되어 −20과 −30이 나옵니다. " +
					"이미지에는 없는 경계입니다.",
			},
			Question: lang.Text{
				lang.En: "Which p keeps the size for f = 5? And for f = 3 with dilation 2?",
				lang.Ko: "f = 5일 때 크기를 유지하는 p는 얼마일까요? f = 3, 팽창 2일 때는?",
			},
			Answer: lang.Text{
				lang.En: "2 in both cases: p = d(f − 1)/2.",
				lang.Ko: "p = d(f − 1)/2이므로 둘 다 2입니다.",
			},
		}},
	}
}

func laterStops() []window.Stop {
	return []window.Stop{
		{Preset: "dilated", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "The same nine weights, spread out",
				lang.Ko: "넓게 벌린 가중치 아홉 개",
			},
			Text: lang.Text{
				lang.En: "Dilation 2 leaves a gap of one cell between the weights, so the nine of them reach over 5×5 cells. " +
					"This filter responds to diagonals: the long one through the image gives 15 three times. " +
					"Layers of growing dilation cover a large area with few weights, so networks that label every pixel often use them. " +
					"Look at the window: the cells in the gaps lie inside it but are not read.",
				lang.Ko: "팽창(dilation)이 2이면 가중치 사이가 한 칸씩 벌어져, 가중치 아홉 개가 5×5칸에 걸칩니다. " +
					"이 필터는 대각선에 반응합니다. " +
					"이미지를 가로지르는 긴 대각선에서 15가 세 번 나옵니다. " +
					"팽창을 점점 키운 층들은 적은 가중치로 넓은 곳을 보므로, 픽셀마다 클래스를 정하는(의미 분할) 신경망에서 자주 씁니다. " +
					"윈도우를 보세요. " +
					"가중치 사이의 칸은 윈도우 안에 있지만 계산에는 쓰이지 않습니다.",
			},
			Question: lang.Text{
				lang.En: "Set d to 3. How many cells does the window reach over, and how many does it read?",
				lang.Ko: "d를 3으로 바꾸면 윈도우는 몇 칸에 걸치고, 그 가운데 몇 칸을 읽을까요?",
			},
			Answer: lang.Text{
				lang.En: "It reaches over 7×7 cells and reads 9 of them.",
				lang.Ko: "7×7칸에 걸치고 그 가운데 9칸을 읽습니다.",
			},
		}},
		{Preset: "volume", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "One filter, three channels, one number",
				lang.Ko: "필터 하나, 채널 셋, 값 하나",
			},
			Text: lang.Text{
				lang.En: "A colour image is a volume, here 6×6×3. " +
					"Its filter is one too: 3×3×3, a sheet of nine weights for each channel, 27 in all. " +
					"Each sheet slides over its own channel, and the three partial sums and the bias are added into a single number, so the output is 4×4 and not 4×4×3. " +
					"This filter has an edge for red, the opposite edge for blue and zeros for green: it responds where red turns into blue.",
				lang.Ko: "컬러 이미지는 볼륨이며, 여기서는 6×6×3입니다. " +
					"필터도 3×3×3의 볼륨으로, 채널마다 가중치 아홉 개씩 모두 27개입니다. " +
					"한 장이 채널 하나씩을 훑고, 부분합 세 개와 편향을 더해 값 하나가 됩니다. " +
					"그래서 출력은 4×4×3이 아니라 4×4입니다. " +
					"이 필터는 빨강에는 경계를, 파랑에는 반대 방향의 경계를, 초록에는 0을 두었습니다. " +
					"그래서 빨강이 파랑으로 바뀌는 곳에 반응합니다.",
			},
			Question: lang.Text{
				lang.En: "How many parameters does one 5×5 filter on an RGB image have? Set f to 5 and read the settings.",
				lang.Ko: "RGB 이미지에 쓰는 5×5 필터 하나의 파라미터는 몇 개일까요? f를 5로 바꾸고 설정을 읽어 보세요.",
			},
			Answer: lang.Text{
				lang.En: "5·5·3 = 75 weights and one bias: 76.",
				lang.Ko: "가중치 5·5·3 = 75개와 편향 하나, 모두 76개입니다.",
			},
		}},
		{Preset: "two-filters", Stop: lab.Stop{
			Title: lang.Text{lang.En: "Two filters, two maps", lang.Ko: "필터 둘, 특성 맵 둘"},
			Text: lang.Text{
				lang.En: "Each filter gives one feature map, and the maps are stacked: two filters give 4×4×2. " +
					"The first responds to vertical edges, the second to horizontal ones; at the corner of the bright rectangle both do. " +
					"The number of filters is the number of channels of the next layer’s input. " +
					"Every filter has its own bias; the second one’s is 1, and it raises the whole map by 1.",
				lang.Ko: "필터마다 특성 맵이 하나씩 나오고, 맵들이 쌓여 필터가 둘이면 4×4×2가 됩니다. " +
					"첫째 필터는 세로 경계에, 둘째 필터는 가로 경계에 반응하고, 밝은 사각형의 모서리에서는 둘 다 반응합니다. " +
					"필터의 수가 곧 다음 층이 받는 입력의 채널 수입니다. " +
					"필터마다 편향이 따로 있습니다. " +
					"둘째 필터의 편향은 1이어서 맵 전체가 1만큼 커집니다.",
			},
			Question: lang.Text{
				lang.En: "The next layer has 16 filters of 3×3. What is the full size of each?",
				lang.Ko: "다음 층에 3×3 필터가 16개 있다면, 채널까지 넣은 필터 하나의 크기는 얼마일까요?",
			},
			Answer: lang.Text{
				lang.En: "3×3×2: a filter always has as many channels as its input.",
				lang.Ko: "3×3×2입니다. 필터의 채널 수는 언제나 입력의 채널 수와 같습니다.",
			},
		}},
		{Preset: "conv1", Stop: lab.Stop{
			Title: lang.Text{lang.En: "Full size: CONV1", lang.Ko: "실제 크기의 CONV1"},
			Text: lang.Text{
				lang.En: "This is a layer with the shape of CONV1 in lab 4, on a sample of the built-in digits: 32×32×3 in, eight filters of 5×5×3, 28×28×8 out. " +
					"In the tiles each cell of a volume is a pixel; the magnified cells show the current window. " +
					"608 parameters give 6,272 outputs with 470,400 multiplications. " +
					"These eight filters are hand-made: four edges, a blur, a spot and two that compare colours. " +
					"Lab 5 shows how a network learns its own.",
				lang.Ko: "실습 4의 CONV1과 모양이 같은 층에 내장 숫자 하나를 넣었습니다. " +
					"32×32×3이 들어와 5×5×3 필터 여덟 개를 지나 28×28×8이 됩니다. " +
					"타일에서는 볼륨의 한 칸이 한 픽셀이고, 크게 보이는 칸들이 지금의 윈도우입니다. " +
					"파라미터 608개로 곱셈을 470,400번 해서 출력 6,272개를 계산합니다. " +
					"이 필터 여덟 개(경계 넷, 흐림, 점, 색을 비교하는 둘)는 손으로 만들었습니다. " +
					"신경망이 필터를 학습하는 과정은 실습 5에 있습니다.",
			},
			Question: lang.Text{
				lang.En: "How many weights would a fully connected layer between the same two volumes have?",
				lang.Ko: "같은 두 볼륨을 완전 연결층으로 이으면 가중치는 몇 개일까요?",
			},
			Answer: lang.Text{
				lang.En: "3,072 × 6,272 = 19,267,584. Lab 3 is about that.",
				lang.Ko: "3,072 × 6,272 = 19,267,584개입니다. 실습 3에서 다룹니다.",
			},
		}},
		{Preset: "vertical-edge", Tab: window.Backward, Stop: lab.Stop{
			Title: lang.Text{lang.En: "The way back", lang.Ko: "되돌아가는 기울기"},
			Text: lang.Text{
				lang.En: "To learn, a filter needs to know how the loss changes with each of its weights. " +
					"Every output sends back its gradient dout, here 1 for each. " +
					"A weight is used in every window, so its gradient adds up over all of them: dW += dout × window. " +
					"An input cell is used by every window that contains it, so its gradient adds up as well: dX += dout × kernel. " +
					"Step through and watch both fill, then press “Check by nudging”: changing a cell’s value a little gives the same slope.",
				lang.Ko: "학습하려면 가중치를 바꿀 때 손실이 얼마나 바뀌는지 알아야 합니다. " +
					"출력마다 기울기 dout을 돌려보내는데, 여기서는 모두 1입니다. " +
					"가중치는 모든 윈도우에서 쓰이므로 기울기도 모든 윈도우에 걸쳐 더해집니다(dW += dout × 윈도우). " +
					"입력 칸도 그 칸을 포함한 윈도우마다 쓰이므로 역시 더해집니다(dX += dout × 커널). " +
					"한 단계씩 지나며 둘이 채워지는 것을 보고, ‘살짝 움직여 확인’을 눌러 보세요. " +
					"칸의 값을 조금 바꾸어 구한 기울기도 똑같습니다.",
			},
			Question: lang.Text{
				lang.En: "After the last window dX is 0 in the two middle columns of the input. Why?",
				lang.Ko: "마지막 윈도우까지 지나면 입력의 가운데 두 열에서 dX가 0입니다. 왜 그럴까요?",
			},
			Answer: lang.Text{
				lang.En: "Windows cover these cells with the left, the middle and the right column of the kernel equally often, and 1 + 0 + (−1) = 0. " +
					"The first column meets only the 1, the last only the −1.",
				lang.Ko: "이 칸들은 커널의 왼쪽, 가운데, 오른쪽 열과 똑같은 횟수로 겹치는데, 1 + 0 + (−1) = 0이기 때문입니다. " +
					"첫 열은 1과만, 마지막 열은 −1과만 겹칩니다.",
			},
		}},
	}
}

func notes() []ui.Note {
	return []ui.Note{
		{Title: lang.Text{
			lang.En: "Why the kernel is not flipped",
			lang.Ko: "커널을 뒤집지 않는 까닭",
		},
			Text: lang.Text{
				lang.En: "In mathematics a convolution first turns the kernel by 180°; without that it is called cross-correlation. " +
					"Deep learning leaves out the turn and keeps the name. " +
					"Nothing is lost: the weights are learned, and a network that needs the turned filter learns the turned filter.",
				lang.Ko: "수학의 합성곱은 커널을 먼저 180° 돌립니다. " +
					"돌리지 않은 것은 교차상관(cross-correlation)이라고 합니다. " +
					"딥러닝에서는 돌리지 않으면서 합성곱이라는 이름을 그대로 씁니다. " +
					"잃는 것은 없습니다. " +
					"가중치는 학습하는 값이어서, 돌린 필터가 필요하면 돌린 필터를 학습합니다.",
			}},
		{Title: lang.Text{
			lang.En: "Where the filters come from",
			lang.Ko: "필터는 어디서 올까요?",
		},
			Text: lang.Text{
				lang.En: "Sobel and Scharr designed their filters by hand so that programs could find edges. " +
					"A network starts with random weights, and the gradients of lab 5 change them. " +
					"In large networks trained on photographs, edges, spots and colour contrasts appear in the first layer, because photographs are full of them. " +
					"The small network of lab 5 reads digits well although its filters change only a little.",
				lang.Ko: "소벨과 샤르 필터는 프로그램이 경계를 찾을 수 있도록 사람이 설계했습니다. " +
					"신경망은 무작위 가중치에서 시작하고, 실습 5의 기울기가 가중치를 바꿉니다. " +
					"사진으로 학습한 큰 신경망에서는 첫 층에 경계, 점, 색의 대비에 반응하는 필터가 나타납니다. " +
					"사진에 그런 것이 많기 때문입니다. " +
					"실습 5의 작은 신경망은 필터가 조금만 바뀌어도 숫자를 잘 읽습니다.",
			}},
		{Title: lang.Text{
			lang.En: "One filter for every place",
			lang.Ko: "어디서나 같은 필터",
		},
			Text: lang.Text{
				lang.En: "The same few weights are used in every window, so an edge is found wherever it lies. " +
					"The corners of an image may have other statistics than its middle, a dark sky here and a face there, and one filter still works for both: an edge is an edge. " +
					"A 3×3 filter on one channel has 9 weights and a bias, however large the image is, and with fewer parameters there is less overfitting. " +
					"Lab 3 counts what that saves.",
				lang.Ko: "모든 윈도우가 같은 가중치 몇 개를 쓰므로, 경계가 어디에 있든 찾아냅니다. " +
					"이미지의 모서리는 가운데와 통계가 다를 수 있지만(한쪽은 어두운 하늘, 한쪽은 얼굴) 필터 하나로 충분합니다. " +
					"어디에 있든 경계는 경계이기 때문입니다. " +
					"채널 하나에 쓰는 3×3 필터는 이미지가 아무리 커도 가중치 9개와 편향 하나이고, 파라미터가 적으면 과적합도 줄어듭니다. " +
					"파라미터가 얼마나 줄어드는지는 실습 3에서 셉니다.",
			}},
	}
}
