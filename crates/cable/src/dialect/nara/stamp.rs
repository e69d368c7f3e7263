//! What the archive laid over a text: release stamps, and the words printed where text was lost.

use crate::interruption::{Interruption, InterruptionKind, begins_line};
use crate::words::{behind_last, first_is, has_small, head, words};
use crate::{Span, line, sort_by_place};
use memchr::memmem;

/// The words of a release stamp that no telegram has.
const RELEASED: &str = "Declassified/Released";

/// The words that follow them, in this order, over as many lines as the copy took.
const AUTHORITY: [&str; 7] = ["US", "Department", "of", "State", "EO", "Systematic", "Review"];

/// They have at most this many bytes, white space included.
const AUTHORITY_BYTES: usize = 160;

/// The words that the archive's system printed where it could not read the text.
const LOST: [&str; 2] = ["ERROR READING TEXT", "EXPAND ERROR ENCOUNTERED"];

/// The word that all of these contain.
const ERROR: &str = "ERROR";

/// The sign for characters that the archive's system did not know.
const REPLACED: &str = "¿¿¿";

/// A name has at most this many words, within this many bytes.
const NAME_WORDS: usize = 4;
const NAME_BYTES: usize = 48;

/// Every release stamp of the text, and every line in which the archive's system says that it could not read the text.
pub(crate) fn stamps(text: &str, span: Span) -> Vec<Interruption> {
    let mut found = releases(text, span);
    found.extend(losses(text, span));
    found
}

/// The places of stamps and lines of the archive's system in a stretch of text.
pub(crate) struct Stamped(Vec<Span>);

impl Stamped {
    /// Looks for them in a stretch.
    pub fn of(text: &str, span: Span) -> Self {
        let mut found: Vec<Span> = stamps(text, span).into_iter().map(|stamp| stamp.span).collect();
        sort_by_place(&mut found, |stamp| [stamp.start, stamp.end, 0]);
        Self(found)
    }

    /// Whether a row of the stretch belongs to one of them.
    pub fn covers(&self, row: Span) -> bool {
        let above = self.0.partition_point(|stamp| stamp.start <= row.start).checked_sub(1);
        above.and_then(|above| self.0.get(above)).is_some_and(|stamp| row.start < stamp.end)
    }
}

/// Every release stamp, with the name of who released it.
fn releases(text: &str, span: Span) -> Vec<Interruption> {
    let mut free = span.start;
    let mut found = Vec::new();
    for at in memmem::find_iter(span.of(text).as_bytes(), RELEASED) {
        let at = span.start.saturating_add(at as u32);
        let start = name_before(Span::new(free, at).of(text)).map_or(at, |len| at.saturating_sub(len as u32));
        let mut end = at.saturating_add(RELEASED.len() as u32);
        let rest = |end| head(Span::new(end, span.end).of(text), AUTHORITY_BYTES);
        end = end.saturating_add(authority(rest(end)) as u32);
        if start == at {
            end = end.saturating_add(name_behind(rest(end)) as u32);
        }
        free = end;
        found.push(Interruption::between(InterruptionKind::Stamp, line::trim(text, Span::new(start, end))));
    }
    found
}

/// The lines printed where text was lost.
fn losses(text: &str, span: Span) -> Vec<Interruption> {
    let whole = span.of(text);
    let mut found = Vec::new();
    for error in memmem::find_iter(whole.as_bytes(), ERROR) {
        let begins = |words: &str| {
            let at = error.checked_sub(words.find(ERROR)?)?;
            (whole.get(at..)?.starts_with(words) && begins_line(whole.get(..at)?)).then_some(at)
        };
        if let Some(at) = LOST.into_iter().find_map(begins) {
            let line = line::first(text, Span::new(span.offset(at), span.end));
            found.push(Interruption::between(InterruptionKind::Lost, line));
        }
    }
    found
}

/// The lines that hold only the sign for characters lost in the archive's conversions; lines below each other are one.
/// Copies of other sets have the sign in their text.
pub(crate) fn replaced(text: &str, span: Span) -> Vec<Interruption> {
    let whole = span.of(text);
    let mut found: Vec<Interruption> = Vec::new();
    for at in memmem::find_iter(whole.as_bytes(), REPLACED) {
        if whole.get(..at).is_some_and(begins_line) {
            let line = line::first(text, Span::new(span.offset(at), span.end));
            if !line.of(text).chars().all(|c| REPLACED.starts_with(c)) {
                continue;
            }
            let is_below = |above: &&mut Interruption| Span::new(above.span.end, line.start).of(text).trim().is_empty();
            match found.last_mut().filter(is_below) {
                Some(above) => above.span = above.span.cover(line),
                None => found.push(Interruption::between(InterruptionKind::Lost, line)),
            }
        }
    }
    found
}

/// The length of what follows a stamp's first words: who released the text, under what authority, and the day.
fn authority(rest: &str) -> usize {
    let mut len: usize = 0;
    for word in AUTHORITY {
        let Some(behind) = rest.get(len..).and_then(|rest| rest.trim_start().strip_prefix(word)) else { break };
        len = rest.len().saturating_sub(behind.len());
    }
    let behind = rest.get(len..).unwrap_or_default();
    len.saturating_add(day(behind).unwrap_or(0))
}

/// The length of `05 JUL 2006` with the blanks in front of it.
fn day(rest: &str) -> Option<usize> {
    let mut parts = words(rest);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |word: &str| word.bytes().take_while(u8::is_ascii_digit).count();
    let month = rest.get(month)?;
    let end = year.start.saturating_add(4);
    let year = rest.get(year)?;
    let is_day = (1..=2).contains(&digits(rest.get(day.clone())?)) && day.len() <= 2;
    let is_month = (3..=9).contains(&month.len()) && month.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_day && is_month && digits(year) == 4).then_some(end)
}

/// The length of the name in front of a stamp, with the white space behind it. The name is on the same line, or by
/// itself on the line above. Telegrams of those years are in capitals; a name is not.
fn name_before(before: &str) -> Option<usize> {
    let name = before.trim_end();
    let mut start = name.len();
    for word in name.rsplit([' ', '\t']).take(NAME_WORDS) {
        let word = behind_last(word, b"\n\r");
        if !is_name_word(word) {
            break;
        }
        start = start.saturating_sub(word.len());
        let above = name.get(..start)?;
        if above.ends_with(['\n', '\r']) || above.is_empty() {
            break;
        }
        start = above.trim_end_matches([' ', '\t']).len();
    }
    let is_apart = name.get(start..)?.trim().contains(' ') && name.len().saturating_sub(start) <= NAME_BYTES;
    let on_line_above = before.get(name.len()..)?.contains(['\n', '\r']);
    (is_apart && (!on_line_above || begins_line(name.get(..start)?))).then_some(before.len().saturating_sub(start))
}

/// The length of the name that follows on the line of the day.
fn name_behind(rest: &str) -> usize {
    let line = rest.get(..memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len())).unwrap_or_default();
    let names = words(line).take(NAME_WORDS).take_while(|word| line.get(word.clone()).is_some_and(is_name_word));
    let ends: Vec<usize> = names.map(|word| word.end).collect();
    if ends.len() > 1 { ends.last().copied().unwrap_or(0) } else { 0 }
}

/// `Margaret`, `P.`, `McRoe`, `Wynter-Vane`
fn is_name_word(word: &str) -> bool {
    let is_initial = word.len() == 2 && word.ends_with('.');
    first_is(word, u8::is_ascii_uppercase)
        && word.bytes().all(|byte| byte.is_ascii_alphabetic() || b".-'".contains(&byte))
        && (is_initial || has_small(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = stamps(text, Span::new(0, text.len() as u32));
        assert_eq!(found.iter().map(|found| found.span.of(text)).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn finds_stamps() {
        let stamp = "Jane P. Roe\nDeclassified/Released\nUS Department of State\nEO Systematic Review\n05 JUL 2006";
        check(&format!("THE END\n\n{stamp}\n\nOF IT"), &[stamp]);
        let line = "Jane P. Roe Declassified/Released US Department of State EO Systematic Review 20 Mar 2014";
        check(&format!("HE SAID {line} THAT IT"), &[line]);
        check(&format!("HE SAID\n{line}\n{line}\nTHAT IT"), &[line, line]);
        let wrapped = "Declassified/Released US Department of State EO Systematic\nReview 30 JUN 2006";
        check(&format!("ALDER\n\n{wrapped}\n"), &[wrapped]);
        let behind = "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014 Jane P. Roe";
        check(&format!("{behind}\nTHAT IT"), &[behind]);
        check("THE END\nDeclassified/Released\nOF IT", &["Declassified/Released"]);
        check("SO\nERROR READING TEXT INDEX 100\nIT", &["ERROR READING TEXT INDEX 100"]);
    }

    #[test]
    fn rows_of_a_stamp() {
        let text = "SO\nJane P. Roe\nDeclassified/Released\nIT";
        let span = Span::new(0, text.len() as u32);
        let stamped = Stamped::of(text, span);
        let covered: Vec<_> = line::rows(text, span).map(|row| stamped.covers(row)).collect();
        assert_eq!(covered, [false, true, true, false]);
    }

    #[test]
    fn finds_replaced_lines() {
        let text = "SO\n¿¿¿¿¿\n ¿¿¿\nIT ¿¿¿\n¿¿¿ IT";
        let found = replaced(text, Span::new(0, text.len() as u32));
        assert_eq!(found.iter().map(|found| found.span.of(text)).collect::<Vec<_>>(), ["¿¿¿¿¿\n ¿¿¿"]);
        assert_eq!(stamps(text, Span::new(0, text.len() as u32)), []);
    }
}
