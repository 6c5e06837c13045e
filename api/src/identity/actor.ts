import type { Role } from '@parc/domain';

/** Who is acting: one account under one assignment, read from the session at each request. */
export interface Actor {
  accountId: string;
  accountName: string;
  assignmentId: string;
  role: Role;
  /**
   * ISO date of the last day of a role that has ended: what its phone still keeps may be handed in, and nothing else of it is left
   * (`late-entry.ts`). Null while it holds.
   */
  endedAfter: string | null;
  /** Named by the head (or, in a vacancy, by the inspector). */
  deputy: boolean;
  mayCertify: boolean;
  schoolId: string | null;
  communeId: string | null;
  managingBodyId: string | null;
  circonscriptionId: string | null;
  contractHolderId: string | null;
  sessionId: string;
  sessionVersion: number;
}
