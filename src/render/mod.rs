//! Pages: the jobs that a site asks for, and each job's file. Makes HTML in one place (`inline`) and from templates; nowhere else.

use crate::diagnostics::Diagnostic;
use crate::input::LinkPolicy;
use crate::model::Target;
use crate::site::Site;
use crate::text::Fingerprint;
use crate::theme::Theme;

/// One file to make.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Job {
    /// The page, feed or sitemap of a target.
    Page(Target),
    /// The page at an old address that leads to the new one: its place in `Addresses::all_redirects`.
    Redirect(usize),
    /// `robots.txt`.
    Robots,
}

/// A file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Below the output folder, with `/`: `briefings/talks/index.html`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What rendering takes from the settings.
#[derive(Clone, Copy, Debug, Default)]
pub struct RenderOptions {
    /// Which mentions are linked.
    pub links: LinkPolicy,
}

/// Every file that the site asks for, in the order of addresses.
pub fn jobs(_site: &Site) -> Vec<Job> {
    Vec::new()
}

/// Where a job's file lies below the output folder.
pub fn path(_site: &Site, _job: &Job) -> String {
    String::new()
}

/// Makes one file.
///
/// # Errors
/// A template that failed.
pub fn page(_site: &Site, _theme: &Theme, _options: &RenderOptions, _job: &Job) -> Result<OutputFile, Diagnostic> {
    Ok(OutputFile { path: String::new(), bytes: Vec::new() })
}

/// Of everything that decides a job's bytes: equal fingerprints, equal bytes. Costs less than making the file.
pub fn fingerprint(_site: &Site, _theme: &Theme, _options: &RenderOptions, _job: &Job) -> Fingerprint {
    Fingerprint::default()
}
