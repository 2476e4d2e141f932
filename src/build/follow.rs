//! Follows the links of a site: all of them, or after a small change only those that it can have broken.

use super::verify::{self, PageLinks, address, hash};
use super::{Build, Output};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Target;
use rustc_hash::FxHashSet;

/// Links of the files of the last build, by path, sorted. Empty where nothing is remembered.
pub type KnownLinks = Vec<(String, PageLinks)>;

/// What a build changed in the links of a site in which all of them led somewhere.
#[derive(Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing is known of the last build.
    Unknown,
    /// A page came or went, or one no longer links to another: whether each page can still be reached must be seen.
    Paths,
    /// All else.
    Links {
        /// Addresses that were there, as hashes.
        gone: FxHashSet<u64>,
        /// Addresses that pages newly link to.
        needed: FxHashSet<u64>,
    },
}

/// The links of each of `outputs`, which are sorted by path: those of `made`, by its number in `outputs`, and for all others what was known. And what changed.
pub fn update(outputs: &[(String, Output)], known: KnownLinks, mut made: Vec<(usize, PageLinks)>) -> (KnownLinks, Change) {
    made.sort_unstable_by_key(|(at, _)| *at);
    let was_known = !known.is_empty();
    let mut known = known.into_iter().peekable();
    let mut made = made.into_iter().peekable();
    let mut all = Vec::with_capacity(outputs.len());
    let (mut gone, mut needed, mut paths) = (FxHashSet::default(), FxHashSet::default(), false);
    for (at, (path, _)) in outputs.iter().enumerate() {
        while let Some((other, old)) = known.next_if(|(other, _)| other < path) {
            gone.insert(hash(address(&other), None));
            // A file that is gone. What links to it is looked at below, also where it is a picture.
            paths |= old.is_page;
        }
        let old = known.next_if(|(other, _)| other == path).map(|(_, links)| links);
        let new = made.next_if(|(other, _)| *other == at).map(|(_, links)| links);
        let is_new = old.is_none();
        let old = old.unwrap_or_default();
        let links = match new {
            Some(new) if new != old => {
                paths |= is_new && new.is_page || old.is_page != new.is_page || old.pages.iter().any(|link| new.pages.binary_search(link).is_err());
                let ids: FxHashSet<u64> = new.ids.iter().copied().collect();
                gone.extend(old.ids.iter().filter(|id| !ids.contains(*id)));
                needed.extend(new.pages.iter().filter(|link| old.pages.binary_search(link).is_err()));
                needed.extend(new.fragments.iter().filter(|link| old.fragments.binary_search(link).is_err()));
                new
            }
            _ => old,
        };
        all.push((path.clone(), links));
    }
    for (other, old) in known {
        gone.insert(hash(address(&other), None));
        paths |= old.is_page;
    }
    let change = match (was_known, paths) {
        (false, _) => Change::Unknown,
        (true, true) => Change::Paths,
        (true, false) => Change::Links { gone, needed },
    };
    (all, change)
}

/// Whether all links lead somewhere and all pages can be reached, as in the last build; `false` where that must be looked at as a whole.
pub fn still_holds(links: &KnownLinks, change: &Change) -> bool {
    let Change::Links { gone, needed } = change else { return false };
    let mut needed = needed.clone();
    if !gone.is_empty() && links.iter().any(|(_, page)| page.pages.iter().chain(&page.fragments).any(|link| gone.contains(link))) {
        return false;
    }
    for (path, page) in links {
        if needed.is_empty() {
            break;
        }
        needed.remove(&hash(address(path), None));
        page.ids.iter().for_each(|id| {
            needed.remove(id);
        });
    }
    needed.is_empty()
}

/// Follows every link of every page: links that lead to nothing, and pages that nothing leads to.
pub fn follow_links(built: &Build, outputs: &[(String, Output)], links: &KnownLinks) -> Vec<Diagnostic> {
    let mut failures = Vec::new();
    let files: Vec<(&str, &PageLinks)> = links.iter().map(|(path, links)| (address(path), links)).collect();
    let redirects: Vec<&str> = built.site.addresses().all_redirects().iter().map(|redirect| redirect.from.as_str()).collect();
    // What stands beside the pages is not every theme's to show.
    let is_beside = |path: &str| matches!(built.site.addresses().find(path), Some(Target::Data | Target::Citations(_)));
    let broken = verify::verify(&files, |path| is_beside(path) || path == "404.html" || redirects.binary_search(&path).is_ok() || is_copied(outputs, path));
    for number in &broken.dangling {
        let (path, output) = &outputs[*number];
        let Ok(bytes) = built.make(output) else { continue };
        for link in verify::links(&bytes, address(path), built.site.addresses().base_path()) {
            let page_gone = broken.is_dangling(&verify::Link { path: link.path.clone(), fragment: None });
            if page_gone || broken.is_dangling(&link) {
                let shown = link.fragment.as_ref().map_or_else(|| link.path.clone(), |fragment| format!("{}#{fragment}", link.path));
                failures.push(
                    Diagnostic::new(Code::DanglingLink, format!("the page `/{}` links to `/{shown}`, which is not there", address(path)))
                        .help("correct the link in the Markdown or template that it comes from"),
                );
            }
        }
    }
    for number in &broken.orphans {
        failures.push(Diagnostic::new(Code::OrphanPage, format!("no page leads to `/{}`", files[*number].0)).help("link it from a page or a template"));
    }
    failures
}

fn is_copied(outputs: &[(String, Output)], address: &str) -> bool {
    let file = crate::site::address::file_of(address);
    outputs.binary_search_by(|(path, _)| path.as_str().cmp(&file)).is_ok_and(|at| !matches!(outputs[at].1, Output::Job(_)))
}
