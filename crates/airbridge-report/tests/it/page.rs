//! The report page: complete, well-formed, inert, self-contained, and not too large.

use std::collections::BTreeSet;

use airbridge_model::{Operation, Plan};
use airbridge_units::{AirfieldId, FacilityId, MissionId, OfferId, PatientId};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::sample;

/// Written where a person can open it: `target/tmp/<name>.html`.
fn page(name: &str, operation: &Operation, plan: &Plan) -> String {
    let page = airbridge_report::html(operation, plan);
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.html"));
    std::fs::write(path, &page).expect("the target folder can be written");
    page
}

/// What a parser finds in the page.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) elements: Vec<String>,
    pub(crate) ids: BTreeSet<String>,
    links: BTreeSet<String>,
    pub(crate) headings: Vec<u8>,
    pub(crate) text: String,
}

/// Parses the page as XML: every tag closed, every attribute quoted, every id once, nothing loaded.
#[track_caller]
pub(crate) fn parsed(page: &str) -> Found {
    let mut reader = Reader::from_str(page);
    let mut found = Found::default();
    let mut raw = false;
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                raw = matches!(name.as_str(), "style" | "script");
                if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse().ok()) {
                    found.headings.push(level);
                }
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("well-formed");
                    let key = attribute.key.as_ref().to_owned();
                    let value = attribute.value.into_owned();
                    assert!(!key.starts_with("on") && key != "style" && key != "src", "{name} {key}");
                    match key.as_str() {
                        "id" => assert!(found.ids.insert(value.clone()), "id {value} twice"),
                        "href" => {
                            let anchor = value.strip_prefix('#').expect("links stay on the page");
                            found.links.insert(anchor.to_owned());
                        }
                        _ => {}
                    }
                }
                found.elements.push(name);
            }
            Event::Text(text) if !raw => {
                found.text.push_str(&text);
            }
            Event::GeneralRef(name) => assert!(
                matches!(name.as_ref(), "amp" | "lt" | "gt" | "quot" | "#39"),
                "{name:?}"
            ),
            Event::End(_) => raw = false,
            Event::Eof => break,
            _ => {}
        }
    }
    let dangling: Vec<_> = found.links.difference(&found.ids).collect();
    assert!(dangling.is_empty(), "links to nowhere: {dangling:?}");
    found
}

#[test]
fn everything_of_the_plan_is_there_and_linked() {
    let (operation, plan) = sample::small();
    let page = page("small", &operation, &plan);
    let found = parsed(&page);
    for journey in &plan.journeys {
        assert!(found.ids.contains(&format!("patient-{}", journey.patient)));
        assert!(found.links.contains(&format!("patient-{}", journey.patient)));
    }
    for left_out in &plan.left_out {
        assert!(found.ids.contains(&format!("left-{}", left_out.patient)));
        assert!(found.text.contains(&left_out.exclusions[0].reason));
    }
    for mission in &plan.missions {
        assert!(found.ids.contains(&format!("mission-{}", mission.id)));
        assert!(found.links.contains(&format!("mission-{}", mission.id)));
        for leg in &mission.legs {
            assert!(found.text.contains(&format!("{}–{}", leg.from, leg.to)));
        }
    }
    for facility in &operation.facilities {
        assert!(found.text.contains(&facility.name), "{}", facility.name);
    }
    for offer in &operation.offers {
        assert!(found.links.contains(&format!("offer-{}", offer.id)));
    }
    for crew in &operation.crews {
        assert!(found.text.contains(crew.id.as_str()), "{}", crew.id);
    }
    assert!(found.text.contains("SYNTHETIC") && page.contains(&airbridge_interchange::plan_file::digest(&plan)));
}

#[test]
fn the_page_is_accessible_in_its_structure() {
    let (operation, plan) = sample::small();
    let page = page("small", &operation, &plan);
    let found = parsed(&page);
    assert_eq!(found.headings[0], 1);
    assert!(!found.headings[1..].contains(&1), "one main heading");
    for pair in found.headings.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "heading {} after {}", pair[1], pair[0]);
    }
    let count = |tag: &str| found.elements.iter().filter(|name| *name == tag).count();
    assert_eq!(count("table"), count("caption"));
    assert_eq!(
        page.matches("<th ").count(),
        page.matches("<th scope=").count(),
        "headers say what they head"
    );
    assert!(!page.contains("<th>"));
    assert!(page.contains("<html lang=\"en\">"));
}

#[test]
fn nothing_is_loaded_from_anywhere() {
    let (operation, plan) = sample::small();
    let page = page("small", &operation, &plan);
    assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("url("));
    let found = parsed(&page);
    for tag in [
        "link", "img", "iframe", "object", "embed", "form", "base", "image", "use",
    ] {
        assert!(!found.elements.iter().any(|name| name == tag), "{tag}");
    }
    assert!(page.contains("default-src 'none'"));
    assert_eq!(page.matches("<script>").count(), 1);
}

#[test]
fn hostile_texts_are_inert() {
    const HOSTILE: &str = "</td><script>alert(1)</script><img src=x onerror='a'>\"&amp;\u{202e}\u{1b}";
    let (mut operation, mut plan) = sample::small();
    operation.name = format!("{HOSTILE} ' onload=");
    for facility in &mut operation.facilities {
        facility.name = HOSTILE.to_owned();
    }
    for field in &mut operation.airfields {
        field.name = HOSTILE.to_owned();
    }
    for offer in &mut operation.offers {
        offer.conditions = HOSTILE.to_owned();
    }
    for of_type in &mut operation.aircraft_types {
        of_type.name = HOSTILE.to_owned();
    }
    for patient in &mut operation.patients {
        patient.precedence.code = HOSTILE.to_owned();
    }
    // Ids that the operation does not know, and that are markup themselves.
    let mission = &mut plan.missions[0];
    mission.id = MissionId::new(HOSTILE);
    mission.aircraft = airbridge_units::AircraftId::new(HOSTILE);
    mission.configuration = airbridge_units::ConfigurationId::new(HOSTILE);
    mission.flight_crew = airbridge_units::CrewId::new(HOSTILE);
    mission.medical_crew = Some(airbridge_units::CrewId::new(HOSTILE));
    mission.legs[0].states = vec![airbridge_units::StateCode::new(HOSTILE)];
    mission.legs[0].from = AirfieldId::new(HOSTILE);
    mission.stops[1].boards.push(PatientId::new(HOSTILE));
    plan.journeys[0].patient = PatientId::new(HOSTILE);
    plan.journeys[0].offer = OfferId::new(HOSTILE);
    plan.journeys[0].steps[0] = airbridge_model::Step::Stay {
        facility: FacilityId::new(HOSTILE),
        from: plan.journeys[0].arrives_at,
        to: plan.journeys[0].arrives_at,
    };
    plan.left_out[0].summary = HOSTILE.to_owned();
    plan.left_out[0].patient = PatientId::new(format!("{HOSTILE}2"));
    plan.left_out[0].exclusions[0].alternative = HOSTILE.to_owned();
    plan.left_out[0].exclusions[0].reason = HOSTILE.to_owned();
    plan.bound.binding = HOSTILE.to_owned();
    plan.origin.version = HOSTILE.to_owned();

    let page = airbridge_report::html(&operation, &plan);
    assert_eq!(page.matches("<script").count(), 1, "only our own");
    assert!(!page.contains("<img") && !page.contains('\u{202e}') && !page.contains('\u{1b}'));
    // Links to what the plan does not hold go nowhere; all else must parse.
    let mut reader = Reader::from_str(&page);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) | Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("well-formed");
                    assert!(!attribute.key.as_ref().starts_with("on"));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
}

#[test]
fn a_thousand_patients_fit_in_three_megabytes() {
    let (operation, plan) = sample::large(1_000);
    let page = page("large", &operation, &plan);
    assert!(page.len() < 3_000_000, "{} bytes", page.len());
    let found = parsed(&page);
    assert_eq!(
        found.ids.iter().filter(|id| id.starts_with("patient-")).count(),
        plan.journeys.len()
    );
    assert_eq!(
        found
            .ids
            .iter()
            .filter(|id| id.starts_with("left-") && *id != "left-out")
            .count(),
        plan.left_out.len()
    );
}

#[test]
fn a_crowded_map_names_every_place() {
    let (operation, plan) = sample::crowded();
    let page = page("crowded", &operation, &plan);
    let found = parsed(&page);
    for field in &operation.airfields {
        if field.id.as_str() != "UUWW" {
            assert!(found.text.contains(&format!("Airfield {} {}", field.id, field.name)));
        }
    }
    for facility in &operation.facilities {
        assert!(found.text.contains(&facility.name));
    }
    assert!(
        !found.text.contains("Airfield UUWW"),
        "serves nobody and is not flown to"
    );
}

#[test]
fn three_thousand_journeys_stay_in_bounds() {
    let (operation, plan) = sample::large(3_300);
    let page = page("three-thousand", &operation, &plan);
    assert!(page.len() < 9_000_000, "{} bytes", page.len());
}

#[test]
fn a_plan_that_does_nothing_still_has_a_page() {
    let (operation, plan) = sample::small();
    let empty = Plan {
        missions: Vec::new(),
        journeys: Vec::new(),
        left_out: Vec::new(),
        ..plan
    };
    let found = parsed(&page("empty", &operation, &empty));
    assert!(found.text.contains("Nothing flies."));
}

#[test]
fn equal_plans_give_equal_pages() {
    let (operation, plan) = sample::small();
    assert_eq!(
        airbridge_report::html(&operation, &plan),
        airbridge_report::html(&operation, &plan)
    );
}
