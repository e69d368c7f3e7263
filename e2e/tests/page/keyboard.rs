use crate::runner::{Group, Wants, tests};
pub const GROUP: Group = Group { name: "keyboard", browser: Wants::Any, tests: tests![] };
