// Keeps what a visitor does before the page's program answers, and does it again when it does. The
// program replaces the prerendered page by its own, so what was typed, chosen or focused there
// would be lost as well. Links are not kept: they work without the program.
"use strict";

(() => {
  const html = document.documentElement;
  const fields = "input, select, textarea";
  const toggles = "input[type=checkbox], input[type=radio]";
  const acts = []; // in their order, the last of each field only
  let focused = null; // where the focus is

  // place returns what find needs to find an element again in the program's page: its id, or its
  // data-test and number among the elements with the same, or its place in the tree.
  const place = (element) => {
    if (element.id) return { id: element.id };
    const hook = element.dataset.test;
    if (hook) return { hook, at: [...document.querySelectorAll(`[data-test="${CSS.escape(hook)}"]`)].indexOf(element) };
    const path = [];
    for (let e = element; e !== document.body && e.parentElement; e = e.parentElement) {
      path.unshift([...e.parentElement.children].indexOf(e));
    }
    return { path };
  };
  const find = ({ id, hook, at, path }) =>
    id ? document.getElementById(id)
    : hook ? document.querySelectorAll(`[data-test="${CSS.escape(hook)}"]`)[at]
    : path.reduce((e, i) => e?.children[i], document.body);

  // keep keeps an act. Its element shows until then that it waits (style.css).
  const keep = (element, act) => {
    element.setAttribute("aria-busy", "true");
    acts.push({ ...act, place: place(element) });
  };
  const forget = (unwanted) => {
    for (let i = acts.length - 1; i >= 0; i--) if (unwanted(acts[i])) acts.splice(i, 1);
  };

  // takes reports whether an element itself does something with a key: it is no key of the page.
  const takes = (element, key) => {
    if (key === "Enter" || key === " ") return element.matches(`a, button, summary, ${fields}`);
    if (element.matches(`${toggles}, input[type=range]`)) return key.length > 1;
    return element.matches(fields);
  };

  const listeners = {
    click(event) {
      if (document.activeElement === document.body) focused = null; // the click has left it
      const element = event.target.closest(`a[href], button, summary, ${fields}`);
      if (!element || element.closest("#stopped")) return;
      // The address holds a lab's state, which goes to the other language as well.
      if (element.matches('[data-test="language"]')) element.search = location.search;
      if (element.matches(`button, summary, ${toggles}`)) {
        keep(element, { again: (e) => e.click(), dialog: element.matches('[aria-haspopup="dialog"]') });
      }
    },
    input(event) {
      const field = event.target;
      if (!field.matches(fields) || field.matches(toggles)) return;
      const same = JSON.stringify(place(field));
      forget((act) => act.field && JSON.stringify(act.place) === same);
      const { value, files } = field;
      const again = (e) => {
        if (files) e.files = files;
        else e.value = value;
        for (const type of ["input", "change"]) e.dispatchEvent(new Event(type, { bubbles: true }));
      };
      keep(field, { field: true, again });
    },
    keydown(event) {
      const { key, code, shiftKey, target } = event;
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (key === "Escape") forget((act) => act.dialog); // the dialog that would open
      if (takes(target, key)) return;
      if (["Tab", "Shift", "Escape"].includes(key)) return;
      // In a lab these are keys of the program, and do not scroll the page.
      if ([" ", "PageDown", "PageUp"].includes(key) && document.querySelector('[data-test="lab"]')) event.preventDefault();
      const again = (e) => e.dispatchEvent(new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true }));
      acts.push({ again, place: place(target) });
    },
    focusin(event) {
      focused = { place: place(event.target), element: event.target };
    },
  };
  for (const type in listeners) addEventListener(type, listeners[type], true);

  const pause = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));

  // usable returns an element when it can be used. It waits while the lab still loads, and a moment
  // where the act before may have disabled it. It returns null for what cannot be used: a control
  // that says why does so now as well.
  const usable = async (where, after) => {
    for (let waited = 0; ; waited += 50) {
      const element = find(where);
      if (!element) return null;
      if (!element.disabled && element.getAttribute("aria-disabled") !== "true") return element;
      const loading = document.querySelector('[data-test="lab"]')?.dataset.state === "loading";
      if (waited > (loading ? 20000 : after ? 1500 : 0)) return null;
      await pause(50);
    }
  };

  const answers = new MutationObserver(async () => {
    answers.disconnect();
    for (const type in listeners) removeEventListener(type, listeners[type], true);
    if (html.hasAttribute("data-stopped")) return; // nothing will answer
    const here = focused && document.activeElement === document.body && find(focused.place);
    if (here) {
      here.focus({ preventScroll: true });
      const { selectionStart, selectionEnd } = focused.element;
      if (typeof selectionStart === "number") here.setSelectionRange?.(selectionStart, selectionEnd);
    }
    let done = 0;
    for (const { place, again } of acts) {
      const element = await usable(place, done > 0);
      if (!element) continue;
      try {
        again(element);
      } catch (error) {
        console.info("an early act cannot be done again:", error);
      }
      done++;
      await pause(50); // the program draws before the next
    }
  });
  answers.observe(html, { attributeFilter: ["data-ready", "data-stopped"] });
})();
