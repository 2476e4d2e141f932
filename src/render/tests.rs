//! Whole sites, made by hand, rendered: every page, and what must hold on each.

use super::*;
use crate::model::briefing::SourceMap;
use crate::model::meta::{Correction, SourceNote};
use crate::model::{
    Actor, ActorNo, ActorOrigin, Alias, AliasKind, Anchor, BearsOn, Block, BlockNo, Briefing, BriefingLinks, BriefingNo, Certainty, Date, Evidence, Faq, Kind,
    MarkKind, Mention, Mentions, Meta, Naming, QuestionAnswer, Quotation, QuotationKind, Restoration, RichText, RichTextBuilder, Role, RoleEvidence, Roster,
    Section, Shape, SpeakerEvidence, StatedRole, Title, TitleOrigin,
};
use crate::site::{Entry, OwnPage, Parts, SiteFacts};
use crate::text::{SourceSpan, TextRange};
use std::sync::Arc;

pub(crate) fn plain(text: &str) -> RichText {
    let mut builder = RichTextBuilder::new();
    builder.source(text, 0);
    builder.finish()
}

pub(crate) fn block(role: Role, shape: Shape, id: &str, text: RichText) -> Block {
    Block { role, shape, quoted: 0, anchor: Anchor(id.into()), text, span: SourceSpan::default() }
}

fn person(id: &str, name: &str, kind: Kind) -> Actor {
    Actor {
        id: id.to_owned(),
        name: name.to_owned(),
        sort_name: name.to_owned(),
        kind,
        aliases: vec![Alias { text: "the Envoy".to_owned(), kind: AliasKind::Short }],
        origin: ActorOrigin::Detected,
        summary: None,
        roles: Vec::new(),
        affiliations: Vec::new(),
        identifiers: Default::default(),
        links: Vec::new(),
        former: Vec::new(),
        merged: None,
    }
}

fn mention(block: u32, text: &RichText, name: &str, actor: u32, certainty: Certainty) -> Mention {
    let start = text.text().find(name).unwrap();
    Mention {
        block: BlockNo(block),
        range: TextRange::new(start, start + name.len()),
        actor: ActorNo(actor),
        naming: Naming::Name,
        certainty,
        evidence: Evidence::Registry,
        support: 0,
        confidence: 1000,
    }
}

/// A briefing with all there is: lists, a table, code, a quotation, footnotes, restorations, an FAQ, hostile text.
pub(crate) fn site(base_url: Option<&str>) -> Site {
    let mut roster = vec![
        person("alba-quin", "Alba Quin", Kind::Person),
        person("coastal-league", "Coastal <League>", Kind::Organisation),
        person("ruritania", "Ruritania", Kind::State),
    ];
    roster[1].origin = ActorOrigin::Curated;
    roster[1].summary = Some("A league & its <b>ports</b>.".to_owned());
    roster[1].former = vec!["league".to_owned()];
    roster[1].affiliations = vec!["ruritania".to_owned(), "nobody".to_owned()];
    roster[1].identifiers.insert("wikidata".to_owned(), "Q1".to_owned());
    let mut restored = RichTextBuilder::new();
    restored.source("Ruritania", 0);
    restored.restore("’", "", 9, Restoration::Possessive);
    restored.source("s envoy Alba Quin said, “We wait.” <script>alert(1)</script>", 9);
    let note_at = restored.len();
    restored.layout("a");
    restored.mark(note_at, MarkKind::Footnote { label: "a".into() });
    let first = restored.finish();
    let mut emphasised = RichTextBuilder::new();
    emphasised.source("The ", 0);
    let start = emphasised.len();
    emphasised.source("Coastal", 4);
    emphasised.mark(start, MarkKind::Strong);
    emphasised.source(" <League> met Alba Quin. Alba Quin left.", 11);
    let second = emphasised.finish();
    let answer = plain("Alba Quin speaks for Ruritania.");
    let mut note = RichTextBuilder::new();
    note.source("a", 0);
    note.mark(0, MarkKind::Footnote { label: "a".into() });
    note.source(" As heard in port.", 1);
    let blocks = vec![
        block(Role::Title, Shape::Text, "the-port-talks", plain("The port talks")),
        block(Role::Paragraph, Shape::Text, "ruritanias-envoy", first.clone()),
        block(Role::Heading, Shape::Heading(2), "what-next", plain("What next")),
        block(Role::Paragraph, Shape::Text, "the-coastal", second.clone()),
        block(Role::Paragraph, Shape::Item { number: None, depth: 0 }, "one", plain("one")),
        block(Role::Paragraph, Shape::Item { number: Some(3), depth: 1 }, "three", plain("three")),
        block(Role::Paragraph, Shape::Table { columns: 2 }, "table", plain("a\tb\nc\td\n")),
        block(Role::Paragraph, Shape::Code, "code", plain("x < y\n  z")),
        block(Role::FaqTitle, Shape::Text, "faqs", plain("FAQs")),
        block(Role::Section, Shape::Text, "basics", plain("Basics")),
        block(Role::Question, Shape::Text, "who-speaks", plain("Who speaks?")),
        block(Role::Answer, Shape::Text, "alba-speaks", answer.clone()),
        block(Role::Footnote, Shape::Text, "note-a", note.finish()),
    ];
    let briefing = Briefing {
        key: "port-talks".to_owned(),
        seed: "seeds/port-talks.txt".to_owned(),
        wished_slug: "port-talks".to_owned(),
        title: Title { text: "The port talks".to_owned(), origin: TitleOrigin::Headline },
        description: "Ruritania’s envoy waits.".to_owned(),
        language: None,
        meta: Meta {
            date: Date::new(2026, 1, 30),
            former: vec!["old-talks".to_owned()],
            tags: vec!["Ports".to_owned()],
            standfirst: Some("A standfirst.".to_owned()),
            key_points: vec!["One & two".to_owned()],
            sources: vec![SourceNote { title: "A paper".to_owned(), url: Some("https://example.com/".to_owned()), publisher: None, date: None }],
            corrections: vec![Correction { date: Date::new(2026, 2, 1).unwrap(), text: "A name was wrong.".to_owned(), block: Some("the-coastal".to_owned()) }],
            ..Meta::default()
        },
        paragraphs: (1..8).map(BlockNo).filter(|no| blocks[no.index()].role == Role::Paragraph).collect(),
        blocks: blocks.into(),
        article: (1..8).map(BlockNo).collect(),
        faq: Some(Faq {
            title: Some(BlockNo(8)),
            intro: Vec::new(),
            sections: vec![Section {
                heading: Some(BlockNo(9)),
                intro: Vec::new(),
                questions: vec![QuestionAnswer { question: BlockNo(10), answer: vec![BlockNo(11)] }],
            }],
        }),
        source: SourceMap::default(),
    };
    let phrase = TextRange::new(0, first.text().find(" Alba").unwrap());
    let said = first.text().find("We wait").unwrap();
    let last = second.text().rfind("Alba Quin").unwrap();
    let again = Mention { range: TextRange::new(last, last + 9), ..mention(3, &second, "Alba Quin", 0, Certainty::Certain) };
    let mentions = Mentions {
        mentions: vec![
            mention(1, &first, "Ruritania", 2, Certainty::Certain),
            mention(1, &first, "Alba Quin", 0, Certainty::Certain),
            mention(3, &second, "Coastal <League>", 1, Certainty::Inferred),
            mention(3, &second, "Alba Quin", 0, Certainty::Certain),
            again,
            mention(11, &answer, "Alba Quin", 0, Certainty::Certain),
            mention(11, &answer, "Ruritania", 2, Certainty::Certain),
        ],
        quotations: vec![Quotation {
            block: BlockNo(1),
            range: TextRange::new(said, said + 8),
            kind: QuotationKind::Direct,
            speaker: Some(ActorNo(0)),
            certainty: Certainty::Certain,
            cue: None,
            evidence: SpeakerEvidence::DirectNamed,
            confidence: 990,
        }],
        roles: vec![StatedRole {
            actor: ActorNo(0),
            block: BlockNo(1),
            title: phrase,
            cut: None,
            phrase,
            of: Some(ActorNo(2)),
            certainty: Certainty::Certain,
            evidence: RoleEvidence::BeforeOwned,
            confidence: 990,
        }],
        ..Mentions::default()
    };
    let links = BriefingLinks { bears_on: vec![BearsOn { question: BlockNo(10), paragraph: BlockNo(1), score: 900, shared: vec!["Alba Quin".to_owned()] }] };
    let facts = SiteFacts {
        title: "Port Room".to_owned(),
        base_url: base_url.map(str::to_owned),
        base_path: base_url.and_then(|url| url.splitn(4, '/').nth(3)).map_or("/".to_owned(), |rest| format!("/{rest}")),
        language: "en".to_owned(),
        contact: Some("mailto:desk@example.org".to_owned()),
        detected: true,
        publish: crate::model::Publish::default(),
        ..SiteFacts::default()
    };
    let page = OwnPage {
        file: "content/pages/about.md".to_owned(),
        path: "about".to_owned(),
        title: "About".to_owned(),
        description: "About us.".to_owned(),
        language: None,
        blocks: vec![block(Role::Paragraph, Shape::Text, "we", plain("We write."))],
        order: None,
    };
    let theme = Theme::default();
    let parts = Parts {
        facts,
        entries: vec![Entry {
            briefing: Arc::new(briefing),
            seed: Arc::new(b"The port talks\n\nRuritania's envoy waits.\n".to_vec()),
            mentions: Arc::new(mentions),
            links: Arc::new(links),
            draft: true,
            content: crate::text::Fingerprint::default(),
            shape: None,
        }],
        roster: Arc::new(Roster { actors: roster, ..Roster::default() }),
        pages: vec![page],
        assets: theme.assets().iter().map(|asset| asset.path.clone()).collect(),
    };
    let site = Site::new(parts);
    assert!(!site.diagnostics.has_errors(), "{:?}", site.diagnostics);
    site.value
}

fn files(site: &Site) -> Vec<OutputFile> {
    let theme = Theme::default();
    jobs(site).iter().map(|job| page(site, &theme, &RenderOptions::default(), job).unwrap_or_else(|finding| panic!("{finding:?}"))).collect()
}

fn find<'a>(files: &'a [OutputFile], path: &str) -> &'a str {
    let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(&file.bytes).unwrap()
}

#[test]
fn every_kind_of_page_is_made() {
    let files = files(&site(Some("https://example.org/room/")));
    if let Some(folder) = std::env::var_os("CHANCERY_TEST_OUTPUT") {
        write(&files, std::path::Path::new(&folder));
    }
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "index.html",
            "404.html",
            "about/index.html",
            "actors/index.html",
            "actors/alba-quin/index.html",
            "actors/coastal-league/index.html",
            "actors/ruritania/index.html",
            "briefings/index.html",
            "briefings/port-talks/index.html",
            "briefings/port-talks/cite/index.html",
            "briefings/port-talks/cite/citations.bib",
            "briefings/port-talks/cite/citations.json",
            "briefings/port-talks/cite/citations.ris",
            "briefings/port-talks/faq/index.html",
            "briefings/port-talks/index.json",
            "briefings/port-talks/index.txt",
            "briefings/port-talks/print/index.html",
            "briefings/port-talks/print/handout.html",
            "briefings/port-talks/source/index.html",
            "corrections/index.html",
            "data/index.html",
            "data/schema/briefing-1.json",
            "method/index.html",
            "search/index.html",
            "sitemap.xml",
            "tags/index.html",
            "tags/ports/index.html",
            "actors/league/index.html",
            "briefings/old-talks/index.html",
            "briefings/old-talks/faq/index.html",
            "briefings/old-talks/source/index.html",
            "robots.txt",
            "site.webmanifest",
            "llms.txt",
        ]
    );
}

fn write(files: &[OutputFile], folder: &std::path::Path) {
    let theme = Theme::default();
    for (path, bytes) in files.iter().map(|file| (&file.path, &file.bytes)).chain(theme.assets().iter().map(|asset| (&asset.path, &asset.bytes))) {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn every_page_says_what_it_is() {
    for file in files(&site(Some("https://example.org/room/"))).iter().filter(|file| file.path.ends_with(".html")) {
        let html = std::str::from_utf8(&file.bytes).unwrap();
        let count = |what: &str| html.matches(what).count();
        assert_eq!((count("<h1"), count("<title>"), count("name=\"description\"")), (1, 1, 1), "{}", file.path);
        assert_eq!((count("http-equiv=\"Content-Security-Policy\""), count("<html lang=\"en\" dir=\"ltr\">")), (1, 1), "{}", file.path);
        // A block of data is no script: nothing in it runs. Neither redirects nor handouts that are one file have any.
        let has_data = !html.contains("http-equiv=\"refresh\"") && !file.path.ends_with("/print/handout.html");
        assert_eq!(count("<script type=\"application/ld+json\">"), usize::from(has_data), "{}", file.path);
        assert!(
            count("<script") == count("<script src=\"") + count("<script type=\"application/ld+json\">") && count("</script>") == count("<script"),
            "{}",
            file.path
        );
        assert!(!html.contains("style=") && !html.contains("{{"), "{}", file.path);
        for hostile in ["<League>", "<b>ports", "alert(1)</script>"] {
            assert!(!html.contains(hostile), "{}: {hostile}", file.path);
        }
    }
}

#[test]
fn links_run_both_ways() {
    let files = files(&site(None));
    let article = find(&files, "briefings/port-talks/index.html");
    for part in [
        "<a class=\"actor f2\" href=\"/actors/ruritania/\">Ruritania</a><ins class=\"restored\" data-rule=\"possessive\" title=\"Restored: not in the source\">’</ins>s envoy",
        "href=\"/briefings/port-talks/faq/#who-speaks\"",
        "id=\"the-port-talks\"",
        "<a id=\"_ref-a\" href=\"#_note-a\"",
        "<strong class=\"draft\">Draft</strong>",
        "<a class=\"actor inferred f3\" href=\"/actors/coastal-league/\" aria-label=\"Coastal &lt;League&gt; (inferred)\"",
        "<ul><li><div class=\"block\" id=\"one\">",
    ] {
        assert!(article.contains(part), "{part}\n{article}");
    }
    let faq = find(&files, "briefings/port-talks/faq/index.html");
    assert!(faq.contains("<a href=\"/briefings/port-talks/#ruritanias-envoy\">Paragraph 1</a>"), "{faq}");
    let actor = find(&files, "actors/alba-quin/index.html");
    for part in [
        "s envoy <mark>Alba Quin</mark> said",
        "href=\"/briefings/port-talks/#ruritanias-envoy\"",
        "href=\"/briefings/port-talks/faq/#alba-speaks\"",
        "“We wait.”",
    ] {
        assert!(actor.contains(part), "{part}\n{actor}");
    }
}

#[test]
fn without_a_base_address_none_is_invented() {
    for file in files(&site(None)) {
        let text = String::from_utf8(file.bytes).unwrap();
        assert!(!text.contains("rel=\"canonical\"") && !text.contains("Sitemap:"), "{}", file.path);
    }
}

#[test]
fn the_sitemap_takes_its_days_from_the_content() {
    let files = files(&site(Some("https://example.org/room/")));
    let sitemap = find(&files, "sitemap.xml");
    assert!(sitemap.contains("<loc>https://example.org/room/briefings/port-talks/</loc>") && sitemap.contains("<lastmod>2026-02-01"), "{sitemap}");
    assert!(!files.iter().any(|file| file.path.ends_with("feed.xml")), "the only briefing is a draft, and a draft is told to nobody");
    assert!(find(&files, "robots.txt").ends_with("Sitemap: https://example.org/room/sitemap.xml\n"));
}

#[test]
fn a_fingerprint_tells_what_changes_a_page() {
    let theme = Theme::default();
    let first = RenderOptions { links: LinkPolicy::FirstInBlock };
    let all = RenderOptions { links: LinkPolicy::All };
    let (site, based) = (site(None), site(Some("https://example.org/")));
    let article = Job::Page(Target::Article(BriefingNo(0)));
    let print = |site, options, job| fingerprint(site, &theme, options, &prints(site, &theme, options), job);
    assert_eq!(print(&site, &first, &article), print(&site, &first, &article));
    assert_ne!(print(&site, &first, &article), print(&site, &all, &article));
    assert_ne!(print(&site, &first, &article), print(&based, &first, &article));
    assert_ne!(print(&site, &first, &article), print(&site, &first, &Job::Page(Target::Faq(BriefingNo(0)))));
}

#[cfg(feature = "pictures")]
#[test]
fn a_picture_is_drawn_again_for_other_words_alone() {
    let theme = Theme::default();
    let options = RenderOptions::default();
    let prints_of = |site: &Site| {
        let prints = prints(site, &theme, &options);
        let of = |target| fingerprint(site, &theme, &options, &prints, &Job::Page(target));
        (of(Target::BriefingPicture(BriefingNo(0))), of(Target::Article(BriefingNo(0))))
    };
    let (picture, page) = prints_of(&site(Some("https://example.org/")));
    // Another address of the site changes every page, and no picture.
    let (same, other) = prints_of(&site(Some("https://example.net/")));
    assert!(picture == same && page != other);
}

#[test]
fn every_job_is_found_at_its_address() {
    let mut found = 0;
    for site in [site(None), site(Some("https://example.org/room/"))] {
        for job in jobs(&site) {
            let path = path(&site, &job);
            let address = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/')).unwrap_or(&path);
            assert_eq!(job_at(&site, address), Some(job), "{address}");
            found += 1;
        }
        assert_eq!(job_at(&site, "briefings/nothing/"), None);
    }
    assert!(found > 20, "{found}");
}
