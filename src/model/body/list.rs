//! The bodies of a cell.

use std::ops::Deref;
use std::slice::Iter;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Mention;

/// What a body cell names, in order: a list of [`Mention`]s, in JSON too.
/// Cheap to clone: rows that name the same bodies share it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bodies(Arc<[Mention]>);

impl Deref for Bodies {
    type Target = [Mention];

    fn deref(&self) -> &[Mention] {
        &self.0
    }
}

impl<'a> IntoIterator for &'a Bodies {
    type Item = &'a Mention;
    type IntoIter = Iter<'a, Mention>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl From<Vec<Mention>> for Bodies {
    fn from(mentions: Vec<Mention>) -> Self {
        Self(mentions.into())
    }
}

impl Serialize for Bodies {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Bodies {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}
