//! Short names by which the glue and the program know each other. wasm-bindgen ends each name with sixteen digits that
//! tell apart several versions of a crate in one program. The digits do not compress, and they are in both files.

use regex_lite::Regex;
use std::collections::{HashMap, HashSet};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser};

/// Maps the names that wasm-bindgen gave to shorter ones.
pub struct Names(HashMap<String, String>);

impl Names {
    /// The names in the glue: without the digits, and with a number where several would be equal.
    pub fn of(glue: &str) -> Result<Self, String> {
        let digits = digits()?;
        let mut short = HashMap::new();
        let mut taken = HashSet::new();
        for found in digits.captures_iter(glue) {
            let (name, [bare]) = found.extract();
            if short.contains_key(name) {
                continue;
            }
            let numbered = (2..).map(|number| format!("{bare}_{number}"));
            let free = std::iter::once(bare.to_owned()).chain(numbered).find(|name| !taken.contains(name));
            let free = free.ok_or("there is no end of numbers")?;
            taken.insert(free.clone());
            short.insert(name.to_owned(), free);
        }
        Ok(Self(short))
    }

    /// The glue with the short names.
    pub fn in_glue(&self, glue: &str) -> Result<String, String> {
        let digits = digits()?;
        Ok(digits.replace_all(glue, |found: &regex_lite::Captures| self.short(&found[0]).to_owned()).into_owned())
    }

    /// The program with the short names for what it imports.
    pub fn in_program(&self, program: &[u8]) -> Result<Vec<u8>, String> {
        let mut module = Module::new();
        let read = utils::parse_core_module(&mut Renamed(self), &mut module, Parser::new(0), program);
        read.map_err(|error| format!("the program cannot be read: {error}"))?;
        Ok(module.finish())
    }

    fn short<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }
}

fn digits() -> Result<Regex, String> {
    Regex::new(r"\b(__wbg_\w+)_[0-9a-f]{16}\b").map_err(|error| error.to_string())
}

struct Renamed<'a>(&'a Names);

impl Reencode for Renamed<'_> {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            imports.import(import.module, self.0.short(import.name), self.entity_type(import.ty)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, GlobalType, ValType};

    const GLUE: &str =
        "__wbg_a_0123456789abcdef: 1, __wbg_a_fedcba9876543210: 2, __wbg_a_2_0123456789abcdef: 3, __wbg_b: 4";

    #[test]
    fn names_are_short_and_stay_apart() {
        let glue = Names::of(GLUE).and_then(|names| names.in_glue(GLUE));
        assert_eq!(glue.as_deref(), Ok("__wbg_a: 1, __wbg_a_2: 2, __wbg_a_2_2: 3, __wbg_b: 4"));
    }

    #[test]
    fn the_program_has_the_same() {
        let mut imports = ImportSection::new();
        let global = GlobalType { val_type: ValType::I32, mutable: false, shared: false };
        for name in ["__wbg_a_fedcba9876543210", "memory"] {
            imports.import("glue", name, EntityType::Global(global));
        }
        let mut module = Module::new();
        module.section(&imports);
        let renamed = Names::of(GLUE).and_then(|names| names.in_program(&module.finish())).unwrap_or_default();
        let text = String::from_utf8_lossy(&renamed);
        assert!(text.contains("__wbg_a_2") && text.contains("memory") && !text.contains("fedc"), "{text}");
        assert!(Names::of(GLUE).is_ok_and(|names| names.in_program(b"no program").is_err()));
    }
}
