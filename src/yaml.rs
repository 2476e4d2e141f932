//! YAML to types: bounded, with the place of every fault. The only file that knows a YAML package.
//!
//! `saphyr-parser` gives the tree with positions, `serde_yaml` gives the types of scalars and the conversion to Rust types.
//! Anchors are read within bounds; tags, duplicate keys and a second document are refused.

mod words;

use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::text::{SourceSpan, near};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// A YAML file larger than this is not read.
pub const LARGEST: usize = 1 << 20;
/// A file whose anchors unfold to more nodes than this is refused.
const MOST_NODES: usize = 200_000;
/// Deeper nesting is refused.
const DEEPEST: usize = 64;

/// A node with its place in the file (bytes on disk).
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands.
    pub span: SourceSpan,
    /// What it is.
    pub value: Value,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing (`~`, or no value).
    Null,
    /// A scalar: its text, and whether it was written without quotation marks.
    Scalar(String, Plain),
    /// A list.
    Sequence(Vec<Node>),
    /// A mapping, in the order written; keys are unique.
    Mapping(Vec<(Key, Node)>),
}

/// Whether a scalar was written without quotation marks, so that `true` and `3` are no texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// Without quotation marks.
    Yes,
    /// In quotation marks or as a block.
    No,
}

/// A mapping's key with its place.
#[derive(Clone, Debug)]
pub struct Key {
    /// The key.
    pub name: String,
    /// Where it stands.
    pub span: SourceSpan,
}

/// Parses `text`, which begins at byte `offset` of `file` on disk. `None` where the document is empty or broken.
pub fn parse(file: &str, text: &str, offset: usize) -> Checked<Option<Node>> {
    let mut reader =
        Reader { file, offset, bytes: byte_places(text), end: text.len(), anchors: BTreeMap::new(), nodes: 0, diagnostics: Diagnostics::default() };
    if text.len() > LARGEST {
        let finding = Diagnostic::new(Code::FileTooLarge, format!("this YAML file has {} bytes; at most {LARGEST} are read", text.len()))
            .in_file(file)
            .help("split it into several files");
        reader.diagnostics.push(finding);
        return Checked { value: None, diagnostics: reader.diagnostics };
    }
    let mut events = Parser::new_from_str(text);
    let value = reader.document(&mut events).unwrap_or_else(|finding| {
        reader.diagnostics.push(*finding);
        None
    });
    let value = if reader.diagnostics.has_errors() { None } else { value };
    Checked { value, diagnostics: reader.diagnostics }
}

type Events<'a> = Parser<'a, saphyr_parser::StrInput<'a>>;
type Broken = Box<Diagnostic>;

struct Reader<'a> {
    file: &'a str,
    offset: usize,
    /// For texts that are not ASCII: the byte of each character. The parser counts characters.
    bytes: Option<Vec<u32>>,
    end: usize,
    anchors: BTreeMap<usize, Node>,
    nodes: usize,
    diagnostics: Diagnostics,
}

fn byte_places(text: &str) -> Option<Vec<u32>> {
    (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX)).collect())
}

impl Reader<'_> {
    fn document(&mut self, events: &mut Events<'_>) -> Result<Option<Node>, Broken> {
        loop {
            match self.next(events)? {
                Some((Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _)) => {}
                None | Some((Event::StreamEnd | Event::DocumentEnd, _)) => return Ok(None),
                Some((event, span)) => {
                    let root = self.node(event, span, events, 0)?;
                    while let Some((event, span)) = self.next(events)? {
                        if let Event::DocumentStart(_) = event {
                            return Err(self
                                .fault(Code::YamlSyntax, self.place(span), "a second document begins here")
                                .help("keep one document in a file")
                                .into());
                        }
                    }
                    return Ok(Some(root));
                }
            }
        }
    }

    fn next<'i>(&mut self, events: &mut Events<'i>) -> Result<Option<(Event<'i>, Span)>, Broken> {
        match events.next_event() {
            None => Ok(None),
            Some(Ok(event)) => Ok(Some(event)),
            Some(Err(error)) => {
                let at = self.byte(error.marker().index());
                let span = SourceSpan::new(self.offset + at, self.offset + (at + 1).min(self.end.max(at)));
                let (message, help) = words::syntax(error.info());
                Err(self.fault(Code::YamlSyntax, span, message).help(help).into())
            }
        }
    }

    fn node(&mut self, event: Event<'_>, span: Span, events: &mut Events<'_>, depth: usize) -> Result<Node, Broken> {
        let place = self.place(span);
        self.count(1, place)?;
        if depth > DEEPEST {
            return Err(self.fault(Code::YamlUnsafe, place, "this is nested too deeply").into());
        }
        let (value, anchor, tag) = match event {
            Event::Alias(anchor) => {
                let Some(node) = self.anchors.get(&anchor).cloned() else {
                    return Err(self.fault(Code::YamlUnsafe, place, "this alias stands within what it names").into());
                };
                self.count(weight(&node), place)?;
                return Ok(Node { span: place, value: node.value });
            }
            Event::Scalar(text, style, anchor, tag) => {
                let plain = if style == ScalarStyle::Plain { Plain::Yes } else { Plain::No };
                let null = plain == Plain::Yes && matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL");
                (if null { Value::Null } else { Value::Scalar(text.into_owned(), plain) }, anchor, tag)
            }
            Event::SequenceStart(anchor, tag) => {
                let mut items = Vec::new();
                loop {
                    match self.next(events)? {
                        Some((Event::SequenceEnd, _)) | None => break,
                        Some((event, span)) => items.push(self.node(event, span, events, depth + 1)?),
                    }
                }
                (Value::Sequence(items), anchor, tag)
            }
            Event::MappingStart(anchor, tag) => (self.mapping(events, depth)?, anchor, tag),
            _ => (Value::Null, 0, None),
        };
        if tag.is_some() {
            return Err(self.fault(Code::YamlUnsafe, place, "tags are not read").help("write the value without its `!tag`").into());
        }
        let end = match &value {
            Value::Sequence(items) => items.last().map_or(place.end, |last| last.span.end),
            Value::Mapping(pairs) => pairs.last().map_or(place.end, |last| last.1.span.end.max(last.0.span.end)),
            _ => place.end,
        };
        let node = Node { span: SourceSpan { start: place.start, end: end.max(place.start) }, value };
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn mapping(&mut self, events: &mut Events<'_>, depth: usize) -> Result<Value, Broken> {
        let mut pairs: Vec<(Key, Node)> = Vec::new();
        let mut seen = BTreeMap::new();
        loop {
            let (event, span) = match self.next(events)? {
                Some((Event::MappingEnd, _)) | None => break,
                Some(event) => event,
            };
            let key = self.node(event, span, events, depth + 1)?;
            let Value::Scalar(name, _) = key.value else {
                return Err(self.fault(Code::YamlSyntax, key.span, "this key is not a plain text").into());
            };
            let Some((event, span)) = self.next(events)? else { break };
            let value = self.node(event, span, events, depth + 1)?;
            if seen.insert(name.clone(), ()).is_some() {
                let finding = self.fault(Code::YamlDuplicateKey, key.span, format!("the key `{name}` is given twice")).help("keep one of the two");
                self.diagnostics.push(finding);
                continue;
            }
            pairs.push((Key { name, span: key.span }, value));
        }
        Ok(Value::Mapping(pairs))
    }

    fn count(&mut self, nodes: usize, place: SourceSpan) -> Result<(), Broken> {
        self.nodes += nodes;
        if self.nodes > MOST_NODES {
            return Err(self.fault(Code::YamlUnsafe, place, "this file's anchors unfold to more than can be read safely").into());
        }
        Ok(())
    }

    fn fault(&self, code: Code, span: SourceSpan, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, message).in_file(self.file).at(span)
    }

    fn place(&self, span: Span) -> SourceSpan {
        SourceSpan::new(self.offset + self.byte(span.start.index()), self.offset + self.byte(span.end.index()))
    }

    fn byte(&self, character: usize) -> usize {
        match &self.bytes {
            None => character.min(self.end),
            Some(places) => places.get(character).map_or(self.end, |at| *at as usize),
        }
    }
}

fn weight(node: &Node) -> usize {
    match &node.value {
        Value::Null | Value::Scalar(..) => 1,
        Value::Sequence(items) => 1 + items.iter().map(weight).sum::<usize>(),
        Value::Mapping(pairs) => 1 + pairs.iter().map(|(_, value)| 1 + weight(value)).sum::<usize>(),
    }
}

impl Node {
    /// As a type. The fault names what is wrong and where, as close as the path to it allows.
    ///
    /// # Errors
    /// A `yaml-value` finding for `file`.
    pub fn to<T: DeserializeOwned>(&self, file: &str) -> Result<T, Diagnostic> {
        let value = self.typed();
        serde_path_to_error::deserialize(value).map_err(|error| {
            let mut at = self;
            for segment in error.path() {
                let inner = match (segment, &at.value) {
                    (serde_path_to_error::Segment::Map { key }, Value::Mapping(pairs)) => pairs.iter().find(|(k, _)| k.name == *key).map(|(_, node)| node),
                    (serde_path_to_error::Segment::Seq { index }, Value::Sequence(items)) => items.get(*index),
                    _ => None,
                };
                let Some(inner) = inner else { break };
                at = inner;
            }
            let (message, help) = words::value(&error.into_inner().to_string());
            let finding = Diagnostic::new(Code::YamlValue, message).in_file(file).at(at.span);
            match help {
                Some(help) => finding.help(help),
                None => finding,
            }
        })
    }

    fn typed(&self) -> serde_yaml::Value {
        match &self.value {
            Value::Null => serde_yaml::Value::Null,
            Value::Scalar(text, Plain::No) => serde_yaml::Value::String(text.clone()),
            Value::Scalar(text, Plain::Yes) => match serde_yaml::from_str::<serde_yaml::Value>(text) {
                Ok(value @ (serde_yaml::Value::Bool(_) | serde_yaml::Value::Number(_))) => value,
                _ => serde_yaml::Value::String(text.clone()),
            },
            Value::Sequence(items) => serde_yaml::Value::Sequence(items.iter().map(Node::typed).collect()),
            Value::Mapping(pairs) => {
                serde_yaml::Value::Mapping(pairs.iter().map(|(key, node)| (serde_yaml::Value::String(key.name.clone()), node.typed())).collect())
            }
        }
    }
}

/// The keys of one mapping, taken one by one; what is left over at the end is unknown. Every fault is reported, not only the first.
#[derive(Debug)]
pub struct Keys<'a> {
    file: &'a str,
    /// Where the whole mapping stands.
    pub span: SourceSpan,
    pairs: Vec<(&'a Key, &'a Node, bool)>,
    asked: Vec<&'static str>,
    diagnostics: Diagnostics,
}

impl<'a> Keys<'a> {
    /// Of a node; a fault where it is no mapping.
    pub fn of(file: &'a str, node: &'a Node) -> Self {
        let mut keys = Keys { file, span: node.span, pairs: Vec::new(), asked: Vec::new(), diagnostics: Diagnostics::default() };
        match &node.value {
            Value::Mapping(pairs) => keys.pairs = pairs.iter().map(|(key, value)| (key, value, false)).collect(),
            Value::Null => {}
            _ => keys.diagnostics.push(
                Diagnostic::new(Code::YamlValue, "this is not a mapping of keys to values")
                    .in_file(file)
                    .at(node.span)
                    .help("write `key: value`, one on each line"),
            ),
        }
        keys
    }

    /// The value of a key, as a type. `None` where the key is absent, empty, or at fault.
    pub fn take<T: DeserializeOwned>(&mut self, key: &'static str) -> Option<T> {
        let node = self.node(key)?;
        match node.to(self.file) {
            Ok(value) => Some(value),
            Err(finding) => {
                self.diagnostics.push(finding);
                None
            }
        }
    }

    /// The node of a key. `None` where the key is absent or empty.
    pub fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        self.asked.push(key);
        let pair = self.pairs.iter_mut().find(|(k, ..)| k.name == key)?;
        pair.2 = true;
        let node = pair.1;
        (!matches!(node.value, Value::Null)).then_some(node)
    }

    /// Where the value of a key stands, for a later fault.
    pub fn place(&self, key: &str) -> Option<SourceSpan> {
        self.pairs.iter().find(|(k, ..)| k.name == key).map(|(_, node, _)| node.span)
    }

    /// A list, or a single value that stands for a list of one.
    pub fn list<T: DeserializeOwned>(&mut self, key: &'static str) -> Vec<T> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let items: &[Node] = match &node.value {
            Value::Sequence(items) => items,
            _ => std::slice::from_ref(node),
        };
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            match item.to(self.file) {
                Ok(value) => values.push(value),
                Err(finding) => self.diagnostics.push(finding),
            }
        }
        values
    }

    /// Adds a finding.
    pub fn report(&mut self, finding: Diagnostic) {
        self.diagnostics.push(finding);
    }

    /// A finding about the value of `key`.
    pub fn fault(&mut self, key: &str, code: Code, message: impl Into<String>, help: impl Into<String>) {
        let span = self.place(key).unwrap_or(self.span);
        self.diagnostics.push(Diagnostic::new(code, message).in_file(self.file).at(span).help(help));
    }

    /// Reports the keys that nobody asked for, and gives all findings.
    pub fn finish(mut self) -> Diagnostics {
        for (key, _, taken) in &self.pairs {
            if *taken {
                continue;
            }
            let near = near::meant(&key.name, self.asked.iter().copied());
            let help = near.map_or_else(|| format!("the keys here are {}", self.asked.join(", ")), |near| format!("did you mean `{near}`?"));
            let mut finding = Diagnostic::new(Code::YamlUnknownKey, format!("there is no key `{}` here", key.name)).in_file(self.file).at(key.span).help(help);
            // A key that is one slip away, and that is not there already.
            if let Some(near) = near.filter(|near| near::distance(near, &key.name, 1).is_some() && !self.pairs.iter().any(|(other, ..)| other.name == **near)) {
                finding = finding.fix(key.span, near);
            }
            self.diagnostics.push(finding);
        }
        self.diagnostics
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> (Option<Node>, Diagnostics) {
        let checked = parse("content/x.yaml", text, 0);
        (checked.value, checked.diagnostics)
    }

    #[test]
    fn values_get_their_types_and_places() {
        let (node, found) = keys("name: Åsa\nno: NO\nlist: [a, 'true']\n");
        assert!(found.is_empty(), "{found:?}");
        let node = node.unwrap();
        let mut keys = Keys::of("content/x.yaml", &node);
        assert_eq!(keys.take::<String>("name").unwrap(), "Åsa");
        assert_eq!(keys.take::<String>("no").unwrap(), "NO");
        assert_eq!(keys.list::<String>("list"), ["a", "true"]);
        assert_eq!(keys.place("no").unwrap(), SourceSpan::new(15, 17));
        assert!(keys.finish().is_empty());
    }

    #[test]
    fn every_fault_is_reported_with_its_place() {
        let (node, _) = keys("titel: x\ndate: [1]\nslug: 5\n");
        let node = node.unwrap();
        let mut keys = Keys::of("f", &node);
        keys.take::<String>("title");
        keys.take::<String>("date");
        keys.take::<String>("slug");
        let found = keys.finish();
        let shown: Vec<String> = found.iter().map(|d| format!("{} {:?} {} {:?}", d.code, d.span.map(|s| s.start), d.message, d.help)).collect();
        assert_eq!(found.len(), 3, "{shown:#?}");
        assert!(shown[2].contains("did you mean `title`?"), "{shown:#?}");
    }

    #[test]
    fn what_is_unsafe_or_broken_is_refused() {
        for (text, code) in [
            ("a: 1\na: 2\n", Code::YamlDuplicateKey),
            ("a: !x 1\n", Code::YamlUnsafe),
            ("a: [1\n", Code::YamlSyntax),
            ("a: 1\n---\nb: 2\n", Code::YamlSyntax),
            (
                "a: &x [1,1,1,1,1,1,1,1,1,1]\nb: &y [*x,*x,*x,*x,*x,*x,*x,*x,*x,*x]\nc: &z [*y,*y,*y,*y,*y,*y,*y,*y,*y,*y]\nd: &w [*z,*z,*z,*z,*z,*z,*z,*z,*z,*z]\ne: &v [*w,*w,*w,*w,*w,*w,*w,*w,*w,*w]\nf: [*v,*v]\n",
                Code::YamlUnsafe,
            ),
        ] {
            let (node, found) = keys(text);
            assert!(node.is_none());
            assert_eq!(found.iter().next().map(|d| d.code), Some(code), "{text}");
        }
        let deep = "[".repeat(10_000);
        assert!(keys(&deep).1.has_errors());
    }
}
