//! Links to other sites: whether they lead anywhere. Asked only where a person says so; what was good is remembered for a while, a host is asked one thing at a
//! time, and the whole has an end.

use crate::build::Build;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::fault::Fault;
use crate::model::{Block, BlockNo, Briefing, MarkKind};
use crate::text::SourceSpan;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// How to ask.
#[derive(Clone, Debug)]
pub struct ExternalOptions {
    /// The site's folder, which holds what is remembered.
    pub root: PathBuf,
    /// Seconds since 1970.
    pub now: u64,
    /// The whole ends after this time.
    pub limit: Duration,
    /// One answer is waited for so long.
    pub patience: Duration,
    /// Between two questions to one host.
    pub pause: Duration,
}

/// What was good is asked again after a week.
const GOOD_FOR: u64 = 7 * 24 * 60 * 60;
/// So many hosts are asked at once.
const HOSTS_AT_ONCE: usize = 16;

/// Where a link stands.
type Place = (String, Option<SourceSpan>);

/// When each address was good.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Known(BTreeMap<String, u64>);

/// What the links of a site lead to. Findings are of addresses that lead nowhere; one note says what was not asked in time.
///
/// # Errors
/// Where the machine lets nobody be asked.
pub fn external(build: &Build, options: &ExternalOptions) -> Result<Diagnostics, Fault> {
    let links = links(build);
    let file = options.root.join(".chancery").join("external.json");
    let mut known: Known = std::fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    known.0.retain(|address, good| links.contains_key(address) && options.now.saturating_sub(*good) < GOOD_FOR);
    let mut by_host: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for address in links.keys().filter(|address| !known.0.contains_key(*address)) {
        by_host.entry(host(address).to_owned()).or_default().push(address.clone());
    }
    let answers = ask(by_host, options)?;
    let mut found = Diagnostics::default();
    let mut unasked = 0usize;
    for (address, places) in &links {
        match answers.get(address) {
            Some(Answer::Good) => {
                known.0.insert(address.clone(), options.now);
            }
            Some(Answer::Bad(why)) => {
                for (file, span) in places {
                    let mut finding =
                        Diagnostic::new(Code::ExternalLink, format!("{address} {why}")).in_file(file).help("correct the address, or leave the link out");
                    finding.span = *span;
                    found.push(finding);
                }
            }
            None if known.0.contains_key(address) => {}
            None => unasked += 1,
        }
    }
    if unasked > 0 {
        let finding = Diagnostic::new(Code::ExternalLink, format!("{unasked} addresses were not asked in {} s", options.limit.as_secs()));
        found.push(finding.help("run it again: what was good is remembered; or give more time with `--external-time`"));
    }
    remember(&file, &known);
    Ok(found)
}

/// What cannot be written is not remembered.
fn remember(file: &Path, known: &Known) {
    if let (Some(folder), Ok(bytes)) = (file.parent(), serde_json::to_vec(known)) {
        let _ = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(file, bytes));
    }
}

/// Every address of another site, with where it stands.
fn links(build: &Build) -> BTreeMap<String, BTreeSet<Place>> {
    let mut links: BTreeMap<String, BTreeSet<Place>> = BTreeMap::new();
    let mut add = |address: &str, file: &str, span: Option<SourceSpan>| {
        let address = address.split('#').next().unwrap_or_default();
        if address.starts_with("https://") || address.starts_with("http://") {
            links.entry(address.to_owned()).or_default().insert((file.to_owned(), span));
        }
    };
    for entry in build.site.entries() {
        let briefing: &Briefing = &entry.briefing;
        for (number, block) in briefing.blocks.iter().enumerate() {
            addresses(block, |address, range| add(address, &briefing.seed, briefing.source_span(BlockNo::at(number), range)));
        }
        briefing.meta.sources.iter().filter_map(|source| source.url.as_deref()).for_each(|url| add(url, &briefing.seed, None));
    }
    for page in build.site.pages() {
        page.blocks.iter().for_each(|block| addresses(block, |address, _| add(address, &page.file, None)));
    }
    for actor in &build.site.roster().actors {
        actor.links.iter().for_each(|(_, url)| add(url, "content/actors", None));
    }
    links
}

fn addresses(block: &Block, mut take: impl FnMut(&str, crate::text::TextRange)) {
    for mark in block.text.marks() {
        if let MarkKind::Link { href } = &mark.kind {
            take(href, mark.range);
        }
    }
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    Good,
    Bad(String),
}

/// One task a host, which asks its addresses one after the other.
fn ask(by_host: BTreeMap<String, Vec<String>>, options: &ExternalOptions) -> Result<BTreeMap<String, Answer>, Fault> {
    if by_host.is_empty() {
        return Ok(BTreeMap::new());
    }
    let fault = |error: &dyn std::fmt::Display| Fault::new("ask", "other sites", error);
    // Another part of the program may have chosen already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder()
        .timeout(options.patience)
        .redirect(reqwest::redirect::Policy::limited(5))
        .user_agent(concat!("chancery/", env!("CARGO_PKG_VERSION"), " (link check)"))
        .build()
        .map_err(|error| fault(&error))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| fault(&error))?;
    let answers = Arc::new(std::sync::Mutex::new(BTreeMap::new()));
    let (pause, limit) = (options.pause, options.limit);
    let told = answers.clone();
    runtime.block_on(async move {
        let room = Arc::new(Semaphore::new(HOSTS_AT_ONCE));
        let mut hosts = tokio::task::JoinSet::new();
        for addresses in by_host.into_values() {
            let (client, room, told) = (client.clone(), room.clone(), told.clone());
            hosts.spawn(async move {
                let _room = room.acquire().await;
                for (number, address) in addresses.into_iter().enumerate() {
                    if number > 0 {
                        tokio::time::sleep(pause).await;
                    }
                    let answer = one(&client, &address).await;
                    if let Ok(mut told) = told.lock() {
                        told.insert(address, answer);
                    }
                }
            });
        }
        // What is not answered in time is not known.
        let _ = tokio::time::timeout(limit, async { while hosts.join_next().await.is_some() {} }).await;
    });
    Ok(answers.lock().map(|mut answers| std::mem::take(&mut *answers)).unwrap_or_default())
}

async fn one(client: &reqwest::Client, address: &str) -> Answer {
    let mut answer = client.head(address).send().await;
    // Some servers answer to readers alone.
    if answer.as_ref().is_ok_and(|answer| matches!(answer.status().as_u16(), 403..=405 | 501)) {
        answer = client.get(address).send().await;
    }
    match answer {
        Ok(answer) => match answer.status().as_u16() {
            404 | 410 => Answer::Bad(format!("leads nowhere ({})", answer.status().as_u16())),
            status @ 500.. => Answer::Bad(format!("cannot be shown by its host ({status})")),
            // A host may refuse programs what it shows to readers.
            _ => Answer::Good,
        },
        Err(error) if error.is_timeout() => Answer::Bad("did not answer in time".to_owned()),
        Err(error) if error.is_redirect() => Answer::Bad("leads in a circle".to_owned()),
        Err(_) => Answer::Bad("cannot be reached".to_owned()),
    }
}
