import {
  type Api,
  returnMovesCancel,
  returnMovesFollow,
  returnMovesReceiveRepaired,
  returnMovesReceiveReplaced,
  returnMovesRefuse,
  returnMovesSend,
  type ReturnMovedAnswer,
  type ReturnPage,
} from '@parc/api-client';
import {
  addCalendarDays,
  RETURN_ACTION_WORDS,
  RETURN_MILESTONES,
  RETURN_STATES,
  type ReturnAction,
} from '@parc/domain';
import { day, type PathStep } from '@parc/ui';
import type { ActButton } from '../../shell/act-buttons';
import type { FormField, FormSpec } from '../../shell/forms/fields';
import type { WriteHeaders } from '../../shell/mutation';

export interface ReturnButton extends ActButton {
  readonly action: ReturnAction;
}

/** What goes on first. */
const ORDER: readonly ReturnAction[] = ['send', 'receive-repaired', 'receive-replaced', 'follow', 'refuse', 'cancel'];
const TROUBLE: readonly ReturnAction[] = ['refuse', 'cancel'];
/** Days until the maker is asked, where nobody says otherwise. */
const REVIEW_DAYS = 21;

/** That it is back asks for nothing. */
export const isAtOnce = (action: ReturnAction): boolean => action === 'receive-repaired';

export function returnButtons({ possible }: Pick<ReturnPage, 'possible'>): readonly ReturnButton[] {
  return ORDER.filter((action) => possible.includes(action)).map((action, index) => ({
    action,
    label: isAtOnce(action) ? RETURN_ACTION_WORDS[action] : `${RETURN_ACTION_WORDS[action]}…`,
    look: TROUBLE.includes(action) ? 'trouble' : index === 0 ? 'primary' : 'plain',
  }));
}

const reviewField = (today: string): FormField => ({
  ...{ name: 'reviewOn', label: 'À relancer le', type: 'date', required: 'Donnez un jour.' },
  ...{ initial: addCalendarDays(today, REVIEW_DAYS), help: 'Vous recevez un rappel ce jour-là.' },
});
const reasonField = (help: string): FormField => ({
  ...{ name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000, help },
  required: 'Dites pourquoi en quelques mots.',
});

/** The form of an act that asks for something; null for one that does not. @param today ISO date */
export function returnForm(action: ReturnAction, page: Pick<ReturnPage, 'id'>, today: string): FormSpec | null {
  const fields = fieldsOfAct(action, today);
  if (fields === null) return null;
  const words = RETURN_ACTION_WORDS[action];
  return {
    ...{ id: `${action} ${page.id}`, heading: words, sections: [{ fields }], button: words },
    ...(action === 'refuse'
      ? { text: 'Le ticket n’attend plus le constructeur : demandez-y un devis, ou remplacez l’appareil.' }
      : {}),
    ...(action === 'receive-replaced'
      ? { text: 'Il prend la place, l’étiquette et le dossier de l’ancien : collez-y la même étiquette.' }
      : {}),
    ...(TROUBLE.includes(action) ? { tone: 'trouble' as const } : {}),
  };
}

function fieldsOfAct(action: ReturnAction, today: string): readonly FormField[] | null {
  switch (action) {
    case 'send':
      return [
        { ...{ name: 'sentOn', label: 'Envoyé le', type: 'date', initial: today, required: 'Donnez un jour.' } },
        { ...{ name: 'trackingNumber', label: 'Numéro de suivi', type: 'text', most: 60 }, help: 'S’il y en a un.' },
        reviewField(today),
      ];
    case 'follow':
      return [{ ...reasonField('L’école le lit.'), label: 'Ce que le constructeur répond' }, reviewField(today)];
    case 'receive-replaced':
      return [
        {
          ...{ name: 'serial', label: 'Numéro de série du nouvel appareil', type: 'text', most: 100 },
          required: 'Donnez son numéro de série.',
        },
        {
          ...{ name: 'warrantyUntil', label: 'Garantie jusqu’au', type: 'date' },
          help: 'Vide : celle de l’ancien continue.',
        },
      ];
    case 'refuse':
      return [reasonField('L’école le lit.')];
    case 'cancel':
      return [reasonField('Le ticket reprend aussitôt. L’école le lit.')];
    case 'receive-repaired':
      return null;
  }
}

/** What an act brings. */
export interface ReturnBrings {
  readonly reason?: string;
  readonly sentOn?: string;
  readonly trackingNumber?: string | null;
  readonly reviewOn?: string;
  readonly serial?: string;
  readonly warrantyUntil?: string | null;
}

/** An act as the API is asked for it. */
export function sendReturnStep(
  api: Api,
  action: ReturnAction,
  asked: WriteHeaders & { id: string },
  brings: ReturnBrings,
): Promise<ReturnMovedAnswer> {
  const { reason = '', sentOn = '', trackingNumber = null, reviewOn = '', serial = '', warrantyUntil = null } = brings;
  switch (action) {
    case 'send':
      return api.invoke(returnMovesSend, { ...asked, body: { sentOn, trackingNumber, reviewOn } });
    case 'follow':
      return api.invoke(returnMovesFollow, { ...asked, body: { reason, reviewOn } });
    case 'receive-repaired':
      return api.invoke(returnMovesReceiveRepaired, asked);
    case 'receive-replaced':
      return api.invoke(returnMovesReceiveReplaced, { ...asked, body: { serial, warrantyUntil } });
    case 'refuse':
      return api.invoke(returnMovesRefuse, { ...asked, body: { reason } });
    case 'cancel':
      return api.invoke(returnMovesCancel, { ...asked, body: { reason } });
  }
}

/** The line of its life; empty for one that stopped. */
export function returnPath({ state, history }: Pick<ReturnPage, 'state' | 'history'>): readonly PathStep[] {
  const { behind } = RETURN_STATES[state];
  if (behind === null) return [];
  return RETURN_MILESTONES.map((milestone) => {
    const { behind: place, milestone: label } = RETURN_STATES[milestone];
    const reached = milestone === RETURN_MILESTONES.at(-1) ? [milestone, state] : [milestone];
    const at = history.findLast(({ toState }) => reached.includes(toState))?.at;
    const position = place! < behind ? 'past' : place === behind ? 'present' : 'future';
    return { label: label!, state: position, ...(at === undefined || position === 'future' ? {} : { note: day(at) }) };
  });
}
