//! `deploy` of `site.yaml`: where the site goes. Never a secret: those come from the environment or the provider's own chain,
//! and what looks like one is named by its key alone, so that no finding shows it.

use crate::diagnostics::{Code, Diagnostic};
use crate::yaml::{Keys, Node, Value};
use std::collections::BTreeMap;

/// Transfers at a time where nothing else is said.
pub const TRANSFERS: usize = 16;
/// More are refused: no store is faster for it, and a process may have 1,024 files by default.
pub const MOST_TRANSFERS: usize = 256;

/// Where the site goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deploy {
    /// Transfers at a time.
    pub transfers: usize,
    /// The target that is meant where the command names none.
    pub default: Option<String>,
    /// By name.
    pub targets: BTreeMap<String, Target>,
}

impl Default for Deploy {
    fn default() -> Self {
        Self { transfers: TRANSFERS, default: None, targets: BTreeMap::new() }
    }
}

/// One place where the site can be put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Where.
    pub place: Place,
    /// The address of the server, where it is not the provider's own: MinIO, R2, Ceph, Spaces, Azurite.
    pub endpoint: Option<String>,
    /// Region of a bucket.
    pub region: Option<String>,
    /// Azure's storage account.
    pub account: Option<String>,
    /// Where readers see it, ended by `/`; without it `base_url`.
    pub address: Option<String>,
    /// Whether what a deploy replaces is kept, so that one can go back.
    pub rollback: bool,
}

/// Somewhere objects or files can be put; what is put lies below `prefix`, which is empty or ends with no `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// S3, and what speaks it.
    S3 {
        /// The bucket.
        bucket: String,
        /// Folder in it.
        prefix: String,
    },
    /// Azure Blob Storage.
    Azure {
        /// The container.
        container: String,
        /// Folder in it.
        prefix: String,
    },
    /// Google Cloud Storage.
    Google {
        /// The bucket.
        bucket: String,
        /// Folder in it.
        prefix: String,
    },
    /// A folder of this machine, or one that is mounted; relative to the site's folder where it is not absolute.
    Folder(String),
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (scheme, bucket, prefix) = match self {
            Self::S3 { bucket, prefix } => ("s3", bucket, prefix),
            Self::Azure { container, prefix } => ("az", container, prefix),
            Self::Google { bucket, prefix } => ("gs", bucket, prefix),
            Self::Folder(folder) => return f.write_str(folder),
        };
        write!(f, "{scheme}://{bucket}")?;
        if prefix.is_empty() { Ok(()) } else { write!(f, "/{prefix}") }
    }
}

const TARGET_KEYS: &[&str] = &["url", "endpoint", "region", "account", "address", "rollback"];
/// What the name of a key that holds a secret has in it.
const SECRET_WORDS: &[&str] = &["key", "secret", "password", "passwd", "token", "credential", "private", "sas", "connection_string", "auth"];
const FROM_THE_ENVIRONMENT: &str = "credentials come from the environment (`AWS_ACCESS_KEY_ID`, `AZURE_STORAGE_ACCOUNT_KEY`, `GOOGLE_APPLICATION_CREDENTIALS` and their like) or the provider's own chain; take this one out of the file, and replace it where the file was shared";

/// Reads it; faults go to `keys`.
pub(super) fn deploy(file: &str, node: &Node, keys: &mut Keys<'_>) -> Deploy {
    let mut deploy = Deploy::default();
    let node = &without_unknown(file, node, &["transfers", "default", "targets"], "deploy", keys);
    let mut inner = Keys::of(file, node);
    if let Some(transfers) = inner.take::<usize>("transfers") {
        if (1..=MOST_TRANSFERS).contains(&transfers) {
            deploy.transfers = transfers;
        } else {
            inner.fault("transfers", Code::BadSetting, "this is no number of transfers", format!("write a number from 1 to {MOST_TRANSFERS}"));
        }
    }
    deploy.default = inner.take("default");
    if let Some(targets) = inner.node("targets") {
        match &targets.value {
            Value::Mapping(pairs) => {
                for (key, node) in pairs {
                    if !is_name(&key.name) {
                        let finding = Diagnostic::new(Code::BadSetting, "this cannot be the name of a target").in_file(file).at(key.span);
                        inner.report(finding.help("write letters, digits and hyphens: `production`"));
                    } else if let Some(target) = target(file, &key.name, node, &mut inner) {
                        deploy.targets.insert(key.name.clone(), target);
                    }
                }
            }
            _ => inner.fault("targets", Code::YamlValue, "this is not a mapping of names to targets", "write `production: {url: s3://bucket}`"),
        }
    }
    if let Some(name) = deploy.default.clone().filter(|name| !deploy.targets.contains_key(name)) {
        let names: Vec<&str> = deploy.targets.keys().map(String::as_str).collect();
        inner.fault("default", Code::BadSetting, format!("there is no target `{name}`"), format!("the targets are {}", names.join(", ")));
    }
    inner.finish().iter().for_each(|finding| keys.report(finding.clone()));
    deploy
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= 64 && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

/// The node without keys that mean nothing there. They are named without their line, which may hold a secret.
fn without_unknown(file: &str, node: &Node, known: &[&str], place: &str, keys: &mut Keys<'_>) -> Node {
    let Value::Mapping(pairs) = &node.value else { return node.clone() };
    let mut kept = Vec::new();
    for (key, value) in pairs {
        if known.contains(&key.name.as_str()) {
            kept.push((key.clone(), value.clone()));
            continue;
        }
        let name = key.name.to_lowercase().replace('-', "_");
        let finding = if SECRET_WORDS.iter().any(|word| name.contains(word)) {
            Diagnostic::new(Code::BadSetting, format!("`{}` of `{place}` looks like a secret, and secrets do not belong in this file", key.name))
                .help(FROM_THE_ENVIRONMENT)
        } else {
            Diagnostic::new(Code::YamlUnknownKey, format!("there is no key `{}` in `{place}`", key.name))
                .help(format!("the keys here are {}", known.join(", ")))
        };
        keys.report(finding.in_file(file));
    }
    Node { span: node.span, value: Value::Mapping(kept) }
}

fn target(file: &str, name: &str, node: &Node, outer: &mut Keys<'_>) -> Option<Target> {
    let node = &without_unknown(file, node, TARGET_KEYS, &format!("deploy.targets.{name}"), outer);
    let mut keys = Keys::of(file, node);
    let mut secret = |key: &str| {
        let finding = Diagnostic::new(
            Code::BadSetting,
            format!("`{key}` of the target `{name}` holds more than an address: what stands before `@` or after `?` may be a secret"),
        );
        outer.report(finding.in_file(file).help(FROM_THE_ENVIRONMENT));
    };
    let mut text = |key: &'static str, keys: &mut Keys<'_>| {
        let value: String = keys.take(key)?;
        if value.contains(['@', '?', '#']) {
            secret(key);
            return None;
        }
        Some(value)
    };
    let url = text("url", &mut keys);
    let endpoint = text("endpoint", &mut keys);
    let address = text("address", &mut keys);
    let (region, account) = (text("region", &mut keys), text("account", &mut keys));
    let rollback = keys.take("rollback").unwrap_or(true);
    let is_web = |text: &str| text.split_once("://").is_some_and(|(scheme, rest)| matches!(scheme, "http" | "https") && !rest.is_empty());
    for (key, value) in [("endpoint", &endpoint), ("address", &address)] {
        if let Some(value) = value.as_deref().filter(|value| !is_web(value)) {
            keys.fault(key, Code::BadSetting, format!("`{value}` is not the address of a server"), "write an address such as `https://storage.example.org`");
        }
    }
    let place = match &url {
        None => {
            if node_lacks(node, "url") {
                let finding = Diagnostic::new(Code::BadSetting, format!("the target `{name}` does not say where the site goes")).in_file(file);
                keys.report(finding.help(WHERE));
            }
            None
        }
        Some(url) => {
            let place = place(url);
            if place.is_none() {
                keys.fault("url", Code::BadSetting, format!("`{url}` is no place that a site can be put"), WHERE);
            }
            place
        }
    };
    keys.finish().iter().for_each(|finding| outer.report(finding.clone()));
    let address = address.map(|address| if address.ends_with('/') { address } else { format!("{address}/") });
    Some(Target { place: place?, endpoint, region, account, address, rollback })
}

const WHERE: &str = "write `url: s3://BUCKET/FOLDER`, `az://CONTAINER`, `gs://BUCKET`, `file:///srv/www` or a path";

fn node_lacks(node: &Node, key: &str) -> bool {
    !matches!(&node.value, Value::Mapping(pairs) if pairs.iter().any(|(known, _)| known.name == key))
}

fn place(url: &str) -> Option<Place> {
    let Some((scheme, rest)) = url.split_once("://") else {
        return (!url.trim().is_empty()).then(|| Place::Folder(url.to_owned()));
    };
    if scheme == "file" {
        // `file:///C:/www` names a drive, and `file:///srv/www` a folder.
        let folder = if rest.as_bytes().get(2) == Some(&b':') { rest.trim_start_matches('/') } else { rest };
        return rest.starts_with('/').then(|| Place::Folder(folder.to_owned()));
    }
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let prefix = prefix.trim_end_matches('/');
    // The container of an Azure account's static web site has a name of its own kind.
    let bucket_good =
        (scheme == "az" && bucket == "$web") || !bucket.is_empty() && bucket.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    let piece_good = |piece: &str| {
        !piece.is_empty() && piece != "." && piece != ".." && piece.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~'))
    };
    if !bucket_good || !(prefix.is_empty() || prefix.split('/').all(piece_good)) {
        return None;
    }
    let (bucket, prefix) = (bucket.to_owned(), prefix.to_owned());
    match scheme {
        "s3" => Some(Place::S3 { bucket, prefix }),
        "az" => Some(Place::Azure { container: bucket, prefix }),
        "gs" => Some(Place::Google { bucket, prefix }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{InputFile, settings};

    fn read(text: &str) -> (Deploy, Vec<Diagnostic>) {
        let checked = settings::read(Some(&InputFile::new("content/site.yaml", text.as_bytes().to_vec())), None);
        (checked.value.deploy, checked.diagnostics.iter().cloned().collect())
    }

    #[test]
    fn a_place_is_read_from_its_address() {
        let s3 = |bucket: &str, prefix: &str| Some(Place::S3 { bucket: bucket.to_owned(), prefix: prefix.to_owned() });
        for (url, expected) in [
            ("s3://b", s3("b", "")),
            ("s3://b/", s3("b", "")),
            ("s3://b.example.org/a/b/", s3("b.example.org", "a/b")),
            ("az://c/x", Some(Place::Azure { container: "c".to_owned(), prefix: "x".to_owned() })),
            ("az://$web", Some(Place::Azure { container: "$web".to_owned(), prefix: String::new() })),
            ("s3://$web", None),
            ("gs://g", Some(Place::Google { bucket: "g".to_owned(), prefix: String::new() })),
            ("file:///srv/www", Some(Place::Folder("/srv/www".to_owned()))),
            ("file:///C:/www", Some(Place::Folder("C:/www".to_owned()))),
            ("../www", Some(Place::Folder("../www".to_owned()))),
            ("s3://", None),
            ("s3://b/../c", None),
            ("s3://b//c", None),
            ("ftp://host/x", None),
            ("file://host/x", None),
        ] {
            assert_eq!(place(url), expected, "{url}");
        }
    }

    #[test]
    fn a_whole_section_is_read() {
        let (deploy, found) = read(
            "deploy:\n  transfers: 4\n  default: live\n  targets:\n    live: {url: s3://b, region: eu-north-1, rollback: false}\n    test: {url: ../www, address: 'https://test.example.org'}\n",
        );
        assert!(found.is_empty(), "{found:#?}");
        assert_eq!((deploy.transfers, deploy.default.as_deref(), deploy.targets.len()), (4, Some("live"), 2));
        assert!(!deploy.targets["live"].rollback && deploy.targets["test"].rollback);
        assert_eq!(deploy.targets["test"].address.as_deref(), Some("https://test.example.org/"));
    }

    #[test]
    fn a_secret_is_refused_and_never_shown() {
        for line in [
            "access_key_id: HUNTER2",
            "secret_access_key: HUNTER2",
            "Password: HUNTER2",
            "sas-token: HUNTER2",
            "aws_pw: HUNTER2",
            "url: 's3://user:HUNTER2@bucket'",
            "endpoint: 'https://h/?sig=HUNTER2'",
        ] {
            let (_, found) = read(&format!("deploy:\n  targets:\n    live:\n      {line}\n"));
            assert!(!found.is_empty(), "{line}");
            for finding in &found {
                assert!(finding.span.is_none() || !line.starts_with("url"), "{line}: the line would be shown: {finding:#?}");
                assert!(!format!("{finding:?}").contains("HUNTER2"), "{line}: {finding:#?}");
            }
        }
        let (_, found) = read("deploy:\n  token: HUNTER2\n");
        assert!(found.len() == 1 && found[0].span.is_none() && found[0].message.contains("secret"), "{found:#?}");
    }

    #[test]
    fn every_fault_is_reported() {
        for (text, count) in [
            ("deploy: {default: x}\n", 1),
            ("deploy: {transfers: 0}\n", 1),
            ("deploy: {targets: [a]}\n", 1),
            ("deploy: {targets: {a b: {url: x}}}\n", 1),
            ("deploy: {targets: {a: {}}}\n", 1),
            ("deploy: {targets: {a: {url: 'ftp://x', endpoint: here}}}\n", 2),
        ] {
            assert_eq!(read(text).1.len(), count, "{text}: {:#?}", read(text).1);
        }
    }
}
