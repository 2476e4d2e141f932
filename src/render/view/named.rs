//! Sentences that name an actor, and words that it says.

use super::frame::{DateView, Making};
use super::places::{PlaceView, Places};
use crate::language::{pack, sentences};
use crate::model::{BlockNo, BriefingNo, Certainty, QuotationKind, Target};
use crate::render::inline::{Html, Inline};
use crate::site::{MentionRef, Site};
use crate::text::TextRange;
use serde::Serialize;

/// Words that an actor says.
#[derive(Debug, Serialize)]
pub struct QuotationView<'a> {
    /// `direct` or `indirect`.
    pub kind: &'static str,
    /// The words.
    pub html: Html,
    /// The words that say who spoke.
    pub cue: Option<&'a str>,
    /// Whether the speaker was inferred.
    pub inferred: bool,
    /// BCP 47 tag, where it is not the page's.
    pub language: Option<&'a str>,
    /// Where it stands.
    pub place: PlaceView<'a>,
}

/// A briefing that names an actor.
#[derive(Debug, Serialize)]
pub struct NamedIn<'a> {
    /// Its title.
    pub title: &'a str,
    /// Address of its article.
    pub href: String,
    /// Its date.
    pub date: Option<DateView>,
    /// BCP 47 tag, where it is not the page's.
    pub language: Option<&'a str>,
    /// The sentences, in reading order.
    pub sentences: Vec<SentenceView<'a>>,
}

/// A sentence that names an actor.
#[derive(Debug, Serialize)]
pub struct SentenceView<'a> {
    /// The sentence, the name marked.
    pub html: Html,
    /// Whether words before it were left out: the sentence is very long.
    pub cut_before: bool,
    /// Whether words after it were left out.
    pub cut_after: bool,
    /// Whether it is inferred that the actor is meant.
    pub inferred: bool,
    /// Where it stands.
    pub place: PlaceView<'a>,
}

/// A sentence longer than this is shown from a little before the name to a little after it.
const LONGEST: usize = 1_600;
/// So much is shown on each side of the name then.
const AROUND: usize = 400;
/// In a block longer than this, sentences are looked for near the name only: no page walks a whole long block for each name in it.
const LONG_BLOCK: usize = 16_384;
const NEAR: usize = 4_096;

/// What an actor said in one place.
pub(crate) fn said<'a>(
    making: &Making<'a>,
    reference: MentionRef,
    page_language: &str,
    places: &mut Places<'_, 'a>,
    inline: &mut Inline<'a>,
) -> Option<QuotationView<'a>> {
    let entry = making.site.entry(reference.briefing);
    let quotation = entry.mentions.quotations.get(reference.at as usize)?;
    let text = &entry.briefing.block(quotation.block).text;
    let language = making.site.language(reference.briefing);
    Some(QuotationView {
        kind: if quotation.kind == QuotationKind::Direct { "direct" } else { "indirect" },
        html: inline.sentence(text, quotation.range, &[]),
        cue: quotation.cue.map(|cue| cue.of(text.text())).filter(|cue| !cue.is_empty()),
        inferred: quotation.certainty == Certainty::Inferred,
        language: (language != page_language).then_some(language),
        place: places.place(reference.briefing, quotation.block),
    })
}

/// The sentences of a page, the newest briefing first. Names in one sentence are marked together.
pub(crate) fn named<'a>(
    making: &Making<'a>,
    references: &[MentionRef],
    page_language: &str,
    places: &mut Places<'_, 'a>,
    inline: &mut Inline<'a>,
) -> Vec<NamedIn<'a>> {
    let site = making.site;
    let mut views: Vec<NamedIn<'a>> = Vec::new();
    for of_briefing in references.chunk_by(|a, b| a.briefing == b.briefing).rev() {
        let Some(no) = of_briefing.first().map(|reference| reference.briefing) else { continue };
        let entry = site.entry(no);
        let language = site.language(no);
        let mut view = NamedIn {
            title: &entry.briefing.title.text,
            href: making.href(&Target::Article(no)),
            date: entry.briefing.meta.date.map(|date| making.date(date)),
            language: (language != page_language).then_some(language),
            sentences: Vec::new(),
        };
        let mentions: Vec<_> = of_briefing.iter().filter_map(|reference| entry.mentions.mentions.get(reference.at as usize)).collect();
        let mut at = 0;
        while let Some(mention) = mentions.get(at) {
            let text = &entry.briefing.block(mention.block).text;
            let (sentence, cut_before, cut_after) = around(site, no, mention.block, mention.range);
            let same = mentions[at..].iter().take_while(|other| other.block == mention.block && sentence.contains(other.range)).count().max(1);
            let together = &mentions[at..at + same];
            let names: Vec<TextRange> = together.iter().map(|mention| mention.range).collect();
            view.sentences.push(SentenceView {
                html: inline.sentence(text, sentence, &names),
                cut_before,
                cut_after,
                inferred: together.iter().all(|mention| mention.certainty == Certainty::Inferred),
                place: places.place(no, mention.block),
            });
            at += same;
        }
        views.push(view);
    }
    views
}

/// The sentence of the briefing `no` round `name` in `block`, and whether it was cut before and after.
pub(crate) fn around(site: &Site, no: BriefingNo, block: BlockNo, name: TextRange) -> (TextRange, bool, bool) {
    let text = site.briefing(no).block(block).text.text();
    let sentence = if text.len() > LONG_BLOCK {
        let start = boundary(text, (name.start as usize).saturating_sub(NEAR));
        let end = boundary(text, (name.end as usize + NEAR).min(text.len()));
        let found = sentences(&text[start..end], pack(site.language(no)));
        let within = TextRange::new(name.start as usize - start, name.end as usize - start);
        let range = holding(&found, within).unwrap_or(within);
        TextRange::new(range.start as usize + start, range.end as usize + start)
    } else {
        holding(site.sentences(no, block), name).unwrap_or(name)
    };
    if sentence.len() <= LONGEST {
        return (sentence, false, false);
    }
    let start = boundary(text, (name.start as usize).saturating_sub(AROUND)).max(sentence.start as usize);
    let end = boundary(text, (name.end as usize + AROUND).min(text.len())).min(sentence.end as usize);
    (TextRange::new(start, end), start > sentence.start as usize, end < sentence.end as usize)
}

/// The sentence that `name` begins in; widened where the name goes on beyond it.
fn holding(sentences: &[TextRange], name: TextRange) -> Option<TextRange> {
    let at = sentences.partition_point(|sentence| sentence.end <= name.start);
    let sentence = sentences.get(at).filter(|sentence| sentence.start <= name.start)?;
    Some(TextRange { start: sentence.start, end: sentence.end.max(name.end) })
}

fn boundary(text: &str, mut at: usize) -> usize {
    while at > 0 && !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
