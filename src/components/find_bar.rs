//! Find: what is asked for, how often it stands in the text, and the ways from hit to hit.

use super::button::{Says, button, made, switch};
use super::element::text;
use super::hits;
use crate::document::Document;
use crate::find::{Hit, Looking, Manner, terms};
use crate::hooks::{Asked, Desk, Stand, Way, use_held, use_keys, use_marks, use_more, use_search, use_shown_hit, way};
use crate::platform;
use crate::reading::places::Place;
use crate::reading::portions::Portions;
use crate::state::Action;
use std::rc::Rc;
use yew::prelude::*;

/// Id of the bar.
pub const BAR_ID: &str = "find";
/// Id of the field. While it has the keyboard, Ctrl+F is the browser's own.
const FIELD_ID: &str = "find-field";
#[derive(PartialEq, Properties)]
pub struct FindBarProps {
    pub document: Rc<Document>,
    pub desk: Desk,
    pub open: bool,
    /// What is asked for to begin with.
    pub sought: String,
    /// The portions that are hidden.
    pub hidden: Portions,
}

/// Shows the bar and gives its field the keyboard, before the page is drawn: the next key is the first of a word.
pub fn take_keyboard() {
    platform::unhide(BAR_ID);
    platform::select_field(FIELD_ID);
}

/// The bar; closed, it still listens for the keys that open it, and its field is there for what is typed behind them.
#[component]
pub fn FindBar(props: &FindBarProps) -> Html {
    let FindBarProps { document, desk, open, sought, hidden } = props;
    let open = *open;
    let looking = use_state_eq(Looking::default);
    let Looking { ref query, manner, gone, around, lists, .. } = *looking;
    let asked = Asked { document: document.clone(), open, query: query.clone(), manner };
    let running = use_search(&asked);
    use_marks(&asked, &running);
    let (index, found) = (running.index(), running.found());
    let (index, found) = (&*index, &*found);
    let count = found.hits.len();
    let at = looking.here(index, found);
    let here = at.and_then(|at| Stand::of(index, found, at, document));
    let paragraph = here.as_ref().and_then(|here| here.paragraph);
    use_shown_hit(desk, &asked, at, here, gone);
    let more = use_more(hits::LIST_ID, count, hits::LISTED);
    {
        let looking = looking.clone();
        use_effect_with(open, move |&open| {
            if !open {
                looking.set(looking.begun_at(None));
            }
        });
    }
    {
        // As if it had been typed, but the keyboard stays where it is, and what stands in the header is on the screen.
        let looking = looking.clone();
        use_effect_with(sought.clone(), move |sought| {
            if !sought.is_empty() {
                looking.set(Looking::for_words(sought.clone()));
            }
        });
    }
    // What stays on the screen below the bar begins where it ends, and what the keyboard reaches is not behind it.
    use_held(open, |&open| {
        open.then(|| platform::tell_height(BAR_ID, "--find-bar", "html, .band, .inspector, .outline"))
    });

    let step = {
        let looking = looking.clone();
        Callback::from(move |back: bool| looking.set(looking.stepped(back, at, count)))
    };
    let close = {
        let desk = desk.clone();
        Callback::from(move |()| {
            desk.store.emit(Action::Find(false));
            // The reader goes on where the hit is, which is elsewhere than a paragraph that is folded.
            let id = paragraph.map(|index| Place::Paragraph(index).id()).filter(|id| !platform::is_folded(id));
            platform::focus(id.as_deref().unwrap_or("main"));
        })
    };
    let keys = {
        let (step, desk, looking) = (step.clone(), desk.clone(), looking.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            let held = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && key.eq_ignore_ascii_case("f");
            let is_find = held || way(&event) == Some(Way::Find);
            if is_find && open && platform::has_focus(FIELD_ID) || !is_find && key != "F3" {
                return;
            }
            event.prevent_default();
            match open {
                false => {
                    looking.set(looking.begun_at(platform::paragraph_being_read()));
                    take_keyboard();
                    desk.store.emit(Action::Find(true));
                }
                true if is_find => platform::select_field(FIELD_ID),
                true => step.emit(event.shift_key()),
            }
        })
    };
    use_keys((open, (*looking).clone(), count), keys);

    let onkeydown = {
        let (step, close) = (step.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            // The one that ends a word being composed is no step.
            "Enter" if platform::has_focus(FIELD_ID) && !event.is_composing() => {
                event.prevent_default();
                step.emit(event.shift_key());
            }
            "Escape" => {
                // Some browsers would empty the field.
                event.prevent_default();
                close.emit(());
            }
            _ => {}
        })
    };
    let oninput = {
        let looking = looking.clone();
        Callback::from(move |event: InputEvent| {
            let query = platform::typed(&event).unwrap_or_default();
            looking.set(looking.asking(query, manner, paragraph));
        })
    };
    let toggle = |name: &'static str, on: bool, next: Looking| {
        let looking = looking.clone();
        switch(name, on, Callback::from(move |_: MouseEvent| looking.set(next.clone())))
    };
    let to_hit = |name: &'static str, go: Callback<MouseEvent>| {
        made("button", text(name), Says { disabled: count == 0, ..Says::default() }, go)
    };
    let compared = |manner: Manner| looking.asking(query.clone(), manner, paragraph);
    let to = looking.clone();
    let asked = terms(query);
    let filter = document.filter(*hidden, None);
    let is_hidden = |hit: &&Hit| index.unit(hit).and_then(|unit| unit.paragraph).is_some_and(|one| filter.hides(one));
    let in_hidden = if hidden.is_empty() { 0 } else { found.hits.iter().filter(is_hidden).count() };
    html! {
        <search id={BAR_ID} class="find-bar" hidden={!open} {onkeydown}>
            <label for={FIELD_ID}>{ "Find in this text" }</label>
            <input type="search" id={FIELD_ID} class="find-field" spellcheck="false" autocomplete="off" value={query.clone()}
                placeholder="Words or phrases, separated by commas" {oninput} />
            <p class="find-count" role="status">{ if asked.is_empty() { String::new() } else { hits::count(found, &asked, at, around, in_hidden) } }</p>
            <p class="find-buttons">
                { to_hit("Previous hit", step.reform(|_| true)) }
                { to_hit("Next hit", step.reform(|_| false)) }
                { toggle("Match case", manner.case, compared(Manner { case: !manner.case, ..manner })) }
                { toggle("Whole words", manner.whole, compared(Manner { whole: !manner.whole, ..manner })) }
                { toggle("List all", lists, looking.listing()) }
                { button("Close find", close.reform(|_| ())) }
            </p>
            if asked.len() > 1 {
                { hits::legend(found, &asked) }
            }
            if lists && count > 0 {
                { hits::list(index, found, document, at, &more, Callback::from(move |number| to.set(to.gone_to(number)))) }
            }
            if open {
                <svg class="hit-rail" aria-hidden="true"></svg>
            }
        </search>
    }
}
