//! The words of a theme for kinds of actors.

use crate::model::Kind;

/// The string that names a kind.
pub(crate) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "kind_person",
        Kind::State => "kind_state",
        Kind::Organisation => "kind_organisation",
        Kind::ArmedGroup => "kind_armed_group",
        Kind::Office => "kind_office",
        Kind::Place => "kind_place",
        Kind::People => "kind_people",
    }
}
