// The search page: asks the index that stands beside it, sentence by sentence. Nothing leaves the reader's browser but
// requests for the pieces of the index that the words stand in.
const form = document.getElementById("_search"), status = document.getElementById("_status");
const list = document.getElementById("_found"), more = document.getElementById("_more");
const { root } = form.dataset;
const fields = [...form.elements].filter((field) => field.name);
const A_PAGE = 10, SENTENCES = 3, PAUSE = 200;

// As the index writes words: without marks, in small letters; letters that have no mark to lose as another keyboard has them.
const LETTERS = { ı: "i", ø: "o", đ: "d", ð: "d", ł: "l", æ: "ae", œ: "oe", ß: "ss", þ: "th" };
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ıøđðłæœßþ]/g, (letter) => LETTERS[letter]);

// Words that stand everywhere are not in the index: each is two marks before the word behind it, in one of three forms.
let common = [];
const DIGITS = "!$%()+,-/:;=?@[]^{|}~", MARKS = /^`((?:[!$%()+,\-/:;=?@[\]^{|}~]{2})*)`/;
const FORMS = [(word) => word, (word) => word[0].toUpperCase() + word.slice(1), (word) => word.toUpperCase()];
const spelt = (token) => {
  const marks = common.length ? MARKS.exec(token) : null;
  if (!marks) return { before: "", word: token };
  const words = (marks[1].match(/../g) ?? []).map(([high, low]) => {
    const code = DIGITS.indexOf(high) * DIGITS.length + DIGITS.indexOf(low);
    return FORMS[code % FORMS.length](common[Math.floor(code / FORMS.length)] ?? "");
  });
  return { before: words.map((word) => `${word} `).join(""), word: token.slice(marks[0].length) };
};
const lean = (question) => {
  const isPhrase = /^\s*".*"\s*$/s.test(question);
  const words = question.replace(/^\s*"|"\s*$/g, "").split(/\s+/).filter((word) => word && !common.includes(word.toLowerCase()));
  // One word alone is no phrase: asked as such it would be found without an order.
  return isPhrase && words.length > 1 ? `"${words.join(" ")}"` : words.join(" ");
};

let program;
const load = () => program ??= (async () => {
  const { bundles, common: known } = await (await fetch(`${root}search/bundles.json`)).json();
  common = known;
  if (!bundles.length) return null;
  const [first, ...others] = bundles;
  const search = await import(`${root}${first.folder}pagefind.js`);
  await search.options({ basePath: root + first.folder, baseUrl: root, noWorker: true });
  await search.init(first.language);
  for (const { folder, language } of others) await search.mergeIndex(root + folder, { baseUrl: root, language });
  return search;
})().catch((error) => { program = undefined; throw error; });

// What can be chosen is asked for when somebody opens the choices.
let choices;
const offer = () => choices ??= load().then(async (search) => {
  const { actor = {}, briefing = {}, language = {} } = search ? await search.filters() : {};
  const option = (value, label = value) => Object.assign(document.createElement("option"), { value, label, textContent: label });
  document.getElementById("_actors").replaceChildren(...Object.keys(actor).map((name) => option(name)));
  document.getElementById("_briefings").replaceChildren(...Object.keys(briefing).map((title) => option(title)));
  const names = new Intl.DisplayNames([document.documentElement.lang, "en"], { type: "language" });
  const field = form.elements.language, chosen = field.dataset.wanted ?? field.value;
  field.append(...Object.keys(language).map((tag) => option(tag, names.of(tag))));
  field.value = chosen;
  field.parentElement.hidden = Object.keys(language).length < 2;
}).catch(() => { choices = undefined; });

// The sentences that hold what was found: each is led by the id of its block.
const sentences = (page, wanted) => {
  const apart = page.raw_content.includes("\u200b");
  const text = page.raw_content.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const words = (apart ? text.split("\u200b") : text.split(/[^\S\uFEFF]+/)).map(spelt);
  const starts = page.anchors.toSorted((a, b) => a.location - b.location);
  const hits = new Map(page.weighted_locations.map((word) => [word.location, word.balanced_score]));
  // Words that stand in the index under another spelling only.
  if (!hits.size) words.forEach(({ word }, at) => { if (wanted.some((one) => plain(word).includes(one))) hits.set(at, 1); });
  const found = starts.map(({ id, location }, at) => {
    const end = starts[at + 1]?.location ?? words.length;
    const marked = [...hits.keys()].filter((hit) => hit >= location && hit < end);
    return { id, location, words: words.slice(location, end), marked, score: marked.reduce((sum, hit) => sum + hits.get(hit), 0), between: apart ? "" : " " };
  }).filter((sentence) => sentence.marked.length);
  const best = found.toSorted((a, b) => b.score - a.score || a.location - b.location).slice(0, SENTENCES);
  return best.toSorted((a, b) => a.location - b.location);
};

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

const shown = (sentence, href) => {
  const link = element("a");
  link.href = sentence.id === "_" ? href : `${href}#${sentence.id}`;
  link.dir = "auto";
  sentence.words.forEach(({ before, word }, at) => {
    if (at) link.append(sentence.between);
    if (before) link.append(before);
    link.append(sentence.marked.includes(sentence.location + at) ? element("mark", "", word) : word);
  });
  return element("li", "", link);
};

const result = (page, wanted) => {
  const kind = [...form.elements.kind.options].find((option) => option.value === page.filters.kind?.[0])?.textContent ?? "";
  const title = element("a", "", page.meta.title ?? page.url);
  title.href = page.url;
  const hits = sentences(page, wanted).map((sentence) => shown(sentence, page.url));
  const about = element("span", "n", [kind, page.meta.date].filter(Boolean).join(" · "));
  return element("li", "", element("bdi", "", title), " ", about, ...(hits.length ? [element("ul", "", ...hits)] : []));
};

let turn = 0, found = [], wanted = [];
const show = async (count) => {
  const own = turn;
  const pages = await Promise.all(found.slice(list.children.length, list.children.length + count).map((one) => one.data()));
  if (own !== turn) return;
  list.append(...pages.map((page) => result(page, wanted)));
  more.hidden = list.children.length >= found.length;
};

const ask = async () => {
  const own = ++turn;
  const asked = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]).filter(([, value]) => value));
  const query = new URLSearchParams(asked).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
  const { q = null, ...filters } = asked;
  if (!q && !Object.keys(filters).length) {
    found = [];
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    return;
  }
  const late = setTimeout(() => { if (own === turn) status.textContent = form.dataset.busy; }, 500);
  try {
    const search = await load();
    const words = q && lean(q);
    // Of a question that is all common words nothing is left to look for.
    const answer = q && !words ? null : await search?.search(words, { filters });
    if (own !== turn) return;
    found = answer?.results ?? [];
    wanted = plain(words ?? "").split(/[\s"]+/).filter(Boolean);
    list.replaceChildren();
    await show(A_PAGE);
    if (own === turn) status.textContent = found.length ? form.dataset.found.replace("%", new Intl.NumberFormat(document.documentElement.lang).format(found.length)) : form.dataset.none;
  } catch (error) {
    if (own === turn) status.textContent = form.dataset.failed;
    console.warn(error);
  } finally {
    clearTimeout(late);
  }
};

let timer;
const soon = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); ask(); });
form.addEventListener("input", soon);
form.querySelector("details").addEventListener("toggle", offer);
more.addEventListener("click", async () => {
  const first = list.children.length;
  await show(A_PAGE);
  list.children[first]?.querySelector("a").focus();
});

// An address with a question in it asks at once.
for (const [name, value] of new URLSearchParams(location.search)) {
  const field = fields.find((known) => known.name === name);
  if (!field) continue;
  field.value = value;
  field.dataset.wanted = value;
  if (name !== "q" && value) form.querySelector("details").open = true;
}
form.hidden = false;
if (location.search) ask();
