import type { AssignmentRequest } from '@parc/api-client';
import { isPlainDate, type Role, SCOPE_OF_ROLE } from '@parc/domain';
import type { FieldError, PickerOption } from '@parc/ui';
import type { Problem } from '../../shell/problem';
import { SCOPE_QUESTIONS } from './account-words';

/** A role being given, as it is typed. Days are ISO dates; an empty last day is without end. */
export interface RoleDraft {
  readonly role: Role | null;
  readonly scope: PickerOption | null;
  readonly fromDay: string;
  readonly lastDay: string;
  readonly delegationDecision: string;
}

/** What is wrong, by the name that the API gives to each answer. */
export type DraftErrors = Readonly<Record<string, string>>;

/** Where each answer stands in the page, by its name. */
export const CONTROL_IDS: Readonly<Record<string, string>> = {
  name: 'nom',
  email: 'adresse',
  role: 'role',
  scopeId: 'perimetre',
  fromDay: 'debut',
  lastDay: 'fin',
  delegationDecision: 'delegation',
};

/** @param role the only one that may be given, when there is one */
export function emptyRoleDraft(today: string, role: Role | null = null): RoleDraft {
  return { role, scope: null, fromDay: today, lastDay: '', delegationDecision: '' };
}

/** Another role has another scope, and a delegation is the plan manager's alone. */
export function withRole(draft: RoleDraft, role: Role | null): RoleDraft {
  const sameScope = role !== null && draft.role !== null && SCOPE_OF_ROLE[role] === SCOPE_OF_ROLE[draft.role];
  return { ...draft, role, scope: sameScope ? draft.scope : null, delegationDecision: '' };
}

export function roleErrors({ role, scope, fromDay, lastDay }: RoleDraft): DraftErrors {
  const errors: Record<string, string> = {};
  if (role === null) errors['role'] = 'Choisissez un rôle.';
  else if (SCOPE_OF_ROLE[role] !== 'territory' && scope === null)
    errors['scopeId'] = `Choisissez dans la liste : ${SCOPE_QUESTIONS[SCOPE_OF_ROLE[role]]?.toLowerCase()}.`;
  if (!isPlainDate(fromDay)) errors['fromDay'] = 'Donnez le premier jour du rôle.';
  if (lastDay !== '' && !isPlainDate(lastDay)) errors['lastDay'] = 'Donnez une date, ou laissez vide.';
  else if (lastDay !== '' && lastDay < fromDay) errors['lastDay'] = 'La fin vient après le début.';
  return errors;
}

/** @param draft one without errors */
export function assignmentRequest(draft: RoleDraft): AssignmentRequest {
  return {
    role: draft.role!,
    scopeId: draft.scope?.id ?? null,
    fromDay: draft.fromDay,
    lastDay: draft.lastDay || null,
    delegationDecision: draft.delegationDecision.trim() || null,
  };
}

/** What the server refused, beside the answer it is about. */
export function refusedAnswers(problem: Problem | null): DraftErrors {
  if (problem === null) return {};
  if (problem.code === 'account.email-taken') return { email: problem.sentence };
  if (problem.code === 'account.scope-wrong') return { scopeId: problem.sentence };
  return Object.fromEntries(problem.fields.map(({ name, message }) => [name, message]));
}

/** The list on top of a refused form, in the order of its questions. */
export function errorSummary(errors: DraftErrors): readonly FieldError[] {
  return Object.keys(CONTROL_IDS).flatMap((name) =>
    errors[name] ? [{ controlId: CONTROL_IDS[name]!, message: errors[name] }] : [],
  );
}
