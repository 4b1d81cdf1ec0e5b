// Removes the slash at the end of an address such as /train/, for which a host serves
// train/index.html. It runs before the interface reads the address.
if (location.pathname.endsWith("/")) {
  history.replaceState(null, "", location.pathname.slice(0, -1) + location.search + location.hash);
}
