# Comptes, rôles et organisations, et ce que les administrateurs en font.

people-lead = Vous faites fonctionner le système. Aucun patient ne vous est montré.
people-lead-audit = Qui détient quel rôle, et où.
people-side = Ce qui est listé
people-accounts = Comptes
people-organisations = Organisations
people-account = Compte
people-all = Tous les comptes
people-all-organisations = Toutes les organisations
people-count = { $shown ->
        [one] { $shown } compte sur { $all }
       *[other] { $shown } comptes sur { $all }
    }
people-seek = Rechercher
people-seek-hint = Identifiant, organisation ou numéro interne
people-any = Tous
people-none-found = Aucun compte ne correspond.
people-no-accounts = Il n’y a pas encore de compte ici.
people-no-organisations = Il n’y a pas encore d’organisation. Ajoutez-en une avant d’ouvrir des comptes.
people-organisation-first = Un compte appartient à une organisation. Ajoutez-en d’abord une.
people-role = Rôle
people-roles = Rôles
people-no-roles = Aucun rôle
people-standing = Situation
people-standing-active = Actif
people-standing-invited = Invité
people-standing-late = Invitation expirée
people-standing-suspended = Suspendu
people-invited-until = Invité jusqu’au
people-account-id = Numéro interne du compte
people-in-audit = Ce que ce compte a fait et vu

people-open = Ouvrir un compte
people-open-and-invite = Ouvrir et inviter
people-login-hint = L’identifiant de connexion de cette personne. Il ne change plus.
people-login-taken = Quelqu’un se connecte déjà avec cet identifiant.
people-choose = Choisir…
people-opened = Le compte { $login } est ouvert.
people-to-account = Aller au compte
people-invite-there = Le compte est ouvert. Créez l’invitation sur sa page.
people-invited = Invitation pour { $login }
people-invited-says = Ce lien n’est montré que maintenant. Remettez-le au titulaire du compte, et à personne d’autre, par une voie sûre. Qui l’ouvre choisit le mot de passe.
people-invitation-link = Lien
people-good-until = Valable jusqu’au
people-copy = Copier
people-copied = Copié

people-not-beside = Incompatible avec : { $roles }
people-apart = Ces rôles ne se cumulent jamais.
people-pair = { $role } et { $other } :
people-apart-adopt = qui propose un plan ne l’adopte pas.
people-apart-endorse = qui rédige une demande ne la valide pas.
people-apart-fit = qui demande le transfert d’un patient ne dit ni qu’il est apte au vol, ni quel est son degré d’urgence.
people-apart-bed = qui demande un lit n’y répond pas ; l’acceptation engage l’hôpital seul.
people-apart-approve = l’exploitant accepte une mission ; qui l’approuve ne l’accepte pas.
people-apart-patients = l’administrateur ne lit aucun dossier de patient.
people-apart-looks = qui attribue les rôles, et peut écrire sur la machine, ne regarde pas qui a consulté qui.
people-apart-part = personne n’audite ce à quoi il prend part.
people-apart-review = personne n’audite ce à quoi il prend part, ni n’examine un accès d’urgence aux côtés de qui l’a ouvert.
people-apart-public = qui parle au public ne voit aucune identité.

people-own = Ceci est votre propre compte. Personne ne modifie ses propres rôles, ne se suspend ni ne réinitialise son propre second facteur : un autre administrateur le fait. Votre mot de passe et votre second facteur se trouvent sous votre compte.
people-save-roles = Enregistrer les rôles
people-saved = Enregistré.
people-changed-meanwhile = Quelqu’un d’autre a modifié ceci entre-temps.
people-stale = Quelqu’un d’autre a modifié ce compte entre-temps. Il a été relu : vérifiez-le, puis recommencez.
people-roles-were = Quand vous avez commencé :
people-roles-are = Maintenant :
people-roles-both = Avec vos changements en plus :
people-put-on-top = Ajouter mes changements
people-take-theirs = Prendre les siens
people-keep-mine = Garder ce que j’ai saisi

people-why = Motif
people-invite = Nouvelle invitation
people-invite-says = Le titulaire choisit un mot de passe par un lien qui vous est montré une seule fois. Une invitation plus ancienne n’est plus valable.
people-suspend = Suspendre
people-suspend-says = Le compte ne peut plus rien faire, et ses sessions prennent fin. Ce qu’il a fait reste dans le registre.
people-reinstate = Réactiver
people-reinstate-says = Le compte peut se connecter à nouveau, avec les rôles qu’il a.
people-factor = Second facteur
people-factor-there = Enregistré
people-factor-none = Aucun
people-factor-is = Un code est demandé à chaque connexion.
people-factor-is-not = Le compte n’est protégé que par son mot de passe. Son titulaire enregistre un second facteur sous son propre compte.
people-reset = Effacer le second facteur
people-reset-says = Pour qui a perdu l’appareil et tous les codes de secours. Assurez-vous qu’il s’agit bien de cette personne. Toutes les sessions du compte prennent fin ; le motif reste au registre.
people-sign-on = Authentification unique
people-not-linked = Non lié à l’authentification de l’organisation.
people-no-sign-on = Ce serveur n’est pas encore configuré pour une autre authentification. Les liens faits maintenant vaudront quand il le sera.
people-link = Lier
people-unlink = Délier
people-unlink-says = Cette personne ne pourra plus se connecter par l’authentification de l’organisation. Un mot de passe reste tel quel.
people-issuer = Émetteur
people-issuer-hint = Comme l’authentification se nomme elle-même, avec https://
people-subject = Sujet
people-subject-hint = Comme elle désigne cette personne (sub) ; jamais un nom ou une adresse qui peut passer à quelqu’un d’autre

people-new-organisation = Nouvelle organisation
people-organisation-id = Nom court
people-organisation-id-hint = En minuscules et sans espaces, par exemple ministry. Il ne change plus.
people-organisation-known = Il en existe déjà une de ce nom.
people-name = Nom
people-facilities = Établissements
people-facilities-hint = Leurs identifiants dans les tables, un par ligne. Un établissement n’appartient qu’à une organisation.
people-operators = Exploitants
people-operators-hint = Noms des exploitants d’aéronefs dans les tables, un par ligne
people-known = Ce qui est connu
people-describe = Modifier
people-none = Aucun

people-end-token = Révoquer un jeton
people-end-token-says = Un jeton trouvé là où il ne devrait pas être est révoqué aussitôt, quel qu’en soit le titulaire. Les machines qui l’emploient sont refusées dès lors.
people-end-token-by = D’après quoi
people-token-id = Numéro du jeton
people-token-itself = Le jeton lui-même
people-token-ended = Le jeton est révoqué.
