# الطلبات: القائمة والكتابة والقراءة والخطوات.

## The list: board and table.

requests-view = طريقة العرض
requests-board = لوحة المتابعة
requests-table = جدول
requests-print = طباعة
requests-new = طلب جديد
requests-loaded = قُرئ { $count } حتى الآن
requests-none = لا توجد طلبات يمكنك الاطلاع عليها.
requests-none-passes = لا يوجد طلب يطابق التصفية.
requests-counted = { $count ->
        [zero] لا طلب من أصل { $all }
        [one] طلب واحد من أصل { $all }
        [two] طلبان من أصل { $all }
        [few] { $shown } طلبات من أصل { $all }
        [many] { $shown } طلبًا من أصل { $all }
       *[other] { $shown } طلب من أصل { $all }
    }
requests-counted-all = { $count ->
        [zero] لا طلبات
        [one] طلب واحد
        [two] طلبان
        [few] { $shown } طلبات
        [many] { $shown } طلبًا
       *[other] { $shown } طلب
    }
requests-filter = تصفية
requests-filter-none = عرض الكل
requests-filter-text = نص أو رقم
requests-filter-state = الحالة
requests-filter-all = الكل
requests-filter-stage = { $stage }: الكل
requests-filter-grade = الأسبقية
requests-filter-deadline = الموعد النهائي
requests-deadline-step-late = الخطوة التالية متأخرة
requests-deadline-step-day = الخطوة التالية خلال 24 ساعة
requests-deadline-bed-late = متأخر عن موعد السرير
requests-deadline-bed-day = في سرير خلال 24 ساعة
requests-stage-submit = قيد الإعداد
requests-stage-authority = لدى الجهة الطالبة
requests-stage-surgeon = لدى طبيب الطيران
requests-stage-bed = بحاجة إلى سرير
requests-stage-asked = طُلب سرير
requests-stage-agreed = مقبول
requests-stage-planned = مخطَّط له
requests-stage-way = في الطريق
requests-stage-arrived = وصل
requests-stage-over = منتهٍ
requests-stage-hidden = حالة غير ظاهرة لك
requests-late = { $count ->
        [zero] لا خطوات متأخرة
        [one] خطوة واحدة متأخرة
        [two] خطوتان متأخرتان
        [few] { $count } خطوات متأخرة
        [many] { $count } خطوة متأخرة
       *[other] { $count } خطوة متأخرة
    }
requests-show-all = { $count ->
        [zero] عرض في الجدول ({ $shown })
        [one] عرض الطلب في الجدول
        [two] عرض الطلبين في الجدول
        [few] عرض الطلبات كلها ({ $shown }) في الجدول
        [many] عرض الطلبات كلها ({ $shown }) في الجدول
       *[other] عرض الطلبات كلها ({ $shown }) في الجدول
    }
requests-bed = في سرير:
requests-asked = { $count ->
        [zero] لم يُطلب أي سرير
        [one] طُلب سرير من عرض واحد
        [two] طُلب سرير من عرضين
        [few] طُلب سرير من { $count } عروض
        [many] طُلب سرير من { $count } عرضًا
       *[other] طُلب سرير من { $count } عرض
    }
requests-due = الخطوة التالية
requests-destination = الوجهة
requests-arrival = الوصول

## Writing a request.

requests-new-lead = الحقول المعلَّمة بـ * لازمة للتقديم، ويمكن استكمال الباقي لاحقًا.
requests-made-already = حُفظ الطلب بالفعل، لكن ما بعده لم ينجح. الإرسال مرة أخرى يتابع من هناك. يمكن قراءته هنا:
requests-kept = ما كتبته من قبل ما زال هنا، وهو محفوظ في هذه النافذة فقط.
requests-begin-anew = البدء من جديد
requests-new-patient = المريض
requests-no-names = لا تُكتب الأسماء هنا؛ لها مجموعة خاصة في الأسفل.
requests-zone = المنطقة الزمنية لمكان الانطلاق
requests-zone-hint = كل الأوقات أدناه بتوقيتها.
requests-other-origin = مرفق غير وارد في القائمة
requests-unplanned = يمكن تقديمه، لكن لا يمكن تخطيط النقل قبل معرفة ما يلي:
requests-save-submit = حفظ وتقديم
requests-save-draft = حفظ كمسودة
requests-fault-missing = هذا مطلوب.
requests-fault-number = يلزم رقم هنا.
requests-fault-range = بين { $min } و{ $max }.
requests-fault-states = حرفان لكل دولة تفصل بينها مسافات، مثل EG RU.
requests-fault-two = يجب مطابقة اثنين منها.
requests-fault-again = هذا ليس رقم الطلب.
requests-choose = اختر
requests-yes = نعم
requests-no = لا
requests-filled = مُلئ { $count } من { $all }
requests-alike = { $count ->
        [zero] لا طلبات مشابهة
        [one] طلب مفتوح واحد مشابه
        [two] طلبان مفتوحان مشابهان
        [few] { $count } طلبات مفتوحة مشابهة
        [many] { $count } طلبًا مفتوحًا مشابهًا
       *[other] { $count } طلب مفتوح مشابه
    }
requests-alike-says = هل هو المريض نفسه؟ تحقق قبل المتابعة: طلبان لمريض واحد يحجزان سريرين.
requests-years = العمر { $age }
requests-kg = { $mass } كغ
requests-since = منذ:
requests-another-patient = تحققتُ: إنه مريض آخر
requests-basis = على أي أساس يُنقل المريض؟
requests-basis-patient = المريض موافق
requests-basis-guardian = موافقة الوصي أو أقرب الأقارب
requests-basis-vital = مصالح حيوية: المريض لا يستطيع الموافقة
requests-basis-other = أساس قانوني آخر
requests-basis-which = أي أساس
requests-note = ملاحظة

## Who a patient is.

requests-identity = الهوية
requests-identity-sealed = مختومة ومحفوظة بمعزل عن السجل: لا يطّلع عليها إلا من يعالج المريض أو ينقله أو يستقبله، ويُدوَّن كل اطلاع.
requests-identity-audited = يُدوَّن كل اطلاع مع اسمك والغرض منه.
requests-identity-show = إظهار الهوية
requests-identity-hide = إخفاء
requests-identity-correct = تصحيح الهوية
requests-identity-none = لم تُسجَّل هوية المريض.
requests-identity-family-name = اسم العائلة
requests-identity-given-name = الاسم الأول
requests-identity-date-of-birth = تاريخ الميلاد
requests-identity-nationality = الجنسية
requests-identity-document = الوثيقة ورقمها
requests-identity-contact = جهة الاتصال بأقرب الأقارب
requests-purpose = الغرض
requests-purpose-none = غير محدد
requests-purpose-treatment = العلاج
requests-purpose-check = التحقق من الهوية قبل خطوة
requests-purpose-papers = أوراق الخروج أو الدخول
requests-purpose-family = سؤال من العائلة
requests-purpose-duplicate = تكرار محتمل
requests-purpose-correction = تصحيح
requests-erase = محو الهوية
requests-erase-says = يُتلف المفتاح: لن يستطيع أحد بعد ذلك معرفة هوية المريض. ويبقى الطلب باسمه المستعار.
requests-erased = مُحيت الهوية.
requests-type-again = للتأكيد اكتب { $id }

## One request.

requests-one = الطلب { $id }
requests-all = كل الطلبات
requests-report-waits = لم يُرسل بعد: { $step }
requests-report-refused = رفضه الخادم: { $step }
requests-report-collect = { $id } تسلّمه الطاقم من الجناح
requests-report-enplane = { $id } على متن الطائرة
requests-report-deplane = { $id } أُنزل من الطائرة
requests-report-stage = { $id } في مرفق عبور
requests-report-deliver = { $id } وصل إلى مرفق
requests-outbox = عرض ما لم يُرسل
requests-patient = المريض
requests-nothing-seen = دورك لا يتيح الاطلاع على بيانات المريض هنا.
requests-standing = الوضع الحالي
requests-way = مسار الطلب
requests-state = الحالة
requests-why = السبب
requests-seen-again = يُعاد الفحص قبل
requests-answer-by = رد المستشفى قبل
requests-fit = اللياقة للطيران
requests-fit-over = انتهت صلاحية الإقرار.
requests-until = حتى
requests-conditions = الشروط أثناء الطيران
requests-queued = في الانتظار منذ
requests-departure = المغادرة
requests-departure-confirmed = أكدت الجهة المرسلة مغادرة المريض.
requests-departure-open = لم تؤكد الجهة المرسلة مغادرة المريض بعد.
requests-return-of = عودة تابعة للطلب
requests-returned-by = طلب العودة
requests-group-patient = المريض والحاجة
requests-group-care = الرعاية أثناء النقل
requests-group-clinical = البيانات السريرية
requests-group-flight = الطيران
requests-group-destination = الوجهة والموافقة
requests-group-companions = المرافقون
requests-group-dates = التواريخ
requests-in-years = العمر { $value }
requests-in-kg = { $value } كغ
requests-in-litres = { $value } لتر/دقيقة
requests-in-feet = { $value } قدم
requests-in-minutes = { $value } د
requests-in-days = { $value } ي
requests-hours = { $hours } س
requests-going = الوجهة والمسار
requests-nowhere = غير معروفة بعد
requests-offer = سرير من العرض
requests-outside = خارج الشبكة
requests-delivered-to = وصل إلى
requests-missions = المهمات
requests-unplanned-yet = لم يُخطَّط بعد
requests-aboard = على متن الطائرة
requests-waits-at = ينتظر في
requests-plan = الخطة

## History.

requests-history = سجل الوقائع
requests-history-all = عرض الكل ({ $count })
requests-account = الحساب
requests-me = أنا
requests-recorded = سُجّل بعد { $span }:
requests-superseded-by = حلّت محلها الواقعة { $fact }
requests-supersedes = تحل محل الواقعة { $fact }
requests-confirms = تؤكد الواقعة { $fact }
requests-confirmed-by = أكدتها الواقعة { $fact }
requests-replace = استبدال
requests-confirm = تأكيد
requests-replace-fact = استبدال الواقعة { $fact }: { $kind }
requests-confirm-fact = تأكيد الواقعة { $fact }: { $kind }
requests-fact-created = أُنشئ
requests-fact-amended = عُدّل
requests-fact-submitted = قُدّم
requests-fact-returned = أُعيد
requests-fact-endorsed = صودق عليه
requests-fact-cleared = أُقرّت لياقته للطيران
requests-fact-deferred = أُجّل
requests-fact-offered = طُلب سرير
requests-fact-broadcast = سُئلت عدة مستشفيات
requests-fact-accepted = قُبل
requests-fact-declined = اعتذر المستشفى
requests-fact-unplaced = سُحب طلب السرير أو السرير
requests-fact-assessed = قُيّم
requests-fact-planned = خُطّط له
requests-fact-unplanned = أُخرج من الخطة
requests-fact-manifested = أُدرج في قائمة الركاب
requests-fact-collected = تسلّمه الطاقم
requests-fact-staged = في مرفق عبور
requests-fact-enplaned = صعد إلى الطائرة
requests-fact-deplaned = أُنزل من الطائرة
requests-fact-departure-confirmed = تأكدت المغادرة
requests-fact-delivered = وصل إلى المرفق
requests-fact-handed-over = تسلّمه المستشفى
requests-fact-closed = أُغلق
requests-fact-withdrawn = سُحب
requests-fact-died = توفي
requests-fact-return-requested = طُلبت العودة

## Emergency access.

requests-emergency = في حالة الطوارئ
requests-emergency-warning = يراجع المدقق كل اطلاع طارئ بعد ذلك.
requests-emergency-says = لا تفتحه إلا إذا كان المريض سيتضرر بدون ذلك. يُسجَّل اسمك والسبب وكل ما تطّلع عليه، وينتهي من تلقاء نفسه.
requests-emergency-reason = سبب الحاجة إليه
requests-emergency-hours = المدة
requests-emergency-sure = أعلم أن هذا الاطلاع سيُراجع
requests-emergency-open = فتح السجل

## Steps.

requests-steps = ما يمكنك فعله الآن
requests-done = تم: { $step }
requests-step-submit = تقديم
requests-step-endorse = المصادقة
requests-step-return = إعادة إلى الطبيب
requests-step-clear = إقرار اللياقة للطيران
requests-step-defer = تأجيل
requests-step-unfit = الإبلاغ بعدم اللياقة للطيران
requests-step-offer = طلب سرير
requests-step-broadcast = سؤال عدة مستشفيات
requests-step-accept-outside = تسجيل مكان خارج الشبكة
requests-step-unplace = سحب طلب السرير أو السرير
requests-step-accept = قبول المريض
requests-step-decline = اعتذار
requests-step-manifest = إدراج في قائمة الركاب
requests-step-collect = تسلّم من الجناح
requests-step-enplane = إصعاد إلى الطائرة
requests-step-deplane = إنزال من الطائرة
requests-step-stage = إلى مرفق عبور
requests-step-deliver = إيصال إلى مرفق
requests-step-confirm-departure = تأكيد المغادرة
requests-step-hand-over = التوقيع على تسلّم المريض
requests-step-close = إغلاق الطلب
requests-step-withdraw = سحب الطلب
requests-step-report-death = الإبلاغ عن وفاة
requests-step-amend = تعديل
requests-step-assess = تقييم
requests-step-return-home = طلب العودة
requests-says-endorse = لا يصادق أحد على طلب كتبه بنفسه. يبدأ الدور في الانتظار من هنا.
requests-says-defer = يصبح السرير المحجوز شاغرًا.
requests-says-unfit = يتوقف النقل ويصبح السرير المحجوز شاغرًا. ولا يستأنفه إلا طبيب الطيران.
requests-says-offer = يُحجز السرير حتى موعد الرد.
requests-says-broadcast = لا يُحجز سرير: أول مستشفى يقبل يستقبل المريض.
requests-says-decline = يحتفظ المريض بدوره في الانتظار.
requests-says-manifest = تُثبَّت قائمة الركاب لهذا المريض.
requests-says-confirm-departure = تؤكد أن المريض غادر المرفق.
requests-says-hand-over = بهذا تنتقل المسؤولية إلى المستشفى.
requests-says-close = لم يبق شيء للقيام به. هذا لا يقرر شيئًا.
requests-says-withdraw = ينتهي الطلب ويصبح السرير المحجوز شاغرًا. لا يمكن التراجع.
requests-says-amend = عدّل ما قيل عن المريض. يُرسل ما تغيّر فقط.
requests-says-assess = اذكر إن ساءت حالة المريض أو تحسنت. لا تتغير الأسبقية إلا لأسباب طبية.
requests-says-return-home = طلب آخر مرتبط بهذا، ويبدأ من المستشفى الذي فيه المريض.
requests-send-amend = حفظ التعديلات
requests-send-assess = تسجيل التقييم
requests-send-return-home = بدء طلب العودة
requests-ask-reason = السبب
requests-ask-criteria = المعايير المستوفاة
requests-ask-conditions = الشروط أثناء الطيران
requests-ask-valid-until = صالح حتى
requests-ask-until = حتى
requests-ask-offer = أي سرير
requests-ask-offers = الأسرّة المطلوبة
requests-ask-place = أين، ومن وافق
requests-ask-own-offer = لسرير من أي عرض
requests-ask-own-offer-hint = فقط إذا شمل الطلب عدة عروض لكم.
requests-ask-decline-reason = السبب
requests-ask-note = ملاحظة
requests-ask-identifiers = عنصران طابقتهما مع السجل
requests-ask-facility = المرفق
requests-ask-facility-hint = باسمه المختصر كما في الخطة.
requests-ask-mission = المهمة
requests-ask-airfield = المطار
requests-ask-signatory = من يوقّع
requests-ask-condition = حالة المريض
requests-ask-documents = الوثائق المرافقة
requests-own-offer-asked = العرض المطلوب منه السرير
requests-identifier-pseudonym = الاسم المستعار
requests-identifier-name = الاسم
requests-identifier-date-of-birth = تاريخ الميلاد
requests-identifier-document-number = رقم الوثيقة
requests-identifier-wristband = سوار المعصم
requests-decline-no-bed = لا سرير شاغر
requests-decline-no-capability = لا تتوفر القدرة على العلاج
requests-decline-mdr = جراثيم متعددة المقاومة
requests-decline-cost = التكلفة
requests-decline-language = اللغة
requests-decline-companion-limit = مرافقون أكثر من المسموح
requests-decline-legal = أسباب قانونية
requests-decline-other = سبب آخر
requests-no-offer-fits = لا عرض مفتوح يناسب المريض من حيث التخصص والعمر والجنس والعزل والمرافقين.
requests-no-offer = لا يوجد سرير شاغر في أي عرض ضمن العملية. يمكن تسجيل مكان خارج الشبكة.
requests-all-offers = { $count ->
        [zero] لا عروض فيها أسرّة شاغرة
        [one] إظهار العرض الوحيد الذي فيه أسرّة شاغرة
        [two] إظهار العرضين اللذين فيهما أسرّة شاغرة
        [few] إظهار كل العروض ({ $count }) التي فيها أسرّة شاغرة
        [many] إظهار كل العروض ({ $count }) التي فيها أسرّة شاغرة
       *[other] إظهار كل العروض ({ $count }) التي فيها أسرّة شاغرة
    }
requests-free = الشاغر { $free } من { $beds }
requests-fit-acceptable = مقبول أيضًا
requests-against-specialty = تخصص آخر
requests-against-age = العمر غير مناسب
requests-against-sex = الجنس غير مناسب
requests-against-isolation = لا يقبل العزل
requests-against-companions = مرافقون أكثر من المسموح
requests-stale-state = حالته الآن: { $state }
requests-stale-columns = ما غيّره الآخر:
requests-stale-again = ما كتبته محفوظ. تحقق من صحته ثم أرسله مجددًا.
requests-stale-not = لم تعد هذه الخطوة ممكنة.
requests-stale-send = { $step } بحسب الوضع الحالي
requests-replacing = هذه تحل محل الواقعة { $fact }. وتبقى كلتاهما مقروءة.
requests-confirming = هذه تؤكد الواقعة { $fact }.
requests-death-says = ينتهي النقل ويصبح السرير والمقعد شاغرين. لا يُحذف شيء ولا يمكن التراجع.
requests-happened = وقت حدوثه
requests-happened-hint = فارغ: الآن.
requests-changed-meanwhile = عدّل شخص آخر الطلب منذ بدأت. عند الإرسال يُجمع التعديلان.
requests-unchanged = لم يتغير شيء.
requests-empty = فارغ
requests-merge-says = لم يُرسل شيء بعد. انظر ما غيّره الآخر واختر حيث غيّرتما الشيء نفسه. حالته الآن: { $state }
requests-merge-was = كان:
requests-merge-mine = قيمتي:
requests-merge-theirs = قيمة الآخر:
requests-merge-only-theirs = غيّره الآخر ويبقى
requests-merge-only-mine = غيّرته أنت ويُرسل
requests-merge-send = إرسال النتيجة

## Columns of table patients.

requests-field-origin = مكان الانطلاق
requests-field-ready-at = جاهز من
requests-field-collect-by = التسلّم من الجناح قبل
requests-field-precedence-code = الأسبقية
requests-field-precedence-scheme = نظام الأسبقية
requests-field-clock-start-at = بدء احتساب المدة
requests-field-due-at = في سرير مناسب قبل
requests-field-latest-useful-at = لا جدوى بعد
requests-field-classification = التصنيف
requests-field-mobility = القدرة على الحركة
requests-field-critical-care = الرعاية الحرجة
requests-field-dependency = درجة الاعتماد
requests-field-ventilated = على تنفس اصطناعي
requests-field-oxygen-l-per-min = الأكسجين
requests-field-isolation = العزل
requests-field-cabin-limit-ft = أقصى ارتفاع للمقصورة
requests-field-max-stops = أقصى عدد من التوقفات
requests-field-max-flight-minutes = أقصى مدة طيران
requests-field-max-transit-minutes = أقصى مدة للنقل
requests-field-overnight = يمكن المبيت أثناء النقل
requests-field-medical-attendants = مرافقون طبيون
requests-field-other-attendants = مرافقون آخرون
requests-field-group = المجموعة
requests-field-specialty = التخصص
requests-field-acceptable-specialties = تخصصات مقبولة أيضًا
requests-field-diagnosis = التشخيص باختصار
requests-field-clinical-notes = ملاحظات سريرية
requests-field-age-years = العمر
requests-field-sex = الجنس
requests-field-weight-kg = الوزن
requests-field-bariatric = بدانة مفرطة
requests-field-consent-states = يوافق على الذهاب فقط إلى
requests-field-refused-states = لا يُنقل أبدًا إلى
requests-field-destination = إلى هذا المرفق فقط
requests-field-expected-stay-days = الإقامة المتوقعة
requests-field-languages = اللغات
requests-hint-origin = المرفق الذي فيه المريض باسمه المختصر.
requests-hint-ready-at = لا يتسلّمه الطاقم قبل ذلك.
requests-hint-diagnosis = بلا أسماء ولا أماكن.
requests-hint-clinical-notes = لا يقرؤها إلا من يعالج المريض.
requests-hint-age-years = بالسنوات الكاملة.
requests-hint-weight-kg = بالكيلوغرام.
requests-hint-oxygen-l-per-min = باللتر في الدقيقة. فارغ: لا يوجد.
requests-hint-cabin-limit-ft = بالقدم. فارغ: بلا قيود.
requests-hint-max-stops = عمليات هبوط بين أول إقلاع وآخر هبوط. فارغ: بلا حد.
requests-hint-max-flight-minutes = بالدقائق لكل الرحلات معًا. فارغ: بلا حد.
requests-hint-max-transit-minutes = بالدقائق من التسلّم إلى الوصول. فارغ: بلا حد.
requests-hint-overnight = في مرفق عبور.
requests-hint-medical-attendants = لكل منهم مقعد.
requests-hint-other-attendants = العائلة والأوصياء والأمن؛ لكل منهم مقعد.
requests-hint-group = اسم مجموعة تسافر معًا.
requests-hint-consent-states = حرفان لكل دولة، مثل EG RU. فارغ: أي دولة.
requests-hint-refused-states = حرفان لكل دولة. فارغ: لا دولة.
requests-hint-destination = المنزل لمن يعود، أو مستشفى قبله بالاسم. فارغ: أي مرفق.
requests-hint-expected-stay-days = بالأيام في سرير الاستقبال.
requests-hint-languages = رموز تفصل بينها مسافات، مثل uk ar.
requests-hint-bariatric = يحتاج إلى مكان نقالتين.
requests-hint-due-at = فارغ: حسب مدة الأسبقية.
requests-hint-clock-start-at = متى بدأت مدة الأسبقية.

## Codes.

requests-specialty-burns = الحروق
requests-specialty-neurosurgery = جراحة الأعصاب
requests-specialty-spinal = العمود الفقري
requests-specialty-orthopaedics = جراحة العظام
requests-specialty-prosthetics = الأطراف الصناعية
requests-specialty-maxillofacial = جراحة الوجه والفكين
requests-specialty-plastics = الجراحة التجميلية والترميمية
requests-specialty-vascular = جراحة الأوعية الدموية
requests-specialty-thoracic = جراحة الصدر
requests-specialty-ophthalmology = طب العيون
requests-specialty-general-surgery = الجراحة العامة
requests-specialty-icu = العناية المركزة
requests-specialty-onco-adult = أورام البالغين
requests-specialty-onco-paed = أورام الأطفال
requests-specialty-haematology = أمراض الدم
requests-specialty-bmt = زراعة نخاع العظم
requests-specialty-dialysis = غسيل الكلى
requests-specialty-transplant = زراعة الأعضاء
requests-specialty-cardiology = أمراض القلب
requests-specialty-cardiac-surgery = جراحة القلب
requests-specialty-paediatrics = طب الأطفال
requests-specialty-neonatal-icu = العناية المركزة لحديثي الولادة
requests-specialty-obstetrics = التوليد
requests-specialty-psychiatry = الطب النفسي
requests-specialty-infectious = الأمراض المعدية
requests-specialty-rehab = إعادة التأهيل
requests-specialty-home = المنزل
requests-sex-female = أنثى
requests-sex-male = ذكر
requests-mobility-litter = نقالة
requests-mobility-ambulatory = يمشي
requests-mobility-wheelchair = كرسي متحرك
requests-mobility-incubator = حاضنة
requests-critical-care-none = لا توجد
requests-critical-care-intermediate = متوسطة: مراقبة دقيقة
requests-critical-care-icu = عناية مركزة
requests-dependency-1 = تنفس اصطناعي أو مراقبة باضعة أو قلبية أو مفجر صدري
requests-dependency-2 = مراقبة متكررة وأكسجين وعدة تسريبات وريدية
requests-dependency-3 = تمريض بسيط وأكسجين بسيط وتسريب وريدي واحد
requests-dependency-4 = مساعدة في الحركة والتغذية وقضاء الحاجة فقط
requests-classification-1a = نفسي شديد: مستلقٍ ومرافَق
requests-classification-1b = نفسي متوسط
requests-classification-1c = نفسي خفيف، جالس
requests-classification-2a = مستلقٍ، لا يستطيع مساعدة نفسه في الطوارئ
requests-classification-2b = مستلقٍ، قادر على الحركة
requests-classification-3 = جالس، تحت الإشراف
requests-classification-4 = جالس، بلا مرافق
requests-classification-4a = رضيع أو دون الثالثة
requests-classification-5 = مريض خارجي، جالس
requests-classification-6 = مرافق
requests-isolation-none = لا يوجد
requests-isolation-contact = تلامس
requests-isolation-droplet = رذاذ
requests-isolation-airborne = محمول بالهواء
requests-scheme-uk-stanag3204 = NATO STANAG 3204
requests-scheme-us-transcom = US TRANSCOM
requests-scheme-us-army-medevac = US Army MEDEVAC
requests-scheme-waitlist = قائمة انتظار
