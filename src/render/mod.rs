//! Pages: the jobs that a site asks for, and each job's file. Makes HTML in one place (`inline`) and from templates; nowhere else.

mod cite;
mod courtesy;
mod data;
mod feed;
mod handout_file;
mod head;
mod icon;
mod inline;
mod kind;
mod plain_text;
mod print;
mod share;
mod sitemap;
pub mod view;

pub(crate) use crate::model::place;
pub use courtesy::Courtesy;
pub use inline::Html;
pub use print::{Prints, prints};

use crate::diagnostics::{Code, Diagnostic};
use crate::input::LinkPolicy;
use crate::model::{ActorList, BriefingNo, Target};
use crate::site::Site;
use crate::site::address::file_of;
use crate::text::{Fingerprint, Fingerprinter};
use crate::theme::{Strings, Theme};
use inline::Inline;
use serde::Serialize;
use view::frame::Making;
use view::{actor, actor_index, article, faq, handout, lists, seed};

/// One file to make.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Job {
    /// The page, feed or sitemap of a target.
    Page(Target),
    /// The page at an old address that leads to the new one: its place in `Addresses::all_redirects`.
    Redirect(usize),
    /// A part of a sitemap that is too long for one file, from 1.
    SitemapPart(usize),
    /// A file that programs ask for by a name of their own.
    Courtesy(Courtesy),
}

/// A file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Below the output folder, with `/`: `briefings/talks/index.html`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What rendering takes from the settings.
#[derive(Clone, Copy, Debug, Default)]
pub struct RenderOptions {
    /// Which mentions are linked.
    pub links: LinkPolicy,
}

/// Every file that the site asks for, in the order of addresses; files that are copied as they are not among them.
pub fn jobs(site: &Site) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    for (_, target) in site.addresses().pages() {
        if !matches!(target, Target::Asset(_)) {
            jobs.push(Job::Page(target.clone()));
        }
    }
    jobs.extend((0..site.addresses().all_redirects().len()).map(Job::Redirect));
    if site.addresses().has(&Target::Sitemap) {
        jobs.extend((1..=sitemap::parts(site)).map(Job::SitemapPart));
    }
    jobs.extend(courtesy::all(site).map(Job::Courtesy));
    jobs
}

/// The job of the file at an address below the base path, without a look at all the others.
pub fn job_at(site: &Site, address: &str) -> Option<Job> {
    match site.addresses().find(address) {
        Some(Target::Asset(_)) => return None,
        Some(target) => return Some(Job::Page(target.clone())),
        None => {}
    }
    let redirects = site.addresses().all_redirects();
    if let Ok(at) = redirects.binary_search_by(|redirect| redirect.from.as_str().cmp(address)) {
        return Some(Job::Redirect(at));
    }
    let others = (site.addresses().has(&Target::Sitemap)).then(|| (1..=sitemap::parts(site)).map(Job::SitemapPart)).into_iter().flatten();
    others.chain(courtesy::all(site).map(Job::Courtesy)).find(|job| path(site, job) == address)
}

/// Where a job's file lies below the output folder.
pub fn path(site: &Site, job: &Job) -> String {
    match job {
        Job::Page(target) => site.addresses().file(target),
        Job::Redirect(at) => site.addresses().all_redirects().get(*at).map(|redirect| file_of(&redirect.from)).unwrap_or_default(),
        Job::SitemapPart(number) => sitemap::part_name(*number),
        Job::Courtesy(file) => file.path().to_owned(),
    }
}

/// Makes one file.
///
/// # Errors
/// A template that failed.
pub fn page(site: &Site, theme: &Theme, options: &RenderOptions, job: &Job) -> Result<OutputFile, Diagnostic> {
    let path = path(site, job);
    let mut bytes = make(site, theme, options, job, &Renderer { theme, path: &path })?;
    if let Job::Page(Target::HandoutFile(no)) = job {
        bytes = handout_file(site, theme, *no, &bytes, |_| None);
    }
    Ok(OutputFile { path, bytes })
}

/// The handout of a briefing as one file, from `page`, the bytes of the handout's page. `picture` gives a file of `content/static/` as a `data:` address.
pub fn handout_file(site: &Site, theme: &Theme, no: BriefingNo, page: &[u8], picture: impl Fn(&str) -> Option<String>) -> Vec<u8> {
    handout_file::file(site, theme.handout(), no, std::str::from_utf8(page).unwrap_or_default(), picture).into_bytes()
}

/// Of everything that decides a job's bytes: equal fingerprints, equal bytes. Costs less than making the file. `prints` are
/// those of the same site, theme and options. Where `print` has no short way, the view is made and goes into the fingerprint
/// whole, so that nothing that a template can see is forgotten; the template is not run.
pub fn fingerprint(site: &Site, theme: &Theme, options: &RenderOptions, prints: &Prints, job: &Job) -> Fingerprint {
    if let Job::Page(target) = job {
        // A picture depends on its few words alone, and not on what stands round a page.
        if let Some(print) = share::fingerprint(site, theme, target).or_else(|| print::of_page(site, prints, target)) {
            return print;
        }
    }
    let mut print = Fingerprinter::new();
    print.add_fingerprint(theme.fingerprint());
    match make(site, theme, options, job, &Printer) {
        Ok(bytes) => print.add(bytes),
        // A job that fails has no bytes; it fails again when it is made.
        Err(finding) => print.add(finding.message),
    };
    print.finish()
}

/// What becomes of a view: a page, or its fingerprint's raw material.
trait Finish {
    fn finish<V: Serialize>(&self, template: &'static str, language: &str, view: &V) -> Result<Vec<u8>, Diagnostic>;
}

struct Renderer<'a> {
    theme: &'a Theme,
    path: &'a str,
}

impl Finish for Renderer<'_> {
    fn finish<V: Serialize>(&self, template: &'static str, language: &str, view: &V) -> Result<Vec<u8>, Diagnostic> {
        self.theme.render(template, language, view).map(String::into_bytes).map_err(|mut finding| {
            finding.message.push_str(&format!(", while making `{}`", self.path));
            finding
        })
    }
}

struct Printer;

impl Finish for Printer {
    fn finish<V: Serialize>(&self, template: &'static str, language: &str, view: &V) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = format!("{template}\n{language}\n").into_bytes();
        serde_json::to_writer(&mut bytes, view).map_err(|error| Diagnostic::new(Code::TemplateRender, format!("template `{template}`: {error}")))?;
        Ok(bytes)
    }
}

fn make(site: &Site, theme: &Theme, options: &RenderOptions, job: &Job, end: &impl Finish) -> Result<Vec<u8>, Diagnostic> {
    let facts = site.facts();
    let site_words = theme.strings(&facts.language);
    // Files for programs show none.
    let is_bare = matches!(
        job,
        Job::SitemapPart(_) | Job::Page(Target::BriefingData(_) | Target::DataFile(_) | Target::CitationFile(..) | Target::PlainText(_) | Target::Sitemap)
    );
    let icon = if is_bare { None } else { icon::icon(site, theme) };
    let site_making = Making { site, words: site_words, icon };
    let missing = || Diagnostic::new(Code::DanglingLink, format!("there is nothing to show at `{}`", path(site, job)));
    let inline = |words, language| Inline::new(site, words, options.links, language);
    match job {
        Job::Courtesy(file) => Ok(courtesy::file(site, icon, *file).into_bytes()),
        Job::SitemapPart(number) => sitemap::part(site, *number),
        Job::Redirect(at) => {
            let redirect = site.addresses().all_redirects().get(*at).ok_or_else(missing)?;
            end.finish("redirect.html", &facts.language, &lists::redirect(&site_making, &redirect.to))
        }
        Job::Page(target) => match target {
            Target::Home => end.finish("home.html", &facts.language, &lists::home(&site_making)),
            Target::Briefings(number) => end.finish("briefings.html", &facts.language, &lists::briefings(&site_making, *number)),
            Target::Article(no) | Target::Faq(no) | Target::Handout(no) | Target::Block(no, _) => {
                let language = site.language(*no);
                let words: &Strings = theme.strings(language);
                let making = Making { site, words, icon };
                let inline = inline(words, language).with_notes(site.briefing(*no).blocks.iter());
                if matches!(target, Target::Handout(_)) {
                    let (text, answers) = (inline.unlinked(), Inline::new(site, words, options.links, language).unlinked());
                    end.finish("handout.html", language, &handout::handout(&making, *no, text, answers))
                } else if matches!(target, Target::Faq(_)) {
                    end.finish("faq.html", language, &faq::faq(&making, *no, inline).ok_or_else(missing)?)
                } else {
                    end.finish("article.html", language, &article::article(&making, *no, inline))
                }
            }
            Target::Source(no) => {
                let language = site.language(*no);
                end.finish("source.html", language, &seed::seed(&Making { site, words: theme.strings(language), icon }, *no))
            }
            // Made from that page, by whoever has the pictures: see `handout_file`.
            Target::HandoutFile(no) => make(site, theme, options, &Job::Page(Target::Handout(*no)), end),
            Target::Actors => end.finish("actors.html", &facts.language, &actor_index::index(&site_making, ActorList::Name, 1)),
            Target::ActorList(list, number) => end.finish("actors.html", &facts.language, &actor_index::index(&site_making, *list, *number)),
            Target::Actor(no) => end.finish("actor.html", &facts.language, &actor::actor(&site_making, *no, None, inline(site_words, &facts.language))),
            Target::ActorPart(no, number) => {
                end.finish("actor.html", &facts.language, &actor::actor(&site_making, *no, Some(*number), inline(site_words, &facts.language)))
            }
            Target::Namesakes(slug) => end.finish("namesakes.html", &facts.language, &actor_index::namesakes(&site_making, slug).ok_or_else(missing)?),
            Target::Tag(slug) => end.finish("tag.html", &facts.language, &lists::tag(&site_making, slug).ok_or_else(missing)?),
            Target::Tags => end.finish("tags.html", &facts.language, &lists::tags(&site_making)),
            Target::Corrections => end.finish("corrections.html", &facts.language, &lists::corrections(&site_making)),
            Target::Page(path) => {
                let page = site.pages().iter().find(|page| page.path == *path).ok_or_else(missing)?;
                let language = page.language.as_deref().unwrap_or(&facts.language);
                let words = theme.strings(language);
                let inline = inline(words, language).with_notes(page.blocks.iter());
                end.finish("page.html", language, &lists::own_page(&Making { site, words, icon }, page, inline))
            }
            Target::Method => end.finish("method.html", &facts.language, &lists::method(&site_making)),
            Target::Search => end.finish("search.html", &facts.language, &lists::search(&site_making)),
            Target::NotFound => end.finish("not-found.html", &facts.language, &lists::not_found(&site_making)),
            Target::Data => end.finish("data.html", &facts.language, &view::data::data(&site_making)),
            Target::BriefingData(no) => data::of_briefing(site, *no),
            Target::DataFile(file) => data::file(site, *file),
            Target::Citations(no) => {
                let language = site.language(*no);
                end.finish("citations.html", language, &view::citations::view(&Making { site, words: theme.strings(language), icon }, *no))
            }
            Target::CitationFile(no, form) => {
                cite::file(site, *no, *form).map_err(|error| Diagnostic::new(Code::TemplateRender, format!("the citations could not be written: {error}")))
            }
            Target::Feed(of, form) => Ok(feed::feed(site, site_words, icon, of, *form)),
            Target::BriefingPicture(_) | Target::ActorPicture(_) => {
                let card = share::card(site, theme, target).ok_or_else(missing)?;
                share::draw(&card).map_err(|error| Diagnostic::new(Code::TemplateRender, format!("`{}` could not be drawn: {error}", path(site, job))))
            }
            Target::PlainText(no) => Ok(plain_text::of(site, *no).into_bytes()),
            Target::Sitemap => sitemap::whole(site),
            Target::Asset(_) => Err(missing()),
        },
    }
}

#[cfg(test)]
mod tests;
