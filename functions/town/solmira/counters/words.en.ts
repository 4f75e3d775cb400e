import type { ConsultationWords } from '../../shape.ts';

export const words = {
  title: 'Understanding each other at the counter',
  question: 'How can the city make itself understood, and understand, at its counters?',
  why:
    'Last year one person in four left the registry office without knowing what to do. Not only people who speak another ' +
    'language: also those who find reading hard, who do not hear well, who have no computer.',
  whatHappens:
    'This consultation is over. The city has read the results, changed the text and answered. The results stay public.',
  document: 'Recommendations for counters',
  passages: [
    {
      heading: 'Letters that can be understood',
      text:
        'Every letter of the city begins with three sentences: what has happened, what you have to do, by when. The fifty ' +
        'letters used most are rewritten in plain words and read before sending by people who are learning Italian.',
      summary: 'Letters say at once what to do and by when. People who are learning Italian read them first.',
    },
    {
      heading: 'An interpreter within ten minutes',
      text:
        'At every counter you can ask for an interpreter by phone or video, free of charge, in thirty languages and in ' +
        'sign language. The wait is no longer than ten minutes. No child translates for an adult.',
      summary: 'At the counter you can have an interpreter within ten minutes, free of charge, also in sign language.',
    },
    {
      heading: 'Two mornings without appointment',
      text:
        'Appointments are made on the website, by phone or in person. On Tuesday and Friday mornings you can also come ' +
        'in without one. Somebody at the entrance helps to find the right counter.',
      summary: 'On Tuesday and Friday mornings you come in without appointment. Somebody at the entrance helps you.',
    },
    {
      heading: 'A single form',
      text:
        'Whoever moves to Solmira fills in a single form for registration, doctor, school and waste. Offices pass the ' +
        'data on only if the person wishes, and the person can see who received them.',
      summary: 'One form for those who arrive. Data go from office to office only if you wish.',
    },
  ],
} as const satisfies ConsultationWords;
