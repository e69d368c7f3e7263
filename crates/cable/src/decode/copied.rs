//! What programs added to a text that was copied through them: blanks of word processors, characters written as
//! references, tags of web pages, and the `>` with which a mail quotes each line.

use super::Decoded;
use super::escaped::is_written_out;
use super::residue::{Residue, StandsFor, residues};
use crate::diagnostic::in_places;
use crate::row::{Gap, gap};
use crate::split::mail::is_telegram;
use crate::{Cable, Code, Diagnostic, Span, line, whole};
use memchr::{memchr, memchr_iter, memchr2, memmem};
use std::iter;

/// A quotation has more lines than this that begin with `>`.
const FEW: usize = 3;

/// The `>` of a mail as a web page writes it.
const ESCAPED: &str = "&gt;";

/// What was read as something else, in the order of the decoded text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mends(Vec<(u32, Code)>);

impl Mends {
    /// Notes what was read as something else at this place of the decoded text.
    pub(super) fn put(&mut self, at: usize, code: Code) {
        self.0.push((at as u32, code));
    }

    /// Adds a diagnostic for each kind, at its first place in the telegram: the character of `text` that was put there
    /// or follows.
    pub(super) fn note(&self, text: &str, cable: &mut Cable) {
        let behind = |offset: u32| self.0.partition_point(|(at, _)| *at < offset);
        let within = self.0.get(behind(cable.span.start)..behind(cable.span.end)).unwrap_or_default();
        for code in [Code::MarginRemoved, Code::CharacterReplaced, Code::EscapeRead, Code::EntityLeft, Code::TagLeft] {
            let mut places = within.iter().filter(|(_, other)| *other == code);
            let Some((at, _)) = places.next() else { continue };
            let count = places.count().saturating_add(1);
            let detail = in_places(count);
            let first = Span::new(*at, cable.span.end).of(text).chars().next();
            let span = Span::new(*at, at.saturating_add(first.map_or(0, char::len_utf8) as u32));
            super::insert(Diagnostic::new(code, span, detail), cable);
        }
    }
}

/// The text without what a copy added, or `None` if it added nothing.
pub(super) fn decode(input: &str) -> Option<Decoded> {
    let mut margins = margins(input).into_iter().peekable();
    let mut decoded = Decoded::default();
    let mut rest = whole(input);
    let mut residues = residues(input, rest, is_written_out(input)).peekable();
    let are_few = residues.peek().is_some() && blanks_are_few(input);
    loop {
        while margins.next_if(|margin| margin.start < rest.start).is_some() {}
        let next = residues.peek().map_or(rest.end, |found| found.span.start);
        if let Some(margin) = margins.next_if(|margin| margin.start <= next) {
            decoded.copy(input, Span::new(rest.start, margin.start));
            decoded.mends.put(decoded.text.len(), Code::MarginRemoved);
            rest.start = margin.end;
            while residues.next_if(|found| found.span.start < margin.end).is_some() {}
        } else if let Some(found) = residues.next() {
            decoded.copy(input, Span::new(rest.start, found.span.start));
            decoded.mends.put(decoded.text.len(), found.code);
            put(&mut decoded, &found, are_few);
            rest.start = found.span.end;
        } else {
            break;
        }
    }
    if decoded.mends.0.is_empty() {
        return None;
    }
    decoded.copy(input, rest);
    Some(decoded)
}

/// Whether a text has only a few blanks other than the telegraph's.
fn blanks_are_few(input: &str) -> bool {
    const OTHERS: usize = 50;
    let plain = memchr_iter(b' ', input.as_bytes()).count();
    let mut others = residues(input, whole(input), false).filter(|found| matches!(found.text, StandsFor::Blank));
    others.nth(plain / OTHERS).is_none()
}

/// Adds what a residue stands for. In a text with only a few of them, a blank of several bytes becomes as many blanks,
/// so no offset moves. Where they are everywhere, that would pull columns and titles apart.
fn put(decoded: &mut Decoded, found: &Residue, are_few: bool) {
    if !are_few || !matches!(found.text, StandsFor::Blank) {
        return decoded.put_residue(found);
    }
    decoded.put_all(iter::repeat_n(' ', found.span.len() as usize), found.span);
}

/// The `>` signs of a mail in front of the lines that it quotes, if these are a telegram or most of the text. A line
/// without a sign continues the line above, which was too long for the mail, unless a blank line stands between them.
fn margins(input: &str) -> Vec<Span> {
    let (mut all, mut of_telegrams) = (Vec::new(), Vec::new());
    // Most texts have neither.
    let sign = memchr2(b'>', b'&', input.as_bytes()).and_then(|at| input.as_bytes().get(at..)).unwrap_or_default();
    if memchr(b'>', sign).is_none() && memmem::find(sign, ESCAPED.as_bytes()).is_none() {
        return all;
    }
    let quotation = |all: &[Span], first: usize, telegram: bool| -> Vec<Span> {
        all.get(first..).filter(|margins| telegram && margins.len() > FEW).unwrap_or_default().to_vec()
    };
    // Where the quotation begins in `all`, and whether it quotes a telegram.
    let (mut first, mut telegram) = (0, false);
    let (mut rows, mut end) = (0_usize, 0);
    for row in line::rows(input, whole(input)) {
        rows = rows.saturating_add(1);
        match margin(row.of(input)) {
            0 if gap(Span::new(end, row.start).of(input)) == Gap::Blank => {
                of_telegrams.extend(quotation(&all, first, telegram));
                (first, telegram) = (all.len(), false);
            }
            0 => {}
            len => {
                let (margin, words) = row.split_at(len);
                all.push(margin);
                telegram |= is_telegram(words.of(input));
            }
        }
        end = row.end;
    }
    of_telegrams.extend(quotation(&all, first, telegram));
    if all.len() > FEW && all.len() > rows / 2 { all } else { of_telegrams }
}

/// The length of the signs at the start of a line, each with the blank behind it.
fn margin(line: &str) -> usize {
    let mut rest = line;
    while let Some(behind) = rest.strip_prefix('>').or_else(|| rest.strip_prefix(ESCAPED)) {
        rest = behind.strip_prefix(' ').unwrap_or(behind);
    }
    line.len().saturating_sub(rest.len())
}
