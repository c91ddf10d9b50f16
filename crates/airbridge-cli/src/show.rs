//! Findings on the terminal and as JSON.

use std::io::{IsTerminal, Write};
use std::path::Path;

use airbridge_model::{Finding, Severity};
use anyhow::Result;

/// Writes to standard output; a closed pipe ends quietly.
pub(crate) fn out(text: &str) -> Result<()> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// Columns for text on standard output: the terminal's; those of a page where there is none.
pub(crate) fn columns() -> usize {
    let stdout = std::io::stdout();
    let width = stdout
        .is_terminal()
        .then(|| terminal_size::terminal_size_of(stdout))
        .flatten();
    width.map_or(airbridge_report::WIDEST, |(width, _)| usize::from(width.0))
}

/// A path as it can be typed in a command.
pub(crate) fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    if !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || "/\\.:_-+=@%".contains(c)) {
        text
    } else if cfg!(windows) {
        format!("\"{text}\"")
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

/// One paragraph a finding.
pub(crate) fn finding(finding: &Finding) -> String {
    let head = format!(
        "{}: {}: {} [{}]\n",
        finding.severity, finding.place, finding.what, finding.code
    );
    if finding.remedy.is_empty() {
        head
    } else {
        format!("{head}    {}\n", finding.remedy)
    }
}

/// Findings as talk: at most a screenful, the rest counted.
pub(crate) fn findings_to_talk(findings: &[Finding]) {
    const SCREENFUL: usize = 20;
    let (errors, warnings): (Vec<_>, Vec<_>) = findings.iter().partition(|entry| entry.severity == Severity::Error);
    for entry in errors.iter().chain(&warnings).take(SCREENFUL) {
        eprint!("{}", finding(entry));
    }
    if findings.len() > SCREENFUL {
        eprintln!("… and {} more findings", findings.len() - SCREENFUL);
    }
}

/// "2 errors, 1 warning".
pub(crate) fn count(findings: &[Finding]) -> String {
    let errors = findings
        .iter()
        .filter(|entry| entry.severity == Severity::Error)
        .count();
    let warnings = findings.len() - errors;
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    format!("{}, {}", plural(errors, "error"), plural(warnings, "warning"))
}

/// Findings for programs.
pub(crate) fn findings_json(findings: &[Finding]) -> String {
    format!("{:#}\n", airbridge_report::findings_json(findings))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn paths_can_be_typed() {
        for (path, typed) in [
            ("my-operation", "my-operation"),
            ("/a/операция.xlsx", "/a/операция.xlsx"),
            ("my operation", "'my operation'"),
            ("it's", "'it'\\''s'"),
            ("", "''"),
        ] {
            assert_eq!(quoted(Path::new(path)), typed);
        }
    }
}
