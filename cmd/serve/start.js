
// -----------------------------------------------------------------------------
// Stridelab
// -----------------------------------------------------------------------------
// whenReady calls f once the interface answers and the page is idle, so that the service worker's
// downloads do not slow down the first visit.
function whenReady(f) {
  const html = document.documentElement;
  const idle = window.requestIdleCallback || ((f) => setTimeout(f, 1000)); // Safari has none
  const watch = new MutationObserver(look);
  function look() {
    if (html.hasAttribute("data-ready")) {
      watch.disconnect();
      idle(() => f());
    }
  }
  watch.observe(html, { attributes: true, attributeFilter: ["data-ready"] });
  look();
}

// startProgram fetches, compiles and runs the page's program. Unlike go-app's own function it gives
// the browser the response itself: it compiles while it loads, and the browser can keep the
// compiled code for the next visit.
async function startProgram() {
  if (!goappCanLoadWebAssembly()) return;
  const response = await fetch("{{.Program}}");
  if (!response.ok) throw new Error("status " + response.status);
  showProgress(response.clone(), Number(goappWasmContentLength));
  const go = new Go();
  go.env.GOGC = "off"; // until the page is ready, see ui.markReady
  let { instance } = await instantiate(response, go.importObject);
  // At once what the start needs, in pages of 64 kB; Go would ask for it in fifty steps.
  instance.exports.mem.grow(384);
  await new Promise((resolve) => setTimeout(resolve)); // so that the program runs in a task of its own
  go.run(instance);
}

async function instantiate(response, imports) {
  if (WebAssembly.instantiateStreaming) return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

// showProgress moves the bar in the header with the bytes of a response that have come, of so many.
async function showProgress(response, total) {
  const bar = document.getElementById("starting");
  let loaded = 0;
  let shown = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    loaded += value.byteLength;
    const percent = Math.min(100, Math.floor((100 * loaded) / total));
    if (percent === shown) continue;
    shown = percent;
    document.documentElement.style.setProperty("--loaded", percent / 100);
    bar.setAttribute("aria-valuenow", percent);
    dispatchEvent(new Event("stridelab-progress")); // to rescue.js
  }
}

// notLoaded tells web/static/rescue.js that the program could not be loaded.
function notLoaded(error) {
  console.error("the program could not be loaded:", error);
  dispatchEvent(new Event("stridelab-not-loaded"));
}
