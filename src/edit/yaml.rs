//! Edits of YAML as a person would make them: text is put in, replaced or taken out at its place; comments, order and the
//! form of everything else stay. Knows keys and values, and no meaning of them.

use crate::text::SourceSpan;
use crate::yaml::{self, Node, Value};
use std::ops::Range;

/// A YAML file that is being edited. Each edit reads the result again: what cannot be read again is not made.
#[derive(Clone, Debug)]
pub struct Yaml {
    text: String,
    root: Option<Node>,
}

/// Where something stands: keys of mappings and places of lists, from the root.
pub type Path<'a> = &'a [Step<'a>];

/// A step into a mapping or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// The value of a key.
    Key(&'a str),
    /// An item of a list, from 0.
    Item(usize),
}

impl Yaml {
    /// Of a file's text; `None` where it cannot be read.
    pub fn read(text: &str) -> Option<Self> {
        let checked = yaml::parse("", text, 0);
        (!checked.diagnostics.has_errors()).then(|| Self { text: text.to_owned(), root: checked.value })
    }

    /// As it stands now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The node at a path.
    pub fn find(&self, path: Path<'_>) -> Option<&Node> {
        let mut at = self.root.as_ref()?;
        for step in path {
            at = match (step, &at.value) {
                (Step::Key(key), Value::Mapping(pairs)) => &pairs.iter().find(|(own, _)| own.name == *key)?.1,
                (Step::Item(number), Value::Sequence(items)) => items.get(*number)?,
                _ => return None,
            };
        }
        Some(at)
    }

    /// Sets the scalar of `key` in the mapping at `path`; where there is no such key, it is put behind the last one. `false` where that cannot be done.
    pub fn set(&mut self, path: Path<'_>, key: &str, value: &str) -> bool {
        let Some(mapping) = self.find(path) else {
            return path.is_empty() && self.root.is_none() && self.splice(self.text.len()..self.text.len(), &format!("{key}: {}\n", scalar(value)));
        };
        let Value::Mapping(pairs) = &mapping.value else { return false };
        match pairs.iter().find(|(own, _)| own.name == key) {
            Some((_, node)) if matches!(node.value, Value::Scalar(..)) => self.splice(node.span.range(), &scalar(value)),
            Some((own, node)) if matches!(node.value, Value::Null) => {
                let at = after_colon(&self.text, own.span);
                self.splice(at..at.max(node.span.end as usize), &format!(" {}", scalar(value)))
            }
            Some(_) => false,
            None => self.add_pair(path, &format!("{key}: {}", scalar(value))),
        }
    }

    /// Puts a pair behind the last one of the mapping at `path`, which has no such key. `key` and `value` are YAML; a value of several lines
    /// begins with a line end and is indented below the mapping.
    pub fn add(&mut self, path: Path<'_>, key: &str, value: &str) -> bool {
        let gap = if value.starts_with('\n') { "" } else { " " };
        let pair = format!("{key}:{gap}{value}");
        if path.is_empty() && self.root.is_none() {
            let end = self.text.len();
            let before = if self.text.is_empty() || self.text.ends_with('\n') { "" } else { "\n" };
            return self.splice(end..end, &format!("{before}{pair}\n"));
        }
        self.add_pair(path, &pair)
    }

    /// Adds an item to the list of `key` in the mapping at `path`; a single value becomes a list, a missing key is put in. `item` is YAML for one line.
    pub fn push(&mut self, path: Path<'_>, key: &str, item: &str) -> bool {
        let Some(mapping) = self.find(path) else {
            return path.is_empty() && self.root.is_none() && self.splice(self.text.len()..self.text.len(), &format!("{key}: [{item}]\n"));
        };
        let Value::Mapping(pairs) = &mapping.value else { return false };
        let Some((own, node)) = pairs.iter().find(|(own, _)| own.name == key) else {
            return self.add_pair(path, &format!("{key}: [{item}]"));
        };
        let (span, value, own) = (node.span, node.value.clone(), own.span);
        match value {
            Value::Sequence(items) => self.push_item(span, &items, item),
            Value::Null => {
                let at = after_colon(&self.text, own);
                self.splice(at..at.max(span.end as usize), &format!(" [{item}]"))
            }
            _ => {
                let single = self.text.get(span.range()).unwrap_or_default().trim_end().to_owned();
                !single.contains('\n') && self.splice(span.start as usize..span.start as usize + single.len(), &format!("[{single}, {item}]"))
            }
        }
    }

    /// Adds a whole entry to a list that is the root, or makes a list of the one mapping that is. `entry` is YAML as it would stand at the margin.
    pub fn push_entry(&mut self, entry: &str) -> bool {
        let block = as_item(entry, 0);
        match self.root.as_ref().map(|root| (root.span, root.value.clone())) {
            None => {
                let gap = if self.text.is_empty() || self.text.ends_with('\n') { "" } else { "\n" };
                self.splice(self.text.len()..self.text.len(), &format!("{gap}{entry}"))
            }
            Some((_, Value::Sequence(items))) if !self.is_flow(items.first().map_or(0, |first| first.span.start as usize)) => {
                let Some(last) = items.last() else { return false };
                let indent = indent_of_dash(&self.text, items[0].span.start as usize);
                let at = end_of_line(&self.text, last.span.end as usize);
                let gap = if self.text[..at].ends_with('\n') { "" } else { "\n" };
                self.splice(at..at, &format!("{gap}\n{}", as_item(entry, indent)))
            }
            Some((span, Value::Mapping(_))) => {
                let start = span.start as usize;
                let begin = line_start(&self.text, start);
                if self.text.as_bytes().get(start) == Some(&b'{') || begin != start {
                    return false;
                }
                let body: String = as_item(&self.text[start..], 0);
                let gap = if body.ends_with('\n') { "" } else { "\n" };
                self.splice(start..self.text.len(), &format!("{body}{gap}\n{block}"))
            }
            Some(_) => false,
        }
    }

    /// Takes a key out of the mapping at `path`, with the lines that it stands on.
    pub fn remove_key(&mut self, path: Path<'_>, key: &str) -> bool {
        let Some(Value::Mapping(pairs)) = self.find(path).map(|node| &node.value) else { return false };
        let Some(at) = pairs.iter().position(|(own, _)| own.name == key) else { return false };
        let (own, node) = &pairs[at];
        let (start, end) = (own.span.start as usize, (node.span.end.max(own.span.end)) as usize);
        let begin = line_start(&self.text, start);
        if self.text[begin..start].trim().is_empty() {
            return self.splice(begin..end_of_line(&self.text, end), "");
        }
        // The first key behind a dash: the next one comes into its place.
        if let Some((next, _)) = pairs.get(at + 1)
            && self.text[begin..start].trim() == "-"
        {
            return self.splice(start..next.span.start as usize, "");
        }
        false
    }

    /// Takes an item out of the list at `path`. A list that becomes empty leaves `[]`.
    pub fn remove_item(&mut self, path: Path<'_>, number: usize) -> bool {
        let Some(list) = self.find(path) else { return false };
        let Value::Sequence(items) = &list.value else { return false };
        let Some(item) = items.get(number) else { return false };
        let (start, end) = (item.span.start as usize, item.span.end as usize);
        if let Some(dash) = dash_before(&self.text, start) {
            // A comment directly above an item speaks of it; one above the first may speak of the whole.
            let begin = if number == 0 { line_start(&self.text, dash) } else { with_comments(&self.text, line_start(&self.text, dash)) };
            let next = items.get(number + 1).and_then(|next| dash_before(&self.text, next.span.start as usize)).map(|dash| line_start(&self.text, dash));
            let stop = next.map_or_else(|| end_of_line(&self.text, end), |next| own_end(&self.text, end, next));
            if items.len() == 1 {
                return if path.is_empty() { self.splice(begin..stop, "") } else { false };
            }
            return self.splice(begin..stop, "");
        }
        // In brackets: with the comma behind it, or before it.
        let range = match (items.get(number + 1), number.checked_sub(1).and_then(|before| items.get(before))) {
            (Some(next), _) => start..next.span.start as usize,
            (None, Some(before)) => before.span.end as usize..end,
            (None, None) => start..end,
        };
        self.splice(range, "")
    }

    /// Puts `text` in the place of what stands in `range`; `false`, and nothing done, where the result cannot be read.
    pub fn splice(&mut self, range: Range<usize>, text: &str) -> bool {
        if !self.text.is_char_boundary(range.start) || !self.text.is_char_boundary(range.end) || range.start > range.end {
            return false;
        }
        let mut after = self.text.clone();
        after.replace_range(range, text);
        match Self::read(&after) {
            Some(read) => {
                *self = read;
                true
            }
            None => false,
        }
    }

    fn is_flow(&self, first: usize) -> bool {
        dash_before(&self.text, first).is_none()
    }

    fn add_pair(&mut self, path: Path<'_>, pair: &str) -> bool {
        let Some(mapping) = self.find(path) else { return false };
        let Value::Mapping(pairs) = &mapping.value else { return false };
        let Some((last_key, last)) = pairs.last() else { return false };
        let end = last.span.end.max(last_key.span.end) as usize;
        if self.text.as_bytes().get(mapping.span.start as usize) == Some(&b'{') {
            // Values in brackets and braces end at their last part: behind it their own closing marks, as many as it takes.
            let (key, count) = (pair.split(':').next().unwrap_or_default().trim_matches('"').to_owned(), pairs.len());
            let closing: Vec<usize> = (0..=4)
                .scan(end, |at, step| {
                    if step > 0 {
                        *at += self.text[*at..].find(['}', ']']).filter(|to| self.text[*at..*at + to].trim().is_empty())? + 1;
                    }
                    Some(*at)
                })
                .collect();
            for at in closing {
                let mut tried = self.clone();
                if tried.splice(at..at, &format!(", {pair}"))
                    && matches!(tried.find(path).map(|node| &node.value), Some(Value::Mapping(after)) if after.len() == count + 1 && after.last().is_some_and(|(own, _)| own.name == key || pair.starts_with(&scalar(&own.name))))
                {
                    *self = tried;
                    return true;
                }
            }
            return false;
        }
        let indent = column(&self.text, pairs[0].0.span.start as usize);
        let at = end_of_line(&self.text, end);
        let gap = if self.text[..at].ends_with('\n') { "" } else { "\n" };
        self.splice(at..at, &format!("{gap}{:indent$}{pair}\n", ""))
    }

    fn push_item(&mut self, span: SourceSpan, items: &[Node], item: &str) -> bool {
        let Some(last) = items.last() else {
            let start = span.start as usize;
            let Some(close) = self.text[start..].find(']') else { return false };
            return self.splice(start..start + close + 1, &format!("[{item}]"));
        };
        let end = last.span.end as usize;
        if dash_before(&self.text, items[0].span.start as usize).is_none() {
            // Nodes in brackets and braces end at their last part: behind it their own closing marks.
            let closed = end + self.text[end..].bytes().take_while(|b| matches!(b, b'}' | b' ')).filter(|b| *b == b'}').count();
            return self.splice(closed..closed, &format!(", {item}"));
        }
        let indent = indent_of_dash(&self.text, items[0].span.start as usize);
        let at = end_of_line(&self.text, end);
        let gap = if self.text[..at].ends_with('\n') { "" } else { "\n" };
        self.splice(at..at, &format!("{gap}{:indent$}- {item}\n", ""))
    }
}

/// A text as a YAML scalar: bare where that is safe, else in quotation marks.
pub fn scalar(text: &str) -> String {
    let plain_start = text.chars().next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '“' | '‘' | '«' | '/'));
    let safe = plain_start
        && text.trim() == text
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.chars().any(|c| c.is_control() || matches!(c, '{' | '}' | '[' | ']' | ',' | '"' | '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{85}'))
        && matches!(yaml::parse("", text, 0).value, Some(Node { value: Value::Scalar(ref own, _), .. }) if own == text && is_text(text));
    if safe {
        return text.to_owned();
    }
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}') => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a bare scalar is read as text: not as a number, a date, or one of the words that some readers of YAML take for yes and no.
fn is_text(text: &str) -> bool {
    let word = text.to_ascii_lowercase();
    !text.starts_with(|c: char| c.is_ascii_digit())
        && !matches!(word.as_str(), "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n" | "nan" | "inf")
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |feed| feed + 1)
}

/// One past the line feed of the line that holds the byte before `at`.
fn end_of_line(text: &str, at: usize) -> usize {
    if at > 0 && text.as_bytes().get(at - 1) == Some(&b'\n') {
        return at;
    }
    text[at..].find('\n').map_or(text.len(), |feed| at + feed + 1)
}

fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

fn after_colon(text: &str, key: SourceSpan) -> usize {
    let end = key.end as usize;
    text[end..].find(':').map_or(end, |colon| end + colon + 1)
}

/// The dash that makes what stands at `at` an item of a list.
fn dash_before(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].trim_end_matches([' ', '\t']);
    let own_line = before.len().checked_sub(1)?;
    (before.ends_with('-') && text[line_start(text, own_line)..own_line].bytes().all(|b| matches!(b, b' ' | b'-'))).then_some(own_line)
}

fn indent_of_dash(text: &str, at: usize) -> usize {
    dash_before(text, at).map_or(0, |dash| column(text, dash))
}

/// Where the lines of an item end: comments directly before the next item belong to that one.
fn own_end(text: &str, end: usize, next: usize) -> usize {
    let own = end_of_line(text, end).min(next);
    let mut stop = next;
    for line in text[own..next].lines().rev() {
        if !line.trim_start().starts_with('#') {
            break;
        }
        stop = stop.saturating_sub(line.len() + 1);
    }
    stop.max(own)
}

/// Where the comments begin that stand directly above a line.
fn with_comments(text: &str, line: usize) -> usize {
    let mut begin = line;
    while begin > 0 {
        let above = line_start(text, begin - 1);
        if !text[above..begin].trim_start().starts_with('#') {
            break;
        }
        begin = above;
    }
    begin
}

/// Text of a mapping, as an item of a list at this indent.
fn as_item(entry: &str, indent: usize) -> String {
    let mut item = String::with_capacity(entry.len() + 64);
    let mut first = true;
    for line in entry.lines() {
        let begins = first && !line.trim().is_empty() && !line.starts_with('#');
        if line.trim().is_empty() {
            item.push('\n');
        } else if first && !begins {
            item.push_str(&format!("{:indent$}{line}\n", ""));
        } else {
            item.push_str(&format!("{:indent$}{}{line}\n", "", if begins { "- " } else { "  " }));
        }
        first &= !begins;
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, edit: impl FnOnce(&mut Yaml) -> bool, after: &str) {
        let mut yaml = Yaml::read(before).unwrap();
        assert!(edit(&mut yaml), "refused");
        assert_eq!(yaml.text(), after);
    }

    #[test]
    fn a_value_is_set_where_it_stands() {
        check("# mine\nname: A # why\nid: b\n", |y| y.set(&[], "name", "C: D"), "# mine\nname: \"C: D\" # why\nid: b\n");
        check("id: a\nname:\n", |y| y.set(&[], "name", "B"), "id: a\nname: B\n");
        check("id: a # last\n", |y| y.set(&[], "kind", "person"), "id: a # last\nkind: person\n");
        check("{id: a}\n", |y| y.set(&[], "kind", "person"), "{id: a, kind: person}\n");
        check("{id: a, l: [b, [c]]}\n", |y| y.set(&[], "kind", "person"), "{id: a, l: [b, [c]], kind: person}\n");
        check("a: {l: [b], m: {n: o}}\n", |y| y.add(&[Step::Key("a")], "is", "{x: y}"), "a: {l: [b], m: {n: o}, is: {x: y}}\n");
        check(
            "- id: a\n  list:\n    - x\n# two\n- id: b\n",
            |y| y.set(&[Step::Item(0)], "kind", "place"),
            "- id: a\n  list:\n    - x\n  kind: place\n# two\n- id: b\n",
        );
        check("", |y| y.set(&[], "kind", "place"), "kind: place\n");
    }

    #[test]
    fn a_list_grows_in_its_own_form() {
        check("a: [x, y] # c\n", |y| y.push(&[], "a", "z"), "a: [x, y, z] # c\n");
        check("a: [{t: x, k: y}]\n", |y| y.push(&[], "a", "z"), "a: [{t: x, k: y}, z]\n");
        check("a:\n  - x # one\n  - {t: y}\nb: 1\n", |y| y.push(&[], "a", "z"), "a:\n  - x # one\n  - {t: y}\n  - z\nb: 1\n");
        check("a: x\n", |y| y.push(&[], "a", "z"), "a: [x, z]\n");
        check("a:\n- x", |y| y.push(&[], "a", "z"), "a:\n- x\n- z\n");
        check("b: 1\n", |y| y.push(&[], "a", "z"), "b: 1\na: [z]\n");
        check("a: []\n", |y| y.push(&[], "a", "z"), "a: [z]\n");
    }

    #[test]
    fn entries_come_behind_the_last_one() {
        check("# all\n- id: a\n  name: A\n", |y| y.push_entry("id: b\nname: B\n"), "# all\n- id: a\n  name: A\n\n- id: b\n  name: B\n");
        check("# one\nid: a\nname: A # n\n", |y| y.push_entry("id: b\n"), "# one\n- id: a\n  name: A # n\n\n- id: b\n");
        check("", |y| y.push_entry("id: b\n"), "id: b\n");
    }

    #[test]
    fn what_is_taken_out_takes_its_lines_and_nothing_else() {
        check("- id: a\n\n# about b\n- id: b\n  n: 1\n\n# about c\n- id: c\n", |y| y.remove_item(&[], 1), "- id: a\n\n# about c\n- id: c\n");
        check("a: [x, y, z]\n", |y| y.remove_item(&[Step::Key("a")], 1), "a: [x, z]\n");
        check("a: [x, y]\n", |y| y.remove_item(&[Step::Key("a")], 1), "a: [x]\n");
        check("a: 1\nb: # note\n  - x\nc: 2\n", |y| y.remove_key(&[], "b"), "a: 1\nc: 2\n");
        check("- id: a\n  b: 1\n", |y| y.remove_key(&[Step::Item(0)], "id"), "- b: 1\n");
    }

    #[test]
    fn a_scalar_is_read_again_as_the_text_that_it_is() {
        for text in [
            "Ann Lindqvist",
            "true",
            "12",
            "1.5",
            "a: b",
            "- x",
            "#x",
            "it's",
            "say \"so\"",
            "",
            " x",
            "x,y",
            "@x",
            "Ünal",
            "null",
            "2026-01-30",
            "a #b",
            "x:",
            "[a",
            "Tab\there",
        ] {
            let yaml = format!("v: {}\n", scalar(text));
            let node = yaml::parse("", &yaml, 0).value.unwrap();
            let Value::Mapping(pairs) = node.value else { panic!() };
            assert_eq!(pairs[0].1.to::<String>("").unwrap(), text, "{yaml}");
        }
    }
}
