// Keeps scores and settings in the browser. Where the browser refuses that, it keeps them in memory until the page is
// closed. Nothing here throws. It runs before the page is painted: display.js and the page's program
// (app/ui/storage_js.go) read and write through it.
"use strict";

window.stridelabStorage = (() => {
  const memory = new Map(); // what the browser did not take
  const told = "stridelab.told";
  let kept = null; // the browser's storage, null where it is refused
  try {
    // To read the property throws where site data is blocked and in a sandboxed frame, some apps have null there, and
    // a full storage throws at the first write.
    localStorage.setItem("stridelab.probe", "");
    localStorage.removeItem("stridelab.probe");
    kept = localStorage;
  } catch {
    // Memory has to do.
  }

  // Where a sandboxed frame may not change its address, each page is loaded anew. There the frame's name, unless it has
  // one, carries the memory along.
  const mark = "stridelab ";
  const named = !kept && self.origin === "null" && (window.name === "" || window.name.startsWith(mark));
  try {
    if (named && window.name) JSON.parse(window.name.slice(mark.length)).forEach(([k, v]) => memory.set(k, String(v)));
  } catch {
    // Not ours after all.
  }
  const hold = (key, value) => {
    memory.set(key, value);
    if (named) window.name = mark + JSON.stringify([...memory]);
  };

  return {
    // recall returns what is remembered under a key, "" for nothing.
    recall(key) {
      try {
        if (kept && !memory.has(key)) return kept.getItem(key) ?? "";
      } catch {
        // Refused since the page was opened.
      }
      return memory.get(key) ?? "";
    },
    // remember remembers a string under a key.
    remember(key, value) {
      try {
        if (kept) {
          kept.setItem(key, value);
          memory.delete(key);
          return;
        }
      } catch {
        // Full, or refused since the page was opened.
      }
      hold(key, value);
    },
    // refusal says whether the visitor has to hear that the browser keeps nothing: once a visit.
    refusal() {
      if (kept || memory.has(told)) return false;
      hold(told, "yes");
      return true;
    },
  };
})();
