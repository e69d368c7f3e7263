//! Whether a short row above the label of a paragraph is its title.

use super::heading::is_labelled;
use super::value::is_value;
use super::words::{
    FEWEST_SIGNS, between_signs, ends_quoted, ends_with_remark, is_abbreviated, is_known, is_title, without_mark,
    without_year,
};
use crate::body::apart::are_capitals;
use crate::body::count::label::{self, Label};
use crate::body::section::is_bound;
use crate::body::words_above;
use crate::known::{begins_with_one_of, holds_one_of};
use crate::prose::{ends_closed, ends_removed, ends_sentence, ends_with_closing_words, is_capitalised, wants_word};
use crate::redaction::is_redacted;
use crate::row::{Gap, Row};
use crate::words::{has_small, slice};
use crate::wrap;

/// A row above a label, with what stands around it.
pub(super) struct AboveLabel<'a> {
    text: &'a str,
    rows: &'a [Row],
    at: usize,
    row: &'a Row,
    label: Label,
    /// The row above.
    above: &'a str,
    /// Its own words, without signs on both sides.
    line: &'a str,
    /// These without a mark or a year in front.
    title: &'a str,
    has_signs: bool,
    /// The row of the label.
    below: &'a str,
    gap_below: Gap,
}

impl<'a> AboveLabel<'a> {
    /// The row `at` above the row with `label`.
    pub fn new(text: &'a str, rows: &'a [Row], at: usize, label: Label) -> Option<Self> {
        let [row, below, ..] = rows.get(at..)? else { return None };
        let written = row.span.of(text);
        let signs = between_signs(written, FEWEST_SIGNS);
        let has_signs = signs.is_some();
        let line = signs.map_or(written, |inner| slice(written, inner));
        let (above, title) = (words_above(text, rows, at), without_year(without_mark(line)));
        let (below, gap_below) = (below.span.of(text), below.gap);
        Some(Self { text, rows, at, row, label, above, line, title, has_signs, below, gap_below })
    }

    /// Whether the row is the title of the paragraph.
    pub fn is_title(&self) -> bool {
        self.may_have_signs()
            && self.is_above_paragraph()
            && self.may_stand()
            && self.is_set_off()
            && self.begins_as_title()
            && self.ends_as_title()
            && (is_title(self.title) || self.has_own_stop())
            && (is_known(self.title) || !is_value(self.text, self.rows, self.at))
    }

    fn may_have_signs(&self) -> bool {
        !self.has_signs || self.row.gap == Gap::Blank && self.begins_part() && is_capitalised(self.line)
    }

    /// Whether the label is a paragraph's: without anchor and mark the row has to show it.
    fn is_above_paragraph(&self) -> bool {
        self.label.anchored
            || self.label.marked
            || self.may_be_bare() && (self.is_capital() || self.is_above_lost_stop() || self.names_section())
    }

    /// Whether a title can stand in this place: behind a blank line, or behind a paragraph that a copy joined on one
    /// line. One in capitals also stands behind the end of a sentence, as copies without blank lines have it, and above
    /// a label without mark; so does one that names a part of the text.
    fn may_stand(&self) -> bool {
        self.at == 0
            || match self.row.gap {
                Gap::Blank => true,
                Gap::Page => ends_closed(self.above) || self.is_behind_cut_sentence(),
                Gap::Line => {
                    self.above.len() > wrap::LONGEST_WRAPPED
                        || self.is_below_sentence() && self.may_be_bare() && self.is_capital()
                        || self.names_part()
                }
            }
    }

    /// Whether the row is set off from the text around it, by blank lines or by its form.
    fn is_set_off(&self) -> bool {
        self.row.gap == Gap::Blank
            || self.row.gap == Gap::Page && self.is_below_sentence() && self.is_behind_blank_line()
            || is_capitalised(self.title.trim_end_matches([':', '?', '!']))
            || self.names_part()
            || self.is_between_long()
    }

    /// Whether the row begins with a capital or a quotation; a name at its start can be blackened out.
    fn begins_as_title(&self) -> bool {
        let first = self.title.trim_start_matches('.').trim_start().chars().next();
        first.is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '“')) || self.title.starts_with("xxxx")
    }

    /// Whether the row ends as titles do. Words in brackets at the end are a remark, unless they are an abbreviation or
    /// the title is in capitals.
    fn ends_as_title(&self) -> bool {
        let title = self.title;
        let is_remark = |inner: &str| has_small(inner) || has_small(title) && inner.contains(' ');
        let is_bracketed = || title.ends_with(')') && title.rsplit_once(" (").is_none_or(|(_, inner)| is_remark(inner));
        // The first item of a list that a sentence announces can have a remark as well, and so can an answer.
        let announces = || holds_one_of(self.above, &["following", "follows", "below"]);
        let may_have_remark = || self.above.ends_with(['.', '!']) && !announces() && ends_with_remark(title);
        !title.ends_with([',', '"', '”']) && (!is_bracketed() || may_have_remark())
            || is_known(title)
            || ends_quoted(title)
    }

    /// Whether the stop at the end of the row is its own. The rows around are sentences in small letters, so that this
    /// one is no sentence itself.
    fn has_own_stop(&self) -> bool {
        self.is_between_blank_lines()
            && has_small(self.above)
            && self.is_below_sentence()
            && has_small(self.below)
            && is_abbreviated(self.title)
    }

    /// Whether the label can be a paragraph's without a mark. Instructions stand above the first paragraph, too, and a
    /// year is no label.
    fn may_be_bare(&self) -> bool {
        let number = self.label.number;
        (2..100).contains(&number) || number == 1 && (self.is_below_sentence() || is_known(self.line))
    }

    /// Whether the row is in capitals, and no words that begin a list, which end with a colon.
    fn is_capital(&self) -> bool {
        let is_list = || self.line.ends_with(':') && self.line.split(' ').nth(2).is_some();
        !self.label.bracketed && !has_small(self.line) && !is_list()
    }

    fn is_above_lost_stop(&self) -> bool {
        let is_value = || self.line.bytes().any(|byte| byte.is_ascii_digit() || byte == b':');
        self.is_between_blank_lines() && !is_value() && ends_closed(self.above) && label::has_lost_stop(self.below)
    }

    /// Whether the row is the name of a section, which is a title in any case, or several words with capitals behind a
    /// sentence.
    fn names_section(&self) -> bool {
        let are_words = || are_capitals(self.line) && ends_sentence(self.above) && self.is_right_behind_paragraph();
        let is_title = || (is_known(self.line) && self.begins_part() || are_words()) && is_capitalised(self.line);
        !self.label.bracketed && self.is_between_blank_lines() && is_title() && !self.is_of_other_text()
    }

    /// Whether the row stands right behind a paragraph. Behind a quotation, what somebody announced, or an unlabelled
    /// part, it can be the signer's name or an entry.
    fn is_right_behind_paragraph(&self) -> bool {
        /// A paragraph has at most this many rows.
        const MOST: usize = 64;
        let mut above = self.rows.iter().take(self.at).rev().take(MOST);
        let first = above.find(|row| row.gap == Gap::Blank);
        first.is_some_and(|row| label::read(row.span.of(self.text)).is_some())
            && !self.above.ends_with(['"', '”'])
            && !holds_one_of(self.above, &["following", "here", "text"])
    }

    fn names_part(&self) -> bool {
        is_known(self.line) && ends_closed(self.above)
    }

    fn begins_part(&self) -> bool {
        self.at == 0 || ends_closed(self.above)
    }

    fn is_below_sentence(&self) -> bool {
        self.above.ends_with('.') || ends_with_closing_words(self.above) || ends_removed(self.above)
    }

    fn is_between_blank_lines(&self) -> bool {
        self.row.gap == Gap::Blank && self.gap_below == Gap::Blank
    }

    /// Whether a sentence above lost its end with the end of its page; few words could be that end.
    fn is_behind_cut_sentence(&self) -> bool {
        is_capitalised(self.line)
            && self.line.split(' ').nth(2).is_some()
            && !wants_word(self.above)
            && self.gap_below == Gap::Blank
            && self.is_behind_blank_line()
    }

    /// Whether the paragraphs around are one long row each, so that a short one between them is no paragraph.
    fn is_between_long(&self) -> bool {
        let is_whole = |line: &str| line.len() > wrap::LONGEST_WRAPPED && is_labelled(line);
        is_whole(self.above) && ends_closed(self.above) && is_whole(self.below) && !is_redacted(self.title)
    }

    /// Whether the row is a title of another text: the paragraphs above have marks, or a text that was opened above is
    /// not yet closed.
    fn is_of_other_text(&self) -> bool {
        /// Rows of a joint statement in which its title can stand.
        const MOST: usize = 64;
        let mut above = self.rows.iter().take(self.at).rev().take(MOST).map(|row| row.span.of(self.text));
        let is_marked = |line: &str| label::read(line).is_some_and(|label| label.marked);
        let is_sign = |c: char| !c.is_alphanumeric();
        let nearest = above.find(|line| is_bound(line) || is_marked(line));
        nearest.is_some_and(|line| is_marked(line) || !begins_with_one_of(line.trim_start_matches(is_sign), &["end"]))
    }

    /// Whether a page marker was taken out above the row, and a blank line stands between them.
    fn is_behind_blank_line(&self) -> bool {
        let before = self.text.get(..self.row.span.start as usize).unwrap_or_default();
        wrap::line_ends(before.get(before.trim_end().len()..).unwrap_or_default()) > 1
    }
}
