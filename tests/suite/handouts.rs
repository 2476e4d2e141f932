//! Handouts that are one file: they ask for nothing, and lead where the site is, or nowhere.

use crate::browser::{Browser, chromium};
use crate::previewing::Preview;
use crate::site_test::{SMALL, SiteTest};
use chancery::text::digest;

const FILE: &str = "briefings/ferry/print/handout.html";

fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    text.split_once(begin).and_then(|(_, rest)| rest.split_once(end)).unwrap_or_else(|| panic!("{begin}: {text}")).0
}

/// Values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(&format!(" {attribute}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

fn site(theme: &str) -> SiteTest {
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", format!("theme: {theme}\n"));
    site.write("seeds/pier.md", "# The pier\n\nIt is [old](/briefings/ferry/), see ![the pier](/pier.svg) and [the port](https://port.example/a?b=1&c=2).\n");
    site.write("content/static/pier.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site
}

#[test]
fn the_one_style_is_allowed_by_its_hash_in_both_themes() {
    for theme in ["default", "wire"] {
        let site = site(theme);
        site.build(&[]);
        let html = site.page(FILE);
        assert_eq!((html.matches("<style").count(), html.matches("<script").count(), html.matches("<link").count()), (1, 0, 0), "{theme}");
        let policy = between(&html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"").replace("&#39;", "'");
        let style = between(&html, "<style>", "</style>");
        assert!(policy.contains(&format!("style-src '{}'", digest::source_expression(style))), "{theme}: {policy}");
        assert!(!style.contains("url(") && !style.contains("@import"), "{theme}: a style that asks for something");
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{theme}");
        assert!(!site.files().iter().any(|path| path.contains("handout-")), "the style stands in the files alone");
        for page in site.files().iter().filter(|path| path.ends_with(".html") && !path.ends_with("handout.html")) {
            assert!(!site.page(page).contains("sha256-"), "{theme}: the policy of {page}");
        }
        assert!(site.page("briefings/ferry/index.html").contains("href=\"/briefings/ferry/print/handout.html\" download=\"ferry.html\""), "{theme}");
    }
}

#[test]
fn links_are_whole_or_plain_text() {
    for theme in ["default", "wire"] {
        let site = site(theme);
        site.build(&[]);
        let pier = site.page("briefings/pier/print/handout.html");
        assert!(pier.contains("It is old, see <img src=\"data:image/svg+xml;base64,PHN2Zy"), "{theme}: {pier}");
        assert!(
            values(&pier, "href").iter().all(|href| href.starts_with('#') || href.starts_with("https://port.example/")),
            "{theme}: {:?}",
            values(&pier, "href")
        );
        assert!(!pier.contains("Read the article"), "{theme}: a way back to nowhere");
        site.build(&["--base-url", "https://example.org/room/"]);
        let pier = site.page("briefings/pier/print/handout.html");
        assert!(pier.contains("It is <a href=\"https://example.org/room/briefings/ferry/\">old</a>, see <img src=\"data:"), "{theme}: {pier}");
        assert!(pier.contains("href=\"https://example.org/room/briefings/pier/\""), "{theme}: the way back");
        for file in ["briefings/pier/print/handout.html", "briefings/ferry/print/handout.html"] {
            let html = site.page(file);
            let ids = values(&html, "id");
            for href in values(&html, "href") {
                let leads = href.starts_with("https://") || href.strip_prefix('#').is_some_and(|id| ids.contains(&id));
                assert!(leads, "{theme}: {file}: {href}");
            }
        }
    }
}

#[test]
fn a_new_picture_makes_the_file_anew() {
    let site = site("default");
    site.build(&[]);
    let before = site.page("briefings/pier/print/handout.html");
    site.write("content/static/pier.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path/></svg>");
    site.build(&[]);
    assert_ne!(before, site.page("briefings/pier/print/handout.html"));
    site.remove("content/static/pier.svg");
    site.write("seeds/pier.md", "# The pier\n\nIt is old.\n");
    site.build(&[]);
    assert!(!site.page("briefings/pier/print/handout.html").contains("data:image"));
}

#[test]
fn it_opens_from_disk_without_a_request_and_looks_as_it_should() {
    let Some(program) = chromium() else { return };
    for theme in ["default", "wire"] {
        let site = site(theme);
        site.build(&["--base-url", "https://example.org/"]);
        let alone = tempfile::tempdir().unwrap();
        let file = alone.path().join("pier.html");
        std::fs::copy(site.root().join("public/briefings/pier/print/handout.html"), &file).unwrap();
        let mut tab = Browser::start(&program).tab();
        for width in [1280, 320] {
            tab.open(&format!("file://{}", file.display()), width, "dark");
            assert_eq!(tab.eval("document.documentElement.scrollWidth <= innerWidth"), true, "{theme} at {width}");
            assert_eq!(tab.eval("getComputedStyle(document.body).maxInlineSize !== 'none'"), true, "{theme}: the style is in force");
            assert_eq!(tab.eval("document.images[0].complete"), true, "{theme}: the picture");
        }
        let own = format!("asked for file://{}", file.display());
        let asked: Vec<&String> = tab.complaints.iter().filter(|said| **said != own && !said.starts_with("asked for data:")).collect();
        assert!(asked.is_empty(), "{theme}: {asked:?}");
    }
}

#[test]
fn the_preview_gives_its_policy_to_that_address_alone() {
    let Some(program) = chromium() else { return };
    let site = site("default");
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&format!("{}{FILE}", preview.address), 1280, "light");
    assert_eq!(tab.eval("getComputedStyle(document.body).maxInlineSize !== 'none'"), true, "the style is in force under the header too");
    assert_eq!(tab.complaints, Vec::<String>::new());
}
