//! Templates, rendered by Tera. The only file that knows it; what it says of a template becomes a finding here.

use super::strings::{self, Entry, Strings};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::text::SourceSpan;
use crate::text::escape::write_escaped;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// A template: its name, its text, and its file where it is the site's own.
pub(super) struct Template<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) file: Option<&'a str>,
}

/// Parsed templates, with the values that every page has.
#[derive(Debug)]
pub(super) struct Engine {
    tera: Tera,
    words: BTreeMap<String, Value>,
    assets: Value,
    /// Template to the site's file.
    files: BTreeMap<String, String>,
}

impl Engine {
    /// Parses the templates. Where one of the site's own is broken, says so and leaves out all of the site's own.
    pub(super) fn new(templates: &[Template<'_>], embedded: &[(&str, &str)], diagnostics: &mut Diagnostics) -> Self {
        let files: BTreeMap<String, String> = templates.iter().filter_map(|template| Some((template.name.to_owned(), template.file?.to_owned()))).collect();
        let mut tera = prepared();
        if let Err(error) = tera.add_raw_templates(templates.iter().map(|template| (template.name, template.text))) {
            let before = diagnostics.len();
            for template in templates.iter().filter(|template| template.file.is_some()) {
                if let Err(error) = prepared().add_raw_template(template.name, template.text)
                    && matches!(error.kind(), ErrorKind::SyntaxError(_))
                {
                    diagnostics.push(finding(Code::TemplateSyntax, &error, template.name, &files));
                }
            }
            if diagnostics.len() == before {
                diagnostics.push(finding(Code::TemplateSyntax, &error, "", &files));
            }
            tera = prepared();
            if let Err(error) = tera.add_raw_templates(embedded.iter().copied()) {
                diagnostics.push(finding(Code::TemplateSyntax, &error, "", &BTreeMap::new()));
            }
        }
        Self { tera, words: BTreeMap::new(), assets: Value::none(), files }
    }

    /// Makes strings and asset paths known to templates, as `t` and `assets`.
    pub(super) fn set_words(&mut self, all: &BTreeMap<String, Strings>, assets: &BTreeMap<String, String>) {
        self.words = all.iter().map(|(language, strings)| (language.clone(), words(strings))).collect();
        self.assets = Value::from_serializable(assets);
    }

    /// Renders `template` over `view`, with the words of `language`.
    pub(super) fn render<V: Serialize>(&self, template: &str, language: &str, view: &V) -> Result<String, Diagnostic> {
        let fault = |error: Error| finding(Code::TemplateRender, &error, template, &self.files);
        let mut context = Context::from_serialize(view).map_err(fault)?;
        context.insert_value("t", self.words.get(language).cloned().unwrap_or_else(Value::none));
        context.insert_value("assets", self.assets.clone());
        self.tera.render(template, &context).map_err(fault)
    }
}

/// With our escaping and our filters, without templates.
fn prepared() -> Tera {
    let mut tera = Tera::new();
    // Whatever a template is called: what it prints is escaped unless it says `safe`.
    tera.autoescape_on([""]);
    tera.set_escape_fn(write_escaped);
    tera.register_filter("fill", fill);
    tera.register_filter("count", count);
    tera
}

fn words(strings: &Strings) -> Value {
    let mut map = tera::Map::new();
    for (key, entry) in strings.entries() {
        let value = match entry {
            Entry::Text(text) => Value::from(text.as_str()),
            Entry::Plural(forms) => {
                let mut all: BTreeMap<&str, &str> = forms.iter().map(|(form, text)| (form.as_str(), text.as_str())).collect();
                all.insert("language", strings.language());
                Value::from_serializable(&all)
            }
        };
        map.insert(key.clone().into(), value);
    }
    Value::from(map)
}

/// `{{ t.page_of | fill(page=2, pages=3) }}`: puts values in place of `{page}` and `{pages}`.
#[expect(clippy::needless_pass_by_value, reason = "the form that a filter must have")]
fn fill(text: &str, values: Kwargs, _: &State<'_>) -> String {
    strings::fill(text, |name| shown(&values, name))
}

/// `{{ t.mentions | count(n=3) }}`: the plural form for a number, with `{count}` filled, and any other value.
#[expect(clippy::needless_pass_by_value, reason = "the form that a filter must have")]
fn count(forms: &Value, values: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let n = values.must_get::<u64>("n")?;
    let text = match forms.as_map() {
        Some(map) => {
            let get = |name: &str| map.iter().find(|(key, _)| key.as_str() == Some(name)).and_then(|(_, value)| value.as_str());
            strings::form(get("language").unwrap_or_default(), n, get).unwrap_or_default()
        }
        None => forms.as_str().unwrap_or_default(),
    };
    Ok(strings::fill(text, |name| if name == "count" { Some(Cow::Owned(n.to_string())) } else { shown(&values, name) }))
}

fn shown(values: &Kwargs, name: &str) -> Option<Cow<'static, str>> {
    values.iter().find(|(key, _)| key.as_str() == Some(name)).map(|(_, value)| Cow::Owned(value.to_string()))
}

fn finding(code: Code, error: &Error, template: &str, files: &BTreeMap<String, String>) -> Diagnostic {
    let (name, message, span) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.filename().to_owned(), report.message().to_owned(), Some((report.span().range.clone(), report.span().start_line)))
        }
        ErrorKind::MissingParent { current, parent } => (current.clone(), format!("the template `{parent}`, which it extends, does not exist"), None),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.clone(), "templates extend or include each other in a circle".to_owned(), None)
        }
        _ => located(&error.to_string(), template),
    };
    let name = if name.is_empty() { template.to_owned() } else { name };
    let message = lower(message.trim().trim_end_matches('.'));
    let mut message = if name.is_empty() { message } else { format!("template `{name}`: {message}") };
    if let Some((_, line)) = &span {
        message.push_str(&format!(" (line {line})"));
    }
    let mut found = Diagnostic::new(code, message);
    if let Some(file) = files.get(&name) {
        found = found.in_file(file);
        if let Some((range, _)) = span {
            found = found.at(SourceSpan::new(range.start, range.end.max(range.start + 1)));
        }
    }
    match code {
        Code::TemplateRender => found.help("`docs/themes.md` lists every field that a page of this kind has"),
        _ => found,
    }
}

/// Tera gives some faults as a finished report only: `error: MESSAGE`, then `--> NAME:LINE:COLUMN`.
fn located(report: &str, template: &str) -> (String, String, Option<(std::ops::Range<usize>, usize)>) {
    let message = report.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
    let place = report.lines().find_map(|line| line.trim().strip_prefix("--> "));
    let mut parts = place.unwrap_or_default().rsplitn(3, ':');
    let (_, line, name) = (parts.next(), parts.next(), parts.next());
    match (line.and_then(|line| line.parse::<usize>().ok()), name) {
        (Some(line), Some(name)) => (name.to_owned(), format!("{message} (line {line})"), None),
        _ => (template.to_owned(), message, None),
    }
}

fn lower(message: &str) -> String {
    let mut chars = message.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + chars.as_str())
}
