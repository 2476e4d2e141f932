//! Which way a text runs.

/// Which way a text runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// As HTML's `dir` says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// The direction of a language's usual script, by its BCP 47 tag; a script subtag wins.
    pub fn of_language(tag: &str) -> Self {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default().to_ascii_lowercase();
        if let Some(script) = parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
            let rtl = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"].contains(&script.to_ascii_lowercase().as_str());
            return if rtl { Self::Rtl } else { Self::Ltr };
        }
        let rtl = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "syr", "ug", "ur", "yi"].contains(&language.as_str());
        if rtl { Self::Rtl } else { Self::Ltr }
    }

    /// The direction of the first letter that has one; `None` where no letter has.
    pub fn of_text(text: &str) -> Option<Self> {
        text.chars().find_map(strong)
    }

    /// Whether `text` has a letter that runs against this direction.
    pub fn is_crossed_by(self, text: &str) -> bool {
        if self == Self::Ltr && text.is_ascii() {
            return false;
        }
        text.chars().filter_map(strong).any(|direction| direction != self)
    }
}

fn strong(c: char) -> Option<Direction> {
    match u32::from(c) {
        0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff => c.is_alphabetic().then_some(Direction::Rtl),
        _ => c.is_alphabetic().then_some(Direction::Ltr),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_and_texts_have_a_direction() {
        for (tag, expected) in [("en", "ltr"), ("ar", "rtl"), ("fa-IR", "rtl"), ("az-Arab", "rtl"), ("ks-Deva", "ltr"), ("pt-BR", "ltr"), ("", "ltr")] {
            assert_eq!(Direction::of_language(tag).name(), expected, "{tag}");
        }
        assert_eq!(Direction::of_text("“12 العربية"), Some(Direction::Rtl));
        assert_eq!(Direction::of_text("12, …"), None);
        assert!(Direction::Ltr.is_crossed_by("the word شورى"));
        assert!(!Direction::Ltr.is_crossed_by("Erdoğan"));
        assert!(Direction::Rtl.is_crossed_by("NATO"));
    }
}
