//! A walk through the bytes of a boundaries file before they are read for good.
//!
//! The file may come from an operation's folder, and its reader believes every count that it finds: a wrong one
//! would make it ask for gigabytes or divide by zero. Here each count is held against the bytes that are left.
//! All numbers are big-endian. Nothing is kept.

use crate::boundaries::BoundariesError;

const VERSION: u16 = 2;

/// Checks that the bytes are a whole boundaries file, version 2, and nothing more.
pub(crate) fn check(bytes: &[u8]) -> Result<(), BoundariesError> {
    let mut rest = Rest(bytes);
    let version = rest.u16()?;
    if version != VERSION {
        return Err(BoundariesError::Version { found: version });
    }
    for _ in 0..rest.u32()? {
        rest.text()?;
        rest.skip(8)?; // the region's size
    }
    let width = rest.u32()?;
    let cells = rest.u32()?;
    if width == 0 || cells == 0 || cells % width != 0 {
        return Err(BoundariesError::Raster { width, cells });
    }
    for _ in 0..cells {
        for _ in 0..rest.u8()? {
            rest.text()?;
        }
        for _ in 0..rest.u8()? {
            rest.text()?;
            rest.rings()?; // outer
            rest.rings()?; // inner
        }
    }
    if rest.0.is_empty() {
        Ok(())
    } else {
        Err(BoundariesError::Surplus { bytes: rest.0.len() })
    }
}

/// What is still unread.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn skip(&mut self, count: usize) -> Result<&'a [u8], BoundariesError> {
        let (head, tail) = self.0.split_at_checked(count).ok_or(BoundariesError::Truncated)?;
        self.0 = tail;
        Ok(head)
    }

    fn u8(&mut self) -> Result<u8, BoundariesError> {
        Ok(self.skip(1)?[0])
    }

    fn u16(&mut self) -> Result<u16, BoundariesError> {
        let bytes = self.skip(2)?;
        Ok(u16::from_be_bytes([bytes[0], bytes[1]]))
    }

    fn u32(&mut self) -> Result<u32, BoundariesError> {
        let bytes = self.skip(4)?;
        Ok(u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    fn text(&mut self) -> Result<(), BoundariesError> {
        let length = usize::from(self.u16()?);
        let text = self.skip(length)?;
        std::str::from_utf8(text).map_err(|_| BoundariesError::NotText)?;
        Ok(())
    }

    fn rings(&mut self) -> Result<(), BoundariesError> {
        for _ in 0..self.u8()? {
            let points = self.u32()? as usize;
            self.skip(points.checked_mul(4).ok_or(BoundariesError::Truncated)?)?;
        }
        Ok(())
    }
}
