//! TAGS and references, columns separated by tabs: for `sort`, `uniq -c`, `cut` and `join`.

use cable::export::Record;

/// `code  kind  meaning`
pub fn tags(record: &Record, with_cable: bool, out: &mut Vec<u8>) {
    for tag in &record.tags {
        row(record, with_cable, [&*tag.code, &name(tag.kind), tag.meaning.unwrap_or_default()], out);
    }
}

/// `number or text  kind`
pub fn references(record: &Record, with_cable: bool, out: &mut Vec<u8>) {
    for reference in &record.references {
        let what = reference.mrn.as_deref().unwrap_or(&reference.text);
        row(record, with_cable, [what, &name(reference.kind)], out);
    }
}

fn row<const N: usize>(record: &Record, with_cable: bool, columns: [&str; N], out: &mut Vec<u8>) {
    let cable = [record.mrn.as_deref().unwrap_or_default(), &*record.file];
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
