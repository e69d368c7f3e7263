//! A viewer for US diplomatic telegrams that loads and sends nothing.
//!
//! `intake` turns bytes into text, `library` texts into telegrams, [`document`] one of them into what is shown,
//! [`reading`] that into what the panels show, [`find`] finds words in it, [`taking`] gives it in the forms that it is
//! taken away in, all without a page; `state` holds what is open, `hooks` give verbs, `components` draw. Only `intake`,
//! `platform`, `storage` and `term_card` speak to the browser.

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

/// A third of the weight of the standard library's, which is 3 KB of the page.
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

fn main() {
    platform::install_panic_notice();
    yew::Renderer::<app::App>::new().render();
}
