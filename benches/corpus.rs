//! Writes a site of any size for measuring: `cargo run --release --example corpus -- --briefings 1000 --out DIR [--hugo DIR]`.
//!
//! The same arguments give the same bytes. A briefing has about 9.6 kB: a headline, 14 paragraphs, and 9 questions in three sections; it names
//! about 8 of the 200 actors of a registry. Every name is invented. `--hugo` writes the same texts as a Hugo site, with each link already made.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that talks to a person")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const PARAGRAPHS: usize = 14;
const SECTIONS: usize = 3;
const QUESTIONS_A_SECTION: usize = 3;
const ACTORS_A_BRIEFING: usize = 8;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = Order::read(&arguments).and_then(|order| write_sites(&order).map_err(|error| error.to_string()));
    if let Err(message) = result {
        eprintln!("error: {message}");
        eprintln!("usage: corpus --briefings N --out DIR [--hugo DIR] [--actors N] [--random N]");
        std::process::exit(2);
    }
}

/// What is asked for.
struct Order {
    briefings: usize,
    actors: usize,
    random: u64,
    out: Option<PathBuf>,
    hugo: Option<PathBuf>,
}

impl Order {
    fn read(arguments: &[String]) -> Result<Self, String> {
        let mut order = Self { briefings: 1000, actors: 200, random: 1, out: None, hugo: None };
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let value = words.next().ok_or_else(|| format!("`{word}` has no value"))?;
            let number = || value.parse::<usize>().map_err(|_| format!("`{value}` is no number"));
            match word.as_str() {
                "--briefings" => order.briefings = number()?,
                "--actors" => order.actors = number()?.clamp(ACTORS_A_BRIEFING, 2000),
                "--random" => order.random = number()? as u64,
                "--out" => order.out = Some(PathBuf::from(value)),
                "--hugo" => order.hugo = Some(PathBuf::from(value)),
                _ => return Err(format!("there is no option `{word}`")),
            }
        }
        if order.out.is_none() && order.hugo.is_none() {
            return Err("say where to write with `--out` or `--hugo`".to_owned());
        }
        Ok(order)
    }
}

fn write_sites(order: &Order) -> io::Result<()> {
    let mut random = Random(order.random);
    let actors = actors(order.actors, &mut random);
    if let Some(out) = &order.out {
        fs::create_dir_all(out.join("seeds"))?;
        fs::create_dir_all(out.join("content/actors"))?;
        fs::write(out.join("content/site.yaml"), "title: Corpus\ndescription: A site for measuring.\n")?;
        fs::write(out.join("content/actors/all.yaml"), registry(&actors))?;
    }
    if let Some(hugo) = &order.hugo {
        hugo_frame(hugo, &actors)?;
    }
    let mut bytes = 0;
    for number in 0..order.briefings {
        // Each briefing has a stream of its own, so that a larger corpus begins with the smaller one.
        let mut random = Random(Random(order.random.rotate_left(32) ^ number as u64).next());
        let briefing = Briefing::new(number, &actors, &mut random);
        let slug = format!("briefing-{number:06}");
        if let Some(out) = &order.out {
            let text = briefing.seed(&actors);
            bytes += text.len();
            fs::write(out.join(format!("seeds/{slug}.txt")), text)?;
        }
        if let Some(hugo) = &order.hugo {
            fs::write(hugo.join(format!("content/briefings/{slug}.md")), briefing.hugo_article(&actors, &slug, number))?;
            fs::write(hugo.join(format!("content/faqs/{slug}.md")), briefing.hugo_faq(&actors, &slug, number))?;
        }
    }
    println!("{} briefings, {} actors, {} bytes a seed", order.briefings, actors.len(), bytes / order.briefings.max(1));
    Ok(())
}

/// SplitMix64: small, even, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

struct Actor {
    id: String,
    name: String,
    kind: &'static str,
    /// Text and kind.
    aliases: Vec<(String, &'static str)>,
}

const FIRST: &[&str] = &["Ba", "Ke", "Lo", "Mi", "Ru", "Ta", "Ve", "Zo", "Dra", "Sel", "Nor", "Hal", "Por", "Yas", "Qui", "Fen"];
const MIDDLE: &[&str] = &["ra", "len", "mo", "vi", "dor", "sha", "ti", "gul", "nes", "ko"];
const LAST_OF_PERSON: &[&str] = &["mir", "dan", "vek", "rosh", "tal", "bek", "lin", "zar"];
const LAST_OF_STATE: &[&str] = &["via", "stan", "nia", "land", "ria", "mark"];
const BODIES: &[&str] = &["Council", "Agency", "Union", "Commission", "League", "Authority", "Fund", "Bureau"];
const FIELDS: &[&str] = &["Grain", "River", "Border", "Energy", "Shipping", "Mountain", "Harbour", "Census", "Forest", "Railway"];

/// A fresh name that no earlier actor has.
fn fresh(taken: &mut BTreeSet<String>, mut make: impl FnMut() -> String) -> String {
    loop {
        let name = make();
        if taken.insert(name.clone()) {
            return name;
        }
    }
}

fn actors(count: usize, random: &mut Random) -> Vec<Actor> {
    let mut taken = BTreeSet::new();
    (0..count)
        .map(|number| {
            let mut stem = |random: &mut Random, ends: &[&str]| {
                fresh(&mut taken, || {
                    let mut name = format!("{}{}", random.of(FIRST), random.of(MIDDLE));
                    if random.below(3) == 0 {
                        name += random.of(MIDDLE);
                    }
                    name + random.of(ends)
                })
            };
            let (name, kind, aliases) = match number % 5 {
                0 | 1 => {
                    let surname = stem(random, LAST_OF_PERSON);
                    let given = stem(random, LAST_OF_PERSON);
                    (format!("{given} {surname}"), "person", vec![(surname, "short")])
                }
                2 | 3 => {
                    let name = stem(random, LAST_OF_STATE);
                    let demonym = format!("{name}ese");
                    (name, "state", vec![(demonym, "demonym")])
                }
                _ => {
                    let owner = stem(random, LAST_OF_STATE);
                    let (field, body) = (random.of(FIELDS), random.of(BODIES));
                    let acronym = fresh(&mut taken, || format!("{}{}{}{}", &owner[..1], &field[..1], &body[..1], (b'A' + random.below(26) as u8) as char));
                    (format!("{owner} {field} {body}"), "organisation", vec![(acronym, "acronym")])
                }
            };
            Actor { id: name.to_lowercase().replace(' ', "-"), name, kind, aliases }
        })
        .collect()
}

fn registry(actors: &[Actor]) -> String {
    let mut yaml = String::new();
    for actor in actors {
        let _ = writeln!(yaml, "- id: {}\n  name: {}\n  kind: {}\n  aliases:", actor.id, actor.name, actor.kind);
        for (text, kind) in &actor.aliases {
            let _ = writeln!(yaml, "    - {{text: {text}, kind: {kind}}}");
        }
    }
    yaml
}

/// A stretch of a text: words, or the name of an actor.
enum Piece {
    Words(String),
    Name(usize, String),
}

struct Section {
    heading: String,
    questions: Vec<(Vec<Piece>, Vec<Piece>)>,
}

struct Briefing {
    title: String,
    paragraphs: Vec<Vec<Piece>>,
    sections: Vec<Section>,
    named: Vec<usize>,
}

impl Briefing {
    fn new(number: usize, actors: &[Actor], random: &mut Random) -> Self {
        let mut named = BTreeSet::new();
        while named.len() < ACTORS_A_BRIEFING {
            named.insert(random.below(actors.len()));
        }
        let named: Vec<usize> = named.into_iter().collect();
        let topic = format!("{} {}", random.of(ADJECTIVES), random.of(THINGS));
        let mut known = BTreeSet::new();
        let title = format!("{} {} and the {topic}, part {}", capital(random.of(ADJECTIVES)), random.of(THINGS), number + 1);
        let paragraphs = (0..PARAGRAPHS).map(|_| block(400, &named, actors, &mut known, random)).collect();
        let sections = (0..SECTIONS)
            .map(|at| Section {
                heading: format!("{} of the {}", ["Background", "Aims", "Outlook"][at % 3], random.of(THINGS)),
                questions: (0..QUESTIONS_A_SECTION)
                    .map(|_| {
                        let actor = named[random.below(named.len())];
                        let start = random.of(&["Why does", "How does", "When does"]);
                        let end = format!(" {} the {} {}?", random.of(VERBS_PLAIN), random.of(ADJECTIVES), random.of(THINGS));
                        let question = vec![Piece::Words(format!("{start} ")), Piece::Name(actor, actors[actor].name.clone()), Piece::Words(end)];
                        (question, block(246, &named, actors, &mut known, random))
                    })
                    .collect(),
            })
            .collect();
        Self { title, paragraphs, sections, named }
    }

    fn seed(&self, actors: &[Actor]) -> String {
        let mut text = format!("{}\n\n", self.title);
        for paragraph in &self.paragraphs {
            plain(&mut text, paragraph);
            text += "\n\n";
        }
        text += "Frequently Asked Questions\n\n";
        for section in &self.sections {
            let _ = writeln!(text, "{}\n", section.heading);
            for (question, answer) in &section.questions {
                plain(&mut text, question);
                text.push('\n');
                plain(&mut text, answer);
                text += "\n\n";
            }
        }
        debug_assert!(self.named.iter().all(|at| *at < actors.len()));
        text
    }

    fn hugo_front(&self, actors: &[Actor], title: &str, number: usize, rest: &str) -> String {
        let names: Vec<String> = self.named.iter().map(|at| format!("\"{}\"", actors[*at].id)).collect();
        let (month, day) = (1 + number / 28 % 12, 1 + number % 28);
        format!("---\ntitle: \"{title}\"\ndate: 2025-{month:02}-{day:02}\nactors: [{}]\n{rest}---\n\n", names.join(", "))
    }

    fn hugo_article(&self, actors: &[Actor], slug: &str, number: usize) -> String {
        let mut text = self.hugo_front(actors, &self.title, number, &format!("url: /briefings/{slug}/\nfaq: /briefings/{slug}/faq/\n"));
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            markdown(&mut text, paragraph, actors);
            let _ = write!(text, "\n{{#p{}}}\n\n", at + 1);
        }
        text
    }

    fn hugo_faq(&self, actors: &[Actor], slug: &str, number: usize) -> String {
        let mut text = self.hugo_front(actors, &format!("FAQ: {}", self.title), number, &format!("url: /briefings/{slug}/faq/\narticle: /briefings/{slug}/\n"));
        for section in &self.sections {
            let _ = writeln!(text, "## {}\n", section.heading);
            for (question, answer) in &section.questions {
                text += "### ";
                plain(&mut text, question);
                text += "\n\n";
                markdown(&mut text, answer, actors);
                let near = 1 + question.len() * answer.len() % PARAGRAPHS;
                let _ = write!(text, "\n\n[paragraph {near}](/briefings/{slug}/#p{near})\n\n");
            }
        }
        text
    }
}

fn plain(out: &mut String, pieces: &[Piece]) {
    for piece in pieces {
        match piece {
            Piece::Words(words) => *out += words,
            Piece::Name(_, surface) => *out += surface,
        }
    }
}

/// As Markdown, an actor's first mention in the block as a link to its page.
fn markdown(out: &mut String, pieces: &[Piece], actors: &[Actor]) {
    let mut linked = BTreeSet::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => *out += words,
            Piece::Name(at, surface) if linked.insert(*at) => {
                let _ = write!(out, "[{surface}](/actors/{}/)", actors[*at].id);
            }
            Piece::Name(_, surface) => *out += surface,
        }
    }
}

const ADJECTIVES: &[&str] = &[
    "narrow",
    "common",
    "seasonal",
    "disputed",
    "joint",
    "yearly",
    "coastal",
    "early",
    "formal",
    "quiet",
    "northern",
    "technical",
    "limited",
    "public",
    "second",
    "urgent",
    "regional",
    "lasting",
    "partial",
    "open",
    "costly",
    "binding",
    "modest",
    "recent",
];
const THINGS: &[&str] = &[
    "agreement",
    "ceasefire",
    "harvest",
    "pipeline",
    "frontier",
    "harbour",
    "budget",
    "inspection",
    "tariff",
    "convoy",
    "reservoir",
    "election",
    "quota",
    "railway",
    "survey",
    "mission",
    "summit",
    "protocol",
    "embargo",
    "aquifer",
    "licence",
    "fishery",
    "garrison",
    "census",
    "treaty",
    "corridor",
    "dam",
    "blockade",
    "loan",
    "observatory",
    "lighthouse",
    "airspace",
    "vaccine",
    "satellite",
    "orchard",
    "smelter",
    "archive",
    "customs house",
];
const VERBS: &[&str] =
    &["supports", "rejects", "awaits", "reviews", "finances", "delays", "monitors", "defends", "postpones", "welcomes", "questions", "measures", "protects"];
const VERBS_PLAIN: &[&str] =
    &["support", "reject", "await", "review", "finance", "delay", "monitor", "defend", "postpone", "welcome", "question", "measure", "protect"];
const LINKS: &[&str] = &["because", "although", "while", "after", "before", "so that", "until", "whereas"];
const ENDS: &[&str] = &[
    "as the talks go on",
    "for the third year",
    "at a high price",
    "without a vote",
    "in the coming weeks",
    "under the rules of the basin",
    "along the coast",
    "with little warning",
    "by the end of the season",
    "according to two officials",
    "in the view of its neighbours",
    "despite the costs",
];
const OPENINGS: &[&str] =
    &["Officials say that", "For months", "In the south", "By most accounts", "Since the spring", "On paper", "In private", "At the border"];

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Sentences until there are about `length` bytes; four in ten name an actor.
fn block(length: usize, named: &[usize], actors: &[Actor], known: &mut BTreeSet<usize>, random: &mut Random) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut size = 0;
    while size < length {
        if size > 0 {
            words(&mut pieces, &mut size, " ");
        }
        sentence(&mut pieces, &mut size, named, actors, known, random);
    }
    pieces
}

fn words(pieces: &mut Vec<Piece>, size: &mut usize, text: &str) {
    *size += text.len();
    match pieces.last_mut() {
        Some(Piece::Words(words)) => *words += text,
        _ => pieces.push(Piece::Words(text.to_owned())),
    }
}

/// An actor by its name, or once it is known by a short form where that can stand alone.
fn name(pieces: &mut Vec<Piece>, size: &mut usize, at: usize, actors: &[Actor], known: &mut BTreeSet<usize>, random: &mut Random) {
    let actor = &actors[at];
    let short = actor.aliases.iter().find(|(_, kind)| *kind != "demonym").map(|(text, _)| text);
    let surface = match short {
        Some(short) if !known.insert(at) && random.below(2) == 0 => short,
        _ => &actor.name,
    };
    *size += surface.len();
    pieces.push(Piece::Name(at, surface.clone()));
}

fn sentence(pieces: &mut Vec<Piece>, size: &mut usize, named: &[usize], actors: &[Actor], known: &mut BTreeSet<usize>, random: &mut Random) {
    let adjective = random.of(ADJECTIVES);
    let (thing, other, verb) = (random.of(THINGS), random.of(THINGS), random.of(VERBS));
    let end = random.of(ENDS);
    match random.below(10) {
        0..4 => {
            let opening = random.of(OPENINGS);
            words(pieces, size, &format!("{opening} "));
            name(pieces, size, named[random.below(named.len())], actors, known, random);
            words(pieces, size, &format!(" {verb} the {adjective} {thing} {} the {other} remains {} {end}.", random.of(LINKS), random.of(ADJECTIVES)));
        }
        4..6 => words(
            pieces,
            size,
            &format!("{} the {adjective} {thing} was {} than the {other} {end}.", random.of(OPENINGS), random.of(&["larger", "smaller", "later", "earlier"])),
        ),
        6..8 => words(
            pieces,
            size,
            &format!(
                "The {adjective} {thing} {verb} one {} {other} {end}, {} the {} is {}.",
                random.of(ADJECTIVES),
                random.of(LINKS),
                random.of(THINGS),
                random.of(ADJECTIVES)
            ),
        ),
        _ => words(pieces, size, &format!("Another {adjective} {thing} of {} tonnes {verb} the {other} {end}.", 100 + random.below(900))),
    }
}

/// Settings, templates and actor pages of the Hugo site: one layout a kind of page, as little as shows the same things.
fn hugo_frame(hugo: &Path, actors: &[Actor]) -> io::Result<()> {
    for folder in ["content/briefings", "content/faqs", "layouts", "static"] {
        fs::create_dir_all(hugo.join(folder))?;
    }
    let files = [
        (
            "hugo.toml",
            "baseURL = \"https://example.org/\"\ntitle = \"Corpus\"\nlocale = \"en\"\ndisableKinds = [\"RSS\"]\n[taxonomies]\nactor = \"actors\"\n[pagination]\npagerSize = 50\n[markup.goldmark.parser.attribute]\nblock = true\n",
        ),
        ("static/style.css", "body{font-family:serif;max-width:40rem;margin:auto}\n"),
        (
            "layouts/baseof.html",
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"description\" content=\"{{ .Title }}, a briefing\"><link rel=\"canonical\" href=\"{{ .Permalink }}\"><link rel=\"stylesheet\" href=\"/style.css\"></head><body><header><a href=\"/\">{{ site.Title }}</a> <nav><a href=\"/briefings/\">Briefings</a> <a href=\"/actors/\">Actors</a></nav></header><main>{{ block \"main\" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>\n",
        ),
        (
            "layouts/page.html",
            "{{ define \"main\" }}<article><h1>{{ .Title }}</h1><time datetime=\"{{ .Date.Format \"2006-01-02\" }}\">{{ .Date.Format \"2 January 2006\" }}</time>{{ with .Params.faq }}<p><a href=\"{{ . }}\">Questions</a></p>{{ end }}{{ with .Params.article }}<p><a href=\"{{ . }}\">Article</a></p>{{ end }}{{ .Content }}</article><aside><h2>Who is who</h2><ul>{{ range .GetTerms \"actors\" }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul></aside>{{ end }}\n",
        ),
        (
            "layouts/list.html",
            "{{ define \"main\" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> <time>{{ .Date.Format \"2006-01-02\" }}</time></li>{{ end }}</ul>{{ with .Paginator.Prev }}<a href=\"{{ .URL }}\">newer</a>{{ end }}{{ with .Paginator.Next }}<a href=\"{{ .URL }}\">older</a>{{ end }}{{ end }}\n",
        ),
        (
            "layouts/term.html",
            "{{ define \"main\" }}<h1>{{ .Title }}</h1><p>{{ .Params.kind_of }}</p><ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> <blockquote>{{ .Summary | plainify }}</blockquote></li>{{ end }}</ul>{{ end }}\n",
        ),
        (
            "layouts/taxonomy.html",
            "{{ define \"main\" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href=\"{{ .Page.RelPermalink }}\">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}\n",
        ),
        (
            "layouts/home.html",
            "{{ define \"main\" }}<h1>{{ .Title }}</h1><ul>{{ range first 20 (where site.RegularPages \"Section\" \"briefings\") }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n",
        ),
        ("layouts/404.html", "{{ define \"main\" }}<h1>Not found</h1>{{ end }}\n"),
    ];
    for (path, text) in files {
        fs::write(hugo.join(path), text)?;
    }
    for actor in actors {
        let folder = hugo.join("content/actors").join(&actor.id);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("_index.md"), format!("---\ntitle: \"{}\"\nkind_of: {}\n---\n", actor.name, actor.kind))?;
    }
    Ok(())
}
