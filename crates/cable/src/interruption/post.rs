//! The post in front of a page marker: where its name begins in a row with other words.

use super::{POST_WORDS, begins_line, last_word};
use crate::redaction::is_redacted;
use crate::words::slice;

/// A marker cuts a post's name off behind this many characters.
const LONGEST_POST: usize = 10;

/// Where the name at the end of `front` begins, if the header has it in more than one word.
pub(super) fn of_header(front: &str, header: &str) -> Option<usize> {
    cut_post(front, header).or_else(|| own_post(front, header))
}

/// Where the name at the end of `front` begins, if it is a post's name of several words that was cut off: the header
/// has it whole.
fn cut_post(front: &str, header: &str) -> Option<usize> {
    let end = front.trim_end_matches([' ', '\t']).len();
    let start = end.checked_sub(LONGEST_POST)?;
    let name = front.get(start..end).filter(|name| name.contains(' ') && !name.starts_with(' '))?;
    let is_word = front.get(..start)?.ends_with([' ', '\t', '\n', '\r']);
    let is_name = is_word && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b' ');
    let goes_on = |(at, _)| {
        let behind = header.as_bytes().get(LONGEST_POST.saturating_add(at));
        behind.is_some_and(u8::is_ascii_uppercase)
    };
    (is_name && header.match_indices(name).any(goes_on)).then_some(start)
}

/// Where the name of several words at the end of `front` begins, if it is the telegram's own post's: the header has it
/// in the row `FM`.
fn own_post(front: &str, header: &str) -> Option<usize> {
    let end = front.trim_end_matches([' ', '\t']).len();
    let is_own = |name: &str| {
        let mut places = header.match_indices(name);
        places.any(|(at, _)| is_sender(slice(header, ..at), slice(header, at.saturating_add(name.len())..)))
    };
    let mut start = None;
    let mut rest = front;
    for words in 1..=POST_WORDS {
        let Some((before, word)) = last_word(rest) else { break };
        let is_letter = |byte: u8| byte.is_ascii_uppercase() || matches!(byte, b'.' | b'-');
        if word.len() == 1 || !word.bytes().all(is_letter) {
            break;
        }
        let is_whole = words > 1 && is_own(slice(front, before.len()..end));
        start = if is_whole { Some(before.len()) } else { start };
        rest = before;
    }
    start
}

/// Whether a name stands behind `FM` and one word (`FM AMEMBASSY `) and ends its row.
fn is_sender(before: &str, behind: &str) -> bool {
    // Few places end their row, and the search back to its start is long.
    if !before.ends_with(' ') || !behind.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']) {
        return false;
    }
    let mut office = before.rsplit(['\n', '\r']).next().unwrap_or_default().split_ascii_whitespace();
    office.next() == Some("FM") && office.next().is_some() && office.next().is_none()
}

/// Where the post's name at the end of `front` begins: at the line's start, behind two blanks, or one word back.
pub(super) fn start(front: &str, none: bool, is_small: bool) -> Option<usize> {
    if none {
        return Some(front.trim_end_matches([' ', '\t']).len());
    }
    let mut start = front.len();
    let mut rest = front;
    for _ in 0..POST_WORDS {
        let Some((before, word)) = last_word(rest) else { break };
        let is_letter = |byte: u8| byte.is_ascii_uppercase() || is_small && byte.is_ascii_lowercase();
        let is_name = word.bytes().all(|byte| is_letter(byte) || matches!(byte, b'.' | b'-' | b'\''));
        let is_name = is_name && word.starts_with(|c: char| c.is_ascii_uppercase());
        if !is_name && !is_redacted(word) {
            break;
        }
        start = before.len();
        if begins_line(before) || before.ends_with("  ") {
            return Some(start);
        }
        rest = before;
    }
    // In the middle of a line nothing shows where the sentence ends and the post begins: take one word.
    let (before, word) = last_word(front)?;
    (start < front.len() && word.len() > 1).then_some(before.len())
}
