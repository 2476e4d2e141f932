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
    let theme = load("mine", &[("themes/mine/templates/tags.html", "<p>{{ x }}{{ t.skip }}</p>"), ("themes/mine/strings/en.yaml", "skip: Hop\n")]);
    assert!(theme.diagnostics.is_empty(), "{:?}", theme.diagnostics);
    let html = theme.value.render("tags.html", "de", &BTreeMap::from([("x", "<b>")])).unwrap();
    assert_eq!(html, "<p>&lt;b&gt;Hop</p>");
}

#[test]
fn an_unknown_theme_lists_what_exists() {
    let theme = load("gone", &[("themes/wire/theme.yaml", "name: wire\n")]);
    let finding = theme.diagnostics.iter().next().unwrap();
    assert_eq!(finding.code, Code::ThemeUnknown);
    assert!(finding.help.as_deref().unwrap().contains("`default`, `wire`"), "{finding:?}");
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
