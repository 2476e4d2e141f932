//! Citations: read back by parsers of others, and links that a real browser follows to the words.

use crate::browser::{Browser, chromium};
use crate::data::{python, read_by};
use crate::previewing::Preview;
use crate::sample::sample;
use crate::site_test::{SMALL, SiteTest};

/// Ids of entries and the addresses of their words, in the order of the page.
fn entries(page: &str) -> Vec<(String, String)> {
    let part = |text: &str, from: &str, to: &str| text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map(|(found, _)| found.to_owned()).unwrap();
    page.split("<section id=\"").skip(1).map(|entry| (entry.split('"').next().unwrap().to_owned(), part(entry, "<p><a href=\"", "\""))).collect()
}

#[test]
fn every_form_is_read_by_others_and_all_say_the_same() {
    let Some(python) = python("bibtexparser, rispy, citeproc") else { return };
    let site = sample();
    site.write("seeds/odd.txt", "Fees & Tolls: 100% of {all} #1_a\n\nThe board of Port Halden said that it would pay the whole of the cost.\n");
    site.build(&["--base-url", "https://example.org/room/"]);
    let read = read_by(&python, "read_citations.py", &site);
    let mut count = 0;
    for (slug, entries_read) in read.as_object().unwrap() {
        let page = site.page(&format!("briefings/{slug}/cite/index.html"));
        let shown = entries(&page);
        assert_eq!(entries_read.as_object().unwrap().len(), shown.len(), "{slug}");
        let article = site.page(&format!("briefings/{slug}/index.html"));
        for (id, _) in &shown {
            let forms = &entries_read[format!("{slug}:{id}")];
            assert!(forms["bibtex"][1].as_str().unwrap().ends_with(&format!("#{id}")), "{slug} {id}: {forms}");
            assert_eq!(forms["ris"], forms["csl"], "{slug} {id}");
            assert_eq!((&forms["bibtex"][1], &forms["bibtex"][2]), (&forms["csl"][1], &forms["csl"][2]), "{slug} {id}");
            count += 1;
        }
        assert!(article.contains(&format!("/briefings/{slug}/cite/#{}\"", shown[0].0)), "{slug}: each paragraph leads to its citation");
    }
    assert!(count > 100, "{count}");
    assert_eq!(site.page("briefings/odd/cite/citations.bib").matches("Fees \\& Tolls: 100\\% of \\{all\\} \\#1\\_a").count(), 1);
}

#[test]
fn three_styles_are_written_as_their_manuals_have_them() {
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", "title: Harbour Desk\nauthor: Ann Writer\npublisher: Halden Press\n");
    site.write("content/briefings/ferry.yaml", "date: 2026-01-30\n");
    site.build(&["--base-url", "https://example.org/"]);
    let page = site.page("briefings/ferry/cite/index.html");
    let (id, _) = &entries(&page)[0];
    let address = format!("https://example.org/briefings/ferry/#{id}");
    for expected in [
        format!("Ann Writer. (2026, January 30). <i>Harbour Ferry to Resume in Spring</i>. Harbour Desk. {address} (Ann Writer, 2026, para. 1)</dd>"),
        format!("Ann Writer, “Harbour Ferry to Resume in Spring,” Harbour Desk, January 30, 2026, para. 1, {address}.</dd>"),
        format!("Ann Writer. “Harbour Ferry to Resume in Spring.” <i>Harbour Desk</i>, Halden Press, 30 Jan. 2026, par. 1, {address}.</dd>"),
    ] {
        assert!(page.contains(&expected), "{expected}\n{page}");
    }
    // Nobody and no day is made up.
    site.write("content/site.yaml", "title: Harbour Desk\n");
    site.remove("content/briefings/ferry.yaml");
    site.build(&[]);
    let page = site.page("briefings/ferry/cite/index.html");
    for expected in [
        "<i>Harbour Ferry to Resume in Spring</i>. (n.d.). Harbour Desk. (“Harbour Ferry to Resume in Spring,” n.d., para. 1)</dd>",
        "<dd dir=\"auto\">“Harbour Ferry to Resume in Spring,” Harbour Desk, para. 1.</dd>",
        "“Harbour Ferry to Resume in Spring.” <i>Harbour Desk</i>, par. 1.</dd>",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
}

#[test]
fn without_citations_nothing_speaks_of_them() {
    let site = SiteTest::new(SMALL);
    site.build(&[]);
    assert!(site.has("briefings/ferry/cite/citations.ris") && site.page("briefings/ferry/faq/index.html").contains("/cite/#"));
    assert!(!site.page("briefings/ferry/print/index.html").contains("/cite/"), "paper leads nowhere");
    site.write("content/site.yaml", "publish: {citations: false}\n");
    site.build(&[]);
    for path in site.files().iter().filter(|path| path.ends_with(".html")) {
        assert!(!path.contains("cite") && !site.page(path).contains("class=\"cite\"") && !site.page(path).contains("/cite/"), "{path}");
    }
}

/// Without the id, so that the words alone lead there; in a window so low that nothing is in sight unless the browser has gone to it.
#[test]
fn the_words_are_found_where_they_stand() {
    let Some(program) = chromium() else { return };
    let site = sample();
    site.build(&[]);
    let mut found = 0;
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    for slug in ["suez-canal", "ankara-talks"] {
        for (id, href) in entries(&site.page(&format!("briefings/{slug}/cite/index.html"))) {
            let (page, fragment) = href.trim_start_matches('/').split_once('#').unwrap();
            let Some(directive) = fragment.strip_prefix(&id).filter(|rest| !rest.is_empty()) else { continue };
            tab.open("about:blank", 900, "light");
            tab.open(&format!("{}{page}#{directive}", preview.address), 900, "light");
            let middle = format!(
                "(() => {{ const e = document.getElementById('{id}'); const b = e.getBoundingClientRect(); return b.top < innerHeight && b.bottom > 0 && \
                 b.top < innerHeight * .75 && b.bottom > innerHeight * .25 || scrollY < 5 && b.bottom <= innerHeight || \
                 scrollY + innerHeight > document.documentElement.scrollHeight - 5 && b.top >= 0 && b.top < innerHeight; }})()"
            );
            tab.until(&middle);
            found += 1;
        }
    }
    assert!(found > 45, "{found} links have words");
}
