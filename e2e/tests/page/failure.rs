use crate::runner::{Group, Wants, tests};
pub const GROUP: Group = Group { name: "failure", browser: Wants::Any, tests: tests![] };
