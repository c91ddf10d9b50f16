# Clearances: permissions of states to fly over them and to land.

clearances-matrix = Autorisations par État et exploitant
clearances-list = Autorisations
clearances-state = État
clearances-state-hint = Deux lettres, par exemple TR
clearances-operator = Exploitant
clearances-operator-hint = Vide : pour les aéronefs de tous
clearances-everybody = Tous les exploitants
clearances-aircraft = Un seul aéronef
clearances-aircraft-hint = Seulement si l’autorisation le nomme
clearances-only = seulement
clearances-kind = Objet
clearances-kind-overfly = survol
clearances-kind-land = atterrissage
clearances-kind-both = survol et atterrissage
clearances-status = Statut
clearances-status-granted = Accordée
clearances-status-pending = En attente
clearances-status-late = En retard
clearances-status-denied = Refusée
clearances-status-expired = Expirée
clearances-number = Numéro
clearances-number-hint = Tel qu’attribué par l’État
clearances-window = Validité
clearances-no-window = aucune période indiquée
clearances-from = Valable à partir de (UTC)
clearances-to = Valable jusqu’à (UTC)
clearances-requested-at = Demandée le
clearances-asked = demandée
clearances-answer = Réponse attendue
clearances-lead = Délai de l’État, en heures
clearances-lead-hint = Vide : inconnu
clearances-id = Identifiant
clearances-waiting = Missions en attente
clearances-as-all = Comme pour tous les exploitants
clearances-none = aucune en propre
clearances-ask = Demander une autorisation
clearances-ask-for = Demander une autorisation : { $state }, { $operator }
clearances-ask-record = La demande est faite
clearances-grant = Elle est accordée
clearances-grant-again = Autre numéro ou période
clearances-grant-record = Enregistrer comme accordée
clearances-deny = Elle est refusée ou retirée
clearances-deny-record = Enregistrer comme refusée
clearances-reason = Motif
clearances-stale = La situation actuelle est affichée ici. Votre saisie est conservée : vérifiez, puis enregistrez de nouveau.
clearances-missions = Missions concernées
clearances-missions-says = Missions de cet exploitant avec des étapes dans la période. Les États survolés par chaque étape sont vérifiés par le planificateur.
clearances-missions-none = Aucune mission ne l’attend.
clearances-missions-wait = { $count ->
        [one] { $count } mission attend
       *[other] { $count } missions attendent
    }
clearances-say-waits = Signaler qu’elle l’attend
clearances-filter = Choisir ce qui est affiché
clearances-view = Manière de voir les autorisations
clearances-view-matrix = Par État et exploitant
clearances-view-list = En liste
clearances-all = tous
clearances-on-day = Période comprenant ce jour (UTC)
clearances-show-all = Tout afficher
clearances-sum = { $all ->
        [one] { $all } autorisation
       *[other] { $all } autorisations
    } : accordées { $granted }, en attente { $pending }, en retard { $late }, refusées ou expirées { $other }
clearances-none-such = Aucune autorisation ne correspond.
clearances-empty = Aucune autorisation n’a encore été demandée. Sans autorisation accordée, on ne survole aucun autre État et on n’y atterrit pas.
clearances-empty-own = Vous voyez les autorisations demandées par votre organisation et celles de vos missions. Il n’y en a pas encore.
clearances-fault-needed = Ce champ est obligatoire.
clearances-fault-state = Deux lettres de l’ISO 3166-1.
clearances-fault-hours = Heures entières, de 0 à 10 000.
clearances-fault-window = La fin précède le début.
