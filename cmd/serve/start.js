
// -----------------------------------------------------------------------------
// Stridelab
// -----------------------------------------------------------------------------
// whenReady calls f once the interface answers and the page has nothing else to do: what the service worker fetches to
// keep must not hold up the first visit.
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
