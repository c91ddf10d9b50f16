//! Texts from the tables made harmless: for markup, for anchors, for the terminal.

use std::fmt;

/// Writes into a string, which cannot fail.
macro_rules! put {
    ($out:expr, $($argument:tt)*) => {{
        use std::fmt::Write as _;
        write!($out, $($argument)*).expect("a string takes every text");
    }};
}

pub(crate) use put;

/// A text that shows as itself in HTML and XML, in content and in quoted attributes.
pub(crate) struct Escaped<'a>(&'a str);

/// Escapes a text for HTML.
pub(crate) fn esc(text: &str) -> Escaped<'_> {
    Escaped(text)
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(|c: char| matches!(c, '&' | '<' | '>' | '"' | '\'') || is_treacherous(c)) {
            f.write_str(&rest[..at])?;
            let c = rest[at..].chars().next().expect("found there");
            f.write_str(match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => "\u{fffd}",
            })?;
            rest = &rest[at + c.len_utf8()..];
        }
        f.write_str(rest)
    }
}

/// Control characters, and those that turn the direction of the text around them.
fn is_treacherous(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}

/// A text for one line of a terminal: no control character passes.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' | '\r' => ' ',
            c if is_treacherous(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// A name for an anchor or a file: letters, digits, `-`, `_` stay, every other character becomes its number between tildes,
/// so that different ids stay different.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') {
            slug.push(c);
        } else {
            put!(slug, "~{:x}~", u32::from(c));
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_inert() {
        assert_eq!(
            esc("<script>\"a\" & 'b'\u{1b}\u{202e}").to_string(),
            "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;\u{fffd}\u{fffd}"
        );
        assert_eq!(esc("Бурденко, Москва").to_string(), "Бурденко, Москва");
    }

    #[test]
    fn slugs_keep_ids_apart() {
        assert_eq!(slug("P-001"), "P-001");
        assert_eq!(slug("../a b"), "~2e~~2e~~2f~a~20~b");
        assert_ne!(slug("a b"), slug("a/b"));
    }

    #[test]
    fn the_terminal_gets_no_escapes() {
        assert_eq!(plain("a\u{1b}[31m\nb"), "a\u{fffd}[31m b");
    }
}
