import type { ConsultationWords } from '../../shape.ts';

export const words = {
  title: 'School and languages',
  question: 'How should the schools of Solmira welcome those who speak another language?',
  why:
    'Forty-two languages are spoken in the city’s schools. Every week children and young people arrive in the middle of ' +
    'the year. Some schools have found a good way to welcome them, others leave them at the back of the room. The city ' +
    'is writing common rules for all its schools and for what happens in the afternoon.',
  whatHappens:
    'Now is the time for voting and discussion. When voting has closed, the schools and the education office rewrite the ' +
    'rules and answer every suggestion that many people, or one group with a strong need, have supported. The new rules ' +
    'apply from next September.',
  document: 'Guidelines for a school of many languages',
  passages: [
    {
      heading: 'The first day',
      text:
        'Nobody enters a class without being expected. Before the first day the family meets the school for an hour, ' +
        'with a mediator who speaks their language. The school tells how it works, hears what the child can already do, ' +
        'and chooses a classmate who keeps the newcomer company for a month. Enrolment is possible at any time of the ' +
        'year, and the class is chosen by age.',
      summary:
        'Before starting, the family meets the school with somebody who speaks their language. A classmate keeps the ' +
        'newcomer company for a month. You join a class of your own age.',
    },
    {
      heading: 'Learning Italian in class, not outside it',
      text:
        'Newcomers follow lessons with their class from the start and, for one year, receive eight hours a week of ' +
        'Italian in a small group. The small group’s hours are never taken from music, sport or workshops. Separate ' +
        'classes for those who do not yet speak Italian are not allowed.',
      summary:
        'Newcomers stay with their class and learn Italian for eight more hours a week. They do not miss music, sport or ' +
        'workshops. No separate classes.',
    },
    {
      heading: 'Home languages at school',
      text:
        'The languages of families are a richness of the school. In the afternoon every school offers courses in at ' +
        'least two languages chosen by the families, open also to those who do not speak them. In breaks and group work ' +
        'everybody speaks the language they like. Those who know a language well may have it count as the second ' +
        'foreign language in the exam.',
      summary:
        'In the afternoon you can learn the languages of families. In the break you speak as you like. A language you ' +
        'know well can count in the exam.',
    },
    {
      heading: 'Talking with families',
      text:
        'Important information comes in simple words and in the family’s language, also as a voice message. There is an ' +
        'interpreter at meetings: children do not translate for their parents. Those who use sign language have an ' +
        'interpreter at every meeting. Meetings can also be asked for in the evening or by phone.',
      summary:
        'The school writes simply and in your language, or sends a voice message. At meetings an interpreter translates, ' +
        'not the children. You can also talk in the evening.',
    },
    {
      heading: 'Arriving at sixteen',
      text:
        'Those who arrive between fifteen and eighteen, often without family, have little time. For them the city opens ' +
        'a bridge school that leads in two years to the school certificate and a first trade, with lessons also in the ' +
        'evening for those who work. Those who turn eighteen can finish the course and keep their bed until the exam.',
      summary:
        'For those who arrive between fifteen and eighteen there is a special school, also in the evening: a certificate ' +
        'and a trade in two years. If you turn eighteen, you can finish.',
    },
  ],
} as const satisfies ConsultationWords;
