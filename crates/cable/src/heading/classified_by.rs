//! Who classified a telegram, and why: `Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).`

use super::{
    cursor::{Cursor, trim},
    person::person,
    portion_mark::portion_mark,
    reasons::reasons,
};
use crate::misspelt::distance;
use crate::words::{head, shifted, slice, words};
use crate::{Classifier, Field, Logical, Span};
use std::ops::Range;

/// Words that end the name where no section of the order does.
const ENDS: [&str; 10] = [
    "DERIVED FROM",
    "DECLASSIFY ON",
    "DECL ON",
    "FOR REAS",
    "PURSUANT TO",
    "BASED ",
    "DUE TO ",
    " E.O",
    " E. O. 1",
    " EO 1",
];

/// A label that stands again has no more in front of it: `This message classified by`, `1. CLASSIFIED BY`.
const LONGEST_AGAIN: usize = 32;

/// What a "Classified By" line says.
pub(crate) struct Classified {
    pub people: Vec<Field<Classifier>>,
    pub reasons: Vec<Field<String>>,
    /// The words that stand where a name should and are none: `Ambassador`.
    pub unnamed: Option<Span>,
}

/// Reads a "Classified By" line, with or without its label. A telegram that is only derived from classified sources
/// names nobody.
pub(crate) fn classified_by(field: &Logical) -> Classified {
    let text = field.text();
    let (label, people, reasons) = read(text);
    let unnamed = people.is_empty().then(|| office(text, &label)).flatten().map(|office| field.source(office));
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
    Classified { people: fields.collect(), reasons: reasons.collect(), unnamed }
}

/// The words in front of the reasons that name nobody.
fn office(text: &str, label: &Range<usize>) -> Option<Range<usize>> {
    let reasons = reasons(slice(text, label.end..))?;
    let end = label.end.saturating_add(reasons.range.start);
    let end = label.end.saturating_add(name_end(slice(text, label.end..end)));
    let words = trim(text, label.end..end, |c| !c.is_alphanumeric());
    (!is_derived(slice(text, words.clone()))).then_some(words)
}

type Placed<T> = Vec<(Range<usize>, T)>;

fn read(text: &str) -> (Range<usize>, Placed<Classifier>, Placed<String>) {
    let label = label(text);
    let reasons = reasons(slice(text, label.end..));
    let end = reasons.as_ref().map_or(text.len(), |reasons| label.end.saturating_add(reasons.range.start));
    let letters = reasons.into_iter().flat_map(|reasons| reasons.letters);
    let letters = letters.map(|(range, reason)| (shifted(range, label.end), reason)).collect();
    (label.clone(), people(text, label.end..end), letters)
}

/// `Classified By:`, misprints of it (`Classfied`), and both doubled or beside a portion mark.
fn label(text: &str) -> Range<usize> {
    let mut cursor = Cursor::new(text, 0);
    cursor.blanks();
    let start = cursor.at();
    let mut end = start;
    let mut searched = None;
    loop {
        if let Some((len, _)) = portion_mark(cursor.rest()) {
            cursor.forward(len);
        }
        cursor.blanks();
        let word = cursor.run(|byte| byte.is_ascii_alphabetic()).to_ascii_uppercase();
        cursor.blanks();
        let is_label = (8..=11).contains(&word.len()) && word.starts_with("CLAS") && word.ends_with("ED");
        if !is_label || !cursor.eat_word("BY") {
            let rest = slice(text, end..);
            if searched != Some(end)
                && let Some(again) = head(rest, LONGEST_AGAIN).to_ascii_uppercase().find("CLASSIFIED BY")
            {
                searched = Some(end);
                cursor = Cursor::new(text, end.saturating_add(again));
                continue;
            }
            let mark = portion_mark(rest).map_or(0, |(len, _)| len);
            return start..end.saturating_add(mark);
        }
        cursor.take(|byte| byte.is_ascii_whitespace() || b":;.".contains(&byte));
        end = cursor.at();
    }
}

fn people(text: &str, range: Range<usize>) -> Placed<Classifier> {
    let end = range.start.saturating_add(name_end(slice(text, range.clone())));
    let upper = slice(text, range.start..end).to_ascii_uppercase();
    // `DOS CLASSIFICATION GUIDE BY JANE ROE`
    let name = upper.split_once("GUIDE BY ").map_or(upper.as_str(), |(_, name)| name);
    let whole = trim(text, end.saturating_sub(name.len())..end, |c| c.is_whitespace() || ",;:-?(".contains(c));
    let names = slice(text, whole.clone());
    // Of a name that a copy cut off nobody knows the rest: `Ambas...`.
    let is_cut = names.ends_with("..") && names.trim_end_matches('.').ends_with(char::is_alphabetic);
    if is_cut || is_derived(names) {
        return Vec::new();
    }
    // Two people are joined by AND; a function can hold that word too ("Political and Economic Affairs").
    let two = names.to_ascii_uppercase().find(" AND ").and_then(|at| {
        let left = shifted(0..at, whole.start);
        let right = left.end.saturating_add(" AND ".len())..whole.end;
        Some(vec![(left.clone(), half(text.get(left)?)?), (right.clone(), half(text.get(right)?)?)])
    });
    two.unwrap_or_else(|| person(names).map(|person| (whole, person)).into_iter().collect())
}

/// One of two people: with two words of a name, or it may be half a function.
fn half(text: &str) -> Option<Classifier> {
    person(text).filter(|person| person.name.contains(' '))
}

/// Where the name ends: before "for reasons" and the like, or the number of a section.
fn name_end(text: &str) -> usize {
    let upper = text.to_ascii_uppercase();
    let end = ENDS.iter().filter_map(|word| upper.find(word)).chain(reason(&upper)).chain(section(&upper)).min();
    // "For reasons under section" is four words.
    (0..4).fold(end.unwrap_or(text.len()), |end, _| before_closing_word(slice(text, ..end)).unwrap_or(end))
}

/// Where the word REASON stands, or a misprint of it: `reaons`, `RASONS`.
fn reason(upper: &str) -> Option<usize> {
    let is_reason = |word: &str| {
        let word = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        (5..=8).contains(&word.len())
            && word.starts_with('R')
            && ["REASON", "REASONS"].iter().any(|reason| distance(word.as_bytes(), reason.as_bytes()) <= 1)
    };
    words(upper).find(|word| upper.get(word.clone()).is_some_and(is_reason)).map(|word| word.start)
}

/// Where the number of a section stands that is none of the order's reasons, by a misprint: `1.2 (b)`, `1,4`.
fn section(upper: &str) -> Option<usize> {
    upper.as_bytes().windows(3).position(|window| match window {
        [first, mark, last] => first.is_ascii_digit() && b".,".contains(mark) && last.is_ascii_digit(),
        _ => false,
    })
}

/// Where the word stands that leads over to the reasons, if `text` ends in one. A line wrap can tear it: `Reas ons`.
fn before_closing_word(text: &str) -> Option<usize> {
    ["REASONS", "REASON", "SECTION", "PARA", "UNDER", "FOR", "FO", "FR", "PER"].iter().find_map(|word| {
        let mut letters = text.bytes().enumerate().rev().filter(|(_, byte)| byte.is_ascii_alphabetic());
        let mut start = text.len();
        for letter in word.bytes().rev() {
            start = letters.next().filter(|(_, byte)| byte.eq_ignore_ascii_case(&letter))?.0;
        }
        let is_apart = !slice(text, ..start).ends_with(|c: char| c.is_ascii_alphanumeric());
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
            ("Classified By: Ambassador A. Jane Roe for reasons 1.4 (b) and (d).", "Ambassador | A. Jane Roe"),
            ("Classified By: Amb. Jane Roe for reasons 1.4 (b) and (d).", "Amb. | Jane Roe"),
            ("CLASSIFIED BY AMBASSADOR JANE ROE FOR REASONS 1.4 (B) AND (D)", "AMBASSADOR | JANE ROE"),
            ("Classfied By: DCM John Doe, reasons 1.4 (b,d)", "DCM | John Doe"),
            ("(U) Classified by Polcounselor John Doe; reasons: E.O. 12958 1.4 (b,d).", "Polcounselor | John Doe"),
            ("(U) Classified by DCM John Doe, E. O. 12958, reasons 1.4 (b) and (d).", "DCM | John Doe"),
            ("Classified by DCM John E. O. Doe, reasons 1.4 (b) and (d).", "DCM | John E. O. Doe"),
            ("Classified By: Classified by DCM John Doe for reasons 1.4 (b,d)", "DCM | John Doe"),
            ("Classified By: Classifed by POL M/C Jane Roe for reasons 1.4 (b,d)", "POL M/C | Jane Roe"),
            ("Classified By: (U) CDA Jane Roe; E.O 12958, reasons 1.4 (b,d)", "CDA | Jane Roe"),
            ("Classified By: This message classified by DCM John Doe for reasons 1.4 (b,d)", "DCM | John Doe"),
            ("Classified By: 1. CLASSIFIED BY DCM JOHN DOE REASONS: 1.4 (B) AND (D)", "DCM | JOHN DOE"),
            ("Classified By: U/S Maria Roe (G). Reason: 1.4 (b) and (d)", "U/S (G) | Maria Roe"),
            ("Classified By: DCM John Doe under 1.4 (b) and (d)", "DCM | John Doe"),
            ("Classified By: PRT Team Leader John Doe, 1.4 (b) and (d)", "PRT Team Leader | John Doe"),
            ("Classified By: ECON/POL Section Head John Doe, 1.4 (b/d)", "ECON/POL Section Head | John Doe"),
            ("Classified By: CDA Robert Roe. 1.4 (b) and (d)", "CDA | Robert Roe"),
            ("Classified By: CHG: Robert Roe for reasons 1.4 (b) and (d)", "CHG | Robert Roe"),
            ("Classified By: Political M-C Jane Roe for reasons 1.4 (b) and (d)", "Political M-C | Jane Roe"),
            ("Classified By: DCM Jane MC Roe for reasons 1.4 (b) and (d)", "DCM | Jane MC Roe"),
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
            ("Classified By: Ambassador John Doe, III. \nReasons: 1.4 (b) and (d).", "Ambassador | John Doe, III"),
            ("Classified By: Ambasasdor Jane Roe for reaons 1.4 (b/d)", "Ambasasdor | Jane Roe"),
            ("CLASSIFIED BY ACTING COUNSEL0R JANE ROE F0R 1.4 (B/D)", "ACTING COUNSEL0R | JANE ROE"),
            ("Classified By: Amb:JROE, RASONS 1.4 (b) and (d)", "Amb | JROE"),
            ("Classified By: Ambassador to Tarsis Jane A. Roe, 1.4 (b/d)", "Ambassador to Tarsis | Jane A. Roe"),
            ("Classified By: Ambassador to Tarsis Roe, 1.4 (b/d)", "Ambassador to Tarsis | Roe"),
            (
                "Classified By: Special Envoy for Tarsis and Lydda \nJane A. Roe, Jr., 1.4 (b/d)",
                "Special Envoy for Tarsis and Lydda | Jane A. Roe, Jr.",
            ),
            ("Classified By: Pol Min Charles O. Do \ne, 1.4 (b/d)", "Pol Min | Charles O. Doe"),
            ("Classified By: Pol-Mil Counselor A.F. Roe, 1.4 (b/d)", "Pol-Mil Counselor | A.F. Roe"),
            ("Classified By: PolMinCouns John Doe, reasons 1.4 (b/d)", "PolMinCouns | John Doe"),
            ("Classified By: ConGen Tarsis DPO Jane Roe; Reason 1.4 (b) (d)", "ConGen Tarsis DPO | Jane Roe"),
            ("Classified By: NEA John B. Doe for reasons EO 12958 1.4 (b,d)", "NEA | John B. Doe"),
            ("Classified By: Acting DCM/John Doe for reasons 1.4 (b/d)", "Acting DCM | John Doe"),
            ("Classified by: DCM J. John Doe (acting) for reasons 1.4 (b/d)", "DCM (acting) | J. John Doe"),
            ("Classified By: Charge d'Affaires (AI) John Doe, 1.4 (b/d)", "Charge d'Affaires (AI) | John Doe"),
            ("Classified By: Charge, d,Affaires a. i. John Doe, 1.4 (b/d)", "Charge, d,Affaires a. i. | John Doe"),
            ("CLASSIFIED BY: ISN ? JANE ROE, ACTING, 1.4 (B/D)", "ISN, ACTING | JANE ROE"),
            (
                "Classified By: COUNSELOR FOR TRADE AFFAIR \nS JANE ROE, 1.4 (B/D)",
                "COUNSELOR FOR TRADE AFFAIR \nS | JANE ROE",
            ),
            ("Classified By: DOS GUIDE BY JANE ROE, 1.4 (B/D)", "- | JANE ROE"),
            ("CLASSIFIED BY DCM JANE ROE BASED UPON 1.4 (B/D)", "DCM | JANE ROE"),
            ("Classified By: DCM Jane Roe under Se \nction 1.4 b/d", "DCM | Jane Roe"),
            ("Classified By: DCM Jane Roe fo Reasons: 1.4(b), (d).", "DCM | Jane Roe"),
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
        check(
            "CLASSIFIED BY ACTING U/S FOR ARMS CONTROL AND HARBOURS (T) JOHN C. DOE, REASON 1.4 (B).",
            &["ACTING U/S FOR ARMS CONTROL AND HARBOURS (T) | JOHN C. DOE"],
            "1.4(b)",
        );
    }

    #[test]
    fn nobody() {
        check("Classified By: Derived from Multiple Sources", &[], "");
        check("DERIVED FROM: DSCG 05-1 B, D", &[], "");
        check("Classified By: Ambassador for reasons 1.4 (b) and (d)", &[], "1.4(b) 1.4(d)");
        check("CLASSIFIED BY SECTION 1.5 (B)", &[], "1.5(b)");
        check("Classified By: Charge for reQ#8$UQ of 2 ships", &[], "");
        check("Classified By: TARSIS 222 \nTARSIS 216", &[], "");
        check("Classified By: Ambassador Jane Ro...", &[], "");
        check("Classified By:", &[], "");
        check("", &[], "");
    }
}
