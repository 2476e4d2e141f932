//! Gold: prose marked by hand, with who is named where, who speaks and in what role. The marks are those of `tests/gold/README.md`.

use std::fmt;

/// An actor of the gold.
#[derive(Clone, Debug, Default)]
pub struct GoldActor {
    /// By which marks refer to it.
    pub id: String,
    /// The kind, and the others that are as right.
    pub kinds: Vec<String>,
    /// The name that heads its page, and the others that may.
    pub names: Vec<String>,
    /// Title, and the id of whom it is of.
    pub roles: Vec<(String, Option<String>)>,
}

/// A stretch of the plain text, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Stretch {
    /// First byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

impl Stretch {
    /// Whether both share a byte.
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

/// Somebody is named.
#[derive(Clone, Debug)]
pub struct GoldMention {
    /// Where, without the article.
    pub at: Stretch,
    /// Who.
    pub actor: String,
    /// How: `name`, or what the mark says (`m` metonym, `d` adjective, `p` place, `r` description).
    pub class: String,
    /// Whether it has to be found; else finding it costs nothing.
    pub required: bool,
}

/// Words that somebody says.
#[derive(Clone, Debug)]
pub struct GoldQuote {
    /// Where.
    pub at: Stretch,
    /// In quotation marks; else a reported clause.
    pub direct: bool,
    /// Any of these is right; none where nobody can be named.
    pub speakers: Vec<String>,
    /// Whether it has to be found.
    pub required: bool,
}

/// One marked text.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    /// The seed's file name without ending.
    pub id: String,
    /// BCP 47 tag; empty for English.
    pub language: String,
    /// Without the marks.
    pub text: String,
    /// Who is named.
    pub actors: Vec<GoldActor>,
    /// Where; those that are required first.
    pub mentions: Vec<GoldMention>,
    /// Quotations and reports.
    pub quotes: Vec<GoldQuote>,
    /// What looks like a name and is none.
    pub traps: Vec<Stretch>,
    /// What is not counted.
    pub unscored: Vec<Stretch>,
    /// Pairs of actors of whom a verb says that one acts on the other.
    pub acts: Vec<(String, String)>,
    /// Whether quotations are marked completely.
    pub quotes_marked: bool,
    /// Only where names stand, and whether they are persons, bodies or places.
    pub coarse: bool,
}

/// What is wrong with the marks of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadGold {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

impl fmt::Display for BadGold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl Gold {
    /// Reads a marked text.
    pub fn parse(marked: &str) -> Result<Self, BadGold> {
        let Some((head, body)) = marked.split_once("\n@text\n") else {
            return Err(BadGold { line: 1, what: "no line `@text` parts the header from the text".to_owned() });
        };
        let mut gold = Self { quotes_marked: true, ..Self::default() };
        for (number, line) in head.lines().enumerate() {
            let (key, value) = line.split_once(' ').unwrap_or((line, ""));
            let fields: Vec<&str> = value.split('|').map(str::trim).collect();
            match key {
                "@doc" => gold.id = value.trim().to_owned(),
                "@actor" => gold.actors.push(actor(&fields)),
                "@rel" => {
                    let Some((source, target)) = fields.first().and_then(|pair| pair.split_once('>')) else {
                        return Err(BadGold { line: number + 1, what: "a relation is written `SOURCE > TARGET | WORD`".to_owned() });
                    };
                    gold.acts.push((source.trim().to_owned(), target.trim().to_owned()));
                }
                "@quotes" => gold.quotes_marked = value.contains("direct"),
                "@language" => gold.language = value.trim().to_owned(),
                "@coarse" => gold.coarse = true,
                _ => {}
            }
        }
        let before = head.lines().count() + 1;
        gold.body(body).map_err(|(at, what)| BadGold { line: before + body.get(..at).unwrap_or_default().matches('\n').count() + 1, what })?;
        let named = gold.mentions.iter().map(|m| &m.actor).chain(gold.quotes.iter().flat_map(|q| &q.speakers));
        if let Some(id) = named.into_iter().find(|id| gold.actor(id).is_none()) {
            return Err(BadGold { line: 1, what: format!("a mark names `{id}`, and no `@actor` line does") });
        }
        Ok(gold)
    }

    /// The actor of this id.
    pub fn actor(&self, id: &str) -> Option<&GoldActor> {
        self.actors.iter().find(|actor| actor.id == id)
    }

    /// Strips the marks of the text; a fault is given with its byte.
    fn body(&mut self, marked: &str) -> Result<(), (usize, String)> {
        let mut rest = marked;
        let mut names: Vec<usize> = Vec::new();
        let mut quotes: Vec<(bool, &str, usize)> = Vec::new();
        while let Some(c) = rest.chars().next() {
            let fault = |what: &str| (marked.len() - rest.len(), what.to_owned());
            let quote = ["<d:", "<i:"].iter().find_map(|open| rest.strip_prefix(open)).and_then(|tail| tail.split_once('>'));
            if let Some((speakers, after)) = quote {
                quotes.push((rest.starts_with("<d"), speakers, self.text.len()));
                rest = after;
            } else if let Some(after) = rest.strip_prefix("</d>").or_else(|| rest.strip_prefix("</i>")) {
                let direct = rest.starts_with("</d");
                let at = quotes.iter().rposition(|(d, ..)| *d == direct).ok_or_else(|| fault("a quotation is closed that was not opened"))?;
                let (direct, speakers, start) = quotes.remove(at);
                let required = !speakers.ends_with('?');
                let speakers = speakers.trim_end_matches('?').split('/').filter(|s| !s.is_empty()).map(str::to_owned).collect();
                self.quotes.push(GoldQuote { at: Stretch { start, end: self.text.len() }, direct, speakers, required });
                rest = after;
            } else if c == '{' {
                names.push(self.text.len());
                rest = &rest[1..];
            } else if c == '|'
                && let Some(start) = names.pop()
            {
                let (tag, after) = rest[1..].split_once('}').ok_or_else(|| fault("this mark is not closed"))?;
                self.mark(Stretch { start, end: self.text.len() }, tag);
                rest = after;
            } else {
                self.text.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        if !names.is_empty() || !quotes.is_empty() {
            return Err((marked.len(), "a mark is open at the end of the text".to_owned()));
        }
        self.mentions.sort_by_key(|m| (!m.required, m.at.start, std::cmp::Reverse(m.at.end)));
        Ok(())
    }

    fn mark(&mut self, at: Stretch, tag: &str) {
        if tag.starts_with('!') {
            self.traps.push(at);
        } else if tag == "~" {
            self.unscored.push(at);
        } else {
            let required = !tag.ends_with('?');
            // The article is not of the name.
            let surface = self.text.get(at.start..at.end).unwrap_or_default();
            let article = ["The ", "the "].iter().find(|article| surface.starts_with(**article)).map_or(0, |article| article.len());
            let at = Stretch { start: at.start + article, end: at.end };
            let mut parts = tag.trim_end_matches('?').split(':');
            let actor = parts.next().unwrap_or_default().to_owned();
            self.mentions.push(GoldMention { at, actor, class: parts.next().unwrap_or("name").to_owned(), required });
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
