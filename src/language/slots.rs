//! How the table of the lexicon is laid out: what `build.rs` writes and [`super::lexicon`] reads. Open addressing, a word of 64 bits a slot: the fingerprint of an
//! entry, its low six bits what is known of it. Two of a million million million words share a fingerprint, so the words themselves are not kept.

/// How many slots there are: a power of two, more than twice as many as words.
pub(super) const SLOTS: usize = 1 << 18;

/// A common word of English.
pub(super) const COMMON_ENGLISH: u8 = 1;
/// A common word of French.
pub(super) const COMMON_FRENCH: u8 = 1 << 1;
/// A given name somewhere.
pub(super) const GIVEN: u8 = 1 << 2;
/// A surname somewhere.
pub(super) const SURNAME: u8 = 1 << 3;
/// A town.
pub(super) const TOWN: u8 = 1 << 4;
/// The first word of a town's name of several words.
pub(super) const TOWN_BEGINS: u8 = 1 << 5;

/// The bits of a slot that say what is known.
const BITS: u64 = 0x3f;

/// The fingerprint of `word`: FNV-1a with 64 bits, its low bits left free.
pub(super) fn print_of(word: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(word.as_bytes());
    // The bits that fall off are folded in first.
    let hash = hasher.finish();
    (hash ^ (hash << 32)) & !BITS
}

/// Where the search for a fingerprint begins.
pub(super) fn slot_of(print: u64) -> usize {
    usize::try_from(print >> 32).unwrap_or_default() % SLOTS
}

/// What a slot says of a fingerprint; 0 where it is another's.
pub(super) fn bits_of(slot: u64, print: u64) -> u8 {
    if slot & !BITS == print { u8::try_from(slot & BITS).unwrap_or_default() } else { 0 }
}
