//! The part of WebDriver BiDi that is used: a command and its answer, and the events between them. thirtyfour's own
//! implementation needs TLS, which is of no use for a connection to this machine.

use crate::Result;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::Mutex;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// A connection to the browser.
#[derive(Debug)]
pub(super) struct Bidi(Mutex<Connection>);

#[derive(Debug)]
struct Connection {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    commands: u64,
    told: Vec<Event>,
}

/// An event that the browser sent.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) method: String,
    pub(super) parameters: Value,
}

impl Bidi {
    pub(super) async fn connect(address: &str) -> Result<Self> {
        let (socket, _) = connect_async(address).await?;
        Ok(Self(Mutex::new(Connection { socket, commands: 0, told: Vec::new() })))
    }

    /// Sends a command and waits for its answer.
    pub(super) async fn send(&self, method: &str, parameters: Value) -> Result<Value> {
        self.0.lock().await.send(method, parameters).await
    }

    /// Every event until now that has not been fetched yet: an answer comes after the events before it.
    pub(super) async fn told(&self) -> Result<Vec<Event>> {
        let mut connection = self.0.lock().await;
        connection.send("session.status", json!({})).await?;
        Ok(std::mem::take(&mut connection.told))
    }
}

impl Connection {
    async fn send(&mut self, method: &str, parameters: Value) -> Result<Value> {
        self.commands += 1;
        let id = json!(self.commands);
        let command = json!({ "id": id, "method": method, "params": parameters });
        self.socket.send(Message::text(command.to_string())).await?;
        loop {
            let message = self.socket.next().await.ok_or("the browser has hung up")??;
            let Message::Text(text) = message else { continue };
            let mut message: Value = serde_json::from_str(&text)?;
            if message["id"] == id {
                return match message["error"].as_str() {
                    None => Ok(message["result"].take()),
                    Some(error) => Err(format!("{method}: {error}: {}", message["message"]).into()),
                };
            }
            if let Some(method) = message["method"].as_str().map(str::to_owned) {
                self.told.push(Event { method, parameters: message["params"].take() });
            }
        }
    }
}
