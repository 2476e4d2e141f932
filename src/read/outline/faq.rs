//! Within the FAQ: marker, title, sections, questions and answers.

use super::super::evidence::{Ending, FaqHeading};
use super::super::unit::{Form, Marker, Unit};
use super::region::is_faq_heading;
use super::{looks_like_heading, looks_like_question};
use crate::model::Role;

/// Words that a section heading has at most.
const SECTION: usize = 9;
/// Words that a question without its question mark has at most.
const DAMAGED_QUESTION: usize = 24;

/// How the questions of an FAQ are set off from its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `Q:`.
    Letters,
    /// As headings of this level.
    Headings(u8),
    /// In bold.
    Bold,
    /// By numbers.
    Numbers,
    /// By bullets.
    Bullets,
    /// By their words alone.
    Words,
}

/// What came before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Start,
    Section,
    Question,
    Answer,
}

pub(super) fn decide(units: &mut [Unit<'_>], flow: &[usize], roles: &mut [Role]) {
    let rest = headings(units, flow, roles);
    let rest: Vec<usize> = title_without_prefix(units, rest, roles);
    let body: Vec<&Unit<'_>> = rest.iter().filter_map(|at| units.get(*at)).collect();
    let style = style(&body);
    let marked = body.iter().filter(|unit| unit.evidence.ending == Ending::Question && looks_like_question(unit)).count();
    let mut faq = Body { units: body, style, marked: marked >= 2, before: Before::Start };
    for (position, index) in rest.iter().enumerate() {
        // A section that an FAQ heading began is already known, and what follows it begins anew.
        let role = match roles.get(*index) {
            Some(Role::Section) => {
                faq.before = Before::Section;
                continue;
            }
            _ => faq.role(position),
        };
        if let Some(slot) = roles.get_mut(*index) {
            *slot = role;
        }
    }
}

/// Markers and titles of FAQ blocks. Several titled ones are sections of one FAQ. Gives back the units that are left, sections among them.
fn headings(units: &mut [Unit<'_>], flow: &[usize], roles: &mut [Role]) -> Vec<usize> {
    let titled = |unit: &Unit<'_>| is_faq_heading(unit) && matches!(unit.evidence.faq, Some(FaqHeading::Titled(..)));
    let first = flow.first().and_then(|at| units.get(*at));
    let first_weak = first.is_some_and(|unit| unit.evidence.weak_faq && unit.evidence.faq.is_none());
    let several = flow.iter().filter(|at| units.get(**at).is_some_and(titled)).count() > 1;
    let mut rest = Vec::with_capacity(flow.len());
    let mut after_marker = false;
    for (position, index) in flow.iter().enumerate() {
        let Some(unit) = units.get_mut(*index) else { continue };
        let role = match unit.evidence.faq {
            _ if position == 0 && first_weak => Some(Role::FaqMarker),
            Some(FaqHeading::Bare) if is_faq_heading(unit) => Some(Role::FaqMarker),
            Some(FaqHeading::Titled(start, end)) if is_faq_heading(unit) => {
                unit.passage.keep(start, end);
                let title = after_marker && position == 1 || !several;
                Some(if title { Role::FaqTitle } else { Role::Section })
            }
            _ => None,
        };
        after_marker = role == Some(Role::FaqMarker);
        match role {
            Some(role) => {
                if let Some(slot) = roles.get_mut(*index) {
                    *slot = role;
                }
                if role == Role::Section {
                    rest.push(*index);
                }
            }
            None => rest.push(*index),
        }
    }
    rest
}

/// Two headings in a row before the first question: the first is the title of the FAQ.
fn title_without_prefix(units: &[Unit<'_>], rest: Vec<usize>, roles: &mut [Role]) -> Vec<usize> {
    let at = |position: usize| rest.get(position).and_then(|at| units.get(*at));
    let known = roles.contains(&Role::FaqTitle) || !roles.contains(&Role::FaqMarker);
    let (Some(first), Some(second), Some(third)) = (at(0), at(1), at(2)) else { return rest };
    let level = |unit: &Unit<'_>| if let Form::Heading(level) = unit.form { level } else { 0 };
    let heads = |unit: &Unit<'_>, words| looks_like_heading(unit, words) && !looks_like_question(unit);
    if known || !heads(first, 18) || !heads(second, SECTION) || !looks_like_question(third) || level(second) < level(first) {
        return rest;
    }
    let mut rest = rest;
    let title = rest.remove(0);
    if let Some(slot) = roles.get_mut(title) {
        *slot = Role::FaqTitle;
    }
    rest
}

/// The style that sets off most questions, if it sets off most of them.
fn style(body: &[&Unit<'_>]) -> Style {
    if body.iter().any(|unit| unit.marker == Marker::Question) {
        return Style::Letters;
    }
    let questions: Vec<&&Unit<'_>> = body.iter().filter(|unit| looks_like_question(unit)).collect();
    let count = |is: &dyn Fn(&Unit<'_>) -> bool| questions.iter().filter(|unit| is(unit)).count();
    let most = |found: usize| found > 0 && found * 10 >= questions.len() * 6;
    let mut levels = [0usize; 8];
    for unit in &questions {
        if let Form::Heading(level) = unit.form
            && let Some(slot) = levels.get_mut(usize::from(level))
        {
            *slot += 1;
        }
    }
    if most(levels.iter().sum()) {
        let level = levels.iter().enumerate().max_by_key(|(level, count)| (**count, *level)).map_or(2, |(level, _)| level);
        return Style::Headings(u8::try_from(level).unwrap_or(6));
    }
    if most(count(&|unit| unit.bold)) {
        return Style::Bold;
    }
    if most(count(&|unit| matches!(unit.marker, Marker::Number(_)))) {
        return Style::Numbers;
    }
    if most(count(&|unit| unit.marker == Marker::Bullet)) {
        return Style::Bullets;
    }
    Style::Words
}

struct Body<'u, 'a> {
    units: Vec<&'u Unit<'a>>,
    style: Style,
    /// Its questions have their question marks.
    marked: bool,
    before: Before,
}

impl Body<'_, '_> {
    fn role(&mut self, position: usize) -> Role {
        let Some(unit) = self.units.get(position).copied() else { return Role::Answer };
        let next = self.units.get(position + 1).copied();
        let second = self.units.get(position + 2).copied();
        let role = match self.style {
            Style::Words => self.by_words(unit, next, second),
            _ => self.by_style(unit, next, second),
        };
        self.before = match role {
            Role::Question => Before::Question,
            Role::Section => Before::Section,
            Role::Answer => Before::Answer,
            _ => self.before,
        };
        role
    }

    fn other(&self) -> Role {
        match self.before {
            Before::Start | Before::Section => Role::FaqIntro,
            Before::Question | Before::Answer => Role::Answer,
        }
    }

    /// Whether the style sets this unit off as a question.
    fn is_set_off(&self, unit: &Unit<'_>) -> bool {
        match self.style {
            Style::Letters => unit.marker == Marker::Question,
            Style::Headings(level) => matches!(unit.form, Form::Heading(own) if own == level || looks_like_question(unit)),
            Style::Bold => unit.bold && unit.form == Form::Text,
            Style::Numbers => matches!(unit.marker, Marker::Number(_)) && looks_like_question(unit),
            Style::Bullets => unit.marker == Marker::Bullet && looks_like_question(unit),
            Style::Words => false,
        }
    }

    fn by_style(&self, unit: &Unit<'_>, next: Option<&Unit<'_>>, second: Option<&Unit<'_>>) -> Role {
        let heads = |unit: &Unit<'_>| looks_like_heading(unit, SECTION) && !looks_like_question(unit);
        let is_question = |unit: Option<&Unit<'_>>| unit.is_some_and(|unit| self.is_set_off(unit));
        if self.is_set_off(unit) {
            // A heading of the questions' level over another heading is a section that was set alike.
            let section =
                !looks_like_question(unit) && self.style != Style::Letters && next.is_none_or(|next| self.is_set_off(next) && looks_like_question(next));
            return if section && self.before != Before::Question { Role::Section } else { Role::Question };
        }
        if let (Style::Headings(level), Form::Heading(own)) = (self.style, unit.form) {
            return if own < level { Role::Section } else { Role::Answer };
        }
        if self.before != Before::Question && heads(unit) && unit.marker != Marker::Answer {
            let heading = matches!(unit.form, Form::Heading(_));
            let over = is_question(next) || next.is_some_and(heads) && is_question(second);
            if over || heading || (next.is_none() && self.before == Before::Answer && self.dangles(unit)) {
                return Role::Section;
            }
        }
        self.other()
    }

    fn by_words(&self, unit: &Unit<'_>, next: Option<&Unit<'_>>, second: Option<&Unit<'_>>) -> Role {
        let asks = |unit: &Unit<'_>| self.asks(unit);
        let next_asks = next.is_some_and(asks);
        if self.before == Before::Question {
            // A second question in a row: the first had no answer, unless this one is followed by a question too.
            let unanswered = asks(unit) && next.is_some() && !next_asks && (unit.evidence.ending == Ending::Question || unit.evidence.words <= 14);
            return if unanswered { Role::Question } else { Role::Answer };
        }
        if asks(unit) {
            // "What Comes Next" over a question that has no capitals within is a heading that is worded as a question.
            let heading = unit.evidence.ending != Ending::Question && unit.evidence.titled && unit.evidence.words <= SECTION;
            let over = next.is_some_and(|next| asks(next) && !next.evidence.titled) && second.is_none_or(|second| !asks(second));
            return if heading && over { Role::Section } else { Role::Question };
        }
        if looks_like_heading(unit, SECTION) && !matches!(unit.marker, Marker::Answer) {
            let before_heading = next.is_some_and(|next| looks_like_heading(next, SECTION)) && second.is_some_and(asks);
            let dangling = next.is_none() && self.before != Before::Start && self.dangles(unit);
            if next_asks || before_heading || dangling {
                return Role::Section;
            }
            if let Some(next) = next
                && (unit.evidence.titled || unit.bold || matches!(unit.form, Form::Heading(_)))
                && next.evidence.words > unit.evidence.words * 2
                && self.before != Before::Start
            {
                // A heading over text alone asks what the text answers; over text and then a question it is a section.
                return if second.is_some_and(asks) { Role::Section } else { Role::Question };
            }
        }
        self.other()
    }

    /// A last heading with nothing under it.
    fn dangles(&self, unit: &Unit<'_>) -> bool {
        unit.evidence.words <= 6 && unit.evidence.ending == Ending::Open && (unit.evidence.titled || unit.evidence.words <= 2)
    }

    fn asks(&self, unit: &Unit<'_>) -> bool {
        if !looks_like_question(unit) {
            return false;
        }
        match unit.evidence.ending {
            Ending::Question => true,
            _ => unit.evidence.words <= if self.marked { 16 } else { DAMAGED_QUESTION },
        }
    }
}
