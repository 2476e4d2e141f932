//! The words that a theme says itself, by language: a YAML file of keys for each, with `{placeholders}` and plural forms.

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::yaml::{self, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The words of one language, whole: what its file leaves out is taken from English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strings {
    language: String,
    entries: BTreeMap<String, Entry>,
}

/// What stands under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// One text.
    Text(String),
    /// A text for each plural category: `one`, `few`, `many`, `other`.
    Plural(BTreeMap<String, String>),
}

impl Strings {
    /// Of this language, over those of `fallback`.
    pub(super) fn over(language: &str, fallback: Option<&Strings>) -> Self {
        Self { language: language.to_owned(), entries: fallback.map(|strings| strings.entries.clone()).unwrap_or_default() }
    }

    /// Adds the keys of a file; later files win.
    pub(super) fn add(&mut self, file: &str, text: &str, diagnostics: &mut Diagnostics) {
        let Some(node) = yaml::parse(file, text, 0).unpack(diagnostics) else { return };
        let Value::Mapping(pairs) = &node.value else {
            diagnostics.push(fault(file, node.span, "the strings of a theme are a mapping of keys to texts"));
            return;
        };
        for (key, value) in pairs {
            let entry = match &value.value {
                Value::Scalar(text, _) => Entry::Text(text.clone()),
                Value::Null => Entry::Text(String::new()),
                Value::Mapping(forms) => {
                    let mut plural = BTreeMap::new();
                    for (form, text) in forms {
                        match &text.value {
                            Value::Scalar(text, _) if matches!(form.name.as_str(), "zero" | "one" | "two" | "few" | "many" | "other") => {
                                plural.insert(form.name.clone(), text.clone());
                            }
                            _ => diagnostics.push(fault(file, form.span, "a plural form is `zero`, `one`, `two`, `few`, `many` or `other`, with a text")),
                        }
                    }
                    Entry::Plural(plural)
                }
                Value::Sequence(_) => {
                    diagnostics.push(fault(file, value.span, format!("`{}` is a list; a text or plural forms belong there", key.name)));
                    continue;
                }
            };
            self.entries.insert(key.name.clone(), entry);
        }
    }

    /// BCP 47 tag of these words.
    pub fn language(&self) -> &str {
        &self.language
    }

    pub(super) fn entries(&self) -> &BTreeMap<String, Entry> {
        &self.entries
    }

    /// The text of `key`; the key itself where the theme has none, so that what is missing is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        match self.entries.get(key) {
            Some(Entry::Text(text)) => text,
            Some(Entry::Plural(forms)) => forms.get("other").map_or(key, String::as_str),
            None => key,
        }
    }

    /// The text of `key` with its placeholders filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), |name| values.iter().find(|(given, _)| *given == name).map(|(_, value)| Cow::Borrowed(*value)))
    }

    /// The plural form of `key` for `count`, with `{count}` filled.
    pub fn count(&self, key: &str, count: u64) -> String {
        let text = match self.entries.get(key) {
            Some(Entry::Plural(forms)) => form(&self.language, count, |category| forms.get(category).map(String::as_str)).unwrap_or(key),
            _ => self.get(key),
        };
        fill(text, |name| (name == "count").then(|| Cow::Owned(count.to_string())))
    }
}

fn fault(file: &str, span: crate::text::SourceSpan, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::YamlValue, message).in_file(file).at(span)
}

/// Puts values in place of `{name}`; what nobody knows stays as it is written.
pub(super) fn fill<'a>(text: &str, value: impl Fn(&str) -> Option<Cow<'a, str>>) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let Some(len) = rest[open..].find('}') else { break };
        filled.push_str(&rest[..open]);
        match value(&rest[open + 1..open + len]) {
            Some(value) => filled.push_str(&value),
            None => filled.push_str(&rest[open..=open + len]),
        }
        rest = &rest[open + len + 1..];
    }
    filled.push_str(rest);
    filled
}

/// The form for `count`: by the language's category, else `other`.
pub(super) fn form<'a>(language: &str, count: u64, get: impl Fn(&str) -> Option<&'a str>) -> Option<&'a str> {
    get(category(language, count)).or_else(|| get("other"))
}

/// The plural category of a whole number, by the rules of the Unicode CLDR for the languages that themes are likely to speak.
fn category(language: &str, n: u64) -> &'static str {
    let (tens, units) = (n % 100, n % 10);
    match language.split('-').next().unwrap_or_default() {
        "zh" | "ja" | "ko" | "vi" | "th" | "id" | "ms" | "lo" | "km" | "my" => "other",
        "fr" | "pt" | "fa" | "hi" | "bn" | "am" | "hy" | "zu" if n <= 1 => "one",
        "ru" | "uk" | "be" | "sr" | "hr" | "bs" => match (tens, units) {
            (11..=14, _) | (_, 0 | 5..=9) => "many",
            (_, 1) => "one",
            _ => "few",
        },
        "pl" => match (n, tens, units) {
            (1, ..) => "one",
            (_, t, 2..=4) if !(12..=14).contains(&t) => "few",
            _ => "many",
        },
        "cs" | "sk" => match n {
            1 => "one",
            2..=4 => "few",
            _ => "other",
        },
        "ar" => match (n, tens) {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, 3..=10) => "few",
            (_, 11..=99) => "many",
            _ => "other",
        },
        "he" => match n {
            1 => "one",
            2 => "two",
            _ => "other",
        },
        _ if n == 1 => "one",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(language: &str, text: &str) -> Strings {
        let mut diagnostics = Diagnostics::default();
        let mut strings = Strings::over(language, None);
        strings.add("themes/x/strings/x.yaml", text, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        strings
    }

    #[test]
    fn placeholders_are_filled_and_plurals_chosen() {
        let words = strings("en", "a: Page {page} of {pages}, {what}\nb: { one: '{count} day', other: '{count} days' }\n");
        assert_eq!(words.fill("a", &[("page", "1"), ("pages", "2")]), "Page 1 of 2, {what}");
        assert_eq!(words.count("b", 1), "1 day");
        assert_eq!(words.count("b", 0), "0 days");
        assert_eq!(words.get("missing"), "missing");
    }

    #[test]
    fn categories_are_those_of_the_language() {
        for (language, n, expected) in [
            ("ru", 1, "one"),
            ("ru", 3, "few"),
            ("ru", 11, "many"),
            ("uk", 22, "few"),
            ("ar", 0, "zero"),
            ("fr", 0, "one"),
            ("zh", 1, "other"),
            ("pl", 12, "many"),
        ] {
            assert_eq!(category(language, n), expected, "{language} {n}");
        }
    }
}
