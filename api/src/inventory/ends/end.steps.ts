import { judgeDisposal, EQUIPMENT_MISSING, type DisposalTold } from '@parc/domain';
import { signatureOf } from '../../identity/mover.js';
import type { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { Refused } from '../../platform/http/refused.js';
import type { Left } from '../../platform/lifecycle/run-move.js';
import type { EquipmentBrought, EquipmentColumns, MovingEquipment } from '../equipment.moving.js';

/** The act that takes it out: its number, and what it is. @throws Refused equipment.retirement-missing, disposal.ahead */
export function requireDecision({ brought, today }: MovingEquipment): void {
  if (!brought.decisionNumber) throw new Refused('equipment.retirement-missing');
  if (brought.decidedOn && brought.decidedOn > today) throw new Refused('disposal.ahead');
}

/** In the device and in its history. */
export function recordRetirement({ brought, today }: MovingEquipment): Left<EquipmentColumns> {
  const { decisionNumber, decisionKind = 'decision', decidedOn = today } = brought;
  return {
    columns: { retirementNumber: decisionNumber!, retirementKind: decisionKind, retiredOn: decidedOn },
    detail: { retirementNumber: decisionNumber },
  };
}

/** @throws Refused disposal.ahead, disposal.before-retirement */
export function requireWipe({ brought, equipment, today }: MovingEquipment): void {
  const { wipedOn } = toldWipe(brought);
  if (wipedOn > today) throw new Refused('disposal.ahead');
  if (equipment.retiredOn !== null && wipedOn < equipment.retiredOn) throw new Refused('disposal.before-retirement');
}

export async function recordWipe({ manager, mover, equipment, brought, at }: MovingEquipment): Promise<void> {
  const { method, standard, operator, wipedOn, result } = toldWipe(brought);
  await manager.query(
    `insert into equipment_wipe (equipment_id, method, standard, operator, wiped_on, result, serial, account_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[equipment.id, method, standard?.trim() || null, operator.trim(), wipedOn, result],
      ...[equipment.serial, signatureOf(mover).accountId, at],
    ],
  );
}

/** @throws Refused as `judgeDisposal` says */
export async function requireDestination(settings: PlanSettingsReader, moving: MovingEquipment): Promise<void> {
  const { manager, equipment, brought, facts, today } = moving;
  const { 'equipment.giftMaxCents': giftMaxCents } = await settings.on(brought.disposedOn ?? today, manager);
  const missing = facts.before !== null && EQUIPMENT_MISSING.includes(facts.before);
  const ground = { missing, retiredOn: equipment.retiredOn, today, giftMaxCents };
  const refused = judgeDisposal(toldDisposal(brought), ground);
  if (refused) throw new Refused(...([refused.code, { ...refused }] as ConstructorParameters<typeof Refused>));
  moving.giftMaxCents = giftMaxCents;
}

/** The departure, once for all devices that leave together, and this device's row of the register. */
export async function recordDisposal(moving: MovingEquipment): Promise<Left<EquipmentColumns>> {
  const { manager, equipment, brought } = moving;
  const departure = brought.departure ?? { id: null };
  departure.id ??= await insertDisposal(moving);
  await manager.query(
    `insert into disposed_device (equipment_id, disposal_id, destination, disposed_on, wipe_id)
     select $1, d.id, d.destination, d.disposed_on,
            (select w.id from equipment_wipe w where w.equipment_id = $1 and w.clean order by w.at desc, w.id desc limit 1)
       from equipment_disposal d where d.id = $2`,
    [equipment.id, departure.id],
  );
  return { detail: { disposalId: departure.id } };
}

async function insertDisposal({ manager, mover, brought, at, giftMaxCents }: MovingEquipment): Promise<string> {
  const told = toldDisposal(brought);
  const [row] = await manager.query(
    `insert into equipment_disposal (destination, receiver, receiver_kind, proof_number, disposed_on, unit_value_cents,
       gift_limit_cents, reuse_attested, account_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      ...[told.destination, brought.receiver!.trim(), told.receiverKind, brought.proofNumber!.trim()],
      ...[told.disposedOn, told.unitValueCents, told.receiverKind === null ? null : giftMaxCents, told.reuseAttested],
      ...[signatureOf(mover).accountId, at],
    ],
  );
  return row.id as string;
}

/** What the request's shape has asked for already. */
function toldWipe({ method, standard, operator, wipedOn, result }: EquipmentBrought) {
  return { method: method!, standard, operator: operator!, wipedOn: wipedOn!, result: result! };
}

function toldDisposal(brought: EquipmentBrought): DisposalTold {
  const { destination, receiver, proofNumber, disposedOn } = brought;
  if (!destination || !receiver?.trim() || !proofNumber?.trim() || !disposedOn)
    throw new Refused('equipment.destination-missing');
  return {
    ...{ destination, disposedOn, receiverKind: brought.receiverKind ?? null },
    ...{ unitValueCents: brought.unitValueCents ?? null, reuseAttested: brought.reuseAttested ?? false },
  };
}
