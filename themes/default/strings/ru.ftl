# What the theme says itself. The forms of a plural are those of the language.
skip = К тексту
nav_site = Сайт
nav_briefings = Справки
nav_actors = Участники
page_of = страница { $number } из { $pages }
pages = Страницы
newer = Более новые упоминания
older = Более ранние упоминания
previous = Предыдущая страница
next = Следующая страница
home = Главная
briefing = Справка
briefings = Справки
draft = Черновик
draft_note = Это черновик. Он не опубликован.
updated = обновлено { $date }
minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}
paragraphs = { $count ->
    [one] { $count } абзац
    [few] { $count } абзаца
    [many] { $count } абзацев
   *[other] { $count } абзаца
}
paragraph = Абзац { $number }
permalink_paragraph = Ссылка на абзац { $number }
permalink_section = Ссылка на этот раздел
permalink_question = Ссылка на этот вопрос
questions = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
    [many] { $count } вопросов
   *[other] { $count } вопроса
}
questions_answered = { $count ->
    [one] { $count } вопрос с ответом
    [few] { $count } вопроса с ответами
    [many] { $count } вопросов с ответами
   *[other] { $count } вопроса с ответами
}
mentions = { $count ->
    [one] { $count } упоминание
    [few] { $count } упоминания
    [many] { $count } упоминаний
   *[other] { $count } упоминания
}
quotations = { $count ->
    [one] { $count } цитата
    [few] { $count } цитаты
    [many] { $count } цитат
   *[other] { $count } цитаты
}
in_briefings = { $count ->
    [one] { $count } справка
    [few] { $count } справки
    [many] { $count } справок
   *[other] { $count } справки
}
briefing_count = { $count ->
    [one] { $count } справка
    [few] { $count } справки
    [many] { $count } справок
   *[other] { $count } справки
}
actor_count = { $count ->
    [one] { $count } участник
    [few] { $count } участника
    [many] { $count } участников
   *[other] { $count } участника
}
contents = Содержание
key_points = Главное
who = Кто есть кто
mentions_label = упоминания
briefings_label = справки
score = Кто где назван
score_columns = { $count ->
    [one] Каждый столбец — абзац.
    [few] Каждый столбец — { $count } абзаца.
    [many] Каждый столбец — { $count } абзацев.
   *[other] Каждый столбец — { $count } абзаца.
}
score_ring = Кольцо: здесь приводятся слова участника.
score_named = { $name }, абзац { $number }
score_speaks = { $name }: приводятся слова, абзац { $number }
company = Кто с кем назван
company_caption = Дуга соединяет двоих, названных в одном абзаце или ответе; чем таких мест больше, тем она шире.
company_table = То же в виде таблицы
company_actor = Участник
company_other = Вместе с
company_count = Абзацы или ответы
asks = Вопросы с ответами
who_more = { $count ->
    [one] ещё { $count } участник
    [few] ещё { $count } участника
    [many] ещё { $count } участников
   *[other] ещё { $count } участника
}
bears_on = { $count ->
    [one] Вопрос об этом
    [few] Вопросы об этом
    [many] Вопросы об этом
   *[other] Вопросы об этом
}
faq = Вопросы и ответы
faq_only = Эта справка — список вопросов и ответов.
faq_page_title = { $title }: вопросы и ответы
faq_description = { $questions } на тему «{ $title }», с ответами. Первый: { $first }
to_article = Читать статью
in_article = В статье
footnote = Сноска { $label }
footnotes = Примечания
back_to_text = Назад к тексту, примечание { $label }
tags = Темы
tag_title = Тема: { $tag }
tag_description = { $briefings } на тему «{ $tag }» на сайте { $site }.
tags_description = Все темы сайта { $site }.
sources = Источники
corrections = Исправления
correction = Исправление
corrections_description = Что исправлено в справках сайта { $site }, сначала новое.
no_corrections = Пока ничего не исправлено.
related = Связанные справки
related_by_person = выбрано редакцией
related_shares = общее: { $names }
foot_links = Имена ведут на страницы, где собраны все предложения с ними. Пунктир отмечает то, что выведено.
foot_restored = Пунктирное подчёркивание в тексте отмечает восстановленную пунктуацию; сам источник не изменён.
report = Сообщить об ошибке
report_note = Что-то не так? Сообщите:
published_by = Издатель: { $publisher }
licence = Лицензия: { $licence }
feed = Лента
made_with = Сделано с помощью chancery
is_inferred = выведено
inferred_name = { $name } (выведено)
inferred_title = Выведено: текст не говорит прямо, о ком речь
restored_added = Восстановлено: в источнике этого нет
restored_changed = Восстановлено: в источнике «{ $was }»
latest = Новое
all_briefings = Все справки
most_named = Чаще всего названы
all_actors = Все участники
home_description = { $briefings } на сайте { $site }.
no_briefings = Справок пока нет.
briefings_description = { $briefings } на сайте { $site }, сначала новые.
actors = Участники
actors_description = { $order }: { $actors } в справках сайта { $site }.
actor_description = { $name } ({ $kind }): { $mentions }, { $briefings }, предложение за предложением.
no_actors = В этих справках никто не назван.
listed_note = Быть в списке значит быть названным в этих текстах. Это не оценка.
by_kind = По виду
letters = Буквы
several_called = Имена нескольких участников
kind_person = Человек
kind_state = Государство
kind_organisation = Организация
kind_armed_group = Вооружённая группа
kind_office = Ведомство
kind_place = Место
kind_people = Народ
kinds_person = Люди
kinds_state = Государства
kinds_organisation = Организации
kinds_armed_group = Вооружённые группы
kinds_office = Ведомства
kinds_place = Места
kinds_people = Народы
origin_curated = Подтверждено редакцией.
origin_gazetteer = Узнано по имени; редакцией пока не подтверждено.
origin_detected = Найдено в тексте по форме; редакцией пока не подтверждено.
stated = Как сказано в тексте
roles = Должности
affiliations = Принадлежность
other_names = Другие имена
alias_name = также называется
alias_short = краткая форма
alias_acronym = сокращение
alias_demonym = прилагательное
alias_metonym = обозначает его
identifiers = Идентификаторы
links = Ссылки
said = Слова
reported = в пересказе
speaker_inferred = говорящий выведен
named = Упоминания
not_named = Пока ни одна справка не называет этого участника.
together = Вместе с
together_count = { $count ->
    [one] { $count } абзац или ответ
    [few] { $count } абзаца или ответа
    [many] { $count } абзацев или ответов
   *[other] { $count } абзаца или ответа
}
place_paragraph = абзац { $number }
place_text = текст
place_heading = подзаголовок
place_question = вопрос
place_answer = ответ
place_section = заголовок раздела
place_intro = введение
place_title = заголовок
namesakes_title = По имени { $name }
namesakes_description = { $actors } по имени { $name }, каждый отдельно.
namesakes_link = Другие по имени { $name }
not_found = Такой страницы нет
not_found_text = Возможно, адрес написан с ошибкой или того, что здесь было, больше нет.
not_found_description = По этому адресу на сайте { $site } ничего нет.
moved = Страница переехала
moved_description = У страницы, которая была здесь, новый адрес.
moved_link = Перейти по новому адресу
quoted = Цитируется:
read_answer = Читать ответ
the_text = Текст
follow = Отметить в тексте: { $name }, { $mentions }
follow_nobody = Никого не отмечать
made = Как сделана эта страница
made_mentions = { $count ->
    [one] { $count } упоминание связано с участником
    [few] { $count } упоминания связаны с участниками
    [many] { $count } упоминаний связано с участниками
   *[other] { $count } упоминания связаны с участниками
}
made_inferred = из них выведено: { $count }
made_open = { $count ->
    [one] { $count } имя оставлено открытым
    [few] { $count } имени оставлено открытыми
    [many] { $count } имён оставлено открытыми
   *[other] { $count } имени оставлено открытыми
}
made_corrected = исправлено человеком: { $count }
made_restored = { $count ->
    [one] { $count } знак препинания восстановлен
    [few] { $count } знака препинания восстановлено
    [many] { $count } знаков препинания восстановлено
   *[other] { $count } знака препинания восстановлено
}
method_link = Подробнее о методе
is_curated = подтверждено
is_found = найдено в тексте
see = см.
orders = Порядок
order_name = по имени
order_mentions = по числу упоминаний
order_seen = по последнему упоминанию
actors_by_mentions = Участники по числу упоминаний
actors_by_seen = Участники по последнему упоминанию
filter = Показать только имена, где есть
filter_none = На этой странице таких имён нет.
and_last = в последний раз:
over_time = По времени
repairs = Здесь что-то неверно?
repairs_note = Каждая ссылка начинает письмо в редакцию.
repair_not_same = Это два разных участника
repair_same = Это тот же, что и другой участник
repair_name = Имя неверно
repair_subject = { $repair }: { $name }
repair_body =
    { $repair }
    
    Участник: { $name } ({ $id })
    Страница: { $page }
    
    Что должно здесь стоять и где это видно:
nearest = Может быть, вы искали одну из этих страниц?
method = Как сделаны эти страницы
method_description = Как { $site } превращает тексты в страницы: что находит программа, что отмечено как выведенное и как это исправить.
method_intro = Тексты показаны такими, какими они поступили. Программа находит, кто в них назван; в чём она не уверена, она отмечает, а чего определить не может, оставляет как есть.
method_numbers = В числах
method_text_title = Текст
method_text = К тексту ничего не добавлено, и ничего из него не убрано. Где пунктуация по пути повредилась и возможна лишь одна поправка, она сделана при показе и подчёркнута точками. Ни одно резюме, ни одна должность и ни одна связь не написаны программой.
method_actors_title = Имена
method_actors = Имя становится ссылкой там, где ясно, о ком речь. Пунктирное подчёркивание говорит, что это выведено. Подтверждённое редактором важнее найденного программой, а сомнительное остаётся простым текстом.
method_quotes_title = Чьи-то слова
method_quotes = Слова в кавычках приписаны говорящему там, где текст его называет. Пересказ так и назван. Где говорящий выведен, это сказано.
method_questions_title = Вопросы и абзацы
method_questions = Вопрос стоит рядом с абзацем, если в них общие имена и редкие слова. Сам ответ на своей странице никогда не сокращён.
method_wrong_title = Когда что-то неверно
method_wrong = Каждое утверждение на странице участника ведёт к своему предложению, и его можно проверить. Исправления датированы и перечислены.
handout = Раздаточный лист
handout_link = Для печати
handout_file = Одним файлом
name_index = Имена и абзацы
data = Открытые данные
data_link = Как данные
data_description = Что { $site } даёт программам: справки, упоминания, цитаты и участники в виде файлов.
data_intro = Всё, что сказано на этих страницах, есть и в файлах: чтобы считать, искать и проверять. Числа на страницах те же, что в файлах.
data_each = Каждая справка
data_each_note = По адресу каждой справки, если добавить это в конец, лежит её текст по частям: кто назван, кто говорит, что восстановлено и насколько это достоверно:
data_example = Например:
data_files = Файлы
data_briefing_schema = Схема JSON файла справки
data_site_schema = Схема JSON файла, в котором есть всё
data_mentions = Таблица всех упоминаний, каждое со своим предложением
data_quotations = Таблица всех цитат, каждая со своим автором
data_actors = Таблица всех участников
data_entities = Сущности FollowTheMoney, по одной в строке
data_graph = Граф: кто с кем назван
data_all = Всё в одном сжатом файле
data_note = Места в тексте считаются в байтах UTF-8, начиная с 0. Что выведено, то отмечено. В таблицах перед тем, что программа приняла бы за формулу, стоит апостроф.
nav_search = Поиск
search = Поиск
search_description = Поиск по текстам, вопросам и действующим лицам сайта «{ $site }».
search_words = Искомые слова
search_narrow = Сузить поиск
search_kind = Вид страницы
search_all = Все
search_articles = Статьи
search_faqs = Вопросы и ответы
search_actors = Действующие лица
search_pages = Другие страницы
search_actor = Где упомянут
search_briefing = В справке
search_language = Язык
search_found = Найдено страниц: { $count }
search_none = Ничего не найдено.
search_busy = Идёт поиск …
search_failed = Поиск не удалось загрузить. Попробуйте ещё раз чуть позже.
search_more = Показать ещё
search_script = Поиск работает в вашем браузере и требует JavaScript. Без него ко всему ведут эти страницы:
source = Исходный текст
source_link = Исходный текст, строка за строкой
source_page_title = { $title }: исходный текст, строка за строкой
source_description = «{ $title }» в том виде, в каком текст получен: { $lines }, при каждой сказано, чем она прочитана.
source_intro = Текст в том виде, в каком он получен. Рядом с каждой частью сказано, чем она прочитана, со ссылкой на её место на страницах. Вставленное для чтения отмечено.
source_encoding = прочитано как { $encoding }
source_line = Строка { $number }
source_lines = { $count ->
    [one] { $count } строка
    [few] { $count } строки
    [many] { $count } строк
   *[other] { $count } строки
}
source_restored = Что восстановлено и в каких строках
not_shown = { $what } (не показано)
put_in = вставлено: { $what }
left_out = опущено: { $what }
read_front_matter = настройки справки
read_dateline = место и дата
read_faq_marker = начало вопросов
read_faq_title = заголовок вопросов
read_footnote = примечание
read_separator = разделительная линия
rule_quote_space = пробел после кавычки
rule_question_mark = вопросительный знак
rule_possessive = апостроф притяжательной формы
rule_contraction = апостроф сокращения
rule_full_stop = точка между двумя предложениями
rule_final_stop = точка в конце
cite = цитировать
cite_title = Для цитирования: { $title }
cite_description = Как цитировать каждый абзац, вопрос и ответ текста «{ $title }»: в трёх стилях и для библиографических программ.
cite_intro = У каждого абзаца, вопроса и ответа есть постоянный адрес. Стили приняты в английском языке.
cite_files = Для библиографических программ, всё в одном файле:
cite_words = Ссылка, которая показывает эти слова
cite_question = Вопрос { $number }
cite_answer = Ответ на вопрос { $number }
