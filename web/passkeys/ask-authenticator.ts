import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Loaded when somebody uses a passkey: nobody else pays for it. What goes in and comes out is JSON of our own API. */
export const askAuthenticator = async (what: 'make' | 'use', options: unknown): Promise<string> => {
  const optionsJSON = options as never;
  return JSON.stringify(
    what === 'make' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON }),
  );
};
