# What the theme says itself. The forms of a plural are those of the language.
skip = انتقل إلى النص
nav_site = الموقع
nav_briefings = الإحاطات
nav_actors = الأطراف
page_of = الصفحة { $number } من { $pages }
pages = الصفحات
newer = ذكر أحدث
older = ذكر أقدم
previous = الصفحة السابقة
next = الصفحة التالية
home = الصفحة الرئيسية
briefing = إحاطة
briefings = الإحاطات
draft = مسودة
draft_note = هذه مسودة ولم تُنشر.
updated = حُدّثت في { $date }
minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
paragraphs = { $count ->
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $count } فقرات
    [many] { $count } فقرة
   *[other] { $count } فقرة
}
paragraph = الفقرة { $number }
permalink_paragraph = رابط الفقرة { $number }
permalink_section = رابط هذا القسم
permalink_question = رابط هذا السؤال
questions = { $count ->
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
    [many] { $count } سؤالا
   *[other] { $count } سؤال
}
questions_answered = { $count ->
    [one] سؤال واحد مجاب عنه
    [two] سؤالان مجاب عنهما
    [few] { $count } أسئلة مجاب عنها
    [many] { $count } سؤالا مجابا عنه
   *[other] { $count } سؤال مجاب عنه
}
mentions = { $count ->
    [one] مرة واحدة
    [two] مرتان
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
quotations = { $count ->
    [one] اقتباس واحد
    [two] اقتباسان
    [few] { $count } اقتباسات
    [many] { $count } اقتباسا
   *[other] { $count } اقتباس
}
in_briefings = { $count ->
    [one] إحاطة واحدة
    [two] إحاطتان
    [few] { $count } إحاطات
    [many] { $count } إحاطة
   *[other] { $count } إحاطة
}
briefing_count = { $count ->
    [one] إحاطة واحدة
    [two] إحاطتان
    [few] { $count } إحاطات
    [many] { $count } إحاطة
   *[other] { $count } إحاطة
}
actor_count = { $count ->
    [one] طرف واحد
    [two] طرفان
    [few] { $count } أطراف
    [many] { $count } طرفا
   *[other] { $count } طرف
}
contents = المحتويات
key_points = أهم النقاط
who = من هو من
mentions_label = مرات الذكر
briefings_label = الإحاطات
score = من ذُكر وأين
score_columns = { $count ->
    [one] كل عمود فقرة.
    [two] كل عمود فقرتان.
    [few] كل عمود { $count } فقرات.
    [many] كل عمود { $count } فقرة.
   *[other] كل عمود { $count } فقرة.
}
score_ring = الحلقة: يُقتبس كلام الطرف هناك أو يُنقل.
score_named = { $name }، الفقرة { $number }
score_speaks = يُقتبس كلام { $name } أو يُنقل، الفقرة { $number }
company = من يُذكر مع من
company_caption = يصل القوس بين طرفين ذُكرا في فقرة واحدة أو إجابة واحدة؛ وكلما كثرت هذه المواضع زاد عرضه.
company_table = البيانات نفسها في جدول
company_actor = الطرف
company_other = يُذكر مع
company_count = الفقرات أو الإجابات
asks = الأسئلة التي تجيب عنها
who_more = { $count ->
    [one] طرف آخر
    [two] طرفان آخران
    [few] { $count } أطراف أخرى
    [many] { $count } طرفا آخر
   *[other] { $count } طرف آخر
}
bears_on = { $count ->
    [one] سؤال عن هذا
    [two] أسئلة عن هذا
    [few] أسئلة عن هذا
    [many] أسئلة عن هذا
   *[other] أسئلة عن هذا
}
faq = أسئلة وأجوبة
faq_only = هذه الإحاطة قائمة من الأسئلة والأجوبة.
faq_page_title = { $title }: أسئلة وأجوبة
faq_description = { $questions } عن «{ $title }» مع أجوبتها. أولها: { $first }
to_article = اقرأ المقال
in_article = في المقال
footnote = الحاشية { $label }
footnotes = الحواشي
back_to_text = عودة إلى النص، الحاشية { $label }
tags = الوسوم
tag_title = الوسم: { $tag }
tag_description = { $briefings } بالوسم «{ $tag }» على { $site }.
tags_description = كل وسوم { $site }.
sources = المصادر
corrections = التصويبات
correction = تصويب
corrections_description = ما صُوّب في إحاطات { $site }، الأحدث أولا.
no_corrections = لم يُصوّب شيء بعد.
related = إحاطات ذات صلة
related_by_person = اختارها المحررون
related_shares = المشترك: { $names }
foot_links = تقود الأسماء إلى صفحات تجمع كل جملة تذكرها. والخط المنقط يدل على ما استُنتج.
foot_restored = التسطير المنقط في النص يدل على ترميم علامة ترقيم تالفة؛ أما المصدر نفسه فلم يتغير.
report = الإبلاغ عن خطأ
report_note = هل من خطأ؟ أبلغ عنه:
published_by = الناشر: { $publisher }
licence = الترخيص: { $licence }
feed = تغذية
made_with = صُنع بواسطة chancery
is_inferred = مستنتج
inferred_name = { $name } (مستنتج)
inferred_title = مستنتج: لا يقول النص صراحة من المقصود
restored_added = مرمم: ليس في المصدر
restored_changed = مرمم: في المصدر «{ $was }»
latest = الأحدث
all_briefings = كل الإحاطات
most_named = الأكثر ذكرا
all_actors = كل الأطراف
home_description = { $briefings } على { $site }.
no_briefings = لا توجد إحاطات بعد.
briefings_description = { $briefings } على { $site }، الأحدث أولا.
actors = الأطراف
actors_description = { $order }: { $actors } في إحاطات { $site }.
actor_description = { $name } ({ $kind }): الذكر { $mentions } في { $briefings }، جملة جملة.
no_actors = لا يُذكر أي طرف في هذه الإحاطات.
listed_note = الورود في القائمة يعني الذكر في هذه النصوص، وليس حكما.
by_kind = حسب النوع
letters = الحروف
several_called = أسماء لأكثر من طرف
kind_person = شخص
kind_state = دولة
kind_organisation = منظمة
kind_armed_group = جماعة مسلحة
kind_office = جهة رسمية
kind_place = مكان
kind_people = شعب
kinds_person = أشخاص
kinds_state = دول
kinds_organisation = منظمات
kinds_armed_group = جماعات مسلحة
kinds_office = جهات رسمية
kinds_place = أماكن
kinds_people = شعوب
origin_curated = أكده المحررون.
origin_gazetteer = عُرف من اسمه؛ ولم يؤكده المحررون بعد.
origin_detected = عُثر عليه في النص من صيغته؛ ولم يؤكده المحررون بعد.
stated = كما يقول النص
roles = المناصب
affiliations = الانتماء
other_names = أسماء أخرى
alias_name = يسمى أيضا
alias_short = صيغة قصيرة
alias_acronym = اختصار
alias_demonym = صفة
alias_metonym = كناية عنه
identifiers = المعرّفات
links = روابط
said = أقواله
reported = منقول
speaker_inferred = المتكلم مستنتج
named = مواضع الذكر
not_named = لا تذكر أي إحاطة هذا الطرف بعد.
together = يُذكر مع
together_count = { $count ->
    [one] فقرة أو جواب واحد
    [two] فقرتان أو جوابان
    [few] { $count } فقرات أو أجوبة
    [many] { $count } فقرة أو جوابا
   *[other] { $count } فقرة أو جواب
}
place_paragraph = الفقرة { $number }
place_text = نص
place_heading = عنوان فرعي
place_question = سؤال
place_answer = جواب
place_section = عنوان قسم
place_intro = تمهيد
place_title = عنوان
namesakes_title = باسم { $name }
namesakes_description = { $actors } باسم { $name }، كل على حدة.
namesakes_link = آخرون باسم { $name }
not_found = لا توجد صفحة كهذه
not_found_text = ربما كُتب العنوان خطأ، أو لم يعد ما كان هنا موجودا.
not_found_description = لا يعرض هذا العنوان شيئا على { $site }.
moved = انتقلت هذه الصفحة
moved_description = للصفحة التي كانت هنا عنوان جديد.
moved_link = اذهب إلى العنوان الجديد
quoted = يُقتبس:
read_answer = اقرأ الجواب
the_text = النص
follow = علّم { $name } في النص: { $mentions }
follow_nobody = بلا تعليم
made = كيف صُنعت هذه الصفحة
made_mentions = { $count ->
    [one] ذكر واحد مرتبط بطرف
    [two] ذكران مرتبطان بأطراف
    [few] { $count } مواضع ذكر مرتبطة بأطراف
    [many] { $count } موضع ذكر مرتبطا بأطراف
   *[other] { $count } موضع ذكر مرتبط بأطراف
}
made_inferred = منها { $count } مستنتجة
made_open = { $count ->
    [one] اسم واحد تُرك مفتوحا
    [two] اسمان تُركا مفتوحين
    [few] { $count } أسماء تُركت مفتوحة
    [many] { $count } اسما تُرك مفتوحا
   *[other] { $count } اسم تُرك مفتوحا
}
made_corrected = { $count } صوّبها إنسان
made_restored = { $count ->
    [one] علامة ترقيم واحدة مرممة
    [two] علامتا ترقيم مرممتان
    [few] { $count } علامات ترقيم مرممة
    [many] { $count } علامة ترقيم مرممة
   *[other] { $count } علامة ترقيم مرممة
}
method_link = المزيد عن الطريقة
is_curated = مؤكد
is_found = عُثر عليه في النص
see = انظر
orders = الترتيب
order_name = حسب الاسم
order_mentions = الأكثر ذكرا
order_seen = الأحدث ذكرا
actors_by_mentions = الأطراف، الأكثر ذكرا أولا
actors_by_seen = الأطراف، الأحدث ذكرا أولا
filter = أظهر فقط الأسماء التي فيها
filter_none = لا اسم في هذه الصفحة يحوي ذلك.
and_last = وأخيرا في
over_time = عبر الزمن
repairs = هل من خطأ هنا؟
repairs_note = كل رابط يبدأ رسالة إلى المحررين.
repair_not_same = هذان طرفان مختلفان
repair_same = هذا هو نفسه طرف آخر
repair_name = الاسم خطأ
repair_subject = { $repair }: { $name }
repair_body =
    { $repair }
    
    الطرف: { $name } ({ $id })
    الصفحة: { $page }
    
    ما الذي ينبغي أن يكون هنا، وأين يُرى ذلك:
nearest = هل كنت تبحث عن إحدى هذه؟
method = كيف تُصنع هذه الصفحات
method_description = كيف يحوّل { $site } النصوص إلى صفحات: ما يجده برنامج، وما يُعلَّم بأنه مستنتج، وكيف يُصوَّب.
method_intro = تُعرض النصوص كما وردت. يجد برنامج من يُذكر فيها؛ فما لم يتيقن منه علّمه، وما لم يستطع معرفته تركه.
method_numbers = بالأرقام
method_text_title = النص
method_text = لا يُزاد على النص شيء ولا يُنقص منه. وحيث تلفت علامات الترقيم في الطريق ولم يكن إلا ترميم واحد ممكنا، يُجرى للعرض ويُسطَّر بنقاط. ولا يكتب البرنامج أي ملخص أو منصب أو علاقة.
method_actors_title = الأسماء
method_actors = يُربط الاسم حيث يكون المقصود واضحا. ويقول التسطير المنقط إن ذلك مستنتج. وما أكده محرر مقدم على ما وجده البرنامج، وما بقي فيه شك يبقى نصا عاديا.
method_quotes_title = أقوال الناس
method_quotes = تُنسب الكلمات بين علامتي الاقتباس إلى متكلم حيث يسميه النص. ويُسمى الكلام المنقول منقولا. وحيث استُنتج المتكلم يُذكر ذلك.
method_questions_title = الأسئلة والفقرات
method_questions = يقف السؤال بجانب فقرة حين يشتركان في أسماء وكلمات نادرة. ولا يُختصر الجواب في صفحته أبدا.
method_wrong_title = حين يقع خطأ
method_wrong = كل عبارة في صفحة طرف تقود إلى جملتها، فيمكن التحقق منها. والتصويبات مؤرخة ومجموعة في قائمة.
handout = نسخة للتوزيع
handout_link = للطباعة
handout_file = في ملف واحد
name_index = فهرس الأسماء بالفقرات
data = بيانات مفتوحة
data_link = كبيانات
data_description = ما يقدمه { $site } للبرامج: الإحاطات ومرات الذكر والاقتباسات والأطراف في ملفات.
data_intro = ما تقوله هذه الصفحات متاح أيضًا في ملفات للعدّ والبحث والتحقق. الأرقام في الصفحات هي الأرقام في الملفات.
data_each = كل إحاطة
data_each_note = عند عنوان كل إحاطة، متبوعًا بما يلي، يوجد نصها مقطعًا مقطعًا مع من ذُكر ومن تكلم وما رُمم ومدى اليقين:
data_example = مثلًا:
data_files = ملفات
data_briefing_schema = مخطط JSON لملف الإحاطة
data_site_schema = مخطط JSON للملف الذي يضم كل شيء
data_mentions = جدول بكل مرات الذكر، كلٌّ مع جملته
data_quotations = جدول بكل الاقتباسات، كلٌّ مع قائله
data_actors = جدول بكل الأطراف
data_entities = كيانات FollowTheMoney، واحد في كل سطر
data_graph = مخطط من ذُكر مع من
data_all = كل شيء في ملف واحد مضغوط
data_note = تُعدّ المواضع في النص ببايتات UTF-8 بدءًا من 0. وما استُنتج مذكور أنه كذلك. وفي الجداول تسبق فاصلة عليا ما قد يعدّه برنامج الجداول صيغة.
nav_search = بحث
search = بحث
search_description = البحث في نصوص { $site } وأسئلته وجهاته.
search_words = كلمات البحث
search_narrow = تضييق البحث
search_kind = نوع الصفحة
search_all = الكل
search_articles = المقالات
search_faqs = الأسئلة والأجوبة
search_actors = الجهات الفاعلة
search_pages = صفحات أخرى
search_actor = تذكر الجهة
search_briefing = في الإحاطة
search_language = اللغة
search_found = الصفحات التي وُجدت: { $count }
search_none = لم يُعثر على شيء.
search_busy = جارٍ البحث …
search_failed = تعذّر تحميل البحث. حاول مجددًا بعد لحظة.
search_more = عرض المزيد
search_script = يعمل البحث في متصفحك ويحتاج إلى JavaScript. ومن دونه تقود هذه الصفحات إلى كل شيء:
source = النص الوارد
source_link = النص الوارد، سطرا سطرا
source_page_title = { $title }: النص الوارد، سطرا سطرا
source_description = «{ $title }» كما ورد: { $lines }، ومع كل منها ما قُرئ عليه.
source_intro = النص كما ورد. بجانب كل جزء ما قُرئ عليه، مع رابط إلى موضعه في الصفحات. وما أُضيف للقراءة معلَّم.
source_encoding = قُرئ بترميز { $encoding }
source_line = السطر { $number }
source_lines = { $count ->
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرا
   *[other] { $count } سطر
}
source_restored = ما رُمّم، وفي أي الأسطر
not_shown = { $what } (غير معروض)
put_in = أُضيف: { $what }
left_out = حُذف: { $what }
read_front_matter = إعدادات الإحاطة
read_dateline = المكان والتاريخ
read_faq_marker = بداية الأسئلة
read_faq_title = عنوان الأسئلة
read_footnote = حاشية
read_separator = خط فاصل
rule_quote_space = مسافة بعد علامة اقتباس
rule_question_mark = علامة استفهام
rule_possessive = فاصلة علوية للملكية
rule_contraction = فاصلة علوية للاختصار
rule_full_stop = نقطة بين جملتين
rule_final_stop = نقطة في النهاية
cite = استشهد
cite_title = للاستشهاد: { $title }
cite_description = كيفية الاستشهاد بكل فقرة وسؤال وجواب من «{ $title }»: بثلاثة أساليب، ولبرامج إدارة المراجع.
cite_intro = لكل فقرة وسؤال وجواب عنوان ثابت. والأساليب هي المتبعة في الإنجليزية.
cite_files = لبرامج إدارة المراجع، الكل في ملف واحد:
cite_words = رابط يُظهر هذه الكلمات
cite_question = السؤال { $number }
cite_answer = جواب السؤال { $number }
