//! The page before anything is open.

use super::element::worded;
use super::report::report;
use super::ways_in::WaysIn;
use crate::intake::IntakeHandle;
use crate::platform::{self, address};
use crate::reading::address::Address;
use crate::state::Action;
use yew::prelude::*;

/// What the page is for, the ways in, and what it promises. `is_first` says that nothing was open before that the
/// address could still lead into.
pub fn empty_page(intake: &IntakeHandle, act: &Callback<Action>, is_first: bool) -> Html {
    let is_led = is_first && Address::read(&address::fragment()).is_some_and(|address| address.paragraph.is_some());
    html! {
        <main class="empty-page" id="main" tabindex="-1">
            { worded("h1", "", "Read a diplomatic telegram") }
            <p class="empty-lead">
                { "The page takes a telegram apart: its header, its summary, its comment and its numbered paragraphs, \
                   each tied to the words it came from." }
            </p>
            if is_led {
                { worded("p", "empty-lead", "The link leads to a paragraph. Open its telegram, and it is shown.") }
            }
            <WaysIn intake={intake.clone()} />
            <p class="promise">
                { "Once it has started, this page loads and sends nothing: its policy stops every load and every \
                   request to elsewhere, and what no policy can stop is not in the program. Nothing is kept: what you \
                   open stays in the memory of this tab until you close it." }
                if platform::is_file() {
                    { " This is the file from the disk, which needs no server. Browsers allow such a file no more than \
                       that: it cannot be installed, and for a newer version you need a newer file." }
                } else {
                    <span class="is-cached">
                        { " This browser keeps the page's own files, so that it opens without its server. It asks \
                           there for newer ones, and tells it nothing else." }
                    </span>
                }
            </p>
            { report(None, act) }
        </main>
    }
}
