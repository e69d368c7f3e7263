//! Whether the text is taken for a telegram, and what is shown of it if not.

use super::Document;
use cable::{Cable, Dialect};

impl Document {
    /// Why the text is not taken for a telegram; `None` for a telegram, or where the reader says it is one.
    pub fn no_telegram(&self) -> Option<&'static str> {
        let cable = &self.cable;
        if cable.dialect != Dialect::Unknown || self.recognised != Dialect::Unknown {
            return None;
        }
        if self.telegrams.is_export {
            return Some(
                "This is the JSON that the page and the command export of a telegram: its fields and its prose, without \
                 the text that they were read from. It is shown as it stands. Open that text to read the telegram.",
            );
        }
        let is_headed = cable.executive_order.is_some() || !cable.tags.is_empty() || cable.reference_number.is_some();
        Some(if is_headed {
            "This is not taken for a telegram: no line says which post sent it or when, and it has neither a subject nor \
             a classification line."
        } else {
            "This is not taken for a telegram: no line says which post sent it or when, and it has neither TAGS, an \
             executive order line nor a reference number."
        })
    }

    /// See [`has_paragraphs`].
    pub fn has_paragraphs(&self) -> bool {
        has_paragraphs(&self.cable)
    }
}

/// Returns whether the body is to be read as paragraphs. A text that is no telegram and numbers none stays as it is.
pub fn has_paragraphs(cable: &Cable) -> bool {
    cable.dialect != Dialect::Unknown || cable.paragraphs.iter().any(|paragraph| paragraph.number.is_some())
}
