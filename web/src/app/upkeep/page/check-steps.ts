import {
  type Api,
  type CheckMovedAnswer,
  type CheckPage,
  checkMovesAssign,
  checkMovesCancel,
  checkMovesGiveUp,
  checkMovesPostpone,
  checkMovesTake,
} from '@parc/api-client';
import { CHECK_ACTION_WORDS, type CheckAction } from '@parc/domain';
import type { ActButton } from '../../shell/act-buttons';
import type { FormSpec } from '../../shell/forms/fields';
import type { WriteHeaders } from '../../shell/mutation';

/** An act of a check's page; what is done before the devices has a page of its own. */
export type PageAction = Exclude<CheckAction, 'do'>;

export interface CheckButton extends ActButton {
  readonly action: PageAction;
}

const ORDER: readonly PageAction[] = ['take', 'postpone', 'assign', 'give-up', 'cancel'];
const TROUBLE: readonly PageAction[] = ['give-up', 'cancel'];

/** Taking asks for nothing. */
export const isAtOnce = (action: PageAction): boolean => action === 'take';

export function checkButtons({ possible }: Pick<CheckPage, 'possible'>): readonly CheckButton[] {
  return ORDER.filter((action) => possible.includes(action)).map((action) => ({
    action,
    label: isAtOnce(action) ? CHECK_ACTION_WORDS[action] : `${CHECK_ACTION_WORDS[action]}…`,
    look: TROUBLE.includes(action) ? 'trouble' : 'plain',
    ...(TROUBLE.includes(action) ? { rare: true } : {}),
  }));
}

/** The form of an act that asks for something; null for one that does not. @param technicians to choose from, by id */
export function checkForm(
  action: PageAction,
  page: CheckPage,
  technicians: readonly { readonly accountId: string; readonly name: string }[],
): FormSpec | null {
  const spec = { id: `${action} ${page.id}`, heading: CHECK_ACTION_WORDS[action], button: CHECK_ACTION_WORDS[action] };
  switch (action) {
    case 'take':
      return null;
    case 'assign':
      return {
        ...spec,
        sections: [
          {
            fields: [
              {
                ...{ name: 'accountId', label: 'Technicien', type: 'select', required: 'Choisissez quelqu’un.' },
                options: [
                  { value: '', label: 'Choisir' },
                  ...technicians.map(({ accountId, name }) => ({ value: accountId, label: name })),
                ],
              },
            ],
          },
        ],
      };
    case 'postpone':
      return {
        ...spec,
        text: 'Le jour du plan reste le même : un contrôle fait plus tard compte comme en retard.',
        sections: [
          {
            fields: [
              {
                ...{ name: 'day', label: 'On y passe le', type: 'date', required: 'Donnez un jour.' },
                initial: page.plannedOn,
              },
            ],
          },
        ],
      };
    default:
      return {
        ...spec,
        ...{ tone: 'trouble' },
        sections: [
          {
            fields: [
              {
                ...{ name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000, help: 'L’école le lit.' },
                required: 'Dites pourquoi en quelques mots.',
              },
            ],
          },
        ],
      };
  }
}

/** What an act brings. */
export interface CheckBrings {
  readonly reason?: string;
  readonly accountId?: string;
  readonly day?: string;
}

/** An act as the API is asked for it. */
export function sendCheckStep(
  api: Api,
  action: PageAction,
  asked: WriteHeaders & { id: string },
  { reason = '', accountId = '', day = '' }: CheckBrings,
): Promise<CheckMovedAnswer> {
  switch (action) {
    case 'take':
      return api.invoke(checkMovesTake, asked);
    case 'assign':
      return api.invoke(checkMovesAssign, { ...asked, body: { accountId } });
    case 'postpone':
      return api.invoke(checkMovesPostpone, { ...asked, body: { day } });
    case 'give-up':
      return api.invoke(checkMovesGiveUp, { ...asked, body: { reason } });
    case 'cancel':
      return api.invoke(checkMovesCancel, { ...asked, body: { reason } });
  }
}
