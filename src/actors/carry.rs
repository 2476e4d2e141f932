//! Mentions under one cast, as they are under the next: where nobody whom a briefing names became another, only the numbers of actors moved. Somebody new in one
//! briefing then costs the others next to nothing.

use super::candidate::Candidates;
use super::cast::Cast;
use crate::model::{Actor, ActorNo, Briefing, Mentions};
use std::sync::Arc;

/// From one cast to the next.
#[derive(Debug)]
pub struct Carry<'a> {
    last: &'a Cast,
    next: &'a Cast,
    /// The number that each actor of the last cast has in the next; `None` where it is gone, or another in anything that decides a mention.
    numbers: Vec<Option<ActorNo>>,
}

impl<'a> Carry<'a> {
    /// `None` where a registry, whose names and rules concern every briefing, lies between the two.
    pub fn between(last: &'a Cast, next: &'a Cast) -> Option<Self> {
        if last.thresholds != next.thresholds || !Arc::ptr_eq(&last.matcher, &next.matcher) || last.ignored != next.ignored {
            return None;
        }
        let (old, new) = (&last.roster.actors, &next.roster.actors);
        let mut numbers = Vec::with_capacity(old.len());
        // Both are sorted by id.
        let mut at = 0;
        for actor in old {
            while new.get(at).is_some_and(|other| other.id < actor.id) {
                at += 1;
            }
            let same = new.get(at).is_some_and(|other| is_same(actor, other));
            numbers.push(same.then(|| ActorNo::at(at)));
        }
        let carry = Self { last, next, numbers };
        let is_carried =
            |(actor, phrases): &(ActorNo, Vec<String>), (other, others): &(ActorNo, Vec<String>)| carry.number(*actor) == Some(*other) && phrases == others;
        let same_rules = last.not.len() == next.not.len() && last.not.iter().zip(&next.not).all(|(old, new)| is_carried(old, new));
        let same_entries = last.curated.len() == next.curated.len()
            && last.curated.iter().zip(&next.curated).all(|(old, new)| old.map(|old| carry.number(old)) == new.map(Some));
        let ignored: Option<Vec<ActorNo>> = last.ignored_actors.iter().map(|actor| carry.number(*actor)).collect();
        let same_ignored =
            ignored.is_some_and(|ignored| ignored.len() == next.ignored_actors.len() && ignored.iter().all(|no| next.ignored_actors.contains(no)));
        (same_rules && same_entries && same_ignored).then_some(carry)
    }

    fn number(&self, no: ActorNo) -> Option<ActorNo> {
        self.numbers.get(no.index()).copied().flatten()
    }

    /// What `mentions`, made under the last cast, are under the next; `None` where they have to be made again.
    pub fn mentions(&self, briefing: &Briefing, candidates: &Candidates, mentions: &Arc<Mentions>) -> Option<Arc<Mentions>> {
        // A person's rules name actors by their ids, whoever is found in the text.
        if !briefing.meta.actors.is.is_empty() {
            return None;
        }
        for entity in &candidates.entities {
            let (old, new) = (self.last.by_key.get(&entity.key), self.next.by_key.get(&entity.key));
            if old.map(|old| self.number(*old)) != new.map(|new| Some(*new)) {
                return None;
            }
        }
        let moved = |no: ActorNo| self.number(no) != Some(no);
        let all = mentions.mentions.iter().map(|mention| mention.actor);
        let all = all.chain(mentions.quotations.iter().filter_map(|quotation| quotation.speaker));
        let all = all.chain(mentions.roles.iter().flat_map(|role| std::iter::once(role.actor).chain(role.of)));
        let all = all.chain(mentions.relations.iter().flat_map(|relation| [relation.source, relation.target]));
        let mut all = all.chain(mentions.open.iter().flat_map(|case| case.may_be.iter().copied()));
        if !all.any(moved) {
            return Some(mentions.clone());
        }
        let mut carried = Mentions::clone(mentions);
        for mention in &mut carried.mentions {
            mention.actor = self.number(mention.actor)?;
        }
        for speaker in carried.quotations.iter_mut().filter_map(|quotation| quotation.speaker.as_mut()) {
            *speaker = self.number(*speaker)?;
        }
        for role in &mut carried.roles {
            role.actor = self.number(role.actor)?;
            if let Some(of) = &mut role.of {
                *of = self.number(*of)?;
            }
        }
        for relation in &mut carried.relations {
            (relation.source, relation.target) = (self.number(relation.source)?, self.number(relation.target)?);
        }
        for actor in carried.open.iter_mut().flat_map(|case| &mut case.may_be) {
            *actor = self.number(*actor)?;
        }
        Some(Arc::new(carried))
    }
}

/// Whether two are one in everything that decides a mention.
fn is_same(actor: &Actor, other: &Actor) -> bool {
    actor.id == other.id && actor.name == other.name && actor.kind == other.kind && actor.origin == other.origin
}
