//! Whom a person means: an id, a name or another name, as typed at a prompt.

use crate::model::ActorNo;
use crate::scaffold::Refusal;
use crate::site::Site;
use crate::text::fold::fold;

/// The actor that `asked` is: an id, else a name, else another name.
///
/// # Errors
/// Nobody, or several.
pub fn find(site: &Site, asked: &str) -> Result<ActorNo, Refusal> {
    let roster = site.roster();
    let asked = asked.trim();
    if let Some(actor) = roster.find(asked) {
        return Ok(actor);
    }
    let folded = fold(asked);
    let all = || roster.actors.iter().enumerate().map(|(no, actor)| (ActorNo::at(no), actor));
    let named: Vec<ActorNo> = all().filter(|(_, actor)| fold(&actor.name) == folded).map(|(no, _)| no).collect();
    let found = if named.is_empty() {
        all()
            .filter(|(_, actor)| actor.former.iter().any(|id| id == asked) || actor.aliases.iter().any(|alias| fold(&alias.text) == folded))
            .map(|(no, _)| no)
            .collect()
    } else {
        named
    };
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Refusal::new(format!("nobody is called `{asked}`"), nearest(site, &folded))),
        several => {
            let ids: Vec<String> = several.iter().map(|no| format!("`{}`", roster.actor(*no).id)).collect();
            Err(Refusal::new(format!("`{asked}` may be {}", ids.join(" or ")), "say which by its id"))
        }
    }
}

/// Advice with the names that hold one of the words.
fn nearest(site: &Site, folded: &str) -> String {
    let words: Vec<&str> = folded.split_whitespace().filter(|word| word.len() > 2).collect();
    let mut near: Vec<(usize, &str)> = site
        .roster()
        .actors
        .iter()
        .enumerate()
        .filter(|(_, actor)| fold(&actor.name).split_whitespace().any(|word| words.contains(&word)))
        .map(|(no, actor)| (site.actor_entry(ActorNo::at(no)).mentions.len(), actor.id.as_str()))
        .collect();
    near.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    match near.as_slice() {
        [] => "`chancery actors` lists everybody who is named".to_owned(),
        near => format!("do you mean {}?", near.iter().take(4).map(|(_, id)| format!("`{id}`")).collect::<Vec<_>>().join(" or ")),
    }
}
