# Временная шкала, карта и салон.
picture-zoom-in = Увеличить
picture-zoom-out = Уменьшить
picture-zoom-all = Показать всё
picture-plan-map = Карта плана

picture-map-disclaimer = Границы, названия и штриховые линии на этой карте приблизительны. Они не означают одобрения и не выражают мнения о правовом статусе какой-либо территории или прохождении её границ.
picture-map-source = Контуры: Natural Earth, общественное достояние. Участки показаны дугами большого круга, а не фактическими маршрутами.
picture-map-contested = Спорная или несогласованная линия, приблизительно
picture-map-airfield = Аэродром
picture-map-staging = Промежуточное учреждение
picture-map-hospital = Больница
picture-map-aircraft = Воздушные суда
picture-map-legs = Участки
picture-map-places = Места
picture-map-list = Что есть на карте, списком
picture-map-more = { $count ->
    [one] ещё { $count }
    [few] ещё { $count }
    [many] ещё { $count }
   *[other] ещё { $count }
  }
picture-map-not-read = Не удалось прочитать контуры карты. Временная шкала и списки работают без них.
picture-map-again = Попробовать ещё раз

picture-timeline = Временная шкала плана
    .keys = Стрелки ведут от участка к участку, Enter выбирает. + и − или Ctrl с колёсиком меняют масштаб, 0 показывает всё, Page Up и Page Down переходят к более раннему и более позднему времени.
    .edit = Перетащите миссию на другое время или на другое воздушное судно того же типа либо выберите её и воспользуйтесь полями ниже.
picture-legs = Видимые участки
picture-leg-name = { $lane }: миссия { $mission }, { $leg }, { $day }, выруливание { $off } UTC, заруливание { $on } UTC, { $patients ->
    [0] на борту никого
    [one] { $patients } пациент
    [few] { $patients } пациента
    [many] { $patients } пациентов
   *[other] { $patients } пациента
  }
picture-how = Как показать план
picture-as-chart = График
picture-as-list = Список
picture-lanes = Строки
picture-lanes-aircraft = Воздушные суда
picture-lanes-crew = Экипажи
picture-lanes-staging = Промежуточные койки
picture-lanes-hospital = Принимающие больницы
picture-zone = Дни по времени
picture-before-this = Раньше
picture-after-this = Позже
picture-no-missions = В этом плане нет миссий.
picture-point = Наведите на участок или перейдите к нему клавишей Tab, чтобы прочитать здесь его время.
picture-rest = отдых экипажа
picture-sign-full = Полёт с пациентами на борту
picture-sign-empty = Полёт без пациентов
picture-sign-loading = Посадка пациентов
picture-sign-unloading = Высадка пациентов
picture-sign-ground = На земле
picture-sign-rest = Отдых экипажа
picture-sign-now = Сейчас
picture-sign-old = Прежний план
picture-new-leg = Новый участок
picture-other-time = В другое время
picture-gone-leg = Больше не выполняется
picture-mission = Миссия
picture-leg = Участок
picture-off-block = Выруливание
picture-on-block = Заруливание
picture-aircraft = Воздушное судно
picture-aboard = На борту
picture-change = Изменение
picture-arrives = Прибытие
picture-before = Было
picture-after = Станет
picture-later = на { $span } позже
picture-earlier = на { $span } раньше
picture-patients = { $count ->
    [0] на борту никого
    [one] { $count } пациент
    [few] { $count } пациента
    [many] { $count } пациентов
   *[other] { $count } пациента
  }
picture-other-type = Другой тип воздушного судна

picture-tools = Изменить миссию { $mission } вручную
picture-move-time = Перенести по времени, минуты
picture-move-by = Перенести на { $minutes } мин
picture-minutes = Минуты, + позже, − раньше
picture-move = Перенести
picture-move-aircraft = На другое воздушное судно
    .hint = Того же типа
picture-choose = Выберите…
picture-move-patient = Перевести пациента
picture-to-mission = на миссию
picture-drag-patients = Пациенты, которых можно перетащить на миссию временной шкалы
picture-no-stops = Ни одна другая миссия не заходит на эти два аэродрома в таком порядке, поэтому пациента нельзя перевести вручную.
picture-not-on-it = Пациента нет на этой миссии.
picture-no-mission = В этом плане нет такой миссии.
picture-already-on = { $patient } уже на миссии { $mission }.
picture-said-moved = Миссия { $mission } перенесена: { $change }. Первое выруливание { $clock }.
picture-said-given = Миссия { $mission } передана воздушному судну { $aircraft }.
picture-said-patient = { $patient } переведён на миссию { $mission }.

picture-leg-before = Предыдущий участок
picture-leg-after = Следующий участок
picture-leg-of = участок { $number } из { $count }
picture-by-kind = Компоновка { $configuration }. План определяет места по виду, а не по номеру: схема показывает, кому какой вид места нужен, а не кто где лежит.
picture-no-configuration = Компоновки { $configuration } нет в таблицах операции: места нельзя начертить.
picture-unknown = { $count ->
    [one] { $count } пациент, чьи потребности вам не показаны
    [few] { $count } пациента, чьи потребности вам не показаны
    [many] { $count } пациентов, чьи потребности вам не показаны
   *[other] { $count } пациента, чьи потребности вам не показаны
  }
picture-kind-intensive-care = Интенсивная терапия
picture-kind-litter = Носилки
picture-kind-seat = Сиденья
picture-litters-all = Носилки вместе с интенсивной терапией
picture-isolation-units = Изоляционные боксы
picture-isolation-all = Места изоляции вместе с отсеком
picture-critical-points = Баллы интенсивной помощи
picture-nursing-points = Баллы ухода
picture-counts = Места и баллы помощи на этом участке
picture-place = Место
picture-taken = Занято
picture-there = Всего
picture-free = Свободно
picture-free-of = свободно { $free } из { $count }
picture-too-many = { $count ->
    [one] не хватает { $count }
    [few] не хватает { $count }
    [many] не хватает { $count }
   *[other] не хватает { $count }
  }
picture-team = Баллы в сравнении с баллами { $team }, с весами, действующими, если операция не задаёт других.
picture-no-team = На этой миссии не запланирована медицинская бригада.
picture-attendant = С
picture-second = Второе место для
picture-over = сверх мест салона
picture-care-icu = интенсивная терапия
picture-care-intermediate = промежуточный уровень помощи
picture-ventilated = на ИВЛ
picture-dependency = зависимость { $level }
picture-isolated = изоляция
picture-mark-ventilated = ИВЛ
picture-mark-isolated = Изол.
