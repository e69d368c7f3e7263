use crate::runner::{Group, Wants, tests};
pub const GROUP: Group = Group { name: "layout", browser: Wants::Any, tests: tests![] };
