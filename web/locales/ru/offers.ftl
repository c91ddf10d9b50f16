# Beds: what is offered, who has it; and what a receiving hospital has to do.

offers-map = Койки по учреждениям, профилям и дням
offers-table = Предложения коек
offers-offer = Предложение
offers-one = Предложение { $offer }
offers-facility = Учреждение
offers-specialty = Профиль
offers-country = Страна
offers-beds = Койки
offers-free = Свободно
offers-free-of = свободно { $free } из { $total ->
        [one] { $total } койки
        [few] { $total } коек
        [many] { $total } коек
       *[other] { $total } койки
    }
offers-no-beds = коек нет
offers-sum = { $offers ->
        [one] { $offers } предложение
        [few] { $offers } предложения
        [many] { $offers } предложений
       *[other] { $offers } предложения
    }, сейчас свободно { $free } из { $total ->
        [one] { $total } койки
        [few] { $total } коек
        [many] { $total } коек
       *[other] { $total } койки
    }
offers-state = Состояние
offers-first-day = Первый день прибытия
offers-last-day = Последний день прибытия
offers-arrivals = Прибытие
offers-days = прибытие с { $from } по { $to }
offers-days-hint = Этот день включительно, по времени учреждения
offers-expires = Действует до
offers-expires-hint = После этого никого не направляют. Ваш часовой пояс: { $zone }
offers-no-expiry = без срока
offers-conditions = Условия
offers-conditions-hint = Словами, для центра. Без имён пациентов.
offers-isolation = Принимает пациентов, нуждающихся в изоляции
offers-companions = Сопровождающих на пациента, не более
offers-companions-hint = Пусто: без ограничений. 0: ни одного.
offers-sex = Для пациентов этого пола
offers-sex-both = оба пола
offers-age-from = Наименьший возраст в годах
offers-age-to = Наибольший возраст в годах
offers-stay = Ожидаемое пребывание в днях
offers-yes = да
offers-no = нет
offers-not-said-no = не указано (нет)
offers-choose = Выберите
offers-more = Ещё: срок действия, ограничения, условия
offers-beds-taken = { $taken ->
        [one] { $taken } занята
        [few] { $taken } заняты
        [many] { $taken } занято
       *[other] { $taken } занято
    }

offers-today = сегодня
offers-key = Что означают оттенки
offers-key-none = свободных нет
offers-key-some = часть свободна
offers-key-all = все свободны
offers-key-days = Свободные/все. Выделенная койка считается занятой во все дни своего предложения.
offers-filter = Выбрать, что показывать
offers-view = Как показывать койки
offers-view-map = По дням
offers-view-list = По предложениям
offers-any = все
offers-only-free = Только со свободными койками
offers-none-such = Таких предложений нет.
offers-show-all = Показать все
offers-empty = Койки ещё не предложены. Больницы предлагают их здесь; без них нет плана.
offers-empty-own = Вы ещё не предложили коек. Предложите их, и центр сможет просить вас принять пациентов.
offers-nobody = Ни одна койка не выделена.
offers-held = Зарезервировано: { $count }
offers-held-until = до
offers-confirmed = Принято: { $count }
offers-consumed = На койке: { $count }
offers-says = Что предлагается
offers-why-withdrawn = Отозвано, потому что:
offers-to-all = Все койки операции

offers-new = Предложить койки
offers-promise = Обещать эти койки
offers-no-facility = Для вашей организации не записано ни одного учреждения. Попросите администратора добавить его.
offers-change = Изменить
offers-change-title = Изменить предложение { $offer }
offers-discard = Оставить как было
offers-clash = { $column }: вы указали «{ $mine }», кто-то другой указал «{ $theirs }».
offers-theirs = { $column }: теперь «{ $theirs }».
offers-take-theirs = Взять чужое значение
offers-merge-says = Набранное вами сохранено. Просмотрите и сохраните ещё раз.
offers-withdraw = Отозвать
offers-withdraw-title = Отозвать предложение { $offer }
offers-withdraw-says = { $free ->
        [one] Отзывается { $free } свободная койка.
        [few] Отзываются { $free } свободные койки.
        [many] Отзывается { $free } свободных коек.
       *[other] Отзывается { $free } свободной койки.
    } Объясните, почему, чтобы центр мог планировать без них.
offers-withdraw-taken = Принятые пациенты остаются принятыми ({ $confirmed }). На койки, которые только зарезервированы ({ $held }), принять пациентов уже нельзя.
offers-reason = Причина

offers-fault-needed = Это нужно указать.
offers-fault-beds = Целое число коек, не меньше 1.
offers-fault-taken = { $taken ->
        [one] { $taken } койка занята: меньше быть не может.
        [few] { $taken } койки заняты: меньше быть не может.
        [many] { $taken } коек занято: меньше быть не может.
       *[other] { $taken } койки занято: меньше быть не может.
    }
offers-fault-days = Последний день раньше первого.
offers-fault-companions = Целое число от 0 до 20.
offers-fault-age = Целое число лет от 0 до 125.
offers-fault-ages = Наибольший возраст меньше наименьшего.
offers-fault-stay = Целое число дней от 1 до 3650.

needs-number = Потребность { $number }
needs-asked = Вас просят принять ({ $count })
needs-asked-none = Сейчас вас ни о ком не просят. Когда центр попросит вашу койку, пациент появится здесь без имени, со сроком для ответа.
needs-answer-by = Ответить до
needs-age = возраст { $from }–{ $to }
needs-also = подойдут также: { $specialties }
needs-ventilated = на ИВЛ
needs-oxygen = кислород { $litres } л/мин
needs-bariatric = занимает место двух носилок
needs-medical-attendants = { $count ->
        [one] { $count } медицинский сопровождающий
        [few] { $count } медицинских сопровождающих
        [many] { $count } медицинских сопровождающих
       *[other] { $count } медицинского сопровождающего
    }
needs-companions = { $count ->
        [one] { $count } сопровождающий
        [few] { $count } сопровождающих
        [many] { $count } сопровождающих
       *[other] { $count } сопровождающего
    }
needs-stay = { $days ->
        [one] пребывание около { $days } дня
        [few] пребывание около { $days } дней
        [many] пребывание около { $days } дней
       *[other] пребывание около { $days } дня
    }
needs-bed-kept = Койка, зарезервированная для этого пациента:
needs-bed-asked = Запрошенная койка:
needs-first-takes = Запрошено несколько больниц: пациента принимает та, что согласится первой.
needs-which-offer = Какое из ваших предложений
needs-accept = Принять
needs-yes-take = Да, принимаем этого пациента
needs-not-yet = Пока нет
needs-accepted = Вы принимаете { $number }. Теперь видно имя.
needs-decline = Отказать
needs-decline-title = Отказать: { $number }
needs-declined = Отказано: { $number }. Центр ищет другую койку.
needs-cannot = Мы всё же не можем принять этого пациента
needs-more = Показать ещё ({ $count })
needs-why = Почему
needs-note = Примечание
needs-note-hint = Для центра. Без имён.
needs-arriving = Направляются к вам ({ $count })
needs-arriving-none = К вам никто не направляется.
needs-arrives = Прибытие
needs-no-time = времени прибытия пока нет
needs-conditions = В полёте:
needs-bed = Койка:
needs-arrived = Прибыли: подпишите приём ({ $count })
needs-arrived-says = После вашей подписи за пациента отвечаете вы. Сначала сверьте два идентификатора.
needs-sign-open = Подписать передачу
needs-sign = Подписать
needs-signatory = Кто подписывает
needs-signatory-hint = Имя и должность
needs-condition = Состояние при прибытии
needs-condition-hint = Своими словами
needs-documents = Полученные документы и вещи
needs-documents-hint = Что прибыло с пациентом или чего не хватает
needs-signed-for = Приём { $number } подписан.
needs-signed = Приём подписан ({ $count })
needs-own-beds = Ваши койки
