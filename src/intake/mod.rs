//! Ways in: paste anywhere, drop anywhere, pick, type, and the built-in example.
//!
//! - `opened.rs`: a text that came in ([`Opened`]) and by which way
//! - `refusal.rs`: what did not come in, and the sentence for it ([`Refusal`])
//! - `hook.rs`: [`use_intake`], the one hook that the app calls, and its handle
//! - `enclosed.rs`: the text that a saved page brought with it
//! - `listen.rs`: paste and drag on the whole window
//! - `gather.rs`: what arrived together becomes texts with their telegrams, within the limits
//! - `folder.rs`, `zip.rs`: the files below a folder, and those that an archive lists
//! - `names.rs`: the names of files
//! - `watch.rs`: progress, and breaking off
//!
//! Bytes become text in `cable::encoding`, which the command line shares. Everything that is text is opened; the parser
//! decides whether it is a telegram. A saved HTML page is opened as it is, and `library` decodes it (`cable::decode`).
//!
//! In the app, once, above everything:
//!
//! ```ignore
//! let intake = use_intake(on_opened, on_refused); // Callback<Rc<Library>>, Callback<Vec<Refusal>>
//! // intake.drag_active, intake.busy, intake.progress
//! html! {
//!     <input type="file" multiple=true onchange={intake.pick()} />
//!     <textarea id={intake::FIELD_ID} oninput={Callback::from(move |e: InputEvent| typed.set(platform::typed(&e).unwrap_or_default()))} />
//!     <button onclick={move |_| intake.open_text(Way::Typed, (*typed).clone())}>{ "Open" }</button>
//! }
//! ```
//!
//! The first text is held on the JavaScript side before it is looked at (see [`crate::platform::hold_text`]), so that a
//! panic cannot lose it. Close must call [`crate::platform::release_text`]: closed means forgotten.

mod enclosed;
mod folder;
mod gather;
mod hook;
mod listen;
mod names;
mod opened;
mod refusal;
mod watch;
mod zip;

pub use cable::encoding::{Encoding, LineEnds};
pub use enclosed::enclosed;
pub use hook::{IntakeHandle, use_intake};
pub use opened::{Opened, Way};
pub use refusal::{Reason, Refusal, sentence};
pub use watch::Progress;

/// The most bytes that one file or text may have. The size is checked before anything is read.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// [`MAX_BYTES`] as the page says it.
pub const MAX_SIZE: &str = "64 MB";

/// The most bytes that texts opened together may have.
const MAX_TOTAL: u64 = 256 * 1024 * 1024;

/// [`MAX_TOTAL`] as the page says it.
const MAX_TOTAL_SIZE: &str = "256 MB";

/// The most files that are opened together.
const MAX_FILES: usize = 20_000;

/// Id of the text field whose pastes open at once. Every other text field keeps what is pasted into it.
pub const FIELD_ID: &str = "intake-field";

#[cfg(test)]
mod tests;
