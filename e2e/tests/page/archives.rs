//! Folders and archives: their contents are opened, and refusals say why.

use crate::panels::{Expected, fixture};
use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use e2e::{Artefact, Page, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub const GROUP: Group = Group {
    name: "archives",
    browser: Wants::Any,
    tests: tests![
        a_zip_of_texts,
        a_gzip_of_a_text,
        a_gzip_in_a_zip,
        damaged_and_empty,
        more_than_the_limit,
        a_dropped_folder: [DevTools],
        a_long_walk_through_a_folder,
        a_long_reading_is_broken_off,
    ],
};

/// An archive with these files.
fn zip(files: &[(&str, &[u8])]) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files {
        writer.start_file(*path, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated))?;
        writer.write_all(content)?;
    }
    Ok(writer.finish()?.into_inner())
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// Waits until the page says something about what it did not open.
async fn says(page: &Page, words: &[&str]) -> Result {
    const SAYS: &str =
        "return arguments[0].every(word => document.querySelector('[role=alert]')?.textContent.includes(word))";
    page.until(&format!("the page says {words:?}"), SAYS, &[words.into()]).await
}

async fn a_zip_of_texts(page: Page) -> Result {
    let (_, first) = fixture("sections.txt")?;
    let (_, second) = fixture("saved-page.html")?;
    let files: &[(&str, &[u8])] = &[
        ("1978/sections.txt", first.as_bytes()),
        ("__MACOSX/1978/._sections.txt", b"\0\x05\x16\x07"),
        ("1979/page.html", second.as_bytes()),
        ("1979/reef.png", b"\x89PNG\r\n\x1A\n"),
    ];
    page.drop_file("reef.zip", &zip(files)?).await?;
    page.shows(first.as_bytes()).await?;
    let seen = page.seen().await?;
    assert_eq!((seen.status("File"), seen.status("In")), ("sections.txt", "reef.zip/1978"));
    Expected::of(&first, "sections.txt")?.check(&seen);
    says(&page, &["reef.zip/1979/reef.png", "picture"]).await?;
    page.click("Next").await?;
    page.shows(second.as_bytes()).await?;
    Expected::of(&second, "page.html")?.check(&page.seen().await?);
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

async fn a_gzip_of_a_text(page: Page) -> Result {
    let (_, text) = fixture("pilcrows.txt")?;
    page.drop_file("pilcrows.txt.gz", &gzip(text.as_bytes())?).await?;
    page.shows(text.as_bytes()).await?;
    let seen = page.seen().await?;
    assert_eq!(seen.status("File"), "pilcrows.txt");
    Expected::of(&text, "pilcrows.txt")?.check(&seen);
    Ok(())
}

async fn a_gzip_in_a_zip(page: Page) -> Result {
    let (_, text) = fixture("pilcrows.txt")?;
    page.drop_file("all.zip", &zip(&[("pilcrows.txt.gz", &gzip(text.as_bytes())?)])?).await?;
    page.shows(text.as_bytes()).await?;
    assert_eq!(page.seen().await?.status("File"), "pilcrows.txt");
    Ok(())
}

async fn damaged_and_empty(page: Page) -> Result {
    let whole = zip(&[("example.txt", EXAMPLE.as_bytes())])?;
    let (mut packed, mut archive) = (gzip(EXAMPLE.as_bytes())?, whole.clone());
    packed.truncate(packed.len() / 2);
    // The first byte behind the local header.
    let data = 30 + "example.txt".len();
    archive[data + 20] ^= 0x55;
    page.open_example().await?;
    for (name, bytes, words) in [
        ("cut.gz", packed, "cut.gz cannot be unpacked"),
        ("flipped.zip", archive, "flipped.zip/example.txt cannot be unpacked"),
        ("cut.zip", whole[..whole.len() - 9].to_vec(), "cut.zip cannot be unpacked"),
        ("none.zip", zip(&[])?, "none.zip is an archive without a file"),
        (
            "reef.xlsx",
            zip(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")])?,
            "an Office document",
        ),
        ("deep.zip", zip(&[("inner.zip", &whole)])?, "deep.zip/inner.zip is a ZIP archive"),
    ] {
        page.drop_file(name, &bytes).await?;
        says(&page, &[words]).await?;
        Expected::of(EXAMPLE, "Example")?.check(&page.seen().await?);
    }
    Ok(())
}

/// A file that would unpack to more than the limit is refused as soon as that shows, and what was open stays open.
async fn more_than_the_limit(page: Page) -> Result {
    let blanks = vec![b' '; 65 * 1024 * 1024];
    page.open_example().await?;
    page.drop_file("bomb.gz", &gzip(&blanks)?).await?;
    says(&page, &["bomb.gz holds more than 64 MB when unpacked"]).await?;
    page.drop_file("bomb.zip", &zip(&[("blanks.txt", &blanks)])?).await?;
    says(&page, &["bomb.zip/blanks.txt has 65 MB; the limit is 64 MB"]).await?;
    Expected::of(EXAMPLE, "Example")?.check(&page.seen().await?);
    Ok(())
}

async fn a_dropped_folder(page: Page) -> Result {
    let (_, text) = fixture("sections.txt")?;
    let (_, other) = fixture("pilcrows.txt")?;
    let folder = tempfile::tempdir()?;
    let below = folder.path().join("tide tables/1978");
    fs::create_dir_all(&below)?;
    fs::write(below.join("sections.txt"), &text)?;
    fs::write(below.join(".hidden.txt"), "hidden")?;
    // This is more than a browser lists at a time.
    for n in 0..120 {
        fs::write(below.join(format!("z{n:03}.txt")), &other)?;
    }
    let folder = folder.path().join("tide tables");
    page.drop_paths(&[&folder]).await?;
    if page.artefact == Artefact::Offline {
        // When opened from the disk, the page is shown nothing of a dropped folder by Chromium; it says what helps.
        says(&page, &["tide tables holds no files, or none that this browser shows", "Choose a folder"]).await?;
        page.one("[webkitdirectory]").await?.send_keys(folder.to_string_lossy()).await?;
        return page.shows(text.as_bytes()).await;
    }
    page.shows(text.as_bytes()).await?;
    let seen = page.seen().await?;
    assert_eq!((seen.status("File"), seen.status("In")), ("sections.txt", "tide tables/1978"));
    let place: String = page.run("return document.querySelector('#library .panel-aside').textContent", &[]).await?;
    assert_eq!(place, "1 of 121");
    Ok(())
}

/// While a folder is searched for files, the page says how many it has found, and a screen reader hears of every
/// thousandth. Once broken off, the search stops.
async fn a_long_walk_through_a_folder(page: Page) -> Result {
    const DROP: &str = "
        window.asked = 0;
        const file = number => ({
            isDirectory: false, name: `${number}.txt`, fullPath: `/tides/${number}.txt`,
            file: take => { window.asked++ % 100 ? take(new File(['x'], 'x.txt')) : setTimeout(() => take(new File(['x'], 'x.txt')), 50) },
        });
        const folder = { isDirectory: true, name: 'tides', fullPath: '/tides', createReader: () => {
            const lists = [Array.from({ length: 9000 }, (_, number) => file(number)), []];
            return { readEntries: take => take(lists.shift()) };
        } };
        DataTransferItem.prototype.webkitGetAsEntry = () => folder;
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['x'], 'x.txt'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))";
    const SAYS: &str = "
        const seen = document.querySelector('.progress-notice p')?.textContent ?? '';
        const heard = document.querySelector('.live-region').textContent;
        return /^Reading tides: [0-9,]+ files found so far$/.test(seen) && /Reading … [1-8],000 files found so far/.test(heard)";
    const STOPPED: &str = "
        const [then] = arguments;
        const waits = document.querySelector('.progress-notice') === null && window.asked < 9000;
        const still = window.asked;
        setTimeout(() => then(waits && window.asked === still), 300)";
    page.open_example().await?;
    page.run::<()>(DROP, &[]).await?;
    page.until("it says how many are found", SAYS, &[]).await?;
    page.click("Cancel").await?;
    page.settled().await?;
    assert!(page.run_async::<bool>(STOPPED, &[]).await?, "it walks on");
    Expected::of(EXAMPLE, "Example")?.check(&page.seen().await?);
    Ok(())
}

/// The page says how far it is and can be stopped; what was open stays open.
async fn a_long_reading_is_broken_off(page: Page) -> Result {
    let (_, two) = fixture("two-telegrams.txt")?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("long.txt");
    fs::write(&path, two.repeat(60 * 1024 * 1024 / two.len()))?;
    page.open_example().await?;
    page.click("Open").await?;
    page.pick(&[&path]).await?;
    let script = "
        const cancel = [...document.querySelectorAll('.progress-notice button')][0];
        cancel?.click();
        return cancel !== undefined";
    page.until("it shows how far it is, and is broken off", script, &[]).await?;
    let script = "return document.querySelector('.progress-notice, .live-region p:not([class])') === null";
    page.until("it has stopped", script, &[]).await?;
    Expected::of(EXAMPLE, "Example")?.check(&page.seen().await?);
    // The page is as ready as before.
    page.paste(&two).await?;
    page.shows(two.as_bytes()).await
}
