//! A viewer for US diplomatic telegrams that loads and sends nothing.
//!
//! `intake` turns bytes into text, [`document`] text into a parsed document, [`reading`] that into what the panels
//! show, all without a page; `state` holds what is open, `hooks` give verbs, `components` draw. Only `intake` and
//! `platform` speak to the browser.

mod app;
mod components;
mod document;
mod hooks;
mod intake;
mod platform;
mod reading;
mod state;

fn main() {
    platform::install_panic_notice();
    yew::Renderer::<app::App>::new().render();
}
