import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  schoolCoherenceOfSchool,
  schoolCoherenceTeam,
  supportAsk,
  type SupportAskRequest,
  trainingModulesModulesList,
} from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { Toasts } from '@parc/ui';
import { FormPage } from '../../shell/forms/form-page';
import type { Values } from '../../shell/forms/fields';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { aboutOf, supportAskForm, supportAskRequest } from './support-ask-form';

/** A teacher asks for a trainer's visit in their class; a head, for the team too. */
@Component({
  selector: 'parc-support-ask',
  imports: [FormPage],
  template: `
    <parc-form-page
      heading="Demander un accompagnement"
      text="Un formateur de la circonscription vient dans la classe. Il propose une date et vous prévient par courriel."
      [failed]="ground.failed()"
      [form]="form()"
      [saving]="saving"
      (typed)="typed.set($event)"
      (sent)="save($event)"
      (cancelled)="leave()"
      (reread)="ground.reload()"
    />
  `,
})
export class SupportAskPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly readsTeam = may('coherence.team');
  private readonly today = parisDateOf(new Date());
  protected readonly typed = signal<Values>({});

  protected readonly ground = reading({
    asked: () => this.session.current()?.assignment.schoolId ?? undefined,
    load: async (id) => {
      const [modules, school, team] = await Promise.all([
        this.api.invoke(trainingModulesModulesList, { size: 100 }),
        this.api.invoke(schoolCoherenceOfSchool, { id }),
        this.readsTeam() ? this.api.invoke(schoolCoherenceTeam, { id }) : null,
      ]);
      const own = this.session.current()?.account.id;
      return {
        ...{ modules: modules.items, models: school.models, today: this.today },
        team: (team?.people ?? []).filter(({ accountId }) => accountId !== own),
      };
    },
  });
  protected readonly form = computed(() => {
    const ground = this.ground.value();
    return ground === null ? null : supportAskForm(ground, aboutOf(this.typed()));
  });
  protected readonly saving = mutation((key, body: SupportAskRequest) =>
    this.api.invoke(supportAsk, { 'Idempotency-Key': key, body }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Demander un accompagnement'));
  }

  protected async save(values: Values): Promise<void> {
    const made = await this.saving.run(supportAskRequest(values));
    if (made === null) return;
    this.toasts.say('L’accompagnement est demandé');
    void this.router.navigate(['/formations/accompagnements', made.id]);
  }

  protected leave(): void {
    void this.router.navigate(['/formations/accompagnements']);
  }
}
