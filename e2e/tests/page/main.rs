//! The built page in real browsers, served and from the disk. Run by `cargo xtask test`; a word after `--` picks tests
//! by name.
//!
//! - `ways_in`: paste, drop, pick, typed text and the example, each with the panels it leads to
//! - `panels`: what the panels must say about a text, checked for every fixture of the parser
//! - `jumps`: from a field, paragraph or check to its source and back
//! - `find`: words in the text as it was meant
//! - `hits`: how hits outside of the text are shown
//! - `glossary`: what codes and abbreviations mean
//! - `term_card`: the same at their places
//! - `clocks`: local times
//! - `settings`: how the page is read, and keys
//! - `reading`: portions, the outline, references, marks in the text, writing from right to left
//! - `permalinks`: addresses of paragraphs and of quotations in them
//! - `long_texts`: more paragraphs than the page draws at once
//! - `documents`: one step back, and closing
//! - `telegrams`: read as the reader chooses, and exported as JSON
//! - `taking`: every form of export, metadata, the page with a text in it
//! - `quoting`: words and paragraphs with their citation
//! - `paper`: what is printed
//! - `library`: several telegrams that came in together
//! - `archives`: folders, .zip and .gz
//! - `app`: the served page without its server, and its new versions
//! - `bad_input`: input that is not text, too large or oddly encoded
//! - `hostile`: text that tries to be more than text
//! - `network`: nothing leaves
//! - `storage`: a browser that keeps nothing
//! - `accessibility`: axe-core in every state and way of looking
//! - `keyboard`: everything without a pointer
//! - `layout`: what is seen first, on each screen
//! - `tree`: what a screen reader gets
//! - `failure`: a start that fails, and a program that stops

mod accessibility;
mod app;
mod archives;
mod bad_input;
mod clocks;
mod documents;
mod failure;
mod find;
mod glossary;
mod hits;
mod hostile;
mod jumps;
mod keyboard;
mod layout;
mod library;
mod long_texts;
mod network;
mod panels;
mod paper;
mod permalinks;
mod quoting;
mod reading;
mod runner;
mod settings;
mod storage;
mod taking;
mod telegrams;
mod term_card;
mod tree;
mod ways_in;

use runner::Group;
use std::process::ExitCode;

const GROUPS: &[Group] = &[
    ways_in::GROUP,
    panels::GROUP,
    jumps::GROUP,
    find::GROUP,
    hits::GROUP,
    glossary::GROUP,
    term_card::GROUP,
    clocks::GROUP,
    settings::GROUP,
    reading::GROUP,
    permalinks::GROUP,
    long_texts::GROUP,
    documents::GROUP,
    telegrams::GROUP,
    taking::GROUP,
    quoting::GROUP,
    paper::GROUP,
    library::GROUP,
    archives::GROUP,
    app::GROUP,
    bad_input::GROUP,
    hostile::GROUP,
    network::GROUP,
    storage::GROUP,
    accessibility::GROUP,
    keyboard::GROUP,
    layout::GROUP,
    tree::GROUP,
    failure::GROUP,
];

fn main() -> ExitCode {
    runner::run(GROUPS)
}
