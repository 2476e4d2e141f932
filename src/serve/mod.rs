//! Preview: holds the newest build and makes a page when it is asked for. Touches no file; open pages follow what changes.

mod answer;
mod findings;
mod http;
mod live;
mod watch;

use crate::build::watch::Watch;
use crate::build::{self, Build, BuildOptions, Cache, Output, SearchIndex};
use crate::diagnostics::Diagnostics;
use crate::fault::Fault;
use crate::input::{Inputs, scan};
use crate::search;
use answer::Preview;
use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, RwLock};
use std::time::{Duration, Instant, SystemTime};
use watch::Touched;

/// How to serve.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    /// The site's folder.
    pub root: PathBuf,
    /// The address to listen on.
    pub host: IpAddr,
    /// The port; the next free one where it is taken.
    pub port: u16,
    /// How to build.
    pub build: BuildOptions,
    /// Who watches the builds.
    pub watch: Arc<dyn Watch>,
}

/// What the person at the terminal is told.
#[derive(Debug)]
pub enum Event<'a> {
    /// The site was built, or failed to.
    Built {
        /// What was found.
        diagnostics: &'a Diagnostics,
        /// What was read.
        inputs: &'a Inputs,
        /// Number of briefings; `None` where there were errors.
        briefings: Option<usize>,
        /// How long it took.
        took: Duration,
    },
    /// The server is up.
    Listening {
        /// Where the site is.
        address: String,
        /// The port that was asked for, where it was taken.
        taken: Option<u16>,
        /// Whether others than this machine can reach it.
        open_to_others: bool,
    },
    /// The machine refused something; the preview goes on.
    Fault(&'a Fault),
}

/// A build and the files it can make.
struct Shown {
    build: Build,
    /// Files that are copied, by address.
    copied: HashMap<String, Output>,
    /// Tells this build from every other, also of an earlier preview.
    number: String,
    /// The search index that was made last, of this build or of one before it: bundles that are the same are not made again.
    searched: Arc<Mutex<Option<Arc<SearchIndex>>>>,
}

impl Shown {
    /// What stands at an address below the base path.
    fn find(&self, address: &str) -> Option<Output> {
        self.copied.get(address).cloned().or_else(|| self.build.rendered_at(address))
    }

    /// A file of the search index, which is made when somebody first asks for one of its files, and not at every change.
    fn find_in_index(&self, address: &str) -> Option<Output> {
        if !address.starts_with(search::FOLDER) || address.ends_with('/') {
            return None;
        }
        // One at a time: who asks meanwhile waits, and then finds it made.
        let mut last = self.searched.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let index = self.build.index(&BTreeMap::new(), last.as_deref()).ok()??;
        *last = Some(index.clone());
        index.find(address)
    }
}

/// The newest build that was good, `None` until there is one; and the errors of the newest of all.
#[derive(Default)]
struct Newest(RwLock<(Option<Arc<Shown>>, Vec<findings::Shown>)>);

impl Newest {
    fn get(&self) -> Option<Arc<Shown>> {
        self.0.read().map_or_else(|poisoned| poisoned.into_inner().0.clone(), |newest| newest.0.clone())
    }

    fn findings(&self) -> Vec<findings::Shown> {
        self.0.read().map(|newest| newest.1.clone()).unwrap_or_default()
    }

    /// Gives the number of the build that is shown now; empty where there is none.
    fn put(&self, good: Option<Shown>, errors: Vec<findings::Shown>) -> String {
        let mut newest = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(good) = good {
            newest.0 = Some(Arc::new(good));
        }
        newest.1 = errors;
        newest.0.as_ref().map_or_else(String::new, |shown| shown.number.clone())
    }
}

/// Builds again and again: what is remembered between builds.
struct Builder {
    options: ServeOptions,
    /// The site's folder as the watcher names it.
    root: PathBuf,
    inputs: Inputs,
    cache: Cache,
    preview: Arc<Preview>,
    started: u128,
    count: u64,
}

/// Builds, serves, and builds again whenever `seeds/`, `content/` or `themes/` change. Returns only when the server stops.
///
/// # Errors
/// Where the site's folder cannot be read at the start, or no port is free.
pub fn serve(options: &ServeOptions, tell: impl Fn(Event<'_>) + Send + 'static) -> Result<(), Fault> {
    let mut changes = watch::watch(&options.root)?;
    let root = std::fs::canonicalize(&options.root).map_err(|error| Fault::new("read the site's folder", options.root.display(), error))?;
    let preview = Arc::new(Preview { newest: Newest::default(), listeners: live::Listeners::default(), host: options.host });
    let started = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let mut builder = Builder {
        options: options.clone(),
        root,
        inputs: Inputs::default(),
        cache: build::cache_file::CacheFolder::of(&options.root).read_analysis().0.for_many_builds().watched(options.watch.clone()),
        preview: preview.clone(),
        started,
        count: 0,
    };
    builder.build(&Touched::All, &tell)?;
    let server = http::Server::bind(options.host, options.port)?;
    let base_path = preview.newest.get().map_or_else(|| "/".to_owned(), |shown| shown.build.settings.base_path().to_owned());
    let open_to_others = !options.host.is_loopback();
    tell(Event::Listening { address: format!("http://{}{base_path}", server.address), taken: server.taken, open_to_others });
    std::thread::spawn(move || {
        while let Some(touched) = changes.wait() {
            if let Err(fault) = builder.build(&touched, &tell) {
                tell(Event::Fault(&fault));
            }
        }
    });
    server.run(preview)
}

impl Builder {
    fn build(&mut self, touched: &Touched, tell: &impl Fn(Event<'_>)) -> Result<(), Fault> {
        let begun = Instant::now();
        let seen = match touched {
            Touched::Files(files) => scan::rescan(&self.root, &mut self.inputs, files),
            Touched::All => false,
        };
        if !seen {
            self.inputs = scan::scan(&self.root)?;
        }
        let inputs = &self.inputs;
        let checked = build::build(inputs, &self.options.build, &mut self.cache);
        let errors = findings::errors(&checked.diagnostics, inputs);
        let good = checked.value.filter(|_| errors.is_empty());
        let briefings = good.as_ref().map(|build| build.site.entries().len());
        self.count += 1;
        let good = good.map(|build| {
            let addressed = |(path, output): (String, Output)| (build::publish::address(&path).to_owned(), output);
            let copied = build.copied().map(addressed).collect();
            let searched = self.preview.newest.get().map(|last| last.searched.clone()).unwrap_or_default();
            Shown { build, copied, number: format!("{:x}-{}", self.started, self.count), searched }
        });
        let number = self.preview.newest.put(good, errors.clone());
        self.preview.listeners.tell(&number, &errors);
        tell(Event::Built { diagnostics: &checked.diagnostics, inputs, briefings, took: begun.elapsed() });
        Ok(())
    }
}
