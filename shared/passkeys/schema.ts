import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { Proof } from '../proof.ts';
import { Words } from '../words.ts';
import { PASSKEY_NAME_LENGTH, recoveryCode } from './rules.ts';

export const PasskeyId = idSchema('passkey');
export type PasskeyId = z.infer<typeof PasskeyId>;

/** What her authenticator answers, as the browser hands it on (WebAuthn Level 3 §5.1). Everything we do not need is dropped. */
const Bytes = (length: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(length);
const Credential = z.object({ id: Bytes(1400), rawId: Bytes(1400), type: z.literal('public-key') });

export const RegistrationAnswer = Credential.extend({
  response: z.object({
    clientDataJSON: Bytes(2000),
    attestationObject: Bytes(8000),
    transports: z.array(z.string().max(20)).max(8).default([]),
  }),
});
export type RegistrationAnswer = z.infer<typeof RegistrationAnswer>;

export const SignInAnswer = Credential.extend({
  response: z.object({
    clientDataJSON: Bytes(2000),
    authenticatorData: Bytes(2000),
    signature: Bytes(2000),
    userHandle: Bytes(100).optional(),
  }),
});
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** What she calls it: her phone, the key on her ring. */
export const PasskeyName = Words(PASSKEY_NAME_LENGTH);
export const NamePasskey = z.object({ name: PasskeyName });
export const AddPasskey = NamePasskey.extend({ answer: RegistrationAnswer });
export type AddPasskey = z.infer<typeof AddPasskey>;

const PasskeyView = z.object({
  id: PasskeyId,
  name: PasskeyName,
  made: z.iso.date(),
  used: z.iso.date(),
  /** It is kept in an account of hers, and so on several devices. */
  synced: z.boolean(),
});
export type PasskeyView = z.infer<typeof PasskeyView>;

/** The ways in of somebody in office; `codes`: how many recovery codes are left. */
export const MyKeys = z.object({ passkeys: z.array(PasskeyView), codes: z.int() });
export type MyKeys = z.infer<typeof MyKeys>;

/** Shown this once, each good for one time. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });

const RecoveryCode = z
  .string()
  .max(60)
  .transform((typed, context) => {
    const code = recoveryCode(typed);
    if (code) return code;
    context.addIssue({ code: 'custom', message: 'not-a-recovery-code' });
    return z.NEVER;
  });
export const ReturnByCode = z.object({ code: RecoveryCode, proof: Proof.optional() });
export type ReturnByCode = z.infer<typeof ReturnByCode>;
