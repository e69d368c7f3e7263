//! Sections whose opening words are lost: a summary is still read.

use super::super::extent::{Open, end_of, start_of};
use super::super::{name, remark::is_remark};
use super::{Pairing, is_same};
use crate::diagnostic::in_places;
use crate::words::starts_with_any_case;
use crate::{Code, Form, Paragraph, Role, Span};

impl Pairing<'_> {
    /// Whether `closer` closes a summary whose opening words are lost, which then becomes a section.
    pub(super) fn unopened(&mut self, kind: Role, closer: Span, to: usize) -> bool {
        let Some(first) = self.lost_opening(kind, closer, to) else { return false };
        self.finish(first, Some(closer), to);
        true
    }

    /// Opens the summary that goes on in paragraph `to`, where nothing did: `Summary continued.`
    pub(super) fn opened_above(&mut self, kind: Role, words: Span, to: usize) {
        let goes_on = || words.of(self.text).split([' ', ',', '(', '\n']).any(name::is_continued);
        if goes_on()
            && !self.open.iter().any(|open| is_same(open.kind, kind))
            && let Some(first) = self.lost_opening(kind, words, to).filter(|first| first.from < to)
        {
            self.open.push(first);
        }
    }

    /// The summary that is closed or goes on near the start of the text though nothing opened it: it begins with the
    /// first paragraph that says something.
    fn lost_opening(&mut self, kind: Role, words: Span, to: usize) -> Option<Open> {
        const FURTHEST: usize = 3;
        // A heading or two and a paragraph about the telegram can stand above.
        const ABOVE: usize = 16;
        let is_summary = matches!(kind, Role::Summary | Role::SummaryAndComment);
        let says = |paragraph: &Paragraph| paragraph.number.is_some() && !is_remark(self.text, paragraph);
        let first = self.paragraphs.iter().take(ABOVE).position(says).unwrap_or(0);
        let is_first = self.found.is_empty() && self.open.iter().all(|open| open.around.is_none());
        if !is_summary || !is_first || to > first.saturating_add(FURTHEST) || to < first {
            return None;
        }
        let start = start_of(self.paragraphs, first);
        let number = self.paragraphs.get(first).and_then(|paragraph| paragraph.number);
        let detail = number.map(|number| format!("It is read from paragraph {number} on."));
        self.diagnose(Code::SectionUnopened, words, detail);
        let end = self.paragraphs.get(first).map_or(start, end_of);
        Some(Open::new(kind, Form::Inline, Span::new(start, start), first, end))
    }

    /// Whether words that are a sentence of their own close a section that nothing opened. `END DIPLOMATIC NOTE` can
    /// close something quoted, and so can any closing words in a quoted text. Some close twice what ends in the same
    /// paragraph.
    pub(super) fn closes_unopened(&self, kind: Role, closer: Span, to: usize) -> bool {
        const MOST: usize = 8;
        let mut last = self.found.iter().rev().take(MOST);
        if last.any(|section| is_same(section.kind, kind) && section.paragraphs.last() == Some(&to)) {
            return false;
        }
        let [before, words, behind] =
            [Span::new(0, closer.start), closer, Span::new(closer.end, self.text.len() as u32)]
                .map(|span| span.of(self.text));
        let ends = ['.', ')', ']', '!', '?', '"', '”'];
        let begins = before.trim_end().ends_with(ends);
        let is_whole = words.ends_with(ends) || behind.starts_with(['\r', '\n']) || behind.is_empty();
        let named = words.trim_start_matches(['(', '[']).get("end".len()..).unwrap_or_default().trim_start();
        let named = named.get("of ".len()..).filter(|_| starts_with_any_case(named, "of ")).unwrap_or(named);
        kind != Role::Text
            && begins
            && is_whole
            && name::name(named).is_some()
            && self.open.iter().all(|open| open.kind != Role::Text)
    }

    /// Reports once the words that close a section without an opening, unless the text has one of that kind without
    /// closing words.
    pub(super) fn diagnose_unopened(&mut self) {
        let mut known: Vec<Role> = Vec::new();
        for section in &self.found {
            // One of both can be closed twice.
            let is_open = section.closer.is_none() || section.kind == Role::SummaryAndComment;
            if is_open && !known.contains(&section.kind) {
                known.push(section.kind);
            }
        }
        let mut lost = self.unopened.iter().filter(|(kind, _)| !known.iter().any(|known| is_same(*known, *kind)));
        let Some((_, span)) = lost.next() else { return };
        let places = lost.count().saturating_add(1);
        let detail = in_places(places);
        self.diagnose(Code::SectionUnopened, *span, detail);
    }
}

#[cfg(test)]
mod tests {
    use crate::Code;

    #[test]
    fn closed_and_not_opened() {
        for (text, expected) in [
            ("¶1. (C) Boats.\n\n¶2. (C) Ropes. End comment.", Some(None)),
            ("¶1. (C) Boats. End comment.\n\n¶2. (C) Ropes. (End note.)", Some(Some("The same in 2 places."))),
            ("¶1. (C) Please note: Boats.\n\n¶2. (C) Ropes. End note.", Some(None)),
            ("¶1. (C) Kindly note: Boats.\n\n¶2. (C) Ropes. End note.", Some(None)),
            ("¶1. (C) Please note: Boats. End note.", None),
            ("¶1. (C) Embassy note: Boats.\n\n¶2. (C) Ropes. End note.", None),
            ("¶1. (C) Begin comment: Boats. End comment. End comment.", None),
            ("¶1. (C) Boats (note: Old. End note.).\n\n¶2. (C) Ropes. End note.", Some(None)),
            ("¶1. (C) Comment: Boats.\n\n¶2. (C) Ropes. End comment.", None),
            ("¶1. (C) Summary and comment: Boats. End summary.\n\n¶2. (C) Ropes. End comment.", None),
            ("¶1. (C) Begin text of diplomatic note: Ropes. End note.", None),
            ("¶1. (C) BEGIN DIPLOMATIC NOTE: ROPES. END DIPLOMATIC NOTE.", None),
            ("COMMENT\n-------\n¶1. (C) Boats.\n\nHARBOUR\n-------\n¶2. (C) Ropes. End comment.", None),
            ("¶1. (C) ROE WOULD END NOTE TRADE.", None),
            ("¶1. (C) ROE MUST\nEND NOTE.\nBOATS SAIL.", None),
            ("¶1. (C) IT IS SUMMER'S END NOTE.", None),
            ("¶1. (C) HE SAID: WE MUST. END COMMENT ON BOATS.", None),
        ] {
            let cable = crate::parse(text);
            let found = cable.diagnostics.iter().find(|found| found.code == Code::SectionUnopened);
            assert_eq!(found.map(|found| found.detail.as_deref()), expected, "{text}");
        }
    }
}
