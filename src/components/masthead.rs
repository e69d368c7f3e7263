//! Masthead: marking, subject, sender and addressees, date, and how the text is read.

use super::button::quiet_named;
use super::element::{element, worded};
use super::kind::kind;
use super::paragraph::level_class;
use super::shown::shown;
use super::term::term;
use crate::document::Document;
use crate::hooks::Desk;
use crate::platform::{self, Clock};
use crate::reading::places::TITLE_ID;
use crate::reading::words::{self, LONGEST_TITLE};
use crate::state::{Goal, Panel, Tab};
use cable::glossary::{self, TermKind};
use cable::{Addressee, Cable, Code, DateTime, Diagnostic, Field, Tag};
use yew::prelude::*;

/// The most TAGS listed.
const LISTED: usize = 40;

/// The classification band: how the text was marked, not what it is today. On paper it is on each page, with the
/// number.
pub fn band(document: &Document) -> Html {
    let Some(field) = &document.cable.classification else {
        return html! {
            <p class="band band-unmarked" data-number={document.number()}>{ "No classification marking found" }</p>
        };
    };
    let mark = &field.value;
    let caveats: String = mark.caveats.iter().flat_map(|caveat| [" // ", caveat]).collect();
    html! {
        <p class={classes!("band", level_class(mark.level))} data-number={document.number()}>
            { "Marked " }
            <strong class="band-word">{ words::level(mark.level).to_ascii_uppercase() }{ shown(&caveats) }</strong>
        </p>
    }
}

/// The subject with the fields around it.
pub fn masthead(document: &Document, desk: &Desk) -> Html {
    let cable = &document.cable;
    let number = document.number();
    let title = match (&cable.subject, &number) {
        (Some(subject), _) if !subject.value.trim().is_empty() => words::shortened(&subject.value, LONGEST_TITLE),
        (_, Some(number)) => format!("{number}, without a subject line"),
        _ => document.opened.name.clone(),
    };
    html! {
        <header class="masthead">
            <h1 id={TITLE_ID} class={classes!("subject", is_capitals(&title).then_some("subject-capitals"))}>
                { whole_words(&title) }
            </h1>
            { route(cable) }
            <p class="reference-line">
                if let Some(at) = cable.date.as_ref().and_then(|date| date.value) {
                    <time datetime={at.to_string()}>{ words::minute(at) }</time>
                    { local_times(cable, at) }
                } else if let Some(day) = &cable.day {
                    <time datetime={day.value.to_string()}>{ day.value.in_words() }</time>
                }
                if let Some(number) = number {
                    { element("span", "number", shown(&number)) }
                }
            </p>
            { for cable.diagnostics.iter().filter(|found| is_loss(found.code)).map(loss) }
            if !cable.tags.is_empty() {
                <ul class="tag-line" aria-label="TAGS">
                    for tag in cable.tags.iter().take(LISTED) {
                        { element("li", "", tag_term(document, tag)) }
                    }
                </ul>
            }
            { kind(document, desk) }
            { jumps(desk) }
        </header>
    }
}

/// Returns whether a diagnostic says that this is not the whole telegram: whoever quotes it must see that at once.
fn is_loss(code: Code) -> bool {
    matches!(code, Code::PartialExtract | Code::SectionsIncomplete)
}

fn loss(found: &Diagnostic) -> Html {
    worded("p", "not-whole", found.detail.clone().unwrap_or_else(|| found.code.sentence().to_owned()))
}

/// Links to what stands far below where the page is one column; elsewhere the style sheet hides them.
fn jumps(desk: &Desk) -> Html {
    let jump = |panel: Panel| {
        let (name, go) = (panel.name(), cloned!([desk], move |_| desk.lead_to(Goal::Panel(panel))));
        quiet_named(name, ["Go to ", name].concat(), Callback::from(go))
    };
    html! {
        <nav class="jumps" aria-label="Parts of the page">
            { for [Panel::Header, Panel::Body].into_iter().chain(Tab::ALL.map(Panel::Tab)).map(jump) }
        </nav>
    }
}

/// A title whose compounds are not broken at their hyphens, except those that may be too wide for a narrow screen.
fn whole_words(title: &str) -> Html {
    let is_compound = |word: &str| word.contains('-') && word.len() < 20;
    if !title.split(' ').any(is_compound) {
        return shown(title);
    }
    let word = |word: &str| element("span", if is_compound(word) { "compound" } else { "" }, shown(word));
    Html::from_iter(title.split_inclusive(' ').map(word))
}

/// Returns whether a title has no small letters, as most subjects have none. Such a line is set in another way.
fn is_capitals(title: &str) -> bool {
    !title.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// The local time at the post and at the reader's place. Nothing is said about an unknown post.
fn local_times(cable: &Cable, at: DateTime) -> Html {
    let moment = words::unix_milliseconds(at);
    let day = at.date.in_words();
    let minute = |clock: &Clock| match clock.day == day {
        true => clock.minute.clone(),
        false => [&*clock.day, ", ", &clock.minute].concat(),
    };
    let post = cable.reference_number.as_ref().map(|number| &*number.value.post);
    let there = post.and_then(|post| {
        let name = glossary::term(TermKind::Post, post, None)?.meaning?;
        // The Department is an addressee and not a place.
        let city = if post == "STATE" { "Washington" } else { name };
        Some((platform::clock(moment, Some(glossary::time_zone(post)?))?, city))
    });
    let here = platform::clock(moment, None).filter(|clock| minute(clock) != words::clock(at));
    html! {
        <>
            if let Some((clock, name)) = there {
                { worded("span", "", [&*minute(&clock), " at ", name].concat()) }
            }
            if let Some(clock) = here {
                { worded("span", "own-time", [&*minute(&clock), " ", &clock.zone, " on your clock"].concat()) }
            }
        </>
    }
}

/// A TAGS code, which the glossary explains.
fn tag_term(document: &Document, tag: &Field<Tag>) -> Html {
    match document.glossary.within(tag.raw).next() {
        Some((_, index)) => term(&tag.value.code, index),
        None => shown(&tag.value.code),
    }
}

/// From whom to whom.
fn route(cable: &Cable) -> Html {
    let name =
        |to: &Addressee| shown(if to.name.is_empty() { to.routing.as_deref().unwrap_or_default() } else { &to.name });
    // The sender of a general message is often among its addressees.
    let sender = cable.from.as_ref().map_or("", |from| &from.value.name);
    let info = cable.info.iter().filter(|to| sender.is_empty() || sender != to.value.name);
    let others = cable.to.len().saturating_sub(1) + info.count();
    if cable.from.is_none() && cable.to.is_empty() {
        return html! {};
    }
    html! {
        <p class="route">
            if let Some(from) = &cable.from {
                { element("strong", "", name(&from.value)) }
            }
            if let Some(to) = cable.to.first() {
                { " to " }
                { element("strong", "", name(&to.value)) }
            }
            if others > 0 {
                { " and " }
                { words::count(others, "other", "others") }
            }
        </p>
    }
}
