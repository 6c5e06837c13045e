import { Component, computed, effect, inject, signal } from '@angular/core';
import { Api, type FamilyMonths, fleetSettingsRead, fleetSettingsWrite } from '@parc/api-client';
import { capital, EQUIPMENT_FAMILIES, FLEET_SETTINGS, parisDateOf } from '@parc/domain';
import { CountedPipe, Icon, MoneyPipe, StatePanel, Toasts } from '@parc/ui';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { SettingChanges } from '../../shell/setting-changes';
import { fleetSettingsForm, fleetSettingsRequest } from './fleet-settings-form';

/** Over how long the value of devices is written down, and what may be given: dated, each with who decided it. */
@Component({
  selector: 'parc-fleet-settings-page',
  imports: [CountedPipe, Icon, MoneyPipe, ProblemPanel, SettingChanges, StatePanel, StepForm],
  templateUrl: './fleet-settings-page.html',
  styles: `
    .page-stack {
      max-width: 46rem;
    }

    td,
    th {
      text-align: left;
    }

    /* A row's head ends as its cells do. */
    tbody th {
      border-bottom-color: var(--line);
    }

    tbody tr:last-child th {
      border-bottom: 0;
    }
  `,
})
export class FleetSettingsPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());
  protected readonly settings = reading({ load: () => this.api.invoke(fleetSettingsRead) });
  protected readonly opened = signal(false);
  protected readonly form = computed(() => {
    const settings = this.settings.value();
    // What somebody else has written is another form: nothing that was typed over what it said before is kept.
    return settings ? { ...fleetSettingsForm(settings.last, this.today), id: `fleet ${settings.version}` } : null;
  });
  protected readonly saving = mutation((key, version: number, values: Values) =>
    this.api.invoke(fleetSettingsWrite, { ...onVersion(key, version), body: fleetSettingsRequest(values) }),
  );
  protected readonly changes = computed(() =>
    (this.settings.value()?.changes ?? []).map(({ name, ...change }) => ({
      ...{ title: capital(FLEET_SETTINGS[name].word), ...change },
    })),
  );
  protected readonly familyOf = ({ family }: FamilyMonths): string => EQUIPMENT_FAMILIES[family].word;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Valeur et dons'));
  }

  protected open(): void {
    this.saving.forget();
    this.opened.set(true);
  }

  protected async save(values: Values): Promise<void> {
    const written = await this.saving.run(this.settings.value()!.version, values);
    if (written === null) return;
    this.settings.replace(written);
    this.opened.set(false);
    this.toasts.say('Réglages écrits. Ce qui valait avant reste à sa date.');
  }
}
