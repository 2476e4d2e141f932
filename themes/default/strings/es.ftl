# What the theme says itself. The forms of a plural are those of the language.
skip = Ir al texto
nav_site = Sitio
nav_briefings = Informes
nav_actors = Actores
page_of = página { $number } de { $pages }
pages = Páginas
newer = Menciones más recientes
older = Menciones anteriores
previous = Página anterior
next = Página siguiente
home = Inicio
briefing = Informe
briefings = Informes
draft = Borrador
draft_note = Esto es un borrador. No está publicado.
updated = actualizado el { $date }
minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
paragraphs = { $count ->
    [one] { $count } párrafo
   *[other] { $count } párrafos
}
paragraph = Párrafo { $number }
permalink_paragraph = Enlace al párrafo { $number }
permalink_section = Enlace a esta sección
permalink_question = Enlace a esta pregunta
questions = { $count ->
    [one] { $count } pregunta
   *[other] { $count } preguntas
}
questions_answered = { $count ->
    [one] { $count } pregunta respondida
   *[other] { $count } preguntas respondidas
}
mentions = { $count ->
    [one] { $count } mención
   *[other] { $count } menciones
}
quotations = { $count ->
    [one] { $count } cita
   *[other] { $count } citas
}
in_briefings = { $count ->
    [one] { $count } informe
   *[other] { $count } informes
}
briefing_count = { $count ->
    [one] { $count } informe
   *[other] { $count } informes
}
actor_count = { $count ->
    [one] { $count } actor
   *[other] { $count } actores
}
contents = Contenido
key_points = Puntos clave
who = Quién es quién
mentions_label = menciones
briefings_label = informes
score = Quién se nombra dónde
score_columns = { $count ->
    [one] Cada columna es un párrafo.
   *[other] Cada columna reúne { $count } párrafos.
}
score_ring = Un anillo: ahí se cita al actor o se refieren sus palabras.
score_named = { $name }, párrafo { $number }
score_speaks = Se cita a { $name } o se refieren sus palabras, párrafo { $number }
company = Quién se nombra con quién
company_caption = Un arco une a dos que se nombran en un mismo párrafo o respuesta; cuantos más haya, más ancho es.
company_table = Lo mismo en una tabla
company_actor = Actor
company_other = Junto con
company_count = Párrafos o respuestas
asks = Preguntas que responde
who_more = { $count ->
    [one] { $count } actor más
   *[other] { $count } actores más
}
bears_on = { $count ->
    [one] Una pregunta sobre esto
   *[other] Preguntas sobre esto
}
faq = Preguntas y respuestas
faq_only = Este informe es una lista de preguntas y respuestas.
faq_page_title = { $title }: preguntas y respuestas
faq_description = { $questions } sobre «{ $title }», con sus respuestas. La primera: { $first }
to_article = Leer el artículo
in_article = En el artículo
footnote = Nota { $label }
footnotes = Notas
back_to_text = Volver al texto, nota { $label }
tags = Temas
tag_title = Tema: { $tag }
tag_description = { $briefings } con el tema «{ $tag }» en { $site }.
tags_description = Todos los temas de { $site }.
sources = Fuentes
corrections = Correcciones
correction = Corrección
corrections_description = Lo que se ha corregido en los informes de { $site }, lo más reciente primero.
no_corrections = Aún no se ha corregido nada.
related = Informes relacionados
related_by_person = elegido por la redacción
related_shares = en común: { $names }
foot_links = Los nombres llevan a páginas que reúnen cada frase que los nombra. Una línea de puntos marca lo que se ha deducido.
foot_restored = Un subrayado de puntos en el texto marca una puntuación reparada; la fuente misma no ha cambiado.
report = Avisar de un error
report_note = ¿Hay algo mal? Avísenos:
published_by = Publicado por { $publisher }
licence = Licencia: { $licence }
feed = Canal
made_with = Hecho con chancery
is_inferred = deducido
inferred_name = { $name } (deducido)
inferred_title = Deducido: el texto no dice expresamente de quién se trata
restored_added = Restaurado: no está en la fuente
restored_changed = Restaurado: la fuente dice «{ $was }»
latest = Lo último
all_briefings = Todos los informes
most_named = Los más nombrados
all_actors = Todos los actores
home_description = { $briefings } en { $site }.
no_briefings = Todavía no hay informes.
briefings_description = Los { $briefings } de { $site }, el más reciente primero.
actors = Actores
actors_description = { $order }: { $actors } en los informes de { $site }.
actor_description = { $name } ({ $kind }): { $mentions } en { $briefings }, frase por frase.
no_actors = En estos informes no se nombra a ningún actor.
listed_note = Figurar aquí significa ser nombrado en estos textos. No es un juicio.
by_kind = Por clase
letters = Letras
several_called = Nombres de varios actores
kind_person = Persona
kind_state = Estado
kind_organisation = Organización
kind_armed_group = Grupo armado
kind_office = Institución
kind_place = Lugar
kind_people = Pueblo
kinds_person = Personas
kinds_state = Estados
kinds_organisation = Organizaciones
kinds_armed_group = Grupos armados
kinds_office = Instituciones
kinds_place = Lugares
kinds_people = Pueblos
origin_curated = Confirmado por la redacción.
origin_gazetteer = Reconocido por su nombre; aún no confirmado por la redacción.
origin_detected = Hallado en el texto por su forma; aún no confirmado por la redacción.
stated = Según el texto
roles = Cargos
affiliations = Afiliaciones
other_names = Otros nombres
alias_name = también llamado
alias_short = forma breve
alias_acronym = sigla
alias_demonym = adjetivo
alias_metonym = lo representa
identifiers = Identificadores
links = Enlaces
said = Dijo
reported = referido
speaker_inferred = hablante deducido
named = Nombrado
not_named = Ningún informe nombra todavía a este actor.
together = Junto con
together_count = { $count ->
    [one] { $count } párrafo o respuesta
   *[other] { $count } párrafos o respuestas
}
place_paragraph = párrafo { $number }
place_text = texto
place_heading = encabezado
place_question = pregunta
place_answer = respuesta
place_section = título de sección
place_intro = introducción
place_title = título
namesakes_title = Llamados { $name }
namesakes_description = { $actors } con el nombre { $name }, distinguidos.
namesakes_link = Otros con el nombre { $name }
not_found = No existe esa página
not_found_text = Tal vez la dirección esté mal escrita, o lo que había ya no está.
not_found_description = Esta dirección no muestra nada en { $site }.
moved = Esta página se ha trasladado
moved_description = La página que estaba aquí tiene una dirección nueva.
moved_link = Ir a la dirección nueva
quoted = Citado:
read_answer = Leer la respuesta
the_text = El texto
follow = Marcar { $name } en el texto: { $mentions }
follow_nobody = No marcar a nadie
made = Cómo se hizo esta página
made_mentions = { $count ->
    [one] { $count } mención enlazada con un actor
   *[other] { $count } menciones enlazadas con actores
}
made_inferred = { $count } de ellas deducidas
made_open = { $count ->
    [one] { $count } nombre sin resolver
   *[other] { $count } nombres sin resolver
}
made_corrected = { $count } corregidos por una persona
made_restored = { $count ->
    [one] { $count } signo de puntuación restaurado
   *[other] { $count } signos de puntuación restaurados
}
method_link = Más sobre el método
is_curated = confirmado
is_found = hallado en el texto
see = véase
orders = Orden
order_name = por nombre
order_mentions = los más nombrados
order_seen = los últimos nombrados
actors_by_mentions = Actores, los más nombrados primero
actors_by_seen = Actores, los últimos nombrados primero
filter = Mostrar solo nombres con
filter_none = Ningún nombre de esta página contiene eso.
and_last = por último en
over_time = A lo largo del tiempo
repairs = ¿Hay algo mal aquí?
repairs_note = Cada enlace empieza un mensaje a la redacción.
repair_not_same = Son dos actores distintos
repair_same = Es el mismo que otro actor
repair_name = El nombre está mal
repair_subject = { $repair }: { $name }
repair_body =
    { $repair }
    
    Actor: { $name } ({ $id })
    Página: { $page }
    
    Qué debería decir, y dónde puede verse:
nearest = ¿Buscaba una de estas?
method = Cómo se hacen estas páginas
method_description = Cómo { $site } convierte textos en páginas: qué encuentra un programa, qué se marca como deducido y cómo corregirlo.
method_intro = Los textos se muestran como se recibieron. Un programa encuentra a quién se nombra en ellos; lo que no sabe con certeza lo marca, y lo que no puede saber lo deja.
method_numbers = En cifras
method_text_title = El texto
method_text = A un texto no se le añade ni se le quita nada. Donde la puntuación se dañó por el camino y solo cabe una reparación, se hace al mostrarlo y se subraya con puntos. El programa no escribe ningún resumen, ningún cargo ni ninguna relación.
method_actors_title = Nombres
method_actors = Un nombre se enlaza donde está claro de quién se trata. Un subrayado de puntos dice que eso se ha deducido. Lo que ha confirmado la redacción vale más que lo que halló el programa, y lo dudoso se queda como texto.
method_quotes_title = Palabras que alguien dijo
method_quotes = Las palabras entre comillas se atribuyen a un hablante donde el texto lo nombra. El discurso referido se llama así. Donde el hablante se ha deducido, se dice.
method_questions_title = Preguntas y párrafos
method_questions = Una pregunta está junto a un párrafo cuando ambos comparten nombres y palabras raras. La respuesta nunca se abrevia en su propia página.
method_wrong_title = Cuando algo está mal
method_wrong = Cada afirmación en la página de un actor lleva a su frase, para que se pueda comprobar. Las correcciones llevan fecha y están en una lista.
handout = Documento para repartir
handout_link = Para imprimir
handout_file = En un solo archivo
name_index = Índice de nombres, por párrafo
data = Datos abiertos
data_link = Como datos
data_description = Lo que { $site } ofrece a los programas: informes, menciones, citas y actores en archivos.
data_intro = Lo que dicen estas páginas se ofrece también en archivos, para contar, buscar y comprobar. Los números de las páginas son los de los archivos.
data_each = Cada informe
data_each_note = En la dirección de cada informe, seguida de esto, está su texto bloque por bloque, con quién se nombra, quién habla, qué se restauró y con qué certeza:
data_example = Por ejemplo:
data_files = Archivos
data_briefing_schema = Esquema JSON del archivo de un informe
data_site_schema = Esquema JSON del archivo que lo contiene todo
data_mentions = Tabla de todas las menciones, cada una con su frase
data_quotations = Tabla de todas las citas, cada una con quien habla
data_actors = Tabla de todos los actores
data_entities = Entidades de FollowTheMoney, una por línea
data_graph = Grafo de quién se nombra con quién
data_all = Todo en un archivo comprimido
data_note = Las posiciones en un texto cuentan bytes UTF-8 desde 0. Lo deducido lo dice. En las tablas, lo que una hoja de cálculo tomaría por fórmula lleva un apóstrofo delante.
nav_search = Buscar
search = Buscar
search_description = Buscar en los textos, las preguntas y los actores de { $site }.
search_words = Palabras que buscar
search_narrow = Acotar la búsqueda
search_kind = Tipo de página
search_all = Todos
search_articles = Artículos
search_faqs = Preguntas y respuestas
search_actors = Actores
search_pages = Otras páginas
search_actor = Que nombran al actor
search_briefing = En el informe
search_language = Idioma
search_found = Páginas encontradas: { $count }
search_none = No se encontró nada.
search_busy = Buscando …
search_failed = No se pudo cargar la búsqueda. Inténtelo de nuevo en un momento.
search_more = Mostrar más
search_script = La búsqueda funciona en su navegador y necesita JavaScript. Sin él, estas páginas llevan a todo:
source = Texto recibido
source_link = El texto recibido, línea por línea
source_page_title = { $title }: el texto recibido, línea por línea
source_description = «{ $title }» tal como se recibió: { $lines }, cada una con lo que se leyó en ella.
source_intro = El texto tal como se recibió. Junto a cada parte consta como qué se leyó, con un enlace a su lugar en las páginas. Lo que se añadió para la lectura está marcado.
source_encoding = leído como { $encoding }
source_line = Línea { $number }
source_lines = { $count ->
    [one] { $count } línea
   *[other] { $count } líneas
}
source_restored = Qué se restauró y en qué líneas
not_shown = { $what } (no se muestra)
put_in = añadido: { $what }
left_out = omitido: { $what }
read_front_matter = ajustes del informe
read_dateline = lugar y fecha
read_faq_marker = comienzo de las preguntas
read_faq_title = título de las preguntas
read_footnote = nota
read_separator = línea divisoria
rule_quote_space = espacio tras unas comillas
rule_question_mark = signo de interrogación
rule_possessive = apóstrofo de un posesivo
rule_contraction = apóstrofo de una contracción
rule_full_stop = punto entre dos frases
rule_final_stop = punto final
cite = citar
cite_title = Para citar: { $title }
cite_description = Cómo citar cada párrafo, pregunta y respuesta de «{ $title }»: en tres estilos y para gestores de referencias.
cite_intro = Cada párrafo, pregunta y respuesta tiene una dirección que permanece. Los estilos son los del inglés.
cite_files = Para gestores de referencias, todo en un archivo:
cite_words = Enlace que muestra estas palabras
cite_question = Pregunta { $number }
cite_answer = Respuesta a la pregunta { $number }
