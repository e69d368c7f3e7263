//! The end of the text: who signed, and what stands around it.
//!
//! | file | what it reads |
//! |---|---|
//! | `signature.rs` | the signature; `glued.rs`: one at the end of a sentence |
//! | `surname.rs` | whether words can be a surname; `signer.rs`: whose names a signature holds |
//! | `before.rs` | what can stand in front of a signature |
//! | `closing.rs` | rows that posts print around it: the desk, `Visit Tarsis's Website` |
//! | `message_end.rs` | the end of message, and what archives print behind it |
//! | `columns.rs` | columns of an archive's database behind the text |

mod before;
mod closing;
mod columns;
mod glued;
mod message_end;
mod signature;
mod signer;
mod surname;

pub(super) use before::{ends_section_stopped, without_label};
pub(super) use closing::{MOST_CLOSING_ROWS, invitation_inside, is_closing, is_invitation_alone, stars_above};
pub(crate) use columns::{closing_number, take_columns};
pub(super) use message_end::{closing_of_copy, end_behind, is_end_of_message};
pub(crate) use message_end::{foot_number, is_end_signal, is_ended, titled_number};
pub(super) use signature::{Ending, Signature, ending, unsigned};
pub(super) use signer::is_signer;
pub(crate) use signer::signers;
