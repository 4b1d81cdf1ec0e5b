package ui

import "stridelab/app/lang"

// texts is everything the frame and the controls say.
type texts struct {
	Skip, SiteNav, Tools, NoScript                  lang.Text
	Home, Slide, Pool, Share, Network, Train, Shift lang.Text
	ThemeAuto, ThemeLight, ThemeDark                lang.Text
	Projector, FullScreen, Help                     lang.Text
	HelpTitle, HelpClose, HelpThisPage              lang.Text
	KeyHelp, KeyProjector, KeyFullScreen            lang.Text
	NotNumber, NotWhole, OutOfRange                 lang.Text
	ShareLink, ShareHint, Copied, CopyFailed        lang.Text
	Link, QRCode, TooLongForQR                      lang.Text
	StopOf, StopPrevious, StopNext, KeyStops        lang.Text
	FirstStop, LastStop, Answer, ResetAll           lang.Text
}

var text = texts{
	Skip:     lang.T("Skip to the content", "본문으로 건너뛰기"),
	NoScript: lang.T("Without JavaScript the text and the figures can be read, but the controls do not work.", "JavaScript가 꺼져 있으면 글과 그림은 볼 수 있지만 조작은 되지 않습니다."),
	SiteNav:  lang.T("Pages", "페이지"),
	Tools:    lang.T("Display", "보기 설정"),

	Home:    lang.T("Stridelab, home", "Stridelab 처음으로"),
	Slide:   lang.T("Slide", "합성곱"),
	Pool:    lang.T("Pool", "풀링"),
	Share:   lang.T("Share", "공유"),
	Network: lang.T("Network", "신경망"),
	Train:   lang.T("Train", "훈련"),
	Shift:   lang.T("Shift", "이동"),

	ThemeAuto:  lang.T("Colours: as the system", "색상: 시스템 설정에 따름"),
	ThemeLight: lang.T("Colours: light", "색상: 밝게"),
	ThemeDark:  lang.T("Colours: dark", "색상: 어둡게"),
	Projector:  lang.T("Projector mode", "프로젝터 모드"),
	FullScreen: lang.T("Full screen", "전체 화면"),
	Help:       lang.T("Keys", "단축키"),

	HelpTitle:     lang.T("Keys", "단축키"),
	HelpClose:     lang.T("Close", "닫기"),
	HelpThisPage:  lang.T("On this page", "이 페이지에서"),
	KeyHelp:       lang.T("Show or hide this list", "이 목록 보이기·숨기기"),
	KeyProjector:  lang.T("Projector mode: larger, black on white", "프로젝터 모드: 더 크게, 흰 바탕에 검게"),
	KeyFullScreen: lang.T("Full screen", "전체 화면"),

	NotNumber:  lang.T("“{0}” is not a number, so it stays {1}.", "“{0}”: 수가 아니어서 {1} 그대로 둡니다."),
	NotWhole:   lang.T("“{0}” is not a whole number, so it stays {1}.", "“{0}”: 정수가 아니어서 {1} 그대로 둡니다."),
	OutOfRange: lang.T("{0} is out of range: give {2} to {3}. It stays {1}.", "{0}: 범위를 벗어났습니다. {2}부터 {3}까지 넣을 수 있습니다. {1} 그대로 둡니다."),

	ShareLink:    lang.T("Share", "공유"),
	ShareHint:    lang.T("Copies a link to exactly what is on the screen", "지금 화면 그대로를 여는 링크를 복사합니다"),
	Copied:       lang.T("The link is copied. It opens exactly this state.", "링크를 복사했습니다. 이 상태 그대로 열립니다."),
	CopyFailed:   lang.T("The browser does not let a page copy here: copy the link below by hand.", "브라우저가 복사를 막았습니다. 아래 링크를 직접 복사하세요."),
	Link:         lang.T("Link", "링크"),
	QRCode:       lang.T("QR code of the link", "링크의 QR 코드"),
	TooLongForQR: lang.T("This state holds too many numbers for a QR code; the link carries them.", "이 상태는 숫자가 너무 많아 QR 코드에 담기지 않습니다. 링크에는 모두 들어 있습니다."),

	StopOf:       lang.T("Stop {0} of {1}", "{1}단계 중 {0}단계"),
	StopPrevious: lang.T("Previous", "이전"),
	StopNext:     lang.T("Next", "다음"),
	KeyStops:     lang.T("Previous, next stop of the lesson (a presenter’s clicker)", "수업의 이전, 다음 단계(발표용 리모컨)"),
	FirstStop:    lang.T("This is the first stop.", "첫 단계입니다."),
	LastStop:     lang.T("This is the last stop.", "마지막 단계입니다."),
	Answer:       lang.T("Answer", "답"),
	ResetAll:     lang.T("Reset all", "모두 초기화"),
}
