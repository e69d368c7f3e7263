//! See `cable_fuzz::fields`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| cable_fuzz::fields(data));
