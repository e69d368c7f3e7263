//! A landmark with a visible heading: the frame of every panel.

use super::button::quiet_named;
use super::element::worded;
use crate::state::Panel;
use yew::prelude::*;

/// What surrounds a panel's content.
pub struct Frame {
    panel: Panel,
    aside: Option<String>,
    controls: Html,
    copy: Option<Callback<MouseEvent>>,
}

impl Frame {
    /// The frame of a panel, whose heading is only its name.
    pub fn of(panel: Panel) -> Self {
        Self { panel, aside: None, controls: Html::default(), copy: None }
    }

    /// Adds a count or the like beside the heading.
    pub fn aside(self, aside: Option<String>) -> Self {
        Self { aside, ..self }
    }

    /// Adds a Copy button.
    pub fn copy(self, onclick: Callback<MouseEvent>) -> Self {
        Self { copy: Some(onclick), ..self }
    }

    /// Adds controls in front of Copy.
    pub fn controls(self, controls: Html) -> Self {
        Self { controls, ..self }
    }

    /// The panel around its content.
    pub fn around(self, content: Html) -> Html {
        let Self { panel, aside, controls, copy } = self;
        let (name, id, heading) = (panel.name(), panel.id(), panel.heading_id());
        let class = ["panel panel-", &id].concat();
        html! {
            <section {class} {id} aria-labelledby={heading.clone()}>
                <div class="panel-head">
                    <h2 class="panel-name" id={heading} tabindex="-1">{ name }</h2>
                    if let Some(aside) = aside {
                        { worded("span", "panel-aside", aside) }
                    }
                    <span class="panel-controls">
                        { controls }
                        if let Some(onclick) = copy {
                            { quiet_named("Copy", ["Copy ", name].concat(), onclick) }
                        }
                    </span>
                </div>
                { content }
            </section>
        }
    }
}

/// A sentence in place of missing content.
pub fn remark(sentence: &'static str) -> Html {
    worded("p", "remark", sentence)
}
