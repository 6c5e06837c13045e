import { Component, computed, effect, inject, signal } from '@angular/core';
import { Api, serviceSettingsRead, serviceSettingsWrite } from '@parc/api-client';
import {
  capital,
  parisDateOf,
  SERVICE_SETTINGS,
  SERVICE_WEEKDAYS,
  TICKET_PRIORITIES,
  TICKET_PRIORITY_WORDS,
} from '@parc/domain';
import { DayPipe, Icon, StatePanel, Toasts } from '@parc/ui';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { SettingChanges } from '../../shell/setting-changes';
import { requestOf, SERVICE_WEEKDAY_WORDS, serviceForm, TARGET_WORDS } from './service-form';
import { dayWords, targetWords } from './service-words';

/** When the métropole's service works and how soon it must answer: what the clocks of breakdowns count with. */
@Component({
  selector: 'parc-service-page',
  imports: [DayPipe, Icon, ProblemPanel, SettingChanges, StatePanel, StepForm],
  templateUrl: './service-page.html',
  styleUrl: './service-page.css',
})
export class ServicePage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());
  protected readonly settings = reading({ load: () => this.api.invoke(serviceSettingsRead) });
  protected readonly opened = signal(false);
  protected readonly form = computed(() => {
    const settings = this.settings.value();
    // What somebody else has written is another form: nothing that was typed over what it said before is kept.
    return settings ? { ...serviceForm(settings.last, this.today), id: `service ${settings.version}` } : null;
  });
  protected readonly saving = mutation((key, version: number, values: Values) =>
    this.api.invoke(serviceSettingsWrite, { ...onVersion(key, version), body: requestOf(values) }),
  );

  protected readonly weekdays = SERVICE_WEEKDAYS;
  protected readonly weekdayWords = SERVICE_WEEKDAY_WORDS;
  protected readonly priorities = TICKET_PRIORITIES;
  protected readonly priorityWords = TICKET_PRIORITY_WORDS;
  protected readonly targets = ['takeUp', 'restored'] as const;
  protected readonly targetTitles = TARGET_WORDS;
  protected readonly dayWords = dayWords;
  protected readonly targetWords = targetWords;
  protected readonly changes = computed(() =>
    (this.settings.value()?.changes ?? []).map(({ name, ...change }) => ({
      ...{ title: capital(SERVICE_SETTINGS[name].word), ...change },
    })),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Horaires et délais'));
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
