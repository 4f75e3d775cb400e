import type { ConsultationWords } from '../../shape.ts';

export const words = {
  title: 'Una casa a Solmira',
  question: 'Che cosa deve fare la città perché tutte e tutti possano trovare una casa, e tenerla?',
  why:
    'Trovare casa a Solmira è diventato difficile. Gli affitti sono cresciuti di un terzo in cinque anni, millecento ' +
    'alloggi sono vuoti e molte persone raccontano di essere state rifiutate al telefono, appena sentito il nome o ' +
    'l’accento. La città ha scritto cinque raccomandazioni e vuole sapere che cosa non va, prima di decidere.',
  whatHappens:
    'Fino alla data indicata puoi proporre cambiamenti. Poi si vota soltanto. Alla fine un gruppo di lavoro del Comune ' +
    'riscrive il testo e risponde, passaggio per passaggio: che cosa è stato accolto, che cosa no, e perché. La risposta ' +
    'va in consiglio comunale ed è pubblica.',
  document: 'Raccomandazioni per la casa',
  passages: [
    {
      heading: 'Affittare senza pregiudizi',
      text:
        'La Città di Solmira invita proprietari e agenzie a firmare una carta per affitti senza discriminazioni. Chi ' +
        'firma si impegna a mostrare gli alloggi a chiunque ne faccia richiesta, a chiedere a tutti gli stessi documenti ' +
        'e a motivare per iscritto un rifiuto. La Città verifica il rispetto della carta con telefonate di prova, ' +
        'pubblica ogni anno i risultati e toglie dall’elenco chi non la rispetta. Gli annunci di chi firma compaiono ' +
        'gratuitamente sul sito della Città.',
      summary:
        'Chi affitta può firmare una promessa: trattare tutti allo stesso modo e spiegare un no per iscritto. La città ' +
        'controlla con telefonate di prova. Chi non mantiene la promessa esce dall’elenco.',
    },
    {
      heading: 'Un limite agli affitti nelle zone care',
      text:
        'Nei quartieri in cui l’affitto medio supera un terzo del reddito medio delle famiglie, la Città stabilisce ' +
        'insieme alle associazioni di inquilini e proprietari un canone massimo per metro quadrato. Chi lo rispetta paga ' +
        'un’imposta comunale ridotta della metà; chi affitta ai turisti per più di novanta giorni all’anno paga ' +
        'un’imposta doppia. La misura vale cinque anni ed è valutata dopo tre.',
      summary:
        'Nei quartieri più cari la città fissa un affitto massimo. Chi lo rispetta paga meno tasse. Chi affitta quasi ' +
        'solo ai turisti ne paga di più. Si prova per cinque anni.',
    },
    {
      heading: 'Case vuote di nuovo abitate',
      text:
        'La Città fa un elenco degli alloggi vuoti da più di due anni, pubblici e privati. Per gli alloggi pubblici ' +
        'prevede i lavori entro diciotto mesi. Ai proprietari privati offre un prestito senza interessi per i lavori e ' +
        'un fondo che copre fino a sei mesi di affitto non pagato, se affittano per almeno quattro anni a una famiglia ' +
        'in lista d’attesa. Un terzo degli alloggi recuperati è senza gradini e adatto a chi usa una sedia a rotelle.',
      summary:
        'La città conta le case vuote e aiuta a ripararle, con prestiti e una garanzia per chi affitta. Una casa su tre ' +
        'deve andare bene anche per chi usa una sedia a rotelle.',
    },
    {
      heading: 'Costruire di più, e più in fretta',
      text:
        'La Città mette a disposizione due aree vicino alla stazione per seicento nuovi alloggi e dimezza i tempi delle ' +
        'autorizzazioni, con una sola domanda e una sola persona di riferimento. Un quarto degli alloggi è riservato a ' +
        'famiglie con reddito basso. Nello stesso edificio vivono persone con redditi diversi: nessun ingresso separato.',
      summary:
        'Vicino alla stazione nascono seicento case nuove. I permessi arrivano in metà tempo. Una casa su quattro è per ' +
        'chi guadagna poco, nello stesso palazzo degli altri.',
    },
    {
      heading: 'Un indirizzo per tutti',
      text:
        'Chi abita davvero a Solmira deve potersi iscrivere all’anagrafe. La Città ricorda ai proprietari che non possono ' +
        'vietare la residenza nell’alloggio affittato e offre un indirizzo presso lo sportello comunale a chi, per un ' +
        'periodo, non ha una casa stabile: ospiti, lavoratori stagionali, persone tra un alloggio e un altro. ' +
        'L’indirizzo non rivela a nessuno la situazione della persona.',
      summary:
        'Senza residenza non hai medico, scuola né posta. Chi vive qui deve poterla avere. Chi non ha una casa stabile ' +
        'può usare un indirizzo della città, che non si riconosce come tale.',
    },
  ],
} as const satisfies ConsultationWords;
