//! Templates, rendered by Tera. The only file that knows it; what it says of a template becomes a finding here.

use super::strings::Strings;
use super::words::Words;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::text::SourceSpan;
use crate::text::escape::write_escaped;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// HTML that needs no escaping: templates print it as it is.
#[derive(Clone, Copy, Debug)]
pub struct Ready<'a>(pub &'a str);

impl Serialize for Ready<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(self.0).serialize(serializer)
    }
}

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
    words: Arc<Words>,
    /// The words of each language as templates see them, made when a page first asks for them.
    shown: BTreeMap<String, OnceLock<Value>>,
    assets: Value,
    /// Template to the site's file, and its text.
    files: BTreeMap<String, (String, String)>,
}

impl Engine {
    /// Parses the templates. Where one of the site's own is broken, says so and leaves out all of the site's own.
    pub(super) fn new(templates: &[Template<'_>], embedded: &[(&str, &str)], words: &Arc<Words>, diagnostics: &mut Diagnostics) -> Self {
        let files: BTreeMap<String, (String, String)> =
            templates.iter().filter_map(|template| Some((template.name.to_owned(), (template.file?.to_owned(), template.text.to_owned())))).collect();
        let mut tera = prepared(words);
        if let Err(error) = tera.add_raw_templates(templates.iter().map(|template| (template.name, template.text))) {
            let before = diagnostics.len();
            for template in templates.iter().filter(|template| template.file.is_some()) {
                if let Err(error) = prepared(words).add_raw_template(template.name, template.text)
                    && matches!(error.kind(), ErrorKind::SyntaxError(_))
                {
                    diagnostics.push(finding(Code::TemplateSyntax, &error, template.name, &files));
                }
            }
            if diagnostics.len() == before {
                diagnostics.push(finding(Code::TemplateSyntax, &error, "", &files));
            }
            tera = prepared(words);
            if let Err(error) = tera.add_raw_templates(embedded.iter().copied()) {
                diagnostics.push(finding(Code::TemplateSyntax, &error, "", &BTreeMap::new()));
            }
        }
        let shown = words.tags().map(|language| (language.to_owned(), OnceLock::new())).collect();
        Self { tera, words: words.clone(), shown, assets: Value::none(), files }
    }

    /// Makes asset paths known to templates, as `assets`.
    pub(super) fn set_assets(&mut self, assets: &BTreeMap<String, String>) {
        self.assets = Value::from_serializable(assets);
    }

    /// Renders `template` over `view`, with the words of `language`.
    pub(super) fn render<V: Serialize>(&self, template: &str, language: &str, view: &V) -> Result<String, Diagnostic> {
        let fault = |error: Error| with_fields(finding(Code::TemplateRender, &error, template, &self.files), view, &self.files);
        let mut context = Context::from_serialize(view).map_err(fault)?;
        let shown = self.shown.get(language).zip(self.words.get(language));
        let words = shown.map(|(shown, strings)| shown.get_or_init(|| shown_words(language, strings)).clone());
        context.insert_value("t", words.unwrap_or_else(Value::none));
        context.insert_value("assets", self.assets.clone());
        let mut page = Vec::with_capacity(ROOM);
        self.tera.render_to(template, &context, &mut page).map_err(fault)?;
        String::from_utf8(page).map_err(|error| Diagnostic::new(Code::TemplateRender, format!("template `{template}`: {error}")))
    }
}

/// Room that nearly every page has enough of.
const ROOM: usize = 40 << 10;

/// With our escaping and our filters, without templates.
fn prepared(words: &Arc<Words>) -> Tera {
    let mut tera = Tera::new();
    // Whatever a template is called: what it prints is escaped unless it says `safe`.
    tera.autoescape_on([""]);
    tera.set_escape_fn(write_escaped);
    let known = words.clone();
    tera.register_filter("fill", move |message: &Value, values: Kwargs, _: &State<'_>| fill(&known, message, &values));
    let known = words.clone();
    tera.register_filter("count", move |message: &Value, values: Kwargs, _: &State<'_>| count(&known, message, &values));
    tera
}

/// The words of a language as templates see them: texts, and for those that need values what the filters ask for.
fn shown_words(language: &str, strings: &Strings) -> Value {
    let mut map = tera::Map::new();
    for (key, words) in strings.entries() {
        let value = match words {
            Some(words) => Value::from(words),
            None => Value::from_serializable(&[language, key]),
        };
        map.insert(key.to_owned().into(), value);
    }
    Value::from(map)
}

/// A message that needs values: the words of its language, and its key.
fn message<'a>(words: &'a Words, message: &'a Value) -> Option<(&'a Strings, &'a str)> {
    let parts = message.as_array()?;
    let (language, key) = (parts.first()?.as_str()?, parts.get(1)?.as_str()?);
    Some((words.get(language)?, key))
}

/// `{{ t.page_of | fill(number=2, pages=3) }}`: puts values in place of `$number` and `$pages`.
fn fill(words: &Words, text: &Value, values: &Kwargs) -> String {
    let given = given(values);
    let given: Vec<(&str, &str)> = given.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    match message(words, text) {
        Some((strings, key)) => strings.fill(key, &given),
        None => text.to_string(),
    }
}

/// `{{ t.mentions | count(n=3) }}`: the plural form for a number, with `$count` filled, and any other value.
fn count(words: &Words, text: &Value, values: &Kwargs) -> TeraResult<String> {
    let n = values.must_get::<u64>("n")?;
    let given = given(values);
    let given: Vec<(&str, &str)> = given.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Ok(match message(words, text) {
        Some((strings, key)) => strings.count_with(key, n, &given),
        None => text.to_string(),
    })
}

fn given(values: &Kwargs) -> Vec<(String, String)> {
    values.iter().filter_map(|(key, value)| Some((key.as_str()?.to_owned(), value.to_string()))).filter(|(name, _)| name != "n").collect()
}

/// Says which fields there are, where a template asks for one that is not.
fn with_fields<V: Serialize>(found: Diagnostic, view: &V, files: &BTreeMap<String, (String, String)>) -> Diagnostic {
    let text = found.file.as_deref().and_then(|file| files.values().find(|(known, _)| known == file)).map(|(_, text)| text.as_str());
    let asked = text.zip(found.span).and_then(|(text, span)| text.get(span.range())).unwrap_or_default();
    let Ok(serde_json::Value::Object(mut fields)) = serde_json::to_value(view) else { return found };
    let mut of = "this page".to_owned();
    // Down the path that the template wrote, as far as it exists.
    for part in asked.split(['.', ' ', '|']).map(str::trim).take_while(|part| !part.is_empty()) {
        match fields.remove(part) {
            Some(serde_json::Value::Object(inner)) => {
                of = format!("`{part}`");
                fields = inner;
            }
            _ => break,
        }
    }
    let names: Vec<String> = fields.keys().map(|name| format!("`{name}`")).collect();
    found.help(format!("{of} has {}; `docs/themes.md` says what each is, and what lists hold", names.join(", ")))
}

fn finding(code: Code, error: &Error, template: &str, files: &BTreeMap<String, (String, String)>) -> Diagnostic {
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
    if let Some((file, _)) = files.get(&name) {
        found = found.in_file(file);
        if let Some((range, _)) = span {
            found = found.at(SourceSpan::new(range.start, range.end.max(range.start + 1)));
        }
    }
    found
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
