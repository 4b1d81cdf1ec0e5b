//go:build e2e

package e2e

import (
	"fmt"
	"testing"

	"stridelab/e2e/browser"
)

// keydown sends a keydown event to an element and reports whether the page used the key: it then
// prevents the browser's default.
func (p tab) keydown(on, properties string) bool {
	p.t.Helper()
	return !eval[bool](p, fmt.Sprintf(`%s.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, %s }))`, on, properties))
}

const anywhere = "document.body"

// In Hangul mode a key types a jamo, or goes to the input method.
func TestShortcutsWorkWhateverTheKeyboardWrites(t *testing.T) {
	t.Parallel()
	jamo := func(letter, code string) string { return fmt.Sprintf(`key: %q, code: %q`, letter, code) }
	process := func(code, more string) string {
		return fmt.Sprintf(`key: "Process", code: %q, keyCode: 229, %s`, code, more)
	}
	leadsTo := func(p tab, on, properties, then string) {
		t.Helper()
		if !p.keydown(on, properties) {
			t.Errorf("%s: the page does not use %s", then, properties)
		}
		p.wait(settle, then)
	}
	projector := func(p tab) {
		t.Helper()
		leadsTo(p, anywhere, jamo("ㅔ", "KeyP"), `"projector" in document.documentElement.dataset`)
		leadsTo(p, anywhere, process("KeyP", "isComposing: true"), `!("projector" in document.documentElement.dataset)`)
	}
	t.Run("window", func(t *testing.T) {
		w := openWindow(t, "/conv")
		projector(w.tab)
		preset := browser.First(browser.Hook("preset")) + ".value"
		first := eval[string](w.tab, preset)
		leadsTo(w.tab, anywhere, `key: "PageDown", code: "PageDown"`, fmt.Sprintf(`%s !== %q`, preset, first))
		second := eval[string](w.tab, preset)
		leadsTo(w.tab, anywhere, jamo("ㅕ", "KeyU"), fmt.Sprintf(`%s === %q`, preset, first))
		leadsTo(w.tab, anywhere, process("KeyY", ""), fmt.Sprintf(`%s === %q`, preset, second))
		leadsTo(w.tab, anywhere, jamo("ㅋ", "KeyZ")+`, ctrlKey: true`, fmt.Sprintf(`%s === %q`, preset, first))
		leadsTo(w.tab, anywhere, jamo("ㅋ", "KeyZ")+`, ctrlKey: true, shiftKey: true`, fmt.Sprintf(`%s === %q`, preset, second))
		leadsTo(w.tab, anywhere, process("KeyZ", "metaKey: true"), fmt.Sprintf(`%s === %q`, preset, first))
	})
	t.Run("sharing", func(t *testing.T) {
		p := openPage(t, "/sharing", browser.Options{})
		projector(p)
		p.waitWeightsDrawn()
		said := func() string { return p.text("scale-status") }
		before := said()
		leadsTo(p, anywhere, process("Equal", "shiftKey: true"), fmt.Sprintf(`%s.textContent.trim() !== %q`, browser.First(browser.Hook("scale-status")), before))
	})
	t.Run("network", func(t *testing.T) {
		l := openNet(t, "/network")
		projector(l.tab)
		rows := `document.querySelectorAll('[data-test="layer-row"]').length`
		n := eval[int](l.tab, rows)
		l.click("add")
		l.wait(settle, fmt.Sprintf(`%s === %d`, rows, n+1))
		leadsTo(l.tab, anywhere, jamo("ㅋ", "KeyZ")+`, ctrlKey: true`, fmt.Sprintf(`%s === %d`, rows, n))
		leadsTo(l.tab, anywhere, jamo("ㅛ", "KeyY"), fmt.Sprintf(`%s === %d`, rows, n+1))
	})
	t.Run("train", func(t *testing.T) {
		l := openLab(t, "/ko/train")
		projector(l.tab)
		l.oneStep(1)
		// The lab asks first.
		leadsTo(l.tab, anywhere, jamo("ㄱ", "KeyR"), `document.querySelector(".lab-head .notice")`)
		leadsTo(l.tab, anywhere, process("KeyR", ""), root()+`.dataset.step === "0"`)
	})
	t.Run("invariance", func(t *testing.T) {
		p := openShift(t, "/invariance")
		projector(p)
		first := p.data("lab", "dx")
		leadsTo(p, anywhere, `key: "ArrowRight", code: "ArrowRight"`, fmt.Sprintf(`%s.dataset.dx !== %q`, root(), first))
		leadsTo(p, anywhere, jamo("ㄱ", "KeyR"), fmt.Sprintf(`%s.dataset.dx === %q`, root(), first))
	})
}

// On a keyboard with Latin letters the letter counts, not the position of the key.
func TestLatinKeyboardsKeepTheirLetters(t *testing.T) {
	t.Parallel()
	p := openPage(t, "/", browser.Options{})
	if p.keydown(anywhere, `key: "l", code: "KeyP"`) {
		t.Error("Dvorak's L, where an American keyboard has P, is a shortcut")
	}
	if !p.keydown(anywhere, `key: "p", code: "KeyR"`) {
		t.Error("Dvorak's P is no shortcut")
	}
	p.wait(settle, `"projector" in document.documentElement.dataset`)
	if p.keydown(anywhere, `key: "€", code: "KeyP"`) {
		t.Error("a sign that AltGr writes is a shortcut")
	}
}

// Keys that type or compose text in a field are no shortcuts.
func TestNoShortcutFiresWhileTextIsTyped(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv")
	w.click("predict")
	field := browser.First("#predict-input")
	w.wait(settle, field)
	for _, c := range []string{
		`key: "p", code: "KeyP"`, `key: "ㅔ", code: "KeyP"`, `key: "Process", code: "KeyP", keyCode: 229, isComposing: true`,
		`key: "ㅋ", code: "KeyZ", ctrlKey: true`, `key: "Process", code: "KeyZ", keyCode: 229, ctrlKey: true`,
		`key: "PageDown", code: "PageDown", isComposing: true`, `key: "Process", code: "PageDown", keyCode: 229, isComposing: true`,
		`key: "Enter", code: "Enter", isComposing: true`, `key: "Enter", code: "Enter", keyCode: 229`,
	} {
		if w.keydown(field, c) {
			t.Errorf("in a field the page uses %s", c)
		}
	}
	number := browser.First(browser.Hook("param-n"))
	before := eval[string](w.tab, number+".value")
	w.keydown(number, `key: "ArrowDown", code: "ArrowDown", keyCode: 229, isComposing: true`)
	w.must(w.Do(field + `.dispatchEvent(new KeyboardEvent("keyup", { key: "Enter", bubbles: true }))`))
	for what, wrong := range map[string]string{
		"the projector":  `"projector" in document.documentElement.dataset`,
		"an answer":      browser.First(browser.Hook("predict-said")) + `.textContent.trim() !== ""`,
		"another number": fmt.Sprintf(`%s.value !== %q`, number, before),
	} {
		if eval[bool](w.tab, wrong) {
			t.Errorf("typing has led to %s", what)
		}
	}
}

// Shortcuts of one character can be turned off (WCAG 2.1.4), and on again without a shortcut.
func TestOneCharacterShortcutsCanBeTurnedOff(t *testing.T) {
	t.Parallel()
	for _, prefix := range []string{"", "/ko"} {
		w := openWindow(t, prefix+"/conv")
		dialog := browser.First("#key-help")
		w.click("key-help")
		w.wait(settle, dialog+".open")
		w.focus("#key-letters")
		w.must(w.Press(" "))
		w.wait(settle, `!`+browser.First(browser.Hook("key-letters"))+`.checked`)
		w.must(w.Do(dialog + ".close()"))
		off := []string{`key: "p", code: "KeyP"`, `key: "ㅔ", code: "KeyP"`, `key: "F", code: "KeyF"`, `key: "r", code: "KeyR"`, `key: "?", code: "Slash", shiftKey: true`}
		for _, c := range off {
			if w.keydown(anywhere, c) {
				t.Errorf("turned off, the page uses %s", c)
			}
		}
		preset := browser.First(browser.Hook("preset")) + ".value"
		first := eval[string](w.tab, preset)
		for _, c := range []struct{ key, then string }{
			{`key: "ArrowRight", code: "ArrowRight"`, `document.querySelector("#counter").textContent.startsWith("1 /")`},
			{`key: "PageDown", code: "PageDown"`, fmt.Sprintf(`%s !== %q`, preset, first)},
			{`key: "ㅋ", code: "KeyZ", ctrlKey: true`, fmt.Sprintf(`%s === %q`, preset, first)},
		} {
			if !w.keydown(anywhere, c.key) {
				t.Errorf("turned off, the page no longer uses %s", c.key)
			}
			w.wait(settle, c.then)
		}

		w.visit(prefix + "/sharing") // every page remembers the choice
		w.waitWeightsDrawn()
		if w.keydown(anywhere, `key: "p", code: "KeyP"`) || w.keydown(anywhere, `key: "+", code: "Equal", shiftKey: true`) {
			t.Error("turned off on one page, they work on another")
		}
		w.click("key-help")
		w.wait(settle, dialog+".open && !"+browser.First(browser.Hook("key-letters"))+".checked")
		w.click("key-letters")
		w.must(w.Do(dialog + ".close()"))
		if !w.keydown(anywhere, `key: "p", code: "KeyP"`) {
			t.Error("turned on again, P does nothing")
		}
		w.wait(settle, `"projector" in document.documentElement.dataset`)
	}
}
