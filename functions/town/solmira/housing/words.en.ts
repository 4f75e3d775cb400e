import type { ConsultationWords } from '../../shape.ts';

export const words = {
  title: 'A home in Solmira',
  question: 'What should the city do so that everybody can find a home, and keep it?',
  why:
    'Finding a home in Solmira has become hard. Rents have grown by a third in five years, eleven hundred homes stand ' +
    'empty, and many people tell of being turned away on the phone as soon as their name or accent was heard. The city ' +
    'has written five recommendations and wants to know what is wrong with them, before it decides.',
  whatHappens:
    'Until the date shown you can suggest changes. After that there is only voting. At the end a working group of the ' +
    'city rewrites the text and answers, passage by passage: what was taken up, what was not, and why. The answer goes ' +
    'to the city council and is public.',
  document: 'Recommendations on housing',
  passages: [
    {
      heading: 'Letting without prejudice',
      text:
        'The City of Solmira invites owners and agencies to sign a charter for letting without discrimination. Those who ' +
        'sign undertake to show homes to anybody who asks, to demand the same papers from everybody and to give reasons ' +
        'for a refusal in writing. The City checks that the charter is kept by test calls, publishes the results every ' +
        'year and strikes off the list those who do not keep it. Their advertisements appear free of charge on the ' +
        'City’s website.',
      summary:
        'People who let homes can sign a promise: to treat everybody the same and to explain a “no” in writing. The city ' +
        'checks with test calls. Those who break the promise are taken off the list.',
    },
    {
      heading: 'A limit on rents in expensive areas',
      text:
        'In districts where the average rent exceeds a third of the average household income, the City sets a maximum ' +
        'rent per square metre together with the associations of tenants and owners. Owners who keep to it pay half the ' +
        'municipal property tax; those who let to tourists for more than ninety days a year pay twice the tax. The ' +
        'measure lasts five years and is evaluated after three.',
      summary:
        'In the most expensive districts the city sets a highest rent. Owners who keep to it pay less tax. Those who let ' +
        'almost only to tourists pay more. It is tried for five years.',
    },
    {
      heading: 'Empty homes lived in again',
      text:
        'The City draws up a list of homes, public and private, that have been empty for more than two years. Public ' +
        'homes are to be repaired within eighteen months. Private owners are offered an interest-free loan for the work ' +
        'and a fund that covers up to six months of unpaid rent, if they let for at least four years to a family on the ' +
        'waiting list. A third of the homes regained is free of steps and suits people who use a wheelchair.',
      summary:
        'The city counts empty homes and helps to repair them, with loans and a guarantee for those who let. One home in ' +
        'three must also suit people who use a wheelchair.',
    },
    {
      heading: 'Building more, and faster',
      text:
        'The City makes two sites near the station available for six hundred new homes and halves the time for permits, ' +
        'with a single application and a single contact person. A quarter of the homes is reserved for families on a low ' +
        'income. People with different incomes live in the same building: no separate entrances.',
      summary:
        'Six hundred new homes are built near the station. Permits take half the time. One home in four is for people ' +
        'who earn little, in the same building as everybody else.',
    },
    {
      heading: 'An address for everybody',
      text:
        'Those who really live in Solmira must be able to register as residents. The City reminds owners that they may ' +
        'not forbid registration in the home they let, and offers an address at the municipal desk to people who for a ' +
        'time have no stable home: guests, seasonal workers, people between one home and another. The address tells ' +
        'nobody about the person’s situation.',
      summary:
        'Without a registered address you have no doctor, no school and no post. Whoever lives here must be able to get ' +
        'one. People without a stable home can use an address of the city that nobody can recognise as such.',
    },
  ],
} as const satisfies ConsultationWords;
