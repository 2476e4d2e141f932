//! Which mention of the program is which of the gold, and which of its actors is which.

use super::gold::{Gold, GoldMention, Stretch};
use crate::actors::{Export, ExportedActor, ExportedMention};
use crate::model::Certainty;
use std::collections::{BTreeMap, BTreeSet};

/// A mention of the program.
pub(super) struct Named<'e> {
    pub(super) at: Stretch,
    pub(super) actor: &'e str,
    pub(super) certainty: Certainty,
    pub(super) said: &'e ExportedMention,
}

/// The program's answer beside the gold.
pub(super) struct Pairs<'g> {
    pub(super) gold: &'g Gold,
    pub(super) named: Vec<Named<'g>>,
    pub(super) actors: BTreeMap<&'g str, &'g ExportedActor>,
    /// Mention of the program to that of the gold.
    pub(super) taken: BTreeMap<usize, usize>,
    /// Mention of the gold to that of the program.
    pub(super) hit: BTreeMap<usize, usize>,
    /// Actor of the program to that of the gold, one to one.
    pub(super) who: BTreeMap<&'g str, &'g str>,
}

impl<'g> Pairs<'g> {
    pub(super) fn of(gold: &'g Gold, answer: &'g Export) -> Self {
        let mut named: Vec<Named<'_>> = answer
            .mentions
            .iter()
            .filter(|mention| is_of(&mention.doc, gold))
            .map(|m| Named { at: Stretch { start: m.start as usize, end: m.end as usize }, actor: &m.actor_id, certainty: m.certainty, said: m })
            .collect();
        named.sort_by_key(|named| named.at);
        let actors = answer.actors.iter().map(|actor| (actor.id.as_str(), actor)).collect();
        let mut pairs = Self { gold, named, actors, taken: BTreeMap::new(), hit: BTreeMap::new(), who: BTreeMap::new() };
        pairs.match_mentions();
        pairs.match_actors();
        pairs
    }

    /// The same bytes; a lost apostrophe's `s` may be of the name or not.
    fn match_mentions(&mut self) {
        let by_start: BTreeMap<usize, usize> = self.named.iter().enumerate().map(|(number, n)| (n.at.start, number)).collect();
        for (number, mention) in self.gold.mentions.iter().enumerate() {
            if let Some(hit) = by_start.get(&mention.at.start).copied()
                && !self.taken.contains_key(&hit)
                && let Some(named) = self.named.get(hit)
                && (named.at.end == mention.at.end || named.at.end + 1 == mention.at.end && self.surface(mention.at).ends_with('s'))
            {
                self.taken.insert(hit, number);
                self.hit.insert(number, hit);
            }
        }
    }

    /// By the most mentions shared.
    fn match_actors(&mut self) {
        let mut shared: BTreeMap<(&'g str, &'g str), usize> = BTreeMap::new();
        for (number, hit) in &self.hit {
            if let (Some(named), Some(mention)) = (self.named.get(*hit), self.gold.mentions.get(*number)) {
                *shared.entry((named.actor, mention.actor.as_str())).or_default() += 1;
            }
        }
        let mut ordered: Vec<_> = shared.into_iter().collect();
        // Among equals, the one who has the gold's name.
        let other_name = |actor: &str, id: &str| {
            let name = self.actors.get(actor).map_or("", |actor| actor.name.as_str());
            !self.gold.actor(id).is_some_and(|theirs| theirs.names.iter().any(|known| known == name))
        };
        ordered.sort_by_cached_key(|((actor, id), shared)| (std::cmp::Reverse(*shared), other_name(actor, id), *actor, *id));
        let mut given: BTreeSet<&str> = BTreeSet::new();
        for ((actor, id), _) in ordered {
            if !self.who.contains_key(actor) && given.insert(id) {
                self.who.insert(actor, id);
            }
        }
    }

    pub(super) fn surface(&self, at: Stretch) -> String {
        self.gold.text.get(at.start..at.end).unwrap_or_default().replace(['\r', '\n'], " ")
    }

    pub(super) fn required(&self) -> impl Iterator<Item = (usize, &'g GoldMention)> {
        self.gold.mentions.iter().enumerate().filter(|(_, mention)| mention.required)
    }

    /// Whether finding it costs nothing.
    pub(super) fn neutral(&self, number: usize, named: &Named<'_>) -> bool {
        match self.taken.get(&number).and_then(|number| self.gold.mentions.get(*number)) {
            Some(mention) => !mention.required,
            None => self.gold.unscored.iter().any(|u| u.start <= named.at.start && named.at.end <= u.end),
        }
    }

    pub(super) fn kind_of(&self, actor: &str) -> &'static str {
        self.actors.get(actor).map_or("", |actor| actor.kind)
    }

    /// Whether the mention of the program leads to the gold's actor.
    pub(super) fn leads(&self, named: &Named<'_>, mention: &GoldMention) -> bool {
        self.gold.coarse || self.who.get(named.actor) == Some(&mention.actor.as_str())
    }

    pub(super) fn id_of(&self, actor: Option<&str>) -> &'g str {
        actor.map_or("", |actor| self.who.get(actor).copied().unwrap_or("?"))
    }
}

/// Whether a document of the export is the gold's: the file name without folder and ending.
pub(super) fn is_of(doc: &str, gold: &Gold) -> bool {
    let name = doc.rsplit(['/', '\\']).next().unwrap_or(doc);
    name == gold.id || name.rsplit_once('.').map_or(name, |(stem, _)| stem) == gold.id
}
