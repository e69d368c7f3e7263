//! Who classified a telegram, and why: `Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).`

use super::{
    cursor::{Cursor, trim},
    person::person,
    portion_mark::portion_mark,
    reasons::reasons,
};
use crate::{Classifier, Field, Logical, Span};
use std::ops::Range;

/// Words that end the name where no section of the order does.
const ENDS: [&str; 9] = [
    "DERIVED FROM",
    "DECLASSIFY ON",
    "DECL ON",
    "REASON",
    "REAONS",
    "FOR REAS",
    "UNDER SECTION",
    "PURSUANT TO",
    "E.O. ",
];

/// Reads a "Classified By" line, with or without its label. A telegram that is only derived from classified sources
/// names nobody.
pub(crate) fn classified_by(field: &Logical) -> (Vec<Field<Classifier>>, Vec<Field<String>>) {
    let text = field.text();
    let (label, people, reasons) = read(text);
    let label = field.source(label);
    let fields = people.into_iter().enumerate().map(|(index, (range, value))| {
        let raw = field.source(range);
        let label = if index == 0 && !label.is_empty() { label } else { Span::new(raw.start, raw.start) };
        Field { label, raw, value }
    });
    let reasons = reasons.into_iter().map(|(range, value)| {
        let raw = field.source(range);
        Field { label: Span::new(raw.start, raw.start), raw, value }
    });
    (fields.collect(), reasons.collect())
}

type Placed<T> = Vec<(Range<usize>, T)>;

fn read(text: &str) -> (Range<usize>, Placed<Classifier>, Placed<String>) {
    let label = label(text);
    let reasons = reasons(&text[label.end..]);
    let end = reasons.as_ref().map_or(text.len(), |reasons| label.end + reasons.range.start);
    let letters = reasons.into_iter().flat_map(|reasons| reasons.letters);
    let letters = letters.map(|(range, reason)| (label.end + range.start..label.end + range.end, reason)).collect();
    (label.clone(), people(text, label.end..end), letters)
}

/// `Classified By:`, misprints of it (`Classfied`), and both doubled or behind a portion mark.
fn label(text: &str) -> Range<usize> {
    let mut cursor = Cursor::new(text, 0);
    cursor.blanks();
    let start = cursor.at();
    let mut end = start;
    loop {
        if let Some((len, _)) = portion_mark(cursor.rest()) {
            cursor = Cursor::new(text, cursor.at() + len);
        }
        cursor.blanks();
        let word = text[cursor.take(|byte| byte.is_ascii_alphabetic())].to_ascii_uppercase();
        cursor.blanks();
        let is_label = (8..=11).contains(&word.len()) && word.starts_with("CLAS") && word.ends_with("IED");
        if !is_label || !cursor.eat_word("BY") {
            return start..end;
        }
        cursor.take(|byte| byte.is_ascii_whitespace() || b":;.".contains(&byte));
        end = cursor.at();
    }
}

fn people(text: &str, range: Range<usize>) -> Placed<Classifier> {
    let whole = range.start..range.start + name_end(&text[range]);
    let whole = trim(text, whole, |c| c.is_whitespace() || ",;:-(".contains(c));
    if is_derived(&text[whole.clone()]) {
        return Vec::new();
    }
    // Two people are joined by AND; a function can hold that word too ("Political and Economic Affairs").
    let two = text[whole.clone()].to_ascii_uppercase().find(" AND ").and_then(|at| {
        let left = whole.start..whole.start + at;
        let right = left.end + " AND ".len()..whole.end;
        Some(vec![(left.clone(), half(&text[left])?), (right.clone(), half(&text[right])?)])
    });
    two.unwrap_or_else(|| person(&text[whole.clone()]).map(|person| (whole, person)).into_iter().collect())
}

/// One of two people: with a title or two words of a name, or it may be half a function.
fn half(text: &str) -> Option<Classifier> {
    person(text).filter(|person| person.title.is_some() || person.name.contains(' '))
}

/// Where the name ends: before "for reasons" and the like.
fn name_end(text: &str) -> usize {
    let upper = text.to_ascii_uppercase();
    let end = ENDS.iter().filter_map(|word| upper.find(word)).min().unwrap_or(text.len());
    // "For reasons" is two words.
    (0..2).fold(end, |end, _| before_closing_word(&text[..end]).unwrap_or(end))
}

/// Where the word stands that leads over to the reasons, if `text` ends in one. A line wrap can tear it: `Reas ons`.
fn before_closing_word(text: &str) -> Option<usize> {
    ["REASONS", "REASON", "UNDER", "FOR", "PER"].iter().find_map(|word| {
        let mut letters = text.bytes().enumerate().rev().filter(|(_, byte)| byte.is_ascii_alphabetic());
        let mut start = text.len();
        for letter in word.bytes().rev() {
            start = letters.next().filter(|(_, byte)| byte.eq_ignore_ascii_case(&letter))?.0;
        }
        let is_apart = start > 0 && !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
        is_apart.then_some(start)
    })
}

fn is_derived(name: &str) -> bool {
    let upper = name.to_ascii_uppercase();
    upper.is_empty() || upper.starts_with("DERIVED") || upper.contains("MULTIPLE SOURCES") || upper.starts_with("DSCG")
}

#[cfg(test)]
mod tests {
    use super::read;

    /// Expected people as `title | name`, in order.
    #[track_caller]
    fn check(text: &str, people: &[&str], reasons: &str) {
        let (_, found, letters) = read(text);
        let found: Vec<String> = found
            .into_iter()
            .map(|(_, who)| format!("{} | {}", who.title.as_deref().unwrap_or("-"), who.name))
            .collect();
        let letters: Vec<String> = letters.into_iter().map(|(_, reason)| reason).collect();
        assert_eq!(found, people, "{text:?}");
        assert_eq!(letters.join(" "), reasons, "{text:?}");
    }

    #[test]
    fn title_and_name() {
        let both = "1.4(b) 1.4(d)";
        for (text, person) in [
            ("Classified By: Ambassador Gary B. Doe for Reasons 1.4 b/d.", "Ambassador | Gary B. Doe"),
            ("Classified By: Amb. Jane Roe for reasons 1.4 (b) and (d).", "Amb. | Jane Roe"),
            ("CLASSIFIED BY AMBASSADOR JANE ROE FOR REASONS 1.4 (B) AND (D)", "AMBASSADOR | JANE ROE"),
            ("Classfied By: DCM John Doe, reasons 1.4 (b,d)", "DCM | John Doe"),
            ("(U) Classified by Polcounselor John Doe; reasons: E.O. 12958 1.4 (b,d).", "Polcounselor | John Doe"),
            ("Classified By: Classified by DCM John Doe for reasons 1.4 (b,d)", "DCM | John Doe"),
            ("Classified By: U/S Maria Roe (G). Reason: 1.4 (b) and (d)", "U/S (G) | Maria Roe"),
            ("Classified By: DCM John Doe under 1.4 (b) and (d)", "DCM | John Doe"),
            ("Classified By: PRT Team Leader John Doe, 1.4 (b) and (d)", "PRT Team Leader | John Doe"),
            ("Classified By: ECON/POL Section Head John Doe, 1.4 (b/d)", "ECON/POL Section Head | John Doe"),
            ("Classified By: CDA Robert Roe. 1.4 (b) and (d)", "CDA | Robert Roe"),
            ("Classified By: CDA, A.I. JOHN DOE FOR REASON 1.4 (B/D).", "CDA, A.I. | JOHN DOE"),
            (
                "Classified By: Charge d'Affaires, a.i., John Doe for reasons 1.4 b, d",
                "Charge d'Affaires, a.i. | John Doe",
            ),
            ("Classified By: Charge d' Affaires John Doe. Reason: 1.4 (b),(d).", "Charge d' Affaires | John Doe"),
            ("Classified By: Charge d,Affaires John Doe. Reason: 1.4 (b),(d).", "Charge d,Affaires | John Doe"),
            ("Classified By: POLITICAL COUNSELOR JANE ROE, REASONS: 1.4 (b/d)", "POLITICAL COUNSELOR | JANE ROE"),
            (
                "Classified By: Deputy Chief of Mission, John Doe for reasons 1.4 b and d",
                "Deputy Chief of Mission | John Doe",
            ),
            (
                "Classified By: Acting Minister Counselor for Political Affairs John Doe, 1.4 (b/d).",
                "Acting Minister Counselor for Political Affairs | John Doe",
            ),
            (
                "Classified By: Minister-Counselor for Political-Military Affairs John Doe for reasons 1.4 (b,d).",
                "Minister-Counselor for Political-Military Affairs | John Doe",
            ),
            ("Classified By: EUR/PRA Dir. Jane Roe, Reason 1.4 (b) and (d)", "EUR/PRA Dir. | Jane Roe"),
            ("Classified By: T U/S Jane A. Roe for Reasons 1.4 b,and d.", "T U/S | Jane A. Roe"),
            ("Classified By: Ambassador John Doe, Jr. Reasons 1.4 (b) and (d).", "Ambassador | John Doe, Jr."),
            ("Classified By: Ambassador John Doe: 1.4 (b), (d)", "Ambassador | John Doe"),
            ("Classified By: Ambassador Doe for reasons 1.4 (b) & (d).", "Ambassador | Doe"),
            ("Classified By: Jane W. Roe, Reasons 1.4 (b), (d)", "- | Jane W. Roe"),
            ("CLASSIFIED BY: Jane Roe, DCM; REASON: 1.4(B), (D)", "DCM | Jane Roe"),
            (
                "CLASSIFIED BY: Jane Roe, Director, Elbonia Office, DOS. REASON: 1.4 (b), (d)",
                "Director, Elbonia Office, DOS | Jane Roe",
            ),
            ("Classified By: JANE G. ROE, DIRECTOR, INR/OPS. REASON: 1.4(B)(D).", "DIRECTOR, INR/OPS | JANE G. ROE"),
            ("Classified By: Jane Roe, State POL; Reason: 1.4 (b,d)", "State POL | Jane Roe"),
            ("Classified By: ISN - J. S. ANN DOE, ACTING FOR REASONS 1.4(B) AND (D)", "ISN, ACTING | J. S. ANN DOE"),
            ("Classified By: Political Counselor John Doe for Reas ons 1.4b,d", "Political Counselor | John Doe"),
            ("Classified By: Jane Roe, Minister Counselor, r eason 1.4, b and d.", "Minister Counselor | Jane Roe"),
            (
                "Classified By: Acting Minister Counselor Andrew D oe, 1.4 (b/d).",
                "Acting Minister Counselor | Andrew Doe",
            ),
            ("Classified By: Pol M/C Roe for Reasons 1.4 b and d.", "Pol M/C | Roe"),
            ("Classified By: Political MC John Doe for Reasons 1.4 b and d.", "Political MC | John Doe"),
            ("Classified By: Ambassador Anna de la Roe for Reasons 1.4 b and d.", "Ambassador | Anna de la Roe"),
        ] {
            check(text, &[person], both);
        }
    }

    #[test]
    fn two_people() {
        check(
            "Classified By: AMBASSADOR JANE ROE AND DCM JOHN DOE FOR REASONS 1.4 (B).",
            &["AMBASSADOR | JANE ROE", "DCM | JOHN DOE"],
            "1.4(b)",
        );
        check(
            "Classified By: Counselor for Political and Economic Affairs Jane Roe, reason 1.4 (b).",
            &["Counselor for Political and Economic Affairs | Jane Roe"],
            "1.4(b)",
        );
    }

    #[test]
    fn nobody() {
        check("Classified By: Derived from Multiple Sources", &[], "");
        check("DERIVED FROM: DSCG 05-1 B, D", &[], "");
        check("Classified By: Ambassador for reasons 1.4 (b) and (d)", &[], "1.4(b) 1.4(d)");
        check("Classified By:", &[], "");
        check("", &[], "");
    }
}
