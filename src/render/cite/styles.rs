//! The styles that people ask for, as HTML: APA (7th edition), Chicago (notes), MLA (9th edition). They are styles of English, and say months so.

use super::{Cited, Part, Work};
use crate::model::Date;
use crate::text::escape::{Place, escape};
use std::fmt::Write;

/// Beginnings that all parts of a briefing share.
pub(crate) struct Styles {
    apa: String,
    apa_in_text: String,
    chicago: String,
    mla: String,
}

const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SHORT_MONTHS: [&str; 12] = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

fn month(names: &[&'static str; 12], date: Date) -> &'static str {
    usize::try_from(date.parts().1).ok().and_then(|month| names.get(month.wrapping_sub(1))).copied().unwrap_or_default()
}

/// A text with the full stop that ends it.
fn sentence(text: &str, out: &mut String) {
    escape(text, Place::Text, out);
    if !text.ends_with(['.', '?', '!', '…', '。', '？', '！']) {
        out.push('.');
    }
}

impl Styles {
    pub(crate) fn of(work: &Work<'_>) -> Self {
        // Where it is said already who publishes, it is not said again.
        let publisher = work.publisher.filter(|publisher| Some(*publisher) != work.author && *publisher != work.site);
        let site = Some(work.site).filter(|site| Some(*site) != work.author);
        let escaped = |text: &str| {
            let mut out = String::new();
            escape(text, Place::Text, &mut out);
            out
        };
        let title = escaped(work.title);
        let mut apa = String::new();
        let day = work.date.map_or_else(|| "n.d.".to_owned(), |date| format!("{}, {} {}", date.parts().0, month(&MONTHS, date), date.parts().2));
        let mut titled = String::from("<i>");
        titled.push_str(&title);
        titled.push_str(if work.title.ends_with(['.', '?', '!']) { "</i>" } else { "</i>." });
        match work.author {
            Some(author) => {
                sentence(author, &mut apa);
                let _ = write!(apa, " ({day}). {titled}");
            }
            None => {
                let _ = write!(apa, "{titled} ({day}).");
            }
        }
        if let Some(site) = site {
            apa.push(' ');
            sentence(site, &mut apa);
        }
        let year = work.date.map_or_else(|| "n.d.".to_owned(), |date| date.parts().0.to_string());
        let apa_in_text = match work.author {
            Some(author) => format!("{}, {year}", escaped(author)),
            None => format!("“{title},” {year}"),
        };
        let mut chicago = work.author.map(|author| format!("{}, ", escaped(author))).unwrap_or_default();
        let _ = write!(chicago, "“{title},”");
        if let Some(site) = site {
            let _ = write!(chicago, " {},", escaped(site));
        }
        if let Some(date) = work.date {
            let _ = write!(chicago, " {} {}, {},", month(&MONTHS, date), date.parts().2, date.parts().0);
        }
        let mut mla = String::new();
        if let Some(author) = work.author {
            sentence(author, &mut mla);
            mla.push(' ');
        }
        mla.push('“');
        sentence(work.title, &mut mla);
        let _ = write!(mla, "” <i>{}</i>,", escaped(work.site));
        if let Some(publisher) = publisher {
            let _ = write!(mla, " {},", escaped(publisher));
        }
        if let Some(date) = work.date {
            let _ = write!(mla, " {} {} {},", date.parts().2, month(&SHORT_MONTHS, date), date.parts().0);
        }
        Self { apa, apa_in_text, chicago, mla }
    }

    /// APA: the reference, and what stands in the text. `place` is the block's [`locator`].
    pub(crate) fn apa(&self, work: &Work<'_>, cited: &Cited<'_>, place: &str, out: &mut String) {
        out.push_str(&self.apa);
        if let Some(page) = work.page(cited.part) {
            push_all([" ", page, "#", cited.id], out);
        }
        push_all([" (", &self.apa_in_text, ", ", place, ")"], out);
    }

    /// Chicago: a note.
    pub(crate) fn chicago(&self, work: &Work<'_>, cited: &Cited<'_>, place: &str, out: &mut String) {
        push_all([&self.chicago, " ", place], out);
        end(work, cited, out);
    }

    /// MLA: an entry of the list of works cited.
    pub(crate) fn mla(&self, work: &Work<'_>, cited: &Cited<'_>, place: &str, out: &mut String) {
        match place.strip_prefix("para. ") {
            Some(number) => push_all([&self.mla, " par. ", number], out),
            None => push_all([&self.mla, " ", place], out),
        }
        end(work, cited, out);
    }
}

fn push_all<const N: usize>(pieces: [&str; N], out: &mut String) {
    pieces.into_iter().for_each(|piece| out.push_str(piece));
}

fn end(work: &Work<'_>, cited: &Cited<'_>, out: &mut String) {
    if let Some(page) = work.page(cited.part) {
        push_all([", ", page, "#", cited.id], out);
    }
    out.push('.');
}

/// Where in the briefing.
pub(crate) fn locator(part: Part) -> String {
    match part {
        Part::Paragraph(number) => format!("para. {number}"),
        Part::Question(number) => format!("question {number}"),
        Part::Answer(number) => format!("answer to question {number}"),
    }
}
