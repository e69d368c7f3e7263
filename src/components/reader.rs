//! An open document: masthead, panels and status line.

use super::body::Body;
use super::header_panel::HeaderPanel;
use super::inspector::Inspector;
use super::masthead::{Band, Masthead};
use super::section_panel::SectionPanel;
use super::status_line::StatusLine;
use crate::document::Document;
use crate::hooks::Desk;
use crate::state::{Action, View};
use cable::Role;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ReaderProps {
    pub document: Rc<Document>,
    /// To the store.
    pub store: Callback<Action>,
}

/// The document. It holds how it is looked at, so that another document begins afresh.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let document = &props.document;
    let view = use_reducer(View::default);
    let dispatcher = view.dispatcher();
    let desk = use_memo(props.store.clone(), move |store| Desk {
        store: store.clone(),
        view: Callback::from(move |action| dispatcher.dispatch(action)),
    });
    html! {
        <ContextProvider<Desk> context={(*desk).clone()}>
            <main class="reader" id="main" tabindex="-1">
                <Band document={document.clone()} />
                <div class="columns">
                    <Masthead document={document.clone()} />
                    <div class="lead">
                        <SectionPanel document={document.clone()} name="Summary" role={Role::Summary}
                            without="No part of this text is marked as its summary." />
                        <SectionPanel document={document.clone()} name="Comment" role={Role::Comment}
                            without="No part of this text is marked as the post's comment." />
                    </div>
                    <HeaderPanel document={document.clone()} />
                    <Body document={document.clone()} />
                    <Inspector document={document.clone()} view={*view} />
                </div>
            </main>
            <StatusLine document={document.clone()} />
        </ContextProvider<Desk>>
    }
}
