//! The text of a telegram in a layout.

use super::{Telegram, letter};
use cable::Date;
use std::fmt::Write;

/// How paragraph labels look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Labels {
    /// `¶1.`
    Pilcrow,
    /// `[1](#)1.`, and TAGS as links
    Markdown,
    /// The same, with the later half as `1N.`
    LostAnchors,
    /// `1.`
    Plain,
}

/// How a telegram is laid out. No part of this changes what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    pub labels: Labels,
    /// Columns of a line; `None` puts each paragraph on one line.
    pub width: Option<usize>,
    /// Page markers inside sentences.
    pub page_markers: bool,
    /// A blank line inside a sentence of every paragraph.
    pub blank_lines: bool,
    /// The signature behind the last sentence instead of on its own line.
    pub glued_signature: bool,
}

pub const PLAIN: Layout = Layout {
    labels: Labels::Pilcrow,
    width: Some(60),
    page_markers: false,
    blank_lines: false,
    glued_signature: false,
};

impl Telegram {
    /// The telegram in a layout.
    pub fn write(&self, layout: Layout) -> String {
        let mut text = self.header(layout.labels) + &self.body(layout);
        if !layout.glued_signature {
            text += self.classifier.2;
            text.push('\n');
        }
        text
    }

    /// Only the paragraphs.
    pub(super) fn body(&self, layout: Layout) -> String {
        let mut text = String::new();
        let mut pages = 2..=if layout.page_markers { self.sections } else { 1 };
        for (i, paragraph) in self.paragraphs.iter().enumerate() {
            let number = i + 1;
            if let Some(heading) = paragraph.part.heading() {
                let rule = "-".repeat(heading.len());
                text += &format!("{rule}\n{heading}\n{rule}\n\n");
            }
            let mut words = vec![label(layout.labels, number, self.paragraphs.len()), paragraph.mark.to_owned()];
            words.extend(paragraph.text().split(' ').map(str::to_owned));
            let glued = layout.glued_signature && number == self.paragraphs.len();
            if glued {
                words.push(self.classifier.2.to_owned());
            }
            let cut = inside_a_sentence(&words);
            let marker = cut.and_then(|_| pages.next());
            let (head, tail) = words.split_at(cut.unwrap_or(words.len()));
            text += &wrap(head, layout.width);
            if !tail.is_empty() {
                text += &match marker {
                    Some(page) => format!("\n\n{} {:08} {page:03} OF {:03}\n\n", self.post, self.number, self.sections),
                    None if layout.blank_lines => "\n\n".to_owned(),
                    None => if layout.width.is_some() { "\n" } else { " " }.to_owned(),
                };
                text += &wrap(tail, layout.width);
            }
            text += "\n\n";
        }
        text
    }

    fn header(&self, labels: Labels) -> String {
        let (year, month, day, hour, minute) = self.time;
        let julian = Date::new(year, month, day).map_or(0, Date::ordinal);
        let month = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
            [usize::from(month) - 1];
        let (post, level, number) = (self.post, self.level, self.number);
        let tag = |&(code, _): &(&str, &str)| match labels {
            Labels::Markdown | Labels::LostAnchors => format!("[{code}](#)"),
            Labels::Pilcrow | Labels::Plain => code.to_owned(),
        };
        let mut text = format!(
            "VZCZCXRO{:04}\n{1}{1} RUEHAB RUEHCD\nDE RUEHEF #{2:04}/01 {julian:03}{hour:02}{minute:02}\n{3}\n",
            self.serial,
            self.precedence.0,
            number % 10_000,
            level.security
        );
        let _ = write!(
            text,
            "{} {day:02}{hour:02}{minute:02}Z {month} {:02}\nFM AMEMBASSY {post}\nTO RUEHC/SECSTATE WASHDC {:04}\n\n\
             {} SECTION 01 OF {:02} {post} {number:06}\n\n",
            self.precedence.0,
            year % 100,
            self.serial,
            level.written,
            self.sections
        );
        for caption in &self.captions {
            text += &format!("{caption}\n\n");
        }
        text += &format!("E.O. 12958: N/A\nTAGS: {}\n", self.tags.iter().map(tag).collect::<Vec<_>>().join(" "));
        let subject: Vec<String> = ["SUBJECT:"].iter().chain(&self.subject).map(|word| (*word).to_owned()).collect();
        text += &format!("{}\n\n", wrap(&subject, Some(55)));
        for (i, (post, number)) in self.references.iter().enumerate() {
            let anchor = match labels {
                _ if i == 0 => "REF: ",
                Labels::Pilcrow => "¶",
                Labels::Markdown => "[1](#)",
                Labels::LostAnchors => "1",
                Labels::Plain => "     ",
            };
            text += &format!("{anchor}{}. {post} {number}\n", letter(i));
        }
        let reasons: Vec<String> = self.reasons.iter().map(|reason| format!("({reason})")).collect();
        let (title, name, _) = self.classifier;
        text + &format!("\nClassified By: {title} {name} for reasons 1.4 {}.\n\n", reasons.join(" and "))
    }
}

fn label(labels: Labels, number: usize, of: usize) -> String {
    match labels {
        Labels::Pilcrow => format!("¶{number}."),
        Labels::LostAnchors if number > of.div_ceil(2) => format!("1{number}."),
        Labels::Markdown | Labels::LostAnchors => format!("[1](#){number}."),
        Labels::Plain => format!("{number}."),
    }
}

/// Where a page can end inside a sentence: a cut near the middle that leaves words of the sentence on both sides.
fn inside_a_sentence(words: &[String]) -> Option<usize> {
    let runs_on = |i: &usize| words[i - 1].ends_with(char::is_lowercase) && words[*i].starts_with(char::is_lowercase);
    (words.len() / 2..words.len()).filter(|i| *i > 4).find(runs_on)
}

fn wrap(words: &[String], width: Option<usize>) -> String {
    let mut text = String::new();
    let mut column = 0;
    for word in words {
        let len = word.chars().count();
        if column > 0 && width.is_some_and(|width| column + 1 + len > width) {
            text.push('\n');
            column = 0;
        } else if column > 0 {
            text.push(' ');
            column += 1;
        }
        text += word;
        column += len;
    }
    text
}
