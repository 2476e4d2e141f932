# What the theme says itself. The forms of a plural are those of the language.
skip = До тексту
nav_site = Сайт
nav_briefings = Довідки
nav_actors = Учасники
page_of = сторінка { $number } з { $pages }
pages = Сторінки
newer = Новіші згадки
older = Давніші згадки
previous = Попередня сторінка
next = Наступна сторінка
home = Головна
briefing = Довідка
briefings = Довідки
draft = Чернетка
draft_note = Це чернетка. Її не опубліковано.
updated = оновлено { $date }
minutes = { $count ->
    [one] { $count } хвилина
    [few] { $count } хвилини
    [many] { $count } хвилин
   *[other] { $count } хвилини
}
paragraphs = { $count ->
    [one] { $count } абзац
    [few] { $count } абзаци
    [many] { $count } абзаців
   *[other] { $count } абзацу
}
paragraph = Абзац { $number }
permalink_paragraph = Посилання на абзац { $number }
permalink_section = Посилання на цей розділ
permalink_question = Посилання на це запитання
questions = { $count ->
    [one] { $count } запитання
    [few] { $count } запитання
    [many] { $count } запитань
   *[other] { $count } запитання
}
questions_answered = { $count ->
    [one] { $count } запитання з відповіддю
    [few] { $count } запитання з відповідями
    [many] { $count } запитань з відповідями
   *[other] { $count } запитання з відповідями
}
mentions = { $count ->
    [one] { $count } згадка
    [few] { $count } згадки
    [many] { $count } згадок
   *[other] { $count } згадки
}
quotations = { $count ->
    [one] { $count } цитата
    [few] { $count } цитати
    [many] { $count } цитат
   *[other] { $count } цитати
}
in_briefings = { $count ->
    [one] { $count } довідка
    [few] { $count } довідки
    [many] { $count } довідок
   *[other] { $count } довідки
}
briefing_count = { $count ->
    [one] { $count } довідка
    [few] { $count } довідки
    [many] { $count } довідок
   *[other] { $count } довідки
}
actor_count = { $count ->
    [one] { $count } учасник
    [few] { $count } учасники
    [many] { $count } учасників
   *[other] { $count } учасника
}
contents = Зміст
key_points = Головне
who = Хто є хто
mentions_label = згадки
briefings_label = довідки
score = Кого де названо
score_columns = { $count ->
    [one] Кожен стовпець — абзац.
    [few] Кожен стовпець — { $count } абзаци.
    [many] Кожен стовпець — { $count } абзаців.
   *[other] Кожен стовпець — { $count } абзацу.
}
score_ring = Кільце: тут наведено слова учасника.
score_named = { $name }, абзац { $number }
score_speaks = { $name }: наведено слова, абзац { $number }
company = Кого з ким названо
company_caption = Дуга поєднує двох, названих в одному абзаці чи відповіді; що більше таких місць, то вона ширша.
company_table = Те саме у вигляді таблиці
company_actor = Учасник
company_other = Разом з
company_count = Абзаци чи відповіді
asks = Запитання з відповідями
who_more = { $count ->
    [one] ще { $count } учасник
    [few] ще { $count } учасники
    [many] ще { $count } учасників
   *[other] ще { $count } учасника
}
bears_on = Запитання про це
faq = Запитання і відповіді
faq_only = Ця довідка — список запитань і відповідей.
faq_page_title = { $title }: запитання і відповіді
faq_description = { $questions } на тему «{ $title }», з відповідями. Перше: { $first }
to_article = Читати статтю
in_article = У статті
footnote = Виноска { $label }
footnotes = Примітки
back_to_text = Назад до тексту, примітка { $label }
tags = Теми
tag_title = Тема: { $tag }
tag_description = { $briefings } на тему «{ $tag }» на сайті { $site }.
tags_description = Усі теми сайту { $site }.
sources = Джерела
corrections = Виправлення
correction = Виправлення
corrections_description = Що виправлено в довідках сайту { $site }, спершу нове.
no_corrections = Поки нічого не виправлено.
related = Пов’язані довідки
related_by_person = вибрано редакцією
related_shares = спільне: { $names }
foot_links = Імена ведуть на сторінки, де зібрано всі речення з ними. Пунктир позначає те, що виведено.
foot_restored = Пунктирне підкреслення в тексті позначає відновлену пунктуацію; саме джерело не змінено.
report = Повідомити про помилку
report_note = Щось не так? Повідомте:
published_by = Видавець: { $publisher }
licence = Ліцензія: { $licence }
feed = Стрічка
made_with = Зроблено за допомогою chancery
is_inferred = виведено
inferred_name = { $name } (виведено)
inferred_title = Виведено: текст не каже прямо, про кого йдеться
restored_added = Відновлено: у джерелі цього немає
restored_changed = Відновлено: у джерелі «{ $was }»
latest = Нове
all_briefings = Усі довідки
most_named = Найчастіше названі
all_actors = Усі учасники
home_description = { $briefings } на сайті { $site }.
no_briefings = Довідок поки немає.
briefings_description = { $briefings } на сайті { $site }, спершу нові.
actors = Учасники
actors_description = { $order }: { $actors } у довідках сайту { $site }.
actor_description = { $name } ({ $kind }): { $mentions }, { $briefings }, речення за реченням.
no_actors = У цих довідках нікого не названо.
listed_note = Бути у списку означає бути названим у цих текстах. Це не оцінка.
by_kind = За видом
letters = Літери
several_called = Імена кількох учасників
kind_person = Особа
kind_state = Держава
kind_organisation = Організація
kind_armed_group = Збройна група
kind_office = Установа
kind_place = Місце
kind_people = Народ
kinds_person = Особи
kinds_state = Держави
kinds_organisation = Організації
kinds_armed_group = Збройні групи
kinds_office = Установи
kinds_place = Місця
kinds_people = Народи
origin_curated = Підтверджено редакцією.
origin_gazetteer = Упізнано за назвою; редакцією ще не підтверджено.
origin_detected = Знайдено в тексті за формою; редакцією ще не підтверджено.
stated = Як сказано в тексті
roles = Посади
affiliations = Приналежність
other_names = Інші імена
alias_name = також називають
alias_short = коротка форма
alias_acronym = скорочення
alias_demonym = прикметник
alias_metonym = позначає його
identifiers = Ідентифікатори
links = Посилання
said = Слова
reported = у переказі
speaker_inferred = мовця виведено
named = Згадки
not_named = Поки жодна довідка не називає цього учасника.
together = Разом з
together_count = { $count ->
    [one] { $count } абзац або відповідь
    [few] { $count } абзаци або відповіді
    [many] { $count } абзаців або відповідей
   *[other] { $count } абзацу або відповіді
}
place_paragraph = абзац { $number }
place_text = текст
place_heading = підзаголовок
place_question = запитання
place_answer = відповідь
place_section = заголовок розділу
place_intro = вступ
place_title = заголовок
namesakes_title = На ім’я { $name }
namesakes_description = { $actors } на ім’я { $name }, кожен окремо.
namesakes_link = Інші на ім’я { $name }
not_found = Такої сторінки немає
not_found_text = Можливо, адресу написано з помилкою або того, що тут було, вже немає.
not_found_description = За цією адресою на сайті { $site } нічого немає.
moved = Сторінку перенесено
moved_description = Сторінка, що була тут, має нову адресу.
moved_link = Перейти за новою адресою
quoted = Цитовано:
read_answer = Читати відповідь
the_text = Текст
follow = Позначити в тексті: { $name }, { $mentions }
follow_nobody = Нікого не позначати
made = Як зроблено цю сторінку
made_mentions = { $count ->
    [one] { $count } згадку пов’язано з учасником
    [few] { $count } згадки пов’язано з учасниками
    [many] { $count } згадок пов’язано з учасниками
   *[other] { $count } згадки пов’язано з учасниками
}
made_inferred = з них виведено: { $count }
made_open = { $count ->
    [one] { $count } ім’я залишено відкритим
    [few] { $count } імені залишено відкритими
    [many] { $count } імен залишено відкритими
   *[other] { $count } імені залишено відкритими
}
made_corrected = виправлено людиною: { $count }
made_restored = { $count ->
    [one] { $count } розділовий знак відновлено
    [few] { $count } розділові знаки відновлено
    [many] { $count } розділових знаків відновлено
   *[other] { $count } розділового знака відновлено
}
method_link = Докладніше про метод
is_curated = підтверджено
is_found = знайдено в тексті
see = див.
orders = Порядок
order_name = за іменем
order_mentions = за числом згадок
order_seen = за останньою згадкою
actors_by_mentions = Учасники за числом згадок
actors_by_seen = Учасники за останньою згадкою
filter = Показати лише імена, де є
filter_none = На цій сторінці таких імен немає.
and_last = востаннє:
over_time = За часом
repairs = Тут щось неправильно?
repairs_note = Кожне посилання починає лист до редакції.
repair_not_same = Це два різні учасники
repair_same = Це той самий, що й інший учасник
repair_name = Ім’я неправильне
repair_subject = { $repair }: { $name }
repair_body =
    { $repair }
    
    Учасник: { $name } ({ $id })
    Сторінка: { $page }
    
    Що має тут стояти і де це видно:
nearest = Можливо, ви шукали одну з цих сторінок?
method = Як зроблено ці сторінки
method_description = Як { $site } перетворює тексти на сторінки: що знаходить програма, що позначено як виведене і як це виправити.
method_intro = Тексти показано такими, якими вони надійшли. Програма знаходить, кого в них названо; у чому вона не певна, вона позначає, а чого визначити не може, лишає як є.
method_numbers = У числах
method_text_title = Текст
method_text = До тексту нічого не додано, і нічого з нього не вилучено. Де пунктуація дорогою пошкодилася і можлива лише одна поправка, її зроблено під час показу й підкреслено крапками. Жодного підсумку, жодної посади і жодного зв’язку програма не пише.
method_actors_title = Імена
method_actors = Ім’я стає посиланням там, де ясно, про кого йдеться. Пунктирне підкреслення каже, що це виведено. Підтверджене редактором важливіше за знайдене програмою, а сумнівне лишається простим текстом.
method_quotes_title = Чиїсь слова
method_quotes = Слова в лапках приписано мовцеві там, де текст його називає. Переказ так і названо. Де мовця виведено, про це сказано.
method_questions_title = Запитання і абзаци
method_questions = Запитання стоїть поруч з абзацом, якщо в них спільні імена й рідкісні слова. Саму відповідь на її сторінці ніколи не скорочено.
method_wrong_title = Коли щось неправильно
method_wrong = Кожне твердження на сторінці учасника веде до свого речення, і його можна перевірити. Виправлення датовано й перелічено.
handout = Роздатковий аркуш
handout_link = Для друку
handout_file = Одним файлом
name_index = Імена й абзаци
data = Відкриті дані
data_link = Як дані
data_description = Що { $site } дає програмам: довідки, згадки, цитати й учасники у вигляді файлів.
data_intro = Усе, що сказано на цих сторінках, є й у файлах: щоб рахувати, шукати й перевіряти. Числа на сторінках ті самі, що у файлах.
data_each = Кожна довідка
data_each_note = За адресою кожної довідки, якщо додати це в кінець, лежить її текст частинами: кого названо, хто говорить, що відновлено і наскільки це певно:
data_example = Наприклад:
data_files = Файли
data_briefing_schema = Схема JSON файлу довідки
data_site_schema = Схема JSON файлу, у якому є все
data_mentions = Таблиця всіх згадок, кожна зі своїм реченням
data_quotations = Таблиця всіх цитат, кожна зі своїм автором
data_actors = Таблиця всіх учасників
data_entities = Сутності FollowTheMoney, по одній у рядку
data_graph = Граф: кого з ким названо
data_all = Усе в одному стисненому файлі
data_note = Місця в тексті рахуються в байтах UTF-8 від 0. Що виведено, те позначено. У таблицях перед тим, що програма сприйняла б за формулу, стоїть апостроф.
nav_search = Пошук
search = Пошук
search_description = Пошук у текстах, запитаннях і дійових особах сайту «{ $site }».
search_words = Слова для пошуку
search_narrow = Звузити пошук
search_kind = Вид сторінки
search_all = Усі
search_articles = Статті
search_faqs = Запитання й відповіді
search_actors = Дійові особи
search_pages = Інші сторінки
search_actor = Де згадано
search_briefing = У довідці
search_language = Мова
search_found = Знайдено сторінок: { $count }
search_none = Нічого не знайдено.
search_busy = Триває пошук …
search_failed = Пошук не вдалося завантажити. Спробуйте ще раз за мить.
search_more = Показати більше
search_script = Пошук працює у вашому браузері й потребує JavaScript. Без нього до всього ведуть ці сторінки:
source = Отриманий текст
source_link = Отриманий текст, рядок за рядком
source_page_title = { $title }: отриманий текст, рядок за рядком
source_description = «{ $title }» у тому вигляді, в якому текст отримано: { $lines }, при кожному сказано, чим його прочитано.
source_intro = Текст у тому вигляді, в якому його отримано. Поруч із кожною частиною сказано, чим її прочитано, з посиланням на її місце на сторінках. Вставлене для читання позначено.
source_encoding = прочитано як { $encoding }
source_line = Рядок { $number }
source_lines = { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
    [many] { $count } рядків
   *[other] { $count } рядка
}
source_restored = Що відновлено і в яких рядках
not_shown = { $what } (не показано)
put_in = вставлено: { $what }
left_out = пропущено: { $what }
read_front_matter = налаштування довідки
read_dateline = місце і дата
read_faq_marker = початок запитань
read_faq_title = заголовок запитань
read_footnote = примітка
read_separator = розділювальна лінія
rule_quote_space = пробіл після лапки
rule_question_mark = знак питання
rule_possessive = апостроф присвійної форми
rule_contraction = апостроф скорочення
rule_full_stop = крапка між двома реченнями
rule_final_stop = крапка в кінці
cite = цитувати
cite_title = Для цитування: { $title }
cite_description = Як цитувати кожен абзац, запитання й відповідь тексту «{ $title }»: у трьох стилях і для бібліографічних програм.
cite_intro = Кожен абзац, запитання й відповідь має сталу адресу. Стилі прийняті в англійській мові.
cite_files = Для бібліографічних програм, усе в одному файлі:
cite_words = Посилання, що показує ці слова
cite_question = Запитання { $number }
cite_answer = Відповідь на запитання { $number }
