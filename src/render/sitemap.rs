//! The sitemap: every page that is to be found, with the day on which its content last changed, where that is known.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::Target;
use crate::site::Site;
use sitemap_rs::sitemap::Sitemap;
use sitemap_rs::sitemap_index::SitemapIndex;
use sitemap_rs::url::Url;
use sitemap_rs::url_set::UrlSet;

/// No sitemap may list more addresses, nor be larger, than this; beyond it, `sitemap.xml` lists the parts.
const MOST: usize = 50_000;
const MOST_BYTES: usize = 50_000_000;
/// What an entry has beside its address, elements and date included; no entry has more.
const ENTRY_BYTES: usize = 120;

/// How many parts there are beside `sitemap.xml` itself: none for most sites.
pub(super) fn parts(site: &Site) -> usize {
    let parts = split(site).len();
    if parts > 1 { parts } else { 0 }
}

/// How many addresses stand in each part.
fn split(site: &Site) -> Vec<usize> {
    let base = site.facts().base_url.as_deref().unwrap_or_default();
    let lengths = listed(site).map(|(path, _)| base.len() + path.len() + ENTRY_BYTES);
    pieces(lengths, MOST, MOST_BYTES)
}

fn pieces(lengths: impl Iterator<Item = usize>, most: usize, most_bytes: usize) -> Vec<usize> {
    let mut parts = Vec::new();
    let (mut count, mut bytes) = (0, 0);
    for length in lengths {
        if count == most || (count > 0 && bytes + length > most_bytes) {
            parts.push(count);
            (count, bytes) = (0, 0);
        }
        count += 1;
        bytes += length;
    }
    parts.push(count);
    parts
}

/// Name of the part `number`, from 1.
pub(super) fn part_name(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// `sitemap.xml`.
pub(super) fn whole(site: &Site) -> Result<Vec<u8>, Diagnostic> {
    let parts = parts(site);
    if parts == 0 {
        return urls(site, listed(site));
    }
    let base = site.facts().base_url.as_deref().unwrap_or_default();
    let list = (1..=parts).map(|number| Sitemap::new(format!("{base}{}", part_name(number)), None)).collect();
    let mut bytes = Vec::new();
    SitemapIndex::new(list).map_err(fault)?.write(&mut bytes).map_err(fault)?;
    Ok(bytes)
}

/// One part, from 1.
pub(super) fn part(site: &Site, number: usize) -> Result<Vec<u8>, Diagnostic> {
    let split = split(site);
    let before: usize = split.iter().take(number.saturating_sub(1)).sum();
    urls(site, listed(site).skip(before).take(split.get(number.saturating_sub(1)).copied().unwrap_or(0)))
}

/// What is listed: pages with an address of their own, not files, not the page for what is not there.
fn listed(site: &Site) -> impl Iterator<Item = (&str, &Target)> {
    site.addresses().pages().filter(|(path, target)| {
        !matches!(target, Target::Asset(_) | Target::Feed(..) | Target::PlainText(_) | Target::Sitemap | Target::NotFound | Target::Search)
            && !matches!(target, Target::Handout(_) | Target::HandoutFile(_))
            && !matches!(target, Target::BriefingPicture(_) | Target::ActorPicture(_))
            && !matches!(target, Target::BriefingData(_) | Target::DataFile(_) | Target::Citations(_) | Target::CitationFile(..))
            && *path != "404.html"
            && !site.facts().noindex
    })
}

fn urls<'a>(site: &Site, pages: impl Iterator<Item = (&'a str, &'a Target)>) -> Result<Vec<u8>, Diagnostic> {
    let base = site.facts().base_url.as_deref().unwrap_or_default();
    let mut list = Vec::new();
    for (path, target) in pages {
        let mut url = Url::builder(format!("{base}{path}"));
        let changed = match target {
            Target::Article(no) | Target::Faq(no) | Target::Source(no) => site.meta(*no).changed(),
            _ => None,
        };
        // Midnight in UTC, which needs no database of time zones; the type is the package's own.
        if let Some(moment) = changed.and_then(|date| format!("{date}T00:00:00+00:00[+00:00]").parse().ok()) {
            url.last_modified(moment);
        }
        list.push(url.build().map_err(fault)?);
    }
    let mut bytes = Vec::new();
    UrlSet::new(list).map_err(fault)?.write(&mut bytes).map_err(fault)?;
    Ok(bytes)
}

fn fault(error: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::TemplateRender, format!("the sitemap could not be made: {error}"))
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn a_part_holds_neither_too_many_addresses_nor_too_many_bytes() {
        assert_eq!(pieces([10; 5].into_iter(), 50_000, 1000), [5], "one file is enough");
        assert_eq!(pieces([10; 5].into_iter(), 2, 1000), [2, 2, 1], "too many addresses");
        assert_eq!(pieces([10; 5].into_iter(), 50_000, 25), [2, 2, 1], "too many bytes");
        assert_eq!(pieces([10, 90, 10].into_iter(), 50_000, 25), [1, 1, 1], "an address too long for any part stands alone");
        assert_eq!(pieces(std::iter::repeat_n(200, 120_000), 50_000, 50_000_000), [50_000, 50_000, 20_000]);
    }
}
