//! The files below a dropped folder.

use super::MAX_FILES;
use super::names::{folder_and_name, is_hidden};
use super::watch::{Progress, Watch};
use crate::library::sorted;
use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// The files below a folder, sorted by name, each with the folder it is in: at most one file more than is opened.
/// Hidden files are left out, and so is what the browser cannot read. `name` is the folder's name. The walk ends when
/// it is called off.
pub(super) async fn files(folder: FileSystemEntry, name: &str, watch: &Watch) -> Vec<(File, String)> {
    let mut found = Vec::new();
    let mut left = vec![folder];
    while let Some(entry) = left.pop() {
        let path = entry.full_path();
        if is_hidden(&path) {
            continue;
        }
        if entry.is_directory() {
            left.extend(children(entry.unchecked_into()).await);
        } else if let Some(file) = file(entry.unchecked_into()).await {
            found.push((file, folder_and_name(&path).0.to_owned()));
        }
        let far = || Progress { name: name.to_owned(), done: found.len() as u64, of: None, files: true };
        if found.len() > MAX_FILES || !watch.breathe(far).await {
            break;
        }
    }
    found
}

async fn file(entry: FileSystemFileEntry) -> Option<File> {
    let file = Promise::new(&mut |take, fail| entry.file_with_callback_and_callback(&take, &fail));
    JsFuture::from(file).await.ok()?.dyn_into().ok()
}

/// The children, last name first: the top of a stack is taken first.
async fn children(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut children: Vec<FileSystemEntry> = Vec::new();
    loop {
        // A browser lists a hundred or so at a time, and none when it is done.
        let some = Promise::new(&mut |take, fail| {
            if reader.read_entries_with_callback_and_callback(&take, &fail).is_err() {
                let _ = fail.call0(&fail);
            }
        });
        let some = JsFuture::from(some).await.map(|some| Array::from(&some)).unwrap_or_default();
        if some.length() == 0 || children.len() > MAX_FILES {
            break;
        }
        children.extend(some.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
    let names = children.iter().enumerate().map(|(index, entry)| (entry.name(), index)).collect();
    sorted(names).into_iter().rev().filter_map(|index| children.get(index).cloned()).collect()
}
