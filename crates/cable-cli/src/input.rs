//! Files, folders and standard input, as named texts.

use cable::encoding::NotText;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A text and the base name of the file that it came from.
pub struct Input {
    /// Base name; `-` for standard input.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A file to read.
pub struct Source {
    path: PathBuf,
    /// Whether it was asked for by name; a folder can hold other things than telegrams.
    named: bool,
}

/// What could not be read, and why, as a sentence.
#[derive(Debug)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The files that an argument stands for: itself, or all below a folder in the order of their names.
pub fn sources(argument: &Path) -> Vec<Result<Source, Unreadable>> {
    if is_standard_input(argument) || !argument.is_dir() {
        return vec![Ok(Source { path: argument.to_owned(), named: true })];
    }
    below(argument)
}

/// Links to folders are not followed, so a loop of them ends.
fn below(folder: &Path) -> Vec<Result<Source, Unreadable>> {
    let mut entries = match fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>()) {
        Ok(entries) => entries,
        Err(error) => return vec![Err(failed(folder, &error))],
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    let visit = |entry: fs::DirEntry| {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => below(&path),
            Ok(kind) if kind.is_symlink() && path.is_dir() => Vec::new(),
            Ok(_) => vec![Ok(Source { path, named: false })],
            Err(error) => vec![Err(failed(&path, &error))],
        }
    };
    entries.into_iter().flat_map(visit).collect()
}

/// Reads a source as text. `None` is a file of a folder that holds no text.
pub fn read(source: &Source) -> Result<Option<Input>, Unreadable> {
    let bytes = bytes(&source.path).map_err(|error| failed(&source.path, &error))?;
    let text = match cable::encoding::decode(bytes) {
        Ok(decoded) => decoded.text,
        Err(_) if !source.named => return Ok(None),
        Err(not_text) => return Err(refused(&source.path, not_text)),
    };
    if u32::try_from(text.len()).is_err() {
        return Err(Unreadable(format!("{}: more than 4 GiB of text; split the file.", shown(&source.path))));
    }
    let name = source.path.file_name().unwrap_or(source.path.as_os_str()).to_string_lossy().into_owned();
    Ok(Some(Input { name, text }))
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if !is_standard_input(path) {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn shown(path: &Path) -> String {
    if is_standard_input(path) { "standard input".to_owned() } else { path.display().to_string() }
}

fn failed(path: &Path, error: &io::Error) -> Unreadable {
    Unreadable(format!("{}: {error}", shown(path)))
}

fn refused(path: &Path, not_text: NotText) -> Unreadable {
    Unreadable(format!("{} {not_text}", shown(path)))
}
