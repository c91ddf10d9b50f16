# Chiffres qui peuvent être rendus publics.

figures-lead = Ce qui peut être communiqué à tous. Tout le reste demeure interne.
figures-print = Imprimer
figures-arrived = Patients arrivés
figures-as-of = Au
figures-patients = Patients
figures-none = Aucun chiffre ne peut encore être communiqué. Il en paraît un dès lors qu’au moins 11 patients d’une opération étaient arrivés au dernier minuit.
figures-silent = Rien ne peut encore être communiqué pour :
figures-why = Pourquoi ils sont différés et arrondis
figures-why-late = Ils datent du dernier minuit (UTC) et changent au plus une fois par jour.
figures-why-few = Un nombre inférieur à 11 patients n’est pas communiqué.
figures-why-rounded = Ils sont arrondis à un multiple de 5.
figures-why-grows = Un chiffre n’augmente que si au moins 11 patients de plus sont arrivés.
figures-why-because = Qui sait qu’un aéronef s’est posé pourrait sinon déduire de deux chiffres qui était à bord, et dans quel état.
figures-nothing-else = Ne donnez aucun autre chiffre, aucun lieu, aucun diagnostic, aucune image, pas même pour confirmer une supposition.
