use super::*;
use crate::model::{BlockNo, Evidence, Naming, Restoration, RichTextBuilder};
use crate::render::tests::{block, plain, site};
use crate::theme::Theme;

/// Text with marks in place: `[0:...]` names actor 0, `[0?:...]` by inference, `*...*` is strong, `<...>` a link, `{...}` was put in, `^...^` a footnote.
fn marked(pattern: &str) -> (RichText, Vec<Mention>) {
    let mut builder = RichTextBuilder::new();
    let mut mentions = Vec::new();
    let mut open: Vec<(char, usize, u32, Certainty)> = Vec::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        let at = builder.len();
        let close = |builder: &mut RichTextBuilder, open: &mut Vec<(char, usize, u32, Certainty)>, of: char, kind: MarkKind| {
            let found = open.iter().rposition(|(c, ..)| *c == of).unwrap();
            let (_, start, ..) = open.remove(found);
            builder.mark(start, kind);
        };
        match c {
            '[' => {
                let actor = chars.next().unwrap().to_digit(10).unwrap();
                let inferred = chars.next() == Some('?');
                if inferred {
                    chars.next();
                }
                open.push(('[', at, actor, if inferred { Certainty::Inferred } else { Certainty::Certain }));
            }
            ']' => {
                let found = open.iter().rposition(|(c, ..)| *c == '[').unwrap();
                let (_, start, actor, certainty) = open.remove(found);
                mentions.push(Mention {
                    block: BlockNo(0),
                    range: TextRange::new(start, at),
                    actor: ActorNo(actor),
                    naming: Naming::Name,
                    certainty,
                    evidence: Evidence::Registry,
                    support: 0,
                    confidence: 1000,
                });
            }
            '*' if open.iter().any(|(c, ..)| *c == '*') => close(&mut builder, &mut open, '*', MarkKind::Strong),
            '^' if open.iter().any(|(c, ..)| *c == '^') => close(&mut builder, &mut open, '^', MarkKind::Footnote { label: "n".into() }),
            '*' | '<' | '^' => open.push((c, at, 0, Certainty::Certain)),
            '>' => close(&mut builder, &mut open, '<', MarkKind::Link { href: "https://example.com/?a&\"b".into() }),
            '{' => {
                let text: String = chars.by_ref().take_while(|c| *c != '}').collect();
                builder.restore(&text, "", at, Restoration::Possessive);
            }
            c => builder.source(c.encode_utf8(&mut [0; 4]), at),
        }
    }
    mentions.sort_by_key(|mention| mention.range.start);
    (builder.finish(), mentions)
}

#[track_caller]
fn check(policy: LinkPolicy, pattern: &str, expected: &str) {
    let (site, theme) = (site(None), Theme::default());
    let (text, mentions) = marked(pattern);
    let mut inline = Inline::new(&site, theme.strings("en"), policy, "en");
    let html = inline.block(&block(Role::Paragraph, Shape::Text, "x", text), Found { mentions: &mentions, quotations: &[] });
    let short = html
        .as_str()
        .replace("<a class=\"actor\" href=\"/actors/alba-quin/\">", "<A>")
        .replace("<a class=\"actor\" href=\"/actors/ruritania/\">", "<R>")
        .replace("<ins class=\"restored\" data-rule=\"possessive\" title=\"Restored: not in the source\">", "<ins>")
        .replace("<a href=\"https://example.com/?a&amp;&quot;b\" rel=\"noopener noreferrer\">", "<link>");
    assert_eq!(short, expected);
}

#[test]
fn elements_nest_whatever_the_ranges_do() {
    for (pattern, expected) in [
        ("[0:Quin] spoke", "<A>Quin</a> spoke"),
        ("*Alba [0:Quin]*", "<strong>Alba <A>Quin</a></strong>"),
        ("[0:*Alba* Quin]", "<A><strong>Alba</strong> Quin</a>"),
        // The mark ends within the name: the link stays whole.
        ("*so [0:Alba* Quin] said", "<strong>so </strong><A><strong>Alba</strong> Quin</a> said"),
        // The mark begins within the name and goes on.
        ("[0:Alba *Quin] said*", "<A>Alba <strong>Quin</strong></a><strong> said</strong>"),
        ("[2:Ruritania]{’}s", "<R>Ruritania</a><ins>’</ins>s"),
        ("*Rurit{’}ania*", "<strong>Rurit<ins>’</ins>ania</strong>"),
    ] {
        check(LinkPolicy::All, pattern, expected);
    }
}

#[test]
fn no_link_stands_in_another() {
    check(LinkPolicy::All, "<see [0:Quin]> and [0:Quin]", "<link>see Quin</a> and <A>Quin</a>");
    check(LinkPolicy::All, "[0:Alba <Quin]>", "Alba <link>Quin</a>");
    check(LinkPolicy::All, "<a <b> c>", "<link>a b c</a>");
}

#[test]
fn the_policy_decides_which_mentions_are_linked() {
    check(LinkPolicy::FirstInBlock, "[0:Quin] and [0:Quin]", "<A>Quin</a> and Quin");
    check(LinkPolicy::All, "[0:Quin] and [0:Quin]", "<A>Quin</a> and <A>Quin</a>");
    let (site, theme) = (site(None), Theme::default());
    for (policy, links) in [(LinkPolicy::FirstInBlock, 2), (LinkPolicy::FirstOnPage, 1)] {
        let mut inline = Inline::new(&site, theme.strings("en"), policy, "en");
        let (text, mentions) = marked("[0:Quin] and [0:Quin]");
        let block = block(Role::Paragraph, Shape::Text, "x", text);
        let found: usize = (0..2).map(|_| inline.block(&block, Found { mentions: &mentions, quotations: &[] }).as_str().matches("<a ").count()).sum();
        assert_eq!(found, links, "{policy:?}");
    }
}

#[test]
fn headings_link_no_actor() {
    let (site, theme) = (site(None), Theme::default());
    let mut inline = Inline::new(&site, theme.strings("en"), LinkPolicy::All, "en");
    assert_eq!(inline.heading(&marked("On [0:Quin] & *her*").0).as_str(), "On Quin &amp; <strong>her</strong>");
}

#[test]
fn hostile_text_is_text() {
    check(LinkPolicy::All, "a \" & ' \0\u{7f}\u{85}\u{fffe}", "a \" &amp; ' \u{fffd}\u{fffd}\u{fffd}\u{fffd}");
    check(LinkPolicy::All, "[0:\u{202e}Quin\u{301}]\u{301}", "<A>\u{202e}Quin\u{301}</a>\u{301}");
    let (site, theme) = (site(None), Theme::default());
    let mut inline = Inline::new(&site, theme.strings("en"), LinkPolicy::All, "en");
    let script = block(Role::Paragraph, Shape::Text, "x", plain("<script>alert('x')</script><!-- ]]>"));
    assert_eq!(inline.block(&script, Found::default()).as_str(), "&lt;script&gt;alert('x')&lt;/script&gt;&lt;!-- ]]&gt;");
    // Ranges that do not fit the text are passed over.
    let off = Mention {
        block: BlockNo(0),
        range: TextRange::new(1, 900),
        actor: ActorNo(0),
        naming: Naming::Name,
        certainty: Certainty::Certain,
        evidence: Evidence::Registry,
        support: 0,
        confidence: 1000,
    };
    assert_eq!(inline.block(&block(Role::Paragraph, Shape::Text, "x", plain("é")), Found { mentions: &[off], quotations: &[] }).as_str(), "é");
}

#[test]
fn a_name_against_the_page_is_set_apart() {
    check(LinkPolicy::All, "the [0:شورى] met", "the <A><bdi>شورى</bdi></a> met");
}

#[test]
fn a_reference_without_its_note_leads_nowhere() {
    check(LinkPolicy::All, "so^n^", "so<sup>n</sup>");
}

#[test]
fn marks_without_end_cost_no_more_than_their_number() {
    let mut builder = RichTextBuilder::new();
    let starts: Vec<usize> = (0..20_000)
        .map(|_| {
            let at = builder.len();
            builder.source("a", at);
            at
        })
        .collect();
    for start in starts {
        builder.mark(start, MarkKind::Emphasis);
    }
    let (site, theme) = (site(None), Theme::default());
    let mut inline = Inline::new(&site, theme.strings("en"), LinkPolicy::All, "en");
    let html = inline.block(&block(Role::Paragraph, Shape::Text, "x", builder.finish()), Found::default());
    assert_eq!(html.as_str().matches("<em>").count(), html.as_str().matches("</em>").count());
}

#[test]
fn lists_and_quotations_nest() {
    let item = |number, depth, quoted| Block { quoted, ..block(Role::Paragraph, Shape::Item { number, depth }, "x", plain("x")) };
    let more = |depth| block(Role::Paragraph, Shape::ItemMore { depth }, "x", plain("x"));
    let text = |quoted| Block { quoted, ..block(Role::Paragraph, Shape::Text, "x", plain("x")) };
    for (blocks, expected) in [
        (vec![item(None, 0, 0), item(None, 0, 0), text(0)], "<ul><li>.</li><li>.</li></ul>."),
        (vec![item(Some(1), 0, 0), item(None, 1, 0), item(Some(2), 0, 0)], "<ol><li>.<ul><li>.</li></ul></li><li>.</li></ol>"),
        (vec![item(Some(4), 0, 0), item(Some(9), 0, 0)], "<ol start=\"4\"><li>.</li><li value=\"9\">.</li></ol>"),
        (vec![item(None, 200, 0), more(3), text(0)], "<ul><li>..</li></ul>."),
        (vec![text(2), item(None, 0, 1), text(0)], "<blockquote><blockquote>.</blockquote><ul><li>.</li></ul></blockquote>."),
        (vec![item(None, 0, 0), item(Some(1), 0, 0)], "<ul><li>.</li></ul><ol><li>.</li></ol>"),
    ] {
        let mut flow = flow::Flow::default();
        let mut html = String::new();
        for block in &blocks {
            let (after, before) = flow.place(block);
            html.push_str(after.as_str());
            html.push_str(before.as_str());
            html.push('.');
        }
        html.push_str(flow.finish().as_str());
        assert_eq!(html, expected);
    }
}
