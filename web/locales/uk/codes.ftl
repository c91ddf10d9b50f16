# Words for the codes of the record: roles, states, tasks, classes.

role-referring-clinician = Лікар, що направляє
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

precedence-urgent = невідкладно
precedence-priority = першочергово
precedence-routine = планово
precedence-unknown = не повідомлено

state-draft = Чернетка
state-submitted = Подано
state-returned = Повернено
state-endorsed = Погоджено
state-cleared = Допущено до польоту
state-deferred = Відкладено
state-offered = Запит на ліжко
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
task-bring-the-patient-on = Перевезти пацієнта далі
task-sign-for-the-patient = Підписати приймання пацієнта
task-confirm-that-the-patient-has-left = Підтвердити, що пацієнт вибув
task-close-it = Закрити

specialty-burns = опіки
specialty-neurosurgery = нейрохірургія
specialty-spinal = травми хребта
specialty-orthopaedics = ортопедія і травматологія
specialty-prosthetics = протезування
specialty-maxillofacial = щелепно-лицева хірургія
specialty-plastics = пластична хірургія
specialty-vascular = судинна хірургія
specialty-thoracic = торакальна хірургія
specialty-ophthalmology = офтальмологія
specialty-general-surgery = загальна хірургія
specialty-icu = інтенсивна терапія
specialty-onco-adult = онкологія дорослих
specialty-onco-paed = дитяча онкологія
specialty-haematology = гематологія
specialty-bmt = трансплантація кісткового мозку
specialty-dialysis = діаліз
specialty-transplant = трансплантація органів
specialty-cardiology = кардіологія
specialty-cardiac-surgery = кардіохірургія
specialty-paediatrics = педіатрія
specialty-neonatal-icu = інтенсивна терапія новонароджених
specialty-obstetrics = акушерство
specialty-psychiatry = психіатрія
specialty-infectious = інфекційні хвороби
specialty-rehab = реабілітація
specialty-home = додому, без ліжка

mobility-litter = лежачий, на ношах
mobility-ambulatory = ходить сам
mobility-wheelchair = у кріслі колісному
mobility-incubator = у кувезі

critical-care-none = без інтенсивної допомоги
critical-care-intermediate = проміжна допомога, пильний нагляд
critical-care-icu = інтенсивна терапія

isolation-none = без ізоляції
isolation-contact = контактна ізоляція
isolation-droplet = крапельна ізоляція
isolation-airborne = повітряна ізоляція

sex-female = жіноча стать
sex-male = чоловіча стать

offer-state-open = Відкрита
offer-state-partly-held = Частково зайнята
offer-state-held = Усі ліжка зайняті
offer-state-confirmed = Усі підтверджено
offer-state-consumed = В усіх ліжках пацієнти
offer-state-expired = Строк минув
offer-state-withdrawn = Відкликана

decline-no-bed = Немає вільного ліжка
decline-no-capability = Ми не можемо це лікувати
decline-mdr = Полірезистентні збудники
decline-cost = Вартість
decline-language = Мова
decline-companion-limit = Забагато супровідників
decline-legal = Юридичні причини
decline-other = Інша причина
