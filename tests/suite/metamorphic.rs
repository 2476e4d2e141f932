//! Texts changed in a way that should change nothing, or one thing, of who is named and who speaks.

use chancery::actors::Export;
use chancery::score::{Gold, answer};
use std::collections::BTreeMap;

/// A briefing of another place and time; every person is invented.
const TEXT: &str = "The harbour talks\n\n\
Norwegian Foreign Minister Sigrid Haugland met her Danish counterpart, Anders Vestergaard, in Bergen on Monday. Oslo had asked for the meeting after two trawlers collided off the Faroe Islands.\n\n\
“We want the boats back and the crews safe,” Haugland told reporters. Vestergaard said that Denmark would answer within a week. “Nobody profits from a quarrel about cod,” he added.\n\n\
The International Maritime Organization (IMO) has offered to send inspectors. The IMO sent three to Iceland last year. Is that enough? Haugland doubts it.\n\n\
Magnus Ólafsson, the prime minister of Iceland, warned that the season would be lost. “The fish do not wait for ministers,” said Ólafsson. Copenhagen rejected the offer of the Nordic Fisheries Bank.\n";

fn look(text: &str) -> Export {
    let gold = Gold { id: "changed".to_owned(), text: text.to_owned(), ..Gold::default() };
    answer(&gold).expect("a briefing")
}

/// Who is named by which words, and how often.
fn named(export: &Export) -> BTreeMap<(String, String), usize> {
    let mut named = BTreeMap::new();
    for mention in &export.mentions {
        let actor = export.actors.iter().find(|actor| actor.id == mention.actor_id).expect("an actor");
        *named.entry((mention.surface.clone(), actor.name.clone())).or_default() += 1;
    }
    named
}

/// Who says what, by the first words.
fn said(text: &str, export: &Export) -> Vec<(String, Option<String>)> {
    let words = |start: u32| text[start as usize..].split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    export.quotes.iter().map(|quote| (words(quote.start), quote.speaker.clone())).collect()
}

#[test]
fn the_text_itself_is_understood() {
    let export = look(TEXT);
    let named = named(&export);
    for (surface, actor) in
        [("Haugland", "Sigrid Haugland"), ("Ólafsson", "Magnus Ólafsson"), ("IMO", "International Maritime Organization"), ("Oslo", "Norway")]
    {
        assert!(named.contains_key(&(surface.to_owned(), actor.to_owned())), "{surface} {named:#?}");
    }
    assert_eq!(export.quotes.iter().filter(|quote| quote.speaker.is_some()).count(), 6, "{:#?}", said(TEXT, &export));
}

#[test]
fn when_everybody_is_renamed_the_links_move_along() {
    let names = [
        ("Sigrid", "Maribel"),
        ("Haugland", "Quintero"),
        ("Anders", "Tomasz"),
        ("Vestergaard", "Wiśniewski"),
        ("Magnus", "Ibrahim"),
        ("Ólafsson", "Ouédraogo"),
        ("Norwegian", "Peruvian"),
        ("Oslo", "Lima"),
    ];
    let rename = |text: &str| names.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    let before: BTreeMap<_, _> =
        named(&look(TEXT)).into_iter().map(|((surface, actor), count)| ((rename(&surface), rename(&actor).replace("Norway", "Peru")), count)).collect();
    assert_eq!(named(&look(&rename(TEXT))), before);
}

#[test]
fn straight_marks_quote_as_curly_ones_do() {
    let straight = TEXT.replace(['“', '”'], "\"");
    let (before, after) = (look(TEXT), look(&straight));
    assert_eq!(named(&after), named(&before));
    assert_eq!(said(&straight, &after), said(TEXT, &before));
}

#[test]
fn a_lost_question_mark_changes_nobody() {
    let without = TEXT.replace('?', "");
    let (before, after) = (look(TEXT), look(&without));
    assert_eq!(named(&after), named(&before));
    assert_eq!(said(&without, &after), said(TEXT, &before));
}

#[test]
fn a_paragraph_in_capitals_leaves_the_others_as_they_were() {
    let (first, rest) = TEXT.split_at(TEXT.find("The International").unwrap());
    let (second, third) = rest.split_at(rest.find("Magnus").unwrap());
    let shouted = format!("{first}{}{third}", second.to_uppercase());
    let outside = |export: &Export, text: &str| -> Vec<(String, String)> {
        let (from, to) = (first.len() as u32, (text.len() - third.len()) as u32);
        export.mentions.iter().filter(|m| m.end <= from || m.start >= to).map(|m| (m.surface.clone(), m.actor_id.clone())).collect()
    };
    assert_eq!(outside(&look(&shouted), &shouted), outside(&look(TEXT), TEXT));
}

#[test]
fn paragraphs_in_another_order_name_the_same() {
    let mut paragraphs: Vec<&str> = TEXT.trim_end().split("\n\n").collect();
    paragraphs[1..].reverse();
    let turned = format!("{}\n", paragraphs.join("\n\n"));
    assert_eq!(named(&look(&turned)), named(&look(TEXT)));
}

#[test]
fn a_text_that_stands_twice_names_everybody_twice() {
    let (title, body) = TEXT.split_once("\n\n").unwrap();
    let doubled = format!("{title}\n\n{body}\n{body}");
    let twice: BTreeMap<_, _> = named(&look(TEXT)).into_iter().map(|(named, count)| (named, 2 * count)).collect();
    assert_eq!(named(&look(&doubled)), twice);
}
