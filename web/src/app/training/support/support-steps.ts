import {
  type Api,
  type SupportMovedAnswer,
  supportMovesCancel,
  supportMovesDate,
  supportMovesMove,
  supportMovesReport,
  type SupportSheet,
} from '@parc/api-client';
import {
  parisDateOf,
  SUPPORT_ACTION_WORDS,
  SUPPORT_MOST_MINUTES,
  SUPPORT_STEP_MINUTES,
  type SupportAction,
} from '@parc/domain';
import { duration } from '@parc/ui';
import type { ActButton } from '../../shell/act-buttons';
import { type FormField, type FormSpec, textOf, type Values, wholeOf } from '../../shell/forms/fields';
import type { WriteHeaders } from '../../shell/mutation';
import { datesTyped, type Hours, hoursFields, hoursOf } from '../hours-fields';

export interface SupportButton extends ActButton {
  readonly action: SupportAction;
}

/** What goes on first; every act asks for something. */
const ORDER: readonly SupportAction[] = ['date', 'report', 'move', 'cancel'];

export const supportButtons = ({ possible }: SupportSheet): readonly SupportButton[] =>
  ORDER.filter((action) => possible.includes(action)).map((action, index) => ({
    ...{ action, label: `${SUPPORT_ACTION_WORDS[action]}…` },
    look: action === 'cancel' ? 'trouble' : index === 0 ? 'primary' : 'plain',
  }));

const READ_BY = 'L’école et le formateur le lisent.';
const reason: FormField = {
  ...{ name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000, help: READ_BY },
  required: 'Dites pourquoi en quelques mots.',
};

/** The form of an act. */
export function supportForm(action: SupportAction, page: SupportSheet): FormSpec {
  const button = SUPPORT_ACTION_WORDS[action];
  const spec = { id: `${action} ${page.id}`, heading: button, button };
  switch (action) {
    case 'date':
      return {
        ...spec,
        text: 'La date est donnée à l’école, qui est prévenue par courriel.',
        sections: [{ fields: hoursFields([firstDate(page)]) }],
      };
    case 'move':
      return {
        ...spec,
        text: 'L’école est prévenue par courriel.',
        sections: [{ fields: [...hoursFields([standingDate(page)]), reason] }],
      };
    case 'report':
      return { ...spec, sections: [{ fields: reportFields(page) }] };
    case 'cancel':
      return { ...spec, sections: [{ fields: [reason] }], tone: 'trouble' };
  }
}

/** A morning of the period that is wished for, not before tomorrow's. */
function firstDate({ wishedFrom }: SupportSheet): Hours {
  const today = parisDateOf(new Date());
  return { day: wishedFrom > today ? wishedFrom : '', from: '09:00', to: '10:30' };
}

const standingDate = ({ startsAt, endsAt }: SupportSheet): Hours => hoursOf({ startsAt: startsAt!, endsAt: endsAt! });

function reportFields({ startsAt, endsAt }: SupportSheet): readonly FormField[] {
  const planned = startsAt && endsAt ? (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 : 60;
  const initial = Math.max(SUPPORT_STEP_MINUTES, Math.round(planned / SUPPORT_STEP_MINUTES) * SUPPORT_STEP_MINUTES);
  const lengths = Array.from(
    { length: SUPPORT_MOST_MINUTES / SUPPORT_STEP_MINUTES },
    (_, index) => (index + 1) * SUPPORT_STEP_MINUTES,
  );
  return [
    {
      ...{ name: 'report', label: 'Ce qui a été fait', type: 'lines', most: 2000 },
      required: 'Dites ce qui a été fait.',
      help: 'L’enseignant, la direction et l’inspection le lisent. Ne nommez aucun élève.',
    },
    {
      ...{ name: 'minutes', label: 'Durée', type: 'select', required: 'Choisissez une durée.', initial: `${initial}` },
      options: lengths.map((minutes) => ({ value: `${minutes}`, label: duration(minutes) })),
    },
    { name: 'followUp', label: 'Ce qui suit', type: 'lines', most: 1000 },
  ];
}

/** An act as the API is asked for it. */
export function sendSupportStep(
  api: Api,
  action: SupportAction,
  asked: WriteHeaders & { id: string },
  values: Values,
): Promise<SupportMovedAnswer> {
  const because = textOf(values, 'reason') ?? '';
  const date = () => datesTyped(values, 1)[0]!;
  switch (action) {
    case 'date':
      return api.invoke(supportMovesDate, { ...asked, body: date() });
    case 'move':
      return api.invoke(supportMovesMove, { ...asked, body: { ...date(), reason: because } });
    case 'cancel':
      return api.invoke(supportMovesCancel, { ...asked, body: { reason: because } });
    case 'report': {
      const body = {
        report: textOf(values, 'report') ?? '',
        minutes: wholeOf(values, 'minutes') ?? SUPPORT_STEP_MINUTES,
        followUp: textOf(values, 'followUp'),
      };
      return api.invoke(supportMovesReport, { ...asked, body });
    }
  }
}
