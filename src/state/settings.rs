//! The reading settings. They are attributes of `<html>`, which the style sheets use; there is no other state.

use crate::platform;
use crate::storage::{self, Denied};

/// One thing that can be set.
pub struct Setting {
    /// Its attribute is `data-` plus this.
    pub name: &'static str,
    /// The name that the reader sees.
    pub label: &'static str,
    /// Each value with its name, in the order of its list. The empty one holds where there is no attribute.
    pub values: &'static [(&'static str, &'static str)],
}

/// Every setting. `src/start.js` has the same values, and ignores all others.
pub const SETTINGS: [Setting; 5] = [
    Setting { name: "theme", label: "Theme", values: &[("", "As the system"), ("light", "Light"), ("dark", "Dark")] },
    Setting { name: "width", label: "Column", values: &[("narrow", "Narrow"), ("", "Medium"), ("wide", "Wide")] },
    Setting {
        name: "size",
        label: "Size",
        values: &[("small", "Small"), ("", "Medium"), ("large", "Large"), ("larger", "Larger")],
    },
    Setting { name: "face", label: "Typeface", values: &[("", "Serif"), ("sans", "Sans serif")] },
    Setting { name: "keys", label: "Single-key shortcuts", values: &[("", "On"), ("off", "Off")] },
];

/// The attribute that is set while the settings are kept.
const KEPT: &str = "kept";

impl Setting {
    /// The index of its current value.
    pub fn chosen(&self) -> usize {
        let value = platform::root_data(self.name).unwrap_or_default();
        self.values.iter().position(|&(known, _)| known == value).unwrap_or_default()
    }

    /// Makes another of its values the current one; an error where settings are to be kept and cannot be.
    pub fn choose(&self, chosen: usize) -> Result<(), Denied> {
        let value = self.values.get(chosen).map(|&(value, _)| value).filter(|value| !value.is_empty());
        platform::set_root_data(self.name, value);
        if are_kept() { keep(true) } else { Ok(()) }
    }
}

/// Returns whether the settings are kept.
pub fn are_kept() -> bool {
    platform::root_data(KEPT).is_some()
}

/// Keeps the settings from now on, or forgets those that were kept.
pub fn keep(keeps: bool) -> Result<(), Denied> {
    let outcome = if keeps {
        storage::keep(&written(|setting| setting.chosen()))
    } else {
        storage::forget();
        Ok(())
    };
    platform::set_root_data(KEPT, (keeps && outcome.is_ok()).then_some(""));
    outcome
}

/// `theme=dark size=large`: the values that are not empty.
fn written(chosen: impl Fn(&Setting) -> usize) -> String {
    let mut out = String::new();
    for setting in &SETTINGS {
        if let Some((value, _)) = setting.values.get(chosen(setting)).filter(|(value, _)| !value.is_empty()) {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(&[setting.name, "=", value].concat());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words between double quotes of the list in `start.js`.
    fn known_to_the_script() -> Vec<&'static str> {
        let script = include_str!("../start.js");
        let list =
            script.split_once("const SETTINGS = [").and_then(|(_, rest)| rest.split_once(']')).unwrap_or_default().0;
        list.split('"').skip(1).step_by(2).collect()
    }

    #[test]
    fn the_script_knows_the_same_values() {
        let values = SETTINGS.iter().flat_map(|setting| setting.values.iter().map(|(value, _)| (setting.name, value)));
        let values = values.filter(|(_, value)| !value.is_empty());
        let values: Vec<String> = values.map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(known_to_the_script(), values);
    }

    #[test]
    fn only_what_was_changed_is_written() {
        let at = |setting: &Setting, wanted| setting.values.iter().take_while(|(value, _)| *value != wanted).count();
        assert_eq!(written(|setting| at(setting, "")), "");
        let changed = |setting: &Setting| at(setting, if setting.name == "size" { "larger" } else { "" });
        assert_eq!(written(changed), "size=larger");
    }
}
