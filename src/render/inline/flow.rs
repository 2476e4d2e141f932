//! The lists and quotations that blocks stand in, as the tags before and after each block: properly nested by construction.

use super::Html;
use crate::model::{Block, Shape};

/// Deeper nesting is shown at this depth.
const DEEPEST: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    Quotation,
    List { ordered: bool, last: u32 },
    Item,
}

/// Follows blocks in reading order and says what begins before and ends after each.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    open: Vec<Container>,
}

impl Flow {
    /// Puts `block` at its place: the tags that end after the block before it, and those that begin before it.
    pub(crate) fn place(&mut self, block: &Block) -> (Html, Html) {
        let (mut after, mut before) = (String::new(), String::new());
        let quoted = usize::from(block.quoted).min(DEEPEST);
        if quoted != self.quotations() {
            self.close_to(quoted.min(self.quotations()), &mut after);
            while self.open.len() < quoted {
                self.open.push(Container::Quotation);
                before.push_str("<blockquote>");
            }
        }
        match block.shape {
            Shape::Item { number, depth } => self.item(quoted, number, usize::from(depth), &mut after, &mut before),
            Shape::ItemMore { depth } if self.open.len() > quoted => {
                let lists = (self.open.len() - quoted) / 2;
                let wanted = (usize::from(depth) + 1).clamp(1, lists);
                self.close_to(quoted + wanted * 2, &mut after);
            }
            _ => self.close_to(quoted, &mut after),
        }
        (Html(after), Html(before))
    }

    /// Ends everything that is open.
    pub(crate) fn finish(&mut self) -> Html {
        let mut after = String::new();
        self.close_to(0, &mut after);
        Html(after)
    }

    /// Above the quotations, lists and items stand in turn: `List Item List Item`.
    fn item(&mut self, quoted: usize, number: Option<u32>, depth: usize, after: &mut String, before: &mut String) {
        let lists = (self.open.len() - quoted) / 2;
        let depth = depth.min(lists).min(DEEPEST - 1);
        let ordered = number.is_some();
        if lists > depth {
            let list = quoted + depth * 2;
            let same = matches!(self.open.get(list), Some(Container::List { ordered: known, .. }) if *known == ordered);
            self.close_to(if same { list + 1 } else { list }, after);
        }
        if self.open.len() == quoted + depth * 2 {
            let start = number.unwrap_or(1);
            match number {
                Some(1) => before.push_str("<ol>"),
                Some(start) => before.push_str(&format!("<ol start=\"{start}\">")),
                None => before.push_str("<ul>"),
            }
            self.open.push(Container::List { ordered, last: start.saturating_sub(1) });
        }
        let mut item = "<li>".to_owned();
        if let (Some(Container::List { last, .. }), Some(number)) = (self.open.last_mut(), number) {
            if number != last.saturating_add(1) {
                item = format!("<li value=\"{number}\">");
            }
            *last = number;
        }
        before.push_str(&item);
        self.open.push(Container::Item);
    }

    fn quotations(&self) -> usize {
        self.open.iter().take_while(|container| **container == Container::Quotation).count()
    }

    fn close_to(&mut self, len: usize, out: &mut String) {
        while self.open.len() > len {
            out.push_str(match self.open.pop() {
                Some(Container::Quotation) => "</blockquote>",
                Some(Container::List { ordered: true, .. }) => "</ol>",
                Some(Container::List { .. }) => "</ul>",
                Some(Container::Item) => "</li>",
                None => "",
            });
        }
    }
}
