package trainlab

import "stridelab/app/lang"

// dataCatalogue holds the texts about datasets, and those about drawings that differ from them.
type dataCatalogue struct {
	Read, Classes, ClassesOf, OneClassOf, FilesShown lang.Text
	OneClass, LeftOut, Wide, Folder                  lang.Text

	PadNote, PadNoteLight, PadSeen        lang.Text
	PadSmall, PadLarge, PadThin, PadThick lang.Text
	PadPlain, PadBusy, PadUpright         lang.Text
}

// dataText is the catalogue. Nothing writes to it.
var dataText = dataCatalogue{
	Read: lang.Text{
		lang.En: "{0}×{1}×{2}, {3}; {4} training and {5} test images.",
		lang.Ko: "{0}×{1}×{2}, {3}. 훈련 {4}장, 테스트 {5}장.",
	},
	Classes:    lang.Text{lang.En: "{0} classes", lang.Ko: "클래스 {0}개"},
	ClassesOf:  lang.Text{lang.En: "{0} classes ({1})", lang.Ko: "클래스 {0}개({1})"},
	OneClassOf: lang.Text{lang.En: "1 class ({0})", lang.Ko: "클래스 1개({0})"},
	FilesShown: lang.Text{
		lang.En: "{0}: {1} training and {2} test images, {3}.",
		lang.Ko: "{0}: 훈련 {1}장, 테스트 {2}장, {3}.",
	},
	OneClass: lang.Text{
		lang.En: "All of them are of class {0}: there is nothing to tell apart, so any network soon gets 100% right.",
		lang.Ko: "모두 클래스 {0}입니다. 구별할 것이 없으므로 어떤 신경망이든 곧 100%를 맞힙니다.",
	},
	LeftOut: lang.Text{
		lang.En: "Left out, as no part of the dataset: {0}.",
		lang.Ko: "데이터셋이 아니어서 제외한 파일: {0}.",
	},
	Wide: lang.Text{
		lang.En: "Most images are wider than tall: they may lie on their side, as EMNIST’s digits and letters do.",
		lang.Ko: "가로가 더 긴 이미지가 대부분입니다. EMNIST의 숫자와 글자처럼 옆으로 누워 있을 수 있습니다.",
	},
	Folder: lang.Text{
		lang.En: "{0} is a folder: open it and drop the IDX files inside.",
		lang.Ko: "{0}: 폴더입니다. 폴더를 열고 그 안의 IDX 파일을 놓아 주세요.",
	},

	PadNote: lang.Text{
		lang.En: "Draw with mouse, finger or pen. " +
			"The network is given the small picture, {0}×{1}, and answers at once, trained or not.",
		lang.Ko: "마우스나 손가락, 펜으로 그려 보세요. " +
			"신경망은 작은 그림({0}×{1})을 받아, 훈련이 되었든 아니든 바로 답합니다.",
	},
	PadNoteLight: lang.Text{
		lang.En: "It is dark on light, as the training images are.",
		lang.Ko: "훈련 이미지처럼 밝은 바탕에 어두운 그림으로 바꿉니다.",
	},
	PadSeen: lang.Text{
		lang.En: "Your drawing, centred and scaled to {0} by {1} cells.",
		lang.Ko: "그린 숫자를 가운데로 옮기고 {0}×{1}칸으로 줄인 그림입니다.",
	},
	PadSmall: lang.Text{
		lang.En: "But this drawing is smaller than the training images, so the percentage means little.",
		lang.Ko: "그러나 이 그림은 훈련 이미지보다 작아서 이 확률은 믿기 어렵습니다.",
	},
	PadLarge: lang.Text{
		lang.En: "But this drawing is larger than the training images, so the percentage means little.",
		lang.Ko: "그러나 이 그림은 훈련 이미지보다 커서 이 확률은 믿기 어렵습니다.",
	},
	PadThin: lang.Text{
		lang.En: "But this drawing has less ink than the training images, so the percentage means little.",
		lang.Ko: "그러나 이 그림은 훈련 이미지보다 칠한 부분이 적어서 이 확률은 믿기 어렵습니다.",
	},
	PadThick: lang.Text{
		lang.En: "But this drawing has more ink than the training images, so the percentage means little.",
		lang.Ko: "그러나 이 그림은 훈련 이미지보다 칠한 부분이 많아서 이 확률은 믿기 어렵습니다.",
	},
	PadPlain: lang.Text{
		lang.En: "But this drawing has fewer lines than the training images, so the percentage means little.",
		lang.Ko: "그러나 이 그림은 훈련 이미지보다 선이 적어서 이 확률은 믿기 어렵습니다.",
	},
	PadBusy: lang.Text{
		lang.En: "But this drawing has more lines than the training images, so the percentage means little.",
		lang.Ko: "그러나 이 그림은 훈련 이미지보다 선이 많아서 이 확률은 믿기 어렵습니다.",
	},
	PadUpright: lang.Text{
		lang.En: "But this drawing stands, while the training images seem to lie on their side. Draw as they lie.",
		lang.Ko: "그러나 이 그림은 서 있고 훈련 이미지는 옆으로 누워 있는 듯합니다. 같은 방향으로 그려 보세요.",
	},
}
