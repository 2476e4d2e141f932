//! A table of weights from marked texts: a linear-chain conditional random field, learnt word by word. Run by `benches/learn_tagger.rs`, never by the program.

use super::super::reading::Reading;
use super::super::resolve;
use super::super::setting::Setting;
use super::feature::features;
use super::model::{ROWS, STEPS, UNIT};
use super::settle::Scenes;
use super::stretch::stretches;
use super::{LABELS, Tag, follows};
use crate::language::Pack;
use crate::model::Briefing;

/// A name in a marked text.
#[derive(Clone, Copy, Debug)]
pub struct Marked {
    /// First byte of the seed.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it names.
    pub tag: Tag,
}

/// A marked text, or those of its blocks that are learnt from.
pub struct Lesson<'l> {
    /// The text.
    pub briefing: &'l Briefing,
    /// Its names.
    pub marked: &'l [Marked],
    /// Whether a block is learnt from.
    pub blocks: &'l dyn Fn(usize) -> bool,
}

/// What was learnt.
#[derive(Debug)]
pub struct Learned {
    /// As they lie in the file of weights.
    pub weights: Vec<u8>,
    /// From how many stretches.
    pub stretches: usize,
}

struct Example {
    words: Vec<Vec<u32>>,
    labels: Vec<usize>,
}

/// How often every example is seen, how far a step goes, and how strongly weights are drawn to zero.
const ROUNDS: usize = 14;
const PACE: f32 = 0.12;
const DRAW: f32 = 0.000_6;

/// Learns from the lessons. The same lessons give the same weights.
pub fn learn(lessons: &[Lesson<'_>], pack: &Pack) -> Learned {
    let mut examples = Vec::new();
    for lesson in lessons {
        collect(lesson, pack, &mut examples);
    }
    let mut weights = vec![0f32; STEPS + ROWS * LABELS];
    let mut squares = vec![1e-6f32; weights.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = 0x2545_F491_4F6C_DD1Du64;
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            order.swap(at, usize::try_from(random % (at as u64 + 1)).unwrap_or_default());
        }
        for number in &order {
            if let Some(example) = examples.get(*number) {
                take(example, &mut weights, &mut squares);
            }
        }
    }
    let quantised = weights.iter().map(|weight| (weight * UNIT as f32).round().clamp(-127.0, 127.0) as i8).map(|weight| weight.to_ne_bytes()[0]).collect();
    Learned { weights: quantised, stretches: examples.len() }
}

fn collect(lesson: &Lesson<'_>, pack: &Pack, examples: &mut Vec<Example>) {
    let recased = super::super::recase::recase(lesson.briefing, pack);
    let reading = Reading::of(lesson.briefing, &recased, pack);
    let candidates = resolve::resolve(&reading);
    let scenes = Scenes::of(&reading, &candidates);
    for view in reading.views.iter().filter(|view| view.setting == Setting::Prose && (lesson.blocks)(view.block.index())) {
        let grammar = reading.grammar(view);
        let scene = scenes.scene(&reading, view, &grammar, &candidates);
        let place = |at: usize| {
            let token = grammar.at(at)?;
            lesson.briefing.source_span(view.block, crate::text::TextRange { start: token.start, end: token.end }).map(|span| span.range())
        };
        for stretch in stretches(&grammar) {
            let mut labels = vec![0; stretch.last - stretch.first];
            for (number, label) in labels.iter_mut().enumerate() {
                let Some(token) = place(stretch.first + number) else { continue };
                let name = lesson.marked.iter().find(|name| name.start < token.end && token.start < name.end);
                if let Some(name) = name {
                    let begins = number == 0 || token.start <= name.start || place(stretch.first + number - 1).is_some_and(|last| last.end <= name.start);
                    *label = if begins { name.tag.first() } else { name.tag.inner() };
                }
            }
            examples.push(Example { words: features(&scene, stretch), labels });
        }
    }
}

fn row(feature: u32) -> usize {
    STEPS + (feature as usize % ROWS) * LABELS
}

/// One step of gradient descent, with a pace for each weight (AdaGrad).
fn take(example: &Example, weights: &mut [f32], squares: &mut [f32]) {
    let words: Vec<[f32; LABELS]> = example
        .words
        .iter()
        .map(|features| {
            let mut sums = [0f32; LABELS];
            for feature in features {
                let at = row(*feature);
                for (sum, weight) in sums.iter_mut().zip(&weights[at..at + LABELS]) {
                    *sum += weight;
                }
            }
            sums
        })
        .collect();
    let step = |from: Option<usize>, to: usize, weights: &[f32]| {
        if follows(from, to) { weights[from.map_or(0, |from| from + 1) * LABELS + to] } else { f32::NEG_INFINITY }
    };
    let count = words.len();
    let mut ahead = vec![[f32::NEG_INFINITY; LABELS]; count];
    for at in 0..count {
        for to in 0..LABELS {
            let way = if at == 0 { step(None, to, weights) } else { sum((0..LABELS).map(|from| ahead[at - 1][from] + step(Some(from), to, weights))) };
            ahead[at][to] = way + words[at][to];
        }
    }
    let mut after = vec![[0f32; LABELS]; count];
    for at in (0..count.saturating_sub(1)).rev() {
        for from in 0..LABELS {
            after[at][from] = sum((0..LABELS).map(|to| step(Some(from), to, weights) + words[at + 1][to] + after[at + 1][to]));
        }
    }
    let Some(last) = ahead.last() else { return };
    let all = sum(last.iter().copied());
    let mut changes: Vec<(usize, f32)> = Vec::new();
    for at in 0..count {
        for label in 0..LABELS {
            let chance = (ahead[at][label] + after[at][label] - all).exp();
            let wrong = chance - f32::from(u8::from(example.labels[at] == label));
            if wrong.abs() > 1e-4 {
                changes.extend(example.words[at].iter().map(|feature| (row(*feature) + label, wrong)));
            }
            let froms: Vec<Option<usize>> = if at == 0 { vec![None] } else { (0..LABELS).map(Some).collect() };
            for from in froms {
                let before = from.map_or(0.0, |from| ahead[at - 1][from]);
                let chance = (before + step(from, label, weights) + words[at][label] + after[at][label] - all).exp();
                let told = example.labels[at] == label && from == at.checked_sub(1).map(|before| example.labels[before]);
                let wrong = chance - f32::from(u8::from(told));
                if wrong.abs() > 1e-4 {
                    changes.push((from.map_or(0, |from| from + 1) * LABELS + label, wrong));
                }
            }
        }
    }
    for (at, wrong) in changes {
        let gradient = wrong + DRAW * weights[at];
        squares[at] += gradient * gradient;
        weights[at] -= PACE * gradient / squares[at].sqrt().max(0.05);
    }
}

fn sum(parts: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = parts.clone().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY { most } else { most + parts.map(|part| (part - most).exp()).sum::<f32>().ln() }
}
