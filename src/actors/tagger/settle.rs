//! What the labels change of what the rules found: names that no rule saw are added, names that are none are left, boundaries are mended.

use super::super::candidate::{Candidates, Spot};
use super::super::name::Grammar;
use super::super::reading::{Reading, View};
use super::super::setting::Setting;
use super::super::token::{DASH, POSSESSIVE, SPACE, Shape, folded, range};
use super::feature::{Memory, Scene, sums};
use super::model::{Model, labels};
use super::newcomers::Newcomers;
use super::stretch::{Stretch, stretches};
use super::{LABELS, Tag, Tagged, clamp, tag_of};
use crate::language::Cue;
use crate::language::naming::{ARMED, BUSINESS, EVENT, GOVERNMENT, LEGAL, MONTH, OFFICE, ORGANISATION, PEOPLE, PLACE, ROLE, STOP, TITLE, TITLE_MODIFIER};
use crate::model::{BlockNo, Evidence, Kind, Naming};
use crate::text::TextRange;

/// What stands in a briefing, for the features.
pub(super) struct Scenes {
    memory: Memory,
}

impl Scenes {
    pub(super) fn of(reading: &Reading<'_>, candidates: &Candidates) -> Self {
        let mut memory = Memory::default();
        let mut spots = candidates.spots.as_slice();
        for view in &reading.views {
            let here = spots.partition_point(|spot| spot.block <= view.block);
            let grammar = reading.grammar(view);
            for spot in spots.iter().take(here).filter(|spot| spot.block == view.block) {
                memory.note(&grammar, *spot, candidates);
            }
            spots = spots.get(here..).unwrap_or_default();
        }
        Self { memory }
    }

    pub(super) fn scene<'s>(&'s self, reading: &'s Reading<'_>, view: &View<'_>, grammar: &'s Grammar<'s>, candidates: &'s Candidates) -> Scene<'s> {
        let from = candidates.spots.partition_point(|spot| spot.block < view.block);
        let to = candidates.spots.partition_point(|spot| spot.block <= view.block);
        Scene { grammar, found: reading.found_of(view), spots: candidates.spots.get(from..to).unwrap_or_default(), candidates, memory: &self.memory }
    }
}

/// Margins from which a label counts, in the model's units.
pub(super) struct Margins {
    pub(super) add: i32,
    pub(super) drop: i32,
    pub(super) mend: i32,
}

const MARGINS: Margins = Margins { add: 14, drop: 48, mend: 36 };

/// Settles what the rules left doubtful.
pub(crate) fn settle(reading: &Reading<'_>, candidates: &mut Candidates, weights: &[u8], name: &str) {
    let Some(model) = Model::of(weights) else { return };
    let mut changes = Changes::default();
    {
        let scenes = Scenes::of(reading, candidates);
        for view in reading.views.iter().filter(|view| view.setting == Setting::Prose) {
            let grammar = reading.grammar(view);
            let scene = scenes.scene(reading, view, &grammar, candidates);
            for stretch in stretches(&grammar) {
                if doubtful(&scene, stretch) {
                    look(&model, &scene, view, stretch, &mut changes);
                }
            }
        }
    }
    changes.apply(reading, candidates, name);
}

/// What the tagger says of a stretch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opinion {
    pub(crate) block: BlockNo,
    pub(crate) range: TextRange,
    /// `None`: no name.
    pub(crate) tag: Option<Tag>,
    pub(crate) margin: i32,
}

/// What the tagger says of every stretch of capitalised words, given what the rules found.
pub(crate) fn opinions(reading: &Reading<'_>, candidates: &Candidates) -> Vec<Opinion> {
    let mut found = Vec::new();
    let Some(model) = Model::of(super::WEIGHTS) else { return found };
    let scenes = Scenes::of(reading, candidates);
    for view in reading.views.iter().filter(|view| view.setting == Setting::Prose) {
        let grammar = reading.grammar(view);
        let scene = scenes.scene(reading, view, &grammar, candidates);
        for stretch in stretches(&grammar) {
            let through = model.best_through(&sums(&model, &scene, stretch));
            let tagged = names(stretch, &labels(&through), &through);
            if tagged.is_empty() {
                let range = range(grammar.tokens.get(stretch.first..stretch.last).unwrap_or_default());
                let margin = through.iter().map(|sums| sums[0].saturating_sub(sums[1..].iter().copied().max().unwrap_or_default())).min().unwrap_or_default();
                found.push(Opinion { block: view.block, range, tag: None, margin });
            }
            found.extend(tagged.iter().map(|name| Opinion { block: view.block, range: span(&grammar, name), tag: Some(name.tag), margin: name.margin }));
        }
    }
    found
}

/// Whether the tagger is asked: not of what the rules surely know, nor of a common word at the head of a sentence.
fn doubtful(scene: &Scene<'_>, stretch: Stretch) -> bool {
    let grammar = scene.grammar;
    let (Some(first), Some(last)) = (grammar.at(stretch.first), grammar.at(stretch.last - 1)) else { return false };
    let from = scene.spots.partition_point(|spot| spot.range.end <= first.start);
    let spots = scene.spots.get(from..).unwrap_or_default();
    let spots = spots.get(..spots.partition_point(|spot| spot.range.start < last.end)).unwrap_or_default();
    if spots.is_empty() {
        let alone = stretch.last - stretch.first == 1 && first.heads() && first.shape == Shape::Capital;
        // A given name that is a common word as well (`Hope`, `Mark`, `Edit`) is more often the word there.
        let common = grammar.common(stretch.first, &mut String::new()) || plain_word(grammar, stretch.first);
        return !(alone && (common || first.is(PEOPLE | MONTH | STOP)));
    }
    let sure = |spot: &Spot| {
        matches!(
            spot.evidence,
            Evidence::StateName
                | Evidence::StateLetters
                | Evidence::StateAdjective
                | Evidence::Capital
                | Evidence::CapitalPerhaps
                | Evidence::CapitalPlace
                | Evidence::Seat
                | Evidence::KnownLetters
                | Evidence::DefinedLetters
        )
    };
    // What else stands there is a title, an article, an `and`.
    let rest = |at: usize| {
        grammar
            .at(at)
            .is_some_and(|t| t.is(TITLE | TITLE_MODIFIER | ROLE | STOP) || spots.iter().any(|spot| t.start < spot.range.end && spot.range.start < t.end))
    };
    !(spots.iter().all(sure) && (stretch.first..stretch.last).all(rest))
}

/// A common word of the language that is no given name.
fn plain_word(grammar: &Grammar<'_>, at: usize) -> bool {
    let mut buffer = String::new();
    let plural = grammar.words.cues.stem(Cue::PluralEnds, grammar.word(at)).map(str::to_lowercase).is_some_and(|word| grammar.words.is_common(&word));
    (plural || grammar.common(at, &mut buffer)) && !grammar.given(at, &mut buffer)
}

#[derive(Default)]
struct Changes {
    /// Numbers of spots that go.
    gone: Vec<usize>,
    /// Names that come: the number of the view, and what.
    come: Vec<(BlockNo, Tagged)>,
    /// By how much the tagger is for a spot that stays: its number, and that.
    support: Vec<(usize, i16)>,
}

fn look(model: &Model<'_>, scene: &Scene<'_>, view: &View<'_>, stretch: Stretch, changes: &mut Changes) {
    let through = model.best_through(&sums(model, scene, stretch));
    let labels = labels(&through);
    let grammar = scene.grammar;
    let mut tagged = names(stretch, &labels, &through);
    tagged.retain_mut(|name| addressed(grammar, name));
    let (Some(first), Some(last)) = (grammar.at(stretch.first), grammar.at(stretch.last - 1)) else { return };
    let base = scene.candidates.spots.partition_point(|spot| spot.block < view.block);
    let from = scene.spots.partition_point(|spot| spot.range.end <= first.start);
    let mut covered: Vec<(TextRange, bool)> = Vec::new();
    let mut going: Vec<(usize, TextRange)> = Vec::new();
    for (number, spot) in scene.spots.iter().enumerate().skip(from).take_while(|(_, spot)| spot.range.start < last.end) {
        let at: Vec<&Tagged> = tagged.iter().filter(|name| span(grammar, name).overlaps(spot.range)).collect();
        let fixed = matches!(spot.naming, Naming::Demonym | Naming::Metonym) || adjective(grammar, *spot);
        // `Washington, D.C.`: a name that goes on behind the stretch was not seen whole.
        let beyond = spot.range.end > last.end || spot.range.start < first.start;
        let gone = match at.as_slice() {
            _ if beyond => false,
            // The grammar of bodies' names and the gazetteer know how a body begins: the tagger may give it another end, and no more.
            several
                if matches!(spot.evidence, Evidence::BodyName | Evidence::KnownName)
                    && !several.iter().any(|name| name.tag == Tag::Body && span(grammar, name).start <= spot.range.start) =>
            {
                false
            }
            // Nothing is named there, the labels say.
            // `Peru’s Congress`: nothing but a name has a possessive.
            [] if a_state(*spot) && owns(grammar, *spot) => false,
            [] => !fixed && none_margin(grammar, stretch, &through, *spot) >= MARGINS.drop,
            [name] if name.tag == Tag::Other => !fixed && name.margin >= MARGINS.drop,
            [name] if same(grammar, name, *spot) => false,
            // A place's name is not of another place's.
            [name]
                if name.tag == Tag::Place
                    && matches!(
                        spot.evidence,
                        Evidence::StateName
                            | Evidence::StateShared
                            | Evidence::StateAmong
                            | Evidence::CapitalPlace
                            | Evidence::KnownPlace
                            | Evidence::KnownAmong
                    ) =>
            {
                false
            }
            several => several.iter().all(|name| name.margin >= MARGINS.mend && name.tag != Tag::Other),
        };
        if gone {
            going.push((base + number, spot.range));
        } else if !(fixed || beyond || a_state(*spot) && owns(grammar, *spot)) {
            let support = match at.as_slice() {
                [name] if same(grammar, name, *spot) && fits(scene, *spot, name.tag) => name.margin,
                [] => none_margin(grammar, stretch, &through, *spot).saturating_neg(),
                several => several.iter().map(|name| name.margin).max().unwrap_or_default().saturating_neg(),
            };
            // A title says more of a person than the tagger says against one, or by a little for one.
            let titled = matches!(spot.evidence, Evidence::TitledName | Evidence::TitledFullName);
            let support = if titled && support < LITTLE { 0 } else { support };
            changes.support.push((base + number, clamp(support)));
        }
        covered.push((spot.range, gone));
    }
    // `Peru’s Congress`: a name goes for a longer one only where that comes, with all that it covers.
    going.retain(|(_, place)| {
        let keeps = |name: &Tagged| {
            let name_place = span(grammar, name);
            name.tag != Tag::Other && name_place.overlaps(*place) && covered.iter().any(|(range, gone)| !gone && range.overlaps(name_place))
        };
        !tagged.iter().any(keeps)
    });
    changes.gone.extend(going.iter().map(|(number, _)| *number));
    for name in tagged.iter().filter(|name| name.tag != Tag::Other) {
        let place = span(grammar, name);
        let mut over = covered.iter().filter(|(range, _)| range.overlaps(place));
        let free = over.clone().next().is_none();
        // What the gazetteer knows was left as text for a reason, as was a common word at the head of a sentence.
        let known = grammar.known(name.first, name.last, &mut String::new()).is_some_and(|(last, _)| last == name.last);
        let head = name.last - name.first == 1 && grammar.at(name.first).is_some_and(|t| t.heads() || t.gap(DASH)) && plain_word(grammar, name.first);
        let whole = grammar.at(name.last - 1).is_some_and(|t| t.shape != Shape::Lower);
        let two = joined(scene, name) || grammar.vessel(name.first) || planned(grammar, name);
        // `(C) The post reports`: one letter is nobody.
        let letter = name.last - name.first == 1 && grammar.at(name.first).is_some_and(|t| t.shape == Shape::Initial);
        let people = name.last - name.first == 1 && a_people(grammar, name.first);
        // `the Government`, where its state is meant: no place is called so.
        let office = name.tag == Tag::Place && name.last - name.first == 1 && grammar.is(name.first, OFFICE | ORGANISATION | GOVERNMENT | TITLE | ROLE);
        // `the Sindbad`, `the Metropol`: ships, hotels, songs; rivers are not missed.
        let thing = name.tag == Tag::Place
            && name.last - name.first == 1
            && grammar.at(name.first).is_some_and(|t| t.gap == SPACE)
            && name.first > 0
            && grammar.says(name.first - 1, Cue::EveryArticle);
        // `the Treaty of Versailles`
        let treaty = name.first >= 2
            && grammar.says(name.first - 1, Cue::Of)
            && grammar.at(name.first - 2).is_some_and(|t| t.capital() && t.is(EVENT) && !t.is(ORGANISATION));
        let added = !two
            && !thing
            && !treaty
            && !letter
            && !people
            && !office
            && free
            && whole
            && name.margin >= MARGINS.add
            && !known
            && !head
            && !(name.tag == Tag::Body && no_body(grammar, name));
        if added || !two && !free && over.all(|(_, gone)| *gone) {
            changes.come.push((view.block, *name));
        }
    }
}

/// Whether a new name is of a law, an event or a place by its own words, or a heading's capitals, or words without a head noun of bodies: the
/// tagger takes many such for bodies.
fn no_body(grammar: &Grammar<'_>, name: &Tagged) -> bool {
    // `Chinese Foreign Ministry`, `Iran's parliament`: the state is named, its office has no name of its own.
    let office = (name.first..name.last).all(|at| grammar.is(at, OFFICE | TITLE_MODIFIER));
    if office && name.first > 0 && grammar.known(name.first - 1, name.first, &mut String::new()).is_some() {
        return true;
    }
    let mut tokens = grammar.tokens.get(name.first..name.last).unwrap_or_default().iter();
    if let (Some(only), None) = (tokens.next(), tokens.next()) {
        // `ANTALYA, Turkey —`: where a dispatch comes from.
        let town = name.first == 0 && only.shape == Shape::Upper && grammar.words.is_town(folded(only.text(grammar.text), &mut String::new()));
        return town || only.shape == Shape::Upper && only.end - only.start > LONGEST_ACRONYM;
    }
    // `Treaty of Rome`, `Rome Treaty`: the head noun is the last word, or the one before the first `of`.
    let of = (name.first..name.last).find(|at| grammar.says(*at, Cue::Of));
    let at = of.unwrap_or(name.last).saturating_sub(1);
    let Some(last) = grammar.at(at) else { return false };
    let of_bodies = last.is(ORGANISATION | OFFICE | ARMED | BUSINESS | LEGAL | GOVERNMENT);
    // `Lake Chad`
    let lake = grammar.is(name.first, PLACE) && !grammar.is(name.first, ORGANISATION) && name.tag == Tag::Body;
    !of_bodies && (lake || last.is(EVENT | PLACE | MONTH) || of.is_some() && plain_word(grammar, at))
}

/// `the Kurds`: a people is nobody, unless the registry lists it.
fn a_people(grammar: &Grammar<'_>, at: usize) -> bool {
    let one = grammar.words.cues.stem(Cue::PluralEnds, grammar.word(at)).map(str::to_lowercase);
    grammar.is(at, PEOPLE) || one.is_some_and(|one| grammar.words.flags(&one) & PEOPLE != 0)
}

/// What the tagger says for a name and is no news.
const LITTLE: i32 = 24;

/// Letters of an acronym, at most.
const LONGEST_ACRONYM: u32 = 7;

fn span(grammar: &Grammar<'_>, name: &Tagged) -> TextRange {
    range(grammar.tokens.get(name.first..name.last).unwrap_or_default())
}

/// `a Marshall Plan`: behind an article, and of an event by its last word.
fn planned(grammar: &Grammar<'_>, name: &Tagged) -> bool {
    let article = name.first > 0 && grammar.says(name.first - 1, Cue::EveryArticle);
    article && name.last - name.first > 1 && name.tag == Tag::Person && grammar.is(name.last - 1, EVENT)
}

/// `the Federal Republic and Poland`: a name that ends in `and` and a state is two.
fn joined(scene: &Scene<'_>, name: &Tagged) -> bool {
    let grammar = scene.grammar;
    let Some(and) = (name.first + 1..name.last).rev().find(|at| grammar.says(*at, Cue::And)) else { return false };
    let whole = grammar.known(and + 1, name.last, &mut String::new()).is_some_and(|(last, _)| last == name.last);
    whole && !grammar.tokens.get(name.first..name.last).unwrap_or_default().iter().any(|t| t.is(ORGANISATION | OFFICE | ARMED))
}

/// Cuts forms of address off the beginning of a person's name; nothing may be left of it.
fn addressed(grammar: &Grammar<'_>, name: &mut Tagged) -> bool {
    let mut buffer = String::new();
    while name.tag == Tag::Person && name.first < name.last && grammar.words.is_address(folded(grammar.word(name.first), &mut buffer)) {
        name.first += 1;
    }
    // `Mr Speaker`
    let office = name.tag == Tag::Person && name.last - name.first == 1 && grammar.is(name.first, TITLE) && name.first > 0 && {
        grammar.words.is_address(folded(grammar.word(name.first - 1), &mut buffer))
    };
    name.first < name.last && !office
}

fn a_state(spot: Spot) -> bool {
    matches!(spot.evidence, Evidence::StateName | Evidence::StateShared)
}

/// `U.S. Ambassador Ann Lindqvist`: whether letters of a state stand before its official, force or act, as its adjective does.
fn adjective(grammar: &Grammar<'_>, spot: Spot) -> bool {
    let next = grammar.tokens.partition_point(|t| t.start < spot.range.end);
    spot.evidence == Evidence::StateLetters && grammar.at(next).is_some_and(|t| t.gap == SPACE && t.is(TITLE | TITLE_MODIFIER | ROLE | OFFICE | GOVERNMENT))
}

/// Whether a possessive stands behind the spot.
fn owns(grammar: &Grammar<'_>, spot: Spot) -> bool {
    grammar.at(grammar.tokens.partition_point(|t| t.start < spot.range.end)).is_some_and(|t| t.gap(POSSESSIVE))
}

/// Whether the spot has the words of the name, a lost apostrophe's `s` aside.
fn same(grammar: &Grammar<'_>, name: &Tagged, spot: Spot) -> bool {
    let place = span(grammar, name);
    place.start == spot.range.start && (place.end == spot.range.end || place.end == spot.range.end + 1)
}

/// Whether what the spot names is what the label says.
fn fits(scene: &Scene<'_>, spot: Spot, tag: Tag) -> bool {
    scene.candidates.entities.get(spot.entity as usize).is_some_and(|entity| match entity.kind {
        Kind::Person => tag == Tag::Person,
        Kind::State | Kind::Place => tag == Tag::Place,
        Kind::People => tag == Tag::Other,
        _ => tag == Tag::Body,
    })
}

/// By how much the best way that names nothing at the spot beats the best that names something.
fn none_margin(grammar: &Grammar<'_>, stretch: Stretch, through: &[[i32; LABELS]], spot: Spot) -> i32 {
    (stretch.first..stretch.last)
        .filter(|at| grammar.at(*at).is_some_and(|t| t.start < spot.range.end && spot.range.start < t.end))
        .filter_map(|at| through.get(at - stretch.first))
        .map(|sums| {
            let none = sums[0].max(sums[Tag::Other.first()]).max(sums[Tag::Other.inner()]);
            let some = (1..LABELS).filter(|label| tag_of(*label) != Some(Tag::Other)).map(|label| sums[label]).max().unwrap_or_default();
            none.saturating_sub(some)
        })
        .min()
        .unwrap_or_default()
}

/// The names that the labels say, each with its margin.
fn names(stretch: Stretch, labels: &[usize], through: &[[i32; LABELS]]) -> Vec<Tagged> {
    let mut found: Vec<Tagged> = Vec::new();
    let margin = |at: usize, label: usize| {
        let sums = &through[at];
        let other = (0..LABELS).filter(|other| *other != label).map(|other| sums[other]).max().unwrap_or_default();
        sums[label].saturating_sub(other)
    };
    for (at, label) in labels.iter().enumerate() {
        let Some(tag) = tag_of(*label) else { continue };
        let margin = margin(at, *label);
        match found.last_mut() {
            Some(name) if *label == tag.inner() && name.last == stretch.first + at && name.tag == tag => {
                name.last += 1;
                name.margin = name.margin.min(margin);
            }
            _ => found.push(Tagged { first: stretch.first + at, last: stretch.first + at + 1, tag, margin }),
        }
    }
    // A name that ends where another word may go on is as sure as that word is.
    for name in &mut found {
        let next = name.last - stretch.first;
        if let (Some(label), Some(_)) = (labels.get(next), through.get(next)) {
            name.margin = name.margin.min(margin(next, *label));
        }
    }
    found
}

impl Changes {
    fn apply(self, reading: &Reading<'_>, candidates: &mut Candidates, name: &str) {
        for (number, support) in &self.support {
            if let Some(spot) = candidates.spots.get_mut(*number) {
                spot.support = *support;
            }
        }
        if self.gone.is_empty() && self.come.is_empty() {
            return;
        }
        let mut gone = self.gone.iter().peekable();
        let mut number = 0;
        candidates.spots.retain(|_| {
            let goes = gone.peek() == Some(&&number);
            if goes {
                gone.next();
            }
            number += 1;
            !goes
        });
        let mut newcomers = Newcomers::of(candidates);
        // Full names first, so that short forms lead to them.
        for whole in [true, false] {
            for (block, tagged) in &self.come {
                let at = reading.views.partition_point(|view| view.block < *block);
                let Some(view) = reading.views.get(at).filter(|view| view.block == *block) else { continue };
                let grammar = reading.grammar(view);
                let tokens = grammar.tokens.get(tagged.first..tagged.last).unwrap_or_default();
                if (tagged.tag != Tag::Person || tokens.len() > 1) == whole {
                    newcomers.add(view, tokens, *tagged, candidates, name);
                    newcomers.define(&grammar, *tagged, candidates);
                }
            }
        }
        candidates.spots.sort_by_key(|spot| (spot.block, spot.range.start));
        newcomers.spell(reading, candidates);
        if self.come.iter().any(|(_, tagged)| tagged.tag == Tag::Person && tagged.last - tagged.first > 1) {
            newcomers.follow(reading, candidates);
        }
        candidates.open.retain(|open| {
            let from = candidates.spots.partition_point(|spot| (spot.block, spot.range.end) <= (open.block, open.range.start));
            candidates.spots.get(from).is_none_or(|spot| spot.block != open.block || !spot.range.overlaps(open.range))
        });
    }
}
