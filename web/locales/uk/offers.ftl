# Beds: what is offered, who has it; and what a receiving hospital has to do.

offers-map = Ліжка за закладами, профілями і днями
offers-table = Пропозиції ліжок
offers-offer = Пропозиція
offers-one = Пропозиція { $offer }
offers-facility = Заклад
offers-specialty = Профіль
offers-country = Країна
offers-beds = Ліжка
offers-free = Вільно
offers-free-of = вільно { $free } з { $total ->
        [one] { $total } ліжка
        [few] { $total } ліжок
        [many] { $total } ліжок
       *[other] { $total } ліжка
    }
offers-no-beds = ліжок немає
offers-sum = { $offers ->
        [one] { $offers } пропозиція
        [few] { $offers } пропозиції
        [many] { $offers } пропозицій
       *[other] { $offers } пропозиції
    }, зараз вільно { $free } з { $total ->
        [one] { $total } ліжка
        [few] { $total } ліжок
        [many] { $total } ліжок
       *[other] { $total } ліжка
    }
offers-state = Стан
offers-first-day = Перший день прибуття
offers-last-day = Останній день прибуття
offers-arrivals = Прибуття
offers-days = прибуття з { $from } до { $to }
offers-days-hint = Цей день включно, за часом закладу
offers-expires = Дійсна до
offers-expires-hint = Після цього нікого не скеровують. Ваш часовий пояс: { $zone }
offers-no-expiry = без строку
offers-conditions = Умови
offers-conditions-hint = Словами, для центру. Без імен пацієнтів.
offers-isolation = Приймає пацієнтів, які потребують ізоляції
offers-companions = Супровідників на пацієнта, не більше
offers-companions-hint = Порожньо: без обмежень. 0: жодного.
offers-sex = Для пацієнтів цієї статі
offers-sex-both = обидві статі
offers-age-from = Найменший вік у роках
offers-age-to = Найбільший вік у роках
offers-stay = Очікуване перебування в днях
offers-yes = так
offers-no = ні
offers-not-said-no = не вказано (ні)
offers-choose = Виберіть
offers-more = Більше: строк дії, обмеження, умови
offers-beds-taken = { $taken ->
        [one] { $taken } зайняте
        [few] { $taken } зайняті
        [many] { $taken } зайнято
       *[other] { $taken } зайнято
    }

offers-today = сьогодні
offers-key = Що означають відтінки
offers-key-none = вільних немає
offers-key-some = частина вільна
offers-key-all = усі вільні
offers-key-days = Вільні/усі. Надане ліжко вважається зайнятим у всі дні своєї пропозиції.
offers-filter = Вибрати, що показувати
offers-view = Як показувати ліжка
offers-view-map = За днями
offers-view-list = За пропозиціями
offers-any = усі
offers-only-free = Лише з вільними ліжками
offers-none-such = Таких пропозицій немає.
offers-show-all = Показати все
offers-empty = Ліжок ще не запропоновано. Лікарні пропонують їх тут; без них немає плану.
offers-empty-own = Ви ще не запропонували ліжок. Запропонуйте їх, і центр зможе просити вас прийняти пацієнтів.
offers-nobody = Жодного ліжка не надано.
offers-held = Зарезервовано: { $count }
offers-held-until = до
offers-confirmed = Прийнято: { $count }
offers-consumed = На ліжках: { $count }
offers-says = Що пропонується
offers-why-withdrawn = Відкликано, бо:
offers-to-all = Усі ліжка операції

offers-new = Запропонувати ліжка
offers-promise = Пообіцяти ці ліжка
offers-no-facility = Для вашої організації не записано жодного закладу. Попросіть адміністратора додати його.
offers-change = Змінити
offers-change-title = Змінити пропозицію { $offer }
offers-discard = Залишити, як було
offers-clash = { $column }: ви вказали «{ $mine }», хтось інший вказав «{ $theirs }».
offers-theirs = { $column }: тепер «{ $theirs }».
offers-take-theirs = Узяти чужі зміни
offers-merge-says = Набране вами збережено. Перегляньте й збережіть ще раз.
offers-withdraw = Відкликати
offers-withdraw-title = Відкликати пропозицію { $offer }
offers-withdraw-says = { $free ->
        [one] Відкликається { $free } вільне ліжко.
        [few] Відкликаються { $free } вільні ліжка.
        [many] Відкликається { $free } вільних ліжок.
       *[other] Відкликається { $free } вільного ліжка.
    } Поясніть чому, щоб центр міг планувати без них.
offers-withdraw-taken = Прийняті пацієнти залишаються прийнятими ({ $confirmed }). Лише зарезервовані ліжка ({ $held }) підтвердити вже не можна.
offers-reason = Причина

offers-fault-needed = Це потрібно вказати.
offers-fault-beds = Ціле число ліжок, щонайменше 1.
offers-fault-taken = { $taken ->
        [one] { $taken } ліжко зайняте: менше бути не може.
        [few] { $taken } ліжка зайняті: менше бути не може.
        [many] { $taken } ліжок зайнято: менше бути не може.
       *[other] { $taken } ліжка зайнято: менше бути не може.
    }
offers-fault-days = Останній день раніше першого.
offers-fault-companions = Ціле число від 0 до 20.
offers-fault-age = Ціле число років від 0 до 125.
offers-fault-ages = Найбільший вік менший за найменший.
offers-fault-stay = Ціле число днів від 1 до 3650.

needs-number = Потреба { $number }
needs-asked = Вас просять прийняти ({ $count })
needs-asked-none = Зараз вас ні про кого не просять. Коли центр попросить ваше ліжко, пацієнт з’явиться тут без імені, зі строком для відповіді.
needs-answer-by = Відповісти до
needs-age = вік { $from }–{ $to }
needs-also = або також: { $specialties }
needs-ventilated = на ШВЛ
needs-oxygen = кисень { $litres } л/хв
needs-bariatric = потребує місця двох нош
needs-medical-attendants = { $count ->
        [one] { $count } медичний супровідник
        [few] { $count } медичні супровідники
        [many] { $count } медичних супровідників
       *[other] { $count } медичного супровідника
    }
needs-companions = { $count ->
        [one] { $count } супровідник
        [few] { $count } супровідники
        [many] { $count } супровідників
       *[other] { $count } супровідника
    }
needs-stay = { $days ->
        [one] перебування близько { $days } дня
        [few] перебування близько { $days } днів
        [many] перебування близько { $days } днів
       *[other] перебування близько { $days } дня
    }
needs-bed-kept = Зарезервоване для цього пацієнта ліжко:
needs-bed-asked = Ліжко із запиту:
needs-first-takes = Запит отримали кілька лікарень: пацієнта приймає та, що погодиться першою.
needs-which-offer = Яка з ваших пропозицій
needs-accept = Прийняти
needs-yes-take = Так, приймаємо цього пацієнта
needs-not-yet = Ще ні
needs-accepted = Ви приймаєте { $number }. Тепер видно ім’я.
needs-decline = Відмовити
needs-decline-title = Відмовити щодо { $number }
needs-declined = Відмовлено: { $number }. Центр шукає інше ліжко.
needs-cannot = Ми все ж не можемо прийняти цього пацієнта
needs-more = Показати ще ({ $count })
needs-why = Чому
needs-note = Примітка
needs-note-hint = Для центру. Без імен.
needs-arriving = Прямують до вас ({ $count })
needs-arriving-none = До вас ніхто не прямує.
needs-arrives = Прибуття
needs-no-time = часу прибуття ще немає
needs-conditions = У польоті:
needs-bed = Ліжко:
needs-arrived = Прибули: підпишіть приймання ({ $count })
needs-arrived-says = З моменту вашого підпису за пацієнта відповідаєте ви. Спершу звірте два ідентифікатори.
needs-sign-open = Підписати приймання
needs-sign = Підписати
needs-signatory = Хто підписує
needs-signatory-hint = Ім’я та посада
needs-condition = Стан на момент прибуття
needs-condition-hint = Своїми словами
needs-documents = Отримані документи та речі
needs-documents-hint = Що прибуло з пацієнтом або чого бракує
needs-signed-for = Приймання { $number } підписано.
needs-signed = Приймання підписано ({ $count })
needs-own-beds = Ваші ліжка
