import { z } from 'zod';

/** Proof of work (ALTCHA), asked only after many tries from one address. */
export const Proof = z.string().max(2000);
