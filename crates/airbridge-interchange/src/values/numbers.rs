//! Numbers and flags.

use super::{Problem, quote};

/// A whole number within bounds, both inclusive. `12.0` is taken for 12, as spreadsheets write it.
pub(crate) fn integer(text: &str, least: i64, most: i64) -> Result<i64, Problem> {
    let value = if let Ok(value) = text.parse::<i64>() {
        value
    } else {
        let value = any_number(text)?;
        if value.fract() != 0.0 || value.abs() > 9.0e15 {
            return Err(Problem::new(
                "not-a-whole-number",
                format!("{} is not a whole number", quote(text)),
                format!("write a whole number from {least} to {most}"),
            ));
        }
        value as i64
    };
    if (least..=most).contains(&value) {
        Ok(value)
    } else {
        Err(out_of_range(text, least, most))
    }
}

/// A number within bounds, both inclusive.
pub(crate) fn number(text: &str, least: f64, most: f64) -> Result<f64, Problem> {
    let value = any_number(text)?;
    if (least..=most).contains(&value) {
        // Minus zero would be written back as "-0".
        Ok(value + 0.0)
    } else {
        Err(out_of_range(text, least, most))
    }
}

fn out_of_range(text: &str, least: impl std::fmt::Display, most: impl std::fmt::Display) -> Problem {
    Problem::new(
        "out-of-range",
        format!("{} is outside {least} to {most}", quote(text)),
        format!("write a number from {least} to {most}, in the unit of the column's name"),
    )
}

fn any_number(text: &str) -> Result<f64, Problem> {
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E'));
    if let (true, Ok(value)) = (plain, text.parse::<f64>())
        && value.is_finite()
    {
        return Ok(value);
    }
    let remedy = if text.contains(',') && text.replace(',', ".").parse::<f64>().is_ok() {
        "write a point before decimals and nothing between thousands".to_owned()
    } else if text.ends_with(|c: char| c.is_alphabetic()) && text.starts_with(|c: char| c.is_ascii_digit()) {
        "write the bare number; the unit stands in the column's name".to_owned()
    } else {
        "write a number, such as 12 or 12.5".to_owned()
    };
    Err(Problem::new(
        "not-a-number",
        format!("{} is not a number", quote(text)),
        remedy,
    ))
}

/// `yes` or `no`.
pub(crate) fn flag(text: &str) -> Result<bool, Problem> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "true" | "y" | "1" => Ok(true),
        "no" | "false" | "n" | "0" => Ok(false),
        _ => Err(Problem::new(
            "not-a-flag",
            format!("{} is neither yes nor no", quote(text)),
            "write yes or no",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_bounded() {
        assert_eq!(integer("12", 0, 20), Ok(12));
        assert_eq!(integer("12.0", 0, 20), Ok(12));
        assert_eq!(integer("12.5", 0, 20).expect_err("fraction").code, "not-a-whole-number");
        assert_eq!(integer("-1", 0, 20).expect_err("negative").code, "out-of-range");
        assert_eq!(number("-0.5", -1.0, 1.0), Ok(-0.5));
        for text in ["NaN", "inf", "1e999", "", "x", "0x10", "1_000"] {
            assert_eq!(number(text, 0.0, 1e300).expect_err(text).code, "not-a-number", "{text}");
        }
        assert!(number("3,5", 0.0, 9.0).expect_err("comma").remedy.contains("point"));
        assert!(number("35 min", 0.0, 90.0).expect_err("unit").remedy.contains("unit"));
    }

    #[test]
    fn flags_are_read() {
        assert_eq!(flag("Yes"), Ok(true));
        assert_eq!(flag("0"), Ok(false));
        assert_eq!(flag("perhaps").expect_err("neither").code, "not-a-flag");
    }
}
