# Beds: what is offered, who has it; and what a receiving hospital has to do.

offers-map = الأسرّة حسب المرفق والتخصص واليوم
offers-table = عروض الأسرّة
offers-offer = العرض
offers-one = العرض { $offer }
offers-facility = المرفق
offers-specialty = التخصص
offers-country = البلد
offers-beds = الأسرّة
offers-free = الشاغر
offers-free-of = الشاغر { $free } من { $total ->
        [zero] { $total } سرير
        [one] سرير واحد
        [two] سريرين
        [few] { $total } أسرّة
        [many] { $total } سريرًا
       *[other] { $total } سرير
    }
offers-no-beds = لا أسرّة
offers-sum = { $offers ->
        [zero] لا عروض
        [one] عرض واحد
        [two] عرضان
        [few] { $offers } عروض
        [many] { $offers } عرضًا
       *[other] { $offers } عرض
    }، والشاغر الآن { $free } من { $total ->
        [zero] { $total } سرير
        [one] سرير واحد
        [two] سريرين
        [few] { $total } أسرّة
        [many] { $total } سريرًا
       *[other] { $total } سرير
    }
offers-state = الحالة
offers-first-day = أول أيام الوصول
offers-last-day = آخر أيام الوصول
offers-arrivals = أيام الوصول
offers-days = الوصول من { $from } إلى { $to }
offers-days-hint = بما في ذلك هذا اليوم، بتوقيت المرفق
offers-expires = صالح حتى
offers-expires-hint = بعد ذلك لا يُرسل أحد. منطقتك الزمنية: { $zone }
offers-no-expiry = دون انتهاء
offers-conditions = الشروط
offers-conditions-hint = بالكلمات، للمركز. دون أسماء مرضى.
offers-isolation = يستقبل مرضى العزل
offers-companions = المرافقون لكل مريض، بحد أقصى
offers-companions-hint = فارغ: دون حد. 0: لا أحد.
offers-sex = للمرضى من هذا الجنس
offers-sex-both = الجنسان
offers-age-from = أدنى عمر بالسنوات
offers-age-to = أعلى عمر بالسنوات
offers-stay = الإقامة المتوقعة بالأيام
offers-yes = نعم
offers-no = لا
offers-not-said-no = غير مذكور (لا)
offers-choose = اختر
offers-more = المزيد: الصلاحية والحدود والشروط
offers-beds-taken = { $taken ->
        [zero] كل الأسرّة شاغرة
        [one] سرير واحد غير شاغر
        [two] سريران غير شاغرين
        [few] { $taken } أسرّة غير شاغرة
        [many] { $taken } سريرًا غير شاغر
       *[other] { $taken } سرير غير شاغر
    }

offers-today = اليوم
offers-key = معنى درجات اللون
offers-key-none = لا شاغر
offers-key-some = بعضها شاغر
offers-key-all = كلها شاغرة
offers-key-days = الشاغر/الكل. السرير المخصص لا يُعد شاغرًا في أي من أيام عرضه.
offers-filter = اختيار ما يُعرض
offers-view = طريقة عرض الأسرّة
offers-view-map = حسب اليوم
offers-view-list = حسب العرض
offers-any = الكل
offers-only-free = ما فيه أسرّة شاغرة فقط
offers-none-such = لا يوجد عرض كهذا.
offers-show-all = عرض الكل
offers-empty = لم تُعرض أسرّة بعد. تعرضها المستشفيات هنا، والخطة تحتاج إليها.
offers-empty-own = لم تعرضوا أسرّة بعد. اعرضوا بعضها ليتمكن المركز من سؤالكم عن استقبال المرضى.
offers-nobody = لم يُخصص أي سرير منه.
offers-held = محجوز: { $count }
offers-held-until = حتى
offers-confirmed = مقبول: { $count }
offers-consumed = في السرير: { $count }
offers-says = ما يُعرض
offers-why-withdrawn = سُحب لأن:
offers-to-all = كل أسرّة العملية

offers-new = عرض أسرّة
offers-promise = الالتزام بهذه الأسرّة
offers-no-facility = لا يوجد مرفق مسجل لمؤسستكم. اطلبوا من مدير النظام إضافته.
offers-change = تعديل
offers-change-title = تعديل العرض { $offer }
offers-discard = الإبقاء على ما كان
offers-clash = { $column }: كتبتَ «{ $mine }»، وكتب شخص آخر «{ $theirs }».
offers-theirs = { $column }: القيمة الآن «{ $theirs }».
offers-take-theirs = أخذ ما كتبه الآخر
offers-merge-says = ما كتبته محفوظ. راجعه ثم احفظ مرة أخرى.
offers-withdraw = سحب
offers-withdraw-title = سحب العرض { $offer }
offers-withdraw-says = { $free ->
        [zero] لا أسرّة شاغرة لسحبها.
        [one] يُسحب سرير شاغر واحد.
        [two] يُسحب سريران شاغران.
        [few] تُسحب { $free } أسرّة شاغرة.
        [many] يُسحب { $free } سريرًا شاغرًا.
       *[other] يُسحب { $free } سرير شاغر.
    } اذكر السبب ليتمكن المركز من التخطيط دونها.
offers-withdraw-taken = يبقى المرضى المقبولون مقبولين ({ $confirmed }). أما الأسرّة المحجوزة فقط ({ $held }) فلا يمكن قبولها بعد ذلك.
offers-reason = السبب

offers-fault-needed = هذا مطلوب.
offers-fault-beds = عدد صحيح من الأسرّة، 1 على الأقل.
offers-fault-taken = { $taken ->
        [zero] كل الأسرّة شاغرة.
        [one] سرير واحد غير شاغر: لا يمكن أن يقل العدد عنه.
        [two] سريران غير شاغرين: لا يمكن أن يقل العدد عنهما.
        [few] { $taken } أسرّة غير شاغرة: لا يمكن أن يقل العدد عنها.
        [many] { $taken } سريرًا غير شاغر: لا يمكن أن يقل العدد عنها.
       *[other] { $taken } سرير غير شاغر: لا يمكن أن يقل العدد عنها.
    }
offers-fault-days = اليوم الأخير قبل الأول.
offers-fault-companions = عدد صحيح من 0 إلى 20.
offers-fault-age = سنوات صحيحة من 0 إلى 125.
offers-fault-ages = أعلى عمر أقل من أدنى عمر.
offers-fault-stay = أيام صحيحة من 1 إلى 3650.

needs-number = الاحتياج { $number }
needs-asked = مطلوب منكم استقبالهم ({ $count })
needs-asked-none = لا أحد يسألكم الآن. عندما يطلب المركز أحد أسرّتكم يظهر المريض هنا دون اسم، مع الموعد النهائي للرد.
needs-answer-by = الرد قبل
needs-age = العمر { $from }–{ $to }
needs-also = أو أيضًا: { $specialties }
needs-ventilated = على تنفس اصطناعي
needs-oxygen = أكسجين { $litres } لتر/دقيقة
needs-bariatric = يحتاج إلى مساحة نقالتين
needs-medical-attendants = { $count ->
        [zero] دون مرافقين طبيين
        [one] مرافق طبي واحد
        [two] مرافقان طبيان
        [few] { $count } مرافقين طبيين
        [many] { $count } مرافقًا طبيًا
       *[other] { $count } مرافق طبي
    }
needs-companions = { $count ->
        [zero] دون مرافقين
        [one] مرافق واحد
        [two] مرافقان
        [few] { $count } مرافقين
        [many] { $count } مرافقًا
       *[other] { $count } مرافق
    }
needs-stay = { $days ->
        [zero] دون إقامة
        [one] إقامة نحو يوم واحد
        [two] إقامة نحو يومين
        [few] إقامة نحو { $days } أيام
        [many] إقامة نحو { $days } يومًا
       *[other] إقامة نحو { $days } يوم
    }
needs-bed-kept = السرير المحجوز لهذا المريض:
needs-bed-asked = السرير المطلوب:
needs-first-takes = سُئلت عدة مستشفيات: من يقبل أولًا يستقبل المريض.
needs-which-offer = أي من عروضكم
needs-accept = قبول
needs-yes-take = نعم، نستقبل هذا المريض
needs-not-yet = ليس بعد
needs-accepted = ستستقبلون { $number }. يمكن الآن رؤية الاسم.
needs-decline = اعتذار
needs-decline-title = الاعتذار عن { $number }
needs-declined = تم الاعتذار عن { $number }. يبحث المركز عن سرير آخر.
needs-cannot = تعذّر علينا استقبال هذا المريض
needs-more = عرض المزيد ({ $count })
needs-why = السبب
needs-note = ملاحظة
needs-note-hint = للمركز. دون أسماء.
needs-arriving = قادمون إليكم ({ $count })
needs-arriving-none = لا أحد في الطريق إليكم.
needs-arrives = الوصول
needs-no-time = لا موعد وصول بعد
needs-conditions = أثناء الطيران:
needs-bed = السرير:
needs-arrived = وصلوا: وقّعوا على تسلّمهم ({ $count })
needs-arrived-says = يصبح المريض في عهدتكم منذ توقيعكم. قارنوا أولًا مُعرّفين للهوية.
needs-sign-open = توقيع التسليم
needs-sign = توقيع
needs-signatory = من يوقّع
needs-signatory-hint = الاسم والوظيفة
needs-condition = الحالة عند الوصول
needs-condition-hint = بكلماتكم
needs-documents = الوثائق والأمتعة المستلمة
needs-documents-hint = ما جاء مع المريض، أو ما ينقص
needs-signed-for = تم توقيع تسلّم { $number }.
needs-signed = تم توقيع تسلّمهم ({ $count })
needs-own-beds = أسرّتكم
