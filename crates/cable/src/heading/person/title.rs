//! Recognizes titles, functions, ranks, offices and missions in front of a name or behind it.

use super::letters;
use crate::known::is_among;
use crate::misspelt::is_near;

/// Words that are or end a title, function, rank, office or mission, in capitals without points and marks.
const TITLES: &str = "\
    ACTING ADCM ADMINISTRATOR ADVISER ADVISOR AF AFFAIRES AFFAIRS AI AIT AMB AMBASSADOR ARSO ASSISTANT ASST ATTACHE \
    BUREAU CA CAO CAPT CDA CG CHAIRMAN CHAIRWOMAN CHARG CHARGE CHG CHIEF COL COM COMMERCIAL CONGEN CONSUL CONSULAR \
    COORDINATOR COUN COUNCILOR COUNS COUNSEL COUNSELLOR COUNSELOR DAFFAIRES DAO DAS DATT DCM DELEGATE DEP DEPUTY DIR \
    DIRECTOR DPO DS EAP EB ECON ECONOMIC EEB EMIN ENVOY EUR EXECUTIVE FCS FSO GEN GENERAL HEAD INR INTERIM IO IPO \
    ISN LEADER LEGATT LT LTC LTCOL MAJ MANAGEMENT MCOUNSELOR MEMBER MIL MILITARY MINISTER MISSION NAS NEA OES OFF \
    OFFICER PAO PDAS PM POL POLAD POLITICAL PRESIDENT PRINCIPAL PRM PRT REPRESENTATIVE RPO RSO SCA SCIENCE SECRETARY \
    SENIOR SPECIAL STAFF TDY UNDER UNDERSECRETARY USAID USDEL USEU USNATO USOSCE USUN VCI VICE VISA WHA";

/// Pieces that form abbreviations of functions: `EconMinCouns`, `PolOff`.
const PIECES: [&str; 17] = [
    "ADM",
    "CHIEF",
    "CONS",
    "CON",
    "COUNSELOR",
    "COUNS",
    "COUN",
    "ECON",
    "ECO",
    "EC",
    "EMB",
    "EST",
    "LAB",
    "MIL",
    "MIN",
    "OFF",
    "POL",
];

/// Words that misprints are compared with: `Ambassodor`, `Counsleor`, `d'Affaries`.
const OFTEN_MISPRINTED: [&str; 15] = [
    "AFFAIRES",
    "AFFAIRS",
    "AMBASSADOR",
    "ASSISTANT",
    "ATTACHE",
    "CHARGE",
    "CHIEF",
    "COUNSELOR",
    "DAFFAIRES",
    "DEPUTY",
    "DIRECTOR",
    "MINISTER",
    "OFFICER",
    "POLITICAL",
    "SECRETARY",
];

/// How many words of a title stand at `at`: none, one, or up to three if the further ones only go with the first.
pub(super) fn title_len(words: &[&str], at: usize) -> usize {
    let Some(word) = words.get(at) else { return 0 };
    let next = words.get(at.saturating_add(1));
    if !is_title(word, next.copied()) {
        return 0;
    }
    let torn = |next: &&&str| letters(next).len() == 1 && is_known(&format!("{word}{next}"));
    let pieces = |next: &&&str| at.saturating_add(2) < words.len() && is_piece(word) && is_piece(next);
    let third = words.get(at.saturating_add(2)).filter(|third| matches!(**third, "i." | "I."));
    // `A.` without `I.` is an initial.
    let acts = |next: &str| matches!(next, "a." | "A.") && third.is_some();
    let more = next.filter(|next| matches!(**next, "MC" | "d" | "D") || acts(next) || torn(next) || pieces(next));
    let even_more = third.filter(|_| more.is_some());
    match (more, even_more) {
        (None, _) => 1,
        (Some(_), None) => 2,
        (Some(_), Some(_)) => 3,
    }
}

/// Whether a word is a title: one of the table, a compound with one (`Minister-Counselor`), an office (`EUR/PRA`), a
/// remark in brackets, or a misprint. In front of a capitalized name it can also be an abbreviation.
fn is_title(word: &str, next: Option<&str>) -> bool {
    if let Some((office, last)) = word.rsplit_once('/') {
        let is_name = office.split('/').all(is_known) && is_capitalized(last) && !is_known(last) && !is_piece(last);
        return !(is_name && next.is_some_and(is_capitalized));
    }
    let bare = letters(word);
    word.starts_with('(')
        || is_known(word)
        || word.contains('-') && word.split('-').any(|part| part.len() > 2 && is_known(part))
        // `M-C Roe` is a minister-counselor, `MC Roe` a name.
        || word == "M-C"
        || is_composed(&bare, 0)
        || is_misprint(&bare, next.is_some())
        || (3..=6).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && next.is_some_and(is_capitalized)
}

pub(in crate::heading) fn is_known(word: &str) -> bool {
    // `A.F. Roe` has initials, `AF` is a bureau.
    let has_points = word.trim_end_matches('.').contains('.');
    (!has_points || letters(word) == "AI") && is_among(&letters(word), TITLES)
}

fn is_piece(word: &str) -> bool {
    PIECES.contains(&letters(word).as_str())
}

/// Whether a word begins with a capital and has small letters: `Roe`.
fn is_capitalized(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase()) && word.chars().any(char::is_lowercase)
}

/// Whether two to four of the pieces form the word.
fn is_composed(letters: &str, pieces: usize) -> bool {
    const MOST: usize = 4;
    let behind = PIECES.iter().filter_map(|piece| letters.strip_prefix(piece));
    let mut behind = behind.filter(|_| pieces < MOST);
    behind.any(|rest| pieces > 0 && rest.is_empty() || is_composed(rest, pieces.saturating_add(1)))
}

/// Whether a word is a misprint of a title. A short one counts only in front of another word.
fn is_misprint(letters: &str, in_front: bool) -> bool {
    (4..=12).contains(&letters.len())
        && OFTEN_MISPRINTED.iter().any(|title| {
            let same_start = title.as_bytes().first() == letters.as_bytes().first();
            let same_end = title.as_bytes().last() == letters.as_bytes().last();
            let near = |most| same_start && is_near(letters, title, most);
            match letters.len() {
                4 | 5 => in_front && same_end && near(1),
                6 => in_front && near(1),
                7 => in_front && title.len() >= 7 && near(2),
                _ => title.len() >= 8 && near(2),
            }
        })
}
