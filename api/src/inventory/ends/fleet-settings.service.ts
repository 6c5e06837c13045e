import { Injectable } from '@nestjs/common';
import {
  EQUIPMENT_FAMILIES,
  EQUIPMENT_FAMILY_NAMES,
  FLEET_SETTING_NAMES,
  type DepreciationRule,
  type FleetSetting,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { changesOf, LAST_DAY, startProblems, versionOf, writeFrom } from '../../platform/config/dated-settings.js';
import { type PlanSettings, PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { type FieldProblem, Refused } from '../../platform/http/refused.js';
import type { FleetSettingsAnswer, FleetSettingsBody, FleetSettingsRequest } from './fleet-settings.dto.js';

/** How values are written down and what may be given: dated, so that a value of the past stays as it was told. */
@Injectable()
export class FleetSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  read(): Promise<FleetSettingsAnswer> {
    return this.answer(this.dataSource.manager);
  }

  /** Writes what differs from what would hold on that day; the rest keeps its own day. @throws Refused request.invalid, version.missing, version.stale */
  write(request: FleetSettingsRequest, write: Write): Promise<FleetSettingsAnswer> {
    const fields = [...startProblems(request.from, this.clock.today()), ...familyProblems(request)];
    if (fields.length > 0) throw new Refused('request.invalid', { fields });
    return this.transactions.run(write, async (manager) => {
      const before = () => this.settings.on(request.from, manager);
      await writeFrom(manager, write, valuesOf(request), { ...request, before });
      return this.answer(manager);
    });
  }

  private async answer(manager: EntityManager): Promise<FleetSettingsAnswer> {
    return {
      version: await versionOf(manager, FLEET_SETTING_NAMES),
      inForce: bodyOf(await this.settings.on(this.clock.today(), manager)),
      last: bodyOf(await this.settings.on(LAST_DAY, manager)),
      changes: await changesOf(manager, FLEET_SETTING_NAMES),
    };
  }
}

function bodyOf(settings: PlanSettings): FleetSettingsBody {
  const { months, lowValueCents, lowValueMonths } = settings['equipment.depreciation'];
  return {
    families: EQUIPMENT_FAMILY_NAMES.map((family) => ({
      family,
      months: months[family] ?? EQUIPMENT_FAMILIES[family].depreciationMonths,
    })),
    ...{ lowValueCents, lowValueMonths, giftMaxCents: settings['equipment.giftMaxCents'] },
  };
}

/** A family at the house's own duration is left out: it follows the house. */
function valuesOf(body: FleetSettingsBody): Pick<PlanSettings, FleetSetting> {
  const { families, lowValueCents, lowValueMonths, giftMaxCents } = body;
  const own = families.filter(({ family, months }) => months !== EQUIPMENT_FAMILIES[family].depreciationMonths);
  const months: DepreciationRule['months'] = Object.fromEntries(own.map((one) => [one.family, one.months]));
  return {
    'equipment.depreciation': { months, lowValueCents, lowValueMonths },
    'equipment.giftMaxCents': giftMaxCents,
  };
}

function familyProblems({ families }: FleetSettingsBody): FieldProblem[] {
  const told = new Set(families.map(({ family }) => family));
  return told.size === EQUIPMENT_FAMILY_NAMES.length
    ? []
    : [{ name: 'families', code: 'incomplete', message: 'Donnez une durée à chaque famille, une seule fois.' }];
}
