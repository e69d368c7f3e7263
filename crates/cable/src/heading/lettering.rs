//! Reads how a list of references is lettered, and the words behind each letter.

use super::references::behind_notes;
use super::{cursor::Cursor, reference};
use crate::words::{behind_last, first_is, last_is, slice};
use crate::{ReferenceKind, glossary, markup};
use std::ops::Range;

/// The words behind one mark of the list, up to the next.
pub(super) struct Item {
    pub mark: Option<Mark>,
    pub range: Range<usize>,
}

/// A letter or figure of the list, with its point or brackets.
pub(super) struct Mark {
    /// The code of the letter, or the figure.
    place: u32,
    pub form: Form,
    pub range: Range<usize>,
    /// Whether a digit was skipped that stands for a lost pilcrow.
    pub repaired: bool,
}

/// How a mark is written. Words can begin like any but a plain one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    /// `B.ROE`
    Joined,
    /// `S/`
    Stroke,
    /// `2.`
    Figure,
}

impl Mark {
    pub fn name(&self) -> String {
        match self.form {
            Form::Figure => self.place.to_string(),
            _ => char::from_u32(self.place).map(String::from).unwrap_or_default(),
        }
    }
}

/// The items of the list that begins at `start`; a single one without a letter if the list has none.
pub(super) fn items(text: &str, start: usize) -> Vec<Item> {
    let mut items = vec![Item { mark: None, range: start..text.len() }];
    let mut cursor = Cursor::new(text, start);
    let mut line_start = true;
    // Some prints add letters to the lines of a lettered list, `A. (A) …`: the inner letters are the drafter's.
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
        let before = items.last().and_then(|item| item.mark.as_ref());
        let last = before.map(|mark| mark.place);
        let is_open = |mark: &Mark| text.as_bytes().get(mark.range.start) == Some(&b'(');
        let mark = mark_at(text, cursor.at()).filter(|mark| match outer {
            _ if mark.form != Form::Plain => outer.is_none() && is_next(text, start, mark, before),
            // Any other letter in brackets behind a letter is a classification.
            Some(outer) => (relettered || mark.place == outer) && is_near(mark, last),
            None if line_start => is_near(mark, last) || is_telegrams(text, mark),
            // In a list lettered `A.` or `A)`, a letter in brackets is a classification, too.
            None => {
                (relettered || before.is_none_or(|before| is_open(before) == is_open(mark)))
                    && follows(text, start, mark, last)
            }
        });
        relettered |= outer.is_some() && mark.is_some();
        outer = mark.as_ref().map(|mark| mark.place).filter(|_| outer.is_none());
        if let Some(mark) = mark {
            if let Some(item) = items.last_mut() {
                // Some prints have a dash in front of each row: `- (B) TARSIS 160 - (C) LYDDA 2`.
                let before = slice(text, item.range.start..mark.range.start).trim_end();
                let stroke = before.strip_suffix('-').filter(|before| before.ends_with(char::is_whitespace));
                let len = stroke.map_or(mark.range.start.saturating_sub(item.range.start), str::len);
                item.range.end = item.range.start.saturating_add(len);
            }
            cursor = Cursor::new(text, mark.range.end);
            items.push(Item { range: mark.range.end..text.len(), mark: Some(mark) });
            line_start = false;
            continue;
        }
        line_start = false;
        // A letter can be joined to a comma in front of it.
        let mut before = 0;
        while let Some(byte) = cursor.peek().filter(|byte| !byte.is_ascii_whitespace() && !b",;".contains(&before)) {
            before = byte;
            cursor.step();
        }
    }
    let is_filled = |item: &Item| text.get(item.range.clone()).is_some_and(|words| !words.trim().is_empty());
    let letters_behind = items.first().is_some_and(is_filled)
        && items.get(1).and_then(|item| item.mark.as_ref()).is_some_and(|mark| mark.place == FIRST)
        && items.last().is_some_and(|last| !is_filled(last));
    if letters_behind {
        // `TARSIS 1 (A), LYDDA 2 (B)`
        let letters: Vec<_> = items.iter_mut().skip(1).map(|item| item.mark.take()).collect();
        items.iter_mut().zip(letters).for_each(|(item, mark)| item.mark = mark);
    }
    items.retain(is_filled);
    items
}

/// Reads a mark: `A.`, `A)`, `(A)`, `(A.)`, `[A]`, `A:`, `A - `, `A/`, also behind a pilcrow, or `1B.` where the
/// pilcrow was lost. A figure of at most two digits can stand for the letter. `A/` needs a blank or the end of the text
/// behind it.
pub(super) fn mark_at(text: &str, at: usize) -> Option<Mark> {
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
    let letter = cursor.peek()?;
    let figure = cursor.digits();
    let place = match figure.as_bytes() {
        [] => {
            cursor.step();
            Some(u32::from(letter.to_ascii_uppercase())).filter(|_| letter.is_ascii_alphabetic())?
        }
        [b'1'..=b'9'] | [b'1'..=b'9', _] => figure.parse().ok()?,
        _ => return None,
    };
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
    // A bracket sets the letter apart even without a blank behind it.
    let is_joined = !is_dash && !is_apart && close != b')' && !is_square;
    let form = match () {
        () if !figure.is_empty() => Form::Figure,
        () if is_slash => Form::Stroke,
        () if is_joined => Form::Joined,
        () => Form::Plain,
    };
    let is_mark = is_dash || is_closed && (is_apart || !is_slash);
    is_mark.then(|| Mark { place, form, range: at..cursor.at(), repaired: lost })
}

/// Whether a mark that is not plain is the next of the list: a reference ends in front of it, unless it is the first,
/// and a telegram is named behind it. The telegram may be missing behind a figure from 2 on, as the list is then known
/// to be numbered, and behind a joined letter that follows another and a comma.
fn is_next(text: &str, start: usize, mark: &Mark, above: Option<&Mark>) -> bool {
    let is_figure = mark.form == Form::Figure;
    let before = slice(text, start..mark.range.start).trim_end();
    let joint = [" AND", " -"].iter().find_map(|joint| before.strip_suffix(joint));
    let in_order = match above {
        None => mark.place == if is_figure { 1 } else { FIRST } && before.is_empty(),
        Some(above) => {
            follows_on(mark, above)
                && joint.unwrap_or(before).ends_with(|c: char| c.is_ascii_digit() || "),;".contains(c))
        }
    };
    let is_telegram = |named: reference::Named| {
        let next = slice(text, named.end..).trim_start_matches(' ');
        let is_whole = || glossary::is_post(&named.number.post) && !first_is(next, u8::is_ascii_alphabetic);
        named.number.post.len() > 2 && (!is_figure || is_whole())
    };
    let behind = slice(text, mark.range.end..);
    let goes_on = above.is_some_and(|above| match mark.form {
        Form::Figure => behind.starts_with(' ') && joint.is_none(),
        // `B.F. ROE` is a name.
        Form::Joined => {
            above.form == Form::Joined
                && before.ends_with([',', ';'])
                && !behind.get(1..).is_some_and(|rest| rest.starts_with('.'))
        }
        _ => false,
    });
    in_order && (goes_on || named_behind(text, mark).is_some_and(is_telegram))
}

/// The first letter of a list.
const FIRST: u32 = 'A' as u32;

/// Whether a letter or figure is the next after the one above.
fn follows_on(mark: &Mark, above: &Mark) -> bool {
    mark.place == above.place.saturating_add(1)
}

/// The telegram named behind a letter or figure.
fn named_behind(text: &str, mark: &Mark) -> Option<reference::Named> {
    let mut behind = Cursor::new(text, mark.range.end);
    behind.blanks();
    reference::telegram(text, behind.at())
}

/// Whether a row goes on with a numbered list and names only a telegram: `2. TARSIS 160 (NOTAL)` below `1. LYDDA 2`.
pub(crate) fn is_numbered_below(above: &str, row: &str) -> bool {
    let Some(mark) = mark_at(row, 0).filter(|mark| mark.form == Form::Figure) else { return false };
    let is_alone =
        |named: reference::Named| slice(row, behind_notes(row, named.end)..).trim_matches([',', ';']).is_empty();
    mark_at(above, 0).is_some_and(|above| follows_on(&mark, &above)) && named_behind(row, &mark).is_some_and(is_alone)
}

/// Whether a row begins with the letter of a reference: `B. TARSIS 160`, `(B)`, `¶B.`, or `1B.` without its anchor. A
/// small letter, or one with a stroke, needs a telegram behind it.
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

/// Whether a row can only be the beginning of a list of references: `A. TARSIS 160`, `(A) 09TARSIS160`, `A. TARSIS
/// DIRECTIVE 12.1`, or `B. TARSIS 160` where the first one was lost with the label.
pub(crate) fn begins_list(line: &str) -> bool {
    let bare = line.get(markup::anchor(line)..).unwrap_or_default().trim_start_matches('(');
    let behind = bare.strip_prefix(['A', 'B']).and_then(|behind| behind.strip_prefix(['.', ')']));
    behind.is_some_and(|behind| {
        reference::reference_number(behind.trim_start()).is_some() || reference::is_document(behind)
    })
}

/// Whether a letter at the start of a line can belong to the list. It can go back, if a print added letters to the
/// lines of a lettered list, but not far ahead, as the mark `(U)` does.
fn is_near(mark: &Mark, last: Option<u32>) -> bool {
    mark.place <= last.unwrap_or(FIRST - 1).saturating_add(4)
}

/// Whether a letter has a full stop, which portion marks lack, and a telegram of a known post behind it. Then it counts
/// even if letters before it are missing.
fn is_telegrams(text: &str, mark: &Mark) -> bool {
    slice(text, mark.range.clone()).trim_start_matches('\u{b6}').as_bytes().get(1) == Some(&b'.')
        && named_behind(text, mark).is_some_and(|named| glossary::is_post(&named.number.post))
}

/// Whether a letter inside a line goes on with the list, rather than being an initial.
fn follows(text: &str, start: usize, mark: &Mark, last: Option<u32>) -> bool {
    // The first letter is measured from the one before A.
    let step = mark.place.wrapping_sub(last.unwrap_or(FIRST - 1));
    if mark.repaired || !(1..=3).contains(&step) {
        return false;
    }
    let before = slice(text, start..mark.range.start).trim_end();
    // A list begins with A, so another letter behind a post without a number is a classification.
    if last.is_none() && mark.place != FIRST && !last_is(before, u8::is_ascii_digit) {
        return false;
    }
    let word = behind_last(before, b" \n");
    let is_bracket = slice(text, mark.range.clone()).ends_with(')');
    is_bracket
        || before.ends_with(|c: char| c.is_ascii_digit() || ");,".contains(c))
        || reference::kind(word) != ReferenceKind::Other
        || named_behind(text, mark).is_some()
}
