//! Tables of the last site: where their makings are the same, they are.

use super::address::{Addresses, Claims, Map, feeds};
use super::related::Relations;
use super::{Entry, SiteFacts, Tables, mention_parts};
use crate::diagnostics::{Checked, Diagnostics};
use crate::model::Roster;
use crate::text::{Fingerprint, Fingerprinter};
use std::sync::Arc;

/// What is remembered between sites.
#[derive(Debug, Default)]
pub struct Memo {
    roster: Option<Arc<Roster>>,
    /// Changes with the roster and the tables.
    turn: u64,
    tables: Option<(Fingerprint, Arc<Tables>)>,
    relations: Made<Relations>,
    map: Made<Map>,
}

/// A result with what it was made from, and what was found while it was made.
type Made<T> = Option<(Fingerprint, Arc<T>, Diagnostics)>;

impl Memo {
    /// The roster; the last one, where it is equal.
    pub(super) fn roster(&mut self, roster: Arc<Roster>) -> Arc<Roster> {
        match &self.roster {
            Some(last) if Arc::ptr_eq(last, &roster) || **last == *roster => last.clone(),
            _ => {
                self.turn += 1;
                self.roster = Some(roster.clone());
                roster
            }
        }
    }

    pub(super) fn tables(&mut self, keeps: bool, entries: &[Entry], roster: &Roster, facts: &SiteFacts) -> Arc<Tables> {
        if !keeps {
            return Arc::new(Tables::new(entries, roster, facts));
        }
        let mut from = Fingerprinter::new();
        from.add(self.turn.to_le_bytes()).add([u8::from(facts.detected)]).add(&facts.language);
        for entry in entries {
            // Mentions go from the oldest briefing to the newest.
            from.add(format!("{:?}", entry.briefing.meta.date));
            from.add(&entry.briefing.key).add_fingerprint(entry.shape.unwrap_or_else(|| entry.mentions.shape()));
        }
        let from = from.finish();
        if let Some((known, tables)) = &self.tables
            && *known == from
        {
            return tables.clone();
        }
        let tables = Arc::new(Tables::new(entries, roster, facts));
        self.tables = Some((from, tables.clone()));
        tables
    }

    pub(super) fn relations(&mut self, entries: &[Entry], diagnostics: &mut Diagnostics) -> Arc<Relations> {
        let from = self.tables.as_ref().map(|(tables, _)| {
            let mut from = Fingerprinter::new();
            from.add_fingerprint(*tables);
            for (number, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.briefing.meta.related.is_empty()) {
                from.add((number as u64).to_le_bytes());
                entry.briefing.meta.related.iter().for_each(|key| {
                    from.add(key);
                });
            }
            from.finish()
        });
        if let (Some((known, relations, found)), Some(from)) = (&self.relations, from)
            && *known == from
        {
            diagnostics.extend(found.clone());
            return relations.clone();
        }
        let mut found = Diagnostics::default();
        let relations = Arc::new(Relations::new(entries, &mut found));
        diagnostics.extend(found.clone());
        self.relations = from.map(|from| (from, relations.clone(), found));
        relations
    }

    pub(super) fn addresses(&mut self, keeps: bool, claims: &Claims<'_>, diagnostics: &mut Diagnostics) -> Addresses {
        if !keeps {
            return Addresses::new(claims, Arc::new(Map::new(claims).unpack(diagnostics)));
        }
        let from = print(claims, self.turn);
        if let Some((known, map, found)) = &self.map
            && *known == from
        {
            diagnostics.extend(found.clone());
            return Addresses::new(claims, map.clone());
        }
        let Checked { value, diagnostics: found } = Map::new(claims);
        let map = Arc::new(value);
        diagnostics.extend(found.clone());
        self.map = Some((from, map.clone(), found));
        Addresses::new(claims, map)
    }
}

/// Of everything that claims an address.
fn print(claims: &Claims<'_>, turn: u64) -> Fingerprint {
    let facts = claims.facts;
    let mut print = Fingerprinter::new();
    print.add(turn.to_le_bytes()).add([u8::from(facts.base_url.is_some()), u8::from(claims.corrections)]).add(format!("{:?}", facts.publish));
    print.add([u8::from(claims.entries.iter().any(|entry| entry.briefing.meta.date.is_some()))]);
    print.add(format!("{:?}", feeds(claims)));
    for entry in claims.entries {
        let briefing = &entry.briefing;
        print.add(&briefing.wished_slug).add(&briefing.seed).add([u8::from(briefing.faq.is_some())]);
        print.add([u8::from(claims.is_pictured(&briefing.title.text))]);
        briefing.meta.former.iter().for_each(|former| {
            print.add(former);
        });
    }
    for actor in claims.actors {
        print.add((mention_parts(actor.mentions.len()) as u64).to_le_bytes()).add([u8::from(actor.listed)]);
    }
    // Those of the actors follow from their names, which come with the turn.
    print.add([u8::from(claims.is_pictured(&claims.facts.title))]);
    let mut group = |names: &mut dyn Iterator<Item = &str>| {
        names.for_each(|name| {
            print.add(name);
        });
        print.add([0]);
    };
    group(&mut claims.pages.iter().flat_map(|page| [page.path.as_str(), page.file.as_str()]));
    group(&mut claims.tags.keys().map(String::as_str));
    group(&mut claims.namesakes.keys().map(String::as_str));
    group(&mut claims.assets.iter().map(String::as_str));
    print.finish()
}
