//! How large input may be. Checked before anything is parsed.

/// Bounds on files, sheets, rows and cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Bytes of one file.
    pub file_bytes: usize,
    /// Bytes of a workbook when unpacked, all its parts together.
    pub unpacked_bytes: u64,
    /// Parts of a workbook's archive.
    pub parts: usize,
    /// Sheets of a workbook.
    pub sheets: usize,
    /// Rows of a table.
    pub rows: usize,
    /// Columns of a table.
    pub columns: usize,
    /// Characters of one cell; what a spreadsheet holds.
    pub cell_chars: usize,
    /// Bytes of all cells of a table together.
    pub table_bytes: usize,
    /// Cells of all tables together, those that only fill a row up included: what memory is spent on.
    pub cells: usize,
}

impl Limits {
    /// The bounds that readers keep: several times the largest operation that we know of (18,500 waiting patients).
    pub const STANDARD: Self = Self {
        file_bytes: 48 * 1024 * 1024,
        unpacked_bytes: 96 * 1024 * 1024,
        parts: 1_000,
        sheets: 64,
        rows: 200_000,
        columns: 128,
        cell_chars: 32_767,
        table_bytes: 64 * 1024 * 1024,
        cells: 4_000_000,
    };
}
