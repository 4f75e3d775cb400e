import type { ConsultationWords } from '../../shape.ts';

export const words = {
  title: 'Scuola e lingue',
  question: 'Come devono accogliere le scuole di Solmira chi parla un’altra lingua?',
  why:
    'Nelle scuole della città si parlano quarantadue lingue. Ogni settimana arrivano bambine e ragazzi a metà anno. ' +
    'Alcune scuole hanno trovato un buon modo di accoglierli, altre li lasciano in fondo all’aula. La città scrive regole ' +
    'comuni per tutte le sue scuole e per i servizi del pomeriggio.',
  whatHappens:
    'Adesso si vota e si discute. Chiuso il voto, le scuole e l’assessorato riscrivono le regole e rispondono a ogni ' +
    'proposta che molti, o un gruppo con un bisogno forte, hanno sostenuto. Le nuove regole valgono dal prossimo ' +
    'settembre.',
  document: 'Linee guida per una scuola di molte lingue',
  passages: [
    {
      heading: 'Il primo giorno',
      text:
        'Nessuno entra in classe senza essere atteso. Prima del primo giorno la famiglia incontra la scuola per un’ora, ' +
        'con una mediatrice o un mediatore che parla la sua lingua. La scuola racconta come funziona, ascolta che cosa la ' +
        'bambina o il ragazzo sa già fare e sceglie un compagno che lo accompagna per un mese. L’iscrizione è possibile ' +
        'in ogni momento dell’anno e la classe si sceglie secondo l’età.',
      summary:
        'Prima di cominciare, la famiglia incontra la scuola con una persona che parla la sua lingua. Una compagna o un ' +
        'compagno accompagna chi è nuovo per un mese. Si entra in una classe della propria età.',
    },
    {
      heading: 'Imparare l’italiano in classe, non fuori',
      text:
        'Chi arriva segue da subito le lezioni con la sua classe e, per un anno, riceve otto ore alla settimana di ' +
        'italiano in un piccolo gruppo. Le ore del piccolo gruppo non si prendono mai da musica, educazione fisica o ' +
        'laboratorio. Classi separate per chi non parla ancora italiano non sono ammesse.',
      summary:
        'Chi è nuovo sta con la sua classe e in più impara l’italiano otto ore alla settimana. Non perde musica, ' +
        'ginnastica e laboratori. Niente classi separate.',
    },
    {
      heading: 'Le lingue di casa a scuola',
      text:
        'Le lingue delle famiglie sono una ricchezza della scuola. Ogni scuola offre nel pomeriggio corsi in almeno due ' +
        'lingue scelte dalle famiglie, aperti anche a chi non le parla. Nelle pause e nei lavori di gruppo ognuno parla ' +
        'la lingua che vuole. Chi sa bene una lingua può farla valere come seconda lingua straniera all’esame.',
      summary:
        'Nel pomeriggio si possono imparare le lingue delle famiglie. In pausa si parla come si vuole. Una lingua che sai ' +
        'bene può valere all’esame.',
    },
    {
      heading: 'Parlare con le famiglie',
      text:
        'Le informazioni importanti arrivano in parole semplici e nella lingua della famiglia, anche come messaggio ' +
        'vocale. Per i colloqui c’è un interprete: i figli non traducono per i genitori. Chi usa la lingua dei segni ha ' +
        'un interprete per tutti gli incontri. I colloqui si possono chiedere anche la sera o al telefono.',
      summary:
        'La scuola scrive semplice e nella tua lingua, o manda un messaggio vocale. Nei colloqui traduce un interprete, ' +
        'non i figli. Si può parlare anche la sera.',
    },
    {
      heading: 'Chi arriva a sedici anni',
      text:
        'Chi arriva tra i quindici e i diciotto anni, spesso senza famiglia, ha poco tempo. Per loro la città apre una ' +
        'scuola di passaggio che in due anni porta alla licenza media e a un primo mestiere, con lezioni anche la sera ' +
        'per chi lavora. Chi compie diciotto anni può finire il corso e tenere il posto letto fino all’esame.',
      summary:
        'Per chi arriva tra i quindici e i diciotto anni c’è una scuola speciale, anche di sera: in due anni un diploma e ' +
        'un mestiere. Chi compie diciotto anni può finire.',
    },
  ],
} as const satisfies ConsultationWords;
