//! What the index is given of a page: its words, sentence by sentence, each led by the id of its block; and what it can be narrowed by.

use super::Record;
use super::common::Common;
use crate::language::{self, sentences::sentences};
use crate::model::{ActorNo, Block, BriefingNo, Role, Target};
use crate::site::Site;
use crate::text::escape::{Place, escape};
use crate::text::fold::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// Languages whose words do not stand apart: they are cut by the rules of their own. All others are read by those of the site.
const UNSPACED: [&str; 3] = ["zh", "ja", "th"];

/// All that can be found on a site.
pub(super) struct Records<'a> {
    site: &'a Site,
    /// Names that more than one listed actor has.
    shared: FxHashSet<&'a str>,
    common: Common,
}

impl<'a> Records<'a> {
    pub(super) fn of(site: &'a Site) -> Self {
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        for (at, actor) in site.roster().actors.iter().enumerate() {
            if site.is_listed(ActorNo::at(at)) {
                *counts.entry(actor.name.as_str()).or_default() += 1;
            }
        }
        // What is common in the site's language is passed over on all its pages: a question is put in no language.
        let main = primary(&site.facts().language);
        let pack = language::pack(main);
        let common = Common::of(if pack.code == main { &pack.too_common } else { &[] });
        Self { site, shared: counts.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect(), common }
    }

    /// Words that are not indexed, in the order of their marks.
    pub(super) fn common(&self) -> &'static [&'static str] {
        self.common.words()
    }

    pub(super) fn main_language(&self) -> &'a str {
        primary(&self.site.facts().language)
    }

    /// In the order of briefings, actors and pages.
    pub(super) fn all(&self) -> Vec<Record> {
        let mut all = Vec::new();
        for (no, entry) in self.site.entries().iter().enumerate() {
            let no = BriefingNo::at(no);
            all.push(Record::Article(no));
            if entry.briefing.faq.is_some() {
                all.push(Record::Faq(no));
            }
        }
        let actors = (0..self.site.roster().actors.len()).map(ActorNo::at);
        all.extend(actors.filter(|no| self.site.is_listed(*no)).map(Record::Actor));
        let pages = self.site.pages().iter().enumerate();
        all.extend(pages.filter(|(_, page)| page.path != "404").map(|(at, _)| Record::Page(at)));
        all
    }

    fn target(&self, record: Record) -> Target {
        match record {
            Record::Article(no) => Target::Article(no),
            Record::Faq(no) => Target::Faq(no),
            Record::Actor(no) => Target::Actor(no),
            Record::Page(at) => self.site.pages().get(at).map_or(Target::Home, |page| Target::Page(page.path.clone())),
        }
    }

    /// Below the base path, led by `/`: the index is the same wherever the site is published.
    pub(super) fn address(&self, record: Record) -> String {
        let href = self.site.addresses().href(&self.target(record));
        format!("/{}", href.strip_prefix(self.site.addresses().base_path()).unwrap_or(&href))
    }

    fn language(&self, record: Record) -> &'a str {
        let facts = self.site.facts();
        match record {
            Record::Article(no) | Record::Faq(no) => self.site.language(no),
            Record::Actor(_) => &facts.language,
            Record::Page(at) => self.site.pages().get(at).and_then(|page| page.language.as_deref()).unwrap_or(&facts.language),
        }
    }

    /// The language by whose rules a record's words are cut and shortened: the reader's program knows those of one language at a time.
    pub(super) fn group(&self, record: Record) -> &'a str {
        let own = primary(self.language(record));
        if UNSPACED.contains(&own) { own } else { self.main_language() }
    }

    /// Words that do not stand apart have no common ones among them.
    fn common_in(&self, record: Record) -> Option<&Common> {
        (self.group(record) == self.main_language()).then_some(&self.common)
    }

    fn actor_name(&self, no: ActorNo) -> String {
        let actor = self.site.roster().actor(no);
        if self.shared.contains(actor.name.as_str()) { format!("{} ({})", actor.name, actor.id) } else { actor.name.clone() }
    }

    /// The page that the index reads.
    pub(super) fn html(&self, record: Record) -> String {
        let language = self.language(record);
        let mut page = Page { html: String::with_capacity(16 * 1024), folded: BTreeSet::new(), pack: language::pack(language), common: self.common_in(record) };
        page.html.push_str("<html lang=\"");
        escape(self.group(record), Place::Attribute, &mut page.html);
        page.html.push_str("\"><body>");
        match record {
            Record::Article(no) => {
                let briefing = self.site.briefing(no);
                self.head(&mut page, "article", language, &briefing.title.text);
                self.about(&mut page, no);
                if let Some(standfirst) = &briefing.meta.standfirst {
                    page.paragraph(None, standfirst);
                }
                briefing.meta.key_points.iter().for_each(|point| page.paragraph(None, point));
                briefing.article.iter().for_each(|at| page.block(briefing.block(*at)));
            }
            Record::Faq(no) => {
                let briefing = self.site.briefing(no);
                self.head(&mut page, "faq", language, &briefing.title.text);
                self.about(&mut page, no);
                briefing.faq.iter().flat_map(|faq| faq.blocks()).for_each(|at| page.block(briefing.block(at)));
            }
            Record::Actor(no) => {
                let actor = self.site.roster().actor(no);
                let name = self.actor_name(no);
                self.head(&mut page, "actor", language, &actor.name);
                page.filter("actor", &name);
                page.paragraph(None, &actor.name);
                actor.aliases.iter().for_each(|alias| page.paragraph(None, &alias.text));
                actor.summary.iter().chain(&actor.roles).for_each(|text| page.paragraph(None, text));
                for role in &self.site.actor_entry(no).roles {
                    let entry = self.site.entry(role.briefing);
                    if let Some(stated) = entry.mentions.roles.get(role.at as usize) {
                        page.paragraph(None, stated.phrase.of(entry.briefing.block(stated.block).text.text()));
                    }
                }
            }
            Record::Page(at) => {
                let Some(own) = self.site.pages().get(at) else { return page.html };
                self.head(&mut page, "page", language, &own.title);
                own.blocks.iter().for_each(|block| page.block(block));
            }
        }
        page.finish()
    }

    fn head(&self, page: &mut Page<'_>, kind: &str, language: &str, title: &str) {
        page.meta("title", title);
        page.filter("kind", kind);
        page.filter("language", primary(language));
        page.fold(title);
    }

    /// What a briefing's pages can be narrowed by.
    fn about(&self, page: &mut Page<'_>, no: BriefingNo) {
        let entry = self.site.entry(no);
        page.filter("briefing", &entry.briefing.title.text);
        if let Some(date) = entry.briefing.meta.date {
            page.meta("date", &date.to_string());
        }
        let named: BTreeSet<ActorNo> = entry.mentions.mentions.iter().map(|mention| mention.actor).filter(|actor| self.site.is_listed(*actor)).collect();
        for actor in named {
            page.filter("actor", &self.actor_name(actor));
        }
    }
}

/// The first part of a language tag.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

struct Page<'a> {
    html: String,
    /// Words that the index would not find by the letters of another keyboard, folded.
    folded: BTreeSet<String>,
    pack: &'static language::Pack,
    common: Option<&'a Common>,
}

impl Page<'_> {
    fn about(&mut self, what: &str, name: &str, value: &str) {
        self.html.push_str(&format!("<i data-pagefind-{what}=\"{name}[content]\" content=\""));
        escape(value, Place::Attribute, &mut self.html);
        self.html.push_str("\"></i>");
    }

    fn meta(&mut self, name: &str, value: &str) {
        self.about("meta", name, value);
    }

    fn filter(&mut self, name: &str, value: &str) {
        self.about("filter", name, value);
    }

    fn block(&mut self, block: &Block) {
        let heading = matches!(block.role, Role::Heading | Role::Section | Role::Question | Role::FaqTitle | Role::Title);
        self.html.push_str(if heading { "<h2>" } else { "<p>" });
        self.sentences(Some(block.anchor.as_str()), block.text.text());
        self.html.push_str(if heading { "</h2>" } else { "</p>" });
    }

    fn paragraph(&mut self, anchor: Option<&str>, text: &str) {
        self.html.push_str("<p>");
        self.sentences(anchor, text);
        self.html.push_str("</p>");
    }

    /// Each sentence is led by an empty element with its block's id; without a block, by one with an empty mark.
    fn sentences(&mut self, anchor: Option<&str>, text: &str) {
        for sentence in sentences(text, self.pack) {
            self.html.push_str("<a id=\"");
            escape(anchor.unwrap_or(NO_BLOCK), Place::Attribute, &mut self.html);
            self.html.push_str("\"></a>");
            // Words that begin so would be orders to the library. It drops the space without width that keeps them from it.
            let words = sentence.of(text);
            let words = self.common.map_or_else(|| words.to_owned(), |common| common.write(words)).replace("___", "\u{200b}___");
            escape(&words, Place::Attribute, &mut self.html);
            self.html.push(' ');
        }
        self.fold(text);
    }

    /// The index knows letters without their marks (`ğ` is `g`), but no letter that has none to lose (`ı`, `ø`, `ß`).
    fn fold(&mut self, text: &str) {
        if text.is_ascii() {
            return;
        }
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(UNMARKED)) {
            self.folded.insert(fold(word));
        }
    }

    fn finish(mut self) -> String {
        if !self.folded.is_empty() {
            let words: Vec<String> = std::mem::take(&mut self.folded).into_iter().collect();
            self.meta("spelt", &words.join(" "));
        }
        self.html.push_str("</body></html>");
        self.html
    }
}

/// The mark of a sentence that stands in no block of its page.
const NO_BLOCK: &str = "_";

const UNMARKED: &[char] = &['ı', 'ø', 'Ø', 'đ', 'Đ', 'ð', 'Ð', 'ł', 'Ł', 'æ', 'Æ', 'œ', 'Œ', 'ß', 'ẞ', 'þ', 'Þ'];
