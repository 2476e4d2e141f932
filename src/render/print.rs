//! What a page's bytes depend on, as a fingerprint, without making the page.
//!
//! Articles, FAQs and actors are many: their fingerprints are put together from those of the briefings and actors that they
//! show. All other pages are few, and their views go into the fingerprint whole (see [`super::fingerprint`]).
//! `tests/suite/building.rs` holds that no sequence of edits leaves a page that a clean build would make otherwise.

use super::RenderOptions;
use super::icon::icon;
use super::view::actor::Part;
use crate::model::{ActorNo, BriefingNo, FeedForm, FeedOf, Target};
use crate::site::{Entry, MentionRef, Site};
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
    /// Of the tables beside each briefing: who is named, who speaks, what bears on what.
    tables: Vec<Fingerprint>,
    /// Of each briefing with all that its own pages show beside it.
    pages: Vec<Fingerprint>,
    /// Of each actor as others' pages show it: address, name, kind, whether it is linked.
    actors: Vec<Fingerprint>,
}

/// The shared fingerprints of a site.
pub fn prints(site: &Site, theme: &Theme, options: &RenderOptions) -> Prints {
    let mut frame = Fingerprinter::new();
    frame.add_fingerprint(theme.fingerprint()).add(format!("{options:?} {:?}", site.facts()));
    if let Some(icon) = icon(site, theme) {
        frame.add(icon.path);
    }
    frame.add(super::share::own(site).unwrap_or_default());
    for page in site.pages() {
        frame.add(&page.path).add(&page.title).add(format!("{:?}", page.order));
    }
    for target in [Target::Home, Target::Briefings(1), Target::Actors, Target::Search, Target::Feed(FeedOf::Site, FeedForm::Atom), Target::Data] {
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
            Fingerprinter::new()
                .add(&actor.id)
                .add(&actor.name)
                .add(actor.kind.name())
                .add([u8::from(site.is_listed(ActorNo::at(at))), actor.origin as u8])
                .finish()
        })
        .collect();
    let mut prints = Prints { frame: frame.finish(), briefings, tables: Vec::new(), pages: Vec::new(), actors };
    prints.tables = site
        .entries()
        .par_iter()
        .map(|entry| {
            let mut material = Material { bytes: Vec::with_capacity(4096), prints: &prints };
            material.tables(entry);
            material.finish()
        })
        .collect();
    prints.pages = (0..site.entries().len())
        .into_par_iter()
        .map(|at| {
            let mut material = Material { bytes: Vec::with_capacity(1024), prints: &prints };
            briefing(site, BriefingNo::at(at), &mut material);
            material.finish()
        })
        .collect();
    prints
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
            self.bytes.extend_from_slice(&[mention.naming as u8, mention.certainty as u8, mention.evidence as u8]);
            self.bytes.extend_from_slice(&mention.confidence.to_le_bytes());
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
            self.bytes.extend_from_slice(&link.score.to_le_bytes());
            self.number(link.shared.len());
            for shared in &link.shared {
                self.text(shared);
            }
        }
        self.number(mentions.relations.len());
        for act in &mentions.relations {
            self.bytes.extend_from_slice(&act.block.0.to_le_bytes());
            self.range(act.verb);
            self.actor(act.source);
            self.actor(act.target);
            self.text(&act.act);
        }
        self.number(mentions.open.len());
        for case in &mentions.open {
            self.bytes.extend_from_slice(&case.block.0.to_le_bytes());
            self.range(case.range);
            self.text(&case.reason);
            self.number(case.may_be.len());
            case.may_be.iter().for_each(|actor| self.actor(*actor));
        }
    }

    fn quotation(&mut self, entry: &Entry, at: usize) {
        let Some(quotation) = entry.mentions.quotations.get(at) else { return };
        self.bytes.extend_from_slice(&quotation.block.0.to_le_bytes());
        self.range(quotation.range);
        self.bytes.extend_from_slice(&[quotation.kind as u8, quotation.certainty as u8, quotation.evidence as u8, u8::from(quotation.speaker.is_some())]);
        self.bytes.extend_from_slice(&quotation.confidence.to_le_bytes());
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
        self.bytes.extend_from_slice(&[role.evidence as u8, role.certainty as u8, u8::from(role.of.is_some())]);
        self.bytes.extend_from_slice(&role.confidence.to_le_bytes());
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
    // Nearly all are a few fingerprints long.
    let mut material = Material { bytes: Vec::with_capacity(128), prints };
    material.bytes.extend_from_slice(&prints.frame.0);
    match target {
        Target::Article(no) | Target::Faq(no) | Target::Handout(no) | Target::HandoutFile(no) => {
            material.bytes.push(match target {
                Target::Article(_) => 0,
                Target::Faq(_) => 1,
                Target::HandoutFile(_) => 9,
                _ => 4,
            });
            material.bytes.extend_from_slice(&prints.pages[no.index()].0);
        }
        Target::Citations(no) => {
            material.bytes.push(7);
            material.briefing(*no);
        }
        Target::CitationFile(no, form) => {
            material.bytes.push(8);
            material.text(form.file());
            material.briefing(*no);
        }
        Target::BriefingData(no) => {
            material.bytes.push(5);
            material.briefing(*no);
            material.bytes.extend_from_slice(&prints.tables[no.index()].0);
        }
        Target::DataFile(file) => {
            material.bytes.push(6);
            material.text(file.path());
            // A schema is the same whatever the texts say.
            if !file.is_schema() {
                prints.briefings.iter().chain(&prints.tables).for_each(|print| material.bytes.extend_from_slice(&print.0));
                for actor in &site.roster().actors {
                    material.text(&serde_json::to_string(actor).unwrap_or_default());
                }
            }
        }
        // Beside the frame it shows what was read and nothing that was found.
        Target::Source(no) => {
            material.bytes.push(10);
            material.briefing(*no);
        }
        Target::Actor(no) => {
            material.bytes.push(2);
            actor(site, *no, None, &mut material);
        }
        Target::ActorPart(no, part) => {
            material.bytes.push(3);
            actor(site, *no, Some(*part), &mut material);
        }
        Target::PlainText(no) => {
            material.bytes.push(5);
            material.briefing(*no);
        }
        Target::Feed(FeedOf::Actor(no), form) => {
            material.bytes.extend_from_slice(&[6, *form as u8]);
            sentences(site, *no, &mut material);
        }
        _ => return None,
    }
    Some(material.finish())
}

fn briefing(site: &Site, no: BriefingNo, material: &mut Material<'_>) {
    let entry = site.entry(no);
    material.briefing(no);
    material.bytes.extend_from_slice(&material.prints.tables[no.index()].0);
    for translation in site.translations(no) {
        material.briefing(*translation);
    }
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

/// What the feed of an actor is made of: the briefings that name it.
fn sentences(site: &Site, no: ActorNo, material: &mut Material<'_>) {
    let actor = site.roster().actor(no);
    material.actor(no);
    material.text(actor.summary.as_deref().unwrap_or_default());
    for of_briefing in site.actor_entry(no).mentions.chunk_by(|a, b| a.briefing == b.briefing) {
        if let Some(first) = of_briefing.first() {
            material.briefing(first.briefing);
            material.bytes.extend_from_slice(&material.prints.tables[first.briefing.index()].0);
        }
    }
}

fn actor(site: &Site, no: ActorNo, number: Option<u32>, material: &mut Material<'_>) {
    let entry = site.actor_entry(no);
    let part = Part::of(entry, number);
    material.number(number.unwrap_or_default() as usize);
    material.number(part.parts as usize);
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
    // The newest mention dates the actor, the first role is its line, on every part.
    if let Some(last) = entry.mentions.last() {
        material.briefing(last.briefing);
    }
    let roles: &[MentionRef] = if number.is_none() { &entry.roles } else { entry.roles.get(..1).unwrap_or_default() };
    material.number(roles.len());
    for role in roles {
        material.briefing(role.briefing);
        material.role(site.entry(role.briefing), role.at as usize);
    }
    let quotations = part.quotations(entry);
    material.number(quotations.len());
    for quotation in quotations {
        material.briefing(quotation.briefing);
        material.quotation(site.entry(quotation.briefing), quotation.at as usize);
    }
    for reference in part.mentions(entry) {
        material.briefing(reference.briefing);
        if let Some(mention) = site.entry(reference.briefing).mentions.mentions.get(reference.at as usize) {
            material.bytes.extend_from_slice(&mention.block.0.to_le_bytes());
            material.range(mention.range);
            material.bytes.push(mention.certainty as u8);
        }
    }
    if number.is_none() {
        let companions = site.together(no);
        material.number(companions.len());
        for together in companions {
            material.actor(together.actor);
            material.number(together.blocks as usize);
        }
        // Bars and the sentences that name others too: what those briefings are, and whom they name where.
        for of_briefing in entry.mentions.chunk_by(|a, b| a.briefing == b.briefing) {
            if let Some(first) = of_briefing.first() {
                material.briefing(first.briefing);
                material.bytes.extend_from_slice(&material.prints.tables[first.briefing.index()].0);
                material.number(of_briefing.len());
            }
        }
    }
    material.bytes.push(u8::from(site.addresses().has(&Target::Feed(FeedOf::Actor(no), FeedForm::Atom))));
    material.bytes.push(u8::from(site.namesakes().contains_key(&crate::text::slug::slug(&whole.name, 80))));
}
