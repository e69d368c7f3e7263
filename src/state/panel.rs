//! The panels of the page, each a landmark with a name of its own.

/// A panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// What came in together.
    Library,
    /// Every field of the header.
    Header,
    /// The sections that are summaries.
    Summary,
    /// The sections that are comments.
    Comment,
    /// Every paragraph in order.
    Body,
    /// A tab of the inspector.
    Tab(Tab),
}

/// A tab of the inspector.
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
    /// Its name, which is the whole of its heading.
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

    /// Its name, which is also that of its panel.
    pub const fn name(self) -> &'static str {
        match self {
            Tab::Checks => "Checks",
            Tab::References => "References",
            Tab::Glossary => "Glossary",
            Tab::Source => "Source",
        }
    }
}
