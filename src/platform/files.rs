//! Files: packed bytes that come in, and files that are offered to be saved.

use super::tell_script;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The result of unpacking.
pub enum Unpacked {
    /// The bytes that were packed.
    Bytes(Vec<u8>),
    /// There are more of them than allowed.
    TooMuch,
    /// They cannot be unpacked.
    Damaged,
}

/// Unpacks up to `most` bytes of a format that the browser knows, through the page's script.
pub async fn unpack(packed: &[u8], format: &str, most: u64) -> Unpacked {
    let promise = Promise::new(&mut |done, _| {
        let packed = Uint8Array::from(packed);
        let detail = Array::of4(&packed, &format.into(), &(most as f64).into(), &done);
        if !tell_script("cable-viewer:unpack", &detail) {
            let _ = done.call0(&JsValue::NULL);
        }
    });
    match JsFuture::from(promise).await.map(JsCast::dyn_into::<Uint8Array>) {
        Ok(Ok(bytes)) => Unpacked::Bytes(bytes.to_vec()),
        Ok(Err(number)) if number.is_null() => Unpacked::TooMuch,
        _ => Unpacked::Damaged,
    }
}

/// Offers a text, or several that make one, as a file to be saved. The start script does it: the program itself can
/// click nothing, since a click on a link can navigate. `None` where the browser refused.
pub fn save(name: &str, mime: &str, text: &JsValue) -> Option<()> {
    let taken = tell_script("cable-viewer:save", &Array::of3(&name.into(), &mime.into(), text));
    taken.then_some(())
}

/// Returns whether the page can save itself with a text in it: one of its scripts says so.
pub fn can_save_page() -> bool {
    tell_script("cable-viewer:page", &JsValue::NULL)
}

/// Offers the page itself as a file to be saved, with a text in it that it shows when opened. `None` if the browser
/// refused.
pub fn save_page(file: &str, name: &str, text: &str) -> Option<()> {
    tell_script("cable-viewer:page", &Array::of3(&file.into(), &name.into(), &text.into())).then_some(())
}

/// The name and the text that this page was saved with. They are handed over once.
pub fn enclosed() -> Option<(String, String)> {
    let given = Array::new();
    tell_script("cable-viewer:enclosed", &given);
    Some((given.get(0).as_string()?, given.get(1).as_string()?))
}
