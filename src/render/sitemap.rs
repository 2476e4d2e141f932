//! The sitemap: every page that is to be found, with the day on which its content last changed, where that is known.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::Target;
use crate::site::Site;
use sitemap_rs::sitemap::Sitemap;
use sitemap_rs::sitemap_index::SitemapIndex;
use sitemap_rs::url::Url;
use sitemap_rs::url_set::UrlSet;

/// No sitemap may list more than this; beyond it, `sitemap.xml` lists the parts.
const MOST: usize = 50_000;

/// How many parts there are beside `sitemap.xml` itself: none for most sites.
pub(super) fn parts(site: &Site) -> usize {
    let count = listed(site).count();
    if count > MOST { count.div_ceil(MOST) } else { 0 }
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
    urls(site, listed(site).skip(number.saturating_sub(1).saturating_mul(MOST)).take(MOST))
}

/// What is listed: pages with an address of their own, not files, not the page for what is not there.
fn listed(site: &Site) -> impl Iterator<Item = (&str, &Target)> {
    site.addresses().pages().filter(|(path, target)| {
        !matches!(target, Target::Asset(_) | Target::Feed | Target::Sitemap | Target::NotFound) && *path != "404.html" && !site.facts().noindex
    })
}

fn urls<'a>(site: &Site, pages: impl Iterator<Item = (&'a str, &'a Target)>) -> Result<Vec<u8>, Diagnostic> {
    let base = site.facts().base_url.as_deref().unwrap_or_default();
    let mut list = Vec::new();
    for (path, target) in pages {
        let mut url = Url::builder(format!("{base}{path}"));
        let changed = match target {
            Target::Article(no) | Target::Faq(no) => site.meta(*no).updated.or(site.meta(*no).date),
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
