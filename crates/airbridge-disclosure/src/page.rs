//! The tables as a page for reviewers, `docs/roles.md`.

use std::fmt::Write as _;

use crate::fields::{Mask, Phase};
use crate::operation::Operation;
use crate::role::Role;
use crate::scope::Scope;
use crate::table::Table;

/// The page.
pub fn roles_page(table: &Table) -> String {
    let mut page = String::from(
        "# Who may do what\n\n<!-- Made from crates/airbridge-disclosure/data; a test keeps it current. Edit there. -->\n\n\
         What no row allows is denied. *Own*: of the organisation; *mine*: of the account; *others*: of any other account; *assigned*: of the own mission, \
         until its time is over; *accepted*, *offered*: patients whom the hospital has accepted, or is asked to take.\n",
    );
    let _ = writeln!(
        page,
        "\nA crew sees its patients until {} hours after its mission; an emergency access lasts {} hours at most, and is reviewed. An invitation to \
         choose a password is good for {} hours.",
        table.crew_sight.as_hours(),
        table.emergency_at_most.as_hours(),
        table.invitation.as_hours()
    );
    let mut group = "";
    for operation in Operation::ALL {
        let (of, _) = operation.word().split_once('.').expect("a dot in each");
        if of != group {
            group = of;
            let _ = writeln!(page, "\n## {of}\n\n| operation | who | why |\n|---|---|---|");
        }
        let row = table.row(*operation);
        let mut who: Vec<String> = Vec::new();
        if row.anonymous != Scope::Nobody {
            who.push("anybody".to_owned());
        }
        let allowed = row.scopes.iter().filter(|(_, scope)| **scope != Scope::Nobody);
        who.extend(allowed.map(|(role, scope)| format!("{role} ({scope})")));
        if !row.emergency.is_empty() {
            let roles: Vec<&str> = row.emergency.iter().map(|role| role.word()).collect();
            who.push(format!("in an emergency: {}", roles.join(", ")));
        }
        let _ = writeln!(page, "| `{operation}` | {} | {} |", who.join("; "), row.why);
    }
    page.push_str("\n## Roles that nobody holds together\n\n| role | and | why |\n|---|---|---|\n");
    for pair in &table.apart {
        let [one, other] = pair.roles;
        let _ = writeln!(page, "| {one} | {other} | {} |", pair.why);
    }
    page.push_str("\n## Fields of a patient\n\n| role | when | sees | writes |\n|---|---|---|---|\n");
    for role in Role::ALL {
        for phase in Phase::ALL {
            let sight = table.sight(*role, *phase);
            if !sight.sees.0.is_empty() {
                let (sees, writes) = (words(&sight.sees), words(&sight.writes));
                let _ = writeln!(page, "| {role} | {phase} | {sees} | {writes} |");
            }
        }
    }
    page
}

fn words(mask: &Mask) -> String {
    let words: Vec<&str> = mask.0.iter().map(|group| group.word()).collect();
    words.join(", ")
}
