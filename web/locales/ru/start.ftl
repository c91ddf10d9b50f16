# С чего начинает каждая роль.

start-fewer = Показать меньше
start-all-due = Показать все ({ $count })
start-more = { $count ->
        [one] и ещё { $count }
        [few] и ещё { $count }
        [many] и ещё { $count }
       *[other] и ещё { $count }
    }
start-no-operation = Операции пока нет.
start-no-requests = Заявок пока нет.
start-to-requests = Все заявки
start-to-needs = Потребности и прибытия
start-to-watch = Все миссии
start-to-plans = Все планы
start-to-figures = Показатели
start-to-people = Все учётные записи

start-own = Мои пациенты
start-new-request = Новая заявка
start-own-none = Открытых заявок у вас нет.
start-endorse = На согласование
start-endorse-none = Ни одна заявка не ждёт вашего согласования.
start-fit = Годность к полёту
start-to-clear = Допустить или отложить
start-to-clear-none = Никто не ждёт допуска.
start-ending = Допуски к полёту, истекающие в течение трёх дней
start-ending-none = До того времени ни один допуск не истекает.
start-beds = Койки
start-need-bed = { $count ->
        [0] Нужна койка
        [one] { $count } пациенту нужна койка
        [few] { $count } пациентам нужны койки
        [many] { $count } пациентам нужны койки
       *[other] { $count } пациента нуждаются в койке
    }
start-need-bed-none = Никто не ждёт койки.
start-answers = { $count ->
        [0] Ожидаемые ответы
        [one] { $count } ожидаемый ответ
        [few] { $count } ожидаемых ответа
        [many] { $count } ожидаемых ответов
       *[other] { $count } ожидаемого ответа
    }
start-answers-none = Ни от одной больницы не ждут ответа.
start-states = Заявки по состояниям
start-state = Состояние
start-count = Заявки

start-needs = Пациенты, которых нас просят принять
start-needs-none = Сейчас никто не просит у вас койки.
start-arrivals = Прибытия сегодня
start-arrivals-none = Сегодня никто не прибывает.
start-arrivals-later = { $count ->
        [one] { $count } пациент прибывает в другой день.
        [few] { $count } пациента прибывают в другие дни.
        [many] { $count } пациентов прибывают в другие дни.
       *[other] { $count } пациента прибывают в другие дни.
    }

start-mission = Миссия
start-my-missions = Мои миссии
start-my-missions-none = Вы не назначены ни на одну миссию.
start-report = Сообщить
start-operator = Наши миссии
start-to-accept = Принять
start-to-accept-none = Ни одна миссия не ждёт вашего согласия.
start-accept = Принять
start-to-ready = Подготовить
start-to-ready-none = Ни одна принятая миссия не ждёт подготовки.
start-today = Миссии сегодня
start-today-none = Сегодня миссий нет.
start-today-later = { $count ->
        [one] { $count } миссия в другой день.
        [few] { $count } миссии в другие дни.
        [many] { $count } миссий в другие дни.
       *[other] { $count } миссии в другие дни.
    }

start-proposals = Предложения к утверждению или отклонению
start-proposals-none = Ни одно предложение вас не ждёт.
start-plans = Планирование
start-runs = Действующий план
start-runs-none = Действующего плана нет.
start-proposed = Предложения
start-proposed-none = Ничего не предложено.
start-jobs = Расчёты в работе
start-jobs-none = Расчётов в работе нет.
start-plan-moves = { $count ->
        [one] перевозит { $count } пациента
        [few] перевозит { $count } пациентов
        [many] перевозит { $count } пациентов
       *[other] перевозит { $count } пациента
    }
start-plan-missions = { $count ->
        [one] { $count } миссия
        [few] { $count } миссии
        [many] { $count } миссий
       *[other] { $count } миссии
    }
start-plan-leaves = { $count ->
        [one] не перевозит { $count }
        [few] не перевозит { $count }
        [many] не перевозит { $count }
       *[other] не перевозит { $count }
    }

start-accounts = Приглашения и приостановленные записи
start-accounts-count = { $count ->
        [one] Всего { $count } учётная запись.
        [few] Всего { $count } учётные записи.
        [many] Всего { $count } учётных записей.
       *[other] Всего { $count } учётной записи.
    }
start-accounts-none = Никто не приостановлен, открытых приглашений нет.
