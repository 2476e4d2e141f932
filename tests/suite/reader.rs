//! What readers do with the pages, in real Chromium: walk through them by keyboard, look a name up, follow an actor, do without scripts, print.

use crate::browser::{Browser, Tab, chromium, real_seed};
use crate::previewing::Preview;
use crate::site_test::SiteTest;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

const ARTICLE: &str = "briefings/ankara-talks/";

fn press(tab: &mut Tab, key: &str) {
    for kind in ["rawKeyDown", "keyUp"] {
        let code = if key == "Tab" { 9 } else { 27 };
        tab.call("Input.dispatchKeyEvent", &json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code}));
    }
}

/// Takes away what the preview alone adds to a page: on a built site no name has a mark that says why it is a link.
fn as_built(tab: &mut Tab) {
    tab.until("document.querySelector('chancery-name') !== null");
    tab.eval("document.querySelectorAll('chancery-name, chancery-why').forEach(e => e.remove())");
}

fn focused(tab: &mut Tab) -> Value {
    tab.eval("(a => ({ text: a.textContent.trim(), html: a.outerHTML.slice(0, 120), top: a.getBoundingClientRect().top, outline: getComputedStyle(a).outlineStyle }))(document.activeElement)")
}

#[test]
fn a_keyboard_reaches_everything_and_shows_where_it_is() {
    let Some(program) = chromium() else { return };
    let site = real_seed();
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&format!("{}{ARTICLE}", preview.address), 1280, "light");
    as_built(&mut tab);
    press(&mut tab, "Tab");
    assert_eq!(focused(&mut tab)["text"], "Skip to the text");
    let reachable = tab.eval("[...document.querySelectorAll('a[href], summary, input, [tabindex=\"0\"]')].filter(e => e.tabIndex >= 0 && e.checkVisibility({ contentVisibilityAuto: true })).length");
    let mut seen = std::collections::BTreeSet::new();
    let mut hidden = Vec::new();
    for _ in 0..reachable.as_u64().unwrap() {
        let at = focused(&mut tab);
        // The switches of who is who are drawn by their labels.
        if at["outline"] == "none" && !at["html"].as_str().unwrap().starts_with("<input") && !at["html"].as_str().unwrap().starts_with("<body") {
            hidden.push(at["html"].clone());
        }
        seen.insert(at["html"].as_str().unwrap().to_owned());
        press(&mut tab, "Tab");
    }
    assert!(hidden.is_empty(), "focus is not seen on {hidden:#?}");
    assert!(seen.len() > 60, "only {} places have focus: a trap?", seen.len());
    assert_eq!(tab.complaints, Vec::<String>::new());
}

#[test]
fn a_name_is_looked_up_by_focus_and_escape_closes_it() {
    let Some(program) = chromium() else { return };
    let site = real_seed();
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&format!("{}{ARTICLE}", preview.address), 1280, "light");
    as_built(&mut tab);
    tab.call("Emulation.setFocusEmulationEnabled", &json!({"enabled": true}));
    // From the number of the first paragraph, the way to cite it and the first name stand before the second name.
    tab.eval("document.querySelector('.block .num').focus()");
    press(&mut tab, "Tab");
    press(&mut tab, "Tab");
    press(&mut tab, "Tab");
    assert_eq!(tab.eval("document.activeElement.textContent"), "Abbas Araghchi");
    tab.until("document.querySelector('.preview')?.matches(':popover-open') === true");
    let words = tab.eval("document.querySelector('.preview').textContent");
    for part in ["Person", "Abbas Araghchi", "Foreign Minister", "mention"] {
        assert!(words.as_str().unwrap().contains(part), "{part} is not in {words}");
    }
    assert_eq!(tab.eval("document.activeElement.getAttribute('aria-describedby')"), "_preview");
    press(&mut tab, "Escape");
    tab.until("!document.querySelector('.preview').matches(':popover-open')");
    assert_eq!(tab.eval("document.activeElement.className.includes('actor')"), true, "focus stays where it was");
    assert_eq!(tab.complaints, Vec::<String>::new());
    let script = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static/preview.js")).unwrap();
    assert!(script.len() < 4096, "the script has {} bytes", script.len());
}

#[test]
fn an_actor_is_followed_by_style_alone() {
    let Some(program) = chromium() else { return };
    let site = real_seed();
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.call("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    tab.open(&format!("{}{ARTICLE}", preview.address), 1280, "light");
    let marked = "[...document.querySelectorAll('.text .f2')].filter(e => getComputedStyle(e).backgroundColor !== 'rgba(0, 0, 0, 0)').length";
    assert_eq!(tab.eval(marked), 0);
    tab.eval("document.getElementById('_f2').click()");
    let all = tab.eval("document.querySelectorAll('.text .f2').length");
    assert!(all.as_u64().unwrap() > 5, "{all}");
    assert_eq!(tab.eval(marked), all);
    tab.eval("document.getElementById('_f0').click()");
    assert_eq!(tab.eval(marked), 0);
}

#[test]
fn without_scripts_the_words_and_the_links_are_the_same() {
    let Some(program) = chromium() else { return };
    let site = real_seed();
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    for page in [ARTICLE, "briefings/ankara-talks/faq/", "actors/iran/", ""] {
        let mut seen = Vec::new();
        for off in [false, true] {
            tab.call("Emulation.setScriptExecutionDisabled", &json!({"value": off}));
            tab.open(&format!("{}{page}", preview.address), 1280, "light");
            seen.push(tab.eval("[document.querySelector('main').innerText, [...document.links].map(a => a.href).join()]"));
        }
        assert_eq!(seen[0], seen[1], "/{page}");
    }
}

#[test]
fn a_page_that_runs_from_right_to_left_is_mirrored() {
    let Some(program) = chromium() else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/rtl/site");
    let site = SiteTest::new("");
    for path in crate::site_test::files_below(&folder) {
        site.write(&path, std::fs::read(folder.join(&path)).unwrap());
    }
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    for width in [1280, 320] {
        tab.open(&format!("{}briefings/river/", preview.address), width, "light");
        assert_eq!(tab.eval("document.dir"), "rtl");
        assert_eq!(tab.eval("document.documentElement.scrollWidth <= innerWidth"), true, "{width}");
    }
    tab.open(&format!("{}briefings/river/", preview.address), 1280, "light");
    let places = "['.num', '.block > p', '.cast'].map(s => document.querySelector(s).getBoundingClientRect().left)";
    let places: Vec<f64> = serde_json::from_value(tab.eval(places)).unwrap();
    assert!(places[0] > places[1] && places[1] > places[2], "the number stands right of the text, who is who left of it: {places:?}");
    assert_eq!(tab.complaints, Vec::<String>::new());
}

#[test]
fn printed_pages_hold_the_text_and_none_is_empty() {
    let Some(program) = chromium() else { return };
    let site = real_seed();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.pdf");
    let mut tab = Browser::start(&program).tab();
    let pages = [
        (ARTICLE, "Who is who"),
        ("briefings/ankara-talks/faq/", "Questions and answers"),
        ("briefings/ankara-talks/source/", "paragraph 1"),
        ("briefings/ankara-talks/print/", "Index of names"),
        ("briefings/ankara-talks/print/handout.html", "Index of names"),
        ("actors/iran/", "Named"),
        ("actors/", "Abbas Araghchi"),
    ];
    for theme in ["default", "wire"] {
        site.write("content/site.yaml", format!("theme: {theme}\n"));
        let preview = Preview::start(&site, &[]);
        for (page, words) in pages {
            tab.open(&format!("{}{page}", preview.address), 1280, "light");
            // A4 and Letter, in inches.
            for (name, width, height) in [("A4", 8.27, 11.69), ("Letter", 8.5, 11.0)] {
                let printed = tab.call("Page.printToPDF", &json!({"paperWidth": width, "paperHeight": height, "printBackground": false}));
                std::fs::write(&file, crate::pictures::decoded(printed["data"].as_str().unwrap())).unwrap();
                let Some(text) = printed_text(&file) else { return };
                let sheets: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
                assert!(sheets.iter().all(|sheet| sheet.split_whitespace().count() > 3), "{theme}: /{page} on {name}: an empty sheet among {}", sheets.len());
                // A theme may set words in capitals.
                let found = text.to_lowercase().contains(&words.to_lowercase());
                assert!(found && !text.contains("Skip to the text"), "{theme}: /{page} on {name}: {text}");
            }
        }
    }
}

/// The text of a printed page, where `pdftotext` is there to read it.
fn printed_text(file: &Path) -> Option<String> {
    let Ok(text) = Command::new("pdftotext").arg(file).arg("-").output() else {
        assert!(std::env::var_os("CI").is_none(), "pdftotext must be installed where CI is set");
        println!("pdftotext is not installed: the printed text was not read");
        return None;
    };
    Some(String::from_utf8_lossy(&text.stdout).into_owned())
}
