package lang

// faultsData are the sentences of data.Codes().
func faultsData() []faultEntry {
	return []faultEntry{
		{"data-no-files", Text{
			En: "There are no files to read: choose an images file and its labels file.",
			Ko: "읽을 파일이 없습니다. 이미지 파일과 그 레이블 파일을 골라 주세요.",
		}},
		{"data-too-many-files", Text{
			En: "{0} files are too many: give one or two pairs, each an images file and its labels file.",
			Ko: "파일 {0}개는 너무 많습니다. 이미지 파일과 레이블 파일을 한 쌍이나 두 쌍만 골라 주세요.",
		}},
		{"data-empty-file", Text{En: "{0} is empty: download it again.",
			Ko: "{0}: 빈 파일입니다. 다시 내려받아 주세요."}},
		{"data-not-idx", Text{
			En: "{0} is not an IDX file: give MNIST-style images and labels, gzipped or not.",
			Ko: "{0}: IDX 파일이 아닙니다. " +
				"MNIST 형식의 이미지와 레이블 파일을 골라 주세요. gzip으로 압축한 것도 됩니다.",
		}},
		{"data-idx-kind", Text{
			En: "{0} is IDX of a kind that does not fit (type {1}, {2} dimensions): images must be unsigned bytes in 3 dimensions, labels in 1.",
			Ko: "{0}: 쓸 수 없는 종류의 IDX입니다(자료형 {1}, {2}차원). " +
				"이미지는 부호 없는 바이트 3차원, 레이블은 1차원이어야 합니다.",
		}},
		{"data-gzip", Text{En: "{0} is damaged gzip and cannot be unpacked: download it again.",
			Ko: "{0}: gzip이 손상되어 압축을 풀 수 없습니다. 다시 내려받아 주세요."}},
		{"data-too-large", Text{En: "{0} takes the data past {1} MB unpacked: give smaller files.",
			Ko: "{0}: 이 파일까지 풀면 데이터가 {1} MB를 넘습니다. 더 작은 파일을 골라 주세요."}},
		{"data-no-samples", Text{En: "{0} says it holds no samples at all: choose another file.",
			Ko: "{0}: 샘플이 하나도 들어 있지 않습니다. 다른 파일을 골라 주세요."}},
		{"data-image-size", Text{
			En: "{0} has images of {1}×{2} pixels: height and width must be 1 to {3}.",
			Ko: "{0}: 이미지 크기가 {1}×{2} 픽셀입니다. 높이와 너비는 1부터 {3}까지여야 합니다.",
		}},
		{"data-truncated", Text{
			En: "{0} ends too early, its header promises {1} bytes: download it again.",
			Ko: "{0}: 파일이 도중에 끝납니다. 헤더대로라면 {1}바이트여야 합니다. 다시 내려받아 주세요.",
		}},
		{"data-trailing", Text{
			En: "{0} goes on after the {1} bytes its header promises: it is damaged, download it again.",
			Ko: "{0}: 헤더가 말하는 {1}바이트보다 깁니다. 손상된 파일이니 다시 내려받아 주세요.",
		}},
		{"data-too-many-labels", Text{
			En: "{0} has a label {1}, and labels may be 0 to {2}: choose a data set with fewer classes.",
			Ko: "{0}: 레이블 {1}이 들어 있는데, 레이블은 0부터 {2}까지만 됩니다. " +
				"클래스가 더 적은 데이터셋을 골라 주세요.",
		}},
		{"data-no-images", Text{
			En: "{0} holds labels, but their images are missing: give both files together.",
			Ko: "{0}: 레이블은 있지만 이미지 파일이 없습니다. 두 파일을 함께 골라 주세요.",
		}},
		{"data-no-labels", Text{
			En: "{0} holds images, but their labels are missing: give both files together.",
			Ko: "{0}: 이미지는 있지만 레이블 파일이 없습니다. 두 파일을 함께 골라 주세요.",
		}},
		{"data-count", Text{
			En: "{0} holds {1} images but {2} holds {3} labels: give files that belong together.",
			Ko: "{0}에는 이미지가 {1}장, {2}에는 레이블이 {3}개 있습니다. " +
				"서로 짝이 맞는 파일을 골라 주세요.",
		}},
		{"data-duplicate", Text{En: "{0} and {1} hold the same images: give each file once.",
			Ko: "{0}, {1}: 두 파일에 같은 이미지가 들어 있습니다. 파일은 한 번씩만 골라 주세요."}},
		{"data-sizes-differ", Text{
			En: "{0} has images of {1}×{2} pixels but {3} has {4}×{5}: give files of one data set.",
			Ko: "{0}의 이미지는 {1}×{2} 픽셀, {3}의 이미지는 {4}×{5} 픽셀입니다. " +
				"한 데이터셋의 파일을 골라 주세요.",
		}},
		{"data-too-few", Text{
			En: "{0} holds a single sample, and it takes at least 2 to train and test: choose a larger file.",
			Ko: "{0}: 샘플이 하나뿐입니다. " +
				"훈련과 테스트에는 적어도 2개가 필요하니 더 큰 파일을 골라 주세요.",
		}},
		{"data-adapt-size", Text{
			En: "The pictures are {0}×{1} pixels and the network takes {2}×{3}: choose a network with a larger input.",
			Ko: "이미지는 {0}×{1} 픽셀인데 신경망의 입력은 {2}×{3}입니다. " +
				"입력이 더 큰 신경망을 골라 주세요.",
		}},
		{"data-adapt-channels", Text{
			En: "The pictures have {0} channels and the network takes {1}: choose a network with 1 or 3 input channels.",
			Ko: "이미지의 채널은 {0}개인데 신경망은 {1}개를 받습니다. " +
				"입력 채널이 1개나 3개인 신경망을 골라 주세요.",
		}},
	}
}
