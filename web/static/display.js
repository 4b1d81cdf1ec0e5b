// Sets the saved theme before the page is painted, so that a dark page does not flash white while
// the program loads. app/ui/display_js.go writes these keys.
(() => {
  const html = document.documentElement;
  const { recall } = window.stridelabStorage;
  const theme = recall("stridelab.theme");
  if (theme === "light" || theme === "dark") html.dataset.theme = theme;
  if (recall("stridelab.projector") === "on") html.dataset.projector = "";
})();

// Scrolls the list of labs in the header until the current lab is in its middle: on a phone the
// list is wider than the screen. The page's program calls this for a new page or size of type. A
// ResizeObserver calls back after the next layout, and again when the list's width changes; to
// measure at once would cost a layout of its own.
window.stridelabShowLab = (() => {
  const middle = (e) => e.getBoundingClientRect().left + e.offsetWidth / 2;
  const observer = new ResizeObserver(([{ target: list }]) => {
    const link = list.querySelector("[aria-current]");
    if (link) list.scrollLeft += middle(link) - middle(list);
  });
  return () => {
    observer.disconnect();
    const list = document.querySelector(".site-labs");
    if (list) observer.observe(list);
  };
})();
addEventListener("DOMContentLoaded", window.stridelabShowLab);
