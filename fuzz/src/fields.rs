use crate::hold::hold;

/// The separator between two fields of the input.
const SEPARATOR: char = '\u{1F}';

/// The places for fields of the input in a sound telegram: in front of each, the words that lead to its reader.
const FIELDS: &[&str] = &[
    "VZCZCXRO0417\nRR RUEH",
    "\nDE RUEHXY #0417",
    "\nZNY CCCCC ",
    "\nR ",
    "\nFM ",
    "\nTO ",
    "\nINFO ",
    "\n\nC O N F I D E N T I A L ",
    "\n\nSIPDIS\n",
    "\n\nE.O. 12958: ",
    "\nTAGS: ",
    "\nSUBJECT: ",
    "\n\nREF: ",
    "\n\nClassified By: ",
    "\n\n¶1. ",
    "\n\n¶2. (C) Comment: ",
    "\n",
];

/// What a field holds when the input has no more.
const SOUND: &[&str] = &[
    "AB RUEHCD",
    "/01 0061130",
    "ZZH",
    "061130Z JAN 09",
    "AMEMBASSY TARSIS",
    "RUEHC/SECSTATE WASHDC 0417",
    "RUEHXX/AMEMBASSY LYDDA",
    "SECTION 01 OF 02 TARSIS 000417",
    "DEPT FOR NEA/ARP",
    "DECL: 01/05/2019",
    "PREL, PGOV",
    "THE QUAY IN WINTER",
    "A. TARSIS 12",
    "DCM Ignatius Crowe for reasons 1.4 (b) and (d).",
    "(C) Summary: The council met. End summary.",
    "Nobody came.",
    "CROWE",
];

/// Any values in the fields of an otherwise sound telegram.
pub fn fields(data: &[u8]) {
    let input = String::from_utf8_lossy(data);
    let mut values = input.split(SEPARATOR);
    let mut text = String::new();
    for (lead, sound) in FIELDS.iter().zip(SOUND) {
        text.push_str(lead);
        text.push_str(values.next().filter(|value| !value.is_empty()).unwrap_or(sound));
    }
    hold(&text);
}
