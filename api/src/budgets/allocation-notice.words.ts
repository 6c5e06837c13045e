import { euros, type EnvelopeKind } from '@parc/domain';
import { mailText } from '../platform/mail/mail.service.js';

/** What a run gave a school. */
export interface GivenShare {
  schoolId: string;
  schoolName: string;
  amountCents: number;
  /** Why, as the school's statement says it. */
  reason: string | null;
}

export interface AllocationTold {
  runId: string;
  year: number;
  kind: EnvelopeKind;
  complement: boolean;
  shares: readonly GivenShare[];
}

const BUDGET: Record<EnvelopeKind, string> = {
  installation: 'budget d’installation',
  maintenance: 'budget de maintenance',
};

/** @param received what the reader's schools got, one at least @param link the budget's page */
export function allocationMail(
  { year, kind, complement }: Pick<AllocationTold, 'year' | 'kind' | 'complement'>,
  received: readonly GivenShare[],
  link: string,
): { subject: string; body: string } {
  const budget = `${BUDGET[kind]} ${year}`;
  const [only] = received;
  const told =
    received.length === 1
      ? complement
        ? `Le ${budget} de ${only!.schoolName} reçoit un complément de ${euros(only!.amountCents)}.`
        : `Le ${budget} de ${only!.schoolName} est ouvert : ${euros(only!.amountCents)}.`
      : `${complement ? `Le ${budget} de vos écoles reçoit un complément` : `Le ${budget} de vos écoles est ouvert`} :\n${received
          .map(({ schoolName, amountCents }) => `- ${schoolName} : ${euros(amountCents)}`)
          .join('\n')}`;
  const reasons = [...new Set(received.flatMap(({ reason }) => reason ?? []))];
  return {
    subject: complement ? `Complément au ${budget}` : `Votre ${budget} est ouvert`,
    body: mailText([told, reasons.length === 1 ? `Motif : ${reasons[0]}` : null], link),
  };
}
