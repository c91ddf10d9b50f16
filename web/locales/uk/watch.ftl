# The watch: missions, reports from them, and the outbox.

watch-mission = Місія { $mission }
watch-all = Усі місії
watch-not-sent = донесення ще не надіслано
watch-refused = донесення відхилено
watch-refused-here = { $count ->
        [one] Відхилено { $count } донесення звідси.
        [few] Відхилено { $count } донесення звідси.
        [many] Відхилено { $count } донесень звідси.
       *[other] Відхилено { $count } донесення звідси.
    }
watch-look = Переглянути відхилене
watch-silent = немає донесень { $span }
watch-leg-of = Ділянка { $leg } з { $legs }
watch-leaves = Виліт
watch-lands = Приземлення
watch-expected = Очікується тепер
watch-planned = за планом
watch-reported = повідомлено
watch-on-time = вчасно
watch-early = раніше на { $span }
watch-leg-flown = виконано
watch-leg-now = у повітрі
watch-leg-to-come = попереду
watch-leg-not-flown = не виконано
watch-legs = Ділянки
watch-crews = Екіпажі
watch-flight-crew = Льотний екіпаж
watch-medical-crew = Медична бригада
watch-accounts = Облікові записи екіпажів
watch-accounts-hint = Номер облікового запису є на власній сторінці його власника. Кілька номерів розділяйте пробілами.
watch-accounts-none = Ще нікого не призначено
watch-delayed-until = Затримано до
watch-diverted-to = Направлено на інший аеродром:
watch-aboard = На борту { $aboard } з { $patients } пацієнтів
watch-last-report = останнє донесення
watch-kept = Збережено на цьому пристрої, прочитано
watch-kept-says = Зв’язку немає. Можна повідомляти далі: усе зберігається тут і буде надіслано по порядку, щойно зв’язок відновиться.

# What can be reported.

watch-report-now = Повідомити
watch-report-it = Повідомити
watch-act-task = Прийняти місію
watch-act-await-clearances = Очікує дозволів
watch-act-ready = Готова
watch-act-assign = Призначити екіпажі
watch-act-board = Почалася посадка пацієнтів
watch-act-depart = Вилетіли
watch-act-land = Приземлилися
watch-act-delay = Затримка
watch-act-divert = Змінити аеродром
watch-act-cancel = Скасувати місію
watch-act-abort = Перервати місію
watch-act-complete = Місію завершено
watch-act-manifest = Внести до маніфесту
watch-act-collect = Забрано
watch-act-stage = До проміжного закладу
watch-act-enplane = На борту
watch-act-deplane = Висаджено
watch-act-deliver = Доставлено
watch-says-divert = Місія летить на інший аеродром. Групу планування сповіщають одразу.
watch-says-cancel = Місія не відбудеться. Її пацієнтам потрібен інший шлях.
watch-says-abort = Місія закінчується там, де вона є. Решту треба перепланувати.
watch-still-aboard = { $count ->
        [one] { $count } пацієнт ще значиться на борту. Повідомте, де його висаджено; тоді місію можна завершити.
        [few] { $count } пацієнти ще значаться на борту. Повідомте, де їх висаджено; тоді місію можна завершити.
        [many] { $count } пацієнтів ще значаться на борту. Повідомте, де їх висаджено; тоді місію можна завершити.
       *[other] { $count } пацієнта ще значаться на борту. Повідомте, де їх висаджено; тоді місію можна завершити.
    }
watch-when = Коли це сталося
watch-now = зараз
watch-minutes-ago = { $minutes ->
        [one] { $minutes } хвилину тому
        [few] { $minutes } хвилини тому
        [many] { $minutes } хвилин тому
       *[other] { $minutes } хвилини тому
    }
watch-minutes-later = { $minutes ->
        [one] на { $minutes } хвилину пізніше
        [few] на { $minutes } хвилини пізніше
        [many] на { $minutes } хвилин пізніше
       *[other] на { $minutes } хвилини пізніше
    }
watch-at-a-time = у час, який я вкажу
watch-time = Час
watch-future = Це має бути в майбутньому.
watch-until = На скільки
watch-airfield = Аеродром
watch-airfield-hint = Його код, наприклад чотири літери ICAO
watch-reason = Чому
watch-waits-for = На що чекає
watch-needed = Це потрібно вказати.
watch-staging = Проміжний заклад
watch-facility = Заклад
watch-facility-hint = Його ідентифікатор, як у документах переведення
watch-identifiers = Звірено із записом
watch-identifiers-hint = Два ідентифікатори для кожного пацієнта, перш ніж його переміщувати. Записується лише, які саме.
watch-identifiers-two = Звірте два ідентифікатори й позначте, які.
watch-identifier-name = Ім’я
watch-identifier-date-of-birth = Дата народження
watch-identifier-wristband = Номер браслета
watch-identifier-document = Документ

# The manifest.

watch-manifest = Маніфест
watch-manifest-all = { $count ->
        [one] Внести до маніфесту { $count } пацієнта
        [few] Внести до маніфесту { $count } пацієнтів
        [many] Внести до маніфесту { $count } пацієнтів
       *[other] Внести до маніфесту { $count } пацієнта
    }
watch-manifest-empty = { $count ->
        [one] За планом { $count } пацієнт; його буде показано після складання маніфесту.
        [few] За планом { $count } пацієнти; їх буде показано після складання маніфесту.
        [many] За планом { $count } пацієнтів; їх буде показано після складання маніфесту.
       *[other] За планом { $count } пацієнта; їх буде показано після складання маніфесту.
    }
watch-not-manifested = ще не в маніфесті
watch-side-all = Усі ({ $count })
watch-side-on = Ще не на борту ({ $count })
watch-side-aboard = На борту ({ $count })
watch-side-off = Висаджені ({ $count })
watch-seek = Псевдонім
watch-told = { $what }: { $patient }
watch-who = Хто це?
watch-who-is = Особа пацієнта { $patient }
watch-who-says = Кожен перегляд записується. Нічого з цього не зберігається на пристрої.
watch-nobody = Особу пацієнта не записано.
watch-identity-family-name = Прізвище
watch-identity-given-name = Ім’я
watch-identity-date-of-birth = Дата народження
watch-identity-document = Документ
watch-identity-nationality = Громадянство
watch-identity-contact = Контакт
watch-ventilated = на ШВЛ
watch-oxygen = кисень { $litres } л/хв

# Events.

watch-event = Повідомити про подію
watch-event-of = Повідомити про подію: { $aircraft }
watch-event-kind = Що сталося
watch-event-aircraft-out = Літак недоступний
watch-event-beds-withdrawn = Ліжка відкликано
watch-event-airfield-closed = Аеродром закрито
watch-event-crew-out = Екіпаж недоступний
watch-event-not-boarded = Пацієнта не було на місці
watch-event-airspace-closed = Повітряний простір закрито
watch-event-state-closed = Держава призупинила дозволи
watch-event-more = Докладніше: відколи, хто повідомив, примітка
watch-field-aircraft = Літак
watch-field-crew = Екіпаж
watch-field-airfield = Аеродром
watch-field-offer = Пропозиція ліжок
watch-field-left = Залишилося ліжок
watch-field-mission = Місія
watch-field-patient = Пацієнт
watch-field-area = Кути зони
watch-field-area-hint = Градуси, північ і схід додатні: 33.0 22.0; 33.0 23.0; 34.0 23.0
watch-field-state = Держава (дві літери)
watch-field-until = До (порожньо: до кінця операції)
watch-field-from = З (порожньо: зараз)
watch-field-to = До (порожньо: до кінця операції)
watch-field-closure = Назва або номер NOTAM
watch-field-wrong = Цього бракує або це не читається.
watch-choose = Виберіть
watch-source = Хто повідомив
watch-source-hint = Наприклад оперативний центр, телефоном
watch-note = Примітка

# The watch page.

watch-part = Які місії
watch-part-all = Усі
watch-part-count = { $part } ({ $count })
watch-part-under-way = Виконуються
watch-part-next = Наступні
watch-part-done = Завершені
watch-filter = Місія, літак, експлуатант або аеродром
watch-late-only = Лише із запізненням або без донесень
watch-column-mission = Місія
watch-column-state = Стан
watch-column-aircraft = Літак, експлуатант
watch-column-leg = Ділянка
watch-column-next = Далі
watch-column-report = Останнє донесення
watch-column-aboard = На борту
watch-none = Місій ще немає
watch-none-says = Місія виникає, коли затверджено план. Перед тим:
watch-none-cleared = Заявки погоджено, пацієнтів допущено до польоту, ліжка є.
watch-none-planned = Планувальник авіаперевезень складає план.
watch-none-adopted = Черговий офіцер його затверджує.
watch-none-tasked = Експлуатанти приймають місії та призначають екіпажі.
watch-none-crew = Ви бачите місії, на які вас призначив експлуатант. Таких ще немає.
watch-none-operator = Ви бачите місії своїх літаків, щойно затверджено план із ними. Таких ще немає.
watch-none-match = { $count ->
        [one] Фільтри не лишають жодної з { $count } місії.
        [few] Фільтри не лишають жодної з { $count } місій.
        [many] Фільтри не лишають жодної з { $count } місій.
       *[other] Фільтри не лишають жодної з { $count } місії.
    }
watch-due = Належить зробити мені: пацієнти в дорозі
watch-due-nothing = Зараз вам нічого робити не потрібно.
watch-due-more = { $count ->
        [one] ще { $count }
        [few] ще { $count }
        [many] ще { $count }
       *[other] ще { $count }
    }
watch-map = Де вони
watch-map-label = Карта місій
watch-map-show = Показати карту
watch-map-hide = Сховати карту
watch-map-says = У повітрі положення приблизне: за дугою великого кола й часом від повідомленого вильоту. Літаки ніхто не відстежує.
watch-map-estimate = { $mission }, { $from } – { $to }, оцінка
watch-map-stands = { $mission } на { $field }

# The outbox.

watch-outbox = Ненадіслані донесення
watch-outbox-says = Зберігаються на цьому пристрої, надсилаються один раз і по порядку.
watch-outbox-empty = Усе, про що повідомлено тут, надіслано.
watch-send-now = Надіслати зараз
watch-next-try = Наступна спроба через { $span }.
watch-next-try-soon = Наступна спроба менш ніж за хвилину.
watch-queued-next = наступне
watch-queued-waiting = чекає
watch-queued-held = чекає за відхиленим
watch-queued-refused = відхилено
watch-is-now = Тепер: { $state }
watch-refused-says = Якщо це справді сталося і про це ще треба сказати, повідомте за теперішнім станом: час збережеться. Якщо хтось уже повідомив або це помилка, відкличте.
watch-again = Повідомити за теперішнім станом
watch-take-back = Відкликати
watch-take-back-sure = Так, відкликати
watch-taken-back = Відкликано: { $what }
watch-did-task = { $mission }: прийнято
watch-did-await-clearances = { $mission }: очікує дозволів
watch-did-ready = { $mission }: готова
watch-did-assign = { $mission }: екіпажі призначено
watch-did-board = { $mission }: почалася посадка пацієнтів
watch-did-depart = { $mission }: вилетіла
watch-did-land = { $mission }: приземлилася, { $place }
watch-did-delay = { $mission }: затримується
watch-did-divert = { $mission }: направлено на інший аеродром, { $place }
watch-did-cancel = { $mission }: скасовано
watch-did-abort = { $mission }: перервано
watch-did-complete = { $mission }: завершено
watch-did-manifest = { $patient }: внесено до маніфесту
watch-did-collect = { $patient }: забрано
watch-did-stage = { $patient }: у проміжному закладі { $place }
watch-did-enplane = { $patient }: на борту { $mission }
watch-did-deplane = { $patient }: висаджено, { $place }
watch-did-deliver = { $patient }: доставлено до { $place }
watch-did-event-aircraft-out = Літак недоступний: { $thing }
watch-did-event-beds-withdrawn = Ліжка відкликано: { $thing }
watch-did-event-airfield-closed = Аеродром закрито: { $thing }
watch-did-event-crew-out = Екіпаж недоступний: { $thing }
watch-did-event-not-boarded = Не було на місці: { $thing }
watch-did-event-airspace-closed = Повітряний простір закрито: { $thing }
watch-did-event-state-closed = Держава призупинила дозволи: { $thing }
