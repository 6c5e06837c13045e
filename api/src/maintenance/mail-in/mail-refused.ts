import { MAIL_REFUSALS, type MailRefusal } from '@parc/domain';

/**
 * What a server says of each refusal: in ASCII, as its sender's own server passes it on to a person, whatever it speaks.
 */
const SAID: Readonly<Record<MailRefusal, string>> = {
  forged: "Adresse de reponse inconnue. Repondez depuis l'application Parc Ecole.",
  expired: "Cette adresse de reponse ne vaut plus. Repondez depuis l'application Parc Ecole.",
  foreign: "Repondez depuis l'adresse a laquelle cet avis vous a ete envoye.",
  'not-allowed': "Vous n'avez plus acces a ce ticket.",
  over: 'OK',
  automatic: 'OK',
  loop: 'OK',
  empty: 'Votre reponse est vide : ecrivez au-dessus du message cite.',
  'too-large': "Message trop lourd. Repondez sans piece jointe : les photos s'ajoutent dans l'application.",
  unreadable: 'Message illisible.',
  'too-many': 'Trop de messages en une heure. Reessayez plus tard.',
};

/** A mail that makes no comment, on its way to the conversation that brought it. */
export class MailRefused extends Error {
  readonly responseCode: number;

  constructor(readonly reason: MailRefusal) {
    super(SAID[reason]);
    this.responseCode = MAIL_REFUSALS[reason].reply;
  }

  /** Taken and dropped: to its sender it has arrived. */
  get isSilent(): boolean {
    return this.responseCode < 300;
  }
}
