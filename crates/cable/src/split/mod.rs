//! Where one telegram ends and the next begins in a text that holds several.
//!
//! - `extract`: which telegram a partial extract belongs to, and what a copy says above it
//! - `head`: the rows that begin a telegram, found from its `FM` line upwards
//! - `identity`: what tells one telegram from another
//! - `mail`: the header of a mail that a telegram was forwarded in
//! - `record`: what an export of the archive's database leaves between two envelopes
//! - `separator`: lines between the texts of a joined file
//! - `section_header`: a header repeated inside its telegram
//! - `second_copy`: a telegram repeated with all its text
//! - `telegram`: where a telegram is

mod extract;
mod head;
mod identity;
pub(crate) mod mail;
mod record;
mod second_copy;
mod section_header;
mod separator;
mod telegram;

use crate::interruption::{Interruption, InterruptionKind};
use crate::{Span, line, words};
use identity::Identity;
use memchr::memchr2_iter;
pub(crate) use record::name as recorded_name;
use section_header::{FirstHeader, Repeated};
pub(crate) use telegram::Sheet;
pub use telegram::Telegram;

/// The telegrams of `text`, in order; their spans tile it.
///
/// A new telegram begins at each separator, at each head whose identity differs from the last one's, at the sentence
/// that marks a partial extract, and at a classification line followed by a message set behind an end of message.
pub(crate) fn telegrams(text: &str, whole: Span) -> Vec<Telegram> {
    let mut splitter = Splitter {
        text,
        found: Vec::with_capacity(1),
        current: Telegram::filling(whole),
        identity: None,
        header: None,
        ended: false,
        floor: whole.start,
        last_head: whole.start,
        behind_record: whole.start,
        first_row: line::rows(text, whole).next(),
        copied: None,
    };
    let bytes = whole.of(text).as_bytes();
    let mut start = 0;
    for end in memchr2_iter(b'\n', b'\r', bytes).chain([bytes.len()]) {
        if bytes.get(start).is_some_and(may_begin) {
            splitter.row(line::row(text, whole.part(start..end)));
        }
        start = end.saturating_add(1);
    }
    splitter.found.push(splitter.current);
    splitter.found
}

/// The telegram that fills `span`, whatever begins inside it.
pub(crate) fn uncut(text: &str, span: Span) -> Telegram {
    let mut found = telegrams(text, span);
    found.truncate(1);
    found.pop().map_or(Telegram::filling(span), |first| Telegram { span, ..first })
}

/// Whether a line's first byte is one that [`Splitter::row`] looks for, or a blank in front of it.
fn may_begin(first: &u8) -> bool {
    matches!(first, b'C' | b'F' | b'L' | b'M' | b'N' | b'S' | b'T' | b'U' | b'r' | b'0'..=b'9' | b'=' | b'-' | b' ')
}

struct Splitter<'a> {
    text: &'a str,
    found: Vec<Telegram>,
    current: Telegram,
    /// What the last head says; `None` until something says which telegram this is.
    identity: Option<Identity<'a>>,
    /// The first header of this telegram.
    header: Option<FirstHeader<'a>>,
    /// Whether an end of message has been seen since the last head.
    ended: bool,
    /// Everything above this offset belongs to what was found before.
    floor: u32,
    /// The end of the row by which the last head was found.
    last_head: u32,
    /// The end of the last record of an export.
    behind_record: u32,
    /// The first row of this telegram.
    first_row: Option<Span>,
    /// The last copy found of this telegram's text; a further copy is compared with it.
    copied: Option<Span>,
}

impl<'a> Splitter<'a> {
    fn row(&mut self, row: Span) {
        let line = row.of(self.text);
        if row.start < self.behind_record {
            return;
        }
        match line.as_bytes().first() {
            Some(b'=' | b'-' | b'F') if separator::is_separator(line) => self.separator(row),
            Some(b'F') if line.starts_with("FM ") => self.head(head::of_envelope(self.text, self.floor, row), row),
            Some(b'M') if line.starts_with("MRN:") => self.head(head::of_labels(self.text, self.floor, row), row),
            Some(b'T') if crate::envelope::is_partial_extract(line) => self.extract(row),
            Some(b'C' | b'L' | b'S' | b'T' | b'U') if FirstHeader::sets_apart(&self.header, line) => self.section(row),
            Some(b'r' | b'0'..=b'9') if record::name(line).is_some() => self.record(row),
            // The rows below measure their distance from the end, so `end` keeps this row behind the floor.
            Some(b'N') if crate::body::is_end_signal(line) => return self.end(row),
            _ => return,
        }
        self.floor = row.end;
    }

    fn separator(&mut self, row: Span) {
        self.cut(row.start);
        self.identity = None;
        self.current.laid_over.push(Interruption::between(InterruptionKind::Separator, row));
    }

    /// Begins a partial extract. The sentence stands in front of an extract, which has no envelope, or only those of
    /// its later sections. What a copy says about its telegram can stand above the sentence.
    fn extract(&mut self, row: Span) {
        let is_first = self.identity.is_none() && self.found.is_empty();
        let rest = Span::new(row.start, self.current.span.end);
        let identity = extract::identity(self.text, rest);
        if !is_first || !extract::is_preface(self.text, Span::new(self.current.span.start, row.start), &identity) {
            self.cut(row.start);
        }
        self.header = identity.is_known().then(|| FirstHeader::new(rest));
        self.identity = Some(identity);
        self.last_head = row.end;
    }

    fn head(&mut self, head: Option<head::Head<'a>>, row: Span) {
        let Some(mut head) = head else { return };
        let is_another = match &self.identity {
            // The first envelope of an extract, right below its sentence.
            Some(known) if !known.is_known() && self.is_blank(self.last_head, head.start) => false,
            Some(known) => known.differs(&head.identity),
            // A print can store its last page, with the end of message, above the first.
            None => self.ended && !head.is_of_print(self.text, self.current.span.start, row),
        };
        if is_another {
            self.cut(head.start);
        } else {
            head = head.with_opening(self.text, self.first_row, self.floor);
        }
        let from = Span::new(row.start, self.current.span.end);
        let header = self.header.as_mut();
        match header.map(|header| (header.repeated(self.text, self.last_head, &head, from), header.section())) {
            Some((Some(Repeated::Header(header)), _)) => self.current.laid_over.push(header),
            Some((Some(Repeated::Sheet(sheet)), first)) => {
                let copy = self.second_copy(sheet.start, from);
                match copy {
                    Some(copy) => self.behind_record = copy.end,
                    None => self.sheet(first, sheet),
                }
                self.lay_over(copy.or(head.columns));
            }
            Some((None, _)) => self.lay_over(head.columns),
            None => {
                self.header = Some(FirstHeader::new(Span::new(head.start, self.current.span.end)));
                self.lay_over(head.columns);
            }
        }
        match &mut self.identity {
            Some(known) if !is_another => known.complete(head.identity),
            _ => self.identity = Some(head.identity),
        }
        self.ended = false;
        self.last_head = row.end;
    }

    /// Finds the whole telegram repeated, with its head at `start` and its `FM` line at `from`. The copy includes the
    /// columns of a table that were joined to the last row of the first text.
    fn second_copy(&mut self, start: u32, from: Span) -> Option<Span> {
        // It is looked for once: a telegram with sheets is taken from its first sheet.
        if !self.current.sheets.is_empty() {
            return None;
        }
        let above = Span::new(self.current.span.start.max(self.behind_record), start);
        let first = self.copied.or_else(|| second_copy::text(self.text, above))?;
        let copy = second_copy::find(self.text, first, from)?;
        self.copied = Some(copy.text);
        Some(Span::new(if copy.columns.is_empty() { start } else { copy.columns.start }, copy.text.end))
    }

    /// Reads a record. One that names the telegram above begins its text again: what stands between the envelope and
    /// the record is a copy that was cut off. One that names another telegram begins that telegram.
    fn record(&mut self, row: Span) {
        let rest = self.current.span;
        // A telegram without an envelope is identified by its classification line.
        let opening = self.identity.is_none().then(|| extract::identity(self.text, self.opening()));
        let known = self.identity.as_ref().or(opening.as_ref()).filter(|known| known.is_known());
        let Some((known, found)) = known.zip(record::record(self.text, self.floor, row, rest)) else { return };
        if known.differs(&found.identity) {
            self.cut(found.span.start);
            self.identity = None;
            return;
        }
        let span = record::with_cut_copy(self.text, self.last_head, found.span, rest);
        self.lay_over(Some(span));
        (self.behind_record, self.last_head) = (span.end, span.end);
        self.identity = self.identity.take().or(opening);
    }

    /// Reads a classification line: a later section goes on below it, or the telegram begins again with it.
    fn section(&mut self, row: Span) {
        let Span { start, end } = self.current.span;
        if self.current.laid_over.last().is_some_and(|header| row.start < header.span.end) {
            return;
        }
        let header = self.header.get_or_insert_with(|| FirstHeader::new(Span::new(start, end)));
        let floor = self.floor.max(start);
        match (header.without_envelope(self.text, floor, Span::new(row.start, end)), header.section()) {
            (Some(Repeated::Header(header)), _) => self.current.laid_over.push(header),
            (Some(Repeated::Sheet(sheet)), first) => self.sheet(first, sheet),
            (None, _) => {}
        }
    }

    /// Marks `span` as something other than text of the telegram.
    fn lay_over(&mut self, span: Option<Span>) {
        self.current.laid_over.extend(span.map(|span| Interruption::between(InterruptionKind::SectionHeader, span)));
    }

    /// Begins a further sheet; the first sheet begins with the section `first`.
    fn sheet(&mut self, first: u16, sheet: Sheet) {
        if self.current.sheets.is_empty() {
            self.current.sheets.push(Sheet { start: self.current.span.start, section: first });
        }
        self.current.sheets.push(sheet);
    }

    /// Reads an end of message. A message that lost its envelope begins behind it with its classification line.
    fn end(&mut self, row: Span) {
        self.ended = true;
        self.floor = row.start;
        let rest = Span::new(row.end, self.current.span.end);
        if let Some(start) = head::of_message_sets(self.text, rest) {
            self.cut(start);
            self.identity = Some(Identity::default());
        }
    }

    /// The first rows of a telegram that may have lost its envelope.
    fn opening(&self) -> Span {
        const LONGEST: usize = 1024;
        let rest = self.current.span;
        rest.part(0..words::head(rest.of(self.text), LONGEST).len())
    }

    fn is_blank(&self, start: u32, end: u32) -> bool {
        line::rows(self.text, Span::new(start, end)).next().is_none()
    }

    /// Begins a new telegram at `at`, unless nothing stands in front of it.
    fn cut(&mut self, at: u32) {
        let Span { start, end } = self.current.span;
        let separated = self.current.laid_over.first().filter(|first| first.kind == InterruptionKind::Separator);
        if !self.is_blank(separated.map_or(start, |separator| separator.span.end), at) {
            let next = Telegram::filling(Span::new(at, end));
            self.current.span.end = at;
            // The rows of a repeated header were read up to the next `FM` line, but the next head begins above that
            // line.
            for header in &mut self.current.laid_over {
                header.span.end = header.span.end.min(at);
            }
            self.first_row = line::rows(self.text, next.span).next();
            self.found.push(std::mem::replace(&mut self.current, next));
        }
        self.header = None;
        self.copied = None;
        self.ended = false;
    }
}

#[cfg(test)]
mod tests;
