# Заявки: перелік, складання, читання і кроки.

## The list: board and table.

requests-view = Як показати
requests-board = Дошка
requests-table = Таблиця
requests-print = Друкувати
requests-new = Нова заявка
requests-loaded = Наразі прочитано: { $count }
requests-none = Немає заявок, які вам видно.
requests-none-passes = Жодна заявка не відповідає фільтру.
requests-counted = { $count ->
        [one] { $shown } заявка з { $all }
        [few] { $shown } заявки з { $all }
        [many] { $shown } заявок з { $all }
       *[other] { $shown } заявки з { $all }
    }
requests-counted-all = { $count ->
        [one] { $shown } заявка
        [few] { $shown } заявки
        [many] { $shown } заявок
       *[other] { $shown } заявки
    }
requests-filter = Фільтр
requests-filter-none = Показати всі
requests-filter-text = Текст або номер
requests-filter-state = Стан
requests-filter-all = Усі
requests-filter-stage = { $stage }: усі
requests-filter-grade = Терміновість
requests-filter-deadline = Строк
requests-deadline-step-late = Наступний крок прострочено
requests-deadline-step-day = Наступний крок протягом 24 год
requests-deadline-bed-late = Строк розміщення минув
requests-deadline-bed-day = Розмістити протягом 24 год
requests-stage-submit = До подання
requests-stage-authority = В органу-заявника
requests-stage-surgeon = В авіаційного лікаря
requests-stage-bed = Потрібне ліжко
requests-stage-asked = Запит на ліжко
requests-stage-agreed = Прийнято
requests-stage-planned = Заплановано
requests-stage-way = У дорозі
requests-stage-arrived = Прибули
requests-stage-over = Завершено
requests-stage-hidden = Стан вам не показано
requests-late = { $count ->
        [one] { $count } крок прострочено
        [few] { $count } кроки прострочено
        [many] { $count } кроків прострочено
       *[other] { $count } кроку прострочено
    }
requests-show-all = { $count ->
        [one] Показати { $shown } у таблиці
        [few] Показати всі { $shown } у таблиці
        [many] Показати всі { $shown } у таблиці
       *[other] Показати всі { $shown } у таблиці
    }
requests-bed = На ліжку:
requests-asked = { $count ->
        [one] Запит щодо { $count } пропозиції
        [few] Запит щодо { $count } пропозицій
        [many] Запит щодо { $count } пропозицій
       *[other] Запит щодо { $count } пропозиції
    }
requests-due = Наступний крок
requests-destination = Місце призначення
requests-arrival = Прибуття

## Writing a request.

requests-new-lead = Позначене * потрібне для подання. Решту можна додати згодом.
requests-made-already = Заявку вже збережено; подальше не вдалося. Повторне надсилання продовжить звідти. Її можна прочитати тут:
requests-kept = Введене раніше збереглося. Воно зберігається лише в цьому вікні.
requests-begin-anew = Почати знову
requests-new-patient = Пацієнт
requests-no-names = Без імен: для них є окрема група нижче.
requests-zone = Часовий пояс місця відправлення
requests-zone-hint = Увесь час нижче вказано за цим поясом.
requests-other-origin = Інший заклад, якого немає в переліку
requests-unplanned = Подати можна, але маршрут не спланувати, доки невідомо:
requests-save-submit = Зберегти й подати
requests-save-draft = Зберегти як чернетку
requests-fault-missing = Це потрібно вказати.
requests-fault-number = Тут потрібне число.
requests-fault-range = Від { $min } до { $max }.
requests-fault-states = Дві літери на кожну державу через пробіл, наприклад EG RU.
requests-fault-two = Треба звірити два ідентифікатори.
requests-fault-again = Це не номер заявки.
requests-choose = Виберіть
requests-yes = Так
requests-no = Ні
requests-filled = Заповнено { $count } з { $all }
requests-alike = { $count ->
        [one] Схожа { $count } відкрита заявка
        [few] Схожі { $count } відкриті заявки
        [many] Схожих відкритих заявок: { $count }
       *[other] Схожих відкритих заявок: { $count }
    }
requests-alike-says = Чи це той самий пацієнт? Перевірте, перш ніж продовжити: дві заявки на одного пацієнта займають два ліжка.
requests-years = Вік { $age }
requests-kg = { $mass } кг
requests-since = з
requests-another-patient = Перевірено: це інший пацієнт
requests-basis = На якій підставі перевозять пацієнта?
requests-basis-patient = Згода пацієнта
requests-basis-guardian = Згода опікуна або найближчих родичів
requests-basis-vital = Життєві інтереси: пацієнт не може дати згоду
requests-basis-other = Інша законна підстава
requests-basis-which = Яка підстава
requests-note = Примітка

## Who a patient is.

requests-identity = Особа пацієнта
requests-identity-sealed = Запечатано й зберігається окремо від запису: бачать лише ті, хто лікує, перевозить чи приймає пацієнта, і кожен перегляд фіксується.
requests-identity-audited = Кожен перегляд фіксується з вашим ім’ям і метою.
requests-identity-show = Показати особу
requests-identity-hide = Сховати
requests-identity-correct = Виправити дані особи
requests-identity-none = Особу пацієнта не записано.
requests-identity-family-name = Прізвище
requests-identity-given-name = Ім’я
requests-identity-date-of-birth = Дата народження
requests-identity-nationality = Громадянство
requests-identity-document = Документ і його номер
requests-identity-contact = Контакт найближчих родичів
requests-purpose = Мета
requests-purpose-none = Не вказано
requests-purpose-treatment = Лікування
requests-purpose-check = Звірка особи перед кроком
requests-purpose-papers = Документи на виїзд чи в’їзд
requests-purpose-family = Запит родини
requests-purpose-duplicate = Можливий дублікат
requests-purpose-correction = Виправлення
requests-erase = Стерти дані особи
requests-erase-says = Ключ знищується: ніхто вже не прочитає, ким був пацієнт. Заявка лишається під псевдонімом.
requests-erased = Дані особи стерто.
requests-type-again = Для підтвердження введіть { $id }

## One request.

requests-one = Заявка { $id }
requests-all = Усі заявки
requests-report-waits = Ще не надіслано: { $step }
requests-report-refused = Сервер відхилив: { $step }
requests-report-collect = { $id } забрано з відділення
requests-report-enplane = { $id } на борту
requests-report-deplane = { $id } висаджено
requests-report-stage = { $id } у проміжному закладі
requests-report-deliver = { $id } доставлено до закладу
requests-outbox = Переглянути ненадіслане
requests-patient = Пацієнт
requests-nothing-seen = Ваша роль тут не бачить даних пацієнта.
requests-standing = На якому етапі
requests-way = Шлях заявки
requests-state = Стан
requests-why = Чому
requests-seen-again = Повторний огляд до
requests-answer-by = Відповідь лікарні до
requests-fit = Придатність до польоту
requests-fit-over = Строк минув.
requests-until = до
requests-conditions = Умови в польоті
requests-queued = У черзі з
requests-departure = Відбуття
requests-departure-confirmed = Заклад відправлення підтвердив відбуття пацієнта.
requests-departure-open = Заклад відправлення ще не підтвердив відбуття пацієнта.
requests-return-of = Повернення за заявкою
requests-returned-by = Заявка на повернення
requests-group-patient = Пацієнт і потреба
requests-group-care = Догляд у дорозі
requests-group-clinical = Клінічні дані
requests-group-flight = Політ
requests-group-destination = Місце призначення і згода
requests-group-companions = Супровід
requests-group-dates = Дати
requests-in-years = { $value } р.
requests-in-kg = { $value } кг
requests-in-litres = { $value } л/хв
requests-in-feet = { $value } фт
requests-in-minutes = { $value } хв
requests-in-days = { $value } дн.
requests-hours = { $hours } год
requests-going = Місце призначення і шлях
requests-nowhere = Ще невідоме
requests-offer = Ліжко з пропозиції
requests-outside = поза мережею
requests-delivered-to = Доставлено до
requests-missions = Місії
requests-unplanned-yet = Ще не заплановано
requests-aboard = на борту
requests-waits-at = Очікує в
requests-plan = План

## History.

requests-history = Історія
requests-history-all = Показати всі ({ $count })
requests-account = обліковий запис
requests-me = я
requests-recorded = Записано на { $span } пізніше:
requests-superseded-by = замінено фактом { $fact }
requests-supersedes = замінює { $fact }
requests-confirms = підтверджує { $fact }
requests-confirmed-by = підтверджено фактом { $fact }
requests-replace = Замінити
requests-confirm = Підтвердити
requests-replace-fact = Замінити { $fact }: { $kind }
requests-confirm-fact = Підтвердити { $fact }: { $kind }
requests-fact-created = Створено
requests-fact-amended = Змінено
requests-fact-submitted = Подано
requests-fact-returned = Повернено
requests-fact-endorsed = Погоджено
requests-fact-cleared = Допущено до польоту
requests-fact-deferred = Відкладено
requests-fact-offered = Надіслано запит на ліжко
requests-fact-broadcast = Запит кільком лікарням
requests-fact-accepted = Прийнято лікарнею
requests-fact-declined = Відмовлено
requests-fact-unplaced = Запит або ліжко відкликано
requests-fact-assessed = Стан оцінено
requests-fact-planned = Заплановано
requests-fact-unplanned = Вилучено з плану
requests-fact-manifested = Внесено до маніфесту
requests-fact-collected = Забрано
requests-fact-staged = У проміжному закладі
requests-fact-enplaned = Прийнято на борт
requests-fact-deplaned = Висаджено
requests-fact-departure-confirmed = Відбуття підтверджено
requests-fact-delivered = Доставлено
requests-fact-handed-over = Передано лікарні
requests-fact-closed = Закрито
requests-fact-withdrawn = Відкликано
requests-fact-died = Пацієнт помер
requests-fact-return-requested = Створено заявку на повернення

## Emergency access.

requests-emergency = В екстреному випадку
requests-emergency-warning = Кожен екстрений доступ згодом розглядає аудитор.
requests-emergency-says = Відкривайте лише тоді, коли інакше пацієнтові загрожує шкода. Ваше ім’я, причина й усе переглянуте записуються. Доступ завершується сам.
requests-emergency-reason = Чому це потрібно
requests-emergency-hours = На який час
requests-emergency-sure = Мені відомо, що цей доступ розглянуть
requests-emergency-open = Відкрити запис

## Steps.

requests-steps = Що можна зробити зараз
requests-done = Виконано: { $step }
requests-step-submit = Подати
requests-step-endorse = Погодити
requests-step-return = Повернути лікареві
requests-step-clear = Допустити до польоту
requests-step-defer = Відкласти
requests-step-unfit = Повідомити про непридатність
requests-step-offer = Подати запит на ліжко
requests-step-broadcast = Запит кільком лікарням
requests-step-accept-outside = Записати місце поза мережею
requests-step-unplace = Відкликати запит або ліжко
requests-step-accept = Прийняти пацієнта
requests-step-decline = Відмовити
requests-step-manifest = Внести до маніфесту
requests-step-collect = Забрати з відділення
requests-step-enplane = Прийняти на борт
requests-step-deplane = Висадити з літака
requests-step-stage = До проміжного закладу
requests-step-deliver = Доставити
requests-step-confirm-departure = Підтвердити відбуття
requests-step-hand-over = Підписати приймання
requests-step-close = Закрити заявку
requests-step-withdraw = Відкликати заявку
requests-step-report-death = Повідомити про смерть
requests-step-amend = Редагувати
requests-step-assess = Оцінити стан
requests-step-return-home = Заявка на повернення
requests-says-endorse = Ніхто не погоджує власну заявку. Звідси починається місце в черзі.
requests-says-defer = Зарезервоване ліжко звільниться.
requests-says-unfit = Перевезення зупиняється, зарезервоване ліжко звільняється. Відновити може лише авіаційний лікар.
requests-says-offer = Ліжко резервується до строку відповіді.
requests-says-broadcast = Ліжко не резервується: пацієнта бере перша лікарня, яка погодиться.
requests-says-decline = Пацієнт зберігає місце в черзі.
requests-says-manifest = Маніфест для цього пацієнта фіксується.
requests-says-confirm-departure = Ви підтверджуєте, що пацієнт залишив заклад.
requests-says-hand-over = Після цього відповідальність переходить до лікарні.
requests-says-close = Робити більше нічого. Закриття нічого не вирішує.
requests-says-withdraw = Заявка завершується, зарезервоване ліжко звільняється. Це незворотно.
requests-says-amend = Змініть дані про пацієнта. Надсилається лише змінене.
requests-says-assess = Вкажіть, чи стан пацієнта погіршився, чи поліпшився. Терміновість змінюють лише з медичних причин.
requests-says-return-home = Інша заявка, пов’язана з цією; починається з лікарні, де перебуває пацієнт.
requests-send-amend = Зберегти зміни
requests-send-assess = Записати оцінку стану
requests-send-return-home = Створити заявку на повернення
requests-ask-reason = Причина
requests-ask-criteria = Виконані критерії
requests-ask-conditions = Умови в польоті
requests-ask-valid-until = Чинно до
requests-ask-until = До
requests-ask-offer = Яке ліжко
requests-ask-offers = Щодо яких ліжок запит
requests-ask-place = Де і хто погодився
requests-ask-own-offer = Ліжко якої пропозиції
requests-ask-own-offer-hint = Лише якщо запит стосується кількох ваших пропозицій.
requests-ask-decline-reason = Чому
requests-ask-note = Примітка
requests-ask-identifiers = Два ідентифікатори, звірені із записом
requests-ask-facility = Заклад
requests-ask-facility-hint = За скороченою назвою, як у плані.
requests-ask-mission = Місія
requests-ask-airfield = Аеродром
requests-ask-signatory = Хто підписує
requests-ask-condition = Стан пацієнта
requests-ask-documents = Передані документи
requests-own-offer-asked = Пропозиція із запиту
requests-identifier-pseudonym = Псевдонім
requests-identifier-name = Ім’я
requests-identifier-date-of-birth = Дата народження
requests-identifier-document-number = Номер документа
requests-identifier-wristband = Браслет
requests-decline-no-bed = Немає ліжка
requests-decline-no-capability = Немає можливостей
requests-decline-mdr = Полірезистентні збудники
requests-decline-cost = Вартість
requests-decline-language = Мова
requests-decline-companion-limit = Забагато супровідників
requests-decline-legal = Юридичні причини
requests-decline-other = Інша причина
requests-no-offer-fits = Жодна відкрита пропозиція не підходить за профілем, віком, статтю, ізоляцією та супроводом.
requests-no-offer = У жодній пропозиції операції немає вільного ліжка. Можна записати місце поза мережею.
requests-all-offers = { $count ->
        [one] Показати { $count } з вільними ліжками
        [few] Показати всі { $count } з вільними ліжками
        [many] Показати всі { $count } з вільними ліжками
       *[other] Показати всі { $count } з вільними ліжками
    }
requests-free = вільних ліжок: { $free } з { $beds }
requests-fit-acceptable = теж підходить
requests-against-specialty = інший профіль
requests-against-age = вік не підходить
requests-against-sex = стать не підходить
requests-against-isolation = не приймає з ізоляцією
requests-against-companions = забагато супровідників
requests-stale-state = Тепер: { $state }
requests-stale-columns = Змінив хтось інший:
requests-stale-again = Введене збережено. Перевірте, чи воно ще чинне, і надішліть знову.
requests-stale-not = Цей крок уже неможливий.
requests-stale-send = { $step } — у теперішньому стані
requests-replacing = Це замінює факт { $fact }. Обидва лишаються видимими.
requests-confirming = Це підтверджує факт { $fact }.
requests-death-says = Перевезення завершується. Ліжко й місце звільняються. Нічого не видаляється, і це незворотно.
requests-happened = Коли це сталося
requests-happened-hint = Порожньо: зараз.
requests-changed-meanwhile = Відколи ви почали, заявку хтось змінив. Під час надсилання зміни зведуть разом.
requests-unchanged = Нічого не змінено.
requests-empty = порожньо
requests-merge-says = Ще нічого не надіслано. Перегляньте чужі зміни й виберіть там, де ви обоє змінили те саме. Тепер: { $state }
requests-merge-was = Було:
requests-merge-mine = Моя версія:
requests-merge-theirs = Чужа версія:
requests-merge-only-theirs = Змінено не вами, лишається
requests-merge-only-mine = Змінено вами, надсилається
requests-merge-send = Надіслати результат

## Columns of table patients.

requests-field-origin = Заклад відправлення
requests-field-ready-at = Готовність з
requests-field-collect-by = Забрати до
requests-field-precedence-code = Терміновість
requests-field-precedence-scheme = Шкала терміновості
requests-field-clock-start-at = Початок відліку
requests-field-due-at = На відповідному ліжку до
requests-field-latest-useful-at = Не має сенсу після
requests-field-classification = Класифікація
requests-field-mobility = Мобільність
requests-field-critical-care = Інтенсивна допомога
requests-field-dependency = Залежність від догляду
requests-field-ventilated = На апараті ШВЛ
requests-field-oxygen-l-per-min = Кисень
requests-field-isolation = Ізоляція
requests-field-cabin-limit-ft = Гранична висота в кабіні
requests-field-max-stops = Найбільше зупинок
requests-field-max-flight-minutes = Найдовший час у польоті
requests-field-max-transit-minutes = Найдовший час у дорозі
requests-field-overnight = Дозволено ночівлю в дорозі
requests-field-medical-attendants = Медичний супровід
requests-field-other-attendants = Інші супровідники
requests-field-group = Група
requests-field-specialty = Профіль
requests-field-acceptable-specialties = Профілі, що теж підходять
requests-field-diagnosis = Діагноз коротко
requests-field-clinical-notes = Клінічні нотатки
requests-field-age-years = Вік
requests-field-sex = Стать
requests-field-weight-kg = Маса тіла
requests-field-bariatric = Баріатричний
requests-field-consent-states = Згода їхати лише до
requests-field-refused-states = Не везти до
requests-field-destination = Лише до цього закладу
requests-field-expected-stay-days = Очікуване перебування
requests-field-languages = Мови
requests-hint-origin = Заклад, де перебуває пацієнт, за скороченою назвою.
requests-hint-ready-at = Раніше не забирають.
requests-hint-diagnosis = Без імен і назв місць.
requests-hint-clinical-notes = Читають лише ті, хто лікує пацієнта.
requests-hint-age-years = У повних роках.
requests-hint-weight-kg = У кілограмах.
requests-hint-oxygen-l-per-min = У літрах на хвилину. Порожньо: немає.
requests-hint-cabin-limit-ft = У футах. Порожньо: без обмежень.
requests-hint-max-stops = Посадки між першим зльотом і останньою посадкою. Порожньо: без обмежень.
requests-hint-max-flight-minutes = У хвилинах, усі польоти разом. Порожньо: без обмежень.
requests-hint-max-transit-minutes = У хвилинах, від відбуття з відділення до прибуття. Порожньо: без обмежень.
requests-hint-overnight = У проміжному закладі.
requests-hint-medical-attendants = Кожен займає місце.
requests-hint-other-attendants = Родина, опікуни, охорона; кожен займає місце.
requests-hint-group = Назва групи, що їде разом.
requests-hint-consent-states = Дві літери на державу, наприклад EG RU. Порожньо: будь-які.
requests-hint-refused-states = Дві літери на державу. Порожньо: жодних.
requests-hint-destination = Дім для тих, хто повертається, або лікарня, що поіменно прийняла пацієнта. Порожньо: будь-який.
requests-hint-expected-stay-days = У днях, на ліжку в лікарні, що приймає.
requests-hint-languages = Коди через пробіл, наприклад uk ar.
requests-hint-bariatric = Потрібне подвійне місце для нош.
requests-hint-due-at = Порожньо: за строком терміновості.
requests-hint-clock-start-at = Коли почався строк терміновості.

## Codes.

requests-specialty-burns = Опіки
requests-specialty-neurosurgery = Нейрохірургія
requests-specialty-spinal = Травми хребта
requests-specialty-orthopaedics = Ортопедія і травматологія
requests-specialty-prosthetics = Протезування
requests-specialty-maxillofacial = Щелепно-лицева хірургія
requests-specialty-plastics = Пластична хірургія
requests-specialty-vascular = Судинна хірургія
requests-specialty-thoracic = Торакальна хірургія
requests-specialty-ophthalmology = Офтальмологія
requests-specialty-general-surgery = Загальна хірургія
requests-specialty-icu = Інтенсивна терапія
requests-specialty-onco-adult = Онкологія дорослих
requests-specialty-onco-paed = Дитяча онкологія
requests-specialty-haematology = Гематологія
requests-specialty-bmt = Трансплантація кісткового мозку
requests-specialty-dialysis = Діаліз
requests-specialty-transplant = Трансплантація органів
requests-specialty-cardiology = Кардіологія
requests-specialty-cardiac-surgery = Кардіохірургія
requests-specialty-paediatrics = Педіатрія
requests-specialty-neonatal-icu = Інтенсивна терапія новонароджених
requests-specialty-obstetrics = Акушерство
requests-specialty-psychiatry = Психіатрія
requests-specialty-infectious = Інфекційні хвороби
requests-specialty-rehab = Реабілітація
requests-specialty-home = Додому
requests-sex-female = Жіноча
requests-sex-male = Чоловіча
requests-mobility-litter = На ношах
requests-mobility-ambulatory = Ходить
requests-mobility-wheelchair = Крісло колісне
requests-mobility-incubator = Кувез
requests-critical-care-none = Не потрібна
requests-critical-care-intermediate = Проміжна: пильний нагляд
requests-critical-care-icu = Інтенсивна терапія
requests-dependency-1 = ШВЛ, інвазивний чи кардіомоніторинг, дренаж грудної клітки
requests-dependency-2 = часте спостереження, кисень, кілька інфузій
requests-dependency-3 = простий догляд, проста киснева підтримка, одна інфузія
requests-dependency-4 = лише допомога з пересуванням, харчуванням, фізіологічними потребами
requests-classification-1a = тяжкий психіатричний: лежить, із супроводом
requests-classification-1b = психіатричний середньої тяжкості
requests-classification-1c = легкий психіатричний, сидить
requests-classification-2a = лежить, не може допомогти собі в аварійній ситуації
requests-classification-2b = лежить, рухомий
requests-classification-3 = сидить, під наглядом
requests-classification-4 = сидить, без супроводу
requests-classification-4a = немовля або до трьох років
requests-classification-5 = амбулаторний, сидить
requests-classification-6 = супровідник
requests-isolation-none = Не потрібна
requests-isolation-contact = Контактна
requests-isolation-droplet = Крапельна
requests-isolation-airborne = Повітряна
requests-scheme-uk-stanag3204 = NATO STANAG 3204
requests-scheme-us-transcom = US TRANSCOM
requests-scheme-us-army-medevac = US Army MEDEVAC
requests-scheme-waitlist = Список очікування
