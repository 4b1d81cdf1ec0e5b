package convlab

import (
	"stridelab/app/lang"
	"stridelab/app/window"
)

// captions describe the presets that no stop is about.
func captions() []window.Caption {
	return []window.Caption{
		{Preset: "horizontal-edge", Text: lang.Text{
			lang.En: "The upper half is bright (10), the lower half dark (0), and the filter of the first stop is turned by a right angle: 1 in its top row, −1 in its bottom row. " +
				"It responds where the top is brighter than the bottom, so the two middle rows of the output are 30 and the others 0.",
			lang.Ko: "위쪽 절반은 밝고(10) 아래쪽 절반은 어둡습니다(0). " +
				"1단계의 필터를 직각으로 돌려 맨 윗줄이 1, 맨 아랫줄이 −1입니다. " +
				"위가 아래보다 밝은 곳에 반응하므로, 출력의 가운데 두 행은 30이고 나머지는 0입니다.",
		}},
		{Preset: "scharr", Text: lang.Text{
			lang.En: "Scharr’s filter has 3, 10, 3 where Sobel’s has 1, 2, 1, chosen so that this filter, together with the same one turned by a right angle, tells the direction of an edge more exactly. " +
				"The weights add up to 0, so evenly bright areas still give 0; the edge gives 160, since the weights of each side add up to 16.",
			lang.Ko: "샤르 필터는 소벨 필터의 1, 2, 1 대신 3, 10, 3을 씁니다. " +
				"이 필터와 직각으로 돌린 필터를 함께 쓸 때 경계의 방향을 더 정확히 알 수 있도록 고른 수입니다. " +
				"가중치의 합이 0이어서 밝기가 일정한 곳은 여전히 0이고, 한쪽 가중치의 합이 16이므로 경계에서는 160이 나옵니다.",
		}},
		{Preset: "sharpen", Text: lang.Text{
			lang.En: "The output is five times the cell in the middle minus its four neighbours. " +
				"The weights add up to 1, so evenly bright areas keep their value, 2 or 6. " +
				"Beside the step from 2 to 6 the output overshoots on both sides, to −2 and 10, and that exaggeration looks sharp. " +
				"The single 6 stands out even more.",
			lang.Ko: "가운데 칸의 다섯 배에서 이웃 네 칸을 뺀 값입니다. " +
				"가중치의 합이 1이므로 밝기가 일정한 곳은 2나 6 그대로입니다. " +
				"2에서 6으로 오르는 자리에서는 출력이 양쪽으로 지나쳐 −2와 10이 되는데, 이런 과장 덕분에 또렷해 보입니다. " +
				"혼자 있는 6은 더욱 두드러집니다.",
		}},
	}
}
