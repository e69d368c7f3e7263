//! Portion filter: which portions are shown, by their marks.

use super::button::{Says, made};
use super::element::{text, worded};
use super::paragraph::level_class;
use crate::document::Document;
use crate::hooks::Desk;
use crate::reading::portions::{Hidden, Portion, Portions, counts, line};
use crate::state::ViewAction;
use yew::prelude::*;

/// A button for each portion that occurs, and what is hidden; empty where all paragraphs are marked alike.
pub fn portion_filter(document: &Document, desk: &Desk, hidden: Portions) -> Html {
    let counts = counts(&document.portions);
    if counts.len() < 2 {
        return html! {};
    }
    let button = |&(portion, count): &(Portion, usize)| {
        let onclick = Callback::from(cloned!([desk], move |_| desk.view.emit(ViewAction::Toggle(portion))));
        let shown = !hidden.has(portion);
        let class = classes!("portion-button", portion.level().map(level_class));
        let content = [worded("span", "portion", portion.name()), text(format!(" {count}"))];
        made(class, Html::from_iter(content), Says { pressed: Some(shown), ..Says::default() }, onclick)
    };
    let count = counts.iter().filter(|(portion, _)| hidden.has(*portion)).map(|(_, count)| count).sum();
    html! {
        <div class="portion-filter" role="group" aria-label="Show paragraphs by their marks">
            { worded("span", "", "Show") }
            { for counts.iter().map(button) }
            <p role="status">{ if count > 0 { line(Hidden { count, marks: hidden }) } else { String::new() } }</p>
        </div>
    }
}
