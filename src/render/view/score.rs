//! Who is named where: actors by paragraphs, a briefing at a glance. Long articles are shown in equal groups of paragraphs.

use crate::model::{ActorNo, BlockNo, Briefing, Certainty, Mentions, Role};
use crate::render::inline::Html;
use crate::render::inline::cells::{Cell, cells};
use crate::theme::Strings;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

/// Who is named where: a table of the most named actors by the paragraphs of the article.
#[derive(Debug, Serialize)]
pub struct ScoreView<'a> {
    /// How many paragraphs a column holds: 1, or more where the article is long.
    pub each: u32,
    /// Its columns, at most sixteen.
    pub columns: Vec<ScoreColumn<'a>>,
    /// Its rows, one for each actor, the most named first.
    pub rows: Vec<ScoreRow<'a>>,
}

/// A column: a paragraph, or a group of them.
#[derive(Debug, Serialize)]
pub struct ScoreColumn<'a> {
    /// Number of its first paragraph.
    pub number: u32,
    /// Id of its first paragraph.
    pub id: &'a str,
    /// That number, in words.
    pub label: String,
}

/// A row: an actor.
#[derive(Debug, Serialize)]
pub struct ScoreRow<'a> {
    /// Its name.
    pub name: &'a str,
    /// Address of its page.
    pub href: String,
    /// Its cells, a `td` for each column: empty, or a link to the first paragraph of the column that names the actor, of the
    /// class `speaks` where it is quoted or reported there.
    pub cells: Html,
}

const MOST_COLUMNS: usize = 16;
const FEWEST_COLUMNS: usize = 3;
const FEWEST_ROWS: usize = 2;

fn column<'a>(number: u32, id: &'a str, words: &Strings) -> ScoreColumn<'a> {
    ScoreColumn { number, id, label: words.fill("paragraph", &[("number", &number.to_string())]) }
}

/// Makes the table for `actors`; `None` where there is too little to compare. Costs one walk over the mentions.
pub(crate) fn score<'a>(briefing: &'a Briefing, mentions: &Mentions, actors: &[(ActorNo, &'a str, String)], words: &Strings) -> Option<ScoreView<'a>> {
    let paragraphs: Vec<BlockNo> = briefing.article.iter().copied().filter(|at| briefing.block(*at).role == Role::Paragraph).collect();
    if paragraphs.len() < FEWEST_COLUMNS || actors.len() < FEWEST_ROWS {
        return None;
    }
    let each = paragraphs.len().div_ceil(MOST_COLUMNS);
    let anchor = |at: BlockNo| briefing.block(at).anchor.as_str();
    let number = |index: usize| u32::try_from(index + 1).unwrap_or(u32::MAX);
    let columns: Vec<ScoreColumn<'a>> = paragraphs.iter().enumerate().step_by(each).map(|(index, at)| column(number(index), anchor(*at), words)).collect();
    let rows: FxHashMap<ActorNo, usize> = actors.iter().enumerate().map(|(row, (actor, ..))| (*actor, row)).collect();
    let spoken: FxHashSet<(usize, ActorNo)> = mentions
        .quotations
        .iter()
        // A ring is not dotted, so it stands only where the text itself says who speaks.
        .filter(|quotation| quotation.certainty == Certainty::Certain)
        .filter_map(|quotation| Some((paragraphs.binary_search(&quotation.block).ok()? / each, quotation.speaker?)))
        .collect();
    let mut named: Vec<Vec<Option<Cell<'a>>>> = vec![vec![None; columns.len()]; actors.len()];
    for mention in &mentions.mentions {
        let Some(row) = rows.get(&mention.actor) else { continue };
        let Ok(index) = paragraphs.binary_search(&mention.block) else { continue };
        let column = index / each;
        if let Some(cell) = named.get_mut(*row).and_then(|row| row.get_mut(column)).filter(|cell| cell.is_none()) {
            *cell = Some(Cell { number: number(index), id: anchor(mention.block), speaks: spoken.contains(&(column, mention.actor)) });
        }
    }
    let rows: Vec<ScoreRow<'a>> = actors
        .iter()
        .zip(named)
        .filter(|(_, row)| row.iter().any(Option::is_some))
        .map(|((_, name, href), row)| ScoreRow { name, href: href.clone(), cells: cells(name, &row, words) })
        .collect();
    (rows.len() >= FEWEST_ROWS).then(|| ScoreView { each: u32::try_from(each).unwrap_or(u32::MAX), columns, rows })
}
