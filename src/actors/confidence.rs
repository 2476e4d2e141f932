//! How often a mention with such evidence is right, from the table that `benches/learn_tagger.rs --confidence` makes of marked texts.

use crate::model::{Evidence, MergeEvidence};
use std::sync::LazyLock;

/// The smallest support of each column of the table but the first: the tagger is against it, doubts it, was not asked, is for it, more, much more, most.
pub const SUPPORTS: [i16; 6] = [-24, 0, 1, 24, 60, 120];

/// In a thousand. The column of a support is found by [`column`].
type Row = [u16; SUPPORTS.len() + 1];

/// Which column of the table a support belongs to.
pub fn column(support: i16) -> usize {
    SUPPORTS.iter().take_while(|least| support >= **least).count()
}

/// How often a mention with this evidence is right, in a thousand.
pub(super) fn confidence(evidence: Evidence, support: i16) -> u16 {
    static TABLE: LazyLock<Vec<Row>> = LazyLock::new(load);
    // What a person wrote is right.
    if matches!(evidence, Evidence::Registry | Evidence::Rule) {
        return 1000;
    }
    // The letters of a state are as sure as its name.
    let evidence = if evidence == Evidence::StateLetters { Evidence::StateName } else { evidence };
    TABLE.get(evidence as usize).and_then(|row| row.get(column(support))).copied().unwrap_or(UNKNOWN)
}

/// How often a speaker or a role that was found so is right, in a thousand.
pub(super) fn stated(name: &str) -> u16 {
    static TABLE: LazyLock<Vec<(&'static str, u16)>> = LazyLock::new(|| {
        let rows = include_str!("confidence_stated.txt").lines().filter(|line| !line.starts_with('#'));
        rows.filter_map(|line| line.split_once(' ')).filter_map(|(name, rest)| Some((name, rest.split_whitespace().next()?.parse().ok()?))).collect()
    });
    TABLE.iter().find(|(row, _)| *row == name).map_or(UNKNOWN, |(_, confidence)| *confidence)
}

/// How often names of several briefings that were taken for one actor's so are, in a thousand.
pub(super) fn merged(evidence: MergeEvidence) -> u16 {
    // What a person wrote is right.
    if evidence == MergeEvidence::MergedRegistry { 1000 } else { stated(evidence.name()) }
}

/// Of what is not in the table.
const UNKNOWN: u16 = 950;

fn load() -> Vec<Row> {
    let mut table = vec![[UNKNOWN; SUPPORTS.len() + 1]; Evidence::ALL.len()];
    for line in include_str!("confidence.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let Some(name) = words.next() else { continue };
        if let Some(row) = Evidence::ALL.iter().position(|evidence| evidence.name() == name).and_then(|at| table.get_mut(at)) {
            for (cell, word) in row.iter_mut().zip(words) {
                *cell = word.parse().unwrap_or(UNKNOWN);
            }
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{MergeEvidence, RoleEvidence, SpeakerEvidence};

    #[test]
    fn every_evidence_has_its_place_and_a_row() {
        for (number, evidence) in Evidence::ALL.iter().enumerate() {
            assert_eq!(*evidence as usize, number);
            let told = matches!(evidence, Evidence::Registry | Evidence::Rule | Evidence::RegistryShort | Evidence::RegistryOfSeveral);
            let has_row = include_str!("confidence.txt").lines().any(|line| line.split_whitespace().next() == Some(evidence.name()));
            assert!(told || has_row, "{}", evidence.name());
        }
    }

    #[test]
    fn every_way_to_find_a_speaker_or_a_role_has_a_row() {
        let names = SpeakerEvidence::ALL.iter().map(|one| one.name()).chain(RoleEvidence::ALL.iter().map(|one| one.name()));
        let counted = |one: &&MergeEvidence| **one != MergeEvidence::MergedRegistry;
        let names = names.chain(MergeEvidence::ALL.iter().filter(counted).map(|one| one.name()));
        for name in names {
            assert!(include_str!("confidence_stated.txt").lines().any(|line| line.split_whitespace().next() == Some(name)), "{name}");
        }
    }

    #[test]
    fn a_support_belongs_to_one_column() {
        assert_eq!([-90, -24, -1, 0, 1, 24, 60, 400].map(column), [0, 1, 1, 2, 3, 4, 5, 6]);
    }
}
