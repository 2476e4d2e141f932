// A preview of whom a name means, after a moment of pointing at it or of focus: what the actor's own page says at its top.
// Without this script nothing is lost: the link leads to that page. Touch: a tap follows the link.
{
  const wait = 300, known = new Map();
  const main = document.getElementById("_main");
  let card, link, timer;

  const read = async (href) => {
    const answer = await fetch(href);
    if (!answer.ok) throw answer.status;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...page.querySelectorAll("[data-preview]")].map((part) => part.textContent.trim().replace(/\s+/g, " "));
  };

  const hide = () => {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    link = undefined;
    if (card?.matches(":popover-open")) card.hidePopover();
  };

  const place = (at) => {
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
    const own = card.getBoundingClientRect(), edge = document.documentElement.clientWidth;
    const above = box.bottom + own.height + 8 > innerHeight && box.top > own.height;
    const left = document.dir === "rtl" ? box.right - own.width : box.left;
    card.style.left = `${scrollX + Math.max(8, Math.min(left, edge - own.width - 8))}px`;
    card.style.top = `${scrollY + (above ? box.top - own.height - 2 : box.bottom + 2)}px`;
  };

  const show = async (at) => {
    const href = at.href.split("#")[0];
    try {
      if (!known.has(href)) known.set(href, read(href));
      const lines = await known.get(href);
      if (link !== at || !lines.length) return;
      if (!card) {
        card = document.createElement("div");
        card.className = "preview";
        card.id = "_preview";
        card.popover = "manual";
        card.setAttribute("role", "tooltip");
        card.addEventListener("pointerenter", () => clearTimeout(timer));
        card.addEventListener("pointerleave", later);
        document.body.append(card);
      }
      card.replaceChildren(...lines.map((text) => Object.assign(document.createElement("p"), { textContent: text, dir: "auto" })));
      card.showPopover();
      place(at);
      at.setAttribute("aria-describedby", "_preview");
    } catch {
      known.delete(href);
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, wait);
  };

  const soon = (event) => {
    const at = event.target.closest?.("a.actor");
    if (!at || event.pointerType === "touch") return;
    if (at === link) return clearTimeout(timer);
    hide();
    link = at;
    timer = setTimeout(show, wait, at);
  };

  const away = (event) => link && event.target.closest?.("a.actor") === link && later();

  if (main && HTMLElement.prototype.showPopover) {
    main.addEventListener("pointerover", soon);
    main.addEventListener("pointerout", away);
    main.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && soon(event));
    main.addEventListener("focusout", away);
    addEventListener("keydown", (event) => event.key === "Escape" && hide());
    addEventListener("pagehide", hide);
  }
}
