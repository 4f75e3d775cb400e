/** A mail as it goes out: plain text first, since it reads everywhere. A header lets a mail program unsubscribe by itself. */
export type Mail = { to: string; subject: string; text: string; unsubscribe?: string };

/** The way out for mail: a folder, a city's mail server, or the cloud's service. Throws when it could not be handed over. */
export type Mailer = (mail: Mail) => Promise<void>;
