//! Preview: holds the newest build and makes a page when it is asked for. Serves on 127.0.0.1 and touches no file.

mod http;
mod watch;

use crate::build::{self, Build, BuildOptions, Cache, Output};
use crate::diagnostics::Diagnostics;
use crate::fault::Fault;
use crate::input::{Inputs, scan};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, RwLock};

/// How to serve.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    /// The site's folder.
    pub root: PathBuf,
    /// The port on 127.0.0.1; the next free one where it is taken.
    pub port: u16,
    /// How to build.
    pub build: BuildOptions,
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
    },
    /// The server is up.
    Listening {
        /// Where the site is.
        address: String,
        /// The port that was asked for, where it was taken.
        taken: Option<u16>,
    },
    /// The machine refused something; the preview goes on.
    Fault(&'a Fault),
}

/// A build and the files it can make, by address below the base path.
struct Shown {
    build: Build,
    files: HashMap<String, Output>,
}

/// The newest build that was good; `None` until there is one.
#[derive(Default)]
struct Newest(RwLock<Option<Arc<Shown>>>);

impl Newest {
    fn get(&self) -> Option<Arc<Shown>> {
        self.0.read().map_or_else(|poisoned| poisoned.into_inner().clone(), |shown| shown.clone())
    }

    fn put(&self, shown: Shown) {
        let shown = Some(Arc::new(shown));
        match self.0.write() {
            Ok(mut place) => *place = shown,
            Err(poisoned) => *poisoned.into_inner() = shown,
        }
    }
}

/// Builds, serves, and builds again whenever `seeds/`, `content/` or `themes/` change. Returns only when the server stops.
///
/// # Errors
/// Where the site's folder cannot be read at the start, or no port is free.
pub fn serve(options: &ServeOptions, tell: impl Fn(Event<'_>) + Send + 'static) -> Result<(), Fault> {
    let newest = Arc::new(Newest::default());
    let mut cache = Cache::default();
    let changes = watch::watch(&options.root)?;
    rebuild(options, &mut cache, &newest, &tell)?;
    let server = http::Server::bind(options.port)?;
    let base_path = newest.get().map_or_else(|| "/".to_owned(), |shown| shown.build.settings.base_path().to_owned());
    tell(Event::Listening { address: format!("http://{}{base_path}", server.address), taken: server.taken });
    let options = options.clone();
    let shown = newest.clone();
    std::thread::spawn(move || {
        while changes.wait() {
            if let Err(fault) = rebuild(&options, &mut cache, &newest, &tell) {
                tell(Event::Fault(&fault));
            }
        }
    });
    server.run(shown)
}

fn rebuild(options: &ServeOptions, cache: &mut Cache, newest: &Newest, tell: &impl Fn(Event<'_>)) -> Result<(), Fault> {
    let inputs = scan::scan(&options.root)?;
    let checked = build::build(&inputs, &options.build, cache);
    let good = checked.value.filter(|_| !checked.diagnostics.has_errors());
    let briefings = good.as_ref().map(|build| build.site.entries().len());
    if let Some(build) = good {
        let files = build.outputs().into_iter().map(|(path, output)| (build::publish::address(&path).to_owned(), output)).collect();
        newest.put(Shown { build, files });
    }
    tell(Event::Built { diagnostics: &checked.diagnostics, inputs: &inputs, briefings });
    Ok(())
}
