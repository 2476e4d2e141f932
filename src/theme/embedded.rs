//! The themes in the binary: the files of `themes/default/` and `themes/wire/`. A test holds the tables to the folders.

/// A theme in the binary. They share their strings, and nothing else.
pub(super) struct Embedded {
    pub(super) name: &'static str,
    /// Templates, by name.
    pub(super) templates: &'static [(&'static str, &'static str)],
    /// Published files, by name.
    pub(super) statics: &'static [(&'static str, &'static [u8])],
    /// `theme.yaml`.
    pub(super) theme: &'static str,
}

/// The theme that stands under a site's theme of this name: the one that it is called after, else the first.
pub(super) fn under(name: &str) -> &'static Embedded {
    THEMES.iter().find(|theme| theme.name == name).unwrap_or(&DEFAULT)
}

/// Every theme in the binary.
pub(super) const THEMES: &[Embedded] = &[DEFAULT, WIRE];

const DEFAULT: Embedded = Embedded {
    name: "default",
    templates: &[
        ("actor.html", include_str!("../../themes/default/templates/actor.html")),
        ("actors.html", include_str!("../../themes/default/templates/actors.html")),
        ("article.html", include_str!("../../themes/default/templates/article.html")),
        ("base.html", include_str!("../../themes/default/templates/base.html")),
        ("briefings.html", include_str!("../../themes/default/templates/briefings.html")),
        ("citations.html", include_str!("../../themes/default/templates/citations.html")),
        ("corrections.html", include_str!("../../themes/default/templates/corrections.html")),
        ("data.html", include_str!("../../themes/default/templates/data.html")),
        ("faq.html", include_str!("../../themes/default/templates/faq.html")),
        ("handout.html", include_str!("../../themes/default/templates/handout.html")),
        ("home.html", include_str!("../../themes/default/templates/home.html")),
        ("method.html", include_str!("../../themes/default/templates/method.html")),
        ("namesakes.html", include_str!("../../themes/default/templates/namesakes.html")),
        ("not-found.html", include_str!("../../themes/default/templates/not-found.html")),
        ("page.html", include_str!("../../themes/default/templates/page.html")),
        ("parts.html", include_str!("../../themes/default/templates/parts.html")),
        ("redirect.html", include_str!("../../themes/default/templates/redirect.html")),
        ("search.html", include_str!("../../themes/default/templates/search.html")),
        ("source.html", include_str!("../../themes/default/templates/source.html")),
        ("tag.html", include_str!("../../themes/default/templates/tag.html")),
        ("tags.html", include_str!("../../themes/default/templates/tags.html")),
    ],
    statics: &[
        ("filter.js", include_bytes!("../../themes/default/static/filter.js")),
        ("handout.css", include_bytes!("../../themes/default/static/handout.css")),
        ("icon.svg", include_bytes!("../../themes/default/static/icon.svg")),
        ("nearest.js", include_bytes!("../../themes/default/static/nearest.js")),
        ("preview.js", include_bytes!("../../themes/default/static/preview.js")),
        ("search.js", include_bytes!("../../themes/default/static/search.js")),
        ("style.css", include_bytes!("../../themes/default/static/style.css")),
    ],
    theme: include_str!("../../themes/default/theme.yaml"),
};

const WIRE: Embedded = Embedded {
    name: "wire",
    templates: &[
        ("actor.html", include_str!("../../themes/wire/templates/actor.html")),
        ("actors.html", include_str!("../../themes/wire/templates/actors.html")),
        ("article.html", include_str!("../../themes/wire/templates/article.html")),
        ("base.html", include_str!("../../themes/wire/templates/base.html")),
        ("briefings.html", include_str!("../../themes/wire/templates/briefings.html")),
        ("citations.html", include_str!("../../themes/wire/templates/citations.html")),
        ("corrections.html", include_str!("../../themes/wire/templates/corrections.html")),
        ("data.html", include_str!("../../themes/wire/templates/data.html")),
        ("faq.html", include_str!("../../themes/wire/templates/faq.html")),
        ("handout.html", include_str!("../../themes/wire/templates/handout.html")),
        ("home.html", include_str!("../../themes/wire/templates/home.html")),
        ("method.html", include_str!("../../themes/wire/templates/method.html")),
        ("namesakes.html", include_str!("../../themes/wire/templates/namesakes.html")),
        ("not-found.html", include_str!("../../themes/wire/templates/not-found.html")),
        ("page.html", include_str!("../../themes/wire/templates/page.html")),
        ("parts.html", include_str!("../../themes/wire/templates/parts.html")),
        ("redirect.html", include_str!("../../themes/wire/templates/redirect.html")),
        ("source.html", include_str!("../../themes/wire/templates/source.html")),
        ("tag.html", include_str!("../../themes/wire/templates/tag.html")),
        ("tags.html", include_str!("../../themes/wire/templates/tags.html")),
    ],
    statics: &[
        ("handout.css", include_bytes!("../../themes/wire/static/handout.css")),
        ("icon.svg", include_bytes!("../../themes/wire/static/icon.svg")),
        ("style.css", include_bytes!("../../themes/wire/static/style.css")),
    ],
    theme: include_str!("../../themes/wire/theme.yaml"),
};

/// Strings, by language.
pub(super) const STRINGS: &[(&str, &str)] = &[
    ("ar", include_str!("../../themes/default/strings/ar.ftl")),
    ("de", include_str!("../../themes/default/strings/de.ftl")),
    ("en", include_str!("../../themes/default/strings/en.ftl")),
    ("en-gb", include_str!("../../themes/default/strings/en-gb.ftl")),
    ("es", include_str!("../../themes/default/strings/es.ftl")),
    ("fa", include_str!("../../themes/default/strings/fa.ftl")),
    ("fr", include_str!("../../themes/default/strings/fr.ftl")),
    ("he", include_str!("../../themes/default/strings/he.ftl")),
    ("ru", include_str!("../../themes/default/strings/ru.ftl")),
    ("tr", include_str!("../../themes/default/strings/tr.ftl")),
    ("uk", include_str!("../../themes/default/strings/uk.ftl")),
    ("zh", include_str!("../../themes/default/strings/zh.ftl")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_the_folders() {
        for theme in THEMES {
            let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes").join(theme.name);
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
            let mut table: Vec<(String, Vec<u8>)> = vec![("theme.yaml".to_owned(), theme.theme.as_bytes().to_vec())];
            table.extend(theme.templates.iter().map(|(name, text)| (format!("templates/{name}"), text.as_bytes().to_vec())));
            table.extend(theme.statics.iter().map(|(name, text)| (format!("static/{name}"), text.to_vec())));
            if theme.name == DEFAULT.name {
                table.extend(STRINGS.iter().map(|(name, text)| (format!("strings/{name}.ftl"), text.as_bytes().to_vec())));
            }
            table.sort();
            let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
            assert_eq!(names(&table), names(&found), "{}", theme.name);
            assert!(table == found, "{}", theme.name);
        }
    }

    #[test]
    fn the_two_themes_share_no_template_and_no_style() {
        for (name, text) in WIRE.templates {
            assert!(!DEFAULT.templates.iter().any(|(_, same)| same == text), "{name}");
        }
        assert!(WIRE.statics.iter().all(|(name, bytes)| !name.ends_with(".js") && !DEFAULT.statics.iter().any(|(_, same)| same == bytes)));
    }
}
