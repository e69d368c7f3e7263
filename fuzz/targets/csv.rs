//! See `cable_fuzz::csv`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| cable_fuzz::csv(data));
