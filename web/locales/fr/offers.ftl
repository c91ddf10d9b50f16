# Beds: what is offered, who has it; and what a receiving hospital has to do.

offers-map = Lits par établissement, spécialité et jour
offers-table = Offres de lits
offers-offer = Offre
offers-one = Offre { $offer }
offers-facility = Établissement
offers-specialty = Spécialité
offers-country = Pays
offers-beds = Lits
offers-free = Libres
offers-free-of = { $free } sur { $total ->
        [one] { $total } lit libre
       *[other] { $total } lits libres
    }
offers-no-beds = aucun lit
offers-sum = { $offers ->
        [one] { $offers } offre
       *[other] { $offers } offres
    }, { $free } sur { $total ->
        [one] { $total } lit libre
       *[other] { $total } lits libres
    } en ce moment
offers-state = Statut
offers-first-day = Premier jour d’arrivée
offers-last-day = Dernier jour d’arrivée
offers-arrivals = Arrivées
offers-days = arrivées du { $from } au { $to }
offers-days-hint = Ce jour compris, à l’heure de l’établissement
offers-expires = Valable jusqu’au
offers-expires-hint = Après cela, personne n’est envoyé. Votre fuseau horaire : { $zone }
offers-no-expiry = sans fin
offers-conditions = Conditions
offers-conditions-hint = En clair, pour le centre. Aucun nom de patient.
offers-isolation = Accepte les patients en isolement
offers-companions = Accompagnants par patient, au plus
offers-companions-hint = Vide : sans limite. 0 : aucun.
offers-sex = Pour les patients de ce sexe
offers-sex-both = les deux
offers-age-from = Âge minimal en années
offers-age-to = Âge maximal en années
offers-stay = Séjour prévu en jours
offers-yes = oui
offers-no = non
offers-not-said-no = non indiqué (non)
offers-choose = Choisir
offers-more = Plus : validité, limites, conditions
offers-beds-taken = { $taken ->
        [one] { $taken } est pris
       *[other] { $taken } sont pris
    }

offers-today = aujourd’hui
offers-key = Signification des teintes
offers-key-none = aucun libre
offers-key-some = quelques-uns libres
offers-key-all = tous libres
offers-key-days = Libres/total. Un lit attribué compte comme pris tous les jours de son offre.
offers-filter = Choisir ce qui est affiché
offers-view = Manière de voir les lits
offers-view-map = Par jour
offers-view-list = Par offre
offers-any = tous
offers-only-free = Seulement avec des lits libres
offers-none-such = Aucune offre ne correspond.
offers-show-all = Tout afficher
offers-empty = Aucun lit n’a encore été offert. Les hôpitaux les offrent ici ; un plan en a besoin.
offers-empty-own = Vous n’avez encore offert aucun lit. Offrez-en, et le centre pourra vous demander d’accueillir des patients.
offers-nobody = Aucun de ces lits n’est attribué.
offers-held = Réservés : { $count }
offers-held-until = jusqu’au
offers-confirmed = Acceptés : { $count }
offers-consumed = Hospitalisés : { $count }
offers-says = Ce qui est offert
offers-why-withdrawn = Motif du retrait :
offers-to-all = Tous les lits de l’opération

offers-new = Offrir des lits
offers-promise = Promettre ces lits
offers-no-facility = Aucun établissement n’est inscrit pour votre organisation. Demandez à un administrateur de l’ajouter.
offers-change = Modifier
offers-change-title = Modifier l’offre { $offer }
offers-discard = Laisser comme avant
offers-clash = { $column } : vous indiquez « { $mine } », quelqu’un d’autre a indiqué « { $theirs } ».
offers-theirs = { $column } est maintenant « { $theirs } ».
offers-take-theirs = Prendre l’autre valeur
offers-merge-says = Ce que vous avez saisi est conservé. Vérifiez, puis enregistrez de nouveau.
offers-withdraw = Retirer
offers-withdraw-title = Retirer l’offre { $offer }
offers-withdraw-says = { $free ->
        [one] { $free } lit libre est retiré.
       *[other] { $free } lits libres sont retirés.
    } Dites pourquoi, afin que le centre puisse planifier sans eux.
offers-withdraw-taken = Les patients acceptés le restent ({ $confirmed }). Les lits seulement réservés ({ $held }) ne pourront plus être acceptés.
offers-reason = Motif

offers-fault-needed = Ce champ est obligatoire.
offers-fault-beds = Un nombre entier de lits, au moins 1.
offers-fault-taken = { $taken ->
        [one] { $taken } lit est pris : il ne peut pas y en avoir moins.
       *[other] { $taken } lits sont pris : il ne peut pas y en avoir moins.
    }
offers-fault-days = Le dernier jour précède le premier.
offers-fault-companions = Un nombre entier de 0 à 20.
offers-fault-age = Années entières, de 0 à 125.
offers-fault-ages = L’âge maximal est inférieur à l’âge minimal.
offers-fault-stay = Jours entiers, de 1 à 3 650.

needs-number = Besoin { $number }
needs-asked = On vous demande d’accueillir ({ $count })
needs-asked-none = Personne ne vous sollicite pour l’instant. Quand le centre demandera un de vos lits, le patient apparaîtra ici sans nom, avec l’heure limite de réponse.
needs-answer-by = Réponse avant
needs-age = { $from }–{ $to } ans
needs-also = ou aussi : { $specialties }
needs-ventilated = ventilé
needs-oxygen = oxygène { $litres } l/min
needs-bariatric = occupe deux places de brancard
needs-medical-attendants = { $count ->
        [one] { $count } accompagnant médical
       *[other] { $count } accompagnants médicaux
    }
needs-companions = { $count ->
        [one] { $count } accompagnant
       *[other] { $count } accompagnants
    }
needs-stay = { $days ->
        [one] séjour d’environ { $days } jour
       *[other] séjour d’environ { $days } jours
    }
needs-bed-kept = Lit réservé pour ce patient :
needs-bed-asked = Lit demandé :
needs-first-takes = Plusieurs hôpitaux sont sollicités : le premier qui accepte accueille le patient.
needs-which-offer = Laquelle de vos offres
needs-accept = Accepter
needs-yes-take = Oui, nous accueillons ce patient
needs-not-yet = Pas encore
needs-accepted = Vous accueillez { $number }. Le nom est maintenant visible.
needs-decline = Refuser
needs-decline-title = Refuser { $number }
needs-declined = Refusé : { $number }. Le centre cherche un autre lit.
needs-cannot = Nous ne pouvons finalement pas accueillir ce patient
needs-more = Afficher la suite ({ $count })
needs-why = Pourquoi
needs-note = Note
needs-note-hint = Pour le centre. Pas de noms.
needs-arriving = En route vers vous ({ $count })
needs-arriving-none = Personne n’est en route vers vous.
needs-arrives = Arrivée
needs-no-time = heure d’arrivée encore inconnue
needs-conditions = En vol :
needs-bed = Lit :
needs-arrived = Arrivés : signez leur réception ({ $count })
needs-arrived-says = Le patient est à votre charge dès votre signature. Comparez d’abord deux éléments d’identité.
needs-sign-open = Signer la réception
needs-sign = Signer
needs-signatory = Qui signe
needs-signatory-hint = Nom et fonction
needs-condition = État à l’arrivée
needs-condition-hint = Avec vos mots
needs-documents = Documents et effets reçus
needs-documents-hint = Ce qui accompagnait le patient, ou ce qui manque
needs-signed-for = Réception de { $number } signée.
needs-signed = Réception signée ({ $count })
needs-own-beds = Vos lits
