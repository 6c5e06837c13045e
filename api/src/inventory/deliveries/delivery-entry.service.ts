import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  deliveryFaultSaid,
  EQUIPMENT,
  judgeDeliveryRows,
  missingDeliveryColumns,
  monthsLater,
  readDeliveryRow,
  type DeliveryColumn,
  type DeliveryKnowledge,
  type DeliveryRow,
  type JudgedDeliveryRow,
  type KnownSerial,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { keptOutCsv } from '../lists/refused-rows.js';
import { DeliveryAccess, type Delivery, type DeliveryList } from './delivery.access.js';
import type { DeliveryEntry } from './delivery-entry.answers.js';
import type { DeliveryEntryRequest } from './delivery.dto.js';
import { modelsOf } from './deliveries.queries.js';
import { DeliveryReceiving, type Delivered, type Received } from './delivery-receiving.js';
import { modelsSold, remember } from './supplier-memory.js';

const { shownRows } = LIMITS.deliveryList;

/** A supplier's list comes in: the rows that are ready, all or none; the others wait where they are. */
@Injectable()
export class DeliveryEntryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: DeliveryAccess,
    private readonly receiving: DeliveryReceiving,
  ) {}

  /** Does all of it and takes it back. @throws Refused delivery.columns-missing */
  preview(actor: Actor, listId: string, write: Write): Promise<DeliveryEntry> {
    return this.transactions.preview(write, async (manager) => {
      const { list, delivery } = await this.access.lockList(manager, actor, listId, write);
      return this.enterIn(manager, actor, list, delivery);
    });
  }

  /** @throws Refused delivery.columns-missing, delivery.nothing-ready, delivery.changed-since */
  enter(actor: Actor, listId: string, seen: DeliveryEntryRequest, write: Write): Promise<DeliveryEntry> {
    return this.transactions.run(write, async (manager) => {
      const { list, delivery } = await this.access.lockList(manager, actor, listId, write);
      const entry = await this.enterIn(manager, actor, list, delivery);
      if (entry.ready === 0) throw new Refused('delivery.nothing-ready');
      if (entry.ready !== seen.seenDevices || entry.readyNetCents !== seen.seenNetCents)
        throw new Refused('delivery.changed-since');
      // What is in or left out needs no list any more; what is to be mended does.
      await manager.query(
        entry.faulty === 0
          ? 'delete from delivery_list where id = $1'
          : 'update delivery_list set version = version + 1 where id = $1',
        [list.id],
      );
      return entry;
    });
  }

  /** What waits to be mended, with what somebody has written anew already. @throws Refused delivery.columns-missing */
  faultyCsv(actor: Actor, listId: string): Promise<Readable> {
    return this.transactions.snapshot(async (manager) => {
      const list = await this.access.readList(manager, actor, listId);
      const judged = await judgedOf(manager, list, await this.access.read(manager, actor, list.deliveryId));
      const faulty = judged.filter(({ standing }) => standing === 'faulty');
      return keptOutCsv(
        list.header,
        faulty.map(({ row: { line }, faults }) => ({
          ...{ line, cells: mendedCells(list, line), sentences: faults.map(deliveryFaultSaid) },
        })),
      );
    });
  }

  private async enterIn(
    manager: EntityManager,
    actor: Actor,
    list: DeliveryList,
    delivery: Delivery,
  ): Promise<DeliveryEntry> {
    const judged = await judgedOf(manager, list, delivery);
    const ready = judged.filter(({ standing }) => standing === 'ready');
    const { noteNumber, deliveredOn, fileName } = list;
    const received: Received =
      ready.length === 0
        ? { devices: [], netCents: 0, unpriced: 0 }
        : await this.receiving.receiveIn(
            ...([manager, actor, delivery, { noteNumber, deliveredOn, fileName }] as const),
            ready.map((one) => deliveredBy(one, list)),
          );
    if (ready.length > 0)
      await remember(manager, delivery.holderId, list, new Set(ready.map(({ row }) => row.modelWord)));
    return entryOf(manager, list, judged, received);
  }
}

/** @throws Refused delivery.columns-missing */
async function judgedOf(manager: EntityManager, list: DeliveryList, delivery: Delivery): Promise<JudgedDeliveryRow[]> {
  if (missingDeliveryColumns(list.columns).length > 0) throw new Refused('delivery.columns-missing');
  const rows = readRows(list);
  const known = await knowledgeOf(
    manager,
    delivery,
    list,
    rows.map(({ row }) => row),
  );
  return judgeDeliveryRows(rows, known);
}

function mendedCells({ rows, columns, mended }: DeliveryList, line: number): string[] {
  const cells = [...(rows.find((row) => row.line === line)?.cells ?? [])];
  for (const { column, value } of mended.filter((one) => one.line === line)) {
    const place = columns[column];
    if (place !== undefined) cells[place] = value;
  }
  return cells;
}

function readRows(list: DeliveryList) {
  const mended = new Map<number, Partial<Record<DeliveryColumn, string>>>();
  for (const { line, column, value } of list.mended) mended.set(line, { ...mended.get(line), [column]: value });
  return list.rows.map(({ line, cells }) => readDeliveryRow(cells, line, list.columns, mended.get(line)));
}

async function knowledgeOf(
  manager: EntityManager,
  delivery: Delivery,
  list: DeliveryList,
  rows: readonly DeliveryRow[],
): Promise<DeliveryKnowledge> {
  const serials: (KnownSerial & { serial: string })[] = await manager.query(
    `select e.serial, e.tag, case when r.delivery_id = $2 then case when e.state = $3 then 'awaited' else 'received' end end as ours
       from equipment e left join delivery_receipt r on r.id = e.receipt_id where e.serial = any($1)`,
    [rows.map(({ serial }) => serial), delivery.id, EQUIPMENT.initial],
  );
  const tags: { tag: string }[] = await manager.query('select tag from equipment where tag = any($1)', [
    rows.flatMap(({ tag }) => tag ?? []),
  ]);
  const sold = new Set((await modelsSold(manager)).map(({ id }) => id));
  return {
    serials: new Map(serials.map(({ serial, ...known }) => [serial, known])),
    tags: new Set(tags.map(({ tag }) => tag)),
    models: new Map(Object.entries(list.models).filter(([, modelId]) => sold.has(modelId))),
    orderReference: delivery.orderReference,
    aside: new Set(list.aside),
  };
}

function deliveredBy({ row, modelId }: JudgedDeliveryRow, list: DeliveryList): Delivered {
  const deliveredOn = row.deliveredOn ?? list.deliveredOn;
  const counted = row.warrantyMonths === null ? null : monthsLater(deliveredOn, row.warrantyMonths);
  const { serial, tag, netCents, vatBasisPoints } = row;
  return {
    ...{ modelId: modelId!, serial, tag, netCents, vatBasisPoints, deliveredOn, isContainer: false },
    warrantyUntil: row.warrantyUntil ?? counted,
  };
}

async function entryOf(
  manager: EntityManager,
  list: DeliveryList,
  judged: readonly JudgedDeliveryRow[],
  { devices, netCents, unpriced }: Received,
): Promise<DeliveryEntry> {
  const of = (standing: JudgedDeliveryRow['standing']) => judged.filter((one) => one.standing === standing);
  const [ready, faulty] = [of('ready'), of('faulty')];
  const names = new Map((await modelsSold(manager)).map(({ id, name }) => [id, name]));
  const nameOf = (modelId: string | null) => (modelId === null ? null : (names.get(modelId) ?? null));
  const warranties = await warrantiesOf(
    manager,
    devices.slice(0, shownRows).map(({ id }) => id),
  );
  const countOf = (rows: readonly JudgedDeliveryRow[], id: string) =>
    rows.filter(({ modelId }) => modelId === id).length;
  const models = await modelsOf(manager, list.deliveryId);
  return {
    deliveryId: list.deliveryId,
    rows: judged.length,
    ready: ready.length,
    faulty: faulty.length,
    received: of('received').length,
    aside: of('aside').length,
    readyNetCents: netCents,
    unpriced,
    announcedNetCents: list.announcedNetCents,
    firstTag: devices[0]?.tag ?? null,
    lastTag: devices.at(-1)?.tag ?? null,
    words: wordsOf(judged).map((word) => ({ ...word, modelName: nameOf(word.modelId) })),
    models: models.map((model) => ({
      ...model,
      ready: countOf(ready, model.modelId),
      faulty: countOf(faulty, model.modelId),
    })),
    faultyRows: faulty.slice(0, shownRows).map(({ row, faults, modelId }) => ({
      ...{ line: row.line, serial: row.serial, modelText: row.modelText, modelName: nameOf(modelId) },
      faults: faults.map((fault) => ({ ...fault, other: fault.other ?? null, sentence: deliveryFaultSaid(fault) })),
    })),
    readyRows: ready.slice(0, shownRows).map(({ row, modelId }, index) => ({
      ...{ line: row.line, serial: row.serial, modelName: nameOf(modelId)!, tag: devices[index]!.tag },
      warrantyUntil: warranties.get(devices[index]!.id) ?? null,
    })),
  };
}

function wordsOf(judged: readonly JudgedDeliveryRow[]) {
  const words = new Map<string, { word: string; text: string; rows: number; modelId: string | null }>();
  for (const { row, modelId } of judged) {
    const { modelWord: word, modelText: text } = row;
    const told = words.get(word) ?? { word, text, rows: 0, modelId };
    words.set(word, { ...told, rows: told.rows + 1 });
  }
  return [...words.values()];
}

async function warrantiesOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows: { id: string; until: string | null }[] = await manager.query(
    'select id, warranty_until::text as until from equipment where id = any($1)',
    [ids],
  );
  return new Map(rows.map(({ id, until }) => [id, until]));
}
