//! The search index, as files of the output: articles, FAQs, actors and the site's own pages, sentence by sentence.
//!
//! Pagefind reads small pages that say nothing but what is to be found, and leads back by the ids of blocks. A large site has
//! several bundles: each is indexed alone, so that memory stays bounded and a change of one briefing touches one of them.

mod common;
#[cfg(feature = "search")]
mod pagefind;
mod record;

use crate::diagnostics::Diagnostic;
use crate::site::Site;
use crate::text::{Fingerprint, Fingerprinter};
use rayon::prelude::*;
use record::Records;

/// Whether this program can make an index at all.
pub const AVAILABLE: bool = cfg!(feature = "search");

/// The folder of everything that belongs to the search, below the output folder.
pub const FOLDER: &str = "search/";

/// Says which bundles there are: read by the theme's script.
pub const LIST: &str = "search/bundles.json";

/// A bundle holds about so many records at most: what Pagefind needs some 600 MB for.
const RECORDS_A_BUNDLE: usize = 3000;

/// What stands at one address, and can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Record {
    Article(crate::model::BriefingNo),
    Faq(crate::model::BriefingNo),
    Actor(crate::model::ActorNo),
    Page(usize),
}

/// Records that are indexed together.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "search"), expect(dead_code, reason = "read where the index is made"))]
pub struct Bundle {
    /// Below the output folder: `search/0/`.
    pub folder: String,
    /// Of everything that decides its files.
    pub made_from: Fingerprint,
    /// How many pages can be found in it.
    pub pages: usize,
    /// The language by whose rules its words are cut and shortened.
    language: String,
    records: Vec<Record>,
    /// The first has the program that reads all of them.
    has_program: bool,
}

/// A file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFile {
    /// Below the output folder.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What is to be indexed, in bundles. Costs a look at every text, and no index.
pub fn bundles(site: &Site) -> Vec<Bundle> {
    let records = Records::of(site);
    let all = records.all();
    let prints: Vec<Fingerprint> = all.par_iter().with_min_len(16).map(|record| Fingerprint::of(records.html(*record).as_bytes())).collect();
    let mut groups: std::collections::BTreeMap<(bool, &str), Vec<(Record, Fingerprint)>> = std::collections::BTreeMap::new();
    for (record, print) in all.iter().zip(prints) {
        let language = records.group(*record);
        groups.entry((language != records.main_language(), language)).or_default().push((*record, print));
    }
    let mut bundles = Vec::new();
    for ((_, language), members) in groups {
        // By the address: a briefing stays in its bundle while others come and go. A power of two changes seldom.
        let count = members.len().div_ceil(RECORDS_A_BUNDLE).next_power_of_two();
        let mut parts: Vec<Vec<(Record, Fingerprint)>> = vec![Vec::new(); count];
        for member in members {
            let at = usize::from(Fingerprint::of(records.address(member.0).as_bytes()).0[0]) % count;
            parts[at].push(member);
        }
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            let mut print = Fingerprinter::new();
            print.add(language).add(env!("CARGO_PKG_VERSION"));
            part.iter().for_each(|(_, one)| {
                print.add_fingerprint(*one);
            });
            let number = bundles.len();
            print.add([u8::from(number == 0)]);
            bundles.push(Bundle {
                folder: format!("{FOLDER}{number}/"),
                made_from: print.finish(),
                pages: part.len(),
                language: language.to_owned(),
                records: part.into_iter().map(|(record, _)| record).collect(),
                has_program: number == 0,
            });
        }
    }
    bundles
}

/// The file at [`LIST`]: where the bundles lie, and the words that none of them holds, in the order of their marks.
pub fn list(site: &Site, bundles: &[Bundle]) -> Vec<u8> {
    let bundles: Vec<_> = bundles.iter().map(|bundle| serde_json::json!({ "folder": bundle.folder, "language": bundle.language })).collect();
    let mut text = serde_json::json!({ "bundles": bundles, "common": Records::of(site).common() }).to_string();
    text.push('\n');
    text.into_bytes()
}

/// Indexes a bundle; files are sorted by path.
///
/// # Errors
/// Where the library refuses.
#[cfg(feature = "search")]
pub fn index(site: &Site, bundle: &Bundle) -> Result<Vec<IndexFile>, Diagnostic> {
    pagefind::index(&Records::of(site), bundle)
}

/// Without the feature there is nothing to index.
///
/// # Errors
/// None.
#[cfg(not(feature = "search"))]
pub fn index(_: &Site, _: &Bundle) -> Result<Vec<IndexFile>, Diagnostic> {
    Ok(Vec::new())
}
