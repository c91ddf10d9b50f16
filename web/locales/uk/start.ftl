# З чого починає кожна роль.

start-fewer = Показати менше
start-all-due = Показати всі ({ $count })
start-more = { $count ->
        [one] і ще { $count }
        [few] і ще { $count }
        [many] і ще { $count }
       *[other] і ще { $count }
    }
start-no-operation = Операції ще немає.
start-no-requests = Заявок ще немає.
start-to-requests = Усі заявки
start-to-needs = Потреби та прибуття
start-to-watch = Усі місії
start-to-plans = Усі плани
start-to-figures = Показники
start-to-people = Усі облікові записи

start-own = Мої пацієнти
start-new-request = Нова заявка
start-own-none = Відкритих заявок у вас немає.
start-endorse = Погодити
start-endorse-none = Жодна заявка не чекає вашого погодження.
start-fit = Придатність до польоту
start-to-clear = Допустити або відкласти
start-to-clear-none = Ніхто не чекає на допуск.
start-ending = Допуски до польоту, що закінчуються впродовж трьох днів
start-ending-none = До того часу жоден допуск не закінчується.
start-beds = Ліжка
start-need-bed = { $count ->
        [0] Потрібне ліжко
        [one] { $count } пацієнтові потрібне ліжко
        [few] { $count } пацієнтам потрібні ліжка
        [many] { $count } пацієнтам потрібні ліжка
       *[other] { $count } пацієнта потребують ліжка
    }
start-need-bed-none = Ніхто не чекає на ліжко.
start-answers = { $count ->
        [0] Очікувані відповіді
        [one] { $count } очікувана відповідь
        [few] { $count } очікувані відповіді
        [many] { $count } очікуваних відповідей
       *[other] { $count } очікуваної відповіді
    }
start-answers-none = Від жодної лікарні не чекають відповіді.
start-states = Заявки за станами
start-state = Стан
start-count = Заявки

start-needs = Пацієнти, яких нас просять прийняти
start-needs-none = Зараз ніхто не просить у вас ліжка.
start-arrivals = Прибуття сьогодні
start-arrivals-none = Сьогодні ніхто не прибуває.
start-arrivals-later = { $count ->
        [one] { $count } пацієнт прибуває іншого дня.
        [few] { $count } пацієнти прибувають інших днів.
        [many] { $count } пацієнтів прибувають інших днів.
       *[other] { $count } пацієнта прибувають інших днів.
    }

start-mission = Місія
start-my-missions = Мої місії
start-my-missions-none = Ви не призначені на жодну місію.
start-report = Повідомити
start-operator = Наші місії
start-to-accept = Прийняти
start-to-accept-none = Жодна місія не чекає вашої згоди.
start-accept = Прийняти
start-to-ready = Підготувати
start-to-ready-none = Жодна прийнята місія не чекає на підготовку.
start-today = Місії сьогодні
start-today-none = Сьогодні місій немає.
start-today-later = { $count ->
        [one] { $count } місія іншого дня.
        [few] { $count } місії інших днів.
        [many] { $count } місій інших днів.
       *[other] { $count } місії інших днів.
    }

start-proposals = Плани до затвердження або відхилення
start-proposals-none = Жоден запропонований план на вас не чекає.
start-plans = Планування
start-runs = Чинний план
start-runs-none = Чинного плану немає.
start-proposed = Запропоновані плани
start-proposed-none = Запропонованих планів немає.
start-jobs = Обчислення в роботі
start-jobs-none = Обчислень у роботі немає.
start-plan-moves = { $count ->
        [one] перевозить { $count } пацієнта
        [few] перевозить { $count } пацієнтів
        [many] перевозить { $count } пацієнтів
       *[other] перевозить { $count } пацієнта
    }
start-plan-missions = { $count ->
        [one] { $count } місія
        [few] { $count } місії
        [many] { $count } місій
       *[other] { $count } місії
    }
start-plan-leaves = { $count ->
        [one] не перевозиться { $count }
        [few] не перевозяться { $count }
        [many] не перевозяться { $count }
       *[other] не перевозяться { $count }
    }

start-accounts = Запрошення та призупинені записи
start-accounts-count = { $count ->
        [one] Усього { $count } обліковий запис.
        [few] Усього { $count } облікові записи.
        [many] Усього { $count } облікових записів.
       *[other] Усього { $count } облікового запису.
    }
start-accounts-none = Призупинених записів і відкритих запрошень немає.
