# What the theme says itself. The forms of a plural are those of the language.
skip = Zum Text springen
nav_site = Website
nav_briefings = Briefings
nav_actors = Akteure
page_of = Seite { $number } von { $pages }
pages = Seiten
newer = Neuere Nennungen
older = Ältere Nennungen
previous = Vorige Seite
next = Nächste Seite
home = Startseite
briefing = Briefing
briefings = Briefings
draft = Entwurf
draft_note = Dies ist ein Entwurf. Er ist nicht veröffentlicht.
updated = aktualisiert am { $date }
minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
paragraphs = { $count ->
    [one] { $count } Absatz
   *[other] { $count } Absätze
}
paragraph = Absatz { $number }
permalink_paragraph = Link zu Absatz { $number }
permalink_section = Link zu diesem Abschnitt
permalink_question = Link zu dieser Frage
questions = { $count ->
    [one] { $count } Frage
   *[other] { $count } Fragen
}
questions_answered = { $count ->
    [one] { $count } Frage beantwortet
   *[other] { $count } Fragen beantwortet
}
mentions = { $count ->
    [one] { $count } Nennung
   *[other] { $count } Nennungen
}
quotations = { $count ->
    [one] { $count } Zitat
   *[other] { $count } Zitate
}
in_briefings = { $count ->
    [one] { $count } Briefing
   *[other] { $count } Briefings
}
briefing_count = { $count ->
    [one] { $count } Briefing
   *[other] { $count } Briefings
}
actor_count = { $count ->
    [one] { $count } Akteur
   *[other] { $count } Akteure
}
contents = Inhalt
key_points = Das Wichtigste
who = Wer ist wer
mentions_label = Nennungen
briefings_label = Briefings
score = Wer wird wo genannt
score_columns = { $count ->
    [one] Jede Spalte ist ein Absatz.
   *[other] Jede Spalte umfasst { $count } Absätze.
}
score_ring = Ein Ring: Der Akteur wird dort zitiert oder wiedergegeben.
score_named = { $name }, Absatz { $number }
score_speaks = { $name } wird zitiert oder wiedergegeben, Absatz { $number }
company = Wer wird mit wem genannt
company_caption = Ein Bogen verbindet zwei, die in einem Absatz oder einer Antwort genannt werden; je mehr es davon gibt, desto breiter ist er.
company_table = Dasselbe als Tabelle
company_actor = Akteur
company_other = Zusammen mit
company_count = Absätze oder Antworten
asks = Fragen, die es beantwortet
who_more = { $count ->
    [one] { $count } weiterer Akteur
   *[other] { $count } weitere Akteure
}
bears_on = { $count ->
    [one] Eine Frage dazu
   *[other] Fragen dazu
}
faq = Fragen und Antworten
faq_only = Dieses Briefing ist eine Liste von Fragen und Antworten.
faq_page_title = { $title }: Fragen und Antworten
faq_description = { $questions } zu „{ $title }“, beantwortet. Die erste: { $first }
to_article = Zum Artikel
in_article = Im Artikel
footnote = Fußnote { $label }
footnotes = Anmerkungen
back_to_text = Zurück zum Text, Anmerkung { $label }
tags = Schlagwörter
tag_title = Schlagwort: { $tag }
tag_description = { $briefings } mit dem Schlagwort „{ $tag }“ auf { $site }.
tags_description = Alle Schlagwörter von { $site }.
sources = Quellen
corrections = Berichtigungen
correction = Berichtigung
corrections_description = Was in den Briefings von { $site } berichtigt wurde, das Neueste zuerst.
no_corrections = Bisher wurde nichts berichtigt.
related = Verwandte Briefings
related_by_person = von der Redaktion gewählt
related_shares = gemeinsam: { $names }
foot_links = Namen führen zu Seiten, die jeden Satz sammeln, der sie nennt. Eine gepunktete Linie zeigt, was erschlossen ist.
foot_restored = Eine gepunktete Unterstreichung im Text zeigt eine Reparatur beschädigter Zeichensetzung; die Quelle selbst ist unverändert.
report = Fehler melden
report_note = Stimmt etwas nicht? Melden Sie es:
published_by = Herausgegeben von { $publisher }
licence = Lizenz: { $licence }
feed = Feed
made_with = Erstellt mit chancery
is_inferred = erschlossen
inferred_name = { $name } (erschlossen)
inferred_title = Erschlossen: Der Text sagt nicht ausdrücklich, wer gemeint ist
restored_added = Ergänzt: steht nicht in der Quelle
restored_changed = Ersetzt: In der Quelle steht „{ $was }“
latest = Neu
all_briefings = Alle Briefings
most_named = Am häufigsten genannt
all_actors = Alle Akteure
home_description = { $briefings } auf { $site }.
no_briefings = Es gibt noch keine Briefings.
briefings_description = Alle { $briefings } auf { $site }, das neueste zuerst.
actors = Akteure
actors_description = { $order }: { $actors } in den Briefings von { $site }.
actor_description = { $name } ({ $kind }): { $mentions } in { $briefings }, Satz für Satz.
no_actors = In diesen Briefings wird kein Akteur genannt.
listed_note = Hier zu stehen heißt, in diesen Texten genannt zu sein. Es ist kein Urteil.
by_kind = Nach Art
letters = Buchstaben
several_called = Namen mehrerer Akteure
kind_person = Person
kind_state = Staat
kind_organisation = Organisation
kind_armed_group = Bewaffnete Gruppe
kind_office = Amt
kind_place = Ort
kind_people = Volk
kinds_person = Personen
kinds_state = Staaten
kinds_organisation = Organisationen
kinds_armed_group = Bewaffnete Gruppen
kinds_office = Ämter
kinds_place = Orte
kinds_people = Völker
origin_curated = Von der Redaktion bestätigt.
origin_gazetteer = Am Namen erkannt; von der Redaktion noch nicht bestätigt.
origin_detected = An der Form im Text gefunden; von der Redaktion noch nicht bestätigt.
stated = Wie der Text es sagt
roles = Rollen
affiliations = Zugehörigkeit
other_names = Andere Namen
alias_name = auch genannt
alias_short = Kurzform
alias_acronym = Abkürzung
alias_demonym = Adjektiv
alias_metonym = steht dafür
identifiers = Kennungen
links = Links
said = Gesagt
reported = wiedergegeben
speaker_inferred = Sprecher erschlossen
named = Genannt
not_named = Noch nennt kein Briefing diesen Akteur.
together = Zusammen mit
together_count = { $count ->
    [one] { $count } Absatz oder Antwort
   *[other] { $count } Absätze oder Antworten
}
place_paragraph = Absatz { $number }
place_text = Text
place_heading = Überschrift
place_question = Frage
place_answer = Antwort
place_section = Abschnittstitel
place_intro = Einleitung
place_title = Titel
namesakes_title = Mit dem Namen { $name }
namesakes_description = { $actors } mit dem Namen { $name }, auseinandergehalten.
namesakes_link = Andere mit dem Namen { $name }
not_found = Diese Seite gibt es nicht
not_found_text = Vielleicht ist die Adresse falsch geschrieben, oder was dort stand, ist fort.
not_found_description = Diese Adresse zeigt nichts auf { $site }.
moved = Diese Seite ist umgezogen
moved_description = Die Seite, die hier stand, hat eine neue Adresse.
moved_link = Zur neuen Adresse
quoted = Zitiert:
read_answer = Zur Antwort
the_text = Der Text
follow = { $name } im Text markieren: { $mentions }
follow_nobody = Niemanden markieren
made = Wie diese Seite entstand
made_mentions = { $count ->
    [one] { $count } Nennung mit einem Akteur verknüpft
   *[other] { $count } Nennungen mit Akteuren verknüpft
}
made_inferred = davon { $count } erschlossen
made_open = { $count ->
    [one] { $count } Name offen gelassen
   *[other] { $count } Namen offen gelassen
}
made_corrected = { $count } von einem Menschen berichtigt
made_restored = { $count } Satzzeichen ergänzt
method_link = Mehr zur Methode
is_curated = bestätigt
is_found = im Text gefunden
see = siehe
orders = Sortiert
order_name = nach Name
order_mentions = am häufigsten genannt
order_seen = zuletzt genannt
actors_by_mentions = Akteure, die am häufigsten genannten zuerst
actors_by_seen = Akteure, die zuletzt genannten zuerst
filter = Nur Namen zeigen mit
filter_none = Kein Name auf dieser Seite enthält das.
and_last = zuletzt in
over_time = Im Lauf der Zeit
repairs = Stimmt hier etwas nicht?
repairs_note = Jeder Link beginnt eine Nachricht an die Redaktion.
repair_not_same = Das sind zwei verschiedene Akteure
repair_same = Das ist derselbe wie ein anderer Akteur
repair_name = Der Name ist falsch
repair_subject = { $repair }: { $name }
repair_body =
    { $repair }
    
    Akteur: { $name } ({ $id })
    Seite: { $page }
    
    Was stattdessen dort stehen sollte, und wo das zu sehen ist:
nearest = Haben Sie eine von diesen gesucht?
method = Wie diese Seiten entstehen
method_description = Wie { $site } aus Texten Seiten macht: was ein Programm findet, was als erschlossen gekennzeichnet ist und wie man es berichtigt.
method_intro = Texte erscheinen so, wie sie eingegangen sind. Ein Programm findet, wer darin genannt wird; was es nicht sicher weiß, kennzeichnet es, und was es nicht erkennen kann, lässt es stehen.
method_numbers = In Zahlen
method_text_title = Der Text
method_text = Einem Text wird nichts hinzugefügt und nichts genommen. Wo Zeichensetzung unterwegs beschädigt wurde und nur eine Reparatur möglich ist, wird sie für die Anzeige gemacht und gepunktet unterstrichen. Keine Zusammenfassung, keine Rolle und keine Beziehung stammt vom Programm.
method_actors_title = Namen
method_actors = Ein Name wird verlinkt, wo klar ist, wer gemeint ist. Eine gepunktete Unterstreichung sagt, dass dies erschlossen wurde. Was die Redaktion bestätigt hat, gilt vor allem, was das Programm fand, und was zweifelhaft ist, bleibt einfacher Text.
method_quotes_title = Was jemand gesagt hat
method_quotes = Worte zwischen Anführungszeichen werden einem Sprecher zugeordnet, wo der Text einen nennt. Wiedergegebene Rede heißt auch so. Wo der Sprecher erschlossen wurde, steht das dabei.
method_questions_title = Fragen und Absätze
method_questions = Eine Frage steht neben einem Absatz, wenn beide Namen und seltene Wörter teilen. Die Antwort selbst wird auf ihrer eigenen Seite nie gekürzt.
method_wrong_title = Wenn etwas nicht stimmt
method_wrong = Jede Aussage auf der Seite eines Akteurs führt zu ihrem Satz und lässt sich prüfen. Berichtigungen tragen ein Datum und sind aufgelistet.
handout = Handzettel
handout_link = Zum Drucken
handout_file = Als eine Datei
name_index = Namen, mit Absätzen
data = Offene Daten
data_link = Als Daten
data_description = Was { $site } Programmen bietet: Briefings, Nennungen, Zitate und Akteure als Dateien.
data_intro = Was auf diesen Seiten steht, gibt es auch als Dateien: zum Zählen, Suchen und Prüfen. Die Zahlen auf den Seiten sind die Zahlen in den Dateien.
data_each = Jedes Briefing
data_each_note = An der Adresse jedes Briefings, hiermit dahinter, liegt sein Text Block für Block, mit dem, wer genannt wird, wer spricht, was ergänzt wurde und wie sicher das ist:
data_example = Zum Beispiel:
data_files = Dateien
data_briefing_schema = JSON-Schema der Datei eines Briefings
data_site_schema = JSON-Schema der Datei, die alles enthält
data_mentions = Tabelle aller Nennungen, jede mit ihrem Satz
data_quotations = Tabelle aller Zitate, jedes mit seinem Sprecher
data_actors = Tabelle aller Akteure
data_entities = Entitäten für FollowTheMoney, eine je Zeile
data_graph = Graph: wer mit wem genannt wird
data_all = Alles in einer Datei, gepackt
data_note = Stellen in einem Text zählen Bytes von UTF-8, ab 0. Was erschlossen ist, sagt das. In Tabellen steht vor dem, was eine Tabellenkalkulation für eine Formel hielte, ein Apostroph.
nav_search = Suche
search = Suche
search_description = Texte, Fragen und Akteure von { $site } durchsuchen.
search_words = Gesuchte Wörter
search_narrow = Suche eingrenzen
search_kind = Art der Seite
search_all = Alle
search_articles = Artikel
search_faqs = Fragen und Antworten
search_actors = Akteure
search_pages = Andere Seiten
search_actor = Mit diesem Akteur
search_briefing = In diesem Briefing
search_language = Sprache
search_found = Gefundene Seiten: { $count }
search_none = Nichts gefunden.
search_busy = Suche läuft …
search_failed = Die Suche konnte nicht geladen werden. Versuchen Sie es gleich noch einmal.
search_more = Mehr zeigen
search_script = Die Suche läuft in Ihrem Browser und braucht JavaScript. Ohne sie führen diese Seiten zu allem:
source = Quelle
source_link = Die Quelle, Zeile für Zeile
source_page_title = { $title }: die Quelle, Zeile für Zeile
source_description = „{ $title }“, wie der Text eintraf: { $lines }, jede mit dem, als was sie gelesen wurde.
source_intro = Der Text, wie er eintraf. Neben jedem Stück steht, als was es gelesen wurde, mit einem Link zu seiner Stelle auf den Seiten. Was zum Lesen ergänzt wurde, ist gekennzeichnet.
source_encoding = gelesen als { $encoding }
source_line = Zeile { $number }
source_lines = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
source_restored = Was ergänzt wurde, und in welchen Zeilen
not_shown = { $what } (nicht gezeigt)
put_in = ergänzt: { $what }
left_out = weggelassen: { $what }
read_front_matter = Einstellungen des Briefings
read_dateline = Ort und Datum
read_faq_marker = Beginn der Fragen
read_faq_title = Titel der Fragen
read_footnote = Anmerkung
read_separator = Trennlinie
rule_quote_space = Leerzeichen nach einem Anführungszeichen
rule_question_mark = Fragezeichen
rule_possessive = Apostroph eines Genitivs
rule_contraction = Apostroph einer Verkürzung
rule_full_stop = Punkt zwischen zwei Sätzen
rule_final_stop = Punkt am Ende
cite = zitieren
cite_title = Zum Zitieren: { $title }
cite_description = Wie man jeden Absatz, jede Frage und jede Antwort von „{ $title }“ zitiert: in drei Stilen und für Literaturverwaltungen.
cite_intro = Jeder Absatz, jede Frage und jede Antwort hat eine Adresse, die bleibt. Die Stile sind die des Englischen.
cite_files = Für Literaturverwaltungen, alles in einer Datei:
cite_words = Link, der diese Wörter zeigt
cite_question = Frage { $number }
cite_answer = Antwort auf Frage { $number }
