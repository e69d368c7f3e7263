//! Reads the subject and its portion mark, which stands in front of it or behind.

use super::cursor::trim;
use crate::Mark;
use crate::mark::portion_mark;
use crate::words::slice;
use std::ops::Range;

/// A subject without its mark, and the mark.
pub(crate) struct Subject {
    pub text: Range<usize>,
    pub mark: Option<(Range<usize>, Mark)>,
}

/// Reads the words behind the label; `None` if there is at most a mark.
pub(crate) fn subject(text: &str) -> Option<Subject> {
    let whole = trim(text, 0..text.len(), char::is_whitespace);
    let in_front = text.get(whole.clone()).and_then(portion_mark);
    let (text_at, mark) = match in_front {
        Some((len, mark)) => {
            let end = whole.start.saturating_add(len);
            (end..whole.end, Some((whole.start..end, mark)))
        }
        None => match behind(text.get(whole.clone()).unwrap_or_default()) {
            Some((at, mark)) => {
                let start = whole.start.saturating_add(at);
                (whole.start..start, Some((start..whole.end, mark)))
            }
            None => (whole, None),
        },
    };
    let subject = trim(text, text_at, char::is_whitespace);
    let subject = behind_dashes(text, subject);
    // A subject with its mark in front can have the same mark behind it, too.
    let again =
        mark.as_ref().and_then(|(_, mark)| behind(slice(text, subject.clone())).filter(|again| is_same(mark, again)));
    let subject = again.map_or(subject.clone(), |(len, _)| {
        trim(text, subject.start..subject.start.saturating_add(len), char::is_whitespace)
    });
    // Some forms print the label, and the drafter wrote it again, with a mark in between.
    let again = text.get(subject.clone()).and_then(|rest| rest.strip_prefix("SUBJECT:"));
    let subject = again.map_or(subject.clone(), |rest| {
        trim(text, subject.end.saturating_sub(rest.len())..subject.end, char::is_whitespace)
    });
    let end = text.get(subject.clone()).and_then(before_notice).map(|len| subject.start.saturating_add(len));
    // Two strokes end a set, whose label can have a colon as in other telegrams.
    let subject = subject.start..end.unwrap_or(subject.end);
    let without_strokes = slice(text, subject.clone()).trim_end_matches("//").trim_end().len();
    let subject = subject.start..subject.start.saturating_add(without_strokes);
    (!subject.is_empty()).then_some(Subject { text: subject, mark })
}

/// A subject without the dashes that set it apart from its label or mark: `- THE QUAY`.
fn behind_dashes(text: &str, subject: Range<usize>) -> Range<usize> {
    let whole = slice(text, subject.clone());
    let behind = whole.trim_start_matches('-');
    let is_apart = behind.len() < whole.len() && behind.starts_with(' ');
    if is_apart {
        trim(text, subject.end.saturating_sub(behind.len())..subject.end, char::is_whitespace)
    } else {
        subject
    }
}

fn is_same(mark: &Mark, (_, again): &(usize, Mark)) -> bool {
    mark.level == again.level && mark.caveats == again.caveats
}

/// The length of a subject in front of the notice of unclassified telegrams that a copy joined to it: `THE HARBOUR
/// SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY.`
fn before_notice(subject: &str) -> Option<usize> {
    const NOTICE: &str = " SENSITIVE BUT UNCLASSIFIED";
    let at = subject.rfind(NOTICE)?;
    let behind = subject.get(at.saturating_add(NOTICE.len())..)?.trim_start();
    (behind.is_empty() || behind.starts_with(['-', '.', ',', ';']))
        .then(|| subject.get(..at).map_or(at, |before| before.trim_end().len()))
}

/// The mark in brackets at the end of a subject, and where it stands: `THE HARBOUR (S/NF)`. Without a blank in front,
/// `(S)` can be a plural, and `(C)` the letter of a list.
fn behind(text: &str) -> Option<(usize, Mark)> {
    let at = text.rfind('(')?;
    let (before, last) = text.split_at_checked(at)?;
    let is_apart = before.ends_with(' ') || !matches!(last, "(S)" | "(s)" | "(C)" | "(c)");
    portion_mark(last).filter(|(len, _)| is_apart && *len == last.len()).map(|(_, mark)| (at, mark))
}

#[cfg(test)]
mod tests {
    use super::subject;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, Option<&str>)>) {
        let found = subject(text);
        let found = found
            .as_ref()
            .map(|found| (&text[found.text.clone()], found.mark.as_ref().map(|(at, _)| &text[at.clone()])));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn subjects() {
        check("THE HARBOUR", Some(("THE HARBOUR", None)));
        check("(S/NF) THE HARBOUR", Some(("THE HARBOUR", Some("(S/NF)"))));
        check("(S/NF). THE HARBOUR", Some(("THE HARBOUR", Some("(S/NF)."))));
        check("(U) THE HARBOUR (U)", Some(("THE HARBOUR", Some("(U)"))));
        check("(U) PAPERS (C)", Some(("PAPERS (C)", Some("(U)"))));
        check("(U) - THE HARBOUR", Some(("THE HARBOUR", Some("(U)"))));
        check("(U): THE HARBOUR", Some(("THE HARBOUR", Some("(U):"))));
        check("-- THE HARBOUR", Some(("THE HARBOUR", None)));
        check("-5 DEGREES", Some(("-5 DEGREES", None)));
        check("THE HARBOUR (S/NF) ", Some(("THE HARBOUR", Some("(S/NF)"))));
        check("the harbour (s)", Some(("the harbour", Some("(s)"))));
        check("(U) THE HARBOUR (C)", Some(("THE HARBOUR (C)", Some("(U)"))));
        check("THE HARBOUR (C-NE9-01257)", Some(("THE HARBOUR (C-NE9-01257)", None)));
        check("HARBOUR(S)", Some(("HARBOUR(S)", None)));
        check("THE HARBOUR(U)", Some(("THE HARBOUR", Some("(U)"))));
        check("(U.S.) VISIT", Some(("(U.S.) VISIT", None)));
        check("(C) SUBJECT: THE HARBOUR", Some(("THE HARBOUR", Some("(C)"))));
        check("THE QUAY SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT.", Some(("THE QUAY", None)));
        check("ON SENSITIVE BUT UNCLASSIFIED PAPERS", Some(("ON SENSITIVE BUT UNCLASSIFIED PAPERS", None)));
        check("THE QUAY//", Some(("THE QUAY", None)));
        check("THE QUAY/", Some(("THE QUAY/", None)));
        check("(C)", None);
        check("", None);
    }
}
