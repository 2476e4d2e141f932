//! The words of every language. A site speaks one or two of them: those of a language are put together when a page first asks for them.

use super::strings::{self, Resource, Strings};
use super::{ENGLISH, embedded};
use crate::diagnostics::Diagnostics;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The words of every language, by its tag.
#[derive(Debug, Default)]
pub(super) struct Words {
    languages: BTreeMap<String, Language>,
    english: OnceLock<Vec<Resource>>,
}

/// A language: the files that a site adds are read at once, so that their faults are said; those of the program have none, and wait.
#[derive(Debug, Default)]
struct Language {
    embedded: Option<&'static str>,
    own: Vec<Resource>,
    strings: OnceLock<Strings>,
}

impl Language {
    fn files(&self) -> Vec<Resource> {
        // A test holds that the program's own files have no faults.
        let embedded = self.embedded.map(|text| strings::parse("", text, &mut Diagnostics::default()));
        embedded.into_iter().chain(self.own.iter().cloned()).collect()
    }
}

impl Words {
    /// Those of the program, and over them those of `own`: language, file and text.
    pub(super) fn new<'a>(own: impl IntoIterator<Item = (String, &'a str, &'a str)>, diagnostics: &mut Diagnostics) -> Self {
        let mut words = Self::default();
        for (tag, text) in embedded::STRINGS {
            words.languages.entry((*tag).to_owned()).or_default().embedded = Some(text);
        }
        for (tag, file, text) in own {
            words.languages.entry(tag).or_default().own.push(strings::parse(file, text, diagnostics));
        }
        words
    }

    /// The tags of all languages.
    pub(super) fn tags(&self) -> impl Iterator<Item = &str> {
        self.languages.keys().map(String::as_str)
    }

    /// The words of the language of this tag, standing on English.
    pub(super) fn get(&self, tag: &str) -> Option<&Strings> {
        let language = self.languages.get(tag)?;
        Some(language.strings.get_or_init(|| {
            let english = self.english.get_or_init(|| self.languages.get(ENGLISH).map(Language::files).unwrap_or_default());
            match tag {
                ENGLISH => Strings::of(tag, english),
                _ => Strings::of(tag, &[english.as_slice(), &language.files()].concat()),
            }
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_program_have_no_faults() {
        for (tag, text) in embedded::STRINGS {
            let mut diagnostics = Diagnostics::default();
            strings::parse("", text, &mut diagnostics);
            assert!(diagnostics.is_empty(), "{tag}: {diagnostics:?}");
        }
    }
}
