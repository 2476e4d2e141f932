//! Holds `docs/themes.md` to the views: the tables of fields are made of the doc comments in this folder.
//! `UPDATE_EXPECTED=1 cargo test contract` writes them anew.

use std::fmt::Write;

const FILES: [(&str, &str); 17] = [
    ("frame.rs", include_str!("frame.rs")),
    ("article.rs", include_str!("article.rs")),
    ("score.rs", include_str!("score.rs")),
    ("company.rs", include_str!("company.rs")),
    ("block.rs", include_str!("block.rs")),
    ("honesty.rs", include_str!("honesty.rs")),
    ("faq.rs", include_str!("faq.rs")),
    ("seed.rs", include_str!("seed.rs")),
    ("handout.rs", include_str!("handout.rs")),
    ("actor.rs", include_str!("actor.rs")),
    ("places.rs", include_str!("places.rs")),
    ("named.rs", include_str!("named.rs")),
    ("beside.rs", include_str!("beside.rs")),
    ("actor_index.rs", include_str!("actor_index.rs")),
    ("lists.rs", include_str!("lists.rs")),
    ("data.rs", include_str!("data.rs")),
    ("citations.rs", include_str!("citations.rs")),
];
const BEGIN: &str = "<!-- fields: made from the doc comments of src/render/view -->\n";
const END: &str = "<!-- end of fields -->\n";

#[derive(Default)]
struct Struct {
    name: String,
    doc: String,
    fields: Vec<(String, String, String)>,
}

/// Public structs with their documented public fields, in the order of the source.
fn structs(source: &str) -> Vec<Struct> {
    let mut found: Vec<Struct> = Vec::new();
    let mut doc = String::new();
    let mut inside = false;
    for line in source.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/// ") {
            doc = if doc.is_empty() { text.to_owned() } else { format!("{doc} {text}") };
        } else if let Some(rest) = line.strip_prefix("pub struct ") {
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
            found.push(Struct { name, doc: std::mem::take(&mut doc), fields: Vec::new() });
            inside = true;
        } else if line == "}" {
            inside = false;
            doc.clear();
        } else if let (true, Some((name, kind)), Some(last)) =
            (inside, line.strip_prefix("pub ").and_then(|rest| rest.strip_suffix(',')).and_then(|rest| rest.split_once(": ")), found.last_mut())
        {
            assert!(!doc.is_empty(), "{}.{name} has no doc comment", last.name);
            last.fields.push((name.to_owned(), words(kind), std::mem::take(&mut doc)));
        } else if !line.starts_with("#[") {
            doc.clear();
        }
    }
    found
}

/// A Rust type in the words of a theme author.
fn words(kind: &str) -> String {
    let kind = kind.replace("<'a>", "").replace("&'a ", "").replace("&'static ", "");
    if let Some(inner) = kind.strip_prefix("Option<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("{} or nothing", words(inner));
    }
    if let Some(inner) =
        kind.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')).or_else(|| kind.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')))
    {
        return format!("list of {}", words(inner));
    }
    match kind.as_str() {
        "str" | "String" => "text".to_owned(),
        "bool" => "true or false".to_owned(),
        "u8" | "u32" | "u64" | "usize" => "number".to_owned(),
        "Html" => "HTML, printed as it is".to_owned(),
        other => format!("[`{other}`](#{})", other.to_ascii_lowercase()),
    }
}

fn tables() -> String {
    let mut text = String::new();
    for (_, source) in FILES {
        for found in structs(source) {
            write!(text, "\n### {}\n\n{}\n\n| field | is | what it holds |\n| --- | --- | --- |\n", found.name, found.doc).unwrap();
            for (name, kind, doc) in found.fields {
                writeln!(text, "| `{name}` | {kind} | {doc} |").unwrap();
            }
        }
    }
    text.push('\n');
    text
}

#[test]
fn the_contract_is_what_the_views_say() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/themes.md");
    let page = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (before, rest) = page.split_once(BEGIN).expect("the page must hold the mark where the fields begin");
    let (_, after) = rest.split_once(END).expect("the page must hold the mark where the fields end");
    let expected = format!("{before}{BEGIN}{}{END}{after}", tables());
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    assert!(page == expected || std::env::var_os("UPDATE_EXPECTED").is_some(), "docs/themes.md is stale; UPDATE_EXPECTED=1 writes it anew");
}

#[test]
fn no_template_uses_a_field_that_the_contract_does_not_name() {
    let tables = tables();
    let known: std::collections::BTreeSet<&str> =
        tables.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|line| line.split('`').next()).collect();
    let strings = include_str!("../../../themes/default/strings/en.ftl");
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    let templates: Vec<std::path::PathBuf> = ["default", "wire"]
        .iter()
        .flat_map(|theme| std::fs::read_dir(root.join(theme).join("templates")).unwrap().map(|entry| entry.unwrap().path()))
        .collect();
    assert!(templates.len() > 30, "the templates of both themes");
    for path in templates {
        let template = std::fs::read_to_string(&path).unwrap();
        let code: Vec<&str> = template.split("{{").skip(1).chain(template.split("{%").skip(1)).map(|rest| rest.split(['}', '%']).next().unwrap()).collect();
        for word in code.iter().flat_map(|code| code.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '"')))) {
            let Some((head, field)) = word.split_once('.').filter(|(head, _)| !head.is_empty() && *head != "loop" && !word.contains('"')) else { continue };
            let field = field.rsplit('.').next().unwrap();
            if head == "t" {
                assert!(strings.contains(&format!("\n{field} =")), "{}: the string `{field}` does not exist", path.display());
            } else {
                assert!(known.contains(field), "{}: `{word}` is not in the contract", path.display());
            }
        }
    }
}
