import type { TownThread } from '../../shape.ts';

export const threads = [
  {
    on: { contribution: 'interpreter-cost' },
    replies: [
      {
        language: 'en',
        label: 'against',
        text: 'The employees who speak other languages do it today, unpaid, on top of their own work.',
        replies: [{ language: 'it', label: 'for', text: 'Vero, allora paghiamoli e formiamoli.' }],
      },
    ],
  },
  {
    on: { contribution: 'form-police' },
    replies: [
      {
        language: 'it',
        label: 'for',
        text: 'Il passaggio dice «solo se la persona lo vuole». Aggiungiamo: a nessun altro ufficio.',
        replies: [{ language: 'fr', label: 'for', text: 'Oui, écrit comme ça, je le remplirais.' }],
      },
    ],
  },
  {
    on: { passage: 1 },
    replies: [
      {
        language: 'ar',
        label: 'question',
        text: 'هل يمكن أن نكون نحن من يقرأ الرسائل أولًا؟',
        replies: [{ language: 'it', text: 'Sì: nella risposta il Comune ha invitato la scuola serale.' }],
      },
    ],
  },
] as const satisfies readonly TownThread[];
