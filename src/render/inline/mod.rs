//! Text, marks, mentions and restorations to HTML: the only maker of [`Html`]. Everything that a seed says is escaped here;
//! elements are opened and closed in one place (`sweep`), so that they nest whatever the ranges do.

pub(crate) mod arcs;
pub(crate) mod cells;
pub(crate) mod citations;
pub(crate) mod flow;
pub(crate) mod lines;
mod sweep;

use crate::input::LinkPolicy;
use crate::model::{ActorNo, Block, Certainty, MarkKind, Mention, Quotation, QuotationKind, RichText, Role, Shape, Target};
use crate::site::Site;
use crate::text::TextRange;
use crate::text::escape::{Place, escape};
use crate::text::script::Direction;
use crate::theme::{Ready, Strings};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Serialize, Serializer};
use sweep::{Item, What};

/// HTML that templates print as it is: every text in it is escaped, every element is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Ready(&self.0).serialize(serializer)
    }
}

impl Html {
    /// Of text that its maker, a file of this room, has escaped.
    pub(in crate::render) fn made(html: String) -> Self {
        Self(html)
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Empty, with room for so many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }
}

/// What was found in one block.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Found<'t> {
    /// Who is named.
    pub(crate) mentions: &'t [Mention],
    /// Who speaks.
    pub(crate) quotations: &'t [Quotation],
}

/// Makes the HTML of one page's texts; remembers what the page has linked and referred to so far.
pub(crate) struct Inline<'a> {
    site: &'a Site,
    words: &'a Strings,
    policy: LinkPolicy,
    direction: Direction,
    linked: FxHashSet<ActorNo>,
    /// Actors whose mentions a reader can have marked, with the number of each: its mentions have the class `f` and that number.
    followed: FxHashMap<ActorNo, u32>,
    /// Whether names and quotations are passed over.
    unlinked: bool,
    /// Labels of the footnotes that the page can show, with how often each was referred to so far.
    notes: FxHashMap<&'a str, u32>,
    /// Labels in the order in which they were first referred to.
    referred: Vec<&'a str>,
}

impl<'a> Inline<'a> {
    /// What the link on a paragraph's number is called.
    pub(crate) fn number_label(&self, number: u32) -> String {
        self.words.fill("permalink_paragraph", &[("number", &number.to_string())])
    }

    pub(crate) fn new(site: &'a Site, words: &'a Strings, policy: LinkPolicy, language: &str) -> Self {
        Self {
            site,
            words,
            policy,
            direction: Direction::of_language(language),
            linked: FxHashSet::default(),
            followed: FxHashMap::default(),
            unlinked: false,
            notes: FxHashMap::default(),
            referred: Vec::new(),
        }
    }

    /// Gives the mentions of these actors classes by which a style can mark them, from 1.
    pub(crate) fn with_followed(mut self, actors: impl Iterator<Item = ActorNo>) -> Self {
        self.followed = actors.zip(1..).collect();
        self
    }

    /// Links no name and sets no words apart: for paper.
    pub(crate) fn unlinked(mut self) -> Self {
        self.unlinked = true;
        self
    }

    /// Makes the footnotes among `blocks` known, so that references lead to them.
    pub(crate) fn with_notes(mut self, blocks: impl Iterator<Item = &'a Block>) -> Self {
        self.notes.extend(blocks.filter_map(note_label).map(|label| (label, 0)));
        self
    }

    /// The notes that were referred to so far, in that order, and how often.
    pub(crate) fn referred(&self) -> Vec<(&'a str, u32)> {
        self.referred.iter().map(|label| (*label, self.notes.get(label).copied().unwrap_or_default())).collect()
    }

    /// The direction in which a block runs, where it is not that of the page.
    pub(crate) fn direction(&self, text: &str) -> Option<&'static str> {
        if self.direction == Direction::Ltr && text.is_ascii() {
            return None;
        }
        Direction::of_text(text).filter(|direction| *direction != self.direction).map(Direction::name)
    }

    /// The content of a block with its actors linked: phrasing content, or a whole `table` or `pre`.
    pub(crate) fn block(&mut self, block: &Block, found: Found<'_>) -> Html {
        let text = &block.text;
        match block.shape {
            Shape::Code => self.code(text),
            Shape::Table { columns } => {
                let items = self.items(text, found);
                self.table(text, &items, columns)
            }
            _ => {
                let items = self.items(text, found);
                let mut out = String::with_capacity(text.text().len() + items.len() * 96 + 16);
                sweep::fragment(self, text.text(), &items, TextRange::new(0, text.text().len()), &mut out);
                Html(out)
            }
        }
    }

    /// The content of a heading: as it is marked, but no actor is linked.
    pub(crate) fn heading(&mut self, text: &RichText) -> Html {
        let items = self.items(text, Found::default());
        let mut out = String::with_capacity(text.text().len() + 16);
        sweep::fragment(self, text.text(), &items, TextRange::new(0, text.text().len()), &mut out);
        Html(out)
    }

    /// A stretch of a block, plain but for restorations, with `named` marked: a sentence on an actor's page.
    pub(crate) fn sentence(&mut self, text: &RichText, range: TextRange, named: &[TextRange]) -> Html {
        let mut items: Vec<Item<'_>> = Vec::new();
        let marks = text.marks();
        for mark in &marks[marks.partition_point(|mark| mark.range.start < range.start)..] {
            if mark.range.start >= range.end {
                break;
            }
            if matches!(mark.kind, MarkKind::Footnote { .. }) {
                items.push(Item { range: mark.range, what: What::Nothing });
            }
        }
        let edits = text.edits();
        for edit in &edits[edits.partition_point(|edit| edit.range.start < range.start)..] {
            if edit.range.start >= range.end {
                break;
            }
            items.push(Item { range: edit.range, what: What::Restored(edit) });
        }
        items.extend(named.iter().map(|range| Item { range: *range, what: What::Named }));
        sweep::sort(&mut items);
        let mut out = String::with_capacity(range.len() + 64);
        sweep::fragment(self, text.text(), &items, range, &mut out);
        Html(out)
    }

    /// Marks, restorations, and the mentions that the page's policy links, in the order in which elements open.
    fn items<'t>(&mut self, text: &'t RichText, found: Found<'_>) -> Vec<Item<'t>> {
        let found = if self.unlinked { Found::default() } else { found };
        let mut items: Vec<Item<'t>> = Vec::with_capacity(text.marks().len() + text.edits().len() + found.mentions.len());
        // Where no actor is linked: within links, pictures, references and code. With the furthest end so far, for they may nest.
        let mut closed: Vec<(u32, u32)> = Vec::new();
        for mark in text.marks() {
            if matches!(mark.kind, MarkKind::Link { .. } | MarkKind::Image { .. } | MarkKind::Footnote { .. } | MarkKind::Code) {
                let furthest = closed.last().map_or(0, |last| last.1).max(mark.range.end);
                closed.push((mark.range.start, furthest));
            }
            items.push(Item { range: mark.range, what: What::Marked(&mark.kind) });
        }
        items.extend(text.edits().iter().map(|edit| Item { range: edit.range, what: What::Restored(edit) }));
        if self.policy != LinkPolicy::FirstOnPage {
            self.linked.clear();
        }
        for quotation in found.quotations {
            if quotation.kind == QuotationKind::Direct && quotation.speaker.is_some() {
                items.push(Item { range: quotation.range, what: What::Quoted { inferred: quotation.certainty == Certainty::Inferred } });
            }
        }
        for mention in found.mentions {
            let before = closed.partition_point(|(start, _)| *start < mention.range.end);
            if before > 0 && closed[before - 1].1 > mention.range.start {
                continue;
            }
            let name = mention.range.of(text.text());
            if name.is_empty() {
                continue;
            }
            let links = self.site.is_listed(mention.actor) && (self.linked.insert(mention.actor) || self.policy == LinkPolicy::All);
            let turns = self.direction.is_crossed_by(name);
            let follow = self.followed.get(&mention.actor).copied();
            if links || turns || follow.is_some() {
                let what = What::Actor { actor: links.then_some(mention.actor), inferred: mention.certainty == Certainty::Inferred, turns, follow };
                items.push(Item { range: mention.range, what });
            }
        }
        sweep::sort(&mut items);
        items
    }

    fn code(&self, text: &RichText) -> Html {
        let mut out = String::with_capacity(text.text().len() + 40);
        out.push_str("<pre dir=\"ltr\" tabindex=\"0\"><code>");
        escape(text.text(), Place::Text, &mut out);
        out.push_str("</code></pre>");
        Html(out)
    }

    fn table(&mut self, text: &RichText, items: &[Item<'_>], columns: u16) -> Html {
        let whole = text.text();
        let mut out = String::with_capacity(whole.len() * 2 + 64);
        out.push_str("<table>");
        let mut at = 0;
        let mut first = 0;
        let rows = whole.strip_suffix('\n').unwrap_or(whole);
        for (row, line) in rows.split('\n').enumerate() {
            out.push_str(match row {
                0 => "<thead><tr>",
                1 => "<tbody><tr>",
                _ => "<tr>",
            });
            let mut cells = 0u16;
            for cell in line.split('\t') {
                let range = TextRange::new(at, at + cell.len());
                while items.get(first).is_some_and(|item| item.range.start < range.start) {
                    first += 1;
                }
                let last = first + items[first..].iter().take_while(|item| item.range.start < range.end).count();
                out.push_str(if row == 0 { "<th scope=\"col\">" } else { "<td>" });
                sweep::fragment(self, whole, &items[first..last], range, &mut out);
                out.push_str(if row == 0 { "</th>" } else { "</td>" });
                first = last;
                at += cell.len() + 1;
                cells = cells.saturating_add(1);
            }
            // A row that the seed leaves short is filled, so that columns stay columns; bounded by what the row before had.
            for _ in cells..columns.min(64) {
                out.push_str(if row == 0 { "<th scope=\"col\"></th>" } else { "<td></td>" });
            }
            out.push_str(if row == 0 { "</tr></thead>" } else { "</tr>" });
        }
        if rows.contains('\n') {
            out.push_str("</tbody>");
        }
        out.push_str("</table>");
        Html(out)
    }

    /// Opens the link of an actor.
    fn open_actor(&self, actor: ActorNo, inferred: bool, follow: Option<u32>, name: &str, out: &mut String) {
        out.push_str(if inferred { "<a class=\"actor inferred" } else { "<a class=\"actor" });
        if let Some(number) = follow {
            out.push_str(" f");
            out.push_str(&number.to_string());
        }
        out.push_str("\" href=\"");
        escape(&self.site.addresses().href(&Target::Actor(actor)), Place::Attribute, out);
        if inferred {
            // In the accessible name itself, which holds the visible words: a title alone would not be read.
            out.push_str("\" aria-label=\"");
            escape(&self.words.fill("inferred_name", &[("name", name)]), Place::Attribute, out);
            out.push_str("\" title=\"");
            escape(self.words.get("inferred_title"), Place::Attribute, out);
        }
        out.push_str("\">");
    }

    /// Counts a reference and gives its own id and the id of its note; `None` where there is no such note.
    fn footnote(&mut self, label: &str) -> Option<(String, String)> {
        let (known, times) = self.notes.get_key_value(label).map(|(known, times)| (*known, *times))?;
        if times == 0 {
            self.referred.push(known);
        }
        self.notes.insert(known, times + 1);
        Some((reference_id(label, times + 1), note_id(label)))
    }

    /// The label that was referred to as the `at`th.
    pub(crate) fn referred_at(&self, at: usize) -> Option<&'a str> {
        self.referred.get(at).copied()
    }

    /// The words of a footnote, without the label that they begin with.
    pub(crate) fn note(&mut self, block: &Block, found: Found<'_>) -> Html {
        let mut items = self.items(&block.text, found);
        if let Some(label) = items.iter_mut().find(|item| matches!(item.what, What::Marked(MarkKind::Footnote { .. }))) {
            label.what = What::Nothing;
        }
        let mut out = String::with_capacity(block.text.text().len() + 32);
        sweep::fragment(self, block.text.text(), &items, TextRange::new(0, block.text.text().len()), &mut out);
        Html(out)
    }
}

/// The label of a footnote: its text begins with it, under a mark.
pub(crate) fn note_label(block: &Block) -> Option<&str> {
    if block.role != Role::Footnote {
        return None;
    }
    block.text.marks().iter().find_map(|mark| match &mark.kind {
        MarkKind::Footnote { label } if mark.range.start == 0 => Some(&**label),
        _ => None,
    })
}

/// The id of a footnote's text.
pub(crate) fn note_id(label: &str) -> String {
    format!("_note-{}", ascii(label))
}

/// The id of the place that refers to a footnote for the `times`th time.
pub(crate) fn reference_id(label: &str, times: u32) -> String {
    if times == 1 { format!("_ref-{}", ascii(label)) } else { format!("_ref-{}-{times}", ascii(label)) }
}

/// A label as a piece of an id: what is no letter or digit is told apart by its number.
fn ascii(label: &str) -> String {
    label.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("_{:x}", u32::from(c)) }).collect()
}

#[cfg(test)]
mod tests;
