import type { ConventionPage } from '@parc/api-client';
import {
  addCalendarDays,
  type ConventionParty,
  type PlainDate,
  CONVENTION_PARTIES,
  CONVENTIONS_TO_RENEW,
  CONVENTIONS_SIGNED,
  CONVENTIONS,
  type ConventionAction,
} from '@parc/domain';
import type { ActButton } from '../../shell/act-buttons';
import { type FormField, type FormSpec, type Values } from '../../shell/forms/fields';
import { partyWord } from '../page/convention-words';

/** What the metropole records of a convention; `record-act` has a form of its own. */
export type ConventionStep =
  'send' | 'recall' | 'refuse' | 'approve' | 'sign' | 'end' | 'draft-successor' | 'renew' | 'record-act';

export interface StepButton extends ActButton {
  readonly step: ConventionStep;
}

type Judged = Pick<ConventionPage, 'state' | 'actions' | 'file' | 'renewedBy' | 'partyName'>;

/** The buttons of this reader, what the convention waits for first; three dots say that a form opens. */
export function stepButtons(page: Judged): readonly StepButton[] {
  const may = (action: ConventionPage['actions'][number]): boolean => page.actions.includes(action);
  const acted = page.file?.deliberation !== null && page.file !== null;
  const signed = page.renewedBy !== null && CONVENTIONS_SIGNED.includes(page.renewedBy.state);
  const buttons: (StepButton | false)[] = [
    may('send') && { step: 'send', label: 'Transmettre…', look: 'primary' },
    may('approve') &&
      (acted
        ? { step: 'approve', label: 'Enregistrer l’approbation', look: 'primary' }
        : { step: 'record-act', label: 'Saisir la décision qui approuve…', look: 'primary' }),
    may('sign') && { step: 'sign', label: 'Enregistrer une signature…', look: 'primary' },
    may('renew') && signed && { step: 'renew', label: 'Renouveler…', look: 'primary' },
    may('draft-successor') &&
      page.renewedBy === null && {
        step: 'draft-successor',
        label: 'Préparer la suite…',
        look: CONVENTIONS_TO_RENEW.includes(page.state) ? 'primary' : 'plain',
      },
    may('record-act') &&
      (acted || !may('approve')) && {
        step: 'record-act',
        label: acted ? 'Compléter la délibération…' : 'Saisir la délibération…',
        look: 'plain',
      },
    may('recall') && { step: 'recall', label: 'Reprendre', look: 'plain' },
    may('refuse') && { step: 'refuse', label: 'Le signataire refuse…', look: 'trouble' },
    may('end') && { step: 'end', label: 'Mettre fin…', look: 'trouble' },
  ];
  return buttons.filter((button) => button !== false);
}

/** What the page asks of who keeps the convention; null when nothing waits. */
export function stepQuestion(page: Judged & Pick<ConventionPage, 'next'>): {
  readonly question: string;
  readonly text: string;
} | null {
  if (page.actions.length === 0) return null;
  const waitsFor = (action: ConventionAction): boolean => CONVENTIONS.statesFrom(action).includes(page.state);
  if (waitsFor('send'))
    return {
      question: 'La convention est-elle prête ?',
      text: 'Une fois transmise, elle ne se modifie plus sans la reprendre.',
    };
  if (waitsFor('approve'))
    return {
      question: `Qu’a répondu ${page.partyName} ?`,
      text: 'L’approbation demande la délibération du conseil, ou la décision de l’organisme.',
    };
  if (waitsFor('sign')) return { question: 'Qui a signé ?', text: signatureText(page) };
  if (!CONVENTIONS_TO_RENEW.includes(page.state)) return null;
  return {
    question: 'Comment continuer ?',
    text:
      page.renewedBy === null
        ? 'Les écoles ne commandent plus. La suite reprend le signataire, les engagements et les écoles.'
        : `La suite ${page.renewedBy.number} est préparée : une fois signée, renouvelez celle-ci.`,
  };
}

function signatureText({ file, partyName }: Judged): string {
  const signed = file?.signatures.map(({ party }) => partyWord(party, partyName)) ?? [];
  return signed.length === 0
    ? 'La convention est signée quand les deux parties ont signé.'
    : `${signed.join(' et ')} a signé ; il manque l’autre signature.`;
}

/** A step that needs nothing but to be confirmed. */
export function isBare(step: ConventionStep): step is 'recall' | 'approve' {
  return step === 'recall' || step === 'approve';
}

const past = (name: string, label: string, today: PlainDate, initial = today): FormField => ({
  name,
  label,
  type: 'date',
  half: true,
  initial,
  required: 'Donnez une date.',
  check: (value) => (value > today ? 'Cette date est à venir : enregistrez ce qui a eu lieu.' : ''),
});

/** The form of a step. @param today the day proposed, and the last one that has happened */
export function stepForm(
  step: Exclude<ConventionStep, 'recall' | 'approve' | 'record-act'>,
  page: Pick<ConventionPage, 'number' | 'partyName' | 'file' | 'toDay'>,
  today: PlainDate,
): FormSpec {
  switch (step) {
    case 'send':
      return {
        id: step,
        heading: `Transmettre ${page.number} à ${page.partyName}`,
        sections: [{ fields: [past('on', 'Transmise le', today)] }],
        button: 'Enregistrer la transmission',
      };
    case 'refuse':
      return {
        id: step,
        heading: `${page.partyName} refuse ${page.number}`,
        text: 'La convention redevient un brouillon que vous pouvez corriger et transmettre à nouveau.',
        sections: [{ fields: [reasonField('Ce que dit le signataire')] }],
        button: 'Enregistrer le refus',
        tone: 'trouble',
      };
    case 'sign':
      return signForm(page, today);
    case 'end':
      return {
        id: step,
        heading: `Mettre fin à ${page.number}`,
        text: 'Dès le lendemain, les écoles préparent des brouillons mais n’envoient plus. Les travaux commencés se terminent.',
        sections: [
          {
            fields: [
              past('on', 'Dernier jour', today),
              { name: 'noticeOn', label: 'Préavis donné le', type: 'date', half: true },
              reasonField('Pourquoi'),
            ],
          },
        ],
        button: 'Mettre fin à la convention',
        tone: 'trouble',
      };
    case 'draft-successor':
      return successorForm(page, today);
    case 'renew':
      return {
        id: step,
        heading: `Renouveler ${page.number}`,
        text: 'Un renouvellement est exprès : l’évaluation est adoptée par le comité de pilotage, puis communiquée à chaque signataire.',
        sections: [
          {
            fields: [
              past('evaluationAdoptedOn', 'Évaluation adoptée le', today, ''),
              {
                ...past('evaluationToldOn', 'Communiquée le', today, ''),
                check: (value, values) =>
                  value < (values['evaluationAdoptedOn'] ?? '') ? 'Elle est communiquée après son adoption.' : '',
              },
            ],
          },
        ],
        button: 'Renouveler la convention',
      };
  }
}

function reasonField(label: string): FormField {
  return { name: 'reason', label, type: 'lines', required: 'Dites pourquoi : les signataires le liront.' };
}

function signForm(page: Pick<ConventionPage, 'number' | 'partyName' | 'file'>, today: PlainDate): FormSpec {
  const parties: readonly ConventionParty[] = CONVENTION_PARTIES;
  const missing = parties.filter((party) => !page.file?.signatures.some((signature) => signature.party === party));
  return {
    id: 'sign',
    heading: `Signature de ${page.number}`,
    sections: [
      {
        fields: [
          {
            name: 'party',
            label: 'Qui signe',
            type: 'choice',
            options: missing.map((party) => ({ value: party, label: partyWord(party, page.partyName) })),
            initial: missing[0] ?? '',
            required: 'Choisissez qui signe.',
          },
          past('on', 'Signée le', today),
          {
            name: 'signatory',
            label: 'Par',
            type: 'text',
            half: true,
            help: 'La qualité suffit : « Le maire ».',
            required: 'Dites qui a signé.',
          },
        ],
      },
    ],
    button: 'Enregistrer la signature',
  };
}

function successorForm({ number, toDay }: Pick<ConventionPage, 'number' | 'toDay'>, today: PlainDate): FormSpec {
  const next = toDay === null ? today : addCalendarDays(toDay, 1);
  return {
    id: 'draft-successor',
    heading: `Préparer la suite de ${number}`,
    text: 'La nouvelle convention reprend le signataire, les engagements et les écoles ; vous pouvez ensuite la modifier.',
    sections: [
      {
        fields: [
          { name: 'number', label: 'Numéro', type: 'text', most: 60, required: 'Donnez le numéro de la nouvelle.' },
          {
            name: 'fromDay',
            label: 'Du',
            type: 'date',
            half: true,
            initial: next,
            required: 'Donnez le premier jour.',
          },
          {
            name: 'toDay',
            label: 'Au, inclus',
            type: 'date',
            half: true,
            required: 'Donnez le terme.',
            check: (value, values) => ((values['fromDay'] ?? '') > value ? 'Le terme vient avant le début.' : ''),
          },
        ],
      },
    ],
    button: 'Préparer la suite',
  };
}

/** What the toast says once the step is recorded. */
export function stepDone(step: ConventionStep, { number }: Pick<ConventionPage, 'number'>, values: Values): string {
  switch (step) {
    case 'send':
      return `${number} est transmise`;
    case 'recall':
      return `${number} est reprise : vous pouvez la modifier`;
    case 'refuse':
      return `Refus de ${number} enregistré`;
    case 'approve':
      return `${number} est approuvée`;
    case 'sign':
      return `Signature de ${number} enregistrée`;
    case 'end':
      return `${number} a pris fin`;
    case 'draft-successor':
      return `${values['number']} est préparée`;
    case 'renew':
      return `${number} est renouvelée`;
    case 'record-act':
      return 'Délibération enregistrée';
  }
}
