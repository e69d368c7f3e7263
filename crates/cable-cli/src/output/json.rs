//! A record as JSON on one line, written straight into memory.
//!
//! Most of a record is prose, and most of prose has nothing to escape: it is looked at in stretches and copied whole.
//! What is written is what serde_json writes.

use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use std::fmt::Error;

/// Appends `record`.
pub fn write(out: &mut Vec<u8>, record: &impl Serialize) -> Result<(), Error> {
    record.serialize(Json(out))
}

/// Bytes that are looked at in one go: the compiler makes vector instructions of it.
const STRETCH: usize = 32;

/// Where the next byte stands that cannot be written as it is.
fn special(bytes: &[u8]) -> Option<usize> {
    let is_special = |byte: &u8| (*byte < b' ') | (*byte == b'"') | (*byte == b'\\');
    let holds = |stretch: &[u8; STRETCH]| stretch.iter().fold(false, |any, byte| any | is_special(byte));
    let mut start: usize = 0;
    while bytes.get(start..).and_then(<[u8]>::first_chunk).is_some_and(|stretch| !holds(stretch)) {
        start = start.saturating_add(STRETCH);
    }
    bytes.get(start..)?.iter().position(is_special).map(|into| start.saturating_add(into))
}

struct Json<'o>(&'o mut Vec<u8>);

impl Json<'_> {
    fn text(&mut self, text: &str) {
        self.0.push(b'"');
        let mut rest = text.as_bytes();
        while let Some((plain, (byte, behind))) = special(rest)
            .and_then(|at| rest.split_at_checked(at))
            .and_then(|(plain, rest)| Some((plain, rest.split_first()?)))
        {
            self.0.extend_from_slice(plain);
            self.escape(*byte);
            rest = behind;
        }
        self.0.extend_from_slice(rest);
        self.0.push(b'"');
    }

    fn escape(&mut self, byte: u8) {
        let letter = match byte {
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0C => b'f',
            _ => {
                let digit = |half: u8| if half < 10 { b'0' | half } else { b'`' | half.saturating_sub(9) };
                self.0.extend_from_slice(b"\\u00");
                return self.0.extend([digit(byte >> 4), digit(byte & 0xF)]);
            }
        };
        self.0.extend([b'\\', letter]);
    }

    fn number(&mut self, number: u64) {
        if number > 9 {
            self.number(number / 10);
        }
        self.0.push(b'0' | (number % 10) as u8);
    }
}

/// A list or an object that is being written.
struct Items<'o> {
    out: &'o mut Vec<u8>,
    /// What closes it.
    end: u8,
    is_first: bool,
}

impl<'o> Items<'o> {
    fn new(out: &'o mut Vec<u8>, [start, end]: [u8; 2]) -> Self {
        out.push(start);
        Self { out, end, is_first: true }
    }

    fn item(&mut self, key: &str, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        if !std::mem::replace(&mut self.is_first, false) {
            self.out.push(b',');
        }
        if self.end == b'}' {
            // The name of a field has nothing to escape.
            self.out.push(b'"');
            self.out.extend_from_slice(key.as_bytes());
            self.out.extend_from_slice(b"\":");
        }
        value.serialize(Json(self.out))
    }

    fn close(self) -> Result<(), Error> {
        self.out.push(self.end);
        Ok(())
    }
}

impl SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.item("", value)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeTuple for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.item("", value)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeStruct for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        self.item(key, value)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

/// What no record holds is an error: signed numbers, fractions, maps, and enums with something inside.
impl<'o> Serializer for Json<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'o>;
    type SerializeTuple = Items<'o>;
    type SerializeStruct = Items<'o>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_str(mut self, text: &str) -> Result<(), Error> {
        self.text(text);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.0.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_u64(mut self, value: u64) -> Result<(), Error> {
        self.number(value);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'o>, Error> {
        Ok(Items::new(self.0, *b"[]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'o>, Error> {
        Ok(Items::new(self.0, *b"[]"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'o>, Error> {
        Ok(Items::new(self.0, *b"{}"))
    }

    fn serialize_i8(self, _: i8) -> Result<(), Error> {
        none()
    }

    fn serialize_i16(self, _: i16) -> Result<(), Error> {
        none()
    }

    fn serialize_i32(self, _: i32) -> Result<(), Error> {
        none()
    }

    fn serialize_i64(self, _: i64) -> Result<(), Error> {
        none()
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        none()
    }

    fn serialize_f64(self, _: f64) -> Result<(), Error> {
        none()
    }

    fn serialize_char(self, _: char) -> Result<(), Error> {
        none()
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        none()
    }

    fn serialize_unit(self) -> Result<(), Error> {
        none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        none()
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        none()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        none()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        none()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        none()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        none()
    }
}

fn none<T>() -> Result<T, Error> {
    Err(Error::custom("no record holds it"))
}

#[cfg(test)]
mod tests {
    use super::write;

    #[track_caller]
    fn check(value: &impl serde::Serialize) {
        let mut out = Vec::new();
        assert!(write(&mut out, value).is_ok());
        assert_eq!(String::from_utf8(out).ok(), serde_json::to_string(value).ok());
    }

    #[test]
    fn writes_what_serde_json_writes() {
        let every: String = (0..=0x2FF_u32).filter_map(char::from_u32).collect();
        let long = "There is nothing to be seen in a harbour by night but lamps. ".repeat(5);
        for text in ["", "\"", "plain", &every, &long, &format!("{long}\"{long}\\\n{long}"), "é\u{7F}\u{FFFD}"] {
            check(&text);
        }
        check(&[0_u64, 9, 10, 417, u64::MAX]);
        check(&(Some(1_u8), None::<u8>, [true, false]));
    }

    #[test]
    fn writes_records() {
        let text = "R 101200Z JUN 09\nFM AMEMBASSY TARSIS\nTO RUEHC/SECSTATE WASHDC 4711\n\nUNCLAS TARSIS 000417\n\n\
                    TAGS: PREL, PREL\nSUBJECT: \"ROPES\"\n\n1. (U) Summary: They are\n\n- new, and\n- long. End summary.\n";
        for text in [text, "", "No telegram."] {
            let part = cable::export::PartOf { index: 1, of: 2 };
            check(&cable::export::record(text, &cable::parse(text), "\u{1}.txt", part));
        }
    }
}
