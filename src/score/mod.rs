//! How well actors, quotations and roles are found: marked texts, and what the program says of them, compared.
//!
//! | file | what it does |
//! | --- | --- |
//! | `gold` | a marked text without its marks |
//! | `pair` | which mention of the program is which of the gold, and which actor is which |
//! | `measure` | mentions, links, actors, roles, acts |
//! | `speech` | quotations and their speakers |
//! | `table` | the figures for a reader |

mod gold;
mod measure;
mod pair;
mod speech;
mod table;

pub use gold::{BadGold, Gold, GoldActor, GoldMention, GoldQuote, Stretch};
pub use measure::measure;
pub use table::{Count, Judged, JudgedStated, Scores};

use crate::actors::tagger::{Marked, Tag, WEIGHTS};
use crate::actors::{Export, Exported, Registry, candidates_under, cast_in, export, mentions};
use crate::language::pack;
use crate::model::meta::Restore;
use crate::model::{Briefing, Thresholds};
use crate::read::{ReadOptions, SeedInput, read};

/// What the program says of the gold's text alone, in a site without registry; `None` where the text cannot be read.
pub fn answer(gold: &Gold) -> Option<Export> {
    answer_under(gold, WEIGHTS, Thresholds::default())
}

/// As [`answer`], with other weights of the tagger and from other sureness on.
pub fn answer_under(gold: &Gold, weights: &[u8], thresholds: Thresholds) -> Option<Export> {
    let briefing = briefing(gold)?;
    let pack = pack(language(gold));
    let found = candidates_under(&briefing, &Registry::default(), pack, weights);
    let mut cast = cast_in(&[(&briefing, &found)], &Registry::default(), pack).value;
    cast.thresholds = thresholds;
    let said = mentions(&briefing, &found, &cast, pack);
    Some(export(&[Exported { briefing: &briefing, mentions: &said, bytes: gold.text.as_bytes() }], &cast.roster))
}

/// The language of the text; English where nothing says so.
fn language(gold: &Gold) -> &str {
    if gold.language.is_empty() { "en" } else { &gold.language }
}

/// The gold's text as a briefing, every restoration made.
pub fn briefing(gold: &Gold) -> Option<Briefing> {
    let path = format!("seeds/{}.txt", gold.id);
    let options = ReadOptions { language: language(gold).to_owned(), restore: Restore::All(true) };
    read(&SeedInput { key: &gold.id, path: &path, bytes: gold.text.as_bytes(), overlay: None }, &options).value
}

/// The gold's names as the tagger learns them, in order and disjoint: of nested ones the outer.
pub fn names(gold: &Gold) -> Vec<Marked> {
    let tag = |mention: &GoldMention| match gold.actor(&mention.actor).and_then(|actor| actor.kinds.first()).map(String::as_str) {
        // An adjective of a state names it by what stands around, which rules see.
        _ if mention.class == "d" => Tag::Other,
        Some("person") => Tag::Person,
        Some("state" | "place") => Tag::Place,
        Some("people") | None => Tag::Other,
        Some(_) => Tag::Body,
    };
    let mentions = gold.mentions.iter().map(|mention| Marked { start: mention.at.start, end: mention.at.end, tag: tag(mention) });
    let others = gold.unscored.iter().map(|at| Marked { start: at.start, end: at.end, tag: Tag::Other });
    let mut names: Vec<Marked> = mentions.chain(others).collect();
    names.sort_by_key(|name| (name.start, std::cmp::Reverse(name.end)));
    let mut end = 0;
    names.retain(|name| {
        let free = name.start >= end;
        if free {
            end = name.end;
        }
        free
    });
    names
}
