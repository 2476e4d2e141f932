//! The site's own pages: Markdown under `content/pages/`.

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::input::{InputFile, Inputs, Settings};
use crate::language;
use crate::model::{Block, Role};
use crate::read::{self, overlay};
use crate::site::OwnPage;
use crate::text::slug;
use crate::yaml::{self, Keys};

/// Reads every page; sorted by path.
pub(super) fn read(inputs: &Inputs, settings: &Settings, diagnostics: &mut Diagnostics) -> Vec<OwnPage> {
    let mut pages: Vec<OwnPage> = inputs.pages.iter().filter_map(|file| page(file, settings, diagnostics)).collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    pages
}

#[derive(Default)]
struct Front {
    title: Option<String>,
    description: Option<String>,
    language: Option<String>,
    order: Option<i64>,
}

fn page(file: &InputFile, settings: &Settings, diagnostics: &mut Diagnostics) -> Option<OwnPage> {
    let Some(text) = file.text() else {
        diagnostics.push(Diagnostic::new(Code::YamlSyntax, "this page is not UTF-8").in_file(&file.path).help("save it as UTF-8"));
        return None;
    };
    let offset = file.bytes.len() - text.len();
    let read = read::own_page(&file.path, text, offset).unpack(diagnostics);
    let front = read.front.map(|(yaml, at)| front(&file.path, yaml, offset + at, diagnostics)).unwrap_or_default();
    let pieces: Vec<String> = file.key("content/pages").split('/').map(|piece| slug::slug(piece, 80)).collect();
    if pieces.iter().any(|piece| piece.is_empty() || slug::is_reserved(piece)) {
        diagnostics.push(
            Diagnostic::new(Code::AddressInvalid, "this file's name gives the page no address")
                .in_file(&file.path)
                .help("name it with letters and digits, for instance `about.md`"),
        );
        return None;
    }
    let path = pieces.join("/");
    let heading = read.blocks.iter().find(|block| block.role == Role::Title).map(|block| overlay::clean(block.text.text()));
    let title = front.title.or(heading).filter(|title| !title.is_empty()).unwrap_or_else(|| path.rsplit('/').next().unwrap_or(&path).replace('-', " "));
    let language = front.language.as_deref().unwrap_or(&settings.language);
    let description = front.description.unwrap_or_else(|| description(&read.blocks, language).unwrap_or_else(|| title.clone()));
    Some(OwnPage { file: file.path.clone(), path, title, description, language: front.language, blocks: read.blocks, order: front.order })
}

fn front(file: &str, text: &str, offset: usize, diagnostics: &mut Diagnostics) -> Front {
    let Some(node) = yaml::parse(file, text, offset).unpack(diagnostics) else { return Front::default() };
    let mut keys = Keys::of(file, &node);
    let line = |text: String| Some(overlay::clean(&text)).filter(|text| !text.is_empty());
    let front = Front {
        title: keys.take("title").and_then(line),
        description: keys.take("description").and_then(line),
        language: overlay::language(&mut keys, "language"),
        order: keys.take("order"),
    };
    diagnostics.extend(keys.finish());
    front
}

/// The first sentence of the first paragraph.
fn description(blocks: &[Block], language: &str) -> Option<String> {
    let text = blocks.iter().find(|block| block.role == Role::Paragraph)?.text.text();
    let first = language::sentences(text, language::pack(language)).into_iter().next()?;
    Some(overlay::clean(first.of(text)))
}
