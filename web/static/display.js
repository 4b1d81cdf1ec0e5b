// Sets the saved theme before the page is painted, so that a dark page does not flash white while
// the program loads. app/ui/display_js.go writes these keys.
(() => {
  const html = document.documentElement;
  const { recall } = window.stridelabStorage;
  const theme = recall("stridelab.theme");
  if (theme === "light" || theme === "dark") html.dataset.theme = theme;
  if (recall("stridelab.projector") === "on") html.dataset.projector = "";
})();
