//! The words that a theme says itself: a Fluent file for each language, with the plural rules of that language. Only this file knows Fluent.

use super::dates::Dates;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::model::Date;
use crate::text::SourceSpan;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use rustc_hash::FxHashMap;
use std::sync::{Arc, RwLock};

/// One file of strings, parsed.
pub(super) type Resource = Arc<FluentResource>;

/// The words of one language, whole: what its file leaves out is taken from English.
pub struct Strings {
    language: String,
    bundle: FluentBundle<Resource>,
    messages: FxHashMap<String, Message>,
    /// Plural forms of small numbers that were asked for, by key.
    counted: RwLock<FxHashMap<String, Vec<Option<Box<str>>>>>,
    dates: Dates,
}

/// Forms of numbers below this are remembered: to choose a plural form costs far more than a look at a table.
const REMEMBERED: usize = 512;

/// A message, as ready as it can be: a page asks for some of them a hundred times.
enum Message {
    /// Needs no value.
    Plain(String),
    /// Text and values in turn, and nothing else.
    Pieces(Vec<Piece>),
    /// Chooses a form by a value.
    Chosen,
}

enum Piece {
    Text(String),
    Value(String),
}

impl std::fmt::Debug for Strings {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Strings").field("language", &self.language).field("keys", &self.messages.len()).finish_non_exhaustive()
    }
}

impl Default for Strings {
    fn default() -> Self {
        Self::of("en", &[])
    }
}

/// Parses a file of strings; what is no Fluent in it is said, and the rest of it used.
pub(super) fn parse(file: &str, text: &str, diagnostics: &mut Diagnostics) -> Resource {
    let (resource, faults) = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, faults)) => (resource, faults),
    };
    for fault in faults {
        let span = SourceSpan::new(fault.pos.start, fault.pos.end.max(fault.pos.start + 1));
        let said = fault.to_string();
        let mut finding = Diagnostic::new(Code::ThemeStrings, format!("this is not a message of Fluent: {}", said.trim_end_matches('.').to_lowercase()));
        if !file.is_empty() {
            finding = finding.in_file(file).at(span);
        }
        diagnostics.push(finding.help("write `key = words`, `{ $name }` for what is filled in, and plural forms as the file of the default theme has them"));
    }
    Arc::new(resource)
}

impl Strings {
    /// Of this language, from these files; later ones win.
    pub(super) fn of(language: &str, files: &[Resource]) -> Self {
        let locale = language.parse().or_else(|_| language.split('-').next().unwrap_or_default().parse()).unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Marks of isolation would stand in titles and attributes too; in pages, `bdi` does that.
        bundle.set_use_isolating(false);
        let mut messages = FxHashMap::default();
        for resource in files {
            bundle.add_resource_overriding(resource.clone());
        }
        for (key, pattern) in files.iter().flat_map(|resource| patterns(resource)) {
            let message = match Message::of(pattern) {
                // What refers to terms alone needs no value either.
                Message::Chosen => alone(&bundle, key).map_or(Message::Chosen, Message::Plain),
                message => message,
            };
            messages.insert(key.to_owned(), message);
        }
        Self { language: language.to_owned(), bundle, messages, counted: RwLock::default(), dates: Dates::of(language) }
    }

    /// BCP 47 tag of these words.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Every key, with its words where they need no value.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.messages.iter().map(|(key, message)| (key.as_str(), if let Message::Plain(words) = message { Some(words.as_str()) } else { None }))
    }

    /// The text of `key`; the key itself where the theme has none, so that what is missing is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        if let Some(Message::Plain(words)) = self.messages.get(key) { words } else { key }
    }

    /// The text of `key` with its values filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        match self.messages.get(key) {
            Some(Message::Plain(words)) => return words.clone(),
            Some(Message::Pieces(pieces)) => return put_together(pieces, values),
            _ => {}
        }
        let mut given = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            given.set(*name, *value);
        }
        self.formatted(key, &given)
    }

    /// The plural form of `key` for `count`, with `$count` filled in.
    pub fn count(&self, key: &str, count: u64) -> String {
        let at = usize::try_from(count).ok().filter(|at| *at < REMEMBERED);
        let known = at.and_then(|at| self.counted.read().ok()?.get(key)?.get(at)?.clone());
        if let Some(known) = known {
            return known.into_string();
        }
        let form = self.formed(key, count, &[]);
        if let (Some(at), Ok(mut counted)) = (at, self.counted.write()) {
            let forms = counted.entry(key.to_owned()).or_default();
            if forms.len() <= at {
                forms.resize(at + 1, None);
            }
            forms[at] = Some(form.as_str().into());
        }
        form
    }

    /// The plural form of `key` for `count`, with `$count` and other values filled in.
    pub(super) fn count_with(&self, key: &str, count: u64, values: &[(&str, &str)]) -> String {
        if values.is_empty() { self.count(key, count) } else { self.formed(key, count, values) }
    }

    fn formed(&self, key: &str, count: u64, values: &[(&str, &str)]) -> String {
        let mut given = FluentArgs::with_capacity(values.len() + 1);
        given.set("count", count);
        for (name, value) in values {
            given.set(*name, *value);
        }
        self.formatted(key, &given)
    }

    /// A day as the language writes it.
    pub fn date(&self, date: Date) -> String {
        self.dates.long(date)
    }

    fn formatted(&self, key: &str, given: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else { return key.to_owned() };
        // A value that nobody gave is written as its name: what is missing is seen.
        self.bundle.format_pattern(pattern, Some(given), &mut Vec::new()).into_owned()
    }
}

impl Message {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut pieces: Vec<Piece> = Vec::with_capacity(pattern.elements.len());
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => match pieces.last_mut() {
                    Some(Piece::Text(text)) => text.push_str(value),
                    _ => pieces.push(Piece::Text((*value).to_owned())),
                },
                PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
                    pieces.push(Piece::Value(id.name.to_owned()));
                }
                PatternElement::Placeable { .. } => return Self::Chosen,
            }
        }
        match pieces.as_mut_slice() {
            [] => Self::Plain(String::new()),
            [Piece::Text(text)] => Self::Plain(std::mem::take(text)),
            _ => Self::Pieces(pieces),
        }
    }
}

fn alone(bundle: &FluentBundle<Resource>, key: &str) -> Option<String> {
    let mut faults = Vec::new();
    let words = bundle.format_pattern(bundle.get_message(key)?.value()?, None, &mut faults).into_owned();
    faults.is_empty().then_some(words)
}

/// A value that nobody gave is written as its name, as Fluent writes it.
fn put_together(pieces: &[Piece], values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(64);
    for piece in pieces {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Value(name) => match values.iter().find(|(given, _)| given == name) {
                Some((_, value)) => text.push_str(value),
                None => {
                    text.push_str("{$");
                    text.push_str(name);
                    text.push('}');
                }
            },
        }
    }
    text
}

/// The messages of a file.
fn patterns(resource: &FluentResource) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(language: &str, text: &str) -> Strings {
        let mut diagnostics = Diagnostics::default();
        let resource = parse("themes/x/strings/x.ftl", text, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        Strings::of(language, &[resource])
    }

    #[test]
    fn values_are_filled_in_and_plural_forms_chosen_by_the_language() {
        let days = "b = { $count ->\n    [one] { $count } one\n    [few] { $count } few\n    [many] { $count } many\n   *[other] { $count } other\n}\na = Page { $page } of { $pages }, { $what }\nc = plain\n";
        let words = strings("en", days);
        assert_eq!(words.fill("a", &[("page", "1"), ("pages", "2")]), "Page 1 of 2, {$what}");
        assert_eq!((words.get("c"), words.get("missing")), ("plain", "missing"));
        for (language, n, expected) in [
            ("en", 1, "1 one"),
            ("en", 0, "0 other"),
            ("ru", 3, "3 few"),
            ("ru", 11, "11 many"),
            ("uk", 22, "22 few"),
            ("ar", 12, "12 many"),
            ("fr", 0, "0 one"),
            ("zh", 1, "1 other"),
            ("pl", 12, "12 many"),
            ("de-AT", 1, "1 one"),
        ] {
            let words = strings(language, days);
            // The second answer is a remembered one.
            assert_eq!((words.count("b", n).as_str(), words.count("b", n).as_str()), (expected, expected), "{language} {n}");
        }
    }

    #[test]
    fn what_is_no_message_is_said_with_its_place() {
        let mut diagnostics = Diagnostics::default();
        let resource = parse("themes/x/strings/en.ftl", "a = one\nb two\nc = { $x\nd = four\n", &mut diagnostics);
        let found: Vec<_> = diagnostics.iter().map(|finding| (finding.code, finding.span.is_some())).collect();
        assert!(!found.is_empty() && found.iter().all(|found| *found == (Code::ThemeStrings, true)), "{found:?}");
        assert_eq!(Strings::of("en", &[resource]).get("d"), "four");
    }
}
