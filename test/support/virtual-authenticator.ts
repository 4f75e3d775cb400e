import type { CDPSession } from 'playwright-core';
import type { Visitor } from './visitor.ts';

/** A device with face, finger or PIN that says yes at once, as Chromium's own test authenticator. Passkeys need a secure origin: localhost is one. */
export const giveAuthenticator = async ({ context, page }: Visitor): Promise<CDPSession> => {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
};
