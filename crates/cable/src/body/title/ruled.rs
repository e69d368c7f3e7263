//! Titles with a line of dashes under them, often over them too.

use super::heading::{Heading, MOST_LINES, is_labelled, is_rule};
use super::value::is_tabular;
use super::words::{MOST_BYTES, is_title_line, reads_like_ruled_title};
use crate::body::{above, ending::ends_section_stopped, section::is_bound};
use crate::prose::{ends_closed, is_capitalised, is_unfinished};
use crate::row::{Gap, Row};
use crate::{body::label, wrap};

/// A copy that joined its lines has all lines of a title on one row, which is no longer than this.
const MOST_JOINED: usize = 2 * MOST_BYTES;

/// The heading that the rule at `rule` belongs to. The rows in front of `free` belong to the heading above.
pub(super) fn ruled(text: &str, rows: &[Row], rule: usize, free: usize) -> Option<Heading> {
    let ends = |row: &Row| row.gap == Gap::Line;
    let is_apart = |below: &Row| below.gap == Gap::Blank;
    // A rule right below a title and in front of a blank line is that title's, even if a row with a rule follows.
    match rows.get(rule).is_some_and(ends) && rows.get(rule.saturating_add(1)).is_some_and(is_apart) {
        true => above_rule(text, rows, rule, free).or_else(|| below_rule(text, rows, rule)),
        false => below_rule(text, rows, rule).or_else(|| above_rule(text, rows, rule, free)),
    }
}

/// Rule, title, rule.
fn below_rule(text: &str, rows: &[Row], rule: usize) -> Option<Heading> {
    let start = rule.saturating_add(1);
    let below = rows.get(start..)?;
    let len = below.iter().take(MOST_LINES + 1).position(|row| is_rule(row.span.of(text)))?;
    let titles = below.get(..len)?;
    // A paragraph that lost its anchor can stand between the rule of its own title and the next title.
    let is_paragraph =
        |first: &Row, second: &Row| second.gap == Gap::Blank && label::read(first.span.of(text)).is_some();
    let is_whole = !titles.first().zip(titles.get(1)).is_some_and(|(first, second)| is_paragraph(first, second));
    let end = start.saturating_add(len);
    let whole = !titles.is_empty()
        && is_whole
        && titles.iter().all(|row| is_title_line(row.span.of(text)))
        && !(start..end).any(|at| is_tabular(text, rows, at));
    whole.then_some(Heading { rows: rule..end.saturating_add(1), title: start..end })
}

/// Title, rule.
fn above_rule(text: &str, rows: &[Row], rule: usize, free: usize) -> Option<Heading> {
    let row = rows.get(rule)?;
    let is_labelled = |row: &Row| is_labelled(row.span.of(text));
    // `A. The harbour` and `The harbour.` are titles as well, right above a rule of their length and below a blank
    // line.
    let is_ruled = |title: &Row| {
        let line = title.span.of(text);
        row.gap == Gap::Line
            && title.gap == Gap::Blank
            && row.span.len().abs_diff(title.span.len()) <= 1
            && label::read(line).is_none()
            && !is_bound(line)
            && !ends_section_stopped(line)
    };
    let title_above = |at: usize| {
        let is_title = |title: &Row| reads_like_ruled_title(title.span.of(text)) || at == rule && is_ruled(title);
        let title = above(rows, at).filter(|title| at > free && is_title(title))?;
        let at = at.saturating_sub(1);
        (title.span.len() as usize <= MOST_JOINED && !is_tabular(text, rows, at)).then_some((at, title))
    };
    let heading = |start: usize| Heading { rows: start..rule.saturating_add(1), title: start..rule };
    let fits = |title: Row| row.span.len().abs_diff(title.span.len()) <= 4;
    let (nearest, title) = title_above(rule)?;
    // Above a paragraph, and below a sentence or another heading.
    let is_between = || {
        let is_below_heading = nearest > 0 && nearest == free;
        let is_closed = |above: Row| ends_closed(above.span.of(text)) || ends_section_stopped(above.span.of(text));
        (is_below_heading || above(rows, nearest).is_some_and(is_closed))
            && rows.get(rule.saturating_add(1)).is_some_and(is_labelled)
    };
    if row.gap != Gap::Line {
        // In a copy with every second line blank a title is as long as its rule, or stands above a paragraph.
        let is_title = || fits(title) || rows.get(rule.saturating_add(1)).is_some_and(is_labelled);
        let is_apart = title.gap != Gap::Line && is_title()
            || (fits(title) || is_heading_case(title.span.of(text))) && is_between();
        return is_apart.then(|| heading(nearest));
    }
    let mut start = rule;
    let mut is_list = row.span.len().abs_diff(title.span.len()) <= 1;
    for lines in 1..=MOST_LINES {
        let Some((at, title)) = title_above(start) else { break };
        let line = title.span.of(text);
        is_list &= lines == 1 || line.len() < wrap::SHORTEST_CUT && !is_unfinished(line);
        if title.gap != Gap::Line {
            // The names of participants can stand right above a title.
            return Some(heading(if is_list && lines == MOST_LINES { nearest } else { at }));
        }
        start = at;
    }
    // No blank line sets the title apart from the text above: it must be as long as its rule, or stand between the end
    // of a sentence or another heading and the next paragraph.
    (fits(title) || is_between()).then(|| heading(nearest))
}

/// Whether a row has the capitals of a title and is not a name with an office: `Ann Loam, Consul`.
fn is_heading_case(line: &str) -> bool {
    is_capitalised(line) && !line.contains(',')
}

#[cfg(test)]
mod tests {
    use crate::body::title::heading::check;

    #[test]
    fn ruled() {
        check("-------\nSUMMARY\n-------\n\n1. (C) Text.", &["SUMMARY"]);
        check("Comment\n-------\n\n5. (C) Text.", &["Comment"]);
        check("Comment\n\n-------------\n\n5. (C) Text.", &["Comment"]);
        check("It ends.\nThe harbour\n\n-----------\n\n5. (C) Text.", &["The harbour"]);
        check("It goes on\nat the quay\n\n-----------\n\n5. (C) Text.", &[]);
        check("It ends.\nThe Harbour\n\n----\n\n5. (C) Text.", &["The Harbour"]);
        check("It ends.\nThe harbour\n\n----\n\n5. (C) Text.", &[]);
        check(
            "Text.\n\nThe Harbour Is Shut;\nThe Quay Is Not\n---\n5. (C) Text.",
            &["The Harbour Is Shut;|The Quay Is Not"],
        );
        check("Text.\n\nA. The harbour\n--------------\n5. (C) Text.", &["A. The harbour"]);
        check("Text.\n\n(C) The harbour\n-------------\n5. (C) Text.", &["(C) The harbour"]);
        check("Text.\n\nWho closed it.\n--------------\n5. (C) Text.", &["Who closed it."]);
        check("Text.\n\nIt is closed.\n-----\n5. (C) Text.", &[]);
        check("Text ends here.\n\nThe harbour,\nand after\n-----------\n2. (C) Text.", &["The harbour,|and after"]);
        check("Text ends here.\nThe harbour\n-----------\n2. (C) Text.", &["The harbour"]);
        check("Text ends here.\nThe harbour\n----\n2. (C) Text.", &["The harbour"]);
        check("It is shut. End Summary\nThe harbour\n----\n2. (C) Text.", &["The harbour"]);
        check("1. (C) It is the year end summary\nThe harbour\n----\n2. (C) Text.", &[]);
        check("Text.\n\nYear End Summary\n------\n\n2. (C) Text.", &["Year End Summary"]);
        check("Text.\n\nTHE YEAR END SUMMARY\nAND BOATS\n----\n\n2. (C) Text.", &["THE YEAR END SUMMARY|AND BOATS"]);
        check("Text.\n\nMr. Doe\nMs. Roe (notes)\nThe quay\n--------\n2. (C) Text.", &["The quay"]);
        check(
            "Text.\n\nThe harbour and\nthe town of\nTarsis\n------\n2. (C) Text.",
            &["The harbour and|the town of|Tarsis"],
        );
        check("1. (C) Text goes on\nat the harbour\n----\n2. (C) Text.", &[]);
        check(
            "-----\nBoats\n-----\nThe harbour of the town\n--------\n2. (C) Text.",
            &["Boats", "The harbour of the town"],
        );
        check("Text.\n\nBoats,\n-----\n\nThe\nquay\n-----\n\n2. (C) Text.", &["Boats,", "The|quay"]);
        check("THE QUAY\n--------\n18. SEE SEPTEL.\n\nROPES\n-----\n19. THEY HOLD.", &["THE QUAY", "ROPES"]);
    }

    #[test]
    fn of_tables() {
        const TABLE: &str =
            "Year     Boats  Crews\n---------------------\n2006        12     40\n2007        14     42";
        for rows in [
            TABLE.to_owned(),
            format!("{TABLE}\n---------------------\nTotal       26     82"),
            format!("---------------------\n{TABLE}\n---------------------"),
            TABLE.replace('\n', "\n\n"),
            TABLE.replace("---------------------", "----     -----  -----"),
            TABLE.replace("Year     Boats", "Year  Boats"),
        ] {
            check(&format!("1. (C) They are these:\n\n{rows}\n\n2. (C) Text."), &[]);
        }
        check(&format!("1. (C) Text.\n\nThe Boats\n---------\n{TABLE}\n\n2. (C) Text."), &["The Boats"]);
        const BUDGET: &str = "BUDGET OF LYDDA    2007";
        check(&format!("1. (C) Text.\n\n{BUDGET}\n---\n2. (C)   Text  goes    on."), &[BUDGET]);
        check("SUMMARY   (C)\n-------\n1. (C)   Text.", &["SUMMARY   (C)"]);
        check("B O A T S   A N D   Q U A Y\n-----\n\n1. (C) Text.", &["B O A T S   A N D   Q U A Y"]);
        check(
            "1. (C) Text.\n\nBoats  and Quay\n-----\n\nRopes  and Tar\n-----\n\n2. Text.",
            &["Boats  and Quay", "Ropes  and Tar"],
        );
    }

    #[test]
    fn with_gaps_beside_tables() {
        const TABLE: &str = "Year   Boats   Crews\n2006      12      40\n2007      14      42";
        for title in [
            "COMMENT  (C)",
            "COMMENT   -   (C)",
            "EMBASSY  COMMENT",
            "S U M M A R Y   A N D   C O M M E N T",
            "PART II  QUAYS",
            "SECTION II   THE QUAY",
            "Next  Steps",
        ] {
            check(&format!("1. (C) They are these:\n\n{TABLE}\n\n{title}\n-----\n\n2. (C) Text."), &[title]);
        }
        check(&format!("1. (C) Text.\n\nTRADE WITH  LYDDA\n----\n{TABLE}\n\n2. (C) Text."), &["TRADE WITH  LYDDA"]);
        check("1. (C) Text.\n\nBIO NOTE   (U)\n-----\n\nRoe     b. 1944\nDoe     b. 1950", &["BIO NOTE   (U)"]);
        const PROSE: &str = "The quay   is closed  for a long while and nobody\nknows   why that is so.";
        check(&format!("1. (C) Text.\n\nThe Quay  and Boats\n-----\n\n{PROSE}"), &["The Quay  and Boats"]);
        check(&format!("{TABLE}\n\nTHE QUAY  AND THE BAY\n\n2. (C) Text."), &["THE QUAY  AND THE BAY"]);
        check("1. (C) Text.\n\nQuay  Boats  Crews\n\n----\n\nNorth   12   40\n\nSouth  2  4\n----\n2. (C) Text.", &[]);
    }

    #[test]
    fn rule_alone() {
        check("Text ends here.\n\n----------\n\n2. (C) Text.", &[]);
        check("----------", &[]);
        check("---\n-\nBREAD\n---", &["BREAD"]);
    }
}
