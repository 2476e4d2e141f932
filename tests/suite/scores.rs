//! How well actors are found, measured over the marked texts of `tests/gold/`, with a floor under each figure.
//! `cargo test --test suite -- --nocapture the_scores` prints the tables; `GOLD=file.ann.txt` measures other texts instead.

use super::gold::{Gold, Stretch};
use chancery::actors::{Registry, candidates, cast, mentions};
use chancery::language::pack;
use chancery::model::meta::Restore;
use chancery::model::{ActorNo, Certainty, QuotationKind};
use chancery::read::{ReadOptions, SeedInput, read};
use chancery::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Right, spurious, missed.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    spurious: usize,
    missed: usize,
}

impl Count {
    fn precision(self) -> f64 {
        percent(self.right, self.right + self.spurious)
    }

    fn recall(self) -> f64 {
        percent(self.right, self.right + self.missed)
    }

    fn f1(self) -> f64 {
        percent(2 * self.right, 2 * self.right + self.spurious + self.missed)
    }
}

fn percent(part: usize, all: usize) -> f64 {
    if all == 0 { 100.0 } else { 100.0 * part as f64 / all as f64 }
}

/// What is counted.
#[derive(Default)]
struct Scores {
    counts: BTreeMap<&'static str, Count>,
    by_kind: BTreeMap<String, Count>,
    links: usize,
    wrong_links: usize,
    traps: (usize, usize),
    clusters: (f64, f64, usize, usize),
    /// Right of all, by how sure the program was.
    sure: BTreeMap<(&'static str, &'static str), (usize, usize)>,
    faults: Vec<String>,
}

/// A mention of the program, in the bytes of the text.
struct Named {
    at: Stretch,
    actor: ActorNo,
    certainty: Certainty,
}

fn measure(gold: &Gold, scores: &mut Scores) {
    let path = format!("seeds/{}.txt", gold.id);
    let options = ReadOptions { language: "en".to_owned(), restore: Restore::All(true) };
    let briefing = read(&SeedInput { key: &gold.id, path: &path, bytes: gold.text.as_bytes(), overlay: None }, &options).value.expect("a briefing");
    let pack = pack("en");
    let found = candidates(&briefing, &Registry::default(), pack);
    let roster = cast(&[(&briefing, &found)], &Registry::default()).value;
    let said = mentions(&briefing, &found, &roster, pack);
    let roster = roster.roster;
    let stretch = |block, range| briefing.source_span(block, range).map(|span| Stretch { start: span.range().start, end: span.range().end });
    let named: Vec<Named> =
        said.mentions.iter().filter_map(|m| Some(Named { at: stretch(m.block, m.range)?, actor: m.actor, certainty: m.certainty })).collect();
    let kind = |actor: ActorNo| roster.actor(actor).kind.name();
    let surface = |at: Stretch| gold.text[at.start..at.end].replace('\n', " ");

    // Mentions: the same bytes; a lost apostrophe's `s` may be of the name or not.
    let by_start: BTreeMap<usize, usize> = named.iter().enumerate().map(|(number, n)| (n.at.start, number)).collect();
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut pairs: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, mention) in gold.mentions.iter().enumerate() {
        if let Some(hit) = by_start.get(&mention.at.start)
            && !taken.contains_key(hit)
            && (named[*hit].at.end == mention.at.end || named[*hit].at.end + 1 == mention.at.end && surface(mention.at).ends_with('s'))
        {
            taken.insert(*hit, number);
            pairs.insert(number, *hit);
        }
    }
    let neutral = |number: usize| match taken.get(&number) {
        Some(hit) => !gold.mentions[*hit].required,
        None => gold.unscored.iter().any(|u| u.start <= named[number].at.start && named[number].at.end <= u.end),
    };
    // Who is who: one to one, by the most mentions shared.
    let mut shared: BTreeMap<(ActorNo, &str), usize> = BTreeMap::new();
    for (gold_no, hit) in &pairs {
        *shared.entry((named[*hit].actor, gold.mentions[*gold_no].actor.as_str())).or_default() += 1;
    }
    let mut ordered: Vec<_> = shared.into_iter().collect();
    ordered.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut who: BTreeMap<ActorNo, &str> = BTreeMap::new();
    let mut given: BTreeSet<&str> = BTreeSet::new();
    for ((actor, id), _) in ordered {
        if !who.contains_key(&actor) && given.insert(id) {
            who.insert(actor, id);
        }
    }
    let right_actor = |gold_no: usize, hit: usize| who.get(&named[hit].actor).is_some_and(|id| *id == gold.mentions[gold_no].actor);
    for (number, mention) in gold.mentions.iter().enumerate().filter(|(_, m)| m.required) {
        let hit = pairs.get(&number).copied();
        let kinds = &gold.actor(&mention.actor).expect("an actor").kinds;
        let typed = hit.filter(|hit| kinds.iter().any(|k| k == kind(named[*hit].actor)));
        let linked = hit.filter(|hit| right_actor(number, *hit));
        for (what, ok) in [("mentions found", hit), ("of the right kind", typed), ("linked to the right actor", linked)] {
            let count = scores.counts.entry(what).or_default();
            match ok {
                Some(_) => count.right += 1,
                None => {
                    count.missed += 1;
                    count.spurious += usize::from(hit.is_some());
                }
            }
        }
        let by_kind = scores.by_kind.entry(kinds[0].clone()).or_default();
        if typed.is_some() {
            by_kind.right += 1;
        } else {
            by_kind.missed += 1;
        }
        if hit.is_none() {
            scores.faults.push(format!("{}: missed {}", gold.id, surface(mention.at)));
        } else if linked.is_none() {
            scores.faults.push(format!("{}: wrong actor {}", gold.id, surface(mention.at)));
        } else if typed.is_none() {
            scores.faults.push(format!("{}: wrong kind {}", gold.id, surface(mention.at)));
        }
    }
    for (number, named) in named.iter().enumerate() {
        let gold_no = taken.get(&number).copied();
        let spurious = gold_no.is_none() && !neutral(number);
        if spurious {
            for what in ["mentions found", "of the right kind", "linked to the right actor"] {
                scores.counts.entry(what).or_default().spurious += 1;
            }
            scores.by_kind.entry(kind(named.actor).to_owned()).or_default().spurious += 1;
            scores.faults.push(format!("{}: spurious {} ({})", gold.id, surface(named.at), kind(named.actor)));
        }
        let wrong = spurious || gold_no.is_some_and(|gold_no| !right_actor(gold_no, number));
        scores.links += 1;
        scores.wrong_links += usize::from(wrong);
        tally(scores, "mention", named.certainty, !wrong);
    }
    for trap in &gold.traps {
        let fired = named.iter().enumerate().any(|(number, n)| n.at.overlaps(*trap) && !taken.contains_key(&number));
        scores.traps.0 += usize::from(fired);
        scores.traps.1 += 1;
        if fired {
            scores.faults.push(format!("{}: trap {}", gold.id, surface(*trap)));
        }
    }
    // B-cubed over what is required, what is missed and what is spurious counting as wrong.
    let spurious = (0..named.len()).filter(|n| !taken.contains_key(n) && !neutral(*n)).count();
    let required: Vec<usize> = (0..gold.mentions.len()).filter(|n| gold.mentions[*n].required).collect();
    let same = |a: usize, b: usize| pairs.get(&a).zip(pairs.get(&b)).is_some_and(|(x, y)| named[*x].actor == named[*y].actor);
    for a in &required {
        if !pairs.contains_key(a) {
            continue;
        }
        let ours: Vec<&usize> = required.iter().filter(|b| same(*a, **b)).collect();
        let theirs = required.iter().filter(|b| gold.mentions[**b].actor == gold.mentions[*a].actor).count();
        let both = ours.iter().filter(|b| gold.mentions[***b].actor == gold.mentions[*a].actor).count();
        scores.clusters.0 += both as f64 / ours.len() as f64;
        scores.clusters.1 += both as f64 / theirs as f64;
    }
    scores.clusters.2 += required.iter().filter(|n| pairs.contains_key(n)).count() + spurious;
    scores.clusters.3 += required.len();
    // The list of actors.
    let wanted: BTreeSet<&str> = gold.mentions.iter().filter(|m| m.required).map(|m| m.actor.as_str()).collect();
    let listed: BTreeSet<ActorNo> = named.iter().enumerate().filter(|(n, _)| !neutral(*n)).map(|(_, n)| n.actor).collect();
    let count = scores.counts.entry("list of actors").or_default();
    count.right += who.values().filter(|id| wanted.contains(*id)).count();
    count.missed += wanted.iter().filter(|id| !given.contains(*id)).count();
    count.spurious += listed.iter().filter(|actor| !who.contains_key(actor)).count();
    // The names that head their pages.
    for (actor, id) in &who {
        let right = gold.actor(id).is_some_and(|theirs| theirs.names.iter().any(|name| plain(name) == plain(&roster.actor(*actor).name)));
        add(scores, "names of actors", right, !right);
        if !right {
            scores.faults.push(format!("{}: name of {id}: {}", gold.id, roster.actor(*actor).name));
        }
    }
    // Roles.
    let mut stated: BTreeMap<&str, BTreeSet<(String, &str)>> = BTreeMap::new();
    for role in &said.roles {
        if let Some(id) = who.get(&role.actor) {
            let title = plain(&role.title_in(briefing.block(role.block).text.text()));
            let of = role.of.map_or("", |of| who.get(&of).copied().unwrap_or("?"));
            stated.entry(id).or_default().insert((title, of));
        }
    }
    for actor in &gold.actors {
        let mut left: Vec<(String, &str)> = stated.get(actor.id.as_str()).map(|roles| roles.iter().cloned().collect()).unwrap_or_default();
        for (title, of) in &actor.roles {
            let hit = left.iter().position(|(t, o)| *t == plain(title) && of.as_deref().is_none_or(|of| of == *o));
            let count = scores.counts.entry("roles").or_default();
            match hit {
                Some(hit) => {
                    left.remove(hit);
                    count.right += 1;
                }
                None => {
                    count.missed += 1;
                    scores.faults.push(format!("{}: role missed: {} {title} of {of:?}", gold.id, actor.id));
                }
            }
        }
        scores.counts.entry("roles").or_default().spurious += left.len();
        scores.faults.extend(left.iter().map(|(title, of)| format!("{}: role spurious: {} {title} of {of}", gold.id, actor.id)));
    }
    if !gold.quotes_marked {
        return;
    }
    for (direct, found_as, said_by) in [(true, "direct quotations", "their speakers"), (false, "reported speech", "its speakers")] {
        let kind = if direct { QuotationKind::Direct } else { QuotationKind::Indirect };
        let mut left: Vec<_> =
            said.quotations.iter().filter(|q| q.kind == kind).filter_map(|q| Some((stretch(q.block, q.range)?, q.speaker, q.certainty))).collect();
        let mut quotes: Vec<_> = gold.quotes.iter().filter(|q| q.direct == direct).collect();
        quotes.sort_by_key(|q| !q.required);
        for quote in quotes {
            let best = (0..left.len()).max_by(|a, b| left[*a].0.likeness(quote.at).total_cmp(&left[*b].0.likeness(quote.at)).then(b.cmp(a)));
            let hit = best.filter(|at| left[*at].0.likeness(quote.at) >= if direct { 0.8 } else { 0.5 }).map(|at| left.remove(at));
            if !quote.required {
                continue;
            }
            let unnamed = !gold.mentions.iter().any(|m| m.required && quote.speakers.contains(&m.actor));
            let right = hit.is_some_and(|(_, speaker, _)| match speaker {
                Some(actor) => who.get(&actor).is_some_and(|id| quote.speakers.iter().any(|s| s == id)),
                None => unnamed,
            });
            if let Some((_, Some(_), certainty)) = hit {
                tally(scores, "speaker", certainty, right);
            }
            add(scores, found_as, hit.is_some(), false);
            add(scores, said_by, right, hit.is_some());
            if !right {
                let what = if hit.is_some() { "wrong speaker" } else { "missed" };
                scores.faults.push(format!("{}: {found_as}: {what}: {}", gold.id, surface(quote.at)));
            }
        }
        for (at, ..) in &left {
            scores.counts.entry(found_as).or_default().spurious += 1;
            scores.counts.entry(said_by).or_default().spurious += 1;
            scores.faults.push(format!("{}: {found_as}: spurious: {}", gold.id, surface(*at)));
        }
    }
    let acts: BTreeSet<(&str, &str)> =
        said.relations.iter().map(|r| (who.get(&r.source).copied().unwrap_or("?"), who.get(&r.target).copied().unwrap_or("?"))).collect();
    let wanted: BTreeSet<(&str, &str)> = gold.acts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let count = scores.counts.entry("acts").or_default();
    count.right += acts.intersection(&wanted).count();
    count.spurious += acts.difference(&wanted).count();
    count.missed += wanted.difference(&acts).count();
    scores.faults.extend(acts.difference(&wanted).map(|(a, b)| format!("{}: act spurious: {a} > {b}", gold.id)));
    scores.faults.extend(wanted.difference(&acts).map(|(a, b)| format!("{}: act missed: {a} > {b}", gold.id)));
}

fn add(scores: &mut Scores, what: &'static str, right: bool, spurious: bool) {
    let count = scores.counts.entry(what).or_default();
    if right {
        count.right += 1;
    } else {
        count.missed += 1;
        count.spurious += usize::from(spurious);
    }
}

fn tally(scores: &mut Scores, what: &'static str, certainty: Certainty, right: bool) {
    let sure = if certainty == Certainty::Certain { "certain" } else { "inferred" };
    let entry = scores.sure.entry((what, sure)).or_default();
    entry.0 += usize::from(right);
    entry.1 += 1;
}

/// A title as it is compared: folded, without full stops.
fn plain(title: &str) -> String {
    fold(title).replace(|c: char| !c.is_alphanumeric(), " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Scores {
    fn figures(&self) -> BTreeMap<&'static str, f64> {
        let mut figures: BTreeMap<&'static str, f64> = self.counts.iter().map(|(what, count)| (*what, count.f1())).collect();
        let (precision, recall) = (self.clusters.0 / self.clusters.2.max(1) as f64, self.clusters.1 / self.clusters.3.max(1) as f64);
        figures.insert("clusters, B-cubed", 200.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE));
        figures
    }

    fn table(&self) -> String {
        let mut out = String::from("figure                        P      R      F1   (right, spurious, missed)\n");
        for (what, c) in &self.counts {
            out += &format!("{what:27} {:6.1} {:6.1} {:6.1}   ({}, {}, {})\n", c.precision(), c.recall(), c.f1(), c.right, c.spurious, c.missed);
        }
        for (kind, c) in &self.by_kind {
            out += &format!("  kind {kind:20} {:6.1} {:6.1} {:6.1}   ({}, {}, {})\n", c.precision(), c.recall(), c.f1(), c.right, c.spurious, c.missed);
        }
        out += &format!("clusters, B-cubed                         {:6.1}\n", self.figures()["clusters, B-cubed"]);
        out += &format!("wrong links                 {} of {}; traps that fired {} of {}\n", self.wrong_links, self.links, self.traps.0, self.traps.1);
        for ((what, sure), (right, all)) in &self.sure {
            out += &format!("{what} {sure}: {right} of {all} right ({:.1})\n", percent(*right, *all));
        }
        out
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn scores_of(files: &[PathBuf]) -> Scores {
    let mut scores = Scores::default();
    for file in files {
        measure(&Gold::parse(&std::fs::read_to_string(file).unwrap()), &mut scores);
    }
    scores
}

/// Every figure of `folder` is at least its floor; wrong links and traps are at most their number.
#[track_caller]
fn check(folder: &str, floors: &[(&'static str, f64)], wrong_links: usize, traps: usize) {
    let scores = match std::env::var_os("GOLD") {
        Some(file) => scores_of(&[PathBuf::from(file)]),
        None => scores_of(&files(folder)),
    };
    println!("== {folder}\n{}", scores.table());
    if std::env::var_os("FAULTS").is_some() {
        println!("{}", scores.faults.join("\n"));
    }
    let figures = scores.figures();
    let below: Vec<String> =
        floors.iter().filter(|(what, floor)| figures[what] < *floor).map(|(what, floor)| format!("{what}: {:.1} < {floor}", figures[what])).collect();
    assert!(
        std::env::var_os("GOLD").is_some() || below.is_empty() && scores.wrong_links <= wrong_links && scores.traps.0 <= traps,
        "{below:#?}\n{}",
        scores.table()
    );
}

#[test]
fn the_scores_of_texts_that_rules_were_made_with_keep_their_floors() {
    let floors = [
        ("mentions found", 99.0),
        ("of the right kind", 96.5),
        ("linked to the right actor", 96.5),
        ("clusters, B-cubed", 97.5),
        ("list of actors", 97.0),
        ("names of actors", 96.0),
        ("roles", 93.0),
        ("direct quotations", 100.0),
        ("their speakers", 100.0),
        ("reported speech", 97.5),
        ("its speakers", 93.5),
        ("acts", 40.0),
    ];
    check("tuned", &floors, 4, 0);
}

#[test]
fn the_scores_of_texts_held_out_keep_their_floors() {
    let floors = [
        ("mentions found", 93.0),
        ("of the right kind", 88.0),
        ("linked to the right actor", 89.5),
        ("clusters, B-cubed", 89.5),
        ("list of actors", 93.5),
        ("names of actors", 96.5),
        ("roles", 63.5),
        ("direct quotations", 100.0),
        ("their speakers", 79.0),
        ("reported speech", 84.5),
        ("its speakers", 78.5),
    ];
    check("held", &floors, 14, 0);
}
