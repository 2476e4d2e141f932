//! Questions of the FAQ that stand on nothing in the article.

use super::Context;
use crate::diagnostics::{Code, Diagnostics};
use crate::link;
use crate::text::TextRange;

/// Questions of which the article speaks nowhere.
pub(super) fn unsupported(context: &Context<'_>, found: &mut Diagnostics) {
    for block in link::unsupported(context.briefing, &context.entry.mentions, &context.entry.links, context.pack) {
        let len = context.briefing.block(block).text.text().len();
        let finding = context.finding(Code::UnsupportedQuestion, block, TextRange::new(0, len), "the article says nothing of what is asked here".to_owned());
        found.push(finding.help("say it in the article too, or leave the question out"));
    }
}
