//! Brackets of a paragraph: a note in brackets ends with them.

use super::event::{Does, Event};

/// Open brackets, and the events that wait for theirs to close.
#[derive(Default)]
pub(super) struct Brackets {
    /// Offset of the innermost open bracket.
    pub last: Option<usize>,
    open: Vec<(usize, Option<usize>)>,
}

impl Brackets {
    pub fn pass(&mut self, at: usize, byte: u8, events: &mut [Event]) {
        match byte {
            b'(' | b'[' => self.open.push((at, None)),
            _ => {
                if let Some((_, Some(event))) = self.open.pop()
                    && let Some(Event { does: Does::OpenBracket { end, .. }, .. }) = events.get_mut(event)
                {
                    *end = Some(at.saturating_add(1));
                }
            }
        }
        self.last = self.open.last().map(|(open, _)| *open);
    }

    pub fn note(&mut self, event: &Event, index: usize) {
        if let (Does::OpenBracket { .. }, Some(last)) = (&event.does, self.open.last_mut()) {
            last.1 = Some(index);
        }
    }
}
