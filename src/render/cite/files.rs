//! Citations for programs that manage references: BibTeX, RIS, CSL-JSON. An entry's key holds the id of its block.

use super::styles::locator;
use super::{Cited, Work, cited};
use crate::model::{BriefingNo, CitationForm};
use crate::site::Site;
use serde::Serialize;
use std::io::{Result, Write};

/// The file of a briefing in a form.
pub(crate) fn file(site: &Site, no: BriefingNo, form: CitationForm) -> Result<Vec<u8>> {
    let work = Work::of(site, no);
    let cited = cited(site.briefing(no));
    let mut out = Vec::with_capacity(cited.len() * 400 + 64);
    match form {
        CitationForm::Bibtex => bibtex(&work, &cited, &mut out)?,
        CitationForm::Ris => ris(&work, &cited, &mut out)?,
        CitationForm::Csl => csl(&work, &cited, &mut out)?,
    }
    Ok(out)
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `@misc`, which old styles know too; texts in double braces keep their capitals.
fn bibtex(work: &Work<'_>, all: &[Cited<'_>], out: &mut Vec<u8>) -> Result<()> {
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
    shared.push_str(&format!("  langid = {{{}}},\n", work.language));
    for cited in all {
        write!(out, "@misc{{{}:{},\n{shared}  note = {{{}}},\n", work.key, cited.id, locator(cited.part))?;
        if let Some(page) = work.page(cited.part) {
            writeln!(out, "  url = {{{page}#{}}},", cited.id)?;
        }
        out.extend_from_slice(b"}\n\n");
    }
    Ok(())
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

fn ris(work: &Work<'_>, all: &[Cited<'_>], out: &mut Vec<u8>) -> Result<()> {
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
    shared.push_str(&format!("LA  - {}\r\n", work.language));
    for cited in all {
        write!(out, "TY  - ELEC\r\nID  - {}:{}\r\n{shared}SE  - {}\r\n", work.key, cited.id, locator(cited.part))?;
        if let Some(page) = work.page(cited.part) {
            write!(out, "UR  - {page}#{}\r\n", cited.id)?;
        }
        out.extend_from_slice(b"ER  - \r\n\r\n");
    }
    Ok(())
}

/// On one line.
fn line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
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
    section: String,
    language: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
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

fn csl(work: &Work<'_>, all: &[Cited<'_>], out: &mut Vec<u8>) -> Result<()> {
    let items: Vec<Item<'_>> = all
        .iter()
        .map(|cited| Item {
            id: format!("{}:{}", work.key, cited.id),
            kind: "webpage",
            title: work.title,
            container: work.site,
            author: work.author.map(|literal| [Name { literal }]),
            publisher: work.publisher,
            issued: work.date.map(|date| Issued { parts: [date.parts()] }),
            section: locator(cited.part),
            language: work.language,
            url: work.page(cited.part).map(|page| format!("{page}#{}", cited.id)),
        })
        .collect();
    serde_json::to_writer(&mut *out, &items)?;
    out.push(b'\n');
    Ok(())
}
