//! The site's icon: a file of its own under `content/static/`, else that of the theme.

use crate::model::Target;
use crate::policy;
use crate::site::Site;
use crate::theme::Theme;

/// A picture that stands for the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Icon<'a> {
    /// Below the output folder.
    pub(crate) path: &'a str,
    /// Its media type.
    pub(crate) media_type: &'static str,
}

/// Names of a site's own icon, the best first.
const OWN: [&str; 3] = ["favicon.svg", "favicon.png", "favicon.ico"];

/// The icon; `None` where neither the site nor the theme has one.
pub(crate) fn icon<'a>(site: &Site, theme: &'a Theme) -> Option<Icon<'a>> {
    let own = OWN.into_iter().find(|name| matches!(site.addresses().find(name), Some(Target::Asset(_))));
    let path = own.or_else(|| theme.assets().iter().find(|asset| asset.name == "icon.svg").map(|asset| asset.path.as_str()))?;
    Some(Icon { path, media_type: policy::media_type(path) })
}
