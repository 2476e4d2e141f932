//! How far a run is: a line on a terminal that comes after half a second and goes at the end; with `--timings` how long each stage took.

use super::{Common, report};
use crate::build::watch::{Stage, Watch};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Work that is done sooner shows no progress.
const SOON: Duration = Duration::from_millis(500);

/// Watches one run.
#[derive(Debug)]
pub(super) struct Progress {
    begun: Instant,
    stages: Mutex<Vec<(&'static str, Instant)>>,
    bar: ProgressBar,
    may_show: AtomicBool,
    shown: AtomicBool,
}

impl Progress {
    /// A run that begins now, with the folder being read.
    pub(super) fn new(common: &Common) -> Self {
        let begun = Instant::now();
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let may_show = AtomicBool::new(!common.quiet && std::io::stderr().is_terminal());
        Self { begun, stages: Mutex::new(vec![("reading files", begun)]), bar, may_show, shown: AtomicBool::new(false) }
    }

    /// How long it has taken so far.
    pub(super) fn took(&self) -> Duration {
        self.begun.elapsed()
    }

    /// The line goes, and does not come again.
    pub(super) fn finish(&self) {
        self.may_show.store(false, Ordering::Relaxed);
        self.bar.finish_and_clear();
    }

    /// How long each stage took, a line each.
    pub(super) fn timings(&self) -> String {
        let Ok(stages) = self.stages.lock() else { return String::new() };
        let ends = stages.iter().skip(1).map(|(_, begun)| *begun).chain([Instant::now()]);
        let mut text: String = stages.iter().zip(ends).map(|((name, begun), end)| format!("{name:20}{:>10}\n", exact(end - *begun))).collect();
        text.push_str(&format!("{:20}{:>10}\n", "all", exact(self.took())));
        text
    }

    /// How long a stage took.
    pub(super) fn of(&self, stage: Stage) -> Duration {
        let Ok(stages) = self.stages.lock() else { return Duration::ZERO };
        let Some(at) = stages.iter().position(|(name, _)| *name == stage.name()) else { return Duration::ZERO };
        let end = stages.get(at + 1).map_or_else(Instant::now, |(_, begun)| *begun);
        end - stages[at].1
    }

    fn show(&self) {
        if self.may_show.load(Ordering::Relaxed) && self.begun.elapsed() >= SOON && !self.shown.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.bar.enable_steady_tick(Duration::from_millis(100));
        }
    }
}

impl Watch for Progress {
    fn begins(&self, stage: Stage, steps: Option<usize>) {
        if let Ok(mut stages) = self.stages.lock() {
            stages.push((stage.name(), Instant::now()));
        }
        let form = if steps.is_some() { "{msg} {bar:30} {pos}/{len}" } else { "{msg} {pos}" };
        if let Ok(style) = ProgressStyle::with_template(form) {
            self.bar.set_style(style);
        }
        self.bar.reset();
        match steps {
            Some(steps) => self.bar.set_length(steps as u64),
            None => self.bar.unset_length(),
        }
        self.bar.set_message(stage.name());
        self.show();
    }

    fn step(&self) {
        self.bar.inc(1);
        self.show();
    }
}

fn exact(took: Duration) -> String {
    if took.as_secs() == 0 { format!("{:.1} ms", took.as_secs_f64() * 1000.0) } else { report::time(took) }
}
