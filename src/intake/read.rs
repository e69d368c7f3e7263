//! Files to text.

use super::opened::within_limit;
use super::{Opened, Reason, Refusal, Way};
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Opens the first of the files that can be opened, and says of those before it why they cannot. Files after it are
/// counted and not read.
pub(super) async fn first_of(way: Way, files: Vec<File>) -> (Option<Opened>, Vec<Refusal>) {
    let mut refused = Vec::new();
    let count = files.len();
    for (at, file) in files.into_iter().enumerate() {
        let name = shown(&file.name());
        match open(way, name.clone(), file).await {
            Ok(opened) => return (Some(Opened { left_out: count - at - 1, ..opened }), refused),
            Err(reason) => refused.push(Refusal { name, reason }),
        }
    }
    (None, refused)
}

async fn open(way: Way, name: String, file: File) -> Result<Opened, Reason> {
    within_limit(file.size() as u64)?;
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Reason::Unreadable)?;
    Opened::from_bytes(way, name, Uint8Array::new(&buffer).to_vec())
}

/// A file's name with control and bidirectional codes made visible: it stands in sentences of the page's own.
pub(super) fn shown(name: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    name.chars().map(|c| if hidden(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
