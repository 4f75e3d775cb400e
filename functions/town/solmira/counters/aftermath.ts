import type { TownAftermath } from '../../shape.ts';
import { texts } from '../../wording.ts';

/** The one-stop office has answered three parts of four; of its two measures one is late. */
export const aftermath: TownAftermath = {
  published: -60,
  cites: [
    {
      part: 1,
      suggestions: ['letter-ar', 'letter-deadline'],
      words: {
        text: texts('it', {
          en: 'Every letter of the city begins with three sentences: what has happened, what you have to do, by when. The day stands in large figures on a line of its own. The fifty letters used most are rewritten in plain words and read before sending by people who are learning Italian.',
          it: 'Ogni lettera del Comune comincia con tre frasi: che cosa è successo, che cosa devi fare, entro quando. Il giorno sta in cifre grandi su una riga tutta sua. Le cinquanta lettere più usate sono riscritte in parole semplici e lette prima dell’invio da persone che imparano l’italiano.',
          ar: 'تبدأ كل رسالة من البلدية بثلاث جمل: ماذا حدث، وماذا عليك أن تفعل، وحتى متى. ويُكتب اليوم بأرقام كبيرة في سطر وحده. تُعاد كتابة الرسائل الخمسين الأكثر استعمالًا بكلمات بسيطة، ويقرؤها قبل الإرسال أشخاص يتعلمون الإيطالية.',
        }),
      },
    },
    {
      part: 2,
      suggestions: ['interpreter-dialects', 'child-at-counter', 'interpreter-deaf'],
      words: {
        text: texts('it', {
          en: 'At every counter you can ask for an interpreter by phone or video, free of charge, in thirty languages and in sign language. You say which Arabic, which Kurdish, which Romani you speak. The wait is no longer than ten minutes. No child translates for an adult, not even if the adult asks for it.',
          it: 'In ogni sportello si può chiedere un interprete al telefono o in video, gratuitamente, in trenta lingue e in lingua dei segni. Dici tu quale arabo, quale curdo, quale romanì parli. L’attesa non supera dieci minuti. Nessun bambino traduce per un adulto, nemmeno se l’adulto lo chiede.',
          ar: 'عند كل شبّاك يمكن طلب مترجم بالهاتف أو بالفيديو مجانًا، بثلاثين لغة وبلغة الإشارة. وأنت تقول أي عربية أو كردية أو رومانية غجرية تتكلم. لا يزيد الانتظار على عشر دقائق. ولا يترجم أي طفل لشخص بالغ، حتى لو طلب البالغ ذلك.',
        }),
      },
    },
    { part: 3, suggestions: ['queue-chairs'] },
    { part: 4, suggestions: ['form-who-saw'] },
  ],
  note: texts('it', {
    en: 'Two parts say more than before, in words that residents wrote to us. Every part says from which suggestions it comes.',
    it: 'Due parti dicono più di prima, con parole che ci hanno scritto gli abitanti. Ogni parte dice da quali proposte viene.',
    ar: 'يقول جزءان أكثر من ذي قبل بكلمات كتبها لنا السكان. ويذكر كل جزء من أي اقتراحات جاء.',
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
