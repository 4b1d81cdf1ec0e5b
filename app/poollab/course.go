package poollab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/window"
)

// Course returns the texts of the page. Its stops build on each other in this order.
func Course() window.Course {
	return window.Course{
		Name: "pool",
		Title: lang.Text{
			lang.En: "Max and average pooling",
			lang.Ko: "최대 풀링과 평균 풀링",
		},
		Description: lang.Text{
			lang.En: "Max and average pooling on the same input with the same window: what each keeps and loses, padding, ties, and where the gradient goes.",
			lang.Ko: "같은 입력, 같은 윈도우로 비교하는 최대 풀링과 평균 풀링. " +
				"무엇을 남기고 무엇을 잃는지, 패딩과 동점, 기울기가 가는 곳까지 다룹니다.",
		},
		Lead: lang.Text{
			lang.En: "Pooling slides a window without weights over each channel and keeps one number for each place: the largest value inside, or the mean.",
			lang.Ko: "풀링은 채널마다 가중치 없는 윈도우로 훑으며, 자리마다 값 하나만 남깁니다. " +
				"윈도우에서 가장 큰 값, 또는 평균입니다.",
		},
		Stops: stops(),
		Captions: []window.Caption{{Preset: "ties", Text: lang.Text{
			lang.En: "Here several cells of a window are equal: the first window holds 7 four times, the last 5 three times. " +
				"Neither the maximum nor the average depends on which of them comes first. " +
				"Which cell is ringed as the largest matters only when the gradient goes back: choose Backward to see.",
			lang.Ko: "여기서는 한 윈도우의 여러 칸이 같은 값입니다. " +
				"첫 윈도우에는 7이 네 번, 마지막 윈도우에는 5가 세 번 있습니다. " +
				"최댓값도 평균도 어느 칸이 먼저인지에 의존하지 않습니다. " +
				"어느 칸에 고리를 두르는지는 기울기가 되돌아갈 때만 중요합니다. " +
				"역전파를 눌러 보세요.",
		}}},
		Notes: []ui.Note{
			{Title: lang.Text{
				lang.En: "Why max pooling",
				lang.Ko: "왜 최대 풀링일까요?",
			},
				Text: lang.Text{
					lang.En: "A large number in a feature map means that a feature was detected there. " +
						"If it is detected anywhere in the window, max pooling keeps that large number; if not, the maximum of small numbers is still small. " +
						"That is the usual explanation, but nobody is quite sure that it is why max pooling works so well. " +
						"In experiments it often does work well, and it has nothing to learn.",
					lang.Ko: "특성 맵의 큰 수는 그곳에서 특징을 찾았다는 뜻입니다. " +
						"윈도우 어디에서든 특징을 찾았다면 최대 풀링은 그 큰 수를 남깁니다. " +
						"찾지 못했다면 작은 수들의 최댓값도 여전히 작습니다. " +
						"흔히 이렇게 설명하지만, 최대 풀링이 잘 통하는 까닭이 정말 이것인지는 아무도 확신하지 못합니다. " +
						"실험에서는 대체로 잘 작동하고, 학습할 파라미터도 없습니다.",
				}},
			{Title: lang.Text{
				lang.En: "What each keeps and loses",
				lang.Ko: "남기는 것과 잃는 것",
			},
				Text: lang.Text{
					lang.En: "Max pooling keeps the strongest response and loses how often, and exactly where in the window, it occurred. " +
						"Average pooling keeps how much response there was in all and loses whether it was one strong or many weak ones; a single peak is diluted by its neighbours. " +
						"Inside networks max pooling is used far more often.",
					lang.Ko: "최대 풀링은 가장 강한 반응을 남기고, 그 반응이 몇 번, 윈도우의 어디에서 나왔는지는 잃습니다. " +
						"평균 풀링은 반응이 모두 얼마나 있었는지를 남기고, 강한 반응 하나였는지 약한 반응 여럿이었는지는 잃습니다. " +
						"봉우리 하나는 작은 이웃들 때문에 낮아집니다. " +
						"신경망 안에서는 최대 풀링을 훨씬 자주 씁니다.",
				}},
			{Title: lang.Text{
				lang.En: "Where average pooling is used",
				lang.Ko: "평균 풀링을 쓰는 곳",
			},
				Text: lang.Text{
					lang.En: "At the end of many networks: global average pooling collapses a 7×7×1000 volume to 1×1×1000, one number for each channel, without a single parameter. " +
						"A fully connected layer there would need 49 million weights. " +
						"The original LeNet-5 of 1998 also averaged between its convolutions, but multiplied each average by a weight that it learned and added a bias; today’s pooling has neither.",
					lang.Ko: "많은 신경망의 끝에서 씁니다. " +
						"전역 평균 풀링은 7×7×1000 볼륨을 1×1×1000, 곧 채널마다 값 하나로 줄이면서 파라미터를 하나도 쓰지 않습니다. " +
						"그 자리에 완전 연결층을 두면 가중치가 4,900만 개 필요합니다. " +
						"1998년의 원래 LeNet-5도 합성곱 사이에서 평균을 냈지만, 평균마다 학습한 가중치를 곱하고 편향을 더했습니다. " +
						"오늘날의 풀링에는 둘 다 없습니다.",
				}},
		},
	}
}

func stops() []window.Stop {
	return []window.Stop{
		{Preset: "4x4", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "Four cells, one number, two ways",
				lang.Ko: "네 칸에서 값 하나, 두 가지 방법",
			},
			Text: lang.Text{
				lang.En: "A window of 2×2 with stride 2 cuts the input into four windows that do not overlap. " +
					"Max pooling keeps the ringed cell; average pooling adds all four and divides by 4. " +
					"The size halves in both directions, so a quarter of the numbers is left, and the next layer has a quarter of the work. " +
					"Pooling has hyperparameters, f and s, but nothing to learn: 0 parameters.",
				lang.Ko: "2×2 윈도우를 스트라이드(stride) 2로 옮기면 입력이 겹치지 않는 윈도우 넷으로 나뉩니다. " +
					"최대 풀링은 고리를 두른 칸을 남기고, 평균 풀링은 네 칸을 더해 4로 나눕니다. " +
					"가로와 세로가 절반이 되므로 값은 4분의 1만 남고, 다음 층의 계산도 4분의 1이 됩니다. " +
					"하이퍼파라미터 f와 s는 있지만 학습할 파라미터는 없습니다.",
			},
			Question: lang.Text{
				lang.En: "In the first window, which of 1, 3, 2, 9 can change without changing the maximum? " +
					"And the average?",
				lang.Ko: "첫 윈도우의 1, 3, 2, 9 가운데 어느 것이 바뀌어도 최댓값이 그대로일까요? 평균은 어떨까요?",
			},
			Answer: lang.Text{
				lang.En: "1, 3 and 2 may be anything up to 9 and the maximum stays. " +
					"The average changes with every one of the four.",
				lang.Ko: "1, 3, 2는 9 이하이기만 하면 무엇으로 바뀌어도 최댓값이 그대로입니다. " +
					"평균은 네 값 가운데 어느 것이 바뀌어도 바뀝니다.",
			},
		}},
		{Preset: "5x5", Stop: lab.Stop{
			Title: lang.Text{lang.En: "Overlapping windows", lang.Ko: "겹치는 윈도우"},
			Text: lang.Text{
				lang.En: "With f = 3 and s = 1 neighbouring windows share six of their nine cells. " +
					"The size follows the same formula as a convolution’s: (5 − 3)/1 + 1 = 3. " +
					"One large value can now be the maximum of several windows: rest the pointer on the 9 in row 2, column 2, which is the largest in four. " +
					"The maxima run from 5 to 9, the averages only from 2.22 to 3.78.",
				lang.Ko: "f = 3, s = 1이면 이웃한 윈도우가 아홉 칸 가운데 여섯 칸을 함께 씁니다. " +
					"출력의 크기는 합성곱과 같은 공식을 따라 (5 − 3)/1 + 1 = 3입니다. " +
					"이제 큰 값 하나가 여러 윈도우의 최댓값이 될 수 있습니다. " +
					"2행 2열의 9에 포인터를 올려 보세요. 윈도우 네 개에서 가장 큰 값입니다. " +
					"최댓값은 5에서 9까지인데 평균은 2.22에서 3.78까지입니다.",
			},
			Question: lang.Text{
				lang.En: "Raise the cell in the middle from 2 to 4. How many averages change, and how many maxima?",
				lang.Ko: "한가운데 칸을 2에서 4로 키우면 평균은 몇 개, 최댓값은 몇 개 바뀔까요?",
			},
			Answer: lang.Text{
				lang.En: "All nine averages, since the middle is in all nine windows, and no maximum: a maximum stays until the cell exceeds the largest of its window.",
				lang.Ko: "가운데 칸은 아홉 윈도우 모두에 있으므로 평균은 아홉 개가 다 바뀝니다. " +
					"최댓값은 하나도 바뀌지 않습니다. 그 칸이 윈도우의 가장 큰 값을 넘어야 바뀝니다.",
			},
		}},
		{Preset: "channels", Stop: lab.Stop{
			Title: lang.Text{lang.En: "Each channel by itself", lang.Ko: "채널마다 따로"},
			Text: lang.Text{
				lang.En: "A convolution adds its channels together; pooling does not. " +
					"Each channel is pooled by itself, so 4×4×3 becomes 2×2×3 and the number of channels stays the same. " +
					"The third channel has negative values: the largest of −1, −2, −3, −4 is −1. " +
					"After a ReLU all four would be 0, and so would their maximum.",
				lang.Ko: "합성곱은 채널을 모두 더하지만 풀링은 그러지 않습니다. " +
					"채널마다 따로 풀링하므로 4×4×3은 2×2×3이 되고 채널 수는 그대로입니다. " +
					"셋째 채널에는 음수가 있습니다. " +
					"−1, −2, −3, −4 가운데 가장 큰 값은 −1입니다. " +
					"ReLU를 지난 뒤라면 네 값이 모두 0이어서 최댓값도 0입니다.",
			},
			Question: lang.Text{
				lang.En: "Which size does a pooling layer with f = 2, s = 2 turn 28×28×8 into?",
				lang.Ko: "f = 2, s = 2인 풀링층을 지나면 28×28×8의 크기는 어떻게 될까요?",
			},
			Answer: lang.Text{
				lang.En: "14×14×8, with 0 parameters.",
				lang.Ko: "14×14×8이 됩니다. 파라미터는 0개입니다.",
			},
		}},
		{Preset: "global", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "A thousand channels, a thousand numbers",
				lang.Ko: "채널 1,000개에서 값 1,000개",
			},
			Text: lang.Text{
				lang.En: "Here the window is as large as the input: one window for each channel, and 7×7×1000 collapses to 1×1×1000. " +
					"The average tells how strongly a channel responded over the whole image, which is what a classifier needs at the end. " +
					"It has no parameters and works for any image size. " +
					"The maximum tells only how strong the strongest place was.",
				lang.Ko: "여기서는 윈도우가 입력만큼 커서 채널마다 윈도우가 하나뿐이고, 7×7×1000이 1×1×1000으로 줄어듭니다. " +
					"평균은 채널이 이미지 전체에서 얼마나 반응했는지를 나타냅니다. " +
					"마지막에 분류기가 필요로 하는 것이 그것입니다. " +
					"파라미터가 없고 어떤 이미지 크기에도 쓸 수 있습니다. " +
					"최댓값은 가장 강한 곳 하나의 세기만 나타냅니다.",
			},
			Question: lang.Text{
				lang.En: "How many weights would a fully connected layer from 7×7×1000 to 1000 need?",
				lang.Ko: "7×7×1000에서 1000으로 가는 완전 연결층이라면 가중치가 몇 개 필요할까요?",
			},
			Answer: lang.Text{
				lang.En: "49,000 × 1000: 49 million. Pooling needs none.",
				lang.Ko: "49,000 × 1000, 곧 4,900만 개입니다. 풀링에는 하나도 필요 없습니다.",
			},
		}},
		{Preset: "padded", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "Padding must not be the maximum",
				lang.Ko: "최댓값이 되면 안 되는 패딩",
			},
			Text: lang.Text{
				lang.En: "Padding is rare in pooling, and it needs care. " +
					"The maximum leaves it out, as if it were minus infinity: the last window holds −1, −2, −3 and −4, and a zero from the padding would be larger than all of them. " +
					"For the average there are two conventions: divide by the number of input cells, or by all f·f cells, which makes the border darker. " +
					"Switch “Padding in the average” and watch the corner outputs.",
				lang.Ko: "풀링에서 패딩은 드물게 쓰며, 주의해야 합니다. " +
					"최댓값을 고를 때는 음의 무한대인 것처럼 패딩을 뺍니다. " +
					"마지막 윈도우에는 −1, −2, −3, −4가 있어, 패딩의 0이 그 모두보다 크기 때문입니다. " +
					"평균을 내는 방법은 두 가지입니다. " +
					"실제 입력 칸의 수로 나누거나 f·f칸 전체로 나누는데, 뒤의 방법은 가장자리를 어둡게 합니다. " +
					"‘평균의 패딩’을 바꾸며 모서리 출력을 보세요.",
			},
			Question: lang.Text{
				lang.En: "The first window holds 4, 1, 2, 8 and five padding cells. What are its two averages?",
				lang.Ko: "첫 윈도우에는 4, 1, 2, 8과 패딩 다섯 칸이 있습니다. 두 방법의 평균은 각각 얼마일까요?",
			},
			Answer: lang.Text{
				lang.En: "15/4 = 3.75 when the padding is left out, 15/9 ≈ 1.67 when it is counted.",
				lang.Ko: "패딩을 제외하면 15/4 = 3.75, 포함하면 15/9 ≈ 1.67입니다.",
			},
		}},
		{Preset: "ties", Tab: window.Backward, Stop: lab.Stop{
			Title: lang.Text{lang.En: "Where does the gradient go?", lang.Ko: "기울기는 어디로 갈까요?"},
			Text: lang.Text{
				lang.En: "Going back, average pooling gives each cell of the window the same share, dout/4. " +
					"Max pooling gives all of dout to the largest cell, since only that one moved the output; the others get 0. " +
					"When several tie, one has to be chosen, and here it is the first in reading order. " +
					"Press “Check by nudging” on a tied cell: moving it up changes the loss, moving it down does not, so there are two slopes, and the rule picks one of them.",
				lang.Ko: "되돌아갈 때 평균 풀링은 윈도우의 칸마다 똑같이 dout/4를 나누어 줍니다. " +
					"최대 풀링은 dout 전부를 가장 큰 칸에 줍니다. " +
					"출력을 바꾼 것은 그 칸뿐이므로 나머지는 0입니다. " +
					"같은 값이 여럿이면 하나를 골라야 하는데, 여기서는 읽는 순서로 첫 번째입니다. " +
					"같은 값인 칸에서 ‘살짝 움직여 확인’을 눌러 보세요. " +
					"올리면 손실이 바뀌고 내리면 그대로여서 기울기가 둘이고, 규칙이 그 가운데 하나를 고릅니다.",
			},
			Question: lang.Text{
				lang.En: "A cell that is the largest of no window gets gradient 0 under max. " +
					"Does that mean it will never change?",
				lang.Ko: "어느 윈도우에서도 가장 크지 않은 칸은 최대 풀링에서 기울기가 0입니다. " +
					"그 칸은 앞으로도 바뀌지 않을까요?",
			},
			Answer: lang.Text{
				lang.En: "No. " +
					"Gradient 0 says only that a small change would make no difference now. " +
					"For other inputs the cell may be the largest, and then the filters that computed it learn.",
				lang.Ko: "아닙니다. 기울기 0은 지금은 조금 바뀌어도 차이가 없다는 뜻일 뿐입니다. " +
					"다른 입력에서는 그 칸이 가장 클 수 있고, 그때 그 칸을 계산한 필터가 학습합니다.",
			},
		}},
	}
}
