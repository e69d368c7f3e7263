//! Words inside a section that are no part of its text: `Summary, continued:`.

use crate::Span;

/// Pieces without the words in `cut`, perhaps empty ones; both are in order.
pub(super) fn without(pieces: impl Iterator<Item = Span>, cut: &[Span]) -> Vec<Span> {
    let mut cut = cut.iter().peekable();
    let mut kept = Vec::new();
    for piece in pieces {
        let mut start = piece.start;
        while let Some(words) = cut.peek().filter(|words| words.start < piece.end) {
            kept.push(Span::new(start, words.start.max(start)));
            start = words.end.clamp(start, piece.end);
            if words.end > piece.end {
                // A page break lies in them: they go on in the next piece.
                break;
            }
            cut.next();
        }
        kept.push(Span::new(start, piece.end));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pieces: &[(u32, u32)], cut: &[(u32, u32)], expected: &[(u32, u32)]) {
        let spans = |pairs: &[(u32, u32)]| pairs.iter().map(|(start, end)| Span::new(*start, *end)).collect::<Vec<_>>();
        let mut kept = without(spans(pieces).into_iter(), &spans(cut));
        kept.retain(|piece| !piece.is_empty());
        assert_eq!(kept, spans(expected));
    }

    #[test]
    fn words_are_cut() {
        check(&[(0, 9), (12, 20)], &[], &[(0, 9), (12, 20)]);
        check(&[(0, 9), (12, 20)], &[(12, 14)], &[(0, 9), (14, 20)]);
        check(&[(0, 9), (12, 20)], &[(2, 4), (5, 6), (14, 16)], &[(0, 2), (4, 5), (6, 9), (12, 14), (16, 20)]);
        check(&[(0, 9), (12, 20)], &[(7, 14)], &[(0, 7), (14, 20)]);
        check(&[(12, 20)], &[(2, 4), (12, 13)], &[(13, 20)]);
    }
}
