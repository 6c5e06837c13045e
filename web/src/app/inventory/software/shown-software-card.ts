import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  type ShownSoftware,
  softwareInstallationsRemove,
  softwareOfDevice,
  softwareOfSchool,
} from '@parc/api-client';
import { SOFTWARE_CLEARANCES } from '@parc/domain';
import { counted, Icon, MoneyPipe, StateChip, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { SoftwareHere } from './software-here';
import { licensedWords } from './software-words';

/** A title as it stands on a device too, where it may be taken off. */
type Shown = ShownSoftware & { readonly installationId?: string };

/** What a school or a device has of software: a line a title, and whether it is cleared. */
@Component({
  selector: 'parc-shown-software-card',
  imports: [ActProblem, Icon, MoneyPipe, ProblemPanel, RouterLink, SoftwareHere, StateChip],
  template: `
    @if (reads() && software.failed(); as problem) {
      <section class="card" aria-labelledby="shown-software">
        <h2 id="shown-software">Logiciels</h2>
        <parc-problem-panel [problem]="problem" (retry)="software.reload()" />
      </section>
    } @else if (reads() && software.value(); as items) {
      @if (items.length > 0 || installs()) {
        <section class="card" aria-labelledby="shown-software">
          <h2 id="shown-software">Logiciels</h2>
          @if (removing.problem(); as problem) {
            <parc-act-problem [problem]="problem" heading="Ce n’est pas retiré" (reread)="software.reload()" />
          }
          @if (items.length === 0) {
            <p class="muted">Aucun n’est noté ici.</p>
          }
          <ul>
            @for (item of items; track item.titleId) {
              <li>
                <span class="words">
                  @if (opens()) {
                    <a [routerLink]="['/parc/logiciels', item.titleId]">{{ item.name }}</a>
                  } @else {
                    <strong>{{ item.name }}</strong>
                  }
                  <span class="muted small">{{ words(item) }}</span>
                  @if (item.priceCents !== null) {
                    <span class="muted small">Licences de l’école : {{ item.priceCents | money }} TTC</span>
                  }
                  @if (item.clearanceConditions) {
                    <span class="small">{{ item.clearanceConditions }}</span>
                  }
                </span>
                <parc-state-chip [state]="clearance(item)" />
                @if (installs() && item.installationId) {
                  <button
                    type="button"
                    class="button button-dense button-quiet"
                    [disabled]="removing.pending()"
                    (click)="remove(item)"
                  >
                    Retirer<span class="visually-hidden"> {{ item.name }}</span>
                  </button>
                }
              </li>
            }
          </ul>
          @if (adding()) {
            <parc-software-here
              [schoolId]="schoolId()"
              [mark]="mark()"
              (installed)="added()"
              (left)="adding.set(false)"
            />
          } @else if (installs()) {
            <button type="button" class="button button-dense" (click)="adding.set(true)">
              <parc-icon name="plus" [size]="18" /> Noter un logiciel…
            </button>
          }
        </section>
      }
    }
  `,
  styleUrl: './card-rows.css',
})
export class ShownSoftwareCard {
  /** Of a school, or of a device. */
  readonly schoolId = input<string>();
  readonly deviceId = input<string>();
  /** Label of the device. */
  readonly mark = input<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly installs = may('software.install');
  protected readonly adding = signal(false);
  protected readonly reads = may('software.of-school');
  protected readonly opens = may('software.read');
  protected readonly software = reading({
    asked: () => {
      const [school, device] = [this.schoolId(), this.deviceId()];
      if (!this.reads()) return undefined;
      return device ? { device } : school ? { school } : undefined;
    },
    load: async (asked: { device?: string; school?: string }): Promise<readonly Shown[]> =>
      asked.device
        ? (await this.api.invoke(softwareOfDevice, { id: asked.device })).items
        : (await this.api.invoke(softwareOfSchool, { id: asked.school! })).items,
  });

  protected readonly clearance = (item: ShownSoftware) => SOFTWARE_CLEARANCES[item.clearance];

  protected readonly removing = mutation((key, id: string) =>
    this.api.invoke(softwareInstallationsRemove, { 'Idempotency-Key': key, id }),
  );

  protected added(): void {
    this.adding.set(false);
    this.software.reload();
  }

  protected async remove({ name, installationId }: Shown): Promise<void> {
    if (installationId === undefined || (await this.removing.run(installationId)) === null) return;
    this.toasts.say(`${name} : retiré`);
    this.software.reload();
  }

  protected words(item: ShownSoftware): string {
    const seats = this.deviceId() ? '' : counted(item.seats, 'poste', 'postes');
    const version = item.edition === null ? '' : `version ${item.edition}`;
    return [item.publisher, seats, version, licensedWords(item)].filter((word) => word !== '').join(' · ');
  }
}
