//! How a list of references is lettered, and what stands behind each letter.

use super::{cursor::Cursor, reference};
use crate::words::{behind_last, first_is, last_is, slice};
use crate::{ReferenceKind, glossary, markup};
use std::ops::Range;

/// What stands behind one letter of the list, up to the next.
pub(super) struct Item {
    pub letter: Option<Letter>,
    pub range: Range<usize>,
}

/// A letter of the list, or a figure, with its point or brackets.
pub(super) struct Letter {
    pub name: char,
    pub range: Range<usize>,
    /// Whether a digit was passed over that stands where its mark was lost.
    pub repaired: bool,
    /// Whether other words can begin so: `B.ROE`, `2.`, `S/`.
    pub doubtful: bool,
}

/// The items of the list that begins at `start`; one without a letter where the list has none.
pub(super) fn items(text: &str, start: usize) -> Vec<Item> {
    let mut items = vec![Item { letter: None, range: start..text.len() }];
    let mut cursor = Cursor::new(text, start);
    let mut line_start = true;
    // Some prints letter the lines of a lettered list, `A. (A) …`: the inner letters are the drafter's.
    let mut relettered = false;
    let mut outer = None;
    while let Some(byte) = cursor.peek() {
        if byte.is_ascii_whitespace() {
            if byte == b'\n' {
                (line_start, outer) = (true, None);
            }
            cursor.step();
            continue;
        }
        let before = items.last().and_then(|item| item.letter.as_ref());
        let last = before.map(|letter| letter.name);
        let is_open = |letter: &Letter| text.as_bytes().get(letter.range.start) == Some(&b'(');
        let letter = letter_at(text, cursor.at()).filter(|letter| match outer {
            _ if letter.doubtful => outer.is_none() && is_next(text, start, letter, last),
            // Any other letter in brackets behind a letter is the mark of what it names.
            Some(outer) => (relettered || letter.name == outer) && is_near(letter, last),
            None if line_start => is_near(letter, last),
            // In a list of `A.` or `A)` a letter in brackets is a mark.
            None => {
                (relettered || before.is_none_or(|before| is_open(before) == is_open(letter)))
                    && follows(text, start, letter, last)
            }
        });
        relettered |= outer.is_some() && letter.is_some();
        outer = letter.as_ref().map(|letter| letter.name).filter(|_| outer.is_none());
        if let Some(letter) = letter {
            if let Some(item) = items.last_mut() {
                // Some prints have a stroke in front of each row: `- (B) TARSIS 160 - (C) LYDDA 2`.
                let before = slice(text, item.range.start..letter.range.start).trim_end();
                let stroke = before.strip_suffix('-').filter(|before| before.ends_with(char::is_whitespace));
                let len = stroke.map_or(letter.range.start.saturating_sub(item.range.start), str::len);
                item.range.end = item.range.start.saturating_add(len);
            }
            cursor = Cursor::new(text, letter.range.end);
            items.push(Item { range: letter.range.end..text.len(), letter: Some(letter) });
            line_start = false;
            continue;
        }
        line_start = false;
        // A letter can be joined to the comma in front of it.
        let mut before = 0;
        while let Some(byte) = cursor.peek().filter(|byte| !byte.is_ascii_whitespace() && !b",;".contains(&before)) {
            before = byte;
            cursor.step();
        }
    }
    let is_filled = |item: &Item| text.get(item.range.clone()).is_some_and(|words| !words.trim().is_empty());
    let letters_behind = items.first().is_some_and(is_filled)
        && items.get(1).and_then(|item| item.letter.as_ref()).is_some_and(|letter| letter.name == 'A')
        && items.last().is_some_and(|last| !is_filled(last));
    if letters_behind {
        // `TARSIS 1 (A), LYDDA 2 (B)`
        let letters: Vec<_> = items.iter_mut().skip(1).map(|item| item.letter.take()).collect();
        items.iter_mut().zip(letters).for_each(|(item, letter)| item.letter = letter);
    }
    items.retain(is_filled);
    items
}

/// `A.`, `A)`, `(A)`, `(A.)`, `[A]`, `A:`, `A - `, `A/`, with a blank or the end of the text behind, also behind a
/// pilcrow; `1B.` where the mark in front was lost. `1.`, `A.TARSIS` and the like are doubtful.
pub(super) fn letter_at(text: &str, at: usize) -> Option<Letter> {
    let mut cursor = Cursor::new(text, at);
    if cursor.rest().starts_with('¶') {
        cursor.step();
    }
    let is_lost = |text: &[u8]| matches!(text, [b'1', letter, ..] if letter.is_ascii_alphabetic());
    let lost = text.as_bytes().get(at..).is_some_and(is_lost) && cursor.eat(b'1');
    let is_square = cursor.eat(b'[');
    let is_open = is_square || cursor.eat(b'(');
    if is_open {
        cursor.marks(b" ");
    }
    let letter = cursor.peek().filter(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'1'..=b'9'))?;
    cursor.step();
    let is_dash = !is_open && letter.is_ascii_uppercase() && cursor.rest().starts_with(" - ");
    if is_open || is_dash {
        cursor.marks(b" ");
    }
    if is_open {
        cursor.eat(b'.');
    }
    let close = cursor.peek()?;
    cursor.step();
    let is_slash = close == b'/' && letter.is_ascii_uppercase();
    let is_closed =
        close == if is_square { b']' } else { b')' } || (!is_open && (close == b'.' || close == b':' || is_slash));
    match is_open {
        true => cursor.eat(b'.'),
        false => close == b'.' && cursor.eat(b')'),
    };
    let is_apart = cursor.peek().is_none_or(|byte| byte.is_ascii_whitespace());
    // A bracket sets the letter apart even where the blank behind it is missing.
    let is_joined = !is_dash && !is_apart && close != b')' && !is_square;
    (is_dash || is_closed && (is_apart || !is_slash)).then(|| Letter {
        name: letter.to_ascii_uppercase() as char,
        range: at..cursor.at(),
        repaired: lost,
        doubtful: is_joined || is_slash || letter.is_ascii_digit(),
    })
}

/// Whether a doubtful letter is the next of the list: a reference ends in front of it, unless it is the first, and a
/// telegram is named behind it. What the figure 1 begins can be a text, or a paper's; behind it a list is numbered.
fn is_next(text: &str, start: usize, letter: &Letter, last: Option<char>) -> bool {
    let is_figure = letter.name.is_ascii_digit();
    let before = slice(text, start..letter.range.start).trim_end();
    let in_order = match last {
        None => letter.name == if is_figure { '1' } else { 'A' } && before.is_empty(),
        Some(last) => {
            follows_on(letter.name, last) && before.ends_with(|c: char| c.is_ascii_digit() || "),;".contains(c))
        }
    };
    let is_telegram = |named: reference::Named| {
        let next = slice(text, named.end..).trim_start_matches(' ');
        let is_whole = || glossary::is_post(&named.number.post) && !first_is(next, u8::is_ascii_alphabetic);
        named.number.post.len() > 2 && (!is_figure || is_whole())
    };
    let is_numbered = is_figure && last.is_some() && slice(text, letter.range.end..).starts_with(' ');
    in_order && (is_numbered || named_behind(text, letter).is_some_and(is_telegram))
}

/// Whether a letter or figure is the next behind the last one.
fn follows_on(name: char, last: char) -> bool {
    u32::from(name) == u32::from(last).saturating_add(1)
}

/// The telegram that is named behind a letter.
fn named_behind(text: &str, letter: &Letter) -> Option<reference::Named> {
    let mut behind = Cursor::new(text, letter.range.end);
    behind.blanks();
    reference::telegram(text, behind.at())
}

/// Whether a row goes on with a numbered list and names nothing but a telegram: `2. TARSIS 160` below `1. LYDDA 2`.
pub(crate) fn is_numbered_below(above: &str, row: &str) -> bool {
    let Some(letter) = letter_at(row, 0).filter(|letter| letter.name.is_ascii_digit()) else { return false };
    letter_at(above, 0).is_some_and(|above| follows_on(letter.name, above.name))
        && named_behind(row, &letter).is_some_and(|named| slice(row, named.end..).trim_matches([',', ';']).is_empty())
}

/// Whether a row begins with the letter of a reference: `B. TARSIS 160`, `(B)`, `¶B.`, or `1B.` without its anchor. A
/// small one, and one with a stroke, needs a telegram behind it.
pub(crate) fn is_lettered(line: &str) -> bool {
    let bare = line.get(markup::anchor(line)..).unwrap_or_default();
    let bare = bare.trim_start_matches(['-', ' ']);
    let bare = bare.strip_prefix(['1', '(', '[']).unwrap_or(bare);
    let (letter, is_stroke) = match bare.as_bytes() {
        [letter, b'.' | b')' | b':' | b']', ..] => (letter, false),
        [letter, b'/', b' ', ..] => (letter, true),
        _ => return false,
    };
    let named = || bare.get(2..).and_then(|named| reference::reference_number(named.trim_start())).is_some();
    letter.is_ascii_uppercase() && !is_stroke || letter.is_ascii_alphabetic() && named()
}

/// Whether a row can only begin a list of references: `A. TARSIS 160`, `(A) 09TARSIS160`, or `B. TARSIS 160` where the
/// first of them was lost with the label; `A. TARSIS DIRECTIVE 12.1`.
pub(crate) fn begins_list(line: &str) -> bool {
    let bare = line.get(markup::anchor(line)..).unwrap_or_default().trim_start_matches('(');
    let behind = bare.strip_prefix(['A', 'B']).and_then(|behind| behind.strip_prefix(['.', ')']));
    behind.is_some_and(|behind| {
        reference::reference_number(behind.trim_start()).is_some() || reference::is_document(behind)
    })
}

/// Whether a letter at the start of a line can belong to the list: it may go back, where a print has lettered the
/// lines of a lettered list, but not jump far ahead, as the mark `(U)` does.
fn is_near(letter: &Letter, last: Option<char>) -> bool {
    u32::from(letter.name) <= last.map_or(u32::from('D'), |last| u32::from(last).saturating_add(4))
}

/// Whether a letter inside a line goes on with the list, rather than being an initial.
fn follows(text: &str, start: usize, letter: &Letter, last: Option<char>) -> bool {
    // The first letter follows what stands in front of A.
    let step = u32::from(letter.name).wrapping_sub(u32::from(last.unwrap_or('@')));
    if letter.repaired || !(1..=3).contains(&step) {
        return false;
    }
    let before = slice(text, start..letter.range.start).trim_end();
    // A list begins with A: any other letter behind a post without a number is a mark.
    if last.is_none() && letter.name != 'A' && !last_is(before, u8::is_ascii_digit) {
        return false;
    }
    let word = behind_last(before, b" \n");
    let is_bracket = slice(text, letter.range.clone()).ends_with(')');
    is_bracket
        || before.ends_with(|c: char| c.is_ascii_digit() || ");,".contains(c))
        || reference::kind(word) != ReferenceKind::Other
        || named_behind(text, letter).is_some()
}
