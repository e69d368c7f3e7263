//! Titles that a copy joined to the end of the row above: `…of the old quay. After the Strike`, and a rule or a label
//! below.

use crate::body::{ending::without_label, title};
use crate::known::{begins_with_one_of, is_among};
use crate::prose::{ends_closed, ends_sentence, ends_with_closing_words, is_capitalised};
use crate::redaction::is_redacted;
use crate::row::{Gap, Row};
use crate::words::{has_small, slice};
use crate::{Span, wrap};
use memchr::memchr_iter;

/// A title at the end of a row is no longer than this.
const LONGEST_TITLE: usize = 80;

/// A rule and its title differ in length by at most this many bytes.
const FITS: usize = 2;

/// Where titles begin inside `rows`.
pub(in crate::body) fn titles_inside(text: &str, rows: &[Row]) -> Vec<u32> {
    let inside = |(index, row): (usize, &Row)| {
        let mut below = rows.iter().skip(index.saturating_add(1));
        let at = title_above(text, row, below.next()?, below.next())?;
        Some(row.span.offset(at))
    };
    rows.iter().enumerate().filter_map(inside).collect()
}

/// Where the title of the row `below` begins at the end of `row`; `behind` is the row behind `below`.
fn title_above(text: &str, row: &Row, below: &Row, behind: Option<&Row>) -> Option<usize> {
    // A joined row is long, or the next one goes on in its line; most rows have a line end right behind them.
    let is_next_line = || {
        let before = below.span.start.checked_sub(1).and_then(|at| text.as_bytes().get(at as usize));
        before == Some(&b'\n') || wrap::line_ends(Span::new(row.span.end, below.span.start).of(text)) > 0
    };
    let (line, ruled) = (row.span.of(text), below.gap == Gap::Line && title::is_rule(below.span.of(text)));
    if row.span.len() as usize <= wrap::LONGEST_WRAPPED && is_next_line() {
        // A rule between two labels belongs to the title of the second paragraph, which stands behind all of the first.
        let is_labelled = |row: &Row| title::is_labelled(row.span.of(text));
        let is_between = ruled && is_labelled(row) && behind.is_some_and(is_labelled);
        let is_whole = |above: &str| ends_sentence(above) || is_redacted(without_label(above));
        // Above a label, too, words with capitals behind a sentence are a title.
        // A copy with blank lines sets titles apart by them. Behind a quotation stands who said it, and `vs.` ends no
        // sentence.
        let is_above_label =
            || line.len() >= wrap::SHORTEST_CUT && below.gap == Gap::Line && is_labelled(below) && has_small(line);
        let is_title = |at: &usize| {
            let above = slice(line, ..*at);
            are_capitals(slice(line, *at..)) && !above.contains(['"', '“', '”']) && !above.ends_with("vs. ")
        };
        return match is_between {
            true => title_of_length(line, below.span.len() as usize, is_whole),
            false if is_above_label() => title_inside(line).filter(is_title),
            false => None,
        };
    }
    let below = below.span.of(text);
    match title::is_rule(below) {
        // In front of a rule a title can be a question.
        true => ruled_title_inside(line, below.len()).or_else(|| title_inside(line.trim_end_matches('?'))),
        false if title::is_labelled(below) => title_inside(line),
        false => None,
    }
}

/// Where a title as long as the rule below it begins at the end of a row, behind the end of a sentence.
fn ruled_title_inside(row: &str, rule: usize) -> Option<usize> {
    // Its length shows a title even behind `API.`, behind `END SUMMARY`, and behind the `,)` that some copies have in
    // place of a full stop in front of a quotation mark.
    let is_closed = |above: &str| ends_closed(above) || ends_with_closing_words(above);
    title_of_length(row, rule, ends_sentence).or_else(|| title_of_length(row, rule, is_closed))
}

/// Where a title about as long as `rule` begins, behind words that `ends` takes for an end.
fn title_of_length(row: &str, rule: usize, ends: fn(&str) -> bool) -> Option<usize> {
    let start = row.len().checked_sub(rule)?;
    let mut near = start.saturating_sub(FITS)..=start.saturating_add(FITS);
    near.find(|at| {
        let above = row.get(..*at).and_then(|above| above.strip_suffix(' ')).unwrap_or_default();
        let title = row.get(*at..).unwrap_or_default();
        ends(above.trim_end())
            && !title.starts_with(|c: char| c == ' ' || c.is_lowercase())
            && title::reads_like_ruled_title(title)
    })
}

/// Where a title begins at the end of a joined row: words with capitals and no full stop, behind the end of a sentence.
fn title_inside(row: &str) -> Option<usize> {
    let from = row.len().saturating_sub(LONGEST_TITLE);
    let mut blanks = memchr_iter(b' ', row.as_bytes()).rev().take_while(|blank| *blank >= from);
    let at = blanks.find(|blank| row.get(..*blank).is_some_and(ends_sentence))?.saturating_add(1);
    let title = row.get(at..)?.trim_start();
    is_capitalised(title).then(|| row.len().saturating_sub(title.len()))
}

/// Whether three words or more have a capital each, but for articles and the like, and are neither a value, such as
/// `Source: The Gazette`, nor words of handling.
pub(in crate::body) fn are_capitals(title: &str) -> bool {
    const SMALL: &str = "a an and as at by for in of on or the to with";
    let is_word = |word: &str| !word.starts_with(char::is_lowercase) || is_among(word, SMALL);
    title.split(' ').count() > 2
        && title.split(' ').all(is_word)
        && !title.bytes().any(|byte| byte.is_ascii_digit() || byte == b':')
        && !begins_with_one_of(title, &["minimize", "drafted", "clear"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        crate::body::apart::check(titles_inside, text, expected);
    }

    #[test]
    fn titles() {
        const PROSE: &str =
            "¶1. (C) The harbour master has closed the old quay, and nobody can say when the boats will come back.";
        let check = |behind: &str, title: Option<&str>| {
            let text = format!("{PROSE} {behind}\n\n¶2. (C) Rain.");
            let above = title.map_or(format!("{PROSE} {behind}"), |_| PROSE.to_owned());
            let rows: Vec<_> = [Some(above.as_str()), title, Some("¶2. (C) Rain.")].into_iter().flatten().collect();
            check(&text, &rows);
        };
        check("After the Strike", Some("After the Strike"));
        check("U.S. Boats at the Quay", Some("U.S. Boats at the Quay"));
        check("Who Closed the Quay?", None);
        for prose in ["Both are in the U.S.", "\"Never.\"", "He went to the", "XXXXXXXXXXXX", "Boats.", "END COMMENT"] {
            check(prose, None);
        }
    }

    #[test]
    fn titles_of_wrapped_rows() {
        const ABOVE: &str = "1. (C) The harbour master is at the\nquay for the winter, and all of it is shut.";
        let check = |behind: &str, below: &str, is_title: bool| {
            let text = format!("{ABOVE} {behind}\n{below}");
            let rows = crate::row::rows(&text, Span::new(0, text.len() as u32), &[]);
            assert_eq!(!titles_inside(&text, &rows).is_empty(), is_title, "{text}");
        };
        check("After the Strike", "2. (C) Rain.", true);
        for behind in ["Rain", "Mr. Roe", "After the strike", "He met Jane", "Both Left.", "Comment: Rain"] {
            check(behind, "2. (C) Rain.", false);
        }
        for behind in [
            "Source: The Lydda Daily Gazette",
            "Present: Harbour Minister Jane Roe",
            "Clearance: Ann Loam, State/EUR",
            "Minimize for Lydda Considered",
            "He has \"The Quay.\" Jane Roe of Lydda",
            "Roe vs. The Republic of Tarsis",
        ] {
            check(behind, "2. (C) Rain.", false);
        }
        check("Harbour Minister Jane Roe", "\n2. (C) Rain.", false);
        check("After the Strike", "2. Rain.", false);
        check("After the Strike", "the boats came.", false);
    }

    #[test]
    fn titles_in_a_line() {
        const RULE: &str = "---------------------";
        check(&format!("It was so. Who closed the quay? {RULE}"), &["It was so.", "Who closed the quay?", RULE]);
        check(&format!("It was so. It is shut {RULE}"), &["It was so. It is shut", RULE]);
        for above in ["It is for the API.", "He said ,It is so,)", "It is so. END SUMMARY"] {
            check(&format!("{above} Who Closed the Quay? {RULE}"), &[above, "Who Closed the Quay?", RULE]);
        }
        check(&format!("It was so. Who closed the quay?\n{RULE}"), &["It was so. Who closed the quay?", RULE]);
        const BELOW: &str = "3. (C) Rain.";
        for above in ["2. (C) It is so.", "2. (C) XXXXXXXXXXXX"] {
            let row = format!("{above} Who closed the quay?");
            check(&format!("{row}\n{RULE}\n{BELOW}"), &[above, "Who closed the quay?", RULE, BELOW]);
            check(&format!("{row}\n{RULE}\nRain."), &[&row, RULE, "Rain."]);
        }
        for row in ["2. (C) He asked XXXXXXXXXXXX Who Closed the Quay", "2. (C) He met Mr. Roe who closed the quay"] {
            check(&format!("{row}\n{RULE}\n{BELOW}"), &[row, RULE, BELOW]);
        }
    }
}
