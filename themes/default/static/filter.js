// A field that shows only the actors whose names hold what is typed; accents and case do not count. Without this script all are shown.
{
  const place = document.getElementById("_filter");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ı/g, "i").toLowerCase();
  const items = [...document.querySelectorAll(".actors > li")].map((item) => [item, plain(item.textContent)]);
  if (place) {
    const label = document.createElement("label"), field = document.createElement("input"), none = document.createElement("p");
    field.type = "search";
    field.autocomplete = "off";
    label.append(`${place.dataset.label} `, field);
    none.setAttribute("role", "status");
    place.append(label, none);
    field.addEventListener("input", () => {
      const words = plain(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [item, text] of items) {
        item.hidden = !words.every((word) => text.includes(word));
        shown += !item.hidden;
      }
      for (const group of document.querySelectorAll("section.letter")) group.hidden = !group.querySelector("li:not([hidden])");
      none.textContent = shown ? "" : place.dataset.none;
    });
  }
}
