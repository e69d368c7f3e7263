//! A browser that refuses storage: the page needs none.

use crate::panels::Expected;
use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use e2e::{Artefact, Page, Result};

pub const GROUP: Group =
    Group { name: "storage", browser: Wants::WithoutStorage, tests: tests![blocked_is_no_hindrance] };

async fn blocked_is_no_hindrance(page: Page) -> Result {
    const REFUSED: &str = "try { localStorage.length; return false } catch { return true }";
    if page.artefact == Artefact::Served {
        assert!(page.run::<bool>(REFUSED, &[]).await?, "the browser refuses storage, or this proves nothing");
    }
    page.open_example().await?;
    Expected::of(EXAMPLE, "Example")?.check(&page.seen().await?);
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}
