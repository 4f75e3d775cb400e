import type { TownThread } from '../../shape.ts';

export const threads = [
  {
    on: { contribution: 'phone-name' },
    replies: [
      {
        language: 'it',
        label: 'for',
        text: 'È successo anche a me, con l’accento del sud. Non è solo questione di passaporto.',
        replies: [
          { language: 'en', label: 'for', text: 'True, and both can be on the list of what test callers try.' },
          {
            language: 'ar',
            label: 'against',
            text: 'صحيح، لكن من يحمل اسمًا أجنبيًا يُرفض قبل أن يتكلم أصلًا.',
            replies: [{ language: 'it', label: 'for', text: 'Ha ragione. Non è una gara: contano tutti e due.' }],
          },
        ],
      },
      {
        language: 'it',
        label: 'against',
        name: 'Agente immobiliare',
        text: 'Forse l’appartamento era davvero già promesso e poi liberato. Succede spesso.',
        replies: [
          { language: 'it', label: 'question', text: 'Quattro volte in una settimana?' },
          {
            language: 'it',
            label: 'against',
            withdrawn: true,
            text: 'A queste scuse non crede più nessuno.',
            replies: [
              {
                language: 'it',
                text: 'Meglio chiederlo che indovinarlo: si può scrivere nella carta di dire quando è stato affittato.',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    on: { contribution: 'owner-afraid' },
    replies: [
      {
        language: 'en',
        label: 'question',
        text: 'This is exactly why the guarantee fund exists. Would six months be enough for you to let to somebody you do not know?',
        replies: [
          {
            language: 'it',
            name: 'Proprietaria di due stanze',
            text: 'Sei no, dodici sì. E qualcuno da chiamare quando le cose cominciano ad andare male, non dopo.',
            replies: [{ language: 'it', label: 'for', text: 'Questo si può scrivere nel passaggio 3. Proponilo!' }],
          },
        ],
      },
      {
        language: 'ro',
        label: 'against',
        text: 'Și chiriașul vrea să doarmă noaptea. Riscul nu e doar al proprietarului.',
      },
    ],
  },
  {
    on: { contribution: 'limit-now' },
    replies: [
      {
        language: 'it',
        label: 'against',
        text: 'A Porto Vecchio il limite farà sparire gli annunci, non i rincari.',
        replies: [{ language: 'it', label: 'against', text: 'Gli annunci sono già spariti.' }],
      },
      { language: 'ar', label: 'question', text: 'أوافق، لكن كيف نعرف الإيجار الحقيقي إذا كان نصفه يُدفع نقدًا؟' },
    ],
  },
  {
    on: { contribution: 'owner-forbids' },
    replies: [
      {
        language: 'it',
        label: 'for',
        text: 'È vietato dalla legge. Allo sportello Porta Aperta ti aiutano a scrivere la lettera.',
        replies: [
          {
            language: 'ar',
            text: 'أعرف، لكنني إذا كتبت الرسالة خسرت الغرفة. لذلك أحتاج إلى عنوان المدينة أولًا.',
            replies: [
              {
                language: 'en',
                label: 'for',
                text: 'Then the order in the text should change: first the address, then the letter to the owner.',
              },
            ],
          },
        ],
      },
      {
        language: 'fr',
        label: 'for',
        text: 'Même chose pour moi pendant deux ans. On finit par ne plus ouvrir la bouche.',
      },
    ],
  },
  {
    on: { contribution: 'address-abuse' },
    replies: [
      {
        language: 'en',
        label: 'against',
        text: 'An office with a register knows more about two hundred people than a landlord with a secret ever will.',
      },
      {
        language: 'it',
        label: 'for',
        text: 'Domanda giusta. Forse basta un colloquio ogni tre mesi.',
        replies: [
          { language: 'ro', label: 'question', text: 'Trei luni e mult pentru cine lucrează la câmp. La telefon, da.' },
        ],
      },
    ],
  },
  {
    on: { passage: 2 },
    replies: [
      {
        language: 'it',
        label: 'question',
        text: 'Chi decide che cos’è il reddito medio di un quartiere? In collina vivono in pochi e guadagnano molto.',
        replies: [
          { language: 'en', label: 'for', text: 'The passage should name the source of the figure. Good catch.' },
        ],
      },
      { language: 'en', label: 'question', text: 'Half the property tax is generous. Half of how much?' },
    ],
  },
  {
    on: { passage: 5 },
    replies: [
      { language: 'ar', label: 'for', text: 'هذه أول مرة أرى فيها حياتي مكتوبة في نص للبلدية.' },
      {
        language: 'it',
        label: 'for',
        text: 'Bene, ma scrivete anche entro quanto tempo arriva l’indirizzo.',
        replies: [{ language: 'ro', label: 'for', text: 'Două săptămâni.' }],
      },
    ],
  },
] as const satisfies readonly TownThread[];
