//! Pagefind: the library that indexes, and whose program reads the index in the browser.

use super::record::Records;
use super::{Bundle, IndexFile};
use crate::diagnostics::{Code, Diagnostic};
use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;

/// The program that reads the index in the browser.
const PROGRAM: &str = "pagefind.js";

pub(super) fn index(records: &Records<'_>, bundle: &Bundle) -> Result<Vec<IndexFile>, Diagnostic> {
    let failed = |error: &dyn std::fmt::Display| {
        Diagnostic::new(Code::SearchIndex, format!("the search index could not be made: {error}"))
            .help("publish without it by `publish: { search: false }` in `content/site.yaml`")
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| failed(&error))?;
    let mut files = runtime.block_on(async {
        let options = PagefindServiceConfig::builder().force_language(bundle.language.clone()).build();
        let mut index = PagefindIndex::new(Some(options)).map_err(|error| failed(&error))?;
        for record in &bundle.records {
            index.add_html_file(None, Some(records.address(*record)), records.html(*record)).await.map_err(|error| failed(&error))?;
        }
        index.get_files().await.map_err(|error| failed(&error))
    })?;
    let names: Vec<String> = files.iter().map(|file| file.filename.to_string_lossy().replace('\\', "/")).collect();
    let has_own_words = names.contains(&format!("wasm.{}.pagefind", bundle.language));
    let is_kept = |name: &str| {
        if name.contains('/') || name.ends_with(".pf_meta") || name == "pagefind-entry.json" {
            return true;
        }
        // Its ready-made pages, highlighters and workers are not what this site's page uses.
        bundle.has_program && (name == PROGRAM || name.starts_with("wasm.") && (name != "wasm.unknown.pagefind" || !has_own_words))
    };
    let mut kept: Vec<IndexFile> = files
        .iter_mut()
        .zip(&names)
        .filter(|(_, name)| is_kept(name))
        .map(|(file, name)| IndexFile { path: format!("{}{name}", bundle.folder), bytes: std::mem::take(&mut file.contents) })
        .collect();
    kept.sort_by(|a, b| a.path.cmp(&b.path));
    kept.dedup_by(|a, b| a.path == b.path);
    Ok(kept)
}
