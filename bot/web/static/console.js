/* The console follows what happens. Everything works without this file. */
"use strict";
(() => {
  const live = document.getElementById("live"), stale = document.getElementById("stale");
  document.querySelectorAll("select[name=dv]").forEach(wireSelect);
  document.querySelectorAll("[data-print]").forEach((button) => { button.hidden = false; button.addEventListener("click", () => print()); });
  const here = document.querySelector("nav [aria-current=page]");
  if (here && here.parentElement.scrollWidth > here.parentElement.clientWidth) here.parentElement.scrollLeft = here.offsetLeft - 40;
  if (!(live || stale) || typeof EventSource !== "function") return;

  let source = null, waits = 5000;
  function wireSelect(select) { select.addEventListener("change", () => select.form.submit()); }
  function listen() {
    source = new EventSource("/console/song" + (stale ? "?don=" + encodeURIComponent(stale.dataset.code) : ""));
    source.addEventListener("ready", () => { waits = 5000; });
    source.addEventListener("change", stale ? () => { stale.hidden = false; } : renew);
    source.addEventListener("over", () => { source.close(); location.reload(); });
    source.onerror = () => {
      // Refused (a session that is over, a full house) is final for the browser: try again by ourselves, slowly.
      if (source.readyState !== 2) return;
      waits = Math.min(waits * 2, 120000);
      setTimeout(listen, waits);
    };
  }
  let renewing = false;
  async function renew() {
    if (renewing || document.hidden || live.contains(document.activeElement)) { late = true; return; }
    renewing = true; late = false;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
      if (answer.status === 401) { location.reload(); return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
      if (page && page.innerHTML !== live.innerHTML) {
        live.innerHTML = page.innerHTML;
        live.querySelectorAll("select[name=dv]").forEach(wireSelect);
      }
    } catch (problem) { /* the next change tries again */ }
    renewing = false;
  }
  let late = false;
  const catchUp = () => { if (late) renew(); };
  if (live) {
    document.addEventListener("visibilitychange", catchUp);
    live.addEventListener("focusout", () => setTimeout(catchUp, 300));
  }
  addEventListener("pagehide", () => source && source.close());
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();
})();
