package lang

// faultsNN are the sentences of nn.Codes(). They follow the name of a layer; without one, Fault
// gives them a capital.
func faultsNN() []faultEntry {
	return []faultEntry{
		{"syntax", Text{
			En: `"{0}" is not a layer; write, for example, conv8f5+relu, max2, avg2, gap, dense10 or drop0.5`,
			Ko: `"{0}" 부분은 층이 아닙니다. conv8f5+relu, max2, avg2, gap, dense10, drop0.5처럼 써 주세요.`,
		}},
		{"no-input", Text{En: "the description is empty; begin with the input, for example 32x32x3",
			Ko: "신경망 설명이 비어 있습니다. 32x32x3처럼 입력부터 써 주세요."}},
		{"input-shape", Text{
			En: "an input of {0}×{1}×{2} cannot be used; give 1 to 2048 rows and columns and 1 to 4096 channels",
			Ko: "{0}×{1}×{2} 입력은 쓸 수 없습니다. 행과 열은 1부터 2048까지, 채널은 1부터 4096까지로 정해 주세요.",
		}},
		{"no-layers", Text{
			En: "the network has no layers; add at least a fully connected layer with one unit per class",
			Ko: "층이 하나도 없습니다. " +
				"클래스마다 유닛이 하나씩 있는 완전 연결층을 적어도 하나 넣어 주세요.",
		}},
		{"too-many", Text{En: "the network has {0} layers; use at most {1}",
			Ko: "층이 {0}개입니다. {1}개까지로 줄여 주세요."}},
		{"unknown-kind", Text{En: "there is no layer kind number {0}",
			Ko: "{0}번 층 종류는 없습니다."}},
		{"unknown-act", Text{En: "there is no activation number {0}",
			Ko: "{0}번 활성화 함수는 없습니다."}},
		{"out", Text{En: "it cannot have {0} filters or units; give a number from 1 to {1}",
			Ko: "필터나 유닛이 {0}개일 수는 없습니다. 1부터 {1}까지의 수를 넣어 주세요."}},
		{"window", Text{En: "its window cannot have the size {0}; give a number from 1 to {1}",
			Ko: "윈도우 크기가 {0}일 수는 없습니다. 1부터 {1}까지의 수를 넣어 주세요."}},
		{"stride", Text{En: "its stride cannot be {0}; give a number from 1 to {1}",
			Ko: "스트라이드가 {0}일 수는 없습니다. 1부터 {1}까지의 수를 넣어 주세요."}},
		{"padding", Text{En: "its padding cannot be {0}; give a number from 0 to {1}, or same",
			Ko: "패딩이 {0}일 수는 없습니다. 0부터 {1}까지의 수나 same을 넣어 주세요."}},
		{"dilation", Text{En: "its dilation cannot be {0}; give a number from 1 to {1}",
			Ko: "팽창이 {0}일 수는 없습니다. 1부터 {1}까지의 수를 넣어 주세요."}},
		{"same-odd", Text{
			En: "same padding needs an even d(f−1), but it is {0}; change the window size from {1} to an odd number",
			Ko: "same 패딩에서는 d(f−1) 값이 짝수여야 하는데 지금은 {0}입니다. 윈도우 크기를 {1} 대신 홀수로 정해 주세요.",
		}},
		{"window-fit", Text{
			En: "its window spans {0} cells but the padded input is only {1}×{2}; make the window smaller or add padding",
			Ko: "윈도우가 {0}칸에 걸치는데 패딩을 더한 입력은 {1}×{2}뿐입니다. 윈도우를 줄이거나 패딩을 늘려 주세요.",
		}},
		{"pool-padding", Text{
			En: "padding {0} is more than half the pooling window of {1}, so a window could hold padding alone; use at most {2}",
			Ko: "패딩({0})이 풀링 윈도우 크기({1})의 절반보다 커서 패딩만 든 윈도우가 생깁니다. {2}까지로 줄여 주세요.",
		}},
		{"needs-volume", Text{
			En: "it needs rows and columns but gets a vector of length {0}; move it before the first fully connected or flatten layer",
			Ko: "행과 열이 있는 입력이 필요한데 길이 {0}짜리 벡터를 받습니다. " +
				"첫 완전 연결층이나 펼치기 층보다 앞으로 옮겨 주세요.",
		}},
		{"rate", Text{
			En: "its dropout rate cannot be {0}; give a number from 0 to less than 1",
			Ko: "드롭아웃 비율이 {0}일 수는 없습니다. 0 이상 1 미만의 수를 넣어 주세요.",
		}},
		{"no-activation", Text{
			En: "it cannot have the activation {0}; give that to the layer before",
			Ko: "이 층에는 활성화 함수({0})를 붙일 수 없습니다. 바로 앞 층에 붙여 주세요.",
		}},
		{"last-act", Text{
			En: "the last layer goes into softmax and cannot have the activation {0}; remove it",
			Ko: "마지막 층은 소프트맥스로 이어지므로 활성화 함수({0})를 붙일 수 없습니다. 빼 주세요.",
		}},
		{"last-shape", Text{
			En: "the last layer outputs {0}, but softmax needs one number per class; end with a fully connected layer or global average pooling",
			Ko: "마지막 층의 출력이 {0}인데, 소프트맥스에는 클래스마다 값이 하나씩 필요합니다. " +
				"완전 연결층이나 전역 평균 풀링으로 끝내 주세요.",
		}},
		{"too-large", Text{
			En: "it needs {0} million numbers, more than the {1} million allowed here; use fewer filters or units",
			Ko: "값이 {0:백만} 개 필요해서 여기서 쓸 수 있는 {1:백만} 개를 넘습니다. " +
				"필터나 유닛을 줄여 주세요.",
		}},
		{"batch", Text{En: "a batch of {0} {0|sample|samples} is not possible; give a number from 1 to 4096",
			Ko: "배치 크기가 {0}일 수는 없습니다. 1부터 4096까지의 수를 넣어 주세요."}},
		{"optimizer", Text{En: "the optimiser's {0} cannot be {1}; give another value",
			Ko: "옵티마이저 설정({0} = {1})을 쓸 수 없습니다. 다른 값을 넣어 주세요."}},
	}
}
