//! What `check` alone looks for. Each rule sees one briefing with what was found in it, or the whole site; it reads no file and changes nothing.

mod actors;
mod dates;
mod numbers;
mod paragraphs;
mod questions;
mod quotes;
mod registry;
mod restorations;
mod spelling;
mod word;

pub(super) use restorations::with_fix;

use crate::build::Build;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::input::Inputs;
use crate::language::{self, Pack};
use crate::model::{BlockNo, Briefing, BriefingNo, Role};
use crate::site::Entry;
use crate::text::TextRange;
use rayon::prelude::*;

/// One briefing, as a rule sees it.
struct Context<'a> {
    entry: &'a Entry,
    briefing: &'a Briefing,
    pack: &'static Pack,
    inputs: &'a Inputs,
    build: &'a Build,
}

type BriefingRule = fn(&Context<'_>, &mut Diagnostics);

/// Every rule that looks at one briefing at a time.
const BRIEFING_RULES: &[BriefingRule] = &[
    restorations::proposed,
    paragraphs::duplicates,
    quotes::mixed,
    quotes::unbalanced,
    quotes::unattributed,
    dates::relative,
    numbers::mismatches,
    questions::unsupported,
];

type SiteRule = fn(&Build, &Inputs, &mut Diagnostics);

/// Every rule that needs the whole site.
const SITE_RULES: &[SiteRule] = &[actors::same, actors::two, spelling::misspelled, registry::unused];

/// What all rules find.
pub(super) fn apply(build: &Build, inputs: &Inputs, diagnostics: &mut Diagnostics) {
    let entries = build.site.entries();
    let found: Vec<Diagnostics> = entries
        .par_iter()
        .enumerate()
        .map(|(number, entry)| {
            let pack = language::pack(build.site.language(BriefingNo::at(number)));
            let context = Context { entry, briefing: &entry.briefing, pack, inputs, build };
            let mut found = Diagnostics::default();
            BRIEFING_RULES.iter().for_each(|rule| rule(&context, &mut found));
            found
        })
        .collect();
    found.into_iter().for_each(|found| diagnostics.extend(found));
    SITE_RULES.iter().for_each(|rule| rule(build, inputs, diagnostics));
}

impl Context<'_> {
    /// The blocks that readers see as running text, headings among them.
    fn texts(&self) -> impl Iterator<Item = (BlockNo, &str)> {
        self.briefing.blocks.iter().enumerate().filter_map(|(number, block)| {
            let shown = !matches!(block.role, Role::FrontMatter | Role::Separator | Role::FaqMarker | Role::Dateline);
            (shown && block.shape != crate::model::Shape::Code).then(|| (BlockNo::at(number), block.text.text()))
        })
    }

    /// A finding at this place of a block.
    fn finding(&self, code: Code, block: BlockNo, range: TextRange, message: String) -> Diagnostic {
        at(self.briefing, code, block, range, message)
    }
}

/// A finding at this place of a briefing.
fn at(briefing: &Briefing, code: Code, block: BlockNo, range: TextRange, message: String) -> Diagnostic {
    let span = briefing.source_span(block, range).unwrap_or(briefing.block(block).span);
    Diagnostic::new(code, message).in_file(&briefing.seed).at(span)
}
