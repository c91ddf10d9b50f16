//! Encodings: UTF-8 with or without a byte-order mark, UTF-16 with one.

use encoding_rs::{UTF_16BE, UTF_16LE};

use crate::values::Problem;

/// The text of a file.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Problem> {
    let text = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        utf8(rest)?
    } else if bytes.starts_with(b"\xFF\xFE") {
        utf16(UTF_16LE, bytes)?
    } else if bytes.starts_with(b"\xFE\xFF") {
        utf16(UTF_16BE, bytes)?
    } else {
        utf8(bytes)?
    };
    match text.find('\0') {
        None => Ok(text),
        Some(at) => Err(Problem::new(
            "not-text",
            format!(
                "a zero character on line {}: this is no text",
                line(&text.as_bytes()[..at])
            ),
            "save it as CSV in UTF-8; UTF-16 needs its byte-order mark",
        )),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, Problem> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(Problem::new(
            "not-utf8",
            format!(
                "not UTF-8: byte {} on line {}",
                error.valid_up_to() + 1,
                line(&bytes[..error.valid_up_to()])
            ),
            "save it as CSV in UTF-8",
        )),
    }
}

fn utf16(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Result<String, Problem> {
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        Err(Problem::new(
            "not-utf16",
            "begins like UTF-16 but is not",
            "save it as CSV in UTF-8",
        ))
    } else {
        Ok(text.into_owned())
    }
}

fn line(before: &[u8]) -> usize {
    before.split(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        assert_eq!(decode(b"\xEF\xBB\xBFa,\xC3\xA9").expect("UTF-8"), "a,é");
        assert_eq!(decode(b"\xFF\xFEa\0\xE9\0").expect("UTF-16LE"), "aé");
        assert_eq!(decode(b"\xFE\xFF\0a\0\xE9").expect("UTF-16BE"), "aé");
        assert_eq!(
            decode(b"a\n\xE9").expect_err("Latin-1").what,
            "not UTF-8: byte 3 on line 2"
        );
        assert_eq!(decode(b"\xFF\xFEa").expect_err("odd").code, "not-utf16");
        assert_eq!(decode(b"a\0b\0").expect_err("UTF-16 without mark").code, "not-text");
    }
}
