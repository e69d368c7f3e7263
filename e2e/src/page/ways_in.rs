//! How a text comes in: the five ways that a person has.

use super::{Key, Page};
use crate::Result;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::Path;
use thirtyfour::By;

/// The label of the text field.
const FIELD: &str = "Text of a telegram";

impl Page {
    /// Pastes a text where the keyboard is.
    pub async fn paste(&self, text: &str) -> Result {
        const PASTE: &str = "
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', arguments[0]);
            const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
            // Firefox empties what its constructor is given.
            Object.defineProperty(event, 'clipboardData', { value: clipboardData });
            (document.activeElement || document.body).dispatchEvent(event)";
        self.run(PASTE, &[text.into()]).await
    }

    /// Drops a file onto the middle of the page.
    pub async fn drop_file(&self, name: &str, bytes: &[u8]) -> Result {
        const DROP: &str = "
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([new Uint8Array(arguments[1])], arguments[0]));
            for (const type of ['dragenter', 'dragover', 'drop']) {
                const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
                document.getElementById('main').dispatchEvent(event);
            }";
        self.run(DROP, &[name.into(), json!(bytes)]).await
    }

    /// Drops files and folders from the disk onto the middle of the page, as a file manager does.
    pub async fn drop_paths(&self, paths: &[&Path]) -> Result {
        let files: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
        for kind in ["dragEnter", "dragOver", "drop"] {
            let data = json!({ "items": [], "files": files, "dragOperationsMask": 1 });
            let event = json!({ "type": kind, "x": 200, "y": 200, "data": data });
            self.browser.cdp().send_raw("Input.dispatchDragEvent", event).await?;
        }
        Ok(())
    }

    /// Chooses files with the file picker.
    pub async fn pick(&self, files: &[&Path]) -> Result {
        let files: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        self.browser.find(By::Css("input[type=file]")).await?.send_keys(files.join("\n")).await?;
        Ok(())
    }

    /// Types into the text field, character by character. A line ends with a key: WebKitGTK's driver types no line
    /// feed.
    pub async fn type_into_field(&self, text: &str) -> Result {
        self.labelled(FIELD).await?.send_keys(text.replace('\n', &char::from(Key::Return).to_string())).await?;
        Ok(())
    }

    /// Puts a text into the text field, as typing it would, and uses the button beside it.
    pub async fn open_typed(&self, text: &str) -> Result {
        const TYPE: &str = "
            arguments[0].focus();
            arguments[0].value = arguments[1];
            arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true }))";
        let field = self.labelled(FIELD).await?;
        self.run::<()>(TYPE, &[field.to_json()?, text.into()]).await?;
        self.within("form", "Open").await?.click().await?;
        Ok(())
    }

    /// Uses the button that opens the example.
    pub async fn open_example(&self) -> Result {
        self.click("Open the example").await?;
        self.until("the example is open", IS_OPEN, &["Example".into()]).await?;
        self.settled().await
    }

    /// Waits until these bytes are open.
    pub async fn shows(&self, bytes: &[u8]) -> Result {
        const DIGEST: &str =
            "return [...document.querySelectorAll('footer dd')].some(dd => dd.textContent === arguments[0])";
        let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        self.until("the text is open", DIGEST, &[digest.into()]).await?;
        self.settled().await
    }
}

const IS_OPEN: &str = "
    const file = [...document.querySelectorAll('footer dt')].find(dt => dt.textContent === 'File');
    return file?.nextElementSibling.textContent === arguments[0]";
