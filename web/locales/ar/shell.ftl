# The frame, logging in, and words that every page uses.

skip-to-main = الانتقال إلى المحتوى الرئيسي
nav-label = التنقل بين الصفحات
operation = العملية
organisation = المؤسسة
own-menu = حسابي وإعداداتي
own-account = حسابي
language = اللغة
theme = الألوان
theme-auto = كإعداد الجهاز
theme-light = فاتح
theme-dark = داكن
close = إغلاق
cancel = إلغاء
save = حفظ
loading = جارٍ التحميل
nothing = لا يوجد شيء هنا بعد.
try-again = إعادة المحاولة

nav-start = البداية
    .says = ما هو مطلوب مني الآن
nav-requests = الطلبات
    .says = المرضى المطلوب إجلاؤهم، ووضع كل منهم
nav-needs = الاحتياجات والوصول
    .says = المرضى المطلوب منا استقبالهم، والقادمون إلينا
nav-offers = الأسرّة
    .says = الأسرّة حسب المستشفى والتخصص واليوم
nav-clearances = التصاريح
    .says = تصاريح الدول، والمهمات التي تنتظرها
nav-plans = الخطط
    .says = التخطيط والمقارنة والشرح والاعتماد
nav-watch = المتابعة
    .says = المهمات الجارية وبلاغاتها
nav-people = الأشخاص
    .says = الحسابات والأدوار والمؤسسات
nav-audit = التدقيق
    .says = من فعل ماذا ومن اطّلع على ماذا
nav-figures = الأرقام
    .says = الأعداد التي يجوز إعلانها

log-in = تسجيل الدخول
log-out = تسجيل الخروج
log-in-sign-on = الدخول بحساب مؤسستي
login = اسم الدخول
password = كلمة المرور
second-factor-code = رمز التحقق
second-factor-code-hint = من تطبيقك، أو رمز استرداد
demonstration-says = هذا عرض تجريبي بأشخاص غير حقيقيين. اختر دورًا للاطلاع:
unreachable = الخادم لا يستجيب
unreachable-says = قد يكون الاتصال مقطوعًا. ما أبلغت عنه على هذا الجهاز محفوظ، ويُرسل عند عودة الاتصال.
not-found = لا شيء هنا
not-found-says = لا يوجد شيء في هذا العنوان، أو ليس متاحًا لك.
must-change = اختر كلمة مرور أخرى
must-change-says = اختار شخص آخر كلمة مرورك. للمتابعة اختر كلمة لا يعرفها أحد سواك.
change-password = تغيير كلمة المرور
password-old = كلمة المرور الحالية
password-new = كلمة المرور الجديدة
password-new-hint = طويلة: عدة كلمات أفضل من الرموز
password-again = كلمة المرور الجديدة مرة أخرى
password-differs = كلمتا المرور غير متطابقتين
invitation = الدعوة
invitation-done = حُفظت كلمة مرورك. يمكنك الآن تسجيل الدخول.

link-connecting = جارٍ الاتصال
link-open = مباشر
link-lost = لا اتصال
link-lost-since = لا اتصال منذ { $age }
outbox-waiting = { $count ->
        [zero] لا بلاغات غير مرسلة
        [one] بلاغ واحد لم يُرسل
        [two] بلاغان لم يُرسلا
        [few] { $count } بلاغات لم تُرسل
        [many] { $count } بلاغًا لم يُرسل
       *[other] { $count } بلاغ لم يُرسل
    }
outbox-refused = { $count ->
        [zero] لا بلاغات مرفوضة
        [one] بلاغ واحد مرفوض
        [two] بلاغان مرفوضان
        [few] { $count } بلاغات مرفوضة
        [many] { $count } بلاغًا مرفوضًا
       *[other] { $count } بلاغ مرفوض
    }

span-minutes = { $minutes } د
span-hours = { $hours } س { $minutes } د
span-days = { $days } ي { $hours } س
age-ago = قبل { $span }
age-in = بعد { $span }
age-late = تأخّر { $span }

due = المطلوب
deadline = الموعد النهائي
due-for-me = المطلوب مني
nothing-due = لا شيء مطلوب منك الآن.
start-with = ابدأ بما يلي
what-to-do = ما العمل
request = الطلب

problem-offline = لا اتصال بالخادم.
problem-unreadable = تعذّرت قراءة رد الخادم.
problem-bug = حدث خطأ في هذه الصفحة.
problem-bad-request = لم يتمكن الخادم من قراءة ما أُرسل.
problem-invalid = أحد البيانات المدخلة غير معقول.
problem-cross-site = ظن الخادم أن الطلب صادر من موقع آخر.
problem-precondition-required = رقم النسخة ناقص.
problem-busy = الخادم مشغول. أعد المحاولة بعد لحظات.
problem-unknown = أحد العناصر المذكورة غير موجود.
problem-exists = هذا موجود من قبل.
problem-wrong-state = هذا غير ممكن في الحالة الراهنة.
problem-condition = أحد الشروط اللازمة غير متحقق.
problem-full = لم يبقَ منه شيء.
problem-findings = فيما أُرسل أخطاء.
problem-internal = حدث عطل في الخادم.
problem-anonymous = انتهى تسجيل دخولك.
problem-not-found = هذا غير موجود، أو ليس متاحًا لك.
problem-forbidden = دورك لا يسمح بذلك.
problem-wrong-password = اسم الدخول أو كلمة المرور غير صحيحة.
problem-second-factor = يلزم رمز العامل الثاني.
problem-wrong-code = الرمز غير صحيح. يُقبل كل رمز مرة واحدة: انتظر الرمز التالي.
problem-wrong-invitation = لم تعد الدعوة صالحة. اطلب غيرها من مدير النظام.
problem-password-change-needed = يلزم أولًا تغيير كلمة المرور.
problem-sign-on = فشل الدخول بحساب مؤسستك.
problem-issuer-away = خدمة الدخول في مؤسستك لا تستجيب.
problem-not-linked = لا يوجد هنا حساب مرتبط بحسابك هناك.
problem-not-configured = لم يُهيّأ الخادم لذلك.
problem-throttled = محاولات كثيرة. انتظر قليلًا.
problem-stale = غيّره شخص آخر بعد أن قرأته.
problem-key-reused = استُخدم المفتاح نفسه لأمر آخر.
problem-already-made = تم ذلك من قبل.
problem-unavailable = مخزن بيانات الخادم لا يستجيب.
