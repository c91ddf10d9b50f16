# Clearances: permissions of states to fly over them and to land.

clearances-matrix = Дозволи за державами та експлуатантами
clearances-list = Дозволи
clearances-state = Держава
clearances-state-hint = Дві літери, наприклад TR
clearances-operator = Експлуатант
clearances-operator-hint = Порожньо: для літаків усіх експлуатантів
clearances-everybody = Усі експлуатанти
clearances-aircraft = Лише один літак
clearances-aircraft-hint = Лише якщо його вказано в дозволі
clearances-only = лише
clearances-kind = Для чого
clearances-kind-overfly = проліт
clearances-kind-land = посадка
clearances-kind-both = проліт і посадка
clearances-status = Статус
clearances-status-granted = Надано
clearances-status-pending = Очікується
clearances-status-late = Запізнюється
clearances-status-denied = Відмовлено
clearances-status-expired = Строк минув
clearances-number = Номер
clearances-number-hint = Як його надала держава
clearances-window = Чинний
clearances-no-window = період не вказано
clearances-from = Чинний з (UTC)
clearances-to = Чинний до (UTC)
clearances-requested-at = Запитано
clearances-asked = запитано
clearances-answer = Строк відповіді
clearances-lead = Держава розглядає, годин
clearances-lead-hint = Порожньо: невідомо
clearances-id = Ідентифікатор
clearances-waiting = Місії, що чекають
clearances-as-all = Як для всіх експлуатантів
clearances-none = власного немає
clearances-ask = Запитати дозвіл
clearances-ask-for = Запитати дозвіл: { $state }, { $operator }
clearances-ask-record = Записати як запитаний
clearances-grant = Дозвіл надано
clearances-grant-again = Інший номер або період
clearances-grant-record = Записати як наданий
clearances-deny = Відмовлено або відкликано
clearances-deny-record = Записати відмову
clearances-reason = Причина
clearances-stale = Тут показано поточний стан. Набране вами збережено: перегляньте й запишіть ще раз.
clearances-missions = Місії, яких це стосується
clearances-missions-says = Місії цього експлуатанта з ділянками польоту в цей період. Над якими державами проходить кожна ділянка, перевіряє планувальник.
clearances-missions-none = Жодна місія на нього не чекає.
clearances-missions-wait = { $count ->
        [one] { $count } місія чекає
        [few] { $count } місії чекають
        [many] { $count } місій чекають
       *[other] { $count } місії чекають
    }
clearances-say-waits = Повідомити, що чекає на це
clearances-filter = Вибрати, що показувати
clearances-view = Як показувати дозволи
clearances-view-matrix = За державами та експлуатантами
clearances-view-list = Списком
clearances-all = усі
clearances-on-day = Період містить цей день (UTC)
clearances-show-all = Показати все
clearances-sum = { $all ->
        [one] { $all } дозвіл
        [few] { $all } дозволи
        [many] { $all } дозволів
       *[other] { $all } дозволу
    }: надано { $granted }, очікується { $pending }, запізнюється { $late }, відмовлено або минув строк { $other }
clearances-none-such = Таких дозволів немає.
clearances-empty = Жодного дозволу ще не запитано. Без наданого дозволу немає ні прольоту над іншою державою, ні посадки в ній.
clearances-empty-own = Ви бачите дозволи, які запитала ваша організація, і дозволи ваших місій. Їх ще немає.
clearances-fault-needed = Це потрібно вказати.
clearances-fault-state = Дві літери за ISO 3166-1.
clearances-fault-hours = Ціле число годин від 0 до 10000.
clearances-fault-window = Кінець раніше початку.
