//! A missing space after a closing quotation mark: `channels.”The Kremlin`.

use super::Context;

/// Where a letter follows a closing mark that an opening one precedes. An `s` behind the mark may be a possessive and is left alone.
pub(super) fn find(context: &Context<'_>, places: &mut Vec<usize>) {
    let text = context.text;
    let mut opened = 0usize;
    // Both begin with the byte E2.
    for at in memchr::memchr_iter(0xE2, text.as_bytes()) {
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| matches!(c, '“' | '”')) else { continue };
        if c == '“' {
            opened += 1;
            continue;
        }
        if opened == 0 {
            continue;
        }
        opened -= 1;
        let behind = at + c.len_utf8();
        let mut next = text.get(behind..).unwrap_or_default().chars();
        let letter = next.next().is_some_and(char::is_alphabetic);
        let word = next.next().is_some_and(|c| c.is_alphabetic() || c == ' ' && text.get(behind..).is_some_and(|rest| rest.starts_with(['A', 'I', 'a'])));
        let within = text.get(..at).and_then(|head| head.chars().next_back()).is_some_and(|c| !c.is_whitespace() && c != '(' && c != '“');
        if letter && word && within {
            places.push(behind);
        }
    }
}
