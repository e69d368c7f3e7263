//! `cargo xtask fuzz TARGET SECONDS`: looks for inputs that break a target.

use crate::process::{cargo, output, root, run};
use std::fs;
use std::process::Command;

/// Coverage as libFuzzer reads it, from passes that the stable compiler has, and checks as in a debug build.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 -Cdebug-assertions -Coverflow-checks \
    -Cpanic=abort --cfg fuzzing";

/// Builds the target and runs it for so many seconds, on inputs from the repository and from earlier runs.
pub fn fuzz(target: &str, seconds: u32) -> Result<(), String> {
    let names: Vec<&str> = cable_fuzz::TARGETS.iter().map(|(name, _)| *name).collect();
    if !names.contains(&target) {
        return Err(format!("there is no target `{target}`; there are {}", names.join(", ")));
    }
    let folder = root().join("target/fuzz");
    // With a platform named, the flags are not used for build scripts.
    let platform = output(Command::new("rustc").args(["--print", "host-tuple"])).ok_or("rustc does not answer")?;
    let build = ["build", "--release", "--package", "cable-fuzz", "--features", "libfuzzer", "--bin", target];
    run(
        cargo()
            .args(build)
            .args(["--target", &platform, "--target-dir"])
            .arg(folder.join("build"))
            .env("RUSTFLAGS", FLAGS)
            .env("CARGO_PROFILE_RELEASE_LTO", "false"),
        "the target cannot be built",
    )?;
    let (found, broken) = (folder.join(target).join("found"), folder.join(target).join("broken"));
    for made in [&found, &broken] {
        fs::create_dir_all(made).map_err(|error| format!("{}: {error}", made.display()))?;
    }
    // Runs of several targets at a time have a dictionary each.
    let dictionary = folder.join(target).join("words.dict");
    fs::write(&dictionary, words()).map_err(|error| format!("{}: {error}", dictionary.display()))?;
    run(
        Command::new(folder.join("build").join(platform).join("release").join(target))
            .arg(&found)
            .arg(root().join("fuzz/corpus").join(target))
            .arg(format!("-dict={}", dictionary.display()))
            .arg(format!("-artifact_prefix={}/", broken.display()))
            .arg(format!("-max_total_time={seconds}"))
            .args(["-max_len=4096", "-timeout=10", "-print_final_stats=1"]),
        &format!("an input breaks `{target}`; it lies in {}", broken.display()),
    )
}

/// The parser's own words in libFuzzer's spelling.
fn words() -> String {
    let escaped = |byte: u8| match byte {
        b' '..=b'~' if !matches!(byte, b'"' | b'\\') => char::from(byte).to_string(),
        _ => format!("\\x{byte:02x}"),
    };
    let line = |word: &String| format!("\"{}\"\n", word.bytes().map(escaped).collect::<String>());
    cable_fuzz::literals::literals().iter().map(line).collect()
}
