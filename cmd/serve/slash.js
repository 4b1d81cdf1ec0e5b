// Takes the slash off the end of an address such as /train/, under which a host serves the page's index.html.
// It runs before the interface looks at the address.
if (location.pathname.endsWith("/")) {
  history.replaceState(null, "", location.pathname.slice(0, -1) + location.search + location.hash);
}
