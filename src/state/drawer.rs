//! What is drawn out below the toolbar, one at a time: two would push the text off the screen.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawer {
    /// The ways in, above an open document.
    WaysIn,
    /// The ways out.
    Export,
    /// How the reader likes to read.
    Settings,
}

impl Drawer {
    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Drawer::WaysIn => "ways-in",
            Drawer::Export => "export",
            Drawer::Settings => "reading-settings",
        }
    }

    /// Id of its button. The keyboard goes back to it when the drawer is put away.
    pub const fn button_id(self) -> &'static str {
        match self {
            Drawer::WaysIn => "open",
            Drawer::Export => "export-button",
            Drawer::Settings => "reading-settings-button",
        }
    }
}
