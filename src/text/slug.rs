//! Slugs: any text to a short, safe piece of an address.

use deunicode::deunicode_char;

/// Letters and digits of `text` in ASCII, lower case, words joined by `-`, at most `most` bytes, cut at a word.
/// Apostrophes vanish (`Iran’s` is `irans`). Never empty of purpose: a text without a letter or digit gives an empty slug,
/// and the caller decides what stands for it. The result holds only `a-z`, `0-9` and inner single `-`: it cannot leave a folder.
pub fn slug(text: &str, most: usize) -> String {
    let mut slug = String::with_capacity(text.len().min(most + 8));
    let mut gap = false;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push(c.to_ascii_lowercase());
            if slug.len() > most {
                return cut(&slug, most);
            }
            continue;
        }
        if matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ') {
            continue;
        }
        let ascii: &str = if c.is_alphanumeric() { deunicode_char(c).unwrap_or_default() } else { " " };
        for c in ascii.chars() {
            if c.is_ascii_alphanumeric() {
                if gap && !slug.is_empty() {
                    slug.push('-');
                }
                gap = false;
                slug.push(c.to_ascii_lowercase());
            } else if c != '\'' {
                gap = true;
            }
        }
        // Ideographs are words of their own: `deunicode` ends each with a space.
        if slug.len() > most {
            return cut(&slug, most);
        }
    }
    slug
}

/// The slug of the first `words` words of `text`.
pub fn slug_of_words(text: &str, words: usize, most: usize) -> String {
    let end = text.split_whitespace().nth(words).map_or(text.len(), |word| word.as_ptr() as usize - text.as_ptr() as usize);
    slug(&text[..end], most)
}

fn cut(slug: &str, most: usize) -> String {
    let head = &slug[..most];
    match head.rfind('-') {
        Some(at) if slug.as_bytes()[most] != b'-' && at > most / 2 => head[..at].to_owned(),
        _ => head.trim_end_matches('-').to_owned(),
    }
}

/// Names that some file systems keep for themselves (`con`, `nul`, ...): as a folder they would not be made there.
pub fn is_reserved(slug: &str) -> bool {
    matches!(slug, "con" | "prn" | "aux" | "nul")
        || (slug.len() == 4 && (slug.starts_with("com") || slug.starts_with("lpt")) && slug.as_bytes()[3].is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_script_becomes_a_safe_address() {
        for (text, expected) in [
            ("Iran’s Foreign Minister", "irans-foreign-minister"),
            ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
            ("../../etc/passwd", "etc-passwd"),
            ("a\0b", "a-b"),
            ("Владимир", "vladimir"),
            ("…", ""),
            ("--x--y--", "x-y"),
        ] {
            assert_eq!(slug(text, 60), expected);
        }
    }

    #[test]
    fn a_long_slug_is_cut_at_a_word() {
        assert_eq!(slug("international humanitarian organisations", 20), "international");
        assert_eq!(slug("abcdefghij", 4), "abcd");
    }

    #[test]
    fn the_first_words_are_taken() {
        assert_eq!(slug_of_words("One two three four", 2, 60), "one-two");
        assert_eq!(slug_of_words("One", 6, 60), "one");
    }
}
