import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  type CoherenceModel,
  type CoherenceVisit,
  schoolCoherenceAsk,
  schoolCoherenceTeam,
  schoolCoherenceWaive,
  trainingMovesEnrol,
} from '@parc/api-client';
import { HANDOVER_MINUTES, placeSaid } from '@parc/domain';
import { counted, day, dayAndTime, Icon, type IconName, Notice, Toasts } from '@parc/ui';
import { anewWith } from '../../shell/anew';
import type { FormSpec, Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { promiseWords, sessionWhen, sessionWhere } from './coherence-words';
import { HandoverForm } from './handover-form';

type Session = CoherenceModel['sessions'][number];
/** What is being done: a session by its id, or one of the two other ways. */
type Opened = { readonly session: Session } | 'handover' | 'waiver' | null;

/** The ways into service of one model in one school, each with what its reader may do about it. */
@Component({
  selector: 'parc-coherence-ways',
  imports: [HandoverForm, Icon, Notice, RouterLink, StepForm],
  templateUrl: './coherence-ways.html',
  styleUrl: './coherence-ways.css',
})
export class CoherenceWays {
  readonly schoolId = input.required<string>();
  readonly model = input.required<CoherenceModel>();
  readonly nextVisit = input<CoherenceVisit | null>(null);
  /** The school is read again. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly enrols = may('training-sessions.enrol');
  protected readonly readsSessions = may('training-sessions.read');
  private readonly enrolsTeam = may('handovers.ask');
  protected readonly asks = may('handovers.ask');
  protected readonly records = may('handovers.record');
  protected readonly waives = may('equipment.waive-training');
  protected readonly minutes = HANDOVER_MINUTES;
  protected readonly when = sessionWhen;
  protected readonly where = sessionWhere;
  protected readonly asked = dayAndTime;
  protected readonly icon = (session: Session): IconName => (session.placeKind === 'remote' ? 'laptop' : 'graduation');
  protected readonly promise = computed(() => promiseWords(this.model()));
  protected readonly waits = computed(() => this.model().coherence === 'waits');
  protected readonly visit = computed(() => {
    const visit = this.nextVisit();
    return visit === null
      ? 'par un technicien, quand il vient'
      : `le technicien vient ${day(visit.from)} : ${visit.title}`;
  });

  protected readonly opened = anewWith<Opened>(
    () => `${this.schoolId()} ${this.model().modelId}`,
    () => null,
  );
  private readonly team = reading({
    asked: () => (this.enrolsTeam() && this.openedSession() !== null ? this.schoolId() : undefined),
    load: (id) => this.api.invoke(schoolCoherenceTeam, { id }),
  });
  protected readonly openedSession = computed(() => {
    const opened = this.opened();
    return opened !== null && typeof opened === 'object' ? opened.session : null;
  });
  protected readonly form = computed<FormSpec | null>(() => {
    const session = this.openedSession();
    if (session !== null) return this.enrolForm(session);
    return this.opened() === 'waiver' ? this.waiverForm() : null;
  });

  protected readonly acting = mutation<[Act], object>((key, act) => {
    const write = { 'Idempotency-Key': key };
    if (act.kind === 'enrol')
      return this.api.invoke(trainingMovesEnrol, { ...write, id: act.id, body: { accountId: act.accountId } });
    const { modelId, schoolId: id } = act;
    return act.kind === 'ask'
      ? this.api.invoke(schoolCoherenceAsk, { ...write, id, body: { modelId } })
      : this.api.invoke(schoolCoherenceWaive, { ...write, id, body: { modelId, reason: act.reason } });
  });

  /** A head chooses whom; a teacher takes a place for themselves. */
  protected async enrol(session: Session): Promise<void> {
    if (this.enrolsTeam()) return this.opened.set({ session });
    await this.act({ kind: 'enrol', id: session.id, accountId: null }, `Vous êtes inscrit ${day(session.startsAt)}`);
  }

  protected async ask(): Promise<void> {
    const { modelId } = this.model();
    await this.act({ kind: 'ask', schoolId: this.schoolId(), modelId }, 'La remise en main est demandée au technicien');
  }

  protected async record(values: Values): Promise<void> {
    const session = this.openedSession();
    if (session !== null)
      return this.act({ kind: 'enrol', id: session.id, accountId: values['accountId'] ?? null }, 'Inscription faite');
    const { modelId, waiting } = this.model();
    const act: Act = { kind: 'waive', schoolId: this.schoolId(), modelId, reason: values['reason'] ?? '' };
    await this.act(act, `${counted(waiting, 'appareil sert', 'appareils servent')} sans formation`);
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected done(): void {
    this.close();
    this.changed.emit();
  }

  private async act(act: Act, said: string): Promise<void> {
    if ((await this.acting.run(act)) === null) return;
    this.toasts.say(said);
    this.done();
  }

  private enrolForm(session: Session): FormSpec {
    const people = this.team.value()?.people ?? [];
    return {
      id: `enrol ${session.id}`,
      heading: `Inscrire à ${session.moduleTitle}`,
      text: `${sessionWhen(session)}, ${placeSaid(session)}. S’inscrire n’est pas être convoqué.`,
      sections: [
        {
          fields: [
            {
              ...{ name: 'accountId', label: 'Qui', type: 'select', required: 'Choisissez une personne de l’école.' },
              options: people.map(({ accountId, name }) => ({ value: accountId, label: name })),
            },
          ],
        },
      ],
      button: 'Inscrire',
    };
  }

  private waiverForm(): FormSpec {
    const { modelName, modelId } = this.model();
    return {
      id: `waiver ${this.schoolId()} ${modelId}`,
      heading: `Mettre en service sans formation : ${modelName}`,
      text: 'Chaque mise en service sans formation est comptée, et le comité en lit le nombre.',
      sections: [
        {
          fields: [
            { name: 'reason', label: 'Motif', type: 'lines', most: 1000, required: 'Dites pourquoi en quelques mots.' },
          ],
        },
      ],
      button: 'Mettre en service sans formation',
    };
  }
}

type Act =
  | { readonly kind: 'enrol'; readonly id: string; readonly accountId: string | null }
  | { readonly kind: 'ask'; readonly schoolId: string; readonly modelId: string }
  | { readonly kind: 'waive'; readonly schoolId: string; readonly modelId: string; readonly reason: string };
