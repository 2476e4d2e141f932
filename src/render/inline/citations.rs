//! The entries of a page of citations: dozens for each briefing, so they are written here and not by a template.

use super::Html;
use crate::model::BriefingNo;
use crate::render::cite::fragment::Fragments;
use crate::render::cite::styles::{Styles, locator};
use crate::render::cite::{Cited, Part, Work, cited};
use crate::render::view::faq::first_words;
use crate::site::Site;
use crate::text::escape::{Place, escape};
use crate::theme::Strings;

/// Everything that is cited, in reading order.
pub(crate) fn citations(site: &Site, words: &Strings, no: BriefingNo) -> Html {
    let briefing = site.briefing(no);
    let work = Work::of(site, no);
    let styles = Styles::of(&work);
    let all = cited(briefing);
    let fragments = Fragments::of(briefing, &all);
    let mut out = String::with_capacity(all.len() * 1_400);
    let article = site.addresses().href(&crate::model::Target::Article(no));
    let faq = site.addresses().href(&crate::model::Target::Faq(no));
    let mut link = String::from("\">");
    escape(words.get("cite_words"), Place::Text, &mut link);
    link.push_str("</a></p></section>\n");
    for (at, cited) in all.iter().enumerate() {
        out.push_str("<section id=\"");
        out.push_str(cited.id);
        out.push_str("\"><h2>");
        escape(&label(words, cited), Place::Text, &mut out);
        out.push_str("</h2><p class=\"why\" dir=\"auto\">");
        let first = first_words(cited.text);
        escape(first, Place::Text, &mut out);
        out.push_str(if first.len() < cited.text.len() { "…</p><dl>" } else { "</p><dl>" });
        let place = locator(cited.part);
        out.push_str("<dt>APA</dt><dd dir=\"auto\">");
        styles.apa(&work, cited, &place, &mut out);
        out.push_str("</dd><dt>Chicago</dt><dd dir=\"auto\">");
        styles.chicago(&work, cited, &place, &mut out);
        out.push_str("</dd><dt>MLA</dt><dd dir=\"auto\">");
        styles.mla(&work, cited, &place, &mut out);
        out.push_str("</dd></dl><p><a href=\"");
        out.push_str(if matches!(cited.part, Part::Paragraph(_)) { &article } else { &faq });
        out.push('#');
        out.push_str(cited.id);
        fragments.push(at, cited, &mut out);
        out.push_str(&link);
    }
    Html(out)
}

fn label(words: &Strings, cited: &Cited<'_>) -> String {
    let (key, number) = match cited.part {
        Part::Paragraph(number) => ("paragraph", number),
        Part::Question(number) => ("cite_question", number),
        Part::Answer(number) => ("cite_answer", number),
    };
    words.fill(key, &[("number", &number.to_string())])
}
