//! Telegrams made of known values, written out in any layout.
//!
//! - `any`: a strategy for any telegram
//! - `write`: the text in a layout
//! - `copies`: the same text as a saved page, a row of the dump, a labelled print
//! - `expected`: what its export says

pub mod any;
mod copies;
mod expected;
pub mod write;

/// The values that a telegram is written from, and that parsing it must give.
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

impl Telegram {
    /// Its name as a message reference number, `09TARSIS417`.
    pub fn name(&self) -> String {
        format!("{:02}{}{}", self.time.0 % 100, self.post.replace(' ', ""), self.number)
    }
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

    /// The prose with the words that open and close its section.
    fn text(&self) -> String {
        let prose = self.prose();
        match self.part {
            Part::Plain | Part::Titled(_) => prose,
            Part::Inline("summary") => format!("Summary: {prose} End summary."),
            Part::Inline(_) => format!("Comment: {prose} End comment."),
            Part::Headed(kind) => format!("{prose} End {kind}."),
        }
    }
}

fn sentence(words: &[&str]) -> String {
    words.join(" ") + "."
}

fn letter(i: usize) -> char {
    char::from(b'A' + i as u8)
}
