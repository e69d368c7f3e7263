//! A search in the background.

use crate::document::Document;
use crate::find::{Found, Index, Manner, Query, terms};
use crate::platform;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The milliseconds that a search takes before it lets the page answer. With the drawing for a key, no frame is lost.
const SLICE: f64 = 10.0;

/// A question about a text.
#[derive(Clone, PartialEq)]
pub struct Asked {
    /// The text.
    pub document: Rc<Document>,
    /// Whether it is to be searched.
    pub open: bool,
    /// The words.
    pub query: String,
    /// How they are compared.
    pub manner: Manner,
}

/// A text that is being searched.
#[derive(Clone)]
pub struct Search {
    index: Rc<RefCell<Index>>,
    found: Rc<RefCell<Found>>,
    /// Counts what has been found since the search began.
    pub news: u32,
}

impl Search {
    /// What can be searched of the text so far.
    pub fn index(&self) -> Ref<'_, Index> {
        self.index.borrow()
    }

    /// What has been found so far.
    pub fn found(&self) -> Ref<'_, Found> {
        self.found.borrow()
    }
}

/// Searches a text. The first hits are there at once and the others follow; another question ends the search.
#[hook]
pub fn use_search(asked: &Asked) -> Search {
    let index = use_memo((asked.document.clone(), asked.open, asked.manner.case), |(document, _, case)| {
        Rc::new(RefCell::new(Index::new(&document.cable, document.has_paragraphs(), *case)))
    });
    let news = use_state(|| 0);
    let running = use_memo(asked.clone(), |asked| {
        let query = Query::new(&terms(&asked.query), asked.manner);
        let (index, document) = ((*index).clone(), asked.document.clone());
        let running = Running { index, query, found: Rc::default(), document };
        if asked.open {
            running.go_on();
        }
        running
    });
    let search_on = cloned!([running, news], move |asked: &Asked| {
        let (wanted, number) = (Rc::new(Cell::new(asked.open)), *news + 1);
        spawn_local(go_on(running, wanted.clone(), Callback::from(move |number| news.set(number)), number));
        move || wanted.set(false)
    });
    use_effect_with(asked.clone(), search_on);
    Search { index: running.index.clone(), found: running.found.clone(), news: *news }
}

/// Searches in the background, a slice per frame, until another question is asked. It reports the first hits, and then
/// all of them: drawing each slice would take longer than searching it.
async fn go_on(running: Rc<Running>, wanted: Rc<Cell<bool>>, news: Callback<u32>, mut number: u32) {
    let state = || (running.found.borrow().hits.is_empty(), running.found.borrow().is_done);
    let (mut none, mut is_done) = state();
    while !is_done {
        // The page first draws what the question changed.
        platform::painted().await;
        if !wanted.get() {
            return;
        }
        running.go_on();
        let had_none = none;
        (none, is_done) = state();
        if is_done || had_none != none {
            news.emit(number);
            number += 1;
        }
    }
}

struct Running {
    document: Rc<Document>,
    index: Rc<RefCell<Index>>,
    query: Query,
    found: Rc<RefCell<Found>>,
}

impl Running {
    /// Searches for one slice of time.
    fn go_on(&self) {
        let until = platform::now() + SLICE;
        let (text, cable) = (self.document.text(), &self.document.cable);
        let found = &mut self.found.borrow_mut();
        self.index.borrow_mut().search(text, cable, &self.query, found, || platform::now() >= until);
    }
}
