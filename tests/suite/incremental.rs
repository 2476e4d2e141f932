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

/// Some sort before all others and some behind: with them the numbers of all other actors move.
const NAMES: [&str; 9] =
    ["Ann Lindqvist", "Eva Stenmark", "Olof Lindqvist", "Norway", "the Halden Canal Company", "Georgia", "Aaron Abelsen", "Zoe Zachrisson", "Malta"];

/// What one save does.
#[derive(Clone, Debug)]
enum Edit {
    /// A file, and what stands in it then; `None` where it is gone.
    Put(String, Option<String>),
    /// A file gets another name.
    Rename(String, String),
}

/// What a person or an editor does to a site.
fn edit() -> impl Strategy<Value = Edit> {
    let seed = (0..5usize, 0..NAMES.len(), 0..NAMES.len(), 0..4usize, any::<bool>()).prop_map(|(file, a, b, paragraph, faq)| {
        let mut text = format!("Briefing {file}\n\nMinister {} said on Friday that the pier was sound. {} objected.\n", NAMES[a], NAMES[b]);
        (0..paragraph).for_each(|number| text.push_str(&format!("\nParagraph {number} of the ferry, the pier and the harbour board of Port Halden.\n")));
        if faq {
            text.push_str(&format!("\nFAQ\n\nWho objected to the pier\n\n{} did, and the harbour board.\n", NAMES[b]));
        }
        (format!("seeds/s{file}.txt"), Some(text))
    });
    let markdown = (0..3usize, 0..NAMES.len(), 0..4usize).prop_map(|(file, name, kind)| {
        let front = ["", "---\ntitle: The Board\ntags: [ports, Piers]\n---\n", "---\nstatus: draft\n---\n", "---\ndate: 2026-03-04\n---\n"][kind];
        let text = format!("{front}# Minutes {file}\n\nPresident {} met the board.\n\n![The pier](/pier.png)\n\n<b>Raw</b>.\n", NAMES[name]);
        (format!("seeds/minutes/m{file}.md"), Some(text))
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
    let registry = (0..5usize).prop_map(|kind| {
        let text = match kind {
            0 => "- {id: lindqvist, name: Ann Lindqvist, kind: person, former: [ann-lindqvist], aliases: [The Minister]}\n",
            1 => "- {name: Port Halden, kind: place}\n- ignore: Eva Stenmark\n",
            3 => "- {name: The Halden Canal Company, aliases: [the company, HCC]}\n- {name: Port Authority, kind: organisation}\n",
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
        Just(("content/pages/about.md", "---\norder: 1\n---\n# About us\n\nSee [the first](/briefings/s0/).\n")),
        Just(("content/static/logo.svg", "<svg/>")),
        Just(("content/static/pier.png", "one picture")),
        Just(("content/static/pier.png", "another picture")),
        Just(("content/static/robots.txt", "User-agent: *\n")),
        Just(("themes/default/templates/page.html", "{{ title }}\n")),
        Just(("themes/default/theme.yaml", "colours:\n  ink: [\"#101010\", \"#f0f0f0\"]\n")),
        Just(("themes/own/static/style.css", "p { color: red; }")),
        Just(("themes/default/static/style.css", "p { color: blue; }")),
        Just(("themes/default/strings/en.ftl", "nav_actors = Who\n")),
    ]
    .prop_map(|(path, text)| (path.to_owned(), Some(text.to_owned())));
    let paths = || {
        prop_oneof![
            4 => (0..5usize).prop_map(|file| format!("seeds/s{file}.txt")),
            1 => (0..3usize).prop_map(|file| format!("seeds/minutes/m{file}.md")),
            2 => (0..5usize).prop_map(|file| format!("content/briefings/s{file}.yaml")),
            1 => prop::sample::select(vec![
                "content/actors/a.yaml",
                "content/site.yaml",
                "content/pages/about.md",
                "content/static/logo.svg",
                "content/static/pier.png",
                "content/static/robots.txt",
                "themes/default/static/style.css",
                "themes/default/strings/en.ftl",
                "themes/default/templates/page.html",
                "themes/default/theme.yaml",
            ]).prop_map(str::to_owned),
        ]
    };
    let gone = paths().prop_map(|path| Edit::Put(path, None));
    let renamed = (paths(), 0..4usize).prop_map(|(path, kind)| {
        let (folder, name) = path.rsplit_once('/').unwrap();
        let other = match kind {
            0 => format!("{folder}/a-{name}"),
            1 => format!("{folder}/deeper/{name}"),
            // Over another: the one that stood there is gone.
            2 => format!("{folder}/{}", name.replace(['1', '2', '3', '4'], "0")),
            _ => format!("{folder}/z-{name}"),
        };
        Edit::Rename(path, other)
    });
    let put = prop_oneof![4 => seed, 1 => markdown, 2 => overlay, 1 => registry, 2 => rest].prop_map(|(path, text)| Edit::Put(path, text));
    prop_oneof![8 => put, 1 => gone, 1 => renamed]
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
        for edit in edits {
            let puts = match &edit {
                Edit::Put(path, text) => vec![(path.clone(), text.clone())],
                Edit::Rename(from, to) => match files.get(from) {
                    Some(text) if from != to => vec![(to.clone(), Some(text.clone())), (from.clone(), None)],
                    _ => continue,
                },
            };
            for (path, text) in puts {
                let is_read = inputs.update(&path, text.as_ref().map(|text| text.as_bytes().to_vec()));
                // Settings under another name are no settings.
                prop_assert!(is_read || path.ends_with("-site.yaml") || path.ends_with("/deeper/site.yaml"), "{}", path);
                match text {
                    Some(text) => files.insert(path, text),
                    None => files.remove(&path),
                };
            }
            let again = site(&inputs, &mut cache);
            let full = site(&all(&files), &mut Cache::default());
            prop_assert_eq!(&again.1, &full.1, "findings after {:?}", edit);
            prop_assert_eq!(again.0.keys().collect::<Vec<_>>(), full.0.keys().collect::<Vec<_>>(), "files after {:?}", edit);
            for (name, bytes) in &full.0 {
                prop_assert!(again.0[name] == *bytes, "{} differs after {:?}", name, edit);
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

/// Somebody new in one briefing moves the numbers of actors, and nothing else of the briefings beside it.
#[test]
fn a_new_name_leaves_the_tables_of_other_briefings_as_they_are() {
    let text = |more: &str| format!("The Pier\n\nMinister Ann Lindqvist said that the pier was sound.{more}\n");
    let other = "The Canal\n\nPresident Eva Stenmark of Norway met the board.\n\nFAQ\n\nWho met the board of the canal?\n\nEva Stenmark met the board.\n";
    let mut cache = Cache::default().for_many_builds();
    let mut last = None;
    for more in ["", " Minister Aaron Abelsen objected.", " Minister Aaron Abelsen and Minister Zoe Zachrisson objected."] {
        let inputs = Inputs::from_files([("seeds/a.txt", text(more).as_bytes()), ("seeds/b.txt", other.as_bytes())]);
        let build = build::build(&inputs, &options(), &mut cache).value.unwrap();
        let full = build::build(&inputs, &options(), &mut Cache::default()).value.unwrap();
        assert_eq!(build.site.roster().actors.len(), full.site.roster().actors.len());
        for (one, another) in build.site.entries().iter().zip(full.site.entries()) {
            assert_eq!(one.mentions, another.mentions, "after `{more}`");
        }
        let beside = &build.site.entries()[1];
        let (mentions, links) = (beside.mentions.clone(), beside.links.clone());
        assert!(!mentions.mentions.is_empty());
        if let Some((_, known)) = last.replace((mentions, links.clone())) {
            assert!(std::sync::Arc::ptr_eq(&known, &links), "the other briefing was looked at again after `{more}`");
        }
    }
}
