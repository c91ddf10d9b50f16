# التدقيق: السجل والسلاسل والوصول الطارئ.

task-look-at-the-emergency-access = مراجعة اطلاع طارئ

audit-lead = من فعل ماذا واطّلع على ماذا، وهل سجله سليم. واطّلاعك أنت مسجَّل فيه أيضًا.
audit-lead-verify = هل سجل ما جرى وما اطُّلع عليه سليم. لا تُعرض قيوده إلا على المدققين.
audit-print = طباعة

audit-chains = السلاسل
audit-chains-says = كل قيد في التدقيق، وكل واقعة في السجل، مرتبط بما قبله. يكشف الفحص كل ما عُدّل أو حُذف أو نُقل أو قُطع.
audit-verify = فحص السلاسل
audit-verify-again = إعادة الفحص
audit-verifying = يُقرأ كل شيء ويُقارن بالسلاسل. قد يستغرق ذلك بعض الوقت.
audit-sound = السلسلتان سليمتان.
audit-unsound = هناك سلسلة غير سليمة.
audit-unsound-do = لا تغيّر شيئًا على الخادم. احفظ نسخة من مخزنه وأبلغ المسؤولين عنه.
audit-heads = { $count ->
        [zero] لم تُوقَّع نهاية السلسلة بعد.
        [one] وُقّعت نهاية السلسلة مرة واحدة.
        [two] وُقّعت نهاية السلسلة مرتين.
        [few] وُقّعت نهاية السلسلة { $shown } مرات.
        [many] وُقّعت نهاية السلسلة { $shown } مرة.
       *[other] وُقّعت نهاية السلسلة { $shown } مرة.
    }
audit-chain-audit = التدقيق
audit-chain-log = السجل

audit-reviews = حالات اطلاع طارئ للمراجعة
audit-no-reviews = لا يوجد اطلاع طارئ ينتظر المراجعة.
audit-access-reason = السبب المذكور:
audit-access-until = الاطلاع حتى
audit-what-was-seen = ما جرى وما اطُّلع عليه خلاله
audit-review = مراجعة
audit-review-says = انظر أولًا فيما جرى وما اطُّلع عليه. ما تقوله هنا يبقى في السجل ولا يمكن سحبه.
audit-justified-question = هل كان مبررًا؟
audit-justified = مبرر
audit-not-justified = غير مبرر
audit-note = ما تبيّن لك
audit-note-hint = دون أسماء أو تشخيصات
audit-record-review = تسجيل المراجعة

audit-trail = سجل التدقيق
audit-newer = البحث عن الأحدث
audit-older = تحميل المزيد
audit-all = تحميل الكل
audit-stop = إيقاف
audit-progress = المحمَّل من كل القيود
audit-loaded = حُمّل { $loaded } من أصل { $count } من القيود، الأحدث أولًا.
audit-found = { $count ->
        [zero] لا يطابق منها شيء.
        [one] يطابق منها قيد واحد.
        [two] يطابق منها قيدان.
        [few] يطابق منها { $shown } قيود.
        [many] يطابق منها { $shown } قيدًا.
       *[other] يطابق منها { $shown } قيد.
    }
audit-sought-in-part = يجري البحث فيما حُمّل. حمّل الكل للبحث في كل شيء.
audit-none-found = لا قيد مطابق بين القيود المحمّلة.
audit-printed = يُطبع أول { $count } من القيود فقط.
audit-sought = معايير البحث:
audit-clear = مسح

audit-number = الرقم
audit-at = الوقت
audit-actor = من
audit-actor-hint = اسم الدخول أو معرّف الحساب
audit-act = الفعل
audit-subject = بشأن
audit-subject-hint = مثل { "request/…" } أو جزء من معرّف
audit-purpose = الغرض
audit-outcome = النتيجة
audit-from = من يوم (UTC)
audit-to = إلى يوم (UTC)
audit-machine = النظام
audit-emergency = طارئ
audit-hits = { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $shown } نتائج
        [many] { $shown } نتيجة
       *[other] { $shown } نتيجة
    }
audit-outcome-done = تم
audit-outcome-repeated = مكرر
audit-outcome-shown = عُرض
audit-outcome-hit = عُرض ضمن النتائج
audit-outcome-hits = نتائج
audit-outcome-streamed = أُبلغ مباشرة
audit-outcome-forbidden = ممنوع
audit-outcome-not-found = غير موجود
audit-outcome-stale = نسخة قديمة
audit-outcome-refused = مرفوض
audit-outcome-logged-in = دخل
audit-outcome-logged-in-by-a-recovery-code = دخل برمز استرداد
audit-outcome-logged-out = خرج
audit-outcome-wrong-password = كلمة مرور خاطئة
audit-outcome-wrong-code = رمز خاطئ
