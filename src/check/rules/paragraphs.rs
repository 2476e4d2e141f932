//! Paragraphs that stand twice.

use super::Context;
use crate::diagnostics::{Code, Diagnostics};
use crate::model::{BlockNo, Role, Shape};
use crate::text::TextRange;
use crate::text::fold::fold;
use rustc_hash::FxHashMap;

/// A shorter one may well be said twice: `Neither.`
const SHORTEST: usize = 60;

/// The same words twice, whatever their case and marks.
pub(super) fn duplicates(context: &Context<'_>, found: &mut Diagnostics) {
    let mut seen: FxHashMap<(Role, String), BlockNo> = FxHashMap::default();
    for (number, text) in context.texts() {
        let block = context.briefing.block(number);
        if text.len() < SHORTEST || block.shape != Shape::Text || !matches!(block.role, Role::Paragraph | Role::Answer | Role::FaqIntro) {
            continue;
        }
        let words: String = fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if let Some(first) = seen.get(&(block.role, words.clone())) {
            let line = context.briefing.block(*first).anchor.as_str();
            let message = format!("this paragraph stands here for the second time; the first has the id `{line}`");
            let finding = context.finding(Code::DuplicateParagraph, number, TextRange::new(0, text.len()), message);
            found.push(finding.help("delete one of the two"));
        } else {
            seen.insert((block.role, words), number);
        }
    }
}
