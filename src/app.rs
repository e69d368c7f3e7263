//! The page: the empty one, or the open document.

use crate::components::{
    LibraryPanel, Reader, WaysIn, drop_hint, empty_page, live_region, progress_notice, refusal_notice, toolbar,
};
use crate::document::Document;
use crate::hooks::{use_cards, use_fragment};
use crate::intake::{self, IntakeHandle, Refusal, use_intake};
use crate::library::Library;
use crate::platform;
use crate::state::{Action, Drawer, Store};
use std::rc::Rc;
use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(|| Store::with(intake::enclosed().map(Document::open)));
    let dispatcher = store.dispatcher();
    let act = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));

    let on_opened =
        use_callback(act.clone(), |library: Rc<Library>, act| act.emit(Action::Open(Rc::new(Document::open(library)))));
    let on_refused = use_callback(act.clone(), |refused: Vec<Refusal>, act| act.emit(Action::Refuse(refused)));
    let intake = use_intake(on_opened, on_refused);

    use_effect_with((), |()| platform::set_ready());
    use_hold(&store, &intake);
    let place = store.document.as_ref().map(|document| document.place);
    use_beginning(store.opening, store.set, place);
    use_fragment(store.opening, place, &act);
    use_drawn(store.drawer);
    let place = place.unwrap_or_default();
    let cards = use_cards(store.document.as_ref().map(|document| document.library.clone()));
    let is_listed = cards.read == cards.of || cards.stopped;

    let dismiss = Callback::from(cloned!([act], move |_| {
        act.emit(Action::Dismiss);
        platform::focus("main");
    }));
    let ways_in = html! {
        <div class="ways-in-drawer" id={Drawer::WaysIn.id()} hidden={store.drawer != Some(Drawer::WaysIn)}>
            // What is typed there stays when the ways in are put away, until another text is opened.
            if store.document.is_some() {
                <WaysIn key={store.set} intake={intake.clone()} />
            }
        </div>
    };
    html! {
        <>
            <a class="skip-link" href="#main">{ "Skip to the text" }</a>
            { toolbar(&store, &act, ways_in) }
            { refusal_notice(&store, &act, dismiss) }
            { progress_notice(&intake) }
            if let Some(document) = &store.document {
                if document.library.count() > 1 {
                    <LibraryPanel key={format!("library {}", store.set)} library={document.library.clone()} {cards}
                        {place} act={&act} />
                }
                <Reader key={format!("{}.{place}", store.opening)} {document} {is_listed} store={act}
                    finding={store.finding} sought={store.sought.clone()} at={store.at.clone()} />
            } else {
                { empty_page(&intake, &act, store.opening == 0) }
            }
            { live_region(&store.announcement, &intake) }
            if intake.drag_active {
                { drop_hint() }
            }
        </>
    }
}

/// Hands the open text to the start script, which gives it back after a panic. A step back, or a reading that is broken
/// off, hands it over again; closing makes the script forget it. Closing also stops a reading.
#[hook]
fn use_hold(store: &Store, intake: &IntakeHandle) {
    let opened = store.document.as_ref().map(|document| document.opened.clone());
    let stop = intake.stop.clone();
    use_effect_with(opened.is_none(), move |is_closed| {
        if *is_closed {
            stop.emit(());
        }
    });
    use_effect_with((opened, intake.busy), |(opened, is_busy)| match opened {
        _ if *is_busy => {}
        Some(opened) => platform::hold_text(&opened.text),
        None => platform::release_text(),
    });
}

/// Starts at the top of what is opened, and moves the keyboard there.
#[hook]
fn use_beginning(opening: u32, set: u32, place: Option<usize>) {
    use_effect_with(set, |&set| {
        // The element that had the keyboard went away with the old page.
        if set > 0 {
            platform::focus("main");
        }
    });
    use_effect_with((opening, place.unwrap_or_default()), |&(opening, _)| {
        // The empty page that one arrives at is left as it is: on a phone, moving the keyboard would hide its top.
        if opening > 0 {
            platform::catch_focus("main");
            platform::scroll_to_top();
        }
    });
}

/// Leads to the open drawer. One that is asked for from far down in the text lies over it, and the text stays in place.
#[hook]
fn use_drawn(drawer: Option<Drawer>) {
    use_effect_with(drawer, |drawer| {
        platform::set_root_data("over", platform::root_data("far").as_deref());
        if *drawer == Some(Drawer::WaysIn) {
            platform::focus(intake::FIELD_ID);
        }
    });
}
