//! Why a place in a seed is a link, is none, or was left open: what was seen there, what spoke for it and against it, what would change it.

use super::gazetteer::Sense;
use super::name::Grammar;
use super::reading::Reading;
use super::token::Token;
use super::{resolve, tagger};
use crate::language::{Pack, naming};
use crate::model::{BlockNo, Briefing, Certainty, Evidence, Mention, Mentions, Naming, OpenCase, QuotationKind, Roster, Thresholds};
use crate::text::TextRange;
use std::ops::Range;

/// One stretch, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Where it stands on disk, in bytes.
    pub place: Range<usize>,
    /// Its text.
    pub surface: String,
    /// What is said of it, each with a word of what it is: `seen`, `is`, `for`, `against`, `change`.
    pub lines: Vec<(&'static str, String)>,
}

/// A briefing with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Explaining<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// What was found in it.
    pub mentions: &'a Mentions,
    /// Everybody.
    pub roster: &'a Roster,
    /// From how sure a mention is shown.
    pub thresholds: Thresholds,
}

/// Everything that is a name, or may be one, and touches `place` (bytes on disk).
pub fn explain(what: Explaining<'_>, pack: &Pack, place: &Range<usize>) -> Vec<Explained> {
    let recased = super::recase::recase(what.briefing, pack);
    let reading = Reading::of(what.briefing, &recased, pack);
    let ruled = resolve::resolve(&reading);
    let opinions = tagger::opinions(&reading, &ruled);
    let mut found = Vec::new();
    for view in &reading.views {
        let whole = TextRange::new(0, view.text.len());
        if what.briefing.source_span(view.block, whole).is_none_or(|span| !touches(&span.range(), place)) {
            continue;
        }
        let grammar = reading.grammar(view);
        let mut taken: Vec<TextRange> = Vec::new();
        for mention in what.mentions.mentions.iter().filter(|mention| mention.block == view.block) {
            taken.push(mention.range);
            let lines = named(what, &grammar, mention);
            push(what, view.block, mention.range, lines, place, &mut found);
        }
        for case in what.mentions.open.iter().filter(|case| case.block == view.block) {
            taken.push(case.range);
            push(what, view.block, case.range, open(what, &grammar, case), place, &mut found);
        }
        for opinion in opinions.iter().filter(|opinion| opinion.block == view.block && !taken.iter().any(|range| range.overlaps(opinion.range))) {
            push(what, view.block, opinion.range, left(what, &grammar, opinion), place, &mut found);
        }
    }
    found.sort_by_key(|explained| (explained.place.start, explained.place.end));
    found
}

fn touches(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn push(what: Explaining<'_>, block: BlockNo, range: TextRange, lines: Vec<(&'static str, String)>, place: &Range<usize>, found: &mut Vec<Explained>) {
    let Some(span) = what.briefing.source_span(block, range) else { return };
    if touches(&span.range(), place) {
        let surface = range.of(what.briefing.block(block).text.text()).to_owned();
        found.push(Explained { place: span.range(), surface, lines });
    }
}

fn named(what: Explaining<'_>, grammar: &Grammar<'_>, mention: &Mention) -> Vec<(&'static str, String)> {
    let mut lines = seen(grammar, mention.range);
    let actor = what.roster.actor(mention.actor);
    let sure = if mention.certainty == Certainty::Certain { "certain" } else { "inferred" };
    let (whole, part) = (mention.confidence / 10, mention.confidence % 10);
    lines.push(("is", format!("{} ({}, `{}`), {sure}: such a mention is right {whole}.{part} times in a hundred", actor.name, actor.kind.name(), actor.id)));
    lines.push(("for", mention.evidence.says().to_owned()));
    match mention.support {
        0 => {}
        support if support > 0 => lines.push(("for", format!("the tagger takes it for the same, by {support}"))),
        support => lines.push(("against", format!("the tagger takes it for something else or for less or more than the name, by {}", -support))),
    }
    for role in what.mentions.roles.iter().filter(|role| role.block == mention.block && role.actor == mention.actor) {
        let title = role.phrase.of(what.briefing.block(role.block).text.text());
        lines.push(("role", format!("stated here: `{title}`")));
    }
    for quotation in what.mentions.quotations.iter().filter(|quotation| quotation.block == mention.block && quotation.speaker == Some(mention.actor)) {
        let how = if quotation.kind == QuotationKind::Direct { "in quotation marks" } else { "as reported" };
        let cue = quotation.cue.map_or_else(String::new, |cue| format!(", by `{}`", cue.of(what.briefing.block(quotation.block).text.text())));
        lines.push(("speaks", format!("{how}{cue}")));
    }
    let told = matches!(mention.evidence, Evidence::Registry | Evidence::RegistryShort | Evidence::RegistryOfSeveral | Evidence::Rule);
    let key = &what.briefing.key;
    let surface = mention.range.of(what.briefing.block(mention.block).text.text());
    let naming = if mention.naming == Naming::Demonym { "an adjective" } else { "a name" };
    if told {
        lines.push(("change", format!("`not: [a phrase around it]` in this actor's registry entry, or another rule in `content/briefings/{key}.yaml`")));
    } else {
        lines.push(("change", format!("`actors: {{ignore: [\"{surface}\"]}}` in `content/briefings/{key}.yaml` makes it no link in this briefing")));
        lines.push(("change", format!("`actors: {{is: {{\"{surface}\": ID}}}}` there makes it another actor; an alias in `content/actors/` makes it {naming} of a curated one everywhere")));
        if mention.certainty == Certainty::Inferred {
            let least = what.thresholds.certain;
            lines.push(("change", format!("it is shown as certain from {}.{} on (`sure: certain` in `content/site.yaml`)", least / 10, least % 10)));
        }
    }
    lines
}

fn open(what: Explaining<'_>, grammar: &Grammar<'_>, case: &OpenCase) -> Vec<(&'static str, String)> {
    let mut lines = seen(grammar, case.range);
    let names: Vec<String> = case.may_be.iter().map(|actor| what.roster.actor(*actor)).map(|actor| format!("{} (`{}`)", actor.name, actor.id)).collect();
    lines.push(("is", format!("left open: it may be {}", if names.is_empty() { "nobody who is known".to_owned() } else { names.join(" or ") })));
    lines.push(("against", case.reason.clone()));
    let surface = case.range.of(what.briefing.block(case.block).text.text());
    lines.push(("change", format!("`actors: {{is: {{\"{surface}\": ID}}}}` in `content/briefings/{}.yaml`, or a full name nearby", what.briefing.key)));
    lines
}

fn left(what: Explaining<'_>, grammar: &Grammar<'_>, opinion: &tagger::Opinion) -> Vec<(&'static str, String)> {
    let mut lines = seen(grammar, opinion.range);
    lines.push(("is", "no link".to_owned()));
    match opinion.tag {
        Some(tag) => lines.push(("for", format!("the tagger takes it for {}, by {}: too little, or no rule says whom it names", tag.says(), opinion.margin))),
        None => lines.push(("against", format!("no rule takes it for a name, nor does the tagger, by {}", opinion.margin))),
    }
    lines.push(("change", "a registry entry in `content/actors/` with this name, or a full name or a title in the text".to_owned()));
    let _ = what;
    lines
}

/// What each word is.
fn seen(grammar: &Grammar<'_>, range: TextRange) -> Vec<(&'static str, String)> {
    let words = grammar.tokens.iter().enumerate().filter(|(_, token)| token.start < range.end && range.start < token.end);
    words.map(|(at, token)| ("seen", format!("`{}`: {}", token.text(grammar.text), facts(grammar, at, token).join("; ")))).collect()
}

fn facts(grammar: &Grammar<'_>, at: usize, token: &Token) -> Vec<String> {
    let mut buffer = String::new();
    let mut facts = vec![format!("{:?}", token.shape).to_lowercase()];
    if token.heads() {
        facts.push("at the head of a sentence".to_owned());
    }
    let flags = [
        (naming::STOP, "function word"),
        (naming::MONTH, "month or day"),
        (naming::TITLE, "title"),
        (naming::TITLE_MODIFIER, "within titles"),
        (naming::ROLE, "role"),
        (naming::SAY, "verb of speech"),
        (naming::ORGANISATION, "head noun of bodies"),
        (naming::OFFICE, "head noun of offices"),
        (naming::ARMED, "head noun of armed groups"),
        (naming::EVENT, "head noun of events and laws"),
        (naming::PLACE, "head noun of places"),
        (naming::PEOPLE, "people, religion or ideology"),
        (naming::PARTICLE, "particle of names"),
        (naming::FAMILY_FIRST, "family name that stands first"),
        (naming::NOT_ACRONYM, "capitals that name nobody"),
    ];
    facts.extend(flags.iter().filter(|(flag, _)| token.is(*flag)).map(|(_, says)| (*says).to_owned()));
    if grammar.common(at, &mut buffer) {
        facts.push("common word".to_owned());
    }
    if grammar.given(at, &mut buffer) {
        facts.push("given name".to_owned());
    }
    if let Some((_, meaning)) = grammar.known(at, usize::MAX, &mut buffer) {
        let name = grammar.gazetteer.known(meaning.actor).map_or("", |known| known.name);
        let sense = match meaning.sense {
            Sense::Name => "name",
            Sense::Acronym => "letters",
            Sense::Adjective => "adjective",
            Sense::People => "people",
            Sense::Capital => "capital",
            Sense::Seat => "seat",
        };
        facts.push(format!("gazetteer: {sense} of {name}"));
    }
    facts
}
