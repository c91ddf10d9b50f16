# الخط الزمني والخريطة والمقصورة.
picture-zoom-in = تكبير
picture-zoom-out = تصغير
picture-zoom-all = عرض الكل
picture-plan-map = خريطة الخطة

picture-map-disclaimer = الحدود والأسماء والخطوط المتقطعة على هذه الخريطة تقريبية، ولا تعني أي إقرار أو رأي في الوضع القانوني لأي إقليم أو في مسار حدوده.
picture-map-source = الخطوط الخارجية: Natural Earth، ملكية عامة. المقاطع دوائر عظمى وليست مسارات الطيران الفعلية.
picture-map-contested = خط متنازع عليه أو غير متفق عليه، تقريبي
picture-map-airfield = مطار
picture-map-staging = مرفق عبور
picture-map-hospital = مستشفى
picture-map-aircraft = الطائرات
picture-map-legs = المقاطع
picture-map-places = الأماكن
picture-map-list = محتوى الخريطة في قائمة
picture-map-more = { $count ->
    [zero] لا مزيد
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $count } أخرى
    [many] { $count } أخرى
   *[other] { $count } أخرى
  }
picture-map-not-read = تعذّرت قراءة الخطوط الخارجية للخريطة. الخط الزمني والقوائم تعمل من دونها.
picture-map-again = إعادة المحاولة

picture-timeline = الخط الزمني للخطة
    .keys = تنقلك مفاتيح الأسهم من مقطع إلى آخر، ومفتاح الإدخال يختار. التكبير والتصغير بمفتاحي + و − أو بعجلة الفأرة مع Ctrl، والمفتاح 0 يعرض الكل، ومفتاحا Page Up و Page Down للانتقال إلى وقت أبكر أو لاحق.
    .edit = اسحب المهمة إلى وقت آخر أو إلى طائرة أخرى من الطراز نفسه، أو اخترها واستخدم الحقول أدناه.
picture-legs = المقاطع الظاهرة
picture-leg-name = { $lane }: المهمة { $mission }، { $leg }، { $day }، مغادرة الموقف { $off } UTC، بلوغ الموقف { $on } UTC، { $patients ->
    [zero] لا أحد على المتن
    [one] مريض واحد
    [two] مريضان
    [few] { $patients } مرضى
    [many] { $patients } مريضًا
   *[other] { $patients } مريض
  }
picture-how = طريقة عرض الخطة
picture-as-chart = رسم
picture-as-list = قائمة
picture-lanes = الصفوف
picture-lanes-aircraft = الطائرات
picture-lanes-crew = الأطقم
picture-lanes-staging = أسرّة مرافق العبور
picture-lanes-hospital = المستشفيات المستقبِلة
picture-zone = الأيام بتوقيت
picture-before-this = سابقًا
picture-after-this = لاحقًا
picture-no-missions = ليس في هذه الخطة مهمات.
picture-point = أشر إلى مقطع أو انتقل إليه بمفتاح Tab لقراءة أوقاته هنا.
picture-rest = راحة الطاقم
picture-sign-full = طيران وعلى المتن مرضى
picture-sign-empty = طيران بلا مرضى
picture-sign-loading = إصعاد المرضى
picture-sign-unloading = إنزال المرضى
picture-sign-ground = على الأرض
picture-sign-rest = راحة الطاقم
picture-sign-now = الآن
picture-sign-old = الخطة السابقة
picture-new-leg = مقطع جديد
picture-other-time = في وقت آخر
picture-gone-leg = لم يعد مقرَّرًا
picture-mission = المهمة
picture-leg = المقطع
picture-off-block = مغادرة الموقف
picture-on-block = بلوغ الموقف
picture-aircraft = الطائرة
picture-aboard = على المتن
picture-change = التغيير
picture-arrives = الوصول
picture-before = قبل
picture-after = بعد
picture-later = تأخير { $span }
picture-earlier = تبكير { $span }
picture-patients = { $count ->
    [zero] لا أحد على المتن
    [one] مريض واحد
    [two] مريضان
    [few] { $count } مرضى
    [many] { $count } مريضًا
   *[other] { $count } مريض
  }
picture-other-type = طراز الطائرة مختلف

picture-tools = تعديل المهمة { $mission } يدويًا
picture-move-time = النقل في الوقت، بالدقائق
picture-move-by = مقدار النقل بالدقائق: { $minutes }
picture-minutes = الدقائق، + للتأخير، − للتبكير
picture-move = نقل
picture-move-aircraft = إلى طائرة أخرى
    .hint = من الطراز نفسه
picture-choose = اختر…
picture-move-patient = نقل المريض
picture-to-mission = إلى المهمة
picture-drag-patients = المرضى، لسحبهم إلى مهمة على الخط الزمني
picture-no-stops = لا مهمة أخرى تمر بالمطارين نفسيهما بهذا الترتيب، لذا لا يمكن نقل المريض يدويًا.
picture-not-on-it = المريض ليس ضمن هذه المهمة.
picture-no-mission = لا توجد مهمة كهذه في الخطة.
picture-already-on = { $patient } ضمن المهمة { $mission } بالفعل.
picture-said-moved = نُقلت المهمة { $mission }: { $change }. أول مغادرة للموقف { $clock }.
picture-said-given = أُسندت المهمة { $mission } إلى { $aircraft }.
picture-said-patient = نُقل { $patient } إلى المهمة { $mission }.

picture-leg-before = المقطع السابق
picture-leg-after = المقطع التالي
picture-leg-of = المقطع { $number } من { $count }
picture-by-kind = التهيئة { $configuration }. تحدد الخطة الأماكن بحسب النوع لا بالرقم: يبيّن الرسم من يحتاج أي نوع، لا موضع كل مريض.
picture-no-configuration = التهيئة { $configuration } ليست في جداول العملية، لذا لا يمكن رسم الأماكن.
picture-unknown = { $count ->
    [zero] لا مرضى لا يحق لك الاطلاع على احتياجاتهم
    [one] مريض واحد لا يحق لك الاطلاع على احتياجاته
    [two] مريضان لا يحق لك الاطلاع على احتياجاتهما
    [few] { $count } مرضى لا يحق لك الاطلاع على احتياجاتهم
    [many] { $count } مريضًا لا يحق لك الاطلاع على احتياجاتهم
   *[other] { $count } مريض لا يحق لك الاطلاع على احتياجاتهم
  }
picture-kind-intensive-care = العناية المركزة
picture-kind-litter = النقالات
picture-kind-seat = المقاعد
picture-litters-all = النقالات، ومنها العناية المركزة
picture-isolation-units = وحدات العزل
picture-isolation-all = أماكن العزل مع حيّز العزل
picture-critical-points = نقاط الرعاية الحرجة
picture-nursing-points = نقاط التمريض
picture-counts = الأماكن ونقاط الرعاية في هذا المقطع
picture-place = المكان
picture-taken = مشغول
picture-there = موجود
picture-free = شاغر
picture-free-of = الشاغر { $free } من { $count }
picture-too-many = { $count ->
    [zero] لا زيادة
    [one] زيادة بواحد
    [two] زيادة باثنين
    [few] زيادة بـ { $count }
    [many] زيادة بـ { $count }
   *[other] زيادة بـ { $count }
  }
picture-team = النقاط مقابل نقاط { $team }، بالأوزان السارية حيث لا تحدد العملية غيرها.
picture-no-team = لا فريق طبي مقرَّر لهذه المهمة.
picture-attendant = مع
picture-second = المكان الثاني للمريض
picture-over = فوق عدد أماكن المقصورة
picture-care-icu = عناية مركزة
picture-care-intermediate = رعاية متوسطة
picture-ventilated = على تنفس اصطناعي
picture-dependency = درجة الاعتماد { $level }
picture-isolated = عزل
picture-mark-ventilated = ت
picture-mark-isolated = عزل
