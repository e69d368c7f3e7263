//! Screens.

/// A screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The width.
    pub width: u32,
    /// The height.
    pub height: u32,
}

/// A desk's screen.
pub const DESK: Screen = Screen { width: 1440, height: 900 };
/// A tablet, upright.
pub const TABLET: Screen = Screen { width: 820, height: 1180 };
/// A phone.
pub const PHONE: Screen = Screen { width: 390, height: 844 };
/// The pixels left of a screen of 1280 at 400 % zoom (WCAG 1.4.10).
pub const NARROW: Screen = Screen { width: 320, height: 640 };
