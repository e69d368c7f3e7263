//! The export schema, `cable/1`: a telegram as JSON, its prose written out.
//!
//! - `schema`: the types; what they write is the schema
//! - `convert`: from [`crate::Cable`] to these types
//! - `file_name`: what a file name says against its text
//! - `json_schema`: places and dates in the JSON Schema (feature `schema`)

mod convert;
mod file_name;
#[cfg(feature = "schema")]
mod json_schema;
mod schema;

pub use convert::{PartOf, record};
pub use file_name::file_name_differs;
pub use schema::*;
