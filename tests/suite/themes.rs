//! Themes of a site's own: the tutorial of `docs/themes.md` does what it says, and a mistake is said with its place.

use crate::site_test::{SMALL, SiteTest};

/// The blocks of the tutorial, in order: language and text.
fn tutorial() -> Vec<(String, String)> {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/themes.md")).unwrap().replace("\r\n", "\n");
    let part = page.split("## A theme in half an hour").nth(1).unwrap().split("\n## ").next().unwrap().to_owned();
    part.split("\n```")
        .skip(1)
        .step_by(2)
        .map(|block| block.split_once('\n').unwrap())
        .map(|(language, text)| (language.to_owned(), format!("{text}\n")))
        .collect()
}

#[test]
fn the_tutorial_makes_a_theme() {
    let blocks = tutorial();
    let languages: Vec<&str> = blocks.iter().map(|(language, _)| language.as_str()).collect();
    assert_eq!(languages, ["yaml", "yaml", "ftl", "html"]);
    let site = SiteTest::new(SMALL);
    site.write("content/briefings/ferry.yaml", "tags: [Harbour]\n");
    site.write("themes/harbour/theme.yaml", &blocks[0].1);
    site.write("content/site.yaml", &blocks[1].1);
    let run = site.build(&[]);
    assert!(!run.stderr.contains("theme-"), "{}", run.stderr);
    let style = site.files().into_iter().find(|path| path.starts_with("assets/style-")).unwrap();
    assert!(site.page(&style).contains("--accent: light-dark(#0b5a7a, #8fd0ea);"));
    site.write("themes/harbour/strings/en.ftl", &blocks[2].1);
    site.write("themes/harbour/templates/tags.html", &blocks[3].1);
    site.build(&[]);
    assert!(site.page("briefings/ferry/index.html").contains("The people and powers"));
    assert!(site.page("tags/index.html").contains("Harbour</a>, 1</li>"), "{}", site.page("tags/index.html"));
    site.write("themes/harbour/templates/tags.html", blocks[3].1.replace("tag.name", "page.titel"));
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1);
    for part in ["themes/harbour/templates/tags.html:5:", "Available fields: ", "title"] {
        assert!(run.stderr.contains(part), "{part} is not in {}", run.stderr);
    }
}

#[test]
fn the_wire_has_no_script_and_every_kind_of_page() {
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", "theme: wire\n");
    site.build(&[]);
    // A handout that is one file holds its style itself.
    for page in site.files().iter().filter(|path| path.ends_with(".html") && !path.ends_with("/handout.html")) {
        let html = site.page(page);
        let scripts = html.matches("<script").count() - html.matches("<script type=\"application/ld+json\">").count();
        assert!(scripts == 0 && !html.contains("style=") && html.contains("assets/style-"), "{page}");
    }
}
