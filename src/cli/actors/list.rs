//! `chancery actors list`

use super::score;
use crate::actors::{Export, Exported, export};
use crate::build::{self, Build, Cache};
use crate::cli::report::{self, Shown};
use crate::cli::{Common, Exit, Format, KindArg, SiteArgs};
use crate::input::{Inputs, scan};
use crate::model::{ActorNo, ActorOrigin, BriefingNo, Kind};
use crate::text::near;
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// Only actors of this kind
    #[arg(long, value_enum)]
    kind: Option<KindArg>,
    /// Only actors that are known from there
    #[arg(long, value_enum)]
    origin: Option<OriginArg>,
    /// Only actors that this briefing names: the path of its seed below `seeds/`, without the ending
    #[arg(long = "in", value_name = "BRIEFING")]
    briefing: Option<String>,
    /// Only actors that are named so often
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    least: usize,
    /// How to print the actors
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    site: SiteArgs,
    /// Measure marked texts instead (their marks: `tests/gold/README.md` of the program's sources); `--verbose` lists the faults
    #[arg(long, num_args = 1.., value_name = "GOLD")]
    score: Vec<PathBuf>,
}

/// Who says that something is an actor, as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum OriginArg {
    /// Written by a person, in the registry
    Curated,
    /// Known to chancery: states and organisations
    Known,
    /// Found in the texts
    Detected,
}

impl OriginArg {
    fn is(self, origin: ActorOrigin) -> bool {
        match self {
            Self::Curated => origin == ActorOrigin::Curated,
            Self::Known => origin == ActorOrigin::Gazetteer,
            Self::Detected => origin == ActorOrigin::Detected,
        }
    }
}

pub(super) fn run(common: &Common, args: &ListArgs) -> Exit {
    if !args.score.is_empty() {
        return score::run(common, &args.score);
    }
    let options = match report::options(&args.site) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let inputs = match scan::scan(&common.root) {
        Ok(inputs) => inputs,
        Err(fault) => return report::fault(&fault),
    };
    let checked = build::build(&inputs, &options, &mut Cache::default());
    report::findings(&checked.diagnostics, &inputs, common, Shown::AsAsked);
    if let Some(build) = &checked.value {
        let wanted = match wanted(build, args) {
            Ok(wanted) => wanted,
            Err(exit) => return exit,
        };
        match args.format {
            Format::Json => report::print(&json(build, &inputs, &wanted)),
            Format::Human => report::print(&table(build, &wanted)),
        }
    }
    report::exit(&checked.diagnostics, common)
}

/// The actors that the filters leave; `None` where there is no filter.
fn wanted(build: &Build, args: &ListArgs) -> Result<Option<BTreeSet<ActorNo>>, Exit> {
    if args.kind.is_none() && args.origin.is_none() && args.briefing.is_none() && args.least == 0 {
        return Ok(None);
    }
    let site = &build.site;
    let briefing = match &args.briefing {
        None => None,
        Some(key) => match site.entries().iter().position(|entry| entry.briefing.key == *key) {
            Some(number) => Some(BriefingNo::at(number)),
            None => {
                let help = match near::meant(key, site.entries().iter().map(|entry| entry.briefing.key.as_str())) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "name it by its seed's path below `seeds/`, without the ending".to_owned(),
                };
                return Err(report::usage(&format!("there is no briefing `{key}`; {help}")));
            }
        },
    };
    let wanted = |no: ActorNo| {
        let (actor, entry) = (site.roster().actor(no), site.actor_entry(no));
        args.kind.is_none_or(|kind| Kind::from(kind) == actor.kind)
            && args.origin.is_none_or(|origin| origin.is(actor.origin))
            && briefing.is_none_or(|no| entry.mentions.iter().any(|at| at.briefing == no))
            && entry.mentions.len() >= args.least
    };
    Ok(Some((0..site.roster().actors.len()).map(ActorNo::at).filter(|no| wanted(*no)).collect()))
}

fn table(build: &Build, wanted: &Option<BTreeSet<ActorNo>>) -> String {
    let site = &build.site;
    let mut rows: Vec<(usize, String)> = Vec::new();
    for (_, actors) in site.actors_by_letter() {
        for no in actors.iter().filter(|no| wanted.as_ref().is_none_or(|wanted| wanted.contains(no))) {
            let (actor, entry) = (site.roster().actor(*no), site.actor_entry(*no));
            let origin = match actor.origin {
                ActorOrigin::Curated => "curated",
                ActorOrigin::Gazetteer => "known",
                ActorOrigin::Detected => "detected",
            };
            let (count, kind) = (entry.mentions.len(), actor.kind.name());
            rows.push((count, format!("{count:6} {:4}  {kind:12} {origin:9} {}  ({})\n", entry.briefings, actor.name, actor.id)));
        }
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.0));
    let mut text = "named   in  kind         origin    name\n".to_owned();
    text.extend(rows.into_iter().map(|(_, row)| row));
    text
}

fn json(build: &Build, inputs: &Inputs, wanted: &Option<BTreeSet<ActorNo>>) -> String {
    let exported: Vec<Exported<'_>> = build
        .site
        .entries()
        .iter()
        .filter_map(|entry| Some(Exported { briefing: &entry.briefing, mentions: &entry.mentions, bytes: &inputs.find(&entry.briefing.seed)?.bytes }))
        .collect();
    let mut all = export(&exported, build.site.roster());
    if let Some(wanted) = wanted {
        let ids: BTreeSet<&str> = wanted.iter().map(|no| build.site.roster().actor(*no).id.as_str()).collect();
        keep(&mut all, &ids);
    }
    let mut json = serde_json::to_string_pretty(&all).unwrap_or_default();
    json.push('\n');
    json
}

/// What concerns these actors.
fn keep(all: &mut Export, ids: &BTreeSet<&str>) {
    let has = |id: &str| ids.contains(id);
    all.actors.retain(|actor| has(&actor.id));
    all.mentions.retain(|mention| has(&mention.actor_id));
    all.quotes.retain(|quote| quote.speaker.as_deref().is_some_and(has));
    all.relations.retain(|relation| has(&relation.src) || has(&relation.tgt));
    all.open.retain(|case| case.may_be.iter().any(|id| has(id)));
}
