# Clearances: permissions of states to fly over them and to land.

clearances-matrix = التصاريح حسب الدولة والمشغّل
clearances-list = التصاريح
clearances-state = الدولة
clearances-state-hint = حرفان، مثل TR
clearances-operator = المشغّل
clearances-operator-hint = فارغ: لطائرات الجميع
clearances-everybody = كل المشغّلين
clearances-aircraft = طائرة واحدة فقط
clearances-aircraft-hint = فقط إذا ذكرها التصريح
clearances-only = فقط
clearances-kind = الغرض
clearances-kind-overfly = عبور الأجواء
clearances-kind-land = هبوط
clearances-kind-both = عبور وهبوط
clearances-status = الوضع
clearances-status-granted = ممنوح
clearances-status-pending = قيد الانتظار
clearances-status-late = متأخر
clearances-status-denied = مرفوض
clearances-status-expired = منتهٍ
clearances-number = الرقم
clearances-number-hint = كما أعطته الدولة
clearances-window = الصلاحية
clearances-no-window = لا فترة مسجلة
clearances-from = صالح من (UTC)
clearances-to = صالح حتى (UTC)
clearances-requested-at = تاريخ الطلب
clearances-asked = طُلب
clearances-answer = موعد الرد
clearances-lead = المدة التي تستغرقها الدولة، بالساعات
clearances-lead-hint = فارغ: غير معروفة
clearances-id = المعرّف
clearances-waiting = المهمات المنتظرة
clearances-as-all = كما لكل المشغّلين
clearances-none = لا تصريح خاص
clearances-ask = طلب تصريح
clearances-ask-for = طلب تصريح: { $state }، { $operator }
clearances-ask-record = تسجيل الطلب
clearances-grant = مُنح التصريح
clearances-grant-again = رقم آخر أو فترة أخرى
clearances-grant-record = تسجيل المنح
clearances-deny = رُفض أو سُحب
clearances-deny-record = تسجيل الرفض
clearances-reason = السبب
clearances-stale = يظهر هنا الوضع الحالي. ما كتبته محفوظ: راجعه ثم سجّله مرة أخرى.
clearances-missions = المهمات المعنية
clearances-missions-says = مهمات هذا المشغّل التي تقع مقاطعها ضمن الفترة. أما الدول التي يعبر أجواءها كل مقطع فيتحقق منها برنامج التخطيط.
clearances-missions-none = لا مهمة تنتظره.
clearances-missions-wait = { $count ->
        [zero] لا مهمات تنتظر
        [one] مهمة واحدة تنتظر
        [two] مهمتان تنتظران
        [few] { $count } مهمات تنتظر
        [many] { $count } مهمة تنتظر
       *[other] { $count } مهمة تنتظر
    }
clearances-say-waits = الإبلاغ أنها تنتظره
clearances-filter = اختيار ما يُعرض
clearances-view = طريقة عرض التصاريح
clearances-view-matrix = حسب الدولة والمشغّل
clearances-view-list = قائمة
clearances-all = الكل
clearances-on-day = الفترة تشمل هذا اليوم (UTC)
clearances-show-all = عرض الكل
clearances-sum = { $all ->
        [zero] لا تصاريح
        [one] تصريح واحد
        [two] تصريحان
        [few] { $all } تصاريح
        [many] { $all } تصريحًا
       *[other] { $all } تصريح
    }: ممنوح { $granted }، قيد الانتظار { $pending }، متأخر { $late }، مرفوض أو منتهٍ { $other }
clearances-none-such = لا يوجد تصريح كهذا.
clearances-empty = لم يُطلب أي تصريح بعد. دون تصريح ممنوح لا عبور لأجواء دولة أخرى ولا هبوط فيها.
clearances-empty-own = ترى التصاريح التي طلبتها مؤسستك وتصاريح مهماتك. لا يوجد شيء بعد.
clearances-fault-needed = هذا مطلوب.
clearances-fault-state = حرفان من ISO 3166-1.
clearances-fault-hours = ساعات صحيحة من 0 إلى 10000.
clearances-fault-window = تنتهي قبل أن تبدأ.
