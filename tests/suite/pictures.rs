//! Pictures of the pages for `docs/pictures/`, made from the sample site: `cargo test --test suite pictures -- --ignored`.

use crate::browser::{Browser, Tab, chromium};
use crate::previewing::Preview;
use crate::sample::sample;
use serde_json::json;
use std::path::Path;

const PAGES: &[(&str, &str)] = &[
    ("home", ""),
    ("article", "briefings/suez-canal/"),
    ("damaged", "briefings/ankara-talks/"),
    ("faq", "briefings/suez-canal/faq/"),
    ("source", "briefings/ankara-talks/source/"),
    ("citations", "briefings/suez-canal/cite/"),
    ("actor", "actors/united-states/"),
    ("actors", "actors/"),
    ("actors-of-a-kind", "actors/kind/person/"),
    ("briefings", "briefings/"),
    ("tags", "tags/"),
    ("corrections", "corrections/"),
    ("search", "search/"),
    ("data", "data/"),
    ("page", "about/"),
    ("method", "method/"),
    ("handout", "briefings/suez-canal/print/"),
    ("not-found", "nowhere/"),
];

#[test]
#[ignore = "no check: it draws docs/pictures again, which a person then looks at and commits (docs/themes.md says how)"]
fn pictures() {
    let program = chromium().expect("pictures need Chromium");
    let site = sample();
    let preview = Preview::start(&site, &[]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let mut tab = Browser::start(&program).tab();
    for (name, page) in PAGES {
        for (form, width, scheme, height) in
            [("light", 1280, "light", 1400), ("dark", 1280, "dark", 1400), ("narrow", 320, "light", 1400), ("print", 794, "light", 1123)]
        {
            tab.open(&format!("{}{page}", preview.address), width, scheme);
            if form == "print" {
                tab.call("Emulation.setEmulatedMedia", &json!({"media": "print"}));
            }
            shoot(&mut tab, &folder.join(format!("{name}-{form}.webp")), width, height);
            tab.call("Emulation.setEmulatedMedia", &json!({"media": ""}));
        }
    }
}

fn shoot(tab: &mut Tab, file: &Path, width: u32, most: u32) {
    let high = tab.eval("document.documentElement.scrollHeight").as_u64().unwrap().min(most.into());
    let clip = json!({"x": 0, "y": 0, "width": width, "height": high, "scale": 1});
    let shot = tab.call("Page.captureScreenshot", &json!({"format": "webp", "quality": 75, "clip": clip, "captureBeyondViewport": true}));
    std::fs::write(file, decoded(shot["data"].as_str().unwrap())).unwrap();
}

/// Base64, as the browser's protocol has it.
pub fn decoded(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0u32, 0);
    for letter in text.bytes().filter_map(|letter| LETTERS.iter().position(|known| *known == letter)) {
        bits = bits << 6 | u32::try_from(letter).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    bytes
}
