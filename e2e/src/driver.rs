//! The processes behind a browser: its WebDriver, and a virtual screen where it needs one. They end with their values.

use crate::Result;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A running WebDriver, for one browser.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
    /// The screen that its browser is shown on, if that needs one of its own.
    _display: Option<Display>,
}

/// How the port of a driver becomes known.
pub enum Port {
    /// The driver takes a free one, and prints it after these words.
    Said(&'static str),
    /// The driver is given a free one.
    Chosen,
}

/// How long a driver may take to start, or to shut down.
const PATIENCE: Duration = Duration::from_secs(10);

impl Driver {
    /// Starts the driver.
    pub fn start(program: &Path, arguments: &[&str], environment: &[(&str, &str)], port: Port) -> Result<Self> {
        let chosen = match port {
            Port::Said(_) => 0,
            Port::Chosen => TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port(),
        };
        let mut child = Command::new(program)
            .arg(format!("--port={chosen}"))
            .args(arguments)
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{} does not start: {error}", program.display()))?;
        let output = child.stdout.take().ok_or("the driver has no output")?;
        let mut output = BufReader::new(output);
        let mut driver = Self { child, port: chosen, _display: None };
        match port {
            Port::Said(words) => driver.port = said(&mut output, words)?,
            Port::Chosen => driver.listens()?,
        }
        // The driver and its browser block when the pipe is full, and may end when nobody holds it.
        thread::spawn(move || io::copy(&mut output, &mut io::sink()));
        Ok(driver)
    }

    /// Keeps a screen for as long as the driver.
    pub fn with(mut self, display: Display) -> Self {
        self._display = Some(display);
        self
    }

    /// The address that it listens on.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Waits until it listens.
    fn listens(&self) -> Result {
        let began = Instant::now();
        while let Err(error) = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) {
            if began.elapsed() > PATIENCE {
                return Err(error.into());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Asks chromedriver to end its browser and itself, which a signal would not do. Other browsers end with their
    /// session.
    fn shut_down(&self) -> io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer)?;
        Ok(answer.ends_with(b"200"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let began = Instant::now();
        if self.shut_down().unwrap_or(false) {
            while began.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
                thread::sleep(Duration::from_millis(20));
            }
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port that a driver prints: `… was started successfully on port 35017.`
fn said(output: &mut impl BufRead, words: &str) -> Result<u16> {
    for line in output.lines() {
        let line = line?;
        if let Some((_, port)) = line.rsplit_once(words) {
            return Ok(port.trim_end_matches('.').parse()?);
        }
    }
    Err("the driver ended without naming its port".into())
}

/// A screen that nobody sees.
#[derive(Debug)]
pub struct Display {
    child: Child,
    number: u32,
    _output: BufReader<ChildStdout>,
}

impl Display {
    /// Starts Xvfb on a number that is free.
    pub fn start(program: &Path) -> Result<Self> {
        let mut child = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", "1600x1300x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{} does not start: {error}", program.display()))?;
        let mut output = BufReader::new(child.stdout.take().ok_or("the screen has no output")?);
        let mut line = String::new();
        output.read_line(&mut line)?;
        Ok(Self { child, number: line.trim().parse()?, _output: output })
    }

    /// Its name for programs.
    pub fn address(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_port_is_the_one_it_names() {
        let mut chromium =
            "Starting ChromeDriver 1.2.3 on port 0\nChromeDriver was started successfully on port 35017.\n".as_bytes();
        assert_eq!(said(&mut chromium, "successfully on port ").ok(), Some(35017));
        let mut firefox = "1764088800000\tgeckodriver\tINFO\tListening on 127.0.0.1:41234\n".as_bytes();
        assert_eq!(said(&mut firefox, "Listening on 127.0.0.1:").ok(), Some(41234));
        assert!(said(&mut "Unable to start.\n".as_bytes(), "on port ").is_err());
    }

    /// A pipe holds some 64 KiB: a process that writes more into one that nobody reads blocks for ever.
    #[test]
    fn a_driver_that_writes_much_goes_on() -> Result {
        let folder = tempfile::tempdir()?;
        let (program, sign) = (folder.path().join("driver"), folder.path().join("wrote"));
        std::fs::write(&program, "#!/bin/sh\necho listening on 1\nhead -c 300000 /dev/zero\ntouch \"$2\"\n")?;
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700))?;
        let _driver = Driver::start(&program, &[&sign.to_string_lossy()], &[], Port::Said("listening on "))?;
        let began = Instant::now();
        while !sign.exists() {
            assert!(began.elapsed() < PATIENCE, "it waits for a reader");
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}
