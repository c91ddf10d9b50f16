# Аудит: журнал, цепочки, экстренные доступы.

task-look-at-the-emergency-access = Рассмотреть экстренный доступ

audit-lead = Кто что сделал и увидел и цела ли запись об этом. Ваши просмотры тоже в ней.
audit-lead-verify = Цела ли запись о сделанном и увиденном. Сами записи показывают только аудиторам.
audit-print = Печать

audit-chains = Цепочки
audit-chains-says = Каждая запись аудита и каждый факт реестра связаны с предыдущими. Проверка находит всё, что изменено, изъято, перемещено или отрезано.
audit-verify = Проверить цепочки
audit-verify-again = Проверить снова
audit-verifying = Всё читается и сверяется с цепочками. Это может занять некоторое время.
audit-sound = Обе цепочки целы.
audit-unsound = Цепочка нарушена.
audit-unsound-do = Ничего не меняйте на сервере. Сохраните копию его хранилища и сообщите тем, кто за него отвечает.
audit-heads = { $count ->
        [one] Конец цепочки подписан { $shown } раз.
        [few] Конец цепочки подписан { $shown } раза.
        [many] Конец цепочки подписан { $shown } раз.
       *[other] Конец цепочки подписан { $shown } раза.
    }
audit-chain-audit = Аудит
audit-chain-log = Реестр

audit-reviews = Экстренные доступы к рассмотрению
audit-no-reviews = Ни один экстренный доступ не ждёт рассмотрения.
audit-access-reason = Указанная причина:
audit-access-until = Доступ до
audit-what-was-seen = Что сделано и увидено благодаря ему
audit-review = Рассмотреть
audit-review-says = Сначала посмотрите, что сделано и увидено. Сказанное здесь остаётся в реестре, отозвать его нельзя.
audit-justified-question = Было ли это оправдано?
audit-justified = Оправдано
audit-not-justified = Не оправдано
audit-note = Что вы установили
audit-note-hint = Без имён и диагнозов
audit-record-review = Записать рассмотрение

audit-trail = Журнал
audit-newer = Искать новые
audit-older = Загрузить ещё
audit-all = Загрузить всё
audit-stop = Остановить
audit-progress = Загружено из всех записей
audit-loaded = Загружено { $loaded } из { $count } записей, сначала самые новые.
audit-found = { $count ->
        [one] Подходит { $shown } из них.
        [few] Подходят { $shown } из них.
        [many] Подходят { $shown } из них.
       *[other] Подходит { $shown } из них.
    }
audit-sought-in-part = Поиск идёт по загруженному. Загрузите всё, чтобы искать везде.
audit-none-found = Среди загруженных такой записи нет.
audit-printed = Печатаются только первые { $count } записей.
audit-sought = Искали:
audit-clear = Очистить

audit-number = №
audit-at = Когда
audit-actor = Кто
audit-actor-hint = Имя для входа или идентификатор учётной записи
audit-act = Действие
audit-subject = О чём
audit-subject-hint = Например request/… или часть идентификатора
audit-purpose = Цель
audit-outcome = Исход
audit-from = С дня (UTC)
audit-to = По день (UTC)
audit-machine = Система
audit-emergency = Экстренно
audit-hits = { $count ->
        [one] { $shown } совпадение
        [few] { $shown } совпадения
        [many] { $shown } совпадений
       *[other] { $shown } совпадения
    }
audit-outcome-done = Выполнено
audit-outcome-repeated = Повторено
audit-outcome-shown = Показано
audit-outcome-hit = Показано в списке
audit-outcome-hits = Совпадения
audit-outcome-streamed = Сообщено вживую
audit-outcome-forbidden = Запрещено
audit-outcome-not-found = Не найдено
audit-outcome-stale = Устарело
audit-outcome-refused = Отказано
audit-outcome-logged-in = Вход выполнен
audit-outcome-logged-in-by-a-recovery-code = Вход по коду восстановления
audit-outcome-logged-out = Выход выполнен
audit-outcome-wrong-password = Неверный пароль
audit-outcome-wrong-code = Неверный код
