# Words for the codes of the record: roles, states, tasks, classes.

role-referring-clinician = Лікар, який направляє
role-requesting-authority = Орган-заявник
role-regulating-officer = Координатор медичної евакуації
role-flight-surgeon = Авіаційний лікар
role-airlift-planner = Планувальник авіаперевезень
role-duty-officer = Черговий офіцер
role-crew = Екіпаж
role-operator = Авіаційний експлуатант
role-receiving-hospital = Лікарня, що приймає
role-information-officer = Відповідальний за інформування
role-auditor = Аудитор
role-administrator = Адміністратор

precedence-urgent = негайно
precedence-priority = першочергово
precedence-routine = планово
precedence-unknown = не повідомлено

state-draft = Чернетка
state-submitted = Подано
state-returned = Повернено
state-endorsed = Погоджено
state-cleared = Придатний до польоту
state-deferred = Відкладено
state-offered = Запитано ліжко
state-accepted = Прийнято лікарнею
state-planned = Заплановано
state-manifested = У маніфесті
state-collected = Забрано
state-staged = У проміжному закладі
state-enplaned = На борту
state-in-transit = У дорозі
state-delivered = Доставлено
state-diverted = Доставлено в інше місце
state-handed-over = Передано лікарні
state-closed = Закрито
state-withdrawn = Відкликано
state-died = Пацієнт помер

mission-approved = Схвалено
mission-tasked = Прийнято експлуатантом
mission-clearances-pending = Очікує дозволів
mission-ready = Готова
mission-boarding = Посадка пацієнтів
mission-airborne = У повітрі
mission-landed = Приземлилася
mission-complete = Завершено
mission-cancelled = Скасовано
mission-aborted = Перервано

plan-state-proposed = Запропоновано
plan-state-adopted = Затверджено
plan-state-rejected = Відхилено
plan-state-superseded = Замінено

job-state-queued = У черзі
job-state-running = Виконується
job-state-done = Виконано
job-state-failed = Не вдалося
job-state-cancelled = Зупинено

task-finish-and-submit-it = Завершити й подати
task-answer-the-requesting-authority = Відповісти органу-заявнику
task-endorse-or-return-it = Погодити або повернути
task-clear-or-defer-the-patient = Допустити пацієнта до польоту або відкласти
task-see-the-patient-again = Оглянути пацієнта ще раз
task-find-a-bed = Знайти ліжко
task-accept-or-decline = Прийняти або відмовити
task-plan-the-way = Спланувати маршрут
task-renew-the-clearance-before-the-flight = Поновити допуск до польоту перед рейсом
task-collect-the-patient = Забрати пацієнта
task-bring-the-patient-on = Везти пацієнта далі
task-sign-for-the-patient = Підписати приймання пацієнта
task-confirm-that-the-patient-has-left = Підтвердити, що пацієнт вибув
task-close-it = Закрити
task-review-an-emergency-access = Перевірити екстрений доступ
