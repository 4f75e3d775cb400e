import type { PlaceWords } from '../shape.ts';

export const place = {
  name: 'Solmira',
  about:
    'Solmira è una città inventata sulla costa: un porto, due colline, centodiecimila abitanti e, nelle sue scuole, ' +
    'quarantadue lingue. Qui le persone che ci abitano, da ieri o da sempre, dicono che cosa una decisione della città ' +
    'dovrebbe cambiare, prima che la decisione sia presa.',
  houseRules:
    'Parla di quello che sai. La tua esperienza vale, anche quando è diversa da quella degli altri.\n\n' +
    'Critica le idee, non le persone. Chi offende qualcuno per la sua origine, il colore della pelle, la lingua, la ' +
    'religione, il sesso, l’età, una disabilità o perché ama chi ama, qui non trova spazio.\n\n' +
    'Non scrivere il nome, l’indirizzo o il telefono di nessuno, nemmeno i tuoi.\n\n' +
    'Scrivi nella lingua che preferisci. Non correggere gli errori degli altri: se hai capito, va bene così.\n\n' +
    'Nessun testo sparisce solo perché qualcuno lo ha segnalato. Decide sempre una persona, che spiega il motivo, e ' +
    'contro la sua decisione si può fare ricorso.',
  legalBasis:
    'Il tuo consenso (articolo 6, paragrafo 1, lettera a, e articolo 9, paragrafo 2, lettera a, del Regolamento ' +
    'generale sulla protezione dei dati). Puoi ritirarlo quando vuoi, lasciando la consultazione.',
  consent:
    'La Città di Solmira ti chiede che cosa pensi di questo testo. I tuoi voti e le tue parole servono solo a questo. ' +
    'Possono far capire le tue opinioni o la tua origine, perciò ti chiediamo il consenso.\n\n' +
    'Li conserviamo sotto uno pseudonimo, senza il tuo nome, per dodici mesi dopo la fine della consultazione. Le tue ' +
    'proposte e le tue risposte si possono leggere in pubblico. I tuoi voti si vedono solo dentro la somma di tutti.\n\n' +
    'Puoi andartene quando vuoi, dalla tua pagina: allora i tuoi voti e le tue parole vengono cancellati.',
  help: [
    {
      name: 'Emergenza',
      what: 'Se sei in pericolo adesso. Il 112 è vero anche se questa città è inventata: è gratuito in tutta l’Unione europea.',
    },
    {
      name: 'Ufficio per la parità di Terraluna (inventato)',
      what: 'Consigli gratuiti e riservati se vieni trattata o trattato peggio di altri.',
    },
    {
      name: 'Sportello Porta Aperta, Solmira (inventato)',
      what: 'Al vecchio mercato del pesce, dal lunedì al sabato. Aiuto per casa, scuola e documenti, in nove lingue.',
    },
    {
      name: 'Casa Ginestra (inventata)',
      what: 'Un posto sicuro per donne e bambini che vivono con la violenza. Risponde giorno e notte.',
    },
  ],
} as const satisfies PlaceWords;
