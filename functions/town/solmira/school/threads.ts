import type { TownThread } from '../../shape.ts';

export const threads = [
  {
    on: { contribution: 'teacher-alone' },
    replies: [
      {
        language: 'en',
        label: 'for',
        text: 'I read this and thought of my son’s teacher. She is kind and exhausted. Two adults, please.',
        replies: [
          {
            language: 'it',
            label: 'for',
            name: 'Maestra di quarta',
            text: 'Con due adulti firmo anche il passaggio 2 senza cambiare una parola.',
          },
        ],
      },
      {
        language: 'it',
        label: 'for',
        text: 'Le due cose stanno insieme: niente classi separate e più persone in aula.',
        replies: [
          {
            language: 'it',
            label: 'question',
            text: 'Sulla carta sì. E i soldi?',
            replies: [
              {
                language: 'it',
                label: 'for',
                text: 'Dal progetto delle classi pomeridiane, se le scuole si uniscono.',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    on: { contribution: 'separate-helps' },
    replies: [
      {
        language: 'it',
        label: 'against',
        text: 'Anche mia figlia piangeva, poi ha smesso. Se usciva dalla classe non avrebbe mai avuto le sue amiche.',
      },
      {
        language: 'ar',
        label: 'for',
        text: 'أفهمك. ابنتي أيضًا احتاجت إلى الهدوء، لكن ثلاثة أسابيع فقط لا سنة.',
        replies: [{ language: 'en', label: 'for', text: 'Three weeks is what we had, and what I meant by short.' }],
      },
    ],
  },
  {
    on: { contribution: 'break-italian' },
    replies: [
      {
        language: 'en',
        label: 'against',
        text: 'In group work two languages can sit at one table: say it, then say it again. My pupils do it faster than I can.',
      },
      {
        language: 'sq',
        label: 'question',
        text: 'Edhe biri im mbetej jashtë, por kur të gjithë flisnin italisht. Vlen për të dy anët.',
        replies: [{ language: 'it', label: 'for', text: 'Grazie, a questo non avevo pensato.' }],
      },
    ],
  },
  {
    on: { contribution: 'sixteen-alone' },
    replies: [
      {
        language: 'it',
        label: 'question',
        text: 'Mi dispiace. Com’è possibile che il posto letto finisca prima della scuola? Chi lo ha deciso?',
        replies: [
          {
            language: 'en',
            name: 'Arrived at sixteen',
            text: 'A date of birth decided it. That is why I want the last sentence of this passage to stay.',
            replies: [
              {
                language: 'it',
                label: 'for',
                text: 'Allora chiediamo che valga anche per chi quest’anno compie diciotto anni.',
              },
            ],
          },
        ],
      },
      { language: 'ar', label: 'for', text: 'أنا الآن في السابعة عشرة وأعدّ الأيام. أرجوكم ألا تنتظروا إلى أيلول.' },
    ],
  },
  {
    on: { contribution: 'sixteen-money' },
    replies: [
      {
        language: 'en',
        label: 'against',
        text: 'Leaving school without a certificate also costs, only later and somebody else.',
      },
      { language: 'it', label: 'for', text: 'Domanda legittima. Il Comune pubblichi il conto insieme al testo.' },
    ],
  },
  {
    on: { passage: 4 },
    replies: [
      {
        language: 'it',
        label: 'question',
        text: 'Nelle scuole piccole l’interprete arriva da fuori: si può fare il colloquio in video?',
        replies: [
          {
            language: 'it',
            label: 'against',
            name: 'Papà sordo',
            text: 'Con la lingua dei segni sì, se la connessione regge. Nella mia scuola non regge.',
          },
        ],
      },
      { language: 'bn', label: 'for', text: 'ভয়েস বার্তা পেলে আমার মা-ও বুঝতে পারবেন।' },
    ],
  },
  {
    on: { passage: 3 },
    replies: [
      {
        language: 'it',
        label: 'question',
        text: 'Due lingue scelte come? Se vota la maggioranza, vincono sempre le stesse due.',
        replies: [{ language: 'en', label: 'for', text: 'Take turns: one chosen by number, one by lot.' }],
      },
    ],
  },
] as const satisfies readonly TownThread[];
