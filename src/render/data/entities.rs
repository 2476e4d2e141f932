//! Entities of FollowTheMoney (<https://followthemoney.tech/>), one JSON object a line: an `Article` for each briefing, an entity for each
//! actor that has a page and is named, a `Mention` for each place that names one, a `Note` for each quotation.

use crate::actors::Facts;
use crate::model::{ActorNo, BriefingNo, Kind, Target};
use crate::site::Site;
use serde::Serialize;
use std::collections::BTreeMap;

/// Properties of an entity: every value is a list of texts.
type Properties<'a> = BTreeMap<&'static str, Vec<&'a str>>;

#[derive(Serialize)]
struct Entity<'a> {
    id: &'a str,
    schema: &'static str,
    properties: Properties<'a>,
}

/// The schema of FollowTheMoney for a kind. It has none for a people; the widest that may act stands for it. A state is its government.
fn schema(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::State | Kind::Office => "PublicBody",
        Kind::Organisation | Kind::ArmedGroup => "Organization",
        Kind::Place => "Territory",
        Kind::People => "LegalEntity",
    }
}

struct Lines(Vec<u8>);

impl Lines {
    fn put(&mut self, id: &str, schema: &'static str, properties: Properties<'_>) -> serde_json::Result<()> {
        let properties = properties.into_iter().filter(|(_, values)| !values.is_empty()).collect();
        serde_json::to_writer(&mut self.0, &Entity { id, schema, properties })?;
        self.0.push(b'\n');
        Ok(())
    }
}

/// Ids hold no slash, and an actor's cannot be taken for a briefing's.
fn briefing_id(site: &Site, no: BriefingNo) -> String {
    format!("briefing.{}", site.briefing(no).wished_slug.replace('/', "."))
}

fn actor_id(id: &str) -> String {
    format!("actor.{id}")
}

/// `data/entities.ftm.ndjson`.
pub(super) fn entities(site: &Site) -> serde_json::Result<Vec<u8>> {
    let mut lines = Lines(Vec::new());
    for (at, actor) in site.roster().actors.iter().enumerate() {
        let no = ActorNo::at(at);
        if site.is_listed(no) && !site.actor_entry(no).mentions.is_empty() {
            actor_entity(site, no, &actor_id(&actor.id), &mut lines)?;
        }
    }
    for at in 0..site.entries().len() {
        briefing_entities(site, BriefingNo::at(at), &mut lines)?;
    }
    Ok(lines.0)
}

fn actor_entity(site: &Site, no: ActorNo, id: &str, lines: &mut Lines) -> serde_json::Result<()> {
    let actor = site.roster().actor(no);
    let address = site.addresses().absolute(&Target::Actor(no));
    let iso = actor.identifiers.get("iso").map(|code| code.to_ascii_lowercase());
    let mut roles: Vec<&str> = actor.roles.iter().map(String::as_str).collect();
    for reference in &site.actor_entry(no).roles {
        let entry = site.entry(reference.briefing);
        let Some(role) = entry.mentions.roles.get(reference.at as usize).filter(|role| !role.evidence.is_guessed()) else { continue };
        roles.push(role.phrase.of(entry.briefing.block(role.block).text.text()));
    }
    roles.retain(|role| !role.is_empty());
    roles.sort_unstable();
    roles.dedup();
    let mut properties = Properties::new();
    properties.insert("name", vec![&actor.name]);
    properties.insert("alias", actor.aliases.iter().map(|alias| alias.text.as_str()).filter(|alias| *alias != actor.name).collect());
    properties.insert("summary", actor.summary.as_deref().into_iter().collect());
    properties.insert("sourceUrl", address.as_deref().into_iter().collect());
    properties.insert("wikidataId", actor.identifiers.get("wikidata").map(String::as_str).into_iter().collect());
    properties.insert("country", iso.as_deref().into_iter().collect());
    if actor.kind == Kind::Person {
        properties.insert("position", roles);
    }
    lines.put(id, schema(actor.kind), properties)
}

fn briefing_entities(site: &Site, no: BriefingNo, lines: &mut Lines) -> serde_json::Result<()> {
    let entry = site.entry(no);
    let briefing = &*entry.briefing;
    let own = briefing_id(site, no);
    let address = site.addresses().absolute(&Target::Article(no));
    let date = briefing.meta.date.map(|date| date.to_string());
    let changed = briefing.meta.updated.map(|date| date.to_string());
    let body: Vec<&str> = briefing.article.iter().map(|block| briefing.block(*block).text.text()).collect();
    let body = body.join("\n\n");
    let facts = site.facts();
    let mut properties = Properties::new();
    properties.insert("title", vec![&briefing.title.text]);
    properties.insert("fileName", vec![&briefing.seed]);
    properties.insert("bodyText", Some(body.as_str()).filter(|body| !body.is_empty()).into_iter().collect());
    properties.insert("author", facts.author.as_deref().into_iter().collect());
    properties.insert("publisher", facts.publisher.as_deref().into_iter().collect());
    properties.insert("publishedAt", date.as_deref().into_iter().collect());
    properties.insert("modifiedAt", changed.as_deref().into_iter().collect());
    properties.insert("sourceUrl", address.as_deref().into_iter().collect());
    lines.put(&own, "Article", properties)?;
    let found = Facts { briefing, mentions: &entry.mentions, roster: site.roster() };
    for (at, (mention, _)) in found.mentions().enumerate() {
        let actor = site.roster().actor(mention.actor);
        let id = actor_id(&actor.id);
        let mut properties = Properties::new();
        properties.insert("document", vec![&own]);
        properties.insert("name", vec![mention.range.of(briefing.block(mention.block).text.text())]);
        properties.insert("detectedSchema", vec![schema(actor.kind)]);
        // A mention there may be resolved to what acts, and a place does not.
        if site.is_listed(mention.actor) && actor.kind != Kind::Place {
            properties.insert("resolved", vec![&id]);
        }
        lines.put(&format!("{own}.mention-{at}"), "Mention", properties)?;
    }
    for (at, (quotation, _)) in found.quotations().enumerate() {
        let speaker = quotation.speaker.filter(|speaker| site.is_listed(*speaker)).map(|speaker| actor_id(&site.roster().actor(speaker).id));
        let place = site.addresses().absolute(&Target::Block(no, quotation.block));
        let mut properties = Properties::new();
        properties.insert("description", vec![quotation.range.of(briefing.block(quotation.block).text.text())]);
        properties.insert("entity", speaker.as_deref().into_iter().collect());
        properties.insert("proof", vec![&own]);
        properties.insert("sourceUrl", place.as_deref().into_iter().collect());
        lines.put(&format!("{own}.quotation-{at}"), "Note", properties)?;
    }
    Ok(())
}
