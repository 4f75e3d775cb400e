import type { ConsultationWords } from '../../shape.ts';

export const words = {
  title: 'Capirsi allo sportello',
  question: 'Come può il Comune farsi capire, e capire, agli sportelli?',
  why:
    'L’anno scorso una persona su quattro è uscita dall’anagrafe senza sapere che cosa fare. Non solo chi parla un’altra ' +
    'lingua: anche chi legge con fatica, chi non sente bene, chi non ha un computer.',
  whatHappens:
    'La consultazione è finita. Il Comune ha letto i risultati, ha cambiato il testo e ha risposto. I risultati restano ' +
    'pubblici.',
  document: 'Raccomandazioni per gli sportelli',
  passages: [
    {
      heading: 'Lettere che si capiscono',
      text:
        'Ogni lettera del Comune comincia con tre frasi: che cosa è successo, che cosa devi fare, entro quando. Le ' +
        'cinquanta lettere più usate sono riscritte in parole semplici e lette prima dell’invio da persone che imparano ' +
        'l’italiano.',
      summary:
        'Le lettere dicono subito che cosa fare ed entro quando. Persone che imparano l’italiano le leggono prima.',
    },
    {
      heading: 'Un interprete in dieci minuti',
      text:
        'In ogni sportello si può chiedere un interprete al telefono o in video, gratuitamente, in trenta lingue e in ' +
        'lingua dei segni. L’attesa non supera dieci minuti. Nessun bambino traduce per un adulto.',
      summary: 'Allo sportello puoi avere gratis un interprete in dieci minuti, anche in lingua dei segni.',
    },
    {
      heading: 'Senza appuntamento, due mattine',
      text:
        'Gli appuntamenti si prendono sul sito, al telefono o di persona. Il martedì e il venerdì mattina si entra anche ' +
        'senza appuntamento. Una persona all’ingresso aiuta a trovare lo sportello giusto.',
      summary: 'Il martedì e il venerdì mattina entri senza appuntamento. All’ingresso qualcuno ti aiuta.',
    },
    {
      heading: 'Un solo modulo',
      text:
        'Chi si trasferisce a Solmira compila un solo modulo per residenza, medico, scuola e rifiuti. Gli uffici si ' +
        'passano i dati solo se la persona lo vuole e può vedere a chi sono andati.',
      summary: 'Un modulo solo per chi arriva. I dati passano da un ufficio all’altro solo se vuoi.',
    },
  ],
} as const satisfies ConsultationWords;
