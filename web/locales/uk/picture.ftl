# Часова шкала, карта та салон.
picture-zoom-in = Збільшити
picture-zoom-out = Зменшити
picture-zoom-all = Показати все
picture-plan-map = Карта плану

picture-map-disclaimer = Кордони, назви та штрихові лінії на цій карті приблизні. Вони не означають схвалення і не виражають думки щодо правового статусу будь-якої території чи делімітації її кордонів.
picture-map-source = Контури: Natural Earth, суспільне надбання. Ділянки польоту показано дугами великого кола, а не фактичними маршрутами.
picture-map-contested = Спірна або неузгоджена лінія, приблизно
picture-map-airfield = Аеродром
picture-map-staging = Проміжний заклад
picture-map-hospital = Лікарня
picture-map-aircraft = Літаки
picture-map-legs = Ділянки польоту
picture-map-places = Місця
picture-map-list = Що є на карті, списком
picture-map-more = { $count ->
    [one] ще { $count }
    [few] ще { $count }
    [many] ще { $count }
   *[other] ще { $count }
  }
picture-map-not-read = Не вдалося прочитати контури карти. Часова шкала та списки працюють без них.
picture-map-again = Спробувати ще раз

picture-timeline = Часова шкала плану
    .keys = Стрілки ведуть від ділянки до ділянки, Enter вибирає. + і − або Ctrl з коліщатком змінюють масштаб, 0 показує все, Page Up і Page Down переходять до ранішого й пізнішого часу.
    .edit = Перетягніть місію на інший час чи на інший літак того самого типу або виберіть її та скористайтеся полями нижче.
picture-legs = Видимі ділянки польоту
picture-leg-name = { $lane }: місія { $mission }, { $leg }, { $day }, вирулювання { $off } UTC, зарулювання { $on } UTC, { $patients ->
    [0] на борту нікого
    [one] { $patients } пацієнт
    [few] { $patients } пацієнти
    [many] { $patients } пацієнтів
   *[other] { $patients } пацієнта
  }
picture-how = Як показати план
picture-as-chart = Графік
picture-as-list = Список
picture-lanes = Рядки
picture-lanes-aircraft = Літаки
picture-lanes-crew = Екіпажі
picture-lanes-staging = Ліжка проміжних закладів
picture-lanes-hospital = Лікарні, що приймають
picture-zone = Дні за часом
picture-before-this = Раніше
picture-after-this = Пізніше
picture-no-missions = У цьому плані немає місій.
picture-point = Наведіть на ділянку або перейдіть до неї клавішею Tab, щоб прочитати тут її час.
picture-rest = відпочинок екіпажу
picture-sign-full = Політ із пацієнтами на борту
picture-sign-empty = Політ без пацієнтів
picture-sign-loading = Посадка пацієнтів
picture-sign-unloading = Висадка пацієнтів
picture-sign-ground = На землі
picture-sign-rest = Відпочинок екіпажу
picture-sign-now = Зараз
picture-sign-old = Попередній план
picture-new-leg = Нова ділянка
picture-other-time = В інший час
picture-gone-leg = Більше не виконується
picture-mission = Місія
picture-leg = Ділянка
picture-off-block = Вирулювання
picture-on-block = Зарулювання
picture-aircraft = Літак
picture-aboard = На борту
picture-change = Зміна
picture-arrives = Прибуття
picture-before = Було
picture-after = Стане
picture-later = на { $span } пізніше
picture-earlier = на { $span } раніше
picture-patients = { $count ->
    [0] на борту нікого
    [one] { $count } пацієнт
    [few] { $count } пацієнти
    [many] { $count } пацієнтів
   *[other] { $count } пацієнта
  }
picture-other-type = Інший тип літака

picture-tools = Змінити місію { $mission } вручну
picture-move-time = Перенести в часі, хвилини
picture-move-by = Перенести на { $minutes } хв
picture-minutes = Хвилини, + пізніше, − раніше
picture-move = Перенести
picture-move-aircraft = На інший літак
    .hint = Того самого типу
picture-choose = Виберіть…
picture-move-patient = Перенести пацієнта
picture-to-mission = на місію
picture-drag-patients = Пацієнти, яких можна перетягнути на місію часової шкали
picture-no-stops = Жодна інша місія не заходить на ці два аеродроми в такому порядку, тому пацієнта не можна перенести вручну.
picture-not-on-it = Пацієнта немає на цій місії.
picture-no-mission = У цьому плані немає такої місії.
picture-already-on = { $patient } уже на місії { $mission }.
picture-said-moved = Місію { $mission } перенесено: { $change }. Перше вирулювання { $clock }.
picture-said-given = Місію { $mission } передано літаку { $aircraft }.
picture-said-patient = { $patient } перенесено на місію { $mission }.

picture-leg-before = Попередня ділянка
picture-leg-after = Наступна ділянка
picture-leg-of = ділянка { $number } з { $count }
picture-by-kind = Компонування { $configuration }. План визначає місця за видом, а не за номером: схема показує, кому який вид місця потрібен, а не хто де лежить.
picture-no-configuration = Компонування { $configuration } немає в таблицях операції: місця неможливо накреслити.
picture-unknown = { $count ->
    [one] { $count } пацієнт, чиї потреби вам не показано
    [few] { $count } пацієнти, чиї потреби вам не показано
    [many] { $count } пацієнтів, чиї потреби вам не показано
   *[other] { $count } пацієнта, чиї потреби вам не показано
  }
picture-kind-intensive-care = Інтенсивна терапія
picture-kind-litter = Ноші
picture-kind-seat = Сидіння
picture-litters-all = Ноші разом з інтенсивною терапією
picture-isolation-units = Ізоляційні бокси
picture-isolation-all = Місця ізоляції разом із відсіком
picture-critical-points = Бали інтенсивної допомоги
picture-nursing-points = Бали догляду
picture-counts = Місця та бали допомоги на цій ділянці
picture-place = Місце
picture-taken = Зайнято
picture-there = Усього
picture-free = Вільно
picture-free-of = вільно { $free } з { $count }
picture-too-many = { $count ->
    [one] забагато на { $count }
    [few] забагато на { $count }
    [many] забагато на { $count }
   *[other] забагато на { $count }
  }
picture-team = Бали порівняно з балами { $team }, з вагами, що діють, якщо операція не встановлює інших.
picture-no-team = На цій місії не заплановано медичної бригади.
picture-attendant = Супровід:
picture-second = Друге місце для
picture-over = понад місця салону
picture-care-icu = інтенсивна терапія
picture-care-intermediate = проміжна допомога
picture-ventilated = на ШВЛ
picture-dependency = залежність { $level }
picture-isolated = ізоляція
picture-mark-ventilated = ШВЛ
picture-mark-isolated = Ізол.
