//! The view of the open document. It is apart from the store, so that choosing does not render documents again.

use super::{Goal, Tab};
use crate::fresh::Fresh;
use crate::reading::portions::{Portion, Portions};
use cable::Span;
use std::rc::Rc;
use yew::prelude::*;

/// What is chosen and how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The open tab.
    pub tab: Tab,
    /// The chosen stretch of the source.
    pub chosen: Fresh<Option<Span>>,
    /// The tab that was open before the source was shown, until a tab is opened.
    pub came_from: Option<Tab>,
    /// What the reader was last led to.
    pub led: Fresh<Option<Goal>>,
    /// Whether long lines of the source are wrapped.
    pub wrap: bool,
    /// The paragraph that a hit or a link led to. It is drawn and shown even where others are not.
    pub reached: Option<usize>,
    /// The portions that are hidden.
    pub hidden: Portions,
}

impl Default for View {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            chosen: Fresh::default(),
            came_from: None,
            led: Fresh::default(),
            wrap: true,
            reached: None,
            hidden: Portions::default(),
        }
    }
}

/// What can happen to the view.
#[derive(Clone, Copy, Debug)]
pub enum ViewAction {
    /// A tab was chosen.
    Show(Tab),
    /// A stretch of the source was chosen, and the source is to be shown.
    Choose(Span),
    /// A hit leads to a paragraph, counted from 0.
    Reach(usize),
    /// The reader is led to something.
    LeadTo(Goal),
    /// The paragraphs of a portion are to be hidden, or shown where they are hidden.
    Toggle(Portion),
    /// The paragraphs of these portions are to be shown.
    Unhide(Portions),
    /// Long lines are to be wrapped, or not.
    Wrap(bool),
}

impl Reducible for View {
    type Action = ViewAction;

    fn reduce(self: Rc<Self>, action: ViewAction) -> Rc<Self> {
        let mut next = *self;
        match action {
            ViewAction::Show(tab) => (next.tab, next.came_from) = (tab, None),
            ViewAction::Choose(span) => {
                next.chosen = next.chosen.then(Some(span));
                next.came_from = Some(next.tab).filter(|&tab| tab != Tab::Source).or(next.came_from);
                next.tab = Tab::Source;
            }
            ViewAction::Reach(paragraph) => next.reached = Some(paragraph),
            ViewAction::LeadTo(goal) => {
                next.led = next.led.then(Some(goal));
                next.tab = goal.tab().unwrap_or(next.tab);
                next.reached = goal.paragraph().or(next.reached);
            }
            // A paragraph that was shown all the same is hidden with the others.
            ViewAction::Toggle(portion) => (next.hidden, next.reached) = (next.hidden.toggled(portion), None),
            ViewAction::Unhide(portions) => next.hidden = next.hidden.without(portions),
            ViewAction::Wrap(wrap) => next.wrap = wrap,
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::places::Place;

    #[test]
    fn choosing_shows_the_source_each_time() {
        let span = Span::new(3, 9);
        let once = Rc::new(View::default()).reduce(ViewAction::Choose(span));
        assert_eq!((once.tab, once.chosen.value), (Tab::Source, Some(span)));
        assert_eq!(once.came_from, Some(Tab::Checks));
        let further = once.clone().reduce(ViewAction::Choose(Span::new(0, 2)));
        assert_eq!(further.came_from, Some(Tab::Checks));
        assert_eq!(further.reduce(ViewAction::Show(Tab::Source)).came_from, None);
        let twice = once.clone().reduce(ViewAction::Show(Tab::Checks)).reduce(ViewAction::Choose(span));
        assert_eq!(twice.tab, Tab::Source);
        assert_ne!(once.chosen, twice.chosen);
    }

    #[test]
    fn a_goal_is_shown_where_it_stands() {
        let led = |view: View, goal| *Rc::new(view).reduce(ViewAction::LeadTo(goal));
        let once = led(View::default(), Goal::Term(3));
        assert_eq!((once.tab, once.reached), (Tab::Glossary, None));
        assert_ne!(led(once, Goal::Term(3)).led, once.led, "led there again");
        let paragraph = led(once, Goal::Place(Place::Paragraph(7)));
        assert_eq!((paragraph.tab, paragraph.reached), (Tab::Glossary, Some(7)));
    }
}
