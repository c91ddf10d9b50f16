# ما يبدأ به كل دور.

start-fewer = عرض أقل
start-all-due = عرض الكل ({ $count })
start-more = { $count ->
        [zero] ولا غيرها
        [one] وواحد آخر
        [two] واثنان آخران
        [few] و{ $count } أخرى
        [many] و{ $count } أخرى
       *[other] و{ $count } أخرى
    }
start-no-operation = لا توجد عملية بعد.
start-no-requests = لا توجد طلبات بعد.
start-to-requests = كل الطلبات
start-to-needs = الاحتياجات والوصول
start-to-watch = كل المهمات
start-to-plans = كل الخطط
start-to-figures = الأرقام
start-to-people = كل الحسابات

start-own = مرضاي
start-new-request = طلب جديد
start-own-none = لا طلب مفتوح لك.
start-endorse = للمصادقة
start-endorse-none = لا طلب ينتظر مصادقتك.
start-fit = اللياقة للطيران
start-to-clear = لإقرار اللياقة أو التأجيل
start-to-clear-none = لا أحد ينتظر إقرار لياقته.
start-ending = إقرارات لياقة للطيران تنتهي خلال ثلاثة أيام
start-ending-none = لا ينتهي أي إقرار لياقة للطيران قبل ذلك.
start-beds = الأسرّة
start-need-bed = { $count ->
        [zero] من يحتاجون إلى سرير
        [one] مريض واحد يحتاج إلى سرير
        [two] مريضان يحتاجان إلى سريرين
        [few] { $count } مرضى يحتاجون إلى أسرّة
        [many] { $count } مريضًا يحتاجون إلى أسرّة
       *[other] { $count } مريض يحتاجون إلى أسرّة
    }
start-need-bed-none = لا أحد ينتظر سريرًا.
start-answers = { $count ->
        [zero] الردود المنتظرة
        [one] رد واحد منتظر
        [two] ردان منتظران
        [few] { $count } ردود منتظرة
        [many] { $count } ردًا منتظرًا
       *[other] { $count } رد منتظر
    }
start-answers-none = لا ردود منتظرة من المستشفيات.
start-states = الطلبات بحسب الحالة
start-state = الحالة
start-count = الطلبات

start-needs = مرضى يُطلب منا استقبالهم
start-needs-none = لا أحد يطلب منكم سريرًا الآن.
start-arrivals = الوصول اليوم
start-arrivals-none = لا يصل أحد اليوم.
start-arrivals-later = { $count ->
        [zero] لا يصل أحد في يوم آخر.
        [one] يصل مريض واحد في يوم آخر.
        [two] يصل مريضان في أيام أخرى.
        [few] يصل { $count } مرضى في أيام أخرى.
        [many] يصل { $count } مريضًا في أيام أخرى.
       *[other] يصل { $count } مريض في أيام أخرى.
    }

start-mission = مهمة
start-my-missions = مهماتي
start-my-missions-none = لست في أي مهمة.
start-report = إبلاغ
start-operator = مهماتنا
start-to-accept = للقبول
start-to-accept-none = لا مهمة تنتظر قبولك.
start-accept = قبول
start-to-ready = للتجهيز
start-to-ready-none = لا مهمة مقبولة تنتظر التجهيز.
start-today = مهمات اليوم
start-today-none = لا مهمة اليوم.
start-today-later = { $count ->
        [zero] لا مهمات في أيام أخرى.
        [one] مهمة واحدة في يوم آخر.
        [two] مهمتان في أيام أخرى.
        [few] { $count } مهمات في أيام أخرى.
        [many] { $count } مهمة في أيام أخرى.
       *[other] { $count } مهمة في أيام أخرى.
    }

start-proposals = مقترحات للاعتماد أو الرفض
start-proposals-none = لا مقترح ينتظرك.
start-plans = التخطيط
start-runs = الخطة السارية
start-runs-none = لا توجد خطة سارية.
start-proposed = المقترحات
start-proposed-none = لا مقترحات.
start-jobs = أعمال التخطيط الجارية
start-jobs-none = لا عمل جارٍ.
start-plan-moves = { $count ->
        [zero] لا يُنقل أحد
        [one] يُنقل مريض واحد
        [two] يُنقل مريضان
        [few] يُنقل { $count } مرضى
        [many] يُنقل { $count } مريضًا
       *[other] يُنقل { $count } مريض
    }
start-plan-missions = { $count ->
        [zero] لا مهمات
        [one] مهمة واحدة
        [two] مهمتان
        [few] { $count } مهمات
        [many] { $count } مهمة
       *[other] { $count } مهمة
    }
start-plan-leaves = { $count ->
        [zero] الجميع منقولون
        [one] واحد غير منقول
        [two] اثنان غير منقولين
        [few] { $count } غير منقولين
        [many] { $count } غير منقولين
       *[other] { $count } غير منقولين
    }

start-accounts = الدعوات والحسابات الموقوفة
start-accounts-count = { $count ->
        [zero] لا حسابات.
        [one] حساب واحد في المجموع.
        [two] حسابان في المجموع.
        [few] { $count } حسابات في المجموع.
        [many] { $count } حسابًا في المجموع.
       *[other] { $count } حساب في المجموع.
    }
start-accounts-none = لا أحد موقوف، ولا دعوة مفتوحة.
