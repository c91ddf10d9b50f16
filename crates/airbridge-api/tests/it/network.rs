//! What an operation works with, and the zones and times that follow from it.

use airbridge_desk::Desk;
use airbridge_disclosure::Role;
use airbridge_events::{Command, RequestCommand};
use serde_json::{Value, json};

fn named<'v>(list: &'v Value, id: &str) -> &'v Value {
    let all = list.as_array().expect("a list").iter();
    all.clone().find(|one| one["id"] == id).expect("it is one of them")
}

#[tokio::test]
async fn a_network_is_as_the_tables_now_are() {
    let desk = Desk::imported().await;
    let reply = desk.get(Role::DutyOfficer, "/api/v1/operations/op/network").await;
    assert_eq!(reply.status.as_u16(), 200, "{}", reply.text());
    assert_eq!(reply.headers["etag"], "\"1\"");
    let shown = reply.json();
    assert_eq!(shown["horizon"]["from"], desk.operation.horizon.from.to_string());
    let field = &desk.operation.airfields[0];
    let seen = named(&shown["airfields"], field.id.as_str());
    assert_eq!(seen["zone"], field.zone.iana_name().expect("a name"));
    assert_eq!(seen["latitude"], field.position.lat());
    let facility = named(&shown["facilities"], "BMC");
    assert_eq!(facility["state"], "LY");
    assert!(!facility["airfields"].as_array().expect("a list").is_empty());
    let aircraft = &desk.operation.aircraft[0];
    let seen = named(&shown["aircraft"], aircraft.id.as_str());
    assert_eq!(seen["type"], aircraft.aircraft_type.as_str());
    // It names none of its own, and so takes all of its type.
    assert_eq!(aircraft.configurations, []);
    let mut types = desk.operation.aircraft_types.iter();
    let known = types
        .find(|known| known.id == aircraft.aircraft_type)
        .expect("its type");
    assert!(!known.configurations.is_empty());
    assert_eq!(
        seen["configurations"].as_array().map(Vec::len),
        Some(known.configurations.len())
    );
    assert_eq!(
        shown["crews"].as_array().map(Vec::len),
        Some(desk.operation.crews.len())
    );
    let text = shown.to_string();
    for patient in &desk.operation.patients {
        assert!(!text.contains(&format!("\"{}\"", patient.id)), "nobody is in it");
    }
}

#[tokio::test]
async fn an_operation_without_tables_has_an_empty_network() {
    let desk = Desk::quick().await;
    let begin = json!({"id": "new", "name": "Synthetic"});
    let begun = desk.post(Role::AirliftPlanner, "/api/v1/operations", begin, &[]).await;
    assert_eq!(begun.status.as_u16(), 201, "{}", begun.text());
    let shown = desk
        .get(Role::AirliftPlanner, "/api/v1/operations/new/network")
        .await
        .json();
    assert!(shown["horizon"].is_null());
    assert_eq!(shown["airfields"], json!([]));
}

/// Whoever waits for somebody reads the time there, and what was reported beside what was planned.
#[tokio::test]
async fn missions_and_ways_are_shown_with_zones_and_what_was_reported() {
    let desk = Desk::imported().await;
    let plan = desk.plan().await;
    let shown = desk
        .get(Role::DutyOfficer, &format!("/api/v1/plans/{plan}"))
        .await
        .json();
    let leg = &shown["contents"]["flights"][0]["legs"][0];
    assert!(leg["from_zone"].is_string() && leg["to_zone"].is_string(), "{leg}");
    desk.adopt(&plan).await;
    let missions = desk.get(Role::DutyOfficer, "/api/v1/missions?limit=500").await.json();
    let mission = &missions["items"][0];
    assert!(mission["legs"][0]["departed_at"].is_null());
    let id = mission["id"].as_str().expect("an id");
    let mut version = mission["version"].as_u64().expect("a version");
    let (left, came) = ("2017-01-31T05:00:00Z", "2017-01-31T05:45:00Z");
    let crew = desk.somebody(Role::Crew).id.to_string();
    for (role, act, body, at) in [
        (Role::Operator, "assign", json!({"accounts": [crew]}), None),
        (Role::Operator, "task", json!({}), None),
        (Role::Operator, "ready", json!({}), None),
        (Role::Crew, "depart", json!({}), Some(left)),
        (
            Role::Crew,
            "land",
            json!({"airfield": mission["legs"][0]["to"]}),
            Some(came),
        ),
    ] {
        let tag = format!("\"{version}\"");
        let mut headers = vec![("if-match", tag.as_str())];
        headers.extend(at.map(|at| ("x-happened-at", at)));
        let path = format!("/api/v1/missions/{id}/{act}");
        let done = desk.post(role, &path, body, &headers).await;
        assert_eq!(done.status.as_u16(), 200, "{act}: {}", done.text());
        version = done.json()["version"].as_u64().expect("a version");
    }
    let mission = desk
        .get(Role::DutyOfficer, &format!("/api/v1/missions/{id}"))
        .await
        .json();
    assert_eq!(mission["legs"][0]["departed_at"], left);
    assert_eq!(mission["legs"][0]["landed_at"], came);
    assert_eq!(mission["reported_at"], came);
    assert!(mission["legs"][1]["departed_at"].is_null(), "{mission}");
    let to_burdenko = desk.app.see(|record| {
        let goes = |request: &airbridge_events::Request| {
            let bed = request.bed().and_then(|bed| record.offers.get(bed));
            bed.is_some_and(|bed| bed.row.text("facility") == "BURDENKO")
        };
        let mut all = record.requests.iter();
        let (id, request) = all.find(|(_, request)| goes(request)).expect("somebody goes there");
        (id.to_string(), format!("\"{}\"", request.version))
    });
    let (id, tag) = to_burdenko;
    let path = format!("/api/v1/requests/{id}");
    let shown = desk.get(Role::RegulatingOfficer, &path).await.json();
    assert!(shown["arrival_zone"].is_null(), "no hospital has accepted: {shown}");
    let accepted = desk
        .post(
            Role::ReceivingHospital,
            &format!("{path}/accept"),
            json!({}),
            &[("if-match", &tag)],
        )
        .await;
    assert_eq!(accepted.status.as_u16(), 200, "{}", accepted.text());
    let shown = desk.get(Role::RegulatingOfficer, &path).await.json();
    assert_eq!(shown["arrival_zone"], "Europe/Moscow", "{shown}");
    let mut facilities = desk.operation.facilities.iter();
    let burdenko = facilities
        .find(|known| known.id.as_str() == "BURDENKO")
        .expect("it is there");
    let told = &shown["destination"];
    assert_eq!(
        (&told["facility"], &told["facility_name"]),
        (&json!("BURDENKO"), &json!(burdenko.name))
    );
    let many = desk.get(Role::DutyOfficer, "/api/v1/missions?limit=501").await;
    assert_eq!(many.status.as_u16(), 400);
}

/// Crews bring patients to a door, and may read neither offers nor the operation's tables.
#[tokio::test]
async fn a_crew_reads_where_their_patient_goes() {
    let desk = Desk::imported().await;
    desk.adopt(&desk.plan().await).await;
    let (patient, mission, facility) = desk.app.see(|record| {
        let ours = |id: &airbridge_events::MissionId| record.missions[id].flight.operator == "RU-RESCUE";
        let mut all = record.requests.iter();
        let found = all.find_map(|(id, request)| {
            let (_, missions) = request.planned.as_ref()?;
            let mission = missions.iter().find(|mission| ours(mission))?;
            let facility = record.offers[request.bed()?].row.text("facility");
            Some((id.clone(), mission.clone(), facility.to_owned()))
        });
        found.expect("somebody flies with the operator")
    });
    let version = desk.app.see(|record| record.missions[&mission].version);
    let assign = json!({"accounts": [desk.somebody(Role::Crew).id.as_str()]});
    let assigned = desk
        .post(
            Role::Operator,
            &format!("/api/v1/missions/{mission}/assign"),
            assign,
            &[("if-match", &format!("\"{version}\""))],
        )
        .await;
    assert_eq!(assigned.status.as_u16(), 200, "{}", assigned.text());
    let path = format!("/api/v1/requests/{patient}");
    let before = desk.get(Role::Crew, &path).await.text();
    assert!(!before.contains(&facility), "not on a manifest yet: {before}");
    let manifest = Command::Request(patient, RequestCommand::Manifest);
    desk.app.as_machine(&manifest).await.expect("cleared to fly");
    let told = desk.get(Role::Crew, &path).await.json();
    let mut all = desk.operation.facilities.iter();
    let known = all.find(|known| known.id.as_str() == facility).expect("it is there");
    assert_eq!(
        (&told["destination"]["facility"], &told["destination"]["facility_name"]),
        (&json!(facility), &json!(known.name))
    );
    let network = desk.get(Role::Crew, "/api/v1/operations/op/network").await;
    assert!(network.status.is_client_error(), "{}", network.text());
}
