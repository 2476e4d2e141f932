//! `new`: one file with what belongs in it, and what else could.

use super::schema::Schema;
use super::{Refusal, modeline};
use crate::build::{self, BuildOptions, Cache, Drafts};
use crate::edit::{Change, yaml};
use crate::input::Inputs;
use crate::model::{Date, Kind};
use crate::text::slug::slug;
use crate::theme;

/// Longest slug of a file that is made.
const LONGEST: usize = 60;

fn slug_of(title: &str) -> Result<String, Refusal> {
    let slug = slug(title, LONGEST);
    if title.trim().is_empty() {
        return Err(Refusal::new("there is no title", "give it in quotation marks: \"Talks in Ankara\""));
    }
    if slug.is_empty() {
        return Err(Refusal::new(format!("`{title}` gives no name for a file"), "a title needs a letter or a digit"));
    }
    if crate::text::slug::is_reserved(&slug) {
        return Err(Refusal::new(format!("`{slug}` cannot be the name of a file: Windows keeps it for itself"), "use a longer title"));
    }
    Ok(slug)
}

/// A line that a person gave, as it may stand in a file.
fn line(text: &str) -> String {
    crate::read::overlay::clean(text)
}

/// The schema that a modeline names, where it is not there yet.
fn with_schema(schema: Schema, exists: &impl Fn(&str) -> bool, changes: &mut Vec<Change>) {
    if !exists(&schema.path()) {
        changes.push(Change::new_file(schema.path(), schema.json()));
    }
}

/// A seed and its overlay; a draft, so that nothing half written is published.
///
/// # Errors
/// A title that gives no name.
pub fn briefing(title: &str, date: Date, exists: impl Fn(&str) -> bool) -> Result<Vec<Change>, Refusal> {
    let (slug, title) = (slug_of(title)?, line(title));
    let seed = format!("{title}\n\n{}", include_str!("files/briefing.txt"));
    let overlay = include_str!("files/briefing.yaml").replace("TITLE", &yaml::scalar(&title)).replace("DATE", &date.to_string()).replace("SLUG", &slug);
    let mut changes = vec![
        Change::new_file(format!("seeds/{slug}.txt"), seed),
        Change::new_file(format!("content/briefings/{slug}.yaml"), format!("{}{overlay}", modeline(Schema::Overlay, 1))),
    ];
    with_schema(Schema::Overlay, &exists, &mut changes);
    Ok(changes)
}

/// What is known of a new actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewActor<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its id, where it is not made from the name.
    pub id: Option<&'a str>,
    /// What it is.
    pub kind: Kind,
    /// Other names, each as YAML for one line.
    pub aliases: Vec<String>,
}

/// A registry file with one entry.
///
/// # Errors
/// A name that gives no id.
pub fn actor(new: &NewActor<'_>, exists: impl Fn(&str) -> bool) -> Result<Vec<Change>, Refusal> {
    let id = match new.id {
        Some(id) => id.to_owned(),
        None => slug_of(new.name)?,
    };
    let mut changes = vec![Change::new_file(format!("content/actors/{id}.yaml"), format!("{}{}", modeline(Schema::Actor, 1), actor_entry(&id, new)))];
    with_schema(Schema::Actor, &exists, &mut changes);
    Ok(changes)
}

/// A registry entry, with what else it could say.
pub fn actor_entry(id: &str, new: &NewActor<'_>) -> String {
    let mut entry = format!("id: {}\nname: {}\nkind: {}\n", yaml::scalar(id), yaml::scalar(&line(new.name)), new.kind.name());
    if new.aliases.is_empty() {
        entry.push_str("# aliases:\n#   - {text: A short form, kind: short}\n");
    } else {
        entry.push_str("aliases:\n");
        entry.extend(new.aliases.iter().map(|alias| format!("  - {alias}\n")));
    }
    entry.push_str(match new.kind {
        Kind::Person => "# roles: [Minister of Foreign Affairs of Turkey]\n# affiliations: [turkey]\n",
        _ => "# affiliations: [united-nations]\n",
    });
    entry.push_str("# summary: One sentence about the actor.\n");
    entry
}

/// A page of the site's own.
///
/// # Errors
/// A title that gives no name.
pub fn page(title: &str) -> Result<Vec<Change>, Refusal> {
    let (slug, title) = (slug_of(title)?, line(title));
    let text = format!(
        "---\ntitle: {}\n# A sentence for search engines:\n# description: What this page says.\n# Its place in the site's navigation:\n# order: 1\n---\n\nWrite the page here, in Markdown.\n",
        yaml::scalar(&title)
    );
    Ok(vec![Change::new_file(format!("content/pages/{slug}.md"), text)])
}

/// A theme that stands over the default one: the files that are asked for, or its description and style alone.
///
/// # Errors
/// A name that no folder can have; a file that the default theme does not have.
pub fn theme(name: &str, files: &[String]) -> Result<Vec<Change>, Refusal> {
    if slug(name, LONGEST) != name || theme::is_embedded(name) {
        let help = "use small letters, digits and hyphens, and not `default`";
        return Err(Refusal::new(format!("`{name}` cannot be the name of a theme"), help));
    }
    let all = theme::default_files();
    let asked: Vec<&str> = if files.is_empty() { vec!["static/style.css"] } else { files.iter().map(String::as_str).collect() };
    let description = format!(
        "# Over the theme that is in chancery: a file that lies here stands in the place of its own, every other is taken from there.\nname: {name}\ndescription: A theme of our own.\n"
    );
    let mut changes = vec![Change::new_file(format!("themes/{name}/theme.yaml"), description)];
    for path in asked {
        let Some((_, bytes)) = all.iter().find(|(own, _)| own == path) else {
            let names: Vec<&str> = all.iter().map(|(own, _)| own.as_str()).collect();
            return Err(Refusal::new(format!("the default theme has no file `{path}`"), format!("its files are {}", names.join(", "))));
        };
        changes.push(Change::new_file(format!("themes/{name}/{path}"), with_note(path, bytes)));
    }
    Ok(changes)
}

/// A copied file, with a comment that says what it is.
fn with_note(path: &str, bytes: &[u8]) -> Vec<u8> {
    let note = format!(
        "From the default theme of chancery {}. It stands in the place of the theme's own `{path}`; delete it to have that one again. docs/themes.md says what a template can see.",
        env!("CARGO_PKG_VERSION")
    );
    let (before, behind) = match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => (format!("/* {note} */\n"), String::new()),
        "yaml" => (format!("# {note}\n"), String::new()),
        // Before `extends` nothing may stand, and after the last block nothing is shown.
        "html" => (String::new(), format!("{{#- {note} -#}}\n")),
        _ => (String::new(), String::new()),
    };
    [before.as_bytes(), bytes, behind.as_bytes()].concat()
}

/// What a name most likely names, by the words of a text in which it acts; a person where the text does not say.
pub fn guess_kind(name: &str, date: Date) -> Kind {
    let text = format!("A short note\n\n{name} said on Monday that the talks would go on. Later {name} announced a decision.\n");
    let inputs = Inputs::from_files([("seeds/note.txt", text.as_bytes())]);
    let options = BuildOptions { base_url: None, date, drafts: Drafts::Hidden };
    let built = build::build(&inputs, &options, &mut Cache::default()).value;
    let found = built.and_then(|build| {
        build.site.roster().actors.iter().find(|actor| actor.name == name || actor.aliases.iter().any(|alias| alias.text == name)).map(|actor| actor.kind)
    });
    found.unwrap_or(Kind::Person)
}
