//! The directory of a ZIP archive, read from its bytes. The browser does the unpacking (`gather.rs`).
//!
//! This follows APPNOTE.TXT, the format's specification: the directory is at the end, and an entry's data begins behind
//! a local header of its own. Whatever an archive says about itself is checked against its length before it is
//! believed.

use super::MAX_FILES;
use super::names::is_hidden;
use std::ops::Range;

const END: [u8; 4] = *b"PK\x05\x06";
const ENTRY: [u8; 4] = *b"PK\x01\x02";
const LOCAL: [u8; 4] = *b"PK\x03\x04";
/// The size of the record at the end, without its comment.
const END_SIZE: usize = 22;
/// The size of the longest comment.
const COMMENT: usize = u16::MAX as usize;
/// A part of every document of a modern Office program. The files in such a document are not texts of their own.
const OFFICE: &str = "[Content_Types].xml";

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path, as written.
    pub path: String,
    /// Where its data is in the archive, and how it is unpacked.
    pub data: Result<Data, Problem>,
}

/// The packed data of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    /// Its bytes in the archive.
    pub range: Range<usize>,
    /// Whether they are packed by DEFLATE; otherwise they are not packed.
    pub deflated: bool,
    /// The number of bytes when unpacked.
    pub size: u64,
    /// CRC-32 of the unpacked bytes.
    pub checksum: u32,
}

/// Why an archive or a file in it cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is cut off, or what it says about itself is inconsistent.
    Damaged,
    /// It has a password.
    Encrypted,
    /// It is packed by a method other than DEFLATE.
    Method(u16),
    /// It uses the form for more than 4 GB or 65,535 files.
    Zip64,
    /// It is one part of several.
    Parts,
    /// It holds more files than are opened at once.
    Files(usize),
    /// It holds no files.
    Empty,
    /// It is a document of an Office program.
    Office,
}

/// The files that an archive lists, folders and hidden ones left out.
pub fn entries(archive: &[u8]) -> Result<Vec<Entry>, Problem> {
    let end = end_of_directory(archive).ok_or(Problem::Damaged)?;
    let record = Record(archive.get(end..).unwrap_or_default());
    let (count, size, start) = (record.short(10)?, record.long(12)?, record.long(16)?);
    if count == u16::MAX || size == u32::MAX || start == u32::MAX {
        return Err(Problem::Zip64);
    }
    if record.short(4)? != 0 || record.short(6)? != 0 || record.short(8)? != count {
        return Err(Problem::Parts);
    }
    if usize::from(count) > MAX_FILES {
        return Err(Problem::Files(usize::from(count)));
    }
    // A self-extracting program in front of the archive shifts all offsets.
    let begins = end.checked_sub(size as usize).ok_or(Problem::Damaged)?;
    let moved = begins.checked_sub(start as usize).ok_or(Problem::Damaged)?;
    let mut directory = archive.get(begins..end).unwrap_or_default();
    let mut found = Vec::new();
    for _ in 0..count {
        let record = Record(directory);
        if !directory.starts_with(&ENTRY) {
            return Err(Problem::Damaged);
        }
        let (name, extra, comment) = (record.short(28)?, record.short(30)?, record.short(32)?);
        let path = String::from_utf8_lossy(record.bytes(46, name.into())?).into_owned();
        if !path.ends_with('/') && !is_hidden(&path) {
            found.push(Entry { path, data: data(archive, &record, moved) });
        }
        let length = 46 + usize::from(name) + usize::from(extra) + usize::from(comment);
        directory = directory.get(length..).ok_or(Problem::Damaged)?;
    }
    match found.as_slice() {
        [] => Err(Problem::Empty),
        found if found.iter().any(|entry| entry.path == OFFICE) => Err(Problem::Office),
        _ => Ok(found),
    }
}

/// Where the record that ends the directory is: the last one whose comment reaches to the end of the archive.
fn end_of_directory(archive: &[u8]) -> Option<usize> {
    let last = archive.len().checked_sub(END_SIZE)?;
    (last.saturating_sub(COMMENT)..=last).rev().find(|&at| {
        let record = archive.get(at..).unwrap_or_default();
        record.starts_with(&END)
            && Record(record).short(20).is_ok_and(|comment| at + END_SIZE + usize::from(comment) <= archive.len())
    })
}

fn data(archive: &[u8], entry: &Record, moved: usize) -> Result<Data, Problem> {
    let (flags, method, checksum) = (entry.short(8)?, entry.short(10)?, entry.long(16)?);
    let (packed, size, at) = (entry.long(20)?, entry.long(24)?, entry.long(42)?);
    if flags & 1 != 0 || method == 99 {
        return Err(Problem::Encrypted);
    }
    let deflated = match method {
        0 => false,
        8 => true,
        other => return Err(Problem::Method(other)),
    };
    if [packed, size, at].contains(&u32::MAX) {
        return Err(Problem::Zip64);
    }
    let at = moved.checked_add(at as usize).ok_or(Problem::Damaged)?;
    let local = Record(archive.get(at..).unwrap_or_default());
    if !local.0.starts_with(&LOCAL) {
        return Err(Problem::Damaged);
    }
    let start = at + 30 + usize::from(local.short(26)?) + usize::from(local.short(28)?);
    let range = start..start.checked_add(packed as usize).ok_or(Problem::Damaged)?;
    if archive.get(range.clone()).is_none() || (!deflated && packed != size) {
        return Err(Problem::Damaged);
    }
    Ok(Data { range, deflated, size: size.into(), checksum })
}

/// The fields of a record, low byte first.
struct Record<'a>(&'a [u8]);

impl<'a> Record<'a> {
    fn bytes(&self, at: usize, length: usize) -> Result<&'a [u8], Problem> {
        self.0.get(at..at + length).ok_or(Problem::Damaged)
    }

    fn short(&self, at: usize) -> Result<u16, Problem> {
        let bytes = self.bytes(at, 2)?;
        bytes.try_into().map(u16::from_le_bytes).map_err(|_| Problem::Damaged)
    }

    fn long(&self, at: usize) -> Result<u32, Problem> {
        let bytes = self.bytes(at, 4)?;
        bytes.try_into().map(u32::from_le_bytes).map_err(|_| Problem::Damaged)
    }
}

/// CRC-32 as ZIP uses it, four bits at a time, with the polynomial 0xEDB88320.
pub fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = {
        let mut table = [0; 16];
        let mut at = 0;
        while at < 16 {
            let mut value = at as u32;
            let mut bit = 0;
            while bit < 4 {
                value = if value & 1 == 0 { value >> 1 } else { (value >> 1) ^ 0xEDB8_8320 };
                bit += 1;
            }
            table[at] = value;
            at += 1;
        }
        table
    };
    let step = |sum: u32, nibble: u32| (sum >> 4) ^ TABLE[((sum ^ nibble) & 15) as usize];
    !bytes.iter().fold(u32::MAX, |sum, &byte| step(step(sum, u32::from(byte)), u32::from(byte >> 4)))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// An archive with these files, not packed.
    pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut out, mut directory) = (Vec::new(), Vec::new());
        for (path, content) in files {
            let at = out.len() as u32;
            let (size, name) = ((content.len() as u32).to_le_bytes(), (path.len() as u16).to_le_bytes());
            let common = [&[0; 8][..], &checksum(content).to_le_bytes(), &size, &size, &name, &[0, 0]].concat();
            out.extend([&LOCAL[..], &[20, 0], &common, path.as_bytes(), content].concat());
            directory
                .extend([&ENTRY[..], &[20, 0, 20, 0], &common, &[0; 10], &at.to_le_bytes(), path.as_bytes()].concat());
        }
        let (start, size, count) = (out.len() as u32, directory.len() as u32, (files.len() as u16).to_le_bytes());
        out.extend(directory);
        out.extend([&END[..], &[0; 4], &count, &count, &size.to_le_bytes(), &start.to_le_bytes(), &[0, 0]].concat());
        out
    }

    const FILES: &[(&str, &[u8])] = &[("reef.txt", b"FM REEF"), ("deep/quay.txt", b"FM QUAY\n"), ("deep/", b"")];

    /// The entries of an archive after a change to its bytes.
    fn after(change: impl FnOnce(&mut Vec<u8>)) -> Result<Vec<Entry>, Problem> {
        let mut bytes = archive(FILES);
        change(&mut bytes);
        entries(&bytes)
    }

    /// Where the first record of the directory begins, and the record at the end.
    fn places() -> (usize, usize) {
        let bytes = archive(FILES);
        let first = bytes.windows(4).position(|four| four == ENTRY).unwrap_or_default();
        (first, bytes.len() - END_SIZE)
    }

    #[test]
    fn files_and_their_data() {
        let bytes = archive(FILES);
        let found = entries(&bytes).unwrap_or_default();
        let data: Vec<_> =
            found.iter().map(|entry| entry.data.clone().map(|data| bytes[data.range].to_vec())).collect();
        assert_eq!(data, [Ok(b"FM REEF".to_vec()), Ok(b"FM QUAY\n".to_vec())]);
        assert_eq!(found.iter().map(|entry| entry.path.as_str()).collect::<Vec<_>>(), ["reef.txt", "deep/quay.txt"]);
    }

    #[test]
    fn something_in_front_and_a_comment_behind_do_not_matter() {
        let found = after(|bytes| {
            let end = bytes.len();
            bytes[end - 2] = 3;
            bytes.extend(b"PK!");
            bytes.splice(..0, *b"#!/bin/sh");
        });
        assert_eq!(found.map(|found| found.iter().filter(|entry| entry.data.is_ok()).count()), Ok(2));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let (first, end) = places();
        let entry = |change: fn(&mut [u8])| {
            let found = after(|bytes| change(&mut bytes[first..])).unwrap_or_default();
            found.first().and_then(|entry| entry.data.clone().err())
        };
        assert_eq!(entry(|record| record[8] = 1), Some(Problem::Encrypted));
        assert_eq!(entry(|record| record[10] = 12), Some(Problem::Method(12)));
        assert_eq!(entry(|record| record[20..24].fill(0xFF)), Some(Problem::Zip64));
        assert_eq!(entry(|record| record[24] = 200), Some(Problem::Damaged));
        assert_eq!(entry(|record| record[42] = 1), Some(Problem::Damaged));
        assert_eq!(after(|bytes| bytes[end + 10] = 0), Err(Problem::Parts));
        assert_eq!(after(|bytes| bytes[end + 10..end + 12].fill(0xFF)), Err(Problem::Zip64));
        assert_eq!(after(|bytes| bytes[end + 8..end + 12].fill(0xEE)), Err(Problem::Files(0xEEEE)));
        assert_eq!(after(|bytes| bytes[first] = b'X'), Err(Problem::Damaged));
    }

    #[test]
    fn what_is_no_archive_of_texts_says_so() {
        assert_eq!(entries(&archive(&[])), Err(Problem::Empty));
        assert_eq!(
            entries(&archive(&[(OFFICE, b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")])),
            Err(Problem::Office)
        );
    }

    #[test]
    fn cut_off_anywhere_it_is_damaged() {
        let whole = archive(FILES);
        for length in 0..whole.len() {
            assert_eq!(entries(&whole[..length]), Err(Problem::Damaged), "{length}");
        }
    }

    #[test]
    fn whatever_a_byte_says_it_is_read_or_refused() {
        let whole = archive(FILES);
        for at in 0..whole.len() {
            for value in [0, 1, 0x7F, 0xFF] {
                let mut bytes = whole.clone();
                bytes[at] = value;
                for entry in entries(&bytes).unwrap_or_default() {
                    assert!(entry.data.is_err() || entry.data.is_ok_and(|data| bytes.get(data.range).is_some()));
                }
            }
        }
    }

    #[test]
    fn checksums() {
        // The check value of CRC-32/ISO-HDLC.
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
        assert_eq!(checksum(b""), 0);
    }
}
