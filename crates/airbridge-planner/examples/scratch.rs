#![allow(
    missing_docs,
    clippy::all,
    clippy::pedantic,
    clippy::print_stdout,
    clippy::unwrap_used
)]
use airbridge_planner::{Planner, Settings};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::generate;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let n: usize = a[2].parse().unwrap();
    let op = match a[1].as_str() {
        "benghazi" => generate::benghazi(n, 1),
        "hub" => generate::hub(n, 1),
        _ => generate::waiting_list(n, 1),
    };
    let t = std::time::Instant::now();
    let planner = Planner::new(&op).unwrap();
    eprintln!("translate {:?}", t.elapsed());
    let ways: usize = planner.problem().requests.iter().map(|r| r.ways.len()).sum();
    eprintln!(
        "requests {} ways {} windows {} vehicles {} setups {:?}",
        planner.problem().requests.len(),
        ways,
        planner.problem().windows.len(),
        planner.problem().vehicles.len(),
        planner
            .problem()
            .vehicles
            .iter()
            .map(|v| v.setups.len())
            .collect::<Vec<_>>()
    );
    let s = Settings {
        seed: 1,
        work: Some(a[3].parse().unwrap()),
        threads: 1,
    };
    let t = std::time::Instant::now();
    let o = planner.solve(&s, &StopSignal::new()).unwrap();
    eprintln!(
        "solve {:?} cost {:?} first {:?} bound {:?} it {} work {}",
        t.elapsed(),
        o.cost,
        o.first_cost,
        o.bound.tier0,
        o.iterations,
        o.work
    );
    let t = std::time::Instant::now();
    let plan = planner.sketch(&o.solution, &s);
    eprintln!("sketch {:?}", t.elapsed());
    if a.len() > 4 {
        let t = std::time::Instant::now();
        let plan = planner.plan(&o, &s);
        eprintln!("plan {:?}", t.elapsed());
        println!("{}", airbridge_report::summary(&op, &plan));
        let t = std::time::Instant::now();
        let f = airbridge_check::check(&op, &plan);
        eprintln!("check {:?} {}", t.elapsed(), f.len());
        for f in f.iter().take(10) {
            println!("{f}");
        }
    } else {
        for m in &plan.missions {
            println!(
                "{} {} {} {:?}",
                m.id,
                m.aircraft,
                m.configuration,
                m.stops
                    .iter()
                    .map(|s| format!(
                        "{} -{} +{} {:?}{}",
                        s.airfield,
                        s.leaves.len(),
                        s.boards.len(),
                        s.off_block_at.or(s.on_block_at).unwrap(),
                        if s.rest { " rest" } else { "" }
                    ))
                    .collect::<Vec<_>>()
            );
        }
    }
}
