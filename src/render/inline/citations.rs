//! The entries of a page of citations: dozens for each briefing, so they are written here and not by a template.

use super::Html;
use crate::model::BriefingNo;
use crate::render::cite::fragment::Rows;
use crate::render::cite::styles::Styles;
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
    let mut rows = Rows::of(briefing);
    let all = cited(briefing);
    let mut out = String::with_capacity(all.len() * 1_400);
    let article = site.addresses().href(&crate::model::Target::Article(no));
    let faq = site.addresses().href(&crate::model::Target::Faq(no));
    let link = words.get("cite_words");
    for cited in &all {
        out.push_str("<section id=\"");
        out.push_str(cited.id);
        out.push_str("\"><h2>");
        escape(&label(words, cited), Place::Text, &mut out);
        out.push_str("</h2><p class=\"why\" dir=\"auto\">");
        let first = first_words(cited.text);
        escape(first, Place::Text, &mut out);
        out.push_str(if first.len() < cited.text.len() { "…</p><dl>" } else { "</p><dl>" });
        for (name, style) in [("APA", Styles::apa as fn(&Styles, &Work<'_>, &Cited<'_>, &mut String)), ("Chicago", Styles::chicago), ("MLA", Styles::mla)] {
            out.push_str("<dt>");
            out.push_str(name);
            out.push_str("</dt><dd dir=\"auto\">");
            style(&styles, &work, cited, &mut out);
            out.push_str("</dd>");
        }
        out.push_str("</dl><p><a href=\"");
        out.push_str(if matches!(cited.part, Part::Paragraph(_)) { &article } else { &faq });
        out.push('#');
        out.push_str(cited.id);
        rows.push(cited, &mut out);
        out.push_str("\">");
        escape(link, Place::Text, &mut out);
        out.push_str("</a></p></section>\n");
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
