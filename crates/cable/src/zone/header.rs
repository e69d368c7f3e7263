//! The rows in front of the text: how far they reach, and how fields joined on one row come apart.

use super::heading::is_quotation;
use super::inside::inside;
use super::line::Line;
use crate::envelope::{FormatLine, format_line, is_partial_extract};
use crate::heading::passing::names_author;
use crate::heading::{self, Label};
use crate::known::holds_one_of;
use crate::row::{Gap, Row};
use crate::words::{has_small, last_is, slice};
use crate::{Span, body};

/// How many rows behind the last labelled field a further one still belongs to the same header.
const HEADER_REACH: usize = 15;

/// A text without a labelled field in this many rows has no header: address lists run over some two hundred.
const LONGEST_ENVELOPE: usize = 400;

/// The most rows of an ordinary header.
const LONGEST_HEADER: usize = 64;

/// Where envelope and heading end at the latest, as indices of rows.
pub(super) struct Reach {
    pub envelope: usize,
    pub heading: usize,
}

/// Returns how far envelope and heading reach, and the rows read to find out.
pub(super) fn reach<'a>(text: &'a str, rows: &[Row]) -> (Reach, Vec<Line<'a>>) {
    let mut reach = Reach { envelope: 0, heading: 0 };
    let mut is_envelope = false;
    let mut lines = Vec::with_capacity(rows.len().min(LONGEST_HEADER));
    let mut in_subject = false;
    // Once the rows above are not a copy's, more rows do not change that.
    let mut may_be_copy = true;
    // Information addressees that stand below the classification line belong to the heading.
    let mut is_classified = false;
    for (index, row) in rows.iter().enumerate() {
        let line = Line::new(text, *row);
        let below = || rows.get(index.saturating_add(1)).map_or("", |below| below.span.of(text));
        let begins = || body::begins(line.text) && !(in_subject && goes_on_with_subject(line.text, row.gap, below()));
        let mut is_behind = false;
        // `PLEASE PASS` / `TO EUR`
        let is_passed = || {
            let above = lines.last().filter(|_| row.gap == Gap::Line);
            above.is_some_and(|above: &Line| above.text.ends_with(" PASS"))
        };
        // Labels that a copy printed above the first line of a transmission, or of an extract, are not part of the
        // heading.
        let is_extract = is_partial_extract(line.text);
        if reach.heading > 0
            && reach.envelope == 0
            && may_be_copy
            && (is_extract || begins_transmission(&line, below()))
        {
            may_be_copy = are_of_copy(&lines);
            reach.heading = if may_be_copy { 0 } else { reach.heading };
        }
        if reach.heading == 0
            && let Some((kind, _)) = line.format_line()
            && !(matches!(kind, FormatLine::Info | FormatLine::Exempt) && is_classified)
            && !(kind == FormatLine::To && is_passed())
            && !(kind == FormatLine::From && is_classified && names_author(line.text))
        {
            is_envelope |= kind.is_envelope() || index == 0 && begins_with_addressees(kind, line.text);
            if is_envelope {
                reach.envelope = index.saturating_add(1);
            }
        } else if reach.heading == 0 && is_extract {
            // Everything above the sentence was added by the copy.
            reach.envelope = index.saturating_add(1);
        } else if line.label().is_some() || is_joined_heading(&line, reach.heading > 0) {
            reach.heading = index.saturating_add(1);
        } else {
            is_behind = reach.heading == 0 && index > LONGEST_ENVELOPE
                || reach.heading > 0 && (index > reach.heading.saturating_add(HEADER_REACH) || begins());
        }
        // A row of the envelope resets this.
        is_classified = (1..=index).contains(&reach.envelope) && (is_classified || line.names_telegram());
        in_subject = match line.label() {
            Some((label, _)) => label == Label::Subject,
            None => in_subject && row.gap == Gap::Line,
        };
        lines.push(line);
        if is_behind {
            break;
        }
    }
    (reach, lines)
}

/// Whether a row is the first line of a transmission, with its serial, or the routing line above the originator's.
fn begins_transmission(line: &Line, below: &str) -> bool {
    match line.format_line() {
        Some((FormatLine::Start, _)) => !line.text.contains(' ') && last_is(line.text, u8::is_ascii_digit),
        Some((FormatLine::Routing, _)) => matches!(format_line(below), Some((FormatLine::Originator, _))),
        _ => false,
    }
}

/// Whether the rows above a transmission were printed by the copy. A telegram that quotes the transmission would have
/// an order, post and number, references, words that introduce it, or a sentence below its fields.
fn are_of_copy(above: &[Line]) -> bool {
    /// The most words of a label; more in front of a colon introduce something.
    const LONGEST_LABEL: usize = 3;
    let is_field = |line: &Line| matches!(line.label(), Some((Label::ExecutiveOrder | Label::References, _)));
    let is_sentence = |line: &&Line| line.label().is_none() && line.text.ends_with('.') && line.text.contains(' ');
    let mut behind = above.iter().skip_while(|line| line.label().is_none());
    let introduces = |line: &str| line.ends_with(':') && line.split(' ').nth(LONGEST_LABEL).is_some();
    let quotes = |line: &str| is_quotation(line) || introduces(line);
    !above.iter().any(|line| is_field(line) || line.names_telegram() || quotes(line.text))
        && !behind.any(|line| is_sentence(&line))
}

/// Whether a row holds a heading that a copy joined on one line: executive order and TAGS, whatever stands in front.
/// Below a heading it repeats that one, and must begin with the classification line.
fn is_joined_heading(line: &Line, is_again: bool) -> bool {
    holds_one_of(line.text, &["TAGS:", "tags:"])
        && holds_one_of(line.text, &["E.O. 1", "E.O.1", "e.o. 1", "e.o.1"])
        && (!is_again || line.names_telegram() || is_behind_archive_date(line.text))
}

/// Whether a classification line stands behind the date and hour that the archive's table has in front of it.
fn is_behind_archive_date(line: &str) -> bool {
    let is_behind = |at: usize| line.get(..at).is_some_and(|date| is_archive_date(date.trim_end()));
    line.starts_with(|c: char| c.is_ascii_digit())
        && heading::joined_classification(line)
            .is_some_and(|at| is_behind(at) && heading::names_telegram(slice(line, at..)))
}

/// Whether a row is a date and hour of the archive's table: `4/1/2009 14:50`.
pub(super) fn is_archive_date(row: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'/' | b':' | b' ');
    row.bytes().all(is_part) && row.split_once(' ').is_some_and(|(day, hour)| day.contains('/') && hour.contains(':'))
}

/// Whether a row directly below the subject goes on with it, although a text can begin like that: `SUMMARY OF TALKS`. A
/// title has a rule `below` it, or only the one word; the opening of a summary has a mark behind that.
pub(super) fn goes_on_with_subject(line: &str, gap: Gap, below: &str) -> bool {
    let mut words = line.split_whitespace();
    let is_summary = words.next().is_some_and(|word| word.eq_ignore_ascii_case("SUMMARY"));
    let is_more = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_alphabetic())
            && !["AND", "CONTINUED"].contains(&word.to_ascii_uppercase().as_str())
    };
    gap == Gap::Line && is_summary && words.next().is_some_and(is_more) && !body::is_rule(below)
}

/// Whether a copy that has lost its first rows begins with its addressees: words of a text are seldom all in capitals.
fn begins_with_addressees(kind: FormatLine, line: &str) -> bool {
    kind != FormatLine::Separator && !has_small(line)
}

/// Splits the `lines` at the start of `rows`, as far as heading or envelope reach, so that each field that a converter
/// joined to another begins a line. Returns them and the rows behind them.
pub(super) fn labels_apart<'a, 'r>(
    text: &'a str,
    mut lines: Vec<Line<'a>>,
    rows: &'r [Row],
    reach: &Reach,
) -> (Vec<Line<'a>>, &'r [Row]) {
    /// The most rows of codes and subjects.
    const MOST_ROWS: usize = 4;
    /// The most pieces of a whole header on one row: captions, instructions and fields, each only once.
    const MOST_PIECES: usize = 32;
    // A list of references can go on behind the last row with a label.
    let header = reach.heading;
    let lettered = rows.iter().skip(header).take_while(|row| heading::is_lettered(row.span.of(text))).count();
    let header = header.saturating_add(lettered);
    let (_, unread) = rows.split_at(lines.len().min(rows.len()));
    let (more, unread) =
        unread.split_at(header.saturating_add(MOST_ROWS).saturating_sub(lines.len()).min(unread.len()));
    lines.extend(more.iter().map(|row| Line::new(text, *row)));
    let mut apart = Vec::with_capacity(lines.len().saturating_add(MOST_ROWS));
    let mut field = None;
    let mut rest = lines.into_iter();
    for (index, mut line) in rest.by_ref().enumerate() {
        // The last field can go on behind the last row that begins with a label, and contain a further one.
        let goes_on =
            matches!(field, Some(Label::Tags | Label::Subject | Label::ClassifiedBy)) && line.row.gap == Gap::Line;
        if index >= header && !(goes_on && index < header.saturating_add(MOST_ROWS)) {
            apart.push(line);
            break;
        }
        // Above the last line of the envelope there are no fields.
        if index.saturating_add(1) < reach.envelope {
            apart.push(line);
            continue;
        }
        for piece in 0..MOST_PIECES {
            // Rows of a lettered list belong to the references above them. Other fields can go on over several rows.
            field = line.label().map(|(label, _)| label).or(field.filter(|field| match field {
                Label::References => piece > 0 || heading::is_lettered(line.text),
                Label::ExecutiveOrder | Label::Tags | Label::Subject => line.row.gap == Gap::Line,
                // Text can stand behind the reasons; nothing behind that belongs to the field.
                Label::ClassifiedBy => piece == 0 && line.row.gap == Gap::Line,
            }));
            let next = field.and_then(|field| inside(field, line.text));
            // If a further label stands below, an unlabelled row below who classified is not part of that field.
            let is_over = field == Some(Label::ClassifiedBy) && index < header && line.label().is_none();
            let again = || heading::unlabelled(line.text).filter(|_| field.is_none() || is_over);
            let Some(next) = next.or_else(again) else { break };
            let Row { span, gap } = line.row;
            let cut = span.offset(next);
            apart.push(Line::new(text, Row { span: crate::line::trim(text, Span::new(span.start, cut)), gap }));
            line = Line::new(text, Row { span: Span::new(cut, span.end), gap: Gap::Line });
            // Text that was joined to a field contains no field.
            if body::is_paragraph(line.text) || heading::is_marked_sentence(line.text) {
                break;
            }
        }
        apart.push(line);
    }
    apart.extend(rest);
    (apart, unread)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row::rows;

    #[track_caller]
    fn check(text: &str, envelope: usize, heading: usize) {
        let rows = rows(text, Span::new(0, text.len() as u32), &[]);
        let (reach, _) = reach(text, &rows);
        assert_eq!((reach.envelope, reach.heading), (envelope, heading), "{text}");
    }

    #[test]
    fn text_behind_a_field() {
        let check = |fields: &[&str], behind: &str| {
            let text = [&fields.join(" "), " ", behind].concat();
            let rows = rows(&text, Span::new(0, text.len() as u32), &[]);
            let (reach, lines) = reach(&text, &rows);
            let (apart, _) = labels_apart(&text, lines, &rows, &reach);
            let apart: Vec<_> = apart.iter().map(|line| line.text).collect();
            assert_eq!(apart, [fields, &[behind]].concat());
            let cable = crate::parse(&format!("UNCLAS TARSIS 000417\n{text}"));
            assert_eq!(cable.references.len() + 1, fields.len(), "{text}");
        };
        let marked = "1. (U) TARSIS 13 1. (U) TARSIS 14 1. (U) They hold.";
        check(&["SUBJECT: ROPES", "REF: TARSIS 12"], marked);
        let unmarked = format!("1. {}2. They last. REF: TARSIS 13", "They hold. ".repeat(32));
        check(&["SUBJECT: ROPES", "REF: TARSIS 12"], &unmarked);
        check(&["SUBJECT: ROPES"], &unmarked);
    }

    #[test]
    fn rows_of_many_pieces() {
        let text = format!("{}\nSUBJECT: ROPES", "SIPDIS ".repeat(100));
        let rows = rows(&text, Span::new(0, text.len() as u32), &[]);
        let (reach, lines) = reach(&text, &rows);
        assert_eq!(labels_apart(&text, lines, &rows, &reach).0.len(), 34);
    }

    #[test]
    fn envelopes() {
        check("FM AMEMBASSY TARSIS\nTO AMCONSUL LYDDA\n\nSUBJECT: ROPES\n", 2, 3);
        check("TO AMCONSUL LYDDA\nINFO AMEMBASSY TARSIS\n\nSUBJECT: ROPES\n", 2, 3);
        check("SUBJECT: ROPES\nSUMMARY OF TALKS\nREF: TARSIS 12\n", 0, 3);
        check("SUBJECT: ROPES\nSUMMARY\nREF: TARSIS 12\n", 0, 1);
        check("SUBJECT: ROPES\nSUMMARY: THEY HOLD.\nREF: TARSIS 12\n", 0, 1);
        check("SUBJECT: ROPES\nSUMMARY OF TALKS\n----------------\nREF: TARSIS 12\n", 0, 1);
        check("SUBJECT: ROPES\n\nSUMMARY OF TALKS\nREF: TARSIS 12\n", 0, 1);
        let sent = "FM AMEMBASSY TARSIS\nTO AMCONSUL LYDDA\n\nUNCLAS TARSIS 000417\n\n";
        check(&format!("{sent}EMMAUS PLEASE PASS\nTO LYDDA\n\nSUBJECT: ROPES\n"), 2, 6);
        let passed = "STATE FOR EUR/CB\nINFO NEA/QY, S/P,\nS/CT\n\nSUBJECT: ROPES\n";
        check(&format!("{sent}{passed}"), 2, 7);
        check(&format!("{sent}STATE FOR EUR/CB\n\nINFO AMEMBASSY LYDDA\n\nSUBJECT: ROPES\n"), 2, 6);
        check(&format!("{sent}STATE FOR EUR/CB\nINFO AMEMBASSY LYDDA\n\nSUBJECT: ROPES\n"), 2, 6);
        check(&format!("{sent}STATE FOR EUR/CB\nINFO CIA WASHDC\n\nSUBJECT: ROPES\n"), 2, 6);
        check(&format!("{sent}FM AMBASSADOR ROE\n\nSUBJECT: ROPES\n"), 2, 5);
        check("FM THE AMBASSADOR\n\nUNCLAS TARSIS 000417\n\nSUBJECT: ROPES\n", 1, 3);
        check("FM AMEMBASSY TARSIS\nTO AMCONSUL FOR ALDER\nINFO AMEMBASSY LYDDA\n\nSUBJECT: ROPES\n", 3, 4);
        let (start, routed) = ("VZCZCXYZ0009", "RR RUEHXX\n\nDE RUEHYY #0417 1531130");
        let below = "UNCLAS TARSIS 0417\n\nTAGS: EWWT\n";
        check(&format!("UNCLASSIFIED\nTags:  EWWT\n{start}\n{below}"), 3, 5);
        check(&format!("Subject: ROPES\nTags:  EWWT\n{routed}\n{below}"), 4, 6);
        check(&format!("Tags:  EWWT\nThis record is a partial extract of the original cable.\n{below}"), 2, 4);
        check(&format!("{below}{start}\n"), 0, 2);
        check(&format!("E.O. 12958: N/A\nTAGS: EWWT\n{start}\n"), 0, 2);
        check(&format!("TAGS: EWWT\nSUBJECT: ROPES\n\nThe earlier telegram is sent again.\n{start}\n"), 0, 2);
        check(&format!("UNCLAS\nTAGS: EWWT\nREF: TARSIS 138\nTEXT IS BELOW\n{start}\n"), 0, 3);
        check(&format!("TAGS: EWWT\nSUBJECT: ROPES\nQUOTE:\n{routed}\n"), 0, 2);
        check(&format!("TAGS: EWWT\nSUBJECT: ROPES\n\nFOLLOWING IS ITS TEXT:\n{start}\n"), 0, 2);
        check(&format!("Tags: EWWT\nText of cable:\n{start}\n{below}"), 3, 5);
        check(&format!("TAGS: EWWT\nSUBJECT: ROPES\n{start} HAS NO ORIGINATOR\n"), 0, 2);
        check("TAGS: EWWT\nSUBJECT: ROPES\nRR RUEHXX HAS THEM\n", 0, 2);
        check("BT\nTO BE READ\n\nSUBJECT: ROPES\n", 0, 3);
        check("TO all posts\nINFO AMEMBASSY TARSIS\n\nSUBJECT: ROPES\n", 0, 3);
    }
}
