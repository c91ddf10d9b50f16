//! Noticing that the log has moved: by this handle at once, by another process through the server's notification
//! (PostgreSQL) or by looking again and again (SQLite, and as a net under the notification).

use std::time::Duration;

use sqlx::AnyPool;
use sqlx::postgres::PgListener;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use crate::tables::events;
use crate::{Seq, StoreError};

/// Between two tries to listen again after the server went away.
const LISTEN_AGAIN: Duration = Duration::from_millis(500);

/// Moves the head forward, never back: news can overtake each other.
pub(crate) fn advance(head: &watch::Sender<Seq>, found: Seq) {
    head.send_if_modified(|known| {
        let news = found > *known;
        if news {
            *known = found;
        }
        news
    });
}

/// Looks again and again.
pub(crate) async fn poll(pool: AnyPool, head: watch::Sender<Seq>, every: Duration) {
    loop {
        sleep(every).await;
        // A failure passes or is met by whoever reads; watching goes on.
        if let Ok(found) = look(&pool).await {
            advance(&head, found);
        }
    }
}

/// Listens, and looks whenever nothing was heard for a while.
pub(crate) async fn listen(url: String, pool: AnyPool, head: watch::Sender<Seq>, net: Duration) {
    loop {
        if let Ok(mut listener) = subscribe(&url).await {
            // Heard, or silence for a while: look either way, as what was sent while deaf is lost.
            while let Ok(Ok(Some(_))) | Err(_) = timeout(net, listener.try_recv()).await {
                if let Ok(found) = look(&pool).await {
                    advance(&head, found);
                }
            }
        }
        if let Ok(found) = look(&pool).await {
            advance(&head, found);
        }
        sleep(LISTEN_AGAIN).await;
    }
}

async fn subscribe(url: &str) -> Result<PgListener, StoreError> {
    let mut listener = PgListener::connect(url).await?;
    let schema: String = sqlx::query_scalar("SELECT current_schema()::text")
        .fetch_one(&mut listener)
        .await?;
    listener.listen(&format!("airbridge_{schema}")).await?;
    Ok(listener)
}

async fn look(pool: &AnyPool) -> Result<Seq, StoreError> {
    let mut conn = pool.acquire().await?;
    Ok(events::head(&mut conn).await?.0)
}
