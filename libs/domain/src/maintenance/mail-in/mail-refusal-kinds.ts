import { type Kind, kindRows, kindsOf } from '../../kinds/kinds.js';

interface MailRefusalRow {
  readonly word: string;
  /** What the page says besides. */
  readonly detail: string;
  /**
   * How the conversation ends: refused for good, refused for now, or taken and dropped without a word where a refusal could make
   * two machines write to each other.
   */
  readonly reply: number;
}

/** Every way a mail that comes in makes no comment. */
// prettier-ignore
export const MAIL_REFUSALS = kindRows<MailRefusalRow>()({
  forged:       { reply: 550, word: 'Adresse de réponse inconnue',   detail: 'L’adresse n’a pas été donnée par l’application, ou elle a été modifiée.' },
  expired:      { reply: 550, word: 'Réponse trop tardive',          detail: 'L’adresse de réponse d’un avis ne vaut plus : il est trop ancien.' },
  foreign:      { reply: 550, word: 'Envoyé d’une autre adresse',    detail: 'Le message ne vient pas de l’adresse de la personne à qui l’avis était destiné.' },
  'not-allowed': { reply: 550, word: 'Plus de droit sur ce ticket',   detail: 'Le compte est désactivé, ou la personne n’a plus de rôle dans cette école.' },
  over:         { reply: 250, word: 'Ticket fini',                   detail: 'La personne en est prévenue par courriel, une fois par jour et par ticket.' },
  automatic:    { reply: 250, word: 'Réponse automatique',           detail: 'Absence, avis de remise, liste de diffusion : écarté sans réponse.' },
  loop:         { reply: 250, word: 'Notre propre message',          detail: 'Un avis de l’application qui nous est revenu : écarté sans réponse.' },
  empty:        { reply: 550, word: 'Message vide',                  detail: 'Rien n’est écrit au-dessus du message cité.' },
  'too-large':  { reply: 552, word: 'Message trop lourd',            detail: 'Les pièces jointes s’ajoutent dans l’application.' },
  unreadable:   { reply: 550, word: 'Message illisible',             detail: 'La forme du message n’est pas celle d’un courriel.' },
  'too-many':   { reply: 450, word: 'Trop de messages',              detail: 'La même personne en a envoyé beaucoup en une heure : le serveur réessaie plus tard.' },
});
export type MailRefusal = Kind<typeof MAIL_REFUSALS>;
export const MAIL_REFUSAL_NAMES = kindsOf(MAIL_REFUSALS);

/** Days that the page of refused mail goes back. */
export const MAIL_REFUSAL_DAYS = 30;
