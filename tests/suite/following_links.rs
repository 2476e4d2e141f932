//! Every link, fragment and id of whole sites, read with an HTML tokenizer that the program does not use, at the root and
//! under a base path; and every page reached from home.

use crate::site_test::{SMALL, SiteTest, files_below};
use html5gum::{Token, Tokenizer};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Default)]
struct Page {
    links: Vec<String>,
    ids: Vec<String>,
    titles: usize,
    main_headings: usize,
    language: Option<String>,
    description: Option<String>,
    inline: Vec<String>,
}

/// What `../x/` means on the page at `path`.
fn above(base: &str, path: &str, link: &str) -> String {
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    let mut rest = link;
    while let Some(further) = rest.strip_prefix("../") {
        folders.pop();
        rest = further;
    }
    let folder: String = folders.iter().flat_map(|folder| [*folder, "/"]).collect();
    format!("{base}{folder}{rest}")
}

fn read(html: &str) -> Page {
    let mut page = Page::default();
    for token in Tokenizer::new(html) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attributes: BTreeMap<String, String> =
            tag.attributes.iter().map(|(key, value)| (String::from_utf8_lossy(key).into_owned(), String::from_utf8_lossy(value).into_owned())).collect();
        match name.as_str() {
            "title" => page.titles += 1,
            "h1" => page.main_headings += 1,
            "html" => page.language = attributes.get("lang").cloned(),
            "meta" if attributes.get("name").is_some_and(|name| name == "description") => page.description = attributes.get("content").cloned(),
            // A form that leads nowhere, by the policy too: a script of the site reads its fields.
            "form" if !attributes.contains_key("action") && attributes.get("role").is_some_and(|role| role == "search") => {}
            "style" | "iframe" | "object" | "embed" | "base" | "form" => page.inline.push(name.clone()),
            "script" if !attributes.contains_key("src") && attributes.get("type").is_none_or(|kind| kind != "application/ld+json") => {
                page.inline.push(name.clone());
            }
            _ => {}
        }
        let loads = matches!(name.as_str(), "script" | "img" | "source" | "video" | "audio")
            || (name == "link" && attributes.get("rel").is_some_and(|rel| rel.contains("stylesheet") || rel.contains("icon") || rel.contains("preload")));
        for (key, value) in attributes {
            if loads && (key == "src" || key == "href") && (value.contains("://") || value.starts_with("//") || value.starts_with("data:")) {
                page.inline.push(format!("{name} from elsewhere: {value}"));
            }
            match key.as_str() {
                "href" | "src" => page.links.push(value),
                "id" => page.ids.push(value),
                "aria-labelledby" | "aria-describedby" | "for" => page.links.extend(value.split_whitespace().map(|id| format!("#{id}"))),
                "style" => page.inline.push("style attribute".to_owned()),
                key if key.starts_with("on") => page.inline.push(key.to_owned()),
                _ => {}
            }
        }
    }
    page
}

/// Reads the output folder, and asserts all that must hold of a site published below `base`.
#[track_caller]
fn check(output: &Path, base: &str) {
    let files: BTreeSet<String> = files_below(output).into_iter().collect();
    let pages: BTreeMap<String, Page> =
        files.iter().filter(|path| path.ends_with(".html")).map(|path| (path.clone(), read(&std::fs::read_to_string(output.join(path)).unwrap()))).collect();
    let mut faults = Vec::new();
    let mut leads_to: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (path, page) in &pages {
        let mut ids = BTreeSet::new();
        for id in &page.ids {
            if !ids.insert(id) {
                faults.push(format!("{path}: the id {id} stands twice"));
            }
        }
        if page.titles != 1
            || page.main_headings != 1
            || page.language.as_deref().unwrap_or_default().is_empty()
            || page.description.as_deref().unwrap_or_default().is_empty()
        {
            faults.push(format!("{path}: {} titles, {} h1, lang {:?}, description {:?}", page.titles, page.main_headings, page.language, page.description));
        }
        // A handout that is one file holds its style and its pictures, and nothing else.
        let is_file = path.ends_with("/print/handout.html");
        let within: Vec<&String> =
            page.inline.iter().filter(|what| !(is_file && (*what == "style" || what.starts_with("img from elsewhere: data:")))).collect();
        if !within.is_empty() {
            faults.push(format!("{path}: inline {within:?}"));
        }
        for link in &page.links {
            if link.starts_with("mailto:") || link.starts_with("https://") || link.starts_with("http://") {
                continue;
            }
            let (address, fragment) = link.split_once('#').map_or((link.as_str(), None), |(address, fragment)| (address, Some(fragment)));
            let absolute = if address.starts_with("..") { above(base, path, address) } else { address.to_owned() };
            let address = absolute.as_str();
            let target = if address.is_empty() {
                path.clone()
            } else if let Some(below) = address.strip_prefix(base) {
                if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() }
            } else {
                faults.push(format!("{path}: {link} leads out of {base}"));
                continue;
            };
            if !files.contains(&target) {
                faults.push(format!("{path}: {link} leads to nothing"));
            // What stands behind `:~:` is for the browser alone: words that it looks for.
            } else if let Some(fragment) = fragment.map(|fragment| fragment.split(":~:").next().unwrap_or_default()).filter(|fragment| !fragment.is_empty())
                && !pages.get(&target).is_some_and(|page| page.ids.iter().any(|id| id == fragment))
            {
                faults.push(format!("{path}: {link} names an id that is not there"));
            }
            leads_to.entry(path).or_default().insert(target);
        }
    }
    let mut reached = BTreeSet::new();
    let mut next = vec!["index.html".to_owned()];
    while let Some(path) = next.pop() {
        if reached.insert(path.clone()) {
            next.extend(leads_to.get(path.as_str()).into_iter().flatten().cloned());
        }
    }
    let redirects = |path: &str| std::fs::read_to_string(output.join(path)).unwrap().contains("http-equiv=\"refresh\"");
    faults.extend(
        pages
            .keys()
            .filter(|path| !reached.contains(*path) && *path != "404.html" && !redirects(path))
            .map(|path| format!("{path} cannot be reached from home")),
    );
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(pages.len() > 5, "there must be pages to follow links on");
}

fn check_both(site: &SiteTest) {
    site.build(&[]);
    check(&site.root().join("public"), "/");
    site.build(&["--base-url", "https://example.org/repo/", "--output", "based"]);
    check(&site.root().join("based"), "/repo/");
}

#[test]
fn a_small_site() {
    check_both(&SiteTest::new(SMALL));
}

#[test]
fn the_sample_site() {
    let site = SiteTest::new("");
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["seeds", "content"] {
        for path in files_below(&repository.join(folder)) {
            site.write(&format!("{folder}/{path}"), std::fs::read(repository.join(folder).join(&path)).unwrap());
        }
    }
    check_both(&site);
}

#[test]
fn the_real_seed_alone() {
    let site = SiteTest::new("");
    site.write("seeds/ankara-talks.txt", std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/ankara-talks.txt")).unwrap());
    check_both(&site);
}

#[test]
fn every_shape_of_seed() {
    let site = SiteTest::new("");
    let shapes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds");
    let mut count = 0;
    for path in files_below(&shapes).into_iter().filter(|path| path.ends_with(".txt")) {
        let text = std::fs::read_to_string(shapes.join(&path)).unwrap();
        // The outline expected stands below a rule; as a seed the whole is only stranger.
        site.write(&format!("seeds/{path}"), &text);
        site.write(&format!("seeds/md-{}", path.replace(".txt", ".md")), &text);
        count += 1;
    }
    assert!(count >= 40);
    // One of the shapes links to a page of the site.
    site.write("content/pages/glossary.md", "# Glossary\n\nWords.\n");
    check_both(&site);
}

#[test]
fn hostile_words_stay_words() {
    let site = SiteTest::new(SMALL);
    site.write("seeds/evil.txt", "\"><script>alert(1)</script> & Sons\n\nMayor Ann \"><img src=x onerror=alert(1)> Lindqvist of Norway met <b>Sweden</b> & 'Finland'. ]]> --> </title>\n\n\u{202e}gnol\u{0}\u{7}\u{fffe}\n\nFAQ\n\nIs <script>this</script> safe?\n\nYes, said </main> Norway.\n");
    site.write("seeds/marked.md", "# <script>alert(1)</script>\n\n<iframe src=\"https://evil.example/\"></iframe>\n\n[x](javascript:alert(1)) ![y](https://evil.example/p.png) <https://evil.example/\"onclick=\"x> [z](data:text/html,x)\n\n```\n</code></pre><script>\n```\n\n| a | b |\n|---|---|\n| <svg onload=x> | [^1] |\n\n[^1]: note </section>\n");
    site.write("content/briefings/evil.yaml", "title: '\"><script>x</script>'\nstandfirst: '</p><script>y</script>'\ntags: ['<b>', 'a/../b']\nsources: [{title: '<i>', url: 'https://example.org/?a=1&b=2'}]\n");
    site.write("content/actors/evil.yaml", "id: evil\nname: '<script>name</script>'\nkind: person\nsummary: '\"onload=\"x'\naliases: ['<img>']\n");
    site.build(&[]);
    check(&site.root().join("public"), "/");
}
