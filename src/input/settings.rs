//! `content/site.yaml`, read and checked.

use super::deploy::{self, Deploy};
use super::{InputFile, lint};
use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::model::lint::Lint;
use crate::model::meta::Restore;
use crate::model::{Publish, Thresholds};
use crate::yaml::{self, Keys, Value};

/// What the site's owner set. Every field has a value, also without `content/site.yaml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The site's name.
    pub title: Option<String>,
    /// A sentence about the site.
    pub description: Option<String>,
    /// Where the site is published: scheme, host and base path, ended by `/`.
    pub base_url: Option<String>,
    /// BCP 47 tag.
    pub language: String,
    /// Name of the theme.
    pub theme: String,
    /// Who publishes the site.
    pub publisher: Option<String>,
    /// Who writes it.
    pub author: Option<String>,
    /// An e-mail or web address for errors.
    pub contact: Option<String>,
    /// Licence of the texts, as text or address.
    pub licence: Option<String>,
    /// Which mentions are linked.
    pub links: LinkPolicy,
    /// Which restorations are made.
    pub restore: Restore,
    /// What is published beside the pages.
    pub publish: Publish,
    /// Whether detected actors get pages and links.
    pub detected: bool,
    /// From how sure a mention has to be to be shown as certain or as inferred.
    pub thresholds: Thresholds,
    /// Whether search engines are asked to stay away.
    pub noindex: bool,
    /// Which findings are to be louder, quieter or not shown.
    pub lint: Lint,
    /// Where the site goes.
    pub deploy: Deploy,
}

/// Which mentions of an actor are linked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LinkPolicy {
    /// The first in each block.
    #[default]
    FirstInBlock,
    /// The first on each page.
    FirstOnPage,
    /// All.
    All,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: None,
            description: None,
            base_url: None,
            language: "en".to_owned(),
            theme: "default".to_owned(),
            publisher: None,
            author: None,
            contact: None,
            licence: None,
            links: LinkPolicy::default(),
            restore: Restore::default(),
            publish: Publish::default(),
            detected: true,
            thresholds: Thresholds::default(),
            noindex: false,
            lint: Lint::default(),
            deploy: Deploy::default(),
        }
    }
}

impl Settings {
    /// The path part of `base_url`, beginning and ending with `/`; `/` without one.
    pub fn base_path(&self) -> &str {
        let Some(url) = &self.base_url else { return "/" };
        let after_scheme = url.find("://").map_or(0, |at| at + 3);
        url[after_scheme..].find('/').map_or("/", |at| &url[after_scheme + at..])
    }
}

/// Reads the settings; without a file, the defaults. `base_url` of the command line wins over the file's.
pub fn read(file: Option<&InputFile>, base_url: Option<&str>) -> Checked<Settings> {
    let mut diagnostics = Diagnostics::default();
    let mut settings = Settings::default();
    if let Some(file) = file {
        match file.text() {
            Some(text) => {
                if let Some(node) = yaml::parse(&file.path, text, file.bytes.len() - text.len()).unpack(&mut diagnostics) {
                    let mut keys = Keys::of(&file.path, &node);
                    fill(&mut settings, &file.path, &mut keys);
                    diagnostics.extend(keys.finish());
                }
            }
            None => diagnostics.push(Diagnostic::new(Code::YamlSyntax, "this file is not UTF-8").in_file(&file.path).help("save it as UTF-8")),
        }
    }
    if let Some(url) = base_url {
        match base(url) {
            Ok(url) => settings.base_url = Some(url),
            Err(message) => diagnostics.push(
                Diagnostic::new(Code::BadSetting, message)
                    .help("give `--base-url` an address such as `https://example.org/` or `https://example.org/briefings/`"),
            ),
        }
    }
    Checked { value: settings, diagnostics }
}

fn fill(settings: &mut Settings, file: &str, keys: &mut Keys<'_>) {
    settings.title = keys.take("title");
    settings.description = keys.take("description");
    if let Some(url) = keys.take::<String>("base_url") {
        match base(&url) {
            Ok(url) => settings.base_url = Some(url),
            Err(message) => {
                keys.fault("base_url", Code::BadSetting, message, "write an address such as `https://example.org/` or `https://example.org/briefings/`");
            }
        }
    }
    if let Some(language) = keys.take::<String>("language") {
        let good = language
            .split('-')
            .enumerate()
            .all(|(i, part)| (if i == 0 { 2..=3 } else { 1..=8 }).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if good {
            settings.language = language;
        } else {
            keys.fault("language", Code::BadSetting, format!("`{language}` is not a language tag"), "write a tag such as `en`, `fr` or `pt-BR`");
        }
    }
    if let Some(theme) = keys.take::<String>("theme") {
        if theme.is_empty() || theme.starts_with('.') || theme.chars().any(|c| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))) {
            keys.fault("theme", Code::BadSetting, format!("`{theme}` cannot be the name of a theme's folder"), "name a folder under `themes/`, or `default`");
        } else {
            settings.theme = theme;
        }
    }
    settings.publisher = keys.take("publisher");
    settings.author = keys.take("author");
    settings.licence = keys.take("licence");
    settings.contact = keys.take("contact");
    if let Some(contact) = &settings.contact {
        let web = contact.starts_with("https://") || contact.starts_with("http://");
        let mail = contact.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        if (!web && !mail) || contact.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>')) {
            keys.fault(
                "contact",
                Code::BadSetting,
                format!("`{contact}` is neither an e-mail nor a web address"),
                "write `name@example.org` or `https://example.org/contact`",
            );
            settings.contact = None;
        }
    }
    if let Some(links) = keys.take("links") {
        settings.links = links;
    }
    if let Some(node) = keys.node("restore") {
        match &node.value {
            Value::Sequence(_) => match node.to(file) {
                Ok(rules) => settings.restore = Restore::Only(rules),
                Err(finding) => keys.report(finding),
            },
            _ => match node.to(file) {
                Ok(all) => settings.restore = Restore::All(all),
                Err(finding) => keys.report(finding.help("write `true`, `false` or a list of rules")),
            },
        }
    }
    if let Some(node) = keys.node("publish") {
        let mut inner = Keys::of(file, node);
        let publish = &mut settings.publish;
        // One line for each switch.
        publish.feeds = inner.take("feeds").unwrap_or(publish.feeds);
        publish.structured_data = inner.take("structured_data").unwrap_or(publish.structured_data);
        publish.plain_text = inner.take("plain_text").unwrap_or(publish.plain_text);
        publish.search = inner.take("search").unwrap_or(publish.search);
        publish.data = inner.take("data").unwrap_or(publish.data);
        publish.citations = inner.take("citations").unwrap_or(publish.citations);
        publish.exports = inner.take("exports").unwrap_or_default();
        publish.pictures = inner.take("pictures").unwrap_or(publish.pictures);
        publish.source = inner.take("source").unwrap_or(publish.source);
        inner.finish().iter().for_each(|finding| keys.report(finding.clone()));
    }
    if let Some(detected) = keys.take("detected") {
        settings.detected = detected;
    }
    if let Some(node) = keys.node("sure") {
        let mut inner = Keys::of(file, node);
        for (key, threshold) in [("certain", &mut settings.thresholds.certain), ("inferred", &mut settings.thresholds.inferred)] {
            match inner.take::<f64>(key) {
                Some(percent) if (0.0..=100.0).contains(&percent) => *threshold = (percent * 10.0).round() as u16,
                Some(_) => inner.fault(
                    key,
                    Code::YamlValue,
                    format!("`{key}` is no number from 0 to 100"),
                    "write how many in a hundred have to be right, as in `certain: 98`",
                ),
                None => {}
            }
        }
        inner.finish().iter().for_each(|finding| keys.report(finding.clone()));
    }
    if let Some(noindex) = keys.take("noindex") {
        settings.noindex = noindex;
    }
    if let Some(node) = keys.node("lint") {
        settings.lint = lint::lint(file, node, lint::Scope::Site, keys);
    }
    if let Some(node) = keys.node("deploy") {
        settings.deploy = deploy::deploy(file, node, keys);
    }
}

/// A base address: `http` or `https`, a host, a path without `.`, `..`, query or fragment; ended by `/`.
fn base(url: &str) -> Result<String, String> {
    let wrong = || format!("`{url}` is not the address of a site");
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).ok_or_else(wrong)?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host_good = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'[' | b']'));
    let path_good = path.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'_' | b'.' | b'~'))
        && !path.split('/').any(|piece| piece == "." || piece == "..")
        && !path.contains("//");
    if !host_good || !path_good {
        return Err(wrong());
    }
    Ok(if url.ends_with('/') { url.to_owned() } else { format!("{url}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_path_is_that_of_the_address() {
        for (url, path) in [("https://example.org", "/"), ("https://example.org/repo", "/repo/"), ("http://127.0.0.1:8080/a/b/", "/a/b/")] {
            assert_eq!(read(None, Some(url)).value.base_path(), path);
        }
    }

    #[test]
    fn an_address_that_could_break_a_page_is_refused() {
        for url in ["example.org", "ftp://x", "https://", "https://a/../b", "https://a/\"><script>", "https://a?x=1", "https://a#b", "javascript:alert(1)"] {
            assert!(read(None, Some(url)).diagnostics.has_errors(), "{url}");
        }
    }

    #[test]
    fn every_fault_of_the_file_is_reported() {
        let file = InputFile::new(
            "content/site.yaml",
            b"titel: x\nlanguage: english\ncontact: nobody\nlinks: some\nrestore: 3\ntheme: ../x\nbase_url: here\n".to_vec(),
        );
        assert_eq!(read(Some(&file), None).diagnostics.len(), 7);
    }
}
