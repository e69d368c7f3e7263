//! `dist/` under a sub-path of a web server that only this machine can reach. It sends the right types and forbids
//! caching.

use crate::Result;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

/// The path of the page on the server: the page must not depend on being at the root.
const FOLDER: &str = "/reading/room/";

/// The address of the same page on a server that withholds the files with `part` in their names.
pub fn without(address: &str, part: &str) -> String {
    address.replace(FOLDER, &format!("/without/{part}{FOLDER}"))
}

/// A running server. It ends when this value is dropped.
#[derive(Debug)]
pub struct Server {
    /// The address of its index.
    pub address: String,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves a folder.
    pub async fn start(folder: PathBuf) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = format!("http://{}{FOLDER}", listener.local_addr()?);
        let folder = Arc::new(folder);
        let task = tokio::spawn(async move {
            // Connections end with the server.
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let folder = folder.clone();
                connections.spawn(async move {
                    let service = service_fn(move |request: Request<Incoming>| {
                        let response = answer(&folder, request.method(), request.uri().path());
                        async move { Ok::<_, Infallible>(response) }
                    });
                    // A browser that breaks off is no concern of the server's.
                    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        Ok(Self { address, task })
    }

    /// Stops the server and its connections; new ones are refused.
    pub async fn stop(self) {
        self.task.abort();
        while !self.task.is_finished() {
            tokio::task::yield_now().await;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn answer(folder: &Path, method: &Method, path: &str) -> Response<Full<Bytes>> {
    let (without, path) = match path.strip_prefix("/without/").and_then(|path| path.split_at_checked(path.find('/')?)) {
        Some((part, path)) => (Some(part), path),
        None => (None, path),
    };
    let name = path.strip_prefix(FOLDER).filter(|name| !name.contains(['/', '\\']) && *name != "..");
    let name = name.filter(|name| without.is_none_or(|part| !name.contains(part)));
    let name = name.map(|name| if name.is_empty() { "index.html" } else { name });
    let file = name.filter(|_| method == Method::GET).and_then(|name| std::fs::read(folder.join(name)).ok());
    let found = file.is_some();
    let mut response = Response::new(Full::new(Bytes::from(file.unwrap_or_default())));
    match name.filter(|_| found) {
        Some(name) => {
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind(name)));
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        None => *response.status_mut() = StatusCode::NOT_FOUND,
    }
    response
}

fn kind(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|kind| kind.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
