//! What was found in one briefing, row by row, each with its place in the seed: every export is made of these rows, so that the
//! same number stands in all of them.

use crate::model::{ActorNo, BlockNo, Briefing, Mention, Mentions, OpenCase, Quotation, Relation, Roster, StatedRole};
use crate::text::{SourceSpan, TextRange};

/// The facts of one briefing.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// What was found in it.
    pub mentions: &'a Mentions,
    /// Who the numbers of actors mean.
    pub roster: &'a Roster,
}

impl<'a> Facts<'a> {
    /// Places where an actor is named, with their bytes in the seed.
    pub fn mentions(self) -> impl Iterator<Item = (&'a Mention, SourceSpan)> {
        self.mentions.mentions.iter().filter_map(move |row| Some((row, self.place(row.block, row.range)?)))
    }

    /// Quotations, with their bytes in the seed.
    pub fn quotations(self) -> impl Iterator<Item = (&'a Quotation, SourceSpan)> {
        self.mentions.quotations.iter().filter_map(move |row| Some((row, self.place(row.block, row.range)?)))
    }

    /// Stretches that were left open, with their bytes in the seed.
    pub fn open(self) -> impl Iterator<Item = (&'a OpenCase, SourceSpan)> {
        self.mentions.open.iter().filter_map(move |row| Some((row, self.place(row.block, row.range)?)))
    }

    /// Roles as the text states them, with the title in the text's words.
    pub fn roles(self) -> impl Iterator<Item = (&'a StatedRole, String)> {
        self.mentions.roles.iter().filter_map(move |row| Some((row, row.title_in(self.briefing.blocks.get(row.block.index())?.text.text()))))
    }

    /// Who acts on whom.
    pub fn acts(self) -> impl Iterator<Item = &'a Relation> {
        self.mentions.relations.iter()
    }

    /// The id of an actor.
    pub fn id(self, actor: ActorNo) -> &'a str {
        self.roster.actors.get(actor.index()).map_or("", |actor| actor.id.as_str())
    }

    fn place(self, block: BlockNo, range: TextRange) -> Option<SourceSpan> {
        self.briefing.source_span(block, range)
    }
}
