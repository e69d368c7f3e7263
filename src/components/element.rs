//! Elements with only a class and one thing in them, made in one place: each one written out adds some hundred bytes.

use yew::prelude::*;
use yew::virtual_dom::VText;

/// An element of this name and class around its content. An empty class is left out.
pub fn element(name: &'static str, class: &'static str, content: Html) -> Html {
    html! { <@{name} {class}>{ content }</@> }
}

/// An element around words of the page itself, not of a document.
pub fn worded(name: &'static str, class: &'static str, said: impl Into<AttrValue>) -> Html {
    element(name, class, text(said))
}

/// Words of the page, without an element around them.
pub fn text(said: impl Into<AttrValue>) -> Html {
    VText::new(said).into()
}

/// A term and its description, for a description list.
pub fn pair(term: Html, class: &'static str, said: Html) -> Html {
    let (term, said) = (element("dt", "", term), element("dd", class, said));
    element("div", "", Html::from_iter([term, said]))
}
