//! Closures that move clones into themselves.

/// A closure that takes clones of the variables listed: `cloned!([act], move |_| act.emit(action))`.
macro_rules! cloned {
    ([$($name:ident),+], $closure:expr) => {{
        $(let $name = $name.clone();)+
        $closure
    }};
}
