//! The words of schema.org that pages use: one node with what may be said of it. What is empty is left out.

use crate::model::Date;
use serde::Serialize;
use std::borrow::Cow;

/// The block of a page.
#[derive(Debug, Serialize)]
pub(super) struct Graph<'a> {
    #[serde(rename = "@context")]
    pub(super) context: &'static str,
    #[serde(rename = "@graph")]
    pub(super) graph: Vec<Node<'a>>,
}

/// Something that is described.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Node<'a> {
    #[serde(rename = "@type", skip_serializing_if = "str::is_empty")]
    pub(super) kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) alternate_name: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) same_as: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) identifier: Vec<Node<'a>>,
    #[serde(rename = "propertyID", skip_serializing_if = "Option::is_none")]
    pub(super) property_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) logo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) main_entity_of_page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_modified: Option<Date>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) author: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) publisher: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) creator: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publishing_principles: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) license: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) keywords: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) is_part_of: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) has_part: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) about: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) mentions: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) citation: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) correction: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) translation_of_work: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) work_translation: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) main_entity: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) accepted_answer: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) job_title: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) affiliation: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) in_defined_term_set: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) item_list_element: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) position: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<String>,
}

impl<'a> Node<'a> {
    /// A node that another page describes, by its id alone.
    pub(super) fn elsewhere(id: String) -> Self {
        Self { id: Some(id), ..Self::default() }
    }

    /// Of this type, with nothing said of it yet.
    pub(super) fn new(kind: &'static str) -> Self {
        Self { kind, ..Self::default() }
    }

    /// With its name, unless that is empty.
    pub(super) fn named(kind: &'static str, name: impl Into<Cow<'a, str>>) -> Self {
        Self { kind, name: Some(name.into()).filter(|name| !name.trim().is_empty()), ..Self::default() }
    }
}
