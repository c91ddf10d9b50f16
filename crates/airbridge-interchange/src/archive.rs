//! A folder's files out of a ZIP archive.
//!
//! What comes in: the bytes of an archive of one folder, or of its files. What goes out: the files by name. No path is taken from it, nothing is unpacked beyond the
//! bounds of [`Limits`], and what the archive's directory says of sizes is not believed.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use airbridge_model::{Finding, Place, Severity};

use crate::format::Limits;
use crate::source::{Source, is_bare_name};

impl Source {
    /// The files of a folder from a ZIP archive, under the name that findings call it by. They may lie in one folder of the archive.
    ///
    /// # Errors
    ///
    /// A finding: it is no archive, too large when unpacked, or has files in several folders or under one name.
    pub fn archive(name: &str, bytes: &[u8]) -> Result<Self, Box<Finding>> {
        files(bytes, &Limits::STANDARD).map(Self::folder).map_err(|wrong| {
            Box::new(Finding {
                severity: Severity::Error,
                code: wrong.code.to_owned(),
                place: Place::Cell {
                    file: name.to_owned(),
                    row: None,
                    column: None,
                },
                what: wrong.what,
                remedy: wrong.remedy.to_owned(),
            })
        })
    }
}

struct Wrong {
    code: &'static str,
    what: String,
    remedy: &'static str,
}

fn broken(error: impl std::fmt::Display) -> Wrong {
    Wrong {
        code: "unreadable-file",
        what: format!("the archive cannot be read: {error}"),
        remedy: "pack the folder again, as an ordinary ZIP archive without a password",
    }
}

fn too_large(what: String) -> Wrong {
    Wrong {
        code: "file-too-large",
        what,
        remedy: "pack nothing but the operation's own files",
    }
}

fn files(bytes: &[u8], limits: &Limits) -> Result<BTreeMap<String, Vec<u8>>, Wrong> {
    if bytes.len() > limits.file_bytes {
        return Err(too_large(format!(
            "{} bytes, at most {} are read",
            bytes.len(),
            limits.file_bytes
        )));
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > limits.parts {
        return Err(too_large(format!(
            "{} files, at most {} are read",
            archive.len(),
            limits.parts
        )));
    }
    let mut left = limits.unpacked_bytes;
    let mut folder: Option<String> = None;
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(broken)?;
        if part.is_dir() {
            continue;
        }
        let path = part.name().map_err(broken)?.into_owned();
        let (within, file) = path.rsplit_once('/').unwrap_or(("", &path));
        // What programs of some systems pack along.
        if within.starts_with("__MACOSX") || file.starts_with('.') {
            continue;
        }
        let known = folder.get_or_insert_with(|| within.to_owned());
        let nested = within.contains('/') || *known != within;
        if nested || !is_bare_name(file) || (!within.is_empty() && !is_bare_name(within)) {
            return Err(Wrong {
                code: "unknown-table",
                what: format!("{path:?} lies elsewhere than the other files"),
                remedy: "pack the files of one folder, without further folders",
            });
        }
        let most = left.min(limits.file_bytes as u64);
        let mut unpacked = Vec::new();
        (&mut part).take(most + 1).read_to_end(&mut unpacked).map_err(broken)?;
        if unpacked.len() as u64 > most {
            return Err(too_large(format!("{file} unpacks to more than {most} bytes")));
        }
        left -= unpacked.len() as u64;
        if files.insert(file.to_owned(), unpacked).is_some() {
            return Err(Wrong {
                code: "duplicate-id",
                what: format!("{file} is there twice"),
                remedy: "pack each file once",
            });
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        for (name, bytes) in files {
            zip.start_file(*name, options).expect("a file begins");
            zip.write_all(bytes).expect("it is written");
        }
        zip.finish().expect("it is finished").into_inner()
    }

    fn code(files: &[(&str, &[u8])]) -> String {
        Source::archive("a.zip", &packed(files))
            .expect_err("it is refused")
            .code
    }

    #[test]
    fn a_folder_comes_out_as_it_went_in() {
        let files = [
            ("op/patients.csv", &b"patient\n"[..]),
            ("op/operation.toml", b"name = 'x'\n"),
            ("op/.DS_Store", b"x"),
        ];
        let source = Source::archive("a.zip", &packed(&files)).expect("a folder");
        let expected = [("operation.toml", &b"name = 'x'\n"[..]), ("patients.csv", b"patient\n")];
        let expected = expected.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
        assert_eq!(source, Source::folder(expected.into()));
        let bare = Source::archive("a.zip", &packed(&[("patients.csv", b"patient\n")])).expect("its files");
        assert_eq!(
            bare,
            Source::folder([("patients.csv".to_owned(), b"patient\n".to_vec())].into())
        );
    }

    #[test]
    fn no_path_is_taken_from_an_archive() {
        assert_eq!(code(&[("../patients.csv", b"x")]), "unknown-table");
        assert_eq!(code(&[("/etc/passwd", b"x")]), "unknown-table");
        assert_eq!(
            code(&[("a/patients.csv", b"x"), ("b/groups.csv", b"x")]),
            "unknown-table"
        );
        assert_eq!(code(&[("a/b/patients.csv", b"x")]), "unknown-table");
        assert_eq!(code(&[("c:\\patients.csv", b"x")]), "unknown-table");
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let small = Limits {
            unpacked_bytes: 10_000,
            ..Limits::STANDARD
        };
        let bomb = packed(&[("patients.csv", &[b'0'; 9_000]), ("groups.csv", &[b'0'; 9_000])]);
        assert!(bomb.len() < 1_000);
        let refused = files(&bomb, &small).expect_err("it is refused");
        assert_eq!(refused.code, "file-too-large");
        assert_eq!(
            Source::archive("a.zip", b"PK no archive").expect_err("no archive").code,
            "unreadable-file"
        );
    }
}
