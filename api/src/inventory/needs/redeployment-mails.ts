import { frenchDay } from '@parc/domain';
import { mailText } from '../../platform/mail/mail.service.js';

interface Asked {
  modelName: string;
  /** ISO date until when an answer is waited for. */
  answerBy: string;
  /** Of the redeployment. */
  link: string;
}

const until = (answerBy: string) =>
  `Votre avis est attendu jusqu’au ${frenchDay(answerBy)} ; sans réponse, la décision le dira.`;

/** To the head of the school that a device would leave. */
export function givingAskedMail({ modelName, answerBy, link }: Asked) {
  const told = `La métropole propose de confier à une autre école un appareil qui sert peu dans la vôtre : ${modelName}.`;
  return { subject: 'Votre avis sur un appareil à redéployer', body: mailText([told, until(answerBy)], link) };
}

/** To the head of the school that said a need. */
export function receivingAskedMail({ modelName, answerBy, link }: Asked) {
  const told = `Pour un besoin que vous avez dit, la métropole vous propose un appareil déjà au parc : ${modelName}.`;
  return { subject: 'Un appareil est proposé à votre école', body: mailText([told, until(answerBy)], link) };
}
