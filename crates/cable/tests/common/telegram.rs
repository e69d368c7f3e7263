//! Telegrams that know what they say: made of known values, written out in any layout.

use cable::Date;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};
use std::fmt::Write;

/// The values that a telegram is written from, and that its parse must give.
#[derive(Clone, Debug)]
pub struct Telegram {
    level: Level,
    post: &'static str,
    number: u32,
    /// Year, month, day, hour, minute.
    time: (u16, u8, u8, u8, u8),
    precedence: (&'static str, &'static str),
    serial: u32,
    captions: Vec<&'static str>,
    tags: Vec<(&'static str, &'static str)>,
    subject: Vec<&'static str>,
    references: Vec<(&'static str, u32)>,
    classifier: (&'static str, &'static str, &'static str),
    reasons: Vec<char>,
    paragraphs: Vec<Paragraph>,
    sections: u32,
}

#[derive(Clone, Copy, Debug)]
struct Level {
    name: &'static str,
    written: &'static str,
    security: &'static str,
}

#[derive(Clone, Debug)]
struct Paragraph {
    mark: &'static str,
    part: Part,
    sentences: Vec<Vec<&'static str>>,
    note: Option<Vec<&'static str>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Plain,
    Titled(&'static str),
    Inline(&'static str),
    Headed(&'static str),
}

/// How paragraph labels look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Labels {
    /// `¶1.`
    Pilcrow,
    /// `[1](#)1.`, and TAGS as links.
    Markdown,
    /// The same, the later half as `1N.`.
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
    /// Page markers inside of sentences.
    pub page_markers: bool,
    /// A blank line inside of a sentence of every paragraph.
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

const LEVELS: [Level; 3] = [
    Level { name: "unclassified", written: "UNCLAS", security: "ZNR UUUUU ZZH" },
    Level { name: "confidential", written: "C O N F I D E N T I A L", security: "ZNY CCCCC ZZH" },
    Level { name: "secret", written: "S E C R E T", security: "ZNY SSSSS ZZH" },
];

const POSTS: [&str; 5] = ["ALDERPORT", "CEDAR BAY", "LARCHFORD", "PORT CALDER", "ELMSTAD"];

const TAGS: [(&str, &str); 8] = [
    ("PREL", "subject"),
    ("PGOV", "subject"),
    ("ECON", "subject"),
    ("EWWT", "subject"),
    ("SENV", "subject"),
    ("KCRM", "program"),
    ("KDEM", "program"),
    ("XG", "geographic"),
];

const CLASSIFIERS: [(&str, &str, &str); 4] = [
    ("Ambassador", "Miriam T. Oakhurst", "OAKHURST"),
    ("DCM", "Ignatius Crowe", "CROWE"),
    ("Consul General", "Barnaby Thistlewood", "THISTLEWOOD"),
    ("Economic Counselor", "Rosalind Tremlett", "TREMLETT"),
];

const WORDS: [&str; 24] = [
    "the",
    "harbor",
    "council",
    "met",
    "with",
    "every",
    "pilot",
    "on",
    "board",
    "and",
    "said",
    "that",
    "ferry",
    "bread",
    "lamp",
    "would",
    "not",
    "open",
    "before",
    "winter",
    "(ref A)",
    "septel",
    "\"in good time\"",
    "2003",
];

const OPENINGS: [&str; 6] = ["The", "He", "Post", "Farmers", "Nobody", "Later"];

const SUBJECT: [&str; 10] =
    ["HARBOR", "COUNCIL'S", "BREAD", "LAMP", "AND", "FERRY:", "WINTER", "QUAY", "PILOTS", "NORTHERN"];

const TITLES: [&str; 3] = ["The Quay in Winter", "Bread and Ferries", "A Second Boat"];

prop_compose! {
    fn words()(opening in select(&OPENINGS[..]), rest in prop::collection::vec(select(&WORDS[..]), 4..24))
        -> Vec<&'static str>
    {
        [opening].into_iter().chain(rest).collect()
    }
}

prop_compose! {
    fn paragraph(part: Part)(
        mark in select(vec!["(U)", "(SBU)", "(C)", "(C/NF)", "(S)", "(S/NF)"]),
        sentences in prop::collection::vec(words(), 1..5),
        note in prop::option::weighted(0.2, words()),
        titled in prop::option::weighted(0.2, select(&TITLES[..])),
    ) -> Paragraph {
        let part = if part == Part::Plain { titled.map_or(part, Part::Titled) } else { part };
        Paragraph { mark, part, sentences, note }
    }
}

fn form(kind: &'static str) -> impl Strategy<Value = Part> {
    select(vec![Part::Inline(kind), Part::Headed(kind)])
}

fn body() -> impl Strategy<Value = Vec<Paragraph>> {
    let summary = form("summary").prop_flat_map(paragraph);
    let comment = form("comment").prop_flat_map(paragraph);
    (prop::option::of(summary), prop::collection::vec(paragraph(Part::Plain), 1..14), prop::option::of(comment))
        .prop_map(|(summary, plain, comment)| summary.into_iter().chain(plain).chain(comment).collect())
}

prop_compose! {
    /// Any telegram.
    pub fn telegram()(
        level in select(&LEVELS[..]),
        post in select(&POSTS[..]),
        number in 40u32..20_000,
        time in (2005u16..2010, 1u8..13, 1u8..29, 0u8..24, 0u8..60),
        precedence in select(vec![("R", "routine"), ("P", "priority"), ("O", "immediate")]),
        serial in 0u32..10_000,
        captions in subsequence(vec!["SIPDIS", "NOFORN", "SENSITIVE"], 0..3),
        tags in subsequence(TAGS.to_vec(), 1..8),
        subject in prop::collection::vec(select(&SUBJECT[..]), 2..14),
        references in prop::collection::vec((select(&POSTS[..]), 1u32..40), 0..4),
        (classifier, reasons) in (select(&CLASSIFIERS[..]), subsequence(vec!['b', 'c', 'd'], 1..3)),
        (paragraphs, sections) in (body(), 2u32..5),
    ) -> Telegram {
        Telegram {
            level, post, number, time, precedence, serial, captions, tags, subject, references, classifier, reasons,
            paragraphs, sections,
        }
    }
}

impl Telegram {
    /// The telegram in a layout.
    pub fn write(&self, layout: Layout) -> String {
        let mut text = self.header(layout.labels);
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
        if !layout.glued_signature {
            text += self.classifier.2;
            text.push('\n');
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

    /// What the export says, as far as the telegram's values determine it.
    pub fn expected(&self) -> Value {
        let (year, month, day, hour, minute) = self.time;
        let (post, number) = (self.post.replace(' ', ""), self.number);
        let references = self.references.iter().enumerate().map(|(i, (post, number))| {
            let mrn = format!("{:02}{}{number}", year % 100, post.replace(' ', ""));
            json!({ "label": letter(i).to_string(), "kind": "cable", "mrn": mrn, "text": format!("{post} {number}") })
        });
        json!({
            "mrn": format!("{:02}{post}{number}", year % 100),
            "post": post,
            "number": number,
            "date": format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z"),
            "precedence": { "action": self.precedence.1, "info": null },
            "transmission": {
                "start": format!("VZCZCXRO{:04}", self.serial), "routed_to": ["RUEHAB", "RUEHCD"],
                "originator": "RUEHEF", "station_serial": number % 10_000, "section": 1, "security": self.level.name,
                "filed": format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z"), "signals": ["ZZH"],
            },
            "from": { "routing": "RUEHEF", "name": format!("AMEMBASSY {}", self.post) },
            "to": [{ "routing": "RUEHC", "name": "SECSTATE WASHDC", "serial": format!("{:04}", self.serial) }],
            "info": [],
            "classification": { "level": self.level.name, "text": self.level.written },
            "section_count": { "number": 1, "of": self.sections },
            "captions": self.captions,
            "executive_order": { "order": "12958", "declassify_on": null, "instruction": "N/A" },
            "tags": self.tags.iter().map(|(code, kind)| json!({ "code": code, "kind": kind })).collect::<Vec<_>>(),
            "subject": self.subject.join(" "),
            "references": references.collect::<Vec<_>>(),
            "classified_by": [{ "name": self.classifier.1, "title": self.classifier.0 }],
            "classification_reasons": self.reasons.iter().map(|reason| format!("1.4({reason})")).collect::<Vec<_>>(),
            "summary": self.part("summary"),
            "comment": self.part("comment"),
            "sections": self.expected_sections(),
            "paragraphs": self.paragraphs.iter().zip(1..).map(|(p, number)| p.expected(number)).collect::<Vec<_>>(),
            "signature": [self.classifier.2],
        })
    }

    fn part(&self, kind: &str) -> Option<String> {
        self.paragraphs.iter().find(|paragraph| paragraph.part.kind() == Some(kind)).map(Paragraph::prose)
    }

    fn expected_sections(&self) -> Vec<Value> {
        let mut sections = Vec::new();
        for (paragraph, number) in self.paragraphs.iter().zip(1..) {
            if let Some(kind) = paragraph.part.kind() {
                let form = if matches!(paragraph.part, Part::Inline(_)) { "inline" } else { "headed" };
                sections.push(json!({ "kind": kind, "form": form, "paragraphs": [number], "text": paragraph.prose() }));
            }
            if let Some(note) = &paragraph.note {
                let text = sentence(note);
                sections.push(json!({ "kind": "note", "form": "parenthetical", "paragraphs": [number], "text": text }));
            }
        }
        sections
    }
}

impl Part {
    fn kind(self) -> Option<&'static str> {
        match self {
            Part::Plain | Part::Titled(_) => None,
            Part::Inline(kind) | Part::Headed(kind) => Some(kind),
        }
    }

    fn heading(self) -> Option<String> {
        match self {
            Part::Plain | Part::Inline(_) => None,
            Part::Titled(title) => Some(title.to_owned()),
            Part::Headed(kind) => Some(kind.to_uppercase()),
        }
    }
}

impl Paragraph {
    /// Its sentences and its note.
    fn prose(&self) -> String {
        let sentences = self.sentences.iter().map(|words| sentence(words));
        let note = self.note.iter().map(|words| format!("(Note: {} End note.)", sentence(words)));
        sentences.chain(note).collect::<Vec<_>>().join(" ")
    }

    /// The same with the words that open and close its section.
    fn text(&self) -> String {
        let prose = self.prose();
        match self.part {
            Part::Plain | Part::Titled(_) => prose,
            Part::Inline("summary") => format!("Summary: {prose} End summary."),
            Part::Inline(_) => format!("Comment: {prose} End comment."),
            Part::Headed(kind) => format!("{prose} End {kind}."),
        }
    }

    fn expected(&self, number: usize) -> Value {
        json!({
            "number": number, "depth": 0, "mark": { "text": self.mark }, "role": self.part.kind(),
            "heading": self.part.heading(), "text": self.text(),
        })
    }
}

fn sentence(words: &[&str]) -> String {
    words.join(" ") + "."
}

fn letter(i: usize) -> char {
    char::from(b'A' + i as u8)
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
