#![cfg(feature = "pictures")]

use super::letters::{Weight, width};
use super::lines::{LEADING, set};
use super::*;

const COLOURS: Colours<'_> = Colours { paper: "#fdfcf9", ink: "#1a1917", quiet: "#504e48", line: "#dcd7ca", accent: "#8a2b1d" };

fn card(title: &str) -> Card<'_> {
    Card { title, kind: "Briefing", date: Some("30 January 2026"), site: "Chancery briefings", colours: COLOURS }
}

/// Width, height and pixels.
fn read(bytes: &[u8]) -> (u32, u32, Vec<[u8; 3]>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let about = reader.next_frame(&mut pixels).unwrap();
    (about.width, about.height, pixels.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect())
}

#[test]
fn a_picture_has_the_size_that_is_asked_for_its_words_and_the_same_bytes_again() {
    let bytes = draw(&card("Who runs the Suez Canal, and how it came to be so")).unwrap();
    let (width, height, pixels) = read(&bytes);
    assert_eq!((width, height, pixels.len()), (1200, 630, 1200 * 630));
    assert_eq!(pixels[100], [0xfd, 0xfc, 0xf9], "the ground");
    assert_eq!(pixels[1200 * 300], [0x8a, 0x2b, 0x1d], "the edge");
    let inked = pixels.iter().filter(|pixel| **pixel == [0x1a, 0x19, 0x17]).count();
    assert!(inked > 20_000, "a title is written: {inked}");
    assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
    assert_eq!(bytes, draw(&card("Who runs the Suez Canal, and how it came to be so")).unwrap());
    assert_ne!(bytes, draw(&card("Who runs the Panama Canal, and how it came to be so")).unwrap());
}

#[test]
fn markup_in_a_title_is_drawn_as_it_stands() {
    let inked = |title: &str| read(&draw(&card(title)).unwrap()).2.iter().filter(|pixel| **pixel == [0x1a, 0x19, 0x17]).count();
    let hostile = "</text><rect width='9999' height='9999' fill='#1a1917'/> & \"x\" ]]>";
    let count = inked(hostile);
    assert!((5_000..80_000).contains(&count), "letters and no field: {count}");
}

#[test]
fn the_font_has_three_scripts_and_says_what_it_lacks() {
    for text in ["Kılıç, Erdoğan & “Ağrı”", "Сергій Їжак", "Ελλάδα και Ἑλλάς", "Nguyễn Văn Thiệu", "naïve façade – 5 €", "№ 7", "Ç\u{327}a"]
    {
        assert!(covers(text), "{text}");
    }
    for text in ["", "  ", "شورى", "停火谈判", "דיבור", "talks \u{1f91d}", "a\u{1}b", "\u{fffe}", "हिन्दी"] {
        assert!(!covers(text), "{text}");
    }
}

#[test]
fn a_title_stands_in_its_field_with_lines_of_much_the_same_length() {
    let (wide, high) = (1024.0, 362.0);
    let long = "The governments of the nine states along the river agree on a common regime for the dams, the locks and the harvest of the reeds in the delta";
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    let endless = "word ".repeat(200);
    for title in ["Talks", "Ferry to resume", long, word, &endless] {
        let set = set(title, wide, high);
        assert!(set.lines.len() as f32 * set.size * LEADING <= high, "{title}: {set:?}");
        let widths: Vec<f32> = set.lines.iter().map(|line| width(line, Weight::Bold) * set.size).collect();
        assert!(widths.iter().all(|width| *width <= wide), "{title}: {widths:?}");
        let shown = set.lines.join(" ");
        assert_eq!(shown == title.trim(), !shown.ends_with('…') && title != word, "{shown}");
    }
    let two = set("Harbour ferry to resume in spring", wide, high);
    let widths: Vec<f32> = two.lines.iter().map(|line| width(line, Weight::Bold) * two.size).collect();
    assert!(two.lines.len() == 2 && (widths[0] - widths[1]).abs() < wide / 3.0, "{two:?}: {widths:?}");
}

#[test]
fn the_fingerprint_knows_every_word_and_colour() {
    let plain = card("a");
    let mut prints = vec![plain.fingerprint()];
    prints.push(Card { title: "b", ..plain.clone() }.fingerprint());
    prints.push(Card { kind: "b", ..plain.clone() }.fingerprint());
    prints.push(Card { date: None, ..plain.clone() }.fingerprint());
    prints.push(Card { site: "b", ..plain.clone() }.fingerprint());
    for at in 0..5 {
        let mut colours = COLOURS;
        *[&mut colours.paper, &mut colours.ink, &mut colours.quiet, &mut colours.line, &mut colours.accent][at] = "#000";
        prints.push(Card { colours, ..plain.clone() }.fingerprint());
    }
    prints.sort();
    let all = prints.len();
    prints.dedup();
    assert_eq!((all, prints.len()), (10, 10));
}
