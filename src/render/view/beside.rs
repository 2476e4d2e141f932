//! Who is named beside an actor, and when it was named.

use super::article::actor_link;
use super::block::found_in;
use super::frame::{LinkView, Making};
use super::named::{SentenceView, Sentences};
use super::places::Places;
use crate::model::{ActorNo, BlockNo, BriefingNo, Certainty};
use crate::render::inline::Inline;
use crate::site::ActorEntry;
use serde::Serialize;
use std::collections::BTreeMap;

/// An actor named beside another.
#[derive(Debug, Serialize)]
pub struct TogetherView<'a> {
    /// The other.
    pub actor: LinkView<'a>,
    /// An id for it: `with-`, and the id of the other.
    pub id: String,
    /// Number of blocks that name both.
    pub blocks: u32,
    /// That number, in words.
    pub label: String,
    /// The newest sentences that name both, at most three, for those that are named most often with it.
    pub sentences: Vec<SentenceView<'a>>,
}

/// A month, or a year where there are many months, and how often an actor is named in its briefings.
#[derive(Debug, Serialize)]
pub struct BarView {
    /// `2026-01`, or `2026`.
    pub period: String,
    /// Number of mentions.
    pub count: u32,
    /// How high its bar stands, from 0 to 10.
    pub height: u32,
}

/// So many companions stand on a page.
const MOST_COMPANIONS: usize = 30;
/// For so many of them sentences are shown, and so many of these.
const MOST_WITH_SENTENCES: usize = 6;
const MOST_SENTENCES: usize = 3;
/// So many mentions are looked at for them, the newest first.
const MOST_LOOKED: usize = 300;
const MOST_MONTHS: i32 = 24;
const MOST_BARS: usize = 40;

/// The companions of an actor.
pub(crate) fn together<'a>(making: &Making<'a>, no: ActorNo, places: &mut Places<'_, 'a>, inline: &mut Inline<'a>) -> Vec<TogetherView<'a>> {
    let entry = making.site.actor_entry(no);
    let companions = making.site.together(no);
    let companions = &companions[..companions.len().min(MOST_COMPANIONS)];
    let close: Vec<ActorNo> = companions.iter().take(MOST_WITH_SENTENCES).map(|together| together.actor).collect();
    let mut sentences = with(making, entry, &close, places, inline).into_iter();
    companions
        .iter()
        .map(|together| TogetherView {
            actor: actor_link(making, together.actor),
            id: format!("with-{}", making.site.roster().actor(together.actor).id),
            blocks: together.blocks,
            label: making.words.count("together_count", together.blocks.into()),
            sentences: sentences.next().unwrap_or_default(),
        })
        .collect()
}

/// The newest sentences that name the actor and each of `close`.
fn with<'a>(making: &Making<'a>, entry: &ActorEntry, close: &[ActorNo], places: &mut Places<'_, 'a>, inline: &mut Inline<'a>) -> Vec<Vec<SentenceView<'a>>> {
    let mut found: Vec<Vec<SentenceView<'a>>> = close.iter().map(|_| Vec::new()).collect();
    let mut missing = close.len();
    let mut last: Option<(BriefingNo, BlockNo, u32)> = None;
    for reference in entry.mentions.iter().rev().take(MOST_LOOKED) {
        if missing == 0 {
            break;
        }
        let of = making.site.entry(reference.briefing);
        let Some(mention) = of.mentions.mentions.get(reference.at as usize) else { continue };
        let named = found_in(&of.mentions, mention.block).mentions;
        if !named.iter().any(|other| close.contains(&other.actor)) {
            continue;
        }
        let text = &of.briefing.block(mention.block).text;
        let (sentence, cut_before, cut_after) = Sentences::new(making.site.language(reference.briefing)).around(text.text(), mention.block, mention.range);
        if last.replace((reference.briefing, mention.block, sentence.start)) == last {
            continue;
        }
        for (companion, views) in close.iter().zip(&mut found) {
            if views.len() == MOST_SENTENCES {
                continue;
            }
            let both: Vec<_> =
                named.iter().filter(|other| sentence.contains(other.range) && (other.actor == *companion || other.actor == mention.actor)).collect();
            if !both.iter().any(|other| other.actor == *companion) {
                continue;
            }
            views.push(SentenceView {
                html: inline.sentence(text, sentence, &both.iter().map(|other| other.range).collect::<Vec<_>>()),
                cut_before,
                cut_after,
                inferred: both.iter().any(|other| other.certainty == Certainty::Inferred),
                place: places.place(reference.briefing, mention.block),
            });
            missing -= usize::from(views.len() == MOST_SENTENCES);
        }
    }
    found
}

/// How often an actor is named in each month or year; empty where that is one period or none.
pub(crate) fn bars(making: &Making<'_>, entry: &ActorEntry) -> Vec<BarView> {
    let mut months: BTreeMap<i32, u32> = BTreeMap::new();
    for reference in &entry.mentions {
        if let Some(date) = making.site.meta(reference.briefing).date {
            let (year, month, _) = date.parts();
            *months.entry(i32::from(year) * 12 + i32::from(month) - 1).or_default() += 1;
        }
    }
    let (Some(first), Some(last)) = (months.keys().next().copied(), months.keys().next_back().copied()) else { return Vec::new() };
    let by_year = last - first >= MOST_MONTHS;
    let mut periods: BTreeMap<i32, u32> = BTreeMap::new();
    for (month, count) in months {
        *periods.entry(if by_year { month.div_euclid(12) } else { month }).or_default() += count;
    }
    let (first, last) = if by_year { (first.div_euclid(12), last.div_euclid(12)) } else { (first, last) };
    if first == last {
        return Vec::new();
    }
    let highest = periods.values().copied().max().unwrap_or(1).max(1);
    let from = first.max(last - i32::try_from(MOST_BARS).unwrap_or(i32::MAX) + 1);
    (from..=last)
        .map(|period| {
            let count = periods.get(&period).copied().unwrap_or_default();
            let name = if by_year { format!("{period:04}") } else { format!("{:04}-{:02}", period.div_euclid(12), period.rem_euclid(12) + 1) };
            BarView { period: name, count, height: (count * 10).div_ceil(highest) }
        })
        .collect()
}
