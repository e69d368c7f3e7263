//! The end of the text: who signed, and what stands behind.

use super::before::{closes_section, ends_quotation, may_end_text, without_label};
use super::closing::{MOST_CLOSING_ROWS, before_closing, goes_on, is_closing};
use super::glued::glued;
use super::message_end::{is_end_of_message, is_last_line, is_level_foot};
use super::signer::{PARTICLES, is_signer, last_word};
use super::surname::{is_last_word, is_small_surname, is_surname, without_capacity};
use crate::Span;
use crate::body::{above, words_above};
use crate::redaction::is_redacted;
use crate::row::{Gap, Row};
use crate::words::{has_small, words};

/// How the text ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ending {
    /// How many rows are text; those behind are closing rows, signature and end of message.
    pub text: usize,
    /// The signature.
    pub signature: Option<Signature>,
}

/// A signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signature {
    /// Index of its row.
    pub row: usize,
    /// Its bytes.
    pub span: Span,
    /// Whether it stood at the end of the last sentence (229 of 1,171 measured signatures) or on a line of its own.
    pub glued: bool,
}

/// Finds the end. `signer` is the name of the officer who classified the telegram, who often signed it as well.
pub(crate) fn ending(text: &str, rows: &[Row], signer: Option<&str>) -> Ending {
    let end = unsigned(text, rows).text;
    let mut at = end;
    for _ in 0..MOST_CLOSING_ROWS {
        let Some(row) = at.checked_sub(1) else { break };
        if let Some(signature) = own_line(text, rows, row, signer) {
            let signature = with_first_signer(text, rows, signature);
            return Ending { text: before_closing(text, rows, signature.row), signature: Some(signature) };
        }
        let closes = rows
            .get(row)
            .map(|row| row.span.of(text))
            .is_some_and(|line| is_closing(line) || goes_on(line) || is_level_foot(line));
        // An invitation names no one, and can stand behind the signature.
        if (at == end || !closes)
            && let Some(signature) = glued(text, rows, row, signer)
        {
            return Ending { text: before_closing(text, rows, at), signature: Some(signature) };
        }
        if !closes {
            break;
        }
        at = row;
    }
    match below_signer(text, rows, end, signer) {
        Some(signature) => Ending { text: before_closing(text, rows, signature.row), signature: Some(signature) },
        None => Ending { text: before_closing(text, rows, end), signature: None },
    }
}

/// Extends a signature to the row above it, if another officer signed there.
fn with_first_signer(text: &str, rows: &[Row], signature: Signature) -> Signature {
    let first = signature.row.checked_sub(1).filter(|_| !signature.glued && is_below_signer(text, rows, signature.row));
    let above = first.and_then(|row| Some((row, rows.get(row)?)));
    above.map_or(signature, |(row, above)| Signature { row, span: above.span.cover(signature.span), ..signature })
}

/// Whether the row at `at` and the one above it are a surname in capitals each, apart from the text.
fn is_below_signer(text: &str, rows: &[Row], at: usize) -> bool {
    let is_name = |row: &Row| {
        let line = row.span.of(text);
        is_surname(line) && !line.contains(' ') && !has_small(line)
    };
    let pair = rows.get(at).zip(above(rows, at));
    pair.is_some_and(|(row, above)| row.gap == Gap::Line && above.gap == Gap::Blank && is_name(row) && is_name(&above))
}

/// The name of the officer who classified a telegram, in capitals and apart from the text, is a signature whatever
/// somebody noted below it.
fn below_signer(text: &str, rows: &[Row], end: usize, signer: Option<&str>) -> Option<Signature> {
    let name = signer.and_then(last_word)?.to_ascii_uppercase();
    let nearest = end.saturating_sub(MOST_CLOSING_ROWS);
    let is_signed = |row: &usize| rows.get(*row).is_some_and(|row| row.gap == Gap::Blank && row.span.of(text) == name);
    own_line(text, rows, (nearest..end).rfind(is_signed)?, signer)
}

/// The end of a text without a signature: only the end of message is behind it.
pub(crate) fn unsigned(text: &str, rows: &[Row]) -> Ending {
    // What stands behind format line 16 comes from whoever printed the copy.
    let nearest = rows.len().saturating_sub(MOST_CLOSING_ROWS);
    let ends = |row: &Row| is_last_line(row.span.of(text));
    let sent = rows.iter().skip(nearest).position(ends).map_or(rows.len(), |at| nearest.saturating_add(at));
    let rows = rows.get(..sent).unwrap_or_default();
    let last = rows.iter().rposition(|row| !is_end_of_message(row.span.of(text)));
    Ending { text: last.map_or(0, |last| last.saturating_add(1)), signature: None }
}

/// A signature on a row of its own: a surname and nothing else.
fn own_line(text: &str, rows: &[Row], at: usize, signer: Option<&str>) -> Option<Signature> {
    // A copy can have the row twice.
    let is_twice = rows.get(at)?.span.of(text) == words_above(text, rows, at);
    let at = at.checked_sub(usize::from(is_twice))?;
    let row = rows.get(at)?;
    let (span, _) = row.span.split_at(without_capacity(row.span.of(text)).len());
    let above = words_above(text, rows, at);
    // In a list of offices, the entry above ends like that, too.
    let is_listed = span.len() < row.span.len() && without_capacity(above).len() < above.len();
    let span = if is_listed { row.span } else { span };
    let line = span.of(text);
    let signature = Signature { row: at, span, glued: false };
    // `MINIMIZE CONSIDERED` is two words in capitals, and no name.
    if is_closing(line) {
        return None;
    }
    // `ROE##`, `ROE.`, `ROE--` and `ROE .` are set apart as a signature is.
    let bare = line.trim_end_matches(['#', '.', '-', ' ']);
    // Two words below a finished sentence are a surname too if the first is a particle, `VAN ROE##`. A town can have
    // one as well, `LA PAZ.`, so the `#` or a known signer has to show it.
    let is_marked = line.contains('#') || is_signer(bare, signer);
    let is_one_name =
        |first: &str| is_marked && PARTICLES.contains(&first) && may_end_text(words_above(text, rows, at));
    if bare.len() < line.len()
        && row.gap != Gap::Line
        && is_surname(bare)
        && bare.split_once(' ').is_none_or(|(first, _)| is_one_name(first))
    {
        return Some(Signature { span: span.split_at(bare.len()).0, ..signature });
    }
    if let Some(signature) = behind_closing_words(rows, at, line) {
        return Some(signature);
    }
    if !is_surname(line) && !is_small_surname(line) {
        return None;
    }
    if is_signer(line, signer) {
        return Some(signature);
    }
    let upper = !has_small(line);
    let above_upper = !has_small(above);
    // The last word of the text on a line of its own looks like a surname too, in a text of capitals and in mixed case.
    let apart = row.gap != Gap::Line
        || may_end_text(above)
        || is_closing(above)
        || goes_on(above)
        || ends_quotation(above)
        || is_redacted(without_label(above))
        || closes_section(above)
        || is_below_signer(text, rows, at);
    (apart || upper && !above_upper).then_some(signature)
}

/// `END TEXT ROE`: a surname behind closing words without a full stop.
fn behind_closing_words(rows: &[Row], at: usize, line: &str) -> Option<Signature> {
    let mut words = words(line);
    let end =
        words.next().filter(|word| line.get(word.clone()).is_some_and(|word| word.eq_ignore_ascii_case("END")))?;
    let named = words.next()?;
    let name = words.next()?;
    let closes = line.get(end.start..named.end).is_some_and(is_last_word);
    let span = rows.get(at)?.span;
    let (_, signed) = span.split_at(name.start);
    let surname = line.get(name.start..).is_some_and(is_surname);
    (closes && surname).then_some(Signature { row: at, span: signed, glued: true })
}

#[cfg(test)]
mod tests;
