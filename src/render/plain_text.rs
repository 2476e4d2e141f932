//! The words of a briefing as plain text: paragraphs with the numbers that they have on the page, questions with theirs, and nothing else.

use crate::model::{BlockNo, Briefing, BriefingNo, Role, Shape};
use crate::site::Site;
use std::fmt::Write;

/// `briefings/SLUG/index.txt`.
pub(super) fn of(site: &Site, no: BriefingNo) -> String {
    let briefing = site.briefing(no);
    let mut out = String::with_capacity(briefing.blocks.iter().map(|block| block.text.text().len() + 8).sum());
    let _ = writeln!(out, "{}", briefing.title.text);
    let mut number = 0;
    for at in &briefing.article {
        out.push('\n');
        if briefing.block(*at).role == Role::Paragraph {
            number += 1;
            let _ = write!(out, "{number}. ");
        }
        words(briefing, *at, &mut out);
    }
    let mut asked = 0;
    for at in briefing.faq.iter().flat_map(|faq| faq.blocks()) {
        out.push('\n');
        if briefing.block(at).role == Role::Question {
            asked += 1;
            let _ = write!(out, "Q{asked}. ");
        }
        words(briefing, at, &mut out);
    }
    for block in briefing.blocks.iter().filter(|block| block.role == Role::Footnote) {
        let _ = write!(out, "\n{}\n", block.text.text().trim_end());
    }
    out
}

fn words(briefing: &Briefing, at: BlockNo, out: &mut String) {
    let block = briefing.block(at);
    if let Shape::Item { depth, .. } | Shape::ItemMore { depth } = block.shape {
        (0..depth).for_each(|_| out.push_str("  "));
    }
    out.push_str(block.text.text().trim_end());
    out.push('\n');
}
