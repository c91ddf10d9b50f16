//! P6 over real connections that are cut: see `airbridge_desk::cuts`. `cargo xtask record cuts` does it a thousand times to a server of its own.

use std::future::IntoFuture as _;

use airbridge_api::ApiSettings;
use airbridge_desk::Desk;
use airbridge_desk::cuts::{Server, run};
use airbridge_disclosure::Role;

async fn cut(store: &str, count: usize) {
    let desk = Desk::quick_on(store, ApiSettings::default()).await;
    desk.import().await;
    desk.adopt(&desk.plan().await).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("loopback");
    let address = listener.local_addr().expect("it is bound").to_string();
    let serving = tokio::spawn(axum::serve(listener, desk.router.clone()).into_future());
    let token = |role| desk.somebody(role).token.clone();
    let (clinician, planner) = (token(Role::ReferringClinician), token(Role::AirliftPlanner));
    let (regulating, hospital) = (token(Role::RegulatingOfficer), token(Role::ReceivingHospital));
    let (authority, surgeon) = (token(Role::RequestingAuthority), token(Role::FlightSurgeon));
    let until = desk.operation.horizon.to.to_string();
    let figures = tokio::task::spawn_blocking(move || {
        let server = Server {
            address: &address,
            clinician: &clinician,
            planner: &planner,
            regulating: &regulating,
            hospital: &hospital,
            authority: &authority,
            surgeon: &surgeon,
            until,
        };
        run(&server, count)
    });
    let figures = figures
        .await
        .expect("it does not panic")
        .expect("what is not cut is answered");
    serving.abort();
    eprintln!("{store}: {figures}");
    assert_eq!(figures.acts(), count);
    assert!(figures.breaches.is_empty(), "{figures}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_cut_off_and_repeated_is_done_once_in_memory() {
    cut("memory:", 72).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_cut_off_and_repeated_is_done_once_in_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    cut(&format!("sqlite:{}", folder.path().join("record.db").display()), 72).await;
}
