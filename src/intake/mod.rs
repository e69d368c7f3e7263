//! Ways in: paste anywhere, drop anywhere, pick, type, and the built-in example.
//!
//! - `opened.rs`: what came in ([`Opened`]) and by which way
//! - `refusal.rs`: what did not, and the sentence for it ([`Refusal`])
//! - `hook.rs`: [`use_intake`], the one hook that the app calls, and its handle
//! - `enclosed.rs`: the text that a saved page brought with it
//! - `listen.rs`: paste and drag on the whole window
//! - `read.rs`: files to bytes, after the look at their size
//!
//! Bytes become text in `cable::encoding`, which the command line shares. Whether a text is a telegram is the
//! parser's say: everything that is text is opened. A saved HTML page is opened as it is; decoding it is the
//! document's part (`cable::decode`).
//!
//! In the app, once, above everything:
//!
//! ```ignore
//! let intake = use_intake(on_opened, on_refused); // Callback<Opened>, Callback<Refusal>
//! // intake.drag_active, intake.busy
//! html! {
//!     <input type="file" multiple=true onchange={intake.pick()} />
//!     <textarea id={intake::FIELD_ID} oninput={Callback::from(move |e: InputEvent| typed.set(intake::typed(&e)))} />
//!     <button onclick={move |_| intake.open_text(Way::Typed, (*typed).clone())}>{ "Open" }</button>
//! }
//! ```
//!
//! Each text is held on the JavaScript side before `on_opened` is called (see [`crate::platform::hold_text`]), so
//! that a panic cannot lose it. Close must call [`crate::platform::release_text`]: closed means forgotten.

mod enclosed;
mod hook;
mod listen;
mod opened;
mod read;
mod refusal;

pub use cable::encoding::{Encoding, LineEnds};
pub use enclosed::enclosed;
pub use hook::{IntakeHandle, typed, use_intake};
pub use opened::{Opened, Way};
pub use refusal::{Reason, Refusal};

/// The most bytes that one file or text may have, looked at before anything is read.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// [`MAX_BYTES`] as the page says it.
pub const MAX_SIZE: &str = "64 MB";

/// Id of the text field whose pastes open at once. Every other text field keeps what is pasted into it.
pub const FIELD_ID: &str = "intake-field";

#[cfg(test)]
mod tests;
