//! The export schema, `cable/1`: a telegram as JSON, its prose written out.
//!
//! - `schema`: the types, whose serialized form is the schema
//! - `convert`: from [`crate::Cable`] to these types
//! - `streamed`: a record of an input that was read in pieces
//! - `header`: the header as a reader sees it, line by line
//! - `plain`, `markdown`: a record as a document
//! - `block`: lines and tables of a paragraph, for both
//! - `csv`: a record as a row of a table
//! - `citation/`: how a telegram is cited, in six styles
//! - `file_name`: a file name that contradicts its text
//! - `json_schema`: places and dates in the JSON Schema (feature `schema`)

mod block;
mod citation;
mod convert;
mod csv;
mod file_name;
mod header;
#[cfg(feature = "schema")]
mod json_schema;
mod markdown;
mod plain;
mod schema;
mod streamed;

pub use citation::{Style, cite, embedded, quotation};
pub use convert::{PartOf, heading, record, references, tags};
pub use csv::{CSV_HEADER, csv_row};
pub use file_name::file_name_differs;
pub use markdown::markdown;
pub use plain::plain;
pub use schema::*;
