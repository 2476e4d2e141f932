//! A value that is kept packed until somebody looks at it. A build after a small change looks at the words of few briefings, and those words are most of
//! what is remembered between builds.

use super::packed;
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::OnceLock;

/// A `T`, or the bytes of which it is made when it is first looked at.
#[derive(Clone, Default)]
pub struct Later<T> {
    packed: Box<[u8]>,
    made: OnceLock<T>,
}

/// Most values take no more room than this.
const ROOM: usize = 16 << 10;

impl<T> From<T> for Later<T> {
    fn from(value: T) -> Self {
        Self { packed: Box::default(), made: OnceLock::from(value) }
    }
}

impl<T: DeserializeOwned + Default> Deref for Later<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // Whoever keeps the bytes has seen to it that they are whole and of this version of the program.
        self.made.get_or_init(|| packed::unpack(&self.packed).unwrap_or_default())
    }
}

impl<'a, T: DeserializeOwned + Default> IntoIterator for &'a Later<T>
where
    &'a T: IntoIterator,
{
    type Item = <&'a T as IntoIterator>::Item;
    type IntoIter = <&'a T as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (**self).into_iter()
    }
}

impl<T: DeserializeOwned + Default + std::fmt::Debug> std::fmt::Debug for Later<T> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(out)
    }
}

impl<T: DeserializeOwned + Default + PartialEq> PartialEq for Later<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: DeserializeOwned + Default + Eq> Eq for Later<T> {}

impl<T: DeserializeOwned + Default + Serialize> Serialize for Later<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.packed.is_empty() {
            return serializer.serialize_bytes(&self.packed);
        }
        let bytes = packed::pack_behind(Vec::with_capacity(ROOM), &**self).ok_or_else(|| S::Error::custom("this has no form as bytes"))?;
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de, T> Deserialize<'de> for Later<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Packed(PhantomData))
    }
}

struct Packed<T>(PhantomData<T>);

impl<T> Visitor<'_> for Packed<T> {
    type Value = Later<T>;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("the bytes of a value")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Later<T>, E> {
        Ok(Later { packed: bytes.into(), made: OnceLock::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_the_same_before_and_after_it_was_kept() {
        let value = Later::from(vec!["one".to_owned(), "two".to_owned()]);
        let bytes = packed::pack_behind(Vec::new(), &value).unwrap();
        let kept: Later<Vec<String>> = packed::unpack(&bytes).unwrap();
        assert_eq!(packed::pack_behind(Vec::new(), &kept), Some(bytes), "packed again before anybody looked at it");
        assert_eq!(kept, value);
    }
}
