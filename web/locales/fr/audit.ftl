# L’audit : le journal, les chaînes, les accès d’urgence.

task-look-at-the-emergency-access = Examiner un accès d’urgence

audit-lead = Qui a fait et vu quoi, et si la trace en est intacte. Vos propres consultations y figurent aussi.
audit-lead-verify = Si la trace de ce qui a été fait et vu est intacte. Ses entrées ne sont montrées qu’aux auditeurs.
audit-print = Imprimer

audit-chains = Chaînes
audit-chains-says = Chaque entrée de l’audit et chaque fait du registre sont chaînés au précédent. Le contrôle trouve ce qui a été modifié, retiré, déplacé ou coupé.
audit-verify = Vérifier les chaînes
audit-verify-again = Vérifier à nouveau
audit-verifying = Tout est relu et confronté aux chaînes. Cela peut durer un moment.
audit-sound = Les deux chaînes sont intactes.
audit-unsound = Une chaîne est rompue.
audit-unsound-do = Ne modifiez rien sur le serveur. Conservez une copie de ses données et prévenez ceux qui en répondent.
audit-heads = { $count ->
        [one] La fin de la chaîne a été signée { $shown } fois.
       *[other] La fin de la chaîne a été signée { $shown } fois.
    }
audit-chain-audit = Audit
audit-chain-log = Registre

audit-reviews = Accès d’urgence à examiner
audit-no-reviews = Aucun accès d’urgence n’attend d’examen.
audit-access-reason = Motif indiqué :
audit-access-until = Accès jusqu’au
audit-what-was-seen = Ce qu’il a permis de faire et de voir
audit-review = Examiner
audit-review-says = Regardez d’abord ce qui a été fait et vu. Votre avis reste au registre et ne peut être retiré.
audit-justified-question = Était-ce justifié ?
audit-justified = Justifié
audit-not-justified = Non justifié
audit-note = Ce que vous avez constaté
audit-note-hint = Sans noms ni diagnostics
audit-record-review = Consigner l’examen

audit-trail = Journal
audit-newer = Chercher les plus récentes
audit-older = En charger plus
audit-all = Tout charger
audit-stop = Arrêter
audit-progress = Part chargée de toutes les entrées
audit-loaded = { $loaded } entrées chargées sur { $count }, les plus récentes d’abord.
audit-found = { $count ->
        [one] { $shown } d’entre elles correspond.
       *[other] { $shown } d’entre elles correspondent.
    }
audit-sought-in-part = La recherche porte sur ce qui est chargé. Chargez tout pour chercher partout.
audit-none-found = Aucune des entrées chargées ne correspond.
audit-printed = Seules les { $count } premières entrées sont imprimées.
audit-sought = Recherche :
audit-clear = Réinitialiser

audit-number = N°
audit-at = Quand
audit-actor = Qui
audit-actor-hint = Identifiant ou numéro d’un compte
audit-act = Acte
audit-subject = Objet
audit-subject-hint = Par exemple request/… ou une partie d’un numéro
audit-purpose = Finalité
audit-outcome = Issue
audit-from = Du jour (UTC)
audit-to = Au jour (UTC)
audit-machine = Le système
audit-emergency = Urgence
audit-hits = { $count ->
        [one] { $shown } résultat
       *[other] { $shown } résultats
    }
audit-outcome-done = Fait
audit-outcome-repeated = Répété
audit-outcome-shown = Montré
audit-outcome-hit = Montré dans une liste
audit-outcome-hits = Résultats
audit-outcome-streamed = Transmis en direct
audit-outcome-forbidden = Interdit
audit-outcome-not-found = Introuvable
audit-outcome-stale = Périmé
audit-outcome-refused = Refusé
audit-outcome-logged-in = Connecté
audit-outcome-logged-in-by-a-recovery-code = Connecté par un code de secours
audit-outcome-logged-out = Déconnecté
audit-outcome-wrong-password = Mot de passe erroné
audit-outcome-wrong-code = Code erroné
