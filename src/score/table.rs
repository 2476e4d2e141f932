//! What is counted, and its table for a reader.

use super::gold::{Gold, Stretch};
use crate::model::Certainty;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Right, spurious, missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// As the gold has it.
    pub right: usize,
    /// Not in the gold.
    pub spurious: usize,
    /// Only in the gold.
    pub missed: usize,
}

impl Count {
    /// In per cent.
    pub fn precision(self) -> f64 {
        percent(self.right, self.right + self.spurious)
    }

    /// In per cent.
    pub fn recall(self) -> f64 {
        percent(self.right, self.right + self.missed)
    }

    /// The harmonic mean of both, in per cent.
    pub fn f1(self) -> f64 {
        percent(2 * self.right, 2 * self.right + self.spurious + self.missed)
    }
}

fn percent(part: usize, all: usize) -> f64 {
    if all == 0 { 100.0 } else { 100.0 * part as f64 / all as f64 }
}

/// A mention of the program, and whether it was right.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    /// Where.
    pub at: Stretch,
    /// What the program takes it for.
    pub kind: &'static str,
    /// What decided it.
    pub evidence: &'static str,
    /// By how much the tagger was for it.
    pub support: i16,
    /// How often such a mention is right, in a thousand.
    pub confidence: u16,
    /// Whether it was.
    pub right: bool,
}

/// A speaker or a role of the program, and whether it was right.
#[derive(Clone, Copy, Debug)]
pub struct JudgedStated {
    /// By what it was found.
    pub evidence: &'static str,
    /// How often such ones are right, in a thousand.
    pub confidence: u16,
    /// Whether it was.
    pub right: bool,
}

/// What is counted over one text or several.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// By figure.
    pub counts: BTreeMap<&'static str, Count>,
    /// Mentions by the kind that the gold has first.
    pub by_kind: BTreeMap<String, Count>,
    /// Marked texts.
    pub texts: usize,
    /// Mentions that have to be found.
    pub gold_mentions: usize,
    /// Mentions of the program.
    pub links: usize,
    /// Those that lead to a wrong actor or to none.
    pub wrong_links: usize,
    /// Traps that fired, of all.
    pub traps: (usize, usize),
    /// Sums of precision and recall of each mention's cluster, and over how many each is the mean.
    pub(super) clusters: (f64, f64, usize, usize),
    /// Right of all, by what and how sure the program was.
    pub sure: BTreeMap<(&'static str, &'static str), (usize, usize)>,
    /// Each mention of the program.
    pub judged: Vec<Judged>,
    /// Each speaker of a quotation that has to be found, and each role.
    pub stated: Vec<JudgedStated>,
    /// What is wrong, a line each.
    pub faults: Vec<String>,
}

impl Scores {
    pub(super) fn add(&mut self, what: &'static str, right: bool, spurious: bool) {
        let count = self.counts.entry(what).or_default();
        if right {
            count.right += 1;
        } else {
            count.missed += 1;
            count.spurious += usize::from(spurious);
        }
    }

    pub(super) fn spurious(&mut self, what: &'static str) {
        self.counts.entry(what).or_default().spurious += 1;
    }

    pub(super) fn fault(&mut self, gold: &Gold, what: &str) {
        self.faults.push(format!("{}: {what}", gold.id));
    }

    pub(super) fn state(&mut self, evidence: &'static str, confidence: u16, right: bool) {
        self.stated.push(JudgedStated { evidence, confidence, right });
    }

    pub(super) fn tally(&mut self, what: &'static str, certainty: Certainty, right: bool) {
        let sure = if certainty == Certainty::Certain { "certain" } else { "inferred" };
        let entry = self.sure.entry((what, sure)).or_default();
        entry.0 += usize::from(right);
        entry.1 += 1;
    }

    /// F1 of each figure, in per cent.
    pub fn figures(&self) -> BTreeMap<&'static str, f64> {
        let mut figures: BTreeMap<&'static str, f64> = self.counts.iter().map(|(what, count)| (*what, count.f1())).collect();
        if self.clusters.3 > 0 {
            let (precision, recall) = self.cluster_parts();
            figures.insert("clusters, B-cubed", 200.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE));
        }
        figures
    }

    fn cluster_parts(&self) -> (f64, f64) {
        (self.clusters.0 / self.clusters.2.max(1) as f64, self.clusters.1 / self.clusters.3.max(1) as f64)
    }

    /// Every figure, for a terminal.
    pub fn table(&self) -> String {
        let mut out = format!("{} texts, {} mentions that have to be found\n", self.texts, self.gold_mentions);
        let mut line = |what: &str, c: &Count| {
            let _ = writeln!(out, "{what:27} {:6.1} {:6.1} {:6.1}   ({}, {}, {})", c.precision(), c.recall(), c.f1(), c.right, c.spurious, c.missed);
        };
        for (what, count) in &self.counts {
            line(what, count);
        }
        for (kind, count) in &self.by_kind {
            line(&format!("  kind {kind}"), count);
        }
        let mut out = format!("{:27} {:>6} {:>6} {:>6}   (right, spurious, missed)\n{out}", "figure", "P", "R", "F1");
        if let Some(f1) = self.figures().get("clusters, B-cubed") {
            let (precision, recall) = self.cluster_parts();
            let _ = writeln!(out, "{:27} {:6.1} {:6.1} {f1:6.1}", "clusters, B-cubed", 100.0 * precision, 100.0 * recall);
        }
        let _ = writeln!(out, "wrong links                 {} of {}; traps that fired {} of {}", self.wrong_links, self.links, self.traps.0, self.traps.1);
        for ((what, sure), (right, all)) in &self.sure {
            let _ = writeln!(out, "{what} {sure}: {right} of {all} right ({:.1})", percent(*right, *all));
        }
        out
    }
}
