//! What two libraries say of a file that they cannot read, in words for somebody who has never heard of a scalar.

use crate::text::near;

/// What most often stands behind a file that cannot be read.
const QUOTES: &str = "a text with `: ` or ` #` in it, or one that begins with a mark such as `*`, `&`, `!`, `@` or `[`, must stand in quotation marks";

/// A part of what the parser says, what it means, and what to do.
const SYNTAX: &[(&str, &str, &str)] = &[
    ("tab", "a tab stands where spaces are asked for", "set the line in by spaces"),
    ("flow sequence", "a list that was begun with `[` is not ended here", "end it with `]`, and put a comma between two items"),
    ("flow mapping", "what was begun with `{` is not ended here", "end it with `}`, and put a comma between two keys"),
    ("misplaced bracket", "a bracket stands here that ends nothing", QUOTES),
    ("flow construct", "what was begun with a bracket is not ended", "end it with `]` or `}`, or set its lines in"),
    ("unexpected end of stream", "a quotation mark that was opened is not closed", "put the closing mark at the end of the text"),
    ("indentation in quoted", "a quotation mark that was opened is not closed on its line", "put the closing mark at the end of the text"),
    ("unknown escape", "a backslash in double quotation marks means something else here", "write `\\\\`, or put the text between single marks: 'C:\\Talks'"),
    (
        "trailing content after double",
        "text stands behind the closing quotation mark",
        "put the whole text between the marks; a mark within it is written `\\\"`",
    ),
    ("mapping values", "a colon stands where none can stand", QUOTES),
    ("illegal placement of ':'", "a colon stands where none can stand", QUOTES),
    ("block sequence entries", "a list item cannot begin here", "put each item on a line of its own, below its key"),
    ("did not find expected '-'", "this line belongs to no list item", "begin it with `- `, or set it in as far as the text of the item above it"),
    ("did not find expected key", "this line is set in otherwise than the ones above it", "begin keys that belong together at the same column"),
    ("simple key", "a line with no `: ` stands among keys", "write `key: value`; a text over several lines stands in quotation marks"),
    ("indentation", "this line is set in otherwise than the ones above it", "begin keys that belong together at the same column"),
    ("unknown anchor", "`*` names something that is not there", QUOTES),
    ("unexpected character", "this mark cannot begin a value", QUOTES),
    ("plain scalar cannot start", "this mark cannot begin a value", QUOTES),
    ("unprintable", "this character cannot be seen, and does not belong into the file", "delete it and write the line again"),
];

/// Message and help for what the parser says.
pub(super) fn syntax(said: &str) -> (String, &'static str) {
    match SYNTAX.iter().find(|(part, ..)| said.contains(part)) {
        Some((_, message, help)) => ((*message).to_owned(), help),
        None => (format!("this cannot be read: {said}"), QUOTES),
    }
}

/// Message and help for a value that is not of the type that was asked for.
pub(super) fn value(said: &str) -> (String, Option<String>) {
    if let Some((given, known)) = said.strip_prefix("unknown variant `").and_then(|rest| rest.split_once("`, expected ")) {
        let known = known.trim_start_matches("one of ");
        let names = known.split('`').skip(1).step_by(2);
        let help = near::meant(given, names).map_or_else(|| format!("write {}", known.replace(", ", " or ")), |meant| format!("did you mean `{meant}`?"));
        return (format!("`{given}` is none of {}", known.replace(" or ", ", ")), Some(help));
    }
    let Some((given, wanted)) = said.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected ")) else {
        return (said.to_owned(), None);
    };
    let given = match given.split(' ').next().unwrap_or_default() {
        "integer" | "floating" => format!("the number {}", given.rsplit(' ').next().unwrap_or_default()),
        "boolean" => format!("{} without quotation marks", given.rsplit(' ').next().unwrap_or_default()),
        "string" => given.strip_prefix("string ").map_or_else(|| "a text".to_owned(), |text| format!("the text `{}`", text.trim_matches('"'))),
        "sequence" => "a list".to_owned(),
        "map" => "a group of keys".to_owned(),
        "unit" => "nothing".to_owned(),
        _ => given.to_owned(),
    };
    let (wanted, help) = match wanted {
        "a string" => ("a text", given.starts_with("the number").then_some("write it in quotation marks")),
        "a boolean" => ("true or false", Some("write `true` or `false`, without quotation marks")),
        "a sequence" => ("a list", Some("write `[one, two]`, or one item a line after `- `")),
        "a map" => ("a group of keys", Some("write `key: value`, one on each line")),
        other if other.starts_with(['i', 'u']) && other[1..].bytes().all(|b| b.is_ascii_digit()) => ("a whole number", Some("write digits alone")),
        other => (other, None),
    };
    let help = help.or((wanted == "a text" && given.ends_with("quotation marks")).then_some("write it in quotation marks"));
    (format!("{given} stands where {wanted} is asked for"), help.map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_libraries_say_is_put_into_plain_words() {
        for (said, message, help) in [
            (
                "unknown variant `publish`, expected one of `draft`, `published`, `withdrawn`",
                "`publish` is none of `draft`, `published`, `withdrawn`",
                Some("did you mean `published`?"),
            ),
            ("unknown variant `human`, expected `person` or `state`", "`human` is none of `person`, `state`", Some("write `person` or `state`")),
            ("invalid type: integer `2026`, expected a string", "the number `2026` stands where a text is asked for", Some("write it in quotation marks")),
            (
                "invalid type: boolean `true`, expected a string",
                "`true` without quotation marks stands where a text is asked for",
                Some("write it in quotation marks"),
            ),
            ("invalid type: sequence, expected a string", "a list stands where a text is asked for", None),
            (
                "invalid type: string \"yes\", expected a boolean",
                "the text `yes` stands where true or false is asked for",
                Some("write `true` or `false`, without quotation marks"),
            ),
            ("invalid type: string \"soon\", expected i64", "the text `soon` stands where a whole number is asked for", Some("write digits alone")),
            ("`31.1.` is not a date", "`31.1.` is not a date", None),
        ] {
            assert_eq!(value(said), (message.to_owned(), help.map(str::to_owned)));
        }
        assert_eq!(syntax("mapping values are not allowed in this context").0, "a colon stands where none can stand");
        assert!(syntax("something new").0.contains("something new"));
    }
}
