use super::*;

fn load(name: &str, files: &[(&str, &str)]) -> Checked<Theme> {
    let files: Vec<InputFile> = files.iter().map(|(path, text)| InputFile::new(*path, text.as_bytes().to_vec())).collect();
    Theme::load(name, &files)
}

#[test]
fn the_embedded_theme_has_no_fault() {
    let theme = load("default", &[]);
    assert!(theme.diagnostics.is_empty(), "{:?}", theme.diagnostics);
    assert!(theme.value.assets().iter().all(|asset| crate::policy::is_fingerprinted(&asset.path)));
}

#[test]
fn a_site_overrides_file_by_file() {
    let theme = load("mine", &[("themes/mine/templates/tags.html", "<p>{{ x }}{{ t.skip }}</p>"), ("themes/mine/strings/en.ftl", "skip = Hop\n")]);
    assert!(theme.diagnostics.is_empty(), "{:?}", theme.diagnostics);
    let html = theme.value.render("tags.html", "en", &BTreeMap::from([("x", "<b>")])).unwrap();
    assert_eq!(html, "<p>&lt;b&gt;Hop</p>");
}

#[test]
fn an_unknown_theme_lists_what_exists() {
    let theme = load("gone", &[("themes/other/theme.yaml", "name: other\n")]);
    let finding = theme.diagnostics.iter().next().unwrap();
    assert_eq!(finding.code, Code::ThemeUnknown);
    assert!(finding.help.as_deref().unwrap().contains("`default`, `other`, `wire`"), "{finding:?}");
}

#[test]
fn every_broken_template_is_named_with_its_place() {
    let theme = load("mine", &[("themes/mine/templates/tags.html", "a\n{% if %}"), ("themes/mine/templates/tag.html", "{{ x | }}")]);
    let found: Vec<_> = theme.diagnostics.iter().map(|d| (d.code, d.file.as_deref(), d.span.is_some())).collect();
    assert_eq!(
        found,
        [(Code::TemplateSyntax, Some("themes/mine/templates/tag.html"), true), (Code::TemplateSyntax, Some("themes/mine/templates/tags.html"), true)]
    );
}

#[test]
fn a_template_that_uses_what_does_not_exist_is_a_finding() {
    let theme = load("mine", &[("themes/mine/templates/tags.html", "{{ 3 | sparkle }}")]);
    assert_eq!(theme.diagnostics.iter().map(|d| d.file.as_deref()).collect::<Vec<_>>(), [Some("themes/mine/templates/tags.html")]);
    let theme = load("mine", &[("themes/mine/templates/tags.html", "{{ actor.name }}")]);
    let finding = theme.value.render("tags.html", "en", &BTreeMap::from([("x", 1)])).unwrap_err();
    assert_eq!((finding.code, finding.file.as_deref()), (Code::TemplateRender, Some("themes/mine/templates/tags.html")));
}

#[test]
fn a_style_sheet_names_files_by_their_new_names() {
    let theme = load("mine", &[("themes/mine/static/fonts/a.woff2", "x"), ("themes/mine/static/style.css", "b{src:url('fonts/a.woff2')}i{src:url(else.png)}")]);
    let style = theme.value.assets().iter().find(|asset| asset.name == "style.css").unwrap();
    let text = std::str::from_utf8(&style.bytes).unwrap();
    assert!(text.contains("url(\"fonts/a-") && text.contains("url(else.png)"), "{text}");
}

#[test]
fn a_field_that_does_not_exist_is_said_with_those_that_do() {
    let theme = load("mine", &[("themes/mine/templates/tags.html", "<p>{{ page.titel }}</p>")]);
    let view = BTreeMap::from([("page", BTreeMap::from([("title", "a"), ("language", "en")]))]);
    let finding = theme.value.render("tags.html", "en", &view).unwrap_err();
    assert!(finding.span.is_some(), "{finding:?}");
    assert!(finding.message.contains("Available fields: language, title (line 1)"), "{finding:?}");
    assert!(finding.help.as_deref().unwrap().starts_with("this page has `page`"), "{finding:?}");
}

#[test]
fn both_themes_in_the_binary_are_whole_and_every_language_is() {
    for name in ["default", "wire"] {
        let theme = load(name, &[]);
        assert!(theme.diagnostics.is_empty(), "{name}: {:?}", theme.diagnostics);
    }
}

/// What may be the same in English and in another language: names, and words that both have.
const SAME: &[&str] = &[
    "de briefing",
    "de briefings",
    "de briefings_label",
    "de briefing_count",
    "de in_briefings",
    "de feed",
    "de links",
    "de kind_person",
    "de place_text",
    "de nav_briefings",
    "de kind_organisation",
    "es actor_count",
    "fr contents",
    "fr kind_people",
    "fr mentions",
    "fr mentions_label",
    "fr minutes",
    "fr pages",
    "fr page_of",
    "fr questions",
    "fr search_articles",
    "fr quotations",
    "fr corrections",
    "fr search_articles",
    "fr correction",
    "fr sources",
    "es company_actor",
    "tr nav_site",
    "fr nav_site",
    "repair_subject",
];

#[test]
fn every_string_is_translated_or_may_be_the_same() {
    let theme = load("default", &[]).value;
    let english = theme.strings("en");
    let languages = ["ar", "de", "es", "fa", "fr", "he", "ru", "tr", "uk", "zh"];
    let values = [("name", "N"), ("number", "1"), ("pages", "2"), ("site", "S"), ("title", "T")];
    let shown = |strings: &Strings, key: &str| strings.count_with(key, 3, &values);
    let mut same = Vec::new();
    for language in languages {
        let strings = theme.strings(language);
        assert_eq!(strings.language(), language);
        for (key, _) in english.entries() {
            if shown(english, key) == shown(strings, key) && !SAME.contains(&key) && !SAME.contains(&format!("{language} {key}").as_str()) {
                same.push(format!("{language} {key}: {}", shown(english, key)));
            }
        }
    }
    assert!(same.is_empty(), "these are as in English:\n{}", same.join("\n"));
}
