import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PasskeyId } from '#shared/passkeys/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import type { InvitationId } from '#shared/staff/schema.ts';
import { ofPerson, type Key, type Questions } from './key.ts';

/** The vault: people in office, and what they sign in with. */
export const staffQuestions = {
  officeOf: {
    asks: 'In which places is she in office, as what?',
    asker: 'session, my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'office#<place>',
  },
  passkeyOf: {
    asks: 'Which passkeys has she?',
    asker: 'signing in, her keys, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'passkey#<passkey>',
  },
  recoveryCodeOf: {
    asks: 'How many recovery codes has she left?',
    asker: 'her keys, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'recovery-code#<HMAC of code>',
  },
  passkey: {
    asks: 'Whose passkey is this?',
    asker: 'signing in',
    table: 'vault',
    pk: 'passkey#<passkey>',
    sk: 'passkey',
  },
  recoveryCode: {
    asks: 'Whose recovery code is this?',
    asker: 'signing in',
    table: 'vault',
    pk: 'recovery-code#<HMAC of code>',
    sk: 'recovery-code',
  },
  staff: {
    asks: 'Who is, or was, in office here?',
    asker: 'staff page, ledger, mails to staff',
    table: 'vault',
    pk: 'staff#<place>',
    sk: '<participant>',
  },
  invitation: {
    asks: 'Whom has this place asked into office?',
    asker: 'staff page, accepting',
    table: 'vault',
    pk: 'invitations#<place>',
    sk: '<invitation>',
  },
  invitationToken: {
    asks: 'Which invitation does this link belong to?',
    asker: 'accepting',
    table: 'vault',
    pk: 'invitation-token#<SHA-256 of token>',
    sk: 'token',
  },
  workMail: {
    asks: 'Where, and how often, does somebody in office want mails about work?',
    asker: 'mails to staff, my page, leaving',
    table: 'vault',
    pk: 'work-mail#<participant or invitation>',
    sk: 'work-mail',
  },
  firstRun: {
    asks: 'Which link may open the first place?',
    asker: 'first run',
    table: 'vault',
    pk: 'first-run#link',
    sk: 'link',
  },
} as const satisfies Questions;

export const staffKeys = {
  officeOf: (person: ParticipantId, place: PlaceId): Key => ({ pk: ofPerson(person), sk: `office#${place}` }),
  passkeyOf: (person: ParticipantId, passkey: PasskeyId | '' = ''): Key => ({
    pk: ofPerson(person),
    sk: `passkey#${passkey}`,
  }),
  recoveryCodeOf: (person: ParticipantId, mac: string): Key => ({ pk: ofPerson(person), sk: `recovery-code#${mac}` }),
  passkey: (passkey: PasskeyId): Key => ({ pk: `passkey#${passkey}`, sk: 'passkey' }),
  recoveryCode: (mac: string): Key => ({ pk: `recovery-code#${mac}`, sk: 'recovery-code' }),
  staff: (place: PlaceId, person: ParticipantId | '' = ''): Key => ({ pk: `staff#${place}`, sk: person }),
  invitation: (place: PlaceId, invitation: InvitationId | '' = ''): Key => ({
    pk: `invitations#${place}`,
    sk: invitation,
  }),
  invitationToken: (hash: string): Key => ({ pk: `invitation-token#${hash}`, sk: 'token' }),
  workMail: (whose: ParticipantId | InvitationId): Key => ({ pk: `work-mail#${whose}`, sk: 'work-mail' }),
  firstRun: (): Key => ({ pk: 'first-run#link', sk: 'link' }),
};
