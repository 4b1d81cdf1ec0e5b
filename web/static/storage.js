// Stores scores and settings in the browser, or in memory until the page is closed where the
// browser refuses that. No function here throws. display.js, before the page is painted, and the
// page's program (app/ui/storage_js.go) read and write through it.
"use strict";

window.stridelabStorage = (() => {
  const memory = new Map(); // what the browser did not store
  const told = "stridelab.told";
  let kept = null; // the browser's storage, null where it is refused
  let refused = false; // something was not stored, though the browser has a storage
  try {
    // Reading the property throws where site data is blocked, and in a sandboxed frame. In some
    // apps it is null. A full storage throws at the first write.
    localStorage.setItem("stridelab.probe", "");
    localStorage.removeItem("stridelab.probe");
    kept = localStorage;
  } catch {
    // Use the memory.
  }

  // A page that is loaded anew loses the memory: one opened by its address, or each page in a
  // sandboxed frame that may not change its address. So the memory is passed on in the name of the
  // window, unless the window has a name already. The name ends with the tab, and with the site.
  const mark = "stridelab ";
  const named = !kept && (window.name === "" || window.name.startsWith(mark));
  try {
    if (named && window.name) JSON.parse(window.name.slice(mark.length)).forEach(([k, v]) => memory.set(k, String(v)));
  } catch {
    // The name is not from this script.
  }
  const hold = (key, value) => {
    memory.set(key, value);
    if (named) window.name = mark + JSON.stringify([...memory]);
  };

  return {
    // recall returns the string that is stored under a key, or "".
    recall(key) {
      try {
        if (kept && !memory.has(key)) return kept.getItem(key) ?? "";
      } catch {
        // The browser has begun to refuse.
      }
      return memory.get(key) ?? "";
    },
    // remember stores a string under a key.
    remember(key, value) {
      try {
        if (kept) {
          kept.setItem(key, value);
          memory.delete(key);
          return;
        }
      } catch {
        // The storage is full, or the browser has begun to refuse.
        refused = true;
      }
      hold(key, value);
    },
    // refusal reports whether the page must tell the visitor that the browser stores nothing: once
    // a visit.
    refusal() {
      if ((kept && !refused) || memory.has(told)) return false;
      hold(told, "yes");
      return true;
    },
  };
})();
