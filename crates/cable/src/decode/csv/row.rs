//! The columns of a row, and the telegram in it.

use super::Decoded;
use crate::Span;
use crate::telegram_name::TelegramName;
use memchr::{memchr, memchr2};

/// Id, date, reference number, post, classification, references, header, body.
const COLUMNS: usize = 8;

/// What a row says, and where its telegram is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its columns before header and body: id, date (`6/2/2009 11:30`), reference number (`09TARSIS417`), post,
    /// classification, references with `|` between them. Empty if the row does not have eight columns.
    pub says: [String; 6],
    /// The telegram in [`Decoded::text`].
    pub span: Span,
    /// The row in the input.
    pub source: Span,
}

/// The content of a column, without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Column {
    content: Span,
    quoted: bool,
}

/// Whether a record is a row of the dump.
pub(super) fn is_row(input: &str, record: Span) -> bool {
    let columns: Vec<Column> = columns(input, record).take(COLUMNS + 1).collect();
    let [_, date, number, _, _, _, _, _] = columns.as_slice() else { return false };
    let date = date.content.of(input);
    TelegramName::read(number.content.of(input)).is_some()
        && date.starts_with(|c: char| c.is_ascii_digit())
        && date.contains(['/', '-'])
}

/// Whether a record names the columns.
pub(super) fn is_names(input: &str, record: Span) -> bool {
    let is_name = |name: &str| {
        (1..=30).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphabetic() || b"_ -".contains(&byte))
    };
    let columns: Vec<Column> = columns(input, record).take(COLUMNS + 1).collect();
    columns.len() == COLUMNS && columns.iter().all(|column| is_name(column.content.of(input).trim_ascii()))
}

/// Adds a row to what was decoded.
pub(super) fn read(input: &str, record: Span, decoded: &mut Decoded) {
    let start = decoded.text.len() as u32;
    let mut says: [String; 6] = Default::default();
    let columns: Vec<Column> = columns(input, record).take(COLUMNS + 1).collect();
    match columns.as_slice() {
        [first @ .., header, body] if columns.len() == COLUMNS => {
            for (says, column) in says.iter_mut().zip(first) {
                unescaped(input, *column, |piece, _| says.push_str(piece));
            }
            unescaped(input, *header, |piece, source| decoded.put(piece, source));
            if !header.content.is_empty() {
                decoded.put("\n\n", Span::new(header.content.end, body.content.start));
            }
            unescaped(input, *body, |piece, source| decoded.put(piece, source));
        }
        _ => decoded.put(record.of(input), record),
    }
    // An empty telegram would have no place.
    if decoded.text.len() as u32 == start || !decoded.text.ends_with('\n') {
        decoded.put("\n", Span::new(record.end, record.end));
    }
    decoded.rows.push(Row { says, span: Span::new(start, decoded.text.len() as u32), source: record });
}

impl Decoded {
    fn put(&mut self, piece: &str, source: Span) {
        self.text.push_str(piece);
        self.map.push(piece.len(), source);
    }
}

/// The columns of a record, without its line end.
fn columns(input: &str, record: Span) -> impl Iterator<Item = Column> + '_ {
    let text = record.of(input);
    let bytes = text.as_bytes();
    let end = text.trim_end_matches(['\r', '\n']).len();
    let blank = |byte: &u8| b" \t\r\n".contains(byte);
    // Only the first row can have something in front of its columns.
    let mut next = Some(text.len().saturating_sub(text.trim_start_matches('\u{FEFF}').len()));
    let span = move |start: usize, end: usize| {
        let place = |at: usize| record.start.saturating_add(at as u32);
        Span::new(place(start), place(end.max(start)))
    };
    std::iter::from_fn(move || {
        let at = next.take()?;
        let rest = bytes.get(at..end)?;
        let blanks = rest.iter().take_while(|byte| blank(byte)).count();
        let start = at.saturating_add(blanks);
        let (content, behind) = if bytes.get(start) == Some(&b'"') {
            let inside = start.saturating_add(1);
            let close = closing_quote(bytes.get(..end)?, inside);
            (Column { content: span(inside, close), quoted: true }, close.saturating_add(1))
        } else {
            let comma = memchr(b',', bytes.get(start..end)?).map_or(end, |len| start.saturating_add(len));
            (Column { content: span(start, comma), quoted: false }, comma)
        };
        let rest = bytes.get(behind..end).unwrap_or_default();
        next = memchr(b',', rest).map(|comma| behind.saturating_add(comma).saturating_add(1));
        Some(content)
    })
}

/// The place of the quote that closes the content beginning at `from`; the end if there is none.
fn closing_quote(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) {
        let found = at.saturating_add(found);
        let is_pair = bytes.get(found) == Some(&b'\\') || bytes.get(found.saturating_add(1)) == Some(&b'"');
        if !is_pair {
            return found;
        }
        at = found.saturating_add(2);
    }
    bytes.len()
}

/// Gives the content of a column in pieces: stretches as they stand, and the character behind each escape.
fn unescaped(input: &str, column: Column, mut give: impl FnMut(&str, Span)) {
    let Span { start: mut at, end } = column.content;
    while at < end {
        let rest = Span::new(at, end);
        let special = match column.quoted {
            true => memchr2(b'\\', b'"', rest.of(input).as_bytes()),
            false => None,
        };
        let copied = Span::new(at, special.map_or(end, |len| at.saturating_add(len as u32)));
        if !copied.is_empty() {
            give(copied.of(input), copied);
        }
        let escape = copied.end;
        let behind = escape.saturating_add(1);
        let Some(character) = Span::new(behind, end).of(input).chars().next() else {
            // An escape with nothing behind it stands for itself.
            let last = Span::new(escape, end);
            if !last.is_empty() {
                give(last.of(input), last);
            }
            return;
        };
        at = behind.saturating_add(character.len_utf8() as u32);
        give(Span::new(behind, at).of(input), Span::new(escape, at));
    }
}
