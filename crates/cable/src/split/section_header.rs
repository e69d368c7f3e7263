//! A header repeated inside its telegram: each section was sent as a message of its own, and a telegram could be sent
//! again.

use super::Sheet;
use super::head::{Head, is_banner, is_trailer, of_section};
use super::identity::Identity;
use crate::dialect::nara;
use crate::envelope::format_line;
use crate::heading::Label;
use crate::interruption::{Interruption, InterruptionKind, behind_page_line};
use crate::words::has_small;
use crate::{Span, body, heading, line};
use std::collections::HashSet;

/// A header has at most this many rows; address lists reach some two hundred.
pub(super) const LONGEST: usize = 400;

/// A classification line, with its captions, is no longer than this.
const LONGEST_LINE: usize = 160;

/// After this many rows that the first header lacks, a label no longer belongs to this header. Such rows are passing
/// instructions that a copy has joined or blackened out.
const MOST_STRANGE_ROWS: usize = 15;

/// The first header of a telegram, which the later ones repeat.
pub(super) struct FirstHeader<'a> {
    /// From the head to the end of the text.
    rest: Span,
    /// Its rows; read when a second one turns up.
    rows: Option<HashSet<&'a str>>,
    /// What its classification line says about the telegram; read with its rows.
    identity: Identity<'a>,
    /// The section that it belongs to; 0 where that is not known.
    first: u16,
    /// The section of the last header.
    last: u16,
}

/// A header behind text of its telegram.
pub(super) enum Repeated {
    /// The next section goes on below it.
    Header(Interruption),
    /// The telegram begins again with it, or an earlier section is stored below it.
    Sheet(Sheet),
}

impl<'a> FirstHeader<'a> {
    pub fn new(rest: Span) -> Self {
        Self { rest, rows: None, identity: Identity::default(), first: 0, last: 0 }
    }

    /// What the header at `head` begins; `from` begins with its `FM` line. `None` if the text has not begun in between,
    /// as in a copy with two envelopes.
    pub fn repeated(&mut self, text: &'a str, floor: u32, head: &Head, from: Span) -> Option<Repeated> {
        let known = self.rows.get_or_insert_with(|| {
            if let Some((line, (number, _))) = classification(text, self.rest) {
                self.first = number;
                self.identity.classification(line);
            }
            self.last = self.first;
            rows(text, self.rest)
        });
        let mut end = from.start;
        let mut strange: usize = 0;
        // Addressees stand in front of the classification line, and the first header may have lost them.
        let mut addressed = true;
        for row in header(text, from) {
            let line = behind_page_line(row.of(text));
            let ends_list = addressed && is_later_section(line);
            addressed &= !ends_list;
            let belongs = || {
                line.is_empty()
                    || known.contains(line)
                    || format_line(line).is_some()
                    || heading::classification(line).is_some()
                    || heading::label(line).is_some()
                    || heading::is_caption(line)
            };
            let is_far = strange >= MOST_STRANGE_ROWS;
            if ends_list || !is_far && is_field(line) || strange == 0 && belongs() {
                (end, strange) = (row.end, 0);
            } else if is_text(line) || is_far && !(addressed && is_addressee(line)) {
                break;
            } else {
                strange = strange.saturating_add(1);
            }
        }
        let section = classification(text, Span::new(from.start, end)).map(|(_, section)| section);
        let number = number(head, section);
        let between = || line::rows(text, Span::new(floor, head.start));
        if number == self.last && !between().any(|row| body::begins(row.of(text))) {
            return None;
        }
        let above = std::mem::replace(&mut self.last, number);
        if number <= above.max(1) {
            return Some(Repeated::Sheet(Sheet { start: head.start, section: number }));
        }
        let above = Span::new(floor, head.start);
        let stamped = nara::Stamped::of(text, above);
        let trailer = line::rows_above(text, above)
            .take_while(|row| is_trailer(row.of(text)) || is_banner(row.of(text)) || stamped.covers(*row));
        let start = trailer.last().map_or(head.start, |row| row.start);
        let span = Span::new(start, end);
        let header = Interruption::between(InterruptionKind::SectionHeader, span);
        Some(Repeated::Header(Interruption { section, ..header }))
    }

    /// The header that begins with the classification line at the start of `from`, if text stands above it: a copy can
    /// have later sections without their envelopes.
    pub fn without_envelope(&mut self, text: &'a str, floor: u32, from: Span) -> Option<Repeated> {
        line::rows(text, Span::new(floor, from.start)).find(|row| is_text(row.of(text)))?;
        let (head, is_quoted) = of_section(text, floor, from);
        let line = line::first(text, from).of(text);
        let is_again = !is_quoted && self.begins_again(line);
        if !is_again && !is_later_section(line) {
            return None;
        }
        self.repeated(text, floor, &head, from).filter(|found| is_again || matches!(found, Repeated::Header(_)))
    }

    /// Whether a row is the classification line of a section that does not continue the text above it: a later section,
    /// or the first again.
    pub fn sets_apart(header: &Option<Self>, line: &str) -> bool {
        is_later_section(line) || header.as_ref().is_some_and(|header| header.begins_again(line))
    }

    /// Whether a row, behind the last section, is the classification line of this telegram's first: it was sent again.
    fn begins_again(&self, line: &str) -> bool {
        let is_first = || numbered(line).is_some_and(|(number, of)| number == 1 && of == self.last);
        let is_own = || {
            let mut identity = Identity::default();
            identity.classification(line);
            !self.identity.differs(&identity)
        };
        self.last > 1 && is_first() && is_own()
    }

    /// The section that it belongs to; 0 where that is not known.
    pub fn section(&self) -> u16 {
        self.first
    }
}

/// Whether a row can name an addressee: it is in capitals and does not end a sentence.
fn is_addressee(line: &str) -> bool {
    !has_small(line) && !line.ends_with('.')
}

/// Whether a row begins a paragraph of a text, its first one or a later one.
fn is_text(line: &str) -> bool {
    body::begins(line) || body::is_portion(line)
}

/// Whether a row begins a field that no text has, perhaps behind a passing instruction.
fn is_field(line: &str) -> bool {
    let begins = matches!(heading::label(line), Some((Label::Tags | Label::Subject | Label::ExecutiveOrder, _)));
    begins || heading::order(line).is_some()
}

/// Whether a row is the classification line of a section behind the first.
pub(super) fn is_later_section(line: &str) -> bool {
    numbered(line).is_some_and(|(number, of)| (2..=of).contains(&number))
}

/// The section that a classification line names, and how many there are.
fn numbered(line: &str) -> Option<(u16, u16)> {
    let may_be = line.len() <= LONGEST_LINE && line.contains("SECTION ");
    let (count, _) = may_be.then(|| heading::numbered(line)).flatten()?.sections?;
    Some((count.number, count.of))
}

/// The rows of a header whose first row begins `from`, up to the next head, which is read separately.
fn header(text: &str, from: Span) -> impl Iterator<Item = Span> + '_ {
    let is_head = move |row: &Span| {
        let line = row.of(text);
        row.start > from.start && (line.starts_with("FM ") || line.starts_with("MRN:"))
    };
    line::rows(text, from).take(LONGEST).take_while(move |row| !is_head(row))
}

/// The classification line of a header, and the section that it names: `SECTION 02 OF 03`.
fn classification(text: &str, header: Span) -> Option<(&str, (u16, u16))> {
    let mut rows = line::rows(text, header).take(LONGEST).map(|row| row.of(text)).take_while(|row| !body::begins(row));
    rows.find_map(|row| {
        let row = row.get(heading::joined_classification(row).unwrap_or(0)..)?;
        heading::numbered(row)?.sections.map(|(count, _)| (row, (count.number, count.of)))
    })
}

/// The section that a header belongs to, by its classification line or its originator line; 0 if neither says.
fn number(head: &Head, section: Option<(u16, u16)>) -> u16 {
    let sent = || head.section.and_then(|section| u16::try_from(section).ok());
    section.map(|(number, _)| number).or_else(sent).unwrap_or(0)
}

/// The rows of a header.
fn rows(text: &str, rest: Span) -> HashSet<&str> {
    let rows = line::rows(text, rest).map(|row| behind_page_line(row.of(text)));
    rows.take_while(|line| !body::begins(line)).take(LONGEST).collect()
}
