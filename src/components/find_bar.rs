//! Find: what is asked for, how often it occurs in the text, and the ways from hit to hit.

use super::button::{Says, button, made, switch};
use super::element::text;
use super::hits;
use crate::document::Document;
use crate::find::{Found, Hit, Index, Looking, Manner, terms};
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
    /// The words asked for at first.
    pub sought: String,
    /// The portions that are hidden.
    pub hidden: Portions,
}

/// Shows the bar and moves the keyboard to its field before the page is drawn: the next key is the first of a word.
pub fn take_keyboard() {
    platform::unhide(BAR_ID);
    platform::select_field(FIELD_ID);
}

/// The bar. While closed it listens for the keys that open it, and its field takes what is typed right after them.
#[component]
pub fn FindBar(props: &FindBarProps) -> Html {
    let &FindBarProps { ref document, ref desk, open, ref sought, hidden } = props;
    let looking = use_state_eq(|| Looking::for_words(sought.clone()));
    let Looking { ref query, manner, gone, around, lists, .. } = *looking;
    let asked = Asked { document: document.clone(), open, query: query.clone(), manner };
    let running = use_search(&asked);
    use_marks(&asked, &running);
    let (index, found) = (&*running.index(), &*running.found());
    let count = found.hits.len();
    let at = looking.here(index, found);
    let here = at.and_then(|at| Stand::of(index, found, at, document));
    let paragraph = here.as_ref().and_then(|here| here.paragraph);
    use_shown_hit(desk, &asked, at, here, gone);
    let more = use_more(hits::LIST_ID, count, hits::LISTED);
    let forget = cloned!([looking], move |&open: &bool| {
        if !open {
            looking.set(looking.begun_at(None));
        }
    });
    use_effect_with(open, forget);
    // Elements that stick below the bar begin where it ends, and nothing that the keyboard reaches is hidden behind it.
    use_held(open, |&open| {
        open.then(|| platform::tell_height(BAR_ID, "--find-bar", "html, .band, .inspector, .outline, #export"))
    });

    let step = Callback::from(cloned!([looking], move |back: bool| looking.set(looking.stepped(back, at, count))));
    let go_to = Callback::from(cloned!([looking], move |hit: usize| looking.set(looking.gone_to(hit))));
    let close = closing(desk, paragraph);
    use_keys((open, (*looking).clone(), count), keys_of_page(desk, open, &looking, &step));
    let terms = terms(query);
    html! {
        <search id={BAR_ID} class="find-bar" hidden={!open} onkeydown={keys_of_bar(&step, &close)}>
            <label for={FIELD_ID}>{ "Find in this text" }</label>
            { field(&looking, paragraph) }
            <p class="find-count" role="status">
                { hits::count(found, &terms, at, around, in_hidden(index, found, document, hidden)) }
            </p>
            { buttons(&looking, paragraph, count, &step, &close) }
            if terms.len() > 1 {
                { hits::legend(found, &terms) }
            }
            if lists && count > 0 {
                { hits::list(index, found, document, at, &more, go_to) }
            }
            if open {
                <svg class="hit-rail" aria-hidden="true"></svg>
            }
        </search>
    }
}

/// Puts the bar away. The reader goes on where the hit is.
fn closing(desk: &Desk, paragraph: Option<usize>) -> Callback<()> {
    Callback::from(cloned!([desk], move |()| {
        desk.store.emit(Action::Find(false));
        // A folded paragraph cannot have the keyboard.
        let id = paragraph.map(|index| Place::Paragraph(index).id()).filter(|id| !platform::is_folded(id));
        platform::focus(id.as_deref().unwrap_or("main"));
    }))
}

/// Hears the keys that open the bar from anywhere, and that step while it is open.
fn keys_of_page(
    desk: &Desk,
    open: bool,
    looking: &UseStateHandle<Looking>,
    step: &Callback<bool>,
) -> Callback<KeyboardEvent> {
    Callback::from(cloned!([desk, looking, step], move |event: KeyboardEvent| {
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
    }))
}

/// Hears the keys that step and close while something in the bar has the keyboard.
fn keys_of_bar(step: &Callback<bool>, close: &Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(cloned!([step, close], move |event: KeyboardEvent| match event.key().as_str() {
        // The Enter that ends the composition of a word is not a step.
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
    }))
}

/// The field. Typed words are looked for from the current hit on, which is in this paragraph.
fn field(looking: &UseStateHandle<Looking>, paragraph: Option<usize>) -> Html {
    let oninput = Callback::from(cloned!([looking], move |event: InputEvent| {
        let query = platform::typed(&event).unwrap_or_default();
        looking.set(looking.asking(query, looking.manner, paragraph));
    }));
    html! {
        <input type="search" id={FIELD_ID} class="find-field" spellcheck="false" autocomplete="off"
            value={looking.query.clone()} placeholder="Words or phrases, separated by commas" {oninput} />
    }
}

fn buttons(
    looking: &UseStateHandle<Looking>,
    paragraph: Option<usize>,
    count: usize,
    step: &Callback<bool>,
    close: &Callback<()>,
) -> Html {
    let Looking { ref query, manner, lists, .. } = **looking;
    let to_hit = |name: &'static str, back: bool| {
        made("button", text(name), Says { disabled: count == 0, ..Says::default() }, step.reform(move |_| back))
    };
    let toggle = |name: &'static str, is_on: bool, next: Looking| {
        switch(name, is_on, Callback::from(cloned!([looking], move |_| looking.set(next.clone()))))
    };
    let compared = |manner: Manner| looking.asking(query.clone(), manner, paragraph);
    html! {
        <p class="find-buttons">
            { to_hit("Previous hit", true) }
            { to_hit("Next hit", false) }
            { toggle("Match case", manner.case, compared(Manner { case: !manner.case, ..manner })) }
            { toggle("Whole words", manner.whole, compared(Manner { whole: !manner.whole, ..manner })) }
            { toggle("List all", lists, looking.listing()) }
            { button("Close find", close.reform(|_| ())) }
        </p>
    }
}

/// Returns how many hits are in hidden paragraphs.
fn in_hidden(index: &Index, found: &Found, document: &Document, hidden: Portions) -> usize {
    if hidden.is_empty() {
        return 0;
    }
    let filter = document.filter(hidden, None);
    let is_hidden = |hit: &&Hit| index.unit(hit).and_then(|unit| unit.paragraph).is_some_and(|one| filter.hides(one));
    found.hits.iter().filter(is_hidden).count()
}
