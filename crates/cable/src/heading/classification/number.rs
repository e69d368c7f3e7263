//! Reads the words behind level and caveats on the classification line: sections, post and number.
//!
//! In some copies captions stand among them, apart or joined to a word (`TARSISSIPDIS 000417`), or the note that a copy
//! is a corrected one. Neither these nor the words of the sections are part of the post.

#[cfg(test)]
mod tests;

use crate::SectionCount;
use crate::heading::caption::{CORRECTION, caption_at, correction_at, without_captions};
use crate::known::is_word_of;
use crate::misspelt::is_near;
use crate::words::{first_is, in_words, is_number, shifted, slice, words};
use std::ops::Range;

/// The most words that name a post.
pub(super) const MOST_WORDS: usize = 5;

/// Words in front of `SECTION OF 2`.
const ORDINALS: &str = "FIRST SECOND THIRD FOURTH FIFTH SIXTH";

/// The second half of a classification line, behind level and caveats.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    /// `SECTION 01 OF 02`, and its place.
    pub sections: Option<(SectionCount, Range<usize>)>,
    /// Post and number.
    pub number: Option<Numbered>,
    /// Captions up to the number.
    pub captions: Vec<(Range<usize>, String)>,
    /// The words in front of the number that say who the telegram is for.
    pub passing: Option<Range<usize>>,
    /// Whether something is joined, misprinted or missing.
    pub damaged: bool,
}

/// The number on a classification line.
#[derive(Debug)]
pub(crate) struct Numbered {
    /// The post in front of it, which some lines leave out.
    pub post: Option<String>,
    pub number: u32,
    /// Where both stand.
    pub place: Range<usize>,
}

/// Reads `SECTION 01 OF 02 TARSIS 000417`; of several numbers (`STATE 311722 TOSEC 340058`) the first counts.
pub(crate) fn numbering(rest: &str) -> Numbering {
    let mut found = Numbering::default();
    let mut posts: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(next) = rest.get(at..).and_then(|rest| words(rest).next()) {
        let word = shifted(next, at);
        if let Some(end) = found.eat_sections(rest, word.start) {
            posts.clear();
            at = end;
        } else if let Some(end) = correction_at(rest, word.start) {
            found.captions.push((word.start..end, CORRECTION.to_owned()));
            at = end;
        } else if let Some((end, caption)) = caption_at(rest, word.start) {
            found.captions.push((word.start..end, caption.to_owned()));
            at = end;
        } else {
            at = word.end;
            let core = found.without_captions(rest, word);
            let written = rest.get(core.clone()).unwrap_or_default();
            if is_number(written) {
                // A caption joined to the number stands behind it and is read with those that follow.
                found.captions.retain(|(place, _)| place.start < core.end);
                found.number = numbered(rest, &posts, core);
                break;
            }
            if let Some(len) = found.before_section(written) {
                found.number = numbered(rest, &posts, core.start..core.start.saturating_add(len));
                break;
            }
            if let Some(len) = joined_below(written) {
                found.damaged = true;
                found.number = numbered(rest, &posts, core.start..core.start.saturating_add(len));
                break;
            }
            if posts.len() == MOST_WORDS || !is_post(written) {
                break;
            }
            posts.push(core);
        }
    }
    if let Some(next) = rest.get(at..).and_then(|rest| words(rest).next())
        && found.sections.is_none()
    {
        found.eat_sections(rest, at.saturating_add(next.start));
    }
    found
}

/// The number behind the words of its post. Without a post it must have five digits or more.
fn numbered(rest: &str, posts: &[Range<usize>], number: Range<usize>) -> Option<Numbered> {
    let value = rest.get(number.clone())?.parse().ok()?;
    let post = post_of(rest, posts);
    let start = posts.first().map_or(number.start, |first| first.start);
    ((5..=8).contains(&number.len()) || !post.is_empty()).then_some(Numbered {
        post: Some(post).filter(|post| !post.is_empty()),
        number: value,
        place: start..number.end,
    })
}

/// The post that words name, as reference numbers write it: only letters, in capitals.
pub(super) fn post_of(rest: &str, posts: &[Range<usize>]) -> String {
    let written = posts.iter().filter_map(|part| rest.get(part.clone()));
    let letters = written.flat_map(str::chars).filter(char::is_ascii_alphabetic);
    letters.map(|c| c.to_ascii_uppercase()).collect()
}

/// The length of a number to which a copy joined the row below: `000417S/CT`.
fn joined_below(word: &str) -> Option<usize> {
    let below = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let len = word.len().saturating_sub(below.len());
    ((5..=8).contains(&len) && first_is(below, u8::is_ascii_uppercase)).then_some(len)
}

/// Whether a word says that the numbers behind it are other telegrams': `REF: TARSIS 417`.
pub(super) fn is_reference(word: &str) -> bool {
    is_word_of(word.trim_matches(|c: char| !c.is_ascii_alphabetic()), "RE REF REFS REFTEL REFTELS")
}

fn is_post(word: &str) -> bool {
    !is_reference(word) && word.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'.' | b'-' | b'\''))
}

impl Numbering {
    /// The length of a number with the section behind it that the line has already given: `SECTION 1 OF 2 TARSIS
    /// 0417/1`.
    fn before_section(&self, word: &str) -> Option<usize> {
        let (sections, _) = self.sections.as_ref()?;
        let (number, section) = word.split_once('/')?;
        let is_own = section.parse() == Ok(sections.number) && section.len() <= 2;
        (is_number(number) && is_number(section) && is_own).then_some(number.len())
    }

    /// Reads `SECTION 01 OF 02`, `FIRST SECTION OF 2` or `FINAL SECTION OF 2` at `at`, or a damaged form, and returns
    /// where it ends.
    pub(super) fn eat_sections(&mut self, rest: &str, at: usize) -> Option<usize> {
        let mut parts = words(rest.get(at..)?).map(|part| shifted(part, at)).peekable();
        // It can be in brackets, or have commas or full stops.
        let word = |part: &Range<usize>| slice(rest, part.clone()).trim_matches(|c| matches!(c, '(' | ')' | ',' | '.'));
        let mut eat = |says: &dyn Fn(&str) -> bool| parts.next_if(|part| says(word(part)));
        let is = |wanted: &'static str| move |word: &str| word.eq_ignore_ascii_case(wanted);
        let is_short = |word: &str| short(word).is_some();
        let ordinal = |word: &str| ORDINALS.split(' ').position(|ordinal| word.eq_ignore_ascii_case(ordinal));
        let last = eat(&|word| is("FINAL")(word) || ordinal(word).is_some());
        // A letter can be lost or misread: `SCTION`, `QF`.
        let near = |wanted: &'static str| move |word: &str| is_near(word, wanted, 1);
        let section = eat(&|word| is_section(word));
        // `SECTION 01/02`
        if let Some(part) = section.as_ref().and_then(|_| eat(&|word| both(word).is_some())) {
            let count = both(word(&part))?;
            self.sections.get_or_insert((count, at..part.end));
            return Some(part.end);
        }
        // Numbers in words count only if both are words, as posts can begin with one: `SECTION 01 OF ONE TREE HILL`.
        let is_figure = |word: &str| is_short(word) && number_in_words(word).is_none();
        let is_word = |word: &str| number_in_words(word).is_some();
        // The word SECTION can be left out directly behind the level: `01 OF 02 TARSIS 000417`.
        let is_bare = at == 0 && section.is_none();
        let number = match section {
            Some(_) => eat(&is_short),
            None => eat(&|word| is_bare && word.len() == 2 && is_number(word)),
        };
        let of = if number.is_some() && !is_bare { eat(&near("OF")) } else { eat(&is("OF")) };
        let is_counted = number.as_ref().map(|number| is_word(word(number)));
        let all = of.as_ref().and_then(|_| match is_counted {
            Some(true) => eat(&is_word),
            None if last.is_some() && section.is_some() => eat(&is_short),
            // `SECTION 1 OF TWO`; there is no section of one.
            Some(false) => eat(&|word| is_figure(word) || in_words(word).is_some_and(|of| of > 1)),
            None => eat(&is_figure),
        });
        // `SECTION ONE TREE HILL`
        let number = number.filter(|_| of.is_some() || is_counted != Some(true));
        // `PORT OF SPAIN`
        if last.is_none() && section.is_none() && all.is_none() {
            return None;
        }
        let read = |part: &Option<Range<usize>>| short(word(part.as_ref()?));
        let end = [&last, &section, &number, &of, &all].into_iter().flatten().last()?.end;
        let is_last = last.is_some() && section.is_some();
        let first = last.as_ref().and_then(|last| ordinal(word(last)));
        if first.is_some_and(|first| !is_last || read(&all).is_none_or(|(of, _)| usize::from(of) <= first)) {
            return None;
        }
        let count = match (read(&number), read(&all)) {
            (Some((number, _)), Some((of, _))) if number > 0 => Some((number, of)),
            (None, Some((of, _))) if is_last => {
                Some((first.map_or(Some(of), |first| u16::try_from(first).ok()?.checked_add(1))?, of))
            }
            _ => None,
        };
        let is_misread = [read(&number), read(&all)].into_iter().flatten().any(|(_, misread)| misread);
        let is_written =
            |part: &Option<Range<usize>>, wanted: &'static str| part.as_ref().is_none_or(|part| is(wanted)(word(part)));
        let is_misspelt =
            section.as_ref().is_some_and(|part| !is_word_of(word(part), SECTION)) || !is_written(&of, "OF");
        self.damaged |= is_misread || is_misspelt || section.is_some() != count.is_some();
        if let Some((number, of)) = count {
            self.sections.get_or_insert((SectionCount { number, of }, at..end));
        }
        Some(end)
    }

    /// Takes off captions that are joined to a word, and returns the place of the rest.
    pub(super) fn without_captions(&mut self, rest: &str, word: Range<usize>) -> Range<usize> {
        let (core, captions) = without_captions(rest.get(word.clone()).unwrap_or_default());
        self.damaged |= !captions.is_empty();
        let captions = captions.into_iter().map(|(range, caption)| (shifted(range, word.start), caption.to_owned()));
        self.captions.extend(captions);
        shifted(core, word.start)
    }
}

/// Whether a line is only `TARSIS 000417`, for which the classification line had no room.
pub(crate) fn is_post_and_number(line: &str) -> bool {
    let parts: Vec<&str> = line.split_whitespace().take(6).collect();
    let upper = |word: &&str| word.bytes().all(|byte| byte.is_ascii_uppercase());
    match parts.as_slice() {
        [post @ .., number] => {
            (1..=4).contains(&post.len()) && post.iter().all(upper) && number.len() >= 3 && is_number(number)
        }
        [] => false,
    }
}

/// The word in front of the number of a section, and its short forms.
const SECTION: &str = "SECTION SECT SEC";

/// Whether a word is SECTION or a short form, or SECTION with a letter wrong.
pub(super) fn is_section(word: &str) -> bool {
    is_word_of(word, SECTION) || is_near(word, "SECTION", 1)
}

/// Reads number and count in one word, `01/02`.
fn both(word: &str) -> Option<SectionCount> {
    let (number, of) = word.split_once('/')?;
    let (number, of) = (short(number)?.0, short(of)?.0);
    (0 < number && number <= of).then_some(SectionCount { number, of })
}

/// The number that a word or a Roman numeral names.
fn number_in_words(word: &str) -> Option<u16> {
    const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let roman = ROMAN.iter().position(|roman| *roman == word).and_then(|at| u16::try_from(at).ok());
    roman.map(|at| at.saturating_add(1)).or_else(|| in_words(word))
}

/// The number of a section, in figures or words, and whether a letter O stands for a zero in it.
fn short(word: &str) -> Option<(u16, bool)> {
    const MOST_DIGITS: usize = 3;
    if let Some(number) = number_in_words(word) {
        return Some((number, false));
    }
    if word.len() > MOST_DIGITS || !word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digit = |letter: char| if matches!(letter, 'O' | 'o') { Some(0) } else { letter.to_digit(10) };
    let number = word.chars().try_fold(0, |number: u32, letter| number.checked_mul(10)?.checked_add(digit(letter)?))?;
    Some((u16::try_from(number).ok()?, word.contains(['O', 'o'])))
}
