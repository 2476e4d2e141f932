//! Where the clause that a verb of speech reports begins and ends.

use super::name::Grammar;
use super::token::{COMMA, DASH, DOT, HYPHEN, POSSESSIVE, SEMICOLON, SPACE, Shape, Token};
use crate::language::naming::{ABBREVIATION, AUXILIARY, MONTH, PARTICLE, SAY, STOP};

/// Where the reported clause after the verb at `verb` begins.
pub(super) fn clause(grammar: &Grammar<'_>, verb: usize, to: usize) -> Option<usize> {
    let next = grammar.at(verb + 1).filter(|_| verb + 1 < to)?;
    let word = grammar.word(verb + 1);
    if word == "that" {
        return Some(verb + 1);
    }
    // `warned, though, that`
    if let Some(that) = (verb + 2..(verb + 4).min(to)).find(|at| grammar.word(*at) == "that" && grammar.at(*at).is_some_and(|t| t.gap & COMMA != 0))
        && next.gap & COMMA != 0
    {
        return Some(that);
    }
    if next.gap != SPACE {
        return None;
    }
    let said = grammar.word(verb);
    let stem = |stems: &[&str]| stems.iter().any(|stem| said.starts_with(stem));
    let infinitive = word == "to" || word == "not" && grammar.word(verb + 2) == "to";
    let binds = stem(&["promis", "vow", "pledg", "threaten", "claim", "swor", "offer", "agree"]);
    if infinitive && binds {
        return Some(verb + 1);
    }
    // `asked whether`, `explained why`
    if matches!(word, "whether" | "why" | "how") || stem(&["ask"]) && matches!(word, "if" | "what" | "where" | "who" | "when") {
        return Some(verb + 1);
    }
    // `called the draft premature`, `described it as a coup`
    if matches!(said, "called" | "calls" | "described" | "describes") {
        return naming(grammar, verb, to);
    }
    // `said on Tuesday that`
    let aside = matches!(
        word,
        "on" | "in"
            | "at"
            | "after"
            | "during"
            | "last"
            | "this"
            | "by"
            | "through"
            | "to"
            | "with"
            | "from"
            | "before"
            | "only"
            | "then"
            | "again"
            | "yesterday"
            | "privately"
            | "publicly"
            | "later"
    );
    if aside && !infinitive || next.is(MONTH) {
        for at in verb + 2..(verb + 12).min(to) {
            let token = grammar.at(at)?;
            if grammar.word(at) == "that" && token.gap & !(SPACE | COMMA) == 0 {
                return Some(at);
            }
            // `promised in February to publish`
            if grammar.word(at) == "to" && stem(&["promis", "vow", "pledg", "threaten"]) && at > verb + 2 && plain_form(grammar, at + 1) {
                return Some(at);
            }
            // `said in French, then in Dutch, that`
            if token.gap & !(SPACE | POSSESSIVE | HYPHEN | COMMA) != 0 || token.gap & COMMA != 0 && !matches!(grammar.word(at), "then" | "in" | "and") {
                break;
            }
            // `said on Monday it had struck oil`
            if at > verb + 1
                && grammar.at(at - 1).is_some_and(|t| t.is(MONTH))
                && said.starts_with("sa")
                && (matches!(grammar.word(at), "he" | "she" | "they" | "it" | "there" | "we" | "his" | "her" | "its" | "their" | "the")
                    || token.capital() && !token.is(MONTH))
            {
                return Some(at);
            }
        }
    }
    // `told reporters that`, `urged both sides to`
    if stem(&["told", "tell", "warn", "urg", "inform", "remind", "assur", "ask", "call", "beg", "implor", "promis", "persuad", "convinc"]) {
        for at in verb + 1..(verb + 9).min(to) {
            let token = grammar.at(at)?;
            let abbreviated = token.gap == SPACE | DOT && grammar.at(at - 1).is_some_and(|t| t.is(ABBREVIATION));
            if token.gap & !(SPACE | POSSESSIVE) != 0 && !abbreviated {
                break;
            }
            let asks = stem(&["ask"]) && at > verb + 1 && matches!(grammar.word(at), "whether" | "what" | "where" | "why" | "how" | "who" | "when" | "if");
            if grammar.word(at) == "that"
                || (grammar.word(at) == "to"
                    && stem(&["urg", "warn", "ask", "call", "told", "beg", "implor", "promis"])
                    && at > verb + 1
                    && plain_form(grammar, at + 1))
                || grammar.word(at) == "against" && stem(&["warn"])
                || asks
            {
                return Some(at);
            }
        }
        // `told Le Fleuve the court had settled it`
        if stem(&["told", "tells"])
            && let Some(behind) = behind_listener(grammar, verb + 1, to)
            && states(grammar, behind, to)
        {
            return Some(behind);
        }
    }
    // `said he would`, `declared they will`
    let clausal = CLAUSAL;
    // `warned New York in January`: whom, and no clause.
    let whom = said == "warned"
        && next.capital()
        && !(verb + 2..(verb + 9).min(to))
            .take_while(|at| grammar.at(*at).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .any(|at| grammar.at(at).is_some_and(|t| t.is(AUXILIARY)));
    if !whom
        && (clausal.contains(&said) || stem(&["declar", "predict"]))
        && (matches!(word, "he" | "she" | "they" | "it" | "there" | "we" | "his" | "her" | "their" | "the" | "any" | "no" | "both") || next.capital())
    {
        return Some(verb + 1);
    }
    // `said negotiations had stalled`, `denies it has met them`, `said one rotten mango did not make an orchard`
    if (clausal.contains(&said) || stem(&["denied", "denies", "deny"]))
        && (!next.is(STOP)
            || matches!(
                word,
                "he" | "she"
                    | "it"
                    | "they"
                    | "we"
                    | "a"
                    | "an"
                    | "one"
                    | "two"
                    | "some"
                    | "many"
                    | "most"
                    | "every"
                    | "these"
                    | "those"
                    | "its"
                    | "our"
                    | "my"
                    | "nobody"
                    | "nothing"
                    | "everybody"
            ))
        && (verb + 2..(verb + 8).min(to))
            .take_while(|at| grammar.at(*at).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .any(|at| grammar.at(at).is_some_and(|t| t.is(AUXILIARY)))
    {
        return Some(verb + 1);
    }
    let nominal = ["acknowledg", "propos", "denied", "denies", "deny", "threatening", "admit", "demanded", "predict", "promis"];
    (stem(&nominal)
        && (matches!(word, "a" | "an" | "the" | "any" | "public" | "having" | "all" | "new" | "no" | "his" | "her" | "their") || word.ends_with("ing")))
    .then_some(verb + 1)
}

/// Verbs after which a clause stands without `that`.
const CLAUSAL: &[&str] = &[
    "said",
    "says",
    "saying",
    "say",
    "declared",
    "claimed",
    "claiming",
    "insisted",
    "insists",
    "argued",
    "argues",
    "added",
    "adds",
    "believes",
    "believed",
    "claims",
    "thinks",
    "hoped",
    "hopes",
    "noted",
    "notes",
    "replied",
    "conceded",
    "concedes",
    "complained",
    "warned",
    "admitted",
    "admits",
    "recalled",
    "maintains",
    "maintained",
    "reckons",
    "reckoned",
    "fears",
    "feared",
    "suspects",
    "testified",
    "explained",
    "explains",
    "estimates",
    "announced",
    "swore",
    "boasted",
    "joked",
];

/// Whether a verb in its plain form may stand at `at`, as after `to`.
fn plain_form(grammar: &Grammar<'_>, at: usize) -> bool {
    grammar.at(at).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && (!t.is(STOP) || t.is(AUXILIARY) || matches!(grammar.word(at), "not" | "do")))
}

/// Where whoever is told something ends: `reporters`, `me`, a name.
fn behind_listener(grammar: &Grammar<'_>, at: usize, to: usize) -> Option<usize> {
    let mut end = at;
    if matches!(grammar.word(end), "reporters" | "journalists" | "me" | "us" | "him" | "her" | "them") {
        return Some(end + 1);
    }
    if matches!(grammar.word(end), "the" | "a" | "an") {
        end += 1;
    }
    let first = end;
    while end < to && end < first + 5 && grammar.at(end).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0 && t.capital()) {
        end += 1;
    }
    (end > first).then_some(end)
}

/// Whether a clause with a finite verb begins at `at`: `the court had settled it`.
fn states(grammar: &Grammar<'_>, at: usize, to: usize) -> bool {
    let opens =
        matches!(grammar.word(at), "the" | "he" | "she" | "it" | "they" | "we" | "there" | "his" | "her" | "its" | "their" | "no" | "any" | "both" | "all");
    opens
        && grammar.at(at).is_some_and(|t| t.gap == SPACE)
        && (at + 1..(at + 9).min(to))
            .take_while(|i| grammar.at(*i).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .any(|i| grammar.at(i).is_some_and(|t| t.is(AUXILIARY)))
}

/// `called X a choice`, `called the draft premature`, `described it as a coup`: where what X is called begins.
fn naming(grammar: &Grammar<'_>, verb: usize, to: usize) -> Option<usize> {
    let mut at = verb + 1;
    if grammar.word(verb).starts_with("describ") {
        return (at + 1..(at + 9).min(to))
            .take_while(|i| grammar.at(*i).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .find(|i| grammar.word(*i) == "as")
            .map(|i| i + 1)
            .filter(|i| *i < to);
    }
    match grammar.word(at) {
        "it" | "him" | "her" | "them" | "this" | "these" => at += 1,
        "that" => return None,
        "the" | "his" | "its" | "their" => at += 2,
        _ => {
            while at < to && grammar.at(at)?.capital() && grammar.at(at)?.joins() {
                at += 1;
            }
            // `called al-Manfī a cautious choice`
            if at == verb + 1 && grammar.at(at)?.is(PARTICLE) && grammar.at(at + 1)?.capital() {
                at += 2;
            }
        }
    }
    let first = grammar.at(at).filter(|t| at > verb + 1 && at < to && t.gap == SPACE)?;
    let article = matches!(grammar.word(at), "a" | "an" | "the" | "one" | "no" | "too");
    let alone = !first.is(STOP)
        && first.shape == Shape::Lower
        && (at + 1 == to || grammar.at(at + 1).is_some_and(|t| t.gap & !SPACE != 0 || matches!(grammar.word(at + 1), "and" | "but")));
    (article || alone).then_some(at)
}

/// Where the clause that begins at `start` ends.
pub(super) fn clause_end(grammar: &Grammar<'_>, start: usize, to: usize) -> usize {
    for at in start + 1..to {
        let Some(token) = grammar.at(at) else { return at };
        if token.gap & (SEMICOLON | DASH) != 0 {
            return at;
        }
        let word = grammar.word(at);
        if token.gap & COMMA != 0
            && (matches!(word, "though" | "although" | "but" | "while" | "according" | "after" | "whereas" | "when" | "as" | "which" | "and")
                || (token.is(SAY) && word.ends_with("ing")))
            && (word != "and"
                || grammar.at(at + 1).is_some_and(|t| t.is(SAY) || matches!(grammar.word(at + 1), "he" | "she"))
                || grammar.at(at + 1).is_some_and(Token::capital))
        {
            return at;
        }
        // `acknowledged anger by promising`
        if word == "by" && grammar.at(at + 1).is_some_and(|t| t.is(SAY)) && grammar.word(at + 1).ends_with("ing") {
            return at;
        }
        if matches!(word, "although" | "though") || word == "but" && at > start + 3 {
            return at;
        }
    }
    to
}
