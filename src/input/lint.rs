//! `lint` of `site.yaml`, overlays and front matter.

use crate::diagnostics::{Code, Diagnostic, EVERY_CODE, Severity};
use crate::model::lint::Lint;
use crate::text::near;
use crate::yaml::{Keys, Node, Value};
use std::collections::BTreeSet;

/// Where it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// For the whole site.
    Site,
    /// For one briefing, whose blocks it may name.
    Briefing,
}

/// Reads it; faults go to `keys`.
pub fn lint(file: &str, node: &Node, scope: Scope, keys: &mut Keys<'_>) -> Lint {
    let mut lint = Lint::default();
    let Value::Mapping(pairs) = &node.value else {
        keys.report(
            Diagnostic::new(Code::YamlValue, "this is not a mapping of codes to levels")
                .in_file(file)
                .at(node.span)
                .help("write `code: allow`, one on each line"),
        );
        return lint;
    };
    for (key, value) in pairs {
        let Some(code) = EVERY_CODE.iter().copied().find(|code| code.name() == key.name) else {
            let finding = Diagnostic::new(Code::YamlValue, format!("there is no code `{}`", key.name)).in_file(file).at(key.span);
            let help = match near::meant(&key.name, EVERY_CODE.iter().map(|code| code.name())) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "`chancery explain` lists all codes".to_owned(),
            };
            keys.report(finding.help(help));
            continue;
        };
        if code.severity() == Severity::Error {
            let finding = Diagnostic::new(Code::BadSetting, format!("`{code}` is an error: without mending it there is no site")).in_file(file).at(key.span);
            keys.report(finding.help("only warnings, advice and notes have levels"));
            continue;
        }
        match &value.value {
            Value::Sequence(_) if scope == Scope::Briefing => match value.to::<BTreeSet<String>>(file) {
                Ok(blocks) => {
                    lint.blocks.insert(code, blocks);
                }
                Err(finding) => keys.report(finding),
            },
            _ => match value.to(file) {
                Ok(level) => {
                    lint.levels.insert(code, level);
                }
                Err(finding) => keys.report(finding.help(match scope {
                    Scope::Site => "write `allow`, `advice`, `warning` or `error`",
                    Scope::Briefing => "write `allow`, `advice`, `warning` or `error`, or a list of ids of blocks",
                })),
            },
        }
    }
    lint
}
