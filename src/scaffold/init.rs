//! A site that builds at once.

use super::{modeline, schema};
use crate::edit::Change;
use crate::model::Date;

/// The files of a new site, those that are there already left out: `exists` says of a path whether something stands there.
/// The example is made only where there is no seed yet.
pub fn init(date: Date, exists: impl Fn(&str) -> bool) -> Vec<Change> {
    let mut files = vec![
        ("content/site.yaml".to_owned(), format!("{}{}", modeline(schema::Schema::Site, 0), include_str!("files/site.yaml"))),
        ("README.md".to_owned(), include_str!("files/README.md").to_owned()),
        (".gitignore".to_owned(), include_str!("files/gitignore").to_owned()),
    ];
    if !exists("seeds") {
        files.push(("seeds/example.txt".to_owned(), include_str!("files/example.txt").to_owned()));
        let overlay = include_str!("files/example.yaml").replace("DATE", &date.to_string());
        files.push(("content/briefings/example.yaml".to_owned(), format!("{}{overlay}", modeline(schema::Schema::Overlay, 1))));
    }
    files.extend(schema::Schema::ALL.map(|schema| (schema.path(), schema.json())));
    files.into_iter().filter(|(path, _)| !exists(path)).map(|(path, text)| Change::new_file(path, text)).collect()
}
