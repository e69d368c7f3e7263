//! See `cable_fuzz::html`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| cable_fuzz::html(data));
