# Son propre compte.

me-who = Qui je suis ici
me-roles = Rôles
me-roles-by = Les rôles et l’organisation sont modifiés par un administrateur.
me-password-least = { $count ->
        [one] Au moins { $count } caractère.
       *[other] Au moins { $count } caractères.
    }
me-password-ends-others = Vos sessions sur tous les autres appareils prennent fin.
me-password-ends-all = Toutes vos sessions prennent fin, celle-ci aussi : reconnectez-vous avec le nouveau mot de passe et un code.
me-password-done = Votre mot de passe est changé. Vos autres sessions ont pris fin.

me-factor = Second facteur
me-factor-on = Activé
me-factor-off = Désactivé
me-factor-why = Avec un second facteur, personne ne se connecte à votre place avec votre seul mot de passe.
me-factor-left = { $count ->
        [0] Il ne reste aucun code de secours.
        [one] Il reste { $shown } code de secours.
       *[other] Il reste { $shown } codes de secours.
    }
me-factor-few = Il reste peu de codes de secours. Refaites l’enregistrement pour en obtenir de nouveaux avant d’en avoir besoin.
me-factor-enrol = Enregistrer un second facteur
me-factor-again = Refaire l’enregistrement
me-factor-replaces = L’application actuelle et les anciens codes de secours valent jusqu’à la confirmation des nouveaux, et plus après.
me-factor-password = Pour que personne d’autre ne le fasse à votre poste resté ouvert
me-factor-go-on = Continuer
me-factor-scan = Scannez ceci avec une application de codes (TOTP), sur un appareil que vous seul utilisez.
me-factor-picture = Code à scanner avec l’application
me-factor-type = Ou saisissez ceci à la main :
me-factor-here = Ou ouvrez-le dans une application de cet appareil
me-factor-code = Premier code
me-factor-code-hint = Les six chiffres que l’application affiche maintenant
me-factor-confirm = Confirmer
me-codes = Vos codes de secours, montrés cette fois seulement
me-codes-says = Chacun vaut une fois à la place d’un code, si vous perdez l’appareil. Gardez-les sur papier ou là où vous seul avez accès, pas à côté de votre mot de passe.
me-codes-print = Imprimer
me-codes-keep = Garder en fichier
me-codes-done = Je les ai gardés

me-tokens = Jetons pour machines
me-tokens-says = Un jeton permet à un système de votre hôpital, exploitant ou centre d’agir en votre nom, avec tous les droits de vos rôles. Créez-en un par machine, et révoquez-le quand la machine disparaît.
me-tokens-none = Vos rôles n’ont pas de jetons : ce que vous faites relève de votre propre jugement, et non d’une machine.
me-token-label = Pour quelle machine
me-token-label-hint = Ce qui vous dira plus tard à quoi il servait
me-token-days = Pour combien de jours
me-token-days-hint = { $count } au plus
me-token-days-wrong = Un nombre entier de jours, de 1 à { $count }.
me-token-make = Créer un jeton
me-token = Jeton
me-token-once = Votre jeton, montré cette fois seulement
me-token-once-says = Placez-le dans la machine à laquelle il est destiné. Il n’est gardé nulle part ailleurs et ne peut être montré de nouveau.
me-token-id-says = Notez-le : c’est par lui que le jeton peut être révoqué.
me-token-until = Valable jusqu’au
me-token-done = Je l’ai gardé

me-sessions = Sessions
me-sessions-says = Une session prend fin après une heure sans activité de votre part, et dans tous les cas après 12 heures. Ce qui s’affiche en direct ne la prolonge pas.
me-sessions-others = Un nouveau mot de passe met fin à vos sessions partout. Si un appareil est perdu, changez aussitôt de mot de passe et prévenez un administrateur.

me-settings = Sur cet appareil
me-settings-says = La langue et les couleurs sont gardées sur cet appareil, non dans votre compte.
