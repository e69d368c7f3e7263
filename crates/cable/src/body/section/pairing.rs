//! Which opening belongs to which closing, over all paragraphs.

mod introduced;
mod nested;
mod unopened;

use super::begin::BEGIN;
use super::behind_name::LONGEST_TITLE;
use super::event::{Does, Event, events};
use super::extent::{Open, behind_mark, end_of, start_of};
use super::{call::may_hold, misspelt, name, remark::is_remark, request};
use crate::words::{head, starts_with_any_case};
use crate::{Code, Diagnostic, Form, Logical, Paragraph, Role, Section, Span};
use nested::{ends_part, names_one};

/// A label and a mark between two openings are no longer than this.
const DOUBLED: u32 = 16;

/// What is open and what was found, a paragraph at a time.
struct Pairing<'a> {
    text: &'a str,
    paragraphs: &'a [Paragraph],
    /// At most one of a kind, and a quoted text around another, so that each closing looks at only a few.
    open: Vec<Open>,
    found: Vec<Section>,
    diagnostics: Vec<Diagnostic>,
    /// Words that close what nothing opened.
    unopened: Vec<(Role, Span)>,
    /// Up to where the text was looked through for sentences that introduce a quoted text.
    introduced: u32,
}

/// The sections of the text, in the order in which they end, and what is notable about them.
pub(super) fn paired(text: &str, paragraphs: &[Paragraph]) -> (Vec<Section>, Vec<Diagnostic>) {
    let (open, found, diagnostics) = (Vec::new(), Vec::new(), Vec::new());
    let mut pairing = Pairing { text, paragraphs, open, found, diagnostics, unopened: Vec::new(), introduced: 0 };
    for index in 0..paragraphs.len() {
        pairing.paragraph(index);
    }
    pairing.close_all(paragraphs.len(), true);
    pairing.diagnose_unopened();
    (pairing.found, pairing.diagnostics)
}

impl<'a> Pairing<'a> {
    fn paragraph(&mut self, index: usize) {
        let Some(paragraph) = self.paragraphs.get(index) else { return };
        if let (Some(first), Some(last)) = (paragraph.heading.first(), paragraph.heading.last()) {
            self.close_all(index, false);
            let titles = || paragraph.heading.iter().map(|line| line.of(self.text));
            let known = titles().find_map(name::kind_of_title);
            let misspelt = || titles().find_map(misspelt::kind_of_misspelt);
            if let Some(kind) = known.or_else(misspelt) {
                let opener = first.cover(*last);
                if known.is_none() {
                    self.repaired(opener);
                }
                let end = end_of(paragraph);
                self.open.push(Open::new(kind, Form::Headed, opener, index, end));
            }
        }
        if self.open.iter().any(|open| open.form == Form::Headed) && is_remark(self.text, paragraph) {
            self.end_headed(index, |_| true);
        }
        let raw = Span::new(start_of(self.paragraphs, index), end_of(paragraph));
        let may_open = misspelt::may_begin(raw.of(self.text));
        let logical = match may_open || may_hold(raw.of(self.text)) {
            true => Logical::prose(self.text, &paragraph.pieces),
            false => Logical::default(),
        };
        let misspelt = misspelt::opening(logical.text());
        if let Some(event) = &misspelt {
            self.repaired(logical.source(event.at.clone()));
        }
        for event in misspelt.into_iter().chain(events(logical.text())) {
            let at = logical.source(event.at.clone());
            match event.does {
                Does::Close => self.close(event.kind, at, index),
                Does::Open { sure } => self.open(&event, at, index, end_of(paragraph), sure),
                Does::OpenBracket { end, sure } => {
                    let end = end.map_or(end_of(paragraph), |end| logical.source(end.saturating_sub(1)..end).start);
                    self.open(&event, at, index, end, sure);
                }
            }
        }
        // What only closing words could prove is no section without them.
        self.open.retain(|open| open.sure || open.from != index);
    }

    fn open(&mut self, event: &Event, at: Span, from: usize, end: u32, sure: bool) {
        let kind = event.kind;
        let headed = self.open.iter_mut().find(|open| open.form == Form::Headed && is_same(open.kind, kind));
        if let Some(headed) = headed {
            // `COMMENT` as a heading and `Comment:` behind the mark open one section.
            if headed.from == from && at.start <= start_of(self.paragraphs, from).saturating_add(2) {
                headed.opener = at;
                return;
            }
        }
        let bracketed = matches!(event.does, Does::OpenBracket { .. });
        if !bracketed && at.start <= start_of(self.paragraphs, from).saturating_add(2) {
            let opens = matches!(kind, Role::Comment | Role::ActionRequest | Role::BioNote);
            // `SUMMARY AND ACTION REQUEST` stays open around a request that ends with both.
            let is_both = |headed: &Open| {
                kind == Role::ActionRequest
                    && request::named_behind(headed.opener.of(self.text)).is_some()
                    && request::ends_with_both(Span::new(at.end, end.max(at.end)).of(self.text))
            };
            self.end_headed(from, |headed| opens && !is_same(headed.kind, kind) && !is_both(headed));
        }
        if !bracketed {
            self.opened_above(kind, at, from);
        }
        let form = if bracketed { Form::Parenthetical } else { Form::Inline };
        if !bracketed && self.continues(kind, at, from, end) {
            return;
        }
        if let Some(same) =
            self.open.iter_mut().rfind(|open| open.kind == kind && open.form == form && open.from == from)
            && at.start.saturating_sub(same.opener.end) <= DOUBLED
        {
            // `Summary. 1. (C) Summary.`: one section that is opened twice.
            same.opener = same.opener.cover(at);
            return;
        }
        if let Some(same) =
            self.open.iter().position(|open| open.kind == kind && open.form == form && open.around.is_none())
            && !self.nests(same, at, from)
        {
            // Two of a kind never overlap; otherwise many unclosed ones would all hold the rest of their paragraph.
            let mut open = self.open.remove(same);
            // `COMMENT: … COMMENT.`: closing words without `END`, the last ones of the paragraph.
            let is_last = || Span::new(at.end, end.max(at.end)).of(self.text).trim().is_empty();
            if open.from == from && at.of(self.text).ends_with('.') && is_last() {
                self.repaired(at);
                return self.finish(open, Some(at), from);
            }
            open.end = open.end.min(at.start);
            if open.sure {
                self.finish(open, None, from);
            }
        }
        self.open.push(Open { sure, ..Open::new(kind, form, at, from, end) });
    }

    /// Ends a section under a heading for which `is_one` holds in front of paragraph `before`, which begins with the
    /// name of another section or belongs to none.
    fn end_headed(&mut self, before: usize, is_one: impl Fn(&Open) -> bool) {
        let ends = |open: &Open| open.form == Form::Headed && open.from < before && is_one(open);
        let Some(at) = self.open.iter().position(ends) else { return };
        let open = self.open.remove(at);
        let last = before.saturating_sub(1);
        let end = self.paragraphs.get(last).map_or(open.end, end_of);
        self.found.push(open.section(self.text, self.paragraphs, None, end, last));
    }

    /// Whether an opening goes on with a section that is open: `Summary, continued:`.
    fn continues(&mut self, kind: Role, at: Span, from: usize, end: u32) -> bool {
        if !at.of(self.text).split([' ', ',', '(', '\n']).any(name::is_continued) {
            return false;
        }
        let words = Span::new(at.start, behind_mark(self.text, at.end, end));
        let mut open = self.open.iter_mut().filter(|open| open.from < from && is_same(open.kind, kind)).peekable();
        let continues = open.peek().is_some();
        for open in open {
            open.continued.push(words);
            // A section in brackets still ends with them.
            if open.form == Form::Inline {
                (open.upto, open.end) = (from, end);
            }
        }
        continues
    }

    /// Closes the innermost open section of a kind, and whatever was opened inside and forgotten. `End Summary and
    /// Comment` closes a summary with the comment inside it, but none that ended in front of the comment's paragraph.
    fn close(&mut self, kind: Role, closer: Span, to: usize) {
        let is_both = kind == Role::SummaryAndComment;
        let from = self.open.last().map(|open| open.from);
        let holds = |open: &Open| match open.kind {
            Role::SummaryAndComment => true,
            Role::Summary => Some(open.from) == from,
            _ => false,
        };
        let outer = self.open.len().saturating_sub(DEEPEST);
        let reach = || self.open.iter().enumerate().skip(outer);
        let around = reach().find(|(_, open)| is_both && holds(open)).map(|(at, _)| at);
        let ends_part = kind == Role::Text && ends_part(self.text, closer);
        let is_whole = |at: &usize| {
            ends_part
                && self.open.get(*at).is_some_and(|open| !names_one(head(open.opener.of(self.text), LONGEST_TITLE)))
        };
        let closes = |open: &Open| is_same(open.kind, kind) && self.may_close(open, closer);
        let same = || reach().rev().find(|(_, open)| closes(open)).map(|(at, _)| at);
        let innermost = || same().filter(|at| !is_whole(at));
        let closed = around.or_else(innermost);
        let Some(at) = closed else {
            if !self.unopened(kind, closer, to) && !self.introduced(kind, closer, to) {
                self.misnamed(kind, closer, to);
            }
            return;
        };
        let is_around = self.open.get(at).is_some_and(|open| open.around.is_some());
        if is_around && self.introduced(kind, closer, to) {
            return;
        }
        let inner = self.open.split_off(at.saturating_add(1));
        let quote = self.open.last().filter(|open| open.kind == Role::Text).map(|open| open.from);
        for open in inner.into_iter().filter(|open| open.sure) {
            if quote.is_some_and(|from| self.is_quoted(&open, from)) {
                continue;
            }
            if is_both && is_same(open.kind, kind) {
                self.finish(open, Some(closer), to);
                continue;
            }
            let end = open.end.min(closer.start);
            self.finish(Open { end, ..open }, None, to);
        }
        if let Some(open) = self.open.pop() {
            self.finish(open, Some(closer), to);
        }
    }

    /// Handles words that close a section which is not open: `(Note: … End Comment.)`. If the innermost open section
    /// ends there anyway, with its brackets or its paragraph, they close it. A quoted text without brackets needs
    /// closing words of its own.
    fn misnamed(&mut self, kind: Role, closer: Span, to: usize) {
        let ends = |open: &mut Open| {
            let is_last = || Span::new(closer.end, open.end.max(closer.end)).of(self.text).trim().is_empty();
            let is_inline = || open.form == Form::Inline && kind != Role::Text && open.kind != Role::Text;
            (open.form == Form::Parenthetical || is_inline()) && open.from == to && is_last()
        };
        if let Some(open) = self.open.pop_if(ends) {
            self.repaired(closer);
            self.finish(open, Some(closer), to);
        } else if self.closes_unopened(kind, closer, to) {
            self.unopened.push((kind, closer));
        }
    }

    fn diagnose(&mut self, code: Code, span: Span, detail: Option<String>) {
        self.diagnostics.push(Diagnostic { code, span, related: None, detail });
    }

    /// Reports words that were read as those that were meant.
    fn repaired(&mut self, words: Span) {
        self.diagnose(Code::SectionMisspelt, words, None);
    }

    /// Closes everything before paragraph `before`, where a heading or the end of the text ends it. A text that is
    /// quoted has headings of its own: it waits for its closing words.
    fn close_all(&mut self, before: usize, at_end: bool) {
        for mut open in std::mem::take(&mut self.open) {
            if open.kind == Role::Text && !at_end {
                open.before.get_or_insert(before);
                self.open.push(open);
                continue;
            }
            if open.form != Form::Headed {
                self.finish(open, None, before);
                continue;
            }
            // A summary under a heading without closing words and without a further heading is its first paragraph.
            let last = if at_end && open.kind == Role::Summary { open.from } else { before.saturating_sub(1) };
            let end = self.paragraphs.get(last).map_or(open.end, end_of);
            self.found.push(open.section(self.text, self.paragraphs, None, end, last));
        }
    }

    fn finish(&mut self, open: Open, closer: Option<Span>, to: usize) {
        let (end, last) = match closer {
            Some(closer) => (closer.start, to),
            None => open.unclosed(self.text, self.paragraphs, open.before.unwrap_or(to)),
        };
        let is_unclosed = closer.is_none() && open.form == Form::Inline;
        let section = open.section(self.text, self.paragraphs, closer, end, last);
        // Opening words with nothing behind them are a form to fill in, or the title of a list.
        if is_unclosed && section.pieces.is_empty() {
            return;
        }
        // A request that only its name opens is seldom closed.
        let begins = || starts_with_any_case(section.opener.of(self.text), BEGIN);
        if is_unclosed && (section.kind != Role::ActionRequest || begins()) {
            self.diagnose(Code::SectionUnclosed, section.opener, None);
        }
        self.found.push(section);
    }
}

/// Closing words look at no more open sections; those further out are closed by the end.
const DEEPEST: usize = 64;

/// Whether words for `closed` close `open`: `End Summary` also closes a `Summary and Comment`, and `End Summary and
/// Comment` closes either.
fn is_same(open: Role, closed: Role) -> bool {
    use Role::*;
    open == closed
        || matches!((open, closed), (SummaryAndComment, Summary | Comment) | (Summary | Comment, SummaryAndComment))
        || matches!((open, closed), (BioNote, Note) | (Note, BioNote))
}
