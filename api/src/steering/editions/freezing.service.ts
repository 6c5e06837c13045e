import { Injectable } from '@nestjs/common';
import { INDICATORS, type ReportData, reportFigures, schoolYearOf } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { ReuseSharesQueries } from '../../inventory/ends/reuse-shares.queries.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { renderPdf } from '../../platform/files/pdf.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { FigureCalendarService, type FigureTime } from '../figures/figure-calendar.service.js';
import type { FigureAnswer } from '../figures/figures.answers.js';
import { FiguresQueries } from '../figures/figures.queries.js';
import { WorkingOutService } from '../figures/working-out.service.js';
import { reportDocument } from '../report/report.document.js';
import { ReportQueries } from '../report/report.queries.js';
import { CSV_TYPE, type EditionPart, jsonPart, partOf, PDF_TYPE } from './edition-part.js';
import { CORRECTED, KEEP_CONTENT, NEW_EDITION, NEW_PARTS, NEXT_NUMBER } from './edition.sql.js';
import type { EditionMade, FreezeRequest } from './editions.dto.js';
import { frozenFigures } from './frozen-figures.js';
import { type FrozenFigure, openDataParts } from './open-data.js';

/** What a part is in the manifest: its bytes are found by their hash. */
type PartLine = Omit<EditionPart, 'content'> & { bytes: number };

/** Freezes what the committee is to decide on: everything from one instant, as bytes, for good. */
@Injectable()
export class FreezingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly time: FigureCalendarService,
    private readonly working: WorkingOutService,
    private readonly figures: FiguresQueries,
    private readonly report: ReportQueries,
    private readonly shares: ReuseSharesQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Works the figures out anew, then keeps them with the rows behind them.
   * @throws Refused edition.reason-missing, edition.other-meeting, edition.corrected, edition.no-figures, edition.moving, object.not-found
   */
  async freeze(actor: Actor, request: FreezeRequest, write: Write): Promise<EditionMade> {
    if ((request.correctsId === null) !== (request.reason === null || request.reason === ''))
      throw new Refused('edition.reason-missing');
    const known = await this.transactions.earlier<EditionMade>(write);
    if (!known) await this.working.renew(INDICATORS.map(({ key }) => key));
    return this.transactions.runOverSnapshot(write, async (manager) => {
      await manager.query(`select set_config('statement_timeout', $1, true)`, [
        String(LIMITS.statementMilliseconds.job),
      ]);
      if (request.correctsId !== null) await requireCorrectable(manager, request);
      const time = await this.time.read(manager);
      const [{ number }] = await manager.query(NEXT_NUMBER);
      const { lines, answers } = await this.parts(manager, actor, request, { time, number });
      const manifest = jsonPart('manifeste.json', {
        ...{ number, title: request.title, meetingOn: request.meetingOn, dataDay: time.calendar.dataDay },
        ...{ corrects: request.correctsId, reason: request.reason, frozenAt: this.clock.now().toISOString() },
        filters: { sector: 'tous', kind: 'toutes', network: 'tous', communes: 'toutes' },
        settings: time.settings,
        targets: answers.map(({ key, target }) => ({ key, target })),
        masked: answers.filter(({ figure }) => figure?.masked).map(({ key }) => key),
        declarations: INDICATORS,
        parts: lines,
      });
      await keep(manager, manifest);
      const [{ id }] = await manager.query(NEW_EDITION, [
        ...[number, request.title, request.meetingOn, time.calendar.dataDay, request.correctsId, request.reason],
        ...[this.clock.now(), actor.accountId, manifest.sha256],
      ]);
      await manager.query(NEW_PARTS, [
        id,
        lines.map(({ name }) => name),
        lines.map(({ mediaType }) => mediaType),
        lines.map(({ sha256 }) => sha256),
      ]);
      return { id: id as string, version: 1, number: number as number, sha256: manifest.sha256 };
    });
  }

  /** Every file of the edition, kept one by one: no more than one is in memory with its bytes. */
  private async parts(
    manager: EntityManager,
    actor: Actor,
    request: FreezeRequest,
    { time, number }: { time: FigureTime; number: number },
  ): Promise<{ lines: PartLine[]; answers: FigureAnswer[] }> {
    const lines: PartLine[] = [];
    const add = async (part: EditionPart) => {
      await keep(manager, part);
      const { name, mediaType, sha256, content } = part;
      lines.push({ name, mediaType, sha256, bytes: content.length });
    };
    const { dataDay } = time.calendar;
    const answers = await this.figures.everyFigure(manager, actor);
    await add(jsonPart('chiffres.json', answers));
    const figures: FrozenFigure[] = [];
    for await (const { figure, parts } of frozenFigures(manager, time)) {
      for (const part of parts) await add(part);
      figures.push(figure);
    }
    for (const part of openDataParts(figures, { title: request.title, dataDay })) await add(part);
    const year = Number(dataDay.slice(0, 4));
    await add(partOf('declaration-agec-reen.csv', CSV_TYPE, await this.shares.csvWithin(manager, year)));
    const report = await this.reportOf(manager, request, { answers, time, number });
    await add(jsonPart('rapport.json', report));
    await add(partOf('rapport.pdf', PDF_TYPE, await renderPdf(reportDocument(report))));
    return { lines: lines.sort((one, other) => (one.name < other.name ? -1 : 1)), answers };
  }

  private async reportOf(
    manager: EntityManager,
    { words, meetingOn }: FreezeRequest,
    { answers, time, number }: { answers: FigureAnswer[]; time: FigureTime; number: number },
  ): Promise<ReportData> {
    const { dataDay, start } = time.calendar;
    return {
      title: 'Plan Numérique à l’École',
      subtitle: `Rapport de l’année scolaire ${schoolYearOf(dataDay).label}`,
      ...{ meetingOn, dataDay, number, words },
      ...(await this.report.read(manager, { dataDay, start })),
      ...reportFigures(answers),
    };
  }
}

const keep = (manager: EntityManager, { sha256, content }: EditionPart): Promise<unknown> =>
  manager.query(KEEP_CONTENT, [sha256, content]);

async function requireCorrectable(manager: EntityManager, { correctsId, meetingOn }: FreezeRequest): Promise<void> {
  const [edition]: { meetingOn: string; corrected: boolean }[] = await manager.query(CORRECTED, [correctsId]);
  if (edition === undefined) throw new Refused('object.not-found');
  if (edition.meetingOn !== meetingOn) throw new Refused('edition.other-meeting');
  if (edition.corrected) throw new Refused('edition.corrected');
}
