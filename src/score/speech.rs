//! Quotations of an export beside those of a marked text, and who speaks them.

use super::gold::Stretch;
use super::pair::{Pairs, is_of};
use super::table::Scores;
use crate::actors::{Export, ExportedQuote};
use crate::model::QuotationKind;

pub(super) fn speeches(pairs: &Pairs<'_>, answer: &Export, scores: &mut Scores) {
    for (direct, found_as, said_by) in [(true, "direct quotations", "their speakers"), (false, "reported speech", "its speakers")] {
        let kind = if direct { QuotationKind::Direct } else { QuotationKind::Indirect };
        let of_kind = answer.quotes.iter().filter(|quote| quote.kind == kind && is_of(&quote.doc, pairs.gold));
        let mut left: Vec<(Stretch, &ExportedQuote)> = of_kind.map(|q| (Stretch { start: q.start as usize, end: q.end as usize }, q)).collect();
        let mut quotes: Vec<_> = pairs.gold.quotes.iter().filter(|quote| quote.direct == direct).collect();
        quotes.sort_by_key(|quote| !quote.required);
        for quote in quotes {
            let best = left.iter().map(|(at, _)| at.likeness(quote.at)).enumerate().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
            let hit = best.filter(|(_, likeness)| *likeness >= if direct { 0.8 } else { 0.5 }).map(|(at, _)| left.remove(at).1);
            if !quote.required {
                continue;
            }
            let unnamed = !pairs.required().any(|(_, mention)| quote.speakers.contains(&mention.actor));
            let right = hit.is_some_and(|hit| match &hit.speaker {
                Some(actor) => quote.speakers.iter().any(|speaker| speaker == pairs.id_of(Some(actor))),
                None => unnamed,
            });
            if let Some(hit) = hit {
                scores.tally("quotation", hit.certainty, true);
                if hit.speaker.is_some() {
                    scores.tally("speaker", hit.certainty, right);
                    scores.state(hit.evidence, hit.confidence, right);
                }
            }
            scores.add(found_as, hit.is_some(), false);
            scores.add(said_by, right, hit.is_some());
            if !right {
                let what = if hit.is_some() { "wrong speaker" } else { "missed" };
                scores.fault(pairs.gold, &format!("{found_as}: {what}: {}", pairs.surface(quote.at)));
            }
        }
        for (at, quote) in &left {
            scores.spurious(found_as);
            scores.spurious(said_by);
            scores.tally("quotation", quote.certainty, false);
            scores.fault(pairs.gold, &format!("{found_as}: spurious: {}", pairs.surface(*at)));
        }
    }
}
