//! The tokens of a theme: colours, type and widths of its `theme.yaml`, put as custom properties in place of the comment
//! `/* tokens */` in its style sheets; and the check that its colours can be read.

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::text::SourceSpan;
use crate::yaml::{self, Node, Value};
use std::fmt::Write;

/// What stands in a style sheet where the tokens belong.
const PLACE: &str = "/* tokens */";

/// The tokens of a theme, in the order in which they were first named.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    colours: Vec<(String, Colour)>,
    others: Vec<(String, String)>,
    contrast: Vec<Pair>,
}

#[derive(Debug)]
struct Colour {
    light: String,
    dark: String,
    /// Where it is written.
    place: (String, SourceSpan),
}

/// The first colour must stand out from the second at least so much.
#[derive(Debug)]
struct Pair {
    text: String,
    ground: String,
    least: f64,
}

impl Tokens {
    /// Adds those of a `theme.yaml`; what it names again, wins.
    pub(super) fn add(&mut self, file: &str, text: &str, diagnostics: &mut Diagnostics) {
        let Some(node) = yaml::parse(file, text, 0).unpack(diagnostics) else { return };
        let mut fault = |span, message: String, help: &str| diagnostics.push(Diagnostic::new(Code::ThemeToken, message).in_file(file).at(span).help(help));
        let Value::Mapping(sections) = &node.value else {
            fault(node.span, "a theme.yaml is a mapping of keys".to_owned(), "write `name: ...` and what else the theme has");
            return;
        };
        for (key, section) in sections {
            match (key.name.as_str(), &section.value) {
                ("name" | "description", Value::Scalar(..)) => {}
                ("colours", Value::Mapping(pairs)) => {
                    for (name, value) in pairs {
                        match colours(value) {
                            Some((light, dark)) if is_name(&name.name) => {
                                put(&mut self.colours, &name.name, Colour { light, dark, place: (file.to_owned(), value.span) });
                            }
                            _ => fault(
                                value.span,
                                format!("`{}` is not a pair of colours", name.name),
                                "write two: `[\"#1a1917\", \"#ebe8e1\"]`, in light and in dark",
                            ),
                        }
                    }
                }
                ("type" | "width", Value::Mapping(pairs)) => {
                    for (name, value) in pairs {
                        match &value.value {
                            Value::Scalar(text, _) if is_name(&name.name) && !text.contains([';', '{', '}', '<', '\\', '@']) => {
                                put(&mut self.others, &name.name, text.clone());
                            }
                            _ => fault(value.span, format!("`{}` is not a value of a style sheet", name.name), "write it as it would stand there, without `;`"),
                        }
                    }
                }
                ("contrast", Value::Sequence(rows)) => {
                    for row in rows {
                        match pair(row) {
                            Some(pair) => self.contrast.push(pair),
                            None => fault(row.span, "this is not a pair of colours with a contrast".to_owned(), "write `[ink, paper, 7]`"),
                        }
                    }
                }
                (other, _) => fault(
                    key.span,
                    format!("a theme.yaml has no key `{other}` like this"),
                    "it has `name`, `description`, and the mappings `colours`, `type` and `width`, and the list `contrast`",
                ),
            }
        }
    }

    /// Says which colours are too close to be read, once for each pair and scheme.
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        let find = |name: &str| self.colours.iter().find(|(known, _)| known == name).map(|(_, colour)| colour);
        let mut said: Vec<(&str, &str)> = Vec::new();
        for pair in &self.contrast {
            let (Some(text), Some(ground)) = (find(&pair.text), find(&pair.ground)) else { continue };
            for (scheme, text_is, ground_is) in [("light", &text.light, &ground.light), ("dark", &text.dark, &ground.dark)] {
                let (Some(a), Some(b)) = (luminance(text_is), luminance(ground_is)) else { continue };
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                if contrast + 1e-9 >= pair.least || said.contains(&(&pair.text, &pair.ground)) {
                    continue;
                }
                said.push((&pair.text, &pair.ground));
                let (file, span) = if text.place.0.is_empty() { &ground.place } else { &text.place };
                let message = format!(
                    "the colour `{}` ({text_is}) on `{}` ({ground_is}) has a contrast of {:.2}:1 in the {scheme} scheme; it needs {}:1",
                    pair.text,
                    pair.ground,
                    (contrast * 100.0).floor() / 100.0,
                    pair.least
                );
                let help = "choose a darker or a lighter one: people with weak eyes, and everybody in the sun, could not read it";
                diagnostics.push(Diagnostic::new(Code::ThemeContrast, message).in_file(file).at(*span).help(help));
            }
        }
    }

    /// The colours of the light scheme, by name.
    pub(super) fn light(&self) -> impl Iterator<Item = (&str, &str)> {
        self.colours.iter().map(|(name, colour)| (name.as_str(), colour.light.as_str()))
    }

    /// `style` with the tokens in their place.
    pub(super) fn put_into(&self, style: &str) -> Option<String> {
        let (before, after) = style.split_once(PLACE)?;
        let mut text = format!("{before}:root {{\n");
        for (name, colour) in &self.colours {
            let _ = writeln!(text, "  --{name}: light-dark({}, {});", colour.light, colour.dark);
        }
        for (name, value) in &self.others {
            let _ = writeln!(text, "  --{name}: {value};");
        }
        text.push('}');
        text.push_str(after);
        Some(text)
    }
}

fn put<T>(list: &mut Vec<(String, T)>, name: &str, value: T) {
    match list.iter_mut().find(|(known, _)| known == name) {
        Some((_, old)) => *old = value,
        None => list.push((name.to_owned(), value)),
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn colours(node: &Node) -> Option<(String, String)> {
    let Value::Sequence(both) = &node.value else { return None };
    let [Value::Scalar(light, _), Value::Scalar(dark, _)] = [&both.first()?.value, &both.get(1)?.value] else { return None };
    (both.len() == 2 && luminance(light).is_some() && luminance(dark).is_some()).then(|| (light.clone(), dark.clone()))
}

fn pair(node: &Node) -> Option<Pair> {
    let Value::Sequence(row) = &node.value else { return None };
    let [text, ground, least] = &row[..] else { return None };
    let (Value::Scalar(text, _), Value::Scalar(ground, _), Value::Scalar(least, _)) = (&text.value, &ground.value, &least.value) else { return None };
    Some(Pair { text: text.clone(), ground: ground.clone(), least: least.parse().ok().filter(|least| (1.0..=21.0).contains(least))? })
}

/// Relative luminance of `#rgb` or `#rrggbb`, by WCAG 2.
fn luminance(colour: &str) -> Option<f64> {
    let hex = colour.strip_prefix('#').filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let part = |at: usize| -> Option<f64> {
        let byte = match hex.len() {
            3 => u8::from_str_radix(hex.get(at..=at)?, 16).ok()? * 17,
            6 => u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok()?,
            _ => return None,
        };
        let value = f64::from(byte) / 255.0;
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * part(0)? + 0.7152 * part(1)? + 0.0722 * part(2)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> (Tokens, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let mut tokens = Tokens::default();
        tokens.add("themes/x/theme.yaml", text, &mut diagnostics);
        tokens.check(&mut diagnostics);
        (tokens, diagnostics.iter().map(|finding| format!("{}: {}", finding.code.name(), finding.message)).collect())
    }

    #[test]
    fn tokens_become_custom_properties() {
        let (tokens, found) = findings("colours: {ink: ['#000', '#fff']}\nwidth: {measure: 40rem}\n");
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(tokens.put_into("a\n/* tokens */\nb").unwrap(), "a\n:root {\n  --ink: light-dark(#000, #fff);\n  --measure: 40rem;\n}\nb");
        assert_eq!(tokens.put_into("a"), None);
    }

    #[test]
    fn the_contrast_of_black_and_white_is_21() {
        for (least, expected) in [("21", 0), ("7", 0)] {
            assert_eq!(findings(&format!("colours: {{a: ['#000', '#fff'], b: ['#ffffff', '#000']}}\ncontrast: [[a, b, {least}]]\n")).1.len(), expected);
        }
        let (_, found) = findings("colours: {a: ['#777', '#fff'], b: ['#fff', '#000']}\ncontrast: [[a, b, 4.5]]\n");
        assert_eq!(found, ["theme-contrast: the colour `a` (#777) on `b` (#fff) has a contrast of 4.47:1 in the light scheme; it needs 4.5:1"]);
    }

    #[test]
    fn what_is_no_token_is_said() {
        for text in ["colours: {a: red}", "width: {a: '1px; } body {'}", "contrast: [[a, b]]", "fonts: {}", "- a", "type: {'A B': serif}"] {
            assert_eq!(findings(text).1.len(), 1, "{text}");
        }
    }
}
