//! Where one telegram ends and the next begins in a text that holds several.

use crate::envelope::{FormatLine, date_time_group, format_line, transmission};
use crate::{DateTime, Span, line};
use memchr::memmem;

/// How many rows of an envelope are read for its identity: routing can take a dozen.
const IDENTITY_ROWS: usize = 40;

/// What tells a telegram from another. The header of a telegram can stand twice in a copy, and each of its sections
/// can have its own: they have these in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Identity {
    originator: Option<String>,
    serial: Option<u32>,
    date: Option<DateTime>,
}

/// The telegrams of `text`, as spans that tile it. A new one begins with each start of transmission whose originator,
/// serial or date-time group is another than the last.
pub(crate) fn telegrams(text: &str, whole: Span) -> Vec<Span> {
    let mut spans = Vec::with_capacity(1);
    let mut start = whole.start;
    let mut last: Option<Identity> = None;
    for at in memmem::find_iter(whole.of(text).as_bytes(), "VZCZC") {
        let at = whole.start + at as u32;
        if !begins_line(text, at) {
            continue;
        }
        let Some(identity) = identity(text, Span::new(at, whole.end)) else { continue };
        if last.as_ref().is_some_and(|last| *last != identity) {
            spans.push(Span::new(start, at));
            start = at;
        }
        last = Some(identity);
    }
    spans.push(Span::new(start, whole.end));
    spans
}

fn begins_line(text: &str, at: u32) -> bool {
    matches!(at.checked_sub(1).and_then(|above| text.as_bytes().get(above as usize)), None | Some(b'\n' | b'\r'))
}

/// `None` where no envelope follows that has an originator line and a date-time group.
fn identity(text: &str, rest: Span) -> Option<Identity> {
    let mut identity = Identity::default();
    for row in line::rows(text, rest).take(IDENTITY_ROWS) {
        let line = row.of(text);
        match format_line(line) {
            Some((FormatLine::Originator, _)) if identity.originator.is_none() => {
                let read = transmission::originator(line);
                identity.originator = read.routing.and_then(|routing| line.get(routing)).map(str::to_owned);
                identity.serial = read.serial.map(|(serial, _)| serial);
            }
            Some((FormatLine::DateTimeGroup, _)) => {
                identity.date = date_time_group::read(line)?.date.0;
                return identity.originator.is_some().then_some(identity);
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, starts: &[u32]) {
        let spans = telegrams(text, Span::new(0, text.len() as u32));
        assert_eq!(spans.iter().map(|span| span.start).collect::<Vec<_>>(), starts, "{text}");
        assert_eq!(spans.iter().map(|span| span.of(text)).collect::<String>(), text);
    }

    #[test]
    fn telegrams_and_sections() {
        let head =
            |serial: &str| format!("VZCZCXRO0001\nRR RUEHXX\nDE RUEHXY #{serial} 0060700\nR 060700Z JAN 09\n\ntext\n");
        check("", &[0]);
        check(&head("0001"), &[0]);
        check(&[head("0001"), head("0002")].concat(), &[0, head("0001").len() as u32]);
        check(&[head("0001/01"), head("0001/02")].concat(), &[0]);
        check(&format!("note\n{}", head("0001")), &[0]);
        check(&format!("{}VZCZC is how it begins\n", head("0001")), &[0]);
    }
}
