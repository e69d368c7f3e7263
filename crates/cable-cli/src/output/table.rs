//! TAGS and references, columns separated by tabs: for `sort`, `uniq -c`, `cut` and `join`.

use crate::input::Telegram;
use cable::export;

/// `code  kind  meaning`
pub fn tags(telegram: &Telegram, with_cable: bool, out: &mut Vec<u8>) {
    for tag in export::tags(&telegram.cable) {
        row(telegram, with_cable, [&*tag.code, &name(tag.kind), tag.meaning.unwrap_or_default()], out);
    }
}

/// `number or text  kind`
pub fn references(telegram: &Telegram, with_cable: bool, out: &mut Vec<u8>) {
    for reference in export::references(&telegram.cable) {
        let what = reference.mrn.as_deref().unwrap_or(&reference.text);
        row(telegram, with_cable, [what, &name(reference.kind)], out);
    }
}

fn row<const N: usize>(telegram: &Telegram, with_cable: bool, columns: [&str; N], out: &mut Vec<u8>) {
    let mrn = if with_cable { telegram.cable.mrn() } else { None };
    let cable = [mrn.as_deref().unwrap_or_default(), telegram.file()];
    let columns = cable.into_iter().filter(|_| with_cable).chain(columns);
    for (index, column) in columns.enumerate() {
        if index > 0 {
            out.push(b'\t');
        }
        // A column can hold a tab or a line end, as in a file's name.
        out.extend(column.bytes().map(|byte| if matches!(byte, b'\t' | b'\n' | b'\r') { b' ' } else { byte }));
    }
    out.push(b'\n');
}

/// The name that the export gives to a kind.
fn name(kind: impl serde::Serialize) -> String {
    serde_json::to_value(kind).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}
