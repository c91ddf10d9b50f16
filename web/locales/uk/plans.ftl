# Плани: список, завдання, що їх складають, один план, два плани поруч.

plans-title = Плани
plans-running = Чинний план
plans-open-running = Відкрити чинний план
plans-none-runs = Чинного плану ще немає.
plans-all = Усі плани
plans-empty = Планів ще немає. Перший замовляє планувальник.
plans-empty-planner = Планів ще немає. Замовте перший кнопкою вище.
plans-proposed = Запропоновано
plans-state = Стан
plans-moved = Перевозяться
plans-missions = Місії
plans-mission = Місія
plans-patients = Пацієнти
plans-patient = Пацієнт
plans-offer = Пропозиція ліжок
plans-leg = Ділянка
plans-aircraft = Літак
plans-compare = Порівняти
plans-compare-this = Порівняти план { $plan }
plans-compare-two = Порівняти ці два
plans-compare-hint = Виберіть два плани для порівняння.
plans-back = Усі плани
plans-open = Відкрити план
plans-none = Немає
plans-every = Усі
plans-more = Докладніше

plans-plan = Замовити план
plans-replan = Перепланувати
plans-plan-says = Планувальник шукає найкращий план для всіх пацієнтів, допущених до польоту. Результат — пропозиція: нічого не обіцяно, доки черговий офіцер її не затвердить.
plans-replan-says = Планувальник виходить із чинного плану та всього, що сталося, і за можливості дотримується обіцянок. Результат — пропозиція.
plans-effort = Наскільки ретельно шукати?
plans-effort-quick = Швидко
    .says = Придатний план за кілька секунд, щоб оцінити становище
plans-effort-thorough = Ретельно
    .says = Зазвичай не довше однієї-двох хвилин; досить для більшості рішень
plans-effort-long = Довго
    .says = Багато хвилин; для останніх поліпшень, поки є час
plans-work = Одиниці роботи
plans-work-hint = Щонайбільше { $most }. Та сама робота й те саме початкове число дають той самий план.
plans-seed = Початкове число генератора
plans-seed-hint = Інше число може дати інший, не гірший план.

plans-job = Обчислення
plans-jobs = Планується зараз
plans-jobs-ended = Зупинені та невдалі
plans-job-plan = Перший план
plans-job-replan = План на заміну чинному
plans-job-check = Перевірка плану
plans-job-evaluate = Перевірка та показники плану
plans-job-explain = Пояснення
plans-job-what-if = Що, якщо
plans-job-done = План готовий і пройшов перевірку.
plans-job-kept = Зупинено. Найкращий перевірений план збережено як пропозицію.
plans-job-nothing-kept = Зупинено до того, як з’явився план, що пройшов перевірку.
plans-job-failed = Не вдалося.
plans-ordered = Замовлено
plans-ordered-by = Замовив обліковий запис
plans-attempt = Спроба { $attempt }: зв’язок з обчислювачем втрачено
plans-search = Пошук
plans-work-done = Виконано { $share } роботи ({ $now } з { $work } од.)
plans-no-plan-yet = Триває пошук. Перевіреного плану ще немає.
plans-waits = Чекає на вільний обчислювач.
plans-best = Найкращий наразі
plans-best-found = Найкращий зі знайдених під час пошуку
plans-first = Перший перевірений план
plans-best-so-far = { $missions ->
        [one] { $missions } місія, знайдено після { $work } од. роботи
        [few] { $missions } місії, знайдено після { $work } од. роботи
        [many] { $missions } місій, знайдено після { $work } од. роботи
       *[other] { $missions } місії, знайдено після { $work } од. роботи
    }
plans-first-after = Перший перевірений план з’явився через { $seconds } с, вчасно: { $onTime }.
plans-chart-best = Вага вчасних: { $weight }
plans-chart-bound = Жоден план не дасть більше ніж { $weight }
plans-chart-work = { $now } з { $work } од. роботи
plans-stop = Зупинити
plans-stop-keep = Зупинити й зберегти найкращий
plans-stopping = Зупиняється
plans-answer = Відповідь
plans-unplanned = { $count ->
        [one] { $count } запис не враховано в плані
        [few] { $count } записи не враховано в плані
        [many] { $count } записів не враховано в плані
       *[other] { $count } запису не враховано в плані
    }
plans-unplanned-says = Написане в них не вдається прочитати. Виправте й сплануйте знову.

plans-tiers = Усі показники
plans-tier = Рівень
plans-tier-1 = Вчасно
plans-tier-2 = Запізнення
plans-tier-3 = Обіцянки
plans-tier-4 = Навантаження на пацієнтів
plans-tier-5 = Польоти
plans-measure = Показник
plans-value = Значення
plans-before = Було
plans-now = Стало
plans-difference = Різниця
plans-same = так само
plans-better = краще
plans-worse = гірше
plans-levels = Вчасно, із запізненням і не перевезені за класами
plans-class = Клас
plans-figure-on-time = Вчасно
plans-figure-on-time-weight = Вага вчасних
plans-figure-left-out = Не перевозяться
plans-figure-late = Із запізненням
plans-figure-late-weight = Запізнення, зважені години
plans-figure-broken = Змінені обіцянки
plans-figure-transit = У дорозі, пацієнто-години
plans-figure-stops = Проміжні посадки
plans-figure-nights = Ночі в проміжних закладах
plans-figure-flying = Польоти, блок-години
plans-figure-positioning = З них без пацієнтів, години
plans-figure-fuel = Пальне, кг
plans-figure-cost = Вартість, у валюті операції
plans-on-time-of = Вчасно { $onTime } з { $patients ->
        [one] { $patients } пацієнта
       *[other] { $patients } пацієнтів
    }
plans-bound = Вчасно можуть бути щонайбільше { $most }.
plans-bound-unknown = Скільки могли б бути вчасно, невідомо.
plans-gap = За вагою терміновості можна виграти ще щонайбільше { $gap }.
plans-gap-none = За вагою терміновості кращого плану немає.
plans-binding = Що обмежує:

plans-one-proposed = Запропонований план
plans-one-rejected = Відхилений план
plans-one-superseded = Замінений план
plans-one-adopted = Чинний план
plans-plan-word = План
plans-id = Ідентифікатор плану:
plans-mission-count = { $count ->
        [one] { $count } місія
        [few] { $count } місії
        [many] { $count } місій
       *[other] { $count } місії
    }
plans-moved-count = { $count ->
        [one] перевозиться { $count } пацієнт
        [few] перевозяться { $count } пацієнти
        [many] перевозяться { $count } пацієнтів
       *[other] перевозяться { $count } пацієнта
    }
plans-count-patients = { $count ->
        [one] { $count } пацієнт
        [few] { $count } пацієнти
        [many] { $count } пацієнтів
       *[other] { $count } пацієнта
    }
plans-replaces = Замінює цей план
plans-outdated = Чинним є вже інший план, не той, який замінює ця пропозиція. Затвердити її більше не можна. Переплануйте.
plans-compare-parent = Порівняти з попереднім планом
plans-compare-running = Порівняти з чинним планом
plans-view = Вигляд
plans-view-list = Список
plans-view-timeline = Часова шкала
plans-view-map = Карта
plans-view-cabin = Салон
plans-view-changes = Кого сповістити
plans-list-by = Вигляд списку
plans-leaves = Виліт
plans-returns = Повернення
plans-route = Маршрут
plans-to = Куди
plans-from = Звідки
plans-arrives = Прибуття
plans-due = Строк
plans-bed = Ліжко
plans-in-time = вчасно
plans-late = із запізненням
plans-seek = Знайти пацієнта, місце або місію
plans-only-chosen = Лише те, що стосується вибраного
plans-moved-patients = Пацієнти, яких перевозять
plans-no-missions = У цьому плані немає місій.
plans-nobody-moved = Цей план нікого не перевозить.
plans-left-out-count = Не перевозяться: { $count }
plans-left-out-says = Виберіть пацієнта, щоб побачити всі причини й запитати, що було б потрібно.
plans-nobody-left-out = Перевозять усіх.
plans-why = Чому
plans-request = Відкрити заявку
plans-way = Шлях
plans-step-to-field = Наземно до аеродрому
plans-step-lift = Повітрям
plans-step-from-field = Наземно до лікарні
plans-step-stay = У проміжному закладі
plans-step-admitted = Очікує на ліжко на місці
plans-changed-times = { $count ->
        [one] Обіцяне змінювали { $count } раз.
        [few] Обіцяне змінювали { $count } рази.
        [many] Обіцяне змінювали { $count } разів.
       *[other] Обіцяне змінювали { $count } раза.
    }
plans-configuration = Салон
plans-crews = Екіпажі
plans-legs = Ділянки
plans-on-board = на борту { $count }
plans-distance = { $nm } мор. миль
plans-cabin-altitude = висота в кабіні { $ft } фт
plans-refuels = потім заправлення
plans-rests = потім відпочинок екіпажів
plans-offer-takes = { $count ->
        [one] На ці ліжка прямує { $count } пацієнт.
        [few] На ці ліжка прямують { $count } пацієнти.
        [many] На ці ліжка прямують { $count } пацієнтів.
       *[other] На ці ліжка прямують { $count } пацієнта.
    }

plans-explain = Чому саме так?
plans-explain-patient = Чому цей шлях і що ще можливо?
plans-explain-mission = Навіщо ця місія і що без неї?
plans-explain-offer = Чому ці ліжка і що з ще одним?
plans-explain-says = Планувальник перевіряє інші варіанти. Це триватиме кілька секунд.
plans-asking = Планувальник готує відповідь.
plans-question-failed = Відповіді немає.
plans-question-stopped = Запитання зупинено.
plans-against = Зіставлено з:
plans-tables-changed = Таблиці операції змінилися після складання плану.
plans-not-counted = Не враховано:
plans-goes-to = Прямує до
plans-held = Що заважає прибути раніше
plans-sooner = – без цього на { $minutes } хв раніше
plans-held-together = Разом:
plans-held-nothing = Нічого: одразу можна на { $minutes } хв раніше.
plans-held-itself = Лише сам шлях.
plans-other-beds = Інші можливі ліжка
plans-other-flights = Інші можливі рейси
plans-other-ways = Інші можливі варіанти
plans-why-not-beds = Чому не інше ліжко
plans-why-not-flights = Чому не інший рейс
plans-why-not = Чому ні
plans-concerns = Стосується:
plans-offers = Пропозиції:
plans-left-out-then = Тоді не перевозяться:
plans-costs-nothing = Не коштує нічого додатково.
plans-would-take = Що було б потрібно
plans-would-take-none = Жодна з перевірених окремих змін цього не дозволить.
plans-looked-at = Розглянуто змін: { $count }
plans-room = У плані й так є місце:
plans-then = Тоді:
plans-decision-coordination = рішення координаторів
plans-decision-clinical = клінічне рішення
plans-decision-patient = рішення пацієнта
plans-under-way = Місія вже виконується.
plans-without-it = Без цієї місії
plans-without-it-says = Не перевозили б: { $lost }; інакше перевозили б: { $moved }.
plans-lost-without = Не перевозили б: { $count }
plans-moved-without = Інакше перевозили б: { $count }
plans-offer-beds = Ліжок: { $beds }. Займає план: { $placed }.
plans-beds-by-day = Зайняті ліжка за днями
plans-day = День
plans-taken = Зайнято
plans-one-more = З ще одним ліжком
plans-one-more-nothing = Більше нікого б не перевезли.
plans-one-fewer = З одним ліжком менше
plans-one-fewer-nothing = Нічого б не змінилося.
plans-one-fewer-settled = План уже не може нікого перемістити з цих ліжок.
plans-one-fewer-elsewhere = Цей пацієнт вирушив би деінде:
plans-one-fewer-left-out = Цього пацієнта не перевезли б:
plans-refused = Хто не може зайняти ці ліжка й чому
plans-rule = Правило { $rule }
plans-rule-1 = Шлях пацієнта
plans-rule-2 = Місця на борту
plans-rule-3 = Медична бригада
plans-rule-4 = Висота в кабіні
plans-rule-5 = Дальність і смуга
plans-rule-6 = Аеродроми та час на землі
plans-rule-7 = Екіпажі та літаки
plans-rule-8 = Дозволи
plans-rule-9 = Місце призначення
plans-rule-10 = Проміжне розміщення
plans-rule-11 = Те, що вже сталося
plans-finding = Зауваження
plans-findings-more = І ще { $count }.
plans-remedy = Що робити:

plans-check = Перевірити
plans-check-says = Перевірка перераховує все наново, без планувальника: чи дотримано всіх правил і чого план справді досягає.
plans-sound = План відповідає всім правилам.
plans-unsound = { $count ->
        [one] План порушує правила в { $count } місці.
       *[other] План порушує правила в { $count } місцях.
    }
plans-before-edit = Збережено
plans-after-edit = Виміряно
plans-checker-says = Що каже перевірка
plans-undo = Скасувати
plans-redo = Повернути
plans-discard = Відкинути все
plans-edits = Змін вручну: { $count }
plans-edited-says = План, змінений вручну, затвердити не можна: затверджують лише запропоноване планувальником. Тут видно, чого коштувала б зміна. Щоб її отримати, повідомте про причину (наприклад, затримку чи несправність літака) як про подію або змініть заявку й переплануйте.
plans-edited-not-yours = Ваша роль не може звертатися до перевірки.

plans-what-if = Що, якщо
plans-what-if-says = Припустіть, що щось станеться. Планувальник покаже, що зміниться в чинному плані. Нічого не записується, нікого не сповіщають.
plans-what-if-figures = Показники зараз і за цього припущення
plans-as-it-runs = Зараз
plans-then-it-would = Тоді
plans-promises-kept = Дотримано обіцянок: { $kept } з { $promised } ({ $share }).
plans-event = Що станеться
plans-event-aircraft-out = Літак недоступний
plans-event-beds-withdrawn = Ліжка відкликано
plans-event-airfield-closed = Аеродром закрито
plans-event-patient-changed = Стан пацієнта змінився
plans-event-patient-unfit = Пацієнт не придатний до польоту
plans-event-crew-out = Екіпаж недоступний
plans-event-mission-cancelled = Місію скасовано
plans-event-delayed = Місія затримується
plans-event-declined = Лікарня відмовляє пацієнтові
plans-event-state-closed = Держава призупинила дозволи
plans-event-field-aircraft = Літак
plans-event-field-crew = Екіпаж
plans-event-field-mission = Місія
plans-event-field-airfield = Аеродром
plans-event-field-offer = Пропозиція ліжок
plans-event-field-patient = Пацієнт
plans-event-field-facility = Лікарня
plans-event-field-state = Держава
plans-event-field-left = Залишилося ліжок
plans-event-field-until = До (UTC)
plans-event-field-from = З (UTC)
plans-event-field-to = До (UTC)
plans-event-field-critical-care = Інтенсивна допомога в дорозі
plans-event-field-precedence = Терміновість
plans-care-none = не потрібна
plans-care-intermediate = проміжна допомога
plans-care-icu = інтенсивна терапія
plans-suppose = Показати, що зміниться
plans-suppose-too = Припустити й це
plans-supposed = Припущено
plans-take-away = Прибрати

plans-adopt = Затвердити
plans-adopt-says = Після затвердження ліжка резервуються, місії створюються, усіх причетних сповіщають.
plans-adopt-replan-says = Затвердження замінює чинний план: ліжка резервуються, місії створюються або скасовуються, усіх причетних сповіщають.
plans-adopt-how = Яку частину
plans-adopt-whole = Повністю
plans-adopt-part = Деякі місії
plans-adopt-part-says = Хто не летить жодною з цих місій, того не перевозять.
plans-adopt-part-replan-says = Решта залишається, як у чинному плані. Місію, яку вилучають, теж вибирають за номером.
plans-adopt-whole-now = Затвердити повністю
plans-adopt-part-now = { $count ->
        [one] Затвердити { $count } місію
        [few] Затвердити { $count } місії
        [many] Затвердити { $count } місій
       *[other] Затвердити { $count } місії
    }
plans-together = Ці місії пов’язані з іншими. Їх теж треба затвердити:
plans-take-along = { $count ->
        [one] Додати її
        [few] Додати ці { $count } місії
        [many] Додати ці { $count } місій
       *[other] Додати ці { $count } місії
    }
plans-mission-new = нова
plans-mission-cancelled = не відбудеться
plans-mission-changed = змінено
plans-reject = Відхилити
plans-reason = Причина
plans-reason-hint = Її прочитають планувальники.

plans-who-is-told = Що змінюється і кого сповістити
plans-changes-compared = Плани зіставлено тут. Що було обіцяно й кого треба сповістити, сервер повідомляє для планів, які замінюють інший.
plans-old-and-new = Попередній і новий
plans-broken-count = { $count ->
        [0] Порушених обіцянок немає.
        [one] Порушено { $count } обіцянку.
        [few] Порушено { $count } обіцянки.
        [many] Порушено { $count } обіцянок.
       *[other] Порушено { $count } обіцянки.
    }
plans-changed-count = { $count ->
        [one] Щось змінюється для { $count } пацієнта.
       *[other] Щось змінюється для { $count } пацієнтів.
    }
plans-changes-by = Порядок
plans-by-promise = Спершу порушені обіцянки
plans-by-told = За адресатами
plans-nothing-changes = Для жодного пацієнта нічого не змінюється.
plans-show-more = Показати ще ({ $count })
plans-promise-frozen = у маніфесті
plans-promise-firm = твердо обіцяно
plans-promise-soft = лише в плані
plans-broken-frozen = порушує маніфест
plans-broken-firm = порушує тверду обіцянку
plans-broken-soft = змінює орієнтовну обіцянку
plans-kind-left-out = більше не перевозиться
plans-kind-country = інша країна
plans-kind-hospital = інша лікарня
plans-kind-day = інший день
plans-kind-mission = інший літак
plans-kind-legs = інші аеродроми
plans-kind-time = інший час
plans-kind-newly-moved = тепер перевозиться
plans-was = Було:
plans-is-now = Стало:

plans-compare-title = Два плани поруч
plans-swap = Поміняти місцями
plans-first-plan = Перший план
plans-second-plan = Другий план
plans-no-difference = В обох планах ті самі місії, і всіх перевозять однаково.
plans-who-differs = Кого перевозять інакше
plans-what-differs = Що відрізняється
plans-nobody-differs = Шлях кожного пацієнта однаковий.
plans-not-moved = не перевозиться
plans-only-first = Лише в першому
plans-only-second = Лише в другому
plans-otherwise = В обох, але інакше
