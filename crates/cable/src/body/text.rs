//! The text, taken apart: without the captions that page breaks print again, up to its signature, into paragraphs.

use super::answer::with_answers;
use super::closing::{MOST_CLOSING_ROWS, invitation_inside};
use super::end::{closing_of_copy, end_behind};
use super::glued_title::titles_apart;
use super::heading::{Heading, headings};
use super::label::Label;
use super::line_break::{Break, LineBreaks};
use super::missing::missing_apart;
use super::missing_item::items_apart;
use super::outline::with_items;
use super::paragraph::Builder;
use super::released::released_apart;
use super::sequence::{Candidate, sequence};
use super::signature::{Ending, Signature, ending, unsigned};
use super::signer::signers;
use super::torn_label::labels_below;
use super::{above, joined, label};
use crate::date::month;
use crate::row::{Gap, Row};
use crate::words::{in_capitals, is_number};
use crate::zone::is_unfinished;
use crate::{Code, Diagnostic, Field, Paragraph, Part, PartKind, Span, hyphen, wrap};

/// Copies of one telegram are signed by no more.
const MOST_SIGNERS: usize = 8;

/// The text, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Body {
    /// Its paragraphs, in order, also those without a number.
    pub paragraphs: Vec<Paragraph>,
    /// Surnames of the signers.
    pub signature: Vec<Field<String>>,
    /// What its bytes are.
    pub parts: Vec<Part>,
    /// What was repaired.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the rest of the telegram says that the body is read by.
pub(crate) struct Context<'a> {
    /// Whether the copy has anchors in front of its labels.
    pub anchors: bool,
    /// The rows of the subject, but for its first.
    pub subject_below: &'a [&'a str],
    /// The caption of a corrected copy.
    pub correction: Option<&'a str>,
    /// Name of who classified it.
    pub signer: Option<&'a str>,
    /// Whether it is a message: its paragraphs have an outline, and nobody signs below them.
    pub joint: bool,
    /// Whether its paragraphs are those of a later section, which do not begin with 1.
    pub later: bool,
    /// Whether its signature can stand below it.
    pub signed: bool,
}

/// Takes the text apart. `rows` are those behind the heading.
pub(crate) fn body(text: &str, rows: &[Row], context: &Context) -> Body {
    let mut body = Body::default();
    let mut rows = body.without_reprints(text, &joined::captions_apart(text, rows), context);
    end_apart(text, &mut rows);
    closing_apart(text, &mut rows);
    let ending = match context {
        Context { joint: true, .. } => Ending { text: rows.len(), signature: None },
        Context { signed: false, .. } => unsigned(text, &rows),
        _ => ending(text, &rows, context.signer),
    };
    let mut prose = rows;
    let mut trailer = prose.split_off(ending.text.min(prose.len()));
    if let Some(signature) = ending.signature {
        // It can stand on the last row of the text or on one behind it.
        let behind = signature.row.checked_sub(prose.len());
        let signed = behind.map_or_else(|| prose.get_mut(signature.row), |row| trailer.get_mut(row));
        if let Some(row) = signed {
            let behind = Span::new(signature.span.end, row.span.end.max(signature.span.end));
            let behind = crate::line::trim(text, behind);
            body.parts.extend((!behind.is_empty()).then_some(Part { kind: PartKind::Trailer, span: behind }));
            row.span = crate::line::trim(text, Span::new(row.span.start, signature.span.start));
        }
    }
    prose.retain(|row| !row.span.is_empty());
    let prose = match context.joint {
        true => items_apart(text, released_apart(text, joined::message_apart(text, prose))),
        false => prose,
    };
    let prose = labels_below(text, joined::paragraphs_apart(text, prose));
    let prose = titles_apart(text, missing_apart(text, prose));
    let headings = headings(text, &prose);
    let breaks = context.joint.then(|| LineBreaks::new(text, &prose));
    let mut candidates = candidates(text, &prose, &headings, breaks.as_ref(), label::read);
    if candidates.is_empty() {
        candidates = bracketed(text, &prose, &headings);
    }
    let (mut accepted, rejected) = sequence(&candidates, context.anchors, context.later);
    if let Some(breaks) = &breaks {
        accepted = with_items(text, &prose, breaks, accepted);
    }
    accepted = with_answers(text, &prose, &headings, accepted);
    for row in rejected.into_iter().filter_map(|row| prose.get(row)) {
        body.diagnose(Code::LabelRejected, row.span, None);
    }
    Builder::new(text, &prose, &mut body).build(&headings, &accepted);
    for paragraph in &body.paragraphs {
        let joined = hyphen::divided(text, &paragraph.pieces).into_iter();
        body.diagnostics.extend(joined.map(|span| Diagnostic {
            code: Code::WordJoined,
            span,
            related: None,
            detail: None,
        }));
    }
    if let Some(signature) = ending.signature {
        body.sign(text, signature, context.signer);
    }
    for row in &trailer {
        if let Some(at) = closing_of_copy(row.span.of(text)) {
            body.diagnose(Code::ClosingLineRemoved, row.span.split_at(at).1, None);
        }
    }
    let trailer = trailer.iter().filter(|row| !row.span.is_empty());
    body.parts.extend(trailer.map(|row| Part { kind: PartKind::Trailer, span: row.span }));
    body
}

impl Body {
    /// Adds what stands behind it.
    pub fn extend(&mut self, behind: Self) {
        self.paragraphs.extend(behind.paragraphs);
        for signer in behind.signature {
            let is_new = self.signature.iter().all(|known| known.value != signer.value);
            if is_new && self.signature.len() < MOST_SIGNERS {
                self.signature.push(signer);
            }
        }
        self.parts.extend(behind.parts);
        self.diagnostics.extend(behind.diagnostics);
    }

    pub(crate) fn diagnose(&mut self, code: Code, span: Span, detail: Option<String>) {
        self.diagnostics.push(Diagnostic { code, span, related: None, detail });
    }

    fn sign(&mut self, text: &str, signature: Signature, by: Option<&str>) {
        self.parts.push(Part { kind: PartKind::Signature, span: signature.span });
        if signature.glued {
            self.diagnose(Code::SignatureSplit, signature.span, None);
        }
        let label = Span::new(signature.span.start, signature.span.start);
        for (raw, value) in signers(text, signature.span, by) {
            let written = in_capitals(raw.of(text));
            let left_out = written.strip_suffix(&value).map(str::trim).unwrap_or_default();
            // The first names of who classified the telegram are known, and a surname can stand twice.
            let is_known = |word: &str| {
                word == value || by.is_some_and(|by| by.split(' ').any(|name| name.eq_ignore_ascii_case(word)))
            };
            if !left_out.split_whitespace().all(is_known) {
                self.diagnose(Code::SignatureShortened, raw, Some(left_out.to_owned()));
            }
            self.signature.push(Field { label, raw, value });
        }
    }
}

/// An end of message behind the last words of the text stands on a row of its own.
fn end_apart(text: &str, rows: &mut Vec<Row>) {
    let last = unsigned(text, rows).text;
    let Some(row) = last.checked_sub(1).and_then(|last| rows.get_mut(last)) else { return };
    if let Some(at) = end_behind(row.span.of(text)) {
        let (words, end) = row.span.split_at(at);
        row.span = crate::line::trim(text, words);
        rows.insert(last, Row { span: end, gap: Gap::Line });
    }
}

/// An invitation to a web site behind the last words of the text stands on a row of its own.
fn closing_apart(text: &str, rows: &mut Vec<Row>) {
    let nearest = rows.len().saturating_sub(MOST_CLOSING_ROWS);
    let inside = |(at, row): (usize, &Row)| Some((at, invitation_inside(row.span.of(text))?));
    let Some((last, cut)) = rows.iter().enumerate().skip(nearest).find_map(inside) else { return };
    if let Some(row) = rows.get_mut(last) {
        let (words, invitation) = row.span.split_at(cut);
        row.span = words;
        rows.insert(last.saturating_add(1), Row { span: crate::line::trim(text, invitation), gap: Gap::Line });
    }
}

/// The labels `1)`, `2)` … of a text that has no others, each behind a blank line.
fn bracketed(text: &str, rows: &[Row], headings: &[Heading]) -> Vec<Candidate> {
    let mut found = candidates(text, rows, headings, None, label::bracketed);
    found.retain(|candidate| rows.get(candidate.row).is_some_and(|row| row.gap == Gap::Blank));
    let begins = found.iter().take(2).map(|candidate| candidate.label.number).eq([1, 2]);
    if begins { found } else { Vec::new() }
}

/// What can be a paragraph's label. Messages have `breaks`, and what they put in brackets is an item.
fn candidates(
    text: &str,
    rows: &[Row],
    headings: &[Heading],
    breaks: Option<&LineBreaks>,
    read: impl Fn(&str) -> Option<Label>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut heads = headings.iter().peekable();
    let mut own = None;
    for (index, row) in rows.iter().enumerate() {
        while heads.next_if(|heading| heading.rows.end < index).is_some() {}
        let below_heading = heads.peek().is_some_and(|heading| heading.rows.end == index);
        let line = row.span.of(text);
        // A title between rules can begin with the label of the paragraph below, if that has none.
        let is_labelled = |row: usize| rows.get(row).is_some_and(|below| label::read(below.span.of(text)).is_some());
        let is_title = |heading: &Heading| heading.title.contains(&index) && !is_labelled(heading.rows.end);
        if heads.peek().is_some_and(|heading| heading.rows.contains(&index) && !is_title(heading)) {
            continue;
        }
        // The first row of a text tells whether it numbers its paragraphs `(1)`.
        let in_brackets = label::in_brackets(line);
        let own = *own.get_or_insert(in_brackets.is_some_and(|first| first.number == 1));
        let label = match in_brackets {
            Some(label) => Some(label).filter(|_| breaks.is_none() && (own || label.marked)),
            None => read(line),
        };
        let may_be_due = || breaks.is_none() && row.gap == Gap::Blank && in_brackets.is_none();
        let due = if label.is_none() && may_be_due() { label::before_item(line) } else { None };
        let Some(label) = label.or(due) else { continue };
        let above = above(rows, index);
        let below = rows.get(index.saturating_add(1)).map_or("", |below| below.span.of(text));
        if label.len == line.len() && above.is_some_and(|above| is_referred_to(above.span.of(text), &label, below)) {
            continue;
        }
        let at_break = index == 0
            || row.gap == Gap::Blank
            || below_heading
            || above.is_some_and(|above| ends_stopped(above.span.of(text)) || wrap::is_closed(above.span.of(text)))
            || breaks.is_some_and(|breaks| {
                breaks.above(index) == Break::Writer || above.is_some_and(|above| has_columns(above.span.of(text)))
            });
        let below_short = above.is_some_and(|above| is_broken(above.span.of(text)));
        let announced = above.is_some_and(|above| above.span.of(text).ends_with(':'));
        let only_due = due.is_some();
        found.push(Candidate { row: index, label, at_break, below_heading, announced, only_due, below_short });
    }
    found
}

/// Whether a label alone on its row is the number that the line above refers to, `please see para`, wrapped: the
/// paragraph of that number comes below it.
fn is_referred_to(above: &str, label: &Label, below: &str) -> bool {
    const REFERS: [&str; 4] = ["para", "paras", "paragraph", "paragraphs"];
    let last = above.rsplit([' ', '(']).next().unwrap_or_default();
    REFERS.iter().any(|word| last.eq_ignore_ascii_case(word))
        && label::read(below).is_some_and(|next| next.number == label.number && next.len < below.len())
}

/// Whether a line ends so early that the writer broke it, where a sentence can end: `END SUMMARY`.
fn is_broken(line: &str) -> bool {
    line.len() < wrap::SHORTEST_CUT && line.ends_with(char::is_alphanumeric) && !is_unfinished(line)
}

/// Whether a row belongs to a table, which no sentence goes on behind.
fn has_columns(line: &str) -> bool {
    line.contains('\t') || line.contains("    ")
}

/// Whether a line ends with a mark behind which a label can stand. `July 1-` goes on with the number below it.
fn ends_stopped(line: &str) -> bool {
    !begins_range(line) && line.ends_with(['.', '!', '?', ':', ';', '"', '”', ')', ']', '-', '*', '_', '='])
}

/// Whether a line ends with a month, a day and a hyphen.
fn begins_range(line: &str) -> bool {
    let Some((words, day)) = line.strip_suffix('-').and_then(|line| line.rsplit_once(' ')) else { return false };
    is_number(day) && words.rsplit(' ').next().is_some_and(|word| month(word.trim_end_matches('.')).is_some())
}

#[cfg(test)]
mod tests {
    #[test]
    fn labels_below_a_number() {
        for (above, expected) in [
            ("HE SAILED TO LYDDA JULY 1-", 1),
            ("HE SAILED TO LYDDA SEPT. 1-", 1),
            ("TEXT OF AIRGRAM A-12-", 2),
            ("THESE ARE ALL OF THE 5-", 2),
            ("COUNT: 12-", 2),
        ] {
            let text = format!("1. {above}\n2. ROPES ARE SOLD.");
            assert_eq!(crate::parse(&text).paragraphs.len(), expected, "{text}");
        }
    }
}
