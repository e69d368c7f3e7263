//! The page before anything is open.

use super::ways_in::WaysIn;
use crate::intake::IntakeHandle;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct EmptyPageProps {
    pub intake: IntakeHandle,
}

/// What the page is for, the ways in, and what it promises.
#[component]
pub fn EmptyPage(props: &EmptyPageProps) -> Html {
    html! {
        <main class="empty-page" id="main" tabindex="-1">
            <h1>{ "Read a diplomatic telegram" }</h1>
            <p class="empty-lead">
                { "The page takes a telegram apart: its header, its summary, its comment and its numbered paragraphs, \
                   each tied to the words it came from." }
            </p>
            <WaysIn intake={props.intake.clone()} />
            <p class="promise">
                { "This page loads and sends nothing: its policy stops every load and every request, and what a policy \
                   cannot stop is not in the program. What you open is kept in this tab alone, and forgotten when you \
                   close it." }
            </p>
        </main>
    }
}
