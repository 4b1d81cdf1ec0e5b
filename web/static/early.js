// Keeps what a visitor does before the page's program answers, and does it again when it does. The
// program replaces the prerendered page by its own, so what was typed, chosen or focused there
// would be lost as well. Links are not kept: they work without the program.
"use strict";

(() => {
  const html = document.documentElement;
  const fields = "input, select, textarea";
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
  const toggles = (element) => element.matches("[type=checkbox], [type=radio]");

  const listeners = {
    click(event) {
      if (document.activeElement === document.body) focused = null; // the click has left it
      const element = event.target.closest(`a[href], button, summary, ${fields}`);
      if (!element || element.closest("#stopped")) return;
      // The address holds a lab's state, which goes to the other language as well.
      if (element.matches('[data-test="language"]')) element.search = location.search;
      if (element.matches("a")) return;
      if (element.matches("button, summary") || toggles(element)) keep(element, { again: (e) => e.click() });
    },
    input(event) {
      const field = event.target;
      if (!field.matches(fields) || toggles(field)) return;
      const same = JSON.stringify(place(field));
      const before = acts.findIndex((act) => act.field && JSON.stringify(act.place) === same);
      if (before >= 0) acts.splice(before, 1);
      const { value } = field;
      const again = (e) => {
        e.value = value;
        for (const type of ["input", "change"]) e.dispatchEvent(new Event(type, { bubbles: true }));
      };
      keep(field, { field: true, again });
    },
    keydown(event) {
      const { key, code, shiftKey, target } = event;
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || target.matches(fields)) return;
      if (["Tab", "Shift", "Escape"].includes(key)) return;
      if ((key === "Enter" || key === " ") && target !== document.body) return; // it clicks
      const again = (e) => e.dispatchEvent(new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true }));
      acts.push({ again, place: place(target) });
    },
    focusin(event) {
      focused = { place: place(event.target), element: event.target };
    },
  };
  for (const type in listeners) addEventListener(type, listeners[type], true);

  // usable waits until a control can be used: the program may be ready before its trainer is.
  const usable = async (where) => {
    for (let i = 0; i < 200; i++) {
      const element = find(where);
      if (!element) return null;
      if (!element.disabled && element.getAttribute("aria-disabled") !== "true") return element;
      await new Promise((go) => setTimeout(go, 100));
    }
    return null;
  };

  const ready = new MutationObserver(async () => {
    ready.disconnect();
    for (const type in listeners) removeEventListener(type, listeners[type], true);
    const here = focused && document.activeElement === document.body && find(focused.place);
    if (here) {
      here.focus({ preventScroll: true });
      const { selectionStart, selectionEnd } = focused.element;
      if (typeof selectionStart === "number") here.setSelectionRange?.(selectionStart, selectionEnd);
    }
    for (const { place, again } of acts) {
      const element = await usable(place);
      if (!element) continue;
      again(element);
      await new Promise((go) => setTimeout(go, 30)); // the program draws before the next
    }
  });
  ready.observe(html, { attributeFilter: ["data-ready"] });
})();
