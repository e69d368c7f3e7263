//! What an argument stands for: a file, the files below a folder, the entries of an archive, or standard input.

use super::Unreadable;
use flate2::read::MultiGzDecoder;
use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use zip::ZipArchive;

/// Bytes to read, and what they are called.
pub struct Source<'r> {
    /// Base name; `-` for standard input.
    pub name: String,
    /// The name in sentences for people.
    pub shown: String,
    /// Whether it was asked for by name; a folder can hold things other than telegrams.
    pub named: bool,
    pub bytes: &'r mut dyn Read,
}

type Visit<'v> = dyn FnMut(Result<Source, Unreadable>) -> bool + 'v;

/// Opens what an argument stands for, one source after the other. Returns whether more is wanted.
pub fn visit(argument: &Path, visit: &mut Visit) -> bool {
    if argument == Path::new("-") {
        return unpacked("-".to_owned(), "standard input".to_owned(), true, &mut io::stdin().lock(), visit);
    }
    if argument.is_dir() { below(argument, visit) } else { file(argument, true, visit) }
}

/// Opens what a folder holds. Links to folders are not followed, so a loop of them ends. Anything but files and folders
/// is not opened, because a pipe without a writer would wait forever.
fn below(folder: &Path, visit: &mut Visit) -> bool {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return visit(Err(Unreadable::new(folder.display(), error))),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    entries.into_iter().all(|entry| {
        let path = entry.path();
        match (entry.file_type(), path.metadata()) {
            (Ok(own), _) if own.is_dir() => below(&path, visit),
            (_, Ok(found)) => !found.is_file() || file(&path, false, visit),
            (_, Err(error)) => visit(Err(Unreadable::new(path.display(), error))),
        }
    })
}

fn file(path: &Path, named: bool, visit: &mut Visit) -> bool {
    let shown = path.display().to_string();
    let file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) => return visit(Err(Unreadable::new(shown, error))),
    };
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")) {
        return entries(&shown, file, visit);
    }
    unpacked(name, shown, named, &mut BufReader::new(file), visit)
}

/// Opens the entries of an archive in its own order. Only their names are held; each is unpacked as it is read.
fn entries(shown: &str, file: fs::File, visit: &mut Visit) -> bool {
    let mut archive = match ZipArchive::new(BufReader::new(file)) {
        Ok(archive) => archive,
        Err(error) => return visit(Err(Unreadable::new(shown, error))),
    };
    (0..archive.len()).all(|index| {
        // The name is known even for an entry that cannot be opened, such as one with a password.
        let path = match archive.name_for_index(index) {
            Some(Ok(path)) => path.into_owned(),
            Some(Err(error)) => return visit(Err(Unreadable::new(shown, error))),
            None => return true,
        };
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let shown = format!("{shown}/{path}");
        match archive.by_index(index) {
            Ok(entry) if entry.is_dir() => true,
            Ok(entry) => unpacked(name, shown, false, &mut BufReader::new(entry), visit),
            Err(error) => visit(Err(Unreadable::new(shown, error))),
        }
    })
}

/// Opens a source, unpacked if it begins like gzip. Then the ending is dropped from its name, as it is from the file's.
fn unpacked(name: String, shown: String, named: bool, bytes: &mut dyn BufRead, visit: &mut Visit) -> bool {
    const GZIP: [u8; 2] = [0x1F, 0x8B];
    match bytes.fill_buf() {
        Err(error) => visit(Err(Unreadable::new(shown, error))),
        Ok(start) if start.starts_with(&GZIP) => {
            let inner = name.rsplit_once('.').filter(|(_, ending)| ending.eq_ignore_ascii_case("gz"));
            let name = inner.map_or(name.clone(), |(inner, _)| inner.to_owned());
            visit(Ok(Source { name, shown, named, bytes: &mut MultiGzDecoder::new(bytes) }))
        }
        Ok(_) => visit(Ok(Source { name, shown, named, bytes: &mut { bytes } })),
    }
}
