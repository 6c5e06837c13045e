import { randomUUID } from 'node:crypto';
import { stored } from '../../src/platform/files/zip.js';
import type { Body } from './answers.js';
import { aFleet, type Fleet } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';

/** What a delivery needs around it: a fleet's, and a firm that brings it. */
export interface DeliveryGround extends Fleet {
  holderId: string;
  contractId: string;
}

export async function deliveryGround(house: House): Promise<DeliveryGround> {
  const fleet = await aFleet(house);
  const { id: contractId, holderId } = await house.build.contract();
  return { ...fleet, contractId, holderId };
}

let count = 0;

/** A delivery as somebody announces it; its id. */
export async function aDelivery(person: Person, ground: DeliveryGround, body: Body = {}): Promise<string> {
  const answer = await person.post('/api/v1/deliveries', {
    ...{ holderId: ground.holderId, noteNumber: `BL-${++count}`, deliveredOn: '2026-10-05' },
    ...{ stockPlaceId: ground.stockPlaceId, ...body },
  });
  if (answer.status !== 201) throw new Error(`the delivery was refused: ${answer.text}`);
  return answer.body.id as string;
}

/** Sends a supplier's list as a browser's form does. */
export function sendList(
  person: Person,
  deliveryId: string,
  content: Buffer,
  { name = 'liste.csv', query = '', key }: { name?: string; query?: string; key?: string } = {},
): Promise<Answer> {
  const boundary = `limite-${randomUUID()}`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return person.post(`/api/v1/deliveries/${deliveryId}/lists${query}`, body, {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    ...(key ? { key } : {}),
  });
}

type List = Answer['body'];

/** What is said of a list, as a screen sends it: all of it, with what this changes. */
export function say(
  person: Person,
  list: List,
  said: Partial<Record<'columns' | 'models' | 'mended' | 'aside', unknown[]>>,
) {
  const { columns, models, mended, aside } = list;
  return person.send(
    'PUT',
    `/api/v1/delivery-lists/${list.id}`,
    { columns, models, mended, aside, ...said },
    {
      'if-match': `"${list.version}"`,
      'idempotency-key': randomUUID(),
    },
  );
}

export const look = (person: Person, list: List): Promise<Answer> =>
  person.post(`/api/v1/delivery-lists/${list.id}/enter?preview=true`, {}, { version: list.version });

/** What was looked at comes in. */
export const enter = (person: Person, list: List, seen: List): Promise<Answer> =>
  person.post(
    `/api/v1/delivery-lists/${list.id}/enter`,
    { seenDevices: seen.ready, seenNetCents: seen.readyNetCents },
    { version: list.version },
  );

export const undo = (person: Person, deliveryId: string, receiptId: string): Promise<Answer> =>
  person.post(`/api/v1/deliveries/${deliveryId}/receipts/${receiptId}/undo`);

export const pageOf = async (person: Person, deliveryId: string): Promise<List> =>
  (await person.get(`/api/v1/deliveries/${deliveryId}`)).body;

type Cell = string | number;

/** A workbook with one sheet, as small as a spreadsheet reads one. @param parts what stands in it instead */
export function workbook(rows: readonly (readonly Cell[])[], parts: Record<string, string> = {}): Buffer {
  const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
  const sheet = rows
    .map(
      (cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`,
    )
    .join('');
  const all: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Feuil1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
    ...parts,
  };
  return stored(new Map(Object.entries(all).map(([name, text]) => [name, Buffer.from(text)])));
}

function cellXml(cell: Cell, row: number, column: number): string {
  const at = `${String.fromCharCode(65 + column)}${row + 1}`;
  return typeof cell === 'number'
    ? `<c r="${at}"><v>${cell}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}
