# Учётные записи, роли и организации и что с ними делают администраторы.

people-lead = Вы обеспечиваете работу системы. Пациентов вам не показывают.
people-lead-audit = У кого какая роль и где.
people-side = Что показано
people-accounts = Учётные записи
people-organisations = Организации
people-account = Учётная запись
people-all = Все учётные записи
people-all-organisations = Все организации
people-count = { $shown ->
        [one] { $shown } учётная запись из { $all }
        [few] { $shown } учётные записи из { $all }
        [many] { $shown } учётных записей из { $all }
       *[other] { $shown } учётной записи из { $all }
    }
people-seek = Поиск
people-seek-hint = Имя для входа, организация или идентификатор
people-any = Все
people-none-found = Такой учётной записи нет.
people-no-accounts = Учётных записей здесь пока нет.
people-no-organisations = Организаций пока нет. Добавьте организацию, прежде чем открывать учётные записи.
people-organisation-first = Учётная запись принадлежит организации. Сначала добавьте её.
people-role = Роль
people-roles = Роли
people-no-roles = Без ролей
people-standing = Состояние
people-standing-active = Действует
people-standing-invited = Приглашение действует
people-standing-late = Приглашение истекло
people-standing-suspended = Приостановлена
people-invited-until = Приглашение действует до
people-account-id = Идентификатор учётной записи
people-in-audit = Что сделано и увидено под этой учётной записью

people-open = Открыть учётную запись
people-open-and-invite = Открыть и пригласить
people-login-hint = То, с чем этот человек будет входить. Потом не меняется.
people-login-taken = Кто-то уже входит с этим именем.
people-choose = Выберите…
people-opened = Учётная запись { $login } открыта.
people-to-account = К учётной записи
people-invite-there = Учётная запись открыта. Создайте приглашение на её странице.
people-invited = Приглашение для { $login }
people-invited-says = Эта ссылка показана только сейчас. Передайте её владельцу учётной записи, и никому другому, безопасным путём. Кто её откроет, тот и выберет пароль.
people-invitation-link = Ссылка
people-good-until = Действует до
people-copy = Копировать
people-copied = Скопировано

people-not-beside = Не вместе с: { $roles }
people-apart = Эти роли никогда не совмещают.
people-pair = { $role } и { $other }:
people-apart-adopt = кто предлагает план, тот его не утверждает.
people-apart-endorse = кто пишет заявку, тот её не согласует.
people-apart-fit = кто просит перевезти пациента, не решает, годен ли тот к полёту и насколько это срочно.
people-apart-bed = кто просит койку, тот не отвечает; согласие — слово больницы.
people-apart-approve = эксплуатант принимает задание; кто утверждает миссию, тот её не принимает.
people-apart-patients = администратор не читает данных пациентов.
people-apart-looks = кто выдаёт роли и может писать на сервер, не смотрит, кто кого просматривал.
people-apart-part = никто не проверяет того, в чём участвует.
people-apart-review = никто не проверяет того, в чём участвует, и не рассматривает экстренный доступ наряду с тем, кто его открыл.
people-apart-public = кто говорит с общественностью, не видит личных данных.

people-own = Это ваша собственная учётная запись. Никто не меняет собственные роли, не приостанавливает себя и не сбрасывает собственный второй фактор: это делает другой администратор. Ваш пароль и второй фактор — на странице вашей учётной записи.
people-save-roles = Сохранить роли
people-saved = Сохранено.
people-changed-meanwhile = Тем временем это изменил кто-то другой.
people-stale = Тем временем эту учётную запись изменил кто-то другой. Она прочитана заново: посмотрите и повторите действие.
people-roles-were = Когда вы начали:
people-roles-are = Сейчас:
people-roles-both = Вместе с вашими изменениями:
people-put-on-top = Добавить мои изменения
people-take-theirs = Взять чужие изменения
people-keep-mine = Оставить набранное мной

people-why = Причина
people-invite = Новое приглашение
people-invite-says = Владелец выбирает пароль по ссылке, которую вам показывают один раз. Прежнее приглашение больше не действует.
people-suspend = Приостановить
people-suspend-says = Отныне учётная запись ничего не может, её сеансы завершаются. Сделанное ею остаётся в реестре.
people-reinstate = Возобновить доступ
people-reinstate-says = Учётная запись снова может входить с теми ролями, которые у неё есть.
people-factor = Второй фактор
people-factor-there = Подключён
people-factor-none = Нет
people-factor-is = При каждом входе запрашивается код.
people-factor-is-not = Учётная запись защищена только паролем. Владелец подключает второй фактор на странице своей учётной записи.
people-reset = Сбросить второй фактор
people-reset-says = Для того, кто потерял устройство и все коды восстановления. Убедитесь, что это действительно этот человек. Все сеансы учётной записи завершаются; причина остаётся в реестре.
people-sign-on = Единый вход
people-not-linked = Не связана с единым входом организации.
people-no-sign-on = Этот сервер ещё не настроен на единый вход. Сделанные сейчас связи будут действовать после настройки.
people-link = Связать
people-unlink = Отвязать
people-unlink-says = Этот человек больше не сможет входить через единый вход организации. Пароль остаётся прежним.
people-issuer = Издатель
people-issuer-hint = Как называет себя служба входа, с https://
people-subject = Субъект
people-subject-hint = Как она называет этого человека (sub); ни в коем случае не имя и не адрес, которые могут перейти к другому

people-new-organisation = Новая организация
people-organisation-id = Короткое имя
people-organisation-id-hint = Строчными латинскими буквами без пробелов, например ministry. Потом не меняется.
people-organisation-known = Такая уже есть.
people-name = Название
people-facilities = Учреждения
people-facilities-hint = Идентификаторы из таблиц, по одному в строке. Учреждение принадлежит только одной организации.
people-operators = Эксплуатанты
people-operators-hint = Названия эксплуатантов воздушных судов из таблиц, по одному в строке
people-known = Что известно
people-describe = Изменить
people-none = Нет

people-end-token = Отозвать токен
people-end-token-says = Токен, найденный там, где его быть не должно, отзывают сразу, чей бы он ни был. С этого времени машинам, которые им пользуются, отказывают.
people-end-token-by = По чему
people-token-id = Идентификатор токена
people-token-itself = Сам токен
people-token-ended = Токен отозван.
