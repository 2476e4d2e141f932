//! Share pictures: what those who show a link put beside it. Drawn ones for briefings and actors, where the settings ask for them; else one of the site's own.

use super::kind::kind_key;
use crate::model::Target;
use crate::picture::{self, Card, Colours};
use crate::site::Site;
use crate::text::Fingerprint;
use crate::theme::Theme;

/// Names of a site's own share picture, the best first.
const OWN: [&str; 3] = ["share.png", "share.jpg", "share.jpeg"];

/// The site's own share picture: a file of `content/static/`.
pub(super) fn own(site: &Site) -> Option<&'static str> {
    OWN.into_iter().find(|name| matches!(site.addresses().find(name), Some(Target::Asset(_))))
}

/// The drawn picture that stands for a page, where there is one.
pub(super) fn drawn(site: &Site, page: &Target) -> Option<Target> {
    let picture = match page {
        Target::Article(no) | Target::Faq(no) => Target::BriefingPicture(*no),
        Target::Actor(no) | Target::ActorPart(no, _) => Target::ActorPicture(*no),
        _ => return None,
    };
    site.addresses().has(&picture).then_some(picture)
}

/// A card, with the words that are made for it.
pub(super) struct Made<'a> {
    title: &'a str,
    kind: &'a str,
    date: Option<String>,
    site: &'a str,
    colours: Colours<'a>,
}

impl Made<'_> {
    fn card(&self) -> Card<'_> {
        Card { title: self.title, kind: self.kind, date: self.date.as_deref(), site: self.site, colours: self.colours }
    }
}

/// What is drawn at a target; `None` where it is no picture.
pub(super) fn card<'a>(site: &'a Site, theme: &'a Theme, target: &Target) -> Option<Made<'a>> {
    let site_name = site.facts().title.as_str();
    let colours = colours(theme);
    match target {
        Target::BriefingPicture(no) => {
            let words = theme.strings(site.language(*no));
            let date = site.meta(*no).date.map(|date| words.date(date));
            Some(Made { title: &site.briefing(*no).title.text, kind: words.get("briefing"), date, site: site_name, colours })
        }
        Target::ActorPicture(no) => {
            let actor = site.roster().actor(*no);
            let kind = theme.strings(&site.facts().language).get(kind_key(actor.kind));
            Some(Made { title: &actor.name, kind, date: None, site: site_name, colours })
        }
        _ => None,
    }
}

/// The theme's, in light surroundings. A theme without colours of its own is black on white.
fn colours(theme: &Theme) -> Colours<'_> {
    let of = |name: &str, or: &'static str| theme.colour(name).unwrap_or(or);
    Colours {
        paper: of("paper", "#ffffff"),
        ink: of("ink", "#000000"),
        quiet: of("quiet", "#444444"),
        line: of("line", "#cccccc"),
        accent: of("accent", "#000000"),
    }
}

pub(super) fn draw(made: &Made<'_>) -> Result<Vec<u8>, String> {
    picture::draw(&made.card())
}

/// Of everything that decides the picture at a target; `None` where it is no picture.
pub(super) fn fingerprint(site: &Site, theme: &Theme, target: &Target) -> Option<Fingerprint> {
    matches!(target, Target::BriefingPicture(_) | Target::ActorPicture(_)).then(|| card(site, theme, target).map(|made| made.card().fingerprint())).flatten()
}
