//! What must hold of every seed: nothing is lost, every place leads back to the file, reading twice is the same, and nothing panics.

use crate::outlines::{options, read_bytes, shapes};
use chancery::diagnostics::{Code, Diagnostics};
use chancery::model::{Briefing, Meta, Restoration, Role, TitleOrigin, meta::Restore};
use chancery::read::{ReadOptions, SeedInput, read};
use chancery::text::TextRange;
use proptest::prelude::*;

/// Checks all of it for a seed in UTF-8.
#[track_caller]
fn check_text(path: &str, text: &str) {
    let Some(briefing) = check_bytes(path, text.as_bytes()) else {
        assert!(text.trim_start_matches('\u{FEFF}').trim().is_empty(), "text was passed over: {text:?}");
        return;
    };
    // Bytes with many zeros are read as UTF-16, whose lines lie elsewhere.
    if briefing.source.encoding.is_some() {
        return;
    }
    let disk = text.as_bytes();
    let mut at = 0;
    for line in text.split(['\n', '\r']) {
        let words = line.trim_start_matches('\u{FEFF}').trim();
        if !words.is_empty() {
            let start = at + line.find(words).unwrap_or(0);
            let end = start + words.len();
            let holders: Vec<_> = briefing.blocks.iter().filter(|b| (b.span.start as usize) < end && start < b.span.end as usize).collect();
            assert_eq!(holders.len(), 1, "{line:?} is in {} blocks of {text:?}", holders.len());
            assert!(holders[0].span.start as usize <= start && end <= holders[0].span.end as usize, "{line:?} is cut in {text:?}");
        }
        at += line.len() + 1;
    }
    for block in &briefing.blocks {
        let source = std::str::from_utf8(&disk[block.span.range()]).unwrap();
        let mut shown = String::new();
        for (start, c) in block.text.text().char_indices() {
            let range = TextRange::new(start, start + c.len_utf8());
            let edited = block.text.edits().iter().any(|edit| edit.range.overlaps(range));
            let number = chancery::model::BlockNo::at(briefing.blocks.iter().position(|b| std::ptr::eq(b, block)).unwrap());
            match briefing.source_span(number, range) {
                Some(span) => {
                    assert!(!edited);
                    assert_eq!(&disk[span.range()], c.to_string().as_bytes(), "a place is wrong in {text:?}");
                    shown.push(c);
                }
                None => assert!(edited || c.is_whitespace() || path.ends_with(".md"), "{c:?} is from nowhere in {text:?}"),
            }
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let (source, shown) = (letters(source), letters(&shown));
        if path.ends_with(".txt") {
            assert!(source.contains(&shown), "{shown:?} is not in {source:?}");
            // What is missing is a marker: `Question 12:`, or the prefix of an FAQ title.
            assert!(source.chars().count() - shown.chars().count() <= 36, "{source:?} lost words: {shown:?}");
        } else {
            let mut rest = source.chars();
            assert!(shown.chars().all(|c| rest.any(|s| s == c)), "{shown:?} is not in {source:?}");
        }
    }
}

/// Checks what must hold of any bytes.
#[track_caller]
fn check_bytes(path: &str, bytes: &[u8]) -> Option<Briefing> {
    let briefing = read_bytes(path, bytes)?;
    assert_eq!(Some(&briefing), read_bytes(path, bytes).as_ref());
    let mut end = 0;
    let mut anchors = std::collections::BTreeSet::new();
    for block in &briefing.blocks {
        assert!(block.span.start >= end && block.span.end >= block.span.start, "blocks overlap");
        assert!(block.span.end as usize <= bytes.len(), "a block leads out of the file");
        end = block.span.end;
        assert!(anchors.insert(block.anchor.as_str()), "an anchor stands twice");
        assert!(block.anchor.as_str().starts_with(|c: char| c.is_ascii_lowercase()));
        assert!(block.anchor.as_str().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        assert!(!block.text.text().chars().any(|c| c.is_control() && c != '\t' && c != '\n'), "a control character is shown");
        assert!(!block.text.text().contains(['\u{202E}', '\u{2067}']), "a mark that turns the page is shown");
    }
    assert!(!briefing.wished_slug.is_empty());
    Some(briefing)
}

const LINES: &[&str] = &[
    "The river commission of the Tarn Valley opened its yearly meeting on Tuesday.",
    "Barges now carry half of their usual load",
    "Frequently Asked Questions",
    "FAQs The Tarn Valleys Falling River",
    "FAQ",
    "Basic Facts",
    "What is the river commission",
    "Why is the water falling?",
    "Q: Who decides?",
    "A: The four delegates.",
    "1. Who pays?",
    "2) Who else pays?",
    "- a list item",
    "* another",
    "**Is it bold?**",
    "# A heading",
    "### Another heading ###",
    "> quoted words",
    "| a | b |",
    "| --- | --- |",
    "[^1]: a note",
    "a reference[^1] to it",
    "[a link](https://example.org) and [another](javascript:x)",
    "[label]: https://example.org/a",
    "![picture](https://example.org/a.png) ![own](maps/a.png)",
    "<script>alert(1)</script> & <b>bold</b>",
    "<div>",
    "```",
    "    indented code",
    "---",
    "title: A title",
    "***",
    "He said “yes.”The rest was silence",
    "لماذا ينخفض المنسوب؟",
    "水位为什么下降？",
    "Erdoğan’s talks\u{301} with \u{202E}Ankara",
    "\0\u{1}\u{85}\u{FEFF}",
    "\u{301}",
    "Irans goals dont change It goes on",
    "PORT ELLERY, 4 March",
    "&amp; &eacute; \\* *a* __b__ ~~c~~ `d`",
    "",
    "",
    "  ",
];

fn seeds() -> impl Strategy<Value = String> {
    let ends = prop_oneof![Just("\n"), Just("\r\n"), Just("\n\n"), Just("\r")];
    proptest::collection::vec((proptest::sample::select(LINES), ends), 0..24)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end]).collect::<String>())
}

/// A known shape with pieces cut out, doubled or replaced.
fn mangled() -> impl Strategy<Value = (String, bool)> {
    let all: Vec<(String, bool)> =
        ["tests/seeds", "tests/seeds/held"].into_iter().flat_map(shapes).map(|shape| (shape.text, shape.path.ends_with(".md"))).collect();
    let cut = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4u8);
    (proptest::sample::select(all), proptest::collection::vec(cut, 1..6)).prop_map(|((mut text, markdown), cuts)| {
        for (from, length, how) in cuts {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            if places.is_empty() {
                break;
            }
            let start = places[from.index(places.len())];
            let end = places.get(from.index(places.len()) + length.index(40)).copied().unwrap_or(text.len());
            match how {
                0 => text.replace_range(start..end, ""),
                1 => {
                    let piece = text[start..end].to_owned();
                    text.insert_str(start, &piece);
                }
                2 => text.replace_range(start..end, "\n"),
                _ => text.replace_range(start..end, "\u{FEFF}“\0*"),
            }
        }
        (text, markdown)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_of_generated_seeds(text in seeds()) {
        check_text("seeds/a.txt", &text);
        check_text("seeds/a.md", &text);
    }

    #[test]
    fn nothing_is_lost_of_mangled_seeds((text, markdown) in mangled()) {
        check_text(if markdown { "seeds/a.md" } else { "seeds/a.txt" }, &text);
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400), markdown: bool) {
        check_bytes(if markdown { "seeds/a.md" } else { "seeds/a.txt" }, &bytes);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}", markdown: bool) {
        check_text(if markdown { "seeds/a.md" } else { "seeds/a.txt" }, &text);
    }
}

#[test]
fn nothing_is_lost_of_the_known_shapes() {
    for shape in ["tests/seeds", "tests/seeds/held"].into_iter().flat_map(shapes) {
        check_bytes(&shape.path, &shape.bytes);
        check_text(&shape.path, &shape.text);
    }
}

fn real() -> (Briefing, Diagnostics) {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/ankara-talks.txt")).unwrap();
    let checked = read(&SeedInput { key: "ankara-talks", path: "seeds/ankara-talks.txt", bytes: &bytes, overlay: None }, &options());
    (checked.value.unwrap(), checked.diagnostics)
}

#[test]
fn the_real_seed_is_read() {
    let (briefing, diagnostics) = real();
    let faq = briefing.faq.as_ref().unwrap();
    let text = |number| briefing.block(number).text.text();
    assert_eq!(briefing.paragraphs().count(), 14);
    assert_eq!(briefing.title.text, "Iran’s Ankara Talks to Prevent US Military Action");
    assert_eq!(briefing.title.origin, TitleOrigin::FaqTitle);
    assert_eq!(briefing.wished_slug, "ankara-talks");
    assert_eq!(faq.sections.iter().map(|s| text(s.heading.unwrap())).collect::<Vec<_>>(), ["Basic Understanding", "Context Goals", "Process Challenges"]);
    assert_eq!(briefing.questions().count(), 9);
    assert!(briefing.questions().all(|qa| text(qa.question).ends_with('?') && qa.answer.len() == 1 && text(qa.answer[0]).ends_with('.')));
    let codes: Vec<Code> = diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, [Code::EmptySection]);
    let last = briefing.blocks.last().unwrap();
    assert_eq!((last.role, last.text.text()), (Role::Section, "Implications"));
    let all = |wanted: &str| briefing.blocks.iter().any(|block| block.text.text().contains(wanted));
    for restored in [
        "What’s the biggest obstacle to success?",
        "What are Iran’s main goals in these negotiations?",
        "Iran’s primary goal is",
        "attack. Secondary goals likely include",
        "the talks likely involve mediators. The exact participants",
        "strengthen relations.” He stated",
    ] {
        assert!(all(restored), "{restored}: {:#?}", briefing.blocks.iter().map(|b| b.text.text()).collect::<Vec<_>>());
    }
}

#[test]
fn restorations_can_be_switched_off() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/ankara-talks.txt")).unwrap();
    let read_with = |overlay: Option<&Meta>, restore: Restore| {
        let options = ReadOptions { language: "en".into(), restore };
        let seed = SeedInput { key: "ankara-talks", path: "seeds/ankara-talks.txt", bytes: &bytes, overlay };
        let briefing = read(&seed, &options).value.unwrap();
        briefing.blocks.iter().flat_map(|block| block.text.edits().iter().map(|edit| edit.rule)).collect::<std::collections::BTreeSet<Restoration>>()
    };
    let overlay = Meta { restore: Some(Restore::Only(vec![Restoration::QuestionMark])), ..Meta::default() };
    assert!(read_with(None, Restore::All(false)).is_empty());
    assert_eq!(read_with(None, Restore::All(true)).len(), Restoration::ALL.len());
    assert_eq!(read_with(Some(&overlay), Restore::All(false)).into_iter().collect::<Vec<_>>(), [Restoration::QuestionMark]);
}

#[test]
fn anchors_survive_a_paragraph_added_before_them_and_restoration() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/ankara-talks.txt")).unwrap();
    let before = read_bytes("seeds/a.txt", text.as_bytes()).unwrap();
    let after = read_bytes("seeds/a.txt", format!("A new first paragraph stands here, with an end.\n{text}").as_bytes()).unwrap();
    for block in &before.blocks {
        assert!(after.blocks.iter().any(|other| other.anchor == block.anchor && other.role == block.role), "{:?}", block.anchor);
    }
}
