//! Templates, style and strings. A site's `themes/NAME/` overrides the embedded default file by file. Never sees a briefing.

mod assets;
mod dates;
mod embedded;
mod engine;
mod handout;
mod strings;
mod tokens;
mod words;

pub use assets::Asset;
pub use handout::HandoutStyle;
pub use strings::Strings;

use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::input::InputFile;
use crate::text::{Fingerprint, Fingerprinter, near};
use engine::{Engine, Template};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tokens::Tokens;
use words::Words;

/// The theme that is taken where none is named, and that stands under a site's own.
pub const DEFAULT: &str = "default";

/// Whether a theme of this name is in the binary.
pub fn is_embedded(name: &str) -> bool {
    embedded::THEMES.iter().any(|theme| theme.name == name)
}

/// Whether the theme `name` has a template: of its own, or from the theme that it stands on.
pub fn has_template(name: &str, files: &[InputFile], template: &str) -> bool {
    let own = format!("themes/{name}/templates/{template}");
    embedded::under(name).templates.iter().any(|(known, _)| *known == template) || files.iter().any(|file| file.path == own)
}

/// The language of its strings, and the one that every other falls back to.
const ENGLISH: &str = "en";

/// The files of the default theme, by path: `templates/base.html`, `static/style.css`, `strings/en.ftl`.
pub fn default_files() -> Vec<(String, &'static [u8])> {
    let theme = embedded::under(DEFAULT);
    let templates = theme.templates.iter().map(|(name, text)| (format!("templates/{name}"), text.as_bytes()));
    let statics = theme.statics.iter().map(|(name, bytes)| (format!("static/{name}"), *bytes));
    let strings = embedded::STRINGS.iter().map(|(name, text)| (format!("strings/{name}.ftl"), text.as_bytes()));
    statics.chain(strings).chain(templates).collect()
}

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    engine: Engine,
    strings: Arc<Words>,
    assets: Vec<Asset>,
    handout: HandoutStyle,
    colours: BTreeMap<String, String>,
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
        let base = embedded::under(name);
        if own.is_empty() && name != base.name {
            diagnostics.push(unknown(name, files));
        }
        let mut print = Fingerprinter::new();
        let mut templates: BTreeMap<&str, (&str, Option<&str>)> = base.templates.iter().map(|(name, text)| (*name, (*text, None))).collect();
        let mut statics: BTreeMap<&str, &[u8]> = base.statics.iter().copied().collect();
        let mut words: Vec<(String, &str, &str)> = Vec::new();
        for (path, file) in &own {
            if let Some(name) = path.strip_prefix("static/") {
                statics.insert(name, &file.bytes);
                continue;
            }
            let template = path.strip_prefix("templates/");
            let language = path.strip_prefix("strings/").and_then(|name| name.strip_suffix(".ftl"));
            let Some(text) = file.text() else {
                if template.is_some() || language.is_some() {
                    diagnostics.push(Diagnostic::new(Code::TemplateSyntax, "this file of the theme is not UTF-8").in_file(&file.path).help("save it as UTF-8"));
                }
                continue;
            };
            if let Some(name) = template {
                templates.insert(name, (text, Some(&file.path)));
            } else if let Some(language) = language {
                words.push((language.to_ascii_lowercase(), &file.path, text));
            }
        }
        for (name, (text, _)) in &templates {
            print.add(name).add(text);
        }
        for (language, text) in embedded::STRINGS {
            print.add(language).add(text);
        }
        for (language, _, text) in &words {
            print.add(language).add(text);
        }
        let mut tokens = Tokens::default();
        tokens.add("", base.theme, &mut diagnostics);
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
        let handout = HandoutStyle::new(statics.remove(handout::NAME).unwrap_or_default());
        print.add(handout.source());
        let strings = Arc::new(Words::new(words, &mut diagnostics));
        let assets = assets::fingerprinted(&statics);
        let names: BTreeMap<String, String> = assets.iter().map(|asset| (asset.name.clone(), asset.path.clone())).collect();
        names.iter().for_each(|(name, path)| {
            print.add(name).add(path);
        });
        let templates: Vec<Template<'_>> = templates.iter().map(|(name, (text, file))| Template { name, text, file: *file }).collect();
        let mut engine = Engine::new(&templates, base.templates, &strings, &mut diagnostics);
        engine.set_assets(&names);
        let colours = tokens.light().map(|(name, colour)| (name.to_owned(), colour.to_owned())).collect();
        Checked { value: Self { engine, strings, assets, handout, colours, fingerprint: print.finish() }, diagnostics }
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

    /// The style of a handout that is one file.
    pub fn handout(&self) -> &HandoutStyle {
        &self.handout
    }

    /// A colour of its `theme.yaml` in light surroundings, as `#rgb` or `#rrggbb`.
    pub fn colour(&self, name: &str) -> Option<&str> {
        self.colours.get(name).map(String::as_str)
    }

    /// Of everything that decides what a view looks like.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

fn unknown(name: &str, files: &[InputFile]) -> Diagnostic {
    let mut names: BTreeSet<&str> = files.iter().filter_map(|file| file.path.strip_prefix("themes/")?.split_once('/').map(|(name, _)| name)).collect();
    names.extend(embedded::THEMES.iter().map(|theme| theme.name));
    let shown: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let help = match near::meant(name, names) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("put its files into `themes/{name}/`, or choose one that exists: {}", shown.join(", ")),
    };
    Diagnostic::new(Code::ThemeUnknown, format!("there is no theme `{name}`")).in_file("content/site.yaml").help(help)
}

#[cfg(test)]
mod tests;
