//! `ignore`: a text that was taken for an actor is none.

use super::desk::{items, text, value};
use super::{Correction, Desk};
use crate::edit::yaml::{Step, scalar};
use crate::scaffold::Refusal;
use crate::text::fold::fold;

/// Where texts that are no actor are written.
const FILE: &str = "content/actors/ignored.yaml";

/// `phrase` names nobody: in one briefing, or anywhere.
///
/// # Errors
/// It is ignored already; no such briefing; a file that cannot be edited.
pub fn ignore(mut desk: Desk<'_>, phrase: &str, briefing: Option<&str>) -> Result<Correction, Refusal> {
    let phrase = phrase.trim();
    if phrase.is_empty() {
        return Err(Refusal::new("there is no phrase", "give the words as they stand in the text"));
    }
    match briefing {
        Some(key) => {
            let overlay = desk.overlay(key)?;
            desk.edit(&overlay, |yaml| rule(yaml, "ignore", phrase))?;
        }
        None => {
            let said =
                |entry: &crate::yaml::Node| items(value(entry, "ignore")).into_iter().any(|own| text(Some(own)).is_some_and(|own| fold(&own) == fold(phrase)));
            if let Some((place, _)) = desk.entries().into_iter().find(|(_, entry)| said(entry)) {
                return Err(Refusal::new(format!("`{phrase}` is ignored already, in `{}`", place.path), "nothing is to be done"));
            }
            desk.edit(FILE, |yaml| {
                let entry = format!("ignore: {}\n", scalar(phrase));
                if yaml.text().is_empty() { yaml.splice(0..0, &format!("# Texts that are no actor.\n- {entry}")) } else { yaml.push_entry(&entry) }
            })?;
        }
    }
    Ok(desk.finish(Vec::new()))
}

/// Puts a phrase into a list of an overlay's rules for actors.
fn rule(yaml: &mut crate::edit::yaml::Yaml, list: &str, phrase: &str) -> bool {
    let said = items(yaml.find(&[Step::Key("actors"), Step::Key(list)])).into_iter().any(|own| text(Some(own)).as_deref() == Some(phrase));
    said || if yaml.find(&[Step::Key("actors")]).is_some() {
        yaml.push(&[Step::Key("actors")], list, &scalar(phrase))
    } else {
        yaml.add(&[], "actors", &format!("\n  {list}: [{}]", scalar(phrase)))
    }
}
