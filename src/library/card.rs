//! What the list says about a telegram.

use crate::find::Folded;
use crate::intake::Opened;
use crate::reading::words;
use cable::{Cable, Level, PartKind, Span};

/// The longest subject on a card, in characters.
const SUBJECT: usize = 160;

/// A telegram in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Its message reference number; empty where there is none.
    pub number: String,
    /// The minute or the day of its date, in ISO 8601, which sorts by time.
    pub date: String,
    /// The post that sent it.
    pub post: String,
    /// Its subject, shortened.
    pub subject: String,
    /// How it was marked.
    pub marking: Option<Level>,
    /// The file that it is in.
    pub file: String,
    /// The key by which its number sorts: post, year, number.
    pub(super) numbered: String,
    /// All of its words, folded, for searching.
    pub(super) words: String,
    /// The parts of the text that hold the telegram, without interruptions such as page markers.
    pub(super) pieces: Vec<Span>,
}

impl Card {
    /// The card of a parsed telegram, from the text that holds it.
    pub fn of(cable: &Cable, opened: &Opened) -> Self {
        let numbered = cable.reference_number.as_ref().map(|field| &field.value);
        let from = cable.from.as_ref().map(|from| from.value.name.as_str());
        let date = cable.date.as_ref().and_then(|date| date.value).map(|at| at.to_string());
        let mut card = Self {
            number: number(cable).unwrap_or_default(),
            date: date.or_else(|| cable.day.as_ref().map(|day| day.value.to_string())).unwrap_or_default(),
            post: from.or(numbered.map(|number| number.post.as_str())).unwrap_or_default().to_owned(),
            subject: cable.subject.as_ref().map(|field| words::shortened(&field.value, SUBJECT)).unwrap_or_default(),
            marking: cable.classification.as_ref().map(|mark| mark.value.level),
            file: opened.path(),
            numbered: numbered.map_or_else(String::new, |number| {
                format!("{} {:04} {:08}", number.post, number.year.unwrap_or_default(), number.number)
            }),
            words: String::new(),
            pieces: pieces(cable),
        };
        let marking = card.marking.map(words::level).unwrap_or_default();
        let all = [&card.number, &card.date, &card.post, &card.subject, marking, &card.file].join("\n");
        card.words = Folded::new(&all, false).text().to_owned();
        card
    }

    /// Its title: the subject, otherwise the number, otherwise the file.
    pub fn title(&self) -> &str {
        [&self.subject, &self.number, &self.file].into_iter().find(|title| !title.is_empty()).map_or("", String::as_str)
    }
}

/// The telegram's text around its interruptions, which can divide a word.
fn pieces(cable: &Cable) -> Vec<Span> {
    let interruptions = cable.parts.iter().filter(|part| part.kind == PartKind::Interruption).map(|part| part.span);
    let ends = interruptions.clone().map(|span| span.start).chain([cable.span.end]);
    let starts = std::iter::once(cable.span.start).chain(interruptions.map(|span| span.end));
    starts.zip(ends).map(|(start, end)| Span::new(start, end)).filter(|piece| !piece.is_empty()).collect()
}

/// The number of the telegram as the page shows it.
pub fn number(cable: &Cable) -> Option<String> {
    let written = || cable.reference_number.as_ref().map(|field| (&field.value.post, field.value.number));
    cable.quoted_number().or_else(|| written().map(|(post, number)| format!("{post} {number}")))
}
