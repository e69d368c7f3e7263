//! What stands behind a section's name, up to the mark that ends it: ` and Action Request:`, ` of the talks:`, ` --`.

use super::event::LONGEST_PREFIX;
use super::name::name;
use crate::Role;
use crate::known::begins_with_one_of;
use crate::prose::is_capitalised;
use crate::words::{first_is, head, slice, start_of, starts_with_any_case};

/// The title of a quoted text is no longer than this.
pub(super) const LONGEST_TITLE: usize = 80;

/// A summary can be named together with this, in small letters too.
pub(super) const INTRODUCTION: &str = "introduction";

/// Whether a name in capitals goes on behind the words that name a section: with a comma, or with a word in capitals.
pub(super) fn is_longer(behind: &str) -> bool {
    let near = head(behind, LONGEST_PREFIX);
    let word = near.strip_prefix(' ').and_then(|behind| behind.split(' ').next()).unwrap_or_default();
    behind.starts_with(',') || word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Length of ` of the meeting` behind a name and in front of its colon. Only closing words show that it opens anything.
pub(super) fn about(rest: &str) -> usize {
    let is_about = begins_with_one_of(rest, &[" of ", " from ", " on "]);
    ended(rest).filter(|(_, mark)| is_about && *mark == b':').map_or(0, |(end, _)| end)
}

/// Length of ` and Action Request` or `/Introduction` behind a name and in front of what ends it. A sentence can go on
/// and end like that too, but without the capital, which closing words (`closes`) do not need.
pub(super) fn joined(rest: &str, closes: bool) -> usize {
    const JOINS: [&str; 3] = [" and ", " & ", "/"];
    // Two strokes are the signs behind a name: `//END COMMENT// Two.`
    let join = JOINS.iter().find(|join| starts_with_any_case(rest, join)).filter(|_| !rest.starts_with("//"));
    let Some(join) = join else { return 0 };
    let words = slice(rest, join.len()..);
    // `End summary/Begin comment:`
    if begins_with_one_of(words, &["begin ", "end "]) {
        return 0;
    }
    // What is well known as the second half of a title needs no capital, and a dash can end it.
    let named = name(words);
    let known = match named {
        Some((Role::ActionRequest, len)) => len,
        Some(_) => return 0,
        None if starts_with_any_case(words, INTRODUCTION) => INTRODUCTION.len(),
        None => 0,
    };
    let known_end = join.len().saturating_add(known);
    let behind = rest.get(known_end..).filter(|_| known > 0).unwrap_or_default();
    if behind.starts_with(['.', ':']) || behind.starts_with(" - ") || behind.starts_with(" -- ") {
        return known_end;
    }
    if let Some(title) = dashed(words) {
        return join.len().saturating_add(title);
    }
    let Some((end, mark)) = ended(rest).filter(|(end, _)| *end < LONGEST_PREFIX) else { return 0 };
    // A stroke joins words of a sentence, too: `Comment/response periods: …`
    let is_title = closes || mark == b':' && *join != "/" || first_is(words, u8::is_ascii_uppercase);
    if is_title { end } else { 0 }
}

/// Length of `Next Steps` in front of a dash and a sentence: text that goes on behind a dash has a small letter.
fn dashed(words: &str) -> Option<usize> {
    const MOST: usize = 3;
    let (title, behind) = head(words, LONGEST_PREFIX).split_once(" -")?;
    let sentence = behind.strip_prefix('-').unwrap_or(behind).strip_prefix(' ')?;
    let is_title = is_capitalised(title) && title.split(' ').count() <= MOST;
    (is_title && sentence.starts_with(char::is_uppercase)).then_some(title.len())
}

/// Where a title ends, and with which mark.
pub(super) fn ended(rest: &str) -> Option<(usize, u8)> {
    let mut bytes = rest.bytes().take(LONGEST_TITLE).enumerate();
    bytes.find(|(_, byte)| matches!(byte, b':' | b'.' | b'\n' | b'"'))
}

/// Length of what ends a name that opens a section: colon, full stop, dashes.
pub(super) fn punctuation(rest: &str) -> usize {
    let marks = rest.trim_start_matches([' ', ')']);
    let behind = marks.trim_start_matches([':', '.', '-', ';']);
    // One hyphen joins words; two are a dash, and so is one between blanks.
    let apart = rest.starts_with(' ') && behind.starts_with(' ');
    match slice(marks, ..start_of(behind, marks)) {
        "" => 0,
        "-" if !apart => 0,
        _ => start_of(behind, rest),
    }
}
