// Tells the visitor when the page's program has ended, which it never does by itself. If the
// interface did not answer yet, this also brings back the prerendered page.
"use strict";

// At this event wasm_exec.js has defined Go, and the program has not started.
addEventListener("DOMContentLoaded", () => {
  if (!window.Go) return;
  const html = document.documentElement;
  let prerendered = document.body.firstElementChild; // go-app replaces this element but does not change it
  const ready = new MutationObserver(() => {
    prerendered = null; // from now on the interface is better than the prerendered page
    ready.disconnect();
  });
  ready.observe(html, { attributeFilter: ["data-ready"] });

  const ended = () => {
    window.onclick = window.onpopstate = window.onresize = null; // so that links work as on any page
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
    return run.call(this, instance).finally(ended); // a panic ends the program, and so does an exception that Go cannot catch
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
