//! Summaries whose opening words are lost.

use super::super::extent::{Open, end_of, start_of};
use super::super::{name, remark::is_remark};
use super::{Pairing, is_same};
use crate::{Code, Diagnostic, Form, Paragraph, Role, Span};

impl Pairing<'_> {
    /// Whether a summary that is closed has no opening, but was opened in a paragraph above all the same.
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

    /// A summary that is closed or goes on near the start of the text though nothing opened it begins with the first
    /// paragraph that says something.
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
        let detail = number.map(|number| format!("It begins with paragraph {number}."));
        self.diagnostics.push(Diagnostic { code: Code::SectionUnopened, span: words, related: None, detail });
        let end = self.paragraphs.get(first).map_or(start, end_of);
        Some(Open::new(kind, Form::Inline, Span::new(start, start), first, end))
    }
}
