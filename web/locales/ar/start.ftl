# ما يبدأ به كل دور.

start-fewer = عرض أقل
start-all-due = عرض الكل ({ $count })
start-more = { $count ->
        [zero] ولا غيرها ({ $count })
        [one] وواحد آخر ({ $count })
        [two] واثنان آخران ({ $count })
        [few] و{ $count } أخرى
        [many] و{ $count } أخرى
       *[other] و{ $count } أخرى
    }
start-no-operation = لا توجد عملية بعد.
start-no-requests = لا توجد طلبات بعد.
start-to-requests = كل الطلبات
start-to-needs = الاحتياجات والوصول
start-to-watch = كل المهام
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
start-ending = إقرارات لياقة تنتهي خلال ثلاثة أيام
start-ending-none = لا ينتهي أي إقرار لياقة قبل ذلك.
start-beds = الأسرّة
start-need-bed = { $count ->
        [zero] من يحتاجون سريرًا ({ $count })
        [one] مريض واحد يحتاج سريرًا ({ $count })
        [two] مريضان يحتاجان سريرين ({ $count })
        [few] { $count } مرضى يحتاجون أسرّة
        [many] { $count } مريضًا يحتاجون أسرّة
       *[other] { $count } مريض يحتاجون أسرّة
    }
start-need-bed-none = لا أحد ينتظر سريرًا.
start-answers = { $count ->
        [zero] الأجوبة المنتظرة ({ $count })
        [one] جواب واحد منتظر ({ $count })
        [two] جوابان منتظران ({ $count })
        [few] { $count } أجوبة منتظرة
        [many] { $count } جوابًا منتظرًا
       *[other] { $count } جواب منتظر
    }
start-answers-none = لا مستشفى مدين بجواب.
start-states = الطلبات بحسب الحالة
start-state = الحالة
start-count = الطلبات

start-needs = مرضى يُطلب منا استقبالهم
start-needs-none = لا أحد يطلب منكم سريرًا الآن.
start-arrivals = الوصول اليوم
start-arrivals-none = لا يصل أحد اليوم.
start-arrivals-later = { $count ->
        [zero] لا يصل أحد في يوم آخر ({ $count }).
        [one] يصل مريض واحد في يوم آخر ({ $count }).
        [two] يصل مريضان في أيام أخرى ({ $count }).
        [few] يصل { $count } مرضى في أيام أخرى.
        [many] يصل { $count } مريضًا في أيام أخرى.
       *[other] يصل { $count } مريض في أيام أخرى.
    }

start-mission = مهمة
start-my-missions = مهامي
start-my-missions-none = لست في أي مهمة.
start-report = إبلاغ
start-operator = مهامنا
start-to-accept = للقبول
start-to-accept-none = لا مهمة تنتظر قبولك.
start-accept = قبول
start-to-ready = للتجهيز
start-to-ready-none = لا مهمة مقبولة تنتظر التجهيز.
start-today = مهام اليوم
start-today-none = لا مهمة اليوم.
start-today-later = { $count ->
        [zero] لا مهام في أيام أخرى ({ $count }).
        [one] مهمة واحدة في يوم آخر ({ $count }).
        [two] مهمتان في أيام أخرى ({ $count }).
        [few] { $count } مهام في أيام أخرى.
        [many] { $count } مهمة في أيام أخرى.
       *[other] { $count } مهمة في أيام أخرى.
    }

start-proposals = مقترحات للاعتماد أو الرفض
start-proposals-none = لا مقترح ينتظرك.
start-plans = التخطيط
start-runs = الخطة الجارية
start-runs-none = لا توجد خطة جارية.
start-proposed = المقترحات
start-proposed-none = لا مقترحات.
start-jobs = أعمال حسابية جارية
start-jobs-none = لا عمل جارٍ.
start-plan-moves = { $count ->
        [zero] لا مرضى يُنقلون ({ $count })
        [one] مريض واحد يُنقل ({ $count })
        [two] مريضان يُنقلان ({ $count })
        [few] { $count } مرضى يُنقلون
        [many] { $count } مريضًا يُنقلون
       *[other] { $count } مريض يُنقلون
    }
start-plan-missions = { $count ->
        [zero] لا مهام ({ $count })
        [one] مهمة واحدة ({ $count })
        [two] مهمتان ({ $count })
        [few] { $count } مهام
        [many] { $count } مهمة
       *[other] { $count } مهمة
    }
start-plan-leaves = { $count ->
        [zero] لم يُترك أحد ({ $count })
        [one] تُرك واحد ({ $count })
        [two] تُرك اثنان ({ $count })
        [few] تُرك { $count }
        [many] تُرك { $count }
       *[other] تُرك { $count }
    }

start-accounts = الدعوات والحسابات الموقوفة
start-accounts-count = { $count ->
        [zero] لا حسابات ({ $count }).
        [one] حساب واحد في المجموع ({ $count }).
        [two] حسابان في المجموع ({ $count }).
        [few] { $count } حسابات في المجموع.
        [many] { $count } حسابًا في المجموع.
       *[other] { $count } حساب في المجموع.
    }
start-accounts-none = لا أحد موقوف، ولا دعوة مفتوحة.
