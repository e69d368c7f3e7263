//! An input too long for memory, read in stretches that are cut where telegrams begin. Only a few stretches and the
//! longest telegram are held.

use super::piece::{Content, File, Piece};
use super::{Give, Unreadable, export, not_text, whole};
use cable::decode::{self, csv};
use cable::encoding::{self, Decoded, Encoding, NotText};
use cable::export::is_export;
use std::io::{self, Read};
use std::sync::Arc;

/// Bytes that are read at once.
const STRETCH: usize = 8 << 20;

/// A telegram has at most this many bytes; anything longer is no telegram and is not held.
const LONGEST: usize = 256 << 20;

/// Bytes by which an input is recognised: as many as show a binary file.
const LOOK: usize = 64 << 10;

/// The byte order mark of UTF-8; no part of the text.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Gives the pieces of an input whose first bytes are read already.
pub fn pieces(file: &Arc<File>, start: Vec<u8>, rest: &mut dyn Read, give: &mut Give) -> bool {
    match encoding::decode(start.get(..LOOK).unwrap_or(&start).to_vec()) {
        Err(why @ NotText::Other(_)) => not_text(file, why, give),
        Ok(start) if is_export(&start.text) => export(file, give),
        Ok(start) if !can_be_cut(&start) => give(Err(Unreadable::new(
            &file.shown,
            "more than 64 MB of a saved page or of UTF-16, which is not read; split it",
        ))),
        _ => Stream::new(file, start, STRETCH).read(rest, give),
    }
}

/// Whether an input that begins like this can be read in stretches: a saved page holds one telegram, and text of
/// 16-bit characters has no bytes to cut it at.
fn can_be_cut(start: &Decoded) -> bool {
    !matches!(start.encoding, Encoding::Utf16Le | Encoding::Utf16Be) && !decode::is_page(&start.text)
}

struct Stream<'a> {
    file: &'a Arc<File>,
    /// Bytes that are read and not yet text.
    bytes: Vec<u8>,
    /// How its bytes are read: by its mark, or as in the first stretch that is more than ASCII.
    encoding: Option<Encoding>,
    /// Text whose last telegram may not have ended.
    held: String,
    /// Whether it is the bulk dump; known from the first stretch.
    rows: Option<bool>,
    before: Before,
    /// Bytes that are read at once.
    stretch: usize,
}

/// What stands in front of the held text.
#[derive(Clone, Copy, Default)]
struct Before {
    lines: usize,
    telegrams: usize,
    text: u64,
}

impl<'a> Stream<'a> {
    fn new(file: &'a Arc<File>, mut bytes: Vec<u8>, stretch: usize) -> Self {
        let is_marked = bytes.starts_with(MARK);
        if is_marked {
            bytes.drain(..MARK.len());
        }
        let encoding = is_marked.then_some(Encoding::Utf8);
        Self { file, bytes, encoding, held: String::new(), rows: None, before: Before::default(), stretch }
    }

    fn read(mut self, rest: &mut dyn Read, give: &mut Give) -> bool {
        let refuse = |why: &str| Unreadable::new(&self.file.shown, why);
        let too_long = refuse("no telegram begins within 256 MB; it is left there");
        let too_much = refuse("more than 4 GiB of text; the rest is not read, split it");
        let mut ended = false;
        loop {
            self.hold(ended);
            if !self.give(ended, give) {
                return false;
            }
            if ended {
                return true;
            }
            if self.held.len().max(self.bytes.len()) > LONGEST {
                return give(Err(too_long));
            }
            if self.before.text > u64::from(u32::MAX) {
                return give(Err(too_much));
            }
            ended = match self.read_on(rest) {
                Ok(ended) => ended,
                Err(error) => return give(Err(Unreadable::new(&self.file.shown, error))),
            };
        }
    }

    /// Reads at least as much as is held, so that a long telegram is not searched again and again. Returns whether the
    /// input has ended.
    fn read_on(&mut self, rest: &mut dyn Read) -> io::Result<bool> {
        let wanted = self.stretch.max(self.held.len()).max(self.bytes.len());
        let read = rest.take(wanted as u64).read_to_end(&mut self.bytes)?;
        Ok(read < wanted)
    }

    /// Turns whole lines of the bytes into text.
    fn hold(&mut self, ended: bool) {
        let cut = match ended {
            true => self.bytes.len(),
            false => memchr::memrchr(b'\n', &self.bytes).map_or(0, |at| at.saturating_add(1)),
        };
        let later = self.bytes.split_off(cut);
        let bytes = std::mem::replace(&mut self.bytes, later);
        if self.encoding.is_none() && !bytes.is_ascii() {
            self.encoding = Some(encoding::of_bytes(&bytes));
        }
        // ASCII is the same in every encoding.
        let encoding = self.encoding.unwrap_or(Encoding::Utf8);
        let text = encoding::decode_as(bytes, encoding).text;
        match self.held.is_empty() {
            true => self.held = text,
            false => self.held.push_str(&text),
        }
    }

    /// Gives the telegrams that have ended. Returns whether more are wanted.
    fn give(&mut self, ended: bool, give: &mut Give) -> bool {
        let is_rows = *self.rows.get_or_insert_with(|| csv::is_csv(&self.held));
        let telegrams = if is_rows { Vec::new() } else { cable::telegrams(&self.held) };
        let cut = match (ended, is_rows) {
            (true, _) => self.held.len(),
            (false, true) => end_of_rows(self.held.as_bytes()),
            (false, false) => telegrams.last().map_or(0, |last| last.span.start as usize),
        };
        if cut == 0 {
            return true;
        }
        let later = self.held.split_off(cut);
        let input = Arc::new(std::mem::replace(&mut self.held, later));
        let before = self.before;
        self.before.lines = before.lines.saturating_add(memchr::memchr_iter(b'\n', input.as_bytes()).count());
        let piece = |content, telegrams: usize| Piece {
            file: Arc::clone(self.file),
            input: Arc::clone(&input),
            lines_before: before.lines,
            telegrams_before: before.telegrams.saturating_add(telegrams),
            of: None,
            text_before: u32::try_from(before.text).unwrap_or(u32::MAX),
            content,
        };
        if is_rows {
            let decoded = Arc::new(csv::decode(&input));
            self.before.telegrams = before.telegrams.saturating_add(decoded.rows.len());
            self.before.text = before.text.saturating_add(decoded.text.len() as u64);
            return whole::groups(decoded.rows.iter().map(|row| row.span)).all(|group| {
                let first = group.start;
                give(Ok(piece(Content::Rows(Arc::clone(&decoded), group), first)))
            });
        }
        let decoded = decode::decode(&input).map(Arc::new);
        let found = telegrams.len().saturating_sub(usize::from(!ended));
        let telegrams = match &decoded {
            Some(decoded) => &cable::telegrams(&decoded.text),
            None => telegrams.get(..found).unwrap_or_default(),
        };
        let text = decoded.as_ref().map_or(&*input, |decoded| &decoded.text);
        self.before.telegrams = before.telegrams.saturating_add(telegrams.len());
        self.before.text = before.text.saturating_add(text.len() as u64);
        whole::groups(telegrams.iter().map(|found| found.span)).all(|group| {
            let first = group.start;
            let some = telegrams.get(group).unwrap_or_default().to_vec();
            give(Ok(piece(Content::Telegrams(some, decoded.clone()), first)))
        })
    }
}

/// The end of the last complete row.
fn end_of_rows(bytes: &[u8]) -> usize {
    let mut scanner = csv::Scanner::default();
    let mut end = 0_usize;
    while let Some(len) = bytes.get(end..).and_then(|rest| scanner.row_end(rest)) {
        end = end.saturating_add(len);
    }
    end
}

#[cfg(test)]
mod tests;
