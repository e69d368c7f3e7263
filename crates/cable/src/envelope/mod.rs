//! The envelope: format lines 1 to 9 of ACP 127, from the start of transmission to the last addressee.
//!
//! `line` tells which format line a row is, and `joined` where others begin inside it. `distribution` recognizes the
//! rows in front of the envelope, and `designator` the names of posts. The other files read the format lines.

pub(crate) mod addressee;
pub(crate) mod addressees;
pub(crate) mod date_time_group;
pub(crate) mod designator;
pub(crate) mod distribution;
pub(crate) mod janap;
pub(crate) mod joined;
mod line;
pub(crate) mod transmission;

pub(crate) use distribution::{is_counter, is_distribution, is_partial_extract};
pub(crate) use line::{FormatLine, format_line, is_routing_indicator};
