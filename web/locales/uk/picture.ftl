# Часова шкала, карта та салон.
picture-zoom-in = Збільшити
picture-zoom-out = Зменшити
picture-zoom-all = Показати все
picture-plan-map = Карта плану

picture-map-disclaimer = Кордони, назви та штрихові лінії на цій карті приблизні. Вони не означають схвалення і не виражають думки щодо правового статусу будь-якої території чи проходження її кордонів.
picture-map-source = Контури: Natural Earth, суспільне надбання. Плечі показано дугами великого кола, а не фактичними маршрутами.
picture-map-contested = Спірна або неузгоджена лінія, приблизно
picture-map-airfield = Аеродром
picture-map-staging = Проміжний медичний пункт
picture-map-hospital = Лікарня
picture-map-aircraft = Повітряні судна
picture-map-legs = Плечі
picture-map-places = Місця
picture-map-list = Що є на карті, списком
picture-map-more = { $count ->
    [one] ще { $count }
    [few] ще { $count }
    [many] ще { $count }
   *[other] ще { $count }
  }
picture-map-not-read = Не вдалося прочитати контури карти. Часова шкала та списки працюють без них.
picture-map-again = Спробувати ще раз
