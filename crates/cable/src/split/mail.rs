//! The header of a mail that a telegram was forwarded in (RFC 5322). Some of its fields have the names of labels.

use crate::envelope::format_line;
use crate::row::{Gap, gap};
use crate::words::{has_small, starts_with_any_case};
use crate::{Span, heading, line};

/// A mail, with the mails inside it, has no more rows than this in front of the telegram.
const MOST_ROWS: usize = 80;

/// What programs put in front of the header of a mail that they forward.
const FORWARDED: [&str; 4] =
    ["-----Original Message", "---------- Forwarded message", "Begin forwarded message", "----- Forwarded"];

/// Fields that no telegram has; an address shows a mail just as well.
const TELLING: [&str; 5] = ["Sent:", "MIME-Version:", "Message-ID:", "Received:", "Return-Path:"];

/// Where the text begins below the last mail header in front of a telegram; `None` if there is no mail header or no
/// telegram.
pub(crate) fn below_header(text: &str, span: Span) -> Option<u32> {
    let mut rows = line::rows(text, span).take(MOST_ROWS).peekable();
    rows.peek().filter(|first| is_field(first.of(text)) || is_forwarded(first.of(text)))?;
    let mut below = None;
    // Whether the row above belongs to a header, and whether anything has shown that the header is a mail's.
    let (mut inside, mut is_mail) = (true, false);
    let mut end = span.start;
    for row in rows {
        let written = row.of(text);
        let apart = Span::new(end, row.start).of(text);
        let indented = apart.ends_with([' ', '\t']);
        inside = match inside && gap(apart) != Gap::Blank {
            true => indented || is_field(written),
            false => written.starts_with("From:"),
        };
        end = row.end;
        if inside {
            is_mail |= written.contains('@') || TELLING.iter().any(|field| starts_with_any_case(written, field));
            below = Some(end);
        } else if is_telegram(written) {
            return below.filter(|_| is_mail);
        }
        inside |= is_forwarded(written);
    }
    None
}

/// Whether a row begins with the name of a field: letters and hyphens in front of a colon.
fn is_field(line: &str) -> bool {
    let name = line.bytes().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'-').count();
    name > 1 && line.as_bytes().get(name) == Some(&b':')
}

fn is_forwarded(line: &str) -> bool {
    FORWARDED.iter().any(|words| line.starts_with(words))
}

/// Whether a row can only be a telegram's.
pub(crate) fn is_telegram(line: &str) -> bool {
    !has_small(line)
        && (format_line(line).is_some_and(|(kind, _)| kind.is_envelope()) || heading::classification(line).is_some())
        || matches!(heading::label(line), Some((heading::Label::ExecutiveOrder | heading::Label::Tags, _)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, expected: bool) {
        let text = format!("{header}\n\nR 161200Z APR 08\nFM AMEMBASSY TARSIS\n");
        let below = below_header(&text, Span::new(0, text.len() as u32));
        assert_eq!(below, expected.then_some(header.len() as u32), "{header}");
    }

    #[test]
    fn headers() {
        check("From: Roe, Jane\nSent: Wednesday, April 16, 2008\nTo: Doe, John\nSubject: FW: The harbour", true);
        check("Return-Path: <roe@tarsis.example>\nX-Mailer: Q\nSubject: The\n harbour", true);
        check("To: doe@lydda.example\nSubject: A\n\nSee below.\n\nFrom: roe@tarsis.example\nSubject: B", true);
        check("-----Original Message-----\nFrom: Roe, Jane\nSent: April 16", true);
    }

    #[test]
    fn no_headers() {
        check("From: AMEMBASSY TARSIS\nTo: SECSTATE WASHDC", false);
        check("SUBJECT: THE HARBOUR", false);
        check("They wrote to roe@tarsis.example.", false);
        let text = "From: roe@tarsis.example\nSubject: The harbour\n\nIt is closed.\n";
        assert_eq!(below_header(text, Span::new(0, text.len() as u32)), None);
    }
}
