// Sees to it that no page dies in silence. The page's program never ends by itself. When it does, whatever the reason,
// the page says so; and where it had not yet begun to answer, the prerendered page comes back.
"use strict";

// By then wasm_exec.js has defined Go, and the program is still on its way.
addEventListener("DOMContentLoaded", () => {
  if (!window.Go) return;
  const html = document.documentElement;
  let prerendered = document.body.firstElementChild; // go-app puts another element in its place, and leaves it whole
  const ready = new MutationObserver(() => {
    prerendered = null; // what the program has drawn since is worth more
    ready.disconnect();
  });
  ready.observe(html, { attributeFilter: ["data-ready"] });

  const ended = () => {
    window.onclick = window.onpopstate = window.onresize = null; // links lead on as in any page
    if (prerendered && !prerendered.isConnected) document.body.firstElementChild.replaceWith(prerendered);
    ready.disconnect();
    html.dataset.stopped = "";
    const said = document.getElementById("stopped");
    if (!said || !said.hidden) return;
    said.hidden = false;
    said.querySelector("button").onclick = () => location.reload();
  };

  const { run, _resume } = Go.prototype;
  Go.prototype.run = function (instance) {
    return run.call(this, instance).finally(ended); // a panic ends it, and so does an exception that Go cannot catch
  };
  Go.prototype._resume = function () {
    try {
      return _resume.call(this);
    } catch (error) {
      ended();
      throw error;
    }
  };
});
