# Words for the codes of the record: roles, states, tasks, classes.

role-referring-clinician = Referring clinician
role-requesting-authority = Requesting authority
role-regulating-officer = Regulating officer
role-flight-surgeon = Flight surgeon
role-airlift-planner = Airlift planner
role-duty-officer = Duty officer
role-crew = Crew
role-operator = Air operator
role-receiving-hospital = Receiving hospital
role-information-officer = Information officer
role-auditor = Auditor
role-administrator = Administrator

precedence-urgent = urgent
precedence-priority = priority
precedence-routine = routine
precedence-unknown = not told

state-draft = Draft
state-submitted = Submitted
state-returned = Returned
state-endorsed = Endorsed
state-cleared = Cleared to fly
state-deferred = Deferred
state-offered = Bed asked for
state-accepted = Accepted
state-planned = Planned
state-manifested = On the manifest
state-collected = Collected
state-staged = At a staging facility
state-enplaned = On board
state-in-transit = On the way
state-delivered = Delivered
state-diverted = Delivered elsewhere
state-handed-over = Handed over
state-closed = Closed
state-withdrawn = Withdrawn
state-died = Died

mission-approved = Approved
mission-tasked = Accepted by the operator
mission-clearances-pending = Waiting for clearances
mission-ready = Ready
mission-boarding = Boarding
mission-airborne = Airborne
mission-landed = Landed
mission-complete = Complete
mission-cancelled = Cancelled
mission-aborted = Aborted

plan-state-proposed = Proposed
plan-state-adopted = Adopted
plan-state-rejected = Rejected
plan-state-superseded = Replaced

job-state-queued = Waiting
job-state-running = Running
job-state-done = Done
job-state-failed = Failed
job-state-cancelled = Stopped

task-finish-and-submit-it = Finish and submit it
task-answer-the-requesting-authority = Answer the requesting authority
task-endorse-or-return-it = Endorse or return it
task-clear-or-defer-the-patient = Clear or defer the patient
task-see-the-patient-again = See the patient again
task-find-a-bed = Find a bed
task-accept-or-decline = Accept or decline
task-plan-the-way = Plan the way
task-renew-the-clearance-before-the-flight = Renew the clearance to fly before the flight
task-collect-the-patient = Collect the patient
task-bring-the-patient-on = Bring the patient on
task-sign-for-the-patient = Sign for the patient
task-confirm-that-the-patient-has-left = Confirm that the patient has left
task-close-it = Close it

specialty-burns = burns
specialty-neurosurgery = neurosurgery
specialty-spinal = spinal injuries
specialty-orthopaedics = orthopaedics
specialty-prosthetics = prosthetics
specialty-maxillofacial = maxillofacial surgery
specialty-plastics = plastic surgery
specialty-vascular = vascular surgery
specialty-thoracic = thoracic surgery
specialty-ophthalmology = ophthalmology
specialty-general-surgery = general surgery
specialty-icu = intensive care
specialty-onco-adult = oncology, adults
specialty-onco-paed = oncology, children
specialty-haematology = haematology
specialty-bmt = bone-marrow transplantation
specialty-dialysis = dialysis
specialty-transplant = transplantation
specialty-cardiology = cardiology
specialty-cardiac-surgery = cardiac surgery
specialty-paediatrics = paediatrics
specialty-neonatal-icu = neonatal intensive care
specialty-obstetrics = obstetrics
specialty-psychiatry = psychiatry
specialty-infectious = infectious diseases
specialty-rehab = rehabilitation
specialty-home = home, no bed

mobility-litter = lying, on a litter
mobility-ambulatory = walking
mobility-wheelchair = wheelchair
mobility-incubator = incubator

critical-care-none = no critical care
critical-care-intermediate = intermediate care, close monitoring
critical-care-icu = intensive care

isolation-none = no isolation
isolation-contact = contact isolation
isolation-droplet = droplet isolation
isolation-airborne = airborne isolation

sex-female = female
sex-male = male

offer-state-open = Open
offer-state-partly-held = Partly taken
offer-state-held = All beds taken
offer-state-confirmed = All accepted
offer-state-consumed = All occupied
offer-state-expired = Expired
offer-state-withdrawn = Withdrawn

decline-no-bed = No bed is free
decline-no-capability = We cannot treat this
decline-mdr = Multi-resistant germs
decline-cost = Cost
decline-language = Language
decline-companion-limit = Too many companions
decline-legal = Legal reasons
decline-other = Another reason
