//! Quotation marks: of two kinds, without a partner, without a speaker.

use super::Context;
use super::word::words;
use crate::diagnostics::{Code, Diagnostics};
use crate::model::{Block, BlockNo, QuotationKind, Shape};
use crate::text::TextRange;

/// Straight and curly marks in one briefing: the first of the rarer kind is shown.
pub(super) fn mixed(context: &Context<'_>, found: &mut Diagnostics) {
    let mut straight: Vec<(BlockNo, usize)> = Vec::new();
    let mut curly: Vec<(BlockNo, usize)> = Vec::new();
    for (block, text) in context.texts() {
        for (at, c) in text.char_indices() {
            match c {
                // Behind a digit it may stand for inches or minutes.
                '"' if !text[..at].ends_with(|c: char| c.is_ascii_digit()) => straight.push((block, at)),
                '“' | '”' => curly.push((block, at)),
                _ => {}
            }
        }
    }
    let (rarer, name, other) = if straight.len() <= curly.len() { (&straight, "straight", "curly") } else { (&curly, "curly", "straight") };
    if let (Some((block, at)), false) = (rarer.first(), straight.is_empty() || curly.is_empty()) {
        let len = context.briefing.block(*block).text.text()[*at..].chars().next().map_or(1, char::len_utf8);
        let (number, all) = (rarer.len(), straight.len() + curly.len());
        let message = format!("{number} of {all} quotation marks {} {name}, the others {other}", if number == 1 { "is" } else { "are" });
        let finding = context.finding(Code::MixedQuotes, *block, TextRange::new(*at, at + len), message);
        found.push(finding.help(format!("write {other} marks throughout")));
    }
}

/// Marks that open and do not close, or close what was not opened.
pub(super) fn unbalanced(context: &Context<'_>, found: &mut Diagnostics) {
    let blocks = &context.briefing.blocks;
    let mut carried = false;
    for (number, text) in context.texts() {
        let block = context.briefing.block(number);
        if matches!(block.shape, Shape::Table { .. }) {
            continue;
        }
        // Speech of several paragraphs: each begins with a mark, and only the last ends with one.
        let next = blocks.get(number.index() + 1).filter(|next| next.role == block.role);
        let goes_on = next.is_some_and(|next| opens(next).is_some());
        let was_carried = std::mem::replace(&mut carried, false);
        let Some((at, c, open)) = alone(text) else { continue };
        if open && goes_on {
            carried = true;
            continue;
        }
        // The mark that ends speech which an earlier paragraph began, where this one did not begin with a mark of its own.
        if !open && was_carried {
            continue;
        }
        let message = if open { format!("`{c}` opens a quotation that is not closed") } else { format!("`{c}` closes a quotation that was not opened") };
        let finding = context.finding(Code::UnbalancedQuotes, number, TextRange::new(at, at + c.len_utf8()), message);
        found.push(finding.help("put its partner where the quotation begins or ends"));
    }
}

fn opens(block: &Block) -> Option<char> {
    block.text.text().chars().next().filter(|c| matches!(c, '“' | '"' | '«' | '„'))
}

/// The first mark without a partner: where, which, and whether it opens.
fn alone(text: &str) -> Option<(usize, char, bool)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut straight: Option<usize> = None;
    let mut inches = false;
    for (at, c) in text.char_indices() {
        match c {
            '“' if open.last().is_some_and(|(_, own)| *own == '„') => {
                open.pop();
            }
            '“' | '„' | '«' => open.push((at, c)),
            '”' | '»' => {
                let partner = open.last().is_some_and(|(_, own)| (*own == '«') == (c == '»'));
                if !partner {
                    return Some((at, c, false));
                }
                open.pop();
            }
            '"' => {
                inches |= text[..at].ends_with(|c: char| c.is_ascii_digit());
                straight = match straight {
                    None => Some(at),
                    Some(_) => None,
                };
            }
            _ => {}
        }
    }
    open.first().map(|(at, c)| (*at, *c, true)).or_else(|| straight.filter(|_| !inches).map(|at| (at, '"', true)))
}

/// Shorter ones are words that are called so: the “red line”.
const FEWEST_WORDS: usize = 5;

/// Quotations whose speaker nobody can tell.
pub(super) fn unattributed(context: &Context<'_>, found: &mut Diagnostics) {
    for quotation in &context.entry.mentions.quotations {
        if quotation.kind != QuotationKind::Direct || quotation.speaker.is_some() || quotation.cue.is_some() {
            continue;
        }
        let text = quotation.range.of(context.briefing.block(quotation.block).text.text());
        if words(text).len() >= FEWEST_WORDS {
            let finding = context.finding(Code::UnattributedQuotation, quotation.block, quotation.range, "nobody can tell who says this".to_owned());
            found.push(finding.help("name the speaker beside it: `..., Ann Lee said`"));
        }
    }
}
