//! A small HTTP/1.1 client over loopback: one connection, kept open; answers have a length.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

/// Longer than the server itself allows a request.
const PATIENCE: Duration = Duration::from_secs(40);

/// Bytes of an answer at most.
const LONGEST: usize = 64 * 1024 * 1024;

/// Headers of a request, by name.
pub type Headers<'a> = &'a [(&'a str, &'a str)];

/// A connection to a server, opened when it is first needed and again after it broke.
pub struct Client {
    address: String,
    stream: Option<BufReader<TcpStream>>,
}

/// What a server said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    /// Its status.
    pub status: u16,
    /// Its tag.
    pub etag: Option<String>,
    /// Where the new thing is.
    pub location: Option<String>,
    body: Vec<u8>,
}

impl Reply {
    /// Whether what was asked is done.
    pub fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// It is none.
    pub fn json(&self) -> Result<Value> {
        serde_json::from_slice(&self.body).context("the answer is no JSON")
    }

    /// The beginning of the body, as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).chars().take(400).collect()
    }

    /// The body as text.
    pub fn whole(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The answer, if it is a good one.
    ///
    /// # Errors
    ///
    /// It is not; with what the server said.
    pub fn good(self) -> Result<Self> {
        ensure!(self.is_good(), "the server said {}: {}", self.status, self.text());
        Ok(self)
    }
}

impl Client {
    /// To a server at an address.
    pub fn new(address: impl Into<String>) -> Self {
        Self {
            address: address.into(),
            stream: None,
        }
    }

    /// Asks, and reads the whole answer. After an error the connection is another one.
    ///
    /// # Errors
    ///
    /// The server does not answer.
    pub fn ask(&mut self, method: &str, path: &str, headers: Headers<'_>, body: &[u8]) -> Result<Reply> {
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => self.connect()?,
        };
        let (reply, stays) = exchange(&mut stream, &self.address, (method, path), headers, body)?;
        if stays {
            self.stream = Some(stream);
        }
        Ok(reply)
    }

    /// Reads something.
    ///
    /// # Errors
    ///
    /// The server does not answer.
    pub fn get(&mut self, token: &str, path: &str) -> Result<Reply> {
        self.ask("GET", path, &[("authorization", &bearer(token))], &[])
    }

    /// Sends JSON, with further headers.
    ///
    /// # Errors
    ///
    /// The server does not answer.
    pub fn send(&mut self, token: &str, to: (&str, &str), body: &Value, more: Headers<'_>) -> Result<Reply> {
        let bearer = bearer(token);
        let mut headers = vec![("authorization", bearer.as_str()), ("content-type", "application/json")];
        headers.extend_from_slice(more);
        self.ask(to.0, to.1, &headers, body.to_string().as_bytes())
    }

    /// Logs in; the token of the session.
    ///
    /// # Errors
    ///
    /// The server does not answer, or not with a token.
    pub fn log_in(&mut self, login: &str, password: &str) -> Result<String> {
        let body = json!({"login": login, "password": password, "machine": true}).to_string();
        let json = [("content-type", "application/json")];
        let reply = self.ask("POST", "/api/v1/session", &json, body.as_bytes())?.good()?;
        let token = reply.json()?["token"].as_str().map(str::to_owned);
        token.context("the session has no token")
    }

    /// Everything in a list, page by page.
    ///
    /// # Errors
    ///
    /// The server does not answer, or refuses.
    pub fn pages(&mut self, token: &str, path: &str) -> Result<Vec<Value>> {
        let mut all = Vec::new();
        let mut next = format!("{path}?limit=100");
        loop {
            let page = self.get(token, &next)?.good()?.json()?;
            all.extend(page["items"].as_array().into_iter().flatten().cloned());
            match page["next"].as_str() {
                Some(after) => next = format!("{path}?limit=100&after={after}"),
                None => return Ok(all),
            }
        }
    }

    fn connect(&self) -> Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(&self.address).context("nobody listens")?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        // Else small requests wait for acknowledgements, and that is measured instead of the server.
        stream.set_nodelay(true)?;
        Ok(BufReader::new(stream))
    }
}

/// The header of whoever has a token.
pub fn bearer(token: &str) -> String {
    format!("Bearer {token}")
}

fn exchange(
    stream: &mut BufReader<TcpStream>,
    host: &str,
    (method, path): (&str, &str),
    headers: Headers<'_>,
    body: &[u8],
) -> Result<(Reply, bool)> {
    let request = bytes(host, (method, path), headers, body);
    stream
        .get_mut()
        .write_all(&request)
        .context("the request cannot be sent")?;
    answer(stream)
}

/// A request as it goes over the wire.
pub(crate) fn bytes(host: &str, (method, path): (&str, &str), headers: Headers<'_>, body: &[u8]) -> Vec<u8> {
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n");
    for (name, value) in headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    let _ = write!(head, "content-length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn answer(stream: &mut impl BufRead) -> Result<(Reply, bool)> {
    let status = line(stream)?;
    let status = status.split(' ').nth(1).and_then(|word| word.parse().ok());
    let status = status.context("the answer has no status")?;
    let (mut length, mut etag, mut location, mut stays) = (0, None, None, true);
    loop {
        let line = line(stream)?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().context("a length is a number")?,
            "etag" => etag = Some(value.to_owned()),
            "location" => location = Some(value.to_owned()),
            "connection" => stays = !value.eq_ignore_ascii_case("close"),
            "transfer-encoding" => bail!("answers in pieces are not read here"),
            _ => {}
        }
    }
    ensure!(length <= LONGEST, "an answer of {length} bytes");
    let mut body = vec![0; length];
    stream.read_exact(&mut body).context("the answer broke off")?;
    let reply = Reply {
        status,
        etag,
        location,
        body,
    };
    Ok((reply, stays))
}

fn line(stream: &mut impl BufRead) -> Result<String> {
    let mut line = String::new();
    let read = stream.take(16 * 1024).read_line(&mut line).context("no answer")?;
    ensure!(read > 0, "the connection was closed");
    Ok(line.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn an_answer_ends_where_its_length_says() {
        let mut bytes: &[u8] =
            b"HTTP/1.1 200 OK\r\nETag: \"3\"\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 204 No Content\r\n\r\n";
        let (first, stays) = answer(&mut bytes).expect("whole");
        assert_eq!((first.status, first.text(), stays), (200, "{}".to_owned(), true));
        assert_eq!(first.etag.as_deref(), Some("\"3\""));
        assert_eq!(answer(&mut bytes).expect("whole").0.status, 204);
        assert!(answer(&mut bytes).is_err(), "closed");
    }
}
