//! Counts the parser's work: the WebAssembly instructions for reading and exporting a text.
//!
//! A module's instructions under an interpreter are exact and the same everywhere. Time is neither; processor counters
//! are not available in most CI machines; counters compiled in (coverage) miss the standard library, whose searches are
//! where a quadratic scan hides.

use std::path::PathBuf;
use std::process::Command;
use wasmi::{CompilationMode, Config, Engine, Linker, Module, Store};

/// Far more than any text here takes, so that an endless loop ends too.
const FUEL: u64 = 1 << 40;

/// The parser, built as a module.
pub struct Meter {
    engine: Engine,
    module: Module,
}

impl Meter {
    /// Builds the module in a folder of its own, beside what else is being built.
    pub fn new() -> Self {
        let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("metered");
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--locked", "--release", "--package", "cable-metered"])
            .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
            .arg(&target)
            .status();
        assert!(built.is_ok_and(|status| status.success()), "`rustup target add wasm32-unknown-unknown` may help");
        let wasm = std::fs::read(target.join("wasm32-unknown-unknown/release/cable_metered.wasm")).unwrap();
        // Translated at once: translation takes fuel too.
        let mut config = Config::default();
        config.consume_fuel(true).compilation_mode(CompilationMode::Eager);
        let engine = Engine::new(&config);
        let module = Module::new(&engine, wasm).unwrap();
        Self { engine, module }
    }

    /// Reads and exports a text in a fresh instance, so that no run can change the next one's count.
    pub fn instructions(&self, text: &str) -> u64 {
        let mut store = Store::new(&self.engine, ());
        store.set_fuel(FUEL).unwrap();
        let instance = Linker::new(&self.engine).instantiate_and_start(&mut store, &self.module).unwrap();
        let room = instance.get_typed_func::<u32, u32>(&store, "room").unwrap();
        let export = instance.get_typed_func::<(), u32>(&store, "export").unwrap();
        let memory = instance.get_memory(&store, "memory").unwrap();
        let at = room.call(&mut store, text.len() as u32).unwrap();
        memory.write(&mut store, at as usize, text.as_bytes()).unwrap();
        let before = store.get_fuel().unwrap();
        assert!(export.call(&mut store, ()).unwrap() > 0, "nothing was exported");
        before - store.get_fuel().unwrap()
    }
}
