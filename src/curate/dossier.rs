//! Everything that is known of an actor, each fact with the sentence that states it.

use crate::build::located::Located;
use crate::input::Inputs;
use crate::language::{self, Pack};
use crate::model::{ActorNo, BlockNo, Certainty, Naming, QuotationKind};
use crate::site::{MentionRef, Site};
use crate::text::TextRange;
use rustc_hash::FxHashMap;

/// A fact that a text states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What is stated, in the text's words.
    pub words: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// How the actor is named there, where the fact is a mention.
    pub naming: Option<Naming>,
    /// `seeds/talks.txt:3:7`
    pub place: String,
    /// The sentence.
    pub sentence: String,
}

/// What the texts say of one actor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier {
    /// Every mention.
    pub mentions: Vec<Fact>,
    /// Roles as stated.
    pub roles: Vec<Fact>,
    /// Quotations; the words are what was said.
    pub quotations: Vec<(QuotationKind, Fact)>,
    /// Whom it is named beside: id, and in how many blocks.
    pub together: Vec<(String, u32)>,
}

/// What is known of `no`.
pub fn dossier(site: &Site, inputs: &Inputs, no: ActorNo) -> Dossier {
    let mut facts = Facts::of(site, inputs);
    let entry = site.actor_entry(no);
    let mut dossier = Dossier::default();
    for at in &entry.mentions {
        let mention = site.entry(at.briefing).mentions.mentions[at.at as usize];
        let mut fact = facts.fact(*at, mention.block, mention.range, mention.certainty);
        fact.naming = Some(mention.naming);
        dossier.mentions.push(fact);
    }
    for at in &entry.roles {
        let role = &site.entry(at.briefing).mentions.roles[at.at as usize];
        dossier.roles.push(facts.fact(*at, role.block, role.phrase, role.certainty));
    }
    for at in &entry.quotations {
        let quotation = &site.entry(at.briefing).mentions.quotations[at.at as usize];
        dossier.quotations.push((quotation.kind, facts.fact(*at, quotation.block, quotation.range, quotation.certainty)));
    }
    dossier.together = site.together(no).iter().map(|together| (site.roster().actor(together.actor).id.clone(), together.blocks)).collect();
    dossier
}

/// Facts with their places; the sentences of a block are found once.
pub(super) struct Facts<'a> {
    site: &'a Site,
    located: Located<'a>,
    sentences: FxHashMap<(u32, u32), Vec<TextRange>>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(site: &'a Site, inputs: &'a Inputs) -> Self {
        Self { site, located: Located::new(inputs), sentences: FxHashMap::default() }
    }

    pub(super) fn fact(&mut self, at: MentionRef, block: BlockNo, range: TextRange, certainty: Certainty) -> Fact {
        let briefing = self.site.briefing(at.briefing);
        let text = briefing.block(block).text.text();
        let pack: &Pack = language::pack(self.site.language(at.briefing));
        let sentences = self.sentences.entry((at.briefing.0, block.0)).or_insert_with(|| language::sentences(text, pack));
        let number = sentences.partition_point(|sentence| sentence.end <= range.start);
        let sentence = sentences.get(number).map_or(text, |sentence| sentence.of(text));
        let place = briefing.source_span(block, range).and_then(|span| self.located.place_of(&briefing.seed, span));
        Fact {
            words: one_line(range.of(text)),
            certainty,
            naming: None,
            place: place.map_or_else(|| briefing.seed.clone(), |place| format!("{}:{}:{}", briefing.seed, place.line, place.column)),
            sentence: one_line(sentence),
        }
    }
}

/// Without line ends and control characters: it is shown on a terminal.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
