# الحسابات والأدوار والمؤسسات، وما يفعله بها مديرو النظام.

people-lead = أنت تدير النظام. لا تُعرض عليك بيانات المرضى.
people-lead-audit = من يشغل أي دور، وأين.
people-side = المعروض في القائمة
people-accounts = الحسابات
people-organisations = المؤسسات
people-account = حساب
people-all = كل الحسابات
people-all-organisations = كل المؤسسات
people-count = { $shown ->
        [zero] لا حساب من أصل { $all }
        [one] حساب واحد من أصل { $all }
        [two] حسابان من أصل { $all }
        [few] { $shown } حسابات من أصل { $all }
        [many] { $shown } حسابًا من أصل { $all }
       *[other] { $shown } حساب من أصل { $all }
    }
people-seek = بحث
people-seek-hint = اسم الدخول أو المؤسسة أو المعرّف
people-any = الكل
people-none-found = لا يوجد حساب مطابق.
people-no-accounts = لا توجد حسابات هنا بعد.
people-no-organisations = لا توجد مؤسسات بعد. أضف مؤسسة قبل فتح الحسابات.
people-organisation-first = كل حساب يتبع مؤسسة. أضف مؤسسة أولًا.
people-role = الدور
people-roles = الأدوار
people-no-roles = بلا أدوار
people-standing = الوضع
people-standing-active = قيد الاستعمال
people-standing-invited = مدعو
people-standing-late = انتهت الدعوة
people-standing-suspended = موقوف
people-invited-until = الدعوة صالحة حتى
people-account-id = معرّف الحساب
people-in-audit = ما فعله هذا الحساب وما اطّلع عليه

people-open = فتح حساب
people-open-and-invite = فتح ودعوة
people-login-hint = ما سيسجّل به هذا الشخص دخوله. لا يتغير بعد ذلك.
people-login-taken = هناك من يسجّل دخوله بهذا الاسم.
people-choose = اختر…
people-opened = فُتح الحساب { $login }.
people-to-account = الانتقال إلى الحساب
people-invite-there = فُتح الحساب. أنشئ الدعوة من صفحته.
people-invited = دعوة لـ { $login }
people-invited-says = لا يُعرض هذا الرابط إلا الآن. سلّمه لصاحب الحساب وحده بطريقة آمنة. من يفتحه يختار كلمة المرور.
people-invitation-link = الرابط
people-good-until = صالح حتى
people-copy = نسخ
people-copied = تم النسخ

people-not-beside = لا يُجمع مع: { $roles }
people-apart = لا يجوز الجمع بين هذه الأدوار.
people-pair = { $role } و{ $other }:
people-apart-adopt = من يقترح خطة لا يعتمدها.
people-apart-endorse = من يكتب طلبًا لا يصادق عليه.
people-apart-fit = من يريد نقل مريض لا يقرر أنه لائق للطيران ولا درجة استعجاله.
people-apart-bed = من يطلب سريرًا لا يجيب عن طلبه؛ القبول كلمة المستشفى.
people-apart-approve = المشغّل يقبل المهمة؛ ومن يوافق عليها لا يقبلها.
people-apart-patients = مدير النظام لا يطّلع على المرضى.
people-apart-looks = من يمنح الأدوار ويستطيع الكتابة على الخادم لا ينظر في من اطّلع على من.
people-apart-part = لا أحد يدقق فيما يشارك فيه.
people-apart-review = لا أحد يدقق فيما يشارك فيه، ولا يراجع اطلاعًا طارئًا إلى جانب من فتحه.
people-apart-public = من يخاطب الجمهور لا يرى أي هوية.

people-own = هذا حسابك أنت. لا أحد يغيّر أدواره بنفسه، ولا يوقف نفسه، ولا يعيد ضبط عامله الثاني: يفعل ذلك مدير نظام آخر. كلمة مرورك وعاملك الثاني في صفحة حسابك.
people-save-roles = حفظ الأدوار
people-saved = تم الحفظ.
people-changed-meanwhile = غيّر شخص آخر هذا في أثناء عملك عليه.
people-stale = غيّر شخص آخر هذا الحساب في هذه الأثناء. أُعيدت قراءته: انظر فيه ثم أعد المحاولة.
people-roles-were = عند بدايتك:
people-roles-are = الآن:
people-roles-both = مع إضافة تغييراتك:
people-put-on-top = إضافة تغييراتي
people-take-theirs = أخذ تغييراته
people-keep-mine = إبقاء ما كتبته

people-why = السبب
people-invite = دعوة جديدة
people-invite-says = يختار صاحب الحساب كلمة مرور عبر رابط يُعرض عليك مرة واحدة. وتبطل أي دعوة أقدم.
people-suspend = إيقاف
people-suspend-says = لا يستطيع الحساب فعل شيء منذ الآن، وتنتهي جلساته. ويبقى ما فعله في السجل.
people-reinstate = السماح له من جديد
people-reinstate-says = يستطيع الحساب الدخول من جديد بأدواره الحالية.
people-factor = العامل الثاني
people-factor-there = مسجَّل
people-factor-none = لا يوجد
people-factor-is = يُطلب رمز عند كل دخول.
people-factor-is-not = لا يحمي هذا الحساب إلا كلمة مروره. يسجّل صاحبه عاملًا ثانيًا من صفحة حسابه.
people-reset = حذف العامل الثاني
people-reset-says = لمن فقد الجهاز وكل رموز الاسترداد. تأكد من أنه الشخص نفسه حقًا. تنتهي كل جلسات الحساب، ويُحفظ السبب في السجل.
people-sign-on = الدخول الموحد
people-not-linked = غير مرتبط بالدخول الموحد للمؤسسة.
people-no-sign-on = لم يُهيّأ هذا الخادم لدخول موحد بعد. تصلح الروابط المنشأة الآن متى هُيّئ.
people-link = ربط
people-unlink = فك الربط
people-unlink-says = لن يستطيع هذا الشخص الدخول عبر الدخول الموحد للمؤسسة. وتبقى كلمة المرور كما هي.
people-issuer = جهة الإصدار
people-issuer-hint = كما تسمي نفسها، مع { "https://" }
people-subject = المعرّف لديها
people-subject-hint = كما تسمي هذا الشخص (sub)؛ لا اسم ولا عنوان قد ينتقل إلى غيره

people-new-organisation = مؤسسة جديدة
people-organisation-id = الاسم المختصر
people-organisation-id-hint = بأحرف لاتينية صغيرة دون مسافات، مثل ministry. لا يتغير بعد ذلك.
people-organisation-known = هناك مؤسسة بهذا الاسم المختصر.
people-name = الاسم
people-facilities = المرافق
people-facilities-hint = معرّفاتها في الجداول، واحد في كل سطر. لا يتبع المرفق إلا مؤسسة واحدة.
people-operators = المشغّلون
people-operators-hint = أسماء مشغّلي الطائرات في الجداول، واحد في كل سطر
people-known = المعلوم عنها
people-describe = تعديل
people-none = لا يوجد

people-end-token = إلغاء رمز وصول
people-end-token-says = رمز الوصول الذي وُجد حيث لا ينبغي يُلغى فورًا، أيًّا كان صاحبه. وتُرفض بعدها الأجهزة التي تستعمله.
people-end-token-by = بماذا
people-token-id = معرّف رمز الوصول
people-token-itself = رمز الوصول نفسه
people-token-ended = أُلغي رمز الوصول.
