import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { isConnectionLost, type DatabaseFault } from '../database/faults.js';
import { refusedBy, type ConstraintRegister } from './constraints.js';
import { refusalOfStatus } from './framework-refusals.js';
import { Refused } from './refused.js';

/** PostgreSQL conditions: lock and statement time-outs, too many connections, shutting down, deadlock. */
const BUSY = new Set(['55P03', '57014', '53300', '57P01', '57P03', '40P01', '40001', '08006', '08003']);
/** No room on the disk, no more files open at once: it passes, or whoever keeps the server makes it pass. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE']);
/** Values no column can hold: the request is at fault, not the server. */
const UNREADABLE = new Set(['22P02', '22P05', '22003', '22007', '22008', '22021']);

/** Says whatever was thrown as a refusal of the house, for an answer or for one line of it. */
export class RefusalReader {
  constructor(private readonly constraints: ConstraintRegister) {}

  of(thrown: unknown): Refused {
    if (thrown instanceof Refused) return thrown;
    if (thrown instanceof QueryFailedError) return this.ofDatabase(thrown.driverError as DatabaseFault);
    const status =
      thrown instanceof HttpException ? thrown.getStatus() : Number((thrown as { statusCode?: unknown })?.statusCode);
    return refusalOfStatus(status) ?? this.ofDatabase(thrown as DatabaseFault);
  }

  private ofDatabase(fault: DatabaseFault): Refused {
    const byDomain =
      refusedBy(this.constraints[fault?.constraint ?? '']) ?? refusedBy(this.constraints[fault?.code ?? '']);
    if (byDomain) return byDomain;
    // A connection lost before its COMMIT has kept nothing: `Transactions` says when that is not known.
    if (isConnectionLost(fault) || (fault?.code && (BUSY.has(fault.code) || FULL.has(fault.code))))
      return new Refused('server.busy', { retryAfterSeconds: 2 });
    if (fault?.code && UNREADABLE.has(fault.code)) return new Refused('request.unreadable');
    return new Refused('server.failed');
  }
}
