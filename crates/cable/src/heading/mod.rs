//! Reads the fields of the text header: format line 12 of ACP 127, from the classification line to the one that says
//! who classified the telegram.
//!
//! Each parser is a function from the logical text of its field to values with the bytes they came from. None of them
//! fails: anything that cannot be read is left out, because a wrong value is worse than none.
//!
//! | file | what it reads |
//! |---|---|
//! | `classification.rs` | the classification line: level and caveats; `classification/damaged.rs`: with wrong letters |
//! | `classification/number.rs` | its second half: sections, post and number; `from_sender.rs`: by who sent it |
//! | `label.rs` | which field a row begins; `label/misprint.rs`: with wrong letters |
//! | `joined.rs` | where a row without a label has to be cut (`SIPDIS STATE FOR EUR`) |
//! | `caption.rs` | lines of captions (`SIPDIS`) |
//! | `handling.rs` | captions, marks and instructions in one row |
//! | `passing.rs` | passing instructions, and lines that go on with one |
//! | `executive_order.rs` | `E.O. 12958: DECL: 06/01/2019` |
//! | `tags.rs` | `TAGS: PREL, PGOV, MU`; `tags/word.rs`: the words of the list |
//! | `subject.rs` | the subject and its mark |
//! | `references.rs` | `REF: A. TARSIS 138`: the list; `lettering.rs`: its letters; `reference.rs`: one of them |
//! | `classified_by.rs` | who classified it; `person.rs`: name and title; `reasons.rs`: why (`1.4(b)`) |
//! | `marked_sentence.rs` | a mark and a sentence, with which the text begins |
//! | `cursor.rs`, `spelled.rs`, `written_date.rs` | shared: reading left to right, spaced letters, days as headers write them |

mod caption;
mod classification;
mod classified_by;
mod cursor;
mod executive_order;
mod handling;
mod joined;
mod label;
mod lettering;
mod marked_sentence;
pub(crate) mod passing;
mod person;
mod reasons;
mod reference;
mod references;
mod spelled;
mod subject;
mod tags;
mod written_date;

pub(crate) use caption::{
    CORRECTION, LIMITED, SIPDIS, behind_distribution, captions, correction, correction_at, is_correction,
    is_open_caption,
};
pub(crate) use classification::{
    ClassificationLine, Numbered, banner, classification, classification_by_place, is_post_and_number, numbering,
    numbering_of,
};
pub(crate) use classified_by::{Classified, classified_by, cuts_word};
pub(crate) use executive_order::{begins_value, executive_order};
pub(crate) use handling::{SENSITIVE, handling, is_misspelt_caption, is_release};
pub(crate) use joined::{
    gives_number, has_low_number, joined_classification, names_telegram, numbered, order, unlabelled,
};
pub(crate) use label::{
    Label, codes_below_order, codes_by_place, is_caption, is_misspelt, is_tag_row, label, may_hold_tags,
    order_by_place, subject_by_place,
};
pub(crate) use lettering::{begins_list, is_lettered, is_numbered_below};
pub(crate) use marked_sentence::{is_marked_sentence, sentence_behind_mark};
pub(crate) use reasons::{gives_reasons, reasons};
pub(crate) use reference::{kind as reference_kind, names_message, reference_number};
pub(crate) use references::{Context, are_telegrams, list_by_place, references};
pub(crate) use subject::subject;
pub(crate) use tags::{TagRepeat, ends_term, tags};
pub(crate) use written_date::{date_shape, written_date};
