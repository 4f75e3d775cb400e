import type { PlaceWords } from '../shape.ts';

export const place = {
  name: 'Solmira',
  about:
    'Solmira is an invented city on the coast: a harbour, two hills, a hundred and ten thousand people and, in its ' +
    'schools, forty-two languages. Here the people who live in it, since yesterday or since always, say what a decision ' +
    'of the city should change, before the decision is made.',
  houseRules:
    'Speak of what you know. Your experience counts, also when it differs from that of others.\n\n' +
    'Criticise ideas, not people. Insulting somebody for their origin, skin colour, language, religion, sex, age, a ' +
    'disability or whom they love has no place here.\n\n' +
    'Do not write anybody’s name, address or phone number, not even your own.\n\n' +
    'Write in the language you like. Do not correct the mistakes of others: if you understood, it is fine.\n\n' +
    'No text disappears just because somebody reported it. A person always decides and says why, and you can appeal ' +
    'against the decision.',
  legalBasis:
    'Your consent (Article 6(1)(a) and Article 9(2)(a) of the General Data Protection Regulation). You can take it ' +
    'back at any time by leaving the consultation.',
  consent:
    'The City of Solmira asks what you think of this text. Your votes and your words are used for this and nothing else. ' +
    'They may show your opinions or where you come from; that is why we ask for your consent.\n\n' +
    'We keep them under a pseudonym, without your name, until twelve months after the consultation ends. What you ' +
    'suggest and reply can be read in public. Your votes are seen only within the sum of everybody’s.\n\n' +
    'You can leave at any time, from your page: then your votes and your words are deleted.',
  help: [
    {
      name: 'Emergency',
      what: 'If you are in danger now. 112 is real although this city is invented: it is free of charge in all of the European Union.',
    },
    {
      name: 'Equality Office of Terraluna (invented)',
      what: 'Free and confidential advice if you are treated worse than others.',
    },
    {
      name: 'Open Door desk, Solmira (invented)',
      what: 'At the old fish market, Monday to Saturday. Help with housing, school and papers, in nine languages.',
    },
    {
      name: 'Broom House (invented)',
      what: 'A safe place for women and children who live with violence. Somebody answers day and night.',
    },
  ],
} as const satisfies PlaceWords;
