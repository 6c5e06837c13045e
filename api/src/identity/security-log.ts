import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export type SecurityEventKind =
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'assignment-switched'
  | 'password-changed'
  | 'password-change-refused'
  | 'confirmation-code-set'
  | 'confirmation-code-refused'
  | 'phone-enrolled'
  | 'phone-revoked'
  | 'passkey-registered'
  | 'passkey-ended'
  | 'account-invited'
  | 'account-renamed'
  | 'account-deactivated'
  | 'account-reactivated'
  | 'link-sent'
  | 'link-used'
  | 'assignment-granted'
  | 'assignment-ended'
  | 'deputy-named'
  | 'deputy-ended';

/** Sign-ins and refusals, kept 12 months (rules.md 11): never a password, a token or an address. */
@Injectable()
export class SecurityLog {
  constructor(private readonly dataSource: DataSource) {}

  async record(
    kind: SecurityEventKind,
    accountId: string | null,
    detail: Record<string, unknown> = {},
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await manager.query('insert into security_event (kind, account_id, detail) values ($1, $2, $3)', [
      kind,
      accountId,
      detail,
    ]);
  }
}
