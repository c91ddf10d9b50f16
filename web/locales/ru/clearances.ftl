# Clearances: permissions of states to fly over them and to land.

clearances-matrix = Разрешения по государствам и эксплуатантам
clearances-list = Разрешения
clearances-state = Государство
clearances-state-hint = Две буквы, например TR
clearances-operator = Эксплуатант
clearances-operator-hint = Пусто: для воздушных судов всех эксплуатантов
clearances-everybody = Все эксплуатанты
clearances-aircraft = Только одно воздушное судно
clearances-aircraft-hint = Только если разрешение его называет
clearances-only = только
clearances-kind = Для чего
clearances-kind-overfly = пролёт
clearances-kind-land = посадка
clearances-kind-both = пролёт и посадка
clearances-status = Статус
clearances-status-granted = Выдано
clearances-status-pending = Ожидается
clearances-status-late = Опаздывает
clearances-status-denied = Отказано
clearances-status-expired = Срок истёк
clearances-number = Номер
clearances-number-hint = Как его выдало государство
clearances-window = Действует
clearances-no-window = период не указан
clearances-from = Действует с (UTC)
clearances-to = Действует до (UTC)
clearances-requested-at = Запрошено
clearances-asked = запрошено
clearances-answer = Срок ответа
clearances-lead = Срок рассмотрения, часов
clearances-lead-hint = Пусто: неизвестно
clearances-id = Идентификатор
clearances-waiting = Ожидающие миссии
clearances-as-all = Как для всех эксплуатантов
clearances-none = собственного нет
clearances-ask = Запросить разрешение
clearances-ask-for = Запросить разрешение: { $state }, { $operator }
clearances-ask-record = Записать как запрошенное
clearances-grant = Разрешение выдано
clearances-grant-again = Другой номер или период
clearances-grant-record = Записать как выданное
clearances-deny = Отказано или отозвано
clearances-deny-record = Записать отказ
clearances-reason = Причина
clearances-stale = Здесь показано текущее состояние. Набранное вами сохранено: просмотрите и запишите ещё раз.
clearances-missions = Миссии, которых это касается
clearances-missions-says = Миссии этого эксплуатанта с участками в этот период. Над какими государствами проходит каждый участок, проверяет планировщик.
clearances-missions-none = Ни одна миссия его не ждёт.
clearances-missions-wait = { $count ->
        [one] { $count } миссия ждёт
        [few] { $count } миссии ждут
        [many] { $count } миссий ждут
       *[other] { $count } миссии ждут
    }
clearances-say-waits = Сообщить, что ждёт этого
clearances-filter = Выбрать, что показывать
clearances-view = Как показывать разрешения
clearances-view-matrix = По государствам и эксплуатантам
clearances-view-list = Списком
clearances-all = все
clearances-on-day = Период включает этот день (UTC)
clearances-show-all = Показать все
clearances-sum = { $all ->
        [one] { $all } разрешение
        [few] { $all } разрешения
        [many] { $all } разрешений
       *[other] { $all } разрешения
    }: выдано { $granted }, ожидается { $pending }, опаздывает { $late }, отказано или истёк срок { $other }
clearances-none-such = Таких разрешений нет.
clearances-empty = Ни одного разрешения ещё не запрошено. Без выданного разрешения нет ни пролёта над другим государством, ни посадки в нём.
clearances-empty-own = Вы видите разрешения, запрошенные вашей организацией, и разрешения ваших миссий. Их ещё нет.
clearances-fault-needed = Это нужно указать.
clearances-fault-state = Две буквы по ISO 3166-1.
clearances-fault-hours = Целое число часов от 0 до 10000.
clearances-fault-window = Конец раньше начала.
