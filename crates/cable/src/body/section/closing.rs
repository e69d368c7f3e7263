//! `END` and what it closes: `End Summary.`, `END OF COMMENT`, `(End Embassy note.)`

use super::begin::{enclosed, sentence};
use super::behind_name::joined;
use super::event::{Does, Event, LONGEST_PREFIX, MOST_PREFIX_WORDS};
use super::name::{bounded_name, is_end_joined};
use crate::Role;
use crate::words::{start_of, starts_with_any_case};

const END: &str = "end";
const OF: &str = "of ";

/// Whether `END` stands here; below a short line its name can stand on the next one.
pub(super) fn begins_closing(rest: &str) -> bool {
    let behind = rest.as_bytes().get(END.len());
    starts_with_any_case(rest, END) && behind.is_some_and(u8::is_ascii_whitespace) || is_end_joined(rest)
}

/// The closing whose `END` stands at `at`.
pub(super) fn closing(text: &str, at: usize) -> Option<Event> {
    let (before, closing) = text.split_at_checked(at)?;
    let rest = closing.get(END.len()..)?;
    let mut rest = rest.strip_prefix(parts_words).unwrap_or(rest);
    if starts_with_any_case(rest, OF) {
        rest = rest.get(OF.len()..)?;
    }
    for _ in 0..=MOST_PREFIX_WORDS {
        // `END KEY POINTS AND COMMENTS` closes the comments.
        let joins = |(kind, len): &(Role, usize)| {
            *kind == Role::Text && rest.get(*len..).is_some_and(|behind| starts_with_any_case(behind, " and "))
        };
        if let Some((kind, len)) = bounded_name(rest).filter(|found| !joins(found)) {
            let above = before.trim_end();
            let ends = above.is_empty() || above.ends_with(|c: char| !c.is_alphanumeric() && c != ',');
            let capital = closing.starts_with(|c: char| c.is_ascii_uppercase());
            let behind = rest.get(len..)?;
            let behind = behind.get(also(behind).max(joined(behind, true))..)?;
            let stops = behind.is_empty() || behind.starts_with(['.', ')', ':', ',', ';', ']', '\n', '-', '!']);
            if !(capital || ends && stops) {
                return None;
            }
            let start = at.saturating_sub(usize::from(before.ends_with(['(', '['])));
            let behind = behind.get(enclosed(behind).filter(|_| start < at).unwrap_or(0)..)?;
            let behind = behind.get(if kind == Role::Text { sentence(behind) } else { 0 }..)?;
            let end = start_of(behind.trim_start_matches(['.', ')', ']', '-']), text);
            return Some(Event { at: start..end, kind, does: Does::Close });
        }
        let (word, behind) = rest.split_once(parts_words).filter(|(word, _)| word.len() <= LONGEST_PREFIX / 2)?;
        rest = behind;
        // The sentence ends in front of another: `BY THE END OF 2005. END NOTE.`
        if word.ends_with('.') && begins_closing(rest.trim_start()) {
            return None;
        }
    }
    None
}

/// Length of the second name of what is quoted: `END TALKING POINTS/NON-PAPER`.
fn also(rest: &str) -> usize {
    let named = rest.strip_prefix('/').and_then(bounded_name);
    named.filter(|(kind, _)| *kind == Role::Text).map_or(0, |(_, len)| len.saturating_add(1))
}

/// Whether a character separates two words of logical text: a line end stays one where the line was not full.
fn parts_words(letter: char) -> bool {
    matches!(letter, ' ' | '\n')
}

#[cfg(test)]
mod tests {
    use super::super::event::tests::check;
    use crate::Role;

    #[test]
    fn closings() {
        check("One. End Summary.", &[("End Summary.", Role::Summary)]);
        check("One. End Summary and Action Request.", &[("End Summary and Action Request.", Role::Summary)]);
        check("One. end summary and background.", &[("end summary and background.", Role::Summary)]);
        check("One. End Summary/Introduction.", &[("End Summary/Introduction.", Role::Summary)]);
        check("They will end summary and background checks.", &[]);
        for join in ["/", " and ", " & "] {
            let text = format!("One. End Summary{join}Begin Comment: Two. End Comment.");
            let kinds: Vec<_> = super::super::event::events(&text).into_iter().map(|event| event.kind).collect();
            assert_eq!(kinds, [Role::Summary, Role::Comment, Role::Comment], "{text}");
        }
        check("They will end comment and debate.", &[]);
        check("One. END COMMENT", &[("END COMMENT", Role::Comment)]);
        check("One. End talking points/non-paper", &[("End talking points/non-paper", Role::Text)]);
        check("One. End points/nonpaper. Two.", &[("End points/nonpaper.", Role::Text)]);
        check("One. ENDTEXT.", &[("ENDTEXT.", Role::Text)]);
        check("One. End text of agreement. Two.", &[("End text of agreement.", Role::Text)]);
        check("ONE. END TEXT OF U.S. PAPER. TWO.", &[("END TEXT OF U.S. PAPER.", Role::Text)]);
        check("One. End\nSummary.", &[("End\nSummary.", Role::Summary)]);
        check("One. End of\nEmbassy comment.", &[("End of\nEmbassy comment.", Role::Comment)]);
        check("One. End Key Points and Comments.", &[("End Key Points and Comments.", Role::Comment)]);
        check("One. (End note.) Two.", &[("(End note.)", Role::Note)]);
        check("One. End Note and Comment). Two.", &[("End Note and Comment).", Role::Comment)]);
        check("One (Note: by the END OF 2005.  END NOTE.) Two.", &[("(Note:", Role::Note), ("END NOTE.)", Role::Note)]);
        let both = "End background and end comment.";
        check(&format!("One. {both}"), &[(both, Role::Comment)]);
        let embassy = "End embassy and end comment.)";
        check(&format!("(Comment: One. {embassy} Two."), &[("(Comment:", Role::Comment), (embassy, Role::Comment)]);
        check("One. End of Embassy comment.", &[("End of Embassy comment.", Role::Comment)]);
    }
}
