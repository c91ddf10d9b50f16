//! Code lists: enums that are written in the tables as lower-case words.

/// A text is not on a code list.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{found:?} is not a {list}; one of: {known}")]
pub struct ParseCodeError {
    /// What stood there.
    pub found: String,
    /// The name of the code list.
    pub list: &'static str,
    /// All codes, separated by commas.
    pub known: String,
}

/// Declares an enum with its codes, `ALL`, `code()`, `FromStr` and `Display`.
macro_rules! code_list {
    ($(#[$doc:meta])* $name:ident, $list:literal { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every member, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code as it stands in tables and plan files.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::code::ParseCodeError;

            /// Reads a code; case does not matter.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|member| member.code().eq_ignore_ascii_case(text.trim()))
                    .ok_or_else(|| $crate::code::ParseCodeError {
                        found: text.to_owned(),
                        list: $list,
                        known: [$($code),+].join(", "),
                    })
            }
        }
    };
}

pub(crate) use code_list;
