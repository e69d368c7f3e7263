//! The reference list: `REF: A. TARSIS 138` and the lines below it.

mod between;

use super::{
    cursor::{Cursor, trim},
    lettering::{Item, Mark, items},
    reference::{self, Named},
};
use crate::known::is_among;
use crate::mark::portion_mark;
use crate::words::{first_is, head, one_line, slice, starts_with_any_case, up_to};
use crate::{Code, Diagnostic, Field, Logical, Reference, ReferenceKind, ReferenceNumber, Span};
use crate::{date, glossary};
pub(super) use between::behind_notes;
pub(crate) use between::{are_telegrams, list_by_place};
use between::{is_edge, letter_alone, names_part, next_telegram, skip_separators};
use std::ops::Range;

/// What the telegram says of itself, to complete references that leave it out.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context<'a> {
    pub year: Option<u16>,
    /// The day of the year on which it was sent.
    pub day: Option<u16>,
    pub post: Option<&'a str>,
    pub number: Option<u32>,
}

/// Reads a reference list with or without its label; `field` keeps its line breaks.
pub(crate) fn references(field: &Logical, context: &Context) -> (Vec<Field<Reference>>, Vec<Diagnostic>) {
    let text = field.text();
    let mut list = List { field, context, found: Vec::new(), last: 0..0, diagnostics: Vec::new() };
    for item in items(text, behind_label(text, 0)) {
        list.read(&item);
    }
    (list.found, list.diagnostics)
}

/// Where the list begins: behind `REF:`, `REFS`, `REFTEL:` or `Reference:`, if there is one.
fn behind_label(text: &str, at: usize) -> usize {
    let mut cursor = Cursor::new(text, at);
    cursor.blanks();
    let start = cursor.at();
    let upper = cursor.letters().to_ascii_uppercase();
    let is_label = matches!(upper.as_str(), "REF" | "REFS" | "REFTEL" | "REFTELS" | "REFERENCE" | "REFERENCES");
    if !is_label {
        return start;
    }
    if starts_with_any_case(cursor.rest(), "(S)") {
        cursor.forward(3);
    }
    cursor.blanks_and(b":.;");
    cursor.at()
}

struct List<'a> {
    field: &'a Logical,
    context: &'a Context<'a>,
    found: Vec<Field<Reference>>,
    /// Where the last reference stands in the field.
    last: Range<usize>,
    diagnostics: Vec<Diagnostic>,
}

impl List<'_> {
    fn read(&mut self, item: &Item) {
        if let Some(mark) = item.mark.as_ref().filter(|mark| mark.repaired) {
            let span = self.field.source(mark.range.clone());
            let detail = Some(format!("It is read as {}.", mark.name()));
            self.diagnostics.push(Diagnostic::new(Code::ReferenceLabelRepaired, span, detail));
        }
        let text = self.field.text();
        // Text behind the item must not be read into it.
        let within = slice(text, ..item.range.end);
        let mut at = item.range.start;
        skip_separators(within, &mut at);
        // Some repeat the label: `A. REF: TARSIS 1`, `A. REF A TARSIS 1`.
        if item.mark.is_some() {
            at = behind_label(within, at);
        }
        at = letter_alone(within, at).unwrap_or(at);
        // A mark gives the classification of the telegram that is named.
        let mark = within.get(at..).and_then(portion_mark).map_or(0, |(len, _)| len);
        at = at.saturating_add(mark);
        loop {
            let separated = skip_separators(within, &mut at);
            if at >= within.len() {
                return;
            }
            let named = reference::telegram(within, at);
            if let Some(end) = named.as_ref().and_then(|named| self.own_marker(within, at, named)) {
                at = end;
            } else if let Some(named) = named {
                at = self.telegrams(within, at, named, item);
            } else if let Some(end) = reference::report(within, at) {
                // `//` separates further particulars of the same report: `IIR 4 201 3706 05//USDAO TARSIS//061207Z JAN
                // 09`.
                let goes_on = slice(within, end..).starts_with("//");
                let end = if goes_on { trim(within, end..next_telegram(within, end), is_edge).end } else { end };
                self.push(at..end, item, ReferenceKind::Report, None);
                at = end;
            } else if let Some(named) = self.above(within, at, item) {
                at = self.telegrams(within, at, named, item);
            } else {
                let end = next_telegram(within, at);
                // Words behind a telegram's number, such as its subject, belong to it.
                let is_first = self.last.start < item.range.start || self.last.is_empty();
                match is_first || separated && !names_part(within, at) {
                    true => self.other(within, at..end, item),
                    false => self.extend(at..end),
                }
                at = end;
            }
        }
    }

    /// The end of a page marker that was joined to the list: `TARSIS 00000417  001.2 OF 003`, or its first half.
    fn own_marker(&self, text: &str, at: usize, named: &Named) -> Option<usize> {
        let is_own = self.context.post == Some(named.number.post.as_str())
            && self.context.number == Some(named.number.number)
            && text.get(at..named.end)?.ends_with(&format!("{:08}", named.number.number));
        if !is_own {
            return None;
        }
        let mut cursor = Cursor::new(text, named.end);
        cursor.blanks_and(b"0123456789.");
        if !cursor.eat_word("OF") {
            return Some(named.end);
        }
        cursor.marks(b"0123456789 ");
        Some(cursor.at())
    }

    /// Reads a number without a post at the start of an item: `B. 2962 AND PREVIOUS`. Its post is that of the item
    /// above, or the telegram's own if there is none.
    fn above(&self, text: &str, at: usize, item: &Item) -> Option<Named> {
        let above = match self.found.last() {
            Some(last) => ReferenceNumber { year: None, ..last.value.number.clone()? },
            None => ReferenceNumber { year: None, post: self.context.post?.to_owned(), number: 0 },
        };
        let is_first = item.mark.is_some() && self.last.end <= item.range.start;
        let mut cursor = Cursor::new(text, at);
        let digits = cursor.digits().len();
        cursor.blanks();
        let is_alone =
            cursor.is_done() || cursor.eat_word("AND") || cursor.peek().is_some_and(|byte| b",;.(/".contains(&byte));
        (is_first && digits >= 3 && is_alone).then(|| reference::same_post(text, at, &above)).flatten()
    }

    /// Adds a telegram and those that share its post: `STATE 936/935 AND 940`.
    fn telegrams(&mut self, text: &str, start: usize, first: Named, item: &Item) -> usize {
        let mut start = start;
        let mut named = first;
        loop {
            let end = behind_notes(text, named.end);
            self.push(start..end, item, ReferenceKind::Cable, Some(named.number.clone()));
            let mut at = end;
            let apart = skip_separators(text, &mut at);
            match reference::same_post(text, at, &named.number).filter(|_| apart && !names_part(text, at)) {
                Some(next) => (start, named) = (at, next),
                None => return end,
            }
        }
    }

    fn other(&mut self, text: &str, range: Range<usize>, item: &Item) {
        let range = trim(text, range, is_edge);
        let words = slice(text, range.clone());
        let upper = words.to_ascii_uppercase();
        let is_notice = is_notice(&upper);
        let is_noise = !upper.contains(char::is_alphanumeric);
        if is_notice
            || is_noise
            || matches!(upper.as_str(), "NONE" | "N/A" | "NA" | "NIL" | "NO" | "NOTAL" | "REF" | "REFTEL")
        {
            return;
        }
        let is_year = upper.len() == 4 && (upper.starts_with("19") || upper.starts_with("20"));
        if let Some(last) = self.found.last_mut().filter(|_| is_year) {
            // A year that ends the item before; it was cut off because a print lettered the line that it begins.
            last.value.text.push(' ');
            last.value.text.push_str(&upper);
            return;
        }
        match reference::number_first(text, range.clone()) {
            Some(named) => self.push(range, item, ReferenceKind::Cable, Some(named.number)),
            None => self.push(range.clone(), item, reference::kind(words), None),
        }
    }

    fn push(&mut self, range: Range<usize>, item: &Item, kind: ReferenceKind, number: Option<ReferenceNumber>) {
        let raw = self.field.source(range.clone());
        let number = number.and_then(|number| self.complete(number, raw, range.start));
        let label = match &item.mark {
            Some(mark) => self.field.source(mark.range.clone()),
            None => Span::empty(raw.start),
        };
        let letter = item.mark.as_ref().map(Mark::name);
        let text = one_line(slice(self.field.text(), range.clone()));
        self.last = range;
        self.found.push(Field { label, raw, value: Reference { label: letter, kind, number, text } });
    }

    /// Adds words that follow the last reference to it.
    fn extend(&mut self, range: Range<usize>) {
        let words = trim(self.field.text(), range, is_edge);
        let is_notice = is_notice(&slice(self.field.text(), words.clone()).to_ascii_uppercase());
        if let Some(last) = self.found.last_mut().filter(|_| !words.is_empty() && !is_notice) {
            last.raw = last.raw.cover(self.field.source(words.clone()));
            last.value.text = one_line(slice(self.field.text(), self.last.start..words.end));
            self.last.end = words.end;
        }
    }

    /// Gives a number the year that it lacks: the telegram's own. In January, a number that its post cannot have
    /// reached yet is last year's: one far above the telegram's own, or more than another post sends in the days since
    /// the counters began anew. It stays this year's if it gives a day of January. A number whose year is after the
    /// telegram's own is dropped.
    fn complete(&mut self, number: ReferenceNumber, raw: Span, start: usize) -> Option<ReferenceNumber> {
        let own = self.context;
        // Use the telegram's own spelling of its post, so that all references to the post agree.
        let is_own =
            |own: &&str| *own != number.post && (glossary::post(own) == number.post || is_short(own, &number.post));
        let post = own.post.filter(is_own).map(str::to_owned);
        let number = ReferenceNumber { post: post.unwrap_or(number.post), ..number };
        match (number.year, own.year) {
            (Some(given), Some(year)) if given > year => {
                let detail = Some(format!("It says {given}."));
                self.diagnostics.push(Diagnostic::new(Code::ReferenceYearLater, raw, detail));
                None
            }
            (Some(_), _) | (None, None) => Some(number),
            (None, Some(year)) => {
                let is_ours = own.post == Some(number.post.as_str());
                let counts = || is_ours || glossary::is_post(&number.post) && !is_among(&number.post, WITHOUT_COUNTER);
                let is_dated = || is_of_january(slice(self.field.text(), start..));
                let highest = |day: u16| match own.number.filter(|_| is_ours) {
                    Some(own) => own.saturating_mul(2).max(own.saturating_add(20)),
                    None => u32::from(day).saturating_mul(if number.post == "STATE" { MOST_OF_STATE } else { MOST }),
                };
                let in_january = own.day.filter(|day| *day <= 31);
                let is_last_year =
                    in_january.is_some_and(|day| number.number > highest(day) && counts() && !is_dated());
                let year = if is_last_year { year.saturating_sub(1) } else { year };
                if is_last_year {
                    let detail = Some(format!("It is read as one of {year}."));
                    self.diagnostics.push(Diagnostic::new(Code::ReferenceYearAssumed, raw, detail));
                }
                Some(ReferenceNumber { year: Some(year), ..number })
            }
        }
    }
}

/// The most telegrams that a post sends in a day, and the most that the Department sends.
const MOST: u32 = 250;
const MOST_OF_STATE: u32 = 1300;

/// Names in the table of posts that have no counter that begins anew with the year.
const WITHOUT_COUNTER: &str = "CDCATLANTAGA SECDEF USDAFAS USDOC WHITEHOUSE";

/// Whether a day of January stands behind a reference's number: `TARSIS 7821 DTG 092315Z JAN 75`, `TARSIS 138 (JAN 9)`.
fn is_of_january(reference: &str) -> bool {
    /// The number, `DTG` or the like, the day, and the month.
    const WORDS: usize = 4;
    /// The most bytes in which these words stand.
    const LONGEST: usize = 200;
    let words = up_to(head(reference, LONGEST), b";")
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_name = |word: &&str| !first_is(word, u8::is_ascii_digit);
    words.skip_while(is_name).take(WORDS).any(|word| date::month(word) == Some(1))
}

/// Whether a name that is not a post's is the beginning of the telegram's own post, as its staff say: `CASA` for
/// Casablanca.
fn is_short(own: &str, post: &str) -> bool {
    const SHORTEST: usize = 4;
    post.len() >= SHORTEST && own.starts_with(post) && !glossary::is_post(post)
}

/// Whether words hold the notice of unclassified telegrams, which stands at the end of the list.
fn is_notice(upper: &str) -> bool {
    const NOTICES: [&str; 3] = ["NOT FOR INTERNET", "SENSITIVE BUT UNCLASSIFIED", "SENSITIVE-BUT-UNCLASSIFIED"];
    NOTICES.iter().any(|notice| upper.contains(notice))
}

#[cfg(test)]
mod tests;
