//! A CSV file for spreadsheets: byte-order mark, CRLF, and no cell that is computed.

/// A file that is being written.
pub(crate) struct Sheet(csv::Writer<Vec<u8>>);

impl Sheet {
    pub(crate) fn new(header: &[&str]) -> Self {
        let bom = "\u{feff}".as_bytes().to_vec();
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(bom);
        writer.write_record(header).expect("memory takes every record");
        Self(writer)
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.0
            .write_record(cells.into_iter().map(neutral))
            .expect("memory takes every record of the header's length");
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.0.into_inner().expect("memory takes every record")
    }
}

/// A cell that no spreadsheet computes.
pub(crate) fn neutral(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_texts() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(neutral(formula.to_owned()), format!("'{formula}"));
        }
        assert_eq!(neutral("P-001".to_owned()), "P-001");
    }
}
