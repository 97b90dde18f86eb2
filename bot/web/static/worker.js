/* Keeps the shell of the residents' page on the device, so that it opens without a line. Never a conversation. */
"use strict";
const KEPT = "td-shell", PATIENCE_MS = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const kept = await caches.open(KEPT);
    await kept.addAll(SHELL.concat("/"));
    for (const request of await kept.keys()) {
      const url = new URL(request.url);
      if (url.pathname !== "/" && !SHELL.includes(url.pathname + url.search)) await kept.delete(request);
    }
    await self.skipWaiting();
  })());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && url.pathname === "/") event.respondWith(page(event.request));
  else if (SHELL.includes(url.pathname + url.search)) event.respondWith(shell(event.request));
});

/* The page of today where there is a line; the kept one where there is none, or one too slow to wait for. */
async function page(request) {
  const kept = await caches.open(KEPT), before = await kept.match("/");
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok) await kept.put("/", answer.clone());
    return answer;
  });
  if (!before) return fresh;
  const late = new Promise((done) => setTimeout(() => done(before), PATIENCE_MS));
  return Promise.race([fresh.catch(() => before), late]);
}

async function shell(request) {
  const kept = await caches.open(KEPT);
  return (await kept.match(request)) || fetch(request);
}
