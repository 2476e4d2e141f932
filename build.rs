//! Compiles the long word lists of `src/language/` to one table that the program searches as it lies there: to build it would cost every start.

#[path = "src/language/slots.rs"]
mod slots;

use slots::{SLOTS, SURNAME, TOWN, TOWN_BEGINS, bits_of, print_of, slot_of};
use std::collections::BTreeMap;
use std::{env, fs, io, path::Path};

/// Each list, and the bit of a word that stands in it.
const LISTS: [(&str, u8); 5] = [
    ("en/common_words.txt", slots::COMMON_ENGLISH),
    ("fr/common_words.txt", slots::COMMON_FRENCH),
    ("given_names.txt", slots::GIVEN),
    ("surnames.txt", SURNAME),
    ("towns.txt", TOWN),
];

fn main() -> io::Result<()> {
    let folder = Path::new("src/language");
    println!("cargo::rerun-if-changed=src/language/slots.rs");
    let mut words: BTreeMap<String, u8> = BTreeMap::new();
    for (list, bit) in LISTS {
        let path = folder.join(list);
        println!("cargo::rerun-if-changed={}", path.display());
        for line in fs::read_to_string(path)?.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            *words.entry(line.to_owned()).or_default() |= bit;
            if let Some((first, _)) = line.split_once(' ').filter(|_| bit == TOWN) {
                *words.entry(first.to_owned()).or_default() |= TOWN_BEGINS;
            }
        }
    }
    let mut table = vec![0u64; SLOTS];
    for (word, bits) in &words {
        let print = print_of(word);
        let mut slot = slot_of(print);
        while let Some(taken) = table.get(slot).filter(|taken| **taken != 0) {
            if bits_of(*taken, print) != 0 {
                return Err(io::Error::other(format!("two words have one fingerprint: {word} is the second")));
            }
            slot = (slot + 1) % SLOTS;
        }
        if let Some(free) = table.get_mut(slot) {
            *free = print | u64::from(*bits);
        }
    }
    let bytes: Vec<u8> = table.iter().flat_map(|slot| slot.to_le_bytes()).collect();
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join("lexicon.bin"), bytes)
}
