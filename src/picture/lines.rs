//! A title in lines: as large as it can stand, and of lines of much the same length.

use super::letters::{Weight, width};

/// A title in lines of one size.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lines {
    pub(super) size: f32,
    pub(super) lines: Vec<String>,
}

/// From the foot of one line to that of the next, at a size of 1.
pub(super) const LEADING: f32 = 1.14;

/// The best first.
const SIZES: [f32; 6] = [88.0, 76.0, 66.0, 57.0, 49.0, 42.0];

/// What a cut title ends in.
const CUT: &str = "…";

/// `title` in a field of this width and height. What does not fit into it at the smallest size is cut.
pub(super) fn set(title: &str, wide: f32, high: f32) -> Lines {
    let words: Vec<&str> = title.split_whitespace().collect();
    let mut lines = Lines { size: 0.0, lines: Vec::new() };
    for size in SIZES {
        let most = (high / (size * LEADING)).floor() as usize;
        let broken = greedy(&words, wide / size);
        // A word that is broken within is read badly: rather smaller.
        let is_whole = broken.iter().map(|line| line.split(' ').count()).sum::<usize>() == words.len();
        lines = Lines { size, lines: broken };
        if lines.lines.len() <= most && is_whole {
            lines.lines = balanced(&words, wide / size, lines.lines);
            return lines;
        }
    }
    let most = (high / (lines.size * LEADING)).floor() as usize;
    if lines.lines.len() > most {
        lines.lines.truncate(most);
        if let Some(last) = lines.lines.last_mut() {
            *last = cut(last, wide / lines.size, Weight::Bold);
        }
    }
    lines
}

/// `line` as one line, cut where it is too wide.
pub(super) fn cut_to_fit(line: &str, wide: f32, weight: Weight) -> String {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if width(&line, weight) <= wide { line } else { cut(&line, wide, weight) }
}

/// `line`, shortened so that it and the mark of the cut fit.
fn cut(line: &str, wide: f32, weight: Weight) -> String {
    let mut line = line.to_owned();
    while !line.is_empty() && width(&line, weight) + width(CUT, weight) > wide {
        line.pop();
    }
    let mut line = line.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation()).to_owned();
    line.push_str(CUT);
    line
}

/// Each line as full as it can be; a word that is wider than a line is broken within.
fn greedy(words: &[&str], wide: f32) -> Vec<String> {
    let space = width(" ", Weight::Bold);
    let mut lines: Vec<String> = Vec::new();
    let mut filled = 0.0;
    for word in words {
        let wider = width(word, Weight::Bold);
        match lines.last_mut() {
            Some(line) if filled + space + wider <= wide => {
                line.push(' ');
                line.push_str(word);
                filled += space + wider;
            }
            _ if wider <= wide => {
                lines.push((*word).to_owned());
                filled = wider;
            }
            _ => {
                lines.push(String::new());
                filled = 0.0;
                for c in word.chars() {
                    let letter = width(c.encode_utf8(&mut [0; 4]), Weight::Bold);
                    if filled + letter > wide && filled > 0.0 {
                        lines.push(String::new());
                        filled = 0.0;
                    }
                    filled += letter;
                    if let Some(line) = lines.last_mut() {
                        line.push(c);
                    }
                }
            }
        }
    }
    lines
}

/// As many lines, in the narrowest field that takes no more.
fn balanced(words: &[&str], wide: f32, lines: Vec<String>) -> Vec<String> {
    let mut best = lines;
    let (mut narrow, mut enough) = (wide / 2.0, wide);
    for _ in 0..8 {
        let middle = (narrow + enough) / 2.0;
        let tried = greedy(words, middle);
        // No word is broken for the sake of the balance.
        if tried.len() <= best.len() && words.iter().all(|word| width(word, Weight::Bold) <= middle) {
            (best, enough) = (tried, middle);
        } else {
            narrow = middle;
        }
    }
    best
}
