//! Mentions of one briefing: its candidates under the roster, then the registry's names and the briefing's own rules, which win.

use super::candidate::{Candidates, Speaker, Spot};
use super::cast::Cast;
use super::confidence::confidence;
use super::matcher::{Claim, Match};
use super::reading::Reading;
use super::stated;
use crate::language::Pack;
use crate::model::{
    Actor, ActorNo, ActorOrigin, AliasKind, BlockNo, Briefing, Certainty, Evidence, Kind, Mention, Mentions, Naming, OpenCase, OtherName, Relation, StatedRole,
};
use crate::text::TextRange;
use crate::text::fold::fold;
use rustc_hash::FxHashSet;

/// Why a name that several registry entries claim stays open.
const SEVERAL: &str = "several curated actors have this name";

/// Who is named where in `briefing`, who spoke, in what role.
pub(super) fn recognise(briefing: &Briefing, candidates: &Candidates, cast: &Cast, pack: &Pack) -> Mentions {
    let actors: Vec<Option<ActorNo>> = candidates.entities.iter().map(|entity| cast.by_key.get(&entity.key).copied()).collect();
    let actor_of = |entity: u32| actors.get(entity as usize).copied().flatten();
    let mut mentions: Vec<Mention> = candidates
        .spots
        .iter()
        .filter_map(|spot| {
            let confidence = confidence(spot.evidence, spot.support);
            let Spot { block, range, naming, evidence, support, .. } = *spot;
            Some(Mention { block, range, actor: actor_of(spot.entity)?, naming, certainty: Certainty::Certain, evidence, support, confidence })
        })
        .collect();
    let mut open: Vec<OpenCase> = candidates
        .open
        .iter()
        .map(|claim| OpenCase {
            block: claim.block,
            range: claim.range,
            may_be: claim.may_be.iter().filter_map(|entity| actor_of(*entity)).collect(),
            reason: claim.reason.to_string(),
        })
        .collect();
    if !cast.matcher.is_empty() {
        match cast.matcher.kept(&candidates.curated) {
            Some(found) => curated(found, cast, &mut mentions, &mut open),
            // The registry has other names now than when the briefing was read.
            None => curated(cast.matcher.matches(&Reading::words_of(briefing, pack)).found(), cast, &mut mentions, &mut open),
        }
    }
    rules(briefing, cast, &mut mentions);
    mentions.sort_by_key(|mention| (mention.block, mention.range.start, mention.range.end));
    let mut end = (BlockNo(u32::MAX), 0);
    mentions.retain(|mention| {
        let free = end.0 != mention.block || end.1 <= mention.range.start;
        if free {
            end = (mention.block, mention.range.end);
        }
        free
    });
    doubt(cast, &mut mentions, &mut open);
    open.retain(|case| at(&mentions, case.block, case.range).is_none());
    open.sort_by_key(|case| (case.block, case.range.start));
    let speakers = |speaker: Speaker| match speaker {
        Speaker::At(block, range) => at(&mentions, block, range),
        Speaker::Nobody => None,
    };
    let quotations = candidates.speeches.iter().map(|speech| stated::quotation(cast.thresholds, speech, speakers(speech.speaker))).collect();
    let mut roles: Vec<StatedRole> = candidates
        .roles
        .iter()
        .filter_map(|role| {
            let holder = at(&mentions, role.block, role.holder)?;
            let is_person = cast.roster.actors.get(holder.actor.index())?.kind == Kind::Person;
            is_person.then(|| stated::role(role, holder.actor, role.of.and_then(|of| at(&mentions, role.block, of)).map(|mention| mention.actor)))
        })
        .collect();
    stated::complete(&mut roles);
    roles.retain(|role| !role.title.is_empty());
    roles.retain_mut(|role| stated::shows(cast.thresholds, role, &mut open));
    let relations = candidates
        .acts
        .iter()
        .filter_map(|act| {
            let (source, target) = (at(&mentions, act.block, act.source)?.actor, at(&mentions, act.block, act.target)?.actor);
            let verb = act.verb.of(briefing.blocks.get(act.block.index())?.text.text()).to_lowercase();
            (source != target).then_some(Relation { source, target, act: verb, block: act.block, verb: act.verb })
        })
        .collect();
    Mentions { other_names: OtherName::all(briefing, &mentions), mentions, quotations, roles, relations, open }
}

/// Shows each mention as it deserves; what is too doubtful is left open.
fn doubt(cast: &Cast, mentions: &mut Vec<Mention>, open: &mut Vec<OpenCase>) {
    mentions.retain_mut(|mention| match cast.thresholds.certainty(mention.confidence) {
        Some(certainty) => {
            mention.certainty = certainty;
            true
        }
        None => {
            let Mention { block, range, actor, evidence, .. } = *mention;
            open.push(OpenCase { block, range, may_be: vec![actor], reason: format!("too doubtful: {}", evidence.says()) });
            false
        }
    });
}

/// The first mention of `block` that shares a byte with `range`; `mentions` are sorted.
fn at(mentions: &[Mention], block: BlockNo, range: TextRange) -> Option<&Mention> {
    let from = mentions.partition_point(|mention| (mention.block, mention.range.end) <= (block, range.start));
    mentions.get(from).filter(|mention| mention.block == block && mention.range.overlaps(range))
}

/// A mention on a person's word.
fn told(block: BlockNo, range: TextRange, actor: ActorNo, naming: Naming, evidence: Evidence) -> Mention {
    Mention { block, range, actor, naming, certainty: Certainty::Certain, evidence, support: 0, confidence: confidence(evidence, 0) }
}

/// The names of curated actors win, except within a longer name.
fn curated(found: &[Match], cast: &Cast, mentions: &mut Vec<Mention>, open: &mut Vec<OpenCase>) {
    let mut named: FxHashSet<ActorNo> = mentions.iter().map(|mention| mention.actor).collect();
    let mut shorts: Vec<Mention> = Vec::new();
    let mut added: Vec<Mention> = Vec::new();
    for found in found {
        let claims = cast.matcher.claims(*found);
        let actor_of = |claim: &Claim| cast.curated.get(claim.entry as usize).copied().flatten();
        let [claim] = claims else {
            let may_be: Vec<ActorNo> = claims.iter().filter_map(actor_of).collect();
            open.push(OpenCase { block: found.block, range: found.range, may_be, reason: SEVERAL.to_owned() });
            continue;
        };
        let Some(actor) = actor_of(claim) else { continue };
        let mention = |naming, evidence| told(found.block, found.range, actor, naming, evidence);
        match claim.kind {
            AliasKind::Name => added.push(mention(Naming::Name, Evidence::Registry)),
            AliasKind::Acronym => added.push(mention(Naming::Acronym, Evidence::Registry)),
            AliasKind::Metonym => added.push(mention(Naming::Metonym, Evidence::Registry)),
            AliasKind::Short => shorts.push(mention(Naming::Short, Evidence::RegistryShort)),
            AliasKind::Demonym if found.adjective => added.push(mention(Naming::Demonym, Evidence::Registry)),
            AliasKind::Demonym => {}
        }
    }
    named.extend(added.iter().map(|mention| mention.actor));
    // A short form counts where its owner is named otherwise.
    added.extend(shorts.into_iter().filter(|mention| named.contains(&mention.actor)));
    // Where several have the name, the one that the briefing names otherwise is meant.
    for case in open.iter().filter(|case| case.reason == SEVERAL) {
        let mut present = case.may_be.iter().filter(|actor| named.contains(actor));
        if let (Some(only), None) = (present.next(), present.next()) {
            added.push(told(case.block, case.range, *only, Naming::Name, Evidence::RegistryOfSeveral));
        }
    }
    added.sort_by_key(|mention| (mention.block, mention.range.start));
    mentions.sort_by_key(|mention| (mention.block, mention.range.start));
    let longer = |added: &Mention| {
        at(mentions, added.block, added.range)
            .is_some_and(|other| other.range.contains(added.range) && other.range.len() > added.range.len() && other.actor != added.actor)
    };
    added.retain(|mention| !longer(mention));
    mentions.retain(|mention| at(&added, mention.block, mention.range).is_none());
    open.retain(|case| case.may_be.len() > 1);
    mentions.append(&mut added);
}

/// `not` and `ignore` of the registry, then the briefing's own rules.
fn rules(briefing: &Briefing, cast: &Cast, mentions: &mut Vec<Mention>) {
    let text_of = |block: BlockNo| briefing.blocks.get(block.index()).map_or("", |block| block.text.text());
    if !cast.ignored.is_empty() {
        mentions.retain(|mention| !cast.ignored_actors.contains(&mention.actor) && !cast.ignored.contains(&fold(mention.range.of(text_of(mention.block)))));
    }
    for (actor, phrases) in &cast.not {
        if mentions.iter().any(|mention| mention.actor == *actor) {
            mentions.retain(|mention| mention.actor != *actor || !phrases.iter().any(|phrase| lies_in(text_of(mention.block), mention.range, phrase)));
        }
    }
    // A phrase that names nobody is no name that the tagger found either.
    if cast.not.iter().any(|(_, phrases)| !phrases.is_empty()) {
        let tagged = |evidence| matches!(evidence, Evidence::TaggedName | Evidence::TaggedWord | Evidence::TaggedBody | Evidence::TaggedPlace);
        let phrase = |text: &str| cast.not.iter().any(|(_, phrases)| phrases.iter().any(|phrase| phrase == text));
        mentions.retain(|mention| !tagged(mention.evidence) || !phrase(mention.range.of(text_of(mention.block))));
    }
    let own = &briefing.meta.actors;
    if own.is.is_empty() && own.not.is_empty() && own.ignore.is_empty() {
        return;
    }
    let ignored: FxHashSet<String> = own.ignore.iter().map(|text| fold(text)).collect();
    // Somebody who was found under an ignored name is ignored under its short forms too.
    let ignored_name = |actor: &Actor| actor.origin == ActorOrigin::Detected && !ignored.is_empty() && ignored.contains(&fold(&actor.name));
    mentions.retain(|mention| {
        let actor = cast.roster.actors.get(mention.actor.index());
        !actor.is_some_and(|actor| ignored.contains(&actor.id) || ignored_name(actor))
            && !ignored.contains(&fold(mention.range.of(text_of(mention.block))))
            && !own.not.iter().any(|phrase| lies_in(text_of(mention.block), mention.range, phrase))
    });
    let mut said: Vec<(String, ActorNo)> =
        own.is.iter().filter_map(|(phrase, id)| Some((phrase.clone(), cast.roster.find(id)?))).filter(|(phrase, _)| !phrase.is_empty()).collect();
    // The longest phrase wins.
    said.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    let mut added: Vec<Mention> = Vec::new();
    for (number, block) in briefing.blocks.iter().enumerate() {
        let text = block.text.text();
        let block = BlockNo::at(number);
        for (phrase, actor) in &said {
            for (start, _) in text.match_indices(phrase.as_str()) {
                let range = TextRange::new(start, start + phrase.len());
                if stands_alone(text, range) && !added.iter().rev().take_while(|other| other.block == block).any(|other| other.range.overlaps(range)) {
                    added.push(told(block, range, *actor, Naming::Name, Evidence::Rule));
                }
            }
        }
    }
    added.sort_by_key(|mention| (mention.block, mention.range.start));
    mentions.retain(|mention| at(&added, mention.block, mention.range).is_none());
    mentions.append(&mut added);
}

/// Whether no letter or digit touches the range.
fn stands_alone(text: &str, range: TextRange) -> bool {
    let before = text.get(..range.start as usize).and_then(|text| text.chars().next_back());
    let after = text.get(range.end as usize..).and_then(|text| text.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Whether `range` lies within an occurrence of `phrase`.
fn lies_in(text: &str, range: TextRange, phrase: &str) -> bool {
    if phrase.is_empty() || phrase.len() < range.len() {
        return false;
    }
    // Only the neighbourhood is searched: linear in the text over all mentions.
    let floor = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let from = floor((range.start as usize).saturating_sub(phrase.len()));
    let to = floor((range.end as usize + phrase.len()).min(text.len()));
    let Some(near) = text.get(from..to) else { return false };
    near.match_indices(phrase).any(|(at, _)| TextRange::new(from + at, from + at + phrase.len()).contains(range))
}
