package netlab

import (
	"stridelab/app/lang"
	"stridelab/nn"
)

// preset is a network to start from.
type preset struct {
	ID    string // its name in the address
	Name  lang.Text
	About lang.Text // what there is to see in it
	Spec  func() nn.Spec
}

// presets returns the networks to start from. The first is the default.
func presets() []preset {
	return []preset{
		{"lenet", lang.Text{
			lang.En: "LeNet, 8 filters",
			lang.Ko: "LeNet, 필터 8개",
		}, lang.Text{
			lang.En: "The LeNet of this app: convolution and pooling twice, then three fully connected layers. " +
				"FC3 alone holds 76% of all parameters.",
			lang.Ko: "이 앱의 LeNet입니다. " +
				"합성곱과 풀링을 두 번 거친 뒤 완전 연결층 세 개가 이어집니다. " +
				"파라미터의 76%가 FC3 한 층에 있습니다.",
		}, nn.LeNet},
		{"lenet6", lang.Text{
			lang.En: "The same with 6 filters",
			lang.Ko: "같은 신경망, 필터 6개",
		}, lang.Text{
			lang.En: "CONV1 with 6 filters has the 456 parameters of lab 3. " +
				"CONV2 shrinks too, since each of its filters now reads 6 channels instead of 8.",
			lang.Ko: "필터가 6개인 CONV1의 파라미터가 실습 3에 나오는 456개입니다. " +
				"CONV2의 필터도 8채널 대신 6채널을 읽으므로 함께 작아집니다.",
		}, nn.LeNet6},
		{"lenet5", lang.Text{lang.En: "LeNet-5 of 1998, simplified", lang.Ko: "1998년의 LeNet-5, 단순화"}, lang.Text{
			lang.En: "The network that read cheques, as it is usually taught today: grey input, tanh, average pooling, softmax. " +
				"In the original, pooling had weights, the second convolution read only some of the maps, and the output was made of radial basis functions: 60,000 parameters, against 61,706 here. " +
				"The third convolution is as large as what is left of the image, so it is a fully connected layer in all but name.",
			lang.Ko: "수표를 읽던 신경망을 요즘 흔히 가르치는 형태로 단순화한 것입니다. " +
				"흑백 입력과 tanh, 평균 풀링, 소프트맥스를 씁니다. " +
				"원래는 풀링에도 가중치가 있었고, 두 번째 합성곱층은 맵 가운데 일부만 읽었으며, 출력은 방사 기저 함수(RBF)였습니다. " +
				"파라미터는 60,000개였고 여기서는 61,706개입니다. " +
				"세 번째 합성곱은 윈도우가 남은 그림 전체와 같은 크기라서 사실상 완전 연결층입니다.",
		}, nn.LeNet5},
		{"gap", lang.Text{lang.En: "Global average pooling", lang.Ko: "전역 평균 풀링"}, lang.Text{
			lang.En: "Instead of going through wide fully connected layers, each of the last 32 maps is averaged to one value. " +
				"This takes a tenth of LeNet’s parameters, and the fully connected layer no longer depends on the size of the image.",
			lang.Ko: "넓은 완전 연결층 대신 마지막 특성 맵 32장을 저마다 평균 하나로 줄입니다. " +
				"파라미터가 LeNet의 10분의 1이고, 완전 연결층은 이미지 크기에 의존하지 않습니다.",
		}, nn.GAPNet},
		{"alexnet", lang.Text{
			lang.En: "AlexNet, 2012 (counted only)",
			lang.Ko: "AlexNet, 2012년 (세기만)",
		}, lang.Text{
			lang.En: "The network that won ImageNet in 2012, in the one-column form that is usually counted. " +
				"Of its 61 million parameters 59 million are in the three fully connected layers.",
			lang.Ko: "2012년 ImageNet에서 우승한 신경망을, 흔히 세는 한 줄기 형태로 옮긴 것입니다. " +
				"파라미터 6,100만 개 가운데 5,900만 개가 완전 연결층 세 개에 있습니다.",
		}, nn.AlexNet},
		{"vgg16", lang.Text{
			lang.En: "VGG-16, 2014 (counted only)",
			lang.Ko: "VGG-16, 2014년 (세기만)",
		}, lang.Text{
			lang.En: "All convolutions are 3×3 and all pooling is 2×2: height and width halve five times, from 224 to 7, while channels rise from 3 to 512. " +
				"The three fully connected layers at the end hold 124 of its 138 million parameters.",
			lang.Ko: "합성곱은 모두 3×3 윈도우, 풀링은 모두 2×2입니다. " +
				"높이와 너비가 224에서 7까지 다섯 번 절반이 되는 동안 채널은 3에서 512까지 늘어납니다. " +
				"파라미터 1억 3,800만 개 가운데 1억 2,400만 개가 끝의 완전 연결층 세 개에 있습니다.",
		}, nn.VGG16},
	}
}

// presetOf returns the preset that has the network s.
func presetOf(s nn.Spec) (preset, bool) {
	for _, p := range presets() {
		if p.Spec().Equal(s) {
			return p, true
		}
	}
	return preset{}, false
}
