import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HOLDER_ID } from '../../catalogue/contract.sql.js';
import { SCHOOL_NAME } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { IN_LOCK_ORDER } from '../equipment.sql.js';
import { SoftwareRegister, type SoftwareLicence } from './software-register.js';
import type { NewSoftwareLicenceRequest, SoftwareChanged, SoftwareLicenceRequest } from './software.dto.js';
import { endInstallations } from './software-ending.js';
import { IN_TURN_FOR_SEATS } from './software.sql.js';

/** Licences as the manager buys, writes and renews them. */
@Injectable()
export class SoftwareLicencesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SoftwareRegister,
    private readonly clock: Clock,
  ) {}

  /**
   * One more licence of a title. One that renews another takes over what stands under it.
   * @throws Refused object.not-found, software.days, price-whole, licence-unknown, licence-renewed; by the database seats-none, purchase-unknown
   */
  add(
    actor: Actor,
    titleId: string,
    { renewsId, ...request }: NewSoftwareLicenceRequest,
    write: Write,
  ): Promise<SoftwareChanged> {
    requireWhole(request);
    return this.transactions.run(write, async (manager) => {
      await this.access.title(manager, titleId);
      await requirePurchase(manager, request);
      const former = renewsId ? await this.lockFormer(manager, titleId, renewsId) : null;
      const [added] = await manager.query(
        `insert into software_licence (title_id, edition, school_id, seats, strict, from_day, until_day, contract_id, net_cents, vat_basis_points)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id, version`,
        [titleId, ...columns(request, former?.schoolId ?? request.schoolId ?? null)],
      );
      if (former) await this.takeOver(manager, actor, former, added.id as string);
      return added as SoftwareChanged;
    });
  }

  /** @throws Refused object.not-found, version.stale, software.days, price-whole, licence-other-school; by the database seats-none */
  write(licenceId: string, request: SoftwareLicenceRequest, write: Write): Promise<SoftwareChanged> {
    requireWhole(request);
    return this.transactions.run(write, async (manager) => {
      const licence = await this.access.lockLicence(manager, licenceId, write);
      await requirePurchase(manager, request);
      const schoolId = request.schoolId ?? null;
      // Whose it is stays, while something stands under it.
      if (licence.seatsUsed > 0 && schoolId !== licence.schoolId) throw new Refused('software.licence-other-school');
      const [[changed]] = await manager.query(
        `update software_licence set edition = $2, school_id = $3, seats = $4, strict = $5, from_day = $6, until_day = $7, contract_id = $8,
           net_cents = $9, vat_basis_points = $10, told_on = case when until_day is not distinct from $7 then told_on end, version = version + 1
          where id = $1 returning id, version`,
        [licenceId, ...columns(request, schoolId)],
      );
      return changed as SoftwareChanged;
    });
  }

  private async lockFormer(manager: EntityManager, titleId: string, renewsId: string): Promise<SoftwareLicence> {
    // The devices first, as who moves one does; then in turn with whoever installs, so that what stands under it is read once it stands.
    await manager.query(
      `select from equipment e where e.id in (select x.equipment_id from software_installation x
          where x.licence_id = $1 and x.ended_at is null) order by ${IN_LOCK_ORDER} for key share`,
      [renewsId],
    );
    await manager.query(IN_TURN_FOR_SEATS);
    const former = await this.access.licenceOf(manager, titleId, renewsId);
    if (former.renewed) throw new Refused('software.licence-renewed');
    return former;
  }

  private async takeOver(manager: EntityManager, actor: Actor, former: SoftwareLicence, licenceId: string) {
    const at = this.clock.now();
    await manager.query('update software_licence set renewed_by = $2, version = version + 1 where id = $1', [
      former.id,
      licenceId,
    ]);
    const standing: { id: string }[] = await manager.query(
      'select id from software_installation where licence_id = $1 and ended_at is null order by id',
      [former.id],
    );
    const ids = standing.map(({ id }) => id);
    await endInstallations(manager, ids, 'renewed', { mover: actor, at });
    await manager.query(
      `insert into software_installation (title_id, licence_id, edition, equipment_id, room_id, school_id, seats, since_day, order_id, at, account_id, role)
       select title_id, $2, edition, equipment_id, room_id, school_id, seats, since_day, order_id, $3, $4, $5
         from software_installation where id = any($1) order by id`,
      [ids, licenceId, at, actor.accountId, actor.role],
    );
  }
}

const columns = (request: SoftwareLicenceRequest, schoolId: string | null) => [
  ...[request.edition ?? null, schoolId, request.seats, request.strict, request.fromDay, request.untilDay],
  ...[request.contractId ?? null, request.netCents ?? null, request.vatBasisPoints ?? null],
];

async function requirePurchase(
  manager: EntityManager,
  { schoolId, contractId }: SoftwareLicenceRequest,
): Promise<void> {
  const schools = schoolId ? await manager.query(SCHOOL_NAME, [schoolId]) : [{}];
  const contracts = contractId ? await manager.query(HOLDER_ID, [contractId]) : [{}];
  if (schools.length === 0 || contracts.length === 0) throw new Refused('software.purchase-unknown');
}

function requireWhole({ fromDay, untilDay, netCents, vatBasisPoints }: SoftwareLicenceRequest): void {
  if (untilDay !== null && untilDay < fromDay) throw new Refused('software.days');
  if (((netCents ?? null) === null) !== ((vatBasisPoints ?? null) === null)) throw new Refused('software.price-whole');
}
