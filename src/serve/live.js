// A part of the preview alone; no built site holds it. Follows the site as it changes, and shows over the page what is wrong with it.
"use strict";
(() => {
  const own = document.currentScript;
  const page = own.dataset.page;
  let build = own.dataset.build;
  const scrollKey = "chancery-scroll:" + location.pathname;

  // A reload leaves the reader where they were, whatever the address's fragment says.
  const kept = sessionStorage.getItem(scrollKey);
  if (kept !== null) {
    sessionStorage.removeItem(scrollKey);
    const place = () => scrollTo({ top: Number(kept), behavior: "instant" });
    place();
    addEventListener("load", place, { once: true });
  }

  function reload() {
    sessionStorage.setItem(scrollKey, String(scrollY));
    location.reload();
  }

  const panel = document.createElement("script");
  panel.src = "/_chancery/panel.js";
  document.head.append(panel);

  let turn = 0;
  async function follow(next) {
    const mine = ++turn;
    let fresh;
    try {
      const answer = await fetch(location.pathname, { cache: "no-store" });
      fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return; // The preview is gone; the stream of events says when it is back.
    }
    if (mine !== turn) return;
    const script = fresh.querySelector("script[data-page]");
    if (script === null || script.dataset.page !== page) {
      reload();
      return;
    }
    build = next;
    swapStyles(fresh);
  }

  function swapStyles(fresh) {
    const old = [...document.head.querySelectorAll('link[rel="stylesheet"]')];
    const now = [...fresh.head.querySelectorAll('link[rel="stylesheet"]')];
    now.forEach((link, at) => {
      const before = old[at];
      if (before === undefined || before.getAttribute("href") === link.getAttribute("href")) return;
      const next = document.importNode(link, true);
      next.addEventListener("load", () => before.remove(), { once: true });
      before.after(next);
    });
  }

  let host = null;
  let dismissed = "";
  function show(findings) {
    const key = JSON.stringify(findings);
    if (document.body.classList.contains("findings")) {
      if (shownFirst !== undefined && shownFirst !== key) reload();
      return;
    }
    if (host !== null) {
      host.remove();
      host = null;
    }
    if (findings.length === 0 || key === dismissed) return;
    host = document.createElement("chancery-findings");
    const root = host.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/_chancery/live.css";
    const box = element("section", "findings over");
    box.setAttribute("role", "alert");
    box.lang = "en";
    box.dir = "ltr";
    const head = element("header");
    const count = findings.length === 1 ? "1 error" : findings.length + " errors";
    head.append(element("h1", "", count + ". Below is the site as it was before."));
    const close = element("button", "", "Dismiss");
    close.type = "button";
    const dismiss = () => {
      dismissed = key;
      show(findings);
    };
    close.addEventListener("click", dismiss);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") dismiss();
    });
    head.append(close);
    box.append(head, ...findings.map(finding));
    root.append(style, box);
    document.documentElement.append(host);
  }

  function finding(of) {
    const article = element("article");
    article.append(element("h2", "", of.code + ": " + of.message));
    if (of.place !== null) article.append(element("p", "place", of.place));
    if (of.marked !== null) {
      const excerpt = element("pre", "", of.before);
      excerpt.append(element("mark", "", of.marked), of.behind);
      article.append(excerpt);
    }
    if (of.label !== null) article.append(element("p", "label", of.label));
    if (of.help !== null) article.append(element("p", "help", of.help));
    return article;
  }

  function element(name, className = "", text = "") {
    const made = document.createElement(name);
    if (className !== "") made.className = className;
    made.textContent = text;
    return made;
  }

  let shownFirst;
  const events = new EventSource("/_chancery/events");
  events.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (state.build !== build) follow(state.build);
    show(state.findings);
    shownFirst = JSON.stringify(state.findings);
  });
  // An open stream would keep the page out of the browser's memory of pages gone by.
  addEventListener("pagehide", () => events.close());
})();
