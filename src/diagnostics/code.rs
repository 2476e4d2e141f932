//! The one table of codes: each with its default severity and the explanation that the manual prints.

use super::Severity;
use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $explanation:literal;)*) => {
        /// Which rule found something. The name is stable: people search for it and switch it off by it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code {
            $(
                #[doc = $explanation]
                #[serde(rename = $name)]
                $variant,
            )*
        }

        /// Every code, in the order of the manual.
        pub const EVERY_CODE: &[Code] = &[$(Code::$variant),*];

        impl Code {
            /// The stable name: `empty-section`.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            /// How bad it is unless a stage says otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),* }
            }

            /// What it means and why it matters.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$variant => $explanation),* }
            }
        }
    };
}

codes! {
    // Files of the site.
    NoSeeds "no-seeds" Error "There is no seed: the folder `seeds/` is missing or holds no `.txt` or `.md` file.";
    NotASeed "not-a-seed" Warning "A file in `seeds/` is of a kind that is not read; save it as plain text or Markdown.";
    FileUnreadable "file-unreadable" Error "A file of the site could not be read.";
    FileTooLarge "file-too-large" Error "A file is larger than chancery reads (64 MiB for a seed, 1 MiB for YAML).";
    LinkOutside "link-outside" Warning "A symbolic link was not followed.";
    // YAML.
    YamlSyntax "yaml-syntax" Error "A YAML file cannot be parsed.";
    YamlUnknownKey "yaml-unknown-key" Error "A YAML file has a key that means nothing there; it is most often misspelled.";
    YamlDuplicateKey "yaml-duplicate-key" Error "A YAML mapping gives the same key twice; one of them would be lost.";
    YamlValue "yaml-value" Error "A value in a YAML file is not of the form that its key asks for.";
    YamlUnsafe "yaml-unsafe" Error "A YAML file uses tags, or anchors beyond what can be read safely.";
    // Reading seeds.
    Encoding "encoding" Warning "A seed is not UTF-8; it was decoded from another encoding.";
    EmptySeed "empty-seed" Warning "A seed holds no text; nothing was made of it.";
    EmptySection "empty-section" Warning "A heading has nothing under it; it is kept but not shown as an empty section.";
    UnansweredQuestion "unanswered-question" Warning "A question has no answer; it is kept but not shown.";
    RawHtml "raw-html" Warning "Raw HTML in Markdown is shown as text, never passed through.";
    RemoteImage "remote-image" Warning "An image from elsewhere became a link: a built site asks nothing of a third party.";
    UnsafeLink "unsafe-link" Warning "A link's address is of a kind that is not let through; its text is kept.";
    FrontMatter "front-matter" Error "A Markdown seed's front matter is not closed.";
    ImageWithoutDescription "image-without-description" Warning "A picture has no description for those who cannot see it; its file name stands in for one.";
    Restored "restored" Note "Damaged text was restored for display; the seed itself is unchanged.";
    // Overlays.
    OrphanOverlay "orphan-overlay" Error "An overlay has no seed of the same name.";
    OverlayConflict "overlay-conflict" Error "An overlay says two things that cannot both hold.";
    // Actors.
    RegistryConflict "registry-conflict" Error "Two registry entries claim the same id, or an entry contradicts itself.";
    UnknownActor "unknown-actor" Error "A rule names an actor id that no registry entry and no found actor has.";
    AmbiguousAlias "ambiguous-alias" Warning "Two curated actors have the same alias; it is linked only where the text decides.";
    // What `check` looks for in seeds.
    RestorationProposed "restoration-proposed" Advice "Damaged text could be restored, and the settings say that it is not.";
    DuplicateParagraph "duplicate-paragraph" Warning "The same paragraph stands twice in a briefing; one of the two was most often pasted by mistake.";
    MixedQuotes "mixed-quotes" Advice "Straight and curly quotation marks are mixed in a briefing; one kind throughout reads better.";
    UnbalancedQuotes "unbalanced-quotes" Warning "A quotation mark has no partner, so that nobody can tell where the quotation begins or ends.";
    UnattributedQuotation "unattributed-quotation" Advice "A quotation has no speaker that can be told from the words around it; it stands on no actor's page.";
    RelativeDate "relative-date" Advice "A date such as `on Friday` means nothing a month later.";
    NumberMismatch "number-mismatch" Warning "Article and FAQ seem to state the same fact with different numbers.";
    UnsupportedQuestion "unsupported-question" Advice "The article holds next to nothing of what a question of the FAQ and its answer speak of.";
    // What `check` looks for among actors.
    ProbablySameActor "probably-same-actor" Advice "Two actors are probably one, whose name is written in two ways.";
    ProbablyTwoActors "probably-two-actors" Advice "An actor is probably two of one name: different texts give it roles that have nothing in common.";
    UnusedEntry "unused-entry" Advice "No briefing names this actor of the registry.";
    LikelyMisspelling "likely-misspelling" Warning "A name stands once, and is one letter away from a name that is known.";
    // What `check --external` asks other sites.
    ExternalLink "external-link" Warning "A link to another site leads nowhere, or its host does not answer; asked only with `check --external`.";
    // Addresses.
    AddressTaken "address-taken" Error "Two things claim the same address.";
    AddressInvalid "address-invalid" Error "A slug or id holds characters that an address cannot have, or is empty.";
    AddressDropped "address-dropped" Warning "An address that the last build published is gone; a `former` line would keep it.";
    SearchIndex "search-index" Error "The search index could not be made.";
    DanglingLink "dangling-link" Error "A link leads to nothing on the site.";
    OrphanPage "orphan-page" Error "A page cannot be reached from the home page.";
    UnknownBriefing "unknown-briefing" Error "A rule names a briefing that does not exist.";
    // Settings and theme.
    NoBaseUrl "no-base-url" Warning "Without `base_url` no canonical address, feed or sitemap can be made.";
    BadSetting "bad-setting" Error "A setting has a value that cannot be used.";
    ThemeUnknown "theme-unknown" Error "The theme named in the settings does not exist.";
    ThemeToken "theme-token" Error "A `theme.yaml` holds something that is no colour, no value of a style sheet or no key.";
    ThemeStrings "theme-strings" Error "A file of a theme's strings cannot be read as Fluent.";
    ThemeContrast "theme-contrast" Warning "Two colours of the theme are too close to each other to be read.";
    TemplateSyntax "template-syntax" Error "A template of the theme cannot be parsed.";
    TemplateRender "template-render" Error "A template failed while a page was being made.";
    // Output.
    ForeignFile "foreign-file" Error "The output folder holds a file that chancery did not write.";
    // Hosts.
    HostFile "host-file" Error "A file that a host asks for is missing or out of date, or a person's edits stand in its place.";
    HostFileEdited "host-file-edited" Warning "A host's file was edited, so it does not follow the site's headers, caching and redirects any more.";
    HostLimit "host-limit" Warning "The site is beyond what a host takes: number or size of files, redirects, a base path.";
}

/// A section for each code; `tests/suite/codes.rs` makes it, of this table among other things, and holds it to it.
const MANUAL: &str = include_str!("../../docs/codes.md");

impl Code {
    /// What `chancery explain` prints: the code's section of the manual.
    pub fn page(self) -> String {
        let section = MANUAL.split("\n## ").find(|section| section.lines().next() == Some(self.name()));
        // A code that has no section yet, for as long as it takes to write one.
        section
            .map_or_else(|| format!("{} ({})\n\n{}\n", self.name(), self.severity().name(), self.explanation()), |section| format!("{}\n", section.trim_end()))
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
