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
// list is wider than the screen. The page's program calls this for a new page or size of type.
window.stridelabShowLab = () => {
  const link = document.querySelector(".site-labs [aria-current]");
  if (!link) return;
  const list = link.closest("ol");
  const middle = (e) => e.getBoundingClientRect().left + e.offsetWidth / 2;
  list.scrollLeft += middle(link) - middle(list);
};
addEventListener("DOMContentLoaded", window.stridelabShowLab);
(() => {
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) window.stridelabShowLab(); // a phone's bars change the height alone
    width = innerWidth;
  });
})();
