# What the theme says itself. The forms of a plural are those of the language.
skip = Aller au texte
nav_site = Site
nav_briefings = Notes
nav_actors = Acteurs
page_of = page { $number } sur { $pages }
pages = Pages
newer = Mentions plus récentes
older = Mentions plus anciennes
previous = Page précédente
next = Page suivante
home = Accueil
briefing = Note
briefings = Notes
draft = Brouillon
draft_note = Ceci est un brouillon. Il n’est pas publié.
updated = mis à jour le { $date }
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
paragraphs = { $count ->
    [one] { $count } paragraphe
   *[other] { $count } paragraphes
}
paragraph = Paragraphe { $number }
permalink_paragraph = Lien vers le paragraphe { $number }
permalink_section = Lien vers cette section
permalink_question = Lien vers cette question
questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
questions_answered = { $count ->
    [one] { $count } question traitée
   *[other] { $count } questions traitées
}
mentions = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
quotations = { $count ->
    [one] { $count } citation
   *[other] { $count } citations
}
in_briefings = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
briefing_count = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
actor_count = { $count ->
    [one] { $count } acteur
   *[other] { $count } acteurs
}
contents = Sommaire
key_points = Points clés
who = Qui est qui
mentions_label = mentions
briefings_label = notes
score = Qui est nommé où
score_columns = { $count ->
    [one] Chaque colonne est un paragraphe.
   *[other] Chaque colonne réunit { $count } paragraphes.
}
score_ring = Un anneau : l’acteur y est cité ou ses propos rapportés.
score_named = { $name }, paragraphe { $number }
score_speaks = { $name } est cité ou ses propos rapportés, paragraphe { $number }
company = Qui est nommé avec qui
company_caption = Un arc relie deux acteurs nommés dans un même paragraphe ou une même réponse ; plus il y en a, plus il est large.
company_table = La même chose en tableau
company_actor = Acteur
company_other = Avec
company_count = Paragraphes ou réponses
asks = Questions traitées
who_more = { $count ->
    [one] { $count } autre acteur
   *[other] { $count } autres acteurs
}
bears_on = { $count ->
    [one] Une question à ce sujet
   *[other] Questions à ce sujet
}
faq = Questions et réponses
faq_only = Cette note est une liste de questions et de réponses.
faq_page_title = { $title } : questions et réponses
faq_description = { $questions } sur « { $title } », avec leurs réponses. La première : { $first }
to_article = Lire l’article
in_article = Dans l’article
footnote = Note de bas de page { $label }
footnotes = Notes de bas de page
back_to_text = Retour au texte, note { $label }
tags = Thèmes
tag_title = Thème : { $tag }
tag_description = { $briefings } sur le thème « { $tag } » sur { $site }.
tags_description = Tous les thèmes de { $site }.
sources = Références
corrections = Rectificatifs
correction = Rectificatif
corrections_description = Ce qui a été rectifié dans les notes de { $site }, du plus récent au plus ancien.
no_corrections = Rien n’a encore été rectifié.
related = Notes liées
related_by_person = choisie par la rédaction
related_shares = en commun : { $names }
foot_links = Les noms mènent à des pages qui réunissent chaque phrase où ils figurent. Un trait pointillé marque ce qui a été déduit.
foot_restored = Un soulignement pointillé dans le texte marque une ponctuation réparée ; la source elle-même est inchangée.
report = Signaler une erreur
report_note = Une erreur ? Signalez-la :
published_by = Publié par { $publisher }
licence = Licence : { $licence }
feed = Flux
made_with = Réalisé avec chancery
is_inferred = déduit
inferred_name = { $name } (déduit)
inferred_title = Déduit : le texte ne dit pas expressément de qui il s’agit
restored_added = Rétabli : absent de la source
restored_changed = Rétabli : la source porte « { $was } »
latest = Dernières notes
all_briefings = Toutes les notes
most_named = Les plus nommés
all_actors = Tous les acteurs
home_description = { $briefings } sur { $site }.
no_briefings = Il n’y a pas encore de notes.
briefings_description = Les { $briefings } de { $site }, de la plus récente à la plus ancienne.
actors = Acteurs
actors_description = { $order } : { $actors } dans les notes de { $site }.
actor_description = { $name } ({ $kind }) : { $mentions } dans { $briefings }, phrase par phrase.
no_actors = Aucun acteur n’est nommé dans ces notes.
listed_note = Figurer ici signifie être nommé dans ces textes. Ce n’est pas un jugement.
by_kind = Par genre
letters = Lettres
several_called = Noms de plusieurs acteurs
kind_person = Personne
kind_state = État
kind_organisation = Organisme
kind_armed_group = Groupe armé
kind_office = Institution
kind_place = Lieu
kind_people = Peuple
kinds_person = Personnes
kinds_state = États
kinds_organisation = Organismes
kinds_armed_group = Groupes armés
kinds_office = Institutions
kinds_place = Lieux
kinds_people = Peuples
origin_curated = Confirmé par la rédaction.
origin_gazetteer = Reconnu à son nom ; pas encore confirmé par la rédaction.
origin_detected = Trouvé dans le texte à sa forme ; pas encore confirmé par la rédaction.
stated = Selon le texte
roles = Fonctions
affiliations = Appartenances
other_names = Autres noms
alias_name = appelé aussi
alias_short = forme courte
alias_acronym = sigle
alias_demonym = adjectif
alias_metonym = désigne par image
identifiers = Identifiants
links = Liens
said = A dit
reported = rapporté
speaker_inferred = locuteur déduit
named = Nommé
not_named = Aucune note ne nomme encore cet acteur.
together = Avec
together_count = { $count ->
    [one] { $count } paragraphe ou réponse
   *[other] { $count } paragraphes ou réponses
}
place_paragraph = paragraphe { $number }
place_text = texte
place_heading = intertitre
place_question = une question
place_answer = réponse
place_section = titre de section
place_intro = préambule
place_title = titre
namesakes_title = Du nom de { $name }
namesakes_description = { $actors } du nom de { $name }, distingués.
namesakes_link = Autres du nom de { $name }
not_found = Cette page n’existe pas
not_found_text = L’adresse est peut-être mal écrite, ou ce qui s’y trouvait a disparu.
not_found_description = Cette adresse ne montre rien sur { $site }.
moved = Cette page a changé d’adresse
moved_description = La page qui se trouvait ici a une nouvelle adresse.
moved_link = Aller à la nouvelle adresse
quoted = Cité :
read_answer = Lire la réponse
the_text = Le texte
follow = Marquer { $name } dans le texte : { $mentions }
follow_nobody = Ne marquer personne
made = Comment cette page a été faite
made_mentions = { $count ->
    [one] { $count } mention liée à un acteur
   *[other] { $count } mentions liées à des acteurs
}
made_inferred = dont { $count } déduites
made_open = { $count ->
    [one] { $count } nom laissé ouvert
   *[other] { $count } noms laissés ouverts
}
made_corrected = { $count } corrigés par une personne
made_restored = { $count ->
    [one] { $count } signe de ponctuation rétabli
   *[other] { $count } signes de ponctuation rétablis
}
method_link = En savoir plus sur la méthode
is_curated = confirmé
is_found = trouvé dans le texte
see = voir
orders = Triés
order_name = par nom
order_mentions = les plus nommés
order_seen = nommés en dernier
actors_by_mentions = Acteurs, du plus au moins nommé
actors_by_seen = Acteurs, du plus récemment nommé
filter = Ne montrer que les noms avec
filter_none = Aucun nom de cette page ne contient cela.
and_last = en dernier dans
over_time = Au fil du temps
repairs = Quelque chose est faux ici ?
repairs_note = Chaque lien commence un message à la rédaction.
repair_not_same = Ce sont deux acteurs différents
repair_same = C’est le même qu’un autre acteur
repair_name = Le nom est faux
repair_subject = { $repair } : { $name }
repair_body =
    { $repair }
    
    Acteur : { $name } ({ $id })
    Page : { $page }
    
    Ce qui devrait y figurer, et où on peut le voir :
nearest = Cherchiez-vous l’une de ces pages ?
method = Comment ces pages sont faites
method_description = Comment { $site } fait des pages à partir de textes : ce qu’un programme trouve, ce qui est marqué comme déduit et comment le corriger.
method_intro = Les textes sont montrés tels qu’ils ont été reçus. Un programme trouve qui y est nommé ; ce dont il n’est pas sûr, il le marque, et ce qu’il ne peut établir, il le laisse.
method_numbers = En chiffres
method_text_title = Le texte
method_text = Rien n’est ajouté à un texte et rien n’en est retiré. Là où la ponctuation a été abîmée et où une seule réparation est possible, elle est faite pour l’affichage et soulignée de points. Aucun résumé, aucune fonction et aucune relation n’est écrite par le programme.
method_actors_title = Les noms
method_actors = Un nom est lié là où il est clair de qui il s’agit. Un soulignement pointillé dit que cela a été déduit. Ce qu’un rédacteur a confirmé l’emporte sur ce que le programme a trouvé, et ce qui reste douteux reste du texte simple.
method_quotes_title = Les paroles de quelqu’un
method_quotes = Les mots entre guillemets sont attribués à un locuteur là où le texte en nomme un. Les propos rapportés sont appelés ainsi. Si le locuteur a été déduit, c’est dit.
method_questions_title = Questions et paragraphes
method_questions = Une question se tient à côté d’un paragraphe quand ils partagent des noms et des mots rares. La réponse elle-même n’est jamais abrégée sur sa propre page.
method_wrong_title = Quand quelque chose est faux
method_wrong = Chaque énoncé sur la page d’un acteur mène à sa phrase et peut être vérifié. Les rectificatifs sont datés et listés.
handout = Document à imprimer
handout_link = À imprimer
handout_file = En un seul fichier
name_index = Index des noms, par paragraphe
data = Données ouvertes
data_link = En données
data_description = Ce que { $site } offre aux programmes : notes, mentions, citations et acteurs sous forme de fichiers.
data_intro = Ce que disent ces pages existe aussi en fichiers, pour compter, chercher et vérifier. Les nombres des pages sont ceux des fichiers.
data_each = Chaque note
data_each_note = À l’adresse de chaque note, suivie de ceci, se trouve son texte bloc par bloc, avec qui est nommé, qui parle, ce qui a été rétabli et avec quelle certitude :
data_example = Par exemple :
data_files = Fichiers
data_briefing_schema = Schéma JSON du fichier d’une note
data_site_schema = Schéma JSON du fichier qui contient tout
data_mentions = Table de toutes les mentions, chacune avec sa phrase
data_quotations = Table de toutes les citations, chacune avec son auteur
data_actors = Table de tous les acteurs
data_entities = Entités FollowTheMoney, une par ligne
data_graph = Graphe : qui est nommé avec qui
data_all = Tout en un fichier, compressé
data_note = Les positions dans un texte comptent des octets UTF-8 à partir de 0. Ce qui a été déduit est signalé. Dans les tables, ce qu’un tableur prendrait pour une formule est précédé d’une apostrophe.
nav_search = Recherche
search = Recherche
search_description = Chercher dans les textes, les questions et les acteurs de { $site }.
search_words = Mots à chercher
search_narrow = Affiner la recherche
search_kind = Type de page
search_all = Tous
search_articles = Articles
search_faqs = Questions et réponses
search_actors = Acteurs
search_pages = Autres pages
search_actor = Nommant l’acteur
search_briefing = Dans la note
search_language = Langue
search_found = Pages trouvées : { $count }
search_none = Aucun résultat.
search_busy = Recherche en cours …
search_failed = La recherche n’a pas pu être chargée. Réessayez dans un instant.
search_more = Afficher plus
search_script = La recherche fonctionne dans votre navigateur et a besoin de JavaScript. Sans lui, ces pages mènent à tout :
source = Texte reçu
source_link = Le texte reçu, ligne par ligne
source_page_title = { $title } : le texte reçu, ligne par ligne
source_description = « { $title } » tel qu’il a été reçu : { $lines }, chacune avec ce qu’on y a lu.
source_intro = Le texte tel qu’il a été reçu. À côté de chaque partie figure ce qu’on y a lu, avec un lien vers sa place dans les pages. Ce qui a été ajouté pour la lecture est marqué.
source_encoding = lu comme { $encoding }
source_line = Ligne { $number }
source_lines = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
source_restored = Ce qui a été restauré, et dans quelles lignes
not_shown = { $what } (non affiché)
put_in = ajouté : { $what }
left_out = omis : { $what }
read_front_matter = réglages de la note
read_dateline = lieu et date
read_faq_marker = début des questions
read_faq_title = titre des questions
read_footnote = note de bas de page
read_separator = ligne de séparation
rule_quote_space = espace après un guillemet
rule_question_mark = point d’interrogation
rule_possessive = apostrophe d’un possessif
rule_contraction = apostrophe d’une contraction
rule_full_stop = point entre deux phrases
rule_final_stop = point final
cite = citer
cite_title = Pour citer : { $title }
cite_description = Comment citer chaque paragraphe, question et réponse de « { $title } » : en trois styles, et pour les logiciels de références.
cite_intro = Chaque paragraphe, question et réponse a une adresse durable. Les styles sont ceux de l’anglais.
cite_files = Pour les logiciels de références, tout en un fichier :
cite_words = Lien qui montre ces mots
cite_question = Question n° { $number }
cite_answer = Réponse à la question { $number }
