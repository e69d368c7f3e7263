//! Quoted texts that only the same word behind `BEGIN` and `END` shows.

use super::super::extent::{Open, end_of};
use super::super::other::bounds;
use super::Pairing;
use crate::{Form, Logical, Role};

impl Pairing<'_> {
    /// Opens and closes those of paragraph `index`; inside a quoted text of another name there is none.
    pub(super) fn named(&mut self, logical: &Logical, index: usize) {
        let Some(paragraph) = self.paragraphs.get(index) else { return };
        for bound in bounds(logical.text()) {
            let at = logical.source(bound.at.clone());
            if bound.opens {
                let is_quoted = self.open.iter().any(|open| open.kind == Role::Text);
                let open = Open::new(Role::Text, Form::Inline, at, index, end_of(paragraph));
                self.named = Some((bound.name.to_owned(), open)).filter(|_| !is_quoted);
            } else if let Some((_, open)) = self.named.take_if(|(name, _)| name.eq_ignore_ascii_case(bound.name)) {
                self.finish(open, Some(at), index);
            }
        }
    }
}
