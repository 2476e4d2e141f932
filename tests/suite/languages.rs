//! What works in which language: tables of sentences, each with what is found in it.

use chancery::actors::{Registry, candidates, cast_in, mentions};
use chancery::language::pack;
use chancery::model::meta::Restore;
use chancery::model::{Briefing, Mentions, QuotationKind, Role, Roster};
use chancery::read::{ReadOptions, SeedInput, read};

fn briefing(language: &str, text: &str) -> Briefing {
    let options = ReadOptions { language: language.to_owned(), restore: Restore::All(true) };
    read(&SeedInput { key: "test", path: "seeds/test.txt", bytes: text.as_bytes(), overlay: None }, &options).value.unwrap()
}

fn named(language: &str, briefing: &Briefing, registry: &Registry) -> (Roster, Mentions) {
    let pack = pack(language);
    let found = candidates(briefing, registry, pack);
    let cast = cast_in(&[(briefing, &found)], registry, pack).value;
    (cast.roster.as_ref().clone(), mentions(briefing, &found, &cast, pack))
}

fn registry(yaml: &str) -> Registry {
    let registry = Registry::parse(&[("content/actors/a.yaml", yaml)]);
    assert!(registry.diagnostics.is_empty(), "{:?}", registry.diagnostics);
    registry.value
}

/// The text with every mention in brackets, with its actor's id.
fn marked(language: &str, text: &str, registry: &Registry) -> String {
    let briefing = briefing(language, text);
    let (roster, found) = named(language, &briefing, registry);
    let mut out = text.to_owned();
    for mention in found.mentions.iter().rev() {
        let span = briefing.source_span(mention.block, mention.range).unwrap().range();
        out.insert_str(span.end, &format!("|{}]", roster.actor(mention.actor).id));
        out.insert(span.start, '[');
    }
    out
}

fn plain(marked: &str) -> String {
    let mut plain = String::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        let (inner, after) = after.split_once(']').unwrap();
        plain.push_str(before);
        plain.push_str(inner.split_once('|').unwrap().0);
        rest = after;
    }
    plain + rest
}

#[track_caller]
fn check(language: &str, registry: &Registry, cases: &[&str]) {
    for case in cases {
        assert_eq!(marked(language, &plain(case), registry), *case);
    }
}

#[test]
fn french_names_are_found_where_french_has_them() {
    check(
        "fr",
        &Registry::default(),
        &[
            // Articles that lost their vowel, with both apostrophes.
            "L’[Iran|iran] et l'[Irak|iraq] négocient depuis lundi avec les voisins d’[Israël|israel].",
            // An adjective of a state behind its noun names the state; of a dish, a language or a people it does not.
            "Le ministère [iranien|iran] a fermé ses portes, et les forces armées [maliennes|mali] se taisent.",
            "Ils parlaient français et mangeaient un fromage suisse au théâtre italien avec des Iraniens.",
            "Des diplomates [français|france], [allemands|germany] et [britanniques|united-kingdom] sont attendus.",
            // Bodies with their head first.
            "Le [ministère des Affaires étrangères de la Norvège|ministere-des-affaires-etrangeres-de-la-norvege] reste muet.",
            "La [Banque mondiale|world-bank], l’[Union africaine|african-union] et la [Cour pénale internationale|international-criminal-court] enquêtent.",
            "Le [Front pour le renouveau du Nord|front-pour-le-renouveau-du-nord] ([FRN|front-pour-le-renouveau-du-nord]) tient la ville. Le [FRN|front-pour-le-renouveau-du-nord] attend.",
            // Letters and names of the same actor as in English.
            "L’[ONU|united-nations], l’[OTAN|nato], la [CEDEAO|economic-community-of-west-african-states] et l’[AIEA|international-atomic-energy-agency] ont été informées.",
            // Buildings and capitals that act; a capital where something is.
            "Le [Kremlin|russia] a démenti, l’[Élysée|france] a confirmé et le [Quai d’Orsay|france] s’est tu.",
            "[Téhéran|iran] a accusé hier ses voisins. La réunion a eu lieu à [Téhéran|tehran] dimanche.",
            // Persons by title, by given name, by surname.
            "La présidente [Hélène Castaing|helene-castaing] a reçu M. [Dupuis-Laval|dupuis-laval]. Mme [Castaing|helene-castaing] part demain.",
            "Le traité de Lisbonne et l’accord de Paris restent en vigueur au bord du lac Tchad.",
            "Le Tour de France passe près de la société minière [Cuprex|cuprex]. L’entreprise [Solvanor|solvanor] attend, [Cuprex|cuprex] aussi.",
        ],
    );
}

/// Everything of one kind that the text states, in words.
fn stated(language: &str, text: &str) -> Vec<String> {
    let briefing = briefing(language, text);
    let (roster, found) = named(language, &briefing, &Registry::default());
    let id = |actor| roster.actor(actor).id.as_str();
    found
        .roles
        .iter()
        .map(|role| {
            let title = role.title_in(briefing.block(role.block).text.text());
            format!("{}: {title} > {}", id(role.actor), role.of.map_or("-", id))
        })
        .collect()
}

#[test]
fn french_roles_stand_before_a_name_and_behind_it() {
    for (text, expected) in [
        ("Le ministre iranien des Affaires étrangères, Kamran Dehghani, est arrivé.", &["kamran-dehghani: ministre des Affaires étrangères > iran"][..]),
        ("La présidente de la Moldavie, Elena Rusu, est arrivée.", &["elena-rusu: présidente > moldova"]),
        ("Nadia Benhamou, économiste à la Banque mondiale, est arrivée.", &["nadia-benhamou: économiste > world-bank"]),
        ("Issouf Zongo, porte-parole du gouvernement burkinabè, est arrivé.", &["issouf-zongo: porte-parole du gouvernement > burkina-faso"]),
        (
            "Le porte-parole de l’armée israélienne, le général Amos Yardeni, est arrivé.",
            &["amos-yardeni: porte-parole de l’armée > israel", "amos-yardeni: général > israel"],
        ),
        ("L’ancien Premier ministre Paul Martineau est arrivé.", &["paul-martineau: ancien Premier ministre > -"]),
        ("Anne Delorme a rencontré le prédécesseur de Marc Tessier.", &[]),
    ] {
        let mut found = stated("fr", text);
        found.sort();
        let mut expected: Vec<&str> = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{text}");
    }
}

/// Words that somebody says, with who says them.
fn said(text: &str) -> Vec<String> {
    let briefing = briefing("fr", text);
    let (roster, found) = named("fr", &briefing, &Registry::default());
    let mut said = Vec::new();
    for quotation in &found.quotations {
        let mark = if quotation.kind == QuotationKind::Direct { "«" } else { "que" };
        let speaker = quotation.speaker.map_or("-", |actor| roster.actor(actor).id.as_str());
        said.push(format!("{speaker} {mark} {}", quotation.range.of(briefing.block(quotation.block).text.text()).trim()));
    }
    said
}

#[test]
fn french_speech_has_its_speaker_behind_the_verb_or_before_it() {
    for (text, expected) in [
        ("« Nous restons », a déclaré M. Anselme Dubreuil.", "anselme-dubreuil « Nous restons"),
        ("« Nous restons ici », a affirmé la ministre de la Santé, Anne Delorme, devant la presse.", "anne-delorme « Nous restons ici"),
        ("Anne Delorme est arrivée lundi. « Nous restons ici », a-t-elle ajouté.", "anne-delorme « Nous restons ici"),
        ("Anne Delorme est arrivée lundi. « Nous restons ici », dit-elle.", "anne-delorme « Nous restons ici"),
        ("« Rien n’est joué, tout reste à faire », explique-t-on dans les couloirs.", "- « Rien n’est joué, tout reste à faire"),
        ("Anne Delorme a déclaré mardi que les écoles rouvriraient.", "anne-delorme que que les écoles rouvriraient"),
        ("Anne Delorme, ministre de la Santé, a assuré qu’elle resterait.", "anne-delorme que qu’elle resterait"),
        ("Selon Anne Delorme, les écoles vont rouvrir.", "anne-delorme que les écoles vont rouvrir"),
        ("Les écoles vont rouvrir lundi, d’après la Banque mondiale.", "world-bank que Les écoles vont rouvrir lundi"),
        (
            "Le ministère iranien a fait valoir ses droits. L’AIEA estime que les stocks ont doublé.",
            "international-atomic-energy-agency que que les stocks ont doublé",
        ),
        ("Les écoles sont fermées depuis mardi, a indiqué Anne Delorme.", "anne-delorme que Les écoles sont fermées depuis mardi"),
        ("Anne Delorme affirme avoir tenu parole.", "anne-delorme que avoir tenu parole"),
    ] {
        assert_eq!(said(text), [expected], "{text}");
    }
}

#[test]
fn french_seeds_are_read_with_their_questions() {
    let text = "Le barrage\n\nLe débit baisse depuis lundi. Les riverains attendent.\n\nFoire aux questions\n\nQui contrôle le débit\u{a0}?\n\nPersonne à lui seul.\n\nEst-ce que l’eau manque ?\n\nPas encore.\n";
    let roles = |text: &str| briefing("fr", text).blocks.iter().map(|block| block.role).collect::<Vec<_>>();
    assert_eq!(roles(text), [Role::Title, Role::Paragraph, Role::FaqMarker, Role::Question, Role::Answer, Role::Question, Role::Answer]);
    for heading in ["Questions fréquentes", "FAQ", "Questions-réponses"] {
        assert!(roles(&text.replace("Foire aux questions", heading)).contains(&Role::FaqMarker), "{heading}");
    }
    let labelled = "Le barrage\n\nLe débit baisse.\n\nFAQ\n\nQ : Qui contrôle le débit ?\nR : Personne.\n\nQ : Pourquoi ?\nR : On l’ignore.\n";
    assert_eq!(roles(labelled).iter().filter(|role| **role == Role::Answer).count(), 2);
}

#[test]
fn an_actor_is_the_same_in_every_language_and_has_its_name_in_the_sites() {
    for (language, name) in [("fr", "Allemagne"), ("fr-CA", "Allemagne"), ("de", "Deutschland"), ("en", "Germany")] {
        let text = format!("{name} schweigt, se tait, is silent on the river and on the harbour.");
        let (roster, _) = named(language, &briefing(language, &text), &Registry::default());
        let found: Vec<(&str, &str)> = roster.actors.iter().map(|actor| (actor.id.as_str(), actor.name.as_str())).collect();
        assert_eq!(found, [("germany", name)], "{language}");
    }
}

#[test]
fn names_are_found_in_their_word_forms_where_the_pack_says_how() {
    let curated = registry(
        "- {id: orlovsky, name: Олег Орловский, kind: person, aliases: [Орловский]}\n- {id: aydin, name: Deniz Aydınlı, kind: person}\n- {id: haddad, name: سلمى الحداد, kind: person}\n",
    );
    check("ru", &curated, &["Переговоры с [Олегом Орловским|orlovsky] начались в [России|russia], а не в [Иране|iran]. [Орловского|orlovsky] ждут."]);
    check("tr", &curated, &["[İran|iran]’ın önerisi [Deniz Aydınlı|aydin]'ya ulaştı, [Türkiye|turkey]'nin yanıtı bekleniyor."]);
    check("ar", &curated, &["قالت [سلمى الحداد|haddad] إن الاتفاق مع [إيران|iran] ول[فرنسا|france] قريب."]);
}

#[test]
fn no_grammar_is_applied_to_a_language_that_has_none_here() {
    let curated = registry("- {id: lindqvist, name: Ann Lindqvist, kind: person}\n");
    check("sv", &curated, &["Statsminister [Ann Lindqvist|lindqvist] sade att Bror Karlsson och [NATO|nato] väntar på Utrikesministeriet i [Iran|iran]."]);
}
