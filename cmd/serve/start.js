
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

// stridelabBuild makes a tree of nodes for go-app (cmd/trim/patches/8-build.patch) and returns its
// nodes in the order of their operations. The text holds operations and their arguments, with a zero
// byte after each:
//
//	e tag namespace    an element; what follows is in it
//	a name value       its attribute
//	p name value       its property
//	b name value       its property, true or false
//	^                  the end of the element
//	t text             a text
//	r html             an element written in HTML
function stridelabBuild(text) {
  const parts = text.split("\0");
  const nodes = [];
  const root = document.createDocumentFragment();
  let parent = root;
  const add = (node) => {
    nodes.push(node);
    parent.append(node);
    return node;
  };
  for (let i = 0; i < parts.length - 1; ) {
    switch (parts[i++]) {
      case "e": {
        const tag = parts[i++];
        const namespace = parts[i++];
        parent = add(namespace ? document.createElementNS(namespace, tag) : document.createElement(tag));
        break;
      }
      case "a":
        parent.setAttribute(parts[i++], parts[i++]);
        break;
      case "p":
        parent[parts[i++]] = parts[i++];
        break;
      case "b":
        parent[parts[i++]] = /^(1|t|T|TRUE|true|True)$/.test(parts[i++]); // as strconv.ParseBool
        break;
      case "^":
        parent = parent.parentNode;
        break;
      case "t":
        add(document.createTextNode(parts[i++]));
        break;
      case "r": {
        const holder = document.createElement("div");
        holder.innerHTML = parts[i++];
        add(holder.firstChild);
        break;
      }
      default:
        throw new Error("stridelabBuild: no such operation: " + parts[i - 1]);
    }
  }
  root.replaceChildren(); // go-app puts the outermost node into the page
  return nodes;
}

// notLoaded tells web/static/rescue.js that the program could not be loaded.
function notLoaded(error) {
  console.error("the program could not be loaded:", error);
  dispatchEvent(new Event("stridelab-not-loaded"));
}
