import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type ShownSoftware, softwareOfDevice, softwareOfSchool } from '@parc/api-client';
import { SOFTWARE_CLEARANCES } from '@parc/domain';
import { counted, MoneyPipe, StateChip } from '@parc/ui';
import { may } from '../../shell/may';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { licensedWords } from './software-words';

/** What a school or a device has of software: a line a title, and whether it is cleared. */
@Component({
  selector: 'parc-shown-software-card',
  imports: [MoneyPipe, ProblemPanel, RouterLink, StateChip],
  template: `
    @if (reads() && software.failed(); as problem) {
      <section class="card" aria-labelledby="shown-software">
        <h2 id="shown-software">Logiciels</h2>
        <parc-problem-panel [problem]="problem" (retry)="software.reload()" />
      </section>
    } @else if (reads() && software.value(); as items) {
      @if (items.length > 0) {
        <section class="card" aria-labelledby="shown-software">
          <h2 id="shown-software">Logiciels</h2>
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
              </li>
            }
          </ul>
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

  private readonly api = inject(Api);
  protected readonly reads = may('software.of-school');
  protected readonly opens = may('software.read');
  protected readonly software = reading({
    asked: () => {
      const [school, device] = [this.schoolId(), this.deviceId()];
      if (!this.reads()) return undefined;
      return device ? { device } : school ? { school } : undefined;
    },
    load: async (asked: { device?: string; school?: string }): Promise<readonly ShownSoftware[]> =>
      asked.device
        ? (await this.api.invoke(softwareOfDevice, { id: asked.device })).items
        : (await this.api.invoke(softwareOfSchool, { id: asked.school! })).items,
  });

  protected readonly clearance = (item: ShownSoftware) => SOFTWARE_CLEARANCES[item.clearance];

  protected words(item: ShownSoftware): string {
    const seats = this.deviceId() ? '' : counted(item.seats, 'poste', 'postes');
    const version = item.edition === null ? '' : `version ${item.edition}`;
    return [item.publisher, seats, version, licensedWords(item)].filter((word) => word !== '').join(' · ');
  }
}
