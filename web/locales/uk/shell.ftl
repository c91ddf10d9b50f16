# The frame, logging in, and words that every page uses.

skip-to-main = Перейти до основного вмісту
nav-label = Розділи
operation = Операція
organisation = Організація
own-menu = Мій обліковий запис і налаштування
own-account = Мій обліковий запис
language = Мова
theme = Кольори
theme-auto = Як на цьому пристрої
theme-light = Світлі
theme-dark = Темні
close = Закрити
cancel = Скасувати
save = Зберегти
loading = Завантаження
nothing = Тут ще нічого немає.
try-again = Спробувати ще раз

nav-start = Початок
    .says = Що я маю зробити
nav-requests = Заявки
    .says = Пацієнти, яких треба евакуювати, і стан кожної заявки
nav-needs = Потреби та прибуття
    .says = Пацієнти, яких нас просять прийняти, і ті, хто прибуває
nav-offers = Ліжка
    .says = Ліжка за лікарнями, профілями і днями
nav-clearances = Дозволи
    .says = Дозволи держав і місії, які на них чекають
nav-plans = Плани
    .says = Планувати, порівнювати, пояснювати, затверджувати
nav-watch = Спостереження
    .says = Місії, що виконуються, та донесення з них
nav-people = Люди
    .says = Облікові записи, ролі та організації
nav-audit = Аудит
    .says = Хто що робив і переглядав
nav-figures = Показники
    .says = Числа, які можна оприлюднювати

log-in = Увійти
log-out = Вийти
log-in-sign-on = Увійти через мою організацію
login = Ім’я для входу
password = Пароль
second-factor-code = Код другого фактора
second-factor-code-hint = З вашого застосунку або код відновлення
demonstration-says = Це демонстрація з вигаданими людьми. Виберіть роль, щоб ознайомитися:
unreachable = Сервер не відповідає
unreachable-says = Можливо, немає зв’язку. Те, про що ви повідомили на цьому пристрої, збережено й буде надіслано, щойно зв’язок відновиться.
not-found = Тут нічого немає
not-found-says = За цією адресою нічого немає, або вам це недоступно.
must-change = Виберіть інший пароль
must-change-says = Ваш пароль вибрав хтось інший. Щоб продовжити, виберіть такий, який знаєте лише ви.
change-password = Змінити пароль
password-old = Поточний пароль
password-new = Новий пароль
password-new-hint = Довгий: кілька слів надійніші за набір знаків
password-again = Новий пароль ще раз
password-differs = Паролі не збігаються
invitation = Запрошення
invitation-done = Пароль встановлено. Тепер ви можете увійти.

link-connecting = З’єднання
link-open = Наживо
link-lost = Немає зв’язку
link-lost-since = Немає зв’язку { $age }
outbox-waiting = { $count ->
        [one] { $count } донесення не надіслано
        [few] { $count } донесення не надіслано
        [many] { $count } донесень не надіслано
       *[other] { $count } донесення не надіслано
    }
outbox-refused = { $count ->
        [one] { $count } донесення відхилено
        [few] { $count } донесення відхилено
        [many] { $count } донесень відхилено
       *[other] { $count } донесення відхилено
    }

span-minutes = { $minutes } хв
span-hours = { $hours } год { $minutes } хв
span-days = { $days } д { $hours } год
age-ago = { $span } тому
age-in = через { $span }
age-late = запізнення { $span }

due = Належить зробити
deadline = Строк
due-for-me = Належить зробити мені
nothing-due = Зараз вам нічого робити не потрібно.
start-with = Почніть із цього
what-to-do = Що робити
request = Заявка

problem-offline = Немає зв’язку із сервером.
problem-unreadable = Відповідь сервера неможливо прочитати.
problem-bug = На цій сторінці сталася помилка.
problem-bad-request = Сервер не зміг прочитати надіслане.
problem-invalid = Деякі з указаних даних некоректні.
problem-cross-site = Сервер вважає, що це надійшло з іншого сайту.
problem-precondition-required = Не вказано версію.
problem-busy = Сервер зайнятий. Спробуйте ще раз за мить.
problem-unknown = Щось із названого не існує.
problem-exists = Такий запис уже є.
problem-wrong-state = У поточному стані це неможливо.
problem-condition = Не виконано потрібної умови.
problem-full = Вільного вже не залишилося.
problem-findings = У надісланому є помилки.
problem-internal = На сервері стався збій.
problem-anonymous = Ваш сеанс завершено.
problem-not-found = Такого немає, або вам це недоступно.
problem-forbidden = Ваша роль цього не дозволяє.
problem-wrong-password = Неправильне ім’я для входу або пароль.
problem-second-factor = Потрібен код другого фактора.
problem-wrong-code = Код неправильний. Кожен код приймається один раз: зачекайте на наступний.
problem-wrong-invitation = Запрошення вже недійсне. Попросіть в адміністратора інше.
problem-password-change-needed = Спочатку потрібно змінити пароль.
problem-sign-on = Не вдалося увійти через вашу організацію.
problem-issuer-away = Служба входу вашої організації не відповідає.
problem-not-linked = Тут немає облікового запису, пов’язаного з вашим там.
problem-not-configured = Сервер для цього не налаштовано.
problem-throttled = Забагато спроб. Зачекайте трохи.
problem-stale = Хтось змінив це після того, як ви його прочитали.
problem-key-reused = Той самий ключ уже використано для іншого.
problem-already-made = Це вже зроблено.
problem-unavailable = Сховище сервера не відповідає.
