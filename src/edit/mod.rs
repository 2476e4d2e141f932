//! The only room that writes into a person's sources. Every change is known whole before the first is made, can be shown as a diff, and is
//! refused where the file is no longer what it was read as.

pub mod yaml;

use crate::fault::Fault;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A change to one file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Relative to the site's folder, with `/`.
    pub path: String,
    /// What stands there now; `None` for a file that is new.
    pub before: Option<Vec<u8>>,
    /// What will stand there; `None` for a file that goes.
    pub after: Option<Vec<u8>>,
}

impl Change {
    /// A new file.
    pub fn new_file(path: impl Into<String>, text: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), before: None, after: Some(text.into()) }
    }

    /// A file that is changed.
    pub fn changed(path: impl Into<String>, before: impl Into<Vec<u8>>, after: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), before: Some(before.into()), after: Some(after.into()) }
    }

    /// A file that goes.
    pub fn removed(path: impl Into<String>, before: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), before: Some(before.into()), after: None }
    }

    /// As a unified diff.
    pub fn diff(&self) -> String {
        let text = |bytes: &Option<Vec<u8>>| String::from_utf8_lossy(bytes.as_deref().unwrap_or_default()).into_owned();
        let (before, after) = (text(&self.before), text(&self.after));
        let name = |bytes: &Option<Vec<u8>>| if bytes.is_some() { self.path.as_str() } else { "/dev/null" };
        similar::TextDiff::from_lines(&before, &after).unified_diff().context_radius(2).header(name(&self.before), name(&self.after)).to_string()
    }
}

/// All changes as one diff.
pub fn diff(changes: &[Change]) -> String {
    changes.iter().map(Change::diff).collect()
}

/// Makes the changes, in order. Nothing is written where one of them cannot be made: a new file exists already, or a file is another than was read.
///
/// # Errors
/// What the machine refuses; and a file that changed meanwhile.
pub fn apply(root: &Path, changes: &[Change]) -> Result<(), Fault> {
    let mut places = Vec::with_capacity(changes.len());
    for change in changes {
        places.push(check(root, change)?);
    }
    for (change, place) in changes.iter().zip(places) {
        match &change.after {
            Some(bytes) => put(&place, bytes, change.before.is_none())?,
            None => std::fs::remove_file(&place).map_err(|error| Fault::new("remove", place.display(), error))?,
        }
    }
    Ok(())
}

/// Where the file lies: inside of the site, and as it was read.
fn check(root: &Path, change: &Change) -> Result<PathBuf, Fault> {
    let place = root.join(&change.path);
    let refuse = |cause: &str, help: &str| Fault::new("write", place.display(), cause).with_help(help);
    if !crate::manifest::is_inside(&change.path) {
        return Err(refuse("this is not inside of the site", "give it another name"));
    }
    // The nearest folder that exists must be the site's own, whatever links lead to it.
    let nearest = place.ancestors().skip(1).find(|folder| folder.exists()).unwrap_or(root);
    let inside = std::fs::canonicalize(nearest).ok().zip(std::fs::canonicalize(root).ok()).is_some_and(|(folder, root)| folder.starts_with(root));
    if root.exists() && nearest.starts_with(root) && !inside {
        return Err(refuse("a symbolic link leads out of the site", "replace the link by a folder"));
    }
    match &change.before {
        None if std::fs::symlink_metadata(&place).is_ok() => Err(refuse("there is such a file already", "choose another name, or edit the file that is there")),
        Some(before) if std::fs::read(&place).map_err(|error| Fault::new("read", place.display(), error))? != *before => {
            Err(refuse("it was changed meanwhile", "run the command again"))
        }
        _ => Ok(place),
    }
}

fn put(place: &Path, bytes: &[u8], new: bool) -> Result<(), Fault> {
    let fault = |error: std::io::Error| Fault::new("write", place.display(), error);
    if let Some(folder) = place.parent() {
        std::fs::create_dir_all(folder).map_err(fault)?;
    }
    if new {
        return std::fs::OpenOptions::new().write(true).create_new(true).open(place).and_then(|mut file| file.write_all(bytes)).map_err(fault);
    }
    // Beside the file and then in its place: whoever reads it meanwhile reads one or the other.
    let full = std::fs::canonicalize(place).map_err(fault)?;
    let name = full.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = full.with_file_name(format!(".{name}.chancery-new"));
    let permissions = std::fs::metadata(&full).map_err(fault)?.permissions();
    std::fs::write(&beside, bytes).and_then(|()| std::fs::set_permissions(&beside, permissions)).map_err(fault)?;
    std::fs::rename(&beside, &full).map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        fault(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_where_one_change_cannot_be_made() {
        let site = tempfile::tempdir().unwrap();
        std::fs::write(site.path().join("b.yaml"), "b: 2\n").unwrap();
        for (second, why) in [
            (Change::new_file("b.yaml", "x"), "already"),
            (Change::changed("b.yaml", "b: 1\n", "b: 3\n"), "meanwhile"),
            (Change::new_file("../out.yaml", "x"), "inside"),
        ] {
            let fault = apply(site.path(), &[Change::new_file("a.yaml", "a: 1\n"), second]).unwrap_err();
            assert!(fault.to_string().contains(why), "{fault}");
            assert!(!site.path().join("a.yaml").exists());
        }
        apply(site.path(), &[Change::new_file("in/a.yaml", "a: 1\n"), Change::changed("b.yaml", "b: 2\n", "b: 3\n")]).unwrap();
        assert_eq!(std::fs::read(site.path().join("b.yaml")).unwrap(), b"b: 3\n");
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_out_of_the_site_is_not_followed() {
        let (site, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(elsewhere.path(), site.path().join("content")).unwrap();
        assert!(apply(site.path(), &[Change::new_file("content/a.yaml", "a: 1\n")]).is_err());
        assert!(!elsewhere.path().join("a.yaml").exists());
    }

    #[test]
    fn a_change_shows_as_a_diff() {
        assert_eq!(Change::changed("a.yaml", "a: 1\nb: 2\n", "a: 1\nb: 3\n").diff(), "--- a.yaml\n+++ a.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n");
        assert!(Change::new_file("a.yaml", "a: 1\n").diff().starts_with("--- /dev/null\n+++ a.yaml\n"));
    }
}
