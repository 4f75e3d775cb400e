/** A consultation that is still being prepared: its text has been brought in, in the language it was written in. */
export const draft = {
  title: {
    it: 'Strade dove si sta',
    en: 'Streets to stay in',
    ar: 'شوارع نبقى فيها',
  },
  question: {
    it: 'Che cosa rende una strada di Solmira un posto dove tutti si fermano volentieri?',
    en: 'What makes a street of Solmira a place where everybody likes to stay?',
    ar: 'ما الذي يجعل شارعًا في سولميرا مكانًا يحب الجميع البقاء فيه؟',
  },
  why: {
    it: 'In tre quartieri non c’è una panchina tra la fermata e casa. Chi cammina piano, chi aspetta, chi gioca ci dice che la strada è solo un passaggio.',
    en: 'In three districts there is no bench between the stop and home. People who walk slowly, who wait, who play tell us that the street is only for passing through.',
    ar: 'في ثلاثة أحياء لا يوجد مقعد بين الموقف والبيت. ومن يمشي ببطء ومن ينتظر ومن يلعب يقول لنا إن الشارع للمرور فقط.',
  },
  whatHappens: {
    it: 'Il Consiglio decide a primavera quali strade si rifanno per prime, e dice perché.',
    en: 'In spring the council decides which streets are rebuilt first, and says why.',
    ar: 'يقرر المجلس في الربيع أي الشوارع يُعاد بناؤها أولًا، ويقول لماذا.',
  },
  text: `# Linee guida per le strade

## Una panchina ogni duecento passi

Tra una fermata e l’altra c’è sempre un posto per sedersi, con uno schienale e con l’ombra d’estate.

## Luce dove si aspetta

Le fermate e i passaggi sono illuminati fino all’ultimo autobus. Chi segnala una lampada rotta riceve risposta in tre giorni.

## Giocare davanti a casa

In ogni quartiere una strada è chiusa alle auto il pomeriggio:

- la scelgono gli abitanti, con un voto ogni anno;
- i negozi ricevono la merce la mattina;
- nessuno paga per usarla.
`,
} as const;
