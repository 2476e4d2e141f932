//! Tables (CSV by RFC 4180) of all mentions, quotations and actors.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` or a control character for a formula: before such a text stands an
//! apostrophe (OWASP, CSV Injection). Only texts can begin so, numbers never do.

use super::whole;
use crate::actors::Facts;
use crate::model::{BlockNo, BriefingNo, Certainty, Naming, QuotationKind, Target};
use crate::render::view::named::around;
use crate::site::Site;
use std::borrow::Cow;

type Rows = csv::Writer<Vec<u8>>;

fn table(columns: &[&str]) -> Result<Rows, csv::Error> {
    let mut rows = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    rows.write_record(columns)?;
    Ok(rows)
}

fn done(rows: Rows) -> Result<Vec<u8>, csv::Error> {
    rows.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// A text that no spreadsheet takes for a formula.
fn safe(text: &str) -> Cow<'_, str> {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') => Cow::Owned(format!("'{text}")),
        Some(first) if first.is_control() => Cow::Owned(format!("'{text}")),
        _ => Cow::Borrowed(text),
    }
}

fn row(rows: &mut Rows, cells: &[&str]) -> Result<(), csv::Error> {
    cells.iter().try_for_each(|cell| rows.write_field(safe(cell).as_bytes()))?;
    rows.write_record(None::<&[u8]>)
}

/// What each row about a place begins with: briefing, day, block, address of the block.
struct Places<'a> {
    site: &'a Site,
    no: BriefingNo,
    date: String,
    at: Option<BlockNo>,
    address: String,
}

impl<'a> Places<'a> {
    fn of(site: &'a Site, no: BriefingNo) -> Self {
        let date = site.meta(no).date.map(|date| date.to_string()).unwrap_or_default();
        Self { site, no, date, at: None, address: String::new() }
    }

    fn address(&mut self, block: BlockNo) -> &str {
        if self.at != Some(block) {
            self.at = Some(block);
            self.address = super::address(self.site, &Target::Block(self.no, block));
        }
        &self.address
    }
}

fn facts(site: &Site) -> impl Iterator<Item = (Facts<'_>, Places<'_>, BriefingNo)> {
    site.entries().iter().enumerate().map(|(at, entry)| {
        let no = BriefingNo::at(at);
        (Facts { briefing: &entry.briefing, mentions: &entry.mentions, roster: site.roster() }, Places::of(site, no), no)
    })
}

/// `data/mentions.csv`.
pub(super) fn mentions(site: &Site) -> Result<Vec<u8>, csv::Error> {
    let mut rows = table(&[
        "briefing",
        "date",
        "block",
        "address",
        "start",
        "end",
        "source_start",
        "source_end",
        "text",
        "actor",
        "name",
        "kind",
        "naming",
        "certainty",
        "confidence",
        "evidence",
        "sentence",
    ])?;
    for (facts, mut places, no) in facts(site) {
        for (mention, source) in facts.mentions() {
            let block = facts.briefing.block(mention.block);
            let text = block.text.text();
            let actor = site.roster().actor(mention.actor);
            let (sentence, ..) = around(site, no, mention.block, mention.range);
            let number = |number: u32| number.to_string();
            let address = places.address(mention.block).to_owned();
            row(
                &mut rows,
                &[
                    &facts.briefing.key,
                    &places.date,
                    block.anchor.as_str(),
                    &address,
                    &number(mention.range.start),
                    &number(mention.range.end),
                    &number(source.start),
                    &number(source.end),
                    mention.range.of(text),
                    &actor.id,
                    &actor.name,
                    actor.kind.name(),
                    naming(mention.naming),
                    certainty(mention.certainty),
                    &mention.confidence.to_string(),
                    mention.evidence.name(),
                    sentence.of(text),
                ],
            )?;
        }
    }
    done(rows)
}

/// `data/quotations.csv`.
pub(super) fn quotations(site: &Site) -> Result<Vec<u8>, csv::Error> {
    let mut rows =
        table(&["briefing", "date", "block", "address", "start", "end", "source_start", "source_end", "kind", "text", "speaker", "name", "certainty"])?;
    for (facts, mut places, _) in facts(site) {
        for (quotation, source) in facts.quotations() {
            let block = facts.briefing.block(quotation.block);
            let speaker = quotation.speaker.map(|no| site.roster().actor(no));
            let kind = if quotation.kind == QuotationKind::Direct { "direct" } else { "indirect" };
            let number = |number: u32| number.to_string();
            let address = places.address(quotation.block).to_owned();
            row(
                &mut rows,
                &[
                    &facts.briefing.key,
                    &places.date,
                    block.anchor.as_str(),
                    &address,
                    &number(quotation.range.start),
                    &number(quotation.range.end),
                    &number(source.start),
                    &number(source.end),
                    kind,
                    quotation.range.of(block.text.text()),
                    speaker.map_or("", |actor| &actor.id),
                    speaker.map_or("", |actor| &actor.name),
                    certainty(quotation.certainty),
                ],
            )?;
        }
    }
    done(rows)
}

/// `data/actors.csv`.
pub(super) fn actors(site: &Site) -> Result<Vec<u8>, csv::Error> {
    let mut rows =
        table(&["id", "name", "sort_name", "kind", "origin", "address", "aliases", "identifiers", "mentions", "briefings", "quotations", "first", "last"])?;
    for actor in whole::actors(site) {
        let origin = match actor.origin {
            crate::model::ActorOrigin::Curated => "curated",
            crate::model::ActorOrigin::Gazetteer => "gazetteer",
            crate::model::ActorOrigin::Detected => "detected",
        };
        let aliases: Vec<&str> = actor.aliases.iter().map(|alias| alias.text).collect();
        let identifiers: Vec<String> = actor.identifiers.iter().map(|(name, value)| format!("{name}={value}")).collect();
        row(
            &mut rows,
            &[
                actor.id,
                actor.name,
                actor.sort_name,
                actor.kind.name(),
                origin,
                actor.address.as_deref().unwrap_or_default(),
                &aliases.join(" | "),
                &identifiers.join(" | "),
                &actor.mentions.to_string(),
                &actor.briefings.to_string(),
                &actor.quotations.to_string(),
                actor.first.as_deref().unwrap_or_default(),
                actor.last.as_deref().unwrap_or_default(),
            ],
        )?;
    }
    done(rows)
}

fn naming(naming: Naming) -> &'static str {
    match naming {
        Naming::Name => "name",
        Naming::Short => "short",
        Naming::Acronym => "acronym",
        Naming::Demonym => "demonym",
        Naming::Metonym => "metonym",
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Inferred => "inferred",
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_text_is_taken_for_a_formula() {
        for (text, cell) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("1=1", "1=1"),
            ("“=1”", "“=1”"),
            ("", ""),
        ] {
            assert_eq!(safe(text), cell);
        }
    }
}
