# Ce par quoi chaque rôle commence.

start-fewer = En montrer moins
start-all-due = Tout montrer ({ $count })
start-more = { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
start-no-operation = Il n’y a pas encore d’opération.
start-no-requests = Il n’y a pas encore de demandes.
start-to-requests = Toutes les demandes
start-to-needs = Besoins et arrivées
start-to-watch = Toutes les missions
start-to-plans = Tous les plans
start-to-figures = Chiffres
start-to-people = Tous les comptes

start-own = Mes patients
start-new-request = Nouvelle demande
start-own-none = Aucune de vos demandes n’est ouverte.
start-endorse = À valider
start-endorse-none = Aucune demande n’attend votre validation.
start-fit = Aptitude au vol
start-to-clear = À déclarer aptes ou à différer
start-to-clear-none = Personne n’attend d’être déclaré apte au vol.
start-ending = Aptitudes au vol qui expirent sous trois jours
start-ending-none = Aucune aptitude au vol n’expire d’ici là.
start-beds = Lits
start-need-bed = { $count ->
        [0] Sans lit
        [one] { $count } patient attend un lit
       *[other] { $count } patients attendent un lit
    }
start-need-bed-none = Personne n’attend de lit.
start-answers = { $count ->
        [0] Réponses attendues
        [one] { $count } réponse attendue
       *[other] { $count } réponses attendues
    }
start-answers-none = Aucun hôpital ne doit de réponse.
start-states = Demandes par statut
start-state = Statut
start-count = Demandes

start-needs = Patients qu’on nous demande d’accueillir
start-needs-none = Personne ne vous demande de lit en ce moment.
start-arrivals = Arrivées du jour
start-arrivals-none = Personne n’arrive aujourd’hui.
start-arrivals-later = { $count ->
        [one] { $count } patient arrive un autre jour.
       *[other] { $count } patients arrivent d’autres jours.
    }

start-mission = Mission
start-my-missions = Mes missions
start-my-missions-none = Vous n’êtes affecté à aucune mission.
start-report = Signaler
start-operator = Nos missions
start-to-accept = À accepter
start-to-accept-none = Aucune mission n’attend votre acceptation.
start-accept = Accepter
start-to-ready = À préparer
start-to-ready-none = Aucune mission acceptée n’attend d’être préparée.
start-today = Missions du jour
start-today-none = Aucune mission aujourd’hui.
start-today-later = { $count ->
        [one] { $count } mission un autre jour.
       *[other] { $count } missions d’autres jours.
    }

start-proposals = Propositions à adopter ou à rejeter
start-proposals-none = Aucune proposition ne vous attend.
start-plans = Planification
start-runs = Le plan en vigueur
start-runs-none = Aucun plan n’est en vigueur.
start-proposed = Propositions
start-proposed-none = Rien n’est proposé.
start-jobs = Calculs en cours
start-jobs-none = Aucun calcul n’est en cours.
start-plan-moves = { $count ->
        [one] { $count } patient transporté
       *[other] { $count } patients transportés
    }
start-plan-missions = { $count ->
        [one] { $count } mission
       *[other] { $count } missions
    }
start-plan-leaves = { $count ->
        [one] { $count } non transporté
       *[other] { $count } non transportés
    }

start-accounts = Invitations et comptes suspendus
start-accounts-count = { $count ->
        [one] { $count } compte en tout.
       *[other] { $count } comptes en tout.
    }
start-accounts-none = Personne n’est suspendu, et aucune invitation n’est en attente.
