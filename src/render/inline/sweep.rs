//! Ranges to elements: one pass from left to right over whatever begins and ends, with a stack of what is open.
//!
//! Where two ranges cross, the lesser is cut in two; a link is never cut, and never stands within another.

use super::Inline;
use crate::model::{ActorNo, Edit, MarkKind, Restoration};
use crate::text::TextRange;
use crate::text::escape::{Place, escape};

/// Marks deeper than this are passed over, so that no text makes the work grow with its depth.
const DEEPEST: usize = 24;

/// A range that becomes an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'t> {
    pub(super) range: TextRange,
    pub(super) what: What<'t>,
}

/// What a range becomes.
#[derive(Clone, Copy, Debug)]
pub(super) enum What<'t> {
    /// A mark of the text.
    Marked(&'t MarkKind),
    /// A restoration.
    Restored(&'t Edit),
    /// An actor's name: a link where `actor` is given; set apart where it runs against the page.
    /// `follow`: the number by which a style can mark its mentions.
    Actor { actor: Option<ActorNo>, inferred: bool, turns: bool, follow: Option<u32> },
    /// Words that an actor says.
    Quoted { inferred: bool },
    /// The name that an actor's page is about.
    Named,
    /// Left out.
    Nothing,
}

impl What<'_> {
    /// Links first, restorations last: where two begin together and are as long, the first is the outer one.
    fn rank(self) -> u8 {
        match self {
            Self::Marked(MarkKind::Link { .. }) => 0,
            Self::Actor { .. } | Self::Named => 1,
            Self::Marked(_) | Self::Nothing | Self::Quoted { .. } => 2,
            Self::Restored(_) => 3,
        }
    }

    fn is_link(self) -> bool {
        matches!(self, Self::Marked(MarkKind::Link { .. }) | Self::Actor { actor: Some(_), .. })
    }

    /// Whether it must stay in one piece.
    fn is_whole(self) -> bool {
        matches!(self, Self::Marked(MarkKind::Link { .. }) | Self::Actor { .. } | Self::Named)
    }

    /// Whether it stands for its text, instead of round it.
    fn is_instead(self) -> bool {
        matches!(self, Self::Nothing | Self::Marked(MarkKind::Image { .. } | MarkKind::Footnote { .. } | MarkKind::Break))
    }
}

/// Sorts into the order in which elements open.
pub(super) fn sort(items: &mut [Item<'_>]) {
    items.sort_by_key(|item| (item.range.start, std::cmp::Reverse(item.range.end), item.what.rank()));
}

/// The HTML of `range` of `text`. `items` are sorted; those that begin outside of `range` are passed over, those that leave it are cut.
pub(super) fn fragment(page: &mut Inline<'_>, text: &str, items: &[Item<'_>], range: TextRange, out: &mut String) {
    let mut open: Vec<Item<'_>> = Vec::new();
    let mut at = range.start;
    let mut next = 0;
    loop {
        let closing = open.iter().map(|item| item.range.end).min();
        let opening = items.get(next).filter(|item| item.range.start < range.end);
        let opens_first = opening.is_some_and(|item| closing.is_none_or(|end| item.range.start < end));
        if let (true, Some(item)) = (opens_first, opening) {
            next += 1;
            let mut item = *item;
            item.range.end = item.range.end.min(range.end);
            // Within what stands for its text, or before the fragment.
            if item.range.start < at || text.get(item.range.range()).is_none() {
                continue;
            }
            put(text, at, item.range.start, out);
            at = item.range.start;
            if item.what.is_instead() || item.range.is_empty() {
                instead(page, text, item, out);
                at = item.range.end;
                // What ends within it ends with it.
                for other in &mut open {
                    other.range.end = other.range.end.max(at);
                }
            } else if open.len() < DEEPEST && !(item.what.is_link() && open.iter().any(|other| other.what.is_link())) {
                begin(page, text, item, &mut open, out);
            }
            continue;
        }
        let Some(end) = closing else { break };
        let end = end.min(range.end);
        put(text, at, end, out);
        at = at.max(end);
        finish(page, text, end, &mut open, out);
    }
    put(text, at, range.end, out);
}

fn put(text: &str, start: u32, end: u32, out: &mut String) {
    if start < end {
        escape(text.get(start as usize..end as usize).unwrap_or_default(), Place::Text, out);
    }
}

/// Opens `item`; what it must not be cut by is closed before and opened again inside.
fn begin<'t>(page: &Inline<'_>, text: &str, item: Item<'t>, open: &mut Vec<Item<'t>>, out: &mut String) {
    let crossing = if item.what.is_whole() { open.iter().position(|other| other.range.end < item.range.end) } else { None };
    let popped = crossing.map_or_else(Vec::new, |from| open.split_off(from));
    for other in popped.iter().rev() {
        close_tag(*other, out);
    }
    let (inside, outside): (Vec<_>, Vec<_>) = popped.into_iter().partition(|other| other.range.end < item.range.end);
    for other in outside.into_iter().chain([item]).chain(inside) {
        open_tag(page, text, other, out);
        open.push(other);
    }
}

/// Closes everything that ends at `end`; what stands within it and goes on is opened again.
fn finish(page: &Inline<'_>, text: &str, end: u32, open: &mut Vec<Item<'_>>, out: &mut String) {
    let Some(lowest) = open.iter().position(|item| item.range.end <= end) else { return };
    let popped = open.split_off(lowest);
    for item in popped.iter().rev() {
        close_tag(*item, out);
    }
    for item in popped.into_iter().filter(|item| item.range.end > end) {
        open_tag(page, text, item, out);
        open.push(item);
    }
}

fn open_tag(page: &Inline<'_>, text: &str, item: Item<'_>, out: &mut String) {
    match item.what {
        What::Marked(MarkKind::Emphasis) => out.push_str("<em>"),
        What::Marked(MarkKind::Strong) => out.push_str("<strong>"),
        What::Marked(MarkKind::Strike) => out.push_str("<s>"),
        What::Marked(MarkKind::Code) => out.push_str("<code>"),
        What::Marked(MarkKind::Link { href }) => {
            out.push_str("<a href=\"");
            // A person writes addresses from the site's root; where that lies is not theirs to know.
            if let Some(below) = href.strip_prefix('/').filter(|below| !below.starts_with('/')) {
                out.push_str(page.site.addresses().base_path());
                escape(below, Place::Attribute, out);
            } else {
                escape(href, Place::Attribute, out);
            }
            out.push_str(if is_outside(href) { "\" rel=\"noopener noreferrer\">" } else { "\">" });
        }
        What::Marked(_) | What::Nothing => {}
        What::Restored(edit) => restored(page, edit, out),
        What::Quoted { inferred } => out.push_str(if inferred { "<span class=\"quoted inferred\">" } else { "<span class=\"quoted\">" }),
        What::Actor { actor, inferred, turns, follow } => {
            if let Some(actor) = actor {
                page.open_actor(actor, inferred, follow, item.range.of(text), out);
            } else if let Some(number) = follow {
                out.push_str("<span class=\"f");
                out.push_str(&number.to_string());
                out.push_str("\">");
            }
            if turns {
                out.push_str("<bdi>");
            }
        }
        What::Named => out.push_str("<mark>"),
    }
}

fn close_tag(item: Item<'_>, out: &mut String) {
    match item.what {
        What::Marked(MarkKind::Emphasis) => out.push_str("</em>"),
        What::Marked(MarkKind::Strong) => out.push_str("</strong>"),
        What::Marked(MarkKind::Strike) => out.push_str("</s>"),
        What::Marked(MarkKind::Code) => out.push_str("</code>"),
        What::Marked(MarkKind::Link { .. }) => out.push_str("</a>"),
        What::Marked(_) | What::Nothing => {}
        What::Restored(_) => out.push_str("</ins>"),
        What::Quoted { .. } => out.push_str("</span>"),
        What::Actor { actor, turns, follow, .. } => {
            if turns {
                out.push_str("</bdi>");
            }
            if actor.is_some() {
                out.push_str("</a>");
            } else if follow.is_some() {
                out.push_str("</span>");
            }
        }
        What::Named => out.push_str("</mark>"),
    }
}

/// What stands for its text.
fn instead(page: &mut Inline<'_>, text: &str, item: Item<'_>, out: &mut String) {
    match item.what {
        What::Marked(MarkKind::Break) => out.push_str("<br>"),
        What::Marked(MarkKind::Image { src }) => {
            out.push_str("<img src=\"");
            escape(page.site.addresses().base_path(), Place::Attribute, out);
            escape(src, Place::Attribute, out);
            out.push_str("\" alt=\"");
            escape(item.range.of(text), Place::Attribute, out);
            out.push_str("\" loading=\"lazy\">");
        }
        What::Marked(MarkKind::Footnote { label }) => {
            let Some((reference, note)) = page.footnote(label) else {
                out.push_str("<sup>");
                escape(label, Place::Text, out);
                out.push_str("</sup>");
                return;
            };
            out.push_str("<sup class=\"noteref\"><a id=\"");
            escape(&reference, Place::Attribute, out);
            out.push_str("\" href=\"#");
            escape(&note, Place::Attribute, out);
            out.push_str("\" aria-label=\"");
            escape(&page.words.fill("footnote", &[("label", label)]), Place::Attribute, out);
            out.push_str("\">");
            escape(label, Place::Text, out);
            out.push_str("</a></sup>");
        }
        // A restoration that left something out.
        What::Restored(edit) => {
            out.push_str("<del class=\"restored\" data-rule=\"");
            out.push_str(edit.rule.name());
            out.push_str("\" data-was=\"");
            escape(&edit.was, Place::Attribute, out);
            out.push_str("\"></del>");
        }
        _ => {}
    }
}

fn restored(page: &Inline<'_>, edit: &Edit, out: &mut String) {
    out.push_str("<ins class=\"restored\" data-rule=\"");
    out.push_str(Restoration::name(edit.rule));
    out.push_str("\" title=\"");
    if edit.was.is_empty() {
        escape(page.words.get("restored_added"), Place::Attribute, out);
    } else {
        escape(&page.words.fill("restored_changed", &[("was", &edit.was)]), Place::Attribute, out);
        out.push_str("\" data-was=\"");
        escape(&edit.was, Place::Attribute, out);
    }
    out.push_str("\">");
}

/// Whether an address leads to another site.
fn is_outside(href: &str) -> bool {
    href.starts_with("https://") || href.starts_with("http://")
}
