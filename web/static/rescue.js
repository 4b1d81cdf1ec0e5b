// Tells the visitor when the page's program could not be loaded, loads slowly, or has ended, which
// it never does by itself. If the interface did not answer yet, this also brings back the
// prerendered page. The sentences are in the page (app/ui/page.go).
"use strict";

(() => {
  const html = document.documentElement;

  // tell shows the sentence for a cause, and the button that loads the page again.
  const tell = (cause) => {
    const notice = document.getElementById("stopped");
    if (!notice) return;
    for (const sentence of notice.querySelectorAll("[data-cause]")) sentence.hidden = sentence.dataset.cause !== cause;
    notice.querySelector("button").onclick = () => location.reload();
    notice.hidden = false;
  };

  // The program does not run and will not. The first cause is the one that is told.
  const stop = (cause) => {
    if (html.hasAttribute("data-stopped")) return;
    html.dataset.stopped = cause;
    for (const waiting of document.querySelectorAll('[aria-busy="true"]')) waiting.removeAttribute("aria-busy"); // early.js
    tell(cause);
  };
  const notLoaded = () => stop(window.WebAssembly ? "not-loaded" : "no-webassembly");
  addEventListener("stridelab-not-loaded", notLoaded); // from cmd/serve/start.js

  // A download may hang for ever. Seconds without progress are counted, not measured, since a
  // computer may have slept.
  const patience = 20;
  let quiet = 0;
  const clock = setInterval(() => {
    const loading = !html.hasAttribute("data-ready");
    if (loading && ++quiet === patience && !html.hasAttribute("data-stopped")) tell("slow");
  }, 1000);

  // At this event wasm_exec.js has defined Go, and the program has not started.
  addEventListener("DOMContentLoaded", () => {
    if (!window.Go || !window.startProgram) return notLoaded(); // a script is missing or cut
    addEventListener("stridelab-progress", () => (quiet = 0)); // from cmd/serve/start.js

    let prerendered = document.body.firstElementChild; // go-app replaces this element but does not change it
    const ready = new MutationObserver(() => {
      prerendered = null; // from now on the interface is better than the prerendered page
      ready.disconnect();
      clearInterval(clock);
    });
    ready.observe(html, { attributeFilter: ["data-ready"] });

    const ended = () => {
      window.onclick = window.onpopstate = window.onresize = null; // so that links work as on any page
      if (prerendered && !prerendered.isConnected) document.body.firstElementChild.replaceWith(prerendered);
      ready.disconnect();
      stop("ended");
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
})();
