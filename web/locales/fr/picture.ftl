# La chronologie, la carte et la cabine.
picture-zoom-in = Agrandir
picture-zoom-out = Réduire
picture-zoom-all = Tout afficher
picture-plan-map = Carte du plan

picture-map-disclaimer = Les frontières, les noms et les lignes en tirets de cette carte sont approximatifs. Ils n’impliquent ni approbation ni prise de position sur le statut juridique d’un territoire ou le tracé de ses frontières.
picture-map-source = Contours : Natural Earth, domaine public. Les étapes sont des orthodromies, non les routes suivies.
picture-map-contested = Ligne contestée ou non convenue, approximative
picture-map-airfield = Aérodrome
picture-map-staging = Centre de transit
picture-map-hospital = Hôpital
picture-map-aircraft = Aéronefs
picture-map-legs = Étapes
picture-map-places = Lieux
picture-map-list = Contenu de la carte, en liste
picture-map-more = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
  }
picture-map-not-read = Les contours de la carte n’ont pas pu être lus. La chronologie et les listes fonctionnent sans eux.
picture-map-again = Réessayer
