# Планы: список, расчёты, которые их составляют, один план, два плана рядом.

plans-title = Планы
plans-running = Действующий план
plans-open-running = Открыть действующий план
plans-none-runs = Действующего плана пока нет.
plans-all = Все планы
plans-empty = Планов пока нет. Первый заказывает планировщик.
plans-empty-planner = Планов пока нет. Закажите первый кнопкой выше.
plans-proposed = Предложен
plans-state = Состояние
plans-moved = Перевозятся
plans-missions = Миссии
plans-mission = Миссия
plans-patients = Пациенты
plans-patient = Пациент
plans-offer = Предложение коек
plans-leg = Участок
plans-aircraft = Воздушное судно
plans-compare = Сравнить
plans-compare-this = Сравнить план { $plan }
plans-compare-two = Сравнить эти два
plans-compare-hint = Выберите два плана для сравнения.
plans-back = Все планы
plans-open = Открыть план
plans-none = Нет
plans-every = Все
plans-more = Подробнее

plans-plan = Заказать план
plans-replan = Перепланировать
plans-plan-says = Планировщик ищет лучший план для всех пациентов, допущенных к полёту. Результат — предложение: ничего не обещано, пока оперативный дежурный его не утвердит.
plans-replan-says = Планировщик исходит из действующего плана и всего произошедшего и по возможности сохраняет обещания. Результат — предложение.
plans-effort = Насколько тщательно искать?
plans-effort-quick = Быстро
    .says = Допустимый план за секунды, чтобы оценить положение
plans-effort-thorough = Тщательно
    .says = Обычно одна-две минуты; подходит для большинства решений
plans-effort-long = Долго
    .says = Много минут; для последних улучшений, пока есть время
plans-work = Единицы работы
plans-work-hint = Не более { $most }. Та же работа и то же начальное число дают тот же план.
plans-seed = Начальное число генератора
plans-seed-hint = Другое число может дать другой, не худший план.

plans-job = Расчёт
plans-jobs = Планируется сейчас
plans-jobs-ended = Остановленные и неудавшиеся
plans-job-plan = Первый план
plans-job-replan = План на замену действующему
plans-job-check = Проверка плана
plans-job-evaluate = Проверка и показатели плана
plans-job-explain = Объяснение
plans-job-what-if = Что, если
plans-job-done = План готов и прошёл проверку.
plans-job-kept = Остановлено. Лучший проверенный план сохранён как предложение.
plans-job-nothing-kept = Остановлено до того, как появился план, прошедший проверку.
plans-job-failed = Не удалось.
plans-ordered = Заказано
plans-ordered-by = Заказала учётная запись
plans-attempt = Попытка { $attempt }: вычислительный процесс потерян
plans-search = Поиск
plans-work-done = Выполнено { $share } работы ({ $now } из { $work } единиц)
plans-no-plan-yet = Идёт поиск. Проверенного плана пока нет.
plans-waits = Ждёт свободного вычислительного процесса.
plans-best = Лучший на данный момент
plans-best-found = Лучший из найденных по пути
plans-first = Первый проверенный план
plans-best-so-far = { $missions ->
        [one] { $missions } миссия, найден после { $work } единиц работы
        [few] { $missions } миссии, найден после { $work } единиц работы
        [many] { $missions } миссий, найден после { $work } единиц работы
       *[other] { $missions } миссии, найден после { $work } единиц работы
    }
plans-first-after = Первый проверенный план появился через { $seconds } с, вовремя: { $onTime }.
plans-chart-best = Вес доставленных вовремя: { $weight }
plans-chart-bound = Ни один план не даст больше { $weight }
plans-chart-work = { $now } из { $work } единиц работы
plans-stop = Остановить
plans-stop-keep = Остановить и сохранить лучший
plans-stopping = Останавливается
plans-answer = Ответ
plans-unplanned = { $count ->
        [one] { $count } запись не учтена в плане
        [few] { $count } записи не учтены в плане
        [many] { $count } записей не учтено в плане
       *[other] { $count } записи не учтено в плане
    }
plans-unplanned-says = Написанное в них не удаётся прочесть. Исправьте и спланируйте заново.

plans-tiers = Все показатели
plans-tier = Уровень
plans-tier-1 = Вовремя
plans-tier-2 = Опоздания
plans-tier-3 = Обещания
plans-tier-4 = Нагрузка на пациентов
plans-tier-5 = Полёты
plans-measure = Показатель
plans-value = Значение
plans-before = Было
plans-now = Стало
plans-difference = Разница
plans-same = так же
plans-better = лучше
plans-worse = хуже
plans-levels = Вовремя, с опозданием и не перевезены по классам
plans-class = Класс
plans-figure-on-time = Вовремя
plans-figure-on-time-weight = Вес доставленных вовремя
plans-figure-left-out = Не перевозятся
plans-figure-late = С опозданием
plans-figure-late-weight = Опоздание, взвешенные часы
plans-figure-broken = Изменённые обещания
plans-figure-transit = В пути, пациенто-часы
plans-figure-stops = Промежуточные посадки
plans-figure-nights = Ночёвки в промежуточных учреждениях
plans-figure-flying = Налёт, блок-часы
plans-figure-positioning = Из них без пациентов, часы
plans-figure-fuel = Топливо, кг
plans-figure-cost = Стоимость, в валюте операции
plans-on-time-of = Вовремя { $onTime } из { $patients ->
        [one] { $patients } пациента
       *[other] { $patients } пациентов
    }
plans-bound = Вовремя могут быть не более { $most }.
plans-bound-unknown = Сколько могли бы быть вовремя, неизвестно.
plans-gap = По весу срочности можно выиграть ещё не более { $gap }.
plans-gap-none = По весу срочности лучшего плана нет.
plans-binding = Что ограничивает:

plans-one-proposed = Предложенный план
plans-one-rejected = Отклонённый план
plans-one-superseded = Заменённый план
plans-one-adopted = Действующий план
plans-plan-word = План
plans-id = Идентификатор плана:
plans-mission-count = { $count ->
        [one] { $count } миссия
        [few] { $count } миссии
        [many] { $count } миссий
       *[other] { $count } миссии
    }
plans-moved-count = { $count ->
        [one] перевозится { $count } пациент
        [few] перевозятся { $count } пациента
        [many] перевозятся { $count } пациентов
       *[other] перевозятся { $count } пациента
    }
plans-count-patients = { $count ->
        [one] { $count } пациент
        [few] { $count } пациента
        [many] { $count } пациентов
       *[other] { $count } пациента
    }
plans-replaces = Заменяет этот план
plans-outdated = Действует уже другой план, не тот, который заменяет это предложение. Утвердить его больше нельзя. Перепланируйте.
plans-compare-parent = Сравнить с прежним планом
plans-compare-running = Сравнить с действующим планом
plans-view = Вид
plans-view-list = Список
plans-view-timeline = Временная шкала
plans-view-map = Карта
plans-view-cabin = Салон
plans-view-changes = Кого известить
plans-list-by = В списке
plans-leaves = Вылет
plans-returns = Возвращение
plans-route = Маршрут
plans-to = Куда
plans-from = Откуда
plans-arrives = Прибытие
plans-due = Срок
plans-bed = Койка
plans-in-time = вовремя
plans-late = с опозданием
plans-seek = Найти пациента, место или миссию
plans-only-chosen = Только относящиеся к выбранному
plans-moved-patients = Перевозимые пациенты
plans-no-missions = В этом плане нет миссий.
plans-nobody-moved = Этот план никого не перевозит.
plans-left-out-count = Не перевозятся: { $count }
plans-left-out-says = Выберите пациента, чтобы увидеть все причины и спросить, что потребовалось бы.
plans-nobody-left-out = Перевозятся все.
plans-why = Почему
plans-request = Открыть заявку
plans-way = Путь
plans-step-to-field = По дороге до аэродрома
plans-step-lift = По воздуху
plans-step-from-field = По дороге до больницы
plans-step-stay = В промежуточном учреждении
plans-step-admitted = Ожидает койку на месте
plans-changed-times = { $count ->
        [one] Обещанное менялось { $count } раз.
        [few] Обещанное менялось { $count } раза.
        [many] Обещанное менялось { $count } раз.
       *[other] Обещанное менялось { $count } раза.
    }
plans-configuration = Салон
plans-crews = Экипажи
plans-legs = Участки
plans-on-board = на борту { $count }
plans-distance = { $nm } мор. миль
plans-cabin-altitude = высота в кабине { $ft } футов
plans-refuels = затем заправка
plans-rests = затем отдых экипажей
plans-offer-takes = { $count ->
        [one] На эти койки направляется { $count } пациент.
        [few] На эти койки направляются { $count } пациента.
        [many] На эти койки направляются { $count } пациентов.
       *[other] На эти койки направляются { $count } пациента.
    }

plans-explain = Почему так?
plans-explain-patient = Почему этот путь и что ещё возможно?
plans-explain-mission = Зачем эта миссия и что без неё?
plans-explain-offer = Почему эти койки и что даст ещё одна?
plans-explain-says = Планировщик проверяет другие варианты. Это займёт несколько секунд.
plans-asking = Планировщик готовит ответ.
plans-question-failed = Ответа нет.
plans-question-stopped = Вопрос остановлен.
plans-against = Сопоставлено с:
plans-tables-changed = Таблицы операции изменились после составления плана.
plans-not-counted = Не учтено:
plans-goes-to = Куда направляется:
plans-held = Что мешает прибыть раньше
plans-sooner = — без этого на { $minutes } мин раньше
plans-held-together = Вместе:
plans-held-nothing = Ничего: сразу можно на { $minutes } мин раньше.
plans-held-itself = Только сам путь.
plans-other-beds = Другие возможные койки
plans-other-flights = Другие возможные рейсы
plans-other-ways = Другие возможные варианты
plans-why-not-beds = Почему не другая койка
plans-why-not-flights = Почему не другой рейс
plans-why-not = Почему нет
plans-concerns = Касается:
plans-offers = Предложения:
plans-left-out-then = Тогда не перевозятся:
plans-costs-nothing = Дополнительных затрат нет.
plans-would-take = Что потребовалось бы
plans-would-take-none = Ни одно из проверенных отдельных изменений этого не позволит.
plans-looked-at = Рассмотрено изменений: { $count }
plans-room = В плане и так есть место:
plans-then = Тогда:
plans-decision-coordination = решение координаторов
plans-decision-clinical = врачебное решение
plans-decision-patient = решение пациента
plans-under-way = Миссия уже выполняется.
plans-without-it = Без этой миссии
plans-without-it-says = Не перевозились бы: { $lost }; добирались бы иначе: { $moved }.
plans-lost-without = Не перевозились бы: { $count }
plans-moved-without = Добирались бы иначе: { $count }
plans-offer-beds = Коек: { $beds }. Занято по плану: { $placed }.
plans-beds-by-day = Занятые койки по дням
plans-day = День
plans-taken = Занято
plans-one-more = С ещё одной койкой
plans-one-more-nothing = Больше никого бы не перевезли.
plans-one-fewer = С одной койкой меньше
plans-one-fewer-nothing = Ничего бы не изменилось.
plans-one-fewer-settled = План уже не может никого переместить с этих коек.
plans-one-fewer-elsewhere = Этот пациент отправился бы в другое место:
plans-one-fewer-left-out = Этого пациента не перевезли бы:
plans-refused = Кто не может занять эти койки и почему
plans-rule = Правило { $rule }
plans-rule-1 = Путь пациента
plans-rule-2 = Места на борту
plans-rule-3 = Медицинская бригада
plans-rule-4 = Высота в кабине
plans-rule-5 = Дальность и полоса
plans-rule-6 = Аэродромы и время на земле
plans-rule-7 = Экипажи и воздушные суда
plans-rule-8 = Разрешения
plans-rule-9 = Место назначения
plans-rule-10 = Промежуточное размещение
plans-rule-11 = Уже произошедшее
plans-finding = Замечание
plans-findings-more = И ещё { $count }.
plans-remedy = Что делать:

plans-check = Проверить
plans-check-says = Проверка пересчитывает всё заново, без планировщика: соблюдает ли план все правила и чего он действительно достигает.
plans-sound = План соблюдает все правила.
plans-unsound = { $count ->
        [one] План нарушает правила в { $count } месте.
       *[other] План нарушает правила в { $count } местах.
    }
plans-before-edit = Сохранено
plans-after-edit = Измерено
plans-checker-says = Что говорит проверка
plans-undo = Отменить
plans-redo = Вернуть
plans-discard = Отбросить всё
plans-edits = Изменений вручную: { $count }
plans-edited-says = План, изменённый вручную, утвердить нельзя: утверждается только предложенное планировщиком. Здесь видно, чего стоило бы изменение. Чтобы его получить, сообщите причину (например, задержку или выбытие воздушного судна) как событие или измените заявку и перепланируйте.
plans-edited-not-yours = Ваша роль не может обращаться к проверке.

plans-what-if = Что, если
plans-what-if-says = Предположите, что что-то случится. Планировщик покажет, что изменится в действующем плане. Ничего не записывается, никого не извещают.
plans-what-if-figures = Показатели сейчас и при этом предположении
plans-as-it-runs = Сейчас
plans-then-it-would = Тогда
plans-promises-kept = Сохранено обещаний: { $kept } из { $promised } ({ $share }).
plans-event = Что случится
plans-event-aircraft-out = Воздушное судно выбыло
plans-event-beds-withdrawn = Койки отозваны
plans-event-airfield-closed = Аэродром закрыт
plans-event-patient-changed = Состояние пациента изменилось
plans-event-patient-unfit = Пациент не годен к полёту
plans-event-crew-out = Экипаж выбыл
plans-event-mission-cancelled = Миссия отменена
plans-event-delayed = Миссия задержана
plans-event-declined = Больница отказывает пациенту
plans-event-state-closed = Государство приостановило разрешения
plans-event-field-aircraft = Воздушное судно
plans-event-field-crew = Экипаж
plans-event-field-mission = Миссия
plans-event-field-airfield = Аэродром
plans-event-field-offer = Предложение коек
plans-event-field-patient = Пациент
plans-event-field-facility = Больница
plans-event-field-state = Государство
plans-event-field-left = Осталось коек
plans-event-field-until = До (UTC)
plans-event-field-from = С (UTC)
plans-event-field-to = До (UTC)
plans-event-field-critical-care = Интенсивная помощь в пути
plans-event-field-precedence = Срочность
plans-care-none = нет
plans-care-intermediate = промежуточный уровень помощи
plans-care-icu = интенсивная терапия
plans-suppose = Показать, что изменится
plans-suppose-too = Предположить и это
plans-supposed = Предполагается
plans-take-away = Убрать

plans-adopt = Утвердить
plans-adopt-says = При утверждении койки резервируются, миссии создаются, все причастные извещаются.
plans-adopt-replan-says = При утверждении заменяется действующий план: койки резервируются, миссии создаются или отменяются, все причастные извещаются.
plans-adopt-how = Какая часть
plans-adopt-whole = Целиком
plans-adopt-part = Некоторые миссии
plans-adopt-part-says = Кто не летит ни одной из этих миссий, не перевозится.
plans-adopt-part-replan-says = Всё остальное остаётся как в действующем плане. Отменяемая миссия тоже выбирается по номеру.
plans-adopt-whole-now = Утвердить целиком
plans-adopt-part-now = { $count ->
        [one] Утвердить { $count } миссию
        [few] Утвердить { $count } миссии
        [many] Утвердить { $count } миссий
       *[other] Утвердить { $count } миссии
    }
plans-together = Эти миссии связаны с другими. Их тоже нужно утвердить:
plans-take-along = { $count ->
        [one] Добавить её
        [few] Добавить эти { $count } миссии
        [many] Добавить эти { $count } миссий
       *[other] Добавить эти { $count } миссии
    }
plans-mission-new = новая
plans-mission-cancelled = не состоится
plans-mission-changed = изменена
plans-reject = Отклонить
plans-reason = Причина
plans-reason-hint = Её прочтут планировщики.

plans-who-is-told = Что меняется и кого известить
plans-changes-compared = Планы сопоставлены здесь. Что было обещано и кого нужно известить, сервер сообщает для планов, которые заменяют другой.
plans-old-and-new = Прежний и новый
plans-broken-count = { $count ->
        [0] Нарушенных обещаний нет.
        [one] Нарушено { $count } обещание.
        [few] Нарушено { $count } обещания.
        [many] Нарушено { $count } обещаний.
       *[other] Нарушено { $count } обещания.
    }
plans-changed-count = { $count ->
        [one] Что-то меняется у { $count } пациента.
       *[other] Что-то меняется у { $count } пациентов.
    }
plans-changes-by = Порядок
plans-by-promise = Сначала нарушенные обещания
plans-by-told = По адресатам
plans-nothing-changes = Ни у кого из пациентов ничего не меняется.
plans-show-more = Показать ещё ({ $count })
plans-promise-frozen = в манифесте
plans-promise-firm = твёрдо обещано
plans-promise-soft = только в плане
plans-broken-frozen = нарушает манифест
plans-broken-firm = нарушает твёрдое обещание
plans-broken-soft = меняет нетвёрдое обещание
plans-kind-left-out = больше не перевозится
plans-kind-country = другая страна
plans-kind-hospital = другая больница
plans-kind-day = другой день
plans-kind-mission = другое воздушное судно
plans-kind-legs = другие аэродромы
plans-kind-time = другой час
plans-kind-newly-moved = теперь перевозится
plans-was = Было:
plans-is-now = Стало:

plans-compare-title = Два плана рядом
plans-swap = Поменять местами
plans-first-plan = Первый план
plans-second-plan = Второй план
plans-no-difference = В обоих планах те же миссии, и все перевозятся одинаково.
plans-who-differs = Кто добирается иначе
plans-what-differs = Что отличается
plans-nobody-differs = Путь каждого пациента одинаков.
plans-not-moved = не перевозится
plans-only-first = Только в первом
plans-only-second = Только во втором
plans-otherwise = В обоих, но иначе
