//! The published files of a theme: named by their content, so that they may be kept for ever.

use crate::text::Fingerprint;
use std::collections::BTreeMap;

/// A file of the theme that is published: style, font, script, picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its name below the theme's `static/`: `style.css`.
    pub name: String,
    /// Its path in the output, with its fingerprint: `assets/style-1a2b3c4d.css`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Names files by their content. Style sheets come last: the files that they name by `url(...)` get their new names there.
pub(super) fn fingerprinted(files: &BTreeMap<&str, &[u8]>) -> Vec<Asset> {
    let is_style = |name: &str| name.ends_with(".css");
    let mut assets: Vec<Asset> = files.iter().filter(|(name, _)| !is_style(name)).map(|(name, bytes)| asset(name, bytes.to_vec())).collect();
    let others: BTreeMap<String, String> = assets.iter().map(|asset| (asset.name.clone(), asset.path.clone())).collect();
    for (name, bytes) in files.iter().filter(|(name, _)| is_style(name)) {
        assets.push(asset(name, with_new_names(name, bytes, &others)));
    }
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    assets
}

fn asset(name: &str, bytes: Vec<u8>) -> Asset {
    let hex = Fingerprint::of(&bytes).hex();
    let short = &hex[..8];
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let separator = if folder.is_empty() { "" } else { "/" };
    let (stem, ending) = file.split_once('.').map_or((file, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    Asset { name: name.to_owned(), path: format!("assets/{folder}{separator}{stem}-{short}{ending}"), bytes }
}

fn with_new_names(style: &str, bytes: &[u8], paths: &BTreeMap<String, String>) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    if paths.is_empty() || !text.contains("url(") {
        return bytes.to_vec();
    }
    let folder = style.rsplit_once('/').map_or("", |(folder, _)| folder);
    let up = "../".repeat(folder.split('/').filter(|part| !part.is_empty()).count());
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("url(") {
        let inner = at + "url(".len();
        let Some(len) = rest[inner..].find(')') else { break };
        let named = rest[inner..inner + len].trim().trim_matches(['"', '\'']);
        let full = if folder.is_empty() { named.to_owned() } else { format!("{folder}/{named}") };
        out.push_str(&rest[..inner]);
        match paths.get(&full) {
            Some(path) => out.push_str(&format!("\"{up}{}\"", path.trim_start_matches("assets/"))),
            None => out.push_str(&rest[inner..inner + len]),
        }
        rest = &rest[inner + len..];
    }
    out.push_str(rest);
    out.into_bytes()
}
