//! The line that stands for hidden paragraphs, so that nothing disappears silently.

use super::button::quiet;
use super::element::{element, text};
use crate::hooks::Desk;
use crate::reading::places::Place;
use crate::reading::portions::{Hidden, line};
use crate::state::{Goal, ViewAction};
use yew::prelude::*;

/// The line, with a button that brings the paragraphs back; `first` is the first of them.
pub fn hidden_line(desk: &Desk, hidden: Hidden, first: usize) -> Html {
    let show = Callback::from(cloned!([desk], move |_: MouseEvent| {
        desk.view.emit(ViewAction::Unhide(hidden.marks));
        desk.lead_to(Goal::Place(Place::Paragraph(first)));
    }));
    element("p", "hidden-line", Html::from_iter([text(line(hidden)), quiet("Show", show)]))
}
