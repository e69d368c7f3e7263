//! A viewer for US diplomatic telegrams that loads and sends nothing.
//!
//! `intake` turns bytes into text, `library` texts into telegrams, [`document`] one of them into what is shown, and
//! [`reading`] that into the content of the panels. [`find`] finds words in it, and [`taking`] gives it the forms in
//! which it is copied and saved. All of these work without a page. `state` holds what is open, `hooks` provide verbs,
//! `components` draw. Only `intake`, `platform`, `storage` and `term_card` speak to the browser.

#[macro_use]
mod cloned;

mod app;
mod components;
mod document;
mod find;
mod fresh;
mod hooks;
mod intake;
mod library;
mod platform;
mod reading;
mod state;
mod storage;
mod taking;
mod term_card;

/// This allocator weighs a third of the standard library's, which is 3 KB of the page.
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

fn main() {
    platform::install_panic_notice();
    yew::Renderer::<app::App>::new().render();
}
