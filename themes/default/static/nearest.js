// On the page for what is not there: the addresses of the site that are most like the one that was asked for.
// Without this script the page still leads home, to the lists and to the newest briefings.
{
  const box = document.getElementById("_nearest");
  const parts = (text) => {
    const word = ` ${decodeURIComponent(text).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
    return new Set(Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3)));
  };
  const likeness = (a, b) => [...a].filter((part) => b.has(part)).length / Math.max(1, Math.min(a.size, b.size) + Math.abs(a.size - b.size) / 4);

  const look = async () => {
    const asked = parts(location.pathname.slice(box.dataset.root.length));
    const lists = Object.entries(box.dataset).filter(([key]) => key.startsWith("in-")).map(([, href]) => href);
    const found = new Map();
    for (const href of [box.dataset.root, ...lists]) {
      const answer = await fetch(href);
      if (!answer.ok) continue;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const link of page.querySelectorAll("main a[href]")) {
        const to = link.getAttribute("href").split("#")[0];
        if (!to.startsWith(box.dataset.root) || to === box.dataset.root || to.endsWith("/faq/") || found.has(to)) continue;
        found.set(to, [likeness(asked, parts(to.slice(box.dataset.root.length))), link.textContent.trim()]);
      }
    }
    const best = [...found].filter(([, [like]]) => like >= 0.5).sort((a, b) => b[1][0] - a[1][0]).slice(0, 5);
    if (!best.length) return;
    const list = document.createElement("ul");
    list.className = "plain";
    for (const [href, [, text]] of best) {
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = href;
      link.textContent = text || href;
      item.append(link);
      list.append(item);
    }
    box.append(list);
    box.hidden = false;
  };
  look().catch(() => {});
}
