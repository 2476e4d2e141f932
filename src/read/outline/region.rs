//! Where the FAQ lies among the units.

use super::super::evidence::Ending;
use super::super::unit::{Form, Marker, Unit};
use super::{looks_like_heading, looks_like_question};

/// Places in the flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The FAQ: behind its heading, or from the first of `Q:` markers, or from the first of a row of questions.
pub(super) fn find(units: &[Unit<'_>], flow: &[usize]) -> Option<Region> {
    let flow: Vec<&Unit<'_>> = flow.iter().filter_map(|at| units.get(*at)).collect();
    let start = heading(&flow).or_else(|| letters(&flow)).or_else(|| row(&flow))?;
    Some(Region { start, end: end(&flow, start) })
}

/// Whether a unit is an FAQ heading.
pub(super) fn is_faq_heading(unit: &Unit<'_>) -> bool {
    unit.evidence.faq.is_some() && matches!(unit.form, Form::Text | Form::Heading(_)) && unit.marker == Marker::None
}

fn heading(flow: &[&Unit<'_>]) -> Option<usize> {
    flow.iter().enumerate().position(|(at, unit)| {
        let asked = || flow.iter().skip(at + 1).take(3).any(|next| looks_like_question(next) || next.marker == Marker::Question);
        // Words besides those of the phrase make it a heading only where something follows that it can head.
        let bare = unit.evidence.faq == Some(super::super::evidence::FaqHeading::Bare);
        (is_faq_heading(unit) && (bare || asked() || flow.get(at + 1).is_some_and(|next| looks_like_heading(next, 12))))
            || (unit.evidence.weak_faq && looks_like_heading(unit, 8) && asked())
    })
}

fn letters(flow: &[&Unit<'_>]) -> Option<usize> {
    let first = flow.iter().position(|unit| unit.marker == Marker::Question)?;
    let marked = flow.iter().filter(|unit| matches!(unit.marker, Marker::Question | Marker::Answer)).count();
    (marked >= 2).then_some(with_heading(flow, first))
}

/// A row of questions with something under each: three, or two that are set off by number, bold type or as headings.
fn row(flow: &[&Unit<'_>]) -> Option<usize> {
    let is_asked = |at: usize| {
        let asks = |unit: &&&Unit<'_>| looks_like_question(unit) && unit.evidence.ending == Ending::Question;
        flow.get(at).as_ref().is_some_and(asks) && flow.get(at + 1).is_some_and(|next| !looks_like_question(next) && next.form != Form::Rule)
    };
    let asked: Vec<usize> = (0..flow.len()).filter(|at| is_asked(*at)).collect();
    let set_off =
        |at: &&usize| flow.get(**at).is_some_and(|unit| unit.bold || matches!(unit.form, Form::Heading(_)) || matches!(unit.marker, Marker::Number(_)));
    if asked.len() >= 3 || asked.iter().filter(set_off).count() >= 2 {
        return asked.first().map(|first| with_heading(flow, *first));
    }
    None
}

/// A heading right before the first question belongs to the FAQ, unless it heads the whole seed.
fn with_heading(flow: &[&Unit<'_>], first: usize) -> usize {
    match first.checked_sub(1) {
        Some(before) if before > 0 && flow.get(before).is_some_and(|unit| looks_like_heading(unit, 8)) => before,
        _ => first,
    }
}

/// In Markdown an FAQ ends at a heading as high as its own that has no question below it.
fn end(flow: &[&Unit<'_>], start: usize) -> usize {
    let Some(Form::Heading(level)) = flow.get(start).map(|unit| unit.form) else { return flow.len() };
    let mut end = flow.len();
    // From behind, so that each heading is looked at once.
    let mut questions = false;
    for (at, unit) in flow.iter().enumerate().skip(start + 1).rev() {
        let asks = looks_like_question(unit) || is_faq_heading(unit) || unit.marker == Marker::Question;
        questions |= asks;
        if let Form::Heading(own) = unit.form
            && own <= level
        {
            if questions {
                return end;
            }
            end = at;
        }
    }
    if questions { end } else { flow.len() }
}
