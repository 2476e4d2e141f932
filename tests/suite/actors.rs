//! Who is named: marked prose, properties, and what changes when the text changes.

use chancery::actors::{Candidates, Registry, candidates, cast, mentions};
use chancery::language::pack;
use chancery::model::meta::Restore;
use chancery::model::{ActorNo, Briefing, Kind, Mentions, MergeEvidence, QuotationKind, Roster};
use chancery::read::{ReadOptions, SeedInput, read};
use proptest::prelude::*;
use std::path::Path;

fn briefing(key: &str, text: &str) -> Option<Briefing> {
    let path = format!("seeds/{key}.txt");
    let options = ReadOptions { language: "en".to_owned(), restore: Restore::All(true) };
    read(&SeedInput { key, path: &path, bytes: text.as_bytes(), overlay: None }, &options).value
}

fn named(briefing: &Briefing, registry: &Registry) -> (Roster, Mentions) {
    let pack = pack("en");
    let found = candidates(briefing, registry, pack);
    let cast = cast(&[(briefing, &found)], registry).value;
    let mentions = mentions(briefing, &found, &cast, pack);
    (cast.roster.as_ref().clone(), mentions)
}

/// `(text, id)` of every mention in reading order.
fn links(text: &str, registry: &Registry) -> Vec<(String, String)> {
    let briefing = briefing("test", text).unwrap();
    let (roster, found) = named(&briefing, registry);
    found.mentions.iter().map(|m| (m.range.of(briefing.block(m.block).text.text()).to_owned(), roster.actor(m.actor).id.clone())).collect()
}

/// The text without its marks, and the text with the marks that the program makes.
fn marked_again(marked: &str) -> String {
    let mut plain = String::new();
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        plain.push_str(&rest[..open]);
        let (inner, after) = rest[open + 1..].split_once(']').expect("a mark is closed");
        plain.push_str(inner.split_once('|').expect("a mark has an id").0);
        rest = after;
    }
    plain.push_str(rest);
    let briefing = briefing("test", &plain).unwrap();
    let (roster, found) = named(&briefing, &Registry::default());
    let mut out = String::new();
    let mut at = 0;
    for mention in &found.mentions {
        let span = briefing.source_span(mention.block, mention.range).unwrap().range();
        out.push_str(&format!("{}[{}|{}]", &plain[at..span.start], &plain[span.clone()], roster.actor(mention.actor).id));
        at = span.end;
    }
    out + &plain[at..]
}

#[test]
fn marked_prose_is_marked_again_as_it_was() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/marked");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 4);
    for file in files {
        let marked = std::fs::read_to_string(&file).unwrap();
        assert_eq!(marked_again(&marked), marked, "{}", file.display());
    }
}

#[test]
fn what_looks_like_a_name_and_is_none_is_no_link() {
    for text in [
        "While talks went on, the Foreign Minister slept on Monday.",
        "May is warm here and March is cold in the north of the country.",
        "They spoke Turkish and ate Greek salad with Russian dressing all day.",
        "The Treaty of Versailles and the Geneva Convention were read aloud there.",
        "Decades of hostility remain. Secondary goals matter as much as others.",
    ] {
        assert_eq!(links(text, &Registry::default()), [], "{text}");
    }
}

#[test]
fn two_of_one_surname_stay_two() {
    let found = links("Anna Novak met Petr Novak on Monday in the old town. Later Novak left the building.", &Registry::default());
    let ids: Vec<&str> = found.iter().map(|(_, id)| id.as_str()).collect();
    assert_eq!(ids, ["anna-novak", "petr-novak"]);
}

#[test]
fn the_registry_wins() {
    let yaml = "- id: gov\n  name: Government of Ruritania\n  kind: state\n  aliases: [Ruritania, {text: Ruritanian, kind: demonym}, {text: Strelsau, kind: metonym}]\n  not: [Ruritania Street]\n- id: iran\n  name: Islamic Republic\n- ignore: Reuters\n";
    let registry = Registry::parse(&[("content/actors/a.yaml", yaml)]);
    assert!(registry.diagnostics.is_empty(), "{:?}", registry.diagnostics);
    let found = links("Ruritanian troops left Iran, said Reuters. On Ruritania Street, Strelsau is not loved.", &registry.value);
    let found: Vec<(&str, &str)> = found.iter().map(|(text, id)| (text.as_str(), id.as_str())).collect();
    assert_eq!(found, [("Ruritanian", "gov"), ("Iran", "iran"), ("Strelsau", "gov")]);
}

/// A people that a person lists is an actor of its own: not the state whose name is like its name, nor its land.
#[test]
fn a_people_of_the_registry_is_never_its_state_nor_its_land() {
    let kurds = "id: kurds\nname: Kurds\nkind: people\naliases: [{text: Kurdish, kind: demonym}]\n";
    let turks = "id: turks\nname: Turks\nkind: people\n";
    // Somebody gave a people the id and an alias of its state.
    let somalis = "id: somalia\nname: Somalis\nkind: people\naliases: [Federal Republic of Somalia]\n";
    for (registry, text, expected) in [
        ("", "The Kurds asked for a hearing, and Rohingya fled.", &[][..]),
        ("", "Turks voted on Sunday while Turkish officials counted in Turkey.", &[("Turkish", "turkey"), ("Turkey", "turkey")]),
        (kurds, "The Kurds asked for a hearing.", &[("Kurds", "kurds")]),
        (kurds, "Kurdish forces held the road while the Kurds voted.", &[("Kurdish", "kurds"), ("Kurds", "kurds")]),
        (kurds, "They spoke Kurdish and ate Kurdish food in the valley.", &[]),
        (kurds, "Kurds live in Kurdistan, in Iraq and in Turkey.", &[("Kurds", "kurds"), ("Kurdistan", "kurdistan"), ("Iraq", "iraq"), ("Turkey", "turkey")]),
        (kurds, "The Kurdistan Workers' Party said that Kurds would vote.", &[("Kurdistan Workers' Party", "kurdistan-workers-party"), ("Kurds", "kurds")]),
        (turks, "Turks voted on Sunday while Turkish officials counted in Turkey.", &[("Turks", "turks"), ("Turkish", "turkey"), ("Turkey", "turkey")]),
        (somalis, "Somalis voted in Somalia.", &[("Somalis", "somalia"), ("Somalia", "somalia-2")]),
    ] {
        let registry = Registry::parse(&[("content/actors/peoples.yaml", registry)]);
        assert!(registry.diagnostics.is_empty(), "{:?}", registry.diagnostics);
        let briefing = briefing("test", text).unwrap();
        let (roster, found) = named(&briefing, &registry.value);
        let links: Vec<(&str, &str)> =
            found.mentions.iter().map(|m| (m.range.of(briefing.block(m.block).text.text()), roster.actor(m.actor).id.as_str())).collect();
        assert_eq!(links, expected, "{text}");
        for actor in &roster.actors {
            let people = ["Kurds", "Turks", "Somalis"].contains(&actor.name.as_str());
            assert_eq!(actor.kind == Kind::People, people, "{actor:?}");
            assert!(!people || !actor.identifiers.contains_key("iso"), "{actor:?}");
        }
    }
}

/// Letters that several have are theirs whom the text names in full; of two, theirs whose initials they are; and nobody's where it names none.
#[test]
fn letters_that_several_have_are_theirs_whom_the_text_names() {
    for (text, expected) in [
        ("The Rapid Support Forces shelled the camp. The RSF denied it.", Some("rapid-support-forces")),
        ("Reporters Without Borders protested. The RSF asked for an inquiry.", Some("reporters-without-borders")),
        ("The RSF asked for an inquiry.", None),
        ("Reporters Without Borders blamed the Rapid Support Forces. The list of RSF is long.", Some("rapid-support-forces")),
        ("The Armed Forces of the Philippines withdrew. The AFP gave no reason.", Some("armed-forces-of-the-philippines")),
    ] {
        let links = links(text, &Registry::default());
        let letters = links.iter().find(|(text, _)| matches!(text.as_str(), "RSF" | "AFP"));
        assert_eq!(letters.map(|(_, id)| id.as_str()), expected, "{text}");
    }
}

/// How names of the gazetteer are written: with and without a comma, as letters and as a word, with a small particle, and what is written like one of them and is none.
#[test]
fn names_of_the_gazetteer_are_found_as_they_are_written() {
    for (text, expected) in [
        ("They met in Washington, D.C. and in Washington DC.", &[("Washington, D.C.", "washington"), ("Washington DC", "washington")][..]),
        ("Ministers of the G7 and of the G-20 met.", &[("G7", "group-of-seven"), ("G-20", "group-of-twenty")]),
        ("They asked Nato and NATO, Opec and OPEC.", &[("Nato", "nato"), ("NATO", "nato"), ("Opec", OPEC), ("OPEC", OPEC)]),
        ("The raid on al Qaeda went on, and so did that on al-Qaeda.", &[("al Qaeda", "al-qaeda"), ("al-Qaeda", "al-qaeda")]),
        ("It was reported by al-Jazeera and Al Jazeera.", &[("al-Jazeera", "al-jazeera"), ("Al Jazeera", "al-jazeera")]),
        ("The WHO warned of cholera.", &[("WHO", "world-health-organization")]),
        ("Who warned of cholera? They asked who knew.", &[]),
        ("Male voters outnumbered others. Reunion of the families was slow. Cars were burnt.", &[]),
        ("Liberation came late. Russia today faces Myanmar now.", &[("Russia", "russia"), ("Myanmar", "myanmar")]),
        ("They read Libération, and saw Russia Today.", &[("Libération", "liberation"), ("Russia Today", "rt")]),
        ("The M23 took Goma.", &[("M23", "march-23-movement"), ("Goma", "goma")]),
        ("The Peoples' Democratic Party lost.", &[("Peoples' Democratic Party", "peoples-democratic-party")]),
        ("Hindu voters marched. Independent observers and an economist said so. Guardian angels did not.", &[]),
        (
            "The Hindu and The Economist reported it, and so did the Guardian.",
            &[("Hindu", "the-hindu"), ("Economist", "the-economist"), ("Guardian", "the-guardian")],
        ),
        ("Greenlandic officials left Nuuk for Greenland.", &[("Greenlandic", "greenland"), ("Nuuk", "nuuk"), ("Greenland", "greenland")]),
    ] {
        let found = links(text, &Registry::default());
        let found: Vec<(&str, &str)> = found.iter().map(|(text, id)| (text.as_str(), id.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }
}

const OPEC: &str = "organization-of-the-petroleum-exporting-countries";

#[test]
fn a_briefings_own_rules_win() {
    let mut briefing = briefing("test", "Georgia is large, and Atlanta lies in it. Iran and Turkey Point are elsewhere, they say.").unwrap();
    briefing.meta.actors.is = vec![("Georgia".to_owned(), "state-of-georgia".to_owned())];
    briefing.meta.actors.not = vec!["Turkey Point".to_owned()];
    briefing.meta.actors.ignore = vec!["iran".to_owned()];
    let registry = Registry::parse(&[("a.yaml", "name: State of Georgia\nkind: place\n")]).value;
    let (roster, found) = named(&briefing, &registry);
    let ids: Vec<&str> = found.mentions.iter().map(|m| roster.actor(m.actor).id.as_str()).collect();
    assert_eq!(ids, ["state-of-georgia", "atlanta"]);
}

#[test]
fn renaming_an_actor_moves_its_links() {
    let text = "Maria Kovač, the mayor, met Pavel Horák on Friday. Kovač said that Horák had agreed.";
    let before = links(text, &Registry::default());
    let after = links(&text.replace("Kovač", "Benedek"), &Registry::default());
    let renamed: Vec<(String, String)> = before.into_iter().map(|(t, id)| (t.replace("Kovač", "Benedek"), id.replace("kovac", "benedek"))).collect();
    assert_eq!(after, renamed);
}

/// Who is the subject of the verb of speech, and who only stands before it.
#[test]
fn examples_between_a_subject_and_its_verb_do_not_speak() {
    for (text, speaker) in [
        ("Nine powers, among them France, Russia and the Ottoman Empire, agreed that the river \"shall always be free and open.\"", None),
        ("Five states, including Norway and Sweden, said: \"The river is open to all.\"", None),
        ("Maria Kovač, the mayor of Brno, said: \"The river is open to all.\"", Some("maria-kovac")),
        ("Norway said: \"The river is open to all.\"", Some("norway")),
    ] {
        let (roster, found) = named(&briefing("test", text).unwrap(), &Registry::default());
        let speakers: Vec<Option<&str>> = found
            .quotations
            .iter()
            .filter(|quotation| quotation.kind == QuotationKind::Direct)
            .map(|quotation| quotation.speaker.map(|actor| roster.actor(actor).id.as_str()))
            .collect();
        assert_eq!(speakers, [speaker], "{text}");
    }
}

#[test]
fn the_order_of_briefings_does_not_matter() {
    let one = briefing("one", "Maria Kovač met President Ilir Hoxha in Tirana on Friday.").unwrap();
    let two = briefing("two", "Ilir Hoxha, the president of Albania, spoke with Mária Kovács and Maria Kovac.").unwrap();
    let pack = pack("en");
    let (a, b): (Candidates, Candidates) = (candidates(&one, &Registry::default(), pack), candidates(&two, &Registry::default(), pack));
    let forward = cast(&[(&one, &a), (&two, &b)], &Registry::default()).value.roster;
    let backward = cast(&[(&two, &b), (&one, &a)], &Registry::default()).value.roster;
    assert_eq!(forward, backward);
}

#[test]
fn a_name_is_never_pieced_together_from_two_blocks() {
    let found = links("In the port of Sarovar they called on the one man Mehrotia.\n\nThe deal of Securities and Board of\n", &Registry::default());
    // The longer block before once took the second block's name away, and stopped the program.
    assert_eq!(found.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), ["Sarovar", "Securities and Board"]);
}

/// The words of the English lists, and names of the gazetteer.
fn listed_words() -> Vec<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lists = std::fs::read_dir(source.join("language/en")).unwrap().map(|entry| entry.unwrap().path());
    let long = ["common_words.txt"];
    let lists = lists.filter(|path| !long.contains(&path.file_name().unwrap().to_str().unwrap()));
    let gazetteer = ["states.txt", "organisations.txt"].map(|name| source.join("actors/gazetteer").join(name));
    let mut words: Vec<String> = lists
        .chain(gazetteer)
        .flat_map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            let lines = text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(['|', ';', ':']));
            lines.flat_map(str::split_whitespace).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    words.sort();
    words.dedup();
    words
}

/// Words that the grammar knows, in any order and case, with what parts words and blocks.
fn any_sentences() -> impl Strategy<Value = String> {
    let capital = |word: String| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
    };
    let word = proptest::sample::select(listed_words());
    let name = proptest::sample::select(vec!["Maria", "Kovač", "Mehrotia", "Abdullah", "Sarovar", "EOKA", "J.", "al-Manfī", "Nguyễn"]);
    let piece = prop_oneof![
        3 => word.clone(),
        4 => word.clone().prop_map(capital),
        1 => word.prop_map(|word| word.to_uppercase()),
        2 => name.prop_map(str::to_owned),
    ];
    let gap = proptest::sample::select(vec![" ", " ", " ", " ", " ", ", ", ". ", "’s ", "-", " & ", " “", "” ", " (", ") ", ": ", "; ", " — ", "\n\n"]);
    prop::collection::vec((piece, gap), 0..80).prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap.to_owned()]).collect())
}

#[test]
fn an_actor_of_several_briefings_says_by_what_their_names_are_one() {
    let one = briefing("one", "The talks went on for three days in the old town hall, and nobody spoke of them.\n\nOn Friday Maria Kovač met President Ilir Hoxha in Albania, and they spoke of the river.").unwrap();
    let two = briefing("two", "Maria Kovač spoke with Nils Aho of Albania. She left on Monday.").unwrap();
    let pack = pack("en");
    let (a, b) = (candidates(&one, &Registry::default(), pack), candidates(&two, &Registry::default(), pack));
    let registry =
        Registry::parse(&[("content/actors/aho.yaml", "- {id: aho, name: Nils Aho, kind: person}\n- {id: kovac, name: Maria Kovač, kind: person}\n")]).value;
    for (registry, expected) in [
        (
            &Registry::default(),
            [("albania", Some(MergeEvidence::MergedKnown)), ("ilir-hoxha", None), ("maria-kovac", Some(MergeEvidence::MergedPerson)), ("nils-aho", None)],
        ),
        (&registry, [("aho", None), ("albania", Some(MergeEvidence::MergedKnown)), ("ilir-hoxha", None), ("kovac", Some(MergeEvidence::MergedRegistry))]),
    ] {
        let roster = cast(&[(&one, &a), (&two, &b)], registry).value.roster;
        let merged: Vec<_> = roster.actors.iter().map(|actor| (actor.id.as_str(), actor.merged)).collect();
        assert_eq!(merged, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever the grammar knows, in whatever order: it reads on, and says the same when it reads again.
    #[test]
    fn words_of_the_lists_in_any_order_are_read(text in any_sentences()) {
        if let Some(briefing) = briefing("any", &text) {
            let once = named(&briefing, &Registry::default());
            prop_assert_eq!(&once, &named(&briefing, &Registry::default()));
            for mention in &once.1.mentions {
                prop_assert!(briefing.block(mention.block).text.text().get(mention.range.range()).is_some_and(|shown| !shown.is_empty()));
            }
        }
    }

    /// Any text at all: tables in order, disjoint, on characters, of actors that exist.
    #[test]
    fn tables_hold_for_any_text(pieces in prop::collection::vec(prop_oneof![
        "\\PC{0,12}",
        Just("Iran’s".to_owned()), Just("al-".to_owned()), Just("U.S.".to_owned()), Just("(ABC)".to_owned()), Just("“".to_owned()), Just("” said ".to_owned()),
        Just("Maj. Gen. J. ".to_owned()), Just("\u{301}".to_owned()), Just("\0".to_owned()), Just("Ministry of ".to_owned()), Just("İI".to_owned()), Just("\n".to_owned()),
        Just("Hakan Fidan, who".to_owned()), Just("of the".to_owned()), Just("according to".to_owned()), Just("’s".to_owned()),
    ], 0..60)) {
        let text = pieces.join(" ");
        if let Some(briefing) = briefing("any", &text) {
            let (roster, found) = named(&briefing, &Registry::default());
            let mut last = (chancery::model::BlockNo(0), 0);
            for mention in &found.mentions {
                let shown = briefing.block(mention.block).text.text();
                prop_assert!(shown.get(mention.range.range()).is_some_and(|s| !s.is_empty()));
                prop_assert!((mention.block, mention.range.start) >= last, "sorted and disjoint");
                last = (mention.block, mention.range.end);
                prop_assert!(mention.actor.index() < roster.actors.len());
            }
            for quotation in &found.quotations {
                prop_assert!(briefing.block(quotation.block).text.text().get(quotation.range.range()).is_some());
                prop_assert!(quotation.speaker.is_none_or(|actor: ActorNo| actor.index() < roster.actors.len()));
            }
            for role in &found.roles {
                let shown = briefing.block(role.block).text.text();
                prop_assert!(shown.get(role.title.range()).is_some() && role.phrase.contains(role.title));
            }
        }
    }
}
