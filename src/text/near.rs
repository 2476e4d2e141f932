//! "Did you mean": the known name that was probably meant by one that is not known. Names are short, and only so many are compared, so that no folder of
//! strays costs more than a glance.

use super::slug::slug;
use std::cell::Cell;

/// No name that a person types by hand is longer.
const LONGEST: usize = 120;
/// So many pairs are compared by their letters; whoever asks beyond that gets no suggestion.
const MOST_COMPARED: usize = 200_000;

/// Known names, to be asked of one after another.
#[derive(Debug)]
pub struct Known<'a> {
    names: Vec<&'a str>,
    left: Cell<usize>,
}

impl<'a> Known<'a> {
    /// The names that are there.
    pub fn new(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self { names: names.into_iter().collect(), left: Cell::new(MOST_COMPARED) }
    }

    /// The one that was probably meant: the same but for case, marks, spaces or an ending; the same below another folder; else the closest that is a slip or
    /// two away. Of equals the first.
    pub fn meant(&self, asked: &str) -> Option<&'a str> {
        if asked.is_empty() || asked.len() > LONGEST || self.left.get() < self.names.len() {
            return None;
        }
        self.left.set(self.left.get() - self.names.len());
        let (plain, last) = (plain(asked), last(asked));
        let mut best: Option<(usize, &str)> = None;
        for name in &self.names {
            let rank = if name.len() > LONGEST {
                continue;
            } else if is_like(name, &plain) {
                0
            } else if is_like(self::last(name), last) {
                1
            } else {
                match distance(asked, name, slips(asked)) {
                    Some(slips) => 1 + slips,
                    None => continue,
                }
            };
            if best.is_none_or(|(other, _)| rank < other) {
                best = Some((rank, name));
            }
        }
        best.map(|(_, name)| name)
    }
}

/// As [`Known::meant`], of names that are asked once.
pub fn meant<'a>(asked: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Known::new(names).meant(asked)
}

/// A slip in a short name, two in a longer one.
fn slips(asked: &str) -> usize {
    match asked.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}

fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Without an ending that belongs to a file.
fn plain(name: &str) -> String {
    let stem = [".txt", ".text", ".md", ".markdown", ".yaml", ".yml"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    slug(stem, LONGEST)
}

/// Whether two names are the same but for case, marks and what stands between their words.
fn is_like(name: &str, asked: &str) -> bool {
    // Making a slug is dear: only names of about the same length can have the same.
    name.len().abs_diff(asked.len()) <= 12 && !asked.is_empty() && slug(name, LONGEST) == slug(asked, LONGEST)
}

/// How many letters were put in, left out, taken for another or exchanged with their neighbour; `None` where they are more than `most`.
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most * 4 {
        return None;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, y) in b.iter().enumerate() {
            let mut cost = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                cost = cost.min(before[j - 1] + 1);
            }
            row[j + 1] = cost;
        }
        if row.iter().all(|cost| *cost > most) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|cost| *cost <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_that_was_meant_is_found() {
        let known = Known::new(["ankara-talks", "2026/libya", "canal", "cable", "ferry"]);
        for (asked, meant) in [
            ("ankara-taks", Some("ankara-talks")),
            ("Ankara_Talks", Some("ankara-talks")),
            ("ankara-talks.txt", Some("ankara-talks")),
            ("libya", Some("2026/libya")),
            ("2025/libya", Some("2026/libya")),
            ("cnaal", Some("canal")),
            ("fery", Some("ferry")),
            ("pier", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(known.meant(asked), meant, "{asked}");
        }
    }

    #[test]
    fn slips_are_counted() {
        for (a, b, slips) in [("titel", "title", Some(1)), ("titel", "titles", Some(2)), ("a", "abcd", None), ("kitten", "sitting", None), ("", "", Some(0))] {
            assert_eq!(distance(a, b, 2), slips, "{a} {b}");
        }
    }

    #[test]
    fn nobody_asks_for_ever() {
        let names: Vec<String> = (0..50_000).map(|number| format!("briefing-{number:06}")).collect();
        let known = Known::new(names.iter().map(String::as_str));
        assert_eq!(known.meant("briefing-000001x"), Some("briefing-000001"));
        assert!((0..100).filter_map(|_| known.meant("briefing-000002x")).count() < 10);
    }
}
