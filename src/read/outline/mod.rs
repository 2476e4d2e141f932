//! The decisions: what each unit does in its briefing. By structure and wording, never by knowing a text.

mod article;
mod faq;
mod region;

use super::unit::{Form, Unit};
use crate::model::Role;
use region::Region;

/// Gives each unit its role. The words of an FAQ title lose their prefix ("FAQs").
pub(super) fn decide(units: &mut [Unit<'_>]) -> Vec<Role> {
    let mut roles: Vec<Role> = units
        .iter()
        .map(|unit| match unit.form {
            Form::Rule => Role::Separator,
            Form::FrontMatter => Role::FrontMatter,
            Form::Footnote => Role::Footnote,
            Form::Text | Form::Heading(_) | Form::Block => Role::Paragraph,
        })
        .collect();
    // Rules, front matter and footnotes stand between others without parting them.
    let flow: Vec<usize> = (0..units.len()).filter(|at| roles.get(*at) == Some(&Role::Paragraph)).collect();
    let region = region::find(units, &flow).unwrap_or(Region { start: flow.len(), end: flow.len() });
    let (before, rest) = flow.split_at(region.start.min(flow.len()));
    let (within, after) = rest.split_at(region.end.saturating_sub(region.start).min(rest.len()));
    article::decide(units, before, article::Place::Opening { alone: within.is_empty() }, &mut roles);
    faq::decide(units, within, &mut roles);
    article::decide(units, after, article::Place::AfterFaq, &mut roles);
    roles
}

/// Whether a unit could be a heading by its looks: short, high, and without a stop at its end.
fn looks_like_heading(unit: &Unit<'_>, words: usize) -> bool {
    let evidence = &unit.evidence;
    match unit.form {
        Form::Heading(_) => true,
        Form::Text => {
            let open = matches!(evidence.ending, super::evidence::Ending::Open | super::evidence::Ending::Colon);
            (unit.marker == super::unit::Marker::None || unit.bold)
                && evidence.words <= words
                && evidence.begins_high
                && open
                && !evidence.inner_stop
                && unit.quoted == 0
        }
        _ => false,
    }
}

/// Whether a unit could be a question by its looks.
fn looks_like_question(unit: &Unit<'_>) -> bool {
    let evidence = &unit.evidence;
    use super::evidence::{Ending, QUESTION_WORDS};
    let form = matches!(unit.form, Form::Text | Form::Heading(_)) && unit.marker != super::unit::Marker::Answer && unit.quoted == 0;
    form && evidence.words <= QUESTION_WORDS
        && !evidence.inner_stop
        && (evidence.ending == Ending::Question || (evidence.asks && matches!(evidence.ending, Ending::Open | Ending::Colon)))
}
