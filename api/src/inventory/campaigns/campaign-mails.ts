import { CAMPAIGN_PARTS, frenchDay, type CampaignPartState } from '@parc/domain';
import { mailText } from '../../platform/mail/mail.service.js';
import type { Campaign } from './campaign.access.js';

interface Told {
  campaign: Pick<Campaign, 'title' | 'toDay'>;
  /** Of the school's part. */
  link: string;
}

const until = (toDay: string) => `C’est à faire avant la fin du ${frenchDay(toDay)}.`;

/** To the head of a school that counts: from when on, and how. @param fromDay null: it has begun */
export function campaignBeginsMail({ campaign, link }: Told, fromDay: string | null) {
  const { title, toDay } = campaign;
  const begins = fromDay === null ? 'est ouvert' : `commence le ${frenchDay(fromDay)}`;
  const told = `Le récolement « ${title} » ${begins} dans votre école. Il s’agit de passer dans chaque salle et de dire quels appareils y sont, en lisant leurs étiquettes avec un téléphone ou en les cochant dans une liste. À plusieurs, cela va plus vite : chacun peut commencer où il veut.`;
  return { subject: `Récolement : ${title}`, body: mailText([told, until(toDay)], link) };
}

/** To the head of a school that has not begun, or not sent. */
export function campaignReminderMail({ campaign, link }: Told, state: CampaignPartState) {
  const { title, toDay } = campaign;
  const told =
    state === CAMPAIGN_PARTS.initial
      ? `Le récolement « ${title} » n’a pas encore commencé dans votre école.`
      : `Le récolement « ${title} » de votre école n’est pas encore envoyé.`;
  return { subject: `Récolement : ${title}`, body: mailText([told, until(toDay)], link) };
}

/** To the manager: a school has been through its rooms. @param unresolved differences that wait now */
export function campaignSentMail({ campaign, link }: Told, schoolName: string, unresolved: number) {
  const left =
    unresolved === 0
      ? 'Tout y est à sa place : il ne reste rien à régler.'
      : `${unresolved === 1 ? 'Un écart reste' : `${unresolved} écarts restent`} à régler.`;
  const told = `${schoolName} a envoyé son récolement « ${campaign.title} ».`;
  return { subject: `Récolement envoyé : ${schoolName}`, body: mailText([told, left], link) };
}

/** To the head whose part was opened again. */
export function campaignReopenedMail({ campaign, link }: Told, reason: string) {
  const { title, toDay } = campaign;
  const told = `Le récolement « ${title} » de votre école est rouvert : ${reason.trim()}`;
  return { subject: `Récolement rouvert : ${title}`, body: mailText([told, until(toDay)], link) };
}
