//! Pictures of the page, reduced in order to be kept and compared.

use crate::Result;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::Path;

/// The number of pixels, across and down, that become one.
const REDUCED: usize = 6;
/// How much a colour may differ, of 255: another version of a browser draws the edges of letters differently.
const TOLERANCE: u8 = 32;
/// How many pixels of a thousand may differ by more.
const ALLOWED: usize = 5;

/// A picture, with red, green and blue for each pixel, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
}

impl Picture {
    /// Reads a PNG of eight bits per colour.
    ///
    /// # Errors
    /// When it cannot be read, or has grey or indexed colours.
    pub fn read(path: &Path) -> Result<Self> {
        let mut reader = png::Decoder::new(BufReader::new(File::open(path)?)).read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().ok_or("the picture is too large")?];
        let info = reader.next_frame(&mut bytes)?;
        let colours = match (info.color_type, info.bit_depth) {
            (png::ColorType::Rgb, png::BitDepth::Eight) => 3,
            (png::ColorType::Rgba, png::BitDepth::Eight) => 4,
            other => return Err(format!("{}: {other:?} is not read", path.display()).into()),
        };
        let rgb = bytes.chunks_exact(colours).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        Ok(Self { width: info.width as usize, height: info.height as usize, rgb })
    }

    /// Writes it as a PNG.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&self, path: &Path) -> Result {
        fs::create_dir_all(path.parent().ok_or("a file has a folder")?)?;
        let file = BufWriter::new(File::create(path)?);
        let mut encoder = png::Encoder::new(file, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        encoder.write_header()?.write_image_data(&self.rgb)?;
        Ok(())
    }

    /// The picture at a sixth of its width and height; each pixel is the mean of those that it stands for.
    pub fn reduced(&self) -> Self {
        let (width, height) = (self.width / REDUCED, self.height / REDUCED);
        let mean = |row: usize, column: usize, colour: usize| {
            let rows = (row * REDUCED..(row + 1) * REDUCED).map(|row| row * self.width);
            let all = rows.flat_map(|row| (column * REDUCED..(column + 1) * REDUCED).map(move |column| row + column));
            let sum: usize = all.map(|pixel| usize::from(self.rgb[pixel * 3 + colour])).sum();
            (sum / (REDUCED * REDUCED)) as u8
        };
        let pixels = (0..height).flat_map(|row| (0..width).map(move |column| (row, column)));
        let rgb = pixels.flat_map(|(row, column)| [0, 1, 2].map(|colour| mean(row, column, colour))).collect();
        Self { width, height, rgb }
    }

    /// Returns whether a person would say that it shows something else.
    pub fn differs(&self, other: &Self) -> bool {
        if (self.width, self.height) != (other.width, other.height) {
            return true;
        }
        let pixels = self.rgb.chunks_exact(3).zip(other.rgb.chunks_exact(3));
        let far = |(one, other): &(&[u8], &[u8])| one.iter().zip(*other).any(|(a, b)| a.abs_diff(*b) > TOLERANCE);
        pixels.filter(far).count() * 1000 > self.width * self.height * ALLOWED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grey picture with a black square of so many pixels a side.
    fn square(side: usize) -> Picture {
        let grey = |row: usize, column: usize| if row < side && column < side { 0 } else { 200 };
        let pixels = (0..60).flat_map(|row| (0..90).map(move |column| (row, column)));
        Picture { width: 90, height: 60, rgb: pixels.flat_map(|(row, column)| [grey(row, column); 3]).collect() }
    }

    #[test]
    fn what_has_moved_differs() {
        let small = square(12).reduced();
        assert_eq!((small.width, small.height, small.rgb.len()), (15, 10, 450));
        assert!(small.differs(&square(18).reduced()), "five pixels more are black");
        assert!(!small.differs(&square(12).reduced()));
        assert!(!square(0).reduced().differs(&square(1).reduced()), "the edge of a letter");
        assert!(small.differs(&square(12)), "another size");
    }

    #[test]
    fn what_is_written_is_read() -> Result {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("new").join("square.png");
        square(7).write(&path)?;
        assert_eq!(Picture::read(&path)?, square(7));
        Ok(())
    }
}
