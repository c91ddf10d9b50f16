//! From where a request is: the other end of the connection, or what a proxy in front says it was.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::shared::Shared;

/// The header in which proxies say from where a request is, each at its end.
const FORWARDED: &str = "x-forwarded-for";

/// The address; `None` where there is no connection, as in tests.
pub(crate) struct Address(pub(crate) Option<IpAddr>);

impl FromRequestParts<Shared> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, shared: &Shared) -> Result<Self, Infallible> {
        let ConnectInfo(peer) = match parts.extensions.get::<ConnectInfo<SocketAddr>>() {
            Some(info) => *info,
            None => return Ok(Self(None)),
        };
        Ok(Self(Some(origin(
            peer.ip().to_canonical(),
            &parts.headers,
            &shared.settings.proxies,
        ))))
    }
}

/// The nearest address that is no proxy of ours. What stands before it in the header anybody may have written.
fn origin(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let lines = headers.get_all(FORWARDED).iter();
    let texts: Vec<&str> = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .collect();
    let mut nearest = peer;
    for text in texts.into_iter().rev() {
        if !proxies.contains(&nearest) {
            break;
        }
        let Ok(before) = text.parse::<IpAddr>() else { break };
        nearest = before.to_canonical();
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(peer: &str, forwarded: &[&str], proxies: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED, line.parse().expect("a header"));
        }
        let proxies: Vec<IpAddr> = proxies.iter().map(|text| text.parse().expect("an address")).collect();
        origin(peer.parse().expect("an address"), &headers, &proxies).to_string()
    }

    #[test]
    fn only_proxies_of_ours_are_believed() {
        assert_eq!(of("192.0.2.1", &["198.51.100.7"], &[]), "192.0.2.1");
        assert_eq!(of("127.0.0.1", &["198.51.100.7"], &["127.0.0.1"]), "198.51.100.7");
        // Whoever asks has written the first themselves.
        assert_eq!(
            of("127.0.0.1", &["203.0.113.9, 198.51.100.7"], &["127.0.0.1"]),
            "198.51.100.7"
        );
        assert_eq!(
            of("127.0.0.1", &["203.0.113.9", "198.51.100.7"], &["127.0.0.1"]),
            "198.51.100.7"
        );
        // Two of ours, one behind the other.
        let two = ["127.0.0.1", "192.0.2.80"];
        assert_eq!(of("127.0.0.1", &["198.51.100.7, 192.0.2.80"], &two), "198.51.100.7");
        assert_eq!(of("127.0.0.1", &["nonsense"], &["127.0.0.1"]), "127.0.0.1");
        assert_eq!(of("127.0.0.1", &[], &["127.0.0.1"]), "127.0.0.1");
    }
}
