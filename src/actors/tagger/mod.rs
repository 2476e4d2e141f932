//! A small statistical tagger for stretches of capitalised words that the rules leave doubtful. Knows words and what the rules made of them.
//!
//! | file | what it does |
//! | --- | --- |
//! | `stretch` | where capitalised words stand together |
//! | `feature` | what is seen at a word, as numbers of rows of the table of weights |
//! | `model` | the table of weights, and the best labels under it |
//! | `settle` | what the labels change of what the rules found |
//! | `newcomers` | whom a name names that no rule saw |
//! | `learn` | a table of weights from marked texts |

mod feature;
mod learn;
mod model;
mod newcomers;
mod settle;
mod stretch;

pub use learn::{Learned, Lesson, Marked, learn};
pub(super) use settle::{Opinion, opinions, settle};

/// What was learnt from `tests/gold/`; see `LICENCE.md` beside it for its terms, which are not the program's.
pub const WEIGHTS: &[u8] = include_bytes!("weights.bin");

/// What a word is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// A person's name.
    Person,
    /// A body's name.
    Body,
    /// A place's or a state's name.
    Place,
    /// Another name: an event, a law, a people.
    Other,
}

impl Tag {
    const ALL: [Tag; 4] = [Tag::Person, Tag::Body, Tag::Place, Tag::Other];

    /// In words.
    pub(super) fn says(self) -> &'static str {
        match self {
            Tag::Person => "a person's name",
            Tag::Body => "a body's name",
            Tag::Place => "a place's name",
            Tag::Other => "a name that is no actor's: an event, a law, a people",
        }
    }

    /// The label of the first word of such a name.
    fn first(self) -> usize {
        1 + 2 * self as usize
    }

    /// The label of the other words.
    fn inner(self) -> usize {
        2 + 2 * self as usize
    }
}

/// How many labels there are: none, and for each [`Tag`] one for the first word and one for the others.
const LABELS: usize = 9;

/// The tag of a label.
fn tag_of(label: usize) -> Option<Tag> {
    label.checked_sub(1).and_then(|label| Tag::ALL.get(label / 2)).copied()
}

/// Whether `next` may stand behind `label`: the inner words of a name follow words of that name.
fn follows(label: Option<usize>, next: usize) -> bool {
    match tag_of(next) {
        Some(tag) if next == tag.inner() => label.and_then(tag_of) == Some(tag),
        _ => true,
    }
}

/// A name that the labels say.
#[derive(Clone, Copy, Debug)]
struct Tagged {
    first: usize,
    last: usize,
    tag: Tag,
    /// By how much the best way with it beats the best without its first word's label or an inner one's.
    margin: i32,
}

/// A margin as a mention keeps it.
fn clamp(margin: i32) -> i16 {
    i16::try_from(margin.clamp(-999, 999)).unwrap_or_default()
}
