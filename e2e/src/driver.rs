//! The chromedriver process. It ends with this value, and its browsers with it.

use crate::Result;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A running chromedriver.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
    /// Held open: a program whose output nobody takes may end.
    _output: BufReader<ChildStdout>,
}

/// How long it may take to end in peace.
const PATIENCE: Duration = Duration::from_secs(10);

impl Driver {
    /// Starts it on a free port.
    pub fn start(program: &Path) -> Result<Self> {
        let mut child = Command::new(program)
            .args(["--port=0", "--log-level=SEVERE"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{} does not start: {error}", program.display()))?;
        let output = child.stdout.take().ok_or("chromedriver has no output")?;
        let mut driver = Self { child, port: 0, _output: BufReader::new(output) };
        driver.port = port(&mut driver._output)?;
        Ok(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks it to end its browsers and itself, which a signal would not.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read(&mut [0; 64]).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let began = Instant::now();
        if self.shut_down().is_ok() {
            while began.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
                thread::sleep(Duration::from_millis(20));
            }
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port that it says it took: `… was started successfully on port 35017.`
fn port(output: &mut impl BufRead) -> Result<u16> {
    for line in output.lines() {
        let line = line?;
        if let Some((_, port)) = line.rsplit_once("successfully on port ") {
            return Ok(port.trim_end_matches('.').parse()?);
        }
    }
    Err("chromedriver ended without naming its port".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_the_one_it_names() {
        let mut said =
            "Starting ChromeDriver 1.2.3 on port 0\nChromeDriver was started successfully on port 35017.\n".as_bytes();
        assert_eq!(port(&mut said).ok(), Some(35017));
        assert!(port(&mut "Unable to start.\n".as_bytes()).is_err());
    }
}
