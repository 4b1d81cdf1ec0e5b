package invlab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
)

// stop is a stop of the lesson, with the shift and the path that it shows.
type stop struct {
	placed
	lab.Stop
}

// stops returns the stops of the lesson, in order.
func stops() []stop {
	return []stop{
		{placed{DX: 4, DY: -3}, lab.Stop{
			Title: lang.Text{
				lang.En: "The same digit, somewhere else",
				lang.Ko: "자리만 옮긴 같은 숫자",
			},
			Text: lang.Text{
				lang.En: "Both networks learned from the same digits, all of them written near the middle of the canvas. " +
					"Drag the digit about and watch both networks’ bars. " +
					"The convolutional network keeps reading it nearly everywhere; the fully connected network soon mistakes it for another digit. " +
					"Nothing about the digit has changed but its place. " +
					"The next stops look inside the networks to see why they differ.",
				lang.Ko: "두 신경망은 같은 숫자들로 학습했고, 그 숫자들은 모두 가운데쯤에 쓰여 있었습니다. " +
					"숫자를 이리저리 끌면서 두 신경망의 막대를 보세요. " +
					"합성곱 신경망은 거의 어디서나 계속 알아보지만, 완전 연결 신경망은 조금만 옮겨도 다른 숫자로 읽습니다. " +
					"숫자는 그대로이고 자리만 달라졌을 뿐인데 말입니다. " +
					"왜 이렇게 다른지 다음 단계부터 신경망 속을 들여다봅니다.",
			},
			Question: lang.Text{
				lang.En: "Which of the two networks can have weights that are useful only in the middle of the picture?",
				lang.Ko: "그림 가운데에서만 쓸모 있는 가중치를 가질 수 있는 것은 어느 신경망일까요?",
			},
			Answer: lang.Text{
				lang.En: "The fully connected one: it has weights of its own for each pixel. " +
					"A stroke that moves meets other weights, which have hardly ever seen a stroke. " +
					"A filter’s weights are the same at every place.",
				lang.Ko: "완전 연결 신경망입니다. " +
					"픽셀마다 가중치가 따로 있어서, 획이 옮겨 가면 획을 거의 본 적 없는 다른 가중치와 만납니다. " +
					"필터의 가중치는 어느 자리에서나 같습니다.",
			},
		}},
		{placed{DX: 4}, lab.Stop{
			Title: lang.Text{
				lang.En: "Equivariance: the maps move along",
				lang.Ko: "이동 등변성: 함께 움직이는 특성 맵",
			},
			Text: lang.Text{
				lang.En: "A filter computes the same sum at every place. " +
					"So when the digit moves by 4 pixels, the first feature map is the old one moved by 4 cells; the dashed line shows where it was. " +
					"Pooling halves the map and with it the move, to 2 cells; after the second pooling 1 cell is left. " +
					"This is translation equivariance: the output moves as the input does. " +
					"It holds exactly: away from the border the maps are compared with the old ones moved along, and the difference is printed below each.",
				lang.Ko: "필터는 어느 자리에서나 같은 계산을 합니다. " +
					"그래서 숫자가 4픽셀 움직이면 첫 특성 맵은 원래 맵을 4칸 옮긴 것과 같습니다. " +
					"점선은 원래 자리입니다. " +
					"풀링은 맵을 반으로 줄이므로 움직임도 2칸으로, 두 번째 풀링 뒤에는 1칸으로 줄어듭니다. " +
					"입력이 움직인 만큼 출력도 움직이는 성질, 이것이 이동 등변성(equivariance)입니다. " +
					"이 성질은 정확히 성립합니다. " +
					"가장자리에서 떨어진 곳에서 원래 맵을 옮긴 것과 비교해 그 차이를 맵마다 아래에 적었습니다.",
			},
			Question: lang.Text{
				lang.En: "By how many cells does the last map move when the digit moves by 8 pixels?",
				lang.Ko: "숫자가 8픽셀 움직이면 마지막 맵은 몇 칸 움직일까요?",
			},
			Answer: lang.Text{
				lang.En: "By 2. " +
					"Two poolings by 2 come before it, so one of its cells stands for 4 pixels.",
				lang.Ko: "2칸입니다. " +
					"앞에 2씩 줄이는 풀링이 두 번 있으므로 이 맵의 한 칸은 4픽셀에 해당합니다.",
			},
		}},
		{placed{DX: 3}, lab.Stop{
			Title: lang.Text{
				lang.En: "Where stride breaks it",
				lang.Ko: "스트라이드가 깨뜨리는 등변성",
			},
			Text: lang.Text{
				lang.En: "Moved by 3 pixels, the pooled map would have to move by 1.5 cells, and there are no half cells. " +
					"The pooling windows now cut the strokes in other places, so even the best move by whole cells leaves cells with other values: they are hatched. " +
					"The first map has stride 1 and still fits exactly. " +
					"So a layer behind a stride is equivariant only to shifts that are a multiple of it. " +
					"The table shows the difference that is left, layer by layer.",
				lang.Ko: "3픽셀 움직이면 풀링한 맵은 1.5칸 움직여야 하는데 반 칸이란 없습니다. " +
					"풀링 윈도우가 획을 다른 곳에서 자르게 되므로, 칸 단위로 가장 잘 맞게 옮겨도 값이 다른 칸이 남습니다. " +
					"빗금 친 칸이 그것입니다. " +
					"첫 맵은 스트라이드(stride)가 1이라 여전히 꼭 맞습니다. " +
					"스트라이드를 거친 층은 그 배수만큼 움직일 때만 등변성을 지킵니다. " +
					"층마다 얼마나 차이가 남는지는 표에 있습니다.",
			},
			Question: lang.Text{
				lang.En: "Press the right arrow once more. " +
					"Which layers fit again?",
				lang.Ko: "오른쪽 화살표를 한 번 더 누르세요. " +
					"어느 층이 다시 꼭 맞을까요?",
			},
			Answer: lang.Text{
				lang.En: "All of them: 4 is a multiple of 2, the step of the pooled map, and of 4, that of the last one.",
				lang.Ko: "모두 맞습니다. " +
					"4는 풀링한 맵의 간격인 2의 배수이고 마지막 맵의 간격인 4의 배수이기도 합니다.",
			},
		}},
		{placed{-4, 4, Diagonal}, lab.Stop{
			Title: lang.Text{
				lang.En: "Invariance: the answer stays",
				lang.Ko: "이동 불변성: 그대로인 답",
			},
			Text: lang.Text{
				lang.En: "What is equivariant moves along; what is invariant stays. " +
					"The last pooling turns the first into the second: it keeps a single value of each whole map and discards its position. " +
					"The maps have moved, yet the bars of this layer are nearly where their ticks are. " +
					"The classes are computed from these values alone, so the answer stays too. " +
					"Convolution brings equivariance, and pooling over the whole map turns it into invariance.",
				lang.Ko: "등변성이 있는 것은 함께 움직이고, 불변성(invariance)이 있는 것은 그대로 있습니다. " +
					"마지막 풀링이 등변성을 불변성으로 바꿉니다. " +
					"맵 전체에서 값 하나만 남기고 그 값의 위치는 버립니다. " +
					"맵은 움직였는데 이 층의 막대는 눈금 자리에 거의 그대로 있습니다. " +
					"클래스는 이 값들만으로 계산하므로 답도 그대로입니다. " +
					"합성곱이 등변성을 주고, 맵 전체를 아우르는 풀링이 그것을 불변성으로 바꿉니다.",
			},
			Question: lang.Text{
				lang.En: "Suppose a network must say where in the picture the digit is. " +
					"Should it pool over the whole map?",
				lang.Ko: "숫자가 그림의 어디에 있는지 말해야 하는 신경망이라면 맵 전체를 풀링해야 할까요?",
			},
			Answer: lang.Text{
				lang.En: "No: that discards exactly what the network must say. " +
					"It needs equivariance without invariance.",
				lang.Ko: "아닙니다. " +
					"말해야 할 위치를 버리게 됩니다. " +
					"불변성 없이 등변성만 있어야 합니다.",
			},
		}},
		{placed{DX: 12}, lab.Stop{
			Title: lang.Text{
				lang.En: "Where it ends: the border",
				lang.Ko: "한계: 가장자리",
			},
			Text: lang.Text{
				lang.En: "Pixels pushed over the border are lost, and what comes in on the other side is 0. " +
					"Near the border the windows reach over it into the padding, so the cells there are not the old ones moved along: they are hatched. " +
					"The windows of this network are 5, 3 and 3 cells wide, but the receptive field grows from layer to layer, and fewer and fewer cells are free of the border. " +
					"So no real network is perfectly invariant: it is invariant only as far as its canvas allows.",
				lang.Ko: "가장자리 밖으로 밀려난 픽셀은 사라지고 반대쪽에는 0이 들어옵니다. " +
					"가장자리 근처에서는 윈도우가 패딩까지 걸치므로 그곳의 칸은 원래 칸을 옮긴 것이 아닙니다. " +
					"그래서 빗금을 쳤습니다. " +
					"이 신경망의 윈도우 크기는 5, 3, 3이지만 층을 지날수록 수용 영역(receptive field)이 커져서 가장자리의 영향을 받지 않는 칸이 줄어듭니다. " +
					"그러니 실제 신경망은 완벽하게 불변일 수 없고, 캔버스가 허락하는 만큼만 그렇습니다.",
			},
			Question: lang.Text{
				lang.En: "These digits are about 20 pixels high on a canvas of 32. " +
					"From which shift on do they lose ink?",
				lang.Ko: "이 숫자들은 32픽셀 캔버스에서 높이가 20픽셀쯤입니다. " +
					"얼마나 움직이면 잉크를 잃기 시작할까요?",
			},
			Answer: lang.Text{
				lang.En: "From about 6 pixels up or down, (32 − 20) / 2; to the sides later, for most digits are narrower than they are tall.",
				lang.Ko: "위아래로는 (32 − 20) / 2, 곧 6픽셀쯤부터입니다. " +
					"대개 높이보다 너비가 작으므로 옆으로는 그보다 늦습니다.",
			},
		}},
		{placed{DY: 3, Path: Down}, lab.Stop{
			Title: lang.Text{
				lang.En: "Built in, or learned",
				lang.Ko: "구조에 담긴 것과 학습한 것",
			},
			Text: lang.Text{
				lang.En: "One digit proves little, so look at the chart below: 200 digits that neither network has seen, at every shift. " +
					"The convolutional network’s line stays up until ink is lost. " +
					"That of the fully connected one hardly moves within 2 pixels and falls from 3 on. " +
					"The fully connected network could learn to read moved digits too, from examples at every place: this is data augmentation, and it takes more examples and, as a rule, more weights. " +
					"Sharing the filters over all places (lab 3) builds the same thing in, so that it need not be learned.",
				lang.Ko: "숫자 하나로는 알 수 없으니 아래 차트를 보세요. " +
					"두 신경망이 본 적 없는 숫자 200개를 한 픽셀씩 옮겨 가며 읽은 결과입니다. " +
					"합성곱 신경망의 선은 잉크를 잃을 때까지 높이 머뭅니다. " +
					"완전 연결 신경망의 선은 2픽셀까지는 거의 그대로이다가 3픽셀부터 떨어집니다. " +
					"완전 연결 신경망도 여러 자리에 있는 예시를 보면 옮긴 숫자를 학습할 수 있습니다. " +
					"이를 데이터 증강(data augmentation)이라고 하는데, 예시가 더 많이 들고 대개 가중치도 더 많이 듭니다. " +
					"필터를 모든 자리에서 함께 쓰면(실습 3) 이 성질이 구조에 담겨 따로 학습할 필요가 없습니다.",
			},
			Question: lang.Text{
				lang.En: "Retrain both networks with another seed. " +
					"Does the difference go away?",
				lang.Ko: "두 신경망을 다른 시드로 다시 훈련해 보세요. " +
					"차이가 없어질까요?",
			},
			Answer: lang.Text{
				lang.En: "No. " +
					"Other seeds give other weights and slightly other curves, but the fully connected network always falls first: the difference lies in how the networks are built.",
				lang.Ko: "아닙니다. " +
					"시드가 다르면 가중치와 곡선이 조금씩 달라지지만 먼저 떨어지는 것은 늘 완전 연결 신경망입니다. " +
					"차이는 신경망의 구조에서 나옵니다.",
			},
		}},
	}
}

// presetName returns what a preset's shift shows.
func presetName(id string) lang.Text {
	switch id {
	case "none":
		return lang.Text{lang.En: "Not moved", lang.Ko: "제자리"}
	case "one":
		return lang.Text{lang.En: "1 right: the smallest move", lang.Ko: "오른쪽 1: 가장 작은 이동"}
	case "whole":
		return lang.Text{lang.En: "4 right: fits every layer", lang.Ko: "오른쪽 4: 모든 층에 맞음"}
	case "odd":
		return lang.Text{
			lang.En: "3 right: stride breaks it",
			lang.Ko: "오른쪽 3: 스트라이드가 깨뜨림",
		}
	case "slant":
		return lang.Text{lang.En: "4 left and down", lang.Ko: "왼쪽 아래로 4"}
	case "border":
		return lang.Text{lang.En: "8 right: at the border", lang.Ko: "오른쪽 8: 가장자리"}
	case "out":
		return lang.Text{lang.En: "12 right, 8 up: half out", lang.Ko: "오른쪽 12, 위 8: 반쯤 밖"}
	}
	return lang.Text{lang.En: "Your own", lang.Ko: "직접 고른 이동"}
}

// wayName returns the name of direction i of viz.Ways.
func wayName(i int) lang.Text {
	return [8]lang.Text{
		lang.Text{
			lang.En: "right",
			lang.Ko: "오른쪽",
		}, lang.Text{
			lang.En: "right and down",
			lang.Ko: "오른쪽 아래",
		}, lang.Text{
			lang.En: "down",
			lang.Ko: "아래",
		}, lang.Text{
			lang.En: "left and down",
			lang.Ko: "왼쪽 아래",
		},
		lang.Text{
			lang.En: "left",
			lang.Ko: "왼쪽",
		}, lang.Text{
			lang.En: "left and up",
			lang.Ko: "왼쪽 위",
		}, lang.Text{
			lang.En: "up",
			lang.Ko: "위",
		}, lang.Text{
			lang.En: "right and up",
			lang.Ko: "오른쪽 위",
		},
	}[i]
}

// directionName returns the name of a direction of the chart.
func directionName(d Direction) lang.Text {
	switch d {
	case Horizontal:
		return lang.Text{lang.En: "Left–right", lang.Ko: "좌우"}
	case Vertical:
		return lang.Text{lang.En: "Up–down", lang.Ko: "상하"}
	case BothAxes:
		return lang.Text{lang.En: "Diagonal", lang.Ko: "대각선"}
	}
	return lang.Text{lang.En: "All 8", lang.Ko: "8방향"}
}

// pathName returns the name of a path of the transport.
func pathName(p Path) lang.Text {
	switch p {
	case Across:
		return lang.Text{lang.En: "Left → right", lang.Ko: "왼쪽 → 오른쪽"}
	case Down:
		return lang.Text{lang.En: "Top → bottom", lang.Ko: "위 → 아래"}
	}
	return lang.Text{lang.En: "Diagonal", lang.Ko: "대각선"}
}

// notes returns the short texts under the lab.
func notes() []ui.Note {
	return []ui.Note{
		{
			Title: lang.Text{lang.En: "How the change is measured", lang.Ko: "변화를 재는 방법"},
			Text: lang.Text{
				lang.En: "A layer’s values before the shift, a, and after it, b, are compared cell by cell: Σ|a − b| divided by Σ(|a| + |b|). " +
					"It is 0% when nothing changed and 100% when the two have nothing in common. " +
					"“After realigning” compares b with the old maps moved by whole cells, only where no window reaches over the border.",
				lang.Ko: "이동 전의 값 a와 이동 뒤의 값 b를 칸마다 비교해 Σ|a − b|를 Σ(|a| + |b|)로 나눕니다. " +
					"아무것도 변하지 않았으면 0%, 둘이 전혀 겹치지 않으면 100%입니다. " +
					"‘함께 옮긴 뒤’는 원래 맵을 칸 단위로 옮겨 b와 비교한 것으로, 윈도우가 가장자리를 넘지 않는 칸만 셉니다.",
			},
		},
		{
			Title: lang.Text{
				lang.En: "Two words that are easily confused",
				lang.Ko: "헷갈리기 쉬운 두 낱말",
			},
			Text: lang.Text{
				lang.En: "Equivariant: f(shift(x)) = shift(f(x)), the output moves along. " +
					"Invariant: f(shift(x)) = f(x), the output stays. " +
					"A convolution has the first property, and global pooling turns it into the second. " +
					"Which one is needed depends on the question: what is in the picture, or where.",
				lang.Ko: "등변성(equivariance): f(이동(x)) = 이동(f(x)), 출력이 함께 움직입니다. " +
					"불변성(invariance): f(이동(x)) = f(x), 출력이 그대로입니다. " +
					"합성곱에는 앞의 성질이 있고, 전역 풀링이 그것을 뒤의 성질로 바꿉니다. " +
					"어느 쪽이 필요한지는 무엇을 묻느냐에 달렸습니다. " +
					"그림에 무엇이 있는지, 아니면 어디에 있는지.",
			},
		},
		{
			Title: lang.Text{
				lang.En: "Small shifts matter in practice",
				lang.Ko: "실제로 문제가 되는 작은 이동",
			},
			Text: lang.Text{
				lang.En: "Large image classifiers, too, change their answer when a picture moves by a pixel, because their strides sample it at other places. " +
					"Blurring a little before each stride makes them steadier (Zhang, Making convolutional networks shift-invariant again, 2019).",
				lang.Ko: "큰 이미지 분류 신경망도 그림이 한 픽셀 움직이면 답이 바뀌곤 합니다. " +
					"스트라이드(stride) 때문에 다른 자리를 골라 읽게 되는 탓입니다. " +
					"스트라이드마다 그 앞에서 살짝 흐리게 하면 더 안정됩니다(Zhang, Making convolutional networks shift-invariant again, 2019).",
			},
		},
	}
}
