//! Share pictures: what a link to a briefing or an actor is shown with.

use crate::site_test::{SMALL, SiteTest};

const BASE: &[&str] = &["--base-url", "https://example.org/room/"];
const ON: &str = "title: Halden Room\npublish: {pictures: true}\n";

fn pictured() -> SiteTest {
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", ON);
    site
}

/// Width and height by the header of a PNG.
fn size(site: &SiteTest, path: &str) -> (u32, u32) {
    let bytes = std::fs::read(site.root().join("public").join(path)).unwrap();
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "{path}");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn a_briefing_and_each_actor_have_a_picture_and_their_pages_name_it_with_its_size() {
    let site = pictured();
    site.build(BASE);
    for (page, picture, title) in [
        ("briefings/ferry/index.html", "briefings/ferry/picture.png", "Harbour Ferry to Resume in Spring"),
        ("briefings/ferry/faq/index.html", "briefings/ferry/picture.png", "Harbour Ferry to Resume in Spring"),
        ("actors/norway/index.html", "actors/norway/picture.png", "Norway"),
    ] {
        assert_eq!(size(&site, picture), (1200, 630), "{picture}");
        let html = site.page(page);
        for element in [
            format!("<meta property=\"og:image\" content=\"https://example.org/room/{picture}\">"),
            "<meta property=\"og:image:type\" content=\"image/png\">".to_owned(),
            "<meta property=\"og:image:width\" content=\"1200\">".to_owned(),
            "<meta property=\"og:image:height\" content=\"630\">".to_owned(),
            format!("<meta property=\"og:image:alt\" content=\"{title}\">"),
            "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
        ] {
            assert!(html.contains(&element), "{element} is not in {page}: {html}");
        }
    }
    assert!(site.page("briefings/ferry/index.html").contains("\"image\":\"https://example.org/room/briefings/ferry/picture.png\""));
    assert!(!site.page("index.html").contains("og:image") && !site.page("sitemap.xml").contains("picture.png"));
    let all = site.files().iter().filter(|path| path.ends_with("/picture.png")).count();
    assert!(all > 3, "every actor has one: {all}");
}

#[test]
fn a_picture_is_drawn_again_only_where_its_words_or_colours_changed() {
    let site = pictured();
    site.build(BASE);
    let pictures = ["briefings/ferry/picture.png", "actors/norway/picture.png"];
    let all = |site: &SiteTest| pictures.map(|path| std::fs::read(site.root().join("public").join(path)).unwrap());
    let first = all(&site);
    // From nothing: the same bytes.
    std::fs::remove_dir_all(site.root().join("public")).unwrap();
    std::fs::remove_dir_all(site.root().join(".chancery")).unwrap();
    site.build(BASE);
    assert!(first == all(&site));
    let title = std::fs::read_to_string(site.root().join("seeds/ferry.txt")).unwrap().replace("Harbour Ferry", "Island Ferry");
    site.write("seeds/ferry.txt", title);
    site.build(BASE);
    let second = all(&site);
    assert!(first[0] != second[0] && first[1] == second[1], "a new title, and the same actor");
    site.write("themes/default/theme.yaml", "colours:\n  accent: ['#004d40', '#80cbc4']\n");
    site.build(BASE);
    let third = all(&site);
    assert!(second[0] != third[0] && second[1] != third[1], "another colour");
    site.write("content/site.yaml", format!("{ON}theme: wire\n"));
    site.build(BASE);
    assert!(all(&site)[0] != third[0], "a theme without colours is black on white");
}

#[test]
fn where_the_font_lacks_a_letter_the_sites_own_picture_stands_in_or_none() {
    let site = pictured();
    site.write("seeds/shura.txt", "شورى الميناء\n\nNorway met Sweden.\n");
    site.write("seeds/ukraine.txt", "Сергій Їжак про порт\n\nNorway met Sweden.\n");
    site.build(BASE);
    assert!(site.has("briefings/ukraine/picture.png") && !site.has("briefings/shura/picture.png"));
    assert!(!site.page("briefings/shura/index.html").contains("og:image"), "none is claimed");
    site.write("content/static/share.png", b"\x89PNG");
    site.build(BASE);
    let page = site.page("briefings/shura/index.html");
    assert!(page.contains("<meta property=\"og:image\" content=\"https://example.org/room/share.png\">"), "{page}");
    assert!(page.contains("\"image\":\"https://example.org/room/share.png\"") && !page.contains("og:image:width"), "{page}");
    assert!(site.page("index.html").contains("https://example.org/room/share.png"), "and on pages that have no picture of their own");
    assert!(site.page("briefings/ferry/index.html").contains("briefings/ferry/picture.png\">"));
    // A site whose own name the font cannot write has no drawn pictures at all.
    site.write("content/site.yaml", "title: شورى\npublish: {pictures: true}\n");
    site.build(BASE);
    assert!(!site.files().iter().any(|path| path.ends_with("picture.png")));
}

#[test]
fn nobody_who_does_not_ask_has_one_nor_a_site_that_cannot_name_it() {
    for (settings, flags) in [("title: Halden Room\n", BASE), (ON, &[]), ("title: Halden Room\npublish: {pictures: true, structured_data: false}\n", BASE)] {
        let site = pictured();
        site.write("content/site.yaml", settings);
        site.build(flags);
        for path in site.files() {
            assert!(!path.ends_with("picture.png"), "{settings}: {path}");
            assert!(!path.ends_with(".html") || !site.page(&path).contains("picture.png"), "{settings}: {path}");
        }
    }
}
