/* The residents' chat: shows the conversation, keeps what could not be sent yet, and sends it again. */
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const said = JSON.parse($("said").textContent);
  const lang = document.documentElement.lang;
  const log = $("log"), box = $("words"), down = $("down");
  const QUEUE = "td-queue", WORDS = "td-words", LOST = "td-lost", SPOKEN = "td-lang";
  const RESEND_MS = [1000, 2000, 4000, 8000, 15000];
  const FILES = "td-files", STREAM_PATIENCE_MS = 8000, SILENCE_MS = 60000, LONGEST_VOICE_SECONDS = 300;
  const FRAMED = window !== window.top ? "&framed=1" : "";
  const WAIT_SECONDS = 25, PATIENCE_MS = 40000, SEND_PATIENCE_MS = 20000, UPLOAD_PATIENCE_MS = 600000;

  let last = 0;            // number of the newest line we have
  let me = "";             // whose conversation this is
  let started = false;     // whether the conversation so far is shown
  let latest = 0;          // number of the newest question
  let editing = null;      // the line of ours that is being changed
  let day = "";
  let typing = null, answers = 0;
  const mine = new Map();  // event -> { turn, text, at }
  const theirs = new Map(); // seq -> turn
  const queue = [];        // { event, body } or { event, file, album }

  // ---- small tools

  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  const make = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(12)),
    (n) => n.toString(16).padStart(2, "0")).join("");
  /* Asking for the store itself may be refused, inside another site or where nothing may be kept. */
  const store = (area, key, value) => {
    try { if (value) window[area].setItem(key, value); else window[area].removeItem(key); } catch (e) { /* private mode: memory only */ }
  };
  const recall = (area, key) => { try { return window[area].getItem(key) || ""; } catch (e) { return ""; } };
  const two = (number) => String(number).padStart(2, "0");
  const clock = (at) => two(new Date(at).getHours()) + ":" + two(new Date(at).getMinutes());
  const sizeOf = (bytes) => (bytes < 1048576 ? Math.max(1, Math.round(bytes / 1024)) + " KB"
    : (bytes / 1048576).toLocaleString(lang, { maximumFractionDigits: 1 }) + " MB");

  async function ask(url, options, patience) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    try {
      return await fetch(url, Object.assign({ signal: stop.signal, credentials: "same-origin", cache: "no-store" }, options));
    } finally { clearTimeout(timer); }
  }

  // ---- showing

  // codes, links, telephone numbers, commands
  const CODE_OR_LINK = /(TD-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])|((?:\+84|0)\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?!\d))|(^|[\s(])(\/[a-z]{2,12})(?![\w/])/g;
  const STEP = new RegExp("^" + said.step + " \\d+/\\d+[^\\n]*$", "m");

  function fill(node, text) {
    let rest = text;
    const head = STEP.exec(text);
    if (head) {
      const before = text.slice(0, head.index).trim();
      if (before) node.append(wordsOf(before));
      node.append(make("span", "step", head[0]));
      rest = text.slice(head.index + head[0].length + 1);
    }
    node.append(wordsOf(rest));
  }

  function wordsOf(rest) {
    const words = make("span", "words");
    let from = 0, hit;
    CODE_OR_LINK.lastIndex = 0;
    while ((hit = CODE_OR_LINK.exec(rest))) {
      words.append(rest.slice(from, hit.index));
      if (hit[1]) words.append(codeButton(hit[1]));
      else if (hit[5]) words.append(hit[4], commandButton(hit[5]));
      else {
        const link = make("a", "", hit[0]);
        link.href = hit[2] ? hit[2] : "tel:" + hit[3].replace(/[^\d+]/g, "");
        if (hit[2]) { link.target = "_blank"; link.rel = "noopener noreferrer"; }
        words.append(link);
      }
      from = hit.index + hit[0].length;
    }
    words.append(rest.slice(from));
    return words;
  }

  function codeButton(code) {
    const button = make("button", "code", code);
    button.type = "button";
    const hint = make("small", "", said.copy);
    button.append(hint);
    button.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(code); } catch (e) {
        const area = make("textarea"); area.value = code; document.body.append(area);
        area.select(); document.execCommand("copy"); area.remove(); button.focus();
      }
      hint.textContent = said.copied;
      setTimeout(() => { hint.textContent = said.copy; }, 2500);
    });
    return button;
  }

  function commandButton(command) {
    const button = make("button", "command", command);
    button.type = "button";
    button.addEventListener("click", () => enqueue({ event: newId(), body: { text: command } }));
    return button;
  }

  /* The browser's own names of days take a slow phone long to load: today needs none of them. */
  function newDay(at) {
    const then = new Date(at), date = then.toDateString();
    if (date === day) return;
    day = date;
    log.append(make("p", "day", date === new Date().toDateString() ? said.today
      : then.toLocaleDateString(lang, { weekday: "long", day: "numeric", month: "numeric", year: "numeric" })));
  }

  function place(turn) {
    if (typing) typing.remove();
    log.append(turn);
    if (typing) log.append(typing);
  }

  function note(turn, at, status, bad) {
    let line = turn.querySelector(".note");
    if (!line) { line = make("div", "note"); turn.append(line); }
    line.className = bad ? "note bad" : "note";
    line.textContent = status || clock(at);
    return line;
  }

  function showMine(entry, status) {
    const known = mine.get(entry.event);
    if (known) {
      // A line may be kept without having been answered: until the server says so it waits to be sent again.
      if (!status && !queue.some((item) => item.event === entry.event)) settled(entry.event, entry.at);
      return known.turn;
    }
    if (entry.edits) {
      const old = mine.get(entry.edits);
      mine.set(entry.event, { turn: old ? old.turn : make("div"), text: entry.text, at: entry.at });
      if (old) {
        const words = old.turn.querySelector(".words");
        if (words) words.textContent = entry.text;
        old.text = entry.text;
        note(old.turn, entry.at, status || clock(entry.at) + " · " + said.edited);
        if (!status) offerEdit();
      }
      return mine.get(entry.event).turn;
    }
    newDay(entry.at);
    const turn = make("div", "turn mine");
    const bubble = make("div", "bubble");
    bubble.append(make("span", "unseen", said.you + ": "));
    if (entry.file) {
      if (entry.preview) { const image = make("img"); image.src = entry.preview; image.alt = ""; bubble.append(image); }
      bubble.append(make("span", "words", (said.kinds[entry.file.kind] || said.kinds.document) + ": " + entry.file.name + " (" + sizeOf(entry.file.size) + ")"));
    } else {
      bubble.append(make("span", "words", entry.place ? said.place : entry.text));
    }
    turn.append(bubble);
    note(turn, entry.at, status);
    mine.set(entry.event, { turn, text: entry.text, at: entry.at, plain: !entry.file && !entry.tap && !entry.place });
    place(turn);
    if (entry.tap) markChosen(entry.tap);
    if (!status) offerEdit();
    return turn;
  }

  function settled(event, at) {
    const known = mine.get(event);
    if (known) { note(known.turn, known.at || at); offerEdit(); }
  }

  /* Only the last words of ours can be changed: earlier ones are changed in the review of the letter. */
  function offerEdit() {
    log.querySelectorAll(".note .change").forEach((button) => button.remove());
    const all = Array.from(mine.entries()).filter(([, own]) => own.plain);
    if (!all.length) return;
    const [event, own] = all[all.length - 1];
    if (queue.some((item) => item.event === event)) return;
    const button = make("button", "change", said.edit);
    button.type = "button";
    button.addEventListener("click", () => startEditing(event, own));
    const line = own.turn.querySelector(".note");
    if (line) line.append(button);
  }

  /* A file of the bot's: a picture is shown, anything else is a link to save it. */
  function showPaper(bubble, entry) {
    const link = make("a", "paper", entry.paper.name + " (" + sizeOf(entry.paper.size) + ")");
    link.href = "/chat/paper/" + entry.seq;
    if (entry.paper.kind === "photo") {
      const image = make("img");
      image.src = link.href;
      image.alt = entry.paper.name;
      bubble.append(image);
    } else link.download = entry.paper.name;
    bubble.append(link);
  }

  function showTheirs(entry) {
    let turn = entry.edits ? theirs.get(String(entry.edits)) : null;
    const fresh = !turn;
    if (fresh) {
      newDay(entry.at);
      turn = make("div", "turn");
      theirs.set(String(entry.seq), turn);
    } else turn.textContent = "";
    const bubble = make("div", "bubble");
    bubble.append(make("span", "unseen", said.bot + ": "));
    if (entry.paper) showPaper(bubble, entry);
    else fill(bubble, entry.text);
    turn.append(bubble);
    if (entry.prompt > latest) latest = entry.prompt;
    if (entry.options && entry.options.length) turn.append(optionList(entry));
    note(turn, entry.at);
    if (fresh) {
      answers += 1;
      if (typing) { typing.remove(); typing = null; }
      place(turn);
    }
    return turn;
  }

  function optionList(entry) {
    const list = make("ol", "options");
    list.setAttribute("aria-label", said.answers);
    list.dataset.prompt = entry.prompt;
    const numbered = entry.prompt > 0 && entry.options.length > 1;
    entry.options.forEach(([option, label], index) => {
      const item = make("li", option.startsWith("/") ? "standing" : "asked");
      const button = make("button");
      button.type = "button";
      button.dataset.option = option;
      if (numbered) { const number = make("span", "number", String(index + 1)); button.append(number); }
      button.append(make("span", "label", label));
      button.addEventListener("click", () => tap(list, button, option, label, entry.prompt));
      item.append(button);
      list.append(item);
    });
    return list;
  }

  function markChosen(chosen) {
    log.querySelectorAll('.options[data-prompt="' + Number(chosen.prompt) + '"] button').forEach((button) => {
      const it = button.dataset.option === chosen.option;
      button.classList.toggle("chosen", it);
      if (it) button.setAttribute("aria-pressed", "true");
    });
    if (!chosen.option.startsWith("/")) {
      log.querySelectorAll('.options[data-prompt="' + Number(chosen.prompt) + '"]').forEach((list) => { list.dataset.done = "1"; });
    }
  }

  /* Buttons of a question that is over can no longer be tapped; those that begin with "/" always can. */
  function settleOptions() {
    log.querySelectorAll(".options").forEach((list) => {
      const open = Number(list.dataset.prompt) === latest && !list.dataset.done;
      list.classList.toggle("old", !open);
      list.querySelectorAll("li").forEach((item) => {
        const past = !open && item.className.indexOf("standing") < 0;
        item.classList.toggle("past", past);
        item.firstChild.disabled = past;
      });
    });
  }

  function toEnd(turn) {
    const far = turn && turn.offsetHeight > log.clientHeight - 24;
    log.scrollTop = far ? turn.offsetTop - log.offsetTop - 12 : log.scrollHeight;
  }

  function waitForAnswer() {
    if (typing || down.hidden === false) return;
    typing = make("div", "turn");
    typing.setAttribute("aria-hidden", "true");
    const dots = make("div", "bubble typing");
    dots.append(make("i"), make("i"), make("i"));
    typing.append(dots);
    log.append(typing);
    toEnd();
    const shown = typing;
    setTimeout(() => { if (typing === shown) { typing.remove(); typing = null; } }, 6000);
  }

  function online(up) {
    down.textContent = up ? "" : said.down;
    if (down.hidden !== up) down.hidden = up;
  }

  // ---- getting

  /* The newest lines by one request; then by a stream, or where none can be had by asking again and again. */
  async function listen() {
    let tries = 0, streams = typeof EventSource === "function";
    for (;;) {
      if (document.hidden && started) {
        await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
      }
      try {
        const answer = await ask("/chat/messages?after=" + last + "&wait=" + (started && !streams ? WAIT_SECONDS : 0) + FRAMED, {}, PATIENCE_MS);
        if (!answer.ok) throw new Error(String(answer.status));
        took(await answer.json());
        tries = 0;
        if (!started) await begin(last === 0);
        if (streams) streams = await follow();
      } catch (problem) {
        online(false);
        await Promise.race([sleep(RESEND_MS[Math.min(tries++, RESEND_MS.length - 1)]),
          new Promise((done) => addEventListener("online", done, { once: true }))]);
      }
    }
  }

  function took(data) {
    if (me && data.me && data.me !== me) { location.reload(); return; }
    me = data.me || me;
    online(true);
    show(data.entries);
  }

  /* Until the stream ends; whether it is worth trying again. Some proxies hold a stream back until it is over. */
  function follow() {
    return new Promise((done, lost) => {
      const source = new EventSource("/chat/stream?after=" + last);
      let opened = false, heard = Date.now();
      const patience = setTimeout(() => { if (!opened) end(done, false); }, STREAM_PATIENCE_MS);
      const watch = setInterval(() => { if (Date.now() - heard > SILENCE_MS) end(done, true); }, 5000);
      const hide = () => { if (document.hidden) end(done, true); };
      function end(how, value) {
        clearTimeout(patience); clearInterval(watch); source.close();
        document.removeEventListener("visibilitychange", hide);
        removeEventListener("offline", drop);
        how(value);
      }
      function drop() { end(lost, new Error("offline")); }
      source.addEventListener("ready", () => { opened = true; heard = Date.now(); online(true); });
      source.addEventListener("ping", () => { heard = Date.now(); });
      source.onmessage = (event) => { heard = Date.now(); took(JSON.parse(event.data)); };
      source.onerror = () => (opened ? end(lost, new Error("stream")) : end(done, false));
      document.addEventListener("visibilitychange", hide);
      addEventListener("offline", drop);
    });
  }

  function show(entries) {
    let firstNew = null;
    for (const entry of entries) {
      if (entry.seq > last) last = entry.seq;
      const turn = entry.dir === "in" ? showMine(entry) : showTheirs(entry);
      if (entry.dir === "out" && !firstNew) firstNew = turn;
    }
    if (!entries.length) return;
    settleOptions();
    offerEdit();
    toEnd(started ? firstNew : null);
  }

  async function begin(empty) {
    started = true;
    log.setAttribute("aria-busy", "false");
    const kept = JSON.parse(recall("localStorage", QUEUE) || "[]").concat(await files.all());
    kept.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    for (const item of kept) {
      if (queue.some((other) => other.event === item.event)) continue;
      if (item.file && item.file.type.startsWith("image/")) item.preview = URL.createObjectURL(item.file);
      if (mine.has(item.event) && !(item.body && item.body.edit)) { /* shown already: it was kept, perhaps not answered */ }
      else if (!item.event.startsWith("hello")) showMine(lineOf(item), said.sending);
      queue.push(item);
    }
    const spoken = recall("localStorage", SPOKEN) || "vi";
    store("localStorage", SPOKEN, lang);
    const speak = { text: "/ngonngu " + lang };
    if (empty && !queue.length) enqueue({ event: "hello", body: lang === "vi" ? { text: "/start" } : speak });
    else if (spoken !== lang) enqueue({ event: "hello-" + newId(), body: speak });
    toEnd();
    if (queue.length) sendAll();
  }

  // ---- sending

  function lineOf(item) {
    const at = item.at || new Date().toISOString();
    if (item.file) return { event: item.event, at, file: { name: item.file.name, kind: kindOf(item.file.type), size: item.file.size }, preview: item.preview };
    const body = item.body;
    if (body.tap) return { event: item.event, at, text: body.tap.label, tap: body.tap };
    if (body.edit) return { event: item.event, at, text: body.edit.text, edits: body.edit.ref };
    return { event: item.event, at, text: body.text, place: body.place };
  }

  const kindOf = (type) => ({ image: "photo", video: "video", audio: "audio" }[(type || "").split("/")[0]] || "document");

  function enqueue(item) {
    item.at = new Date().toISOString();
    queue.push(item);
    keepQueue();
    if (item.file) files.put(item);
    if (!item.event.startsWith("hello")) { toEnd(showMine(lineOf(item), said.sending)); settleOptions(); toEnd(); }
    if (started) sendAll();
  }

  /* Files that wait outlive a reload, too: in IndexedDB, which some private windows do not have. */
  const files = (() => {
    let opening = null;
    const open = () => opening || (opening = new Promise((done) => {
      try {
        const asked = indexedDB.open(FILES, 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("waiting", { keyPath: "event" });
        asked.onsuccess = () => done(asked.result);
        asked.onerror = asked.onblocked = () => done(null);
      } catch (problem) { done(null); }
    }));
    const run = (mode, work) => open().then((db) => new Promise((done) => {
      if (!db) { done([]); return; }
      try {
        const deal = db.transaction("waiting", mode), asked = work(deal.objectStore("waiting"));
        deal.oncomplete = () => done(asked.result);
        deal.onerror = deal.onabort = () => done([]);
      } catch (problem) { done([]); }
    }));
    return {
      put: (item) => run("readwrite", (all) => all.put({ event: item.event, file: item.file, album: item.album, at: item.at })),
      drop: (event) => run("readwrite", (all) => all.delete(event)),
      all: () => run("readonly", (all) => all.getAll()).then((found) => found || []),
      clear: () => run("readwrite", (all) => all.clear()),
    };
  })();

  /* Words that wait outlive a reload until they are delivered. */
  function keepQueue() {
    const words = queue.filter((item) => item.body);
    store("localStorage", QUEUE, words.length ? JSON.stringify(words) : "");
  }

  let sending = false;
  async function sendAll() {
    if (sending) return;
    sending = true;
    let tries = 0;
    while (queue.length) {
      const item = queue[0], before = answers;
      let status = 0;
      try {
        const answer = await post(item);
        status = answer.status;
        await answer.text();   // an answer that nobody reads keeps its connection, and browsers have few
      } catch (problem) { status = 0; }
      if (status >= 200 && status < 300) {
        drop(item);
        store("sessionStorage", LOST, "");
        settled(item.event, item.at);
        online(true);
        tries = 0;
        if (answers === before) waitForAnswer();   // the answer may be here before it is said that the line is kept
      } else if (status === 401) {
        // The key to the conversation is gone: what waits is kept and sent under a new one. Where the browser
        // keeps no cookies that would go on for ever.
        const again = recall("sessionStorage", LOST);
        store("sessionStorage", LOST, "1");
        if (again || !recall("sessionStorage", LOST)) { online(false); down.textContent = said.cookies; return; }
        location.reload();
        return;
      } else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
        drop(item);
        failed(item, status === 413 ? said.tooLarge : said.notTaken);
      } else {
        if (status === 0) online(false);
        const known = mine.get(item.event);
        if (known) note(known.turn, item.at, said.kept);
        await Promise.race([sleep(RESEND_MS[Math.min(tries++, RESEND_MS.length - 1)]),
          new Promise((done) => addEventListener("online", done, { once: true }))]);
      }
    }
    sending = false;
  }

  function post(item) {
    if (item.file) {
      return ask("/chat/file", { method: "POST", body: item.file, headers: {
        "Content-Type": item.file.type || "application/octet-stream", "X-Event": item.event,
        "X-Name": encodeURIComponent(item.file.name), "X-Album": item.album, "X-Lang": lang } }, UPLOAD_PATIENCE_MS);
    }
    return ask("/chat/send", { method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify(Object.assign({ event: item.event, lang }, item.body)) }, SEND_PATIENCE_MS);
  }

  function drop(item) {
    const at = queue.indexOf(item);
    if (at >= 0) queue.splice(at, 1);
    keepQueue();
    if (item.file) files.drop(item.event);
  }

  function failed(item, why) {
    const known = mine.get(item.event);
    if (known) note(known.turn, item.at, why, true);
    if (item.body && item.body.tap) {
      log.querySelectorAll('.options[data-prompt="' + item.body.tap.prompt + '"]').forEach((list) => { delete list.dataset.done; });
      settleOptions();
    }
  }

  // ---- what people do

  function tap(list, button, option, label, prompt) {
    enqueue({ event: newId(), body: { tap: { option, prompt, label } } });
    log.focus({ preventScroll: true });   // the button may be gone; the keyboard stays in the conversation
  }

  function grow() {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    box.style.height = "auto";
    box.style.height = Math.min(box.scrollHeight + 3, innerHeight * 0.4) + "px";
    if (atEnd) log.scrollTop = log.scrollHeight;
  }

  function startEditing(event, own) {
    editing = event;
    $("editing").hidden = false;
    box.value = own.text;
    grow();
    box.focus();
  }

  function stopEditing() {
    editing = null;
    $("editing").hidden = true;
    box.value = "";
    store("sessionStorage", WORDS, "");
    grow();
  }

  function submit() {
    const text = box.value.trim();
    if (!text) { box.focus(); return; }
    const body = editing ? { edit: { ref: editing, text } } : { text };
    stopEditing();
    enqueue({ event: newId(), body });
    box.focus();
  }

  function queueFile(file, album) {
    const item = { event: newId(), file, album };
    if (file.size > said.maxBytes) {
      showMine(lineOf(item), said.tooLarge);
      failed(item, said.tooLarge);
      return;
    }
    if (file.type.startsWith("image/")) item.preview = URL.createObjectURL(file);
    enqueue(item);
  }

  function attach(input) {
    const album = input.files.length > 1 ? newId() : "";
    for (const file of input.files) queueFile(file, album);
    input.value = "";
    openAttaching(false);
    toEnd();
  }

  $("compose").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  box.addEventListener("input", () => { grow(); if (!editing) store("sessionStorage", WORDS, box.value); });
  box.addEventListener("keydown", (event) => {
    const touch = matchMedia("(pointer: coarse)").matches;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !touch) { event.preventDefault(); submit(); }
    if (event.key === "Escape" && editing) stopEditing();
  });
  $("not-editing").addEventListener("click", () => { stopEditing(); box.focus(); });
  function openAttaching(open) {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    $("attaching").hidden = !open;
    $("attach").setAttribute("aria-expanded", String(open));
    if (atEnd) log.scrollTop = log.scrollHeight;
  }

  function sendPlace() {
    openAttaching(false);
    navigator.geolocation.getCurrentPosition(
      (found) => enqueue({ event: newId(), body: { place: { lat: found.coords.latitude, lon: found.coords.longitude } } }),
      () => { down.textContent = said.noPlace; down.hidden = false; setTimeout(() => online(true), 8000); },
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 });
  }

  /* Speaking instead of writing, where the browser can record. */
  const recording = { maker: null, parts: [], timer: 0, began: 0, send: false };
  async function record() {
    openAttaching(false);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const type = ["audio/mp4", "audio/ogg;codecs=opus", "audio/webm"].find((each) => MediaRecorder.isTypeSupported(each)) || "";
      const maker = new MediaRecorder(stream, type ? { mimeType: type, audioBitsPerSecond: 32000 } : undefined);
      Object.assign(recording, { maker, parts: [], began: Date.now(), send: false });
      maker.ondataavailable = (event) => { if (event.data.size) recording.parts.push(event.data); };
      maker.onstop = () => {
        stream.getTracks().forEach((track) => track.stop());
        clearInterval(recording.timer);
        $("recording").hidden = true;
        const kind = (maker.mimeType || "audio/webm").split(";")[0];
        if (recording.send && recording.parts.length) {
          queueFile(new File(recording.parts, said.voiceName + "." + (kind.split("/")[1] === "mp4" ? "m4a" : kind.split("/")[1]), { type: kind }), "");
        }
        box.focus();
      };
      const tick = () => {
        const seconds = Math.floor((Date.now() - recording.began) / 1000);
        $("recorded").textContent = said.recording + " " + Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
        if (seconds >= LONGEST_VOICE_SECONDS) stopRecording(true);
      };
      tick();
      recording.timer = setInterval(tick, 1000);
      $("recording").hidden = false;
      $("send-recorded").focus();
      maker.start();
    } catch (problem) { down.textContent = said.noVoice; down.hidden = false; setTimeout(() => online(true), 8000); }
  }
  function stopRecording(send) {
    if (!recording.maker || recording.maker.state === "inactive") return;
    recording.send = send;
    recording.maker.stop();
  }
  $("speak").hidden = !(isSecureContext && navigator.mediaDevices && window.MediaRecorder);
  $("speak").addEventListener("click", record);
  $("send-recorded").addEventListener("click", () => stopRecording(true));
  $("not-recorded").addEventListener("click", () => stopRecording(false));

  $("attach").addEventListener("click", () => openAttaching($("attaching").hidden));
  $("camera").hidden = !matchMedia("(pointer: coarse)").matches;
  $("here").hidden = !(isSecureContext && navigator.geolocation);
  $("camera").addEventListener("click", () => $("photo").click());
  $("pick").addEventListener("click", () => $("files").click());
  $("here").addEventListener("click", sendPlace);
  $("photo").addEventListener("change", (event) => attach(event.target));
  $("files").addEventListener("change", (event) => attach(event.target));
  $("forget").addEventListener("click", async () => {
    if (!confirm(said.forgetAsk)) return;
    try {
      const answer = await ask("/chat/forget", { method: "POST" }, SEND_PATIENCE_MS);
      if (!answer.ok) throw new Error(String(answer.status));
      queue.length = 0;
      store("localStorage", QUEUE, "");
      store("sessionStorage", WORDS, "");
      await files.clear();
      if (window.caches) await caches.delete("td-shell");
      location.reload();
    } catch (problem) { online(false); }
  });
  document.addEventListener("click", (event) => {
    const menu = document.querySelector(".more");
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") document.querySelector(".more").open = false; });

  const more = () => { $("below").hidden = log.scrollHeight - log.scrollTop - log.clientHeight < 60; };
  log.addEventListener("scroll", more, { passive: true });
  addEventListener("resize", more);
  if (typeof MutationObserver === "function") new MutationObserver(more).observe(log, { childList: true, subtree: true });
  $("below").firstChild.addEventListener("click", () => { log.scrollTop += log.clientHeight * 0.85; });

  if ("serviceWorker" in navigator && !FRAMED) {
    addEventListener("load", () => navigator.serviceWorker.register("/worker.js").catch(() => { /* only a convenience */ }));
  }
  box.value = recall("sessionStorage", WORDS);
  grow();
  listen();
})();
