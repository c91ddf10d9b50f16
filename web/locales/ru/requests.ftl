# Заявки: список, составление, чтение и шаги.

## The list: board and table.

requests-view = Как показать
requests-board = Доска
requests-table = Таблица
requests-print = Печать
requests-new = Новая заявка
requests-loaded = Пока прочитано: { $count }
requests-none = Нет заявок, доступных вам.
requests-none-passes = Ни одна заявка не подходит под фильтр.
requests-counted = { $count ->
        [one] { $shown } заявка из { $all }
        [few] { $shown } заявки из { $all }
        [many] { $shown } заявок из { $all }
       *[other] { $shown } заявки из { $all }
    }
requests-counted-all = { $count ->
        [one] { $shown } заявка
        [few] { $shown } заявки
        [many] { $shown } заявок
       *[other] { $shown } заявки
    }
requests-filter = Фильтр
requests-filter-none = Показать все
requests-filter-text = Текст или номер
requests-filter-state = Состояние
requests-filter-all = Все
requests-filter-stage = { $stage }: все
requests-filter-grade = Срочность
requests-filter-deadline = Срок
requests-deadline-step-late = Следующий шаг просрочен
requests-deadline-step-day = Следующий шаг в течение 24 ч
requests-deadline-bed-late = Просрочено размещение на койке
requests-deadline-bed-day = Размещение на койке в течение 24 ч
requests-stage-submit = К подаче
requests-stage-authority = У органа-заявителя
requests-stage-surgeon = У авиационного врача
requests-stage-bed = Нужна койка
requests-stage-asked = Койка запрошена
requests-stage-agreed = Принято
requests-stage-planned = Запланировано
requests-stage-way = В пути
requests-stage-arrived = Прибыли
requests-stage-over = Завершено
requests-stage-hidden = Состояние вам не показано
requests-late = { $count ->
        [one] { $count } шаг просрочен
        [few] { $count } шага просрочено
        [many] { $count } шагов просрочено
       *[other] { $count } шага просрочено
    }
requests-show-all = { $count ->
        [one] Показать { $shown } в таблице
        [few] Показать все { $shown } в таблице
        [many] Показать все { $shown } в таблице
       *[other] Показать все { $shown } в таблице
    }
requests-bed = На койке:
requests-asked = { $count ->
        [one] Запрошено { $count } предложение
        [few] Запрошено { $count } предложения
        [many] Запрошено { $count } предложений
       *[other] Запрошено { $count } предложения
    }
requests-due = Следующий шаг
requests-destination = Место назначения
requests-arrival = Прибытие

## Writing a request.

requests-new-lead = Отмеченное * нужно для подачи. Остальное можно добавить позже.
requests-made-already = Заявка уже сохранена; дальнейшее не удалось. Повторная отправка продолжит с этого места. Её можно прочитать здесь:
requests-kept = Введённое ранее всё ещё здесь. Оно хранится только в этом окне.
requests-begin-anew = Начать заново
requests-new-patient = Пациент
requests-no-names = Без имён: для них есть отдельная группа ниже.
requests-zone = Часовой пояс места отправления
requests-zone-hint = Всё время ниже указано в этом поясе.
requests-other-origin = Другое учреждение, не из списка
requests-unplanned = Можно подать, но путь не спланируют, пока неизвестно:
requests-save-submit = Сохранить и подать
requests-save-draft = Сохранить как черновик
requests-fault-missing = Это нужно указать.
requests-fault-number = Здесь нужно число.
requests-fault-range = От { $min } до { $max }.
requests-fault-states = Две буквы на каждое государство через пробел, например EG RU.
requests-fault-two = Нужно сверить два идентификатора.
requests-fault-again = Это не номер заявки.
requests-choose = Выберите
requests-yes = Да
requests-no = Нет
requests-filled = Заполнено { $count } из { $all }
requests-alike = { $count ->
        [one] Похожа { $count } открытая заявка
        [few] Похожи { $count } открытые заявки
        [many] Похожих открытых заявок: { $count }
       *[other] Похожих открытых заявок: { $count }
    }
requests-alike-says = Это тот же пациент? Проверьте, прежде чем продолжить: две заявки на одного пациента занимают две койки.
requests-years = Возраст { $age }
requests-kg = { $mass } кг
requests-since = с
requests-another-patient = Проверено: это другой пациент
requests-basis = На каком основании перемещают пациента?
requests-basis-patient = Согласие пациента
requests-basis-guardian = Согласие опекуна или ближайших родственников
requests-basis-vital = Жизненные интересы: пациент не может дать согласие
requests-basis-other = Другое законное основание
requests-basis-which = Какое основание
requests-note = Примечание

## Who a patient is.

requests-identity = Личность пациента
requests-identity-sealed = Запечатано и хранится отдельно от записи: видят только те, кто лечит, перевозит или принимает пациента, и каждый просмотр фиксируется.
requests-identity-audited = Каждый просмотр фиксируется с вашим именем и целью.
requests-identity-show = Показать личность
requests-identity-hide = Скрыть
requests-identity-correct = Исправить данные личности
requests-identity-none = Личность пациента не записана.
requests-identity-family-name = Фамилия
requests-identity-given-name = Имя
requests-identity-date-of-birth = Дата рождения
requests-identity-nationality = Гражданство
requests-identity-document = Документ и его номер
requests-identity-contact = Контакт ближайших родственников
requests-purpose = Цель
requests-purpose-none = Не указано
requests-purpose-treatment = Лечение
requests-purpose-check = Сверка личности перед шагом
requests-purpose-papers = Документы на выезд или въезд
requests-purpose-family = Запрос семьи
requests-purpose-duplicate = Возможный дубликат
requests-purpose-correction = Исправление
requests-erase = Стереть данные личности
requests-erase-says = Ключ уничтожается: никто больше не прочтёт, кем был пациент. Заявка остаётся под псевдонимом.
requests-erased = Данные личности стёрты.
requests-type-again = Для подтверждения введите { $id }

## One request.

requests-one = Заявка { $id }
requests-all = Все заявки
requests-report-waits = Ещё не отправлено: { $step }
requests-report-refused = Сервер отклонил: { $step }
requests-report-collect = { $id } забран из отделения
requests-report-enplane = { $id } на борту
requests-report-deplane = { $id } снят с борта
requests-report-stage = { $id } в промежуточном учреждении
requests-report-deliver = { $id } доставлен в учреждение
requests-outbox = Посмотреть неотправленное
requests-patient = Пациент
requests-nothing-seen = Ваша роль здесь не видит данных пациента.
requests-standing = На каком этапе
requests-way = Путь заявки
requests-state = Состояние
requests-why = Почему
requests-seen-again = Повторный осмотр до
requests-answer-by = Ответ больницы до
requests-fit = Допуск к полёту
requests-fit-over = Срок истёк.
requests-until = до
requests-conditions = Условия в полёте
requests-queued = В очереди с
requests-departure = Убытие
requests-departure-confirmed = Учреждение отправления подтвердило убытие пациента.
requests-departure-open = Учреждение отправления ещё не подтвердило убытие пациента.
requests-return-of = Возвращение по заявке
requests-returned-by = Заявка на возвращение
requests-group-patient = Пациент и потребность
requests-group-care = Уход в пути
requests-group-clinical = Клинические данные
requests-group-flight = Полёт
requests-group-destination = Место назначения и согласие
requests-group-companions = Сопровождающие
requests-group-dates = Даты
requests-in-years = Возраст { $value }
requests-in-kg = { $value } кг
requests-in-litres = { $value } л/мин
requests-in-feet = { $value } футов
requests-in-minutes = { $value } мин
requests-in-days = { $value } дн.
requests-hours = { $hours } ч
requests-going = Место назначения и путь
requests-nowhere = Ещё неизвестно
requests-offer = Койка по предложению
requests-outside = вне сети
requests-delivered-to = Доставлен в
requests-missions = Миссии
requests-unplanned-yet = Ещё не запланировано
requests-aboard = на борту
requests-waits-at = Ожидает в
requests-plan = План

## History.

requests-history = История
requests-history-all = Показать все ({ $count })
requests-account = учётная запись
requests-me = я
requests-recorded = Записано на { $span } позже:
requests-superseded-by = заменено на { $fact }
requests-supersedes = заменяет { $fact }
requests-confirms = подтверждает { $fact }
requests-confirmed-by = подтверждено { $fact }
requests-replace = Заменить
requests-confirm = Подтвердить
requests-replace-fact = Заменить { $fact }: { $kind }
requests-confirm-fact = Подтвердить { $fact }: { $kind }
requests-fact-created = Создано
requests-fact-amended = Изменено
requests-fact-submitted = Подано
requests-fact-returned = Возвращено
requests-fact-endorsed = Согласовано
requests-fact-cleared = Допущен к полёту
requests-fact-deferred = Отложено
requests-fact-offered = Запрошена койка
requests-fact-broadcast = Запрошено несколько больниц
requests-fact-accepted = Принято
requests-fact-declined = Отказано
requests-fact-unplaced = Запрос или койка отозваны
requests-fact-assessed = Состояние оценено
requests-fact-planned = Запланировано
requests-fact-unplanned = Исключено из плана
requests-fact-manifested = Внесён в манифест
requests-fact-collected = Забран
requests-fact-staged = В промежуточном учреждении
requests-fact-enplaned = Принят на борт
requests-fact-deplaned = Снят с борта
requests-fact-departure-confirmed = Убытие подтверждено
requests-fact-delivered = Доставлен
requests-fact-handed-over = Передан
requests-fact-closed = Закрыто
requests-fact-withdrawn = Отозвано
requests-fact-died = Пациент умер
requests-fact-return-requested = Запрошено возвращение

## Emergency access.

requests-emergency = В экстренном случае
requests-emergency-warning = Каждый экстренный доступ затем проверяет аудитор.
requests-emergency-says = Открывайте его, только если иначе пациенту грозит вред. Ваше имя, причина и всё просмотренное записываются. Доступ завершается сам.
requests-emergency-reason = Почему это нужно
requests-emergency-hours = На какое время
requests-emergency-sure = Мне известно, что этот доступ проверят
requests-emergency-open = Открыть запись

## Steps.

requests-steps = Что можно сделать сейчас
requests-done = Выполнено: { $step }
requests-step-submit = Подать
requests-step-endorse = Согласовать
requests-step-return = Вернуть врачу
requests-step-clear = Допустить к полёту
requests-step-defer = Отложить
requests-step-unfit = Сообщить о негодности к полёту
requests-step-offer = Запросить койку
requests-step-broadcast = Запросить несколько больниц
requests-step-accept-outside = Записать место вне сети
requests-step-unplace = Отозвать запрос или койку
requests-step-accept = Принять пациента
requests-step-decline = Отказать
requests-step-manifest = Внести в манифест
requests-step-collect = Забрать из отделения
requests-step-enplane = Принять на борт
requests-step-deplane = Снять с борта
requests-step-stage = В промежуточное учреждение
requests-step-deliver = Доставить
requests-step-confirm-departure = Подтвердить убытие
requests-step-hand-over = Подписать приём
requests-step-close = Закрыть заявку
requests-step-withdraw = Отозвать заявку
requests-step-report-death = Сообщить о смерти
requests-step-amend = Редактировать
requests-step-assess = Оценить состояние
requests-step-return-home = Запросить возвращение
requests-says-endorse = Никто не согласует собственную заявку. С этого шага отсчитывается место в очереди.
requests-says-defer = Зарезервированная койка освободится.
requests-says-unfit = Перемещение останавливается, зарезервированная койка освобождается. Возобновить может только авиационный врач.
requests-says-offer = Койка зарезервирована до срока ответа.
requests-says-broadcast = Койка не резервируется: пациента берёт первая согласившаяся больница.
requests-says-decline = Пациент сохраняет место в очереди.
requests-says-manifest = Манифест для этого пациента фиксируется.
requests-says-confirm-departure = Вы подтверждаете, что пациент покинул учреждение.
requests-says-hand-over = С этим ответственность переходит к больнице.
requests-says-close = Делать больше нечего. Это ничего не решает.
requests-says-withdraw = Заявка завершается, зарезервированная койка освобождается. Это необратимо.
requests-says-amend = Измените данные о пациенте. Отправляется только изменённое.
requests-says-assess = Укажите, ухудшилось или улучшилось состояние. Срочность меняют только по медицинским причинам.
requests-says-return-home = Другая заявка, связанная с этой; начинается с больницы, где находится пациент.
requests-send-amend = Сохранить изменения
requests-send-assess = Записать оценку состояния
requests-send-return-home = Создать заявку на возвращение
requests-ask-reason = Причина
requests-ask-criteria = Выполненные критерии
requests-ask-conditions = Условия в полёте
requests-ask-valid-until = Действует до
requests-ask-until = До
requests-ask-offer = Какая койка
requests-ask-offers = Какие койки запросить
requests-ask-place = Где и кто согласился
requests-ask-own-offer = Койка какого предложения
requests-ask-own-offer-hint = Только если запрошено несколько ваших предложений.
requests-ask-decline-reason = Почему
requests-ask-note = Примечание
requests-ask-identifiers = Два идентификатора, сверенные с записью
requests-ask-facility = Учреждение
requests-ask-facility-hint = По краткому названию, как в плане.
requests-ask-mission = Миссия
requests-ask-airfield = Аэродром
requests-ask-signatory = Кто подписывает
requests-ask-condition = Состояние пациента
requests-ask-documents = Переданные документы
requests-own-offer-asked = Запрошенное предложение
requests-identifier-pseudonym = Псевдоним
requests-identifier-name = Имя
requests-identifier-date-of-birth = Дата рождения
requests-identifier-document-number = Номер документа
requests-identifier-wristband = Браслет
requests-decline-no-bed = Нет койки
requests-decline-no-capability = Нет возможности лечить
requests-decline-mdr = Полирезистентные микроорганизмы
requests-decline-cost = Стоимость
requests-decline-language = Язык
requests-decline-companion-limit = Слишком много сопровождающих
requests-decline-legal = Правовые причины
requests-decline-other = Другая причина
requests-no-offer-fits = Ни одно открытое предложение не подходит по профилю, возрасту, полу, изоляции и числу сопровождающих.
requests-no-offer = Ни в одном предложении операции нет свободной койки. Можно записать место вне сети.
requests-all-offers = { $count ->
        [one] Показать { $count } со свободными койками
        [few] Показать все { $count } со свободными койками
        [many] Показать все { $count } со свободными койками
       *[other] Показать все { $count } со свободными койками
    }
requests-free = свободных коек: { $free } из { $beds }
requests-fit-acceptable = тоже подходит
requests-against-specialty = другой профиль
requests-against-age = возраст не подходит
requests-against-sex = пол не подходит
requests-against-isolation = не принимает с изоляцией
requests-against-companions = слишком много сопровождающих
requests-stale-state = Сейчас: { $state }
requests-stale-columns = Изменено другим пользователем:
requests-stale-again = Введённое сохранено. Проверьте, верно ли оно ещё, и отправьте снова.
requests-stale-not = Этот шаг уже невозможен.
requests-stale-send = { $step } — в нынешнем состоянии
requests-replacing = Это заменяет факт { $fact }. Оба остаются видны.
requests-confirming = Это подтверждает факт { $fact }.
requests-death-says = Перемещение завершается. Койка и место освобождаются. Ничего не удаляется, и это необратимо.
requests-happened = Когда это произошло
requests-happened-hint = Пусто: сейчас.
requests-changed-meanwhile = Заявку изменили с тех пор, как вы начали. При отправке изменения сведут вместе.
requests-unchanged = Ничего не изменено.
requests-empty = пусто
requests-merge-says = Ещё ничего не отправлено. Посмотрите изменения другого пользователя и выберите там, где вы оба изменили одно и то же. Сейчас: { $state }
requests-merge-was = Было:
requests-merge-mine = У меня:
requests-merge-theirs = У другого:
requests-merge-only-theirs = Изменено другим, остаётся
requests-merge-only-mine = Изменено вами, отправляется
requests-merge-send = Отправить результат

## Columns of table patients.

requests-field-origin = Место отправления
requests-field-ready-at = Готов с
requests-field-collect-by = Забрать до
requests-field-precedence-code = Срочность
requests-field-precedence-scheme = Шкала срочности
requests-field-clock-start-at = Начало отсчёта
requests-field-due-at = На подходящей койке до
requests-field-latest-useful-at = Теряет смысл после
requests-field-classification = Классификация
requests-field-mobility = Мобильность
requests-field-critical-care = Интенсивная помощь
requests-field-dependency = Зависимость от ухода
requests-field-ventilated = На аппарате ИВЛ
requests-field-oxygen-l-per-min = Кислород
requests-field-isolation = Изоляция
requests-field-cabin-limit-ft = Предельная высота в кабине
requests-field-max-stops = Промежуточных посадок, не более
requests-field-max-flight-minutes = Наибольшее время в полёте
requests-field-max-transit-minutes = Наибольшее время в пути
requests-field-overnight = Допустима ночёвка в пути
requests-field-medical-attendants = Медицинские сопровождающие
requests-field-other-attendants = Другие сопровождающие
requests-field-group = Группа
requests-field-specialty = Профиль
requests-field-acceptable-specialties = Профили, которые тоже подходят
requests-field-diagnosis = Диагноз кратко
requests-field-clinical-notes = Клинические записи
requests-field-age-years = Возраст
requests-field-sex = Пол
requests-field-weight-kg = Масса тела
requests-field-bariatric = Бариатрический пациент
requests-field-consent-states = Согласие только на государства
requests-field-refused-states = Отказ от государств
requests-field-destination = Только в это учреждение
requests-field-expected-stay-days = Ожидаемое пребывание
requests-field-languages = Языки
requests-hint-origin = Учреждение, где находится пациент, по краткому названию.
requests-hint-ready-at = Раньше не забирают.
requests-hint-diagnosis = Без имён и названий мест.
requests-hint-clinical-notes = Читают только те, кто лечит пациента.
requests-hint-age-years = В полных годах.
requests-hint-weight-kg = В килограммах.
requests-hint-oxygen-l-per-min = В литрах в минуту. Пусто: нет.
requests-hint-cabin-limit-ft = В футах. Пусто: без ограничений.
requests-hint-max-stops = Посадки между первым взлётом и последней посадкой. Пусто: без ограничений.
requests-hint-max-flight-minutes = В минутах, все полёты вместе. Пусто: без ограничений.
requests-hint-max-transit-minutes = В минутах, с момента, когда пациента забрали, до прибытия. Пусто: без ограничений.
requests-hint-overnight = В промежуточном учреждении.
requests-hint-medical-attendants = Каждый занимает место.
requests-hint-other-attendants = Семья, опекуны, охрана; каждый занимает место.
requests-hint-group = Название группы, которая перемещается вместе.
requests-hint-consent-states = Две буквы на государство, например EG RU. Пусто: любые.
requests-hint-refused-states = Две буквы на государство. Пусто: никаких.
requests-hint-destination = Дом для возвращающихся или больница, принявшая пациента поимённо. Пусто: любое.
requests-hint-expected-stay-days = В днях, на койке принимающей больницы.
requests-hint-languages = Коды через пробел, например uk ar.
requests-hint-bariatric = Нужно двойное место для носилок.
requests-hint-due-at = Пусто: по сроку, установленному для этой срочности.
requests-hint-clock-start-at = Когда начался отсчёт срока, установленного для этой срочности.

## Codes.

requests-specialty-burns = Ожоги
requests-specialty-neurosurgery = Нейрохирургия
requests-specialty-spinal = Травмы позвоночника
requests-specialty-orthopaedics = Ортопедия и травматология
requests-specialty-prosthetics = Протезирование
requests-specialty-maxillofacial = Челюстно-лицевая хирургия
requests-specialty-plastics = Пластическая хирургия
requests-specialty-vascular = Сосудистая хирургия
requests-specialty-thoracic = Торакальная хирургия
requests-specialty-ophthalmology = Офтальмология
requests-specialty-general-surgery = Общая хирургия
requests-specialty-icu = Интенсивная терапия
requests-specialty-onco-adult = Онкология, взрослые
requests-specialty-onco-paed = Онкология, дети
requests-specialty-haematology = Гематология
requests-specialty-bmt = Трансплантация костного мозга
requests-specialty-dialysis = Диализ
requests-specialty-transplant = Трансплантация органов
requests-specialty-cardiology = Кардиология
requests-specialty-cardiac-surgery = Кардиохирургия
requests-specialty-paediatrics = Педиатрия
requests-specialty-neonatal-icu = Интенсивная терапия новорождённых
requests-specialty-obstetrics = Акушерство
requests-specialty-psychiatry = Психиатрия
requests-specialty-infectious = Инфекционные болезни
requests-specialty-rehab = Реабилитация
requests-specialty-home = Домой
requests-sex-female = Женский
requests-sex-male = Мужской
requests-mobility-litter = На носилках
requests-mobility-ambulatory = Ходит
requests-mobility-wheelchair = Кресло-коляска
requests-mobility-incubator = Кувез
requests-critical-care-none = Не нужна
requests-critical-care-intermediate = Промежуточный уровень: тщательное наблюдение
requests-critical-care-icu = Интенсивная терапия
requests-dependency-1 = ИВЛ, инвазивный или кардиомониторинг, дренаж грудной клетки
requests-dependency-2 = частое наблюдение, кислород, несколько инфузий
requests-dependency-3 = простой уход, кислород, одна инфузия
requests-dependency-4 = только помощь с движением, едой, отправлениями
requests-classification-1a = тяжёлый психиатрический: лежит, с сопровождением
requests-classification-1b = психиатрический средней тяжести
requests-classification-1c = лёгкий психиатрический, сидит
requests-classification-2a = лежит, не может помочь себе при аварии
requests-classification-2b = лежит, подвижен
requests-classification-3 = сидит, под наблюдением
requests-classification-4 = сидит, без сопровождения
requests-classification-4a = младенец или до трёх лет
requests-classification-5 = амбулаторный, сидит
requests-classification-6 = сопровождающий
requests-isolation-none = Не нужна
requests-isolation-contact = Контактная
requests-isolation-droplet = Капельная
requests-isolation-airborne = Аэрозольная
requests-scheme-uk-stanag3204 = NATO STANAG 3204
requests-scheme-us-transcom = US TRANSCOM
requests-scheme-us-army-medevac = US Army MEDEVAC
requests-scheme-waitlist = Лист ожидания
