import type { TicketPage, TicketReportRequest, TicketResolutionRequest } from '@parc/api-client';
import { CAUSES, kindWords, REPAIRS } from '@parc/domain';
import { counted, day, dayAndTime, duration, money } from '@parc/ui';
import type { NewAct } from '../../offline/acts';
import type { ConflictAnswer, Rebased } from '../../offline/queue/rebase';
import { ticketState } from '../../tickets/ticket-words';

const causes = kindWords(CAUSES);
const repairs = kindWords(REPAIRS);

/** What was written on the phone, in a sentence: "Batterie, pièce remplacée, 35 min, 64,90 €. Batterie gonflée." */
export function closingWords({ cause, repair, minutes, priceCents, parts, note }: TicketResolutionRequest): string {
  const cost = priceCents > 0 ? [[parts, money(priceCents)].filter(Boolean).join(' à ')] : [];
  const said = [causes[cause], repairs[repair].toLowerCase(), duration(minutes), ...cost].join(', ');
  return note ? `${said}. ${note}` : `${said}.`;
}

/** A body that this page still knows, as the phone has kept it. */
export function isResolution(body: unknown): body is TicketResolutionRequest {
  return typeof body === 'object' && body !== null && 'cause' in body && 'repair' in body && 'priceCents' in body;
}

/** What stands against an act; `begun`: its ticket is at work already, a start has nothing left to begin. */
export type Standing = Rebased | { readonly kind: 'begun'; readonly answers: readonly ConflictAnswer[] };

/** What stands against it, as the title of the page that settles it. */
export function conflictTitle(rebased: Standing, { assigneeName, mergedIntoNumber }: TicketPage): string {
  if (rebased.kind === 'merged') return 'Rien ne s’y oppose';
  if (rebased.kind === 'begun') return 'Déjà commencé';
  if (rebased.kind === 'ask') return counted(rebased.fields.length, 'point à départager', 'points à départager');
  switch (rebased.why) {
    case 'taken':
      return assigneeName === null ? 'Pris par quelqu’un d’autre' : `Pris par ${assigneeName}`;
    case 'resolved':
      return 'Déjà résolu entre-temps';
    case 'merged':
      return `Réuni à ${mergedIntoNumber ?? 'un autre ticket'}`;
    case 'cancelled':
      return 'Classé sans suite entre-temps';
    default:
      return 'Ce ticket n’est plus à vous';
  }
}

/** The office's side of the state: "Attente : pièce, à revoir le ven. 27 nov." */
export function theirState(page: TicketPage): { readonly word: string; readonly detail: string } {
  const detail =
    page.reviewOn === null ? `depuis le ${dayAndTime(page.stateSince)}` : `à revoir le ${day(page.reviewOn)}`;
  return { word: ticketState(page).word, detail };
}

/** An answer as its author chooses it, and what will be once they have. */
export interface AnswerWords {
  readonly label: string;
  readonly result: string;
}

/** What somebody may make of what was written. */
export const ANSWER_WORDS: Readonly<Record<ConflictAnswer, AnswerWords>> = {
  note: { label: 'En faire une note', result: 'Ce que vous avez écrit va dans le fil du ticket, en note interne.' },
  'new-report': {
    label: 'En faire un nouveau signalement',
    result: 'Un ticket s’ouvre, avec ce que vous avez écrit et vos photos.',
  },
  'to-that-one': { label: 'Clore l’autre ticket', result: 'Ce que vous avez fait clôt le ticket auquel il est réuni.' },
  'without-state': {
    label: 'L’envoyer sans l’état de l’appareil',
    result: 'Le ticket se clôt, l’appareil reste où il est.',
  },
  deposit: {
    label: 'Le confier au gestionnaire',
    result: 'Le gestionnaire du plan lit ce que vous avez écrit, voit vos photos et décide. Rien n’est perdu.',
  },
};

/** "Fait sur place le mar. 24 nov. à 14:50, hors ligne : Batterie, pièce remplacée." */
export const doneWords = (body: TicketResolutionRequest, saidAt: string): string =>
  `Fait sur place le ${dayAndTime(saidAt)}, hors ligne : ${closingWords(body)}`;

/** The same as a note among the metropole's people. */
export function noteInstead(page: Pick<TicketPage, 'id' | 'number'>, text: string): NewAct {
  const key = crypto.randomUUID();
  return {
    ...{ key, version: null, action: 'note', object: { kind: 'ticket', id: page.id } },
    about: `Note sur ${page.number}`,
    request: { method: 'POST', path: `/api/v1/tickets/${page.id}/notes`, body: { text } },
  };
}

/** The same as a breakdown of its own, with the photos that were announced. */
export function reportInstead(page: TicketPage, body: TicketResolutionRequest, saidAt: string): TicketReportRequest {
  return {
    ...sameThing(page),
    description: described(`Suite de ${page.number}, fait sur place le ${dayAndTime(saidAt)} : ${closingWords(body)}`),
    ...(body.photos ? { photos: body.photos } : {}),
  };
}

/** What the office waits for, as a breakdown of its own: the first one ends with what was done. */
export function restInstead(page: TicketPage): TicketReportRequest {
  const { word, detail } = theirState(page);
  return { ...sameThing(page), description: described(`Suite de ${page.number}, reste à faire. ${word}, ${detail}.`) };
}

const DESCRIPTION_CHARACTERS = 2000;
const described = (words: string): string => words.slice(0, DESCRIPTION_CHARACTERS);

function sameThing(page: TicketPage): Omit<TicketReportRequest, 'description' | 'photos'> {
  const { subject, equipmentId, roomId, schoolId, service, symptom, impact, urgency } = page;
  const thing = {
    device: { equipmentId: equipmentId ?? undefined },
    room: { roomId: roomId ?? undefined },
    school: { schoolId },
    service: { schoolId, service: service ?? undefined },
  }[subject];
  return { subject, symptom, impact, urgency, ...thing };
}
