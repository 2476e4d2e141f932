//! The article: its title, dateline and headings; all else is a paragraph.

use super::super::evidence::Ending;
use super::super::unit::{Form, Marker, Unit};
use super::looks_like_heading;
use crate::model::Role;

/// Which part of the article is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// From the beginning of the seed; `alone` where no FAQ follows.
    Opening {
        /// No FAQ follows.
        alone: bool,
    },
    /// What Markdown has behind the FAQ.
    AfterFaq,
}

/// Words that a headline has at most.
const HEADLINE: usize = 22;
/// Words that a heading has at most.
const HEADING: usize = 10;

pub(super) fn decide(units: &[Unit<'_>], flow: &[usize], place: Place, roles: &mut [Role]) {
    let at = |position: usize| flow.get(position).and_then(|at| units.get(*at));
    let marked_up = flow.iter().any(|at| units.get(*at).is_some_and(|unit| matches!(unit.form, Form::Heading(_))));
    let parted = flow.iter().skip(1).filter_map(|at| units.get(*at)).any(|unit| unit.parted);
    let mut titled = place == Place::AfterFaq;
    for (position, index) in flow.iter().enumerate() {
        let Some(unit) = units.get(*index) else { continue };
        let role = match unit.form {
            Form::Heading(level) => {
                if !titled && (position == 0 || level == 1) {
                    titled = true;
                    Role::Title
                } else {
                    Role::Heading
                }
            }
            Form::Text if unit.evidence.dateline && position <= 3 && place != Place::AfterFaq => Role::Dateline,
            Form::Text if position == 0 && !titled && !marked_up && is_headline(unit, at(1), place) => {
                titled = true;
                Role::Title
            }
            Form::Text if !marked_up && position > 0 && is_heading(unit, at(position - 1), at(position + 1), parted) => Role::Heading,
            _ => Role::Paragraph,
        };
        if let Some(slot) = roles.get_mut(*index) {
            *slot = role;
        }
    }
}

/// A first line that ends without a stop and stands over something longer.
fn is_headline(unit: &Unit<'_>, next: Option<&Unit<'_>>, place: Place) -> bool {
    let evidence = &unit.evidence;
    let open = matches!(evidence.ending, Ending::Open | Ending::Question) || (evidence.ending == Ending::Stop && evidence.shouted);
    if unit.marker != Marker::None || evidence.words > HEADLINE || !open || !evidence.begins_high || evidence.inner_stop {
        return false;
    }
    match next {
        // All that the article has: a title over an FAQ, if anything follows at all.
        None => place == Place::Opening { alone: false },
        Some(next) => next.evidence.dateline || is_byline(next) || next.evidence.chars * 2 >= evidence.chars * 3 || next.evidence.ending == Ending::Stop,
    }
}

fn is_byline(unit: &Unit<'_>) -> bool {
    unit.evidence.words <= 10 && unit.passage.text.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "))
}

/// A short line without a stop between paragraphs that have one.
fn is_heading(unit: &Unit<'_>, before: Option<&Unit<'_>>, next: Option<&Unit<'_>>, parted: bool) -> bool {
    if !looks_like_heading(unit, HEADING) || is_byline(unit) || unit.evidence.ending == Ending::Colon && unit.evidence.words > 6 {
        return false;
    }
    if unit.bold {
        return true;
    }
    // What introduces a list or follows an unfinished line is no heading.
    if before.is_some_and(|before| matches!(before.evidence.ending, Ending::Colon | Ending::Comma)) {
        return false;
    }
    let shaped = unit.evidence.titled || unit.evidence.shouted || (parted && unit.parted) || unit.evidence.words <= 5;
    let sound = before.is_none_or(|before| before.evidence.ending != Ending::Open || before.evidence.words <= HEADLINE);
    let over = match next {
        None => unit.evidence.titled && unit.evidence.words <= 6,
        Some(next) if parted && !next.parted => false,
        Some(next) => next.evidence.chars >= unit.evidence.chars * 2 || looks_like_heading(next, HEADING),
    };
    shaped && sound && over
}
