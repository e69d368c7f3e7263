//! Action requests that are named together with another section, `Summary and Action Request.`, or by a sentence: `This
//! is an action request.`

use crate::words::{head, slice, start_of, words};
use crate::{Role, Section, Span};

/// A sentence that points to another paragraph does so within this many bytes.
const LONGEST_POINTER: usize = 160;

/// Closing words are no longer than this.
const LONGEST_CLOSING: usize = 48;

/// Where the request that a paragraph's first sentence announces begins; `before` and `behind` stand around the words
/// `action request`. A sentence that points to another paragraph announces none in its own.
pub(super) fn announced(before: &str, behind: &str) -> Option<usize> {
    let request = behind.strip_prefix('.')?.trim_start();
    let points = |word: std::ops::Range<usize>| {
        let word = slice(behind, word).trim_start_matches(|c: char| !c.is_alphanumeric());
        word.get(.."para".len()).is_some_and(|word| word.eq_ignore_ascii_case("para"))
    };
    let is_here = before.eq_ignore_ascii_case("this is an ") && !words(head(behind, LONGEST_POINTER)).any(points);
    is_here.then(|| start_of(request, behind))
}

/// The action request that a section of another kind also is, by its opening words; both have the same text.
pub(super) fn request(text: &str, section: &Section) -> Option<Section> {
    if matches!(section.kind, Role::ActionRequest | Role::Text) {
        return None;
    }
    let named = section.opener.of(text);
    let at = named_behind(named)?;
    let opener = Span::new(section.opener.offset(at), section.opener.end);
    Some(Section { kind: Role::ActionRequest, opener, ..section.clone() })
}

/// Where `action request` begins behind another name and `and`, or a stroke: `SUMMARY/ACTION REQUEST`.
pub(super) fn named_behind(named: &str) -> Option<usize> {
    let bare = |word: &str| word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    let mut joined = false;
    let mut behind = words(named).skip(1).map(|word| bare(slice(named, word)));
    words(named).find_map(|range| {
        let word = slice(named, range.clone());
        let stroke = word.rfind('/').map(|stroke| stroke.saturating_add(1));
        let is_joined = std::mem::replace(&mut joined, word == "&" || word.eq_ignore_ascii_case("and"));
        let next = behind.next().unwrap_or_default();
        let start = stroke.unwrap_or(0);
        let is_request = slice(word, start..).eq_ignore_ascii_case("action")
            && matches!(next.as_str(), "request" | "requests" | "requested");
        (is_request && (is_joined || start > 1)).then(|| range.start.saturating_add(start))
    })
}

/// Whether a paragraph ends with the closing words of another section and its request: `End summary and action
/// request.`
pub(super) fn ends_with_both(paragraph: &str) -> bool {
    let mut tail = paragraph.len().saturating_sub(LONGEST_CLOSING);
    while !paragraph.is_char_boundary(tail) {
        tail = tail.saturating_add(1);
    }
    let tail = slice(paragraph, tail..);
    let mut words = words(tail);
    words.any(|word| {
        let behind = slice(tail, word.end..);
        slice(tail, word).trim_start_matches(['(', '[']).eq_ignore_ascii_case("end") && named_behind(behind).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::named_behind;
    use crate::body::section::tests::prose;

    #[test]
    fn under_a_heading_of_both() {
        let text = "SUMMARY AND ACTION REQUEST\n--------------------------\n¶1. (C) Boats.\n\n¶2. (C) Action request: Ropes. \
                    End summary and action request.";
        assert_eq!(prose(text), ["Boats. Action request: Ropes.", "Boats. Action request: Ropes.", "Ropes."]);
        for request in ["Action request: Ropes.", "Action request: Ropes. End action request."] {
            let text = format!(
                "SUMMARY AND ACTION REQUEST\n--------------------------\n¶1. (C) Boats.\n\n¶2. (C) {request}\n\n\
                 ¶3. (C) Goats.\n\n¶4. (C) Comment: Oats."
            );
            assert_eq!(prose(&text), ["Boats.", "Boats.", "Ropes.", "Oats."], "{request}");
        }
    }

    #[test]
    fn names() {
        for (named, expected) in [
            ("Summary and Action Request.", Some("Action Request.")),
            ("SUMMARY AND\nACTION REQUESTS:", Some("ACTION REQUESTS:")),
            ("(C) COMMENT/ACTION REQUEST", Some("ACTION REQUEST")),
            ("Comment & Action Requested -", Some("Action Requested -")),
            ("Summary: Action Request:", None),
            ("COMMENT AND ACTION", None),
        ] {
            assert_eq!(named_behind(named).map(|at| &named[at..]), expected, "{named}");
        }
    }
}
