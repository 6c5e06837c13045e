import { isOnMoney, sumAmounts, totalSeen, type OrderAmounts } from '@parc/domain';
import { randomUUID } from 'node:crypto';
import { ask, aTechnician } from './plan.js';
import { PASSWORD } from './people.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are checked against their document in the API's own tests
type Body = any;

/** Somebody who prepares a journey over HTTP, so that the browser begins where the journey does. */
export class Caller {
  private constructor(
    private readonly cookie: string,
    private csrfToken: string,
  ) {}

  static async as(email: string): Promise<Caller> {
    const answer = await fetch(`${process.env['HOUSE_ORIGIN']}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    if (answer.status !== 201) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
    const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
    return new Caller(cookie, ((await answer.json()) as { csrfToken: string }).csrfToken);
  }

  async get(path: string): Promise<Body> {
    const answer = await fetch(`${process.env['HOUSE_ORIGIN']}/api/v1${path}`, { headers: { cookie: this.cookie } });
    return answer.json();
  }

  async post(path: string, body?: object, version?: number): Promise<Body> {
    const answer = await this.send(path, body, version);
    const answered = (await answer.json()) as Body;
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answered)}`);
    return answered;
  }

  async put(path: string, body: object, version: number): Promise<Body> {
    const answer = await this.send(path, body, version, 'PUT');
    const answered = (await answer.json()) as Body;
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answered)}`);
    return answered;
  }

  /** The problem document with which the house answers, status and code first among it. */
  async refused(path: string, body?: object, version?: number): Promise<Body> {
    const answer = await this.send(path, body, version);
    if (answer.ok) throw new Error(`${path} was not refused`);
    return answer.json();
  }

  /** Acts from now on under another of the person's assignments. */
  async take(assignmentId: string): Promise<void> {
    const answer = await this.send('/session/assignment', { assignmentId }, undefined, 'PUT');
    if (!answer.ok) throw new Error(`the role could not be taken: ${answer.status} ${await answer.text()}`);
    this.csrfToken = ((await answer.json()) as { csrfToken: string }).csrfToken;
  }

  /** The code by which a head confirms on somebody else's phone. */
  async choosesCode(code: string): Promise<void> {
    const answer = await this.send('/account/confirmation-code', { password: PASSWORD, code }, undefined, 'PUT');
    if (!answer.ok) throw new Error(`the code was not chosen: ${answer.status} ${await answer.text()}`);
  }

  private send(path: string, body?: object, version?: number, method = 'POST'): Promise<Response> {
    return fetch(`${process.env['HOUSE_ORIGIN']}/api/v1${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        'x-csrf-token': this.csrfToken,
        'idempotency-key': randomUUID(),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** The action of an order at the version it has now, and at the total its page shows. */
  async act(id: string, action: string, body?: object): Promise<Body> {
    const page = await this.get(`/orders/${id}`);
    return this.post(`/orders/${id}/${action}`, withTotal(page, action, body), page.version);
  }

  /** The same, which the house refuses. */
  async refusedTo(id: string, action: string, body?: object): Promise<Body> {
    const page = await this.get(`/orders/${id}`);
    return this.refused(`/orders/${id}/${action}`, withTotal(page, action, body), page.version);
  }
}

/** What is sent with an act on money: a report's total is what its lines cost, what it adds aside. */
function withTotal(page: Body, action: string, body?: object): object | undefined {
  if (action === 'confirm-on-site') return { ...body, seenCents: page.reportedCents };
  if (!isOnMoney(action)) return body;
  if (action !== 'report') return { seenCents: totalSeen(action, page as OrderAmounts), ...body };
  const quantities = new Map(
    (body as { lines: { lineId: string; quantity: number }[] }).lines.map(({ lineId, quantity }) => [lineId, quantity]),
  );
  const lines = page.lines.map((line: Body) => ({ ...line, quantity: quantities.get(line.id) ?? 0 }));
  return { seenCents: sumAmounts(lines).totalCents, ...body };
}

export interface Crew {
  head: Caller;
  manager: Caller;
  managerEmail: string;
  technician: Caller;
  technicianEmail: string;
  technicianId: string;
}

/** Who carries an order of the metropole through its states, for a school's head. */
export async function crewFor(headEmail: string): Promise<Crew> {
  const [manager] = await ask<{ email: string }>(
    `select c.email from assignment a join account c on c.id = a.account_id where a.may_certify order by c.email desc limit 1`,
  );
  const technician = await aTechnician();
  return {
    head: await Caller.as(headEmail),
    manager: await Caller.as(manager!.email),
    managerEmail: manager!.email,
    technician: await Caller.as(technician.email),
    technicianEmail: technician.email,
    technicianId: technician.id,
  };
}

/** An order for so many of a 60 to 120 € service of the metropole, drafted by the head. */
export async function drafted(crew: Crew, quantity = 4): Promise<string> {
  const [item] = await ask<{ id: string }>(
    `select i.id from catalogue_item i cross join lateral (select unit_net_cents from item_price
       where item_id = i.id and from_day <= current_date order by from_day desc limit 1) p
      where i.state = 'validated' and i.contract_id is null and not i.on_quote and not i.investment
        and not i.needs_power and not i.needs_network and not i.needs_furniture and p.unit_net_cents between 4000 and 12000
      order by p.unit_net_cents desc, i.name limit 1`,
  );
  const { id } = await crew.head.post('/orders', {
    lines: [{ itemId: item!.id, quantity }],
    wishes: [],
    contact: '',
    note: '',
    prerequisites: [],
  });
  return id;
}

/** An order of one line for one room, under way there: given to its firm, or to a technician who is named. */
export async function started(
  crew: Crew,
  asked: { itemId: string; quantity: number; roomId: string },
  worker: Caller,
  assignedAccountId: string | null = null,
): Promise<string> {
  const { id } = await crew.head.post('/orders', {
    ...{ lines: [asked], wishes: [], contact: '', note: '', prerequisites: [] },
  });
  await crew.head.act(id, 'submit');
  if ((await crew.manager.get(`/orders/${id}`)).state === 'submitted') await crew.manager.act(id, 'approve', {});
  await crew.manager.act(id, 'schedule', { assignedAccountId, ...aWorkingEvening() });
  await worker.act(id, 'start');
  return id;
}

/** The same order, installed by the technician: what the school is asked to confirm. */
export async function installed(crew: Crew): Promise<string> {
  const id = await drafted(crew);
  await crew.head.act(id, 'submit');
  await carriedOut(crew, id);
  return id;
}

/** From an order that was sent to the technician's report. */
export async function carriedOut(crew: Crew, id: string): Promise<void> {
  if ((await crew.manager.get(`/orders/${id}`)).state === 'submitted') await crew.manager.act(id, 'approve', {});
  await crew.manager.act(id, 'schedule', { assignedAccountId: crew.technicianId, ...aWorkingEvening() });
  await crew.technician.act(id, 'start');
  const { lines } = await crew.technician.get(`/orders/${id}`);
  const done = lines.map((line: { id: string; quantityApproved: number }) => ({
    lineId: line.id,
    quantity: line.quantityApproved,
  }));
  await crew.technician.act(id, 'report', { lines: done, extraLines: [], note: '' });
}

/** After class on a Tuesday in term, near enough; the demonstration's holidays are zone A's. */
function aWorkingEvening(): { day: string; from: string; to: string } {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() !== 2) day.setUTCDate(day.getUTCDate() + 1);
  return { day: day.toISOString().slice(0, 10), from: '16:45', to: '17:45' };
}
