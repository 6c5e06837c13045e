import { Injectable } from '@nestjs/common';
import {
  DESTINATIONS,
  euros,
  frenchDay,
  GIFT_RECEIVERS,
  RETIREMENT_KINDS,
  WIPE_METHODS,
  WIPE_RESULTS,
  type Destination,
  type GiftReceiver,
  type RetirementKind,
  type WipeMethod,
  type WipeResult,
} from '@parc/domain';
import { itemOf } from '../../catalogue/item.sql.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { join } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { renderPdf } from '../../platform/files/pdf.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { EquipmentAccess } from '../equipment.access.js';

interface Paper {
  name: string;
  content: Buffer;
}

/** The papers that prove an end: the wipe of one device, and the departure of all that left together. */
@Injectable()
export class EndDocuments {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
  ) {}

  /** @throws Refused object.not-found */
  async certificate(actor: Actor, equipmentId: string, wipeId: string): Promise<Paper> {
    const wipe = await this.transactions.snapshot(async (manager) => {
      const { id } = await this.access.read(manager, actor, equipmentId);
      const [row] = (await manager.query(WIPE, [wipeId, id])) as WipeRow[];
      return row;
    });
    if (!wipe) throw new Refused('object.not-found');
    const content = await renderPdf({
      template: 'inventory/ends/wipe-certificate.typ',
      title: `Certificat d’effacement ${wipe.tag}`,
      at: wipe.at,
      data: {
        ...{ tag: wipe.tag, serial: wipe.serial ?? 'sans', model: wipe.model, maker: wipe.maker },
        ...{ method: WIPE_METHODS[wipe.method].word, standard: wipe.standard, operator: wipe.operator },
        ...{ day: frenchDay(wipe.wipedOn, 0), result: WIPE_RESULTS[wipe.result].word, recordedBy: wipe.recordedBy },
        clean: WIPE_RESULTS[wipe.result].clean,
        decision: decisionWords(wipe),
      },
    });
    return { name: `certificat-effacement-${wipe.tag}.pdf`, content };
  }

  /** @throws Refused object.not-found where it has not left */
  async receipt(actor: Actor, equipmentId: string): Promise<Paper> {
    const [disposal, devices] = await this.transactions.snapshot(async (manager) => {
      const { id } = await this.access.read(manager, actor, equipmentId);
      const [row] = (await manager.query(DEPARTURE, [id])) as DepartureRow[];
      if (!row) throw new Refused('object.not-found');
      return [row, (await manager.query(LEFT_TOGETHER, [row.id])) as LeftRow[]] as const;
    });
    const { word, proof, value } = DESTINATIONS[disposal.destination];
    const content = await renderPdf({
      template: 'inventory/ends/disposal-receipt.typ',
      title: `Bordereau de sortie ${disposal.proofNumber}`,
      at: disposal.at,
      data: {
        ...{ destination: word, receiver: disposal.receiver, day: frenchDay(disposal.disposedOn, 0) },
        receiverKind: disposal.receiverKind && GIFT_RECEIVERS[disposal.receiverKind].word,
        ...{ proofName: proof, proof: disposal.proofNumber, recordedBy: disposal.recordedBy },
        valueName: value,
        value: disposal.unitValueCents === null ? null : euros(disposal.unitValueCents),
        attested: disposal.reuseAttested,
        devices: devices.map((device) => ({
          ...{ tag: device.tag, serial: device.serial ?? 'sans', model: device.model },
          decision: device.retirementNumber ?? '',
          wiped: device.wipedOn ? frenchDay(device.wipedOn, 0) : device.storesData ? '' : 'sans données',
        })),
      },
    });
    return { name: `bordereau-de-sortie-${disposal.disposedOn}.pdf`, content };
  }
}

interface Decision {
  retirementKind: RetirementKind | null;
  retirementNumber: string | null;
  retiredOn: string | null;
}

/** "Délibération 2026-118 du lun. 3 févr. 2026" */
function decisionWords({ retirementKind, retirementNumber, retiredOn }: Decision): string | null {
  if (retirementNumber === null) return null;
  const act = `${RETIREMENT_KINDS[retirementKind ?? 'decision'].word} ${retirementNumber}`;
  return retiredOn === null ? act : `${act} du ${frenchDay(retiredOn, 0)}`;
}

interface WipeRow extends Decision {
  tag: string;
  serial: string | null;
  model: string;
  maker: string | null;
  method: WipeMethod;
  standard: string | null;
  operator: string;
  wipedOn: string;
  result: WipeResult;
  recordedBy: string;
  at: Date;
}

const WIPE = `select e.tag, w.serial, i.name as model, i.maker, w.method, w.standard, w.operator, w.wiped_on::text as "wipedOn", w.result,
    a.name as "recordedBy", w.at, e.retirement_kind as "retirementKind", e.retirement_number as "retirementNumber", e.retired_on::text as "retiredOn"
  from equipment_wipe w join equipment e on e.id = w.equipment_id ${join(itemOf('e.model_id'))} ${join(accountOf('w.account_id', 'a'))}
  where w.id = $1 and w.equipment_id = $2`;

interface DepartureRow {
  id: string;
  destination: Destination;
  receiver: string;
  receiverKind: GiftReceiver | null;
  proofNumber: string;
  disposedOn: string;
  unitValueCents: number | null;
  reuseAttested: boolean;
  recordedBy: string;
  at: Date;
}

const DEPARTURE = `select d.id, d.destination, d.receiver, d.receiver_kind as "receiverKind", d.proof_number as "proofNumber",
    d.disposed_on::text as "disposedOn", d.unit_value_cents as "unitValueCents", d.reuse_attested as "reuseAttested",
    a.name as "recordedBy", d.at
  from disposed_device x join equipment_disposal d on d.id = x.disposal_id ${join(accountOf('d.account_id', 'a'))}
  where x.equipment_id = $1`;

interface LeftRow {
  tag: string;
  serial: string | null;
  model: string;
  retirementNumber: string | null;
  wipedOn: string | null;
  storesData: boolean;
}

const LEFT_TOGETHER = `select e.tag, e.serial, i.name as model, e.retirement_number as "retirementNumber", w.wiped_on::text as "wipedOn",
    x.stores_data as "storesData"
  from disposed_device x join equipment e on e.id = x.equipment_id ${join(itemOf('e.model_id'))}
  left join equipment_wipe w on w.id = x.wipe_id where x.disposal_id = $1 order by e.tag limit ${LIMITS.bulkItems}`;
