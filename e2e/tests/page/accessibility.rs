use crate::runner::{Group, Wants, tests};
pub const GROUP: Group = Group { name: "accessibility", browser: Wants::Any, tests: tests![] };
