//! Why a name is linked, and what would correct it: for whoever sees it in the preview.

use super::quoted;
use crate::edit::yaml::scalar;
use crate::model::{Actor, ActorNo, ActorOrigin, BriefingNo, Certainty, Naming, Target};
use crate::site::Site;
use serde::Serialize;
use std::collections::BTreeMap;

/// One name on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Why {
    /// The words that are linked; of an actor's own page, its name.
    pub words: String,
    /// Where the link leads.
    pub href: String,
    /// Who is meant, as a line: `Ann Lindqvist, person (ann-lindqvist)`.
    pub who: String,
    /// Why.
    pub why: String,
    /// What corrects it, ready to copy: what it is for, and the command or YAML.
    pub corrections: Vec<(&'static str, String)>,
}

/// The names on the page of `target`: of an article or FAQ every actor that it names, by its words; of an actor's page that actor.
pub fn why(site: &Site, target: &Target) -> Vec<Why> {
    match target {
        Target::Actor(no) | Target::ActorPart(no, _) => vec![of_actor(site, *no)],
        Target::Article(no) | Target::Faq(no) => of_briefing(site, *no),
        _ => Vec::new(),
    }
}

fn of_briefing(site: &Site, no: BriefingNo) -> Vec<Why> {
    let entry = site.entry(no);
    let mut names: BTreeMap<(&str, ActorNo), (Naming, Certainty)> = BTreeMap::new();
    for mention in entry.mentions.mentions.iter().filter(|mention| site.is_listed(mention.actor)) {
        let words = mention.range.of(entry.briefing.block(mention.block).text.text());
        names.entry((words, mention.actor)).or_insert((mention.naming, mention.certainty));
    }
    let all = names.into_iter().map(|((words, actor_no), (naming, certainty))| {
        let actor = site.roster().actor(actor_no);
        let name = &actor.name;
        let how = match naming {
            Naming::Name if words == name => "this is its name".to_owned(),
            Naming::Name => format!("this is another name of {name}"),
            Naming::Short => format!("this is a short form of {name}, who is named in full in this text or in the registry"),
            Naming::Acronym => format!("these are the letters of {name}"),
            Naming::Demonym => format!("this adjective stands before what only the government of {name} has or does"),
            Naming::Metonym => format!("this place stands for {name} here"),
        };
        let sure = if certainty == Certainty::Inferred { "; inferred from the words around it" } else { "" };
        let key = &entry.briefing.key;
        let mut corrections = Vec::new();
        if actor.origin != ActorOrigin::Curated {
            corrections.push(("This is right, and shall be certain:", format!("chancery actors adopt {}", actor.id)));
        }
        corrections.push((
            "Somebody else is meant in this text; in its overlay:",
            format!("# content/briefings/{key}.yaml\nactors:\n  is:\n    {}: the-right-id\n", scalar(words)),
        ));
        corrections.push(("It is no actor in this text:", format!("chancery actors ignore {} --in {}", quoted(words), quoted(key))));
        corrections.push(("It is no actor anywhere:", format!("chancery actors ignore {}", quoted(words))));
        Why {
            words: words.to_owned(),
            href: site.addresses().href(&Target::Actor(actor_no)),
            who: who(actor),
            why: format!("{how}; {}{sure}", origin(actor)),
            corrections,
        }
    });
    all.collect()
}

fn of_actor(site: &Site, no: ActorNo) -> Why {
    let actor = site.roster().actor(no);
    let id = &actor.id;
    let first = site.actor_entry(no).mentions.first().map(|at| site.briefing(at.briefing).key.clone());
    let mut corrections = vec![("Everything that is known, each fact with its sentence:", format!("chancery actors show {id}"))];
    if actor.origin != ActorOrigin::Curated {
        corrections.push(("This is right, and shall be certain:", format!("chancery actors adopt {id}")));
    }
    corrections.push(("The name is wrong:", format!("chancery actors rename {id} 'The Right Name'")));
    corrections.push(("Another actor is the same:", format!("chancery actors merge {id} the-other-id")));
    if let Some(key) = first {
        let second = quoted(&format!("{} (another)", actor.name));
        corrections.push(("In some text somebody else is meant:", format!("chancery actors split {id} --as {second} --in {}", quoted(&key))));
    }
    if actor.origin == ActorOrigin::Detected {
        corrections.push(("It is no actor:", format!("chancery actors ignore {}", quoted(&actor.name))));
    }
    let merged = actor.merged.map(|merged| format!("; {}", merged.says())).unwrap_or_default();
    let why = format!("it has a page because {}{merged}", origin(actor));
    Why { words: actor.name.clone(), href: site.addresses().href(&Target::Actor(no)), who: who(actor), why, corrections }
}

fn who(actor: &Actor) -> String {
    format!("{}, {} ({})", actor.name, actor.kind.name().replace('_', " "), actor.id)
}

fn origin(actor: &Actor) -> &'static str {
    match actor.origin {
        ActorOrigin::Curated => "the registry has an entry for it",
        ActorOrigin::Gazetteer => "it is a state or body that chancery knows",
        ActorOrigin::Detected => "it was found in the texts",
    }
}
