//! Library: the telegrams that came in together, and the ways from one to another.

use super::button::{Says, button, made, quiet};
use super::element::{text, worded};
use super::panel::Frame;
use super::save_listed::SaveListed;
use super::show_more::show_more;
use super::shown::shown;
use crate::hooks::{Cards, More, Way, copying, in_steps, turn_to, use_held, use_keys, use_more, way};
use crate::library::{Card, Column, Library, Order, listed, table};
use crate::platform;
use crate::reading::words::{self, thousands};
use crate::state::{Action, Panel};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// The number of rows shown at once: ten thousand take a second and more to paint.
const SHOWN_AT_ONCE: usize = 100;

#[derive(PartialEq, Properties)]
pub struct LibraryPanelProps {
    pub library: Rc<Library>,
    /// How far the cards have been read.
    pub cards: Cards,
    /// Which telegram is shown.
    pub place: usize,
    /// To the store.
    pub act: Callback<Action>,
}

/// The telegrams before and after the one that is shown.
type Ways = (Option<usize>, Option<usize>);

/// The panel.
#[component]
pub fn LibraryPanel(props: &LibraryPanelProps) -> Html {
    let &LibraryPanelProps { ref library, ref cards, place, ref act } = props;
    let order = use_state_eq(Order::default);
    let words = use_state_eq(String::new);
    let is_open = use_state_eq(|| true);
    let looked = use_looked(library, &words, cards.read);
    let places =
        use_memo((library.clone(), words.clone(), looked, *order), |(library, .., order)| listed(library, *order));
    // While nothing is sorted or left out, the way leads through all telegrams, whether their cards are read or not.
    let is_whole = *order == Order::default() && words.trim().is_empty();
    let ways = match is_whole {
        true => (place.checked_sub(1), Some(place + 1).filter(|&next| next < library.count())),
        false => neighbours(&places, place),
    };
    let turn = Callback::from(cloned!([library, words, act], move |to: usize| {
        turn_to(to, library.to_find(to, &words), &act);
    }));
    use_keys((library.clone(), words.clone(), ways), pressing(ways, &turn));
    let close = Callback::from(cloned!([act], move |_: MouseEvent| {
        act.emit(Action::CloseFor(ways.1.or(ways.0).unwrap_or(place + 1)));
    }));
    let copy = copying(act, "Library", cloned!([library, places], move || table(&library.cards(), &places)));
    let oninput = Callback::from(cloned!([words], move |event: InputEvent| {
        if let Some(typed) = platform::typed(&event) {
            words.set(typed);
        }
    }));
    let choose = Callback::from(cloned!([is_open, turn], move |to: usize| {
        is_open.set(false);
        turn.emit(to);
        // The keyboard moves when the telegram is drawn. What had it is not gone, but hidden.
        Timeout::new(0, || platform::focus("main")).forget();
    }));
    let more = use_more("library-heading", places.len(), SHOWN_AT_ONCE);
    Frame::of(Panel::Library)
        .aside(stands(place, library.count(), is_whole, &places))
        .controls(controls(ways, &turn, close, &is_open))
        .copy(copy)
        .around(html! {
            <div id="library-list" hidden={!*is_open}>
                <div class="library-lines">
                    <p class="library-tools">
                        <label for="library-words">{ "Only with the words" }</label>
                        <input type="search" id="library-words" autocomplete="off" spellcheck="false" {oninput} />
                        <span role="status">{ count(places.len(), looked, &words) }</span>
                        { reading(cards, library) }
                    </p>
                    <SaveListed {library} places={places.clone()} is_whole={cards.read >= cards.of} {act} />
                </div>
                { list(library, &places, &more, place, &order, &choose) }
            </div>
        })
}

/// Hears the keys that lead to the telegrams before and after the one that is shown.
fn pressing((before, after): Ways, turn: &Callback<usize>) -> Callback<KeyboardEvent> {
    Callback::from(cloned!([turn], move |event: KeyboardEvent| {
        if let Some(Way::Telegram { back }) = way(&event) {
            event.prevent_default();
            if back { before } else { after }.into_iter().for_each(|to| turn.emit(to));
        }
    }))
}

/// Says which of the listed telegrams is shown.
fn stands(place: usize, count: usize, is_whole: bool, places: &[usize]) -> Option<String> {
    Some(match (is_whole, places.iter().position(|&one| one == place)) {
        (true, _) => format!("{} of {}", thousands(place as u64 + 1), thousands(count as u64)),
        (false, Some(at)) => format!("{} of {} listed", thousands(at as u64 + 1), thousands(places.len() as u64)),
        (false, None) if places.is_empty() => return None,
        (false, None) => format!("not among {} listed", thousands(places.len() as u64)),
    })
}

fn controls(
    (before, after): Ways,
    turn: &Callback<usize>,
    close: Callback<MouseEvent>,
    is_open: &UseStateHandle<bool>,
) -> Html {
    let step = |name: &'static str, to: Option<usize>| {
        let go = cloned!([turn], move |_: MouseEvent| to.into_iter().for_each(|to| turn.emit(to)));
        made("button", text(name), Says { disabled: to.is_none(), ..Says::default() }, Callback::from(go))
    };
    let opens = Some(("library-list", **is_open));
    let says = Says { id: Some("library-switch".into()), opens, ..Says::default() };
    let switch = Callback::from(cloned!([is_open], move |_: MouseEvent| is_open.set(!*is_open)));
    html! {
        <>
            { step("Previous", before) }
            { step("Next", after) }
            { button("Close this one", close) }
            { made("button", text(if **is_open { "Hide list" } else { "Show list" }), says, switch) }
        </>
    }
}

/// Returns how many telegrams have been searched for the `words`. The search runs in the background.
#[hook]
fn use_looked(library: &Rc<Library>, words: &UseStateHandle<String>, read: usize) -> usize {
    // This also runs when the panel is new and its words were looked for before.
    use_memo((library.clone(), words.clone()), |(library, words)| library.look_for(words));
    let drawn = use_state_eq(usize::default);
    use_held((library.clone(), words.clone(), read), move |(library, ..)| {
        in_steps(Callback::from(cloned!([library], move |()| {
            let more = library.look_on();
            drawn.set(library.looked());
            more
        })))
    });
    library.looked()
}

/// Returns the places before and after a place in a list. A place that the list leaves out counts as before all.
fn neighbours(places: &[usize], place: usize) -> (Option<usize>, Option<usize>) {
    match places.iter().position(|&one| one == place) {
        Some(at) => (at.checked_sub(1).and_then(|at| places.get(at)).copied(), places.get(at + 1).copied()),
        None => (None, places.first().copied()),
    }
}

/// The telegrams at these places that have cards; a click on one chooses it. `shown` is the one on the page.
fn list(
    library: &Library,
    places: &[usize],
    more: &More,
    shown: usize,
    order: &UseStateHandle<Order>,
    choose: &Callback<usize>,
) -> Html {
    let cards = library.cards();
    let row = |&one: &usize| Some(row(cards.get(one)?, one == shown, choose.reform(move |_| one)));
    html! {
        <div class="library-scroll">
            // On narrow screens the style sheet lays rows out differently, but to a screen reader they must still be
            // rows.
            <table class="library" role="table" aria-label="Telegrams">
                <thead role="rowgroup">
                    <tr role="row">{ for Column::ALL.map(|column| heading(column, order)) }</tr>
                </thead>
                <tbody role="rowgroup">{ for places.iter().take(more.shown).filter_map(row) }</tbody>
            </table>
            { show_more(more, "telegrams") }
        </div>
    }
}

/// The head of a column, which sorts by it.
fn heading(column: Column, order: &UseStateHandle<Order>) -> Html {
    let sort = match (order.column == Some(column), order.descending) {
        (false, _) => None,
        (true, false) => Some("ascending"),
        (true, true) => Some("descending"),
    };
    let onclick = Callback::from(cloned!([order], move |_: MouseEvent| order.set(order.pressed(column))));
    html! {
        <th role="columnheader" scope="col" aria-sort={sort}>
            { quiet(column.name(), onclick) }
        </th>
    }
}

fn count(listed: usize, looked: usize, words: &str) -> String {
    let of = thousands(looked as u64);
    match listed == looked {
        true => of + " listed",
        false if listed == 0 => format!("None of the {of} holds {}.", words.trim()),
        false => format!("{} of {of} listed", thousands(listed as u64)),
    }
}

/// How far the reading of cards is, until it is complete.
fn reading(cards: &Cards, library: &Library) -> Html {
    let of = cards.of;
    if cards.read >= of {
        return match of < library.count() {
            true => worded("span", "", format!("The list ends after {}.", thousands(of as u64))),
            false => html! {},
        };
    }
    html! {
        <span class="library-reading">
            <progress aria-label="Telegrams listed" value={cards.read.to_string()} max={of.to_string()} />
            { quiet(if cards.stopped { "Go on listing" } else { "Stop listing" }, cards.switch.clone()) }
        </span>
    }
}

fn row(card: &Card, is_shown: bool, onclick: Callback<MouseEvent>) -> Html {
    let date = card.date.get(..10).unwrap_or(&card.date).to_owned();
    let cell = |class: &'static str, text: &str| html! { <td role="cell" {class}>{ shown(text) }</td> };
    html! {
        <tr role="row" class={is_shown.then_some("is-shown")}>
            { cell("number", &card.number) }
            { cell("date", &date) }
            { cell("post", &card.post) }
            <td role="cell" class="subject-cell">
                { made("entry", shown(card.title()), Says { current: is_shown, ..Says::default() }, onclick) }
            </td>
            { cell("marking", card.marking.map(words::level).unwrap_or_default()) }
            { cell("file", &card.file) }
        </tr>
    }
}
