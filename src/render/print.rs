//! What a page's bytes depend on, as a fingerprint, without making the page.
//!
//! Articles, FAQs and actors are many: their fingerprints are put together from those of the briefings and actors that they
//! show. All other pages are few, and their views go into the fingerprint whole (see [`super::fingerprint`]).
//! `tests/suite/building.rs` holds that no sequence of edits leaves a page that a clean build would make otherwise.

use super::RenderOptions;
use super::view::frame::Series;
use crate::model::{ActorNo, BriefingNo, Target};
use crate::site::{Entry, MENTIONS_A_PAGE, MentionRef, Site};
use crate::text::{Fingerprint, Fingerprinter, TextRange};
use crate::theme::Theme;
use rayon::prelude::*;

/// Fingerprints that many pages share, made once for a build.
#[derive(Debug)]
pub struct Prints {
    /// Of what stands on every page.
    frame: Fingerprint,
    /// Of each briefing: its text, what a person says of it, whether it is a draft.
    briefings: Vec<Fingerprint>,
    /// Of each actor as others' pages show it: address, name, kind, whether it is linked.
    actors: Vec<Fingerprint>,
}

/// The shared fingerprints of a site.
pub fn prints(site: &Site, theme: &Theme, options: &RenderOptions) -> Prints {
    let mut frame = Fingerprinter::new();
    frame.add_fingerprint(theme.fingerprint()).add(format!("{options:?} {:?}", site.facts()));
    for page in site.pages() {
        frame.add(&page.path).add(&page.title).add(format!("{:?}", page.order));
    }
    for target in [Target::Home, Target::Briefings(1), Target::Actors, Target::Feed] {
        frame.add([u8::from(site.addresses().has(&target))]);
    }
    let briefings = site
        .entries()
        .iter()
        .map(|entry| Fingerprinter::new().add_fingerprint(entry.content).add([u8::from(entry.draft)]).add(&entry.briefing.wished_slug).finish())
        .collect();
    let actors = (0..site.roster().actors.len())
        .into_par_iter()
        .with_min_len(256)
        .map(|at| {
            let actor = &site.roster().actors[at];
            Fingerprinter::new().add(&actor.id).add(&actor.name).add(actor.kind.name()).add([u8::from(site.is_listed(ActorNo::at(at)))]).finish()
        })
        .collect();
    Prints { frame: frame.finish(), briefings, actors }
}

/// Raw material of a fingerprint. Every list is led by its length.
struct Material<'a> {
    bytes: Vec<u8>,
    prints: &'a Prints,
}

impl Material<'_> {
    fn number(&mut self, number: usize) {
        self.bytes.extend_from_slice(&(number as u64).to_le_bytes());
    }

    fn range(&mut self, range: TextRange) {
        self.bytes.extend_from_slice(&range.start.to_le_bytes());
        self.bytes.extend_from_slice(&range.end.to_le_bytes());
    }

    fn maybe_range(&mut self, range: Option<TextRange>) {
        self.bytes.push(u8::from(range.is_some()));
        self.range(range.unwrap_or_default());
    }

    fn actor(&mut self, no: ActorNo) {
        self.bytes.extend_from_slice(&self.prints.actors[no.index()].0);
    }

    fn briefing(&mut self, no: BriefingNo) {
        self.bytes.extend_from_slice(&self.prints.briefings[no.index()].0);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn tables(&mut self, entry: &Entry) {
        let mentions = &entry.mentions;
        self.number(mentions.mentions.len());
        for mention in &mentions.mentions {
            self.bytes.extend_from_slice(&mention.block.0.to_le_bytes());
            self.range(mention.range);
            self.actor(mention.actor);
            self.bytes.extend_from_slice(&[mention.naming as u8, mention.certainty as u8]);
        }
        self.number(mentions.quotations.len());
        for at in 0..mentions.quotations.len() {
            self.quotation(entry, at);
        }
        self.number(mentions.roles.len());
        for at in 0..mentions.roles.len() {
            self.role(entry, at);
        }
        self.number(entry.links.bears_on.len());
        for link in &entry.links.bears_on {
            self.bytes.extend_from_slice(&link.question.0.to_le_bytes());
            self.bytes.extend_from_slice(&link.paragraph.0.to_le_bytes());
            self.number(link.shared.len());
            for shared in &link.shared {
                self.text(shared);
            }
        }
    }

    fn quotation(&mut self, entry: &Entry, at: usize) {
        let Some(quotation) = entry.mentions.quotations.get(at) else { return };
        self.bytes.extend_from_slice(&quotation.block.0.to_le_bytes());
        self.range(quotation.range);
        self.bytes.extend_from_slice(&[quotation.kind as u8, quotation.certainty as u8, u8::from(quotation.speaker.is_some())]);
        if let Some(speaker) = quotation.speaker {
            self.actor(speaker);
        }
        self.maybe_range(quotation.cue);
    }

    fn role(&mut self, entry: &Entry, at: usize) {
        let Some(role) = entry.mentions.roles.get(at) else { return };
        self.actor(role.actor);
        self.bytes.extend_from_slice(&role.block.0.to_le_bytes());
        self.range(role.title);
        self.maybe_range(role.cut);
        self.range(role.phrase);
        self.bytes.extend_from_slice(&[role.certainty as u8, u8::from(role.of.is_some())]);
        if let Some(of) = role.of {
            self.actor(of);
        }
    }

    fn finish(self) -> Fingerprint {
        Fingerprint::of(&self.bytes)
    }
}

/// Of a page of one of the many kinds; `None` where the target is of another kind.
pub(super) fn of_page(site: &Site, prints: &Prints, target: &Target) -> Option<Fingerprint> {
    let mut material = Material { bytes: Vec::with_capacity(4096), prints };
    material.bytes.extend_from_slice(&prints.frame.0);
    match target {
        Target::Article(no) | Target::Faq(no) => {
            material.bytes.push(u8::from(matches!(target, Target::Faq(_))));
            briefing(site, *no, &mut material);
        }
        Target::Actor(no, page) => {
            material.bytes.push(2);
            actor(site, *no, *page, &mut material);
        }
        _ => return None,
    }
    Some(material.finish())
}

fn briefing(site: &Site, no: BriefingNo, material: &mut Material<'_>) {
    let entry = site.entry(no);
    material.briefing(no);
    material.tables(entry);
    for tag in &entry.briefing.meta.tags {
        // A tag is written as its first use anywhere writes it.
        let name = site.tags().get(&crate::text::slug::slug(tag, 80)).map_or("", |tag| tag.name.as_str());
        material.text(name);
    }
    let related = site.related(no);
    material.number(related.len());
    for related in related {
        material.briefing(related.briefing);
        material.bytes.push(u8::from(related.by_person));
        material.number(related.shared.len());
        for actor in &related.shared {
            material.actor(*actor);
        }
    }
}

fn actor(site: &Site, no: ActorNo, page: u32, material: &mut Material<'_>) {
    let entry = site.actor_entry(no);
    let series = Series::of(page, entry.mentions.len(), MENTIONS_A_PAGE);
    material.number(page as usize);
    material.number(entry.mentions.len());
    material.number(entry.quotations.len());
    material.number(entry.briefings as usize);
    let whole = site.roster().actor(no);
    material.text(&serde_json::to_string(whole).unwrap_or_default());
    for given in &whole.affiliations {
        if let Some(other) = site.roster().find(given) {
            material.actor(other);
        }
    }
    let roles: &[MentionRef] = if page == 1 { &entry.roles } else { entry.roles.get(..1).unwrap_or_default() };
    material.number(roles.len());
    for role in roles {
        material.briefing(role.briefing);
        material.role(site.entry(role.briefing), role.at as usize);
    }
    // The page shows as many quotations as the view says; all of them are a safe superset, but only those near are cheap.
    let quotations = series.slice(&entry.quotations, super::view::actor::quotations_a_page(entry.quotations.len(), series));
    material.number(quotations.len());
    for quotation in quotations {
        material.briefing(quotation.briefing);
        material.quotation(site.entry(quotation.briefing), quotation.at as usize);
    }
    for reference in series.slice(&entry.mentions, MENTIONS_A_PAGE) {
        material.briefing(reference.briefing);
        if let Some(mention) = site.entry(reference.briefing).mentions.mentions.get(reference.at as usize) {
            material.bytes.extend_from_slice(&mention.block.0.to_le_bytes());
            material.range(mention.range);
            material.bytes.push(mention.certainty as u8);
        }
    }
    if page == 1 {
        material.number(entry.together.len());
        for together in &entry.together {
            material.actor(together.actor);
            material.number(together.blocks as usize);
        }
    }
    material.bytes.push(u8::from(site.namesakes().contains_key(&crate::text::slug::slug(&whole.name, 80))));
}
