//! What a store refused, in our own words. A server's answer may hold what is nobody's business (account names, signed
//! addresses, keys), so nothing of it is ever shown: its status is, and the codes that we know.

use object_store::Error;
use object_store::client::{HttpError, HttpErrorKind};
use std::error::Error as _;

/// What follows from a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// There is no such object.
    Missing,
    /// There is an object already, or another than was expected.
    Taken,
    /// No answer came, or none that says whether it was done.
    Unsure,
    /// It was not done.
    No,
}

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What follows from it.
    pub kind: Kind,
    /// What is wrong, as a clause.
    pub cause: String,
    /// What to do about it.
    pub help: Option<&'static str>,
}

impl Refused {
    pub(super) fn new(kind: Kind, cause: impl Into<String>, help: Option<&'static str>) -> Self {
        Self { kind, cause: cause.into(), help }
    }

    /// Of a file of this machine.
    pub(super) fn file(error: &std::io::Error) -> Self {
        Self::new(Kind::No, error.to_string(), None)
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.cause)
    }
}

const CREDENTIALS: &str = "set the credentials in the environment: `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, `AZURE_STORAGE_ACCOUNT_KEY`, `GOOGLE_APPLICATION_CREDENTIALS`, or what docs/hosting.md names";
const RIGHTS: &str = "they must be let read, write, list and delete objects there";

/// Codes of servers that say more than their status, with our words for each.
const CODES: &[(&str, &str, &str)] = &[
    ("NoSuchBucket", "there is no such bucket", "make the bucket first, or correct `url`"),
    ("ContainerNotFound", "there is no such container", "make the container first, or correct `url`"),
    ("RequestTimeTooSkewed", "the clock of this machine is not that of the server", "set the clock of this machine"),
    ("InvalidAccessKeyId", "the credentials are not known there", CREDENTIALS),
    ("SignatureDoesNotMatch", "the credentials are wrong", CREDENTIALS),
    ("ExpiredToken", "the credentials have expired", CREDENTIALS),
    ("InvalidToken", "the credentials are wrong", CREDENTIALS),
    ("AuthenticationFailed", "the credentials are wrong", CREDENTIALS),
    ("AuthorizationHeaderMalformed", "the bucket is in another region", "set `region` of the target"),
    ("PermanentRedirect", "the bucket is in another region", "set `region` of the target"),
    ("EntityTooLarge", "the file is larger than the server takes", "make it smaller, or put it elsewhere"),
    ("QuotaExceeded", "there is no room left", "make room there"),
];

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        let kind = match &error {
            Error::NotFound { .. } => Kind::Missing,
            Error::AlreadyExists { .. } | Error::Precondition { .. } => Kind::Taken,
            _ => Kind::No,
        };
        let said = said(&error);
        if let Some((code, cause, help)) = CODES.iter().find(|(code, ..)| said.contains(code)) {
            // A bucket that is not there is not an object that is not there.
            let kind = if kind == Kind::Missing { Kind::No } else { kind };
            return Self::new(kind, format!("{cause} ({code})"), Some(help));
        }
        match &error {
            Error::NotFound { .. } => Self::new(kind, "it is not there", None),
            Error::AlreadyExists { .. } | Error::Precondition { .. } => Self::new(kind, "another one is there", None),
            Error::PermissionDenied { .. } => Self::new(kind, "these credentials may not do this", Some(RIGHTS)),
            Error::Unauthenticated { .. } => Self::new(kind, "the credentials are refused", Some(CREDENTIALS)),
            _ => of_connection(&error, &said),
        }
    }
}

fn of_connection(error: &Error, said: &str) -> Refused {
    if let Some(status) = status(said) {
        let kind = if status >= 500 { Kind::Unsure } else { Kind::No };
        let help = match status {
            301 | 307 => Some("set `region` and `endpoint` of the target"),
            500.. => Some("run the deploy again: it goes on where it stopped"),
            _ => None,
        };
        return Refused::new(kind, format!("the server answers with status {status}"), help);
    }
    match transport(error) {
        Some(HttpErrorKind::Timeout) => {
            Refused::new(Kind::Unsure, "no answer came in time", Some("try fewer transfers at a time with `--transfers`, or more patience with `--timeout`"))
        }
        Some(HttpErrorKind::Connect) if said.contains("latest/api/token") || said.contains("latest/meta-data") => {
            Refused::new(Kind::No, "there are no credentials", Some(CREDENTIALS))
        }
        Some(HttpErrorKind::Connect) => Refused::new(Kind::Unsure, "the server cannot be reached", Some("is the network up, and is `endpoint` right?")),
        Some(_) => Refused::new(Kind::Unsure, "the connection broke off", Some("run the deploy again: it goes on where it stopped")),
        None => match local(error) {
            Some(file) => Refused::new(Kind::No, file, None),
            None => Refused::new(Kind::No, "the store cannot be used with these settings and credentials", Some(CREDENTIALS)),
        },
    }
}

/// All that an error and its sources say; looked through for what we know, never shown.
fn said(error: &Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        text.push(' ');
        text.push_str(&source.to_string());
        next = source.source();
    }
    text
}

fn status(said: &str) -> Option<u16> {
    let rest = &said[said.find("status code: ")? + "status code: ".len()..];
    rest.get(..3)?.parse().ok()
}

fn transport(error: &Error) -> Option<HttpErrorKind> {
    let mut next = error.source();
    while let Some(source) = next {
        if let Some(http) = source.downcast_ref::<HttpError>() {
            return Some(http.kind());
        }
        next = source.source();
    }
    None
}

/// What the file system of this machine said: that holds no secret.
fn local(error: &Error) -> Option<String> {
    let mut next = error.source();
    while let Some(source) = next {
        if let Some(io) = source.downcast_ref::<std::io::Error>() {
            return Some(io.to_string());
        }
        next = source.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(wrap: fn(String, Box<dyn std::error::Error + Send + Sync>) -> Error, text: &str) -> Refused {
        wrap("x".to_owned(), text.to_owned().into()).into()
    }

    #[test]
    fn what_a_server_says_is_never_shown() {
        let generic = |_: String, source| Error::Generic { store: "S3", source };
        let missing = |path, source| Error::NotFound { path, source };
        let denied = |path, source| Error::PermissionDenied { path, source };
        let cases = [
            (refused(generic, "Server returned non-2xx status code: 503 Service Unavailable: HUNTER2"), Kind::Unsure, "status 503"),
            (refused(generic, "Server returned non-2xx status code: 400 Bad Request: <Code>ExpiredToken</Code> HUNTER2"), Kind::No, "expired"),
            (refused(missing, "404: <Code>NoSuchBucket</Code> HUNTER2"), Kind::No, "no such bucket"),
            (refused(missing, "404: <Code>NoSuchKey</Code> HUNTER2"), Kind::Missing, "not there"),
            (refused(denied, "403: <Code>RequestTimeTooSkewed</Code> HUNTER2"), Kind::No, "clock"),
            (refused(denied, "403: HUNTER2"), Kind::No, "may not"),
            (refused(generic, "HUNTER2"), Kind::No, "cannot be used"),
        ];
        for (refused, kind, word) in cases {
            assert_eq!(refused.kind, kind, "{refused:?}");
            assert!(refused.cause.contains(word) && !format!("{refused:?}").contains("HUNTER2"), "{refused:?}");
        }
    }
}
