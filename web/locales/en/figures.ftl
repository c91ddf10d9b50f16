# Counts that may be told in public.

figures-lead = What may be told to anybody. Everything else stays within.
figures-print = Print
figures-arrived = Patients who have arrived
figures-as-of = As of
figures-patients = Patients
figures-none = There is no figure to be told yet. One appears when at least 11 patients of an operation had arrived by the last midnight.
figures-silent = Nothing may be told yet of:
figures-why = Why they are late and rounded
figures-why-late = They are of the last midnight (UTC), and change once a day at most.
figures-why-few = Fewer than 11 patients are not told.
figures-why-rounded = They are rounded to 5.
figures-why-grows = A figure grows only when at least 11 more have arrived.
figures-why-because = Whoever knows that an aircraft has landed could otherwise tell from two figures who was on board, and how they are.
figures-nothing-else = Tell no other count, no place, no diagnosis and no picture, not even when asked whether a guess is right.
