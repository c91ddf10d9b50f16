# Аудит: журнал, ланцюги, екстрені доступи.

task-look-at-the-emergency-access = Розглянути екстрений доступ

audit-lead = Хто що зробив і побачив, і чи цілий запис про це. Ваші перегляди теж у ньому.
audit-lead-verify = Чи цілий запис про зроблене й побачене. Самі записи показують лише аудиторам.
audit-print = Друкувати

audit-chains = Ланцюги
audit-chains-says = Кожен запис аудиту й кожен факт реєстру пов’язано з попереднім. Перевірка знаходить усе, що змінено, вилучено, переміщено чи відрізано.
audit-verify = Перевірити ланцюги
audit-verify-again = Перевірити знову
audit-verifying = Усе читається і звіряється з ланцюгами. Це може тривати деякий час.
audit-sound = Обидва ланцюги цілі.
audit-unsound = Ланцюг порушено.
audit-unsound-do = Нічого не змінюйте на сервері. Збережіть копію його сховища й повідомте тих, хто за нього відповідає.
audit-heads = { $count ->
        [one] Кінець ланцюга підписано { $shown } раз.
        [few] Кінець ланцюга підписано { $shown } рази.
        [many] Кінець ланцюга підписано { $shown } разів.
       *[other] Кінець ланцюга підписано { $shown } раза.
    }
audit-chain-audit = Аудит
audit-chain-log = Реєстр

audit-reviews = Екстрені доступи до розгляду
audit-no-reviews = Жоден екстрений доступ не чекає розгляду.
audit-access-reason = Указана причина:
audit-access-until = Доступ до
audit-what-was-seen = Що зроблено й побачено завдяки йому
audit-review = Розглянути
audit-review-says = Спершу перегляньте, що зроблено й побачено. Сказане тут лишається в реєстрі, його не можна відкликати.
audit-justified-question = Чи було це виправдано?
audit-justified = Виправдано
audit-not-justified = Не виправдано
audit-note = Що ви встановили
audit-note-hint = Без імен і діагнозів
audit-record-review = Записати розгляд

audit-trail = Журнал
audit-newer = Шукати новіші
audit-older = Завантажити ще
audit-all = Завантажити все
audit-stop = Зупинити
audit-progress = Завантажено з усіх записів
audit-loaded = Завантажено записів: { $loaded } із { $count }, найновіші спочатку.
audit-found = { $count ->
        [one] Відповідає { $shown } з них.
        [few] Відповідають { $shown } з них.
        [many] Відповідають { $shown } з них.
       *[other] Відповідає { $shown } з них.
    }
audit-sought-in-part = Пошук іде в завантаженому. Завантажте все, щоб шукати всюди.
audit-none-found = Серед завантажених такого запису немає.
audit-printed = Друкуються лише перші { $count } записів.
audit-sought = Шукали:
audit-clear = Очистити

audit-number = №
audit-at = Коли
audit-actor = Хто
audit-actor-hint = Ім’я для входу або ідентифікатор облікового запису
audit-act = Дія
audit-subject = Про що
audit-subject-hint = Наприклад request/… або частина ідентифікатора
audit-purpose = Мета
audit-outcome = Результат
audit-from = Від дня (UTC)
audit-to = До дня (UTC)
audit-machine = Система
audit-emergency = Екстрено
audit-hits = { $count ->
        [one] { $shown } збіг
        [few] { $shown } збіги
        [many] { $shown } збігів
       *[other] { $shown } збігу
    }
audit-outcome-done = Виконано
audit-outcome-repeated = Повторено
audit-outcome-shown = Показано
audit-outcome-hit = Показано у списку
audit-outcome-hits = Збіги
audit-outcome-streamed = Повідомлено наживо
audit-outcome-forbidden = Заборонено
audit-outcome-not-found = Не знайдено
audit-outcome-stale = Застаріло
audit-outcome-refused = Відмовлено
audit-outcome-logged-in = Вхід виконано
audit-outcome-logged-in-by-a-recovery-code = Вхід за кодом відновлення
audit-outcome-logged-out = Вихід виконано
audit-outcome-wrong-password = Неправильний пароль
audit-outcome-wrong-code = Неправильний код
