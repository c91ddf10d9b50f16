//! What an operation is read from: the bytes of a folder's files, or of one workbook.

use std::collections::BTreeMap;

/// Named bytes. The caller reads the files; nothing here touches a disk.
///
/// A workbook may come with further files: the boundaries that its settings name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Source {
    pub(crate) workbook: Option<(String, Vec<u8>)>,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl Source {
    /// The files of a folder by name: those of [`crate::file_names`], whatever other `.csv` files there are (so that a misspelt
    /// name is noticed), and the boundaries that [`boundaries_file`] names.
    pub fn folder(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self { workbook: None, files }
    }

    /// One XLSX workbook, under the name that findings call it by.
    pub fn workbook(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            workbook: Some((name.into(), bytes)),
            files: BTreeMap::new(),
        }
    }

    /// The same with a further file.
    #[must_use]
    pub fn with_file(mut self, name: impl Into<String>, bytes: Vec<u8>) -> Self {
        self.files.insert(name.into(), bytes);
        self
    }
}

/// The boundaries file that the settings name, if they do: a bare file name, never a path.
pub fn boundaries_file(source: &Source) -> Option<String> {
    crate::read::settings_of(source)
        .get("boundaries")
        .map(|entry| entry.text.clone())
        .filter(|name| is_bare_name(name))
}

/// Whether a name stays in its folder.
pub(crate) fn is_bare_name(name: &str) -> bool {
    !name.is_empty() && name != "." && name != ".." && !name.contains(['/', '\\', ':', '\0'])
}
