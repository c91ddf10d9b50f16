# Временная шкала, карта и салон.
picture-zoom-in = Увеличить
picture-zoom-out = Уменьшить
picture-zoom-all = Показать всё
picture-plan-map = Карта плана

picture-map-disclaimer = Границы, названия и штриховые линии на этой карте приблизительны. Они не означают одобрения и не выражают мнения о правовом статусе какой-либо территории или прохождении её границ.
picture-map-source = Контуры: Natural Earth, общественное достояние. Плечи показаны дугами большого круга, а не фактическими маршрутами.
picture-map-contested = Спорная или несогласованная линия, приблизительно
picture-map-airfield = Аэродром
picture-map-staging = Промежуточный медицинский пункт
picture-map-hospital = Больница
picture-map-aircraft = Воздушные суда
picture-map-legs = Плечи
picture-map-places = Места
picture-map-list = Что есть на карте, списком
picture-map-more = { $count ->
    [one] ещё { $count }
    [few] ещё { $count }
    [many] ещё { $count }
   *[other] ещё { $count }
  }
picture-map-not-read = Не удалось прочитать контуры карты. Временная шкала и списки работают без них.
picture-map-again = Попробовать ещё раз
