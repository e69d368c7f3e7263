//! From what arrived to texts with their telegrams: folders are walked, archives are unpacked, bytes are read as text.

use super::names::{folder_and_name, joined, shown};
use super::opened::within_limit;
use super::watch::{Progress, Watch};
use super::zip::{self, Problem};
use super::{MAX_FILES, MAX_TOTAL, Opened, Reason, Refusal, Way, folder};
use crate::library::{Finder, Telegrams};
use crate::platform::{self, Unpacked};
use cable::encoding::{self, Kind};
use js_sys::Uint8Array;
use sha2::{Digest, Sha256};
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileSystemEntry};

/// The number of bytes whose digest is computed at once.
const STRETCH: usize = 1 << 21;

/// Something that arrived.
pub(super) enum Source {
    /// A text.
    Text(String),
    /// A file.
    File(File),
    /// A file or folder of a drop.
    Entry(FileSystemEntry),
}

/// The result of all that arrived together.
#[derive(Default)]
pub(super) struct Gathered {
    pub texts: Vec<Rc<Telegrams>>,
    pub refused: Vec<Refusal>,
}

/// Reads all that arrived together, as far as the limits allow. Once the work is called off, the result means nothing.
pub(super) async fn gather(way: Way, sources: Vec<Source>, watch: &Watch) -> Gathered {
    let mut gatherer = Gatherer { way, watch, found: Gathered::default(), bytes: 0, left_out: None };
    let mut files = Vec::new();
    for source in sources {
        match source {
            Source::Text(text) => gatherer.text(text).await,
            Source::File(file) => files.push((file, String::new())),
            Source::Entry(entry) => {
                let name = shown(folder_and_name(&entry.full_path()).1);
                let below = folder::files(entry, &name, watch).await;
                if below.is_empty() {
                    gatherer.refuse(name, Reason::NoFiles);
                }
                files.extend(below);
            }
        }
    }
    let of = Some(files.len() as u64);
    for (done, (file, within)) in files.into_iter().enumerate() {
        let name = shown(&file.name());
        if !watch.breathe(|| Progress { name: name.clone(), done: done as u64, of, files: true }).await {
            break;
        }
        gatherer.file(file, shown(&within), name).await;
    }
    gatherer.finish()
}

struct Gatherer<'w> {
    way: Way,
    watch: &'w Watch,
    found: Gathered,
    /// The size of all texts so far.
    bytes: u64,
    /// The first that was left out, and how many were left out after it.
    left_out: Option<(String, usize)>,
}

impl Gatherer<'_> {
    fn finish(mut self) -> Gathered {
        if let Some((name, others)) = self.left_out.take() {
            self.refuse(name, Reason::LeftOut { others });
        }
        self.found
    }

    fn refuse(&mut self, name: String, reason: Reason) {
        self.found.refused.push(Refusal { name, reason });
    }

    /// Returns whether there is room for this many bytes more, and notes what there is no room for.
    fn has_room(&mut self, path: &str, bytes: u64) -> bool {
        let has = self.left_out.is_none() && self.found.texts.len() < MAX_FILES && self.bytes + bytes <= MAX_TOTAL;
        match &mut self.left_out {
            _ if has => {}
            Some((_, others)) => *others += 1,
            None => self.left_out = Some((path.to_owned(), 0)),
        }
        has
    }

    async fn text(&mut self, text: String) {
        let (way, size) = (self.way, text.len() as u64);
        if let Err(reason) = within_limit(size) {
            return self.refuse(way.source().to_owned(), reason);
        }
        let digest = self.digest(way.name(), text.as_bytes()).await;
        match Opened::from_text(way, text, digest) {
            Ok(opened) => self.take(opened).await,
            Err(reason) => self.refuse(way.source().to_owned(), reason),
        }
    }

    async fn file(&mut self, file: File, within: String, name: String) {
        let path = joined(&within, &name);
        let size = file.size() as u64;
        if let Err(reason) = within_limit(size) {
            return self.refuse(path, reason);
        }
        if !self.has_room(&path, size) {
            return;
        }
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => self.bytes(within, name, Uint8Array::new(&buffer).to_vec()).await,
            Err(_) => self.refuse(path, Reason::Unreadable),
        }
    }

    /// Takes the bytes of a file, which may be an archive.
    async fn bytes(&mut self, within: String, name: String, bytes: Vec<u8>) {
        match encoding::kind(&bytes) {
            Some(Kind::Zip) => self.zip(&joined(&within, &name), bytes).await,
            Some(Kind::Gzip) => self.gzip(within, name, &bytes).await,
            _ => self.plain(within, name, bytes).await,
        }
    }

    async fn gzip(&mut self, within: String, name: String, bytes: &[u8]) {
        match platform::unpack(bytes, "gzip", super::MAX_BYTES).await {
            Unpacked::Bytes(bytes) => {
                // The extension is dropped from its name, as it is from the file's.
                let name = name.strip_suffix(".gz").map(str::to_owned).unwrap_or(name);
                self.plain(within, name, bytes).await;
            }
            Unpacked::TooMuch => self.refuse(joined(&within, &name), Reason::Unpacks),
            Unpacked::Damaged => self.refuse(joined(&within, &name), Reason::Packed(Problem::Damaged)),
        }
    }

    async fn zip(&mut self, archive: &str, bytes: Vec<u8>) {
        let entries = match zip::entries(&bytes) {
            Ok(entries) => entries,
            Err(problem) => return self.refuse(archive.to_owned(), Reason::Packed(problem)),
        };
        let of = Some(entries.len() as u64);
        for (done, entry) in entries.into_iter().enumerate() {
            if !self.watch.breathe(|| Progress { name: archive.to_owned(), done: done as u64, of, files: true }).await {
                return;
            }
            let path = joined(archive, &shown(&entry.path));
            let unpacked = match entry.data {
                Ok(data) if within_limit(data.size).is_err() => Err(Reason::TooLarge { bytes: data.size }),
                Ok(data) if !self.has_room(&path, data.size) => continue,
                Ok(data) => unpacked(&bytes, &data).await,
                Err(problem) => Err(Reason::Packed(problem)),
            };
            let (within, name) = folder_and_name(&path);
            match unpacked {
                Ok(bytes) if encoding::kind(&bytes) == Some(Kind::Gzip) => {
                    self.gzip(within.to_owned(), name.to_owned(), &bytes).await;
                }
                Ok(bytes) => self.plain(within.to_owned(), name.to_owned(), bytes).await,
                Err(reason) => self.refuse(path, reason),
            }
        }
    }

    /// Takes bytes that are either text or of no use here.
    async fn plain(&mut self, within: String, name: String, bytes: Vec<u8>) {
        if !self.has_room(&joined(&within, &name), bytes.len() as u64) {
            return;
        }
        let digest = self.digest(&name, &bytes).await;
        match Opened::from_bytes(self.way, &within, &name, bytes, digest) {
            Ok(opened) => self.take(opened).await,
            Err(reason) => self.refuse(joined(&within, &name), reason),
        }
    }

    async fn digest(&self, name: &str, bytes: &[u8]) -> [u8; 32] {
        let mut digest = Sha256::new();
        let mut done = 0;
        for stretch in bytes.chunks(STRETCH) {
            digest.update(stretch);
            done += stretch.len();
            self.watch.breathe(|| reading(name, done, 2 * bytes.len())).await;
        }
        digest.finalize().into()
    }

    /// Finds the telegrams of a text. The start script holds the first text before the parser sees it.
    async fn take(&mut self, opened: Opened) {
        if !self.watch.goes_on() {
            return;
        }
        if self.found.texts.is_empty() {
            platform::hold_text(&opened.text);
        }
        self.bytes += opened.bytes;
        let (name, bytes) = (opened.name.clone(), opened.text.len());
        let mut finder = Finder::new(opened);
        while let Some(done) = finder.step() {
            if !self.watch.breathe(|| reading(&name, bytes + done, 2 * bytes)).await {
                return;
            }
        }
        self.found.texts.push(Rc::new(finder.finish()));
    }
}

fn reading(name: &str, done: usize, of: usize) -> Progress {
    Progress { name: name.to_owned(), done: done as u64, of: Some(of as u64), files: false }
}

/// The bytes of a file in an archive, as its directory promises them.
async fn unpacked(archive: &[u8], data: &zip::Data) -> Result<Vec<u8>, Reason> {
    let packed = archive.get(data.range.clone()).unwrap_or_default();
    let bytes = match data.deflated {
        false => packed.to_vec(),
        true => match platform::unpack(packed, "deflate-raw", data.size).await {
            Unpacked::Bytes(bytes) => bytes,
            Unpacked::TooMuch | Unpacked::Damaged => return Err(Reason::Packed(Problem::Damaged)),
        },
    };
    let is_whole = bytes.len() as u64 == data.size && zip::checksum(&bytes) == data.checksum;
    if is_whole { Ok(bytes) } else { Err(Reason::Packed(Problem::Damaged)) }
}
