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
precedence-unknown = غير معلن

state-draft = مسودة
state-submitted = مقدَّم
state-returned = معاد
state-endorsed = مصادق عليه
state-cleared = لائق للطيران
state-deferred = مؤجل
state-offered = طُلب له سرير
state-accepted = مقبول
state-planned = مخطط له
state-manifested = على قائمة الركاب
state-collected = تم تسلّمه
state-staged = في مرفق العبور
state-enplaned = على متن الطائرة
state-in-transit = في الطريق
state-delivered = وصل
state-diverted = وصل إلى مكان آخر
state-handed-over = تم تسليمه للمستشفى
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
mission-aborted = أُوقفت

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
task-answer-the-requesting-authority = أجب الجهة الطالبة
task-endorse-or-return-it = صادق على الطلب أو أعده
task-clear-or-defer-the-patient = قرّر لياقة المريض للطيران أو أجّله
task-see-the-patient-again = افحص المريض مرة أخرى
task-find-a-bed = ابحث عن سرير
task-accept-or-decline = اقبل أو اعتذر
task-plan-the-way = خطط للمسار
task-renew-the-clearance-before-the-flight = جدّد إقرار اللياقة قبل الرحلة
task-collect-the-patient = تسلّم المريض
task-bring-the-patient-on = واصل نقل المريض
task-sign-for-the-patient = وقّع على تسلّم المريض
task-confirm-that-the-patient-has-left = أكد مغادرة المريض
task-close-it = أغلق الطلب
task-review-an-emergency-access = راجع اطلاعًا طارئًا
