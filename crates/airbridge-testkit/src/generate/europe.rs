//! The states of Europe whose permission generated operations hold.

/// All but Ukraine, Belarus and Russia.
pub(crate) const EUROPE: [&str; 42] = [
    "AD", "AL", "AT", "BA", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
    "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "PL", "PT", "RO", "RS", "SE", "SI",
    "SK", "SM", "VA", "XK",
];
