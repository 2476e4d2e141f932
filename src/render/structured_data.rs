//! What a page tells machines about itself: JSON-LD in the words of schema.org. Says nothing that the page does not show, and no
//! address where the site has no base address.

use super::view::frame::Making;
use crate::model::{BlockNo, Briefing, BriefingNo, Date, Target};
use serde_json::{Map, Value, json};

/// Of an article: news where it is dated and somebody answers for it, else a page.
pub(crate) fn article(making: &Making<'_>, no: BriefingNo) -> String {
    let briefing = &*making.site.entry(no).briefing;
    let facts = making.site.facts();
    let address = making.site.addresses().absolute(&Target::Article(no));
    let organisation = |name: &String| json!({ "@type": "Organization", "name": name });
    let publisher = facts.publisher.as_ref().map(organisation);
    let author = facts.author.as_ref().map(organisation).or_else(|| publisher.clone());
    let is_news = briefing.meta.date.is_some() && address.is_some() && publisher.is_some() && !briefing.article.is_empty();
    let mut node = node(if is_news { "NewsArticle" } else { "WebPage" }, making.site.language(no), address.as_deref());
    put(&mut node, if is_news { "headline" } else { "name" }, Some(briefing.title.text.as_str()));
    put(&mut node, "description", Some(briefing.meta.standfirst.as_deref().unwrap_or(&briefing.description)).filter(|text| !text.is_empty()));
    put(&mut node, "mainEntityOfPage", address.as_deref().filter(|_| is_news));
    put(&mut node, "datePublished", briefing.meta.date.map(midnight));
    put(&mut node, "dateModified", briefing.meta.updated.or(briefing.meta.date).map(midnight));
    put(&mut node, "author", author.filter(|_| is_news));
    put(&mut node, "publisher", publisher);
    print(node)
}

/// Of a page of questions and answers.
pub(crate) fn faq(making: &Making<'_>, no: BriefingNo, name: &str) -> String {
    let briefing = &*making.site.entry(no).briefing;
    let addresses = making.site.addresses();
    let mut node = node("FAQPage", making.site.language(no), addresses.absolute(&Target::Faq(no)).as_deref());
    put(&mut node, "name", Some(name));
    let questions: Vec<Value> = briefing
        .questions()
        .map(|pair| {
            let mut question = Map::new();
            put(&mut question, "@type", Some("Question"));
            put(&mut question, "name", Some(briefing.block(pair.question).text.text()));
            put(&mut question, "url", addresses.absolute(&Target::Block(no, pair.question)));
            put(&mut question, "acceptedAnswer", Some(json!({ "@type": "Answer", "text": words(briefing, &pair.answer) })));
            Value::Object(question)
        })
        .collect();
    put(&mut node, "mainEntity", Some(questions));
    print(node)
}

/// Of the home page; nothing where the site does not know its address.
pub(crate) fn home(making: &Making<'_>) -> Option<String> {
    let facts = making.site.facts();
    let address = making.site.addresses().absolute(&Target::Home)?;
    let mut node = node("WebSite", &facts.language, Some(address.as_str()));
    put(&mut node, "name", Some(facts.title.as_str()));
    put(&mut node, "description", facts.description.as_deref());
    put(&mut node, "publisher", facts.publisher.as_ref().map(|name| json!({ "@type": "Organization", "name": name })));
    Some(print(node))
}

fn node(kind: &str, language: &str, address: Option<&str>) -> Map<String, Value> {
    let mut node = Map::new();
    put(&mut node, "@context", Some("https://schema.org"));
    put(&mut node, "@type", Some(kind));
    put(&mut node, "inLanguage", Some(language));
    put(&mut node, "url", address);
    node
}

fn put<V: Into<Value>>(node: &mut Map<String, Value>, key: &str, value: Option<V>) {
    if let Some(value) = value {
        node.insert(key.to_owned(), value.into());
    }
}

/// A day, where a moment is asked for.
fn midnight(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

fn words(briefing: &Briefing, blocks: &[BlockNo]) -> String {
    blocks.iter().map(|at| briefing.block(*at).text.text()).collect::<Vec<_>>().join("\n\n")
}

/// As it may stand in a script element: no `<` in it could end the element or open a comment.
fn print(node: Map<String, Value>) -> String {
    Value::Object(node).to_string().replace('<', "\\u003c")
}
