//! Running prose in pieces: words, and what is marked in them.

use super::spots::Loss;
use cable::{Role, Span};
use std::ops::Range;

/// A piece of running prose. Joined, the texts of all pieces are the logical text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// A line end with a blank line behind it: one block ends and another begins.
    Gap,
    /// Where a printed page ended inside the text.
    PageBreak {
        /// The page that begins here, where the marker numbers it.
        page: Option<u32>,
        /// The marker.
        span: Span,
    },
    /// `ref A`, with the index of the reference.
    Reference(String, usize),
    /// Something that is not as it was written.
    Loss(String, Loss),
    /// An abbreviation, with its index in the glossary.
    Term(String, usize),
    /// Something set apart, with its content.
    Block(Block, Vec<Inline>),
}

/// What is set apart inside a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// A note, comment or the like, with its opening and closing words.
    Aside(Role),
    /// Such an aside in the middle of a sentence, which a block would break apart.
    Within(Role),
    /// Whole lines with words in columns.
    Table,
}

/// The deepest nesting of blocks; deeper ones stay text. Real telegrams have two nested asides, or a table in one.
const DEEPEST_BLOCK: usize = 4;

/// The first items of prose, up to `limit` bytes of text, and whether there are more.
pub fn head(items: &[Inline], limit: usize) -> (Vec<Inline>, bool) {
    let mut left = limit;
    let head = cut(items, &mut left);
    (head, left == 0)
}

fn cut(items: &[Inline], left: &mut usize) -> Vec<Inline> {
    let mut out = Vec::new();
    for item in items {
        if *left == 0 {
            break;
        }
        match item {
            Inline::Text(text) if text.len() >= *left => {
                let end = (0..=*left).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
                out.push(Inline::Text(text[..end].to_owned()));
                *left = 0;
            }
            Inline::Block(block, inner) => out.push(Inline::Block(*block, cut(inner, left))),
            Inline::Text(text) | Inline::Reference(text, _) | Inline::Term(text, _) | Inline::Loss(text, _) => {
                *left = left.saturating_sub(text.len());
                out.push(item.clone());
            }
            // Each of these costs an element, so that a text of nothing but breaks ends as well.
            Inline::PageBreak { .. } | Inline::Gap => {
                *left -= 1;
                out.push(item.clone());
            }
        }
    }
    out
}

/// A place in prose, and what is marked there.
pub(super) type Mark = (Range<usize>, What);

/// What can be marked in prose: an [`Inline`] without its words.
pub(super) enum What {
    Gap,
    PageBreak(Option<u32>, Span),
    Reference(usize),
    Loss(Loss),
    Term(usize),
    Block(Block),
}

/// Lays sorted marks over a text. A mark that crosses an earlier one is left out; a page break moves behind it.
pub(super) fn lay<'a>(text: &str, marks: impl Iterator<Item = &'a Mark>) -> Vec<Inline> {
    let mut open: Vec<(usize, Block, Vec<Inline>)> = Vec::new();
    let mut items = Vec::new();
    let mut cursor = 0;
    let flush = |items: &mut Vec<Inline>, cursor: &mut usize, to: usize| {
        if let Some(words) = text.get(*cursor..to).filter(|words| !words.is_empty()) {
            items.push(Inline::Text(words.to_owned()));
        }
        *cursor = to.max(*cursor);
    };
    for (at, what) in marks {
        while let Some((end, block, outer)) = open.pop_if(|(end, ..)| *end <= at.start) {
            flush(&mut items, &mut cursor, end);
            items = closed(block, items, outer);
        }
        let limit = open.last().map_or(text.len(), |(end, ..)| *end);
        let is_break = matches!(what, What::PageBreak(..));
        if !is_break && (at.start < cursor || at.end > limit || at.is_empty()) {
            continue;
        }
        if matches!(what, What::Block(_)) && open.len() == DEEPEST_BLOCK {
            continue;
        }
        flush(&mut items, &mut cursor, at.start);
        match *what {
            What::Gap => items.push(Inline::Gap),
            What::PageBreak(page, span) => items.push(Inline::PageBreak { page, span }),
            What::Reference(index) => items.push(Inline::Reference(text[at.clone()].to_owned(), index)),
            What::Loss(loss) => items.push(Inline::Loss(text[at.clone()].to_owned(), loss)),
            What::Term(index) => items.push(Inline::Term(text[at.clone()].to_owned(), index)),
            What::Block(block) => {
                open.push((at.end, block, std::mem::take(&mut items)));
                continue;
            }
        }
        cursor = cursor.max(at.end);
    }
    while let Some((end, block, outer)) = open.pop() {
        flush(&mut items, &mut cursor, end);
        items = closed(block, items, outer);
    }
    flush(&mut items, &mut cursor, text.len());
    items
}

/// The outer items, followed by a block of the inner ones.
fn closed(block: Block, inner: Vec<Inline>, mut outer: Vec<Inline>) -> Vec<Inline> {
    outer.push(Inline::Block(block, inner));
    outer
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: Block = Block::Aside(Role::Note);

    fn text(words: &str) -> Inline {
        Inline::Text(words.into())
    }

    #[test]
    fn text_without_marks_is_one_item() {
        assert_eq!(lay("all of it", [].iter()), [text("all of it")]);
        assert_eq!(lay("", [].iter()), []);
    }

    #[test]
    fn a_reference_lies_inside_a_note() {
        let words = "Before (Note: See ref A. End Note.) after";
        let marks = [(7..35, What::Block(NOTE)), (18..23, What::Reference(0))];
        let inner = vec![text("(Note: See "), Inline::Reference("ref A".into(), 0), text(". End Note.)")];
        assert_eq!(lay(words, marks.iter()), [text("Before "), Inline::Block(NOTE, inner), text(" after")]);
    }

    #[test]
    fn a_break_inside_a_reference_moves_behind_it() {
        let span = Span::new(0, 0);
        let marks = [(0..5, What::Reference(0)), (4..4, What::PageBreak(Some(2), span))];
        let items = lay("ref A, so", marks.iter());
        assert_eq!(
            items,
            [Inline::Reference("ref A".into(), 0), Inline::PageBreak { page: Some(2), span }, text(", so")]
        );
    }

    #[test]
    fn crossing_marks_lose_no_text() {
        let marks = [(0..4, What::Block(NOTE)), (2..6, What::Reference(0)), (5..5, What::Block(NOTE))];
        assert_eq!(lay("abcdefgh", marks.iter()), [Inline::Block(NOTE, vec![text("abcd")]), text("efgh")]);
    }

    #[test]
    fn a_head_ends_on_a_character_inside_a_block() {
        let items = [text("ab"), Inline::Block(NOTE, vec![text("cÄd")]), text("e")];
        assert_eq!(head(&items, 100), (items.to_vec(), false));
        assert_eq!(head(&items, 4), (vec![text("ab"), Inline::Block(NOTE, vec![text("c")])], true));
    }

    #[test]
    fn blocks_nest_only_so_deep() {
        let words = "x".repeat(40);
        let marks: Vec<Mark> = (0..20).map(|depth| (depth..40 - depth, What::Block(NOTE))).collect();
        let mut depth = 0;
        let mut items = lay(&words, marks.iter());
        while let Some(inner) = items.into_iter().find_map(|item| match item {
            Inline::Block(_, inner) => Some(inner),
            _ => None,
        }) {
            depth += 1;
            items = inner;
        }
        assert_eq!(depth, DEEPEST_BLOCK);
    }
}
