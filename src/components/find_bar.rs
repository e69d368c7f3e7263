//! Find: what is asked for, how often it stands in the text, and the ways from hit to hit.

use super::button::{button, switch};
use super::hits;
use crate::document::Document;
use crate::find::{Found, Hit, Index, Manner, marks, terms};
use crate::hooks::{Asked, Desk, Way, use_keys, use_more, use_search, way};
use crate::platform;
use crate::reading::places::Place;
use crate::reading::portions::Portions;
use crate::state::{Action, Tab, ViewAction};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// Id of the bar.
pub const BAR_ID: &str = "find";
/// Id of the field. While it has the keyboard, Ctrl+F is the browser's own.
const FIELD_ID: &str = "find-field";
/// Milliseconds: less than that passes between two keys of a word.
const TYPING: u32 = 250;

/// What the reader does with the bar.
#[derive(Clone, Default, PartialEq)]
struct Search {
    query: String,
    manner: Manner,
    /// The hit that was gone to.
    at: Option<usize>,
    /// The paragraph from which on one looks as long as none was.
    from: Option<usize>,
    /// Counts the ways to a hit, so that the same one is shown again.
    steps: u32,
    /// What is said of a way around the end.
    around: &'static str,
    /// Whether all hits are listed.
    lists: bool,
}

impl Search {
    /// Begins where the reader is, as what is asked for is another: at the paragraph of the hit that was gone to, if one
    /// was.
    fn begin_anew(&mut self, paragraph: Option<usize>) {
        if self.at.take().is_some() {
            self.from = paragraph;
        }
        self.around = "";
    }

    /// The hit that is looked at; none while the search has not yet come to where the reader is.
    fn here(&self, index: &Index, found: &Found) -> Option<usize> {
        // Read by other rules, a text can have fewer.
        let last = found.hits.len().checked_sub(1)?;
        let is_ahead = |hit: &Hit| index.unit(hit).and_then(|unit| unit.paragraph) >= self.from;
        match self.at {
            Some(at) => Some(at.min(last)),
            None => found.hits.iter().position(is_ahead).or(found.is_done.then_some(0)),
        }
    }
}

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
    let search = use_state_eq(Search::default);
    let Search { ref query, manner, steps, around, lists, .. } = *search;
    let asked = Asked { document: document.clone(), open, query: query.clone(), manner };
    let running = use_search(&asked);
    let (index, found) = (running.index(), running.found());
    let (index, found) = (&*index, &*found);
    let count = found.hits.len();
    let at = search.here(index, found);
    let more = use_more(hits::LIST_ID, count, hits::LISTED);

    {
        let (running, document) = (running.clone(), document.clone());
        use_effect_with((asked, running.news), move |_| {
            let (index, found) = (running.index(), running.found());
            platform::mark_found(&marks(&index, &found, document.text(), &document.groups));
        });
    }
    let here = at.and_then(|at| Some(index.unit(found.hits.get(at)?)?.paragraph));
    let paragraph = here.flatten();
    {
        let (desk, gone) = (desk.clone(), search.at.is_some());
        use_effect_with((query.clone(), manner, at, steps, open, here), move |&(_, _, at, _, _, here)| {
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
    let begin = {
        let search = search.clone();
        move |from: Option<usize>| search.set(Search { at: None, around: "", from, ..(*search).clone() })
    };
    {
        let begin = begin.clone();
        use_effect_with(open, move |&open| {
            if !open {
                begin(None);
            }
        });
    }
    {
        // As if it had been typed, but the keyboard stays where it is, and what stands in the header is on the screen.
        let search = search.clone();
        use_effect_with(sought.clone(), move |sought| {
            if !sought.is_empty() {
                search.set(Search { query: sought.clone(), from: Some(0), ..Search::default() });
            }
        });
    }

    // What stays on the screen below the bar begins where it ends, and what the keyboard reaches is not behind it.
    use_effect_with(open, |&open| {
        let telling = open.then(|| platform::tell_height(BAR_ID, "--find-bar", "html, .inspector"));
        move || drop(telling)
    });

    let go = {
        let search = search.clone();
        move |at: usize, around: &'static str| {
            let steps = search.steps.wrapping_add(1);
            search.set(Search { at: Some(at), around, steps, ..(*search).clone() });
        }
    };
    let step = {
        let go = go.clone();
        move |back: bool| match (back, at) {
            (_, None) => {}
            (false, Some(at)) if at + 1 >= count => go(0, " · reached the end, continued from the top"),
            (true, Some(0)) => go(count - 1, " · reached the top, continued from the end"),
            (false, Some(at)) => go(at + 1, ""),
            (true, Some(at)) => go(at - 1, ""),
        }
    };
    let close = {
        let desk = desk.clone();
        move || {
            desk.store.emit(Action::Find(false));
            // The reader goes on where the hit is.
            platform::focus(&paragraph.map_or_else(|| "main".to_owned(), |index| Place::Paragraph(index).id()));
        }
    };
    let keys = {
        let (step, desk) = (step.clone(), desk.clone());
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
                    begin(platform::paragraph_being_read());
                    take_keyboard();
                    desk.store.emit(Action::Find(true));
                }
                true if is_find => platform::select_field(FIELD_ID),
                true => step(event.shift_key()),
            }
        })
    };
    use_keys((open, (*search).clone(), count), keys);

    let onkeydown = {
        let (step, close) = (step.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            // The one that ends a word being composed is no step.
            "Enter" if platform::has_focus(FIELD_ID) && !event.is_composing() => {
                event.prevent_default();
                step(event.shift_key());
            }
            "Escape" => {
                // Some browsers would empty the field.
                event.prevent_default();
                close();
            }
            _ => {}
        })
    };
    let oninput = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            let query = platform::typed(&event).unwrap_or_default();
            let mut next = Search { query, ..(*search).clone() };
            next.begin_anew(paragraph);
            search.set(next);
        })
    };
    let doing = |act: Box<dyn Fn()>| Callback::from(move |_: MouseEvent| act());
    let toggle = |name: &'static str, on: bool, change: fn(&mut Search, Option<usize>)| {
        let search = search.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let mut next = (*search).clone();
            change(&mut next, paragraph);
            search.set(next);
        });
        switch(name, on, onclick)
    };
    let (back, next) = (step.clone(), step);
    let asked = terms(query);
    let filter = document.filter(*hidden, None);
    let is_hidden = |hit: &&Hit| index.unit(hit).and_then(|unit| unit.paragraph).is_some_and(|one| filter.hides(one));
    let in_hidden = if hidden.is_empty() { 0 } else { found.hits.iter().filter(is_hidden).count() };
    html! {
        <search id={BAR_ID} class="find-bar" hidden={!open} {onkeydown}>
            <label for={FIELD_ID}>{ "Find in this text" }</label>
            <input type="search" id={FIELD_ID} class="find-field" spellcheck="false" autocomplete="off" value={query.clone()}
                placeholder="Several words: separate them by commas" {oninput} />
            <p class="find-count" role="status">{ if asked.is_empty() { String::new() } else { hits::count(found, at, around, in_hidden) } }</p>
            <p class="find-buttons">
                { button("Previous hit", doing(Box::new(move || back(true)))) }
                { button("Next hit", doing(Box::new(move || next(false)))) }
                { toggle("Match case", manner.case, |search, paragraph| {
                    search.manner.case ^= true;
                    search.begin_anew(paragraph);
                }) }
                { toggle("Whole words", manner.whole, |search, paragraph| {
                    search.manner.whole ^= true;
                    search.begin_anew(paragraph);
                }) }
                { toggle("List all", lists, |search, _| search.lists ^= true) }
                { button("Close find", doing(Box::new(close))) }
            </p>
            if asked.len() > 1 {
                { hits::legend(found, &asked) }
            }
            if lists && count > 0 {
                { hits::list(index, found, document, at, &more, Callback::from(move |number| go(number, ""))) }
            }
            if open {
                <svg class="hit-rail" aria-hidden="true"></svg>
            }
        </search>
    }
}
