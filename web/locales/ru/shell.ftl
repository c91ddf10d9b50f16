# The frame, logging in, and words that every page uses.

skip-to-main = Перейти к основному содержанию
nav-label = Разделы
operation = Операция
organisation = Организация
own-menu = Моя учётная запись и настройки
own-account = Моя учётная запись
language = Язык
theme = Цвета
theme-auto = Как на этом устройстве
theme-light = Светлые
theme-dark = Тёмные
close = Закрыть
cancel = Отмена
save = Сохранить
loading = Загрузка
nothing = Здесь пока ничего нет.
try-again = Попробовать ещё раз

nav-start = Начало
    .says = Что мне нужно сделать
nav-requests = Заявки
    .says = Пациенты, которых нужно эвакуировать, и состояние каждой заявки
nav-needs = Потребности и прибытия
    .says = Пациенты, которых нас просят принять, и те, кто прибывает
nav-offers = Койки
    .says = Койки по больницам, профилям и дням
nav-clearances = Разрешения
    .says = Разрешения государств и миссии, которые их ждут
nav-plans = Планы
    .says = Планировать, сравнивать, объяснять, утверждать
nav-watch = Наблюдение
    .says = Выполняемые миссии и сообщения с них
nav-people = Люди
    .says = Учётные записи, роли и организации
nav-audit = Аудит
    .says = Кто что делал и просматривал
nav-figures = Показатели
    .says = Числа, которые можно публиковать

log-in = Войти
log-out = Выйти
log-in-sign-on = Войти через мою организацию
login = Имя для входа
password = Пароль
second-factor-code = Код второго фактора
second-factor-code-hint = Из вашего приложения или код восстановления
demonstration-says = Это демонстрация с вымышленными людьми. Выберите роль, чтобы ознакомиться:
unreachable = Сервер не отвечает
unreachable-says = Возможно, нет связи. То, о чём вы сообщили на этом устройстве, сохранено и будет отправлено, когда связь восстановится.
not-found = Здесь ничего нет
not-found-says = По этому адресу ничего нет, или вам это недоступно.
must-change = Выберите другой пароль
must-change-says = Ваш пароль выбрал кто-то другой. Чтобы продолжить, выберите такой, который знаете только вы.
change-password = Сменить пароль
password-old = Текущий пароль
password-new = Новый пароль
password-new-hint = Длинный: несколько слов лучше, чем особые знаки
password-again = Новый пароль ещё раз
password-differs = Пароли не совпадают
invitation = Приглашение
invitation-done = Пароль установлен. Теперь вы можете войти.

link-connecting = Соединение
link-open = На связи
link-lost = Нет связи
link-lost-since = Нет связи { $age }
outbox-waiting = { $count ->
        [one] { $count } сообщение не отправлено
        [few] { $count } сообщения не отправлены
        [many] { $count } сообщений не отправлено
       *[other] { $count } сообщения не отправлено
    }
outbox-refused = { $count ->
        [one] { $count } сообщение отклонено
        [few] { $count } сообщения отклонены
        [many] { $count } сообщений отклонено
       *[other] { $count } сообщения отклонено
    }

span-minutes = { $minutes } мин
span-hours = { $hours } ч { $minutes } мин
span-days = { $days } д { $hours } ч
age-ago = { $span } назад
age-in = через { $span }
age-late = опоздание { $span }

due = Нужно сделать
deadline = Срок
due-for-me = Нужно сделать мне
nothing-due = Сейчас вам ничего делать не нужно.
start-with = Начните с
what-to-do = Что делать
request = Заявка

problem-offline = Нет связи с сервером.
problem-unreadable = Ответ сервера невозможно прочитать.
problem-bug = На этой странице произошла ошибка.
problem-bad-request = Сервер не смог прочитать отправленное.
problem-invalid = Что-то из указанного не имеет смысла.
problem-cross-site = Сервер считает, что это пришло с другого сайта.
problem-precondition-required = Не указана версия.
problem-busy = Сервер занят. Попробуйте ещё раз через мгновение.
problem-unknown = Что-то из названного не существует.
problem-exists = Такая запись уже есть.
problem-wrong-state = В текущем состоянии это невозможно.
problem-condition = Не выполнено необходимое условие.
problem-full = Ничего не осталось.
problem-findings = В отправленном есть ошибки.
problem-internal = На сервере произошёл сбой.
problem-anonymous = Ваш сеанс завершён.
problem-not-found = Такого нет, или вам это недоступно.
problem-forbidden = Ваша роль этого не позволяет.
problem-wrong-password = Неверное имя для входа или пароль.
problem-second-factor = Нужен код второго фактора.
problem-wrong-code = Код неверный. Каждый код принимается один раз: подождите следующего.
problem-wrong-invitation = Приглашение больше не действует. Попросите у администратора другое.
problem-password-change-needed = Сначала нужно сменить пароль.
problem-sign-on = Не удалось войти через вашу организацию.
problem-issuer-away = Служба входа вашей организации не отвечает.
problem-not-linked = Здесь нет учётной записи, связанной с вашей там.
problem-not-configured = Сервер для этого не настроен.
problem-throttled = Слишком много попыток. Немного подождите.
problem-stale = Кто-то изменил это после того, как вы его прочитали.
problem-key-reused = Тот же ключ уже использован для другого.
problem-already-made = Это уже сделано.
problem-unavailable = Хранилище сервера не отвечает.
