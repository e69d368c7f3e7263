//! What tells one telegram from another.

use crate::envelope::{addressee, date_time_group, designator, transmission};
use crate::telegram_name::TelegramName;
use crate::words::words;
use crate::{DateTime, heading};

/// What the head of a telegram says about it. A copy can repeat the header of a telegram, and each section can have its
/// own: these values are the same in all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Identity<'a> {
    /// Routing indicator of the originating station.
    originator: Option<&'a str>,
    /// Station serial number.
    serial: Option<u32>,
    /// Date-time group.
    date: Option<DateTime>,
    /// Originating post, as reference numbers write it.
    post: Option<String>,
    /// Message reference number, without its year.
    number: Option<u32>,
}

impl<'a> Identity<'a> {
    /// Adds what an originator line says.
    pub fn originator(&mut self, line: &'a str) {
        let read = transmission::originator(line);
        self.originator = read.routing.and_then(|routing| line.get(routing));
        self.serial = read.serial.map(|(serial, _)| serial);
    }

    /// Adds the minute of a date-time group line.
    pub fn date_time_group(&mut self, line: &str) {
        self.date = date_time_group::read(line).and_then(|group| group.date.0);
    }

    /// Adds the post of an `FM` line.
    pub fn from(&mut self, line: &str) {
        let designator = line.get(2..).and_then(|rest| addressee::addressee(rest.trim_start()));
        self.post = designator.map(|from| designator::post(&from.name));
    }

    /// Adds post and number of `MRN: 09 TARSIS 417`.
    pub fn reference_number(&mut self, value: &str) {
        let parts: Vec<&str> = words(value).filter_map(|word| value.get(word)).take(7).collect();
        if let [_year, post @ .., number] = parts.as_slice() {
            self.post = Some(post.concat().to_ascii_uppercase());
            self.number = number.parse().ok();
        }
    }

    /// Adds post and number of a classification line, if no number was known.
    pub fn classification(&mut self, line: &str) {
        if let Some(read) = heading::numbered(line).and_then(|read| read.number)
            && self.number.is_none()
        {
            self.post = read.post.or(self.post.take());
            self.number = Some(read.number);
        }
    }

    /// Adds the number in the name of a telegram. Copies spell a post in more than one way, so the post of the name
    /// counts only if no minute is known.
    pub fn named(self, name: &TelegramName) -> Self {
        let post = if self.date.is_some() { self.post } else { Some(name.post.clone()) };
        Self { post, number: Some(name.number), ..self }
    }

    /// Whether its station serial number is known.
    pub fn has_serial(&self) -> bool {
        self.serial.is_some()
    }

    /// Its number, if known.
    pub fn number(&self) -> Option<u32> {
        self.number
    }

    /// Whether anything is known that tells telegrams apart; the post by itself does not.
    pub fn is_known(&self) -> bool {
        self.serial.is_some() || self.date.is_some() || self.number.is_some()
    }

    /// Whether the two cannot be the same telegram. One about which nothing is known differs from every other.
    pub fn differs(&self, other: &Self) -> bool {
        if !self.is_known() || !other.is_known() {
            return true;
        }
        // The station serial number is the reference number modulo 10,000.
        if let (Some(number), Some(serial)) = (self.number.or(other.number), self.serial.or(other.serial))
            && self.number.is_some() != other.number.is_some()
        {
            return number % 10_000 != serial;
        }
        let serials = conflict(&self.serial, &other.serial) || conflict(&self.originator, &other.originator);
        // Copies spell a post in more than one way: if the serials agree, its name does not matter.
        let posts = conflict(&self.post, &other.post) && (self.serial.is_none() || other.serial.is_none());
        serials || posts || conflict(&self.date, &other.date) || conflict(&self.number, &other.number)
    }

    /// Fills what this head leaves open from another head of the same telegram.
    pub fn complete(&mut self, other: Self) {
        self.originator = self.originator.or(other.originator);
        self.serial = self.serial.or(other.serial);
        self.date = self.date.or(other.date);
        self.number = self.number.or(other.number);
        self.post = self.post.take().or(other.post);
    }
}

fn conflict<T: PartialEq>(a: &Option<T>, b: &Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}
