//! The preview's connections: a bounded number of them, each bounded in what it may send and how long it may take.

use super::answer::{Body, Preview, answer};
use crate::fault::Fault;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::task::AbortHandle;

/// A server with its port.
pub(super) struct Server {
    listener: TcpListener,
    /// Where it listens.
    pub(super) address: SocketAddr,
    /// The port that was asked for, where it was taken.
    pub(super) taken: Option<u16>,
}

/// So many ports are tried.
const TRIES: u16 = 100;
/// Connections that are open at once. A process may have 1,024 files by default, and needs some of them to read the site.
const MOST_CONNECTIONS: usize = 400;
/// A request's head is sent within this time, or the connection is closed.
const HEAD_TIME: Duration = Duration::from_secs(15);
/// A request's head is no longer than this.
const LARGEST_HEAD: usize = 32 << 10;
/// How often streams of events are tried, so that those whose reader is gone are let go.
const KNOCK: Duration = Duration::from_secs(20);

impl Server {
    pub(super) fn bind(host: IpAddr, port: u16) -> Result<Self, Fault> {
        let mut last = None;
        for offset in 0..TRIES {
            let Some(port_now) = port.checked_add(offset) else { break };
            let address = SocketAddr::new(host, port_now);
            let fault = |error: std::io::Error| Fault::new("listen on", address, error);
            match TcpListener::bind(address) {
                Ok(listener) => {
                    listener.set_nonblocking(true).map_err(fault)?;
                    let address = listener.local_addr().map_err(fault)?;
                    return Ok(Self { listener, address, taken: (offset > 0).then_some(port) });
                }
                Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => last = Some(error),
                Err(error) => return Err(fault(error).with_help("choose another port with `--port`, or another address with `--host`")),
            }
        }
        let cause = last.map_or_else(|| "no port is free".to_owned(), |error| error.to_string());
        Err(Fault::new("listen on", SocketAddr::new(host, port), cause).with_help("choose another port with `--port`"))
    }

    pub(super) fn run(self, preview: Arc<Preview>) -> Result<(), Fault> {
        let address = self.address;
        let fault = |error: std::io::Error| Fault::new("serve on", address, error);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(fault)?;
        runtime
            .block_on(async move {
                let listener = tokio::net::TcpListener::from_std(self.listener)?;
                tokio::spawn(knock(preview.clone()));
                accept(listener, preview).await
            })
            .map_err(fault)
    }
}

async fn knock(preview: Arc<Preview>) {
    loop {
        tokio::time::sleep(KNOCK).await;
        preview.listeners.knock();
    }
}

async fn accept(listener: tokio::net::TcpListener, preview: Arc<Preview>) -> std::io::Result<()> {
    let mut open = Connections::default();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // The machine has no file or memory left for a connection; it will.
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        let busy = Arc::new(AtomicBool::new(false));
        open.make_room();
        let (preview, at_work) = (preview.clone(), busy.clone());
        let task = tokio::spawn(async move {
            let service = service_fn(move |request| {
                let (preview, at_work) = (preview.clone(), at_work.clone());
                async move {
                    at_work.store(true, Ordering::Relaxed);
                    let response = answer(&preview, request).await;
                    // A stream of events goes on; anything else is said.
                    at_work.store(matches!(response.body(), Body::Events(_)), Ordering::Relaxed);
                    Ok::<_, Infallible>(response)
                }
            });
            // A connection that fails concerns nobody else.
            let _ = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD_TIME)
                .max_buf_size(LARGEST_HEAD)
                .half_close(false)
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
        open.push(task.abort_handle(), busy);
    }
}

/// Open connections, oldest first.
#[derive(Default)]
struct Connections(VecDeque<(AbortHandle, Arc<AtomicBool>)>);

impl Connections {
    /// Where there are too many, the oldest that is not being answered goes: readers come back, idlers do not.
    fn make_room(&mut self) {
        if self.0.len() < MOST_CONNECTIONS {
            return;
        }
        self.0.retain(|(task, _)| !task.is_finished());
        if self.0.len() >= MOST_CONNECTIONS {
            let idle = self.0.iter().position(|(_, busy)| !busy.load(Ordering::Relaxed)).unwrap_or_default();
            if let Some((task, _)) = self.0.remove(idle) {
                task.abort();
            }
        }
    }

    fn push(&mut self, task: AbortHandle, busy: Arc<AtomicBool>) {
        self.0.push_back((task, busy));
    }
}
