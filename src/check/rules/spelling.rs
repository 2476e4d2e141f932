//! Names that stand once and are one letter away from a known one.

use super::actors::first_mention;
use crate::build::Build;
use crate::diagnostics::{Code, Diagnostics};
use crate::input::Inputs;
use crate::language;
use crate::model::{ActorNo, ActorOrigin};
use crate::text::fold::fold;
use rustc_hash::FxHashMap;

/// In shorter names one letter makes another name: Iran, Iraq.
const SHORTEST: usize = 8;
const LONGEST: usize = 60;

/// Found by the letters that are left when one is taken out of each name: no pair of names is compared that shares nothing.
pub(super) fn misspelled(build: &Build, _: &Inputs, found: &mut Diagnostics) {
    let site = &build.site;
    let naming = &language::pack(&site.facts().language).naming;
    let names: Vec<String> = site.roster().actors.iter().map(|actor| fold(&actor.name)).collect();
    let fits = |name: &str| (SHORTEST..=LONGEST).contains(&name.chars().count());
    let once = |no: ActorNo| site.roster().actor(no).origin == ActorOrigin::Detected && site.actor_entry(no).mentions.len() == 1;
    let doubtful: Vec<usize> = (0..names.len()).filter(|number| once(ActorNo::at(*number)) && fits(&names[*number])).collect();
    if doubtful.is_empty() {
        return;
    }
    let mut without: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (number, name) in names.iter().enumerate() {
        let known = site.roster().actor(ActorNo::at(number)).origin != ActorOrigin::Detected || site.actor_entry(ActorNo::at(number)).mentions.len() > 1;
        if known && fits(name) {
            shortened(name, |hash| without.entry(hash).or_default().push(number));
        }
    }
    for number in doubtful {
        let no = ActorNo::at(number);
        let actor = site.roster().actor(no);
        let mut best: Option<usize> = None;
        shortened(&names[number], |hash| {
            for other in without.get(&hash).into_iter().flatten().take(8) {
                let near =
                    is_one_letter(&names[number], &names[*other]) && !only_given_names_differ(&names[number], &names[*other], |word| naming.is_given(word));
                if near && site.roster().actor(ActorNo::at(*other)).kind == actor.kind && best.is_none_or(|best| *other < best) {
                    best = Some(*other);
                }
            }
        });
        let Some(other) = best.map(|other| site.roster().actor(ActorNo::at(other))) else { continue };
        if let Some(finding) = first_mention(build, no, Code::LikelyMisspelling, format!("`{}` stands here alone; is `{}` meant?", actor.name, other.name)) {
            let help = format!("correct the seed, or say that both are one: `chancery actors merge {} {}`", other.id, actor.id);
            found.push(finding.help(help));
        }
    }
}

/// Hashes of the name, and of the name without each one of its letters.
fn shortened(name: &str, mut take: impl FnMut(u64)) {
    use std::hash::{Hash, Hasher};
    let letters: Vec<char> = name.chars().collect();
    for left_out in 0..=letters.len() {
        let mut hasher = rustc_hash::FxHasher::default();
        letters.iter().enumerate().filter(|(at, _)| *at != left_out).for_each(|(_, c)| c.hash(&mut hasher));
        take(hasher.finish());
    }
}

/// Whether one letter more, less, or another, or two neighbours that changed places, make one of the other.
fn is_one_letter(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a == b || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    // `Adjei-Boateng`, `Adjei Boateng`: the same letters.
    if a.iter().filter(|c| c.is_alphanumeric()).eq(b.iter().filter(|c| c.is_alphanumeric())) {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[same..], &b[same..]);
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Greater => rest_a[1..] == *rest_b,
        std::cmp::Ordering::Less => *rest_a == rest_b[1..],
        std::cmp::Ordering::Equal => {
            rest_a[1..] == rest_b[1..] || (rest_a.len() >= 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a[2..] == rest_b[2..])
        }
    }
}

/// `Maria Silva` and `Mario Silva` are two: where the words that differ are both given names.
fn only_given_names_differ(a: &str, b: &str, is_given: impl Fn(&str) -> bool) -> bool {
    let mut differing = a.split(' ').zip(b.split(' ')).filter(|(x, y)| x != y);
    match (differing.next(), differing.next()) {
        (Some((x, y)), None) => is_given(x) && is_given(y),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_one_letter() {
        for (a, b) in [("lindquist", "lindqvist"), ("stenmark", "stenmrak"), ("stenmark", "stenmarck"), ("stenmark", "stenmar")] {
            assert!(is_one_letter(a, b) && is_one_letter(b, a), "{a} {b}");
        }
        for (a, b) in [("lindquist", "lindquist"), ("stenmark", "stenberg"), ("adjei boateng", "adjei-boateng"), ("abcd", "abdcx"), ("", "ab")] {
            assert!(!is_one_letter(a, b), "{a} {b}");
        }
    }
}
