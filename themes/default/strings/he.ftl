# What the theme says itself. The forms of a plural are those of the language.
skip = דילוג אל הטקסט
nav_site = האתר
nav_briefings = תדריכים
nav_actors = שחקנים
page_of = עמוד { $number } מתוך { $pages }
pages = עמודים
newer = אזכורים חדשים יותר
older = אזכורים ישנים יותר
previous = העמוד הקודם
next = העמוד הבא
home = דף הבית
briefing = תדריך
briefings = תדריכים
draft = טיוטה
draft_note = זוהי טיוטה. היא לא פורסמה.
updated = עודכן ב־{ $date }
minutes = { $count ->
    [one] דקה אחת
    [two] שתי דקות
   *[other] { $count } דקות
}
paragraphs = { $count ->
    [one] פסקה אחת
    [two] שתי פסקאות
   *[other] { $count } פסקאות
}
paragraph = פסקה { $number }
permalink_paragraph = קישור לפסקה { $number }
permalink_section = קישור לחלק זה
permalink_question = קישור לשאלה זו
questions = { $count ->
    [one] שאלה אחת
    [two] שתי שאלות
   *[other] { $count } שאלות
}
questions_answered = { $count ->
    [one] שאלה אחת ותשובה
    [two] שתי שאלות ותשובות
   *[other] { $count } שאלות ותשובות
}
mentions = { $count ->
    [one] אזכור אחד
    [two] שני אזכורים
   *[other] { $count } אזכורים
}
quotations = { $count ->
    [one] ציטוט אחד
    [two] שני ציטוטים
   *[other] { $count } ציטוטים
}
in_briefings = { $count ->
    [one] תדריך אחד
    [two] שני תדריכים
   *[other] { $count } תדריכים
}
briefing_count = { $count ->
    [one] תדריך אחד
    [two] שני תדריכים
   *[other] { $count } תדריכים
}
actor_count = { $count ->
    [one] שחקן אחד
    [two] שני שחקנים
   *[other] { $count } שחקנים
}
contents = תוכן העניינים
key_points = עיקרי הדברים
who = מי הוא מי
mentions_label = אזכורים
briefings_label = תדריכים
score = מי מוזכר היכן
score_columns = { $count ->
    [one] כל טור הוא פסקה.
    [two] כל טור הוא שתי פסקאות.
   *[other] כל טור הוא { $count } פסקאות.
}
score_ring = טבעת: דברי השחקן מצוטטים או מובאים שם.
score_named = { $name }, פסקה { $number }
score_speaks = דברי { $name } מצוטטים או מובאים, פסקה { $number }
company = מי מוזכר עם מי
company_caption = קשת מחברת שניים שמוזכרים באותה פסקה או תשובה; ככל שיש יותר כאלה, היא רחבה יותר.
company_table = אותו הדבר בטבלה
company_actor = שחקן
company_other = יחד עם
company_count = פסקאות או תשובות
asks = השאלות שהוא עונה עליהן
who_more = { $count ->
    [one] עוד שחקן אחד
    [two] עוד שני שחקנים
   *[other] עוד { $count } שחקנים
}
bears_on = { $count ->
    [one] שאלה על כך
    [two] שאלות על כך
   *[other] שאלות על כך
}
faq = שאלות ותשובות
faq_only = תדריך זה הוא רשימה של שאלות ותשובות.
faq_page_title = { $title }: שאלות ותשובות
faq_description = { $questions } על „{ $title }”, עם תשובות. הראשונה: { $first }
to_article = לקריאת המאמר
in_article = במאמר
footnote = הערה { $label }
footnotes = הערות
back_to_text = חזרה לטקסט, הערה { $label }
tags = תגיות
tag_title = תגית: { $tag }
tag_description = { $briefings } עם התגית „{ $tag }” באתר { $site }.
tags_description = כל התגיות של { $site }.
sources = מקורות
corrections = תיקונים
correction = תיקון
corrections_description = מה תוקן בתדריכים של { $site }, החדש תחילה.
no_corrections = עוד לא תוקן דבר.
related = תדריכים קשורים
related_by_person = נבחר בידי העורכים
related_shares = משותף: { $names }
foot_links = שמות מקושרים לדפים שאוספים כל משפט שמזכיר אותם. קו מנוקד מסמן את מה שהוסק.
foot_restored = קו תחתון מנוקד בטקסט מסמן תיקון של פיסוק שנפגם; המקור עצמו לא שונה.
report = דיווח על טעות
report_note = משהו שגוי? דווחו:
published_by = בהוצאת { $publisher }
licence = רישיון: { $licence }
feed = עדכונים
made_with = נוצר בעזרת chancery
is_inferred = הוסק
inferred_name = { $name } (הוסק)
inferred_title = הוסק: הטקסט אינו אומר במפורש במי מדובר
restored_added = שוחזר: אינו במקור
restored_changed = שוחזר: במקור „{ $was }”
latest = חדש
all_briefings = כל התדריכים
most_named = המוזכרים ביותר
all_actors = כל השחקנים
home_description = { $briefings } באתר { $site }.
no_briefings = אין עדיין תדריכים.
briefings_description = { $briefings } באתר { $site }, החדש תחילה.
actors = שחקנים
actors_description = { $order }: { $actors } בתדריכים של { $site }.
actor_description = { $name } ({ $kind }): { $mentions } ב־{ $briefings }, משפט אחר משפט.
no_actors = בתדריכים אלה לא מוזכר אף שחקן.
listed_note = להופיע כאן פירושו להיות מוזכר בטקסטים אלה. אין זו שיפוטיות.
by_kind = לפי סוג
letters = אותיות
several_called = שמות של כמה שחקנים
kind_person = אדם
kind_state = מדינה
kind_organisation = ארגון
kind_armed_group = קבוצה חמושה
kind_office = מוסד
kind_place = מקום
kind_people = עם
kinds_person = אנשים
kinds_state = מדינות
kinds_organisation = ארגונים
kinds_armed_group = קבוצות חמושות
kinds_office = מוסדות
kinds_place = מקומות
kinds_people = עמים
origin_curated = אושר בידי העורכים.
origin_gazetteer = זוהה לפי שמו; טרם אושר בידי העורכים.
origin_detected = נמצא בטקסט לפי צורתו; טרם אושר בידי העורכים.
stated = כדברי הטקסט
roles = תפקידים
affiliations = השתייכות
other_names = שמות אחרים
alias_name = נקרא גם
alias_short = צורה קצרה
alias_acronym = ראשי תיבות
alias_demonym = שם תואר
alias_metonym = כינוי
identifiers = מזהים
links = קישורים
said = דבריו
reported = מובא
speaker_inferred = הדובר הוסק
named = אזכורים
not_named = אף תדריך עוד לא מזכיר שחקן זה.
together = יחד עם
together_count = { $count ->
    [one] פסקה או תשובה אחת
    [two] שתי פסקאות או תשובות
   *[other] { $count } פסקאות או תשובות
}
place_paragraph = פסקה { $number }
place_text = טקסט
place_heading = כותרת משנה
place_question = שאלה
place_answer = תשובה
place_section = כותרת חלק
place_intro = מבוא
place_title = כותרת
namesakes_title = בשם { $name }
namesakes_description = { $actors } בשם { $name }, כל אחד לחוד.
namesakes_link = אחרים בשם { $name }
not_found = אין דף כזה
not_found_text = אולי הכתובת שגויה, או שמה שהיה שם כבר איננו.
not_found_description = כתובת זו אינה מציגה דבר באתר { $site }.
moved = הדף עבר
moved_description = לדף שהיה כאן יש כתובת חדשה.
moved_link = אל הכתובת החדשה
quoted = ציטוט:
read_answer = לקריאת התשובה
the_text = הטקסט
follow = לסמן את { $name } בטקסט: { $mentions }
follow_nobody = בלי סימון
made = איך נוצר דף זה
made_mentions = { $count ->
    [one] אזכור אחד קושר לשחקן
    [two] שני אזכורים קושרו לשחקנים
   *[other] { $count } אזכורים קושרו לשחקנים
}
made_inferred = { $count } מהם הוסקו
made_open = { $count ->
    [one] שם אחד נותר פתוח
    [two] שני שמות נותרו פתוחים
   *[other] { $count } שמות נותרו פתוחים
}
made_corrected = { $count } תוקנו בידי אדם
made_restored = { $count ->
    [one] סימן פיסוק אחד שוחזר
    [two] שני סימני פיסוק שוחזרו
   *[other] { $count } סימני פיסוק שוחזרו
}
method_link = עוד על השיטה
is_curated = מאושר
is_found = נמצא בטקסט
see = ראו
orders = סדר
order_name = לפי שם
order_mentions = המוזכרים ביותר
order_seen = המוזכרים לאחרונה
actors_by_mentions = שחקנים, המוזכרים ביותר תחילה
actors_by_seen = שחקנים, המוזכרים לאחרונה תחילה
filter = להציג רק שמות עם
filter_none = אין בדף זה שם שיש בו זאת.
and_last = ולאחרונה ב־
over_time = לאורך זמן
repairs = משהו שגוי כאן?
repairs_note = כל קישור פותח הודעה אל העורכים.
repair_not_same = אלה שני שחקנים שונים
repair_same = זהו אותו שחקן כמו אחר
repair_name = השם שגוי
repair_subject = { $repair }: { $name }
repair_body =
    { $repair }
    
    שחקן: { $name } ({ $id })
    דף: { $page }
    
    מה צריך לעמוד שם, והיכן אפשר לראות זאת:
nearest = האם חיפשתם אחד מאלה?
method = איך נוצרים הדפים
method_description = איך { $site } הופך טקסטים לדפים: מה תוכנה מוצאת, מה מסומן כמוסק ואיך מתקנים.
method_intro = הטקסטים מוצגים כפי שהתקבלו. תוכנה מוצאת מי מוזכר בהם; את מה שאינה בטוחה בו היא מסמנת, ואת מה שאינה יכולה לדעת היא מניחה.
method_numbers = במספרים
method_text_title = הטקסט
method_text = דבר אינו נוסף לטקסט ודבר אינו נגרע ממנו. היכן שהפיסוק נפגם בדרך ורק תיקון אחד אפשרי, הוא נעשה לתצוגה ומסומן בקו מנוקד. שום תקציר, תפקיד או קשר אינו נכתב בידי התוכנה.
method_actors_title = שמות
method_actors = שם מקושר היכן שברור במי מדובר. קו מנוקד אומר שהדבר הוסק. מה שעורך אישר קודם לכל מה שהתוכנה מצאה, ומה שנותר בספק נשאר טקסט רגיל.
method_quotes_title = דברים שמישהו אמר
method_quotes = מילים במירכאות מיוחסות לדובר היכן שהטקסט מזכיר אותו. דיבור מובא נקרא כך. היכן שהדובר הוסק, הדבר נאמר.
method_questions_title = שאלות ופסקאות
method_questions = שאלה עומדת ליד פסקה כשיש להן שמות ומילים נדירות במשותף. התשובה עצמה אינה מקוצרת לעולם בדף שלה.
method_wrong_title = כשמשהו שגוי
method_wrong = כל קביעה בדף של שחקן מובילה אל המשפט שלה, וכך אפשר לבדוק אותה. תיקונים מתוארכים ומפורטים.
handout = דף לחלוקה
handout_link = להדפסה
handout_file = כקובץ אחד
name_index = שמות לפי פסקאות
data = נתונים פתוחים
data_link = כנתונים
data_description = מה { $site } מציע לתוכנות: תדריכים, אזכורים, ציטוטים ושחקנים כקבצים.
data_intro = מה שכתוב בדפים האלה קיים גם כקבצים, כדי לספור, לחפש ולבדוק. המספרים שבדפים הם המספרים שבקבצים.
data_each = כל תדריך
data_each_note = בכתובת של כל תדריך, בתוספת זה בסופה, נמצא הטקסט שלו קטע אחר קטע, עם מי שמוזכר, מי מדבר, מה שוחזר ועד כמה הדבר ודאי:
data_example = לדוגמה:
data_files = קבצים
data_briefing_schema = סכמת JSON של קובץ תדריך
data_site_schema = סכמת JSON של הקובץ שמכיל הכול
data_mentions = טבלה של כל האזכורים, כל אחד עם המשפט שלו
data_quotations = טבלה של כל הציטוטים, כל אחד עם דוברו
data_actors = טבלה של כל השחקנים
data_entities = ישויות FollowTheMoney, אחת בכל שורה
data_graph = גרף: מי מוזכר עם מי
data_all = הכול בקובץ אחד, דחוס
data_note = מקומות בטקסט נספרים בבתים של UTF-8 מ‑0. מה שהוסק מסומן כך. בטבלאות, לפני מה שגיליון אלקטרוני היה מפרש כנוסחה עומד גרש.
nav_search = חיפוש
search = חיפוש
search_description = חיפוש בטקסטים, בשאלות ובגורמים של { $site }.
search_words = מילים לחיפוש
search_narrow = צמצום החיפוש
search_kind = סוג העמוד
search_all = הכול
search_articles = מאמרים
search_faqs = שאלות ותשובות
search_actors = גורמים
search_pages = עמודים אחרים
search_actor = שבהם נזכר הגורם
search_briefing = בתדריך
search_language = שפה
search_found = עמודים שנמצאו: { $count }
search_none = לא נמצא דבר.
search_busy = מחפש …
search_failed = לא ניתן היה לטעון את החיפוש. נסו שוב בעוד רגע.
search_more = הצגת עוד
search_script = החיפוש פועל בדפדפן שלכם וזקוק ל-JavaScript. בלעדיו, העמודים האלה מובילים אל הכול:
source = הטקסט שהתקבל
source_link = הטקסט שהתקבל, שורה אחר שורה
source_page_title = { $title }: הטקסט שהתקבל, שורה אחר שורה
source_description = „{ $title }” כפי שהתקבל: { $lines }, ליד כל אחת מה שנקרא בה.
source_intro = הטקסט כפי שהתקבל. ליד כל קטע כתוב כמה הוא נקרא, עם קישור למקומו בדפים. מה שנוסף לשם הקריאה מסומן.
source_encoding = נקרא בקידוד { $encoding }
source_line = שורה { $number }
source_lines = { $count ->
    [one] שורה אחת
    [two] שתי שורות
   *[other] { $count } שורות
}
source_restored = מה שוחזר, ובאילו שורות
not_shown = { $what } (אינו מוצג)
put_in = נוסף: { $what }
left_out = הושמט: { $what }
read_front_matter = הגדרות התדריך
read_dateline = מקום ותאריך
read_faq_marker = תחילת השאלות
read_faq_title = כותרת השאלות
read_footnote = הערה
read_separator = קו מפריד
rule_quote_space = רווח אחרי מירכאות
rule_question_mark = סימן שאלה
rule_possessive = גרש של שייכות
rule_contraction = גרש של קיצור
rule_full_stop = נקודה בין שני משפטים
rule_final_stop = נקודה בסוף
cite = לצטט
cite_title = לציטוט: { $title }
cite_description = כיצד לצטט כל פסקה, שאלה ותשובה של „{ $title }”: בשלושה סגנונות, ולתוכנות לניהול מקורות.
cite_intro = לכל פסקה, שאלה ותשובה יש כתובת קבועה. הסגנונות הם אלה של האנגלית.
cite_files = לתוכנות לניהול מקורות, הכול בקובץ אחד:
cite_words = קישור שמראה את המילים האלה
cite_question = שאלה { $number }
cite_answer = תשובה לשאלה { $number }
