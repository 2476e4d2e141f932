//! `chancery actors show`

use super::{Loaded, load};
use crate::cli::{Common, Exit, SiteArgs, report};
use crate::curate::{self, Dossier, Fact};
use crate::model::{Actor, ActorOrigin, AliasKind, Certainty, QuotationKind};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// Its name, another name, or its id
    name: String,
    #[command(flatten)]
    site: SiteArgs,
}

pub(super) fn run(common: &Common, args: &ShowArgs) -> Exit {
    let Loaded { inputs, build } = match load(common, &args.site) {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    match curate::who::find(&build.site, &args.name) {
        Ok(no) => {
            report::print(&text(build.site.roster().actor(no), &curate::dossier(&build.site, &inputs, no)));
            Exit::Success
        }
        Err(refusal) => report::refusal(&refusal),
    }
}

fn text(actor: &Actor, known: &Dossier) -> String {
    let origin = match actor.origin {
        ActorOrigin::Curated => "in the registry",
        ActorOrigin::Gazetteer => "known to chancery",
        ActorOrigin::Detected => "found in the texts",
    };
    let mut out = format!("{}\n  id: {}\n  kind: {}\n  {origin}\n", actor.name, actor.id, actor.kind.name());
    let mut list = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            out.push_str(&format!("\n{heading}\n"));
            out.extend(lines.into_iter().map(|line| format!("  {line}\n")));
        }
    };
    list("Summary", actor.summary.iter().cloned().collect());
    list("Other names", actor.aliases.iter().map(|alias| format!("{}{}", alias.text, kind(alias.kind))).collect());
    list("Roles, as the registry gives them", actor.roles.clone());
    list("Affiliations", actor.affiliations.clone());
    list("Identifiers", actor.identifiers.iter().map(|(key, value)| format!("{key}: {value}")).collect());
    list("Links", actor.links.iter().map(|(title, url)| if title == url { url.clone() } else { format!("{title}: {url}") }).collect());
    list("Old ids", actor.former.clone());
    list("Roles, as the texts state them", known.roles.iter().map(|fact| fact_line(fact, &fact.words)).collect());
    list(
        "Quotations",
        known.quotations.iter().map(|(kind, fact)| fact_line(fact, if *kind == QuotationKind::Direct { "in its own words" } else { "reported" })).collect(),
    );
    list(&format!("Mentions ({})", known.mentions.len()), known.mentions.iter().map(|fact| fact_line(fact, &fact.words)).collect());
    list("Named beside", known.together.iter().map(|(id, blocks)| format!("{id} ({blocks})")).collect());
    out
}

fn kind(kind: AliasKind) -> &'static str {
    match kind {
        AliasKind::Name => "",
        AliasKind::Short => " (short form)",
        AliasKind::Acronym => " (acronym)",
        AliasKind::Demonym => " (adjective)",
        AliasKind::Metonym => " (place that stands for it)",
    }
}

/// `seeds/talks.txt:3:7  Lindqvist, inferred` and the sentence below it.
fn fact_line(fact: &Fact, what: &str) -> String {
    let sure = if fact.certainty == Certainty::Inferred { ", inferred" } else { "" };
    format!("{}  {what}{sure}\n    {}", fact.place, fact.sentence)
}
