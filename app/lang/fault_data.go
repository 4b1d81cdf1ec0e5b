package lang

// faultsData are the sentences of data.Codes().
func faultsData() []faultEntry {
	return []faultEntry{
		{"data-no-files", Text{
			En: "There are no files to read: choose the files of a dataset.",
			Ko: "읽을 파일이 없습니다. 데이터셋의 파일을 골라 주세요.",
		}},
		{"data-too-many-files", Text{
			En: "{0} files are too many for one dataset: choose those for training and those for testing.",
			Ko: "파일 {0}개는 한 데이터셋으로 너무 많습니다. 훈련용 파일과 테스트용 파일만 골라 주세요.",
		}},
		{"data-empty-file", Text{
			En: "{0} is empty: download it again.",
			Ko: "{0}: 빈 파일입니다. 다시 내려받아 주세요.",
		}},
		{"data-unknown", Text{
			En: "{0} is in no known format: choose a dataset as IDX, npz, CSV or CIFAR-10 files, zipped or not.",
			Ko: "{0}: 알 수 없는 형식입니다. IDX, npz, CSV, CIFAR-10 형식의 데이터셋을 골라 주세요. zip이나 gzip 파일도 됩니다.",
		}},
		{"data-format", Text{
			En: "{0} is in the format {1}, which is not read here: choose the dataset as IDX, npz, CSV or CIFAR-10 files.",
			Ko: "{0}: 읽지 못하는 {1} 형식입니다. 같은 데이터셋을 IDX, npz, CSV, CIFAR-10 파일로 골라 주세요.",
		}},
		{"data-archive", Text{
			En: "{0} is packed as {1}: unpack it, then choose the files inside.",
			Ko: "{0}: {1} 압축 파일입니다. 압축을 풀고 그 안의 파일을 골라 주세요.",
		}},
		{"data-gzip-twice", Text{
			En: "{0} is gzipped twice: unpack it once, then choose the file that comes out.",
			Ko: "{0}: gzip으로 두 번 압축되어 있습니다. 한 번 풀어서 나온 파일을 골라 주세요.",
		}},
		{"data-page", Text{
			En: "{0} is a web page and not a dataset: its link led to a page. Download the file itself.",
			Ko: "{0}: 데이터셋이 아니라 웹 페이지입니다. 링크가 페이지로 이어졌으니 파일 자체를 내려받아 주세요.",
		}},
		{"data-picture", Text{
			En: "{0} is a single picture: choose a dataset, with many images and their labels.",
			Ko: "{0}: 그림 한 장입니다. 많은 이미지와 그 레이블이 담긴 데이터셋을 골라 주세요.",
		}},
		{"data-pictures", Text{
			En: "{0} is a picture, and pictures in folders are not read here: choose the dataset as IDX, npz or CSV files.",
			Ko: "{0}: 그림 파일입니다. 폴더로 나눈 그림은 아직 읽지 못하니 IDX, npz, CSV 파일로 된 데이터셋을 골라 주세요.",
		}},
		{"data-no-pictures", Text{
			En: "{0} is no picture, and neither are the other files: choose folders of PNG, JPEG, GIF or WebP pictures.",
			Ko: "{0}: 그림이 아니고 다른 파일도 그림이 아닙니다. PNG, JPEG, GIF, WebP 그림이 든 폴더를 골라 주세요.",
		}},
		{"data-no-folders", Text{
			En: "{0} lies in no folder that names its class: put the pictures of each class into a folder.",
			Ko: "{0}: 클래스 이름을 알려 주는 폴더에 들어 있지 않습니다. 클래스마다 폴더를 만들어 그림을 나누어 담아 주세요.",
		}},
		{"data-one-class", Text{
			En: "All pictures are of the class {0}: add a folder with pictures of another class.",
			Ko: "그림이 모두 한 클래스({0})입니다. 다른 클래스의 그림이 든 폴더를 추가해 주세요.",
		}},
		{"data-empty-class", Text{
			En: "The folder {0} holds no PNG, JPEG, GIF or WebP pictures: add some or take the folder away.",
			Ko: "폴더 {0}에 PNG, JPEG, GIF, WebP 그림이 없습니다. 그림을 넣거나 폴더를 빼 주세요.",
		}},
		{"data-too-many-classes", Text{
			En: "The pictures lie in {0} folders, but there may be {1} classes: choose fewer folders.",
			Ko: "그림이 폴더 {0}개에 나뉘어 있지만 클래스는 {1}개까지 쓸 수 있습니다. 폴더를 줄여 주세요.",
		}},
		{"data-few-samples", Text{
			En: "There are {0} samples, but training and testing need at least two: add more.",
			Ko: "샘플이 {0}개입니다. 훈련과 테스트에 적어도 두 개가 필요하니 더 추가해 주세요.",
		}},
		{"data-zip", Text{
			En: "{0} is a damaged zip archive or only a part of one: download it again.",
			Ko: "{0}: zip이 손상되었거나 일부만 있습니다. 다시 내려받아 주세요.",
		}},
		{"data-zip-kind", Text{
			En: "{0} is encrypted or packed in an unusual way: unpack the archive, then choose the files inside.",
			Ko: "{0}: 암호가 걸렸거나 흔치 않은 방식으로 압축되어 있습니다. 압축을 풀고 그 안의 파일을 골라 주세요.",
		}},
		{"data-too-many-entries", Text{
			En: "{0} holds more than {1} files: choose a smaller archive.",
			Ko: "{0}: 들어 있는 파일이 {1}개가 넘습니다. 더 작은 압축 파일을 골라 주세요.",
		}},
		{"data-idx-kind", Text{
			En: "{0} has {1} dimensions: choose images, which have 3, and labels, which have 1.",
			Ko: "{0}: {1}차원 IDX 파일입니다. 3차원인 이미지 파일과 1차원인 레이블 파일을 골라 주세요.",
		}},
		{"data-no-numbers", Text{
			En: "{0} holds values that are infinite or no numbers: choose another file.",
			Ko: "{0}: 무한대이거나 수가 아닌 값이 들어 있습니다. 다른 파일을 골라 주세요.",
		}},
		{"data-npy", Text{
			En: "{0} has a header that cannot be read: save the array again with numpy.save.",
			Ko: "{0}: 헤더를 읽을 수 없습니다. numpy.save로 배열을 다시 저장해 주세요.",
		}},
		{"data-npy-kind", Text{
			En: "{0} holds values of type {1}: save the array as uint8, an integer type or a float type.",
			Ko: "{0}: 값의 자료형이 {1}입니다. 배열을 uint8이나 정수형, 실수형으로 저장해 주세요.",
		}},
		{"data-npy-order", Text{
			En: "{0} is in Fortran order: save the array again with numpy.ascontiguousarray.",
			Ko: "{0}: 포트란 순서로 저장되어 있습니다. numpy.ascontiguousarray를 거쳐 다시 저장해 주세요.",
		}},
		{"data-npy-shape", Text{
			En: "{0} has shape ({1}): choose images of shape (n, height, width), with 1 or 3 channels, and labels of shape (n).",
			Ko: "{0}: 배열의 모양이 ({1})입니다. 모양이 (n, 높이, 너비)이고 채널이 1개나 3개인 이미지와 모양이 (n)인 레이블을 골라 주세요.",
		}},
		{"data-cifar-size", Text{
			En: "{0} is no whole number of CIFAR-10 records of {1} bytes: download it again.",
			Ko: "{0}: 파일 길이가 CIFAR-10 레코드 크기({1}바이트)의 배수가 아닙니다. 다시 내려받아 주세요.",
		}},
		{"data-cifar-100", Text{
			En: "{0} is CIFAR-100, which has two labels for each image, one of 20 groups and one of 100 classes: choose CIFAR-10.",
			Ko: "{0}: CIFAR-100 파일입니다. 이미지마다 20개 상위 그룹과 100개 클래스의 레이블이 하나씩, 모두 두 개 있습니다. CIFAR-10을 골라 주세요.",
		}},
		{"data-csv-columns", Text{
			En: "{0} has {1} columns: choose a table with a label and a square image's pixels in each row, such as 1 + 784.",
			Ko: "{0}: 열이 {1}개입니다. 행마다 레이블 하나와 정사각형 이미지의 픽셀 값이 있는 표를 골라 주세요. 예를 들면 1 + 784개입니다.",
		}},
		{"data-csv-no-labels", Text{
			En: "{0} has no labels: choose a table with the label in its first column.",
			Ko: "{0}: 레이블이 없습니다. 첫 번째 열이 레이블인 표를 골라 주세요.",
		}},
		{"data-csv-row", Text{
			En: "{0}: line {1} has {2} values and the first line has {3}. Choose a table with equally long rows.",
			Ko: "{0}: 첫 줄에는 값이 {3}개인데 {1}번째 줄에는 {2}개 있습니다. 모든 행의 길이가 같은 표를 골라 주세요.",
		}},
		{"data-csv-number", Text{
			En: "{0}: line {1} has “{2}” where a number belongs. Choose a table of numbers.",
			Ko: "{0}: {1}번째 줄에 수가 아닌 값(“{2}”)이 있습니다. 수로만 된 표를 골라 주세요.",
		}},
		{"data-gzip", Text{
			En: "{0} is damaged gzip and cannot be unpacked: download it again.",
			Ko: "{0}: gzip이 손상되어 압축을 풀 수 없습니다. 다시 내려받아 주세요.",
		}},
		{"data-too-large", Text{
			En: "{0} brings the data to more than {1} MB unpacked: choose smaller files.",
			Ko: "{0}: 이 파일까지 풀면 데이터가 {1} MB를 넘습니다. 더 작은 파일을 골라 주세요.",
		}},
		{"data-no-samples", Text{
			En: "{0} holds no samples: choose another file.",
			Ko: "{0}: 샘플이 하나도 들어 있지 않습니다. 다른 파일을 골라 주세요.",
		}},
		{"data-image-size", Text{
			En: "{0} has images of {1}×{2} pixels: choose images from 1 to {3} pixels high and wide.",
			Ko: "{0}: 이미지 크기가 {1}×{2} 픽셀입니다. 높이와 너비가 1부터 {3}까지인 이미지를 골라 주세요.",
		}},
		{"data-truncated", Text{
			En: "{0} ends too early (its header announces {1} bytes): download it again.",
			Ko: "{0}: 파일이 도중에 끝납니다. 헤더에 적힌 길이는 {1}바이트입니다. 다시 내려받아 주세요.",
		}},
		{"data-trailing", Text{
			En: "{0} is longer than the {1} bytes that its header announces: download it again.",
			Ko: "{0}: 헤더에 적힌 {1}바이트보다 깁니다. 다시 내려받아 주세요.",
		}},
		{"data-too-many-labels", Text{
			En: "{0} has a label {1}, but labels go from 0 to {2}: choose a dataset with fewer classes.",
			Ko: "{0}: 범위를 벗어난 레이블({1})이 있습니다. 레이블이 0부터 {2}까지인 데이터셋을 골라 주세요.",
		}},
		{"data-no-images", Text{
			En: "{0} holds labels, but their images are missing: choose both files together.",
			Ko: "{0}: 레이블은 있지만 이미지 파일이 없습니다. 두 파일을 함께 골라 주세요.",
		}},
		{"data-no-labels", Text{
			En: "{0} holds images, but their labels are missing: choose both files together.",
			Ko: "{0}: 이미지는 있지만 레이블 파일이 없습니다. 두 파일을 함께 골라 주세요.",
		}},
		{"data-count", Text{
			En: "{0} has {1} images but {2} has {3} labels: choose files that belong together.",
			Ko: "{0}의 이미지는 {1}장, {2}의 레이블은 {3}개입니다. 서로 짝이 맞는 파일을 골라 주세요.",
		}},
		{"data-duplicate", Text{
			En: "{0} and {1} hold the same data: choose each file once.",
			Ko: "{0}, {1}: 두 파일의 내용이 같습니다. 파일은 한 번씩만 골라 주세요.",
		}},
		{"data-sizes-differ", Text{
			En: "{0} has images of {1} pixels but {2} has {3}: choose files of one dataset.",
			Ko: "{0}의 이미지는 {1} 픽셀, {2}의 이미지는 {3} 픽셀입니다. 한 데이터셋의 파일을 골라 주세요.",
		}},
		{"data-too-few", Text{
			En: "{0} holds a single sample, but training and testing need at least two: choose a larger file.",
			Ko: "{0}: 샘플이 하나뿐입니다. 훈련과 테스트에 적어도 두 개가 필요하니 더 큰 파일을 골라 주세요.",
		}},
		{"data-adapt-size", Text{
			En: "The images are {0}×{1} pixels but the network takes {2}×{3}: choose a network with a larger input.",
			Ko: "이미지는 {0}×{1} 픽셀인데 신경망의 입력은 {2}×{3}입니다. 입력이 더 큰 신경망을 골라 주세요.",
		}},
		{"data-adapt-channels", Text{
			En: "The images have {0} channels but the network takes {1}: choose a network with 1 or 3 input channels.",
			Ko: "이미지의 채널은 {0}개인데 신경망은 {1}개를 받습니다. " +
				"입력 채널이 1개나 3개인 신경망을 골라 주세요.",
		}},
	}
}
