# Demandes : liste, rédaction, lecture et étapes.

## The list: board and table.

requests-view = Présentation
requests-board = Tableau de suivi
requests-table = Liste
requests-print = Imprimer
requests-new = Nouvelle demande
requests-loaded = { $count } lues jusqu’ici
requests-none = Aucune demande ne vous est visible.
requests-none-passes = Aucune demande ne correspond au filtre.
requests-counted = { $count ->
        [one] { $shown } demande sur { $all }
       *[other] { $shown } demandes sur { $all }
    }
requests-counted-all = { $count ->
        [one] { $shown } demande
       *[other] { $shown } demandes
    }
requests-filter = Filtre
requests-filter-none = Tout afficher
requests-filter-text = Texte ou numéro
requests-filter-state = Statut
requests-filter-all = Tout
requests-filter-stage = { $stage } : tout
requests-filter-grade = Priorité
requests-filter-deadline = Échéance
requests-deadline-step-late = Action suivante en retard
requests-deadline-step-day = Action suivante sous 24 h
requests-deadline-bed-late = En retard pour un lit
requests-deadline-bed-day = Lit requis sous 24 h
requests-stage-submit = À soumettre
requests-stage-authority = Chez l’autorité demandeuse
requests-stage-surgeon = Chez le médecin aéronautique
requests-stage-bed = Sans lit
requests-stage-asked = Lit demandé
requests-stage-agreed = Acceptée
requests-stage-planned = Planifiée
requests-stage-way = En route
requests-stage-arrived = Arrivé
requests-stage-over = Terminée
requests-stage-hidden = Statut non visible pour vous
requests-late = { $count ->
        [one] { $count } action en retard
       *[other] { $count } actions en retard
    }
requests-show-all = { $count ->
        [one] Afficher { $shown } dans la liste
       *[other] Afficher les { $shown } dans la liste
    }
requests-bed = Lit requis :
requests-asked = { $count ->
        [one] { $count } offre sollicitée
       *[other] { $count } offres sollicitées
    }
requests-due = Action suivante
requests-destination = Destination
requests-arrival = Arrivée

## Writing a request.

requests-new-lead = Les champs marqués * sont nécessaires pour soumettre. Le reste peut suivre.
requests-made-already = La demande est déjà enregistrée ; la suite a échoué. Un nouvel envoi reprend à ce point. Elle se lit ici :
requests-kept = Votre saisie précédente est encore là. Elle n’est conservée que dans cette fenêtre.
requests-begin-anew = Recommencer
requests-new-patient = Le patient
requests-no-names = Pas de noms ici : ils ont leur propre groupe plus bas.
requests-zone = Fuseau horaire de l’origine
requests-zone-hint = Toutes les heures ci-dessous sont dans ce fuseau.
requests-other-origin = Un autre établissement que ceux de la liste
requests-unplanned = Elle peut être soumise, mais aucun trajet ne peut être planifié avant de connaître :
requests-save-submit = Enregistrer et soumettre
requests-save-draft = Enregistrer comme brouillon
requests-fault-missing = Ce champ est obligatoire.
requests-fault-number = Il faut un nombre ici.
requests-fault-range = Entre { $min } et { $max }.
requests-fault-states = Deux lettres par État, séparées par des espaces, par exemple EG RU.
requests-fault-two = Il faut en comparer deux.
requests-fault-again = Ce n’est pas le numéro de la demande.
requests-choose = Choisir
requests-yes = Oui
requests-no = Non
requests-filled = { $count } sur { $all } remplis
requests-alike = { $count ->
        [one] { $count } demande ouverte est semblable
       *[other] { $count } demandes ouvertes sont semblables
    }
requests-alike-says = S’agit-il du même patient ? Vérifiez avant de continuer : deux demandes pour un même patient prennent deux lits.
requests-years = { $age } ans
requests-kg = { $mass } kg
requests-since = depuis
requests-another-patient = J’ai vérifié : c’est un autre patient
requests-basis = Sur quelle base le patient est-il transféré ?
requests-basis-patient = Le patient consent
requests-basis-guardian = Le tuteur ou un proche consent
requests-basis-vital = Intérêts vitaux : le patient ne peut consentir
requests-basis-other = Une autre base légale
requests-basis-which = Quelle base
requests-note = Note

## Who a patient is.

requests-identity = Identité
requests-identity-sealed = Scellée et conservée à part du dossier : seuls ceux qui soignent, transportent ou reçoivent le patient peuvent la lire, et chaque consultation est consignée.
requests-identity-audited = Chaque consultation est consignée, avec votre nom et la finalité.
requests-identity-show = Afficher l’identité
requests-identity-hide = Masquer
requests-identity-correct = Corriger l’identité
requests-identity-none = L’identité du patient n’est pas enregistrée.
requests-identity-family-name = Nom de famille
requests-identity-given-name = Prénom
requests-identity-date-of-birth = Date de naissance
requests-identity-nationality = Nationalité
requests-identity-document = Document et son numéro
requests-identity-contact = Contact d’un proche
requests-purpose = Finalité
requests-purpose-none = Non précisée
requests-purpose-treatment = Soins
requests-purpose-check = Contrôle d’identité avant une action
requests-purpose-papers = Papiers de sortie ou d’entrée
requests-purpose-family = Question de la famille
requests-purpose-duplicate = Doublon possible
requests-purpose-correction = Correction
requests-erase = Effacer l’identité
requests-erase-says = La clé est détruite : personne ne pourra plus jamais lire qui était le patient. La demande reste, sous son pseudonyme.
requests-erased = L’identité est effacée.
requests-type-again = Pour confirmer, saisissez { $id }

## One request.

requests-one = Demande { $id }
requests-all = Toutes les demandes
requests-report-waits = Pas encore envoyé : { $step }
requests-report-refused = Refusé par le serveur : { $step }
requests-report-collect = { $id } pris en charge dans le service
requests-report-enplane = { $id } à bord
requests-report-deplane = { $id } débarqué
requests-report-stage = { $id } dans une structure de transit
requests-report-deliver = { $id } amené à un établissement
requests-outbox = Voir ce qui n’est pas envoyé
requests-patient = Patient
requests-nothing-seen = Votre rôle ne voit rien du patient ici.
requests-standing = Où elle en est
requests-way = Le parcours de la demande
requests-state = Statut
requests-why = Pourquoi
requests-seen-again = À revoir avant
requests-answer-by = Réponse de l’hôpital avant
requests-fit = Apte au vol
requests-fit-over = L’aptitude a expiré.
requests-until = jusqu’au
requests-conditions = Conditions en vol
requests-queued = Dans la file depuis
requests-departure = Départ
requests-departure-confirmed = L’origine a confirmé le départ du patient.
requests-departure-open = L’origine n’a pas encore confirmé le départ du patient.
requests-return-of = Retour de
requests-returned-by = Retour par
requests-group-patient = Patient et besoin
requests-group-care = Soins en route
requests-group-clinical = Clinique
requests-group-flight = Vol
requests-group-destination = Destination et consentement
requests-group-companions = Accompagnants
requests-group-dates = Dates
requests-in-years = { $value } ans
requests-in-kg = { $value } kg
requests-in-litres = { $value } l/min
requests-in-feet = { $value } ft
requests-in-minutes = { $value } min
requests-in-days = { $value } j
requests-hours = { $hours } h
requests-going = Destination et trajet
requests-nowhere = Pas encore connue
requests-offer = Lit de l’offre
requests-outside = hors réseau
requests-delivered-to = Amené à
requests-missions = Missions
requests-unplanned-yet = Pas encore planifié
requests-aboard = à bord
requests-waits-at = Attend à
requests-plan = Plan

## History.

requests-history = Historique
requests-history-all = Tout afficher ({ $count })
requests-account = compte
requests-me = moi
requests-recorded = Enregistré { $span } plus tard :
requests-superseded-by = remplacé par { $fact }
requests-supersedes = remplace { $fact }
requests-confirms = confirme { $fact }
requests-confirmed-by = confirmé par { $fact }
requests-replace = Remplacer
requests-confirm = Confirmer
requests-replace-fact = Remplacer { $fact } : { $kind }
requests-confirm-fact = Confirmer { $fact } : { $kind }
requests-fact-created = Créée
requests-fact-amended = Modifiée
requests-fact-submitted = Soumise
requests-fact-returned = Renvoyée
requests-fact-endorsed = Validée
requests-fact-cleared = Apte au vol
requests-fact-deferred = Différée
requests-fact-offered = Lit demandé
requests-fact-broadcast = Plusieurs hôpitaux sollicités
requests-fact-accepted = Acceptée
requests-fact-declined = Refusée
requests-fact-unplaced = Demande de lit ou lit retiré
requests-fact-assessed = Évalué
requests-fact-planned = Planifiée
requests-fact-unplanned = Retirée du plan
requests-fact-manifested = Inscrit au manifeste
requests-fact-collected = Pris en charge
requests-fact-staged = En structure de transit
requests-fact-enplaned = Embarqué
requests-fact-deplaned = Débarqué
requests-fact-departure-confirmed = Départ confirmé
requests-fact-delivered = Arrivé
requests-fact-handed-over = Remis à l’hôpital
requests-fact-closed = Close
requests-fact-withdrawn = Retirée
requests-fact-died = Décédé
requests-fact-return-requested = Retour demandé

## Emergency access.

requests-emergency = En urgence
requests-emergency-warning = Chaque accès d’urgence est examiné ensuite par un auditeur.
requests-emergency-says = À n’ouvrir que si un patient risquait sinon de subir un préjudice. Votre nom, le motif et tout ce que vous consultez sont consignés. L’accès prend fin de lui-même.
requests-emergency-reason = Pourquoi c’est nécessaire
requests-emergency-hours = Pour combien de temps
requests-emergency-sure = Je sais que cet accès sera examiné
requests-emergency-open = Ouvrir le dossier

## Steps.

requests-steps = Ce que vous pouvez faire
requests-done = Fait : { $step }
requests-step-submit = Soumettre
requests-step-endorse = Valider
requests-step-return = Renvoyer au médecin adresseur
requests-step-clear = Déclarer apte au vol
requests-step-defer = Différer
requests-step-unfit = Signaler inapte au vol
requests-step-offer = Demander un lit
requests-step-broadcast = Solliciter plusieurs hôpitaux
requests-step-accept-outside = Noter une place hors réseau
requests-step-unplace = Retirer la demande de lit ou le lit
requests-step-accept = Accepter le patient
requests-step-decline = Refuser
requests-step-manifest = Inscrire au manifeste
requests-step-collect = Prendre en charge
requests-step-enplane = Embarquer
requests-step-deplane = Débarquer
requests-step-stage = Vers une structure de transit
requests-step-deliver = Amener à l’établissement
requests-step-confirm-departure = Confirmer le départ
requests-step-hand-over = Signer la réception
requests-step-close = Clore la demande
requests-step-withdraw = Retirer la demande
requests-step-report-death = Signaler un décès
requests-step-amend = Modifier
requests-step-assess = Évaluer
requests-step-return-home = Demander le retour
requests-says-endorse = Nul ne valide une demande qu’il a rédigée. La place dans la file commence ici.
requests-says-defer = Un lit réservé redevient libre.
requests-says-unfit = Le transfert s’arrête et un lit réservé redevient libre. Seul le médecin aéronautique le relance.
requests-says-offer = Le lit est réservé jusqu’à l’échéance de la réponse.
requests-says-broadcast = Aucun lit n’est réservé : le premier hôpital qui accepte accueille le patient.
requests-says-decline = Le patient garde sa place dans la file.
requests-says-manifest = Le manifeste est figé pour ce patient.
requests-says-confirm-departure = Vous confirmez que le patient a quitté l’établissement.
requests-says-hand-over = La responsabilité passe ainsi à l’hôpital.
requests-says-close = Il ne reste rien à faire. Cela ne décide de rien.
requests-says-withdraw = La demande prend fin et un lit réservé redevient libre. C’est irréversible.
requests-says-amend = Modifiez ce qui est dit du patient. Seul ce qui change est envoyé.
requests-says-assess = Indiquez si l’état du patient s’est aggravé ou amélioré. La priorité ne change que pour des raisons médicales.
requests-says-return-home = Une autre demande, liée à celle-ci ; elle part de l’hôpital où se trouve le patient.
requests-send-amend = Enregistrer les modifications
requests-send-assess = Enregistrer l’évaluation
requests-send-return-home = Créer la demande de retour
requests-ask-reason = Motif
requests-ask-criteria = Critères remplis
requests-ask-conditions = Conditions en vol
requests-ask-valid-until = Valable jusqu’au
requests-ask-until = Jusqu’au
requests-ask-offer = Quel lit
requests-ask-offers = Quels lits sont demandés
requests-ask-place = Où, et qui a accepté
requests-ask-own-offer = Pour un lit de quelle offre
requests-ask-own-offer-hint = Seulement si plusieurs de vos offres sont sollicitées.
requests-ask-decline-reason = Pourquoi
requests-ask-note = Note
requests-ask-identifiers = Deux éléments comparés au dossier
requests-ask-facility = Établissement
requests-ask-facility-hint = Par son nom court, comme dans le plan.
requests-ask-mission = Mission
requests-ask-airfield = Aérodrome
requests-ask-signatory = Qui signe
requests-ask-condition = État du patient
requests-ask-documents = Documents remis
requests-own-offer-asked = Celle qui est sollicitée
requests-identifier-pseudonym = Pseudonyme
requests-identifier-name = Nom
requests-identifier-date-of-birth = Date de naissance
requests-identifier-document-number = Numéro du document
requests-identifier-wristband = Bracelet
requests-decline-no-bed = Pas de lit
requests-decline-no-capability = Pas la compétence requise
requests-decline-mdr = Germes multirésistants
requests-decline-cost = Coût
requests-decline-language = Langue
requests-decline-companion-limit = Trop d’accompagnants
requests-decline-legal = Raisons juridiques
requests-decline-other = Autre raison
requests-no-offer-fits = Aucune offre ouverte ne convient : spécialité, âge, sexe, isolement, accompagnants.
requests-no-offer = Aucune offre de l’opération n’a de lit libre. Une place hors réseau peut être notée.
requests-all-offers = { $count ->
        [one] Afficher { $count } avec un lit libre
       *[other] Afficher les { $count } avec des lits libres
    }
requests-free = Lits libres : { $free } sur { $beds }
requests-fit-acceptable = convient aussi
requests-against-specialty = autre spécialité
requests-against-age = âge incompatible
requests-against-sex = sexe incompatible
requests-against-isolation = isolement impossible
requests-against-companions = trop d’accompagnants
requests-stale-state = Statut actuel : { $state }
requests-stale-columns = Modifié par l’autre :
requests-stale-again = Votre saisie est conservée. Vérifiez qu’elle vaut toujours, puis renvoyez-la.
requests-stale-not = Cette action n’est plus possible.
requests-stale-send = { $step }, dans l’état actuel
requests-replacing = Ceci remplace le fait { $fact }. Les deux restent lisibles.
requests-confirming = Ceci confirme le fait { $fact }.
requests-death-says = Le transfert prend fin. Le lit et la place sont libérés. Rien n’est effacé, et c’est irréversible.
requests-happened = Quand c’est arrivé
requests-happened-hint = Vide : maintenant.
requests-changed-meanwhile = La demande a été modifiée depuis que vous avez commencé. À l’envoi, les deux seront réunies.
requests-unchanged = Rien n’est modifié.
requests-empty = vide
requests-merge-says = Rien n’est encore envoyé. Voyez ce que l’autre a modifié et choisissez là où vous avez tous deux modifié la même chose. Statut actuel : { $state }
requests-merge-was = Avant :
requests-merge-mine = Ma saisie :
requests-merge-theirs = L’autre :
requests-merge-only-theirs = Modifié par l’autre, conservé
requests-merge-only-mine = Modifié par vous, envoyé
requests-merge-send = Envoyer le résultat

## Columns of table patients.

requests-field-origin = Origine
requests-field-ready-at = Prêt à partir de
requests-field-collect-by = À prendre en charge avant
requests-field-precedence-code = Priorité
requests-field-precedence-scheme = Échelle de priorité
requests-field-clock-start-at = Début du délai
requests-field-due-at = Dans un lit adapté avant
requests-field-latest-useful-at = Sans utilité après
requests-field-classification = Classification
requests-field-mobility = Mobilité
requests-field-critical-care = Soins critiques
requests-field-dependency = Dépendance
requests-field-ventilated = Ventilé
requests-field-oxygen-l-per-min = Oxygène
requests-field-isolation = Isolement
requests-field-cabin-limit-ft = Altitude cabine maximale
requests-field-max-stops = Escales au plus
requests-field-max-flight-minutes = Temps de vol maximal
requests-field-max-transit-minutes = Durée maximale du trajet
requests-field-overnight = Nuit en route possible
requests-field-medical-attendants = Accompagnants médicaux
requests-field-other-attendants = Autres accompagnants
requests-field-group = Groupe
requests-field-specialty = Spécialité
requests-field-acceptable-specialties = Spécialités convenant aussi
requests-field-diagnosis = Diagnostic en bref
requests-field-clinical-notes = Notes cliniques
requests-field-age-years = Âge
requests-field-sex = Sexe
requests-field-weight-kg = Poids
requests-field-bariatric = Bariatrique
requests-field-consent-states = N’accepte d’aller que vers
requests-field-refused-states = Jamais vers
requests-field-destination = Uniquement vers cet établissement
requests-field-expected-stay-days = Séjour prévu
requests-field-languages = Langues
requests-hint-origin = L’établissement où se trouve le patient, par son nom court.
requests-hint-ready-at = Pas de prise en charge avant.
requests-hint-diagnosis = Ni noms ni lieux.
requests-hint-clinical-notes = Lues seulement par ceux qui soignent le patient.
requests-hint-age-years = En années révolues.
requests-hint-weight-kg = En kilogrammes.
requests-hint-oxygen-l-per-min = En litres par minute. Vide : aucun.
requests-hint-cabin-limit-ft = En pieds. Vide : sans restriction.
requests-hint-max-stops = Atterrissages entre le premier décollage et le dernier atterrissage. Vide : sans limite.
requests-hint-max-flight-minutes = En minutes, tous vols confondus. Vide : sans limite.
requests-hint-max-transit-minutes = En minutes, de la prise en charge à l’arrivée. Vide : sans limite.
requests-hint-overnight = Dans une structure de transit.
requests-hint-medical-attendants = Chacun occupe un siège.
requests-hint-other-attendants = Famille, tuteurs, sécurité ; chacun occupe un siège.
requests-hint-group = Nom d’un groupe qui voyage ensemble.
requests-hint-consent-states = Deux lettres par État, par exemple EG RU. Vide : tous.
requests-hint-refused-states = Deux lettres par État. Vide : aucun.
requests-hint-destination = Le domicile pour un retour, ou un hôpital qui a accepté ce patient nommément. Vide : tout établissement.
requests-hint-expected-stay-days = En jours, dans le lit d’accueil.
requests-hint-languages = Codes séparés par des espaces, par exemple uk ar.
requests-hint-bariatric = Occupe deux places de brancard.
requests-hint-due-at = Vide : selon le délai de la priorité.
requests-hint-clock-start-at = Quand le délai de la priorité a commencé.

## Codes.

requests-specialty-burns = Brûlés
requests-specialty-neurosurgery = Neurochirurgie
requests-specialty-spinal = Rachis
requests-specialty-orthopaedics = Orthopédie
requests-specialty-prosthetics = Appareillage et prothèses
requests-specialty-maxillofacial = Maxillo-facial
requests-specialty-plastics = Chirurgie plastique
requests-specialty-vascular = Vasculaire
requests-specialty-thoracic = Thoracique
requests-specialty-ophthalmology = Ophtalmologie
requests-specialty-general-surgery = Chirurgie générale
requests-specialty-icu = Réanimation
requests-specialty-onco-adult = Oncologie adultes
requests-specialty-onco-paed = Oncologie pédiatrique
requests-specialty-haematology = Hématologie
requests-specialty-bmt = Greffe de moelle
requests-specialty-dialysis = Dialyse
requests-specialty-transplant = Transplantation
requests-specialty-cardiology = Cardiologie
requests-specialty-cardiac-surgery = Chirurgie cardiaque
requests-specialty-paediatrics = Pédiatrie
requests-specialty-neonatal-icu = Réanimation néonatale
requests-specialty-obstetrics = Obstétrique
requests-specialty-psychiatry = Psychiatrie
requests-specialty-infectious = Maladies infectieuses
requests-specialty-rehab = Rééducation
requests-specialty-home = Domicile
requests-sex-female = Femme
requests-sex-male = Homme
requests-mobility-litter = Brancard
requests-mobility-ambulatory = Peut marcher
requests-mobility-wheelchair = Fauteuil roulant
requests-mobility-incubator = Couveuse
requests-critical-care-none = Aucun
requests-critical-care-intermediate = Intermédiaire : surveillance rapprochée
requests-critical-care-icu = Réanimation
requests-dependency-1 = ventilation, surveillance invasive ou cardiaque, drain thoracique
requests-dependency-2 = surveillance fréquente, oxygène, plusieurs perfusions
requests-dependency-3 = soins simples, oxygène simple, une perfusion
requests-dependency-4 = aide à la mobilité, à l’alimentation et à l’hygiène seulement
requests-classification-1a = psychiatrique grave : couché, escorté
requests-classification-1b = psychiatrique intermédiaire
requests-classification-1c = psychiatrique léger, assis
requests-classification-2a = couché, ne peut se mettre seul en sécurité
requests-classification-2b = couché, mobile
requests-classification-3 = assis, surveillé
requests-classification-4 = assis, sans escorte
requests-classification-4a = nourrisson ou moins de trois ans
requests-classification-5 = soins ambulatoires, assis
requests-classification-6 = accompagnant
requests-isolation-none = Aucun
requests-isolation-contact = Contact
requests-isolation-droplet = Gouttelettes
requests-isolation-airborne = Air
requests-scheme-uk-stanag3204 = OTAN STANAG 3204
requests-scheme-us-transcom = US TRANSCOM
requests-scheme-us-army-medevac = US Army MEDEVAC
requests-scheme-waitlist = Liste d’attente
