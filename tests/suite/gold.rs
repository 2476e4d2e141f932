//! Gold: prose marked by hand, with who is named where, who speaks and in what role. The marks are those of `tests/gold/README.md`.

/// An actor of the gold.
pub struct GoldActor {
    pub id: String,
    /// The kind, and the others that are as right.
    pub kinds: Vec<String>,
    pub names: Vec<String>,
    /// Title, and the id of whom it is of.
    pub roles: Vec<(String, Option<String>)>,
}

/// A stretch of the plain text, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    pub start: usize,
    pub end: usize,
}

impl Stretch {
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What both share, as a part of what either holds.
    pub fn likeness(self, other: Self) -> f64 {
        let shared = self.end.min(other.end).saturating_sub(self.start.max(other.start));
        let all = self.end.max(other.end) - self.start.min(other.start);
        shared as f64 / all.max(1) as f64
    }
}

pub struct GoldMention {
    pub at: Stretch,
    pub actor: String,
    pub required: bool,
}

pub struct GoldQuote {
    pub at: Stretch,
    pub direct: bool,
    /// Any of these is right; none where nobody can be named.
    pub speakers: Vec<String>,
    pub required: bool,
}

/// One marked text.
pub struct Gold {
    pub id: String,
    pub text: String,
    pub actors: Vec<GoldActor>,
    pub mentions: Vec<GoldMention>,
    pub quotes: Vec<GoldQuote>,
    pub traps: Vec<Stretch>,
    pub unscored: Vec<Stretch>,
    /// Pairs of actors of whom a verb says that one acts on the other.
    pub acts: Vec<(String, String)>,
    /// Whether quotations are marked completely.
    pub quotes_marked: bool,
}

impl Gold {
    /// Reads a marked text; panics on bad marks, as they are the tests' own.
    pub fn parse(marked: &str) -> Self {
        let (head, body) = marked.split_once("\n@text\n").expect("a line @text");
        let mut gold = Self {
            id: String::new(),
            text: String::new(),
            actors: Vec::new(),
            mentions: Vec::new(),
            quotes: Vec::new(),
            traps: Vec::new(),
            unscored: Vec::new(),
            acts: Vec::new(),
            quotes_marked: true,
        };
        for line in head.lines() {
            let (key, value) = line.split_once(' ').unwrap_or((line, ""));
            let fields: Vec<&str> = value.split('|').map(str::trim).collect();
            match key {
                "@doc" => gold.id = value.to_owned(),
                "@actor" => gold.actors.push(actor(&fields)),
                "@rel" => {
                    let (source, target) = fields[0].split_once('>').expect("a relation has two sides");
                    gold.acts.push((source.trim().to_owned(), target.trim().to_owned()));
                }
                "@quotes" => gold.quotes_marked = value.contains("direct"),
                _ => {}
            }
        }
        gold.body(body);
        for id in gold.mentions.iter().map(|m| &m.actor).chain(gold.quotes.iter().flat_map(|q| &q.speakers)) {
            assert!(gold.actor(id).is_some(), "{}: {id} is no actor", gold.id);
        }
        gold
    }

    pub fn actor(&self, id: &str) -> Option<&GoldActor> {
        self.actors.iter().find(|actor| actor.id == id)
    }

    /// Strips the marks of the text.
    fn body(&mut self, marked: &str) {
        let mut rest = marked;
        let mut names: Vec<usize> = Vec::new();
        let mut quotes: Vec<(bool, &str, usize)> = Vec::new();
        while let Some(c) = rest.chars().next() {
            let quote = ["<d:", "<i:"].iter().find_map(|open| rest.strip_prefix(open)).and_then(|tail| tail.split_once('>'));
            if let Some((speakers, after)) = quote {
                quotes.push((rest.starts_with("<d"), speakers, self.text.len()));
                rest = after;
            } else if let Some(after) = rest.strip_prefix("</d>").or_else(|| rest.strip_prefix("</i>")) {
                let direct = rest.starts_with("</d");
                let at = quotes.iter().rposition(|(d, ..)| *d == direct).expect("a quotation is opened");
                let (direct, speakers, start) = quotes.remove(at);
                let required = !speakers.ends_with('?');
                let speakers = speakers.trim_end_matches('?').split('/').filter(|s| !s.is_empty()).map(str::to_owned).collect();
                self.quotes.push(GoldQuote { at: Stretch { start, end: self.text.len() }, direct, speakers, required });
                rest = after;
            } else if c == '{' {
                names.push(self.text.len());
                rest = &rest[1..];
            } else if c == '|' && !names.is_empty() {
                let (tag, after) = rest[1..].split_once('}').expect("a mark is closed");
                let at = Stretch { start: names.pop().unwrap(), end: self.text.len() };
                self.mark(at, tag);
                rest = after;
            } else {
                self.text.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        assert!(names.is_empty() && quotes.is_empty(), "{}: a mark is open", self.id);
        self.mentions.sort_by_key(|m| (!m.required, m.at.start, std::cmp::Reverse(m.at.end)));
    }

    fn mark(&mut self, at: Stretch, tag: &str) {
        if tag.starts_with('!') {
            self.traps.push(at);
        } else if tag == "~" {
            self.unscored.push(at);
        } else {
            let required = !tag.ends_with('?');
            // The article is not of the name.
            let article = ["The ", "the "].iter().find(|article| self.text[at.start..at.end].starts_with(**article)).map_or(0, |article| article.len());
            let at = Stretch { start: at.start + article, end: at.end };
            let actor = tag.trim_end_matches('?').split(':').next().unwrap_or_default().to_owned();
            self.mentions.push(GoldMention { at, actor, required });
        }
    }
}

fn actor(fields: &[&str]) -> GoldActor {
    let field = |at: usize| fields.get(at).copied().unwrap_or_default();
    let list = |text: &str, by: char| -> Vec<String> { text.split(by).map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).collect() };
    let mut names = vec![field(2).to_owned()];
    names.extend(list(field(3), ';'));
    let roles = list(field(4), ';')
        .into_iter()
        .map(|role| {
            let (title, of) = role.split_once('>').unwrap_or((&role, ""));
            (title.trim().to_owned(), Some(of.trim().to_owned()).filter(|of| !of.is_empty()))
        })
        .collect();
    GoldActor { id: field(0).to_owned(), kinds: list(field(1), ','), names, roles }
}
