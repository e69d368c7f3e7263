//! Pointer and keyboard.

use super::{Key, Page};
use crate::Result;
use hyper::Method;
use serde::Deserialize;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{By, RequestData, SessionId, WebElement};

/// The element that has the keyboard.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Focus {
    /// Its name in HTML, such as `button`.
    pub element: String,
    /// Its id, or an empty text.
    pub id: String,
    /// Its role, as a screen reader says it.
    #[serde(skip)]
    pub role: String,
    /// Its accessible name.
    #[serde(skip)]
    pub name: String,
    /// Whether its style marks it: an outline, or a shadow where there is none.
    pub marked: bool,
}

impl Page {
    /// The only visible control with this name: a button, a tab, a link.
    pub async fn control(&self, name: &str) -> Result<WebElement> {
        self.within("body", name).await
    }

    /// The only such control within a part of the page.
    pub async fn within(&self, part: &str, name: &str) -> Result<WebElement> {
        const FIND: &str = "
            const all = [...document.querySelectorAll(`${arguments[0]} :is(button, a, summary, label, [role=tab])`)];
            const name = (e) => (e.getAttribute('aria-label') || e.textContent).trim();
            return all.filter(e => name(e) === arguments[1] && e.checkVisibility())";
        let found = self.browser.execute(FIND, vec![part.into(), name.into()]).await?.elements()?;
        match <[WebElement; 1]>::try_from(found) {
            Ok([one]) => {
                self.rests(&one).await?;
                Ok(one)
            }
            Err(found) => Err(format!("{} controls are named {name:?} in {part}", found.len()).into()),
        }
    }

    /// Waits until an element stands still: the page may scroll smoothly, and WebKitGTK's driver would click where the
    /// element was. In a background tab nothing moves, and no frame is drawn.
    async fn rests(&self, element: &WebElement) -> Result {
        const RESTS: &str = "
            const [element, done] = arguments;
            let [place, frames] = ['', 0];
            (function again() {
                const { left, top } = element.getBoundingClientRect(), now = `${left} ${top}`;
                frames = now === place ? frames + 1 : 0;
                place = now;
                if (frames === 3 || document.hidden) done(); else requestAnimationFrame(again);
            })()";
        self.run_async(RESTS, &[element.to_json()?]).await
    }

    /// The field with this label.
    pub async fn labelled(&self, label: &str) -> Result<WebElement> {
        const FIND: &str = "
            const label = [...document.querySelectorAll('label')].find(e => e.textContent.trim() === arguments[0]);
            return label.control";
        Ok(self.browser.execute(FIND, vec![label.into()]).await?.element()?)
    }

    /// The only element that a selector finds.
    pub async fn one(&self, selector: &str) -> Result<WebElement> {
        match <[WebElement; 1]>::try_from(self.browser.find_all(By::Css(selector)).await?) {
            Ok([one]) => Ok(one),
            Err(found) => Err(format!("{} elements are {selector}", found.len()).into()),
        }
    }

    /// Clicks the only visible control with this name.
    pub async fn click(&self, name: &str) -> Result {
        self.control(name).await?.click().await?;
        Ok(())
    }

    /// Opens Find, and waits until its field has the keyboard: a driver would type sooner than any person can.
    pub async fn open_find(&self) -> Result {
        self.click("Find").await?;
        self.until("Find has the keyboard", "return document.activeElement.id === 'find-field'", &[]).await
    }

    /// Gives the keyboard to the first element that a selector finds, as if Tab had reached it.
    pub async fn reach(&self, selector: &str) -> Result {
        self.press(Key::Tab).await?;
        self.run("document.querySelector(arguments[0]).focus()", &[selector.into()]).await
    }

    /// Presses a key.
    pub async fn press(&self, key: Key) -> Result {
        self.browser.action_chain().send_keys(char::from(key).to_string()).perform().await?;
        Ok(())
    }

    /// Presses a key with one held down.
    pub async fn press_with(&self, held: Key, key: impl Into<char>) -> Result {
        let keys = self.browser.action_chain().key_down(held.clone()).send_keys(key.into().to_string()).key_up(held);
        keys.perform().await?;
        Ok(())
    }

    /// The element that has the keyboard.
    pub async fn focus(&self) -> Result<Focus> {
        const FOCUS: &str = "
            const e = document.activeElement;
            const isMarked = ({ outlineStyle, outlineWidth, boxShadow }) =>
                (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
            // A file input that is not shown is seen through its label.
            const shapes = e.type === 'file' ? [e, e.closest('label')] : [e];
            return {
                element: e.localName,
                id: e.id,
                marked: shapes.some(shape => isMarked(getComputedStyle(shape))),
            }";
        let mut focus: Focus = self.run(FOCUS, &[]).await?;
        (focus.role, focus.name) = self.said().await?;
        Ok(focus)
    }

    /// Waits until the element with the keyboard is seen, since the page may scroll to it smoothly: at least a part of
    /// it is on the screen, with nothing over it (WCAG 2.4.11).
    pub async fn focus_is_seen(&self) -> Result {
        const OVER: &str = "
            const { left, top, width, height } = document.activeElement.getBoundingClientRect();
            const over = document.elementFromPoint(left + width / 2, top + height / 2);
            return `at its middle lies ${over?.outerHTML.slice(0, 200)}`";
        const SEEN: &str = "
            const e = document.activeElement, shape = e.type === 'file' ? e.closest('label') : e;
            if (!shape.checkVisibility()) return false;
            const at = [0.1, 0.3, 0.5, 0.7, 0.9];
            return [...shape.getClientRects()].some(({ left, top, width, height }) => at.some(x => at.some(y => {
                const hit = document.elementFromPoint(left + x * width, top + y * height);
                return hit !== null && (shape.contains(hit) || hit.control === e);
            })))";
        if let Err(error) = self.until("what has the keyboard is seen", SEEN, &[]).await {
            let over: String = self.run(OVER, &[]).await?;
            return Err(format!("{over}: {error}").into());
        }
        Ok(())
    }

    /// Role and name of the element with the keyboard, as the browser gives them to a screen reader.
    async fn said(&self) -> Result<(String, String)> {
        let focused = self.browser.active_element().await?.element_id().to_string();
        let mut said = [String::new(), String::new()];
        for (part, said) in ["computedrole", "computedlabel"].into_iter().zip(&mut said) {
            *said = self.browser.handle().cmd(Computed { element: focused.clone(), part }).await?.value()?;
        }
        let [role, name] = said;
        Ok((role, name))
    }
}

/// WebDriver's commands for the role and the name of an element.
#[derive(Debug)]
struct Computed {
    element: String,
    part: &'static str,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::GET, format!("session/{session}/element/{}/{}", self.element, self.part))
    }
}
