//! The head of a telegram: what stands in front of its `FM` line, in every form that copies have.

use super::identity::Identity;
use super::record;
use crate::envelope::distribution::{is_clearance, is_total};
use crate::envelope::{
    FormatLine, date_time_group, format_line, is_counter, is_distribution, is_partial_extract, transmission,
};
use crate::interruption::{page_numbers, without_print_number};
use crate::words::{is_number, last_is, starts_with_any_case, words};
use crate::{Span, body, heading, line, wrap};

/// Where a telegram begins, and which one it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head<'a> {
    pub start: u32,
    pub identity: Identity<'a>,
    /// The section behind the station serial number.
    pub section: Option<u32>,
    /// Columns of an export in front of the head's first row.
    pub columns: Option<Span>,
}

impl Head<'_> {
    /// The head, extended by the row above it if the whole telegram begins with the same `first` row: what a copy puts
    /// in front of one header it also puts in front of the next.
    pub fn with_opening(mut self, text: &str, first: Option<Span>, floor: u32) -> Self {
        /// What copies put there is no longer than this; it is compared at each header.
        const LONGEST: u32 = 400;
        let first = first.filter(|first| first.len() <= LONGEST);
        let mut above = line::rows_above(text, Span::new(floor, self.start));
        if let Some((first, above)) = first.zip(above.next())
            && first.start < above.start
            && belongs(above.of(text)).is_none()
            && first.of(text).split_whitespace().eq(above.of(text).split_whitespace())
        {
            self.start = above.start;
        }
        self
    }

    /// Whether the page lines of a head, down to its `FM` line, give the same number as those above it.
    pub fn is_of_print(&self, text: &str, start: u32, from: Span) -> bool {
        let above = page_numbers(text, Span::new(start, self.start)).last();
        above.is_some() && page_numbers(text, Span::new(self.start, from.end)).next() == above
    }
}

/// How a row can belong to a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Belongs {
    /// It can stand nowhere else.
    Surely,
    /// A classification at the top of a page.
    Banner,
    /// Only if a row above belongs too: it could also be the end of the text before.
    Perhaps,
}

/// At most this many rows stand between two that surely belong: clearances, wrapped routing.
const LONGEST_GAP: usize = 40;

/// The first message set stands at most this many rows behind a classification line.
const REACH: usize = 12;

/// The head above the `FM` line `from`, down to `floor`. `None` if neither an originator line nor a date-time group is
/// there, or if words above say that the telegram is quoted.
pub(super) fn of_envelope(text: &str, floor: u32, from: Span) -> Option<Head<'_>> {
    let mut identity = Identity::default();
    identity.from(from.of(text));
    known(text, climb(text, floor, from, identity))
}

/// The head that begins with the label `MRN:`, and the banner above it.
pub(super) fn of_labels(text: &str, floor: u32, label: Span) -> Option<Head<'_>> {
    let mut identity = Identity::default();
    identity.reference_number(label.of(text).split_once(':')?.1);
    known(text, climb(text, floor, label, identity))
}

/// The head above the classification line of a section, and whether words above say that it is quoted. In some copies
/// this is the whole envelope, joined on one row.
pub(super) fn of_section(text: &str, floor: u32, classification: Span) -> (Head<'_>, bool) {
    let (head, above) = climb(text, floor, classification, Identity::default());
    (head, is_quoted(text, above))
}

/// A head that says which telegram it is, and is not quoted by the row above it.
fn known<'a>(text: &'a str, (head, above): (Head<'a>, Option<Span>)) -> Option<Head<'a>> {
    (!is_quoted(text, above) && head.identity.is_known()).then_some(head)
}

fn is_quoted(text: &str, above: Option<Span>) -> bool {
    above.is_some_and(|above| quotes(above.of(text)))
}

/// The head that ends with `row`, and the row above that does not belong to it.
fn climb<'a>(text: &'a str, floor: u32, row: Span, identity: Identity<'a>) -> (Head<'a>, Option<Span>) {
    let mut head = Head { start: row.start, identity, section: None, columns: None };
    let mut skipped: usize = 0;
    // The topmost banner, with the row below it.
    let mut banner: Option<(Span, Span)> = None;
    let mut top = row;
    let mut above = None;
    for row in line::rows_above(text, Span::new(floor, row.start)) {
        let line = row.of(text);
        if let Some((columns, group)) = record::columns(text, row) {
            head.identity.date_time_group(group.of(text));
            head.columns = Some(columns);
            top = columns;
            break;
        }
        match belongs(line) {
            // The upper of two banners stands at the foot of the page before.
            Some(Belongs::Banner) if banner.is_some() => break,
            None => {
                above = Some(row);
                if let Some((_, below)) = banner.filter(|(banner, below)| is_foot(text, row, *banner, *below)) {
                    top = below;
                }
                break;
            }
            Some(Belongs::Perhaps) => {
                skipped = skipped.saturating_add(1);
                if skipped > LONGEST_GAP {
                    break;
                }
                continue;
            }
            Some(found) => {
                banner = (found == Belongs::Banner).then_some((row, top));
                (top, skipped) = (row, 0);
            }
        }
        match format_line(line) {
            Some((FormatLine::Originator, _)) => {
                head.identity.originator(line);
                head.section = transmission::originator(line).section.map(|(section, _)| section);
            }
            Some((FormatLine::DateTimeGroup, _)) if date_time_group::begins_telegram(line) => {
                head.identity.date_time_group(line)
            }
            _ => {}
        }
    }
    head.start = top.start;
    (head, above)
}

/// Whether a banner below `above` stands at the foot of the text before: right below its end, or right above a start
/// of transmission, which is the first line of a message.
fn is_foot(text: &str, above: Span, banner: Span, below: Span) -> bool {
    let line_ends = |from, to| wrap::line_ends(Span::new(from, to).of(text));
    let blank_above = line_ends(above.end, banner.start) > 1;
    let blank_below = line_ends(banner.end, below.start) > 1;
    let starts = matches!(format_line(below.of(text)), Some((FormatLine::Start, _))) || is_message_line(below.of(text));
    match above.of(text) {
        line if body::is_end_signal(line) => !blank_above && (blank_below || starts),
        _ => starts && !last_is(banner.of(text), u8::is_ascii_digit),
    }
}

/// The start of a message that has lost its envelope: a classification line, with a message set (`MSGID/…`) soon after
/// it.
pub(super) fn of_message_sets(text: &str, rest: Span) -> Option<u32> {
    let mut rows = line::rows(text, rest).take(REACH).skip_while(|row| is_trailer(row.of(text)));
    let mut first = rows.next().filter(|row| belongs(row.of(text)).is_some())?;
    for row in rows {
        let line = row.of(text);
        if line.starts_with("MSGID/") || line.starts_with("SUBJ/") {
            return Some(first.start);
        }
        match format_line(line) {
            // The message has an envelope, which says more.
            Some((FormatLine::From, _)) => return None,
            // The first banner stood at the foot of the message before.
            _ if is_banner(line) && is_banner(first.of(text)) && row.end < rest.end => first = row,
            _ => {}
        }
    }
    None
}

/// `BT`, `#0417` and `NNNN`: format lines 13 to 16, the last perhaps joined to the start of the next transmission
/// (`NNNNMAFVVZCZ`), and the archive's sentence for the end.
pub(super) fn is_trailer(line: &str) -> bool {
    let is_joined = || line.len() > 4 && line.ends_with("VZCZ") && line.bytes().all(|byte| byte.is_ascii_uppercase());
    matches!(line, "BT" | "QQQQ" | "<< END OF DOCUMENT >>")
        || body::is_end_signal(line)
        || line.strip_prefix('#').is_some_and(is_number)
        || is_joined()
}

/// Whether a row is a classification at the head or foot of a page.
pub(super) fn is_banner(line: &str) -> bool {
    belongs(line) == Some(Belongs::Banner)
}

/// Whether a row above the head introduces a quotation.
fn quotes(line: &str) -> bool {
    line.ends_with(':')
        || ["QUOTE", "QTE", "BEGIN TEXT", "BEGIN QUOTE"].iter().any(|word| starts_with_any_case(line, word))
}

fn belongs(line: &str) -> Option<Belongs> {
    /// What posts and prints put on rows of their own above the envelope.
    const WORDS: [&str; 7] = [
        "ROUTINE",
        "PRIORITY",
        "IMMEDIATE",
        "FLASH",
        "ADMINISTRATIVE MESSAGE",
        "ATTENTION INVITED TO",
        // The National Archives' title.
        "Message Text",
    ];
    const LABELS: [&str; 11] = [
        "DRAFTED BY",
        "APPROVED BY",
        "ACTION:",
        "INFO:",
        "DISSEMINATION:",
        "CHARGE:",
        "APPROVED:",
        "DRAFTED:",
        "CLEARED:",
        "Distribution:",
        "PAGE 0",
    ];
    use FormatLine::{Exempt, From, Info, To};
    let kind = format_line(line).map(|(kind, _)| kind);
    let surely = kind.is_some_and(|kind| !matches!(kind, From | To | Info | Exempt))
        || is_distribution(line)
        || is_counter(line)
        || is_total(line)
        || WORDS.contains(&line)
        || LABELS.iter().any(|label| line.starts_with(label))
        || is_message_line(line)
        || is_system_line(line)
        || is_partial_extract(line);
    if surely {
        return Some(Belongs::Surely);
    }
    match kind {
        Some(_) => None,
        None if line.starts_with("CLASSIFICATION:")
            || heading::classification(without_print_number(line)).is_some() =>
        {
            Some(Belongs::Banner)
        }
        // The desks that got a copy: `43`, `45 40`.
        None if words(line).all(|word| line.get(word).is_some_and(is_number))
            || is_clearance(line)
            || heading::is_post_and_number(line)
            || transmission::is_routing_continuation(line) =>
        {
            Some(Belongs::Perhaps)
        }
        None => None,
    }
}

/// The first line of JANAP 128: `RTTUZYUW RUEWMCS0000 1611242-UUUU--RUCRNAD`.
fn is_message_line(line: &str) -> bool {
    let mut parts = words(line).filter_map(|word| line.get(word));
    let first = parts.next().unwrap_or_default();
    first.len() == 8
        && first.starts_with(['Z', 'O', 'P', 'R', 'Y', 'M'])
        && first.bytes().all(|byte| byte.is_ascii_uppercase())
        && parts
            .take(2)
            .any(|word| word.contains('-') && word.ends_with(|c: char| c.is_ascii_uppercase() || c == '-' || c == '.'))
}

/// The name of a post's message system in front of its own block: `CXTARSIS:`.
fn is_system_line(line: &str) -> bool {
    line.strip_prefix("CX")
        .and_then(|rest| rest.strip_suffix(':'))
        .is_some_and(|post| post.len() > 2 && post.bytes().all(|byte| byte.is_ascii_uppercase()))
}
