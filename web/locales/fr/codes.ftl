# Words for the codes of the record: roles, states, tasks, classes.

role-referring-clinician = Médecin adresseur
role-requesting-authority = Autorité demandeuse
role-regulating-officer = Régulateur des évacuations
role-flight-surgeon = Médecin aéronautique
role-airlift-planner = Planificateur du transport aérien
role-duty-officer = Officier de permanence
role-crew = Équipage
role-operator = Exploitant aérien
role-receiving-hospital = Hôpital d’accueil
role-information-officer = Chargé d’information
role-auditor = Auditeur
role-administrator = Administrateur

precedence-urgent = urgent
precedence-priority = prioritaire
precedence-routine = routine
precedence-unknown = non communiqué

state-draft = Brouillon
state-submitted = Soumise
state-returned = Renvoyée
state-endorsed = Validée
state-cleared = Apte au vol
state-deferred = Différée
state-offered = Lit demandé
state-accepted = Acceptée
state-planned = Planifiée
state-manifested = Au manifeste
state-collected = Pris en charge
state-staged = En structure de transit
state-enplaned = À bord
state-in-transit = En route
state-delivered = Arrivé
state-diverted = Arrivé ailleurs
state-handed-over = Remis à l’hôpital
state-closed = Close
state-withdrawn = Retirée
state-died = Décédé

mission-approved = Approuvée
mission-tasked = Acceptée par l’exploitant
mission-clearances-pending = En attente d’autorisations
mission-ready = Prête
mission-boarding = Embarquement
mission-airborne = En vol
mission-landed = Au sol
mission-complete = Terminée
mission-cancelled = Annulée
mission-aborted = Interrompue

plan-state-proposed = Proposé
plan-state-adopted = Adopté
plan-state-rejected = Rejeté
plan-state-superseded = Remplacé

job-state-queued = En attente
job-state-running = En cours
job-state-done = Terminé
job-state-failed = En échec
job-state-cancelled = Arrêté

task-finish-and-submit-it = La compléter et la soumettre
task-answer-the-requesting-authority = Répondre à l’autorité demandeuse
task-endorse-or-return-it = La valider ou la renvoyer
task-clear-or-defer-the-patient = Déclarer le patient apte au vol ou le différer
task-see-the-patient-again = Revoir le patient
task-find-a-bed = Trouver un lit
task-accept-or-decline = Accepter ou refuser
task-plan-the-way = Planifier le trajet
task-renew-the-clearance-before-the-flight = Renouveler l’aptitude au vol avant le départ
task-collect-the-patient = Prendre le patient en charge
task-bring-the-patient-on = Poursuivre l’acheminement du patient
task-sign-for-the-patient = Signer la réception du patient
task-confirm-that-the-patient-has-left = Confirmer le départ du patient
task-close-it = La clore

specialty-burns = brûlés
specialty-neurosurgery = neurochirurgie
specialty-spinal = lésions du rachis
specialty-orthopaedics = orthopédie
specialty-prosthetics = appareillage et prothèses
specialty-maxillofacial = chirurgie maxillo-faciale
specialty-plastics = chirurgie plastique
specialty-vascular = chirurgie vasculaire
specialty-thoracic = chirurgie thoracique
specialty-ophthalmology = ophtalmologie
specialty-general-surgery = chirurgie générale
specialty-icu = réanimation
specialty-onco-adult = oncologie adultes
specialty-onco-paed = oncologie pédiatrique
specialty-haematology = hématologie
specialty-bmt = greffe de moelle osseuse
specialty-dialysis = dialyse
specialty-transplant = transplantation d’organes
specialty-cardiology = cardiologie
specialty-cardiac-surgery = chirurgie cardiaque
specialty-paediatrics = pédiatrie
specialty-neonatal-icu = réanimation néonatale
specialty-obstetrics = obstétrique
specialty-psychiatry = psychiatrie
specialty-infectious = maladies infectieuses
specialty-rehab = rééducation
specialty-home = domicile, sans lit

mobility-litter = couché, sur brancard
mobility-ambulatory = peut marcher
mobility-wheelchair = fauteuil roulant
mobility-incubator = couveuse

critical-care-none = pas de soins critiques
critical-care-intermediate = soins intermédiaires, surveillance rapprochée
critical-care-icu = réanimation

isolation-none = pas d’isolement
isolation-contact = isolement contact
isolation-droplet = isolement gouttelettes
isolation-airborne = isolement air

sex-female = femme
sex-male = homme

offer-state-open = Ouverte
offer-state-partly-held = En partie prise
offer-state-held = Tous les lits pris
offer-state-confirmed = Tous acceptés
offer-state-consumed = Tous occupés
offer-state-expired = Expirée
offer-state-withdrawn = Retirée

decline-no-bed = Aucun lit libre
decline-no-capability = Nous ne pouvons pas traiter ce cas
decline-mdr = Germes multirésistants
decline-cost = Coût
decline-language = Langue
decline-companion-limit = Trop d’accompagnants
decline-legal = Raisons juridiques
decline-other = Autre raison
