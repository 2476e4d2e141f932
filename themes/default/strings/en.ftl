# What the theme says itself, in Fluent: https://projectfluent.org/fluent/guide/
skip = Skip to the text
nav_site = Site
nav_briefings = Briefings
nav_actors = Actors
page_of = page { $number } of { $pages }
pages = Pages
newer = Newer mentions
older = Older mentions
previous = Previous page
next = Next page
home = Home
briefing = Briefing
briefings = Briefings
draft = Draft
draft_note = This is a draft. It is not published.
updated = updated { $date }
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
paragraphs = { $count ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}
paragraph = Paragraph { $number }
permalink_paragraph = Link to paragraph { $number }
permalink_section = Link to this section
permalink_question = Link to this question
questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
questions_answered = { $count ->
    [one] { $count } question answered
   *[other] { $count } questions answered
}
mentions = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
quotations = { $count ->
    [one] { $count } quotation
   *[other] { $count } quotations
}
in_briefings = { $count ->
    [one] { $count } briefing
   *[other] { $count } briefings
}
briefing_count = { $count ->
    [one] { $count } briefing
   *[other] { $count } briefings
}
actor_count = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
}
contents = Contents
key_points = Key points
who = Who is who
mentions_label = mentions
briefings_label = briefings
score = Who is named where
score_columns = { $count ->
    [one] Each column is a paragraph.
   *[other] Each column is { $count } paragraphs.
}
score_ring = A ring: the actor is quoted or reported there.
score_named = { $name }, paragraph { $number }
score_speaks = { $name } is quoted or reported, paragraph { $number }
company = Who is named with whom
company_caption = An arc joins two who are named in one paragraph or answer; the more of these there are, the wider it is.
company_table = The same as a table
company_actor = Actor
company_other = Together with
company_count = Paragraphs or answers
asks = Questions it answers
who_more = { $count ->
    [one] { $count } more actor
   *[other] { $count } more actors
}
bears_on = { $count ->
    [one] A question on this
   *[other] Questions on this
}
faq = Questions and answers
faq_only = This briefing is a list of questions and answers.
faq_page_title = { $title }: questions and answers
faq_description = { $questions } on “{ $title }”, answered. The first: { $first }
to_article = Read the article
in_article = In the article
footnote = Footnote { $label }
footnotes = Notes
back_to_text = Back to the text, note { $label }
tags = Tags
tag_title = Tag: { $tag }
tag_description = { $briefings } tagged “{ $tag }” on { $site }.
tags_description = All tags of { $site }.
sources = Sources
corrections = Corrections
correction = Correction
corrections_description = What has been put right in the briefings of { $site }, newest first.
no_corrections = Nothing has been corrected yet.
related = Related briefings
related_by_person = chosen by the editors
related_shares = shares { $names }
foot_links = Names are linked to pages that gather every sentence naming them. A dotted line marks what was inferred.
foot_restored = A dotted underline in the text marks a repair of damaged punctuation; the source itself is unchanged.
report = Report an error
report_note = Something wrong? Report it:
published_by = Published by { $publisher }
licence = Licence: { $licence }
feed = Feed
made_with = Made with chancery
is_inferred = inferred
inferred_name = { $name } (inferred)
inferred_title = Inferred: the text does not say in full who is meant
restored_added = Restored: not in the source
restored_changed = Restored: the source has “{ $was }”
latest = Latest
all_briefings = All briefings
most_named = Most named
all_actors = All actors
home_description = { $briefings } on { $site }.
no_briefings = There are no briefings yet.
briefings_description = All of the { $briefings } on { $site }, newest first.
actors = Actors
actors_description = { $order }: { $actors } named in the briefings of { $site }.
actor_description = { $name } ({ $kind }): { $mentions } in { $briefings }, sentence by sentence.
no_actors = No actor is named in these briefings.
listed_note = Being listed means being named in these texts. It is no judgement.
by_kind = By kind
letters = Letters
several_called = Names of several actors
kind_person = Person
kind_state = State
kind_organisation = Organisation
kind_armed_group = Armed group
kind_office = Office
kind_place = Place
kind_people = People
kinds_person = Persons
kinds_state = States
kinds_organisation = Organisations
kinds_armed_group = Armed groups
kinds_office = Offices
kinds_place = Places
kinds_people = Peoples
origin_curated = Confirmed by the editors.
origin_gazetteer = Recognised by its name; not yet confirmed by the editors.
origin_detected = Found in the text by its form; not yet confirmed by the editors.
stated = As the text states
roles = Roles
affiliations = Affiliations
other_names = Other names
alias_name = also called
alias_short = short form
alias_acronym = acronym
alias_demonym = adjective
alias_metonym = stands for it
identifiers = Identifiers
links = Links
said = Said
reported = reported
speaker_inferred = speaker inferred
named = Named
not_named = No briefing names this actor yet.
together = Together with
together_count = { $count ->
    [one] { $count } paragraph or answer
   *[other] { $count } paragraphs or answers
}
place_paragraph = paragraph { $number }
place_text = text
place_heading = heading
place_question = question
place_answer = answer
place_section = section heading
place_intro = introduction
place_title = title
namesakes_title = Called { $name }
namesakes_description = { $actors } called { $name }, told apart.
namesakes_link = Others called { $name }
not_found = There is no such page
not_found_text = The address may be mistyped, or what stood there may have gone.
not_found_description = This address shows nothing on { $site }.
moved = This page has moved
moved_description = The page that stood here has a new address.
moved_link = Go to its new address
quoted = Quoted:
read_answer = Read the answer
the_text = The text
follow = Mark { $name } in the text: { $mentions }
follow_nobody = Mark nobody
made = How this page was made
made_mentions = { $count ->
    [one] { $count } mention linked to an actor
   *[other] { $count } mentions linked to actors
}
made_inferred = { $count } of them inferred
made_open = { $count ->
    [one] { $count } name left open
   *[other] { $count } names left open
}
made_corrected = { $count } corrected by a person
made_restored = { $count ->
    [one] { $count } mark of punctuation restored
   *[other] { $count } marks of punctuation restored
}
method_link = More on the method
is_curated = confirmed
is_found = found in the text
see = see
orders = Sorted
order_name = by name
order_mentions = most named
order_seen = last named
actors_by_mentions = Actors, most named first
actors_by_seen = Actors, last named first
filter = Show only names with
filter_none = No name on this page holds that.
and_last = last in
over_time = Over time
repairs = Is something wrong here?
repairs_note = Each link begins a message to the editors.
repair_not_same = These are two different actors
repair_same = This is the same as another actor
repair_name = The name is wrong
repair_subject = { $repair }: { $name }
repair_body =
    { $repair }
    
    Actor: { $name } ({ $id })
    Page: { $page }
    
    What should stand there instead, and where that can be seen:
nearest = Did you look for one of these?
method = How these pages are made
method_description = How { $site } turns texts into pages: what is found by a program, what is marked as inferred, and how to correct it.
method_intro = Texts are shown as they were received. A program finds who is named in them; what it is not sure of, it marks, and what it cannot tell, it leaves alone.
method_numbers = In numbers
method_text_title = The text
method_text = Nothing is added to a text and nothing is left out of it. Where punctuation was damaged on the way and only one repair is possible, it is made for display and underlined with dots. No summary, no role and no relation is written by the program.
method_actors_title = Names
method_actors = A name is linked where it is clear who is meant. A dotted underline says that this was inferred. What an editor has confirmed counts before anything that the program found, and what stays in doubt stays plain text.
method_quotes_title = Words that somebody said
method_quotes = Words between quotation marks are given to a speaker where the text names one. Reported speech is called so. Where the speaker was inferred, that is said.
method_questions_title = Questions and paragraphs
method_questions = A question stands beside a paragraph when both share names and rare terms. The answer itself is never shortened on its own page.
method_wrong_title = When something is wrong
method_wrong = Every statement on an actor's page leads to its sentence, so that it can be checked. Corrections are dated and listed.
handout = Handout
handout_link = To print
handout_file = As one file
name_index = Index of names, by paragraph
data = Open data
data_link = As data
data_description = What { $site } offers to programs: briefings, mentions, quotations and actors as files.
data_intro = What these pages say can be had as files, to count, to search and to check. The numbers on the pages are the numbers in the files.
data_each = Each briefing
data_each_note = At the address of each briefing, with this behind it, lies its text block by block, with who is named, who speaks, what was restored, and how sure that is:
data_example = For instance:
data_files = Files
data_briefing_schema = JSON Schema of the file of a briefing
data_site_schema = JSON Schema of the file that holds everything
data_mentions = Table of all mentions, each with its sentence
data_quotations = Table of all quotations, each with its speaker
data_actors = Table of all actors
data_entities = Entities of FollowTheMoney, one a line
data_graph = Graph of who is named with whom
data_all = Everything in one file, compressed
data_note = Places in a text count bytes of UTF-8 from 0. What was inferred says so. In tables, what a spreadsheet would take for a formula has an apostrophe before it.
nav_search = Search
search = Search
search_description = Search the texts, questions and actors of { $site }.
search_words = Words to look for
search_narrow = Narrow the search
search_kind = Kind of page
search_all = All
search_articles = Articles
search_faqs = Questions and answers
search_actors = Actors
search_pages = Other pages
search_actor = Naming the actor
search_briefing = In the briefing
search_language = Language
search_found = Pages found: { $count }
search_none = Nothing was found.
search_busy = Searching …
search_failed = The search could not be loaded. Try again in a moment.
search_more = Show more
search_script = The search runs in your browser and needs JavaScript. Without it, these pages lead to everything:
source = Source
source_link = The source, line by line
source_page_title = { $title }: the source, line by line
source_description = “{ $title }” as it was received: { $lines }, each with what it was read as.
source_intro = The text as it was received. Beside each piece stands what it was read as, with a link to its place on the pages. What was put in for reading is marked.
source_encoding = read as { $encoding }
source_line = Line { $number }
source_lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
source_restored = What was restored, and in which lines
not_shown = { $what } (not shown)
put_in = put in: { $what }
left_out = left out: { $what }
read_front_matter = settings of the briefing
read_dateline = place and date
read_faq_marker = beginning of the questions
read_faq_title = title of the questions
read_footnote = note
read_separator = dividing line
rule_quote_space = space behind a quotation mark
rule_question_mark = question mark
rule_possessive = apostrophe of a possessive
rule_contraction = apostrophe of a contraction
rule_full_stop = full stop between two sentences
rule_final_stop = full stop at the end
cite = cite
cite_title = To cite: { $title }
cite_description = How to cite each paragraph, question and answer of “{ $title }”: in three styles, and for programs that manage references.
cite_intro = Each paragraph, question and answer has an address that stays. The styles are those of English.
cite_files = For programs that manage references, all in one file:
cite_words = Link that shows these words
cite_question = Question { $number }
cite_answer = Answer to question { $number }
