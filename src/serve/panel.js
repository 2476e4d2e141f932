// A part of the preview alone; no built site holds it. Says of each linked name why it is linked, and what would correct it. Writes nothing.
"use strict";
(async () => {
  let names;
  try {
    const answer = await fetch("/_chancery/why" + location.pathname, { cache: "no-store" });
    if (!answer.ok) return;
    names = await answer.json();
  } catch {
    return;
  }
  if (names.length === 0) return;

  // The mark stands above the line and takes no room in it: the page keeps its lines and its height.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ":host { position: relative; } button { position: absolute; inset-block-end: .55em; inset-inline-start: -.2em; font: 600 11px/1 system-ui, sans-serif; inline-size: 14px; block-size: 14px; padding: 0; color: inherit; background: Canvas; border: 1px dotted; border-radius: 50%; opacity: .6; cursor: pointer; user-select: none; } button::after { content: ''; position: absolute; inset: -6px; } button:hover, button:focus-visible { opacity: 1; } @media print { button { display: none; } }",
  );

  const host = document.createElement("chancery-why");
  const root = host.attachShadow({ mode: "open" });
  const style = element("link");
  style.rel = "stylesheet";
  style.href = "/_chancery/live.css";
  const box = element("section", "findings over why");
  box.lang = "en";
  box.dir = "ltr";
  box.tabIndex = -1;
  box.hidden = true;
  root.append(style, box);
  document.documentElement.append(host);

  let opener = null;
  function close() {
    box.hidden = true;
    if (opener !== null) opener.focus();
    opener = null;
  }
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });

  function open(name, by) {
    opener = by;
    const head = element("header");
    head.append(element("h1", "", "“" + name.words + "”: " + name.who));
    const button = element("button", "", "Close");
    button.type = "button";
    button.addEventListener("click", close);
    head.append(button);
    box.replaceChildren(head, element("p", "reason", "Why: " + name.why + "."), ...name.corrections.map(correction));
    box.hidden = false;
    box.focus();
  }

  function correction([what, text]) {
    const article = element("article");
    const pre = element("pre", "", text);
    const button = element("button", "", "Copy");
    button.type = "button";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(pre); // The browser refuses: the words are marked, to be copied by hand.
      }
    });
    article.append(element("h2", "", what), pre, button);
    return article;
  }

  function mark(behind, name) {
    const own = document.createElement("chancery-name");
    const inner = own.attachShadow({ mode: "open" });
    inner.adoptedStyleSheets = [sheet];
    const button = element("button", "", "?");
    button.type = "button";
    button.lang = "en";
    button.setAttribute("aria-label", "Why is “" + name.words + "” linked?");
    button.addEventListener("click", () => open(name, button));
    inner.append(button);
    behind.after(own);
  }

  const known = new Map(names.map((name) => [name.href + "\n" + name.words, name]));
  for (const link of document.querySelectorAll("main a.actor")) {
    const name = known.get(link.getAttribute("href") + "\n" + link.textContent);
    if (name !== undefined) mark(link, name);
  }
  // The actor's own page: one button at its name.
  const title = document.querySelector("main h1");
  const own = names.find((name) => name.href === location.pathname.replace(/page\/\d+\/$/, ""));
  if (title !== null && own !== undefined) mark(title.lastChild ?? title, own);

  function element(name, className = "", text = "") {
    const made = document.createElement(name);
    if (className !== "") made.className = className;
    made.textContent = text;
    return made;
  }
})();
