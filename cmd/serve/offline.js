// Stridelab's service worker: after one visit every page works without a network.
//
// It asks the network first, so that a page and its program are of one version. The answer is mostly
// a 304. When the network is slow or fails, it answers with the copy made at installation, which may
// be of an older version than what the network answers for another file.
// Labs have their state after the "?" of the address, so the copy of a page answers for any state.
"use strict";

const cacheFamily = "stridelab {{.Scope}} ";
const cacheName = cacheFamily + "{{.Version}}";
const resources = {{.ResourcesToCache}};
// worker.js loads one of the trainer's two programs, and uses the same test.
const vectors = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
]);
resources.push("{{.Scope}}web/" + (WebAssembly.validate(vectors) ? "worker.wasm" : "worker-portable.wasm"));
const patience = 4000; // milliseconds to wait for the network to begin the answer for a page, before the copy is used

self.addEventListener("install", (event) => {
  // When one file fails, the whole installation fails, and the browser tries again at the next
  // visit.
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => Promise.all(resources.map(async (url) => cache.put(url, await fetchWhole(url)))))
      .then(() => self.skipWaiting())
  );
});

// fetchWhole fetches a file for the cache. Some static hosts redirect /train to /train/. A browser
// refuses to show a cached answer that is marked as redirected, so the cache gets a new answer with
// the same body.
async function fetchWhole(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(url + ": status " + response.status);
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: response.headers });
}

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith(cacheFamily) && name !== cacheName).map((name) => caches.delete(name))
        )
      )
      .then(() => self.clients.claim())
  );
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("{{.Data}}")) return; // the page itself handles datasets
  event.respondWith(request.mode === "navigate" ? answer(request, patience) : answer(request, 0));
});

// answer fetches the request. It uses the copy where that fails, and with a limit above 0 also
// where it takes longer.
async function answer(request, limit) {
  const fetched = fetch(request);
  fetched.catch(() => {}); // a failure is handled below, or comes too late to matter
  try {
    const first = limit > 0 ? await Promise.race([fetched, after(limit)]) : await fetched;
    if (first && first.status < 500) return first;
  } catch {
    // There is no network.
  }
  return (await copy(request)) || fetched;
}

// copy returns the cached answer to a request, or undefined. It redirects /train/ to /train. A
// browser that refuses storage has no copies.
async function copy(request) {
  const kept = await caches.open(cacheName).catch(() => null);
  if (!kept) return undefined;
  const found = (address) => kept.match(address, { ignoreSearch: true, ignoreVary: true });
  const url = new URL(request.url);
  const bare = url.pathname.replace(/\/$/, "");
  if (request.mode === "navigate" && bare !== url.pathname && !(await found(request)) && (await found(bare))) {
    return Response.redirect(bare + url.search, 302);
  }
  return found(request);
}

function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
