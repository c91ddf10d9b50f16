# La chronologie, la carte et la cabine.
picture-zoom-in = Agrandir
picture-zoom-out = Réduire
picture-zoom-all = Tout afficher
picture-plan-map = Carte du plan

picture-map-disclaimer = Les frontières, les noms et les lignes en tirets de cette carte sont approximatifs. Ils n’impliquent ni approbation ni prise de position sur le statut juridique d’un territoire ou le tracé de ses frontières.
picture-map-source = Contours : Natural Earth, domaine public. Les étapes sont des orthodromies, non les routes suivies.
picture-map-contested = Ligne contestée ou non convenue, approximative
picture-map-airfield = Aérodrome
picture-map-staging = Structure de transit
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

picture-timeline = Chronologie du plan
    .keys = Les flèches mènent d’une étape à l’autre, Entrée sélectionne. + et − ou Ctrl avec la molette changent l’échelle, 0 affiche tout, Page préc. et Page suiv. reculent et avancent dans le temps.
    .edit = Faites glisser une mission vers une autre heure ou un autre aéronef du même type, ou sélectionnez-la et utilisez les champs ci-dessous.
picture-legs = Étapes visibles
picture-leg-name = { $lane } : mission { $mission }, { $leg }, { $day }, départ bloc { $off } UTC, arrivée bloc { $on } UTC, { $patients ->
    [0] personne à bord
    [one] { $patients } patient
   *[other] { $patients } patients
  }
picture-how = Présentation du plan
picture-as-chart = Graphique
picture-as-list = Liste
picture-lanes = Lignes
picture-lanes-aircraft = Aéronefs
picture-lanes-crew = Équipages
picture-lanes-staging = Lits de transit
picture-lanes-hospital = Hôpitaux d’accueil
picture-zone = Jours à l’heure de
picture-before-this = Plus tôt
picture-after-this = Plus tard
picture-no-missions = Ce plan ne comporte aucune mission.
picture-point = Pointez une étape, ou atteignez-la avec la touche Tab, pour lire ses horaires ici.
picture-rest = repos équipage
picture-sign-full = Vol avec patients à bord
picture-sign-empty = Vol sans patient
picture-sign-loading = Embarquement
picture-sign-unloading = Débarquement
picture-sign-ground = Au sol
picture-sign-rest = Repos de l’équipage
picture-sign-now = Maintenant
picture-sign-old = Plan précédent
picture-new-leg = Nouvelle étape
picture-other-time = À une autre heure
picture-gone-leg = Supprimée
picture-mission = Mission
picture-leg = Étape
picture-off-block = Départ bloc
picture-on-block = Arrivée bloc
picture-aircraft = Aéronef
picture-aboard = À bord
picture-change = Changement
picture-arrives = Arrivée
picture-before = Avant
picture-after = Après
picture-later = { $span } plus tard
picture-earlier = { $span } plus tôt
picture-patients = { $count ->
    [0] personne à bord
    [one] { $count } patient
   *[other] { $count } patients
  }
picture-other-type = Type d’aéronef différent

picture-tools = Modifier la mission { $mission } à la main
picture-move-time = Décaler dans le temps, en minutes
picture-move-by = Décaler de { $minutes } minutes
picture-minutes = Minutes, + plus tard, − plus tôt
picture-move = Déplacer
picture-move-aircraft = Vers un autre aéronef
    .hint = Du même type
picture-choose = Choisir…
picture-move-patient = Déplacer le patient
picture-to-mission = vers la mission
picture-drag-patients = Patients, à faire glisser sur une mission de la chronologie
picture-no-stops = Aucune mission ne dessert ces deux aérodromes dans cet ordre : le patient ne peut pas être déplacé à la main.
picture-not-on-it = Le patient n’est pas sur cette mission.
picture-no-mission = Cette mission n’existe pas dans ce plan.
picture-already-on = { $patient } est déjà sur la mission { $mission }.
picture-said-moved = Mission { $mission } décalée : { $change }. Premier départ bloc { $clock }.
picture-said-given = Mission { $mission } confiée à { $aircraft }.
picture-said-patient = { $patient } déplacé vers la mission { $mission }.

picture-leg-before = Étape précédente
picture-leg-after = Étape suivante
picture-leg-of = étape { $number } sur { $count }
picture-by-kind = Configuration { $configuration }. Le plan fixe les places par type, non par numéro : le schéma montre qui a besoin de quel type de place, non l’emplacement de chacun.
picture-no-configuration = La configuration { $configuration } ne figure pas dans les tables de l’opération : les places ne peuvent pas être dessinées.
picture-unknown = { $count ->
    [one] { $count } patient dont vous ne pouvez pas voir les besoins
   *[other] { $count } patients dont vous ne pouvez pas voir les besoins
  }
picture-kind-intensive-care = Réanimation
picture-kind-litter = Brancards
picture-kind-seat = Sièges
picture-litters-all = Brancards, réanimation comprise
picture-isolation-units = Unités d’isolement
picture-isolation-all = Places d’isolement, zone comprise
picture-critical-points = Points de soins critiques
picture-nursing-points = Points de soins infirmiers
picture-counts = Places et points de soins sur cette étape
picture-place = Place
picture-taken = Occupées
picture-there = Existantes
picture-free = Libres
picture-free-of = libres : { $free } sur { $count }
picture-too-many = { $count ->
    [one] { $count } en trop
   *[other] { $count } en trop
  }
picture-team = Points comparés à ceux de { $team }, avec les poids valables lorsque l’opération n’en fixe pas d’autres.
picture-no-team = Aucune équipe médicale n’est prévue sur cette mission.
picture-attendant = Avec
picture-second = Seconde place de
picture-over = au-delà des places de la cabine
picture-care-icu = réanimation
picture-care-intermediate = soins intermédiaires
picture-ventilated = ventilé
picture-dependency = dépendance { $level }
picture-isolated = isolement
picture-mark-ventilated = V
picture-mark-isolated = Iso
