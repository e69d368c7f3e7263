//! Words in a paragraph that open or close a section.

use super::begin::{BEGIN, beginning};
use super::behind_name::{INTRODUCTION, about, is_longer, joined, punctuation};
use super::bracket::Brackets;
use super::call::Calls;
use super::closing::{begins_closing, closing};
use super::name::{continued, is_document, is_own, name};
use super::passage::{behind_sentence, marked_passage};
use super::request::announced;
use super::signs::{len_of_name, signs_alone, with_signs};
use crate::Role;
use crate::known::{is_one_of, is_word_of, last_word};
use crate::prose::{Ending, unquoted};
use crate::words::{slice, start_of, starts_with_any_case};
use std::ops::Range;

/// An opening or closing, as a range of the paragraph's logical text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// The words themselves, brackets and punctuation included.
    pub at: Range<usize>,
    /// What they open or close.
    pub kind: Role,
    /// Whether they open or close it.
    pub does: Does,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// Opens a section that runs on in the text.
    Open {
        /// Whether it is sure by itself; otherwise only a closing in the same paragraph proves it.
        sure: bool,
    },
    /// Opens a section in brackets, which ends with them.
    OpenBracket {
        /// The offset behind the closing bracket, once it is known.
        end: Option<usize>,
        /// Whether it is sure by itself, as for a section that runs on.
        sure: bool,
    },
    /// Closes a section.
    Close,
}

/// What some copies have in place of a dash.
const LOST_DASH: &str = " ) ";

/// Words that may stand before a name (`Embassy Comment:`).
pub(super) const MOST_PREFIX_WORDS: usize = 3;
pub(super) const LONGEST_PREFIX: usize = 40;

/// Every opening and closing of a paragraph, in order.
pub(super) fn events(text: &str) -> Vec<Event> {
    let mut found: Vec<Event> = Vec::new();
    let mut brackets = Brackets::default();
    let bytes = text.as_bytes();
    let mut read_to = 0;
    for at in Calls::<true>::new(text) {
        match bytes.get(at) {
            Some(bracket @ (b'(' | b')' | b'[' | b']')) => brackets.pass(at, *bracket, &mut found),
            _ if at >= read_to => {
                if let Some(mut event) = event_at(text, at, &brackets) {
                    event.at = with_signs(text, event.at);
                    read_to = event.at.end;
                    brackets.note(&event, found.len());
                    found.push(event);
                }
            }
            _ => {}
        }
    }
    found
}

fn event_at(text: &str, at: usize, brackets: &Brackets) -> Option<Event> {
    let rest = text.get(at..)?;
    let (before, rest_bytes) = (text.get(..at)?, rest.as_bytes());
    match rest_bytes.first()? | 0x20 {
        b'e' if begins_closing(rest) => closing(text, at),
        b'b' if starts_with_any_case(rest, BEGIN) => beginning(text, at, brackets),
        _ => {
            let (kind, len) = name(rest)?;
            let capital = rest_bytes.first()?.is_ascii_uppercase();
            let (named, behind) = rest.split_at_checked(len)?;
            // `*** SUMMARY ***` begins a paragraph as `SUMMARY` does.
            let signs = signs_alone(before);
            let before = if signs.is_some() { "" } else { before };
            if kind == Role::ActionRequest
                && let Some(begins) = announced(before, behind)
            {
                let end = start_of(behind.get(begins..)?, text);
                return Some(Event { at: 0..end, kind, does: Does::Open { sure: true } });
            }
            let about = if kind == Role::Summary && before.is_empty() { about(behind) } else { 0 };
            let behind = behind.get(continued(behind).max(joined(behind, false)).max(about)..)?;
            // Where no bracket is open, one between blanks is a dash that was lost: `Comment ) The boats came.`
            let is_lost_dash = before.is_empty() && capital && behind.starts_with(LOST_DASH);
            let marks = if is_lost_dash { LOST_DASH.len() } else { punctuation(behind) };
            let again = |signs| len_of_name(signs, slice(behind, marks..));
            let marks = marks.saturating_add(signs.map_or(Some(0), again)?);
            let (mark, behind) = behind.split_at_checked(marks)?;
            let start = begin_of(kind, before, brackets)?;
            let whose = before.get(start..)?.trim_start_matches(['(', '[', ' ']);
            if kind == Role::Comment && !is_own(whose) || kind == Role::Note && is_document(whose) {
                return None;
            }
            let colon = mark.contains([':', '-']);
            let bracketed = start > 0 || brackets.last == Some(0);
            let in_bracket = brackets.last.is_some_and(|open| open >= start.saturating_sub(1) && open < at);
            let at_start = start == 0;
            let named = named.bytes().all(|byte| !byte.is_ascii_lowercase());
            // `Embassy Comment` can be all of the paragraph's first row; `Lead Stories Summary` is a summary of the
            // stories.
            let is_row = at_start
                && (kind == Role::Comment || whose.is_empty())
                && capital
                && mark.is_empty()
                && behind.starts_with('\n');
            // `(Note He has …` has lost its colon: its closing words must show it.
            let goes_on =
                mark.is_empty() && behind.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
            if kind == Role::Note && capital && goes_on && before.ends_with('(') {
                let does = Does::OpenBracket { end: None, sure: false };
                return Some(Event { at: at.saturating_sub(1)..start_of(behind, text), kind, does });
            }
            let joins = kind == Role::Summary
                && whose.strip_suffix(" and ").is_some_and(|first| first.eq_ignore_ascii_case(INTRODUCTION));
            let is_named = capital || in_bracket;
            let begins = is_named || at_start && (colon || joins) || start > 0 && !whose.is_empty();
            if mark.is_empty() && !is_row && !(at_start && named && !in_bracket) || !begins {
                return None;
            }
            // In the middle of a paragraph only a comment with a colon is sure. All else needs its closing words, and
            // so does a name that goes on in capitals, `SUMMARY UPDATE OF THE WATCH`, or that asks: `Please note:`.
            let apart = !mark.is_empty() || is_row && kind != Role::Note || kind == Role::Summary && !is_longer(behind);
            let asks =
                kind == Role::Note && is_word_of(last_word(whose.trim_end()), "addressees also kindly please pls");
            let sure =
                at_start && about == 0 && apart && !asks || colon && kind == Role::Comment && bracketed && is_named;
            Some(opening(text, start, start..start_of(behind, text), kind, brackets, sure))
        }
    }
}

/// Where an opening with its name behind `before` begins: at the bracket, or at the start of the paragraph or the
/// sentence. Up to three words can stand between.
fn begin_of(kind: Role, before: &str, brackets: &Brackets) -> Option<usize> {
    if let Some(open) = brackets.last {
        let between = before.get(open.saturating_add(1)..)?;
        if between.len() <= LONGEST_PREFIX && is_prefix(between) {
            return Some(open);
        }
    }
    let trimmed = before.trim_end();
    if trimmed.is_empty() {
        return Some(0);
    }
    // Behind a quotation a sentence has ended only with what is quoted: `The "Daily Roe" comments:` goes on.
    if matches!(Ending::of(unquoted(trimmed)), Ending::Stop | Ending::Colon | Ending::Closed | Ending::Note) {
        return Some(before.len());
    }
    // The length is checked first, so that a long text in front is not looked at.
    let prefix = trimmed.len() <= LONGEST_PREFIX && is_prefix(trimmed);
    let is_title = |words: &str| {
        let is_word = |word: &str| word.starts_with(|c: char| c.is_uppercase()) || matches!(word, "and" | "&");
        words.split(' ').all(is_word)
    };
    if prefix && is_title(trimmed) {
        return Some(0);
    }
    // The words in front of a comment say whose it is; a `Press Summary` in the text is another's.
    let sentence = || (kind == Role::Comment).then(|| behind_sentence(before))?;
    let passage = marked_passage(before).or_else(sentence)?;
    let words = before.get(passage..)?.trim_end();
    (is_prefix(words) && is_title(words)).then_some(passage)
}

/// Whether words can stand in front of a name: `THIS IS AN ACTION REQUEST` says something, and opens nothing.
fn is_prefix(text: &str) -> bool {
    let mut words = text.split_ascii_whitespace();
    words.clone().count() <= MOST_PREFIX_WORDS
        && !text.contains(['.', ',', ')', ';', ':'])
        && !words.any(|word| is_one_of(word, &["is", "contains", "includes"]))
}

pub(super) fn opening(
    text: &str,
    start: usize,
    at: Range<usize>,
    kind: Role,
    brackets: &Brackets,
    sure: bool,
) -> Event {
    let is_blank = |between: &str| between.trim().is_empty();
    let open =
        brackets.last.filter(|open| *open == start || text.get(open.saturating_add(1)..start).is_some_and(is_blank));
    match open {
        Some(open) => Event { at: open..at.end, kind, does: Does::OpenBracket { end: None, sure: true } },
        None => Event { at, kind, does: Does::Open { sure } },
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    #[track_caller]
    pub fn check(text: &str, expected: &[(&str, Role)]) {
        let found = events(text);
        let shown: Vec<_> = found.iter().map(|event| (&text[event.at.clone()], event.kind)).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn openings() {
        check("Summary: One.", &[("Summary:", Role::Summary)]);
        check("SUMMARY. One.", &[("SUMMARY.", Role::Summary)]);
        check("Comment ) One.", &[("Comment ) ", Role::Comment)]);
        check("Summary and Comment: One.", &[("Summary and Comment:", Role::SummaryAndComment)]);
        check("Summary, continued: One.", &[("Summary, continued:", Role::Summary)]);
        check("Introduction and Summary: One.", &[("Introduction and Summary:", Role::Summary)]);
        check("Introduction and summary. One.", &[("Introduction and summary.", Role::Summary)]);
        check("Summary and introduction. One.", &[("Summary and introduction.", Role::Summary)]);
        check("Summary of the talks:\n- One.", &[("Summary of the talks:", Role::Summary)]);
        check("SUMMARY AND ACTION REQUESTED. ONE.", &[("SUMMARY AND ACTION REQUESTED.", Role::Summary)]);
        check("Summary and Action Request. One.", &[("Summary and Action Request.", Role::Summary)]);
        check("Summary and action request. One.", &[("Summary and action request.", Role::Summary)]);
        check("Summary and Action Request - One", &[("Summary and Action Request -", Role::Summary)]);
        check("Summary and next steps - Lydda: One.", &[("Summary and next steps - Lydda:", Role::Summary)]);
        check("SUMMARY AND INTRODUCTION -- ONE", &[("SUMMARY AND INTRODUCTION --", Role::Summary)]);
        check("Comment and Next Steps -- One", &[("Comment and Next Steps --", Role::Comment)]);
        check("Summary/Introduction: One.", &[("Summary/Introduction:", Role::Summary)]);
        check("Summary & Background. One.", &[("Summary & Background.", Role::Summary)]);
        check("Begin Summary and Background. One.", &[("Begin Summary and Background.", Role::Summary)]);
        check("Begin Comment and Outlook - One.", &[("Begin Comment and Outlook -", Role::Comment)]);
        check("Summary\nOne.", &[("Summary", Role::Summary)]);
        check("Embassy Comment\nOne.", &[("Embassy Comment", Role::Comment)]);
        check("COMMENT AND ACTION REQUEST. ONE.", &[("COMMENT AND ACTION REQUEST.", Role::Comment)]);
        check("Comment and next steps: One.", &[("Comment and next steps:", Role::Comment)]);
        check("Embassy Comment and Recommendation: One.", &[("Embassy Comment and Recommendation:", Role::Comment)]);
        check("Embassy Comment: One.", &[("Embassy Comment:", Role::Comment)]);
        check("Post comment: One.", &[("Post comment:", Role::Comment)]);
        check("One. Comment: Two.", &[("Comment:", Role::Comment)]);
        check("One was here. Embassy Comment: Two.", &[("Embassy Comment:", Role::Comment)]);
        check("One. (S/NF) Embassy Comment: Two.", &[("Embassy Comment:", Role::Comment)]);
        check("One (Legat Comment: Two.)", &[("(Legat Comment:", Role::Comment)]);
        check("This is an action request. One.", &[("This is an action request. ", Role::ActionRequest)]);
        check("Comment - Two.", &[("Comment -", Role::Comment)]);
        check("Conclusion and Comment: Two.", &[("Conclusion and Comment:", Role::Comment)]);
        check("One (Note: two) three", &[("(Note:", Role::Note)]);
        check("One (Embassy note: two) three", &[("(Embassy note:", Role::Note)]);
        check("One (Note He has two. End Note.)", &[("(Note", Role::Note), ("End Note.)", Role::Note)]);
        check("BEGIN TEXT: One.", &[("BEGIN TEXT:", Role::Text)]);
        check("Begin points/non-paper: One.", &[("Begin points/non-paper:", Role::Text)]);
        check("BEGIN TEXT OF LETTER TO ROE: One.", &[("BEGIN TEXT OF LETTER TO ROE:", Role::Text)]);
        check("Begin text of treaty on quays. Quays", &[("Begin text of treaty on quays.", Role::Text)]);
        check("BEGIN TEXT\nDEAR ROE: ONE.", &[("BEGIN TEXT", Role::Text)]);
    }

    #[test]
    fn prose() {
        for text in [
            "He made no comment.",
            "** Comment of the minister on the quay",
            "*** Note the boats",
            "http://summary.example/ is its site.",
            "a note to the end",
            "Summary justice was done",
            "Summary justice was done: one.",
            "Diplomatic Note: One.",
            "Notes and summary. One.",
            "Action requests were",
            "Comment and debate followed.",
            "Comment and debate followed - one by one.",
            "Summary and action request follow. One.",
            "Comment and action requests were sent. One.",
            "Summary and Roe - who had come to the old quay - met Doe.",
            "Comment and response periods - One of them is over - are long.",
            "Comment/response periods: one.",
            "One was here. Minister Roe's Comment: Two.",
            "One was here. Press Comment: Two.",
            "One was here. Daily Press Summary: Two.",
            "One was here. Background and Summary: Two.",
            "One was here. Harbour Note: Two.",
            "He met Mr. Embassy Comment: Two.",
            "One was here. Embassy officers comment: Two.",
            "One was here. The Embassy asked for Comment: Two.",
            "Comment-free zones are few.",
            "Lead Stories Summary\nOne.",
            "The boats (a list of them in the comment ) One.",
            "One was here (see comment ) Two.",
            "Minister Roe's comment: he was glad.",
            "It is so (Minister Roe's comment: he was glad).",
            "THE \"DAILY ROE\" COMMENTS: ONE.",
            "THIS IS AN ACTION REQUEST. SEE PARA 2.",
            "This is an action request: see para 2.",
            "",
        ] {
            check(text, &[]);
        }
    }
}
