//! A file name that contradicts its text. A wrong body under another telegram's name is a real error: 4 of 1,239
//! measured files hold one. For the same reason the name fills no field.

use crate::telegram_name::TelegramName;
use crate::{Cable, Code, Diagnostic};

/// The finding that `file` is named like another telegram than the one it holds.
pub fn file_name_differs(file: &str, cable: &Cable) -> Option<Diagnostic> {
    let number = cable.reference_number.as_ref()?;
    let named = TelegramName::read(file)?;
    // The number that an archive gave it is as good a name.
    let archived = cable.archive_number.as_ref().and_then(|archived| TelegramName::read(&archived.value));
    let detail = || Some(format!("The name says {named}."));
    let differs = named.differs(&number.value) && archived.as_ref() != Some(&named);
    differs.then(|| Diagnostic::new(Code::FileNameDiffers, number.raw, detail()))
}
