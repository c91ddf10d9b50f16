# المخطط الزمني والخريطة والمقصورة.
picture-zoom-in = تكبير
picture-zoom-out = تصغير
picture-zoom-all = عرض الكل
picture-plan-map = خريطة الخطة

picture-map-disclaimer = الحدود والأسماء والخطوط المتقطعة على هذه الخريطة تقريبية، ولا تعني أي إقرار أو رأي في الوضع القانوني لأي إقليم أو في مسار حدوده.
picture-map-source = الخطوط العامة: Natural Earth، ملكية عامة. المقاطع دوائر عظمى وليست المسارات المحلّقة فعلاً.
picture-map-contested = خط متنازع عليه أو غير متفق عليه، تقريبي
picture-map-airfield = مطار
picture-map-staging = مرفق تجميع مرحلي
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
picture-map-not-read = تعذّرت قراءة الخطوط العامة للخريطة. المخطط الزمني والقوائم تعمل من دونها.
picture-map-again = إعادة المحاولة
