//! See `cable_fuzz::bytes`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| cable_fuzz::bytes(data));
