// Stridelab's service worker: after one visit every page works without a network.
//
// The network comes first, so that nobody sees yesterday's page with today's program; what it answers is mostly
// a 304. When it is slow or gone, the copy made at installation is used. Labs keep their state behind the "?" of the
// address, so a copy answers for a page whatever stands there.
"use strict";

const cacheFamily = "stridelab {{.Scope}} ";
const cacheName = cacheFamily + "{{.Version}}";
const resources = {{.ResourcesToCache}};
// Of the trainer's two programs worker.js loads one, by the same test.
const vectors = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
]);
resources.push("{{.Scope}}web/" + (WebAssembly.validate(vectors) ? "worker.wasm" : "worker-portable.wasm"));
const patience = 4000; // milliseconds the network may take to begin a page's answer before the copy is shown

self.addEventListener("install", (event) => {
  // All or nothing: when one file fails, the installation fails and the browser tries again at the next visit.
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => Promise.all(resources.map(async (url) => cache.put(url, await fetchWhole(url)))))
      .then(() => self.skipWaiting())
  );
});

// fetchWhole fetches a file to keep. Some static hosts redirect /train to /train/; a browser refuses to show an answer
// that says it was redirected, so such a one is kept without saying so.
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
  if (url.pathname.startsWith("{{.Data}}")) return; // datasets are the page's own to keep
  event.respondWith(request.mode === "navigate" ? answer(request, patience) : answer(request, 0));
});

// answer fetches the request, and takes the copy when that fails or, with a limit above 0, takes longer.
async function answer(request, limit) {
  const fetched = fetch(request);
  fetched.catch(() => {}); // its failure is dealt with below, or no longer of interest
  try {
    const first = limit > 0 ? await Promise.race([fetched, after(limit)]) : await fetched;
    if (first && first.status < 500) return first;
  } catch {
    // The network is gone.
  }
  return (await copy(request)) || fetched;
}

// copy returns what was kept of a request, and sends one for /train/ to /train. A browser that has come to refuse
// storage keeps nothing.
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
