//! The page that says what there is for programs.

use super::frame::{LinkView, Making, PageView, SiteView};
use super::honesty::HonestyView;
use crate::model::{DataFile, Target};
use crate::render::data;
use serde::Serialize;

/// What there is for programs: `data.html`.
#[derive(Debug, Serialize)]
pub struct DataView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// How many briefings, actors, mentions and quotations there are, in words.
    pub numbers: Vec<String>,
    /// How all briefings of the site were made, in numbers.
    pub made: HonestyView,
    /// What is put behind the address of a briefing for its JSON, where that is published.
    pub each: Option<&'static str>,
    /// The newest briefing, with the address of its JSON.
    pub example: Option<LinkView<'a>>,
    /// Files about the whole site.
    pub files: Vec<DataFileView<'a>>,
}

/// A file for programs.
#[derive(Debug, Serialize)]
pub struct DataFileView<'a> {
    /// Its name.
    pub name: &'static str,
    /// Its address.
    pub href: String,
    /// What it holds.
    pub holds: &'a str,
}

/// Makes the page.
pub(crate) fn data<'a>(making: &Making<'a>) -> DataView<'a> {
    let (site, words) = (making.site, making.words);
    let facts = site.facts();
    let counts = data::counts(site);
    let actors = site.actors_by_letter().iter().map(|(_, actors)| actors.len() as u64).sum();
    let numbers = [("briefing_count", site.entries().len() as u64), ("actor_count", actors), ("mentions", counts.mentions as u64)];
    let numbers = numbers.into_iter().chain([("quotations", counts.quotations as u64), ("questions", counts.questions as u64)]);
    let example = site
        .newest()
        .first()
        .filter(|_| facts.publish.data)
        .map(|no| LinkView { text: &site.briefing(*no).title.text, href: making.href(&Target::BriefingData(*no)) });
    let file = |file: DataFile| {
        let name = file.path().rsplit('/').next().unwrap_or_default();
        DataFileView { name, href: making.href(&Target::DataFile(file)), holds: words.get(holds(file)) }
    };
    let description = words.fill("data_description", &[("site", &facts.title)]);
    DataView {
        site: making.site(&Target::Data),
        page: making.page(&Target::Data, &facts.language, words.get("data").to_owned(), description),
        numbers: numbers.map(|(key, count)| words.count(key, count)).collect(),
        made: HonestyView::of_all(making),
        each: facts.publish.data.then_some("index.json"),
        example,
        files: DataFile::published(&facts.publish).into_iter().map(file).collect(),
    }
}

/// The string that says what a file holds.
fn holds(file: DataFile) -> &'static str {
    match file {
        DataFile::BriefingSchema => "data_briefing_schema",
        DataFile::SiteSchema => "data_site_schema",
        DataFile::Mentions => "data_mentions",
        DataFile::Quotations => "data_quotations",
        DataFile::Actors => "data_actors",
        DataFile::Entities => "data_entities",
        DataFile::Graph => "data_graph",
        DataFile::All => "data_all",
    }
}
