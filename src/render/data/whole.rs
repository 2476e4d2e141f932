//! Everything in one file, `chancery-site/1`, compressed: all briefings as their own files have them, and all actors.

use super::briefing::briefing;
use super::form::{BriefingData, Counts};
use crate::model::{ActorNo, ActorOrigin, AliasKind, BriefingNo, DataFile, Date, Kind, Target};
use crate::site::Site;
use flate2::{Compression, GzBuilder};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::io::Write;

const FORMAT: &str = "chancery-site/1";

/// All briefings of a site and all actors.
#[derive(Serialize, JsonSchema)]
pub(super) struct SiteData<'a> {
    /// Address of the JSON Schema of this file.
    #[serde(rename = "$schema")]
    schema: String,
    /// `chancery-site/1`: name and version of the format.
    format: &'static str,
    /// The site's name.
    title: &'a str,
    /// A sentence about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    /// Address of its home page.
    address: String,
    /// Language tag (BCP 47).
    language: &'a str,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    /// Licence of the texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    /// How many there are of each.
    counts: Counts,
    /// All actors, by id.
    actors: Vec<ActorFacts<'a>>,
    /// All briefings, by id; each as in its own file.
    #[schemars(with = "Vec<BriefingData<'a>>")]
    briefings: Briefings<'a>,
}

/// An actor, with what is known of it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ActorFacts<'a> {
    /// Its id.
    pub(super) id: &'a str,
    /// Its name.
    pub(super) name: &'a str,
    /// The name by which it is sorted.
    pub(super) sort_name: &'a str,
    /// What it is.
    pub(super) kind: Kind,
    /// Who says that it is an actor: a person (`curated`), what everybody knows (`gazetteer`), the program (`detected`).
    pub(super) origin: ActorOrigin,
    /// Address of its page, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<String>,
    /// Other names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aliases: Vec<AliasData<'a>>,
    /// A sentence that a person wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) summary: Option<&'a str>,
    /// Identifiers elsewhere.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) identifiers: &'a BTreeMap<String, String>,
    /// How often it is named.
    pub(super) mentions: usize,
    /// How many briefings name it.
    pub(super) briefings: u32,
    /// How many quotations it speaks.
    pub(super) quotations: usize,
    /// Day of the first dated briefing that names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first: Option<String>,
    /// Day of the last dated briefing that names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last: Option<String>,
}

/// Another name.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AliasData<'a> {
    pub(super) text: &'a str,
    pub(super) kind: AliasKind,
}

/// Those that are named, and those that a person has confirmed.
pub(super) fn actors(site: &Site) -> impl Iterator<Item = ActorFacts<'_>> {
    let all = site.roster().actors.iter().enumerate().map(|(at, actor)| (ActorNo::at(at), actor));
    all.filter(|(no, _)| site.is_listed(*no) || !site.actor_entry(*no).mentions.is_empty()).map(|(no, actor)| {
        let entry = site.actor_entry(no);
        let mut dates = entry.mentions.iter().filter_map(|mention| site.meta(mention.briefing).date);
        let first = dates.next();
        let day = |date: Option<Date>| date.map(|date| date.to_string());
        ActorFacts {
            id: &actor.id,
            name: &actor.name,
            sort_name: &actor.sort_name,
            kind: actor.kind,
            origin: actor.origin,
            address: site.is_listed(no).then(|| super::address(site, &Target::Actor(no))),
            aliases: actor.aliases.iter().map(|alias| AliasData { text: &alias.text, kind: alias.kind }).collect(),
            summary: actor.summary.as_deref(),
            identifiers: &actor.identifiers,
            mentions: entry.mentions.len(),
            briefings: entry.briefings,
            quotations: entry.quotations.len(),
            first: day(first),
            // From the oldest briefing to the newest.
            last: day(dates.next_back().or(first)),
        }
    })
}

/// Written one after another, so that no more than one stands in memory.
struct Briefings<'a>(&'a Site);

impl Serialize for Briefings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..self.0.entries().len()).map(|at| briefing(self.0, BriefingNo::at(at), None)))
    }
}

/// `data/all.json.gz`.
pub(super) fn whole(site: &Site) -> serde_json::Result<Vec<u8>> {
    let facts = site.facts();
    let data = SiteData {
        schema: super::address(site, &Target::DataFile(DataFile::SiteSchema)),
        format: FORMAT,
        title: &facts.title,
        description: facts.description.as_deref(),
        address: super::address(site, &Target::Home),
        language: &facts.language,
        publisher: facts.publisher.as_deref(),
        licence: facts.licence.as_deref(),
        counts: super::counts(site),
        actors: actors(site).collect(),
        briefings: Briefings(site),
    };
    // No name and no time stand in the header, so that the same site gives the same bytes.
    let mut packed = GzBuilder::new().write(Vec::new(), Compression::default());
    serde_json::to_writer(&mut packed, &data)?;
    packed.write_all(b"\n").map_err(serde_json::Error::io)?;
    packed.finish().map_err(serde_json::Error::io)
}
