import type { TownConsultation } from '../shape.ts';
import { texts } from '../wording.ts';

/** Asked where it is about people who are often not asked. */
export const belonging: NonNullable<TownConsultation['belonging']> = {
  version: 1,
  question: texts('it', {
    en: 'Are you one of the people this is often about?',
    it: 'Sei una delle persone di cui spesso si parla qui?',
    ar: 'هل أنت ممن يدور الحديث هنا عنهم كثيرًا؟',
  }),
  why: texts('it', {
    en: 'So that the council sees what people need who meet these doors most often closed.',
    it: 'Perché il Consiglio veda di che cosa ha bisogno chi più spesso trova queste porte chiuse.',
    ar: 'كي يرى المجلس ما يحتاج إليه من يجدون هذه الأبواب مغلقة أكثر من غيرهم.',
  }),
  answers: [
    {
      key: 'from-elsewhere',
      label: texts('it', {
        en: 'I, or my parents, came from another country',
        it: 'Io, o i miei genitori, veniamo da un altro Paese',
        ar: 'جئت أنا أو جاء والداي من بلد آخر',
      }),
    },
    {
      key: 'disability',
      label: texts('it', { en: 'I live with a disability', it: 'Vivo con una disabilità', ar: 'أعيش مع إعاقة' }),
    },
  ],
};
