# The frame, logging in, and words that every page uses.

skip-to-main = Aller au contenu principal
nav-label = Navigation
operation = Opération
organisation = Organisation
own-menu = Mon compte et mes réglages
own-account = Mon compte
language = Langue
theme = Couleurs
theme-auto = Comme cet appareil
theme-light = Clair
theme-dark = Sombre
close = Fermer
cancel = Annuler
save = Enregistrer
loading = Chargement
nothing = Il n’y a encore rien ici.
try-again = Réessayer

nav-start = Accueil
    .says = Ce que j’ai à faire
nav-requests = Demandes
    .says = Les patients à évacuer, et où en est chacun
nav-needs = Besoins et arrivées
    .says = Les patients qu’on nous demande d’accueillir, et ceux qui arrivent
nav-offers = Lits
    .says = Les lits par hôpital, spécialité et jour
nav-clearances = Autorisations
    .says = Les autorisations des États, et les missions qui les attendent
nav-plans = Plans
    .says = Planifier, comparer, expliquer, adopter
nav-watch = Suivi
    .says = Les missions en cours et leurs signalements
nav-people = Personnes
    .says = Comptes, rôles et organisations
nav-audit = Audit
    .says = Qui a fait et vu quoi
nav-figures = Chiffres
    .says = Les nombres qui peuvent être rendus publics

log-in = Se connecter
log-out = Se déconnecter
log-in-sign-on = Se connecter avec mon organisation
login = Identifiant
password = Mot de passe
second-factor-code = Code du second facteur
second-factor-code-hint = De votre application, ou un code de secours
demonstration-says = Ceci est une démonstration avec des personnes fictives. Choisissez un rôle pour découvrir :
unreachable = Le serveur ne répond pas
unreachable-says = La liaison est peut-être coupée. Ce que vous avez signalé sur cet appareil est conservé, et sera envoyé dès que la liaison sera rétablie.
not-found = Rien ici
not-found-says = Il n’y a rien à cette adresse, ou vous n’y avez pas accès.
must-change = Choisissez un autre mot de passe
must-change-says = Votre mot de passe a été choisi par quelqu’un d’autre. Pour continuer, choisissez-en un que vous seul connaissez.
change-password = Changer le mot de passe
password-old = Mot de passe actuel
password-new = Nouveau mot de passe
password-new-hint = Long de préférence : plusieurs mots valent mieux que des signes
password-again = Nouveau mot de passe, encore une fois
password-differs = Les deux ne sont pas identiques
invitation = Invitation
invitation-done = Votre mot de passe est défini. Vous pouvez vous connecter.

link-connecting = Connexion en cours
link-open = En direct
link-lost = Pas de liaison
link-lost-since = Pas de liaison depuis { $age }
outbox-waiting = { $count ->
        [one] { $count } signalement non envoyé
       *[other] { $count } signalements non envoyés
    }
outbox-refused = { $count ->
        [one] { $count } signalement refusé
       *[other] { $count } signalements refusés
    }

span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
span-days = { $days } j { $hours } h
age-ago = il y a { $span }
age-in = dans { $span }
age-late = en retard de { $span }

due = À faire
deadline = Échéance
due-for-me = À faire par moi
nothing-due = Vous n’avez rien à faire.
start-with = Commencer par
what-to-do = Que faire
request = Demande

problem-offline = Il n’y a pas de liaison avec le serveur.
problem-unreadable = La réponse du serveur est illisible.
problem-bug = Une erreur s’est produite dans cette page.
problem-bad-request = Le serveur n’a pas pu lire ce qui a été envoyé.
problem-invalid = Une des indications n’est pas cohérente.
problem-cross-site = Le serveur a cru que cet envoi venait d’un autre site.
problem-precondition-required = La version manque.
problem-busy = Le serveur est occupé. Réessayez dans un instant.
problem-unknown = Un élément cité n’existe pas.
problem-exists = Il en existe déjà un.
problem-wrong-state = Ce n’est pas possible dans le statut actuel.
problem-condition = Une condition nécessaire n’est pas remplie.
problem-full = Il n’en reste plus.
problem-findings = Ce qui a été envoyé contient des erreurs.
problem-internal = Le serveur a rencontré une défaillance.
problem-anonymous = Vous n’êtes plus connecté.
problem-not-found = Cet élément n’existe pas, ou vous n’y avez pas accès.
problem-forbidden = Votre rôle ne le permet pas.
problem-wrong-password = L’identifiant ou le mot de passe est faux.
problem-second-factor = Un code du second facteur est nécessaire.
problem-wrong-code = Le code est faux. Chaque code ne sert qu’une fois : attendez le suivant.
problem-wrong-invitation = L’invitation n’est plus valable. Demandez-en une autre à un administrateur.
problem-password-change-needed = Il faut d’abord un autre mot de passe.
problem-sign-on = La connexion avec votre organisation a échoué.
problem-issuer-away = Le service de connexion de votre organisation ne répond pas.
problem-not-linked = Aucun compte ici n’est lié au vôtre là-bas.
problem-not-configured = Le serveur n’est pas configuré pour cela.
problem-throttled = Trop de tentatives. Attendez un peu.
problem-stale = Quelqu’un l’a modifié depuis que vous l’avez lu.
problem-key-reused = La même clé a servi à autre chose.
problem-already-made = Cela a déjà été fait.
problem-unavailable = Le stockage du serveur ne répond pas.
