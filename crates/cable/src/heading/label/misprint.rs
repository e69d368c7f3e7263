//! Recognizes labels with letters wrong, missing or out of place.

use super::{Label, is_tag_row};
use crate::glossary::tag_kind;
use crate::heading::executive_order::{begins_value, behind_order};
use crate::heading::spelled::spelled;
use crate::heading::written_date::date_shape;
use crate::mark::portion_mark;
use crate::misspelt::is_near;
use crate::words::{start_of, starts_with_any_case};

/// Marks that scans and copies of the seventies have for the colon of a label.
const MARKS: [char; 3] = ['.', ',', '/'];

/// The length of the subject's label with another mark than a colon, or with a letter wrong or missing: `SUBJECT.
/// TALKS`, `SUBJ/ TALKS`, `SUB: TALKS`. It is a label only below order or codes.
pub(crate) fn subject_by_place(line: &str) -> Option<usize> {
    let pointed = || {
        let behind = line.strip_prefix("SUBJECT").or_else(|| line.strip_prefix("SUBJ"))?;
        let value = behind.trim_start_matches(MARKS).trim_start();
        (behind.starts_with(MARKS) && value.starts_with(char::is_alphanumeric)).then_some(value)
    };
    let short = || {
        let (word, value) = line.split_once(':')?;
        let word = word.trim_end();
        let is_word = (3..=5).contains(&word.len()) && !word.bytes().any(|byte| byte.is_ascii_lowercase());
        let is_label = is_word && word.starts_with('S') && is_near(word, "SUBJ", 1);
        is_label.then(|| value.trim_start_matches([' ', '\t', ':']))
    };
    pointed().or_else(short).map(|value| start_of(value, line))
}

/// Reads a label with wrong, missing, extra or spaced letters: `SUBECT:`, `SUBJ8:`, `S U B J:`, `AGS:`, `TASG:`,
/// `TAGSC:`, `Classfied By`.
pub(super) fn misprint(line: &str) -> Option<(Label, usize)> {
    let letters = spaced(line).unwrap_or_else(|| line.bytes().take_while(u8::is_ascii_alphanumeric).count());
    if !(3..=13).contains(&letters) {
        return None;
    }
    let (word, rest) = line.split_at_checked(letters)?;
    let rest = rest.trim_start();
    // Comparing letters is slow, and few words have either of these behind them.
    if !rest.starts_with(':') && !is_by(rest) {
        return None;
    }
    let mut word = word.to_ascii_uppercase();
    word.retain(|letter| letter != ' ');
    let near = |label: &str| is_near(&word, label, 2);
    let (label, rest) = match word.as_bytes() {
        [b'C', b'L', ..] if is_by(rest) && near("CLASSIFIED") => (Label::ClassifiedBy, rest.get(2..)?),
        [b'S' | b'U', ..] if rest.starts_with(':') && near("SUBJECT") => (Label::Subject, rest),
        b"SUBJ" if rest.starts_with(':') => (Label::Subject, rest),
        b"AGS" if rest.starts_with(':') => (Label::Tags, rest),
        [b'T', ..] if rest.starts_with(':') && (4..=5).contains(&word.len()) && is_tags(&word) => (Label::Tags, rest),
        _ => return None,
    };
    Some((label, start_of(rest.trim_start_matches([' ', '\t', ':']), line)))
}

/// Where the codes begin behind `TAGS/`, `TAGS.` or `TAGSC:`, with another mark than a colon or an extra letter.
/// Nothing may follow, or a code of the table; it must have four letters, as shorter codes can be words of a subject.
pub(crate) fn codes_by_place(line: &str) -> Option<usize> {
    let behind = line.strip_prefix("TAGS")?;
    let marked = behind.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let value = marked.trim_start().trim_start_matches(MARKS).trim_start_matches([':', ';', '-', ' ']);
    let is_marked = value.len() < marked.trim_start().len() && start_of(marked, behind) <= 1;
    let first = value.split(|c: char| !c.is_ascii_uppercase()).next().unwrap_or_default();
    let is_label = value.is_empty() || first.len() == 4 && tag_kind(first).is_some();
    (is_marked && is_label).then(|| start_of(value, line))
}

/// Where the codes begin behind a label with one letter wrong or in spaced letters, between order and subject: `TAOS:
/// PREL, XG`. The row must hold only codes, one of them a four-letter code of the table.
pub(crate) fn codes_below_order(line: &str) -> Option<usize> {
    let (label, value) = line.split_once(':')?;
    let label = label.trim_end();
    let is_label = is_near(label, "TAGS", 1) || label == "T A G S";
    let value = value.trim_start();
    let is_known = |code: &str| code.len() == 4 && tag_kind(code).is_some();
    let is_codes = || is_tag_row(value) && value.split([',', ' ']).any(is_known);
    (is_label && is_codes()).then(|| start_of(value, line))
}

/// Where the value of an executive order's row begins that lacks the proper label, above codes and subject. It is a
/// value without order, `DECL: 06/09/2019`, or a known order with a value behind it, with any letters or mark in front:
/// `F.O. 12958: N/A`, `(U) E.O. 12958: N/A`. The value is needed, as paragraphs on an order begin with its number, too.
pub(crate) fn order_by_place(line: &str) -> Option<usize> {
    let mark = if line.starts_with('(') { portion_mark(line)?.0 } else { 0 };
    let behind = line.get(mark..)?.trim_start();
    Some(start_of(behind, line).saturating_add(order_behind_letters(behind)?))
}

fn order_behind_letters(line: &str) -> Option<usize> {
    const LONGEST: usize = 6;
    const MOST_LETTERS: usize = 3;
    let value = line.strip_prefix("DECL").and_then(|rest| rest.trim_start().strip_prefix(':'));
    if value.is_some_and(|value| value.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == 'X')) {
        return Some(0);
    }
    let at = line.bytes().take(LONGEST.saturating_add(1)).position(|byte| byte.is_ascii_digit())?;
    let (letters, row) = line.split_at_checked(at)?;
    let capitals = letters.bytes().filter(u8::is_ascii_uppercase).count();
    let is_label =
        capitals <= MOST_LETTERS && letters.bytes().all(|byte| byte.is_ascii_uppercase() || b"., :".contains(&byte));
    let value = behind_order(row)?.trim_start_matches([':', '.', ';', ' ']);
    let is_value = begins_value(value) || date_shape(value).is_some();
    (is_label && is_value).then_some(at)
}

/// The length of the subject's label in spaced letters.
fn spaced(line: &str) -> Option<usize> {
    if !line.starts_with("S U B") {
        return None;
    }
    ["SUBJECT", "SUBJ"].into_iter().find_map(|label| spelled(line, 0, label))
}

/// Whether a word is the four letters of `TAGS` in any order; letters can be repeated.
fn is_tags(word: &str) -> bool {
    "TAGS".chars().all(|letter| word.contains(letter)) && word.chars().all(|letter| "TAGS".contains(letter))
}

fn is_by(rest: &str) -> bool {
    starts_with_any_case(rest, "BY") && !rest.as_bytes().get(2).is_some_and(u8::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{Label, codes_below_order, codes_by_place, order_by_place, subject_by_place};
    use crate::heading::label;

    #[track_caller]
    fn check(line: &str, expected: Option<(Label, &str)>) {
        assert_eq!(label(line).map(|(label, len)| (label, &line[len..])), expected, "{line}");
    }

    #[test]
    fn misprints() {
        check("SUBECT: ONE", Some((Label::Subject, "ONE")));
        check("SUBJECT; ONE", Some((Label::Subject, "ONE")));
        check("SUBJECT - ONE", Some((Label::Subject, "ONE")));
        check("SUBJ ONE", Some((Label::Subject, "ONE")));
        check("SUBJECT: SUBJECT: ONE", Some((Label::Subject, "ONE")));
        check("SUBJECT: SUBJECTS OF TALKS", Some((Label::Subject, "SUBJECTS OF TALKS")));
        check("SUBJECT: SUBJECT OF TALKS", Some((Label::Subject, "SUBJECT OF TALKS")));
        check("TASG: PREL", Some((Label::Tags, "PREL")));
        check("AGS: PREL", Some((Label::Tags, "PREL")));
        check("UBJECT: ONE", Some((Label::Subject, "ONE")));
        check("tags prel, pgov", Some((Label::Tags, "prel, pgov")));
        check("TAG PREL", Some((Label::Tags, "PREL")));
        check("tAGS PREL", Some((Label::Tags, "PREL")));
        check("Classfied By: Jane Roe", Some((Label::ClassifiedBy, "Jane Roe")));
        check("CLASSIFIED  BY JANE ROE", Some((Label::ClassifiedBy, "JANE ROE")));
        check("Clasified by: Jane Roe", Some((Label::ClassifiedBy, "Jane Roe")));
        check("EO: 12958 N/A", Some((Label::ExecutiveOrder, "EO: 12958 N/A")));
        check("Executive Order 12958: N/A", Some((Label::ExecutiveOrder, "Executive Order 12958: N/A")));
        check("(REF: TARSIS 138)", Some((Label::References, "TARSIS 138)")));
        check("A. REF TARSIS 138", Some((Label::References, "A. REF TARSIS 138")));
        check("REF TEL: TARSIS 138", Some((Label::References, "TARSIS 138")));
    }

    #[test]
    fn labels_of_the_seventies() {
        for line in ["SUBJT: ONE", "S U B J E C T: ONE", "S U B J : ONE"] {
            check(line, Some((Label::Subject, "ONE")));
        }
        for line in ["SUBS: ONE", "SUB: ONE", "SUB1: ONE", "Sub: ONE", "SUB ONE", "S U B: ONE", "TAGS/ PREL"] {
            check(line, None);
        }
    }

    #[test]
    fn codes() {
        let read = |line: &'static str| codes_by_place(line).map(|len| &line[len..]);
        for line in ["TAGS/ PREL", "TAGS. PREL", "TAGS, PREL", "TAGSC: PREL", "TAGSS; PREL"] {
            assert_eq!(read(line), Some("PREL"), "{line}");
        }
        for line in ["TAGSA PREL", "TAGS. THE PRICE", "TAGSCC: PREL", "TAGS, AS PROMISED", "TAGS. US POLICY"] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn codes_without_their_label() {
        for (line, expected) in [
            ("TAOS: PREL, XG", Some("PREL, XG")),
            ("TAGE: XG, PREL", Some("XG, PREL")),
            ("RAGS: PREL", Some("PREL")),
            ("T A G S: PREL", Some("PREL")),
            ("TAOS: XG, LY", None),
            ("TAOS: PREL, HARBOR", None),
            ("TAOS PREL", None),
            ("BOATS: PREL", None),
            ("TAGS OF BOATS: PREL", None),
        ] {
            assert_eq!(codes_below_order(line).map(|at| &line[at..]), expected, "{line}");
        }
    }

    #[test]
    fn orders() {
        for (line, expected) in [
            ("DECL: 06/09/2019", Some("DECL: 06/09/2019")),
            ("DECL:X1", Some("DECL:X1")),
            ("F.O. 12958: N/A", Some("12958: N/A")),
            ("EL.O. 11652: XGDS-3", Some("11652: XGDS-3")),
            ("12958: DECL: 06/09/2019", Some("12958: DECL: 06/09/2019")),
            ("E.Q. 13526 06/09/2019", Some("13526 06/09/2019")),
            ("(U) E.O. 12958: N/A", Some("12958: N/A")),
            ("(U) E.O. 12958: The Embassy gave the names.", None),
            ("(U) E.O. 13224: The Embassy gave the names.", None),
            ("(U) E.O. 12958: Declassified files came.", None),
            ("(See E.O. 12958: N/A)", None),
            ("F.O. 12065: 12/31/84", Some("12065: 12/31/84")),
            ("DECL ON: 06/09/2019", None),
            ("DECL 06/09/2019", None),
            ("DECL: never", None),
            ("LYDDA 12958: N/A", None),
            ("F.O. 12958 BOATS", None),
            ("F.O. 12959: N/A", None),
            ("NO. 12958: THE QUAY", None),
            ("f.o. 12958: N/A", None),
            ("F.O. 129581: N/A", None),
        ] {
            assert_eq!(order_by_place(line).map(|at| &line[at..]), expected, "{line}");
        }
    }

    #[test]
    fn subjects() {
        let read = |line: &'static str| subject_by_place(line).map(|len| &line[len..]);
        for line in [
            "SUBJECT. ONE",
            "SUBJ. ONE",
            "SUBJ/ ONE",
            "SUBJECT, ONE",
            "SUBJ.ONE",
            "SUB: ONE",
            "SUJ: ONE",
            "SUBJ8 : ONE",
        ] {
            assert_eq!(read(line), Some("ONE"), "{line}");
        }
        for line in ["SUBJECT ONE", "SUBJECTS. ONE", "SUBJ.", "SUBJECT./", "Sub: ONE", "SUB ONE", "STAB: ONE"] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
