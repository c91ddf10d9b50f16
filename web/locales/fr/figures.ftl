# Chiffres qui peuvent être rendus publics.

figures-lead = Ce qui peut être dit à tous. Tout le reste demeure interne.
figures-print = Imprimer
figures-arrived = Patients arrivés
figures-as-of = Au
figures-patients = Patients
figures-none = Aucun chiffre ne peut encore être dit. Il en paraît un quand au moins 11 patients d’une opération étaient arrivés à minuit dernier.
figures-silent = Rien ne peut encore être dit de :
figures-why = Pourquoi ils sont tardifs et arrondis
figures-why-late = Ils sont de minuit dernier (UTC), et changent au plus une fois par jour.
figures-why-few = Moins de 11 patients ne sont pas annoncés.
figures-why-rounded = Ils sont arrondis à 5.
figures-why-grows = Un chiffre n’augmente que si au moins 11 patients de plus sont arrivés.
figures-why-because = Qui sait qu’un avion s’est posé pourrait sinon déduire de deux chiffres qui était à bord, et dans quel état.
figures-nothing-else = Ne donnez aucun autre chiffre, aucun lieu, aucun diagnostic, aucune image, pas même pour confirmer une supposition.
