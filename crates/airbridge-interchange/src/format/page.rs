//! The page `docs/operation-format.md`, made from the descriptions.

use std::fmt::Write as _;

use super::{BUNDLED_DUTY, Column, DUTY_SETTINGS, Limits, Need, SETTINGS, Setting, TABLES, Table};

/// The text of `docs/operation-format.md`. A test keeps the file current.
pub fn operation_format_page() -> String {
    let mut page = String::from(include_str!("page.md"));
    settings(&mut page);
    duty(&mut page);
    page.push_str("\n## Tables\n");
    for table in TABLES {
        self::table(&mut page, table);
    }
    limits(&mut page);
    page
}

fn settings(page: &mut String) {
    page.push_str(
        "\n## Settings\n\nKeys of `operation.toml`; in a workbook, rows of the sheet `operation`, with the path in the column `key` and \
         the value in the column `value`.\n\n| Key | Value | Default | Meaning | Source of the default |\n| --- | --- | --- | --- | --- |\n",
    );
    for setting in SETTINGS {
        line(page, setting);
    }
}

fn line(page: &mut String, setting: &Setting) {
    let default = match (setting.need, setting.default) {
        (Need::Required, _) => "required".to_owned(),
        (_, "") => "–".to_owned(),
        (_, default) => format!("`{default}`"),
    };
    let source = if setting.source.is_empty() {
        "–"
    } else {
        setting.source
    };
    let _ = writeln!(
        page,
        "| `{}` | {} | {default} | {} | {source} |",
        setting.key,
        cell(&setting.kind.describe()),
        cell(setting.doc)
    );
}

fn duty(page: &mut String) {
    page.push_str(
        "\n### Duty rule sets\n\nUnder `policy.duty.<name>`; crews name the set in their column `rules`. A bundled set may be changed key by \
         key, a set of your own gives all that has no default.\n\n| Key | Value | Default | Meaning | Source of the default |\n\
         | --- | --- | --- | --- | --- |\n",
    );
    for setting in DUTY_SETTINGS {
        line(page, setting);
    }
    page.push_str("\nBundled, simplified as their `source` says; none is a statement of the rules in force:\n");
    for set in BUNDLED_DUTY {
        let _ = writeln!(page, "\n**`{}`**\n", set.name);
        for (key, value) in set.settings {
            let _ = writeln!(page, "- `{key}`: {value}");
        }
    }
}

fn table(page: &mut String, table: &Table) {
    let key: Vec<String> = table.key.iter().map(|column| format!("`{column}`")).collect();
    let _ = write!(
        page,
        "\n### {}\n\n{} {} Unique: {}.\n\n| Column | | Value | Meaning |\n| --- | --- | --- | --- |\n",
        table.name,
        table.doc,
        if table.required { "Required." } else { "Optional." },
        key.join(" + ")
    );
    for column in table.columns {
        let _ = writeln!(
            page,
            "| `{}` | {} | {} | {} |",
            column.name,
            need(column),
            cell(&column.kind.describe()),
            cell(column.doc)
        );
    }
}

pub(super) fn need(column: &Column) -> &'static str {
    match column.need {
        Need::Required => "required",
        Need::Optional => "",
        Need::UnlessInCatalogue => "required unless in the catalogue",
    }
}

pub(super) fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn limits(page: &mut String) {
    let limits = Limits::STANDARD;
    let mib = |bytes: u64| bytes / (1024 * 1024);
    let _ = write!(
        page,
        "\n## Limits\n\nChecked before anything is parsed; beyond them a file is refused with a finding.\n\n\
         | What | At most |\n| --- | --- |\n| A file | {} MiB |\n| A workbook, unpacked | {} MiB |\n| Parts of a workbook | {} |\n\
         | Sheets | {} |\n| Rows of a table | {} |\n| Columns of a table | {} |\n| Cells of all tables together | {} |\n| Characters of a cell | {} |\n",
        mib(limits.file_bytes as u64),
        mib(limits.unpacked_bytes),
        limits.parts,
        limits.sheets,
        limits.rows,
        limits.columns,
        limits.cells,
        limits.cell_chars
    );
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the test holds the page in docs/ against the descriptions"
)]
mod tests {
    use super::*;

    /// Set `AIRBRIDGE_WRITE_DOCS=1` to write the page instead.
    #[test]
    fn the_page_in_docs_is_current() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/operation-format.md");
        let page = operation_format_page();
        if std::env::var_os("AIRBRIDGE_WRITE_DOCS").is_some() {
            std::fs::write(path, &page).expect("docs/ is there");
        }
        let found = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            found == page,
            "docs/operation-format.md is not what the descriptions say: run AIRBRIDGE_WRITE_DOCS=1 cargo test -p airbridge-interchange"
        );
    }
}
