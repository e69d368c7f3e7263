//! What a citation says about a telegram.

use super::party::Party;
use crate::dialect::nara;
use crate::{Cable, Date, Dialect, Mark, Precedence};

/// The facts that every style draws on.
pub(super) struct Source<'a> {
    /// `Telegram`, or `Message` for one of the Navy.
    pub genre: &'static str,
    /// The sender.
    pub from: Option<Party>,
    /// Action addressees.
    pub to: Vec<Party>,
    /// Its number among the telegrams of its post in the year.
    pub number: Option<u32>,
    /// The number by which it is known.
    pub mrn: Option<String>,
    /// The day on which it was written.
    pub date: Option<Date>,
    /// What it is about, as written.
    pub subject: Option<&'a str>,
    /// Name of the file that held the text.
    pub file: &'a str,
    /// Overall classification.
    pub classification: Option<&'a Mark>,
    /// Urgency for action addressees.
    pub precedence: Option<Precedence>,
    /// Handling captions.
    pub captions: Vec<&'a str>,
    /// TAGS.
    pub tags: Vec<&'a str>,
    /// Where it is kept; `None` if that is not known.
    pub archive: Option<Archive<'a>>,
}

/// The Central Foreign Policy Files of 1973-79 in the National Archives.
pub(super) struct Archive<'a> {
    /// Number of the frame on microfilm (`D740169-1020`), which not every copy has.
    pub film: Option<&'a str>,
}

impl<'a> Source<'a> {
    /// The facts of a telegram.
    pub fn of(text: &'a str, cable: &'a Cable, file: &'a str) -> Self {
        let number = cable.reference_number.as_ref().map(|field| &field.value);
        let written = cable.from.as_ref().map(|field| field.value.name.as_str()).filter(|name| !name.is_empty());
        let from = written.or(number.map(|number| number.post.as_str()));
        let film = || nara::attribute(text, cable, "Film Number").map(|field| field.value.as_str());
        let subject = cable.subject.as_ref().map(|field| field.value.trim()).filter(|subject| !subject.is_empty());
        Self {
            genre: if cable.dialect == Dialect::Navy { "Message" } else { "Telegram" },
            from: from.map(Party::read),
            to: cable.to.iter().map(|field| Party::read(&field.value.name)).collect(),
            number: number.map(|number| number.number),
            mrn: cable.quoted_number(),
            date: cable.written_on(),
            subject,
            file,
            classification: cable.classification.as_ref().map(|field| &field.value),
            precedence: cable.precedence.as_ref().map(|field| field.value.action),
            captions: cable.captions.iter().map(|field| field.value.as_str()).collect(),
            tags: cable.tags.iter().map(|field| field.value.code.as_str()).collect(),
            archive: (cable.dialect == Dialect::Nara1970s).then(|| Archive { film: film() }),
        }
    }

    /// The best title: its subject, otherwise its number, otherwise the file.
    pub fn title(&self) -> &str {
        self.subject.or(self.mrn.as_deref()).unwrap_or(self.file)
    }

    /// What tells it from all others: its number, otherwise the file without its ending.
    pub fn key(&self) -> &str {
        let stem = self.file.rsplit_once('.').map_or(self.file, |(stem, _)| stem);
        self.mrn.as_deref().unwrap_or(stem)
    }

    /// TAGS as keywords, separated by commas. A person, `ROE, JANE`, loses its own comma.
    pub fn keywords(&self) -> String {
        let words: Vec<String> = self.tags.iter().map(|tag| tag.replace(", ", " ")).collect();
        words.join(", ")
    }

    /// `Embassy Muscat`.
    pub fn author(&self) -> Option<String> {
        self.from.as_ref().map(Party::name)
    }

    /// The institution whose telegram it is: the Department if one of its posts wrote it, otherwise the writer.
    pub fn institution(&self) -> Option<String> {
        let from = self.from.as_ref()?;
        Some(if from.is_of_the_department() { "U.S. Department of State".to_owned() } else { from.name() })
    }
}

/// `June 27, 1974`
pub(super) fn american(date: Date) -> String {
    [date.month_name(), " ", &date.day().to_string(), ", ", &date.year().to_string()].concat()
}
