//! Random operations in the model's own terms, for writing and reading back.

use airbridge_interchange::{catalogue_aircraft_types, catalogue_airfields, default_policy, digest};
use airbridge_model::{
    AirRoute, Aircraft, AircraftType, Airfield, Area, Attendants, BedOffer, CabinLimit, Classification, Clearance,
    ClearanceKind, ClearanceScope, ClearanceStatus, Closed, Closure, Configuration, Consent, ContestedArea, Crew,
    CrewRole, CriticalCare, Dependency, DutyRuleSet, Facility, FdpRow, FieldAccess, ForbiddenPair, Group, Horizon,
    Hours, Isolation, Mobility, OfferStatus, Operation, PairBasis, PairScope, Patient, Precedence, PrecedenceScheme,
    RangePoint, RestClass, Runway, Sex, Specialty, Staging, Surface, TransitLimits, Unity,
};
use airbridge_units::{Feet, Kilograms, Knots, Metres, Minutes, NauticalMiles, Position, StateCode};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A small generator (splitmix64, Steele et al. 2014): one seed, one operation.
pub(crate) struct Dice(pub(crate) u64);

const TEXTS: &[&str] = &[
    "plain",
    "=1+1",
    "+49 30",
    "-",
    "@home",
    "\tx",
    "\rx",
    "'",
    "''quoted",
    "'=x",
    "a,b;c",
    "say \"x\"",
    "two\nlines",
    "مستشفى",
    "#tag",
    "none",
    "0012",
    "1e5",
    "Żółć",
    "",
];

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    pub(crate) fn count(&mut self, bound: u64) -> u32 {
        u32::try_from(self.below(bound)).expect("bounds are small")
    }

    pub(crate) fn flag(&mut self) -> bool {
        self.below(2) == 0
    }

    pub(crate) fn number(&mut self, least: f64, most: f64) -> f64 {
        let share = self.below(1 << 53) as f64 / (1_u64 << 53) as f64;
        let exact = least + share * (most - least);
        // Round figures and long fractions alike.
        if self.flag() {
            exact.round().clamp(least, most)
        } else {
            exact
        }
    }

    pub(crate) fn one<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.below(items.len() as u64)).expect("small")]
    }

    fn some<T: Copy>(&mut self, items: &[T]) -> Vec<T> {
        items.iter().copied().filter(|_| self.below(4) == 0).collect()
    }

    pub(crate) fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| make(self))
    }

    pub(crate) fn text(&mut self) -> String {
        self.one(TEXTS).to_owned()
    }

    pub(crate) fn word(&mut self) -> String {
        match self.text() {
            text if text.is_empty() => "word".to_owned(),
            text => text,
        }
    }

    pub(crate) fn position(&mut self) -> Position {
        Position::new(self.number(-90.0, 90.0), self.number(-180.0, 180.0)).expect("on Earth")
    }

    pub(crate) fn state(&mut self) -> StateCode {
        StateCode::new(self.one(&["EG", "LY", "RU", "XK", "DE", "NO"]))
    }

    fn states(&mut self) -> Vec<StateCode> {
        self.some(&["EG", "LY", "RU", "XK"])
            .into_iter()
            .map(StateCode::new)
            .collect()
    }

    pub(crate) fn instant(&mut self) -> Timestamp {
        let seconds = i64::try_from(self.below(86_400 * 60)).expect("small");
        let nanos = if self.below(4) == 0 { 500_000_000 } else { 0 };
        Timestamp::new(1_900_000_000 + seconds, nanos).expect("in range")
    }

    /// Two instants in order.
    pub(crate) fn span(&mut self) -> (Timestamp, Timestamp) {
        let from = self.instant();
        (
            from,
            from + SignedDuration::from_secs(i64::try_from(self.below(1_000_000)).expect("small")),
        )
    }

    fn hours(&mut self) -> Hours {
        self.one(&[
            "24h",
            "06:00-22:00",
            "Tue,Fri 00:00-24:00",
            "Mon 22:00-02:00; Sat 08:00-12:00",
        ])
        .parse()
        .expect("hours")
    }

    fn zone(&mut self) -> TimeZone {
        let name = self.one(&["Africa/Cairo", "Europe/Kyiv", "Australia/Lord_Howe", "UTC"]);
        TimeZone::get(name).expect("is bundled")
    }
}

/// An operation of every kind of row, sound as readers understand it, in canonical order.
pub(crate) fn operation(seed: u64) -> Operation {
    let d = &mut Dice(seed);
    let airfields = airfields(d);
    let fields: Vec<&Airfield> = airfields.iter().collect();
    let facilities = facilities(d, &fields);
    let aircraft_types = aircraft_types(d);
    let aircraft = aircraft(d, &fields, &aircraft_types);
    let crews = crews(d, &fields, &aircraft);
    let (from, to) = d.span();
    let groups = vec![
        Group {
            id: "+G 1".into(),
            unity: d.one(Unity::ALL),
            note: d.text(),
        },
        Group {
            id: "G-2".into(),
            unity: d.one(Unity::ALL),
            note: d.text(),
        },
    ];
    let mut policy = default_policy(&["easa"]);
    policy.weights.urgent = d.count(1_000);
    policy.block.route_factor = d.number(1.0, 2.0);
    policy.cabin_tiers.truncate(1 + d.count(3) as usize);
    policy.default_receives_per_day = d.maybe(|d| d.count(9));
    policy.overnight_at = Time::constant(3, 30, 0, 0);
    policy.search.seed = d.below(1 << 53);
    policy.duty.push(own_duty(d));
    let mut operation = Operation {
        name: d.word(),
        horizon: Horizon {
            from,
            to: to + SignedDuration::from_hours(1),
        },
        planned_at: d.instant(),
        policy,
        patients: patients(d, &facilities, &groups),
        groups,
        staging: vec![Staging {
            facility: facilities[0].id.clone(),
            capacity: d.count(100),
            max_stay: Minutes(1 + i64::from(d.count(5_000))),
            min_stay: Minutes(0),
            intensive_care: d.flag(),
            isolation: d.flag(),
        }],
        offers: offers(d, &facilities),
        clearances: clearances(d, &aircraft),
        forbidden_pairs: vec![ForbiddenPair {
            state: StateCode::new("EG"),
            other: StateCode::new("RU"),
            basis: d.one(PairBasis::ALL),
            scope: d.one(PairScope::ALL),
            one_way: d.flag(),
            from: d.maybe(|_| "2030-02-28".parse().expect("a day")),
            to: d.maybe(|_| "2032-02-29".parse().expect("a day")),
        }],
        closures: closures(d, &fields),
        routes: vec![AirRoute {
            from: fields[0].id.clone(),
            to: fields[1].id.clone(),
            both_ways: d.flag(),
            way_points: (0..d.below(4)).map(|_| d.position()).collect(),
            states: d.states(),
        }],
        contested: vec![ContestedArea {
            name: "@area".into(),
            area: Area {
                corners: (0..3).map(|_| d.position()).collect(),
            },
            states: d.states(),
        }],
        declined: std::collections::BTreeMap::new(),
        so_far: None,
        boundaries: d.maybe(|d| vec![d.next().to_le_bytes()[0]; 5]),
        airfields: airfields.clone(),
        facilities: facilities.clone(),
        aircraft_types: aircraft_types.clone(),
        aircraft: aircraft.clone(),
        crews,
        digest: String::new(),
    };
    operation.digest = digest(&operation);
    operation
}

fn airfields(d: &mut Dice) -> Vec<Airfield> {
    let own = |d: &mut Dice, id: &str| Airfield {
        id: id.into(),
        iata: d.maybe(|_| "ZZZ".to_owned()),
        name: d.word(),
        state: d.state(),
        position: d.position(),
        elevation: Feet(d.number(-100.0, 9_000.0)),
        zone: d.zone(),
        runways: vec![runway(d, "09/27"), runway(d, "main")],
        hours: d.hours(),
        fuel: d.flag(),
        slots_per_hour: d.maybe(|d| d.count(9)),
        parking: d.maybe(|d| d.count(9)),
        fire_cover: d.flag(),
        crew_rest: d.flag(),
        above_isa_c: d.maybe(|d| d.number(-20.0, 20.0)),
    };
    let mut known = catalogue_airfields().values().cloned();
    let mut fields = vec![own(d, "=AF"), own(d, "AF 2")];
    fields.extend(known.next());
    // Like the catalogue's but for a little.
    fields.extend(known.next().map(|mut field| {
        field.parking = d.maybe(|d| d.count(5));
        field.runways.truncate(1);
        field.fuel = d.flag();
        field
    }));
    fields.sort_by(|a, b| a.id.cmp(&b.id));
    fields
}

fn runway(d: &mut Dice, id: &str) -> Runway {
    Runway {
        id: id.into(),
        length: Metres(d.number(500.0, 5_000.0)),
        surface: d.one(Surface::ALL),
        lit: d.flag(),
        closed: d.flag(),
    }
}

fn facilities(d: &mut Dice, fields: &[&Airfield]) -> Vec<Facility> {
    ["'Hospital", "-F", "F 1"]
        .map(|id| Facility {
            id: id.into(),
            name: d.word(),
            state: d.state(),
            city: d.word(),
            position: d.position(),
            zone: d.zone(),
            access: fields
                .iter()
                .take(1 + d.count(3) as usize)
                .map(|field| FieldAccess {
                    airfield: field.id.clone(),
                    ground: Minutes(i64::from(d.count(200))),
                })
                .collect(),
            receives_per_day: d.maybe(|d| d.count(9)),
            releases_per_day: d.maybe(|d| d.count(9)),
            admission_hours: d.hours(),
            release_hours: d.hours(),
        })
        .into()
}

fn aircraft_types(d: &mut Dice) -> Vec<AircraftType> {
    let configuration = |d: &mut Dice, id: &str| Configuration {
        id: id.into(),
        litters: 4 + d.count(30),
        intensive_care: d.count(5),
        seats: 4 + d.count(30),
        isolation_units: d.count(3),
        isolation_bay: d.count(4),
        changeover: Minutes(i64::from(d.count(200))),
        source: d.text(),
    };
    let own = AircraftType {
        id: "+TYPE".into(),
        name: d.word(),
        cruise: Knots(d.number(100.0, 500.0)),
        range: vec![
            RangePoint {
                payload: Kilograms(0.0),
                range: NauticalMiles(d.number(2_000.0, 3_000.0)),
            },
            RangePoint {
                payload: Kilograms(d.number(1_000.0, 9_000.0)),
                range: NauticalMiles(d.number(500.0, 1_999.0)),
            },
        ],
        fuel_per_hour: Kilograms(d.number(1.0, 5_000.0)),
        runway: Metres(d.number(0.0, 3_000.0)),
        surfaces: vec![Surface::Paved, Surface::Gravel],
        pressurised: d.flag(),
        lowest_cabin: Feet(d.number(0.0, 8_000.0)),
        cost_per_hour: d.number(0.0, 20_000.0),
        configurations: vec![configuration(d, "L"), configuration(d, "=A")],
        source: d.text(),
    };
    let mut types = vec![own];
    let mut known = catalogue_aircraft_types().values().cloned();
    types.extend(known.next());
    types.extend(known.next().map(|mut kind| {
        kind.configurations = vec![configuration(d, "own")];
        kind
    }));
    types.sort_by(|a, b| a.id.cmp(&b.id));
    types
}

fn aircraft(d: &mut Dice, fields: &[&Airfield], types: &[AircraftType]) -> Vec<Aircraft> {
    ["=A1", "A 2"]
        .map(|id| {
            let (available_from, available_to) = d.span();
            let kind = &types[d.count(types.len() as u64) as usize];
            Aircraft {
                id: id.into(),
                aircraft_type: kind.id.clone(),
                operator: "-Operator".into(),
                state: d.state(),
                base: d.one(fields).id.clone(),
                available_from,
                available_to,
                departure_hours: d.hours(),
                configurations: kind
                    .configurations
                    .iter()
                    .take(d.count(3) as usize)
                    .map(|one| one.id.clone())
                    .collect(),
                standing: d.maybe(|_| kind.configurations[0].id.clone()),
                max_missions: d.maybe(|d| d.count(9)),
                cost_per_hour: d.maybe(|d| d.number(0.0, 9_999.0)),
            }
        })
        .into()
}

fn crews(d: &mut Dice, fields: &[&Airfield], aircraft: &[Aircraft]) -> Vec<Crew> {
    [("crew 1", CrewRole::Flight), ("crew 2", CrewRole::Medical)]
        .map(|(id, role)| {
            let (available_from, available_to) = d.span();
            let flight = role == CrewRole::Flight;
            let extra_pilots = if flight { d.count(3) } else { 0 };
            Crew {
                id: id.into(),
                role,
                aircraft: aircraft.iter().map(|aircraft| aircraft.id.clone()).collect(),
                base: d.one(fields).id.clone(),
                rules: d.one(&["easa", "own rules"]).into(),
                extra_pilots,
                rest_class: (extra_pilots > 0).then(|| d.one(RestClass::ALL)),
                available_from,
                available_to,
                critical_points: if flight { 0 } else { d.count(40) },
                nursing_points: if flight { 0 } else { d.count(90) },
                persons: 1 + d.count(9),
            }
        })
        .into()
}

fn own_duty(d: &mut Dice) -> DutyRuleSet {
    let time = |hour, minute| Time::constant(hour, minute, 0, 0);
    let row = |d: &mut Dice, from, to| FdpRow {
        from,
        to,
        limit: Minutes(300 + i64::from(d.count(600))),
    };
    DutyRuleSet {
        id: "own rules".into(),
        rows: vec![row(d, time(5, 0), time(21, 59)), row(d, time(22, 0), time(4, 59))],
        free_sectors: d.count(5),
        per_sector: Minutes(i64::from(d.count(60))),
        floor: Minutes(i64::from(d.count(500))),
        max_sectors: d.maybe(|d| 1 + d.count(9)),
        augmented: d
            .maybe(|d| vec![(1, d.one(RestClass::ALL), Minutes(900))])
            .unwrap_or_default(),
        report: Minutes(60),
        debrief: Minutes(30),
        rest_home: Minutes(720),
        rest_away: Minutes(600),
        source: d.text(),
    }
}

pub(crate) fn patients(d: &mut Dice, facilities: &[Facility], groups: &[Group]) -> Vec<Patient> {
    (0..2 + d.count(20))
        .map(|number| {
            let (ready_at, collect_by) = d.span();
            let (clock_start_at, due_at) = d.span();
            let scheme = d.one(PrecedenceScheme::ALL);
            let (code, level, _) = d.one(scheme.codes());
            let group = d.maybe(|d| groups[d.count(2) as usize].id.clone());
            Patient {
                id: format!("-P{number:03}").as_str().into(),
                // A group starts together.
                origin: facilities[if group.is_some() { 0 } else { d.count(3) as usize }]
                    .id
                    .clone(),
                ready_at,
                collect_by: d.maybe(|_| collect_by),
                precedence: Precedence {
                    scheme,
                    code: code.to_owned(),
                    level,
                    clock_start_at,
                    due_at,
                    latest_useful_at: d.maybe(Dice::instant),
                },
                classification: d.one(Classification::ALL),
                mobility: d.one(Mobility::ALL),
                critical_care: d.one(CriticalCare::ALL),
                dependency: d.one(Dependency::ALL),
                ventilated: d.flag(),
                oxygen_l_per_min: d.number(0.0, 15.0),
                isolation: d.one(Isolation::ALL),
                cabin_limit: d.maybe(|d| CabinLimit(Feet(d.number(0.0, 8_000.0)))),
                limits: TransitLimits {
                    max_stops: d.maybe(|d| d.count(4)),
                    max_flight: d.maybe(|d| Minutes(1 + i64::from(d.count(900)))),
                    max_transit: d.maybe(|d| Minutes(1 + i64::from(d.count(9_000)))),
                    overnight: d.flag(),
                },
                attendants: Attendants {
                    medical: d.count(3),
                    other: d.count(3),
                },
                group,
                specialty: d.one(Specialty::ALL),
                acceptable: d.some(Specialty::ALL),
                age_years: d.maybe(|d| d.count(100)),
                sex: d.maybe(|d| d.one(Sex::ALL)),
                weight: d.maybe(|d| Kilograms(d.number(1.0, 200.0))),
                bariatric: d.flag(),
                consent: Consent {
                    only: d
                        .maybe(|_| vec![StateCode::new("DE"), StateCode::new("NO")])
                        .unwrap_or_default(),
                    refused: d.states(),
                },
                destination: d.maybe(|d| facilities[d.count(3) as usize].id.clone()),
                expected_stay_days: d.maybe(|d| 1 + d.count(90)),
                languages: d.some(&["ar", "uk", "en-GB"]).into_iter().map(str::to_owned).collect(),
            }
        })
        .collect()
}

pub(crate) fn offers(d: &mut Dice, facilities: &[Facility]) -> Vec<BedOffer> {
    (0..4)
        .map(|number| BedOffer {
            id: format!("@O{number}").as_str().into(),
            facility: facilities[d.count(3) as usize].id.clone(),
            specialty: d.one(Specialty::ALL),
            beds: d.count(50),
            from: "2030-05-01".parse().expect("a day"),
            to: "2030-06-30".parse().expect("a day"),
            expires_at: d.maybe(Dice::instant),
            status: d.one(OfferStatus::ALL),
            age_from: d.maybe(|d| d.count(18)),
            age_to: d.maybe(|d| 18 + d.count(80)),
            sex: d.maybe(|d| d.one(Sex::ALL)),
            isolation: d.flag(),
            companions: d.maybe(|d| d.count(4)),
            stay_days: d.maybe(|d| 1 + d.count(90)),
            conditions: d.text(),
        })
        .collect()
}

fn clearances(d: &mut Dice, aircraft: &[Aircraft]) -> Vec<Clearance> {
    (0..3)
        .map(|number| {
            let (valid_from, valid_to) = d.span();
            Clearance {
                id: format!("C{number}").as_str().into(),
                state: d.state(),
                kind: d.one(ClearanceKind::ALL),
                scope: match d.below(3) {
                    0 => ClearanceScope::All,
                    1 => ClearanceScope::Operator(aircraft[0].operator.clone()),
                    _ => ClearanceScope::Aircraft(aircraft[0].id.clone()),
                },
                status: d.one(ClearanceStatus::ALL),
                requested_at: d.maybe(Dice::instant),
                lead_hours: d.maybe(|d| d.count(99)),
                valid_from,
                valid_to,
            }
        })
        .collect()
}

fn closures(d: &mut Dice, fields: &[&Airfield]) -> Vec<Closure> {
    (0..2)
        .map(|number| {
            let (from, to) = d.span();
            Closure {
                id: format!("N{number}").as_str().into(),
                what: if d.flag() {
                    Closed::Airfield(d.one(fields).id.clone())
                } else {
                    Closed::Airspace(Area {
                        corners: (0..4).map(|_| d.position()).collect(),
                    })
                },
                from,
                to,
                reason: d.text(),
            }
        })
        .collect()
}
