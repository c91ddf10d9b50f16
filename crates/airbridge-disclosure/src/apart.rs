//! Roles that nobody holds together: each pair with its reason, as a reviewed table.

use crate::role::Role;
use crate::table::{TableError, records, wrong};

pub(crate) const APART: &str = include_str!("../data/apart.csv");

/// Two roles that nobody holds together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Apart {
    /// One of them.
    pub roles: [Role; 2],
    /// For reviewers, and for whoever is refused.
    pub why: String,
}

impl Apart {
    /// Whether it is about these two, in either order.
    pub fn is_of(&self, one: Role, other: Role) -> bool {
        self.roles == [one, other] || self.roles == [other, one]
    }
}

/// Reads the table.
pub(crate) fn read(text: &str) -> Result<Vec<Apart>, TableError> {
    const TABLE: &str = "apart";
    let (header, records) = records(TABLE, text)?;
    if header != ["role", "other", "why"] {
        return Err(wrong(TABLE, "", "the columns are others"));
    }
    let mut pairs: Vec<Apart> = Vec::new();
    for record in records {
        let name = format!("{} {}", record[0], record[1]);
        let role = |word: &str| Role::named(word).ok_or_else(|| wrong(TABLE, &name, "nobody knows the role"));
        let roles = [role(&record[0])?, role(&record[1])?];
        if roles[0] == roles[1] {
            return Err(wrong(TABLE, &name, "a role is apart from itself"));
        }
        if record[2].trim().is_empty() {
            return Err(wrong(TABLE, &name, "the reason is missing"));
        }
        if pairs.iter().any(|pair| pair.is_of(roles[0], roles[1])) {
            return Err(wrong(TABLE, &name, "it is there twice"));
        }
        let why = record[2].clone();
        pairs.push(Apart { roles, why });
    }
    Ok(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_has_two_known_roles_and_a_reason_and_is_there_once() {
        assert_eq!(read("role,other,why\nauditor,crew,r\n").expect("sound").len(), 1);
        for broken in [
            "role,other\nauditor,crew\n",
            "role,other,why\nauditor,king,r\n",
            "role,other,why\nauditor,auditor,r\n",
            "role,other,why\nauditor,crew,\n",
            "role,other,why\nauditor,crew,r\ncrew,auditor,r\n",
        ] {
            assert!(read(broken).is_err(), "{broken}");
        }
    }
}
