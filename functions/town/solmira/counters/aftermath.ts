import type { TownAftermath } from '../../shape.ts';
import { texts } from '../../wording.ts';

/** The one-stop office has answered three parts of four; of its two measures one is late. */
export const aftermath: TownAftermath = {
  published: -60,
  cites: [
    { part: 1, suggestions: ['letter-ar', 'letter-deadline'] },
    { part: 2, suggestions: ['interpreter-dialects', 'child-at-counter', 'interpreter-deaf'] },
    { part: 3, suggestions: ['queue-chairs'] },
    { part: 4, suggestions: ['form-who-saw'] },
  ],
  note: texts('it', {
    en: 'The text stands as it was voted on. It now says from which suggestions each part comes.',
    it: 'Il testo resta come è stato votato. Ora dice da quali proposte viene ogni parte.',
    ar: 'بقي النص كما صُوّت عليه. وهو يذكر الآن من أي اقتراحات جاء كل جزء.',
  }),
  leftOut: 'Il loro contenuto è già in una delle quattro parti, o riguarda altri uffici.',
  answeredBy: 'Sportello Unico di Solmira',
  due: -20,
  answers: [
    {
      part: 1,
      day: -41,
      outcome: 'taken-up',
      why: texts('it', {
        en: 'We rewrite the fifty letters, with the date in large figures. People who are learning Italian read them first.',
        it: 'Riscriviamo le cinquanta lettere, con la data in cifre grandi. Le legge prima chi sta imparando l’italiano.',
        ar: 'نعيد كتابة الرسائل الخمسين والتاريخ بأرقام كبيرة. ويقرؤها أولًا من يتعلمون الإيطالية.',
      }),
      who: 'Ufficio comunicazione',
      when: 60,
    },
    {
      part: 2,
      day: -38,
      outcome: 'partly',
      why: texts('it', {
        en: 'Phone and video, yes, also in sign language. Ten minutes we can promise for eighteen languages, not yet for thirty.',
        it: 'Telefono e video sì, anche nella lingua dei segni. Dieci minuti possiamo prometterli per diciotto lingue, non ancora per trenta.',
        ar: 'الهاتف والفيديو نعم، وبلغة الإشارة أيضًا. ونستطيع أن نعد بعشر دقائق لثماني عشرة لغة، وليس لثلاثين بعد.',
      }),
      who: 'Sportello Unico',
      when: -10,
    },
    {
      part: 4,
      day: -36,
      outcome: 'not-taken-up',
      why: texts('it', {
        en: 'The law does not let the tax office share this form. We have asked the region to change that.',
        it: 'La legge non permette all’ufficio tributi di condividere questo modulo. Abbiamo chiesto alla Regione di cambiarla.',
        ar: 'لا يسمح القانون لمكتب الضرائب بمشاركة هذه الاستمارة. وقد طلبنا من الإقليم تغيير ذلك.',
      }),
      who: 'Ufficio tributi',
    },
  ],
  measures: [
    {
      part: 1,
      day: -34,
      deadline: 60,
      title: texts('it', {
        en: 'Fifty letters in plain words',
        it: 'Cinquanta lettere in parole semplici',
        ar: 'خمسون رسالة بكلمات بسيطة',
      }),
      owner: 'Ufficio comunicazione',
      indicator: texts('it', {
        en: 'Letters rewritten and read by learners',
        it: 'Lettere riscritte e lette da chi impara',
        ar: 'رسائل أُعيدت كتابتها وقرأها المتعلمون',
      }),
      target: texts('it', { en: '50', it: '50', ar: '50' }),
      goes: {
        day: -8,
        state: 'under-way',
        note: texts('it', {
          en: 'Twenty-two are done.',
          it: 'Ventidue sono pronte.',
          ar: 'اكتملت اثنتان وعشرون.',
        }),
      },
    },
    {
      part: 2,
      day: -33,
      deadline: -10,
      title: texts('it', {
        en: 'Screens for sign language at three counters',
        it: 'Schermi per la lingua dei segni a tre sportelli',
        ar: 'شاشات للغة الإشارة عند ثلاثة شبابيك',
      }),
      owner: 'Sportello Unico',
      indicator: texts('it', {
        en: 'Counters with a screen that works',
        it: 'Sportelli con uno schermo che funziona',
        ar: 'شبابيك فيها شاشة تعمل',
      }),
      target: texts('it', { en: '3', it: '3', ar: '3' }),
      goes: {
        day: -18,
        state: 'under-way',
        note: texts('it', {
          en: 'One of three hangs. The other two are ordered.',
          it: 'Uno su tre è montato. Gli altri due sono ordinati.',
          ar: 'رُكّبت واحدة من ثلاث. وطُلبت الأخريان.',
        }),
      },
    },
  ],
};
