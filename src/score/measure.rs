//! Mentions, links, actors, roles and acts of an export beside those of a marked text.

use super::gold::Gold;
use super::pair::{Pairs, is_of};
use super::speech::speeches;
use super::table::{Judged, Scores};
use crate::actors::{Export, ExportedRole};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Adds to `scores` what `answer` says of the gold's text.
pub fn measure(gold: &Gold, answer: &Export, scores: &mut Scores) {
    let pairs = Pairs::of(gold, answer);
    scores.texts += 1;
    scores.gold_mentions += pairs.required().count();
    mentions(&pairs, scores);
    traps(&pairs, scores);
    if gold.coarse {
        return;
    }
    clusters(&pairs, scores);
    actors(&pairs, scores);
    roles(&pairs, scores);
    if gold.quotes_marked {
        speeches(&pairs, answer, scores);
        acts(&pairs, answer, scores);
    }
}

fn mentions(pairs: &Pairs<'_>, scores: &mut Scores) {
    let gold = pairs.gold;
    for (number, mention) in pairs.required() {
        let hit = pairs.hit.get(&number).and_then(|hit| pairs.named.get(*hit));
        let kinds = gold.actor(&mention.actor).map_or(&[][..], |actor| &actor.kinds);
        let typed = hit.filter(|hit| kinds.iter().any(|k| k == pairs.kind_of(hit.actor)));
        let linked = hit.filter(|hit| pairs.leads(hit, mention));
        scores.add("mentions found", hit.is_some(), false);
        scores.add("of the right kind", typed.is_some(), hit.is_some());
        if !gold.coarse {
            scores.add("linked to the right actor", linked.is_some(), hit.is_some());
        }
        let by_kind = scores.by_kind.entry(kinds.first().cloned().unwrap_or_default()).or_default();
        if typed.is_some() {
            by_kind.right += 1;
        } else {
            by_kind.missed += 1;
        }
        let fault = match (hit, linked, typed) {
            (None, ..) => "missed",
            (_, None, _) => "wrong actor",
            (.., None) => "wrong kind",
            _ => continue,
        };
        scores.fault(gold, &format!("{fault} {}", pairs.surface(mention.at)));
    }
    for (number, named) in pairs.named.iter().enumerate() {
        let theirs = pairs.taken.get(&number).and_then(|number| gold.mentions.get(*number));
        let spurious = theirs.is_none() && !pairs.neutral(number, named);
        if spurious {
            scores.spurious("mentions found");
            scores.spurious("of the right kind");
            if !gold.coarse {
                scores.spurious("linked to the right actor");
            }
            scores.by_kind.entry(pairs.kind_of(named.actor).to_owned()).or_default().spurious += 1;
            scores.fault(gold, &format!("spurious {} ({})", pairs.surface(named.at), pairs.kind_of(named.actor)));
        }
        let wrong = spurious || theirs.is_some_and(|theirs| !pairs.leads(named, theirs));
        scores.links += 1;
        scores.wrong_links += usize::from(wrong);
        scores.tally("mention", named.certainty, !wrong);
        let said = named.said;
        scores.judged.push(Judged {
            at: named.at,
            kind: pairs.kind_of(named.actor),
            evidence: said.evidence,
            support: said.support,
            confidence: said.confidence,
            right: !wrong,
        });
    }
}

fn traps(pairs: &Pairs<'_>, scores: &mut Scores) {
    for trap in &pairs.gold.traps {
        let fired = pairs.named.iter().enumerate().any(|(number, named)| named.at.overlaps(*trap) && !pairs.taken.contains_key(&number));
        scores.traps.0 += usize::from(fired);
        scores.traps.1 += 1;
        if fired {
            scores.fault(pairs.gold, &format!("trap {}", pairs.surface(*trap)));
        }
    }
}

/// B-cubed over what is required; what is missed and what is spurious counts as wrong.
fn clusters(pairs: &Pairs<'_>, scores: &mut Scores) {
    let mut ours: BTreeMap<&str, usize> = BTreeMap::new();
    let mut theirs: BTreeMap<&str, usize> = BTreeMap::new();
    let mut both: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut required = 0;
    for (number, mention) in pairs.required() {
        required += 1;
        *theirs.entry(&mention.actor).or_default() += 1;
        if let Some(named) = pairs.hit.get(&number).and_then(|hit| pairs.named.get(*hit)) {
            *ours.entry(named.actor).or_default() += 1;
            *both.entry((named.actor, &mention.actor)).or_default() += 1;
        }
    }
    for ((actor, id), shared) in both {
        let shared = shared as f64;
        scores.clusters.0 += shared * shared / ours.get(actor).copied().unwrap_or(1) as f64;
        scores.clusters.1 += shared * shared / theirs.get(id).copied().unwrap_or(1) as f64;
    }
    let spurious = pairs.named.iter().enumerate().filter(|(number, named)| !pairs.taken.contains_key(number) && !pairs.neutral(*number, named)).count();
    scores.clusters.2 += ours.values().sum::<usize>() + spurious;
    scores.clusters.3 += required;
}

/// The list of actors, and the names that head their pages.
fn actors(pairs: &Pairs<'_>, scores: &mut Scores) {
    let wanted: BTreeSet<&str> = pairs.required().map(|(_, mention)| mention.actor.as_str()).collect();
    let given: BTreeSet<&str> = pairs.who.values().copied().collect();
    let listed: BTreeSet<&str> =
        pairs.named.iter().enumerate().filter(|(number, named)| !pairs.neutral(*number, named)).map(|(_, named)| named.actor).collect();
    let count = scores.counts.entry("list of actors").or_default();
    count.right += given.intersection(&wanted).count();
    count.missed += wanted.difference(&given).count();
    count.spurious += listed.iter().filter(|actor| !pairs.who.contains_key(*actor)).count();
    for (actor, id) in &pairs.who {
        let name = pairs.actors.get(actor).map_or("", |actor| actor.name.as_str());
        let right = pairs.gold.actor(id).is_some_and(|theirs| theirs.names.iter().any(|other| plain(other) == plain(name)));
        scores.add("names of actors", right, !right);
        if !right {
            scores.fault(pairs.gold, &format!("name of {id}: {name}"));
        }
    }
}

fn roles(pairs: &Pairs<'_>, scores: &mut Scores) {
    let mut stated: BTreeMap<&str, Vec<(String, &str, &ExportedRole)>> = BTreeMap::new();
    for (actor, id) in &pairs.who {
        for role in pairs.actors.get(actor).map_or(&[][..], |actor| &actor.roles) {
            stated.entry(id).or_default().push((plain(&role.title), pairs.id_of(role.of.as_deref()), role));
        }
    }
    for actor in &pairs.gold.actors {
        let mut left = stated.remove(actor.id.as_str()).unwrap_or_default();
        for (title, of) in &actor.roles {
            let hit = left.iter().position(|(t, o, _)| *t == plain(title) && of.as_deref().is_none_or(|of| of == *o));
            let count = scores.counts.entry("roles").or_default();
            match hit {
                Some(hit) => {
                    count.right += 1;
                    let (.., role) = left.remove(hit);
                    scores.tally("role", role.certainty, true);
                    scores.state(role.evidence, role.confidence, true);
                }
                None => {
                    count.missed += 1;
                    scores.fault(pairs.gold, &format!("role missed: {} {title} of {of:?}", actor.id));
                }
            }
        }
        for (title, of, role) in left {
            scores.spurious("roles");
            scores.tally("role", role.certainty, false);
            scores.state(role.evidence, role.confidence, false);
            scores.fault(pairs.gold, &format!("role spurious: {} {title} of {of}", actor.id));
        }
    }
}

fn acts(pairs: &Pairs<'_>, answer: &Export, scores: &mut Scores) {
    let acts: BTreeSet<(&str, &str)> =
        answer.relations.iter().filter(|r| is_of(&r.doc, pairs.gold)).map(|r| (pairs.id_of(Some(&r.src)), pairs.id_of(Some(&r.tgt)))).collect();
    let wanted: BTreeSet<(&str, &str)> = pairs.gold.acts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let count = scores.counts.entry("acts").or_default();
    count.right += acts.intersection(&wanted).count();
    count.spurious += acts.difference(&wanted).count();
    count.missed += wanted.difference(&acts).count();
    for (a, b) in acts.difference(&wanted) {
        scores.fault(pairs.gold, &format!("act spurious: {a} > {b}"));
    }
    for (a, b) in wanted.difference(&acts) {
        scores.fault(pairs.gold, &format!("act missed: {a} > {b}"));
    }
}

/// A title or a name as it is compared: folded, without full stops and article.
fn plain(title: &str) -> String {
    let words = fold(title).replace(|c: char| !c.is_alphanumeric(), " ").split_whitespace().collect::<Vec<_>>().join(" ");
    words.strip_prefix("the ").map(str::to_owned).unwrap_or(words)
}
