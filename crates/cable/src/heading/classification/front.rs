//! Reads words in front of the sender's number that are in no table.

use super::number::{Numbering, is_section};
use crate::glossary;
use crate::heading::cursor::trim;
use crate::heading::passing;
use crate::known::is_among;
use crate::words::{behind_last, is_number, one_line, slice};
use std::ops::Range;

impl Numbering {
    /// Takes words that are in no table as a caption as written, or as saying who the telegram is for. A letter,
    /// another telegram's number, or an unreadable section is damage.
    pub(super) fn as_written(&mut self, front: &str, words: Option<Range<usize>>) {
        let Some(words) = words else { return };
        let range = trim(front, words, is_mark);
        let caption = one_line(slice(front, range.clone())).to_ascii_uppercase();
        match caption.len() {
            0 => {}
            len if len == 1 || is_unread(&caption) => self.damaged = true,
            _ if !caption.split(' ').any(|word| is_among(word, "FOR FROM PASS")) => {
                self.captions.push((range, caption))
            }
            _ if is_asked(&caption) => self.passing = Some(range),
            _ => self.damaged = true,
        }
    }
}

/// Whether words hold a section, or a known post and a number.
fn is_unread(caption: &str) -> bool {
    /// The most words that name another post.
    const MOST: usize = 3;
    let words: Vec<&str> = caption.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let is_part =
        |word: &&str| is_section(word.trim_matches(|c: char| c.is_ascii_digit())) || word.starts_with("SECTION");
    let is_posts = |number: usize| {
        let mut posts = (number.saturating_sub(MOST)..number).filter_map(|start| words.get(start..number));
        posts.any(|post| glossary::is_post(&glossary::post(&post.concat())))
    };
    let mut numbers = (0..words.len()).filter(|at| words.get(*at).is_some_and(|word| is_number(word)));
    words.iter().any(is_part) || numbers.any(is_posts)
}

/// Whether words say who the telegram is for: `FOR THE SECRETARY`, `DEPT PLEASE PASS NSC`.
fn is_asked(words: &str) -> bool {
    let is_whole = !matches!(behind_last(words, b" "), "FOR" | "FROM" | "PASS");
    is_whole && (words.starts_with("FOR ") || passing::is_surely_instruction(words) || passing::is_for_post(words))
}

/// Whether a character is one around the words of the line: strokes, commas, brackets.
pub(super) fn is_mark(c: char) -> bool {
    !c.is_alphanumeric()
}
