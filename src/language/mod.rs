//! What belongs to a language, as data: the packs that reading seeds and finding actors both use.
//! Each word list is a plain file beside this module: one entry a line, `#` begins a comment.

pub mod checking;
pub mod naming;
pub mod reading;
pub mod restoring;
pub mod sentences;
mod sorted;

pub use checking::CheckingWords;
pub use naming::NamingWords;
pub use reading::ReadingWords;
pub use restoring::RestoringWords;
pub use sentences::sentences;

use std::sync::LazyLock;

/// The data of one language.
#[derive(Debug)]
pub struct Pack {
    /// Primary language subtag: `en`.
    pub code: &'static str,
    /// Words that decide what a line of a seed is.
    pub reading: ReadingWords,
    /// Words that decide who is named.
    pub naming: NamingWords,
    /// Words that decide what may be restored.
    pub restoring: RestoringWords,
    /// Words by which `check` sees what needs a person's eyes.
    pub checking: CheckingWords,
    /// Words too common to be looked for; lower case.
    pub too_common: Vec<&'static str>,
    /// Abbreviations after which a full stop ends no sentence, lower case, without their last full stop.
    pub abbreviations: &'static [&'static str],
}

/// The pack for a BCP 47 tag; English where there is none for its language.
pub fn pack(_tag: &str) -> &'static Pack {
    static ENGLISH: LazyLock<Pack> = LazyLock::new(|| Pack {
        code: "en",
        reading: ReadingWords::english(),
        naming: NamingWords::english(),
        restoring: RestoringWords::english(),
        checking: CheckingWords::english(),
        too_common: entries(include_str!("en/too_common.txt")),
        abbreviations: sentences::ENGLISH_ABBREVIATIONS,
    });
    &ENGLISH
}

/// The entries of a word list: lines without comments and blanks.
pub(crate) fn entries(list: &'static str) -> Vec<&'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}
