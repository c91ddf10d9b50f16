# The watch: missions, reports from them, and the outbox.

watch-mission = المهمة { $mission }
watch-all = كل المهمات
watch-not-sent = أُبلغ عنه هنا ولم يُرسل بعد
watch-refused = رُفض البلاغ
watch-refused-here = { $count ->
        [zero] لم يُرفض أي بلاغ من هنا.
        [one] رُفض بلاغ واحد من هنا.
        [two] رُفض بلاغان من هنا.
        [few] رُفضت { $count } بلاغات من هنا.
        [many] رُفض { $count } بلاغًا من هنا.
       *[other] رُفض { $count } بلاغ من هنا.
    }
watch-look = الاطلاع على ما رُفض
watch-silent = لا خبر منذ { $span }
watch-leg-of = المقطع { $leg } من { $legs }
watch-leaves = المغادرة
watch-lands = الهبوط
watch-expected = المتوقع الآن
watch-planned = المخطط
watch-reported = المبلَّغ عنه
watch-on-time = في الموعد
watch-early = أبكر بمقدار { $span }
watch-leg-flown = نُفّذ
watch-leg-now = في الجو
watch-leg-to-come = لم يبدأ بعد
watch-leg-not-flown = لم يُنفّذ
watch-legs = المقاطع
watch-crews = الأطقم
watch-flight-crew = طاقم الطيران
watch-medical-crew = الطاقم الطبي
watch-accounts = حسابات الأطقم
watch-accounts-hint = رقم الحساب مذكور في الصفحة الخاصة بصاحبه. افصل بين الأرقام بمسافات.
watch-accounts-none = لم يُسمَّ أحد بعد
watch-delayed-until = متأخرة حتى
watch-diverted-to = حُوّلت إلى
watch-aboard = على متن الطائرة { $aboard } من { $patients } من المرضى
watch-last-report = آخر بلاغ
watch-kept = محفوظ على هذا الجهاز، قُرئ
watch-kept-says = لا يوجد اتصال. يمكنك متابعة الإبلاغ: كل شيء يُحفظ هنا ويُرسل بالترتيب عند عودة الاتصال.

# What can be reported.

watch-report-now = الإبلاغ
watch-report-it = إبلاغ
watch-act-task = قبول المهمة
watch-act-await-clearances = بانتظار التصاريح
watch-act-ready = جاهزة
watch-act-assign = تسمية الأطقم
watch-act-board = بدء الصعود
watch-act-depart = أقلعت
watch-act-land = هبطت
watch-act-delay = تأخير
watch-act-divert = تحويل الوجهة
watch-act-cancel = إلغاء المهمة
watch-act-abort = إنهاء قبل الاكتمال
watch-act-complete = اكتملت المهمة
watch-act-manifest = إدراج في قائمة الركاب
watch-act-collect = تسلّم من الجناح
watch-act-stage = إلى مرفق عبور
watch-act-enplane = صعد
watch-act-deplane = نزل
watch-act-deliver = وصل إلى المرفق
watch-says-divert = تتجه المهمة إلى مطار آخر، وتُبلَّغ خلية التخطيط فورًا.
watch-says-cancel = لن تُنفَّذ المهمة، ويحتاج مرضاها إلى مسار آخر.
watch-says-abort = تنتهي المهمة حيث هي، ويجب إعادة تخطيط ما تبقّى منها.
watch-still-aboard = { $count ->
        [zero] لا أحد مسجّل على متن الطائرة.
        [one] ما زال مريض واحد مسجّلًا على متن الطائرة. أبلغ أين نزل ليمكن إنهاء المهمة.
        [two] ما زال مريضان مسجّلين على متن الطائرة. أبلغ أين نزلا ليمكن إنهاء المهمة.
        [few] ما زال { $count } مرضى مسجّلين على متن الطائرة. أبلغ أين نزلوا ليمكن إنهاء المهمة.
        [many] ما زال { $count } مريضًا مسجّلين على متن الطائرة. أبلغ أين نزلوا ليمكن إنهاء المهمة.
       *[other] ما زال { $count } مريض مسجّلين على متن الطائرة. أبلغ أين نزلوا ليمكن إنهاء المهمة.
    }
watch-when = متى حدث
watch-now = الآن
watch-minutes-ago = { $minutes ->
        [zero] الآن
        [one] قبل دقيقة واحدة
        [two] قبل دقيقتين
        [few] قبل { $minutes } دقائق
        [many] قبل { $minutes } دقيقة
       *[other] قبل { $minutes } دقيقة
    }
watch-minutes-later = { $minutes ->
        [zero] دون تأخير
        [one] بعد دقيقة واحدة
        [two] بعد دقيقتين
        [few] بعد { $minutes } دقائق
        [many] بعد { $minutes } دقيقة
       *[other] بعد { $minutes } دقيقة
    }
watch-at-a-time = في وقت أُدخله
watch-time = الوقت
watch-future = يجب أن يكون هذا في المستقبل.
watch-until = مقدار التأخير
watch-airfield = المطار
watch-airfield-hint = رمزه، مثل أحرف الإيكاو الأربعة
watch-reason = السبب
watch-waits-for = ما الذي تنتظره
watch-needed = هذا مطلوب.
watch-staging = مرفق العبور
watch-facility = المرفق
watch-facility-hint = معرّفه كما في أوراق النقل
watch-identifiers = قورنت بالسجل
watch-identifiers-hint = اثنان لكل مريض قبل نقله. لا يُسجَّل إلا أيّ اثنين منها.
watch-identifiers-two = قارن اثنين واذكرهما.
watch-identifier-name = الاسم
watch-identifier-date-of-birth = تاريخ الميلاد
watch-identifier-wristband = رقم السوار
watch-identifier-document = الوثيقة

# The manifest.

watch-manifest = قائمة الركاب
watch-manifest-all = { $count ->
        [zero] لا أحد للإدراج
        [one] إدراج مريض واحد في قائمة الركاب
        [two] إدراج مريضين في قائمة الركاب
        [few] إدراج { $count } مرضى في قائمة الركاب
        [many] إدراج { $count } مريضًا في قائمة الركاب
       *[other] إدراج { $count } مريض في قائمة الركاب
    }
watch-manifest-empty = { $count ->
        [zero] لا مرضى في الخطة.
        [one] في الخطة مريض واحد، يظهر لك بعد إعداد قائمة الركاب.
        [two] في الخطة مريضان، يظهران لك بعد إعداد قائمة الركاب.
        [few] في الخطة { $count } مرضى، يظهرون لك بعد إعداد قائمة الركاب.
        [many] في الخطة { $count } مريضًا، يظهرون لك بعد إعداد قائمة الركاب.
       *[other] في الخطة { $count } مريض، يظهرون لك بعد إعداد قائمة الركاب.
    }
watch-not-manifested = ليس في قائمة الركاب بعد
watch-side-all = الكل ({ $count })
watch-side-on = للصعود ({ $count })
watch-side-aboard = على المتن ({ $count })
watch-side-off = نزلوا ({ $count })
watch-seek = الاسم المستعار
watch-told = { $what }: { $patient }
watch-who = من هذا؟
watch-who-is = من هو { $patient }
watch-who-says = كل اطّلاع يُسجَّل، ولا يُحفظ شيء من هذا على الجهاز.
watch-nobody = لا شيء مسجّل عن هويته.
watch-identity-family-name = اسم العائلة
watch-identity-given-name = الاسم الأول
watch-identity-date-of-birth = تاريخ الميلاد
watch-identity-document = الوثيقة
watch-identity-nationality = الجنسية
watch-identity-contact = جهة الاتصال
watch-ventilated = على تنفس اصطناعي
watch-oxygen = أكسجين { $litres } لتر/دقيقة

# Events.

watch-event = الإبلاغ عن حدث
watch-event-of = الإبلاغ عن حدث يخص { $aircraft }
watch-event-kind = ما الذي حدث
watch-event-aircraft-out = طائرة خارج الخدمة
watch-event-beds-withdrawn = سحب أسرّة
watch-event-airfield-closed = إغلاق مطار
watch-event-crew-out = طاقم خارج الخدمة
watch-event-not-boarded = المريض لم يحضر
watch-event-airspace-closed = إغلاق مجال جوي
watch-event-state-closed = دولة تعلّق تصاريحها
watch-event-more = المزيد: منذ متى، ومن أبلغ، وملاحظة
watch-field-aircraft = الطائرة
watch-field-crew = الطاقم
watch-field-airfield = المطار
watch-field-offer = عرض الأسرّة
watch-field-left = الأسرّة المتبقية
watch-field-mission = المهمة
watch-field-patient = المريض
watch-field-area = زوايا المنطقة
watch-field-area-hint = بالدرجات، الشمال والشرق موجبان: { "33.0 22.0; 33.0 23.0; 34.0 23.0" }
watch-field-state = الدولة (حرفان)
watch-field-until = حتى (فارغ: لبقية العملية)
watch-field-from = من (فارغ: الآن)
watch-field-to = إلى (فارغ: لبقية العملية)
watch-field-closure = الاسم أو رقم NOTAM
watch-field-wrong = هذا ناقص أو لا يمكن قراءته.
watch-choose = اختر
watch-source = من أبلغ
watch-source-hint = مثل غرفة العمليات، هاتفيًا
watch-note = ملاحظة

# The watch page.

watch-part = أي مهمات
watch-part-all = الكل
watch-part-count = { $part } ({ $count })
watch-part-under-way = جارية
watch-part-next = القادمة
watch-part-done = المنتهية
watch-filter = مهمة أو طائرة أو مشغّل أو مطار
watch-late-only = المتأخرة أو الصامتة فقط
watch-column-mission = المهمة
watch-column-state = الوضع
watch-column-aircraft = الطائرة والمشغّل
watch-column-leg = المقطع
watch-column-next = التالي
watch-column-report = آخر بلاغ
watch-column-aboard = على المتن
watch-none = لا توجد مهمات بعد
watch-none-says = تنشأ المهمة باعتماد خطة. وقبل ذلك:
watch-none-cleared = يُصادَق على الطلبات وتُقرّ اللياقة للطيران وتتوفر الأسرّة.
watch-none-planned = يطلب مخطط النقل الجوي إعداد خطة.
watch-none-adopted = يعتمدها الضابط المناوب.
watch-none-tasked = يقبل المشغّلون الجويون مهماتهم ويسمّون الأطقم.
watch-none-crew = ترى المهمات التي سمّاك فيها المشغّل. لا توجد أي منها بعد.
watch-none-operator = ترى مهمات طائراتك بعد اعتماد خطة تشملها. لا توجد أي منها بعد.
watch-none-match = { $count ->
        [zero] لا توجد مهمات.
        [one] لا تطابق المهمة الوحيدة التصفية.
        [two] لا تطابق التصفية أي من المهمتين.
        [few] لا تطابق التصفية أي من { $count } مهمات.
        [many] لا تطابق التصفية أي من { $count } مهمة.
       *[other] لا تطابق التصفية أي من { $count } مهمة.
    }
watch-due = المطلوب مني تاليًا للمرضى في الطريق
watch-due-nothing = لا شيء مطلوب منك.
watch-due-more = { $count ->
        [zero] لا مزيد
        [one] واحد آخر
        [two] اثنان آخران
        [few] { $count } أخرى
        [many] { $count } أخرى
       *[other] { $count } أخرى
    }
watch-map = أين هي
watch-map-label = خريطة المهمات
watch-map-show = إظهار الخريطة
watch-map-hide = إخفاء الخريطة
watch-map-says = في الجو تكون المواقع تقديرية: على الدائرة العظمى بحسب الوقت منذ المغادرة المبلَّغ عنها. لا أحد يتتبّع الطائرات.
watch-map-estimate = { $mission }، من { $from } إلى { $to }، تقديريًا
watch-map-stands = { $mission } في { $field }

# The outbox.

watch-outbox = بلاغات لم تُرسل
watch-outbox-says = محفوظة على هذا الجهاز، وتُرسل مرة واحدة وبالترتيب.
watch-outbox-empty = أُرسل كل ما أُبلغ عنه هنا.
watch-send-now = الإرسال الآن
watch-next-try = محاولة أخرى بعد { $span }.
watch-next-try-soon = محاولة أخرى خلال أقل من دقيقة.
watch-queued-next = يُرسل أولًا
watch-queued-waiting = ينتظر
watch-queued-held = ينتظر خلف بلاغ مرفوض
watch-queued-refused = مرفوض
watch-is-now = الوضع الآن: { $state }
watch-refused-says = إن كان قد حدث فعلًا وما زال يجب الإبلاغ عنه فأبلغ عنه بحسب الوضع الحالي، ويبقى وقته. وإن أبلغ عنه غيرك أو كان خطأ فاسحبه.
watch-again = الإبلاغ بحسب الوضع الحالي
watch-take-back = سحب
watch-take-back-sure = نعم، اسحبه
watch-taken-back = سُحب: { $what }
watch-did-task = { $mission }: قُبلت
watch-did-await-clearances = { $mission }: بانتظار التصاريح
watch-did-ready = { $mission }: جاهزة
watch-did-assign = { $mission }: سُمّيت الأطقم
watch-did-board = { $mission }: بدأ الصعود
watch-did-depart = { $mission }: أقلعت
watch-did-land = { $mission }: هبطت في { $place }
watch-did-delay = { $mission }: تأخرت
watch-did-divert = { $mission }: حُوّلت إلى { $place }
watch-did-cancel = { $mission }: أُلغيت
watch-did-abort = { $mission }: أُنهيت قبل اكتمالها
watch-did-complete = { $mission }: اكتملت
watch-did-manifest = { $patient }: في قائمة الركاب
watch-did-collect = { $patient }: تسلّمه الطاقم
watch-did-stage = { $patient }: في مرفق العبور { $place }
watch-did-enplane = { $patient }: على متن { $mission }
watch-did-deplane = { $patient }: نزل في { $place }
watch-did-deliver = { $patient }: وصل إلى { $place }
watch-did-event-aircraft-out = طائرة خارج الخدمة: { $thing }
watch-did-event-beds-withdrawn = سُحبت أسرّة: { $thing }
watch-did-event-airfield-closed = أُغلق مطار: { $thing }
watch-did-event-crew-out = طاقم خارج الخدمة: { $thing }
watch-did-event-not-boarded = لم يحضر: { $thing }
watch-did-event-airspace-closed = أُغلق مجال جوي: { $thing }
watch-did-event-state-closed = دولة علّقت تصاريحها: { $thing }
