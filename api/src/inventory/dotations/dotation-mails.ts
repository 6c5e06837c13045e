import { DOTATION_OPINIONS, frenchDay, HALF_DAYS, type DotationOpinion, type HalfDay } from '@parc/domain';
import { mailText } from '../../platform/mail/mail.service.js';

interface Told {
  title: string;
  modelName: string;
  quantity: number;
  /** Of the school's part. */
  link: string;
}

const devices = ({ quantity, modelName }: Pick<Told, 'quantity' | 'modelName'>) => `${quantity} × ${modelName}`;

/** To the head of a school: what is proposed, and until when to answer. */
export const dotationAskedMail = (told: Told, answerBy: string) => ({
  subject: `Dotation proposée à votre école : ${told.title}`,
  body: mailText(
    [
      `La métropole propose à votre école ${devices(told)}. Dites ce que vous en pensez avant la fin du ${frenchDay(answerBy)} : un geste suffit.`,
      'Sans réponse de votre part, votre silence est noté ; il ne vaut pas accord.',
    ],
    told.link,
  ),
});

/** To a head who has not answered yet. */
export const dotationReminderMail = (told: Told, answerBy: string) => ({
  subject: `Rappel : votre avis sur la dotation ${told.title}`,
  body: mailText([`Votre avis sur ${devices(told)} est attendu avant la fin du ${frenchDay(answerBy)}.`], told.link),
});

/** To the managers: a head has answered. */
export const dotationAnsweredMail = (
  told: Told & { schoolName: string },
  opinion: DotationOpinion,
  fewer: number | null,
) => ({
  subject: `${told.schoolName} a répondu : ${told.title}`,
  body: mailText(
    [
      `${told.schoolName} répond « ${DOTATION_OPINIONS[opinion].word} »${fewer === null ? '' : ` (${fewer} au lieu de ${told.quantity})`} à la proposition de ${devices(told)}.`,
    ],
    told.link,
  ),
});

/** To the managers: the delay is over for schools that did not answer. */
export const dotationSilencesMail = (title: string, schools: number, link: string) => ({
  subject: `Dotation ${title} : ${schools === 1 ? 'une école' : `${schools} écoles`} sans réponse`,
  body: mailText(
    [
      `Le délai est passé : ${schools === 1 ? 'une école n’a' : `${schools} écoles n’ont`} pas répondu. Un silence ne vaut pas accord : confirmez en disant pourquoi, ou écartez l’école.`,
    ],
    link,
  ),
});

/** To the head of a school: what was decided. */
export const dotationDecidedMail = (told: Told, comes: boolean) => ({
  subject: `Dotation décidée : ${told.title}`,
  body: mailText(
    [
      comes
        ? `Votre école recevra ${devices(told)}. Le jour de la livraison vous sera annoncé.`
        : `La dotation est décidée, et votre école n’en fait pas partie. Le motif se lit sur la page.`,
    ],
    told.link,
  ),
});

/** To the head of a school: when it comes. */
export const dotationPlannedMail = (told: Told, day: string, half: HalfDay) => ({
  subject: `Livraison prévue le ${frenchDay(day)} : ${told.title}`,
  body: mailText(
    [
      `${devices(told)} : livraison prévue dans votre école le ${frenchDay(day)}, ${HALF_DAYS[half].word}.`,
      'Si ce jour ne convient pas, prévenez la métropole.',
    ],
    told.link,
  ),
});
