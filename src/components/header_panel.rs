//! Header: every field of the transmission and text headers, what it means and what was written.

use super::panel::Panel;
use super::shown::shown;
use crate::document::Document;
use crate::hooks::use_desk;
use crate::reading::places::Place;
use crate::reading::rows::{Entry, Row};
use crate::reading::{plain, words};
use std::rc::Rc;
use yew::prelude::*;

/// Values listed for one term; an address line of a real telegram has some dozens.
const LISTED: usize = 200;
/// Characters shown of one value, and of what was written for it.
const LONGEST: (usize, usize) = (1_000, 240);

#[derive(PartialEq, Properties)]
pub struct HeaderPanelProps {
    pub document: Rc<Document>,
}

/// The panel.
#[component]
pub fn HeaderPanel(props: &HeaderPanelProps) -> Html {
    let rows = &props.document.rows;
    if rows.is_empty() {
        return html! { <Panel name="Header"><p class="remark">{ "No header was found in this text." }</p></Panel> };
    }
    let text = {
        let document = props.document.clone();
        Callback::from(move |()| plain::header(&document.rows))
    };
    html! {
        <Panel name="Header" {text}>
            <dl class="rows">{ for rows.iter().map(row) }</dl>
        </Panel>
    }
}

fn row(row: &Row) -> Html {
    let rest = row.entries.len().saturating_sub(LISTED);
    html! {
        <div class={classes!("row", row.inline.then_some("row-inline"), row.is_short().then_some("row-short"))}>
            <dt>{ row.term }</dt>
            for entry in row.entries.iter().take(LISTED) {
                <dd><Value entry={entry.clone()} /></dd>
            }
            if rest > 0 {
                <dd class="remark">{ format!("and {}; all stand in Source", words::count(rest, "more", "more")) }</dd>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ValueProps {
    entry: Entry,
}

#[component]
fn Value(props: &ValueProps) -> Html {
    let desk = use_desk();
    let Entry { index, value, note, written, span, .. } = &props.entry;
    let span = *span;
    let onclick = Callback::from(move |_: MouseEvent| desk.choose(span));
    html! {
        <button type="button" class="entry" id={Place::Entry(*index).id()} title="Show in the source" {onclick}>
            <span class="entry-value">{ shown(&words::shortened(value, LONGEST.0)) }</span>
            if let Some(note) = note {
                <span class="entry-note">{ shown(note) }</span>
            }
            if let Some(written) = written {
                <span class="entry-written">{ shown(&words::shortened(written, LONGEST.1)) }</span>
            }
        </button>
    }
}
