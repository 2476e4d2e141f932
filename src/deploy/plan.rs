//! What a deploy will do: pure, from what is wanted and what stands there.

use super::entry::{Entries, Manifest};
use crate::policy;

/// At most this share of what is there is deleted without being told so: a wrong folder or an empty build must not take a site down.
pub const LARGEST_SHARE: usize = 4;

/// Whether stale files are deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// They stay.
    Leave,
    /// They go, last of all.
    Delete,
}

/// A file of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Below the target.
    pub path: String,
    /// Number of bytes.
    pub size: u64,
}

/// What a deploy will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Nothing of ours stands there.
    pub new: Vec<Item>,
    /// Something else of ours stands there, or the same with other headers.
    pub changed: Vec<Item>,
    /// How many stand there already.
    pub same: usize,
    /// What former deploys put there and the site has no more.
    pub stale: Vec<Item>,
    /// Of these, what will be deleted, last of all.
    pub deleted: Vec<String>,
    /// Of these, compressed variants whose text will be another: they go before it comes, since they would be sent in its place.
    pub outlived: Vec<String>,
    /// Bytes that will travel.
    pub bytes: u64,
    /// How many files of ours there are now, stale ones too.
    pub standing: usize,
    /// Whether there is nothing to do at all, not even to be written down.
    pub nothing: bool,
}

/// When a file is put: what others need comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Styles, scripts, images: what pages need.
    Asset,
    /// Pages.
    Page,
    /// What leads to pages: home, lists, feeds, sitemap, search index.
    Index,
}

/// Every rank in its order, with its name.
pub(super) const RANKS: [(Rank, &str); 3] = [(Rank::Asset, "assets"), (Rank::Page, "pages"), (Rank::Index, "indices, feeds and sitemap")];

/// Pages that list other pages, by what their path begins with.
const LISTS: &[&str] = &["actors/called/", "briefings/page/", "actors/page/", "tags/", "corrections/", "search/"];
const LIST_PAGES: &[&str] = &["index.html", "briefings/index.html", "actors/index.html"];

pub(super) fn rank(path: &str) -> Rank {
    let path = policy::variant_of(path).unwrap_or(path);
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    match ending {
        "html" if LIST_PAGES.contains(&path) || LISTS.iter().any(|list| path.starts_with(list)) => Rank::Index,
        "html" => Rank::Page,
        "xml" | "json" | "txt" if !path.starts_with("assets/") => Rank::Index,
        _ => Rank::Asset,
    }
}

/// The plan for `wanted`, where `standing` is there of ours; `manifest` tells what was stale before, and whether a deploy was cut off.
pub(super) fn plan(wanted: &Entries, standing: &Entries, manifest: &Manifest, stale: Stale) -> Plan {
    let mut plan = Plan { standing: standing.len(), ..Plan::default() };
    for (path, entry) in wanted {
        let item = Item { path: path.clone(), size: entry.size };
        match standing.get(path) {
            Some(there) if there == entry => {
                plan.same += 1;
                continue;
            }
            Some(_) => plan.changed.push(item),
            None => plan.new.push(item),
        }
        plan.bytes += entry.size;
    }
    for (path, entry) in standing.iter().filter(|(path, _)| !wanted.contains_key(*path)) {
        plan.stale.push(Item { path: path.clone(), size: entry.size });
        // Who has opened a page a moment ago may still ask for its style: that goes with the next deploy.
        let was_stale = manifest.stale.contains_key(path) || manifest.going.contains_key(path);
        let is_needed = policy::is_fingerprinted(path) && !was_stale;
        if policy::variant_of(path).is_some_and(|text| wanted.contains_key(text) && wanted.get(text) != standing.get(text)) {
            plan.outlived.push(path.clone());
        } else if stale == Stale::Delete && !is_needed {
            plan.deleted.push(path.clone());
        }
    }
    let puts_nothing = plan.new.is_empty() && plan.changed.is_empty();
    plan.nothing = manifest.is_finished() && *wanted == manifest.files && puts_nothing && plan.deleted.is_empty() && plan.outlived.is_empty();
    plan
}

impl Plan {
    /// Whether more would be deleted than without being told so.
    pub(super) fn deletes_too_much(&self) -> bool {
        // The pieces of the search index are named by their content: on a small site a few words give all of them other names.
        let lost = self.deleted.iter().filter(|path| !path.starts_with(crate::search::FOLDER)).count();
        lost * LARGEST_SHARE > self.standing
    }

    /// Paths that will be put, in their order.
    pub(super) fn put(&self, rank_wanted: Rank) -> Vec<&str> {
        let mut paths: Vec<&str> = self.new.iter().chain(&self.changed).map(|item| item.path.as_str()).filter(|path| rank(path) == rank_wanted).collect();
        paths.sort_unstable();
        paths
    }
}

#[cfg(test)]
mod tests {
    use super::super::entry::Entry;
    use super::*;

    fn entries(list: &[(&str, &str)]) -> Entries {
        let entry = |content: &str| Entry { sha256: content.to_owned(), size: 10, media_type: "t".to_owned(), caching: "c".to_owned() };
        list.iter().map(|(path, content)| ((*path).to_owned(), entry(content))).collect()
    }

    fn paths(items: &[Item]) -> Vec<&str> {
        items.iter().map(|item| item.path.as_str()).collect()
    }

    #[test]
    fn only_differences_are_put() {
        let standing = entries(&[("a", "1"), ("b", "1"), ("gone", "1")]);
        let wanted = entries(&[("a", "1"), ("b", "2"), ("c", "1")]);
        let plan = plan(&wanted, &standing, &Manifest { files: standing.clone(), ..Manifest::default() }, Stale::Leave);
        assert_eq!((paths(&plan.new), paths(&plan.changed), plan.same, plan.bytes), (vec!["c"], vec!["b"], 1, 20));
        assert_eq!((paths(&plan.stale), plan.deleted.len(), plan.nothing), (vec!["gone"], 0, false));
    }

    #[test]
    fn other_headers_are_a_difference() {
        let standing = entries(&[("a", "1")]);
        let mut wanted = standing.clone();
        wanted.values_mut().for_each(|entry| entry.caching = "other".to_owned());
        assert_eq!(paths(&plan(&wanted, &standing, &Manifest::default(), Stale::Leave).changed), ["a"]);
    }

    #[test]
    fn there_is_nothing_to_do_only_where_all_is_done_and_written_down() {
        let files = entries(&[("a", "1")]);
        let done = Manifest { files: files.clone(), ..Manifest::default() };
        assert!(plan(&files, &files, &done, Stale::Delete).nothing);
        assert!(!plan(&files, &files, &Manifest { pending: files.clone(), ..done.clone() }, Stale::Delete).nothing, "a deploy was cut off");
        assert!(!plan(&files, &files, &Manifest { going: files.clone(), ..done.clone() }, Stale::Leave).nothing, "deleting was cut off");
        assert!(!plan(&entries(&[]), &files, &done, Stale::Leave).nothing, "what became stale is not yet written down");
    }

    #[test]
    fn a_style_outlives_its_pages_by_one_deploy() {
        let style = "assets/style-1a2b3c4d.css";
        let standing = entries(&[(style, "1"), ("old/index.html", "1"), ("a", "1")]);
        let wanted = entries(&[("a", "1")]);
        let mut manifest = Manifest { files: standing.clone(), ..Manifest::default() };
        assert_eq!(plan(&wanted, &standing, &manifest, Stale::Delete).deleted, ["old/index.html"]);
        manifest.stale = entries(&[(style, "1")]);
        assert_eq!(plan(&wanted, &standing, &manifest, Stale::Delete).deleted, [style, "old/index.html"]);
    }

    #[test]
    fn a_variant_never_outlives_its_text() {
        let standing = entries(&[("a.html", "1"), ("a.html.gz", "1"), ("b.html", "1"), ("b.html.gz", "1")]);
        let wanted = entries(&[("a.html", "2"), ("b.html", "1")]);
        assert_eq!(plan(&wanted, &standing, &Manifest::default(), Stale::Leave).outlived, ["a.html.gz"]);
    }

    #[test]
    fn what_others_need_comes_first() {
        for (path, expected) in [
            ("assets/style-1a2b3c4d.css", Rank::Asset),
            ("photo.png", Rank::Asset),
            ("pagefind/index.pf_index", Rank::Asset),
            ("briefings/a/index.html", Rank::Page),
            ("briefings/a/index.html.br", Rank::Page),
            ("404.html", Rank::Page),
            ("actors/iran/index.html", Rank::Page),
            ("index.html", Rank::Index),
            ("actors/index.html", Rank::Index),
            ("briefings/page/2/index.html", Rank::Index),
            ("feed.xml", Rank::Index),
            ("sitemap-2.xml", Rank::Index),
        ] {
            assert_eq!(rank(path), expected, "{path}");
        }
    }

    #[test]
    fn more_than_a_quarter_is_not_deleted_unasked() {
        let plan = |standing, deleted: usize| Plan { standing, deleted: vec![String::new(); deleted], ..Plan::default() };
        assert!(!plan(8, 2).deletes_too_much());
        assert!(plan(8, 3).deletes_too_much());
        assert!(!plan(0, 0).deletes_too_much());
        let index = Plan { standing: 8, deleted: (0..4).map(|at| format!("search/0/index/en_{at}.pf_index")).collect(), ..Plan::default() };
        assert!(!index.deletes_too_much(), "pieces of the search index");
    }
}
