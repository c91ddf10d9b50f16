# Words for the codes of the record: roles, states, tasks, classes.

role-referring-clinician = الطبيب المُحيل
role-requesting-authority = الجهة الطالبة
role-regulating-officer = منسق الإجلاء الطبي
role-flight-surgeon = طبيب الطيران
role-airlift-planner = مخطط النقل الجوي
role-duty-officer = الضابط المناوب
role-crew = الطاقم
role-operator = المشغّل الجوي
role-receiving-hospital = المستشفى المستقبِل
role-information-officer = مسؤول الإعلام
role-auditor = المدقق
role-administrator = مدير النظام

precedence-urgent = عاجل
precedence-priority = ذو أولوية
precedence-routine = اعتيادي
precedence-unknown = غير مذكور

state-draft = مسودة
state-submitted = مقدَّم
state-returned = معاد
state-endorsed = مصادق عليه
state-cleared = لائق للطيران
state-deferred = مؤجل
state-offered = طُلب له سرير
state-accepted = مقبول
state-planned = مخطط له
state-manifested = في قائمة الركاب
state-collected = تسلّمه الطاقم
state-staged = في مرفق عبور
state-enplaned = على متن الطائرة
state-in-transit = في الطريق
state-delivered = وصل
state-diverted = وصل إلى مكان آخر
state-handed-over = تسلّمه المستشفى
state-closed = مغلق
state-withdrawn = مسحوب
state-died = متوفى

mission-approved = موافق عليها
mission-tasked = قبلها المشغّل
mission-clearances-pending = بانتظار التصاريح
mission-ready = جاهزة
mission-boarding = صعود المرضى
mission-airborne = في الجو
mission-landed = هبطت
mission-complete = مكتملة
mission-cancelled = ملغاة
mission-aborted = أُنهيت قبل اكتمالها

plan-state-proposed = مقترحة
plan-state-adopted = معتمدة
plan-state-rejected = مرفوضة
plan-state-superseded = حلّت محلها خطة أخرى

job-state-queued = في الانتظار
job-state-running = جارٍ التنفيذ
job-state-done = منجز
job-state-failed = فشل
job-state-cancelled = موقوف

task-finish-and-submit-it = أكمل الطلب وقدّمه
task-answer-the-requesting-authority = ردّ على الجهة الطالبة
task-endorse-or-return-it = صادق على الطلب أو أعده
task-clear-or-defer-the-patient = أقرّ لياقة المريض للطيران أو أجّله
task-see-the-patient-again = افحص المريض مرة أخرى
task-find-a-bed = ابحث عن سرير
task-accept-or-decline = اقبل أو اعتذر
task-plan-the-way = خطّط لمسار النقل
task-renew-the-clearance-before-the-flight = جدّد إقرار اللياقة للطيران قبل الرحلة
task-collect-the-patient = تسلّم المريض من الجناح
task-bring-the-patient-on = واصل نقل المريض
task-sign-for-the-patient = وقّع على تسلّم المريض
task-confirm-that-the-patient-has-left = أكد مغادرة المريض
task-close-it = أغلق الطلب

specialty-burns = الحروق
specialty-neurosurgery = جراحة الأعصاب
specialty-spinal = إصابات العمود الفقري
specialty-orthopaedics = جراحة العظام
specialty-prosthetics = الأطراف الصناعية
specialty-maxillofacial = جراحة الوجه والفكين
specialty-plastics = الجراحة التجميلية والترميمية
specialty-vascular = جراحة الأوعية الدموية
specialty-thoracic = جراحة الصدر
specialty-ophthalmology = طب العيون
specialty-general-surgery = الجراحة العامة
specialty-icu = العناية المركزة
specialty-onco-adult = أورام البالغين
specialty-onco-paed = أورام الأطفال
specialty-haematology = أمراض الدم
specialty-bmt = زراعة نخاع العظم
specialty-dialysis = غسيل الكلى
specialty-transplant = زراعة الأعضاء
specialty-cardiology = أمراض القلب
specialty-cardiac-surgery = جراحة القلب
specialty-paediatrics = طب الأطفال
specialty-neonatal-icu = العناية المركزة لحديثي الولادة
specialty-obstetrics = التوليد
specialty-psychiatry = الطب النفسي
specialty-infectious = الأمراض المعدية
specialty-rehab = إعادة التأهيل
specialty-home = المنزل، دون سرير

mobility-litter = مستلقٍ على نقالة
mobility-ambulatory = يمشي
mobility-wheelchair = كرسي متحرك
mobility-incubator = حاضنة

critical-care-none = دون رعاية حرجة
critical-care-intermediate = رعاية متوسطة مع مراقبة دقيقة
critical-care-icu = عناية مركزة

isolation-none = دون عزل
isolation-contact = عزل تماسي
isolation-droplet = عزل رذاذي
isolation-airborne = عزل هوائي

sex-female = أنثى
sex-male = ذكر

offer-state-open = مفتوح
offer-state-partly-held = محجوز جزئيًا
offer-state-held = كل الأسرّة محجوزة
offer-state-confirmed = كلها مقبولة
offer-state-consumed = كلها مشغولة
offer-state-expired = منتهٍ
offer-state-withdrawn = مسحوب

decline-no-bed = لا يوجد سرير شاغر
decline-no-capability = لا نستطيع علاج هذه الحالة
decline-mdr = جراثيم متعددة المقاومة
decline-cost = التكلفة
decline-language = اللغة
decline-companion-limit = مرافقون أكثر من المسموح
decline-legal = أسباب قانونية
decline-other = سبب آخر
