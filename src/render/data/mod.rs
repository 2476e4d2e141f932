//! What programs read: the JSON of each briefing with its schema, and by wish tables, entities, a graph and everything in one file.
//! All are made of the same rows ([`Facts`](crate::actors::Facts)), and so are the numbers on pages.

mod briefing;
mod entities;
mod form;
mod graph;
mod schema;
mod tables;
mod whole;

pub(crate) use form::Counts;

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{BriefingNo, DataFile, Target};
use crate::site::Site;

/// Room for the JSON of most briefings.
const ROOM: usize = 32 << 10;

/// `briefings/SLUG/index.json`.
pub(super) fn of_briefing(site: &Site, no: BriefingNo) -> Result<Vec<u8>, Diagnostic> {
    let schema = Some(address(site, &Target::DataFile(DataFile::BriefingSchema)));
    let mut bytes = Vec::with_capacity(ROOM);
    serde_json::to_writer(&mut bytes, &briefing::briefing(site, no, schema)).map_err(fault)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A file about the whole site.
pub(super) fn file(site: &Site, file: DataFile) -> Result<Vec<u8>, Diagnostic> {
    match file {
        DataFile::BriefingSchema => schema::briefing(&address(site, &Target::DataFile(file))).map_err(fault),
        DataFile::SiteSchema => schema::site(&address(site, &Target::DataFile(file))).map_err(fault),
        DataFile::Mentions => tables::mentions(site).map_err(fault),
        DataFile::Quotations => tables::quotations(site).map_err(fault),
        DataFile::Actors => tables::actors(site).map_err(fault),
        DataFile::Entities => entities::entities(site).map_err(fault),
        DataFile::Graph => graph::graph(site).map_err(fault),
        DataFile::All => whole::whole(site).map_err(fault),
    }
}

/// The numbers of the whole site.
pub(crate) fn counts(site: &Site) -> Counts {
    let mut all = Counts::default();
    for entry in site.entries() {
        let one = Counts::of(entry);
        all.paragraphs += one.paragraphs;
        all.questions += one.questions;
        all.mentions += one.mentions;
        all.inferred += one.inferred;
        all.open += one.open;
        all.quotations += one.quotations;
        all.edits += one.edits;
        all.corrected += one.corrected;
    }
    all
}

/// The whole address where the site has a base address; else that from the root of the host.
fn address(site: &Site, target: &Target) -> String {
    let addresses = site.addresses();
    addresses.absolute(target).unwrap_or_else(|| addresses.href(target))
}

fn fault(error: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::TemplateRender, format!("the data could not be written: {error}"))
}
