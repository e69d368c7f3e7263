//! What the Department prints over a telegram released under the Freedom of Information Act: banners, stamps and
//! exemptions, and the page heads of the systems that printed the copy.
//!
//! A scan is read row by row, so each of these is a row of its own, at any place.

use super::{Interruption, InterruptionKind, review, without_print_number};
use crate::heading;
use crate::words::{head, is_number};
use crate::{Span, line};
use memchr::memmem;

/// The words at the head and foot of each page of a release. What stands in front of them is often misread.
const BANNER: &str = "Department of State Case No.";

/// The first page, with the banner at its foot, ends within this many bytes.
const FIRST_PAGE: usize = 16 * 1024;

/// The decision about the copy; exemptions can follow it.
const DECISIONS: [&str; 4] = ["RELEASE IN FULL", "RELEASE IN PART", "RELEASED IN FULL", "RELEASED IN PART"];

/// The beginnings of a sentence that says who decided; it ends with a day.
const SENTENCES: [&str; 3] = ["Declassification Authority:", "Portions Reclassified by", "Classification Extended on"];

/// A sentence runs over at most this many more rows.
const MORE_ROWS: usize = 2;

/// Everything printed over a release. Adjacent rows are one interruption.
pub(crate) fn released(text: &str, span: Span) -> Vec<Interruption> {
    let first = head(span.of(text), FIRST_PAGE);
    let is_print = memmem::find(first.as_bytes(), BANNER.as_bytes()).is_some();
    if !is_print && !review::is_stamped(first) {
        return Vec::new();
    }
    let mut found: Vec<Interruption> = Vec::new();
    let rows: Vec<Span> = line::rows(text, span).collect();
    let mut rest = rows.iter();
    let mut page = "";
    // The row above, if it is the telegram's.
    let mut above = Span::default();
    while let Some((row, below)) = rest.as_slice().split_first() {
        let from = rest.as_slice();
        rest.next();
        let written = row.of(text);
        page = page_number(written).unwrap_or(page);
        let is_behind = above.is_empty() && !found.is_empty();
        let printed = if let Some(start) = sentence(written) {
            let ends = |row: &&Span| ends_with_day(row.of(text));
            let more = rest.as_slice().iter().take(MORE_ROWS).position(|row| ends(&row)).filter(|_| !ends(&row));
            let last = more.and_then(|more| rest.nth(more)).unwrap_or(row);
            Some(Span::new(row.offset(start), last.end))
        } else if let Some(more) = review::rows_below(text, from) {
            let last = rest.by_ref().take(more).last().unwrap_or(row);
            Some(row.cover(*last))
        } else if let Some(start) = stamp(written, is_print) {
            Some(Span::new(row.offset(start), row.end))
        } else {
            let is_exempted = is_print && is_exemptions(written) && !opens_reasons(above.of(text));
            // Today's banner above the decision.
            let is_todays =
                || review::is_banner(written) && below.first().is_some_and(|below| is_decision(below.of(text)));
            (is_exempted || is_behind && is_page_number(written, page) || is_todays()).then_some(*row)
        };
        let Some(printed) = printed else {
            above = *row;
            continue;
        };
        // The classification at the foot of the page, with misread letters.
        let foot = Some(above).filter(|above| written.contains(BANNER) && is_damaged_level(above.of(text)));
        let printed = foot.map_or(printed, |foot| foot.cover(printed));
        match found.last_mut().filter(|_| is_behind && printed.start == row.start) {
            Some(last) => last.span = last.span.cover(printed),
            None => found.push(Interruption::between(InterruptionKind::Stamp, printed)),
        }
        above = Span::default();
    }
    found
}

fn is_damaged_level(row: &str) -> bool {
    heading::banner(row).is_some_and(|read| read.damaged)
}

/// Where the stamp at the end of a row begins: the decision, and in a print with banners also its other stamps.
fn stamp(row: &str, is_print: bool) -> Option<usize> {
    let is_head = || {
        matches!(row.trim_matches(['[', ']']), "DECLASSIFIED" | "DECAPTIONED")
            || row.contains(BANNER)
            || page_number(row).is_some()
            || is_page_head(row)
            || is_print_number(row)
            || is_first_head(row)
    };
    let is_whole = is_decision(row) || is_print && is_head();
    if is_whole {
        return Some(0);
    }
    // The captions can stand in front of the word that says they were taken off.
    let captions = row.strip_suffix("DECAPTIONED").filter(|captions| captions.ends_with(' '))?;
    heading::captions(captions).map(|_| captions.len())
}

/// `RELEASE IN PART B1,1.4(D)`
fn is_decision(row: &str) -> bool {
    let bare = row.trim_matches(['[', ']']);
    let decided = DECISIONS.iter().find_map(|decision| bare.strip_prefix(decision));
    // A scan can have a figure for the bracket behind it.
    decided.is_some_and(|behind| behind.trim_start_matches([']', '1']).is_empty() || is_exemptions(behind))
}

/// The number of `[Page 2]`, which numbers the scans of a file.
fn page_number(row: &str) -> Option<&str> {
    row.strip_prefix("[Page ")?.strip_suffix(']').filter(|number| is_number(number))
}

/// The head of a page of the Department's message handlers: `POEMS Automated Telegram Handler - B26 06/21/96 12:08 pm
/// Page: 2`, `Item Subject: …`, and `Wed Nov 27 15:33:26 1996 [STATE 012345] D COPY 2 OF 11 Page 2 OF 3`.
fn is_page_head(row: &str) -> bool {
    let timed = || {
        let mut last = row.rsplit(' ');
        last.next().is_some_and(is_number) && last.next() == Some("Page:") && matches!(last.next(), Some("am" | "pm"))
    };
    let copied =
        || row.split_once(" COPY ").is_some_and(|(_, behind)| behind.contains(" OF ") && behind.contains(" Page "));
    row.contains("POEMS") && row.contains("Automated")
        || row.starts_with("Item Subject:")
        || row.starts_with("ItemSubject:")
        || timed()
        || copied()
}

/// A row with only the number of a print: `PTP0417`.
pub(crate) fn is_print_number(row: &str) -> bool {
    let (letters, digits) = row.split_at_checked(3).unwrap_or_default();
    digits.len() == 4 && is_number(digits) && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The head of a print's first page: its number behind a classification, which scans mostly lose.
fn is_first_head(row: &str) -> bool {
    const LONGEST: usize = 32;
    let bare = without_print_number(row);
    let is_damaged =
        || if bare.contains(' ') { is_damaged_level(bare) } else { heading::classification(bare).is_none() };
    row.len() <= LONGEST && bare.len() < row.len() && is_damaged()
}

/// The number of the page at its head, perhaps behind the classification: `SECRET 2`.
fn is_page_number(row: &str, page: &str) -> bool {
    let Some(before) = row.strip_suffix(page).filter(|_| !page.is_empty()) else { return false };
    let level = heading::classification(before).filter(|read| read.text.start == 0);
    before.is_empty() || level.is_some_and(|read| before.get(read.rest).is_some_and(|rest| rest.trim().is_empty()))
}

/// Where a sentence that says who decided begins; text can be left in front of it.
fn sentence(row: &str) -> Option<usize> {
    SENTENCES.iter().find_map(|opening| row.find(opening))
}

/// Whether a row ends with a day in the form of a stamp: `6/18/2019`.
fn ends_with_day(row: &str) -> bool {
    let year = row.rsplit('/').next().filter(|year| year.len() < row.len());
    year.is_some_and(|year| year.len() == 4 && is_number(year))
}

/// A row with only exemptions from release: `B1,1.4(B),1.4(D)`, `25X6`.
fn is_exemptions(row: &str) -> bool {
    let codes = || row.split([',', ' ', ']']).filter(|code| !matches!(*code, "" | "."));
    codes().next().is_some() && codes().all(is_exemption)
}

/// Whether the row above is a telegram's reason for its classification: its letters can go on in the row below.
fn opens_reasons(above: &str) -> bool {
    const REASON: &[u8] = b"REASON";
    above.as_bytes().windows(REASON.len()).any(|word| word.eq_ignore_ascii_case(REASON))
}

/// An exemption of the Act (`B1`, `B7(C)`), or a category of the executive order on which the first exemption rests
/// (`1.4(D)`, `25X6`).
fn is_exemption(code: &str) -> bool {
    let (code, letter) = code.split_once('(').map_or((code, None), |(code, letter)| (code, Some(letter)));
    let is_category = letter.is_some_and(|letter| matches!(letter.as_bytes(), [b'A'..=b'H', b')']));
    match code.as_bytes() {
        b"1.4" => is_category,
        [b'B', b'1'..=b'9'] => letter.is_none() || is_category,
        [b'2' | b'5', b'0' | b'5', b'X', b'1'..=b'9'] => letter.is_none(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOP: &str = "UNCL IED U.S. Department of State Case No. F-2030-00417 Doc No. C00000417 Date: 05/29/2031";

    /// What is taken out below a banner.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let whole = format!("{TOP}\nA SHIP\n{text}");
        let found = released(&whole, Span::new(0, whole.len() as u32));
        assert_eq!(found.iter().skip(1).map(|found| found.span.of(&whole)).collect::<Vec<_>>(), expected, "{text}");
        assert!(released(text, Span::new(0, text.len() as u32)).is_empty(), "{text}");
    }

    #[test]
    fn stamps() {
        check(
            "[RELEASE IN FULL1\nIS\nRELEASE IN PART B1,1.4(B)\nIT",
            &["[RELEASE IN FULL1", "RELEASE IN PART B1,1.4(B)"],
        );
        check("RELEASE IN FULL\nDECLASSIFIED\nIT", &["RELEASE IN FULL\nDECLASSIFIED"]);
        check("NODIS DECAPTIONED\nDECAPTIONED\nIT", &["DECAPTIONED\nDECAPTIONED"]);
        check("THEY RELEASE IN FULL LIGHT\nIT WAS DECLASSIFIED", &[]);
        check("[Page 2]\nSECRET 2\nSECRET 2", &["[Page 2]\nSECRET 2\nSECRET 2"]);
        check("[Page 2]\nSECRET 3\n2", &["[Page 2]"]);
    }

    #[test]
    fn foot_of_page() {
        let text = format!("SHIPS\nCECRET\n{TOP}\nSHIPS\n{TOP}");
        let found = released(&text, Span::new(0, text.len() as u32));
        let found: Vec<_> = found.iter().map(|found| found.span.of(&text)).collect();
        assert_eq!(found, [&format!("CECRET\n{TOP}"), TOP]);
    }

    #[test]
    fn sentences() {
        let who = "Declassification Authority: Jane P. Roe,\nSenior Reviewer, A/GIS 6/18/2019";
        check(&format!("0912 EDT {who}\nIT"), &[who]);
        check(
            "Declassification Authority: Jane P. Roe, A/GIS 6/18/2019\nB/D 1/2/1999",
            &["Declassification Authority: Jane P. Roe, A/GIS 6/18/2019"],
        );
        check(
            "Declassification Authority: Jane P. Roe\nIT\nIS\n6/18/2019",
            &["Declassification Authority: Jane P. Roe"],
        );
        let more = "Portions Reclassified by DoS on 08/12/2030 - Class: SECRET -\nReason: 1.4(B) - Declassify on: 08/12/2031\nB1";
        check(&format!("{more}\nIT"), &[more]);
    }

    #[test]
    fn reviews() {
        let stamp = "REVIEW AUTHORITY: JANE P ROE\nDATE/CASE ID: 12 MAR 2030 203000417\nUNCLASSIFIED";
        check("REVIEW AUTHORITY: Jane Roe, Senior Reviewe\nIT", &["REVIEW AUTHORITY: Jane Roe, Senior Reviewe"]);
        check("REVIEW AUTHORITY: THE PORT\nUNCLASSIFIED\nIT", &[]);
        let text = format!("UNCLASSIFIED\nRELEASED IN FULL\nSECRET\nSHIPS\n{stamp}\nOF IT");
        let found = released(&text, Span::new(0, text.len() as u32));
        let found: Vec<_> = found.iter().map(|found| found.span.of(&text)).collect();
        assert_eq!(found, ["UNCLASSIFIED\nRELEASED IN FULL", stamp]);
    }

    #[test]
    fn exemptions() {
        check("B1,1.4(B),25X6\n1.4(D)\nB1 .\nIT", &["B1,1.4(B),25X6\n1.4(D)\nB1 ."]);
        check("REASONS:\n1.4(B)\nIT", &[]);
        check("B1 SHIPS\n1.4\nB\nC1", &[]);
    }

    #[test]
    fn page_heads() {
        for head in [
            "POEMS Automated Te'legram Handler - B26 06/21/30 12:08 pm Page: 2",
            "- B26 11/30/30 09:07 am Page: 3",
            "Item Subject: SHIPS",
            "Wed Nov 27 15:33:26 2030 [TARSIS 417] D COPY 2 OF 11 Page l OF 3",
            "PTP0417",
            "C NrIDENTIAL PTP0417",
            "SEC= PTP0417",
        ] {
            check(&format!("{head}\nIT"), &[head]);
        }
    }
}
