//! Numbers for people.

/// A whole number with a thin gap every three digits: `12 345`; numbers of four digits too, so that columns agree.
pub(crate) fn whole(number: f64) -> String {
    let rounded = number.round();
    let digits = format!("{:.0}", rounded.abs());
    let mut text = String::with_capacity(digits.len() * 2);
    if rounded < 0.0 {
        text.push('−');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// A number of hours with one decimal: `12.5 h`.
pub(crate) fn hours(hours: f64) -> String {
    if hours.abs() >= 1000.0 {
        format!("{} h", whole(hours))
    } else {
        format!("{hours:.1} h")
    }
}

/// "1 patient", "2 patients".
pub(crate) fn count(number: u32, one: &str, many: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{} {many}", whole(f64::from(number)))
    }
}

/// "1 patient", "2 patients".
pub(crate) fn patients(number: u32) -> String {
    count(number, "patient", "patients")
}

/// The number of items, for counts of lists that are bounded by the number of patients.
pub(crate) fn len<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_threes() {
        assert_eq!(whole(7.4), "7");
        assert_eq!(whole(1234.0), "1\u{202f}234");
        assert_eq!(whole(-1_234_567.0), "−1\u{202f}234\u{202f}567");
        assert_eq!(patients(1), "1 patient");
        assert_eq!(hours(2.25), "2.2 h");
    }
}
