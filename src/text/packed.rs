//! Values as bytes for the disk, and back. The only file that knows their form; whoever keeps such bytes also keeps what says whether they are whole
//! and of this version of the program.

use postcard::ser_flavors::Flavor;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The bytes of `value` behind those that `before` has.
pub fn pack_behind<T: Serialize>(before: Vec<u8>, value: &T) -> Option<Vec<u8>> {
    postcard::serialize_with_flavor(value, Behind(before)).ok()
}

/// The value of these bytes; `None` where they are of another version, or damaged.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// Writes behind what is there already.
struct Behind(Vec<u8>);

impl Flavor for Behind {
    type Output = Vec<u8>;

    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        self.0.push(byte);
        Ok(())
    }

    fn try_extend(&mut self, bytes: &[u8]) -> postcard::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn finalize(self) -> postcard::Result<Vec<u8>> {
        Ok(self.0)
    }
}
