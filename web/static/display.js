// Puts the remembered colours on the page before it is first painted; a page that is dark
// must not flash white while the program loads. app/ui/display_js.go writes these keys.
(() => {
  const html = document.documentElement;
  const { recall } = window.stridelabStorage;
  const theme = recall("stridelab.theme");
  if (theme === "light" || theme === "dark") html.dataset.theme = theme;
  if (recall("stridelab.projector") === "on") html.dataset.projector = "";
})();
