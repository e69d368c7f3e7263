//! The page lines of programs that print or make PDF: `UNCLASSIFIED SBU Page 1 of 3`, or only the page.

use super::{Interruption, InterruptionKind};
use crate::words::is_number;
use crate::wrap::line_ends;
use crate::{Span, heading, line};
use memchr::memmem;

/// A classification in front of the page's number is no longer than this.
const LONGEST_BANNER: usize = 60;

/// Every page line of a text, in order. A page line is a line of its own, with a blank line beside it. In `joined`
/// texts, where a converter joined the lines, one with a classification can also stand in the middle of a line.
pub(crate) fn printed_pages(text: &str, span: Span, joined: bool) -> impl Iterator<Item = Interruption> + '_ {
    memmem::find_iter(span.of(text).as_bytes(), b"age ").filter_map(move |at| {
        let start = span.start.checked_add(u32::try_from(at).ok()?.checked_sub(1)?)?;
        let rest = Span::new(start, span.end).of(text);
        let rest = rest.strip_prefix("Page ").or_else(|| rest.strip_prefix("page "))?;
        let (_, rest) = number(rest)?;
        let (_, rest) = number(rest.strip_prefix(" of ")?)?;
        let end = span.end.checked_sub(u32::try_from(rest.len()).ok()?)?;
        let before = before(text, span, start);
        let begin = banner_at_end(before.of(text)).map(|at| before.start.saturating_add(at as u32));
        let begin = begin.or_else(|| before.of(text).trim().is_empty().then_some(start))?;
        let is_alone = ends_line(rest) && Span::new(before.start, begin).of(text).trim().is_empty();
        let above = Span::new(span.start, before.start).of(text);
        let is_apart = is_alone && (is_blank_above(above) || is_blank_below(rest));
        let is_banner = begin < start;
        let is_line = if joined { is_alone || is_banner } else { is_apart };
        is_line.then(|| Interruption::between(InterruptionKind::PageMarker, line::trim(text, Span::new(begin, end))))
    })
}

/// What stands in front of `at` on its line, as far as a banner can reach.
fn before(text: &str, span: Span, at: u32) -> Span {
    let mut start = at.saturating_sub(LONGEST_BANNER as u32).max(span.start);
    while !text.is_char_boundary(start as usize) {
        start = start.saturating_add(1);
    }
    let line = Span::new(start, at).of(text);
    let end = line.rfind(['\n', '\r']).map_or(0, |end| end.saturating_add(1));
    Span::new(start.saturating_add(end as u32), at)
}

/// Where the classification at the end of `before` begins: the longest run of words that is one.
fn banner_at_end(before: &str) -> Option<usize> {
    let whole = before.trim_end();
    let starts = crate::words::words(whole).map(|word| word.start);
    starts.into_iter().find(|start| whole.get(*start..).and_then(heading::banner).is_some())
}

fn number(text: &str) -> Option<(u16, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).filter(|(number, _)| is_number(number) && number.len() <= 4)?;
    Some((number.parse().ok()?, rest))
}

fn ends_line(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\t']).chars().next().is_none_or(|next| matches!(next, '\n' | '\r'))
}

/// Whether a blank line, or nothing, stands above a line.
fn is_blank_above(above: &str) -> bool {
    let words = above.trim_end();
    words.is_empty() || above.get(words.len()..).is_some_and(|gap| line_ends(gap) > 1)
}

/// Whether a blank line, or nothing, stands below a line that ends with `rest`.
fn is_blank_below(rest: &str) -> bool {
    let words = rest.trim_start();
    words.is_empty() || rest.strip_suffix(words).is_some_and(|gap| line_ends(gap) > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let span = Span::new(0, text.len() as u32);
        let found: Vec<_> = printed_pages(text, span, true).map(|found| found.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn lines_of_their_own() {
        for (text, is_found) in [
            ("the mayor\n\nPage 1 of 3\nsaid so", true),
            ("the mayor\nSECRET Page 1 of 3\n\nsaid so", true),
            ("Page 1 of 3\nthe mayor", true),
            ("the mayor lost\nPage 1 of 3\nof it", false),
            ("the mayor marked SECRET Page 2 of 3 of it", false),
        ] {
            let found = printed_pages(text, Span::new(0, text.len() as u32), false).count();
            assert_eq!(found > 0, is_found, "{text}");
        }
    }

    #[test]
    fn page_lines_of_prints() {
        check("UNCLASSIFIED SBU Page 1 of 3\nMRN: 09 TARSIS 417", &["UNCLASSIFIED SBU Page 1 of 3"]);
        check("the mayor\n  UNCLASSIFIED   Page 2 of 13  \nsaid so", &["UNCLASSIFIED   Page 2 of 13"]);
        check("the mayor CONFIDENTIAL//NOFORN Page 2 of 3 said so", &["CONFIDENTIAL//NOFORN Page 2 of 3"]);
        check("the mayor\n\nPage 1 of 3\n\nsaid so", &["Page 1 of 3"]);
        check("SBU Page 1 of 3", &["SBU Page 1 of 3"]);
        check("IUNCLASSI Fl ED Page 1 of 3", &["IUNCLASSI Fl ED Page 1 of 3"]);
        check(
            "UNCLASSIFIED Page 1 of 2\nUNCLASSIFIED Page 2 of 2",
            &["UNCLASSIFIED Page 1 of 2", "UNCLASSIFIED Page 2 of 2"],
        );
    }

    #[test]
    fn prose() {
        for text in ["see page 1 of 3", "Page 1 of 3 is lost", "Page 1", "Page of 3", "age 1 of 3", "Page 1 of ", ""] {
            check(text, &[]);
        }
    }
}
