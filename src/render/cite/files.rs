//! Citations for programs that manage references: BibTeX, RIS, CSL-JSON. An entry's key holds the id of its block.

use super::styles::locator;
use super::{Cited, Work, cited};
use crate::model::{BriefingNo, CitationForm};
use crate::site::Site;
use serde::Serialize;
use std::fmt::Write;
use std::io::Result;

/// The file of a briefing in a form.
pub(crate) fn file(site: &Site, no: BriefingNo, form: CitationForm) -> Result<Vec<u8>> {
    let work = Work::of(site, no);
    let cited = cited(site.briefing(no));
    let mut out = String::with_capacity(cited.len() * 400 + 64);
    match form {
        CitationForm::Bibtex => bibtex(&work, &cited, &mut out),
        CitationForm::Ris => ris(&work, &cited, &mut out),
        CitationForm::Csl => csl(&work, &cited, &mut out)?,
    }
    Ok(out.into_bytes())
}

fn push_all<const N: usize>(pieces: [&str; N], out: &mut String) {
    pieces.into_iter().for_each(|piece| out.push_str(piece));
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `@misc`, which old styles know too; texts in double braces keep their capitals.
fn bibtex(work: &Work<'_>, all: &[Cited<'_>], out: &mut String) {
    let mut shared = format!("  title = {{{{{}}}}},\n", latex(work.title));
    if let Some(author) = work.author {
        shared.push_str(&format!("  author = {{{{{}}}}},\n", latex(author)));
    }
    shared.push_str(&format!("  howpublished = {{{}}},\n", latex(work.site)));
    if let Some(publisher) = work.publisher {
        shared.push_str(&format!("  publisher = {{{}}},\n", latex(publisher)));
    }
    if let Some((year, month, day)) = work.date.map(crate::model::Date::parts) {
        let name = usize::try_from(month - 1).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or("jan");
        shared.push_str(&format!("  year = {{{year}}},\n  month = {name},\n  day = {{{day}}},\n"));
    }
    let _ = write!(shared, "  langid = {{{}}},\n  note = {{", work.language);
    for cited in all {
        push_all(["@misc{", &work.key, ":", cited.id, ",\n", &shared, &locator(cited.part), "},\n"], out);
        if let Some(page) = work.page(cited.part) {
            push_all(["  url = {", page, "#", cited.id, "},\n"], out);
        }
        out.push_str("}\n\n");
    }
}

/// What TeX would read as a command, written so that it is shown.
fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' | '}' | '%' | '&' | '$' | '#' | '_' => out.extend(['\\', c]),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn ris(work: &Work<'_>, all: &[Cited<'_>], out: &mut String) {
    let mut shared = format!("TI  - {}\r\n", line(work.title));
    if let Some(author) = work.author {
        shared.push_str(&format!("AU  - {}\r\n", line(author)));
    }
    shared.push_str(&format!("T2  - {}\r\n", line(work.site)));
    if let Some(publisher) = work.publisher {
        shared.push_str(&format!("PB  - {}\r\n", line(publisher)));
    }
    if let Some((year, month, day)) = work.date.map(crate::model::Date::parts) {
        shared.push_str(&format!("PY  - {year:04}\r\nDA  - {year:04}/{month:02}/{day:02}/\r\n"));
    }
    let _ = write!(shared, "LA  - {}\r\nSE  - ", work.language);
    for cited in all {
        push_all(["TY  - ELEC\r\nID  - ", &work.key, ":", cited.id, "\r\n", &shared, &locator(cited.part), "\r\n"], out);
        if let Some(page) = work.page(cited.part) {
            push_all(["UR  - ", page, "#", cited.id, "\r\n"], out);
        }
        out.push_str("ER  - \r\n\r\n");
    }
}

/// On one line.
fn line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// What the items of a briefing share.
#[derive(Serialize)]
struct Shared<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(rename = "container-title")]
    container: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<[Name<'a>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
}

/// A name is taken whole: nobody has said which part of it is the family's.
#[derive(Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    parts: [(i16, i8, i8); 1],
}

fn csl(work: &Work<'_>, all: &[Cited<'_>], out: &mut String) -> Result<()> {
    let shared = serde_json::to_string(&Shared {
        kind: "webpage",
        title: work.title,
        container: work.site,
        author: work.author.map(|literal| [Name { literal }]),
        publisher: work.publisher,
        issued: work.date.map(|date| Issued { parts: [date.parts()] }),
    })?;
    // Without its braces: it stands within each item.
    let shared = shared.trim_start_matches('{').strip_suffix('}').unwrap_or_default();
    let language = serde_json::to_string(work.language)?;
    out.push('[');
    for (at, cited) in all.iter().enumerate() {
        let id = serde_json::to_string(&[&work.key, ":", cited.id].concat())?;
        push_all([if at == 0 { "{\"id\":" } else { ",{\"id\":" }, &id, ",", shared, ",\"section\":\"", &locator(cited.part)], out);
        push_all(["\",\"language\":", &language], out);
        if let Some(page) = work.page(cited.part) {
            push_all([",\"URL\":", &serde_json::to_string(&[page, "#", cited.id].concat())?], out);
        }
        out.push('}');
    }
    out.push_str("]\n");
    Ok(())
}
