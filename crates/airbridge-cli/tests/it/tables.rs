//! Tables that the program makes: synthetic operations, and airfields from OurAirports.

use crate::run::Desk;

#[test]
fn each_family_generates_a_sound_operation_the_same_for_the_same_seed() {
    let desk = Desk::new();
    for family in ["benghazi", "hub", "waiting-list"] {
        for out in ["one", "two"] {
            desk.done(&[
                "generate",
                family,
                "--patients",
                "8",
                "--seed",
                "5",
                "--out",
                &format!("{family}-{out}"),
            ]);
        }
        desk.done(&[
            "generate",
            family,
            "--patients",
            "8",
            "--seed",
            "6",
            "--out",
            &format!("{family}-other"),
        ]);
        let patients = |name| desk.read(&format!("{family}-{name}/patients.csv"));
        assert_eq!(patients("one"), patients("two"));
        assert_ne!(patients("one"), patients("other"));
        let run = desk.done(&["validate", &format!("{family}-one")]);
        assert!(run.out.contains("8 patients"), "{}", run.out);
    }
}

/// Rows in OurAirports' layout; the figures are made up.
const AIRPORTS: &str = r#""id","ident","type","name","latitude_deg","longitude_deg","elevation_ft","continent","iso_country","iso_region","municipality","scheduled_service","icao_code","iata_code","gps_code","local_code","home_link","wikipedia_link","keywords"
1,"AAAA","large_airport","First, made up",32.1,20.25,433,"AF","LY","LY-BA","Somewhere","yes","AAAA","AAB","AAAA",,,,
2,"BBBB","medium_airport","Second, made up",51.5,-0.5,83,"EU","GB","GB-ENG","Elsewhere","yes","BBBB",,"BBBB",,,,
3,"CCCC","small_airport","Third, made up","north",-0.5,,"EU","GB","GB-ENG","Elsewhere","no",,,,,,,
"#;

const RUNWAYS: &str = r#""id","airport_ref","airport_ident","length_ft","width_ft","surface","lighted","closed","le_ident","le_latitude_deg","le_longitude_deg","le_elevation_ft","le_heading_degT","le_displaced_threshold_ft","he_ident","he_latitude_deg","he_longitude_deg","he_elevation_ft","he_heading_degT","he_displaced_threshold_ft"
1,1,"AAAA",10000,148,"ASP",1,0,"15R",,,,,,"33L",,,,,
2,2,"BBBB",5000,100,"GRS",0,0,"09",,,,,,"27",,,,,
"#;

#[test]
fn airfields_are_imported_and_what_cannot_be_is_said() {
    let desk = Desk::new();
    desk.write("airports.csv", AIRPORTS);
    desk.write("runways.csv", RUNWAYS);
    let run = desk.done(&["airfields", "import", "airports.csv", "runways.csv", "--out", "fields"]);
    assert!(
        run.talk.contains("row 4, column latitude_deg") && run.talk.contains("2 taken, 1 refused"),
        "{}",
        run.talk
    );
    assert_eq!(desk.names("fields"), ["airfields.csv", "runways.csv"]);
    let (airfields, runways) = (desk.read("fields/airfields.csv"), desk.read("fields/runways.csv"));
    assert!(
        airfields.contains("AAAA,AAB,\"First, made up\",LY,32.1,20.25,433,Africa/Tripoli"),
        "{airfields}"
    );
    assert!(runways.contains("AAAA,15R/33L,3048,paved,yes,no"), "{runways}");

    let again = desk.expect(
        2,
        &["airfields", "import", "airports.csv", "runways.csv", "--out", "fields"],
    );
    assert!(again.talk.contains("--replace"), "{}", again.talk);
    desk.done(&[
        "airfields",
        "import",
        "airports.csv",
        "runways.csv",
        "--out",
        "fields",
        "--replace",
        "--state",
        "LY",
    ]);
    assert!(!desk.read("fields/airfields.csv").contains("BBBB"));
}

#[test]
fn an_import_that_finds_nothing_writes_nothing() {
    let desk = Desk::new();
    desk.write("airports.csv", AIRPORTS);
    desk.write("runways.csv", RUNWAYS);
    let run = desk.expect(
        2,
        &["airfields", "import", "runways.csv", "airports.csv", "--out", "swapped"],
    );
    assert!(run.talk.contains("in that order"), "{}", run.talk);
    let run = desk.expect(
        1,
        &[
            "airfields",
            "import",
            "airports.csv",
            "runways.csv",
            "--out",
            "some",
            "--only",
            "AAAA,ZZZZ",
        ],
    );
    assert!(
        run.talk.contains("ZZZZ") && run.talk.contains("nothing was written"),
        "{}",
        run.talk
    );
    assert_eq!(desk.names("."), ["airports.csv", "runways.csv"]);
}
