//! A file that is encrypted as it is written, and refused when a byte of it was changed, moved or cut off.
//!
//! Pieces of 64 KiB, each under XChaCha20-Poly1305, put together by STREAM (V. T. Hoang, R. Reyhanitabar, P. Rogaway, D. Vizár, "Online
//! Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015): the number of a piece, and whether it is the last, are part of its nonce.
//! In front stand a line that says what the file is, the key's name, and the nonce; each piece is bound to them.

use std::io::{ErrorKind, Read, Write};

use aead_stream::aead::Payload;
use aead_stream::{DecryptorBE32, EncryptorBE32};
use airbridge_app::digest;
use anyhow::{Context, Result, bail, ensure};
use chacha20poly1305::XChaCha20Poly1305;

use crate::fault::hinted;

/// What the file begins with.
const MAGIC: &[u8; 19] = b"airbridge backup 1\n";

/// Bytes of a key's name.
const NAME: usize = 8;

/// Bytes of the nonce that pieces share.
const NONCE: usize = 19;

const HEADER: usize = MAGIC.len() + NAME + NONCE;

/// Bytes of a piece before it is encrypted.
const PIECE: usize = 64 * 1024;

/// Bytes by which a piece grows.
const TAG: usize = 16;

/// A name by which a key is known without being told.
fn name(key: &[u8; 32]) -> [u8; NAME] {
    let all = digest(&[b"airbridge-backup-key-1".as_slice(), key].concat());
    all[..NAME].try_into().expect("8 of 32 bytes")
}

/// Encrypts everything from a reader to a writer.
pub(super) fn seal(key: &[u8; 32], nonce: [u8; NONCE], mut from: impl Read, mut to: impl Write) -> Result<()> {
    let header = [MAGIC.as_slice(), &name(key), &nonce].concat();
    to.write_all(&header)?;
    let mut stream = EncryptorBE32::<XChaCha20Poly1305>::new(key.into(), (&nonce).into());
    let mut piece = next(&mut from, PIECE)?;
    loop {
        let following = next(&mut from, PIECE)?;
        let payload = Payload {
            msg: &piece,
            aad: &header,
        };
        let failed = |_| anyhow::anyhow!("a piece cannot be encrypted");
        if following.is_empty() {
            to.write_all(&stream.encrypt_last(payload).map_err(failed)?)?;
            return Ok(to.flush()?);
        }
        to.write_all(&stream.encrypt_next(payload).map_err(failed)?)?;
        piece = following;
    }
}

/// Decrypts everything from a reader to a writer. What was written before an error is to be thrown away.
pub(super) fn open(key: &[u8; 32], mut from: impl Read, mut to: impl Write) -> Result<()> {
    let header = next(&mut from, HEADER)?;
    let changed = "it was changed, or cut off, after it was written";
    ensure!(
        header.len() == HEADER && header.starts_with(MAGIC),
        "it is no backup that this program has written, or it was changed"
    );
    let (named, nonce) = header[MAGIC.len()..].split_at(NAME);
    if named != name(key) {
        return Err(hinted(
            "it was encrypted with another key, or was changed",
            "give the key that it was encrypted with as --key FILE",
        ));
    }
    let nonce: [u8; NONCE] = nonce.try_into().expect("the rest of the header");
    let mut stream = DecryptorBE32::<XChaCha20Poly1305>::new(key.into(), (&nonce).into());
    let mut piece = next(&mut from, PIECE + TAG)?;
    loop {
        let following = next(&mut from, PIECE + TAG)?;
        let payload = Payload {
            msg: &piece,
            aad: &header,
        };
        if following.is_empty() {
            let Ok(last) = stream.decrypt_last(payload) else {
                bail!(changed)
            };
            to.write_all(&last).context("it cannot be decrypted to the disk")?;
            return Ok(to.flush()?);
        }
        let Ok(text) = stream.decrypt_next(payload) else {
            bail!(changed)
        };
        to.write_all(&text).context("it cannot be decrypted to the disk")?;
        piece = following;
    }
}

/// As many bytes as there are, up to a number.
fn next(from: &mut impl Read, most: usize) -> std::io::Result<Vec<u8>> {
    let mut piece = vec![0; most];
    let mut filled = 0;
    while filled < most {
        match from.read(&mut piece[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    piece.truncate(filled);
    Ok(piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: [u8; 32] = [7; 32];

    fn sealed(text: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        seal(&KEY, [3; NONCE], text, &mut file).expect("it is in memory");
        file
    }

    fn opened(file: &[u8]) -> Result<Vec<u8>> {
        let mut text = Vec::new();
        open(&KEY, file, &mut text)?;
        Ok(text)
    }

    fn text(length: usize) -> Vec<u8> {
        (0..length).map(|at| (at % 251) as u8).collect()
    }

    #[test]
    fn what_was_sealed_opens_at_the_edges_of_pieces() {
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 5] {
            let file = sealed(&text(length));
            assert_eq!(opened(&file).expect("its key"), text(length), "{length}");
        }
        let file = sealed(b"synthetic secret");
        assert!(!file.windows(9).any(|window| window == b"synthetic"));
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_refused() {
        let file = sealed(&text(200));
        for at in 0..file.len() {
            let mut changed = file.clone();
            changed[at] ^= 1;
            assert!(opened(&changed).is_err(), "byte {at}");
            assert!(opened(&file[..at]).is_err(), "cut at {at}");
        }
        assert!(opened(&[&file[..], b"x"].concat()).is_err());
    }

    #[test]
    fn pieces_cannot_be_moved_left_out_or_ended_early() {
        let file = sealed(&text(4 * PIECE));
        let (header, pieces) = file.split_at(HEADER);
        let pieces: Vec<&[u8]> = pieces.chunks(PIECE + TAG).collect();
        let put = |order: &[usize]| {
            let order: Vec<&[u8]> = order.iter().map(|piece| pieces[*piece]).collect();
            opened(&[header, &order.concat()].concat())
        };
        assert!(put(&[0, 1, 2, 3]).is_ok());
        for order in [&[1, 0, 2, 3][..], &[0, 2, 3], &[0, 1, 2], &[0, 1, 1, 2, 3], &[]] {
            assert!(put(order).is_err(), "{order:?}");
        }
    }

    #[test]
    fn another_key_is_named_as_such() {
        let file = sealed(b"text");
        let mut none = Vec::new();
        let error = open(&[8; 32], &file[..], &mut none).expect_err("another key");
        assert!(error.to_string().contains("another key"), "{error}");
    }
}
