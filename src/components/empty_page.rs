//! The page before anything is open.

use super::ways_in::WaysIn;
use crate::intake::IntakeHandle;
use yew::prelude::*;

/// What the page is for, the ways in, and what it promises.
pub fn empty_page(intake: &IntakeHandle) -> Html {
    html! {
        <main class="empty-page" id="main" tabindex="-1">
            <h1>{ "Read a diplomatic telegram" }</h1>
            <p class="empty-lead">
                { "The page takes a telegram apart: its header, its summary, its comment and its numbered paragraphs, \
                   each tied to the words it came from." }
            </p>
            <WaysIn intake={intake.clone()} />
            <p class="promise">
                { "Once it has started, this page loads and sends nothing: its policy stops every load and every request \
                   to elsewhere, and what no policy can stop is not in the program. Nothing is kept: what you open \
                   stays in the memory of this tab until you close it." }
            </p>
        </main>
    }
}
