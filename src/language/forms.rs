//! How names change their form in a sentence, as far as a pack says: what is set before them, what stands behind an apostrophe, how they end.

/// The forms of one language.
#[derive(Debug, Default)]
pub struct Forms {
    /// What is written as one word with a name and stands before it, and what the name begins with then: `لل`, `ال`.
    prefixes: Vec<(&'static str, &'static str)>,
    /// What stands behind an apostrophe and is not of the name; lower case.
    suffixes: Vec<&'static str>,
    /// How a name ends in a sentence, and how it ends in a list of names; folded.
    endings: Vec<(&'static str, &'static str)>,
}

/// A name as it may stand in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// Folded.
    pub word: String,
    /// Bytes before the name within the word as it is written.
    pub skipped: usize,
}

/// Letters that a name has before its ending, at least.
const STEM: usize = 3;

impl Forms {
    /// Reads `prefix FORM`, `prefix FORM > BASE`, `suffix FORM` and `ending FORM > BASE`; `-` is no ending.
    pub(super) fn new(list: &'static str) -> Self {
        let mut forms = Self::default();
        for line in super::entries(list) {
            let Some((what, rule)) = line.split_once(' ') else { continue };
            let (form, base) = rule.split_once(" > ").unwrap_or((rule, ""));
            match what {
                "prefix" => forms.prefixes.push((form, base)),
                "suffix" => forms.suffixes.extend(rule.split(' ')),
                _ => forms.endings.extend(form.split(' ').map(|form| (form, if base == "-" { "" } else { base }))),
            }
        }
        forms
    }

    /// Whether names change within a word.
    pub fn change(&self) -> bool {
        !self.prefixes.is_empty() || !self.endings.is_empty()
    }

    /// Whether `letters` behind an apostrophe are not of the name before it.
    pub fn is_suffix(&self, letters: &str) -> bool {
        !self.suffixes.is_empty() && self.suffixes.contains(&letters.to_lowercase().as_str())
    }

    /// The word itself, and every name that it may be a form of. `folded` is `word` folded.
    pub fn bases(&self, word: &str, folded: &str) -> Vec<Base> {
        let mut found = vec![Base { word: folded.to_owned(), skipped: 0 }];
        let long = |stem: &str| stem.chars().nth(STEM - 1).is_some();
        for (form, base) in &self.prefixes {
            if let Some(stem) = folded.strip_prefix(form)
                && long(stem)
            {
                let skipped = if base.is_empty() && word.starts_with(form) { form.len() } else { 0 };
                found.push(Base { word: format!("{base}{stem}"), skipped });
            }
        }
        for (form, base) in &self.endings {
            if let Some(stem) = folded.strip_suffix(form)
                && long(stem)
            {
                found.push(Base { word: format!("{stem}{base}"), skipped: 0 });
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::pack;
    use crate::text::fold::fold;

    #[test]
    fn forms_lead_to_the_names_that_lists_have() {
        for (language, written, name) in [
            ("ru", "Ирана", "Иран"),
            ("ru", "Израилю", "Израиль"),
            ("ru", "России", "Россия"),
            ("ru", "Москвой", "Москва"),
            ("ru", "Китаем", "Китай"),
            ("ru", "Орловского", "Орловский"),
            ("ru", "Петровым", "Петров"),
            ("ar", "وإيران", "إيران"),
            ("ar", "للعراق", "العراق"),
            ("ar", "بالعراق", "العراق"),
            ("ar", "لفرنسا", "فرنسا"),
        ] {
            let bases = pack(language).naming.forms.bases(written, &fold(written));
            assert!(bases.iter().any(|base| base.word == fold(name)), "{written}: {bases:?}");
        }
        assert_eq!(pack("ru").naming.forms.bases("мир", "мир").len(), 1);
        assert!(pack("tr").naming.forms.is_suffix("ın") && !pack("en").naming.forms.is_suffix("s"));
    }
}
