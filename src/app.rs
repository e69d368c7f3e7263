//! The page: the empty one, or the open document.

use crate::components::{
    OPEN_BUTTON_ID, Reader, WaysIn, drop_hint, empty_page, live_region, refusal_notice, toolbar, turner,
};
use crate::document::Document;
use crate::intake::{self, Opened, Refusal, use_intake};
use crate::platform;
use crate::state::{Action, Store};
use std::rc::Rc;
use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(|| Store::with(intake::enclosed().map(Document::open)));
    let dispatcher = store.dispatcher();
    let act = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));

    let on_opened =
        use_callback(act.clone(), |opened: Opened, act| act.emit(Action::Open(Rc::new(Document::open(opened)))));
    let on_refused = use_callback(act.clone(), |refusal: Refusal, act| act.emit(Action::Refuse(refusal.to_string())));
    let intake = use_intake(on_opened, on_refused);

    use_effect_with((), |()| platform::set_ready());
    // A panic hands back what is open, also after a step back, and nothing that was closed.
    let document = store.document.clone();
    use_effect_with(store.opening, move |&opening| {
        match document {
            Some(document) => platform::hold_text(&document.opened.text),
            None => platform::release_text(),
        }
        // What had the keyboard is gone with the old page.
        if opening > 0 {
            platform::focus("main");
        }
    });
    let index = store.document.as_ref().map_or(0, |document| document.index);
    use_effect_with((store.opening, index), |_| platform::scroll_to_top());
    use_effect_with(store.ways_in, |&shown| {
        if shown {
            platform::focus(intake::FIELD_ID);
        }
    });

    let dismiss = {
        let act = act.clone();
        Callback::from(move |_| {
            act.emit(Action::Dismiss);
            platform::focus("main");
        })
    };
    let shows_ways_in = store.ways_in && store.document.is_some();
    let put_away = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                act.emit(Action::ShowWaysIn(false));
                platform::focus(OPEN_BUTTON_ID);
            }
        })
    };
    let ways_in = html! {
        <div class="ways-in-drawer" id="ways-in" hidden={!shows_ways_in} onkeydown={put_away}>
            if shows_ways_in {
                <WaysIn intake={intake.clone()} />
            }
        </div>
    };
    html! {
        <>
            <a class="skip-link" href="#main">{ "Skip to the text" }</a>
            { toolbar(&store, &act, ways_in) }
            if let Some(sentence) = &store.refusal {
                { refusal_notice(sentence, dismiss) }
            }
            if let Some(document) = &store.document {
                { turner(document, &act) }
                <Reader key={format!("{}.{index}", store.opening)} {document} store={act} finding={store.finding} />
            } else {
                { empty_page(&intake) }
            }
            { live_region(&store.announcement, intake.busy) }
            if intake.drag_active {
                { drop_hint() }
            }
        </>
    }
}
