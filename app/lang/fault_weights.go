package lang

// faultsWeights are the sentences of weightfile.Codes().
func faultsWeights() []faultEntry {
	return []faultEntry{
		{"weights-format", Text{
			En: "This is not a safetensors file: choose one that Stridelab or PyTorch's safetensors saved.",
			Ko: "safetensors 파일이 아닙니다. " +
				"Stridelab이나 PyTorch의 safetensors로 저장한 파일을 골라 주세요.",
		}},
		{"weights-damaged", Text{
			En: "This safetensors file is damaged or cut short: save or download it again.",
			Ko: "safetensors 파일이 손상되었거나 중간에 끊겼습니다. 다시 저장하거나 내려받아 주세요.",
		}},
		{"weights-large", Text{
			En: "This file has {0} MB, more than the {1} MB that are read here: choose weights of a smaller network.",
			Ko: "파일이 {0} MB인데 여기서는 {1} MB까지만 읽습니다. 더 작은 신경망의 가중치를 골라 주세요.",
		}},
		{"weights-no-net", Text{
			En: "This file does not say which network its weights are for: open that network first, then load the file there.",
			Ko: "어떤 신경망의 가중치인지 파일에 적혀 있지 않습니다. " +
				"그 신경망을 먼저 연 다음 파일을 불러와 주세요.",
		}},
		{"weights-missing", Text{
			En: "The file has no weights named {0}: choose a file that was saved from the same network.",
			Ko: "신경망에 필요한 가중치({0})가 파일에 없습니다. 같은 신경망에서 저장한 파일을 골라 주세요.",
		}},
		{"weights-extra", Text{
			En: "The network has no weights named {0} as the file does: choose a file that was saved from the same network.",
			Ko: "파일에 든 가중치({0})가 신경망에는 없습니다. " +
				"같은 신경망에서 저장한 파일을 골라 주세요.",
		}},
		{"weights-shape", Text{
			En: "The weights named {0} have the shape {1} but the network needs {2}: choose a file saved from the same network.",
			Ko: "가중치({0})의 모양이 {1}인데 신경망에는 {2} 모양이 필요합니다. " +
				"같은 신경망에서 저장한 파일을 골라 주세요.",
		}},
		{"weights-type", Text{
			En: "The weights named {0} are of the type {1}, which is not read here: save them as float32.",
			Ko: "가중치({0})의 자료형({1})은 여기서 읽지 못합니다. float32 형식으로 저장해 주세요.",
		}},
		{"weights-nan", Text{
			En: "The weights named {0} hold a value that is not a number: choose weights of a run that did not fail.",
			Ko: "가중치({0})에 수가 아닌 값이 있습니다. 실패하지 않은 훈련의 가중치를 골라 주세요.",
		}},
	}
}
