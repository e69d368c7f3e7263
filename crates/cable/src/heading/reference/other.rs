//! References that are not telegrams: reports, messages of other services, papers, talks.

use crate::ReferenceKind;
use crate::envelope::date_time_group;
use crate::heading::cursor::Cursor;
use crate::known::is_among;
use crate::words::{first_is, last_is};

/// The end of an intelligence report's number at `at`: `IIR 4 201 3706 05`, `TD-314/03138-05`, `314/07696-07`.
pub(crate) fn report(text: &str, at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, at);
    if cursor.eat_word("IIR") {
        let start = cursor.at();
        let number = cursor.marks(b"0123456789 -\n").trim_end();
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        return (digits >= 8).then_some(start.saturating_add(number.len()));
    }
    if cursor.eat_word("TDX") || cursor.eat_word("TD") {
        cursor.marks(b"- ");
    }
    let series = cursor.digits();
    let serial = cursor.eat(b'/').then(|| cursor.digits())?;
    let year = cursor.eat(b'-').then(|| cursor.digits())?;
    (series.len() == 3 && serial.len() >= 4 && year.len() == 2).then_some(cursor.at())
}

/// Whether a reference has a date-time group: messages of other services are named by originator and time.
pub(crate) fn names_message(text: &str) -> bool {
    let begins = |byte: u8| byte.is_ascii_digit();
    let mut rest = text.get(text.bytes().position(begins).unwrap_or(text.len())..).unwrap_or_default();
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(|byte| begins(*byte)).count();
        if digits == 6 && (date_time_group::read(rest).is_some() || date_time_group::is_torn(rest)) {
            return true;
        }
        let behind = rest.get(digits..).unwrap_or_default();
        rest = behind.get(behind.bytes().position(begins).unwrap_or(behind.len())..).unwrap_or_default();
    }
    false
}

/// Words in front of the number of a directive or the like.
pub(super) const DOCUMENTS: &str = "DIRECTIVE INSTRUCTION MANUAL ORDER REGULATION REGULATIONS";

/// Whether a reference is only a document's kind and number, with or without its day: `DOD DIRECTIVE 4650.2 DTD 26 JAN
/// 1998`.
pub(crate) fn is_document(text: &str) -> bool {
    /// The most words that name a document, with its number.
    const MOST_WORDS: usize = 4;
    let named = text.split_once(" DTD ").map_or(text, |(named, _)| named).trim();
    named.split(' ').count() <= MOST_WORDS && ends_with_document(named)
}

/// Whether words end with the kind and number of a document, so that another reference can follow: `DOD DIRECTIVE
/// 4650.2`.
pub(crate) fn ends_with_document(text: &str) -> bool {
    let mut words = text.rsplit(' ');
    let is_number = |word: &str| first_is(word, u8::is_ascii_digit) && last_is(word, u8::is_ascii_alphanumeric);
    words.next().is_some_and(is_number) && words.next().is_some_and(|kind| is_among(kind, DOCUMENTS))
}

/// The kind of a reference that names no telegram.
pub(crate) fn kind(text: &str) -> ReferenceKind {
    use ReferenceKind::*;
    let upper = text.to_ascii_uppercase();
    let words = [
        ("HTTP:", Web),
        ("HTTPS:", Web),
        ("WWW.", Web),
        ("E-MAIL", Email),
        ("EMAIL", Email),
        ("E MAIL", Email),
        ("DEPTEL", Cable),
        ("EMBTEL", Cable),
        ("TELCON", Telcon),
        ("TELECON", Telcon),
        ("TELEPHONE", Telcon),
        ("PHONECON", Telcon),
        ("PHONCON", Telcon),
        ("PHONE CALL", Telcon),
        ("MEMO", Memo),
        ("MEMCON", Memo),
        ("MEETING", Meeting),
        ("MTG", Meeting),
        ("IIR ", Report),
        ("REPORT", Report),
        ("TD-", Report),
        ("TDX-", Report),
        ("FBIS", Report),
        ("OSC ", Report),
    ];
    let first = words.iter().filter_map(|(word, kind)| Some((upper.find(word)?, *kind))).min_by_key(|found| found.0);
    let message = || if names_message(text) { Cable } else { Other };
    first.map_or_else(message, |found| found.1)
}
