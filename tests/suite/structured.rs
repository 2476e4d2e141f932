//! What programs read in the head of a page: JSON-LD, OpenGraph, citation elements.

use crate::browser::{Browser, chromium};
use crate::previewing::Preview;
use crate::site_test::{SMALL, SiteTest};
use serde_json::Value;

const OPEN: &str = "<script type=\"application/ld+json\">";

/// The nodes of a page's block.
#[track_caller]
pub fn nodes(site: &SiteTest, path: &str) -> Vec<Value> {
    let html = site.page(path);
    let (_, rest) = html.split_once(OPEN).unwrap_or_else(|| panic!("{path} has no block"));
    let (json, behind) = rest.split_once("</script>").unwrap();
    assert!(!behind.contains(OPEN), "{path} has two blocks");
    let whole: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(whole["@context"], "https://schema.org");
    whole["@graph"].as_array().unwrap().clone()
}

fn types(nodes: &[Value]) -> Vec<&str> {
    nodes.iter().map(|node| node["@type"].as_str().unwrap()).collect()
}

/// A dated briefing with tags, a correction, a translation's worth of everything.
fn whole() -> SiteTest {
    let site = SiteTest::new(SMALL);
    site.write(
        "content/site.yaml",
        "title: Halden Room\npublisher: The Halden Room\nauthor: Maria Berg\nlicence: https://example.org/licence\nlanguage: en-GB\n",
    );
    site.write(
        "content/briefings/ferry.yaml",
        "date: 2026-03-01\ntags: [ferries]\nsources:\n  - {title: Minutes, url: 'https://example.org/minutes', publisher: The board, date: 2026-02-01}\ncorrections:\n  - {date: 2026-03-05, text: The pier is of stone.}\n",
    );
    site.write(
        "content/actors/all.yaml",
        "- {id: ann-lindqvist, name: Ann Lindqvist, kind: person, roles: [Mayor], summary: Mayor of Port Halden., identifiers: {wikidata: Q1, local: '7'}}\n- {id: norway, name: Norway, kind: state}\n- {id: board, name: harbour board of Port Halden, kind: organisation}\n",
    );
    site
}

#[test]
fn each_kind_of_page_says_what_it_is() {
    let site = whole();
    site.build(&["--base-url", "https://example.org/room/"]);
    for (path, kinds) in [
        ("index.html", &["WebSite", "CollectionPage"][..]),
        ("briefings/index.html", &["CollectionPage", "BreadcrumbList"]),
        ("briefings/ferry/index.html", &["NewsArticle", "BreadcrumbList"]),
        ("briefings/ferry/faq/index.html", &["FAQPage", "BreadcrumbList"]),
        ("briefings/ferry/print/index.html", &["WebPage"]),
        ("actors/index.html", &["CollectionPage", "BreadcrumbList"]),
        ("actors/ann-lindqvist/index.html", &["Person", "BreadcrumbList"]),
        ("actors/norway/index.html", &["Country", "BreadcrumbList"]),
        ("actors/board/index.html", &["Organization", "BreadcrumbList"]),
        ("tags/index.html", &["CollectionPage", "BreadcrumbList"]),
        ("tags/ferries/index.html", &["CollectionPage", "BreadcrumbList"]),
        ("corrections/index.html", &["CollectionPage", "BreadcrumbList"]),
        ("method/index.html", &["WebPage", "BreadcrumbList"]),
        ("404.html", &["WebPage"]),
    ] {
        assert_eq!(types(&nodes(&site, path)), kinds, "{path}");
    }
    let article = &nodes(&site, "briefings/ferry/index.html")[0];
    let address = "https://example.org/room/briefings/ferry/";
    assert_eq!(article["mainEntityOfPage"], address);
    assert_eq!((&article["datePublished"], &article["dateModified"]), (&"2026-03-01".into(), &"2026-03-05".into()), "a correction is a change");
    assert_eq!((&article["author"][0]["@type"], &article["author"][0]["name"]), (&"Person".into(), &"Maria Berg".into()));
    assert_eq!(article["publisher"][0]["name"], "The Halden Room");
    assert_eq!(article["citation"][0]["url"], "https://example.org/minutes");
    assert_eq!(article["correction"][0], "The pier is of stone.");
    assert!(article["mentions"].as_array().unwrap().iter().any(|actor| actor["name"] == "Norway" && actor["@type"] == "Country"), "{article}");
    let person = &nodes(&site, "actors/ann-lindqvist/index.html")[0];
    assert_eq!(person["sameAs"][0], "https://www.wikidata.org/wiki/Q1");
    assert_eq!((&person["identifier"][0]["propertyID"], &person["jobTitle"][0]), (&"local".into(), &"Mayor".into()));
    let faq = &nodes(&site, "briefings/ferry/faq/index.html")[0];
    assert_eq!(faq["mainEntity"][1]["name"], "Who pays for it?");
    assert_eq!(faq["mainEntity"][1]["acceptedAnswer"][0]["text"], "Norway and Sweden share the cost.");
    assert_eq!(faq["isPartOf"][0]["@id"], article["@id"]);
}

#[test]
fn a_head_holds_what_those_read_who_share_and_cite() {
    let site = whole();
    site.build(&["--base-url", "https://example.org/room/"]);
    let page = site.page("briefings/ferry/index.html");
    for element in [
        r#"<meta property="og:title" content="Harbour Ferry to Resume in Spring">"#,
        r#"<meta property="og:type" content="article">"#,
        r#"<meta property="og:url" content="https://example.org/room/briefings/ferry/">"#,
        r#"<meta property="og:locale" content="en_GB">"#,
        r#"<meta property="article:published_time" content="2026-03-01T00:00:00Z">"#,
        r#"<meta name="citation_title" content="Harbour Ferry to Resume in Spring">"#,
        r#"<meta name="citation_author" content="Maria Berg">"#,
        r#"<meta name="citation_publication_date" content="2026/03/01">"#,
    ] {
        assert!(page.contains(element), "{element} is not in {page}");
    }
    assert!(!page.contains("og:image"), "a drawing that no one shows is not named");
    site.write("content/static/favicon.png", b"\x89PNG");
    site.build(&["--base-url", "https://example.org/room/"]);
    let page = site.page("briefings/ferry/index.html");
    assert!(page.contains(r#"<meta property="og:image" content="https://example.org/room/favicon.png">"#), "{page}");
    assert!(page.contains(r#"<link rel="icon" type="image/png" href="/room/favicon.png">"#), "{page}");
}

/// Strings of a block, with the keys that hold them.
fn strings<'v>(key: &'v str, value: &'v Value, found: &mut Vec<(&'v str, &'v str)>) {
    match value {
        Value::String(text) => found.push((key, text)),
        Value::Array(all) => all.iter().for_each(|value| strings(key, value, found)),
        Value::Object(all) => all.iter().for_each(|(key, value)| strings(key, value, found)),
        _ => {}
    }
}

#[test]
fn without_a_base_address_nothing_is_said_that_needs_one() {
    let site = whole();
    site.build(&[]);
    let mut seen = 0;
    for path in site.files().iter().filter(|path| path.ends_with(".html") && !path.ends_with("/handout.html")) {
        let nodes = nodes(&site, path);
        assert!(types(&nodes).iter().all(|kind| ["WebPage", "FAQPage"].contains(kind)), "{path}: {:?}", types(&nodes));
        let whole = Value::Array(nodes);
        let mut found = Vec::new();
        strings("", &whole, &mut found);
        for (key, text) in found {
            seen += 1;
            let given = ["https://example.org/licence", "https://example.org/minutes", "https://www.wikidata.org/wiki/Q1", "https://schema.org/Quotation"];
            assert!(given.contains(&text) || !matches!(key, "@id" | "url" | "item" | "image" | "logo" | "mainEntityOfPage"), "{path}: {key} {text}");
        }
        assert!(!site.page(path).contains("og:url") && !site.page(path).contains("citation_fulltext"), "{path}");
    }
    assert!(seen > 100, "only {seen} strings were looked at");
    let article = &nodes(&site, "briefings/ferry/index.html")[0];
    assert_eq!((&article["@type"], &article["datePublished"]), (&"WebPage".into(), &"2026-03-01".into()), "what is known is still said");
}

#[test]
fn without_a_date_an_article_is_a_page() {
    let site = SiteTest::new(SMALL);
    site.build(&["--base-url", "https://example.org/"]);
    let article = &nodes(&site, "briefings/ferry/index.html")[0];
    assert_eq!(article["@type"], "WebPage");
    assert!(article.get("datePublished").is_none() && article.get("dateModified").is_none() && article.get("headline").is_none(), "{article}");
    let page = site.page("briefings/ferry/index.html");
    assert!(!page.contains("citation_publication_date") && !page.contains("published_time"));
}

#[test]
fn only_a_certain_speaker_is_given_words() {
    let site = SiteTest::new(
        "=== seeds/pier.txt\nThe pier\n\n“The pier is sound,” Mayor Ann Lindqvist told reporters on Monday. Norway and Sweden share the cost of the line.\n\nThe last word was “never again”, and nobody knows whose it was.\n",
    );
    site.build(&["--base-url", "https://example.org/"]);
    let article = &nodes(&site, "briefings/pier/index.html")[0];
    let parts = article["hasPart"].as_array().unwrap_or_else(|| panic!("{article:#}"));
    assert_eq!(parts.len(), 1, "{parts:#?}");
    assert_eq!(parts[0]["additionalType"], "https://schema.org/Quotation");
    assert_eq!((&parts[0]["text"], &parts[0]["creator"][0]["name"]), (&"The pier is sound,".into(), &"Ann Lindqvist".into()));
    let (_, id) = parts[0]["url"].as_str().unwrap().split_once('#').unwrap();
    assert!(site.page("briefings/pier/index.html").contains(&format!("id=\"{id}\"")), "the quotation's address leads to its block");
}

const HOSTILE: &str = "</script><script>alert(1)</script><!--<script> & \" ' \\ \u{2028}\u{2029}\u{85}\u{7f}";

fn hostile() -> SiteTest {
    let site = SiteTest::new(&format!(
        "=== seeds/bad.txt\nBad {HOSTILE} title\n\nAnn Lindqvist of Norway met Sweden {HOSTILE} on Monday. The rest of the paragraph is plain.\n\nFAQ\n\nWhat is {HOSTILE} this?\n\nIt is {HOSTILE} text of Norway.\n"
    ));
    let quoted = serde_json::to_string(HOSTILE.trim_end_matches(['\u{7f}', '\u{85}', '\u{2029}', '\u{2028}'])).unwrap();
    site.write("content/site.yaml", format!("title: {quoted}\ndescription: {quoted}\npublisher: {quoted}\nauthor: {quoted}\nlicence: {quoted}\n"));
    site.write("content/briefings/bad.yaml", format!("date: 2026-03-01\nstandfirst: {quoted}\ntags: [{quoted}]\nsources:\n  - {{title: {quoted}}}\n"));
    site.write(
        "content/actors/a.yaml",
        format!("id: ann\nname: Ann Lindqvist\nkind: person\nsummary: {quoted}\nroles: [{quoted}]\nidentifiers: {{local: {quoted}, wikidata: {quoted}}}\n"),
    );
    site
}

#[test]
fn no_text_leaves_its_block_or_element() {
    let site = hostile();
    for flags in [&[][..], &["--base-url", "https://example.org/"]] {
        site.build(flags);
        for path in site.files().iter().filter(|path| path.ends_with(".html") && !path.ends_with("/handout.html")) {
            let html = site.page(path);
            assert!(!html.contains("<script>") && !html.contains("alert(1)</script>") && !html.contains("<!--"), "{path}");
            assert_eq!(html.matches("</script>").count(), html.matches("<script ").count(), "{path}");
            let (_, rest) = html.split_once(OPEN).unwrap();
            let json = rest.split("</script>").next().unwrap();
            assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\u{85}', '\u{7f}']), "{path}: {json}");
            nodes(&site, path);
        }
        let faq = &nodes(&site, "briefings/bad/faq/index.html")[0];
        let answer = faq["mainEntity"][0]["acceptedAnswer"][0]["text"].as_str().unwrap();
        assert!(answer.contains("</script><script>alert(1)</script><!--<script> & \" ' \\"), "the text comes back as it is: {answer}");
    }
}

#[test]
fn a_draft_stands_in_no_block() {
    let site = whole();
    site.write("seeds/secret.txt", "A Secret Matter\n\nOlaf Tryggvason of Norway wrote it.\n");
    for (overlay, flags) in [("status: draft\n", &[][..]), ("status: withdrawn\n", &[]), ("publish_from: 2027-01-01\n", &[])] {
        site.write("content/briefings/secret.yaml", format!("date: 2026-03-02\ntags: [ferries]\n{overlay}"));
        site.build(&[&["--base-url", "https://example.org/"], flags].concat());
        for path in site.files().iter().filter(|path| path.ends_with(".html")) {
            assert!(!path.contains("secret") && !site.page(path).contains("Secret Matter"), "{overlay}: {path}");
        }
    }
}

#[test]
fn a_browser_runs_no_block_and_complains_of_none() {
    let Some(program) = chromium() else { return };
    let site = hostile();
    let preview = Preview::start(&site, &["--base-url", "https://example.org/"]);
    let mut tab = Browser::start(&program).tab();
    for address in ["", "briefings/bad/", "briefings/bad/faq/", "actors/ann/", "actors/"] {
        tab.open(&format!("{}{address}", preview.address), 1280, "light");
        let count = tab.eval("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@graph'].length");
        assert!(count.as_u64().unwrap_or_default() > 0, "{address}");
        let scripts = tab.eval("[...document.scripts].filter(s => !s.src && s.type !== 'application/ld+json').length");
        assert_eq!(scripts, 0, "{address}");
    }
    assert!(tab.complaints.is_empty(), "{:?}", tab.complaints);
}
