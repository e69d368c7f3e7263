//! Notes in the form of three authorities.
//!
//! - The National Archives: *Citing Foreign Affairs Records* (Research Services, September 2023), II, model A for the
//!   electronic telegrams of 1973-79, and example 5 for telegrams of other files: "Embassy Manila to Department of State,
//!   Telegram 07657, June 27, 1974, 1974MANILA07657, Central Foreign Policy Files, 1973-79/Electronic Telegrams, RG 59:
//!   General Records of the Department of State, U.S. National Archives". The day of access, which it calls of no use for
//!   identifying a record, is left to the reader.
//! - *Foreign Relations of the United States*: headings and source notes of the volumes for 1969-76, such as E-11, part 2:
//!   document 169, "Telegram 4226 From the Embassy in Chile to the Department of State", "Source: National Archives, RG 59,
//!   Central Foreign Policy File, D740192–0983. Confidential."; 140, "Confidential; Immediate; Exdis."; 139, "[no film
//!   number]"; in notes, "Telegram 150955 to multiple posts"; where there is none, "No classification marking."
//! - *The Chicago Manual of Style*, 17th edition: 14.111 and 14.221-31 for correspondence and manuscript collections, to
//!   which 14.292 sends unpublished documents of the government. Its editors, asked for a memorandum in *Foreign Relations*:
//!   "Henry Kissinger to Richard Nixon, memorandum, Washington, December 18, 1970, in …". The subject stands in quotation
//!   marks as the title of a manuscript does, in the capitals that it is written in.

use super::party::{Party, capitalized};
use super::source::{Source, american};
use crate::{Level, Precedence};

/// The long form of the National Archives; `place` is the part of the telegram that is cited (`paragraph 3`), empty for
/// all of it.
pub(super) fn nara(source: &Source, place: &str) -> String {
    let archive = source.archive.as_ref().map(|_| {
        "Central Foreign Policy Files, 1973-79/Electronic Telegrams, RG 59: General Records of the Department of State, \
         U.S. National Archives"
            .to_owned()
    });
    // Their model has the digits of the Archives' own number.
    let digits = source.mrn.as_deref().filter(|_| source.archive.is_some()).map(|number| {
        let front = number.trim_end_matches(|c: char| c.is_ascii_digit());
        number.strip_prefix(front).unwrap_or_default().to_owned()
    });
    sentence([
        parties(source),
        Some(numbered(source.genre, digits.or(source.number.map(|number| number.to_string())))),
        source.date.map(american),
        Some(place.to_owned()),
        identity(source),
        archive,
    ])
}

/// Heading and source note of *Foreign Relations*.
pub(super) fn frus(source: &Source) -> String {
    let mut heading = numbered(source.genre, source.number);
    if let Some(from) = &source.from {
        heading = [&heading, " From ", &from.described()].concat();
    }
    match source.to.as_slice() {
        [] => {}
        [to] => heading = [&heading, " to ", &to.described()].concat(),
        _ => heading.push_str(" to Multiple Posts"),
    }
    let mut out = sentence([Some(heading), source.date.map(american)]);
    out.push_str(" Source: ");
    match &source.archive {
        Some(archive) => {
            let film = archive.film.map_or_else(|| "[no film number]".to_owned(), |film| film.replace('-', "–"));
            out.push_str(&["National Archives, RG 59, Central Foreign Policy File, ", &film].concat());
        }
        None => out.push_str(source.key()),
    }
    [&out, ". ", &marks(source), "."].concat()
}

/// A note of the Chicago Manual of Style.
pub(super) fn chicago(source: &Source) -> String {
    let title = source.subject.map(|subject| ["“", &subject.replace('"', "'"), ","].concat());
    let genre = numbered(&source.genre.to_ascii_lowercase(), source.number);
    // The comma in front of the closing quotation mark separates the title from what follows.
    let genre = if title.is_some() { ["” ", &genre].concat() } else { genre };
    let described = [title.unwrap_or_default(), genre].concat();
    let archive = source
        .archive
        .as_ref()
        .map(|_| "Central Foreign Policy Files, 1973–79, RG 59, National Archives, College Park, MD".to_owned());
    let date = source.date.map_or_else(|| "n.d.".to_owned(), american);
    sentence([parties(source), Some(described), Some(date), identity(source), archive])
}

/// Its number; the file if it has neither number nor writer.
fn identity(source: &Source) -> Option<String> {
    (source.mrn.is_some() || source.from.is_none()).then(|| source.key().to_owned())
}

/// `Embassy Manila to Department of State`
fn parties(source: &Source) -> Option<String> {
    let from = source.author().unwrap_or_default();
    let to = match source.to.as_slice() {
        [] => return Some(from),
        [to] => to.name(),
        [to, ..] => Party::name(to) + " and others",
    };
    Some(if from.is_empty() { ["to ", &to].concat() } else { [&from, " to ", &to].concat() })
}

/// `Telegram 286`
fn numbered(genre: &str, number: Option<impl ToString>) -> String {
    match number {
        Some(number) => [genre, " ", &number.to_string()].concat(),
        None => genre.to_owned(),
    }
}

/// `Secret; Niact Immediate; Exdis`
fn marks(source: &Source) -> String {
    let level = source.classification.map(|mark| match mark.level {
        Level::Unclassified => "Unclassified",
        Level::LimitedOfficialUse => "Limited Official Use",
        Level::Confidential => "Confidential",
        Level::Secret => "Secret",
        Level::TopSecret => "Top Secret",
    });
    let precedence = source.precedence.and_then(|precedence| match precedence {
        Precedence::Routine => None,
        Precedence::Priority => Some("Priority"),
        Precedence::Immediate => Some("Immediate"),
        Precedence::NiactImmediate => Some("Niact Immediate"),
        Precedence::Flash => Some("Flash"),
    });
    let mut marks = vec![level.unwrap_or("No classification marking").to_owned()];
    marks.extend(precedence.map(str::to_owned));
    let caveats = source.classification.iter().flat_map(|mark| mark.caveats.iter().map(String::as_str));
    for word in source.captions.iter().copied().chain(caveats) {
        let word = capitalized(word);
        if !marks.contains(&word) {
            marks.push(word);
        }
    }
    marks.join("; ")
}

/// The parts that are not empty, with commas between them and a full stop at the end. The stop of `n.d.` serves as
/// that.
fn sentence<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let sentence = parts.join(", ");
    if sentence.ends_with('.') { sentence } else { sentence + "." }
}
