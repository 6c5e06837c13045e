import { EQUIPMENT_FAMILIES, LABEL_REPORT_DAYS, SYMPTOMS, type Symptom } from '@parc/domain';
import type { LabelledDevice } from '../../inventory/labels/labelled-devices.js';
import { mailText } from '../../platform/mail/mail.service.js';

/** What a head reads of the first report of a day: nothing of whoever made it, as nothing is known. @param link to the page that lists them */
export function labelReportMail(
  { family, roomName, symptom }: Pick<LabelledDevice, 'family' | 'roomName'> & { symptom: Symptom },
  link: string,
): { subject: string; body: string } {
  const what = [family === null ? 'un appareil' : EQUIPMENT_FAMILIES[family].word, roomName].filter(Boolean).join(', ');
  const told = `Une panne est signalée sans compte, depuis une étiquette : ${SYMPTOMS[symptom].word.toLowerCase()} (${what}).`;
  const next = `Confirmez-la ou écartez-la depuis votre page d’accueil. Sans réponse, elle est oubliée au bout de ${LABEL_REPORT_DAYS} jours.`;
  const others = 'S’il en vient d’autres aujourd’hui, elles s’y ajoutent sans autre courriel.';
  return { subject: 'Une panne est signalée sans compte : à confirmer', body: mailText([told, next, others], link) };
}
