//! A question and the paragraphs that bear on it: by the actors and rare terms that they share. `docs/links.md` says how.

use super::term::{Term, each_term, is_common};
use crate::language::naming::{AUXILIARY, STOP};
use crate::language::{NamingWords, Pack};
use crate::model::{ActorNo, BearsOn, Block, BlockNo, Briefing, BriefingLinks, Mention, Mentions};
use crate::text::TextRange;
use crate::text::fold::fold;
use rustc_hash::{FxHashMap, FxHashSet};

/// Paragraphs for a question, at most.
const MOST: usize = 3;
/// The language of the list of common terms.
const ENGLISH: &str = "en";
/// A term or actor in more paragraphs than this is not rare in any text; it also bounds the work.
const RARE: usize = 12;
/// What a term of the question counts, against one of its answer.
const ASKED: f32 = 1.5;
const ANSWERED: f32 = 1.0;
/// What an actor counts, against a term.
const ACTOR: f32 = 1.2;
/// A paragraph that scores less than this part of the best one is not shown beside it.
const BESIDE_BEST: f32 = 0.5;
/// What a link needs at least: about two terms that stand in one paragraph alone.
const LEAST: f32 = 2.2;

/// Keys that the questions of a briefing ask after, about.
const EXPECTED: usize = 400;

/// What two texts can share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    Term(Term),
    Actor(ActorNo),
}

/// What a paragraph scores for a question, and what the two share with what each counts.
#[derive(Default)]
struct Score<'t> {
    paragraph: usize,
    sum: f32,
    shared: Vec<(f32, &'t str)>,
}

/// What a question asks for: the key, how much it weighs, and the words that say it.
type Asked<'t> = (Key, f32, &'t str);

/// The links within one briefing. `mentions` are those of `briefing`.
pub fn bears_on(briefing: &Briefing, mentions: &Mentions, pack: &Pack) -> BriefingLinks {
    let paragraphs: Vec<BlockNo> = briefing.paragraphs().collect();
    if paragraphs.is_empty() || briefing.faq.is_none() {
        return BriefingLinks::default();
    }
    let named = Named::of(mentions, pack);
    let mut asked: Vec<(BlockNo, Vec<Asked<'_>>)> = Vec::new();
    let mut index = Index { keys: FxHashMap::with_capacity_and_hasher(EXPECTED, rustc_hash::FxBuildHasher) };
    for question in briefing.questions() {
        let mut weights: Vec<Asked<'_>> = Vec::new();
        let turn = u32::try_from(asked.len()).unwrap_or(u32::MAX);
        for (number, weight) in std::iter::once((question.question, ASKED)).chain(question.answer.iter().map(|number| (*number, ANSWERED))) {
            let block = briefing.block(number);
            for (key, range) in keys(block, number, &named) {
                if index.ask(key, turn) {
                    weights.push((key, weight, range.of(block.text.text())));
                }
            }
        }
        asked.push((question.question, weights));
    }
    // Only what is asked after is looked for; a paragraph that says it again is counted once.
    for (at, number) in paragraphs.iter().enumerate() {
        let mut say = |key: Key| index.say(key, at);
        let mentions = named.in_block(*number);
        mentions.iter().for_each(|mention| say(Key::Actor(mention.actor)));
        each_term(briefing.block(*number).text.text(), mentions.iter().map(|mention| mention.range), |term, _| say(Key::Term(term)));
    }
    let most = (paragraphs.len() / 3).clamp(1, RARE);
    let mut links = BriefingLinks::default();
    for (question, weights) in asked {
        links.bears_on.extend(best(question, &weights, &index, &paragraphs, most));
    }
    links
}

/// Which paragraphs say what is asked after.
struct Index {
    keys: FxHashMap<Key, Places>,
}

/// Paragraphs in their order, and how many there were: beyond [`RARE`] they are counted alone.
#[derive(Clone, Copy)]
struct Places {
    /// The last question that asked.
    asked: u32,
    count: u16,
    at: [u32; RARE],
}

impl Index {
    /// Whether question `turn` had not asked after it yet.
    fn ask(&mut self, key: Key, turn: u32) -> bool {
        let places = self.keys.entry(key).or_insert(Places { asked: u32::MAX, count: 0, at: [0; RARE] });
        std::mem::replace(&mut places.asked, turn) != turn
    }

    fn say(&mut self, key: Key, paragraph: usize) {
        let Some(places) = self.keys.get_mut(&key) else { return };
        let at = u32::try_from(paragraph).unwrap_or(u32::MAX);
        let count = usize::from(places.count);
        // A paragraph that says it again is counted once.
        if count > 0 && places.at.get(count.min(RARE) - 1) == Some(&at) {
            return;
        }
        if let Some(free) = places.at.get_mut(count) {
            *free = at;
        }
        places.count = places.count.saturating_add(1);
    }

    /// Where the key is said, if anywhere, and in no more than `most` paragraphs.
    fn places(&self, key: Key, most: usize) -> Option<&[u32]> {
        let places = self.keys.get(&key)?;
        let count = usize::from(places.count);
        (1..=most).contains(&count).then(|| places.at.get(..count)).flatten()
    }
}

/// Of ten names and rare terms of a question and its answer, the article of a supported one says more than so many.
const UNSUPPORTED: usize = 2;
/// A question with fewer is too short to tell.
const FEWEST: usize = 4;

/// Questions of which the article speaks nowhere: no paragraph bears on them, and it holds next to none of their words.
pub fn unsupported(briefing: &Briefing, mentions: &Mentions, links: &BriefingLinks, pack: &Pack) -> Vec<BlockNo> {
    let named = Named::of(mentions, pack);
    let mut said: FxHashSet<Key> = FxHashSet::default();
    for number in briefing.paragraphs() {
        said.extend(keys(briefing.block(number), number, &named).into_iter().map(|(key, _)| key));
    }
    if said.is_empty() {
        return Vec::new();
    }
    let linked: FxHashSet<BlockNo> = links.bears_on.iter().map(|link| link.question).collect();
    let mut found = Vec::new();
    for question in briefing.questions().filter(|question| !linked.contains(&question.question)) {
        let of_question: FxHashSet<Key> = keys(briefing.block(question.question), question.question, &named).into_iter().map(|(key, _)| key).collect();
        let mut asked = of_question.clone();
        for number in &question.answer {
            asked.extend(keys(briefing.block(*number), *number, &named).into_iter().map(|(key, _)| key));
        }
        let shared = asked.iter().filter(|key| said.contains(key)).count();
        let in_question = of_question.iter().filter(|key| said.contains(key)).count();
        if asked.len() >= FEWEST && shared * 10 <= asked.len() * UNSUPPORTED && in_question * 2 <= of_question.len() {
            found.push(question.question);
        }
    }
    found
}

/// The best paragraphs for one question.
fn best(question: BlockNo, weights: &[Asked<'_>], index: &Index, paragraphs: &[BlockNo], most: usize) -> Vec<BearsOn> {
    let mut scores: FxHashMap<usize, Score<'_>> = FxHashMap::default();
    for (key, weight, text) in weights {
        let Some(places) = index.places(*key, most) else { continue };
        let kind = if matches!(key, Key::Actor(_)) { ACTOR } else { 1.0 };
        // Halved in two paragraphs, a third in four: what stands everywhere parts nothing.
        let value = weight * kind / (1.0 + (places.len() as f32).log2());
        for place in places {
            let place = *place as usize;
            let score = scores.entry(place).or_default();
            score.paragraph = place;
            score.sum += value;
            score.shared.push((value, text));
        }
    }
    let mut found: Vec<Score<'_>> = scores.into_values().filter(|score| score.sum >= LEAST && score.shared.len() >= 2).collect();
    found.sort_by(|a, b| b.sum.total_cmp(&a.sum).then(a.paragraph.cmp(&b.paragraph)));
    let top = found.first().map_or(0.0, |best| best.sum);
    found.retain(|score| score.sum >= top * BESIDE_BEST);
    found.truncate(MOST);
    found
        .into_iter()
        .filter_map(|mut score| {
            score.shared.sort_by(|a, b| b.0.total_cmp(&a.0));
            Some(BearsOn {
                question,
                paragraph: *paragraphs.get(score.paragraph)?,
                score: (score.sum * 1000.0) as u32,
                shared: score.shared.into_iter().map(|(_, text)| text.to_owned()).collect(),
            })
        })
        .collect()
}

/// Mentions by block.
struct Named<'m> {
    mentions: Vec<&'m Mention>,
    /// Words of the language, where it is not the one of the list of common terms.
    words: Option<&'m NamingWords>,
}

impl<'m> Named<'m> {
    fn of(mentions: &'m Mentions, pack: &'m Pack) -> Self {
        let mut mentions: Vec<&Mention> = mentions.mentions.iter().collect();
        mentions.sort_by_key(|mention| (mention.block, mention.range.start));
        Self { mentions, words: (pack.code != ENGLISH).then_some(&pack.naming) }
    }

    /// Whether a word is a function word of a language that the list of common terms does not have: `l’ensemble` without its article.
    fn is_small(&self, word: &str) -> bool {
        let Some(words) = self.words else { return false };
        let bare = word.split_once(['\'', '’']).filter(|(article, _)| words.elides(article)).map_or(word, |(_, bare)| bare);
        words.accented_flags(bare).unwrap_or_else(|| words.flags(&fold(bare))) & (STOP | AUXILIARY) != 0
    }

    /// Those of one block, in the order of the text.
    fn in_block(&self, block: BlockNo) -> &[&'m Mention] {
        let from = self.mentions.partition_point(|mention| mention.block < block);
        let rest = self.mentions.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|mention| mention.block == block)).unwrap_or_default()
    }
}

/// Actors and rare terms of a block, with the words that name them, as often as it names them.
fn keys(block: &Block, number: BlockNo, named: &Named<'_>) -> Vec<(Key, TextRange)> {
    let mentions = named.in_block(number);
    let mut keys: Vec<(Key, TextRange)> = mentions.iter().map(|mention| (Key::Actor(mention.actor), mention.range)).collect();
    each_term(block.text.text(), mentions.iter().map(|mention| mention.range), |term, range| {
        if !is_common(term) && !named.is_small(range.of(block.text.text())) {
            keys.push((Key::Term(term), range));
        }
    });
    keys
}
