# الخطط: القائمة، والأعمال التي تنتجها، وخطة واحدة، وخطتان جنبًا إلى جنب.

plans-title = الخطط
plans-running = الخطة السارية
plans-open-running = فتح الخطة السارية
plans-none-runs = لا توجد خطة سارية بعد.
plans-all = كل الخطط
plans-empty = لا توجد خطة بعد. يطلب مخطط النقل الجوي الأولى.
plans-empty-planner = لا توجد خطة بعد. اطلب الأولى بالزر أعلاه.
plans-proposed = اقتُرحت
plans-state = الحالة
plans-moved = المنقولون
plans-missions = المهمات
plans-mission = المهمة
plans-patients = المرضى
plans-patient = المريض
plans-offer = عرض الأسرّة
plans-leg = المقطع
plans-aircraft = الطائرة
plans-compare = مقارنة
plans-compare-this = مقارنة الخطة { $plan }
plans-compare-two = مقارنة الخطتين
plans-compare-hint = اختر خطتين للمقارنة بينهما.
plans-back = كل الخطط
plans-open = فتح الخطة
plans-none = لا شيء
plans-every = الكل
plans-more = المزيد

plans-plan = طلب خطة
plans-replan = إعادة التخطيط
plans-plan-says = يبحث برنامج التخطيط عن أفضل خطة لكل المرضى الذين أُقرّت لياقتهم للطيران. وما يجده مقترح: لا يُوعد بشيء قبل أن يعتمده الضابط المناوب.
plans-replan-says = ينطلق برنامج التخطيط من الخطة السارية ومن كل ما حدث، ويحافظ على الوعود قدر الإمكان. وما يجده مقترح.
plans-effort = ما مدى عمق البحث؟
plans-effort-quick = سريع
    .says = خطة سليمة خلال ثوانٍ، لمعرفة الوضع
plans-effort-thorough = متأنٍّ
    .says = غالبًا دون دقيقة أو دقيقتين؛ يناسب معظم القرارات
plans-effort-long = طويل
    .says = دقائق كثيرة؛ لآخر التحسينات ما دام الوقت يسمح
plans-work = وحدات العمل
plans-work-hint = { $most } على الأكثر. العمل نفسه والبذرة نفسها يعطيان الخطة نفسها.
plans-seed = بذرة الأرقام العشوائية
plans-seed-hint = قد تعطي بذرة أخرى خطة أخرى بالجودة نفسها.

plans-job = العمل
plans-jobs = يجري تخطيطه الآن
plans-jobs-ended = أُوقف أو فشل
plans-job-plan = خطة أولى
plans-job-replan = خطة تحل محل الخطة السارية
plans-job-check = فحص خطة
plans-job-evaluate = فحص خطة وقياسها
plans-job-explain = تفسير
plans-job-what-if = ماذا لو
plans-job-done = الخطة جاهزة، وقد اجتازت الفحص.
plans-job-kept = أُوقف البحث. حُفظت أفضل خطة مفحوصة كمقترح.
plans-job-nothing-kept = أُوقف البحث قبل أن توجد خطة تجتاز الفحص.
plans-job-failed = فشل العمل.
plans-ordered = طُلب
plans-ordered-by = طلبه الحساب
plans-attempt = المحاولة { $attempt }: فُقدت وحدة تنفيذ
plans-search = البحث
plans-work-done = أُنجز { $share } من العمل ({ $now } من { $work } وحدة)
plans-no-plan-yet = البحث جارٍ. لا توجد خطة مفحوصة بعد.
plans-waits = ينتظر وحدة تنفيذ متاحة.
plans-best = الأفضل حتى الآن
plans-best-found = أفضل ما وُجد أثناء البحث
plans-first = أول خطة مفحوصة
plans-best-so-far = { $missions ->
        [zero] بلا مهمات، وُجدت بعد { $work } وحدة عمل
        [one] بمهمة واحدة، وُجدت بعد { $work } وحدة عمل
        [two] بمهمتين، وُجدت بعد { $work } وحدة عمل
        [few] بـ { $missions } مهمات، وُجدت بعد { $work } وحدة عمل
        [many] بـ { $missions } مهمة، وُجدت بعد { $work } وحدة عمل
       *[other] بـ { $missions } مهمة، وُجدت بعد { $work } وحدة عمل
    }
plans-first-after = جاءت أول خطة مفحوصة بعد { $seconds } ث، وفيها { $onTime } في الموعد.
plans-chart-best = الوزن في الموعد: { $weight }
plans-chart-bound = لا يمكن لأي خطة أن تتجاوز { $weight }
plans-chart-work = { $now } من { $work } وحدة عمل
plans-stop = إيقاف
plans-stop-keep = إيقاف وحفظ الأفضل
plans-stopping = جارٍ الإيقاف
plans-answer = الجواب
plans-unplanned = { $count ->
        [zero] لم يُستبعد أي سجل من التخطيط
        [one] سجل واحد لم يدخل في التخطيط
        [two] سجلان لم يدخلا في التخطيط
        [few] { $count } سجلات لم تدخل في التخطيط
        [many] { $count } سجلًا لم يدخل في التخطيط
       *[other] { $count } سجل لم يدخل في التخطيط
    }
plans-unplanned-says = لا يمكن قراءة ما كُتب فيها. صححها ثم أعد التخطيط.

plans-tiers = كل القياسات
plans-tier = المستوى
plans-tier-1 = في الموعد
plans-tier-2 = التأخر
plans-tier-3 = الوعود
plans-tier-4 = العبء على المرضى
plans-tier-5 = الطيران
plans-measure = القياس
plans-value = القيمة
plans-before = قبل
plans-now = الآن
plans-difference = الفرق
plans-same = بلا تغيير
plans-better = أفضل
plans-worse = أسوأ
plans-levels = في الموعد والمتأخرون وغير المنقولين حسب الفئة
plans-class = الفئة
plans-figure-on-time = في الموعد
plans-figure-on-time-weight = الوزن في الموعد
plans-figure-left-out = غير منقولين
plans-figure-late = متأخرون
plans-figure-late-weight = التأخر، ساعات مرجّحة
plans-figure-broken = الوعود المتغيرة
plans-figure-transit = في الطريق، ساعات المرضى
plans-figure-stops = التوقفات في الطريق
plans-figure-nights = ليالٍ في مرافق العبور
plans-figure-flying = الطيران، ساعات
plans-figure-positioning = منها بلا مرضى، ساعات
plans-figure-fuel = الوقود، كغ
plans-figure-cost = الكلفة، بعملة العملية
plans-on-time-of = في الموعد: { $onTime } من { $patients ->
        [zero] { $patients } مريض
        [one] مريض واحد
        [two] مريضين
        [few] { $patients } مرضى
        [many] { $patients } مريضًا
       *[other] { $patients } مريض
    }
plans-bound = يمكن أن يكون { $most } في الموعد على الأكثر.
plans-bound-unknown = لا يُعرف كم يمكن أن يكونوا في الموعد.
plans-gap = بحسب وزن الأسبقية قد يبقى مجال للتحسين بنسبة { $gap }.
plans-gap-none = بحسب وزن الأسبقية لا توجد خطة أفضل.
plans-binding = ما الذي يقيّد:

plans-one-proposed = خطة مقترحة
plans-one-rejected = خطة مرفوضة
plans-one-superseded = خطة حلّت محلها أخرى
plans-one-adopted = الخطة السارية
plans-plan-word = خطة
plans-id = معرّف الخطة:
plans-mission-count = { $count ->
        [zero] لا مهمات
        [one] مهمة واحدة
        [two] مهمتان
        [few] { $count } مهمات
        [many] { $count } مهمة
       *[other] { $count } مهمة
    }
plans-moved-count = { $count ->
        [zero] لا يُنقل أحد
        [one] يُنقل مريض واحد
        [two] يُنقل مريضان
        [few] يُنقل { $count } مرضى
        [many] يُنقل { $count } مريضًا
       *[other] يُنقل { $count } مريض
    }
plans-count-patients = { $count ->
        [zero] لا مرضى
        [one] مريض واحد
        [two] مريضان
        [few] { $count } مرضى
        [many] { $count } مريضًا
       *[other] { $count } مريض
    }
plans-replaces = تحل محل هذه الخطة
plans-outdated = الخطة السارية الآن ليست التي يحل هذا المقترح محلها. لم يعد اعتماده ممكنًا. أعد التخطيط.
plans-compare-parent = مقارنة بالخطة السابقة
plans-compare-running = مقارنة بالخطة السارية
plans-view = العرض
plans-view-list = القائمة
plans-view-timeline = الخط الزمني
plans-view-map = الخريطة
plans-view-cabin = المقصورة
plans-view-changes = من يُبلَّغ
plans-list-by = القائمة حسب
plans-leaves = المغادرة
plans-returns = العودة
plans-route = خط السير
plans-to = إلى
plans-from = من
plans-arrives = الوصول
plans-due = الموعد
plans-bed = السرير
plans-in-time = في الموعد
plans-late = متأخر
plans-seek = بحث عن مريض أو مكان أو مهمة
plans-only-chosen = ما يخص المختار فقط
plans-moved-patients = المرضى المنقولون
plans-no-missions = ليس في هذه الخطة مهمات.
plans-nobody-moved = لا تنقل هذه الخطة أحدًا.
plans-left-out-count = غير منقولين: { $count }
plans-left-out-says = اختر مريضًا لترى كل الأسباب وتسأل عما يلزم.
plans-nobody-left-out = الجميع منقولون.
plans-why = السبب
plans-request = فتح الطلب
plans-way = مسار النقل
plans-step-to-field = برًا إلى المطار
plans-step-lift = جوًا
plans-step-from-field = برًا إلى المستشفى
plans-step-stay = في مرفق العبور
plans-step-admitted = ينتظر السرير في المكان نفسه
plans-changed-times = { $count ->
        [zero] لم يتغير ما وُعد به.
        [one] تغيّر ما وُعد به مرة واحدة.
        [two] تغيّر ما وُعد به مرتين.
        [few] تغيّر ما وُعد به { $count } مرات.
        [many] تغيّر ما وُعد به { $count } مرة.
       *[other] تغيّر ما وُعد به { $count } مرة.
    }
plans-configuration = المقصورة
plans-crews = الأطقم
plans-legs = المقاطع
plans-on-board = على المتن { $count }
plans-distance = { $nm } ميل بحري
plans-cabin-altitude = ارتفاع المقصورة { $ft } قدم
plans-refuels = ثم تزويد بالوقود
plans-rests = ثم راحة الأطقم
plans-offer-takes = { $count ->
        [zero] لا يذهب أحد إلى هذه الأسرّة.
        [one] يذهب مريض واحد إلى هذه الأسرّة.
        [two] يذهب مريضان إلى هذه الأسرّة.
        [few] يذهب { $count } مرضى إلى هذه الأسرّة.
        [many] يذهب { $count } مريضًا إلى هذه الأسرّة.
       *[other] يذهب { $count } مريض إلى هذه الأسرّة.
    }

plans-explain = لماذا هكذا؟
plans-explain-patient = لماذا هذا المسار، وما البديل؟
plans-explain-mission = لماذا هذه المهمة، وماذا بدونها؟
plans-explain-offer = لماذا هذه الأسرّة، وماذا لو زاد سرير؟
plans-explain-says = يجرّب برنامج التخطيط البدائل. يستغرق ذلك بضع ثوانٍ.
plans-asking = برنامج التخطيط يعمل على الجواب.
plans-question-failed = لا يوجد جواب.
plans-question-stopped = أُوقف السؤال.
plans-against = قُورنت بـ:
plans-tables-changed = تغيّرت جداول العملية منذ وُضعت الخطة.
plans-not-counted = لم يُحتسب:
plans-goes-to = يذهب إلى
plans-held = ما يمنع وصولًا أبكر
plans-sooner = – بدونه أبكر بـ { $minutes } د
plans-held-together = هذه معًا:
plans-held-nothing = لا شيء: يمكن أن يكون أبكر بـ { $minutes } د فورًا.
plans-held-itself = المسار نفسه فقط.
plans-other-beds = أسرّة أخرى كانت ممكنة
plans-other-flights = رحلات أخرى كانت ممكنة
plans-other-ways = مسارات أخرى كانت ممكنة
plans-why-not-beds = لماذا ليس سريرًا آخر
plans-why-not-flights = لماذا ليست رحلة أخرى
plans-why-not = لماذا لا
plans-concerns = يخص:
plans-offers = العروض:
plans-left-out-then = عندئذ لا يُنقل:
plans-costs-nothing = لا يكلف شيئًا إضافيًا.
plans-would-take = ما الذي يلزم
plans-would-take-none = لا يكفي أي تغيير واحد من التغييرات التي جُرّبت.
plans-looked-at = عدد التغييرات التي فُحصت: { $count }
plans-room = في الخطة كما هي متسع:
plans-then = عندئذ:
plans-decision-coordination = قرار المنسقين
plans-decision-clinical = قرار طبي
plans-decision-patient = قرار المريض
plans-under-way = المهمة جارية.
plans-without-it = بدون هذه المهمة
plans-without-it-says = لا يُنقل: { $lost }؛ يتغير المسار: { $moved }.
plans-lost-without = لا يُنقل: { $count }
plans-moved-without = يتغير المسار: { $count }
plans-offer-beds = الأسرّة: { $beds }. تشغل الخطة منها: { $placed }.
plans-beds-by-day = الأسرّة المشغولة حسب اليوم
plans-day = اليوم
plans-taken = المشغول
plans-one-more = بسرير إضافي
plans-one-more-nothing = لن يُنقل أحد آخر.
plans-one-fewer = بسرير أقل
plans-one-fewer-nothing = لن يتغير شيء.
plans-one-fewer-settled = لم يعد بإمكان الخطة نقل أحد من هذه الأسرّة.
plans-one-fewer-elsewhere = يذهب هذا المريض إلى مكان آخر:
plans-one-fewer-left-out = لا يُنقل هذا المريض:
plans-refused = من لا يمكنه شغل هذه الأسرّة، ولماذا
plans-rule = القاعدة { $rule }
plans-rule-1 = رحلة المريض
plans-rule-2 = الأماكن على المتن
plans-rule-3 = الفريق الطبي
plans-rule-4 = ارتفاع المقصورة
plans-rule-5 = المدى والمدرج
plans-rule-6 = المطارات وأوقات الأرض
plans-rule-7 = الأطقم والطائرات
plans-rule-8 = التصاريح
plans-rule-9 = الوجهة
plans-rule-10 = مرافق العبور
plans-rule-11 = ما حدث بالفعل
plans-finding = ملاحظة
plans-findings-more = و{ $count } أخرى.
plans-remedy = ما العمل:

plans-check = فحص
plans-check-says = يحسب برنامج الفحص كل شيء من جديد دون برنامج التخطيط: هل تلتزم الخطة بكل القواعد، وما الذي تحققه فعلًا.
plans-sound = تلتزم الخطة بكل القواعد.
plans-unsound = { $count ->
        [zero] تلتزم الخطة بكل القواعد.
        [one] تخالف الخطة القواعد في موضع واحد.
        [two] تخالف الخطة القواعد في موضعين.
        [few] تخالف الخطة القواعد في { $count } مواضع.
        [many] تخالف الخطة القواعد في { $count } موضعًا.
       *[other] تخالف الخطة القواعد في { $count } موضع.
    }
plans-before-edit = كما حُفظت
plans-after-edit = كما قيست
plans-checker-says = ما يقوله برنامج الفحص
plans-undo = تراجع
plans-redo = إعادة
plans-discard = تجاهل الكل
plans-edits = تغييرات يدوية: { $count }
plans-edited-says = لا يمكن اعتماد خطة غُيّرت يدويًا: لا يُعتمد إلا ما يقترحه برنامج التخطيط. استخدم هذا لترى كلفة التغيير. ولكي تحصل عليه أبلغ عن السبب (كتأخير أو طائرة خارج الخدمة) بوصفه حدثًا، أو غيّر الطلب، ثم أعد التخطيط.
plans-edited-not-yours = لا يتيح دورك استعمال برنامج الفحص.

plans-what-if = ماذا لو
plans-what-if-says = افترض أن شيئًا ما حدث. يبيّن برنامج التخطيط ما الذي سيغيّره في الخطة السارية. لا يُسجَّل شيء ولا يُبلَّغ أحد.
plans-what-if-figures = القياسات كما هي وكما ستكون
plans-as-it-runs = الآن
plans-then-it-would = عندئذ
plans-promises-kept = الوعود المحفوظة: { $kept } من { $promised } ({ $share }).
plans-event = ماذا يحدث
plans-event-aircraft-out = طائرة خارج الخدمة
plans-event-beds-withdrawn = سُحبت أسرّة
plans-event-airfield-closed = أُغلق مطار
plans-event-patient-changed = ساءت حالة مريض أو تحسنت
plans-event-patient-unfit = مريض غير لائق للطيران
plans-event-crew-out = طاقم غير متاح
plans-event-mission-cancelled = أُلغيت مهمة
plans-event-delayed = تأخرت مهمة
plans-event-declined = مستشفى يعتذر عن مريض
plans-event-state-closed = دولة تعلّق تصاريحها
plans-event-field-aircraft = الطائرة
plans-event-field-crew = الطاقم
plans-event-field-mission = المهمة
plans-event-field-airfield = المطار
plans-event-field-offer = عرض الأسرّة
plans-event-field-patient = المريض
plans-event-field-facility = المستشفى
plans-event-field-state = الدولة
plans-event-field-left = الأسرّة الباقية
plans-event-field-until = حتى (UTC)
plans-event-field-from = من (UTC)
plans-event-field-to = إلى (UTC)
plans-event-field-critical-care = الرعاية الحرجة في الطريق
plans-event-field-precedence = الأسبقية
plans-care-none = لا توجد
plans-care-intermediate = رعاية متوسطة
plans-care-icu = عناية مركزة
plans-suppose = إظهار ما سيتغير
plans-suppose-too = افتراض هذا أيضًا
plans-supposed = المفترض
plans-take-away = إزالة

plans-adopt = اعتماد
plans-adopt-says = بالاعتماد تُحجز الأسرّة وتُنشأ المهمات ويُبلَّغ كل المعنيين.
plans-adopt-replan-says = بالاعتماد تُستبدل الخطة السارية: تُحجز الأسرّة وتُنشأ مهمات أو تُلغى ويُبلَّغ كل المعنيين.
plans-adopt-how = أي جزء منها
plans-adopt-whole = كلها
plans-adopt-part = بعض المهمات
plans-adopt-part-says = من لا يسافر بأي من هذه المهمات لا يُنقل.
plans-adopt-part-replan-says = يبقى كل ما عداها كما في الخطة السارية. والمهمة المحذوفة تُختار برقمها أيضًا.
plans-adopt-whole-now = اعتمادها كلها
plans-adopt-part-now = { $count ->
        [zero] لا مهمات للاعتماد
        [one] اعتماد مهمة واحدة
        [two] اعتماد مهمتين
        [few] اعتماد { $count } مهمات
        [many] اعتماد { $count } مهمة
       *[other] اعتماد { $count } مهمة
    }
plans-together = ترتبط هذه المهمات بغيرها، ويجب اعتماد هذه أيضًا:
plans-take-along = { $count ->
        [zero] لا شيء يضاف
        [one] إضافتها
        [two] إضافة هاتين المهمتين
        [few] إضافة هذه المهمات ({ $count })
        [many] إضافة هذه المهمات ({ $count })
       *[other] إضافة هذه المهمات ({ $count })
    }
plans-mission-new = جديدة
plans-mission-cancelled = لا تُنفّذ
plans-mission-changed = متغيرة
plans-reject = رفض
plans-reason = السبب
plans-reason-hint = يقرؤه المخططون.

plans-who-is-told = ما الذي يتغير، ومن يُبلَّغ
plans-changes-compared = قورنت الخطتان هنا. أما ما وُعد به ومن يجب إبلاغه فيذكره الخادم للخطط التي تحل محل غيرها.
plans-old-and-new = القديم والجديد
plans-broken-count = { $count ->
        [zero] لم يُخلف أي وعد.
        [one] أُخلف وعد واحد.
        [two] أُخلف وعدان.
        [few] أُخلفت { $count } وعود.
        [many] أُخلف { $count } وعدًا.
       *[other] أُخلف { $count } وعد.
    }
plans-changed-count = { $count ->
        [zero] لا يتغير شيء لأي مريض.
        [one] يتغير شيء لمريض واحد.
        [two] يتغير شيء لمريضين.
        [few] يتغير شيء لـ { $count } مرضى.
        [many] يتغير شيء لـ { $count } مريضًا.
       *[other] يتغير شيء لـ { $count } مريض.
    }
plans-changes-by = الترتيب
plans-by-promise = الوعود المُخلفة أولًا
plans-by-told = حسب من يُبلَّغ
plans-nothing-changes = لا يتغير شيء لأي مريض.
plans-show-more = عرض المزيد ({ $count })
plans-promise-frozen = في قائمة الركاب
plans-promise-firm = موعود به قطعًا
plans-promise-soft = في الخطة فقط
plans-broken-frozen = يخالف قائمة الركاب
plans-broken-firm = يُخلف وعدًا قاطعًا
plans-broken-soft = يغيّر وعدًا غير قاطع
plans-kind-left-out = لم يعد منقولًا
plans-kind-country = بلد آخر
plans-kind-hospital = مستشفى آخر
plans-kind-day = يوم آخر
plans-kind-mission = طائرة أخرى
plans-kind-legs = مطارات أخرى
plans-kind-time = ساعة أخرى
plans-kind-newly-moved = منقول حديثًا
plans-was = كان:
plans-is-now = الآن:

plans-compare-title = خطتان جنبًا إلى جنب
plans-swap = تبديل
plans-first-plan = الخطة الأولى
plans-second-plan = الخطة الثانية
plans-no-difference = للخطتين المهمات نفسها، وتنقلان الجميع بالطريقة نفسها.
plans-who-differs = من يتغير مساره
plans-what-differs = ما الذي يختلف
plans-nobody-differs = لكل مريض المسار نفسه.
plans-not-moved = غير منقول
plans-only-first = في الأولى فقط
plans-only-second = في الثانية فقط
plans-otherwise = في كلتيهما، لكن بشكل آخر
