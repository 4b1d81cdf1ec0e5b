package lang

// faultsTrain are the sentences of train.Codes().
func faultsTrain() []faultEntry {
	return []faultEntry{
		{"train-message", Text{
			En: "The page and the trainer could not communicate: reload the page.",
			Ko: "페이지와 훈련기가 통신하지 못했습니다. 페이지를 새로 고쳐 주세요.",
		}},
		{"train-version", Text{
			En: "The page and the trainer are of different versions ({0} and {1}): reload the page.",
			Ko: "페이지와 훈련기의 버전이 다릅니다({0}, {1}). 페이지를 새로 고쳐 주세요.",
		}},
		{"train-dataset", Text{En: "There is no dataset number {0}: choose one from the list.",
			Ko: "{0}번 데이터셋은 없습니다. 목록에서 골라 주세요."}},
		{"train-no-files", Text{
			En: "No files have been read yet: drop an images file and its labels file on the page first.",
			Ko: "아직 읽은 파일이 없습니다. " +
				"먼저 이미지 파일과 그 레이블 파일을 페이지에 끌어다 놓아 주세요.",
		}},
		{"train-batch", Text{
			En: "A batch of {0} samples is not possible: give a number from 1 to {1}.",
			Ko: "배치 크기가 {0}일 수는 없습니다. 1부터 {1}까지의 수를 넣어 주세요.",
		}},
		{"train-epochs", Text{
			En: "A run of {0} epochs is not possible: give a number from 0 (until paused) to {1}.",
			Ko: "에포크를 {0}번 돌 수는 없습니다. 0(멈출 때까지)부터 {1}까지의 수를 넣어 주세요.",
		}},
		{"train-workers", Text{
			En: "A run with {0} workers is not possible: give a number from 1 to {1}.",
			Ko: "워커 {0}개로는 훈련할 수 없습니다. 1부터 {1}까지의 수를 넣어 주세요.",
		}},
		{"train-learning-rate", Text{
			En: "The learning rate {0} is not possible: give a number above 0, up to 1000.",
			Ko: "학습률이 {0}일 수는 없습니다. 0보다 크고 1000 이하인 수를 넣어 주세요.",
		}},
		{"train-samples", Text{
			En: "A training set of {0} samples is not possible: give a number from 1, or 0 for all.",
			Ko: "훈련 샘플 수가 {0}일 수는 없습니다. 1 이상의 수를 넣거나, 모두 쓰려면 0을 넣어 주세요.",
		}},
		{"train-shift", Text{
			En: "A shift of {0} pixels is not possible: give a number from 0 to {1}.",
			Ko: "이동 폭이 {0}픽셀일 수는 없습니다. 0부터 {1}까지의 수를 넣어 주세요.",
		}},
		{"train-rotate", Text{
			En: "A rotation of {0} degrees is not possible: give a number from 0 to {1}.",
			Ko: "회전 각도가 {0}도일 수는 없습니다. 0부터 {1}까지의 수를 넣어 주세요.",
		}},
		{"train-schedule-every", Text{
			En: "The learning rate cannot fall every {0} epochs: give a number from 1 to {1}.",
			Ko: "학습률을 {0}에포크마다 낮출 수는 없습니다. 1부터 {1}까지의 수를 넣어 주세요.",
		}},
		{"train-schedule-factor", Text{
			En: "The learning rate cannot fall by the factor {0}: give a number between 0 and 1.",
			Ko: "학습률에 {0} 값을 곱해 낮출 수는 없습니다. 0과 1 사이의 수를 넣어 주세요.",
		}},
		{"train-schedule-end", Text{
			En: "This schedule needs the length of the run: give a number of epochs above 0.",
			Ko: "이 스케줄에는 훈련의 길이가 필요합니다. 에포크 수를 1 이상으로 넣어 주세요.",
		}},
		{"train-stop-accuracy", Text{
			En: "A run cannot stop at an accuracy of {0}%: give a number from 0 (never) to 100.",
			Ko: "정확도 {0}%에서 멈출 수는 없습니다. 0(멈추지 않음)부터 100까지의 수를 넣어 주세요.",
		}},
		{"train-stop-patience", Text{
			En: "A run cannot wait for {0} evaluations: give a number from 0 (never stop) to {1}.",
			Ko: "평가를 {0}번 기다릴 수는 없습니다. 0(멈추지 않음)부터 {1}까지의 수를 넣어 주세요.",
		}},
		{"train-classes", Text{
			En: "The network has {0} outputs but the dataset needs {1}: give the last layer one unit for each class.",
			Ko: "신경망의 출력은 {0}개인데 데이터셋에는 {1}개가 필요합니다. " +
				"마지막 층의 유닛을 클래스 수에 맞춰 주세요.",
		}},
		{"train-much-work", Text{
			En: "One sample takes {0} million multiplications in this network, more than the {1} million allowed here: use fewer filters or a smaller input.",
			Ko: "이 신경망은 샘플 하나에 곱셈을 {0:백만} 번 하는데, 여기서는 {1:백만} 번까지 훈련할 수 있습니다. " +
				"필터를 줄이거나 입력을 작게 해 주세요.",
		}},
		{"train-many-params", Text{
			En: "This network has {0} parameters, more than the {1} that can be trained here: use fewer units or filters.",
			Ko: "이 신경망의 파라미터는 {0}개인데, 여기서는 {1}개까지 훈련할 수 있습니다. " +
				"유닛이나 필터를 줄여 주세요.",
		}},
		{"train-wide", Text{
			En: "One layer of this network holds {0} numbers for a sample, more than the {1} allowed here: use a smaller input or fewer filters.",
			Ko: "이 신경망의 한 층은 샘플 하나에 값 {0}개를 담는데, 여기서는 {1}개까지 훈련할 수 있습니다. " +
				"입력을 작게 하거나 필터를 줄여 주세요.",
		}},
		{"train-no-run", Text{En: "There is no run yet: choose a dataset and a network first.",
			Ko: "아직 시작한 훈련이 없습니다. 먼저 데이터셋과 신경망을 골라 주세요."}},
		{"train-busy", Text{En: "Files are still being read: wait until they are done.",
			Ko: "파일을 아직 읽고 있습니다. 끝날 때까지 기다려 주세요."}},
		{"train-diverged", Text{
			En: "The loss exploded at step {0}, so training went back to step {1}: start again with a learning rate well below {2} or another optimiser.",
			Ko: "스텝 {0}에서 손실이 폭발해 훈련을 멈추고 스텝 {1}까지 되돌렸습니다. " +
				"학습률을 {2}보다 훨씬 작게 하거나 다른 옵티마이저를 골라 처음부터 다시 시작해 주세요.",
		}},
		{"train-weights", Text{
			En: "These are {0} weights but the network has {1}: choose weights that were saved from the same network.",
			Ko: "가중치가 {0}개인데 신경망의 가중치는 {1}개입니다. " +
				"같은 신경망에서 저장한 가중치를 골라 주세요.",
		}},
		{"train-no-number", Text{
			En: "One of these weights is not a number: choose weights of a run that did not fail.",
			Ko: "가중치에 수가 아닌 값이 있습니다. 실패하지 않은 훈련의 가중치를 골라 주세요.",
		}},
		{"train-panic", Text{En: "The trainer stopped at an internal error ({0}): start again.",
			Ko: "훈련기가 내부 오류({0})로 멈췄습니다. 다시 시작해 주세요."}},
	}
}
