//! The files of a pack, by name: a file that a language does not have is an empty list.

/// The lists of one language, as they lie in the program.
#[derive(Debug)]
pub(super) struct Files(pub(super) &'static [(&'static str, &'static str)]);

impl Files {
    /// The text of a file; nothing where the pack has none of that name.
    pub(super) fn text(&self, name: &str) -> &'static str {
        self.0.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
    }

    /// Its entries.
    pub(super) fn entries(&self, name: &str) -> Vec<&'static str> {
        super::entries(self.text(name))
    }
}

/// The table of the files `src/language/FOLDER/NAME.txt`.
macro_rules! files {
    ($folder:literal: $($name:literal)*) => {
        $crate::language::files::Files(&[$(($name, include_str!(concat!($folder, "/", $name, ".txt")))),*])
    };
}

pub(super) use files;
