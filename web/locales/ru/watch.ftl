# The watch: missions, reports from them, and the outbox.

watch-mission = Миссия { $mission }
watch-all = Все миссии
watch-not-sent = сообщено здесь, ещё не отправлено
watch-refused = сообщение отклонено
watch-refused-here = { $count ->
        [one] Отклонено { $count } сообщение с этого устройства.
        [few] Отклонено { $count } сообщения с этого устройства.
        [many] Отклонено { $count } сообщений с этого устройства.
       *[other] Отклонено { $count } сообщения с этого устройства.
    }
watch-look = Посмотреть отклонённое
watch-silent = нет сообщений { $span }
watch-leg-of = Участок { $leg } из { $legs }
watch-leaves = Вылет
watch-lands = Приземление
watch-expected = Ожидается теперь
watch-planned = по плану
watch-reported = сообщено
watch-on-time = вовремя
watch-early = раньше на { $span }
watch-leg-flown = выполнен
watch-leg-now = в воздухе
watch-leg-to-come = предстоит
watch-leg-not-flown = не выполнен
watch-legs = Участки
watch-crews = Экипажи
watch-flight-crew = Лётный экипаж
watch-medical-crew = Медицинская бригада
watch-accounts = Учётные записи экипажей
watch-accounts-hint = Номер учётной записи указан на личной странице её владельца. Несколько номеров разделяйте пробелами.
watch-accounts-none = Пока никто не назначен
watch-delayed-until = Задержана до
watch-diverted-to = Направлена на другой аэродром:
watch-aboard = На борту { $aboard } из { $patients } пациентов
watch-last-report = последнее сообщение
watch-kept = Сохранено на этом устройстве, прочитано
watch-kept-says = Связи нет. Можно сообщать дальше: всё сохраняется здесь и будет отправлено по порядку, когда связь восстановится.

# What can be reported.

watch-report-now = Сообщить
watch-report-it = Сообщить
watch-act-task = Принять миссию
watch-act-await-clearances = Ожидает разрешений
watch-act-ready = Готова
watch-act-assign = Назначить экипажи
watch-act-board = Посадка пациентов началась
watch-act-depart = Вылетели
watch-act-land = Приземлились
watch-act-delay = Задержка
watch-act-divert = Направить на другой аэродром
watch-act-cancel = Отменить миссию
watch-act-abort = Завершить досрочно
watch-act-complete = Миссия завершена
watch-act-manifest = Внесён в манифест
watch-act-collect = Забран
watch-act-stage = В промежуточное учреждение
watch-act-enplane = На борту
watch-act-deplane = Снят с борта
watch-act-deliver = Доставлен
watch-says-divert = Миссия летит на другой аэродром. Группу планирования извещают сразу.
watch-says-cancel = Миссия не состоится. Её пациентам нужен другой путь.
watch-says-abort = Миссия заканчивается там, где она находится. Остальное нужно планировать заново.
watch-still-aboard = { $count ->
        [one] { $count } пациент ещё значится на борту. Сообщите, где он снят с борта; тогда миссию можно завершить.
        [few] { $count } пациента ещё значатся на борту. Сообщите, где они сняты с борта; тогда миссию можно завершить.
        [many] { $count } пациентов ещё значатся на борту. Сообщите, где они сняты с борта; тогда миссию можно завершить.
       *[other] { $count } пациента ещё значатся на борту. Сообщите, где они сняты с борта; тогда миссию можно завершить.
    }
watch-when = Когда это произошло
watch-now = сейчас
watch-minutes-ago = { $minutes ->
        [one] { $minutes } минуту назад
        [few] { $minutes } минуты назад
        [many] { $minutes } минут назад
       *[other] { $minutes } минуты назад
    }
watch-minutes-later = { $minutes ->
        [one] на { $minutes } минуту позже
        [few] на { $minutes } минуты позже
        [many] на { $minutes } минут позже
       *[other] на { $minutes } минуты позже
    }
watch-at-a-time = в указанное мной время
watch-time = Время
watch-future = Это должно быть в будущем.
watch-until = На сколько
watch-airfield = Аэродром
watch-airfield-hint = Его код, например четыре буквы ИКАО
watch-reason = Почему
watch-waits-for = Чего ожидает
watch-needed = Это нужно указать.
watch-staging = Промежуточное учреждение
watch-facility = Учреждение
watch-facility-hint = Его идентификатор, как в документах перевода
watch-identifiers = Сверено с записью
watch-identifiers-hint = Два для каждого пациента, прежде чем его перемещать. Записывается только, какие именно.
watch-identifiers-two = Сверьте два и отметьте, какие.
watch-identifier-name = Имя
watch-identifier-date-of-birth = Дата рождения
watch-identifier-wristband = Номер браслета
watch-identifier-document = Документ

# The manifest.

watch-manifest = Манифест
watch-manifest-all = { $count ->
        [one] Внести в манифест { $count } пациента
        [few] Внести в манифест { $count } пациентов
        [many] Внести в манифест { $count } пациентов
       *[other] Внести в манифест { $count } пациента
    }
watch-manifest-empty = { $count ->
        [one] По плану { $count } пациент; он будет показан после составления манифеста.
        [few] По плану { $count } пациента; они будут показаны после составления манифеста.
        [many] По плану { $count } пациентов; они будут показаны после составления манифеста.
       *[other] По плану { $count } пациента; они будут показаны после составления манифеста.
    }
watch-not-manifested = ещё не в манифесте
watch-side-all = Все ({ $count })
watch-side-on = Ещё не на борту ({ $count })
watch-side-aboard = На борту ({ $count })
watch-side-off = Сняты с борта ({ $count })
watch-seek = Псевдоним
watch-told = { $what }: { $patient }
watch-who = Кто это?
watch-who-is = Кто этот пациент: { $patient }
watch-who-says = Каждый просмотр записывается. Ничего из этого не сохраняется на устройстве.
watch-nobody = О личности ничего не записано.
watch-identity-family-name = Фамилия
watch-identity-given-name = Имя
watch-identity-date-of-birth = Дата рождения
watch-identity-document = Документ
watch-identity-nationality = Гражданство
watch-identity-contact = Контакт
watch-ventilated = на ИВЛ
watch-oxygen = кислород { $litres } л/мин

# Events.

watch-event = Сообщить о событии
watch-event-of = Сообщить о событии: { $aircraft }
watch-event-kind = Что произошло
watch-event-aircraft-out = Воздушное судно выбыло
watch-event-beds-withdrawn = Койки отозваны
watch-event-airfield-closed = Аэродром закрыт
watch-event-crew-out = Экипаж выбыл
watch-event-not-boarded = Пациента не оказалось на месте
watch-event-airspace-closed = Воздушное пространство закрыто
watch-event-state-closed = Государство приостановило разрешения
watch-event-more = Подробнее: с какого времени, кто сообщил, примечание
watch-field-aircraft = Воздушное судно
watch-field-crew = Экипаж
watch-field-airfield = Аэродром
watch-field-offer = Предложение коек
watch-field-left = Осталось коек
watch-field-mission = Миссия
watch-field-patient = Пациент
watch-field-area = Углы зоны
watch-field-area-hint = Градусы, север и восток положительные: 33.0 22.0; 33.0 23.0; 34.0 23.0
watch-field-state = Государство (две буквы)
watch-field-until = До (пусто: до конца операции)
watch-field-from = С (пусто: с этого момента)
watch-field-to = По (пусто: до конца операции)
watch-field-closure = Название или номер NOTAM
watch-field-wrong = Не указано или не удаётся прочитать.
watch-choose = Выберите
watch-source = Кто сообщил
watch-source-hint = Например, оперативный центр, по телефону
watch-note = Примечание

# The watch page.

watch-part = Какие миссии
watch-part-all = Все
watch-part-count = { $part } ({ $count })
watch-part-under-way = В пути
watch-part-next = Предстоящие
watch-part-done = Завершённые
watch-filter = Миссия, воздушное судно, эксплуатант или аэродром
watch-late-only = Только опаздывающие или без вестей
watch-column-mission = Миссия
watch-column-state = Состояние
watch-column-aircraft = Воздушное судно, эксплуатант
watch-column-leg = Участок
watch-column-next = Далее
watch-column-report = Последнее сообщение
watch-column-aboard = На борту
watch-none = Миссий пока нет
watch-none-says = Миссия возникает, когда утверждён план. До этого:
watch-none-cleared = Заявки согласованы, пациенты допущены к полёту, койки есть.
watch-none-planned = Планировщик авиаперевозок заказывает план.
watch-none-adopted = Оперативный дежурный его утверждает.
watch-none-tasked = Эксплуатанты принимают миссии и назначают экипажи.
watch-none-crew = Вы видите миссии, на которые вас назначил эксплуатант. Таких пока нет.
watch-none-operator = Вы видите миссии своих воздушных судов, когда утверждён план с ними. Таких пока нет.
watch-none-match = { $count ->
        [one] Под фильтры не подходит ни одна из { $count } миссии.
        [few] Под фильтры не подходит ни одна из { $count } миссий.
        [many] Под фильтры не подходит ни одна из { $count } миссий.
       *[other] Под фильтры не подходит ни одна из { $count } миссии.
    }
watch-due = Нужно сделать мне: пациенты в пути
watch-due-nothing = Сейчас вам ничего делать не нужно.
watch-due-more = { $count ->
        [one] ещё { $count }
        [few] ещё { $count }
        [many] ещё { $count }
       *[other] ещё { $count }
    }
watch-map = Где они
watch-map-label = Карта миссий
watch-map-show = Показать карту
watch-map-hide = Скрыть карту
watch-map-says = Положение в воздухе оценочное: по ортодромии и времени от сообщённого вылета. Воздушные суда никто не отслеживает.
watch-map-estimate = { $mission }, { $from } — { $to }, оценка
watch-map-stands = { $mission } на { $field }

# The outbox.

watch-outbox = Неотправленные сообщения
watch-outbox-says = Сохраняются на этом устройстве, отправляются один раз и по порядку.
watch-outbox-empty = Всё, о чём сообщено здесь, отправлено.
watch-send-now = Отправить сейчас
watch-next-try = Следующая попытка через { $span }.
watch-next-try-soon = Следующая попытка менее чем через минуту.
watch-queued-next = следующее
watch-queued-waiting = ждёт
watch-queued-held = ждёт за отклонённым
watch-queued-refused = отклонено
watch-is-now = Теперь: { $state }
watch-refused-says = Если это действительно произошло и об этом ещё нужно сказать, сообщите снова с учётом текущего состояния: время сохранится. Если кто-то уже сообщил или это ошибка, отзовите сообщение.
watch-again = Сообщить с учётом текущего состояния
watch-take-back = Отозвать
watch-take-back-sure = Да, отозвать
watch-taken-back = Отозвано: { $what }
watch-did-task = { $mission }: принята
watch-did-await-clearances = { $mission }: ожидает разрешений
watch-did-ready = { $mission }: готова
watch-did-assign = { $mission }: экипажи назначены
watch-did-board = { $mission }: посадка пациентов началась
watch-did-depart = { $mission }: вылетела
watch-did-land = { $mission }: приземлилась на { $place }
watch-did-delay = { $mission }: задерживается
watch-did-divert = { $mission }: направлена на { $place }
watch-did-cancel = { $mission }: отменена
watch-did-abort = { $mission }: завершена досрочно
watch-did-complete = { $mission }: завершена
watch-did-manifest = { $patient }: внесён в манифест
watch-did-collect = { $patient }: забран
watch-did-stage = { $patient }: в промежуточном учреждении { $place }
watch-did-enplane = { $patient }: на борту { $mission }
watch-did-deplane = { $patient }: снят с борта на { $place }
watch-did-deliver = { $patient }: доставлен в { $place }
watch-did-event-aircraft-out = Воздушное судно выбыло: { $thing }
watch-did-event-beds-withdrawn = Койки отозваны: { $thing }
watch-did-event-airfield-closed = Аэродром закрыт: { $thing }
watch-did-event-crew-out = Экипаж выбыл: { $thing }
watch-did-event-not-boarded = Не оказалось на месте: { $thing }
watch-did-event-airspace-closed = Воздушное пространство закрыто: { $thing }
watch-did-event-state-closed = Государство приостановило разрешения: { $thing }
