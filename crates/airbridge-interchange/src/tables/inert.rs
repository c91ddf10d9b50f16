//! Texts that a spreadsheet would take for a formula, made harmless and read back.
//!
//! A text that begins with `=`, `+`, `-`, `@`, tab or return gets an apostrophe before it; so does one that begins with an
//! apostrophe before one of these or before another apostrophe, so that reading back is exact.

fn is_live(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r')
}

/// The text as it is written into a cell.
pub(crate) fn neutral(text: &str) -> String {
    if text.starts_with(|c| is_live(c) || c == '\'') {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text as it was before [`neutral`].
pub(crate) fn original(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c| is_live(c) || c == '\'') => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn live_texts_are_neutral_and_come_back() {
        for text in [
            "=1+1", "+49", "-", "@x", "\tx", "\rx", "'", "''", "'=x", "'x", "x", "", "Qal'a",
        ] {
            assert!(!neutral(text).starts_with(is_live), "{text:?}");
            assert_eq!(original(&neutral(text)), text);
        }
        assert_eq!(original("'s-Hertogenbosch"), "'s-Hertogenbosch");
    }
}
