//! Templates, style and strings. A site's `themes/NAME/` overrides the embedded default file by file. Never sees a briefing.

mod assets;
mod embedded;
mod engine;
mod strings;
mod tokens;

pub use assets::Asset;
pub use strings::Strings;

use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::input::InputFile;
use crate::text::{Fingerprint, Fingerprinter};
use engine::{Engine, Template};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use tokens::Tokens;

/// The theme that is in the binary.
pub const DEFAULT: &str = "default";
/// The language of its strings, and the one that every other falls back to.
const ENGLISH: &str = "en";

/// The files of the default theme, by path: `templates/base.html`, `static/style.css`, `strings/en.yaml`.
pub fn default_files() -> Vec<(String, &'static [u8])> {
    let templates = embedded::TEMPLATES.iter().map(|(name, text)| (format!("templates/{name}"), text.as_bytes()));
    let statics = embedded::STATICS.iter().map(|(name, bytes)| (format!("static/{name}"), *bytes));
    let strings = embedded::STRINGS.iter().map(|(name, text)| (format!("strings/{name}.yaml"), text.as_bytes()));
    statics.chain(strings).chain(templates).collect()
}

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    engine: Engine,
    strings: BTreeMap<String, Strings>,
    assets: Vec<Asset>,
    fingerprint: Fingerprint,
}

impl Default for Theme {
    fn default() -> Self {
        Self::load(DEFAULT, &[]).value
    }
}

impl Theme {
    /// Loads the theme `name` from the site's `themes/` files over the embedded default.
    pub fn load(name: &str, files: &[InputFile]) -> Checked<Self> {
        let mut diagnostics = Diagnostics::default();
        let folder = format!("themes/{name}/");
        let own: Vec<(&str, &InputFile)> = files.iter().filter_map(|file| Some((file.path.strip_prefix(&folder)?, file))).collect();
        if own.is_empty() && name != DEFAULT {
            diagnostics.push(unknown(name, files));
        }
        let mut print = Fingerprinter::new();
        let mut templates: BTreeMap<&str, (&str, Option<&str>)> = embedded::TEMPLATES.iter().map(|(name, text)| (*name, (*text, None))).collect();
        let mut statics: BTreeMap<&str, &[u8]> = embedded::STATICS.iter().copied().collect();
        let mut words: BTreeMap<String, Vec<(&str, &str)>> = BTreeMap::new();
        for (language, text) in embedded::STRINGS {
            words.entry((*language).to_owned()).or_default().push(("", text));
        }
        for (path, file) in &own {
            if let Some(name) = path.strip_prefix("static/") {
                statics.insert(name, &file.bytes);
                continue;
            }
            let template = path.strip_prefix("templates/");
            let language = path.strip_prefix("strings/").and_then(|name| name.strip_suffix(".yaml"));
            let Some(text) = file.text() else {
                if template.is_some() || language.is_some() {
                    diagnostics.push(Diagnostic::new(Code::TemplateSyntax, "this file of the theme is not UTF-8").in_file(&file.path).help("save it as UTF-8"));
                }
                continue;
            };
            if let Some(name) = template {
                templates.insert(name, (text, Some(&file.path)));
            } else if let Some(language) = language {
                words.entry(language.to_ascii_lowercase()).or_default().push((&file.path, text));
            }
        }
        for (name, (text, _)) in &templates {
            print.add(name).add(text);
        }
        for (language, files) in &words {
            files.iter().for_each(|(_, text)| {
                print.add(language).add(text);
            });
        }
        let mut tokens = Tokens::default();
        tokens.add("", embedded::THEME, &mut diagnostics);
        if let Some((_, file)) = own.iter().find(|(path, _)| *path == "theme.yaml")
            && let Some(text) = file.text()
        {
            tokens.add(&file.path, text, &mut diagnostics);
        }
        tokens.check(&mut diagnostics);
        let styles: Vec<(&str, String)> = statics
            .iter()
            .filter(|(name, _)| name.ends_with(".css"))
            .filter_map(|(name, bytes)| Some((*name, tokens.put_into(std::str::from_utf8(bytes).ok()?)?)))
            .collect();
        statics.extend(styles.iter().map(|(name, text)| (*name, text.as_bytes())));
        let strings = all_strings(&words, &mut diagnostics);
        let assets = assets::fingerprinted(&statics);
        let names: BTreeMap<String, String> = assets.iter().map(|asset| (asset.name.clone(), asset.path.clone())).collect();
        names.iter().for_each(|(name, path)| {
            print.add(name).add(path);
        });
        let templates: Vec<Template<'_>> = templates.iter().map(|(name, (text, file))| Template { name, text, file: *file }).collect();
        let mut engine = Engine::new(&templates, embedded::TEMPLATES, &mut diagnostics);
        engine.set_words(&strings, &names);
        Checked { value: Self { engine, strings, assets, fingerprint: print.finish() }, diagnostics }
    }

    /// Renders a template over a view, with the words of `language`: as `t`, and the paths of the theme's files as `assets`.
    ///
    /// # Errors
    /// A `template-render` finding that names the template.
    pub fn render<V: Serialize>(&self, template: &str, language: &str, view: &V) -> Result<String, Diagnostic> {
        self.engine.render(template, self.strings(language).language(), view)
    }

    /// The theme's words in this language: of the tag itself, of the language without region, or else English.
    pub fn strings(&self, language: &str) -> &Strings {
        static NONE: std::sync::LazyLock<Strings> = std::sync::LazyLock::new(Strings::default);
        let mut tag = language;
        loop {
            if let Some(strings) = self.strings.get(tag).or_else(|| self.strings.get(&tag.to_ascii_lowercase())) {
                return strings;
            }
            match tag.rsplit_once('-') {
                Some((shorter, _)) => tag = shorter,
                None => return self.strings.get(ENGLISH).unwrap_or(&NONE),
            }
        }
    }

    /// The files that are published, sorted by path.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// Of everything that decides what a view looks like.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

/// English first, so that the others stand on it.
fn all_strings(files: &BTreeMap<String, Vec<(&str, &str)>>, diagnostics: &mut Diagnostics) -> BTreeMap<String, Strings> {
    let mut all: BTreeMap<String, Strings> = BTreeMap::new();
    for language in std::iter::once(ENGLISH).chain(files.keys().map(String::as_str).filter(|language| *language != ENGLISH)) {
        let mut strings = Strings::over(language, all.get(ENGLISH));
        for (file, text) in files.get(language).into_iter().flatten() {
            strings.add(file, text, diagnostics);
        }
        all.insert(language.to_owned(), strings);
    }
    all
}

fn unknown(name: &str, files: &[InputFile]) -> Diagnostic {
    let mut names: BTreeSet<&str> = files.iter().filter_map(|file| file.path.strip_prefix("themes/")?.split_once('/').map(|(name, _)| name)).collect();
    names.insert(DEFAULT);
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    Diagnostic::new(Code::ThemeUnknown, format!("there is no theme `{name}`"))
        .in_file("content/site.yaml")
        .help(format!("put its files into `themes/{name}/`, or choose one that exists: {}", names.join(", ")))
}

#[cfg(test)]
mod tests;
