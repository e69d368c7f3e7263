//! An input that is read into memory: its telegrams are counted before the first is given.

use super::piece::{Content, File, Piece};
use super::{Give, export, not_text};
use cable::decode::{self, csv};
use cable::export::is_export;
use cable::{Span, encoding};
use std::ops::Range;
use std::sync::Arc;

/// A piece has at least this many bytes of text, so that handing it on costs little.
const PIECE: u32 = 1 << 19;

/// Gives the pieces of an input.
pub fn pieces(file: &Arc<File>, bytes: Vec<u8>, give: &mut Give) -> bool {
    let text = match encoding::decode(bytes) {
        Ok(decoded) => decoded.text,
        Err(why) => return not_text(file, why, give),
    };
    if is_export(&text) {
        return export(file, give);
    }
    let input = Arc::new(text);
    let piece = |content, telegrams_before, of| Piece {
        file: Arc::clone(file),
        input: Arc::clone(&input),
        lines_before: 0,
        telegrams_before,
        of: Some(of),
        text_before: 0,
        content,
    };
    if csv::is_csv(&input) {
        let decoded = Arc::new(csv::decode(&input));
        let of = decoded.rows.len();
        let spans = decoded.rows.iter().map(|row| row.span);
        return groups(spans).all(|group| {
            let first = group.start;
            give(Ok(piece(Content::Rows(Arc::clone(&decoded), group), first, of)))
        });
    }
    let decoded = decode::decode(&input).map(Arc::new);
    let telegrams = cable::telegrams(decoded.as_ref().map_or(&input, |decoded| &decoded.text));
    let of = telegrams.len();
    groups(telegrams.iter().map(|found| found.span)).all(|group| {
        let first = group.start;
        let some = telegrams.get(group).unwrap_or_default().to_vec();
        give(Ok(piece(Content::Telegrams(some, decoded.clone()), first, of)))
    })
}

/// Groups neighbours until each group is long enough.
pub(super) fn groups(spans: impl Iterator<Item = Span>) -> impl Iterator<Item = Range<usize>> {
    let mut spans = spans.enumerate();
    std::iter::from_fn(move || {
        let (first, span) = spans.next()?;
        let (mut end, mut len) = (first.saturating_add(1), span.len());
        while len < PIECE {
            let Some((next, span)) = spans.next() else { break };
            (end, len) = (next.saturating_add(1), len.saturating_add(span.len()));
        }
        Some(first..end)
    })
}
