//! What a build is told, and the small options of each stage cut from it.

use crate::input::Settings;
use crate::model::{Briefing, Date, meta::Status};
use crate::read::ReadOptions;
use crate::render::RenderOptions;
use crate::site::SiteFacts;

/// What the command line says.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// Wins over the settings' `base_url`.
    pub base_url: Option<String>,
    /// The day of the build: decides what is published, and appears nowhere.
    pub date: Date,
    /// Whether drafts are shown.
    pub drafts: Drafts,
}

/// Whether drafts are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// They are not built.
    Hidden,
    /// They are built, and marked.
    Shown,
}

/// Whether readers see a briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Visibility {
    Published,
    Draft,
    Hidden,
}

pub(super) fn visibility(briefing: &Briefing, options: &BuildOptions) -> Visibility {
    let meta = &briefing.meta;
    let embargoed = meta.publish_from.is_some_and(|from| options.date < from);
    let expired = meta.publish_until.is_some_and(|until| options.date > until);
    match meta.status.unwrap_or_default() {
        Status::Withdrawn => Visibility::Hidden,
        _ if embargoed || expired => Visibility::Hidden,
        Status::Published => Visibility::Published,
        Status::Draft if options.drafts == Drafts::Shown => Visibility::Draft,
        Status::Draft => Visibility::Hidden,
    }
}

pub(super) fn for_reading(settings: &Settings) -> ReadOptions {
    ReadOptions { language: settings.language.clone(), restore: settings.restore.clone() }
}

pub(super) fn for_rendering(settings: &Settings) -> RenderOptions {
    RenderOptions { links: settings.links }
}

/// The first day of the tenth month after that of the build: within a year, as RFC 9116 asks, and the same for a month's builds.
fn expires(date: Date) -> Option<Date> {
    let (year, month, _) = date.parts();
    let month = i32::from(month) - 1 + 10;
    Date::new(year.checked_add(i16::try_from(month / 12).ok()?)?, i8::try_from(month % 12 + 1).ok()?, 1)
}

pub(super) fn facts(settings: &Settings, date: Date) -> SiteFacts {
    SiteFacts {
        title: settings.title.clone().unwrap_or_else(|| "Briefings".to_owned()),
        description: settings.description.clone(),
        base_url: settings.base_url.clone(),
        base_path: settings.base_path().to_owned(),
        language: settings.language.clone(),
        publisher: settings.publisher.clone(),
        author: settings.author.clone(),
        contact: settings.contact.as_ref().map(|contact| if contact.contains("://") { contact.clone() } else { format!("mailto:{contact}") }),
        licence: settings.licence.clone(),
        noindex: settings.noindex,
        detected: settings.detected,
        expires: settings.contact.as_ref().and_then(|_| expires(date)),
        publish: settings.publish.clone(),
    }
}
