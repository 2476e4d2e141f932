//! `chancery actors list`

use crate::actors::{Exported, export};
use crate::build::{self, Build, Cache};
use crate::cli::report::{self, Shown};
use crate::cli::{Common, Exit, Format, SiteArgs};
use crate::input::{Inputs, scan};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// How to print the actors
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(common: &Common, args: &ListArgs) -> Exit {
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
        match args.format {
            Format::Json => report::print(&json(build, &inputs)),
            Format::Human => report::print(&table(build)),
        }
    }
    report::exit(&checked.diagnostics, common)
}

fn table(build: &Build) -> String {
    let site = &build.site;
    let mut rows: Vec<(usize, String)> = Vec::new();
    for (_, actors) in site.actors_by_letter() {
        for no in actors {
            let (actor, entry) = (site.roster().actor(*no), site.actor_entry(*no));
            rows.push((
                entry.mentions.len(),
                format!("{:6} {:4}  {:12} {}  ({})\n", entry.mentions.len(), entry.briefings, actor.kind.name(), actor.name, actor.id),
            ));
        }
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.0));
    let mut text = "named   in  kind         name\n".to_owned();
    text.extend(rows.into_iter().map(|(_, row)| row));
    text
}

fn json(build: &Build, inputs: &Inputs) -> String {
    let exported: Vec<Exported<'_>> = build
        .site
        .entries()
        .iter()
        .filter_map(|entry| Some(Exported { briefing: &entry.briefing, mentions: &entry.mentions, bytes: &inputs.find(&entry.briefing.seed)?.bytes }))
        .collect();
    let mut json = serde_json::to_string_pretty(&export(&exported, build.site.roster())).unwrap_or_default();
    json.push('\n');
    json
}
