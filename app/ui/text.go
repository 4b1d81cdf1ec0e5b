package ui

import "stridelab/app/lang"

// Starting stands before the progress in percent while the page's program is loaded. cmd/serve
// writes it into the page.
var Starting = lang.Text{
	lang.En: "Loading the controls…",
	lang.Ko: "조작 기능을 불러오고 있습니다…",
}

// FromFile is for a page that a person opens from a file of a static site (cmd/serve -export).
var FromFile = lang.Text{
	lang.En: "This page works on a web server, not from a file: " +
		"in the folder that contains app.js, run “python3 -m http.server”, then open http://localhost:8000/.",
	lang.Ko: "이 페이지는 파일로 열면 동작하지 않습니다. " +
		"app.js가 있는 폴더에서 “python3 -m http.server”를 실행한 다음 http://localhost:8000/ 주소를 여세요.",
}

// FromFileUnder is FromFile for a site that works under a path of its host: {0} is the path.
var FromFileUnder = lang.Text{
	lang.En: "This page works under {0}/ on a web server, not from a file: " +
		"put its site at {0} in an empty folder, run “python3 -m http.server” in that folder, then open http://localhost:8000{0}/.",
	lang.Ko: "이 페이지는 웹 서버의 {0}/ 경로에서 동작하며, 파일로 열면 동작하지 않습니다. " +
		"빈 폴더 안의 {0} 경로에 사이트를 복사하고, 그 빈 폴더에서 “python3 -m http.server”를 실행한 다음 " +
		"http://localhost:8000{0}/ 주소를 여세요.",
}

// texts are the texts of the frame and the controls.
type texts struct {
	Skip, SiteNav, Tools, NoScript, Home     lang.Text
	ThemeAuto, ThemeLight, ThemeDark         lang.Text
	Projector, FullScreen, Help              lang.Text
	HelpTitle, HelpClose, HelpThisPage       lang.Text
	Letters, LettersHint                     lang.Text
	StorageRefused, Dismiss                  lang.Text
	NoWebAssembly, NotLoaded, Slow           lang.Text
	Ended, TryAgain                          lang.Text
	KeyHelp, KeyProjector, KeyFullScreen     lang.Text
	ShareLink, ShareHint, Copied, CopyFailed lang.Text
	Link, QRCode, TooLongForQR, OnlyHere     lang.Text
}

var text = texts{
	Skip: lang.Text{lang.En: "Skip to the content", lang.Ko: "본문으로 건너뛰기"},
	NoScript: lang.Text{
		lang.En: "Without JavaScript the text and the figures can be read, but the controls do not work.",
		lang.Ko: "JavaScript가 꺼져 있으면 글과 그림은 볼 수 있지만 조작은 되지 않습니다.",
	},
	SiteNav: lang.Text{lang.En: "Pages", lang.Ko: "페이지"},
	Tools:   lang.Text{lang.En: "Display", lang.Ko: "보기 설정"},

	Home: lang.Text{lang.En: "Stridelab, home", lang.Ko: "Stridelab 홈"},

	ThemeAuto:  lang.Text{lang.En: "Colours: as the system", lang.Ko: "색상: 시스템 설정에 따름"},
	ThemeLight: lang.Text{lang.En: "Colours: light", lang.Ko: "색상: 밝게"},
	ThemeDark:  lang.Text{lang.En: "Colours: dark", lang.Ko: "색상: 어둡게"},
	Projector:  lang.Text{lang.En: "Projector mode", lang.Ko: "프로젝터 모드"},
	FullScreen: lang.Text{lang.En: "Full screen", lang.Ko: "전체 화면"},
	Help:       lang.Text{lang.En: "Keys", lang.Ko: "단축키"},

	HelpTitle:    lang.Text{lang.En: "Keys", lang.Ko: "단축키"},
	HelpClose:    lang.Text{lang.En: "Close", lang.Ko: "닫기"},
	HelpThisPage: lang.Text{lang.En: "On this page", lang.Ko: "이 페이지에서"},
	KeyHelp:      lang.Text{lang.En: "Show or hide this list", lang.Ko: "이 목록 보이기·숨기기"},
	KeyProjector: lang.Text{
		lang.En: "Projector mode: larger, black on white",
		lang.Ko: "프로젝터 모드: 더 크게, 흰 바탕에 검게",
	},
	KeyFullScreen: lang.Text{lang.En: "Full screen", lang.Ko: "전체 화면"},
	Letters: lang.Text{
		lang.En: "Shortcuts of a single letter, digit or sign",
		lang.Ko: "글자, 숫자, 기호 하나로 된 단축키",
	},
	LettersHint: lang.Text{
		lang.En: "Turn these off if keys are pressed by accident. " +
			"Arrows, Space, Page Up and Page Down, Ctrl+Z and Ctrl+Y work either way.",
		lang.Ko: "키가 잘못 눌리면 끄세요. " +
			"화살표, 스페이스, Page Up과 Page Down, Ctrl+Z와 Ctrl+Y는 꺼도 계속 쓸 수 있습니다.",
	},

	StorageRefused: lang.Text{
		lang.En: "Your browser does not let this page store anything. " +
			"Scores and display settings last until you close it. " +
			"To keep them, allow site data.",
		lang.Ko: "브라우저가 이 페이지의 저장을 막아, 점수와 보기 설정은 페이지를 닫으면 사라집니다. " +
			"계속 남기려면 사이트 데이터 저장을 허용하세요.",
	},
	Dismiss: lang.Text{lang.En: "Close", lang.Ko: "닫기"},
	NoWebAssembly: lang.Text{
		lang.En: "The controls need WebAssembly, which this browser lacks or blocks. " +
			"The text and figures can still be read. " +
			"Allow WebAssembly, or use another browser.",
		lang.Ko: "이 브라우저에서 WebAssembly를 쓸 수 없어 조작 기능이 동작하지 않습니다. " +
			"글과 그림은 그대로 볼 수 있습니다. " +
			"WebAssembly를 허용하거나 다른 브라우저로 여세요.",
	},
	NotLoaded: lang.Text{
		lang.En: "The controls could not be loaded. " +
			"The text and figures can still be read. " +
			"Check the connection and try again.",
		lang.Ko: "조작 기능을 불러오지 못했습니다. " +
			"글과 그림은 그대로 볼 수 있습니다. " +
			"연결을 확인하고 다시 시도하세요.",
	},
	Slow: lang.Text{
		lang.En: "The controls are taking long to load. " +
			"The text and figures can already be read. " +
			"Wait, or try again.",
		lang.Ko: "조작 기능을 불러오는 데 시간이 오래 걸리고 있습니다. " +
			"글과 그림은 지금도 볼 수 있습니다. " +
			"기다리거나 다시 시도하세요.",
	},
	Ended: lang.Text{
		lang.En: "The interactive part of this page has stopped. " +
			"The text and figures can still be read. " +
			"To use the controls, try again.",
		lang.Ko: "이 페이지의 조작 기능이 멈췄습니다. " +
			"글과 그림은 그대로 볼 수 있습니다. " +
			"조작하려면 다시 시도하세요.",
	},
	TryAgain: lang.Text{lang.En: "Try again", lang.Ko: "다시 시도"},

	ShareLink: lang.Text{lang.En: "Copy link", lang.Ko: "링크 복사"},
	ShareHint: lang.Text{
		lang.En: "Copies a link to exactly what is on the screen",
		lang.Ko: "지금 화면 그대로를 여는 링크를 복사합니다",
	},
	Copied: lang.Text{
		lang.En: "The link is copied. It opens exactly this state.",
		lang.Ko: "링크를 복사했습니다. 이 상태 그대로 열립니다.",
	},
	CopyFailed: lang.Text{
		lang.En: "The browser does not allow the copy. Copy the link below by hand.",
		lang.Ko: "브라우저가 복사를 막았습니다. 아래 링크를 직접 복사하세요.",
	},
	Link:   lang.Text{lang.En: "Link", lang.Ko: "링크"},
	QRCode: lang.Text{lang.En: "QR code of the link", lang.Ko: "링크의 QR 코드"},
	TooLongForQR: lang.Text{
		lang.En: "This state has too many values for a QR code. The link has them all.",
		lang.Ko: "값이 너무 많아 QR 코드에 담을 수 없습니다. 링크에는 모두 들어 있습니다.",
	},
	OnlyHere: lang.Text{
		lang.En: "This link works on this computer only. " +
			"To reach it from a phone, start Stridelab with “make run ADDR=…” and open that address.",
		lang.Ko: "이 링크는 이 컴퓨터에서만 열립니다. " +
			"휴대전화에서 열려면 “make run ADDR=…”로 Stridelab을 시작하고 그 주소로 접속하세요.",
	},
}
