//! A signature that a copy joined to the last sentence.

use super::before::{ends_quotation, ends_section, may_end_text, without_label};
use super::closing::is_closing;
use super::signature::Signature;
use super::signer::{ends_name, is_signer};
use super::surname::{is_surname, opens_sentence};
use crate::body::{above, words_above};
use crate::glossary::{TermKind, is_post, tag_kind, term};
use crate::known::{is_among, is_one_of, last_word};
use crate::prose::Ending;
use crate::redaction::is_redacted;
use crate::row::Row;
use crate::words::has_small;
use std::ops::Range;

/// Last parts of an address on the network.
const ENDINGS: &str = "COM EDU GOV INT MIL NET ORG";

/// A surname behind the full stop of the last sentence.
pub(super) fn glued(text: &str, rows: &[Row], at: usize, signer: Option<&str>) -> Option<Signature> {
    let span = rows.get(at)?.span;
    let line = span.of(text);
    if let Some(name) = joined(line).or_else(|| before_full_stop(line)) {
        return Some(Signature { row: at, span: span.part(name), glued: true });
    }
    let line = line.strip_suffix(" .").unwrap_or(line);
    let is_in_small = |before: &str| has_small(before) || has_small(words_above(text, rows, at));
    let (mut start, mut found) = (line.len(), None);
    for word in line.rsplitn(4, [' ', '\t']).take(3) {
        let behind = start;
        start = start.checked_sub(word.len())?;
        let name = line.get(start..)?;
        let before = line.get(..start)?.trim_end();
        // An initial before the name would stay in the text.
        let is_torn = name.ends_with(" JR.") && last_word(before).len() == 2;
        let first =
            !before.is_empty() && last_word(before) != "ST." && is_surname(name) && !opens_sentence(name) && !is_torn;
        let apart = || {
            may_end_text(before)
                || ends_quotation(before)
                || is_address(before)
                || ends_section(before)
                || is_closing(before) && is_redacted(last_word(before))
                || (is_redacted_address(before) || is_redacted_sentence(before, || begins(text, rows, at)))
                    && is_in_small(before)
                    && is_capital_surname(name)
                    && !is_post(name)
        };
        let is_more = signer.is_some_and(|signer| ends_name(signer, name));
        if first && (is_more || found.is_none() && (is_signer(name, signer) || apart())) {
            found = Some(Signature { row: at, span: span.part(start..line.len()), glued: true });
        }
        if behind == 0 || found.is_some() && !is_more {
            break;
        }
        start = start.saturating_sub(1);
    }
    found
}

/// A surname in capitals that lost the blank behind the last sentence, or behind what was blackened out of it: `the
/// harbour.ROE`, `XXXXXXXXXXXXROE`.
fn joined(line: &str) -> Option<Range<usize>> {
    const SHORTEST_REDACTION: usize = 8;
    let last = last_word(line);
    let behind = last.trim_start_matches('X');
    let name = match last.split_once('.') {
        Some((before, name)) if before.bytes().all(|byte| byte.is_ascii_lowercase()) && !before.is_empty() => name,
        _ if last.len().saturating_sub(behind.len()) >= SHORTEST_REDACTION => behind,
        _ => return None,
    };
    is_capital_surname(name).then(|| line.len().saturating_sub(name.len())..line.len())
}

/// A surname in capitals behind a sentence in small letters, with a full stop of its own: `the harbour. ROE.`
fn before_full_stop(line: &str) -> Option<Range<usize>> {
    let bare = line.strip_suffix('.')?.trim_end_matches('.');
    let (before, name) = bare.rsplit_once(' ')?;
    let is_behind = may_end_text(before) && has_small(last_word(before)) && is_capital_surname(name);
    is_behind.then(|| bare.len().saturating_sub(name.len())..bare.len())
}

/// Whether a whole sentence in front of a name is blackened out, and its full stop with it: behind another sentence, or
/// at the start of a row that begins one, behind its label and mark.
fn is_redacted_sentence(before: &str, begins: impl FnOnce() -> bool) -> bool {
    let (above, sentence) = before.split_at(before.trim_end_matches(['X', ' ']).len());
    let is_behind = || match without_label(above) {
        "" => !above.is_empty() || begins(),
        above => Ending::of(above) == Ending::Stop,
    };
    sentence.contains("XXX") && is_behind()
}

/// Whether a row without a label begins a sentence.
fn begins(text: &str, rows: &[Row], at: usize) -> bool {
    above(rows, at).is_none_or(|row| Ending::of(row.span.of(text)) == Ending::Stop)
}

/// Whether a word is a surname in capitals throughout, and longer than most that are none. Abbreviations of telegrams
/// and the endings of addresses are no surnames.
fn is_capital_surname(word: &str) -> bool {
    word.len() >= 3 && !has_small(word) && is_surname(word) && !is_among(word, ENDINGS) && !is_abbreviation(word)
}

fn is_abbreviation(word: &str) -> bool {
    tag_kind(word).is_some() || term(TermKind::Abbreviation, word, None).is_some()
}

/// Whether a line ends in an address, which a wrap can tear once more.
fn is_address(before: &str) -> bool {
    before.rsplit([' ', '\t']).take(2).any(|word| word.contains("//") || word.contains(".gov") || word.contains('_'))
}

/// Whether an address at the end of a line is blackened out: `email at XXXXXXXXXXXX`.
fn is_redacted_address(before: &str) -> bool {
    const ADDRESSES: [&str; 4] = ["email", "e-mail", "phone", "telephone"];
    let mut words = before.rsplit(' ');
    words.next().is_some_and(is_redacted)
        && words.next().is_some_and(|at| at.eq_ignore_ascii_case("at"))
        && words.next().is_some_and(|kind| is_one_of(kind, &ADDRESSES))
}

#[cfg(test)]
mod tests {
    use crate::{Span, row};

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
        let found = super::glued(text, &rows, 0, Some("Jane Cole Hart")).map(|signature| signature.span.of(text));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn surnames() {
        check("It is done. ROE", Some("ROE"));
        check("It is done. ROE .", Some("ROE"));
        check("It is done. ROE.", Some("ROE"));
        check("It is done. ROE..", Some("ROE"));
        check("It is done.ROE", Some("ROE"));
        check("It is done. Cole Hart", Some("Cole Hart"));
        check("It is done. XXXXXXXXXXXX XXXXXXXXXXXX ROE", Some("ROE"));
        check("(C) XXXXXXXXXXXX, as it is said ROE", None);
        check("12. (C) He said so. XXXXXXXXXXXX XXXXXXXXXXXX ROE", Some("ROE"));
        check("Visit http://tarsis.gov/index. htm Roe", Some("Roe"));
        check("He can be reached by email at xxxxxxxxxxxx ROE", Some("ROE"));
    }

    #[test]
    fn other_words() {
        for text in [
            "It is all about them. Tarsis.",
            "IT IS DONE. REGARDS.",
            "It is done by the U.S.",
            "Write to roe@tarsis.GOV",
            "See www.tarsis.GOV",
            "See tarsis.ORG",
            "It will join the rest. NATO.",
            "It will join the rest.DCM",
            "It was 5.6 per cent. The",
            "IT IS DONE. HOWEVER",
            "IT IS DONE.  HOWEVER",
            "It met XXXXXXXXXXXX.XXXXXXXXXXXX",
            "It met XXXXXXXXXXXX ROE",
            "It is done. XXXXXXXXXXXX Roe",
            "It is done. XXXXXXXXXXXX NATO",
            "IT IS DONE. XXXXXXXXXXXX ROE",
            "12. (C) He named the men (again) XXXXXXXXXXXX ROE",
            "12. (C) The boats came (U) XXXXXXXXXXXX ROE",
            "It is done. XXXXXXXXXXXX LONDON",
            "He gave it by email at XXXXXXXXXXXX Roe",
            "He gave it by email at XXXXXXXXXXXX LONDON",
            "He gave it by email at XXXXXXXXXXXX NATO",
            "HE GAVE IT BY EMAIL AT XXXXXXXXXXXX ROE",
            "He met at XXXXXXXXXXXX ROE",
            "He met him at the quay at XXXXXXXXXXXX ROE",
        ] {
            check(text, None);
        }
    }
}
