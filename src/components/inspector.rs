//! The inspector: Checks, References, Glossary and Source as tabs, by the ARIA tabs pattern.

use super::checks::checks;
use super::glossary::glossary;
use super::references::References;
use super::source::Source;
use crate::document::Document;
use crate::hooks::Desk;
use crate::platform;
use crate::state::{Panel, Tab, View};
use std::rc::Rc;
use yew::prelude::*;

/// The tabs and their panels, which all stay in the page. `is_listed` says whether it is known what else is open.
pub fn inspector(document: &Rc<Document>, desk: &Desk, view: View, is_listed: bool) -> Html {
    let open = view.tab;
    let onkeydown = Callback::from(cloned!([desk], move |event: KeyboardEvent| {
        if let Some(tab) = reached(open, &event.key()) {
            event.prevent_default();
            desk.open_tab(tab);
            platform::focus(&tab_id(tab));
        }
    }));
    let tab = |tab: Tab| {
        let onclick = Callback::from(cloned!([desk], move |_: MouseEvent| desk.open_tab(tab)));
        let (selected, tabindex) = if tab == open { ("true", "0") } else { ("false", "-1") };
        html! {
            <button type="button" class="tab" role="tab" id={tab_id(tab)} aria-controls={panel_id(tab)}
                aria-selected={selected} {tabindex} {onclick}>
                { tab.name() }
            </button>
        }
    };
    let panel = |tab: Tab| {
        let content = match tab {
            Tab::Checks => checks(document, desk),
            Tab::References => html! { <References {document} {is_listed} {desk} /> },
            Tab::Glossary => glossary(document, desk),
            Tab::Source => html! { <Source {document} {desk} {view} /> },
        };
        html! {
            <div class="tab-panel" role="tabpanel" id={panel_id(tab)} aria-labelledby={tab_id(tab)}
                hidden={tab != open}>
                { content }
            </div>
        }
    };
    html! {
        <div class="inspector">
            <div class="tabs" role="tablist" aria-label="Inspector" {onkeydown}>{ for Tab::ALL.map(tab) }</div>
            { for Tab::ALL.map(panel) }
        </div>
    }
}

/// The tab that a key moves to.
fn reached(from: Tab, key: &str) -> Option<Tab> {
    let last = Tab::ALL.len() - 1;
    let at = Tab::ALL.iter().position(|&tab| tab == from)?;
    let to = match key {
        "ArrowRight" => (at + 1) % Tab::ALL.len(),
        "ArrowLeft" => at.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Tab::ALL.get(to).copied()
}

fn tab_id(tab: Tab) -> String {
    ["tab-", &Panel::Tab(tab).id()].concat()
}

fn panel_id(tab: Tab) -> String {
    ["tab-panel-", &Panel::Tab(tab).id()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_and_ends_are_ends() {
        assert_eq!(reached(Tab::Source, "ArrowRight"), Some(Tab::Checks));
        assert_eq!(reached(Tab::Checks, "ArrowLeft"), Some(Tab::Source));
        assert_eq!(reached(Tab::References, "Home"), Some(Tab::Checks));
        assert_eq!(reached(Tab::References, "End"), Some(Tab::Source));
        assert_eq!(reached(Tab::References, "a"), None);
    }
}
