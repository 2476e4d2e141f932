//! The default theme, in the binary: the files of `themes/default/`. A test holds the table to the folder.

/// Templates, by name.
pub(super) const TEMPLATES: &[(&str, &str)] = &[
    ("actor.html", include_str!("../../themes/default/templates/actor.html")),
    ("actors.html", include_str!("../../themes/default/templates/actors.html")),
    ("article.html", include_str!("../../themes/default/templates/article.html")),
    ("base.html", include_str!("../../themes/default/templates/base.html")),
    ("briefings.html", include_str!("../../themes/default/templates/briefings.html")),
    ("corrections.html", include_str!("../../themes/default/templates/corrections.html")),
    ("faq.html", include_str!("../../themes/default/templates/faq.html")),
    ("home.html", include_str!("../../themes/default/templates/home.html")),
    ("method.html", include_str!("../../themes/default/templates/method.html")),
    ("namesakes.html", include_str!("../../themes/default/templates/namesakes.html")),
    ("not-found.html", include_str!("../../themes/default/templates/not-found.html")),
    ("page.html", include_str!("../../themes/default/templates/page.html")),
    ("parts.html", include_str!("../../themes/default/templates/parts.html")),
    ("redirect.html", include_str!("../../themes/default/templates/redirect.html")),
    ("tag.html", include_str!("../../themes/default/templates/tag.html")),
    ("tags.html", include_str!("../../themes/default/templates/tags.html")),
];

/// Published files, by name.
pub(super) const STATICS: &[(&str, &[u8])] = &[
    ("icon.svg", include_bytes!("../../themes/default/static/icon.svg")),
    ("filter.js", include_bytes!("../../themes/default/static/filter.js")),
    ("nearest.js", include_bytes!("../../themes/default/static/nearest.js")),
    ("preview.js", include_bytes!("../../themes/default/static/preview.js")),
    ("style.css", include_bytes!("../../themes/default/static/style.css")),
];

/// Strings, by language.
pub(super) const STRINGS: &[(&str, &str)] = &[("en", include_str!("../../themes/default/strings/en.yaml"))];

/// `theme.yaml`.
pub(super) const THEME: &str = include_str!("../../themes/default/theme.yaml");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_folder() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let mut found: Vec<(String, Vec<u8>)> = Vec::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push((path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"), std::fs::read(&path).unwrap()));
                }
            }
        }
        found.sort();
        let mut table: Vec<(String, Vec<u8>)> = vec![("theme.yaml".to_owned(), THEME.as_bytes().to_vec())];
        table.extend(TEMPLATES.iter().map(|(name, text)| (format!("templates/{name}"), text.as_bytes().to_vec())));
        table.extend(STATICS.iter().map(|(name, bytes)| (format!("static/{name}"), bytes.to_vec())));
        table.extend(STRINGS.iter().map(|(name, text)| (format!("strings/{name}.yaml"), text.as_bytes().to_vec())));
        table.sort();
        assert_eq!(table, found);
    }
}
