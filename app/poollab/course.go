package poollab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/window"
)

// Course is what the page says, in the order in which its stops build on each other.
func Course() window.Course {
	return window.Course{
		Name: "pool",
		Title: lang.Text{
			lang.En: "Max meets average pooling",
			lang.Ko: "최대 풀링과 평균 풀링",
		},
		Description: lang.Text{
			lang.En: "Max and average pooling on the same input with the same window: what each keeps and loses, padding, ties, and where the gradient goes.",
			lang.Ko: "같은 입력, 같은 윈도우로 보는 최대 풀링과 평균 풀링. " +
				"무엇을 남기고 무엇을 잃는지, 패딩과 동점, 기울기가 가는 곳까지.",
		},
		Lead: lang.Text{
			lang.En: "Pooling slides an empty frame over each channel and keeps one number of what is inside: the largest, or the mean.",
			lang.Ko: "풀링은 빈 틀을 채널별로 옮겨 가며, 그 안에서 수 하나만 남깁니다. " +
				"가장 큰 값, 또는 평균입니다.",
		},
		Stops: stops(),
		Captions: []window.Caption{{Preset: "ties", Text: lang.Text{
			lang.En: "Here several cells of a window are equal: the first window holds 7 four times, the last 5 three times. " +
				"The maximum and the average do not mind. " +
				"Which cell is ringed as the winner matters only when the gradient goes back: choose Backward to see.",
			lang.Ko: "여기서는 한 윈도우의 여러 칸이 같은 값입니다. " +
				"첫 윈도우에는 7이 네 번, 마지막 윈도우에는 5가 세 번 있습니다. " +
				"최댓값도 평균도 상관하지 않습니다. " +
				"어느 칸에 승자의 고리를 두르는지는 기울기가 되돌아갈 때만 중요합니다. " +
				"역전파를 눌러 보세요.",
		}}},
		Notes: []ui.Note{
			{Title: lang.Text{
				lang.En: "What each keeps and loses",
				lang.Ko: "무엇을 남기고 무엇을 잃나",
			},
				Text: lang.Text{
					lang.En: "Max pooling keeps the strongest answer and forgets how often and exactly where in the window it came: “the feature is here somewhere”. " +
						"Average pooling keeps how much there was in all and forgets whether it was one strong answer or many weak ones; a single peak is diluted by its quiet neighbours. " +
						"Inside networks max pooling is used far more often, because a feature found once is found.",
					lang.Ko: "최대 풀링은 가장 센 답을 남기고, 그것이 몇 번 나왔는지, 윈도우 안 어디였는지는 잊습니다. " +
						"‘이 근처에 그 특징이 있다’는 말입니다. " +
						"평균 풀링은 모두 얼마나 있었는지를 남기고, 센 답 하나였는지 약한 답 여럿이었는지는 잊습니다. " +
						"외딴 봉우리는 조용한 이웃 때문에 묽어집니다. " +
						"한 번 찾은 특징은 찾은 것이므로, 신경망 안에서는 최대 풀링을 훨씬 자주 씁니다.",
				}},
			{Title: lang.Text{
				lang.En: "Where average pooling is used",
				lang.Ko: "평균 풀링을 쓰는 곳",
			},
				Text: lang.Text{
					lang.En: "At the end of many networks: global average pooling collapses a 7×7×1000 volume to 1×1×1000, one number for each channel, without a single parameter. " +
						"A fully connected layer there would need millions. " +
						"LeNet-5 of 1998 also averaged between its convolutions.",
					lang.Ko: "많은 신경망의 끝에서 씁니다. " +
						"전역 평균 풀링은 7×7×1000 볼륨을 1×1×1000, 곧 채널마다 수 하나로 접으면서 파라미터를 하나도 쓰지 않습니다. " +
						"그 자리에 완전 연결층을 두면 파라미터가 수백만 개 듭니다. " +
						"1998년의 LeNet-5도 합성곱 사이에서 평균을 썼습니다.",
				}},
		},
	}
}

func stops() []window.Stop {
	return []window.Stop{
		{Preset: "4x4", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "Four cells, one number, two ways",
				lang.Ko: "네 칸에서 수 하나, 두 가지 방법",
			},
			Text: lang.Text{
				lang.En: "A frame of 2×2 with stride 2 cuts the input into four windows that do not overlap. " +
					"Max pooling keeps the ringed cell; average pooling adds all four and divides by 4. " +
					"The size halves in both directions, so three quarters of the numbers are gone, and everything after this layer has a quarter of the work. " +
					"There are hyperparameters, f and s, but nothing to learn: 0 parameters.",
				lang.Ko: "2×2 틀을 스트라이드 2로 옮기면 입력이 겹치지 않는 윈도우 넷으로 나뉩니다. " +
					"최대 풀링은 고리를 두른 칸을 남기고, 평균 풀링은 네 칸을 더해 4로 나눕니다. " +
					"가로세로가 절반이 되어 수의 4분의 3이 사라지고, 이 뒤의 층이 할 일은 4분의 1이 됩니다. " +
					"하이퍼파라미터 f와 s는 있지만 배울 것은 없습니다. " +
					"파라미터 0개입니다.",
			},
			Question: lang.Text{
				lang.En: "In the first window, which of 1, 3, 2, 9 can change without changing the maximum? " +
					"And the average?",
				lang.Ko: "첫 윈도우의 1, 3, 2, 9 가운데 바뀌어도 최댓값이 그대로인 것은? 평균은?",
			},
			Answer: lang.Text{
				lang.En: "1, 3 and 2 may be anything up to 9 and the maximum stays. " +
					"The average changes with every one of them.",
				lang.Ko: "1, 3, 2는 9 이하이기만 하면 무엇이든 최댓값이 그대로입니다. " +
					"평균은 어느 것이 바뀌어도 바뀝니다.",
			},
		}},
		{Preset: "5x5", Stop: lab.Stop{
			Title: lang.Text{lang.En: "Overlapping windows", lang.Ko: "겹치는 윈도우"},
			Text: lang.Text{
				lang.En: "With f = 3 and s = 1 neighbouring windows share six of their nine cells. " +
					"The size follows the same formula as a convolution’s: (5 − 3)/1 + 1 = 3. " +
					"One large value now wins several windows: count how many outputs are 9, and rest the pointer on the 9 in the input to see why. " +
					"The averages hardly differ from one another, since they share most of what they average.",
				lang.Ko: "f = 3, s = 1이면 이웃한 윈도우가 아홉 칸 가운데 여섯 칸을 함께 씁니다. " +
					"크기는 합성곱과 같은 공식을 따릅니다. (5 − 3)/1 + 1 = 3. " +
					"큰 값 하나가 이제 여러 윈도우를 이깁니다. " +
					"출력에 9가 몇 개인지 세고, 입력의 9에 포인터를 올려 까닭을 보세요. " +
					"평균들은 재료를 거의 함께 쓰므로 서로 크게 다르지 않습니다.",
			},
			Question: lang.Text{
				lang.En: "Which input cell could you raise to change the most outputs?",
				lang.Ko: "어느 입력 칸을 키우면 출력이 가장 많이 바뀔까요?",
			},
			Answer: lang.Text{
				lang.En: "The one in the middle: it is part of all nine windows.",
				lang.Ko: "한가운데 칸입니다. 아홉 윈도우 모두에 들어 있습니다.",
			},
		}},
		{Preset: "channels", Stop: lab.Stop{
			Title: lang.Text{lang.En: "Each channel by itself", lang.Ko: "채널은 저마다 따로"},
			Text: lang.Text{
				lang.En: "A convolution adds its channels together; pooling does not. " +
					"Each channel is pooled by itself, so 4×4×3 becomes 2×2×3 and the number of channels stays. " +
					"In the third channel there are negative values: the largest of −1, −2, −3, −4 is −1. " +
					"After a ReLU there would be none, and 0 would win such a window.",
				lang.Ko: "합성곱은 채널을 함께 더하지만 풀링은 그러지 않습니다. " +
					"채널마다 따로 풀링하므로 4×4×3은 2×2×3이 되고 채널 수는 그대로입니다. " +
					"셋째 채널에는 음수가 있습니다. " +
					"−1, −2, −3, −4 가운데 가장 큰 값은 −1입니다. " +
					"ReLU를 지난 뒤라면 음수가 없어 이런 윈도우에서는 0이 이깁니다.",
			},
			Question: lang.Text{
				lang.En: "What does a pooling layer with f = 2, s = 2 make of 28×28×8?",
				lang.Ko: "f = 2, s = 2인 풀링층은 28×28×8을 무엇으로 만들까요?",
			},
			Answer: lang.Text{
				lang.En: "14×14×8, with 0 parameters.",
				lang.Ko: "14×14×8입니다. 파라미터는 0개입니다.",
			},
		}},
		{Preset: "global", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "A thousand channels, a thousand numbers",
				lang.Ko: "채널 천 개, 숫자 천 개",
			},
			Text: lang.Text{
				lang.En: "Here the window is as large as the input: one window for each channel, and 7×7×1000 collapses to 1×1×1000. " +
					"Under average each channel answers how much of its feature there was anywhere in the image, which is just what a classifier wants to know at the end. " +
					"It takes no parameters and works for any image size. " +
					"Max pooling would answer with the strongest place alone.",
				lang.Ko: "여기서는 윈도우가 입력만큼 커서 채널마다 윈도우가 하나뿐이고, 7×7×1000이 1×1×1000으로 접힙니다. " +
					"평균을 쓰면 채널은 자기 특징이 이미지 어디에든 얼마나 있었는지를 답합니다. " +
					"마지막에 분류기가 알고 싶은 바로 그것입니다. " +
					"파라미터가 없고 이미지 크기도 가리지 않습니다. " +
					"최대 풀링이라면 가장 센 한 곳만으로 답합니다.",
			},
			Question: lang.Text{
				lang.En: "How many weights would a fully connected layer from 7×7×1000 to 1000 need?",
				lang.Ko: "7×7×1000에서 1000으로 가는 완전 연결층의 가중치는 몇 개일까요?",
			},
			Answer: lang.Text{
				lang.En: "49,000 × 1000: 49 million. Pooling needs none.",
				lang.Ko: "49,000 × 1000, 4,900만 개입니다. 풀링은 하나도 필요 없습니다.",
			},
		}},
		{Preset: "padded", Stop: lab.Stop{
			Title: lang.Text{
				lang.En: "Padding that must not win",
				lang.Ko: "이겨서는 안 되는 패딩",
			},
			Text: lang.Text{
				lang.En: "Padding is rare in pooling, and here is why it needs care. " +
					"In the maximum it is left out, as if it were minus infinity; a zero would beat the real −1, −2, −3 in this input. " +
					"In the average there are two customs: divide by the cells that are really there, or by all f·f, which darkens the border. " +
					"Switch “Padding in the average” and watch the corner outputs.",
				lang.Ko: "풀링에서 패딩은 드물게 쓰는데, 까닭이 여기 있습니다. " +
					"최댓값에서는 음의 무한대인 듯 빼 놓습니다. " +
					"0을 넣으면 이 입력의 진짜 −1, −2, −3을 이겨 버리기 때문입니다. " +
					"평균에는 두 가지 관습이 있습니다. " +
					"실제로 있는 칸의 수로 나누거나, f·f 전부로 나누는 것인데 뒤쪽은 가장자리를 어둡게 합니다. " +
					"‘평균에서 패딩은’을 바꾸며 모서리 출력을 보세요.",
			},
			Question: lang.Text{
				lang.En: "The corner window holds 4, 1, 2, 8 and five padding cells. What are its two averages?",
				lang.Ko: "모서리 윈도우에는 4, 1, 2, 8과 패딩 다섯 칸이 있습니다. 두 가지 평균은?",
			},
			Answer: lang.Text{
				lang.En: "15/4 = 3.75 when the padding is left out, 15/9 ≈ 1.67 when it counts.",
				lang.Ko: "패딩을 빼면 15/4 = 3.75, 넣으면 15/9 ≈ 1.67입니다.",
			},
		}},
		{Preset: "ties", Tab: window.Backward, Stop: lab.Stop{
			Title: lang.Text{lang.En: "Who gets the gradient?", lang.Ko: "기울기는 누구에게?"},
			Text: lang.Text{
				lang.En: "Going back, average pooling is fair: each cell of the window gets dout/4. " +
					"Max pooling gives all of it to the cell that won, since only that one moved the output; the others get 0. " +
					"When several tie, one has to be chosen, and here it is the first, in reading order. " +
					"Press “Check by nudging” on a tied cell: moving it up changes the loss, moving it down does not, and the rule picks one of the two slopes.",
				lang.Ko: "되돌아갈 때 평균 풀링은 공평해서 윈도우의 칸마다 dout/4를 받습니다. " +
					"최대 풀링은 이긴 칸에 전부 줍니다. " +
					"출력을 움직인 것은 그 칸뿐이므로 나머지는 0입니다. " +
					"같은 값이 여럿이면 하나를 골라야 하는데, 여기서는 읽는 순서로 첫 번째입니다. " +
					"같은 값인 칸에서 ‘살짝 움직여 확인’을 눌러 보세요. " +
					"올리면 손실이 바뀌고 내리면 그대로여서, 규칙이 두 기울기 가운데 하나를 고릅니다.",
			},
			Question: lang.Text{
				lang.En: "A cell that wins no window gets gradient 0 under max. " +
					"Does that mean it will never change?",
				lang.Ko: "어느 윈도우도 이기지 못한 칸은 최대 풀링에서 기울기가 0입니다. " +
					"그 칸은 영영 바뀌지 않을까요?",
			},
			Answer: lang.Text{
				lang.En: "No. " +
					"The gradient says only that a small change would not matter now. " +
					"For other inputs it may win, and the filters that made it learn from those.",
				lang.Ko: "아닙니다. 지금은 조금 바뀌어도 상관없다는 뜻일 뿐입니다. " +
					"다른 입력에서는 이길 수 있고, 그 칸을 만든 필터는 거기서 배웁니다.",
			},
		}},
	}
}
