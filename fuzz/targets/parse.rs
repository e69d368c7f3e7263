//! See `cable_fuzz::parse`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| cable_fuzz::parse(data));
