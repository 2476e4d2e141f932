//! A preview builds again and again: after any sequence of edits its site is, byte for byte, the one that a full build makes.

use chancery::build::{self, BuildOptions, Cache, Drafts};
use chancery::input::Inputs;
use chancery::model::Date;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn options() -> BuildOptions {
    BuildOptions { base_url: Some("https://example.org/b/".to_owned()), date: Date::parse("2026-06-01").unwrap(), drafts: Drafts::Shown }
}

/// Every file of the site, or why it could not be made.
type Files = BTreeMap<String, Result<Vec<u8>, String>>;

/// Every file of the site and everything that was found.
fn site(inputs: &Inputs, cache: &mut Cache) -> (Files, Vec<String>) {
    let checked = build::build(inputs, &options(), cache);
    let found = checked.diagnostics.iter().map(|finding| format!("{finding:?}")).collect();
    let build = checked.value.unwrap();
    let files = build.outputs().into_iter().map(|(path, output)| (path, build.make(&output).map_err(|finding| finding.message))).collect();
    (files, found)
}

const NAMES: [&str; 6] = ["Ann Lindqvist", "Eva Stenmark", "Olof Lindqvist", "Norway", "the Halden Canal Company", "Georgia"];

/// An edit: the file, and what stands in it then.
fn edit() -> impl Strategy<Value = (String, Option<String>)> {
    let seed = (0..5usize, 0..NAMES.len(), 0..NAMES.len(), 0..4usize, any::<bool>()).prop_map(|(file, a, b, paragraph, faq)| {
        let mut text = format!("Briefing {file}\n\nMinister {} said on Friday that the pier was sound. {} objected.\n", NAMES[a], NAMES[b]);
        (0..paragraph).for_each(|number| text.push_str(&format!("\nParagraph {number} of the ferry, the pier and the harbour board of Port Halden.\n")));
        if faq {
            text.push_str(&format!("\nFAQ\n\nWho objected to the pier\n\n{} did, and the harbour board.\n", NAMES[b]));
        }
        (format!("seeds/s{file}.txt"), Some(text))
    });
    let overlay = (0..5usize, 0..7usize).prop_map(|(file, kind)| {
        let text = match kind {
            0 => "date: 2026-01-02\ntags: [Ports]\n".to_owned(),
            1 => format!("slug: other-{file}\nformer: [s{file}]\n"),
            2 => "status: draft\nstandfirst: A line.\n".to_owned(),
            3 => "status: withdrawn\n".to_owned(),
            4 => format!("related: [s{}]\n", (file + 1) % 5),
            5 => "actors: {is: {the pier: norway}, ignore: [Georgia]}\n".to_owned(),
            _ => "titel: a key that is none\n".to_owned(),
        };
        (format!("content/briefings/s{file}.yaml"), Some(text))
    });
    let registry = (0..4usize).prop_map(|kind| {
        let text = match kind {
            0 => "- {id: lindqvist, name: Ann Lindqvist, kind: person, former: [ann-lindqvist], aliases: [The Minister]}\n",
            1 => "- {name: Port Halden, kind: place}\n- ignore: Eva Stenmark\n",
            2 => "- {id: georgia, name: Georgia, kind: state, affiliations: [norway], not: [Georgia Avenue]}\n",
            _ => "- {id: a, name: Eva Stenmark}\n- {id: b, name: Eva Stenmark}\n",
        };
        ("content/actors/a.yaml".to_owned(), Some(text.to_owned()))
    });
    let rest = prop_oneof![
        Just(("content/site.yaml", "title: Talks\nlinks: all\n")),
        Just(("content/site.yaml", "title: Talks\ndetected: false\nlint: {restored: allow}\n")),
        Just(("content/site.yaml", "language: fr\nrestore: false\n")),
        Just(("content/pages/about.md", "# About\n\nNorway.\n")),
        Just(("content/static/logo.svg", "<svg/>")),
        Just(("themes/own/static/style.css", "p { color: red; }")),
        Just(("themes/default/static/style.css", "p { color: blue; }")),
        Just(("themes/default/strings/en.ftl", "nav_actors = Who\n")),
    ]
    .prop_map(|(path, text)| (path.to_owned(), Some(text.to_owned())));
    let gone = prop_oneof![
        (0..5usize).prop_map(|file| format!("seeds/s{file}.txt")),
        (0..5usize).prop_map(|file| format!("content/briefings/s{file}.yaml")),
        Just("content/actors/a.yaml".to_owned()),
        Just("content/site.yaml".to_owned()),
        Just("themes/default/static/style.css".to_owned()),
    ]
    .prop_map(|path| (path, None));
    prop_oneof![4 => seed, 2 => overlay, 1 => registry, 1 => rest, 1 => gone]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_the_site_is_that_of_a_full_build(edits in prop::collection::vec(edit(), 1..12)) {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        files.insert("seeds/s0.txt".to_owned(), "Briefing 0\n\nMinister Ann Lindqvist met Eva Stenmark in Norway.\n".to_owned());
        let all = |files: &BTreeMap<String, String>| Inputs::from_files(files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())));
        let mut inputs = all(&files);
        let mut cache = Cache::default().for_many_builds();
        site(&inputs, &mut cache);
        for (path, text) in edits {
            prop_assert!(inputs.update(&path, text.as_ref().map(|text| text.as_bytes().to_vec())));
            match &text {
                Some(text) => files.insert(path.clone(), text.clone()),
                None => files.remove(&path),
            };
            let again = site(&inputs, &mut cache);
            let full = site(&all(&files), &mut Cache::default());
            prop_assert_eq!(&again.1, &full.1, "findings after {}", path);
            prop_assert_eq!(again.0.keys().collect::<Vec<_>>(), full.0.keys().collect::<Vec<_>>(), "files after {}", path);
            for (name, bytes) in &full.0 {
                prop_assert!(again.0[name] == *bytes, "{} differs after {}", name, path);
            }
        }
    }
}

#[test]
fn an_edited_actor_changes_the_pages_that_name_it_and_no_others() {
    let seeds = [
        ("seeds/a.txt", "The Pier\n\nMinister Ann Lindqvist said that the pier was sound.\n"),
        ("seeds/b.txt", "The Canal\n\nMinister Eva Stenmark said that the canal was shut.\n"),
    ];
    let inputs =
        |registry: &'static str| Inputs::from_files(seeds.into_iter().chain([("content/actors/a.yaml", registry)]).map(|(path, text)| (path, text.as_bytes())));
    let before = "name: Ann Lindqvist\nkind: person\n";
    let after = "name: Ann Lindqvist\nkind: person\nsummary: Mayor of Port Halden.\n";
    let mut cache = Cache::default().for_many_builds();
    let (old, new) = (site(&inputs(before), &mut cache).0, site(&inputs(after), &mut cache).0);
    let changed: Vec<&str> = new.iter().filter(|(path, bytes)| old.get(*path) != Some(*bytes)).map(|(path, _)| path.as_str()).collect();
    assert_eq!(changed, ["actors/ann-lindqvist/index.html"]);
}
