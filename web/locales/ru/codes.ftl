# Words for the codes of the record: roles, states, tasks, classes.

role-referring-clinician = Направляющий врач
role-requesting-authority = Орган-заявитель
role-regulating-officer = Координатор медицинской эвакуации
role-flight-surgeon = Авиационный врач
role-airlift-planner = Планировщик авиаперевозок
role-duty-officer = Оперативный дежурный
role-crew = Экипаж
role-operator = Авиационный эксплуатант
role-receiving-hospital = Принимающая больница
role-information-officer = Ответственный за информирование
role-auditor = Аудитор
role-administrator = Администратор

precedence-urgent = экстренно
precedence-priority = срочно
precedence-routine = планово
precedence-unknown = не сообщено

state-draft = Черновик
state-submitted = Подано
state-returned = Возвращено
state-endorsed = Согласовано
state-cleared = Допущен к полёту
state-deferred = Отложено
state-offered = Запрошена койка
state-accepted = Принят больницей
state-planned = Запланировано
state-manifested = В манифесте
state-collected = Забран
state-staged = В промежуточном учреждении
state-enplaned = На борту
state-in-transit = В пути
state-delivered = Доставлен
state-diverted = Доставлен в другое место
state-handed-over = Передан больнице
state-closed = Закрыто
state-withdrawn = Отозвано
state-died = Пациент умер

mission-approved = Одобрена
mission-tasked = Принята эксплуатантом
mission-clearances-pending = Ожидает разрешений
mission-ready = Готова
mission-boarding = Посадка пациентов
mission-airborne = В воздухе
mission-landed = Приземлилась
mission-complete = Завершена
mission-cancelled = Отменена
mission-aborted = Прервана

plan-state-proposed = Предложен
plan-state-adopted = Утверждён
plan-state-rejected = Отклонён
plan-state-superseded = Заменён

job-state-queued = В очереди
job-state-running = Выполняется
job-state-done = Выполнено
job-state-failed = Не удалось
job-state-cancelled = Остановлено

task-finish-and-submit-it = Завершить и подать
task-answer-the-requesting-authority = Ответить органу-заявителю
task-endorse-or-return-it = Согласовать или вернуть
task-clear-or-defer-the-patient = Допустить пациента к полёту или отложить
task-see-the-patient-again = Осмотреть пациента ещё раз
task-find-a-bed = Найти койку
task-accept-or-decline = Принять или отказать
task-plan-the-way = Спланировать маршрут
task-renew-the-clearance-before-the-flight = Продлить допуск к полёту перед рейсом
task-collect-the-patient = Забрать пациента
task-bring-the-patient-on = Везти пациента дальше
task-sign-for-the-patient = Подписать приём пациента
task-confirm-that-the-patient-has-left = Подтвердить, что пациент выбыл
task-close-it = Закрыть

specialty-burns = ожоги
specialty-neurosurgery = нейрохирургия
specialty-spinal = травмы позвоночника
specialty-orthopaedics = ортопедия и травматология
specialty-prosthetics = протезирование
specialty-maxillofacial = челюстно-лицевая хирургия
specialty-plastics = пластическая хирургия
specialty-vascular = сосудистая хирургия
specialty-thoracic = торакальная хирургия
specialty-ophthalmology = офтальмология
specialty-general-surgery = общая хирургия
specialty-icu = интенсивная терапия
specialty-onco-adult = онкология, взрослые
specialty-onco-paed = онкология, дети
specialty-haematology = гематология
specialty-bmt = трансплантация костного мозга
specialty-dialysis = диализ
specialty-transplant = трансплантация органов
specialty-cardiology = кардиология
specialty-cardiac-surgery = кардиохирургия
specialty-paediatrics = педиатрия
specialty-neonatal-icu = интенсивная терапия новорождённых
specialty-obstetrics = акушерство
specialty-psychiatry = психиатрия
specialty-infectious = инфекционные болезни
specialty-rehab = реабилитация
specialty-home = домой, без койки

mobility-litter = лежачий, на носилках
mobility-ambulatory = ходит самостоятельно
mobility-wheelchair = в кресле-коляске
mobility-incubator = в кувезе

critical-care-none = без интенсивной помощи
critical-care-intermediate = промежуточный уровень помощи, тщательное наблюдение
critical-care-icu = интенсивная терапия

isolation-none = без изоляции
isolation-contact = контактная изоляция
isolation-droplet = капельная изоляция
isolation-airborne = аэрозольная изоляция

sex-female = женский пол
sex-male = мужской пол

offer-state-open = Открыто
offer-state-partly-held = Частично занято
offer-state-held = Все койки заняты
offer-state-confirmed = Все подтверждены
offer-state-consumed = На всех койках пациенты
offer-state-expired = Срок истёк
offer-state-withdrawn = Отозвано

decline-no-bed = Нет свободной койки
decline-no-capability = Мы не можем это лечить
decline-mdr = Полирезистентные микроорганизмы
decline-cost = Стоимость
decline-language = Язык
decline-companion-limit = Слишком много сопровождающих
decline-legal = Правовые причины
decline-other = Другая причина
