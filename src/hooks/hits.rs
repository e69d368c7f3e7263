//! What is found, on the page: its marks, and the hit that is looked at.

use super::desk::Desk;
use super::search::{Asked, Search};
use crate::find::marks;
use crate::platform;
use crate::state::{Tab, ViewAction};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds: less than that passes between two keys of a word.
const TYPING: u32 = 250;

/// Where a hit stands: in a paragraph, or in none.
type Unit = Option<usize>;

/// Marks what is found, as it comes.
#[hook]
pub fn use_marks(asked: &Asked, running: &Search) {
    let (document, search) = (asked.document.clone(), running.clone());
    use_effect_with((asked.clone(), running.news), move |_| {
        let (index, found) = (search.index(), search.found());
        platform::mark_found(&marks(&index, &found, document.text(), &document.groups));
    });
}

/// Shows hit `at`, which stands `here`, once more after each of the `steps`. One that was `gone` to is shown sooner than
/// one that was only typed for.
#[hook]
pub fn use_shown_hit(desk: &Desk, asked: &Asked, at: Option<usize>, here: Option<Unit>, steps: u32, gone: bool) {
    let desk = desk.clone();
    let (query, manner, open) = (asked.query.clone(), asked.manner, asked.open);
    use_effect_with((query, manner, at, steps, open, here), move |&(_, _, at, _, _, here)| {
        if let Some(Some(paragraph)) = here {
            desk.view.emit(ViewAction::Reach(paragraph));
        }
        platform::show_found(at);
        // Drawing Source takes longer than a key may, so one who types on does not wait for it.
        let pause = if gone { platform::NOTICED } else { TYPING };
        let source = here.is_some_and(|paragraph| paragraph.is_none()).then(|| {
            Timeout::new(pause, move || {
                desk.open_tab(Tab::Source);
                platform::show_found(at);
            })
        });
        move || drop(source)
    });
}
