//! jq, as far as the document's examples need it: `jq -r FILTER`, and `jq -rs FILTER` over all values at once.

use jaq_core::load::{Arena, File, Loader};
use jaq_core::{Compiler, Ctx, Vars, data, unwrap_valr};
use jaq_json::{Val, read};

/// What a filter prints for a sequence of JSON values.
pub fn jq(flags: &str, filter: &str, input: &[u8]) -> String {
    let definitions = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs());
    let functions = jaq_core::funs().chain(jaq_std::funs()).chain(jaq_json::funs());
    let arena = Arena::default();
    let modules = Loader::new(definitions).load(&arena, File { code: filter, path: () }).expect(filter);
    let filter = Compiler::default().with_funs(functions).compile(modules).expect(filter);
    let values = read::parse_many(input).map(|value| value.expect("JSON"));
    let values: Vec<Val> = match flags {
        "-r" => values.collect(),
        "-rs" => vec![values.collect()],
        _ => panic!("no jq with {flags}"),
    };
    let run = |value: Val| {
        let context = Ctx::<data::JustLut<Val>>::new(&filter.lut, Vars::new([]));
        filter.id.run((context, value)).map(unwrap_valr).collect::<Vec<_>>()
    };
    let printed = values.into_iter().flat_map(run).map(|value| match value.expect("a value") {
        Val::TStr(text) => String::from_utf8_lossy(&text).into_owned() + "\n",
        value => format!("{value}\n"),
    });
    printed.collect()
}
