
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

// notLoaded tells web/static/rescue.js that the program could not be loaded.
function notLoaded(error) {
  console.error("the program could not be loaded:", error);
  dispatchEvent(new Event("stridelab-not-loaded"));
}
