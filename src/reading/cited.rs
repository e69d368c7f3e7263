//! Where a text names its references.

use super::spots::{Spot, spots};
use cable::{Cable, Logical};

/// For each reference, the paragraphs whose text names it.
pub fn cited(cable: &Cable, text: &str) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); cable.references.len()];
    if out.is_empty() {
        return out;
    }
    let labels: Vec<Option<&str>> = cable.references.iter().map(|one| one.value.label.as_deref()).collect();
    for (index, paragraph) in cable.paragraphs.iter().enumerate() {
        let is_named = paragraph
            .pieces
            .iter()
            .any(|piece| piece.of(text).as_bytes().windows(3).any(|word| word.eq_ignore_ascii_case(b"ref")));
        if !is_named {
            continue;
        }
        for spot in spots(Logical::prose(text, &paragraph.pieces).text(), &labels) {
            if let Spot::Reference(_, reference) = spot
                && let Some(places) = out.get_mut(reference)
                && places.last() != Some(&index)
            {
                places.push(index);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paragraph_once() {
        let text = "SUBJECT: X\n\nREF: A. TARSIS 12\n     B. TARSIS 13\n\n1. (U) As in ref A, and ref A again.\n\n2. (U) Septel.\n\n\
                    3. (U) Refs A and B.\n";
        assert_eq!(cited(&cable::parse(text), text), [vec![0, 2], vec![2]]);
    }
}
