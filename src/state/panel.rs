//! The panels of the page, each a landmark of its own name.

/// A panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// What came in together.
    Library,
    /// Every field of the header.
    Header,
    /// The sections that sum up.
    Summary,
    /// The sections that comment.
    Comment,
    /// Every paragraph in order.
    Body,
    /// One of the inspector.
    Tab(Tab),
}

/// The tab that the inspector shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What was checked and repaired.
    #[default]
    Checks,
    /// What the telegram refers to.
    References,
    /// What its codes and abbreviations mean.
    Glossary,
    /// The text as it came.
    Source,
}

impl Panel {
    /// Its name, which is all that its heading says.
    pub const fn name(self) -> &'static str {
        match self {
            Panel::Library => "Library",
            Panel::Header => "Header",
            Panel::Summary => "Summary",
            Panel::Comment => "Comment",
            Panel::Body => "Body",
            Panel::Tab(tab) => tab.name(),
        }
    }

    /// Its id.
    pub fn id(self) -> String {
        self.name().to_ascii_lowercase()
    }

    /// The id of its heading, which can have the keyboard.
    pub fn heading_id(self) -> String {
        self.id() + "-heading"
    }
}

impl Tab {
    /// Every tab, in order.
    pub const ALL: [Tab; 4] = [Tab::Checks, Tab::References, Tab::Glossary, Tab::Source];

    /// Its name, which is the name of its panel.
    pub const fn name(self) -> &'static str {
        match self {
            Tab::Checks => "Checks",
            Tab::References => "References",
            Tab::Glossary => "Glossary",
            Tab::Source => "Source",
        }
    }
}
