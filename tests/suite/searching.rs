//! Search: the index among the files of a site, and a reader who asks it in a browser.

use crate::browser::{Browser, Tab, chromium};
use crate::previewing::Preview;
use crate::site_test::{SMALL, SiteTest};
use std::collections::BTreeMap;

const ON: &str = "publish: {search: true}\n";

/// Texts in several scripts; each name stands in one of them alone.
fn many_scripts() -> SiteTest {
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", "title: Harbour Desk\nlanguage: en\nbase_url: https://example.org/desk/\n");
    let texts = [
        ("istanbul", "", "Bosphorus Ferries\n\nMayor Emin Karaoğlu met Işık Kılıç on Tuesday. The ferries to Üsküdar run again.\n"),
        ("arabic", "language: ar\n", "عبّارات الميناء\n\nقالت وزيرة النقل سلمى الحداد إن العبّارات ستعود إلى العمل يوم الأحد.\n"),
        ("persian", "language: fa\n", "کشتی‌های بندر\n\nشهردار گفت که کشتی‌ها دوباره به جزیره می‌روند.\n"),
        ("hebrew", "language: he\n", "המעבורות של הנמל\n\nראש העיר אמר שהמעבורות יחזרו לפעול ביום ראשון.\n"),
        ("russian", "language: ru\n", "Паромы гавани\n\nМинистр сказал, что переговоры о паромах начнутся в воскресенье.\n"),
        ("chinese", "language: zh\n", "港口渡轮\n\n市长表示，渡轮谈判将于星期日开始。\n"),
    ];
    for (key, overlay, text) in texts {
        site.write(&format!("seeds/{key}.txt"), text);
        if !overlay.is_empty() {
            site.write(&format!("content/briefings/{key}.yaml"), overlay);
        }
    }
    site
}

/// Asks, and gives the titles, the sentences and the addresses of what was found.
fn ask(tab: &mut Tab, words: &str) -> (String, String) {
    let words = serde_json::to_string(words).unwrap();
    tab.eval(&format!("{{ const field = document.getElementById('_words'); document.getElementById('_status').textContent = ''; field.value = {words}; document.getElementById('_search').requestSubmit(); }}"));
    tab.until("/\\d|Nothing/.test(document.getElementById('_status').textContent)");
    let text = tab.eval("document.getElementById('_found').textContent").as_str().unwrap_or_default().to_owned();
    let links = tab.eval("[...document.querySelectorAll('#_found a')].map(a => a.getAttribute('href')).join(' ')").as_str().unwrap_or_default().to_owned();
    (text, links)
}

#[test]
fn words_are_found_in_six_scripts_under_a_base_path_in_the_preview_with_the_policy_in_force() {
    let Some(program) = chromium() else { return };
    let site = many_scripts();
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&format!("{}search/", preview.address), 1280, "light");
    tab.until("document.getElementById('_search').hidden === false");
    // What is typed, where it leads, and a word of the sentence that is shown.
    for (words, briefing, sentence) in [
        ("ferries", "istanbul", "Üsküdar"),
        ("Karaoglu", "istanbul", "Karaoğlu"),
        ("Karaoğlu", "istanbul", "Karaoğlu"),
        ("Kılıç", "istanbul", "Kılıç"),
        ("Kilic", "istanbul", "Kılıç"),
        ("Isik", "istanbul", "Işık"),
        ("Uskudar", "istanbul", "Üsküdar"),
        ("العبّارات", "arabic", "الأحد"),
        ("بندر", "persian", ""),
        ("جزیره", "persian", "جزیره"),
        ("העיר", "hebrew", "המעבורות"),
        ("переговоры", "russian", "паромах"),
        ("谈判", "chinese", "星期日"),
        ("渡轮", "chinese", "渡轮"),
    ] {
        let (text, links) = ask(&mut tab, words);
        assert!(links.contains(&format!("/desk/briefings/{briefing}/")), "{words}: {links} {text}");
        assert!(text.contains(sentence), "{words}: {text}");
    }
    let (text, _) = ask(&mut tab, "zeppelin");
    assert_eq!(text, "", "nothing is found that is not there");
    // A hit leads to its block.
    let (_, links) = ask(&mut tab, "Tuesday");
    let hit = links.split(' ').find(|link| link.contains("/briefings/istanbul/#")).unwrap_or_else(|| panic!("a link to a block in {links}")).to_owned();
    tab.open(&format!("http://{}{hit}", preview.host), 320, "dark");
    assert_eq!(tab.eval("document.querySelector(':target')?.textContent.includes('Tuesday')"), true);
    assert_eq!(tab.complaints, Vec::<String>::new());
}

#[test]
fn a_search_is_narrowed_and_its_address_keeps_it() {
    let Some(program) = chromium() else { return };
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", ON);
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&format!("{}search/?q=Norway&kind=actor", preview.address), 320, "light");
    tab.until("document.querySelectorAll('#_found > li').length > 0");
    let links = tab.eval("[...document.querySelectorAll('#_found > li > bdi > a')].map(a => a.pathname).join(' ')");
    assert!(links.as_str().unwrap_or_default().split(' ').all(|link| link.starts_with("/actors/")), "{links}");
    assert_eq!(tab.eval("document.querySelector('#_search details').open"), true, "what narrows it is seen");
    tab.until("document.querySelectorAll('#_actors option').length > 0");
    tab.eval("{ const kind = document.getElementById('_kind'); kind.value = 'article'; kind.dispatchEvent(new Event('input', { bubbles: true })); }");
    tab.until("location.search.includes('kind=article')");
    tab.until("[...document.querySelectorAll('#_found > li > bdi > a')].every(a => a.pathname.startsWith('/briefings/')) && document.querySelector('#_found > li') !== null");
    assert_eq!(tab.eval("document.documentElement.scrollWidth <= innerWidth"), true, "it fits into 320 px");
    assert_eq!(tab.complaints, Vec::<String>::new());
}

#[test]
fn common_words_are_read_by_the_reader_and_passed_over_by_the_index() {
    let Some(program) = chromium() else { return };
    let site = SiteTest::new("");
    site.write("content/site.yaml", ON);
    site.write(
        "seeds/keepers.txt",
        "Night Watch\n\nThe keepers of the lighthouse left at noon. Their boat was THE last, and `odd` marks stay. A ferry with the mail came.\n",
    );
    site.write("seeds/others.txt", "Day Watch\n\nThe lighthouse keepers of an island stayed.\n");
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&format!("{}search/", preview.address), 1280, "light");
    tab.until("document.getElementById('_search').hidden === false");
    for (words, sentence, is_in_both) in [
        ("lighthouse", "The keepers of the lighthouse left at noon.", true),
        ("the lighthouse", "The keepers of the lighthouse left at noon.", true),
        ("\"the lighthouse\"", "The keepers of the lighthouse left at noon.", true),
        ("\"keepers of the lighthouse\"", "The keepers of the lighthouse left at noon.", false),
        ("\"the boat was the last\"", "Their boat was THE last, and `odd` marks stay.", false),
        ("odd", "Their boat was THE last, and `odd` marks stay.", false),
        ("with the mail", "A ferry with the mail came.", false),
    ] {
        let (text, links) = ask(&mut tab, words);
        assert!(text.contains(sentence), "{words}: {text}");
        assert_ne!(tab.eval("document.querySelectorAll('#_found mark').length"), 0, "{words}");
        assert_eq!(links.contains("/briefings/others/"), is_in_both, "{words}: {links}");
    }
    let (text, _) = ask(&mut tab, "of the");
    assert_eq!(text, "");
    assert_eq!(tab.complaints, Vec::<String>::new());
}

fn search_files(site: &SiteTest) -> BTreeMap<String, Vec<u8>> {
    let files = site.files().into_iter().filter(|path| path.starts_with("search/"));
    files.map(|path| (path.clone(), std::fs::read(site.root().join("public").join(&path)).unwrap())).collect()
}

#[test]
fn a_site_has_an_index_that_is_the_same_however_it_was_built() {
    if !cfg!(feature = "search") {
        return;
    }
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", ON);
    site.build(&[]);
    let first = search_files(&site);
    assert!(first.keys().any(|path| path.ends_with(".pf_meta")) && first.contains_key("search/0/pagefind.js"), "{:?}", first.keys());
    // A change and its undoing lead back to the same bytes, and what is gone is not found any more.
    site.write("seeds/more.txt", "One More\n\nThe pier at Bergen is closed.\n");
    site.build(&[]);
    assert_ne!(search_files(&site), first);
    site.remove("seeds/more.txt");
    site.build(&[]);
    assert_eq!(search_files(&site), first);
    // Without what the last build remembered.
    std::fs::remove_dir_all(site.root().join(".chancery")).unwrap();
    site.write("seeds/more.txt", "One More\n\nThe pier at Bergen is closed.\n");
    site.build(&[]);
    site.remove("seeds/more.txt");
    site.build(&[]);
    assert_eq!(search_files(&site), first);
}

#[test]
fn a_file_of_the_index_that_is_gone_comes_back_though_nothing_changed() {
    if !cfg!(feature = "search") {
        return;
    }
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", ON);
    site.build(&[]);
    let first = search_files(&site);
    let lost = first.keys().find(|path| path.ends_with(".pf_meta")).unwrap();
    std::fs::remove_file(site.root().join("public").join(lost)).unwrap();
    site.build(&[]);
    assert_eq!(search_files(&site), first);
}

#[test]
fn switched_off_it_leaves_no_trace() {
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", ON);
    site.build(&[]);
    site.write("content/site.yaml", "publish: {search: false}\n");
    site.build(&[]);
    assert_eq!(search_files(&site).len(), 0);
    for page in site.files().iter().filter(|path| path.ends_with(".html")) {
        assert!(!site.page(page).contains("/search/"), "{page}");
    }
    // A theme without a search page has no search.
    site.write("content/site.yaml", "theme: wire\npublish: {search: true}\n");
    site.build(&[]);
    assert_eq!(search_files(&site).len(), 0);
}

#[test]
fn a_hostile_text_stays_text_in_the_index_and_on_the_page() {
    let Some(program) = chromium() else { return };
    let site = SiteTest::new("");
    site.write("content/site.yaml", ON);
    site.write(
        "seeds/bad.txt",
        "Bad Words\n\nThe quay said <script>window.bad = 1</script> and </p></body> &lt;img src=x onerror=window.bad=2&gt; ___PAGEFIND_ANCHOR___a:0:evil ___END_PAGEFIND_WEIGHT___ at noon.\n",
    );
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&format!("{}search/?q=noon", preview.address), 1280, "light");
    tab.until("document.querySelectorAll('#_found > li').length > 0");
    assert_eq!(tab.eval("window.bad === undefined && document.querySelectorAll('#_found script, #_found img').length === 0"), true);
    assert!(tab.eval("document.getElementById('_found').textContent").as_str().unwrap_or_default().contains("onerror=window.bad=2"));
    assert_eq!(tab.complaints, Vec::<String>::new());
}
