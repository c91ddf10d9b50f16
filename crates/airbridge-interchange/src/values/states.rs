//! States, by ISO 3166-1 alpha-2 code.

use airbridge_units::StateCode;

use super::codes::words;
use super::{Problem, quote};

/// The officially assigned codes of ISO 3166-1 alpha-2, in order.
const ASSIGNED: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// The code of a state; codes that the standard leaves to its users (AA, QM–QZ, XA–XZ, ZZ; XK is Kosovo's) are taken as well.
pub(crate) fn state(text: &str) -> Result<StateCode, Problem> {
    let code = text.to_ascii_uppercase();
    let known = code.len() == 2 && ASSIGNED.split(' ').any(|assigned| assigned == code);
    if known || left_to_users(&code) {
        return Ok(StateCode::new(code));
    }
    let remedy = match code.as_str() {
        "UK" => "the United Kingdom is GB".to_owned(),
        "EL" => "Greece is GR".to_owned(),
        _ if code.len() == 3 => "write the code of two letters, such as EG".to_owned(),
        _ => "write an ISO 3166-1 alpha-2 code, such as EG".to_owned(),
    };
    Err(Problem::new(
        "unknown-state",
        format!("{} is not a state", quote(text)),
        remedy,
    ))
}

fn left_to_users(code: &str) -> bool {
    match *code.as_bytes() {
        [b'A', b'A'] | [b'Z', b'Z'] => true,
        [b'Q', second] => (b'M'..=b'Z').contains(&second),
        [b'X', second] => second.is_ascii_uppercase(),
        _ => false,
    }
}

/// Codes of states, each once, in order of appearance.
pub(crate) fn states(text: &str) -> Result<Vec<StateCode>, Problem> {
    let mut found = Vec::new();
    for word in words(text) {
        let code = state(word)?;
        if !found.contains(&code) {
            found.push(code);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_known() {
        assert_eq!(ASSIGNED.split(' ').count(), 249);
        assert_eq!(state("eg").expect("assigned").as_str(), "EG");
        assert!(state("XK").is_ok());
        assert_eq!(state("UK").expect_err("reserved").remedy, "the United Kingdom is GB");
        for text in ["EGY", "A", "", "Q1", "ÄÖ", "E G", "AD AE"] {
            assert!(state(text).is_err(), "{text}");
        }
        assert_eq!(states("EG, RU; EG").expect("two").len(), 2);
    }
}
