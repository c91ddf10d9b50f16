# Облікові записи, ролі та організації і що з ними роблять адміністратори.

people-lead = Ви забезпечуєте роботу системи. Пацієнтів вам не показують.
people-lead-audit = Хто має яку роль і де.
people-side = Що показано
people-accounts = Облікові записи
people-organisations = Організації
people-account = Обліковий запис
people-all = Усі облікові записи
people-all-organisations = Усі організації
people-count = { $shown ->
        [one] { $shown } запис із { $all }
        [few] { $shown } записи з { $all }
        [many] { $shown } записів із { $all }
       *[other] { $shown } запису з { $all }
    }
people-seek = Пошук
people-seek-hint = Ім’я для входу, організація або ідентифікатор
people-any = Усі
people-none-found = Такого облікового запису немає.
people-no-accounts = Облікових записів тут ще немає.
people-no-organisations = Організацій ще немає. Додайте організацію, перш ніж відкривати облікові записи.
people-organisation-first = Обліковий запис належить організації. Спершу додайте її.
people-role = Роль
people-roles = Ролі
people-no-roles = Без ролей
people-standing = Стан
people-standing-active = Діє
people-standing-invited = Запрошено
people-standing-late = Запрошення прострочене
people-standing-suspended = Призупинено
people-invited-until = Запрошення діє до
people-account-id = Ідентифікатор запису
people-in-audit = Що цей запис робив і бачив

people-open = Відкрити обліковий запис
people-open-and-invite = Відкрити й запросити
people-login-hint = Те, з чим ця людина входитиме. Потім не змінюється.
people-login-taken = Хтось уже входить із цим ім’ям.
people-choose = Виберіть…
people-opened = Обліковий запис { $login } відкрито.
people-to-account = До облікового запису
people-invite-there = Обліковий запис відкрито. Створіть запрошення на його сторінці.
people-invited = Запрошення для { $login }
people-invited-says = Це посилання показано лише тепер. Передайте його власникові запису, і нікому іншому, безпечним шляхом. Хто його відкриє, той і вибере пароль.
people-invitation-link = Посилання
people-good-until = Діє до
people-copy = Копіювати
people-copied = Скопійовано

people-not-beside = Не разом із: { $roles }
people-apart = Ці ролі ніколи не поєднують.
people-pair = { $role } і { $other }:
people-apart-adopt = хто пропонує план, той його не затверджує.
people-apart-endorse = хто пише заявку, той її не погоджує.
people-apart-fit = хто просить перевезти пацієнта, не вирішує, чи той придатний до польоту і наскільки це терміново.
people-apart-bed = хто просить ліжко, той не відповідає; згода — слово лікарні.
people-apart-approve = експлуатант приймає завдання; хто схвалює місію, той її не приймає.
people-apart-patients = адміністратор не читає даних пацієнтів.
people-apart-looks = хто надає ролі й може писати на сервер, не дивиться, хто кого переглядав.
people-apart-part = ніхто не перевіряє того, у чому бере участь.
people-apart-review = ніхто не перевіряє того, у чому бере участь, і не розглядає екстрений доступ поряд із тим, хто його відкрив.
people-apart-public = хто говорить із громадськістю, не бачить особистих даних.

people-own = Це ваш власний обліковий запис. Ніхто не змінює власних ролей, не призупиняє власного запису й не скидає власного другого фактора: це робить інший адміністратор. Ваш пароль і другий фактор — на сторінці вашого запису.
people-save-roles = Зберегти ролі
people-saved = Збережено.
people-changed-meanwhile = Тим часом це змінив хтось інший.
people-stale = Тим часом цей запис змінив хтось інший. Його прочитано знову: перегляньте й повторіть дію.
people-roles-were = Коли ви почали:
people-roles-are = Тепер:
people-roles-both = Разом із вашими змінами:
people-put-on-top = Додати мої зміни
people-take-theirs = Узяти чужі зміни
people-keep-mine = Залишити набране мною

people-why = Причина
people-invite = Нове запрошення
people-invite-says = Власник вибирає пароль за посиланням, яке вам показують один раз. Попереднє запрошення більше не діє.
people-suspend = Призупинити
people-suspend-says = Відтепер запис нічого не може, його сеанси завершуються. Зроблене ним лишається в реєстрі.
people-reinstate = Поновити дію
people-reinstate-says = Запис знову може входити з тими ролями, які має.
people-factor = Другий фактор
people-factor-there = Підключено
people-factor-none = Немає
people-factor-is = Під час кожного входу запитується код.
people-factor-is-not = Запис захищено лише паролем. Власник підключає другий фактор на сторінці свого запису.
people-reset = Скинути другий фактор
people-reset-says = Для того, хто втратив пристрій і всі коди відновлення. Переконайтеся, що це справді ця людина. Усі сеанси запису завершуються; причина лишається в реєстрі.
people-sign-on = Єдиний вхід
people-not-linked = Не пов’язано з єдиним входом організації.
people-no-sign-on = Цей сервер ще не налаштовано на єдиний вхід. Зроблені зараз зв’язки діятимуть після налаштування.
people-link = Пов’язати
people-unlink = Роз’єднати
people-unlink-says = Ця людина більше не зможе входити через єдиний вхід організації. Пароль лишається без змін.
people-issuer = Видавець
people-issuer-hint = Як називає себе служба входу, з https://
people-subject = Суб’єкт
people-subject-hint = Як вона називає цю людину (sub); у жодному разі не ім’я чи адреса, що можуть перейти до іншого

people-new-organisation = Нова організація
people-organisation-id = Коротка назва
people-organisation-id-hint = Малими латинськими літерами без пробілів, наприклад ministry. Потім не змінюється.
people-organisation-known = Така вже є.
people-name = Назва
people-facilities = Заклади
people-facilities-hint = Ідентифікатори з таблиць, по одному в рядку. Заклад належить лише одній організації.
people-operators = Експлуатанти
people-operators-hint = Назви експлуатантів літаків із таблиць, по одній у рядку
people-known = Що відомо
people-describe = Змінити
people-none = Немає

people-end-token = Відкликати токен
people-end-token-says = Токен, знайдений там, де його не повинно бути, відкликають одразу, чий би він не був. Відтоді системам, що ним користуються, відмовляють.
people-end-token-by = За якими даними
people-token-id = Ідентифікатор токена
people-token-itself = Сам токен
people-token-ended = Токен відкликано.
