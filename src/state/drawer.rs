//! The drawers below the toolbar. Only one is open at a time: two would push the text off the screen.

/// A drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawer {
    /// The ways in, above an open document.
    WaysIn,
    /// The ways to copy and save the telegram.
    Export,
    /// The reading settings.
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

    /// The id of its button. The keyboard goes back to it when the drawer is put away.
    pub const fn button_id(self) -> &'static str {
        match self {
            Drawer::WaysIn => "open",
            Drawer::Export => "export-button",
            Drawer::Settings => "reading-settings-button",
        }
    }
}
