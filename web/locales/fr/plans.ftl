# Plans : la liste, les calculs qui les produisent, un plan, deux plans côte à côte.

plans-title = Plans
plans-running = Plan en vigueur
plans-open-running = Ouvrir le plan en vigueur
plans-none-runs = Aucun plan n’est encore en vigueur.
plans-all = Tous les plans
plans-empty = Il n’y a pas encore de plan. Un planificateur commande le premier.
plans-empty-planner = Il n’y a pas encore de plan. Commandez le premier avec le bouton ci-dessus.
plans-proposed = Proposé
plans-state = Statut
plans-moved = Transportés
plans-missions = Missions
plans-mission = Mission
plans-patients = Patients
plans-patient = Patient
plans-offer = Offre de lits
plans-leg = Étape
plans-aircraft = Aéronef
plans-compare = Comparer
plans-compare-this = Comparer le plan { $plan }
plans-compare-two = Comparer ces deux plans
plans-compare-hint = Choisissez deux plans pour les comparer.
plans-back = Tous les plans
plans-open = Ouvrir le plan
plans-none = Aucune
plans-every = Tous
plans-more = Plus de détails

plans-plan = Commander un plan
plans-replan = Replanifier
plans-plan-says = Le planificateur cherche le meilleur plan pour tous les patients aptes au vol. Le résultat est une proposition : rien n’est promis avant qu’un officier de permanence ne l’adopte.
plans-replan-says = Le planificateur part du plan en vigueur et de tout ce qui s’est passé, et tient les promesses autant que possible. Le résultat est une proposition.
plans-effort = Quelle profondeur de recherche ?
plans-effort-quick = Rapide
    .says = Un plan valable en quelques secondes, pour voir où l’on en est
plans-effort-thorough = Approfondie
    .says = Le plus souvent en moins d’une à deux minutes ; convient à la plupart des décisions
plans-effort-long = Longue
    .says = De nombreuses minutes ; pour les dernières améliorations quand le temps le permet
plans-work = Unités de travail
plans-work-hint = Au plus { $most }. Le même travail et la même graine donnent le même plan.
plans-seed = Graine des nombres aléatoires
plans-seed-hint = Une autre graine peut donner un autre plan tout aussi bon.

plans-job = Calcul
plans-jobs = Planification en cours
plans-jobs-ended = Arrêtés ou en échec
plans-job-plan = Premier plan
plans-job-replan = Plan pour remplacer celui en vigueur
plans-job-check = Vérification d’un plan
plans-job-evaluate = Vérification et mesures d’un plan
plans-job-explain = Explication
plans-job-what-if = Et si…
plans-job-done = Un plan est prêt. Le vérificateur l’a admis.
plans-job-kept = Arrêté. Le meilleur plan vérifié est conservé comme proposition.
plans-job-nothing-kept = Arrêté avant qu’il y ait un plan admis par le vérificateur.
plans-job-failed = Échec du calcul.
plans-ordered = Commandé
plans-ordered-by = Commandé par le compte
plans-attempt = Tentative { $attempt } : un processus a été perdu
plans-search = Recherche
plans-work-done = { $share } du travail effectué ({ $now } sur { $work } unités)
plans-no-plan-yet = Recherche en cours. Il n’y a pas encore de plan vérifié.
plans-waits = En attente d’un processus libre.
plans-best = Meilleur jusqu’ici
plans-best-found = Meilleur plan trouvé en chemin
plans-first = Premier plan vérifié
plans-best-so-far = { $missions ->
        [one] Avec { $missions } mission, trouvé après { $work } unités de travail
       *[other] Avec { $missions } missions, trouvé après { $work } unités de travail
    }
plans-first-after = Le premier plan vérifié est arrivé après { $seconds } s, avec { $onTime } patients à temps.
plans-chart-best = À temps, pondéré : { $weight }
plans-chart-bound = Aucun plan ne peut dépasser { $weight }
plans-chart-work = { $now } sur { $work } unités de travail
plans-stop = Arrêter
plans-stop-keep = Arrêter et garder le meilleur
plans-stopping = Arrêt en cours
plans-answer = Réponse
plans-unplanned = { $count ->
        [one] { $count } entrée n’a pas été prise en compte
       *[other] { $count } entrées n’ont pas été prises en compte
    }
plans-unplanned-says = Ce qui y est écrit ne peut pas être lu. Corrigez, puis replanifiez.

plans-tiers = Toutes les mesures
plans-tier = Niveau
plans-tier-1 = À temps
plans-tier-2 = Retards
plans-tier-3 = Promesses
plans-tier-4 = Charge pour les patients
plans-tier-5 = Vol
plans-measure = Mesure
plans-value = Valeur
plans-before = Avant
plans-now = Maintenant
plans-difference = Écart
plans-same = identique
plans-better = mieux
plans-worse = moins bien
plans-levels = À temps, en retard et non transportés par classe
plans-class = Classe
plans-figure-on-time = À temps
plans-figure-on-time-weight = À temps, pondéré
plans-figure-left-out = Non transportés
plans-figure-late = En retard
plans-figure-late-weight = Retard, heures pondérées
plans-figure-broken = Promesses modifiées
plans-figure-transit = En route, heures-patients
plans-figure-stops = Escales en route
plans-figure-nights = Nuits en transit
plans-figure-flying = Vol, heures bloc
plans-figure-positioning = Dont sans patients, heures
plans-figure-fuel = Carburant, kg
plans-figure-cost = Coût, dans la monnaie de l’opération
plans-on-time-of = { $patients ->
        [one] À temps : { $onTime } sur { $patients } patient
       *[other] À temps : { $onTime } sur { $patients } patients
    }
plans-bound = Au plus { $most } peuvent être à temps.
plans-bound-unknown = On ne sait pas combien pourraient être à temps.
plans-gap = En pondérant par la priorité, il reste au plus { $gap } à gagner.
plans-gap-none = En pondérant par la priorité, aucun plan ne peut faire mieux.
plans-binding = Ce qui limite :

plans-one-proposed = Plan proposé
plans-one-rejected = Plan rejeté
plans-one-superseded = Plan remplacé
plans-one-adopted = Plan en vigueur
plans-plan-word = Plan
plans-id = Identifiant du plan :
plans-mission-count = { $count ->
        [one] { $count } mission
       *[other] { $count } missions
    }
plans-moved-count = { $count ->
        [one] { $count } patient transporté
       *[other] { $count } patients transportés
    }
plans-count-patients = { $count ->
        [one] { $count } patient
       *[other] { $count } patients
    }
plans-replaces = Remplace ce plan
plans-outdated = Le plan en vigueur n’est plus celui que cette proposition remplace. Elle ne peut plus être adoptée. Replanifiez.
plans-compare-parent = Comparer avec le plan précédent
plans-compare-running = Comparer avec le plan en vigueur
plans-view = Vue
plans-view-list = Liste
plans-view-timeline = Chronologie
plans-view-map = Carte
plans-view-cabin = Cabine
plans-view-changes = Qui prévenir
plans-list-by = Liste par
plans-leaves = Départ
plans-returns = Retour
plans-route = Itinéraire
plans-to = Vers
plans-from = De
plans-arrives = Arrivée
plans-due = Échéance
plans-bed = Lit
plans-in-time = à temps
plans-late = en retard
plans-seek = Chercher un patient, un lieu ou une mission
plans-only-chosen = Seulement ce qui concerne la sélection
plans-moved-patients = Patients transportés
plans-no-missions = Ce plan n’a aucune mission.
plans-nobody-moved = Ce plan ne transporte personne.
plans-left-out-count = Non transportés : { $count }
plans-left-out-says = Choisissez un patient pour voir toutes les raisons et demander ce qu’il faudrait.
plans-nobody-left-out = Tout le monde est transporté.
plans-why = Pourquoi
plans-request = Ouvrir la demande
plans-way = Trajet
plans-step-to-field = Par la route vers l’aérodrome
plans-step-lift = Par voie aérienne
plans-step-from-field = Par la route vers l’hôpital
plans-step-stay = En structure de transit
plans-step-admitted = Attend le lit sur place
plans-changed-times = { $count ->
        [one] La promesse a été modifiée { $count } fois.
       *[other] La promesse a été modifiée { $count } fois.
    }
plans-configuration = Cabine
plans-crews = Équipages
plans-legs = Étapes
plans-on-board = { $count } à bord
plans-distance = { $nm } NM
plans-cabin-altitude = cabine { $ft } ft
plans-refuels = avitaillement ensuite
plans-rests = repos des équipages ensuite
plans-offer-takes = { $count ->
        [one] { $count } patient va dans ces lits.
       *[other] { $count } patients vont dans ces lits.
    }

plans-explain = Pourquoi est-ce ainsi ?
plans-explain-patient = Pourquoi ce trajet, et quoi d’autre ?
plans-explain-mission = Pourquoi cette mission, et sans elle ?
plans-explain-offer = Pourquoi ces lits, et avec un de plus ?
plans-explain-says = Le planificateur essaie les autres possibilités. Cela prend quelques secondes.
plans-asking = Le planificateur prépare la réponse.
plans-question-failed = Il n’y a pas de réponse.
plans-question-stopped = La question a été arrêtée.
plans-against = Confronté à :
plans-tables-changed = Les tables de l’opération ont changé depuis que le plan a été fait.
plans-not-counted = Non compté :
plans-goes-to = Va à
plans-held = Ce qui empêche d’arriver plus tôt
plans-sooner = – sans cela { $minutes } min plus tôt
plans-held-together = Ensemble :
plans-held-nothing = Rien : l’arrivée pourrait dès maintenant être avancée de { $minutes } min.
plans-held-itself = Seulement le trajet lui-même.
plans-other-beds = Autres lits possibles
plans-other-flights = Autres vols possibles
plans-other-ways = Autres solutions possibles
plans-why-not-beds = Pourquoi pas un autre lit
plans-why-not-flights = Pourquoi pas un autre vol
plans-why-not = Pourquoi pas
plans-concerns = Concerne :
plans-offers = Offres :
plans-left-out-then = Alors non transportés :
plans-costs-nothing = Ne coûte rien de plus.
plans-would-take = Ce qu’il faudrait
plans-would-take-none = Aucun changement isolé essayé ne le rendrait possible.
plans-looked-at = Changements examinés : { $count }
plans-room = Le plan tel qu’il est a de la place :
plans-then = Alors :
plans-decision-coordination = décision des coordinateurs
plans-decision-clinical = décision clinique
plans-decision-patient = décision du patient
plans-under-way = La mission est en cours.
plans-without-it = Sans cette mission
plans-without-it-says = { $lost } ne seraient pas transportés, { $moved } voyageraient autrement.
plans-lost-without = Ne seraient pas transportés : { $count }
plans-moved-without = Voyageraient autrement : { $count }
plans-offer-beds = Lits : { $beds }. Placés par le plan : { $placed }.
plans-beds-by-day = Lits occupés par jour
plans-day = Jour
plans-taken = Occupés
plans-one-more = Avec un lit de plus
plans-one-more-nothing = Personne de plus ne serait transporté.
plans-one-fewer = Avec un lit de moins
plans-one-fewer-nothing = Rien ne changerait.
plans-one-fewer-settled = Le plan ne peut plus retirer personne de ces lits.
plans-one-fewer-elsewhere = Ce patient irait ailleurs :
plans-one-fewer-left-out = Ce patient ne serait pas transporté :
plans-refused = Qui ne peut pas occuper ces lits, et pourquoi
plans-rule = Règle { $rule }
plans-rule-1 = Trajet
plans-rule-2 = Places à bord
plans-rule-3 = Équipe médicale
plans-rule-4 = Altitude cabine
plans-rule-5 = Rayon d’action et piste
plans-rule-6 = Aérodromes et temps au sol
plans-rule-7 = Équipages et aéronefs
plans-rule-8 = Autorisations
plans-rule-9 = Destination
plans-rule-10 = Transit
plans-rule-11 = Ce qui s’est déjà passé
plans-finding = Constat
plans-findings-more = Et { $count } de plus.
plans-remedy = Que faire :

plans-check = Vérifier
plans-check-says = Le vérificateur recalcule tout, sans le planificateur : si le plan respecte toutes les règles, et ce qu’il atteint vraiment.
plans-sound = Le plan respecte toutes les règles.
plans-unsound = { $count ->
        [one] Le plan enfreint une règle en { $count } endroit.
       *[other] Le plan enfreint des règles en { $count } endroits.
    }
plans-before-edit = Enregistré
plans-after-edit = Mesuré
plans-checker-says = Ce que dit le vérificateur
plans-undo = Annuler
plans-redo = Rétablir
plans-discard = Tout abandonner
plans-edits = Modifications à la main : { $count }
plans-edited-says = Un plan modifié à la main ne peut pas être adopté : seul peut l’être ce que propose le planificateur. Servez-vous-en pour voir ce que coûterait un changement. Pour l’obtenir, signalez la raison (par exemple un retard ou un aéronef indisponible) comme événement ou modifiez la demande, puis replanifiez.
plans-edited-not-yours = Votre rôle ne peut pas interroger le vérificateur.

plans-what-if = Et si…
plans-what-if-says = Supposez qu’il se passe quelque chose. Le planificateur montre ce que cela changerait dans le plan en vigueur. Rien n’est enregistré et personne n’est prévenu.
plans-what-if-figures = Mesures actuelles et supposées
plans-as-it-runs = En vigueur
plans-then-it-would = Alors
plans-promises-kept = Promesses tenues : { $kept } sur { $promised } ({ $share }).
plans-event = Ce qui se passe
plans-event-aircraft-out = Un aéronef est indisponible
plans-event-beds-withdrawn = Des lits sont retirés
plans-event-airfield-closed = Un aérodrome est fermé
plans-event-patient-changed = L’état d’un patient change
plans-event-patient-unfit = Un patient est inapte au vol
plans-event-crew-out = Un équipage est indisponible
plans-event-mission-cancelled = Une mission est annulée
plans-event-delayed = Une mission est retardée
plans-event-declined = Un hôpital refuse un patient
plans-event-state-closed = Un État suspend ses autorisations
plans-event-field-aircraft = Aéronef
plans-event-field-crew = Équipage
plans-event-field-mission = Mission
plans-event-field-airfield = Aérodrome
plans-event-field-offer = Offre de lits
plans-event-field-patient = Patient
plans-event-field-facility = Hôpital
plans-event-field-state = État
plans-event-field-left = Lits restants
plans-event-field-until = Jusqu’à (UTC)
plans-event-field-from = À partir de (UTC)
plans-event-field-to = Jusqu’à (UTC)
plans-event-field-critical-care = Soins critiques en route
plans-event-field-precedence = Priorité
plans-care-none = aucun
plans-care-intermediate = soins intermédiaires
plans-care-icu = réanimation
plans-suppose = Montrer ce qui changerait
plans-suppose-too = Supposer cela aussi
plans-supposed = Supposé
plans-take-away = Retirer

plans-adopt = Adopter
plans-adopt-says = L’adoption réserve les lits, crée les missions et prévient toutes les personnes concernées.
plans-adopt-replan-says = L’adoption remplace le plan en vigueur : les lits sont réservés, des missions créées ou annulées, et toutes les personnes concernées prévenues.
plans-adopt-how = Quelle partie
plans-adopt-whole = En entier
plans-adopt-part = Certaines missions
plans-adopt-part-says = Qui ne vole avec aucune de ces missions n’est pas transporté.
plans-adopt-part-replan-says = Tout le reste demeure comme dans le plan en vigueur. Une mission supprimée se choisit aussi par son numéro.
plans-adopt-whole-now = Adopter en entier
plans-adopt-part-now = { $count ->
        [one] Adopter { $count } mission
       *[other] Adopter { $count } missions
    }
plans-together = Ces missions dépendent d’autres, qui doivent être adoptées aussi :
plans-take-along = { $count ->
        [one] L’ajouter
       *[other] Ajouter ces { $count } missions
    }
plans-mission-new = nouvelle
plans-mission-cancelled = n’a pas lieu
plans-mission-changed = modifiée
plans-reject = Rejeter
plans-reason = Motif
plans-reason-hint = Les planificateurs le lisent.

plans-who-is-told = Ce qui change, et qui est prévenu
plans-changes-compared = Les deux plans ont été comparés ici. Ce qui était promis et qui doit être prévenu, le serveur le dit pour les plans qui en remplacent un autre.
plans-old-and-new = Ancien et nouveau
plans-broken-count = { $count ->
        [0] Aucune promesse rompue.
        [one] { $count } promesse rompue.
       *[other] { $count } promesses rompues.
    }
plans-changed-count = { $count ->
        [one] Quelque chose change pour { $count } patient.
       *[other] Quelque chose change pour { $count } patients.
    }
plans-changes-by = Ordre
plans-by-promise = Promesses rompues d’abord
plans-by-told = Par destinataire
plans-nothing-changes = Rien ne change pour aucun patient.
plans-show-more = En montrer plus ({ $count })
plans-promise-frozen = inscrit au manifeste
plans-promise-firm = promesse ferme
plans-promise-soft = seulement dans le plan
plans-broken-frozen = modifie un manifeste figé
plans-broken-firm = rompt une promesse ferme
plans-broken-soft = modifie une promesse souple
plans-kind-left-out = n’est plus transporté
plans-kind-country = autre pays
plans-kind-hospital = autre hôpital
plans-kind-day = autre jour
plans-kind-mission = autre aéronef
plans-kind-legs = autres aérodromes
plans-kind-time = autre heure
plans-kind-newly-moved = nouvellement transporté
plans-was = Avant :
plans-is-now = Maintenant :

plans-compare-title = Deux plans côte à côte
plans-swap = Permuter
plans-first-plan = Premier plan
plans-second-plan = Second plan
plans-no-difference = Les deux plans ont les mêmes missions et transportent tout le monde de la même façon.
plans-who-differs = Qui voyage autrement
plans-what-differs = Ce qui diffère
plans-nobody-differs = Chaque patient suit le même trajet.
plans-not-moved = non transporté
plans-only-first = Seulement dans le premier
plans-only-second = Seulement dans le second
plans-otherwise = Dans les deux, mais autrement
