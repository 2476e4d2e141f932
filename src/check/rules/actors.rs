//! Actors that are probably one, and one that is probably two.

use super::at;
use crate::build::Build;
use crate::curate::quoted;
use crate::diagnostics::{Code, Diagnostics};
use crate::input::Inputs;
use crate::model::{Actor, ActorNo, ActorOrigin, BriefingNo, Kind};
use crate::text::fold::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// Two whose names have the same words in another order, or of which one leaves out what stands in the middle, or gives an initial.
pub(super) fn same(build: &Build, _: &Inputs, found: &mut Diagnostics) {
    let roster = build.site.roster();
    let mut by_words: FxHashMap<(Kind, String), Vec<ActorNo>> = FxHashMap::default();
    let mut by_ends: FxHashMap<String, Vec<ActorNo>> = FxHashMap::default();
    let mut by_initial: FxHashMap<String, Vec<ActorNo>> = FxHashMap::default();
    for (number, actor) in roster.actors.iter().enumerate() {
        let no = ActorNo::at(number);
        let words = words(actor);
        let mut sorted = words.clone();
        sorted.sort();
        by_words.entry((actor.kind, sorted.join(" "))).or_default().push(no);
        if actor.kind == Kind::Person
            && let [first, .., last] = words.as_slice()
        {
            by_ends.entry(format!("{first} {last}")).or_default().push(no);
            let initial = first.chars().next().unwrap_or_default();
            by_initial.entry(format!("{initial} {last}")).or_default().push(no);
        }
    }
    let mut pairs: BTreeSet<(ActorNo, ActorNo)> = BTreeSet::new();
    let mut pair = |all: &[ActorNo]| {
        // Many of one key are a list of namesakes, and nothing to join.
        if let [a, b] = all {
            pairs.insert((*a, *b));
        }
    };
    by_words.values().for_each(|all| pair(all));
    by_ends.values().filter(|all| all.iter().any(|no| words(roster.actor(*no)).len() == 2)).for_each(|all| pair(all));
    by_initial
        .values()
        .filter(|all| all.iter().any(|no| words(roster.actor(*no)).first().is_some_and(|first| first.chars().count() == 1)))
        .for_each(|all| pair(all));
    for (a, b) in pairs {
        let (one, other) = (roster.actor(a), roster.actor(b));
        // Two that a person wrote are two, and what chancery knows it does not know twice.
        if one.origin != ActorOrigin::Detected && other.origin != ActorOrigin::Detected {
            continue;
        }
        let (kept, gone, gone_no) = if weight(build, a) >= weight(build, b) && one.origin <= other.origin
            || other.origin == ActorOrigin::Detected && one.origin != ActorOrigin::Detected
        {
            (one, other, b)
        } else {
            (other, one, a)
        };
        let message = format!("`{}` is probably `{}`", gone.name, kept.name);
        if let Some(finding) = first_mention(build, gone_no, Code::ProbablySameActor, message) {
            let help = format!("`chancery actors merge {} {}` makes one of the two", kept.id, gone.id);
            found.push(finding.help(help));
        }
    }
}

fn weight(build: &Build, no: ActorNo) -> usize {
    build.site.actor_entry(no).mentions.len()
}

/// The words of a name, folded, without small ones such as `of`.
fn words(actor: &Actor) -> Vec<String> {
    let large = actor.name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| word.starts_with(|c: char| !c.is_lowercase()));
    large.filter(|word| !word.is_empty()).map(fold).collect()
}

/// A finding at the first place that names an actor.
pub(super) fn first_mention(build: &Build, no: ActorNo, code: Code, message: String) -> Option<crate::diagnostics::Diagnostic> {
    let first = build.site.actor_entry(no).mentions.first()?;
    let entry = build.site.entry(first.briefing);
    let mention = entry.mentions.mentions.get(first.at as usize)?;
    Some(at(&entry.briefing, code, mention.block, mention.range, message))
}

/// What one briefing says of an actor: of whom its roles are, and their words.
type Stated = (BriefingNo, FxHashSet<ActorNo>, FxHashSet<String>);

/// One whose roles in some briefings have nothing in common with those in others.
pub(super) fn two(build: &Build, _: &Inputs, found: &mut Diagnostics) {
    let site = &build.site;
    for (number, actor) in site.roster().actors.iter().enumerate() {
        let no = ActorNo::at(number);
        if actor.origin != ActorOrigin::Detected || actor.kind != Kind::Person {
            continue;
        }
        let mut stated: Vec<Stated> = Vec::new();
        for at in &site.actor_entry(no).roles {
            let entry = site.entry(at.briefing);
            let Some(role) = entry.mentions.roles.get(at.at as usize) else { continue };
            if stated.last().is_none_or(|last| last.0 != at.briefing) {
                stated.push((at.briefing, FxHashSet::default(), FxHashSet::default()));
            }
            if let Some((_, of, words)) = stated.last_mut() {
                of.extend(role.of);
                let title = role.title_in(entry.briefing.block(role.block).text.text());
                words.extend(title.split_whitespace().map(fold));
            }
        }
        // Roles without an owner tell nobody apart.
        stated.retain(|(_, of, _)| !of.is_empty());
        let Some((first, mut of, mut said)) = stated.first().cloned() else { continue };
        // What has anything in common with the first, or with what has, is of the same actor.
        let mut rest: Vec<Stated> = stated.split_off(1);
        loop {
            let before = rest.len();
            let mut apart = Vec::with_capacity(before);
            for (briefing, other_of, other_said) in rest {
                if other_of.is_disjoint(&of) && other_said.is_disjoint(&said) {
                    apart.push((briefing, other_of, other_said));
                } else {
                    of.extend(other_of);
                    said.extend(other_said);
                }
            }
            rest = apart;
            if rest.len() == before || rest.is_empty() {
                break;
            }
        }
        let Some((other, ..)) = rest.first() else { continue };
        let (one, other) = (site.briefing(first), site.briefing(*other));
        let mention = site.actor_entry(no).mentions.iter().find(|mention| site.briefing(mention.briefing).key == other.key);
        let Some(mention) = mention.and_then(|at| site.entry(at.briefing).mentions.mentions.get(at.at as usize)) else { continue };
        let message = format!("`{}` has roles here that have nothing in common with those in `{}`", actor.name, one.seed);
        let finding = at(other, Code::ProbablyTwoActors, mention.block, mention.range, message);
        let help = format!(
            "if this is somebody else: `chancery actors split {} --as {} --in {}`",
            actor.id,
            quoted(&format!("{} (…)", actor.name)),
            quoted(&other.key)
        );
        found.push(finding.help(help));
    }
}
