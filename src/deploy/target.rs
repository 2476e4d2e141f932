//! Opening a target: its settings, and credentials from the environment or the provider's own chain.

use super::refused::{Kind, Refused};
use super::store::{Store, Where};
use crate::input::deploy::{Place, Target};
use object_store::aws::AmazonS3Builder;
use object_store::azure::MicrosoftAzureBuilder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::local::LocalFileSystem;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, RetryConfig};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// A request that fails for a reason that may pass is made so many times more, at growing intervals.
const RETRIES: usize = 6;
/// After this time it is not made again.
const RETRY_TIME: Duration = Duration::from_secs(120);

fn retry() -> RetryConfig {
    let backoff = BackoffConfig { init_backoff: Duration::from_millis(100), max_backoff: Duration::from_secs(10), base: 2.0 };
    RetryConfig { backoff, max_retries: RETRIES, retry_timeout: RETRY_TIME }
}

/// Opens a target; `root` is the site's folder, to which a relative folder is relative. Asks nothing of a server.
///
/// # Errors
/// Settings that do not go together, or a folder that is not there.
pub(super) fn open(target: &Target, root: &Path, timeout: Duration) -> Result<Store, Refused> {
    let options = ClientOptions::new()
        .with_timeout(timeout)
        .with_connect_timeout(Duration::from_secs(5).min(timeout))
        .with_allow_http(target.endpoint.as_deref().is_some_and(|endpoint| endpoint.starts_with("http://")));
    // Encrypted connections need to be told once how; a second time is no fault.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match &target.place {
        Place::S3 { bucket, prefix } => {
            let mut builder = AmazonS3Builder::from_env().with_bucket_name(bucket).with_client_options(options).with_retry(retry());
            if let Some(endpoint) = &target.endpoint {
                builder = builder.with_endpoint(endpoint.trim_end_matches('/'));
            }
            if let Some(region) = &target.region {
                builder = builder.with_region(region);
            }
            finish(builder.build(), prefix)
        }
        Place::Azure { container, prefix } => {
            let mut builder = MicrosoftAzureBuilder::from_env().with_container_name(container).with_client_options(options).with_retry(retry());
            if let Some(endpoint) = &target.endpoint {
                builder = builder.with_endpoint(endpoint.trim_end_matches('/').to_owned());
            }
            if let Some(account) = &target.account {
                builder = builder.with_account(account);
            }
            finish(builder.build(), prefix)
        }
        Place::Google { bucket, prefix } => {
            let mut builder = GoogleCloudStorageBuilder::from_env().with_bucket_name(bucket).with_client_options(options).with_retry(retry());
            if let Some(endpoint) = &target.endpoint {
                builder = builder.with_base_url(endpoint.trim_end_matches('/'));
            }
            finish(builder.build(), prefix)
        }
        Place::Folder(folder) => {
            let folder = root.join(folder);
            let help = "make the folder first; where it is a mount, is it mounted?";
            let folder = std::fs::canonicalize(&folder).map_err(|error| Refused::new(Kind::No, error.to_string(), Some(help)))?;
            if !folder.is_dir() {
                return Err(Refused::new(Kind::No, "it is no folder", Some("name a folder in `url` of the target")));
            }
            let inner = LocalFileSystem::new_with_prefix(&folder)?.with_automatic_cleanup(true);
            Ok(Store::new(Arc::new(inner), "", Where::Folder(folder)))
        }
    }
}

fn finish(built: object_store::Result<impl ObjectStore>, prefix: &str) -> Result<Store, Refused> {
    Ok(Store::new(Arc::new(built?), prefix, Where::Server))
}
