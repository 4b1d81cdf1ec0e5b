package window

import (
	"math"
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Unit is one number of a layer's output that was opened from lab 4, and the part of the layer's
// input that is shown. The zero Unit stands for none.
type Unit struct {
	Layer             string // the name in lab 4's table
	Channel, Row, Col int    // the unit's place, from 0
	// The input's first row and column shown, from 0; negative in the padding.
	Top, Left int
	Edge      int    // edge of the part shown, in cells of the input; 0 for the whole input
	Channels  int    // number of channels of the layer's input
	Net       string // the query of lab 4 that leads back to the unit
	Mark      string // State.mark of the numbers as lab 4 gave them; "" before it is taken
}

// mark returns a checksum of the state's numbers and setting: 32-bit FNV-1a over their bytes, in
// base 36. https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
func (s State) mark() string {
	sum := uint32(2166136261)
	add := func(v uint32) {
		for range 4 {
			sum = (sum ^ v&255) * 16777619
			v >>= 8
		}
	}
	for _, f := range trace.Fields(s.Setting.Kind) {
		add(uint32(s.Setting.Get(f)))
	}
	add(uint32(btoi(s.Setting.CountPad)))
	for _, values := range [][]float32{s.X, s.W, s.B, s.G} {
		for _, v := range values {
			if v == 0 {
				v = 0 // turns −0 into 0, because the address writes both the same
			}
			add(math.Float32bits(v))
		}
	}
	return strconv.FormatUint(uint64(sum), 36)
}

// marked returns the state with its unit's Mark set. By it the lab notices a change of the numbers,
// even after the state went through an address.
func (s State) marked() State {
	if s.Unit.Layer != "" && s.Unit.Mark == "" {
		s.Unit.Mark = s.mark()
	}
	return s
}

// write returns the unit as the address holds it: the name and then the numbers, with commas.
func (u Unit) write() string {
	parts := []string{u.Layer}
	for _, v := range []int{u.Channel, u.Row, u.Col, u.Top, u.Left, u.Edge, u.Channels} {
		parts = append(parts, strconv.Itoa(v))
	}
	return strings.Join(parts, ",")
}

// parseUnit reads what write returns. "" is the zero Unit.
func parseUnit(typed, net string) (Unit, error) {
	if typed == "" {
		return Unit{}, nil
	}
	parts := strings.Split(typed, ",")
	u := Unit{Layer: parts[0], Net: net}
	into := []*int{&u.Channel, &u.Row, &u.Col, &u.Top, &u.Left, &u.Edge, &u.Channels}
	if u.Layer == "" || len(parts) != len(into)+1 {
		return Unit{}, errValue
	}
	for i, p := range into {
		v, err := strconv.Atoi(parts[i+1])
		if err != nil || v < -100 || v > 1e6 {
			return Unit{}, errValue
		}
		*p = v
	}
	return u, nil
}

// renderUnitLesson draws what the unit of lab 4 is, and the way back. It stands in place of the
// lesson.
func (l *Lab) renderUnitLesson() app.UI {
	u, back := l.state.Unit, l.Page.Link("/network")
	if u.Net != "" {
		back += "?" + u.Net
	}
	body := []app.UI{
		lab.Where(l.t(text.UnitFrom)),
		app.H2().ID("lesson-title").Text(l.t(text.UnitTitle, u.Layer, u.Channel+1, u.Row+1, u.Col+1)),
	}
	for _, t := range l.unitTexts() {
		body = append(body, app.P().Text(t))
	}
	body = append(body, app.P().Body(app.A().DataSet("test", "unit-back").Href(back).Text(l.t(text.UnitBack))))
	return app.Section().Class("lesson stack").Aria("labelledby", "lesson-title").Body(body...)
}

// unitTexts are the sentences about the unit.
func (l *Lab) unitTexts() []string {
	u := l.state.Unit
	what, where := text.UnitConv, l.t(text.UnitWhole, u.Layer)
	if l.Kind == trace.Pool {
		what = text.UnitPool
	}
	if u.Edge > 0 {
		where = l.t(text.UnitCrop, u.Layer, u.Top+1, u.Top+u.Edge, u.Left+1, u.Left+u.Edge)
		if u.Top < 0 || u.Left < 0 {
			where += " " + l.t(text.UnitPadded)
		}
	}
	all := []string{l.t(what, u.Channel+1), where}
	if l.Kind == trace.Conv && u.Channels > l.state.Setting.C {
		drawn := text.UnitChannels
		if l.state.Setting.C == 1 {
			drawn = text.UnitChannelOne
		}
		all = append(all, l.t(drawn, l.state.Setting.C, u.Channels))
	}
	if l.changedSinceOpened() {
		all = append(all, l.t(text.UnitChanged))
	}
	return all
}

// unitWords are the texts about a unit of lab 4.
type unitWords struct {
	UnitFrom, UnitTitle, UnitConv, UnitPool, UnitWhole, UnitCrop, UnitPadded, UnitChannels, UnitChannelOne, UnitChanged, UnitBack lang.Text
}

func wordsOfUnits() unitWords {
	return unitWords{
		UnitFrom: lang.Text{
			lang.En: "Opened from lab 4, the network",
			lang.Ko: "실습 4의 신경망에서 열었습니다",
		},
		UnitTitle: lang.Text{
			lang.En: "{0}, channel\u00a0{1}, row\u00a0{2}, column\u00a0{3}",
			lang.Ko: "{0}, 채널\u00a0{1}, {2}행\u00a0{3}열",
		},
		UnitConv: lang.Text{
			lang.En: "This is how the network computes one of its numbers. " +
				"The kernel and the bias are those of the layer’s filter {0}. " +
				"The sum is the value before the layer’s activation.",
			lang.Ko: "신경망이 수 하나를 계산하는 과정입니다. " +
				"커널과 편향은 이 층의 필터 {0}에 있는 값입니다. " +
				"합은 활성화 함수를 지나기 전의 값입니다.",
		},
		UnitPool: lang.Text{
			lang.En: "This is how the network computes one of its numbers. " +
				"The input is channel {0} of the layer’s input; each channel is pooled by itself. " +
				"The layer uses one of the two outputs, maximum or average; lab 4 says which.",
			lang.Ko: "신경망이 수 하나를 계산하는 과정입니다. " +
				"여기의 입력은 이 층이 받는 채널 {0}이고, 채널마다 따로 풀링합니다. " +
				"층은 최댓값과 평균 가운데 하나를 쓰며, 어느 쪽인지는 실습 4에 있습니다.",
		},
		UnitWhole: lang.Text{
			lang.En: "The input shown is the whole input of {0}.",
			lang.Ko: "그림의 입력은 {0}의 입력 전체입니다.",
		},
		UnitCrop: lang.Text{
			lang.En: "The input shown is a crop of the input of {0}: rows {1} to {2} and columns {3} to {4}.",
			lang.Ko: "그림의 입력은 {0}의 입력에서 {1}~{2}행, {3}~{4}열을 잘라 낸 것입니다.",
		},
		UnitPadded: lang.Text{
			lang.En: "Everything before row 1 or column 1 is padding.",
			lang.Ko: "1행이나 1열보다 앞은 패딩입니다.",
		},
		UnitChannels: lang.Text{
			lang.En: "Only channels 1 to {0} of {1} are drawn; the sums of the others are added to the bias here.",
			lang.Ko: "채널 {1}개 중 1~{0}만 그렸습니다. 나머지 채널의 합은 여기서 편향에 더해 두었습니다.",
		},
		UnitChannelOne: lang.Text{
			lang.En: "Only channel 1 of {1} is drawn; the sums of the others are added to the bias here.",
			lang.Ko: "채널 {1}개 중 채널 1만 그렸습니다. 나머지 채널의 합은 여기서 편향에 더해 두었습니다.",
		},
		UnitChanged: lang.Text{
			lang.En: "You have changed it since; the network in lab 4 stays the same.",
			lang.Ko: "이 화면을 연 뒤로 바꾼 것이 있습니다. 실습 4의 신경망은 그대로입니다.",
		},
		UnitBack: lang.Text{
			lang.En: "Back to this unit in the network",
			lang.Ko: "신경망의 이 유닛으로 돌아가기",
		},
	}
}
