//! The candidates of all briefings, the registry and the gazetteer to one roster. Does not depend on the order of briefings.

use super::candidate::{Candidates, Entity};
use super::gazetteer::Gazetteer;
use super::matcher::Matcher;
use super::registry::{Entry, Registry};
use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::model::{Actor, ActorNo, ActorOrigin, Alias, AliasKind, Briefing, Kind, MergeEvidence, Roster, Thresholds};
use crate::text::fold::fold;
use crate::text::slug::{is_reserved, slug};
use crate::text::{Fingerprint, Fingerprinter, near};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The roster and what it takes to find its actors in a text.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// All actors, sorted by id.
    pub roster: Arc<Roster>,
    /// Key of a candidate to its actor.
    pub(super) by_key: FxHashMap<Box<str>, ActorNo>,
    /// Names of curated actors.
    pub(super) matcher: Arc<Matcher>,
    /// The number of a registry entry to its actor.
    pub(super) curated: Vec<Option<ActorNo>>,
    /// Folded texts that are no actor.
    pub(super) ignored: FxHashSet<String>,
    /// Actors that were found under such a text: they are none under any name.
    pub(super) ignored_actors: FxHashSet<ActorNo>,
    /// Phrases in which an actor is not named.
    pub(super) not: Vec<(ActorNo, Vec<String>)>,
    /// From how sure a mention has to be to be shown.
    pub thresholds: Thresholds,
}

/// What all briefings together say of one candidate.
struct Gathered<'a> {
    key: &'a str,
    known: Option<u16>,
    names: BTreeMap<&'a str, (usize, &'a str)>,
    kinds: BTreeMap<Kind, usize>,
    aliases: BTreeMap<&'a Alias, usize>,
}

impl Gathered<'_> {
    /// How many briefings say it.
    fn briefings(&self) -> usize {
        self.kinds.values().sum()
    }

    /// By what these are one actor; `None` where one briefing says it.
    fn merged(&self) -> Option<MergeEvidence> {
        let evidence = match self.key.split(':').next() {
            Some("p") => MergeEvidence::MergedPerson,
            Some("s") => MergeEvidence::MergedTitled,
            Some("t") => MergeEvidence::MergedPlace,
            Some("o") => MergeEvidence::MergedBody,
            _ => MergeEvidence::MergedKnown,
        };
        (self.briefings() > 1).then_some(evidence)
    }
}

/// Merges the candidates of all briefings with registry and gazetteer.
pub(super) fn cast(found: &[(&Briefing, &Candidates)], registry: &Registry, gazetteer: &Gazetteer) -> Checked<Cast> {
    let mut diagnostics = Diagnostics::default();
    let gathered = gather(found);
    let mut actors: Vec<Actor> = Vec::with_capacity(registry.entries.len() + gathered.len());
    let mut taken: FxHashSet<String> = FxHashSet::default();
    // Curated actors have their addresses first.
    let mut claims: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for (number, entry) in registry.entries.iter().enumerate() {
        taken.insert(entry.id.clone());
        taken.extend(entry.former.iter().cloned());
        let names = std::iter::once((&entry.name, AliasKind::Name)).chain(entry.aliases.iter().map(|alias| (&alias.text, alias.kind)));
        for (name, kind) in names {
            if matches!(kind, AliasKind::Name | AliasKind::Acronym) {
                // Two curated actors of one name: neither claims what was detected.
                claims.entry(fold(name)).and_modify(|claim| *claim = claim.filter(|other| *other == number)).or_insert(Some(number));
            }
        }
        actors.push(curated(entry));
    }
    let by_id: FxHashMap<&str, usize> = registry.entries.iter().enumerate().map(|(number, entry)| (entry.id.as_str(), number)).collect();
    let mut targets: Vec<(&str, usize)> = Vec::with_capacity(gathered.len());
    let mut said_by = vec![0usize; actors.len()];
    for gathered in gathered.values() {
        let claimed = claim(gathered, &claims, &by_id, registry, gazetteer);
        match claimed {
            Some(number) => {
                if let Some(briefings) = said_by.get_mut(number) {
                    *briefings += gathered.briefings();
                }
                if let Some(actor) = actors.get_mut(number) {
                    enrich(actor, gathered, registry.entries.get(number).is_some_and(|entry| entry.kind.is_none()), gazetteer);
                }
                targets.push((gathered.key, number));
            }
            None => {
                let actor = uncurated(gathered, &mut taken, gazetteer);
                targets.push((gathered.key, actors.len()));
                actors.push(actor);
            }
        }
    }
    for (actor, _) in actors.iter_mut().zip(said_by).filter(|(_, briefings)| *briefings > 1) {
        actor.merged = Some(MergeEvidence::MergedRegistry);
    }
    ruled(found, &mut actors, &mut taken, (gazetteer, &mut diagnostics));
    let ids: Vec<String> = actors.iter().map(|actor| actor.id.clone()).collect();
    actors.sort_by(|a, b| a.id.cmp(&b.id));
    let mut roster = Roster { actors, ..Roster::default() };
    let places: Vec<Option<ActorNo>> = ids.iter().map(|id| roster.find(id)).collect();
    let by_key = targets.into_iter().filter_map(|(key, number)| Some((key.into(), (*places.get(number)?)?))).collect();
    let mut cast = Cast { by_key, ..Cast::default() };
    arm(&mut cast, registry, &places);
    let mut print = Fingerprinter::new();
    for actor in &roster.actors {
        print.add(&actor.id).add(&actor.name).add(actor.kind.name()).add([actor.origin as u8]);
        for alias in &actor.aliases {
            print.add(&alias.text).add([alias.kind as u8]);
        }
        print.add([0]);
    }
    for entry in &registry.entries {
        print.add(&entry.id);
        for phrase in &entry.not {
            print.add(phrase);
        }
    }
    for text in &registry.ignored {
        print.add(text);
    }
    roster.fingerprint = print.finish();
    if !cast.ignored.is_empty() {
        let found = roster.actors.iter().enumerate().filter(|(_, actor)| actor.origin == ActorOrigin::Detected && cast.ignored.contains(&fold(&actor.name)));
        cast.ignored_actors = found.map(|(number, _)| ActorNo::at(number)).collect();
    }
    cast.roster = Arc::new(roster);
    Checked { value: cast, diagnostics }
}

/// What the briefings say, by key. Most briefings say the same of an actor: what is said is looked at once, and counted.
fn gather<'a>(found: &[(&'a Briefing, &'a Candidates)]) -> BTreeMap<&'a str, Gathered<'a>> {
    found.par_iter().with_min_len(64).for_each(|(_, candidates)| {
        candidates.prints();
    });
    let mut numbers: FxHashMap<Fingerprint, usize> = FxHashMap::default();
    let mut said: Vec<(&Entity, usize)> = Vec::new();
    for (_, candidates) in found {
        for (entity, print) in candidates.prints() {
            let number = *numbers.entry(*print).or_insert(said.len());
            match said.get_mut(number) {
                Some((_, count)) => *count += 1,
                None => said.extend(candidates.entities.get(*entity as usize).map(|entity| (entity, 1))),
            }
        }
    }
    let mut all: BTreeMap<&str, Gathered<'_>> = BTreeMap::new();
    for (Entity { key, name, kind, aliases, known, sort }, count) in said {
        let gathered =
            all.entry(key).or_insert_with(|| Gathered { key, known: *known, names: BTreeMap::new(), kinds: BTreeMap::new(), aliases: BTreeMap::new() });
        gathered.names.entry(name).or_insert((0, sort)).0 += count;
        *gathered.kinds.entry(*kind).or_default() += count;
        for alias in aliases {
            *gathered.aliases.entry(alias).or_default() += count;
        }
    }
    all
}

/// The curated actor that a candidate is.
fn claim(
    gathered: &Gathered<'_>,
    claims: &FxHashMap<String, Option<usize>>,
    by_id: &FxHashMap<&str, usize>,
    registry: &Registry,
    gazetteer: &Gazetteer,
) -> Option<usize> {
    if let Some(known) = gathered.known {
        let entry = gazetteer.known(known)?;
        // A people is never its state, nor its land, whatever names they share.
        let people = |number: &usize| registry.entries.get(*number).is_some_and(|entry| entry.kind == Some(Kind::People));
        let one = |number: &usize| !(matches!(entry.kind, Kind::State | Kind::Place) && people(number));
        if !gathered.key.starts_with("l:")
            && let Some(number) = by_id.get(gazetteer.id(known).as_str()).filter(|number| one(number))
        {
            return Some(*number);
        }
        let names = std::iter::once(entry.name).chain(entry.aliases.iter().filter(|(_, kind)| *kind == AliasKind::Name).map(|(name, _)| *name));
        return names.filter_map(|name| claims.get(&fold(name)).copied().flatten()).find(one);
    }
    if gathered.key.starts_with("s:") {
        return None;
    }
    gathered.names.keys().filter_map(|name| claims.get(&fold(name)).copied().flatten()).next()
}

fn curated(entry: &Entry) -> Actor {
    Actor {
        id: entry.id.clone(),
        name: entry.name.clone(),
        sort_name: sort_name(&entry.name, entry.kind),
        kind: entry.kind.unwrap_or(Kind::Organisation),
        aliases: entry.aliases.clone(),
        origin: ActorOrigin::Curated,
        summary: entry.summary.clone(),
        roles: entry.roles.clone(),
        affiliations: entry.affiliations.clone(),
        identifiers: entry.identifiers.clone(),
        links: entry.links.clone(),
        former: entry.former.clone(),
        merged: None,
    }
}

fn sort_name(name: &str, kind: Option<Kind>) -> String {
    match name.rsplit_once(' ') {
        Some((given, surname)) if kind == Some(Kind::Person) => format!("{surname}, {given}"),
        _ => name.to_owned(),
    }
}

/// Adds to a curated actor what gazetteer and texts know of it.
fn enrich(actor: &mut Actor, gathered: &Gathered<'_>, kind_open: bool, gazetteer: &Gazetteer) {
    if kind_open && let Some(kind) = most_frequent(&gathered.kinds) {
        actor.kind = kind;
        actor.sort_name = sort_name(&actor.name, Some(kind));
    }
    let known = gathered.known.map(|known| (gazetteer.aliases(known), gazetteer.identifiers(known)));
    let (aliases, identifiers) = known.unwrap_or_default();
    for alias in aliases.into_iter().chain(gathered.aliases.keys().map(|alias| (*alias).clone())) {
        if alias.text != actor.name && !actor.aliases.iter().any(|other| other.text == alias.text) {
            actor.aliases.push(alias);
        }
    }
    for (key, value) in identifiers {
        actor.identifiers.entry(key).or_insert(value);
    }
}

/// An actor of the gazetteer, or one that was detected.
fn uncurated(gathered: &Gathered<'_>, taken: &mut FxHashSet<String>, gazetteer: &Gazetteer) -> Actor {
    if let Some(known) = gathered.known
        && let Some(entry) = gazetteer.known(known)
    {
        return Actor { merged: gathered.merged(), ..from_gazetteer(known, entry.name, entry.kind, taken, gazetteer) };
    }
    // The spelling of most briefings; among equals the one with more diacritics, then by letters.
    let (name, sort) = gathered
        .names
        .iter()
        .max_by_key(|(name, (count, _))| (*count, name.chars().filter(|c| !c.is_ascii()).count(), std::cmp::Reverse(**name)))
        .map_or(("", ""), |(name, (_, sort))| (*name, *sort));
    let mut aliases: Vec<Alias> = gathered.aliases.keys().map(|alias| (*alias).clone()).filter(|alias| alias.text != name).collect();
    for other in gathered.names.keys().filter(|other| **other != name) {
        aliases.push(Alias { text: (*other).to_owned(), kind: AliasKind::Name });
    }
    aliases.sort();
    aliases.dedup_by(|a, b| a.text == b.text);
    Actor {
        id: free(slug(name, 80), taken),
        name: name.to_owned(),
        sort_name: sort.to_owned(),
        kind: most_frequent(&gathered.kinds).unwrap_or(Kind::Organisation),
        aliases,
        origin: ActorOrigin::Detected,
        summary: None,
        roles: Vec::new(),
        affiliations: Vec::new(),
        identifiers: BTreeMap::new(),
        links: Vec::new(),
        former: Vec::new(),
        merged: gathered.merged(),
    }
}

fn from_gazetteer(known: u16, name: &str, kind: Kind, taken: &mut FxHashSet<String>, gazetteer: &Gazetteer) -> Actor {
    Actor {
        id: free(gazetteer.id(known), taken),
        name: name.to_owned(),
        sort_name: name.strip_prefix("The ").unwrap_or(name).to_owned(),
        kind,
        aliases: gazetteer.aliases(known),
        origin: ActorOrigin::Gazetteer,
        summary: None,
        roles: Vec::new(),
        affiliations: Vec::new(),
        identifiers: gazetteer.identifiers(known),
        links: Vec::new(),
        former: Vec::new(),
        merged: None,
    }
}

fn most_frequent(kinds: &BTreeMap<Kind, usize>) -> Option<Kind> {
    kinds.iter().max_by_key(|(kind, count)| (**count, std::cmp::Reverse(**kind))).map(|(kind, _)| *kind)
}

/// `wished`, or with the first number that makes it free.
fn free(wished: String, taken: &mut FxHashSet<String>) -> String {
    let wished = if wished.is_empty() {
        "actor".to_owned()
    } else if is_reserved(&wished) || wished == "called" {
        format!("{wished}-actor")
    } else {
        wished
    };
    if taken.insert(wished.clone()) {
        return wished;
    }
    let mut number = 2usize;
    loop {
        let next = format!("{wished}-{number}");
        if taken.insert(next.clone()) {
            return next;
        }
        number += 1;
    }
}

/// Actors of the gazetteer that a briefing's rules name; rules that name nobody are reported.
fn ruled(found: &[(&Briefing, &Candidates)], actors: &mut Vec<Actor>, taken: &mut FxHashSet<String>, (gazetteer, diagnostics): (&Gazetteer, &mut Diagnostics)) {
    let mut asked: BTreeMap<&str, &str> = BTreeMap::new();
    for (briefing, _) in found {
        for (_, id) in &briefing.meta.actors.is {
            let key = asked.entry(id).or_insert(&briefing.key);
            *key = (*key).min(&briefing.key);
        }
    }
    if asked.is_empty() {
        return;
    }
    let present: BTreeSet<String> = actors.iter().map(|actor| actor.id.clone()).collect();
    for (id, key) in asked {
        if present.contains(id) {
            continue;
        }
        let known = (0..gazetteer.actors.len()).filter_map(|number| u16::try_from(number).ok()).find(|number| gazetteer.id(*number) == id);
        match known.and_then(|known| gazetteer.known(known).map(|entry| (known, entry))) {
            Some((known, entry)) => actors.push(from_gazetteer(known, entry.name, entry.kind, taken, gazetteer)),
            None => {
                let help = match near::meant(id, present.iter().map(String::as_str)) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "write the id of a registry entry, of a state or of an actor that the texts name".to_owned(),
                };
                let finding = Diagnostic::new(Code::UnknownActor, format!("a rule of `{key}` names `{id}`, and there is no such actor"));
                diagnostics.push(finding.in_file(format!("content/briefings/{key}.yaml")).help(help));
            }
        }
    }
}

/// The names and rules of curated actors.
fn arm(cast: &mut Cast, registry: &Registry, places: &[Option<ActorNo>]) {
    cast.matcher = registry.matcher.clone();
    cast.curated = places.iter().take(registry.entries.len()).copied().collect();
    for (entry, actor) in registry.entries.iter().zip(places) {
        if let Some(actor) = actor
            && !entry.not.is_empty()
        {
            cast.not.push((*actor, entry.not.clone()));
        }
    }
    cast.ignored = registry.ignored.iter().map(|text| fold(text)).collect();
}
