//! Files, folders, archives and standard input, as pieces of text that begin with telegrams.
//!
//! - `source`: what an argument stands for, opened one after the other
//! - `piece`: a stretch of an input with the telegrams in it
//! - `whole`: an input that is read into memory
//! - `stream`: an input too long for memory

mod piece;
mod source;
mod stream;
mod whole;

pub use piece::{File, Piece, Telegram};

use cable::encoding::{Kind, NotText};
use source::Source;
use std::fmt;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Takes pieces, and sentences about what could not be read; `false` means that no more are wanted.
pub type Give<'g> = dyn FnMut(Result<Piece, Unreadable>) -> bool + 'g;

/// What could not be read, and why, as a sentence.
#[derive(Debug)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Unreadable {
    fn new(shown: impl fmt::Display, why: impl fmt::Display) -> Self {
        Self(format!("{shown}: {why}"))
    }
}

/// The most that is read into memory at once; longer inputs are read as a stream.
const WHOLE: usize = 64 << 20;

/// Gives everything below an argument, in order. Returns whether more is wanted. An argument that gives nothing is
/// reported, because it would look as if all was well with its contents.
pub fn read(argument: &Path, give: &mut Give) -> bool {
    let mut gave = false;
    let mut give_seen = |piece: Result<Piece, Unreadable>| {
        gave = true;
        give(piece)
    };
    let goes_on = source::visit(argument, &mut |source| match source {
        Ok(source) => source_pieces(source, &mut give_seen),
        Err(why) => give_seen(Err(why)),
    });
    if gave { goes_on } else { give(Err(Unreadable::new(argument.display(), "there is no text in it"))) }
}

fn source_pieces(source: Source, give: &mut Give) -> bool {
    let file = Arc::new(File { name: source.name, shown: source.shown, named: source.named });
    let mut bytes = Vec::new();
    let limit = WHOLE as u64 + 1;
    if let Err(error) = Read::take(&mut *source.bytes, limit).read_to_end(&mut bytes) {
        return give(Err(Unreadable::new(&file.shown, error)));
    }
    match bytes.len() > WHOLE {
        true => stream::pieces(&file, bytes, source.bytes, give),
        false => whole::pieces(&file, bytes, give),
    }
}

/// Reports what is no text. In a folder or archive, such files beside the texts are passed over, except archives: they
/// may hold texts.
fn not_text(file: &File, why: NotText, give: &mut Give) -> bool {
    let is_archive = match why {
        NotText::Other(Kind::Gzip | Kind::Packed) => true,
        // Documents of many programs are ZIP archives, too.
        NotText::Other(Kind::Zip) => file.name.to_ascii_lowercase().ends_with(".zip"),
        _ => false,
    };
    match (file.named, is_archive) {
        (false, false) => true,
        (false, true) => give(Err(Unreadable(format!("{} {why}; it was not unpacked", file.shown)))),
        (true, _) => give(Err(Unreadable(format!("{} {why}", file.shown)))),
    }
}

/// Reports an export of telegrams, which looks like a telegram.
fn export(file: &File, give: &mut Give) -> bool {
    !file.named || give(Err(Unreadable::new(&file.shown, "an export of telegrams, which holds no text of them")))
}
