//! Brackets of a paragraph: a note in brackets ends with them.

use super::event::{Does, Event};

/// Open brackets, and the events that wait for theirs to close.
#[derive(Default)]
pub(super) struct Brackets {
    /// Offset of the innermost open bracket.
    pub last: Option<usize>,
    open: Vec<(usize, Option<usize>)>,
    /// Up to where the text was looked through.
    passed: usize,
}

impl Brackets {
    /// Opens and closes the brackets of the text up to `end`.
    pub fn pass_to(&mut self, end: usize, text: &str, events: &mut [Event]) {
        let between = text.as_bytes().get(self.passed..end).unwrap_or_default();
        for (at, byte) in (self.passed..).zip(between) {
            match byte {
                b'(' | b'[' => self.open.push((at, None)),
                b')' | b']' => self.close(at, events),
                _ => {}
            }
        }
        self.passed = end;
        self.last = self.open.last().map(|(open, _)| *open);
    }

    fn close(&mut self, at: usize, events: &mut [Event]) {
        if let Some((_, Some(event))) = self.open.pop()
            && let Some(Event { does: Does::OpenBracket { end, .. }, .. }) = events.get_mut(event)
        {
            *end = Some(at.saturating_add(1));
        }
    }

    pub fn note(&mut self, event: &Event, index: usize) {
        if let (Does::OpenBracket { .. }, Some(last)) = (&event.does, self.open.last_mut()) {
            last.1 = Some(index);
        }
    }
}
