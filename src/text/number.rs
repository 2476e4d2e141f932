//! Typed numbers: a block's number cannot be taken for an actor's.

use serde::{Deserialize, Serialize};

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// From a position in a list; saturates, which no list that fits in memory reaches.
            pub fn at(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }

            /// As a position in a list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

number!(
    /// A briefing's number within a site, in the order of sorted keys.
    BriefingNo
);
number!(
    /// A block's number within its briefing, in reading order.
    BlockNo
);
number!(
    /// An actor's number within a roster, in the order of sorted ids.
    ActorNo
);
