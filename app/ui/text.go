package ui

import "stridelab/app/lang"

// texts are the texts of the frame and the controls.
type texts struct {
	Skip, SiteNav, Tools, NoScript, Home        lang.Text
	ThemeAuto, ThemeLight, ThemeDark            lang.Text
	Projector, FullScreen, Help                 lang.Text
	HelpTitle, HelpClose, HelpThisPage          lang.Text
	Letters, LettersHint                        lang.Text
	StorageRefused, Dismiss, Stopped, LoadAgain lang.Text
	KeyHelp, KeyProjector, KeyFullScreen        lang.Text
	ShareLink, ShareHint, Copied, CopyFailed    lang.Text
	Link, QRCode, TooLongForQR, OnlyHere        lang.Text
}

var text = texts{
	Skip: lang.Text{lang.En: "Skip to the content", lang.Ko: "본문으로 건너뛰기"},
	NoScript: lang.Text{
		lang.En: "Without JavaScript the text and the figures can be read, but the controls do not work.",
		lang.Ko: "JavaScript가 꺼져 있으면 글과 그림은 볼 수 있지만 조작은 되지 않습니다.",
	},
	SiteNav: lang.Text{lang.En: "Pages", lang.Ko: "페이지"},
	Tools:   lang.Text{lang.En: "Display", lang.Ko: "보기 설정"},

	Home: lang.Text{lang.En: "Stridelab, home", lang.Ko: "Stridelab 처음으로"},

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
		lang.En: "Shortcuts of one letter, digit or sign",
		lang.Ko: "글자, 숫자, 기호 하나로 된 단축키",
	},
	LettersHint: lang.Text{
		lang.En: "Turn these off if keys are pressed by accident. " +
			"Arrows, Space, Page Up and Page Down, Ctrl+Z and Ctrl+Y work either way.",
		lang.Ko: "키가 잘못 눌리면 끄세요. " +
			"화살표, 스페이스, Page Up과 Page Down, Ctrl+Z와 Ctrl+Y는 꺼도 됩니다.",
	},

	StorageRefused: lang.Text{
		lang.En: "Your browser does not let this page store anything. " +
			"Scores and display settings last until you close it. " +
			"To keep them, allow site data.",
		lang.Ko: "브라우저가 이 페이지의 저장을 막아, 점수와 보기 설정은 페이지를 닫으면 사라집니다. " +
			"계속 남기려면 사이트 데이터 저장을 허용하세요.",
	},
	Dismiss: lang.Text{lang.En: "Close", lang.Ko: "닫기"},
	Stopped: lang.Text{
		lang.En: "The interactive part of this page has stopped. " +
			"The text can still be read. " +
			"To use the controls, load the page again.",
		lang.Ko: "이 페이지의 대화형 기능이 멈췄습니다. " +
			"글은 그대로 읽을 수 있습니다. " +
			"조작하려면 페이지를 다시 불러오세요.",
	},
	LoadAgain: lang.Text{lang.En: "Load again", lang.Ko: "다시 불러오기"},

	ShareLink: lang.Text{lang.En: "Share", lang.Ko: "공유"},
	ShareHint: lang.Text{
		lang.En: "Copies a link to exactly what is on the screen",
		lang.Ko: "지금 화면 그대로를 여는 링크를 복사합니다",
	},
	Copied: lang.Text{
		lang.En: "The link is copied. It opens exactly this state.",
		lang.Ko: "링크를 복사했습니다. 이 상태 그대로 열립니다.",
	},
	CopyFailed: lang.Text{
		lang.En: "The browser does not let a page copy here: copy the link below by hand.",
		lang.Ko: "브라우저가 복사를 막았습니다. 아래 링크를 직접 복사하세요.",
	},
	Link:   lang.Text{lang.En: "Link", lang.Ko: "링크"},
	QRCode: lang.Text{lang.En: "QR code of the link", lang.Ko: "링크의 QR 코드"},
	TooLongForQR: lang.Text{
		lang.En: "This state holds too many numbers for a QR code; the link carries them.",
		lang.Ko: "이 상태는 숫자가 너무 많아 QR 코드에 담기지 않습니다. 링크에는 모두 들어 있습니다.",
	},
	OnlyHere: lang.Text{
		lang.En: "This address works on this computer only: to open it to phones and others, serve with “make run ADDR=…” and open that address.",
		lang.Ko: "이 주소는 이 컴퓨터에서만 열립니다. " +
			"휴대전화나 다른 컴퓨터에서도 열려면 “make run ADDR=…”로 서버를 띄우고 그 주소로 여세요.",
	},
}
