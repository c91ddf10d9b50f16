# The watch: missions, reports from them, and the outbox.

watch-mission = Mission { $mission }
watch-all = Toutes les missions
watch-not-sent = signalé ici, pas encore envoyé
watch-refused = signalement refusé
watch-refused-here = { $count ->
        [one] { $count } signalement fait ici a été refusé.
       *[other] { $count } signalements faits ici ont été refusés.
    }
watch-look = Voir ce qui a été refusé
watch-silent = sans nouvelles depuis { $span }
watch-leg-of = Étape { $leg } sur { $legs }
watch-leaves = Départ
watch-lands = Arrivée
watch-expected = Heure estimée
watch-planned = prévu
watch-reported = signalé
watch-on-time = à l’heure
watch-early = { $span } d’avance
watch-leg-flown = effectuée
watch-leg-now = en vol
watch-leg-to-come = à venir
watch-leg-not-flown = non effectuée
watch-legs = Étapes
watch-crews = Équipages
watch-flight-crew = Équipage de conduite
watch-medical-crew = Équipe médicale
watch-accounts = Comptes des équipages
watch-accounts-hint = Le numéro d’un compte figure sur la page personnelle de son titulaire. Séparez-en plusieurs par des espaces.
watch-accounts-none = Personne n’a encore été désigné
watch-delayed-until = Retardée jusqu’au
watch-diverted-to = Déroutée vers
watch-aboard = À bord : { $aboard } sur { $patients } patients
watch-last-report = dernier signalement
watch-kept = Conservé sur cet appareil, lu
watch-kept-says = Il n’y a pas de liaison. Vous pouvez continuer à signaler : tout est conservé ici et envoyé dans l’ordre au retour de la liaison.

# What can be reported.

watch-report-now = Signaler
watch-report-it = Signaler
watch-act-task = Accepter la mission
watch-act-await-clearances = En attente d’autorisations
watch-act-ready = Prête
watch-act-assign = Désigner les équipages
watch-act-board = Début de l’embarquement
watch-act-depart = Décollage
watch-act-land = Atterrissage
watch-act-delay = Retardée
watch-act-divert = Dérouter
watch-act-cancel = Annuler la mission
watch-act-abort = Interrompre
watch-act-complete = Mission terminée
watch-act-manifest = Inscrit au manifeste
watch-act-collect = Pris en charge
watch-act-stage = En structure de transit
watch-act-enplane = À bord
watch-act-deplane = Débarqué
watch-act-deliver = Arrivé
watch-says-divert = La mission se rend sur un autre aérodrome. La cellule de planification en est aussitôt informée.
watch-says-cancel = La mission n’a pas lieu. Il faut un autre trajet pour ses patients.
watch-says-abort = La mission s’arrête là où elle se trouve. Le reste doit être replanifié.
watch-still-aboard = { $count ->
        [one] { $count } patient est encore enregistré à bord. Signalez où il a débarqué ; la mission pourra alors être terminée.
       *[other] { $count } patients sont encore enregistrés à bord. Signalez où ils ont débarqué ; la mission pourra alors être terminée.
    }
watch-when = Quand cela s’est produit
watch-now = maintenant
watch-minutes-ago = { $minutes ->
        [one] il y a { $minutes } minute
       *[other] il y a { $minutes } minutes
    }
watch-minutes-later = { $minutes ->
        [one] { $minutes } minute plus tard
       *[other] { $minutes } minutes plus tard
    }
watch-at-a-time = à une heure que j’indique
watch-time = Heure
watch-future = L’heure doit être dans le futur.
watch-until = De combien
watch-airfield = Aérodrome
watch-airfield-hint = Son code, par exemple quatre lettres OACI
watch-reason = Pourquoi
watch-waits-for = Ce qu’elle attend
watch-needed = Ce champ est obligatoire.
watch-staging = Structure de transit
watch-facility = Établissement
watch-facility-hint = Son identifiant, comme sur les documents de transfert
watch-identifiers = Comparés au dossier
watch-identifiers-hint = Deux pour chaque patient, avant de le déplacer. Seul le choix des deux est enregistré.
watch-identifiers-two = Comparez-en deux, et indiquez lesquels.
watch-identifier-name = Nom
watch-identifier-date-of-birth = Date de naissance
watch-identifier-wristband = Numéro du bracelet
watch-identifier-document = Document

# The manifest.

watch-manifest = Manifeste
watch-manifest-all = { $count ->
        [one] Inscrire { $count } patient au manifeste
       *[other] Inscrire les { $count } au manifeste
    }
watch-manifest-empty = { $count ->
        [one] { $count } patient est prévu ; il vous sera montré une fois le manifeste établi.
       *[other] { $count } patients sont prévus ; ils vous seront montrés une fois le manifeste établi.
    }
watch-not-manifested = pas encore au manifeste
watch-side-all = Tous ({ $count })
watch-side-on = À embarquer ({ $count })
watch-side-aboard = À bord ({ $count })
watch-side-off = Débarqués ({ $count })
watch-seek = Pseudonyme
watch-told = { $what } : { $patient }
watch-who = Qui est-ce ?
watch-who-is = Qui est { $patient }
watch-who-says = Chaque consultation est enregistrée. Rien de cela n’est conservé sur l’appareil.
watch-nobody = L’identité n’est pas enregistrée.
watch-identity-family-name = Nom de famille
watch-identity-given-name = Prénom
watch-identity-date-of-birth = Date de naissance
watch-identity-document = Document
watch-identity-nationality = Nationalité
watch-identity-contact = Contact
watch-ventilated = ventilé
watch-oxygen = oxygène { $litres } l/min

# Events.

watch-event = Signaler un événement
watch-event-of = Signaler un événement concernant { $aircraft }
watch-event-kind = Ce qui s’est passé
watch-event-aircraft-out = Aéronef indisponible
watch-event-beds-withdrawn = Lits retirés
watch-event-airfield-closed = Aérodrome fermé
watch-event-crew-out = Équipage indisponible
watch-event-not-boarded = Patient absent
watch-event-airspace-closed = Espace aérien fermé
watch-event-state-closed = Un État suspend ses autorisations
watch-event-more = Plus : depuis quand, qui le dit, une note
watch-field-aircraft = Aéronef
watch-field-crew = Équipage
watch-field-airfield = Aérodrome
watch-field-offer = Offre de lits
watch-field-left = Lits restants
watch-field-mission = Mission
watch-field-patient = Patient
watch-field-area = Sommets de la zone
watch-field-area-hint = Degrés, nord et est positifs : 33.0 22.0; 33.0 23.0; 34.0 23.0
watch-field-state = État (deux lettres)
watch-field-until = Jusqu’à (vide : pour le reste de l’opération)
watch-field-from = À partir de (vide : maintenant)
watch-field-to = Jusqu’à (vide : pour le reste de l’opération)
watch-field-closure = Nom ou numéro de NOTAM
watch-field-wrong = Ceci manque ou est illisible.
watch-choose = Choisir
watch-source = Qui le dit
watch-source-hint = Par exemple la salle des opérations, par téléphone
watch-note = Note

# The watch page.

watch-part = Quelles missions
watch-part-all = Toutes
watch-part-count = { $part } ({ $count })
watch-part-under-way = En cours
watch-part-next = À venir
watch-part-done = Terminées
watch-filter = Mission, aéronef, exploitant ou aérodrome
watch-late-only = Seulement en retard ou sans nouvelles
watch-column-mission = Mission
watch-column-state = Situation
watch-column-aircraft = Aéronef, exploitant
watch-column-leg = Étape
watch-column-next = Ensuite
watch-column-report = Dernier signalement
watch-column-aboard = À bord
watch-none = Il n’y a pas encore de mission
watch-none-says = Une mission naît de l’adoption d’un plan. Auparavant :
watch-none-cleared = Les demandes sont validées, les patients déclarés aptes au vol et pourvus d’un lit.
watch-none-planned = Un planificateur fait établir un plan.
watch-none-adopted = Un officier de permanence l’adopte.
watch-none-tasked = Les exploitants acceptent leurs missions et désignent les équipages.
watch-none-crew = Vous voyez les missions pour lesquelles votre exploitant vous a désigné. Il n’y en a pas encore.
watch-none-operator = Vous voyez les missions de vos aéronefs une fois adopté un plan qui les emploie. Il n’y en a pas encore.
watch-none-match = { $count ->
        [one] Les filtres ne laissent aucune mission sur { $count }.
       *[other] Les filtres ne laissent aucune des { $count } missions.
    }
watch-due = Prochaines échéances pour moi, patients en cours de transfert
watch-due-nothing = Vous n’avez rien à faire.
watch-due-more = { $count ->
        [one] { $count } de plus
       *[other] { $count } de plus
    }
watch-map = Où elles se trouvent
watch-map-label = Carte des missions
watch-map-show = Afficher la carte
watch-map-hide = Masquer la carte
watch-map-says = En vol, les positions sont des estimations : le long de l’orthodromie, d’après le temps écoulé depuis le départ signalé. Les aéronefs ne sont pas suivis.
watch-map-estimate = { $mission }, { $from } vers { $to }, estimation
watch-map-stands = { $mission } à { $field }

# The outbox.

watch-outbox = Signalements non envoyés
watch-outbox-says = Conservés sur cet appareil, envoyés une seule fois et dans l’ordre.
watch-outbox-empty = Tout ce qui a été signalé ici a été envoyé.
watch-send-now = Envoyer maintenant
watch-next-try = Nouvel essai dans { $span }.
watch-next-try-soon = Nouvel essai dans moins d’une minute.
watch-queued-next = part en premier
watch-queued-waiting = attend
watch-queued-held = attend derrière un refus
watch-queued-refused = refusé
watch-is-now = Situation actuelle : { $state }
watch-refused-says = Si cela s’est bien produit et doit encore être signalé, signalez-le d’après la situation actuelle : l’heure est conservée. Si quelqu’un d’autre l’a déjà signalé, ou si c’était une erreur, retirez-le.
watch-again = Signaler d’après la situation actuelle
watch-take-back = Retirer
watch-take-back-sure = Oui, retirer
watch-taken-back = Retiré : { $what }
watch-did-task = { $mission } : acceptée
watch-did-await-clearances = { $mission } : en attente d’autorisations
watch-did-ready = { $mission } : prête
watch-did-assign = { $mission } : équipages désignés
watch-did-board = { $mission } : embarquement commencé
watch-did-depart = { $mission } : a décollé
watch-did-land = { $mission } : a atterri à { $place }
watch-did-delay = { $mission } : retardée
watch-did-divert = { $mission } : déroutée vers { $place }
watch-did-cancel = { $mission } : annulée
watch-did-abort = { $mission } : interrompue
watch-did-complete = { $mission } : terminée
watch-did-manifest = { $patient } : inscrit au manifeste
watch-did-collect = { $patient } : pris en charge
watch-did-stage = { $patient } : en transit à { $place }
watch-did-enplane = { $patient } : à bord de { $mission }
watch-did-deplane = { $patient } : débarqué à { $place }
watch-did-deliver = { $patient } : arrivé à { $place }
watch-did-event-aircraft-out = Aéronef indisponible : { $thing }
watch-did-event-beds-withdrawn = Lits retirés : { $thing }
watch-did-event-airfield-closed = Aérodrome fermé : { $thing }
watch-did-event-crew-out = Équipage indisponible : { $thing }
watch-did-event-not-boarded = Absent : { $thing }
watch-did-event-airspace-closed = Espace aérien fermé : { $thing }
watch-did-event-state-closed = Autorisations suspendues par l’État : { $thing }
