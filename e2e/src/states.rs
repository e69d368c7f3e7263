//! The states of the page that are checked as a whole: with axe, with the keyboard, at 400 % zoom, as the accessibility
//! tree, and as a picture. A new state is a line in [`STATES`].

use crate::{Page, Result};
use Step::{Click, Drop, Event, Example, Find, Paste, Reach, Select, Shows, Type};

/// A state, and how a person gets there from the empty page.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// Its name, also used for files.
    pub name: &'static str,
    /// A selector for the part of the page that only this state has. The accessibility tree of this part is kept.
    pub part: &'static str,
    /// The steps, one after another.
    pub steps: &'static [Step],
}

/// Something that a person does, or that happens.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Opens the example.
    Example,
    /// Uses the control with this name.
    Click(&'static str),
    /// Opens Find.
    Find,
    /// Moves the keyboard to the first element that a selector finds.
    Reach(&'static str),
    /// Selects the content of the first element that a selector finds.
    Select(&'static str),
    /// Types into the field with this label.
    Type(&'static str, &'static str),
    /// Pastes a text.
    Paste(&'static str),
    /// Drops a file of this name.
    Drop(&'static str, &'static [u8]),
    /// Waits until this selector finds something.
    Shows(&'static str),
    /// An event with its detail, from the page's own scripts or from the browser.
    Event(&'static str, &'static str),
}

/// Every state.
pub const STATES: &[State] = &[
    state("empty", "body", &[]),
    state("example", "body", &[Example]),
    state("references", "#references", &[Example, Click("References")]),
    state("glossary", "#glossary", &[Example, Click("Glossary")]),
    state("term", "#term-card", &[Example, Reach("#body .term"), Shows("#term-card:not([hidden])")]),
    state("settings", "#reading-settings", &[Example, Click("Settings")]),
    state("keys", "dialog", &[Example, Click("Settings"), Click("List of keys")]),
    state("outline", ".outline", &[Example, Click("Outline")]),
    state("source", "#source", &[Example, Click("Source")]),
    state("chosen", "#source", &[Example, Click("Show source of Comment"), Shows("pre .chosen")]),
    state("find", ".find-bar", &[Example, Find, Click("List all"), Type("Find in this text", "harbor master, lamp")]),
    state("report", ".report", &[Example, Click("Report a problem")]),
    state("quotation", ".quoting", &[Example, Select("#summary .prose"), Shows(".quoting")]),
    state("export", "#export", &[Example, Click("Export"), Shows("#export:not([hidden])")]),
    state("ways-in", ".ways-in-drawer", &[Example, Click("Open"), Shows("form textarea")]),
    state("refused", "[role=alert]", &[Example, Drop("empty.txt", b""), Shows("[role=alert] p")]),
    state("library", "#library", &[Paste(TWO), Shows("#library tbody tr")]),
    state("no-telegram", "main", &[Paste("Quince jelly\n\nPeel nothing. Boil for an hour.\n"), Shows("footer")]),
    state(
        "stopped",
        "[role=alertdialog]",
        &[Example, Event("cable-viewer:panic", "src/x.rs:7"), Shows("[role=alertdialog]")],
    ),
    state(
        "not-started",
        "[role=alertdialog]",
        &[Event("cable-viewer:failed", "a script"), Shows("[role=alertdialog]")],
    ),
];

/// The state that only a printer sees. It is laid out with [`PAPER`].
pub const ON_PAPER: State = state("paper", "body", &[Example, Event("beforeprint", "")]);

/// The preference that makes the screen a sheet of paper.
pub const PAPER: (&str, &str) = ("medium", "print");

const TWO: &str = include_str!("../../crates/cable/fixtures/two-telegrams.txt");

const fn state(name: &'static str, part: &'static str, steps: &'static [Step]) -> State {
    State { name, part, steps }
}

impl Page {
    /// Goes from the empty page to a state, and waits until nothing moves.
    pub async fn enter(&self, state: &State) -> Result {
        for step in state.steps {
            self.take(step).await.map_err(|error| format!("{}, {step:?}: {error}", state.name))?;
        }
        self.still().await
    }

    async fn take(&self, step: &Step) -> Result {
        const SHOWS: &str = "return document.querySelector(arguments[0]) !== null";
        const SELECT: &str = "getSelection().selectAllChildren(document.querySelector(arguments[0]))";
        const EVENT: &str =
            "document.dispatchEvent(new CustomEvent(arguments[0], { detail: arguments[1], bubbles: true }))";
        match *step {
            Example => self.open_example().await,
            Click(name) => self.click(name).await,
            Find => self.open_find().await,
            Reach(selector) => self.reach(selector).await,
            Select(selector) => self.run(SELECT, &[selector.into()]).await,
            Type(label, text) => Ok(self.labelled(label).await?.send_keys(text).await?),
            Paste(text) => self.paste(text).await,
            Drop(name, bytes) => self.drop_file(name, bytes).await,
            Shows(selector) => self.until("it is there", SHOWS, &[selector.into()]).await,
            Event(name, detail) => self.run(EVENT, &[name.into(), detail.into()]).await,
        }
    }

    /// Waits until nothing has moved or changed for a while, and everything has been painted. Animations of text that
    /// only a screen reader gets are ended at once.
    pub async fn still(&self) -> Result {
        // Nothing moves in a folded element, whose animations in Firefox wait until it is unfolded.
        const STILL: &str = "
            const WHILE = 200;
            const watch = window.stillness ||= (() => {
                const watch = { since: performance.now() };
                const moved = () => (watch.since = performance.now());
                new MutationObserver(moved).observe(document, { subtree: true, childList: true, characterData: true });
                addEventListener('scroll', moved, { capture: true, passive: true });
                return watch;
            })();
            const running = document.getAnimations().filter(({ playState }) => playState === 'running');
            const isSaid = ({ effect }) => effect.target.closest('.visually-hidden') !== null;
            running.filter(isSaid).forEach(animation => animation.finish());
            const moves = running.some(one => !isSaid(one) && one.effect.target.checkVisibility());
            return !moves && performance.now() - watch.since > WHILE";
        self.until("nothing moves", STILL, &[]).await?;
        self.settled().await
    }
}
