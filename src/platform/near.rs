//! Which parts of a long list are near what is seen of it.
//!
//! The parts are in rising order, so only a few dozen of them need to be asked for their places. An intersection
//! observer would ask thousands of them, in every frame.

use super::resized::Resized;
use super::selection::has_selection;
use super::{document, root, window};
use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use web_sys::{Element, EventTarget};
use yew::{Callback, NodeRef};

/// How near a part has to be to be drawn, in heights of what is seen: it is drawn before it is reached.
const NEAR: f64 = 1.0;
/// How far a drawn part has to be to be removed, so that one on the border does not come and go.
const FAR: f64 = 2.0;

/// The element that is scrolled to see more of a list.
#[derive(Clone, Copy, PartialEq)]
pub enum Scrolled {
    /// The page.
    Page,
    /// The list.
    List,
}

/// Watches until it is dropped.
pub struct Watch {
    looks: Rc<Looks>,
    _resized: Resized,
    _moved: [EventListener; 2],
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A frame that is still due would keep everything it looks at alive.
        self.looks.due.borrow_mut().take();
    }
}

/// Watches the children of an element, its parts, and tells which ones should be drawn; those in `drawn` are. A part
/// with the keyboard or with selected text in it stays.
pub fn watch(list: &NodeRef, scrolled: Scrolled, drawn: Vec<usize>, notice: Callback<Vec<usize>>) -> Option<Watch> {
    let list = list.cast::<Element>()?;
    let next = |part: &Element| part.next_element_sibling();
    let parts: Vec<Element> = std::iter::successors(list.first_element_child(), next).collect();
    let scroller: EventTarget = match scrolled {
        Scrolled::Page => document()?.into(),
        Scrolled::List => list.clone().into(),
    };
    let looks = Rc::new(Looks { list, scrolled, parts, drawn: RefCell::new(drawn), notice, due: RefCell::default() });
    let again = looks.clone();
    // The list may keep its size when its letters do not.
    let sizes = std::iter::once(&looks.list).chain(looks.parts.first());
    let resized = Resized::watch(sizes, move || again.look_soon())?;
    let moved = [(scroller, "scroll"), (window()?.into(), "resize")].map(|(target, event)| {
        let again = looks.clone();
        EventListener::new(&target, event, move |_| again.look_soon())
    });
    looks.look_soon();
    Some(Watch { looks, _resized: resized, _moved: moved })
}

struct Looks {
    list: Element,
    scrolled: Scrolled,
    parts: Vec<Element>,
    drawn: RefCell<Vec<usize>>,
    notice: Callback<Vec<usize>>,
    due: RefCell<Option<AnimationFrame>>,
}

impl Looks {
    /// Looks in the next frame, once for everything that has moved until then.
    fn look_soon(self: &Rc<Self>) {
        let again = self.clone();
        let due = &mut *self.due.borrow_mut();
        if due.is_none() {
            *due = Some(request_animation_frame(move |_| {
                again.due.borrow_mut().take();
                again.look();
            }));
        }
    }

    /// Tells what should be drawn. A part that has been drawn has its real height instead of a guess, which moves the
    /// parts below it, so this looks again until nothing changes.
    fn look(self: &Rc<Self>) {
        let Some([near, far]) = self.within([NEAR, FAR]) else { return };
        let stays = |part: &usize| !near.contains(part) && (far.contains(part) || self.is_in_use(*part));
        let before = self.drawn.take();
        let drawn: Vec<usize> = before.iter().copied().filter(stays).chain(near.clone()).collect();
        self.drawn.replace(drawn.clone());
        if before != drawn {
            self.notice.emit(drawn);
            self.look_soon();
        }
    }

    /// The parts within some heights of what is seen; `None` where nothing of the list is shown at all.
    fn within<const N: usize>(&self, heights: [f64; N]) -> Option<[Range<usize>; N]> {
        let list = self.list.get_bounding_client_rect();
        let (top, bottom) = match self.scrolled {
            Scrolled::Page => (0.0, f64::from(root()?.client_height())),
            Scrolled::List => (list.top(), list.bottom()),
        };
        let parts = heights.map(|heights| {
            let margin = (bottom - top) * heights;
            let begins = |part: &Element| part.get_bounding_client_rect().top() <= bottom + margin;
            let ended = |part: &Element| part.get_bounding_client_rect().bottom() < top - margin;
            self.parts.partition_point(ended)..self.parts.partition_point(begins)
        });
        (list.height() > 0.0).then_some(parts)
    }

    fn is_in_use(&self, part: usize) -> bool {
        let active = document().and_then(|document| document.active_element());
        has_selection()
            || self.parts.get(part).is_some_and(|part| active.is_some_and(|active| part.contains(Some(&active))))
    }
}
