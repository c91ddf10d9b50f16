//! JSON whose parts are kept as texts until each is understood, so that one bad part does not hide the next.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// A list of missions, journeys, left-out patients or events that is longer is refused.
pub const MAX_ITEMS: usize = 200_000;

/// An object with more members is refused.
const MAX_MEMBERS: usize = 100;

/// An object, its values unread; a member that is given twice is refused.
pub(crate) struct Members<'a>(pub(crate) BTreeMap<String, &'a RawValue>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object<'a>(PhantomData<&'a ()>);
        impl<'de: 'a, 'a> Visitor<'de> for Object<'a> {
            type Value = Members<'a>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'a>, A::Error> {
                let mut members = BTreeMap::new();
                while let Some(name) = map.next_key::<String>()? {
                    if members.len() >= MAX_MEMBERS {
                        return Err(A::Error::custom("too many members"));
                    }
                    let twice = format!("the member {} is given twice", shortened(&name));
                    if members.insert(name, map.next_value()?).is_some() {
                        return Err(A::Error::custom(twice));
                    }
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object(PhantomData))
    }
}

/// A list of at most [`MAX_ITEMS`], its items unread.
pub(crate) struct RawItems<'a>(pub(crate) Vec<&'a RawValue>);

impl<'de: 'a, 'a> Deserialize<'de> for RawItems<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List<'a>(PhantomData<&'a ()>);
        impl<'de: 'a, 'a> Visitor<'de> for List<'a> {
            type Value = RawItems<'a>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawItems<'a>, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = seq.next_element()? {
                    if list.len() >= MAX_ITEMS {
                        return Err(A::Error::custom(format_args!("more than {MAX_ITEMS} items")));
                    }
                    list.push(item);
                }
                Ok(RawItems(list))
            }
        }
        deserializer.deserialize_seq(List(PhantomData))
    }
}

/// A text cut short, for findings.
pub(crate) fn shortened(text: &str) -> String {
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(200).collect();
    if chars.next().is_some() { head + "…" } else { head }
}
