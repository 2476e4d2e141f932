//! Small sets of function words, endings and stems, by what the grammar of names and speech asks them for. The words lie in each language's `cues.txt`.

use rustc_hash::FxHashMap;

macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// What a small word is asked for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Cue {
            $($(#[$doc])* $name,)*
        }

        /// The name of each in `cues.txt`, in the order of [`Cue`].
        const KEYS: &[&str] = &[$($key,)*];
    };
}

cues! {
    /// Joins two of a kind.
    And = "and",
    /// Says as what somebody acts.
    As = "as",
    /// As `at`.
    At = "at",
    /// Between a post and a body, of those who work for one.
    AtWith = "at-with",
    /// The bare form of to be.
    Be = "be",
    /// As `between`.
    Between = "between",
    /// As `but`.
    But = "but",
    /// Before whoever does what is done.
    By = "by",
    /// As `for`.
    For = "for",
    /// As `from`.
    From = "from",
    /// As `had`.
    Had = "had",
    /// As `has`.
    Has = "has",
    /// As `if`.
    If = "if",
    /// As `in`.
    In = "in",
    /// One word for those who speak for a state.
    Leadership = "leadership",
    /// As `new`.
    New = "new",
    /// As `not`.
    Not = "not",
    /// Before what something is of.
    Of = "of",
    /// As `on`.
    On = "on",
    /// As `quoted`.
    Quoted = "quoted",
    /// As `tells`.
    Tells = "tells",
    /// Opens a reported clause.
    That = "that",
    /// The article within a sentence.
    The = "the",
    /// As `to`.
    To = "to",
    /// Verb of speech with whom it is said to.
    Told = "told",
    /// As `warned`.
    Warned = "warned",
    /// As `which`.
    Which = "which",
    /// As `who`.
    Who = "who",
    /// As `whose`.
    Whose = "whose",
    /// Points back to a body.
    Its = "its",
    /// The article, also at the head of a sentence.
    Articles = "articles",
    /// As `a`, `the`.
    ShortArticles = "short-articles",
    /// Before whom something is done with or against.
    Against = "against",
    /// As `although`, `though`.
    Although = "although",
    /// As `and`, `but`.
    AndBut = "and-but",
    /// As `and`, `of`.
    AndOf = "and-of",
    /// As `and`, `or`.
    AndOr = "and-or",
    /// As `and`, `the`.
    AndThe = "and-the",
    /// As `as`, `to`.
    AsTo = "as-to",
    /// Before what an office or body is of or for.
    OfFor = "of-for",
    /// A pronoun that means a person.
    She = "she",
    /// As `is`, `was`.
    Is = "is",
    /// What is not done.
    Never = "never",
    /// Before the letters that a body goes by.
    OrThe = "or-the",
    /// Opens a relative clause.
    WhoWhich = "who-which",
    /// As `who`, `whose`.
    WhoWhose = "who-whose",
    /// Heads of bodies that are named by where they are.
    PlacedHeads = "placed-heads",
    /// As `a`, `an`, `the`.
    AnyArticle = "any-article",
    /// As `also`, `better`, `popularly`.
    BetterKnown = "better-known",
    /// As `and`, `of`, `the`.
    AndOfThe = "and-of-the",
    /// As `for`, `of`, `to`.
    OfForTo = "of-for-to",
    /// Opens what is asked or explained.
    Whether = "whether",
    /// What only governments are at.
    Odds = "odds",
    /// The same, also at the head of a sentence.
    AnyShe = "any-she",
    /// Particles elsewhere that are too common to be of a name.
    NoParticle = "no-particle",
    /// As `a`, `an`, `new`.
    ObjectLeads = "object-leads",
    /// As `a`, `for`, `of`.
    DescribedLeads = "described-leads",
    /// Between a subject and its verb.
    Floating = "floating",
    /// Opens what a verb is done to, and stands behind no noun.
    Objects = "objects",
    /// Before an auxiliary whose subject follows.
    SoNor = "so-nor",
    /// Chambers and cabinets that are named by one word.
    Chambers = "chambers",
    /// The head noun of parties and unions that is a chamber's elsewhere.
    Congress = "congress",
    /// Within the name of a police, and how such a name ends.
    Police = "police",
    /// As above.
    PoliceEnds = "police-ends",
    /// What a body or a state may be to others as well as a person.
    EitherRoles = "either-roles",
    /// How the names of streets and buildings end, also behind a given name.
    StreetEnds = "street-ends",
    /// As `be`, `been`, `is`.
    Been = "been",
    /// Verbs that say what something is called.
    Calls = "calls",
    /// As `a`, `an`, `the`.
    AppositionLeads = "apposition-leads",
    /// Joins a body's head noun to what it is of.
    BodyLinks = "body-links",
    /// Opens what stands between a subject and its verb.
    Asides = "asides",
    /// As `could`, `did`, `does`.
    Modals = "modals",
    /// Any article, also at the head of a sentence.
    EveryArticle = "every-article",
    /// Before a place, never before a person.
    Whereabouts = "whereabouts",
    /// As `a`, `an`, `no`.
    CalledLeads = "called-leads",
    /// Before a person.
    PersonLeads = "person-leads",
    /// Somebody who speaks and has no name.
    Somebody = "somebody",
    /// Verbs of speech that do not stand behind what is said.
    NotTrailing = "not-trailing",
    /// Forms of to be.
    ToBe = "to-be",
    /// Joins a role to what it is of.
    RoleLinks = "role-links",
    /// Nouns for a state.
    Realms = "realms",
    /// Before a role.
    RoleLeads = "role-leads",
    /// Before when or where something was said.
    WhenLeads = "when-leads",
    /// What a city cannot do.
    Wills = "wills",
    /// Before a place.
    PlaceLeads = "place-leads",
    /// Behind a comma, ends a reported clause.
    ClauseEnds = "clause-ends",
    /// Small words within a body's name of many languages.
    Within = "within",
    /// As `he`, `her`, `his`.
    BareAfterDay = "bare-after-day",
    /// As `a`, `all`, `an`.
    NominalLeads = "nominal-leads",
    /// Before a building as a building.
    SeatLeads = "seat-leads",
    /// Before officials who are not their state.
    Few = "few",
    /// Begins a clause that is reported without its conjunction.
    BareClause = "bare-clause",
    /// Before a state that does not act.
    Governs = "governs",
    /// Behind a verb of speech at a sentence's end.
    Trails = "trails",
    /// Before a noun that hangs on another.
    Hangs = "hangs",
    /// Between a verb and whom it is done to.
    ActBetween = "act-between",
    /// As `At`, `By`, `For`.
    Prepositions = "prepositions",
    /// Before where something is or goes.
    Located = "located",
    /// How a past form ends.
    PastEnds = "past-ends",
    /// How a present participle ends.
    ParticipleEnds = "participle-ends",
    /// How an adverb ends.
    AdverbEnds = "adverb-ends",
    /// How a plural ends.
    PluralEnds = "plural-ends",
    /// How a word ends that looks like a plural and is none.
    SingularEnds = "singular-ends",
    /// What is put behind a plain verb to look it up among the forms of the lists.
    VerbEnds = "verb-ends",
    /// How words end that are no portfolio.
    VerbalEnds = "verbal-ends",
    /// How nouns of portfolios end.
    AbstractEnds = "abstract-ends",
    /// Opens a clause whose subject follows.
    Subordinators = "subordinators",
    /// Joins parties, of whom one may be meant as a government.
    Joint = "joint",
    /// Verbs of being that take a role at once.
    Becomes = "becomes",
    /// How verbs begin whose infinitive is a reported clause.
    PromiseStems = "promise-stems",
    /// As `ask`.
    AskStems = "ask-stems",
    /// As `sa`.
    SayStems = "say-stems",
    /// How verbs begin behind which stands to whom something is said.
    TellStems = "tell-stems",
    /// Of those, the ones that take an infinitive.
    UrgeStems = "urge-stems",
    /// As `warn`.
    WarnStems = "warn-stems",
    /// As `declar`, `predict`.
    DeclareStems = "declare-stems",
    /// How verbs begin that report by a noun.
    NominalStems = "nominal-stems",
    /// As `describ`.
    DescribeStems = "describe-stems",
    /// Verbs of speech that take a clause without its conjunction.
    Clausal = "clausal",
    /// Whom or what is called something, as a pronoun.
    CalledPronouns = "called-pronouns",
    /// The same, before a noun.
    CalledOwners = "called-owners",
    /// Behind a verb of warning.
    WarnedOf = "warned-of",
    /// The ending of a possessive, with or without its apostrophe.
    Possessive = "possessive",
    /// The commonest words: a text that has few of them is not in the language.
    Frequent = "frequent",
    /// Behind a name in the plural, so that its last letter is no possessive's.
    PluralFollowers = "plural-followers",
    /// How names of inhabitants, followers and offices end, which do have a plural.
    PeopleEnds = "people-ends",
    /// Before an auxiliary verb that asks.
    AskedAfter = "asked-after",
    /// Before a question word.
    AskedUnder = "asked-under",
    /// Question words that have their verb in them.
    AskedWith = "asked-with",
    /// Question words, by what may follow them.
    AskedWhat = "asked-what",
    /// As above.
    AskedWho = "asked-who",
    /// As above.
    AskedWhich = "asked-which",
    /// As above.
    AskedIs = "asked-is",
    /// As above.
    AskedHow = "asked-how",
    /// As above.
    AskedWhy = "asked-why",
    /// As above.
    AskedWhen = "asked-when",
    /// Pronouns, determiners and conjunctions, which are no part of a name.
    NeverNamed = "never-named",
    /// A whole answer in a word.
    Answers = "answers",
    /// The same, where it may be a determiner.
    No = "no",
    /// Before a noun, so that what looks like a contraction is one.
    Owners = "owners",
    /// Contractions without their apostrophe that are words of their own.
    WordsToo = "words-too",
    /// Articles and conjunctions that lose their vowel before an apostrophe: the word behind it is one of its own.
    Elisions = "elisions",
    /// Before whoever is vouched by, where it stands for a government: `selon Ankara`.
    Vouching = "vouching",
    /// Infinitives that a verb of speech takes as what is said: `affirme avoir signé`.
    Infinitives = "infinitives",
    /// How adjectives end, where they stand behind their noun.
    AdjectiveEnds = "adjective-ends",
    /// Adjectives that do not end so.
    Adjectives = "adjectives",
    /// How a verb ends in the future or the conditional, which a city does not do.
    WillEnds = "will-ends",
    /// Opens what is asked, behind a verb of asking.
    AskedClauses = "asked-clauses",
    /// How verbs begin whose infinitive may stand some way behind.
    VowStems = "vow-stems",
    /// Behind a comma, goes on with when or how something was said.
    AsideLeads = "aside-leads",
    /// As `den`, for what is denied without a conjunction.
    DenyStems = "deny-stems",
    /// Begins a clause without its conjunction where a finite verb follows.
    ClauseSubjects = "clause-subjects",
    /// Before or as a verb in its plain form.
    PlainHelpers = "plain-helpers",
    /// Whoever is told something, by no name.
    Listeners = "listeners",
    /// Begins a statement that somebody is told.
    StatementLeads = "statement-leads",
    /// Before `on` or `for` and a government that shall do something.
    CallsOn = "calls-on",
    /// Before a government that shall do something.
    WantsOf = "wants-of",
    /// Before a role of several words.
    CompoundLeads = "compound-leads",
    /// Says whose official somebody is, and no office.
    Counterpart = "counterpart",
    /// Behind a comma, no aside that says who spoke.
    AmidLeads = "amid-leads",
    /// Means a body or a state.
    It = "it",
    /// Plurals that end otherwise, within the names of bodies.
    PluralsToo = "plurals-too",
    /// In the plural, the head of a body's name behind a possessive.
    PluralHeads = "plural-heads",
    /// Behind a name and a comma, opens what the name is.
    DescribingArticles = "describing-articles",
    /// Before a noun that says what the name behind it is.
    DescribedOwners = "described-owners",
    /// Behind a noun that says what a name is.
    NounGoesOn = "noun-goes-on",
    /// Behind a participle behind such a noun.
    OwnedBy = "owned-by",
    /// Verbs that say who is told something.
    Tell = "tell",
    /// How posts begin that are for a body.
    SpeaksForStems = "speaks-for-stems",
    /// Behind whoever is told something.
    ToldEnds = "told-ends",
    /// Between a post and a body.
    PostOf = "post-of",
    /// Posts that towns and lands have, too.
    TownPosts = "town-posts",
    /// First parts of roles that a hyphen joins: `porte-parole`.
    HyphenedRoles = "hyphened-roles",
}

/// The sets of one language.
#[derive(Debug)]
pub struct Cues {
    sets: Vec<Vec<&'static str>>,
    /// Each word of a set, with its number.
    numbers: FxHashMap<&'static str, CueNumber>,
    /// By the number: which sets the word is in, a bit a set.
    asked: Vec<[u64; PARTS]>,
}

/// Which word of the sets a word is: 0 where it is none.
pub type CueNumber = u16;

/// Words of 64 bits that hold a bit for each set.
const PARTS: usize = KEYS.len().div_ceil(64);

impl Cues {
    /// Reads `name: words` lines. A name that is not written is an empty set.
    pub(super) fn new(list: &'static str) -> Self {
        let mut sets = vec![Vec::new(); KEYS.len()];
        // Most lines stand in the order of the keys.
        let mut expected = 0;
        for line in super::entries(list) {
            let Some((key, words)) = line.split_once(':') else { continue };
            let ahead = KEYS.iter().skip(expected).position(|known| *known == key).map(|at| expected + at);
            let Some(at) = ahead.or_else(|| KEYS.iter().position(|known| *known == key)) else { continue };
            if let Some(set) = sets.get_mut(at) {
                set.extend(words.split_whitespace());
            }
            expected = at + 1;
        }
        let mut numbers = FxHashMap::with_capacity_and_hasher(1024, rustc_hash::FxBuildHasher);
        let mut asked = vec![[0; PARTS]];
        for (at, words) in sets.iter().enumerate() {
            for word in words {
                let next = CueNumber::try_from(asked.len()).unwrap_or_default();
                let number = *numbers.entry(*word).or_insert(next);
                if number == next {
                    asked.push([0; PARTS]);
                }
                if let Some(part) = asked.get_mut(usize::from(number)).and_then(|sets| sets.get_mut(at / 64)) {
                    *part |= 1 << (at % 64);
                }
            }
        }
        Self { sets, numbers, asked }
    }

    fn of(&self, cue: Cue) -> &[&'static str] {
        self.sets.get(cue as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// Every word of the sets, with its number.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (&'static str, CueNumber)> {
        self.numbers.iter().map(|(word, number)| (*word, *number))
    }

    /// Which word of the sets `word` is; case counts.
    pub fn number(&self, word: &str) -> CueNumber {
        self.numbers.get(word).copied().unwrap_or_default()
    }

    /// Whether the word with this number is in the set.
    pub fn holds(&self, cue: Cue, number: CueNumber) -> bool {
        let cue = cue as usize;
        number != 0 && self.asked.get(usize::from(number)).and_then(|sets| sets.get(cue / 64)).is_some_and(|part| part >> (cue % 64) & 1 != 0)
    }

    /// Whether `word` is in the set; case counts.
    pub fn has(&self, cue: Cue, word: &str) -> bool {
        self.holds(cue, self.number(word))
    }

    /// Whether `word` ends as an entry of the set says.
    pub fn ends(&self, cue: Cue, word: &str) -> bool {
        self.of(cue).iter().any(|end| word.ends_with(end))
    }

    /// Whether `word` begins as an entry of the set says.
    pub fn begins(&self, cue: Cue, word: &str) -> bool {
        self.of(cue).iter().any(|stem| word.starts_with(stem))
    }

    /// `word` without the ending that an entry of the set says.
    pub fn stem<'w>(&self, cue: Cue, word: &'w str) -> Option<&'w str> {
        self.of(cue).iter().find_map(|end| word.strip_suffix(end))
    }

    /// The entries of a set.
    pub fn entries(&self, cue: Cue) -> &[&'static str] {
        self.of(cue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_sets_is_understood_and_every_set_is_used() {
        for (language, list) in [("en", include_str!("en/cues.txt")), ("en", include_str!("en/restoring_cues.txt")), ("fr", include_str!("fr/cues.txt"))] {
            for line in super::super::entries(list) {
                let (key, words) = line.split_once(':').unwrap_or_else(|| panic!("{language}: {line}"));
                assert!(KEYS.contains(&key) && !words.trim().is_empty(), "{language}: {line}");
            }
        }
        let english = Cues::new(include_str!("en/cues.txt"));
        let restoring = Cues::new(include_str!("en/restoring_cues.txt"));
        let french = Cues::new(include_str!("fr/cues.txt"));
        let used = |set: &usize| [&english, &restoring, &french].iter().any(|cues| !cues.sets[*set].is_empty());
        assert!((0..KEYS.len()).all(|set| used(&set)), "no language has {:?}", (0..KEYS.len()).find(|set| !used(set)).map(|set| KEYS[set]));
        assert!(english.has(Cue::Articles, "The") && !english.has(Cue::The, "The"));
        assert!(english.ends(Cue::PastEnds, "asked") && english.begins(Cue::AskStems, "asked"));
        assert_eq!(english.stem(Cue::PluralEnds, "ministers"), Some("minister"));
    }
}
