/** The most that the texts of a place may hold, in characters; forms say it before anybody types. */
export const PLACE_NAME_LENGTH = 120;
export const ABOUT_LENGTH = 2_000;
export const RULES_LENGTH = 10_000;
export const CONSENT_LENGTH = 10_000;
export const LEGAL_BASIS_LENGTH = 2_000;
export const PRIVACY_LINE_LENGTH = 300;
export const HELP_NAME_LENGTH = 120;
export const HELP_WHAT_LENGTH = 500;
export const PHONE_LENGTH = 40;
export const EMAIL_LENGTH = 200;
export const LINK_LENGTH = 500;
export const ALT_LENGTH = 200;
export const MOST_CONTACTS = 30;
export const MOST_MONTHS = 120;
export const MOST_EXPOSURE = 500;
/** Ballots after which a suggestion leaves "too little data": by known doors, and in all. */
export const FEWEST_KNOWN = 5;
export const FEWEST_BALLOTS = 10;
export const MOST_BALLOTS = 10_000;
