import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  type EquipmentContent,
  equipmentMovesMove,
  equipmentMovesStore,
  type EquipmentPage,
} from '@parc/api-client';
import { counted, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { mutation, onVersion } from '../../shell/mutation';

/** What lies in a case; each is taken out to where the case stands, by whoever may put it there. */
@Component({
  selector: 'parc-case-contents-card',
  imports: [ActProblem, RouterLink],
  template: `
    <section class="card" aria-labelledby="contents">
      <h2 id="contents">{{ title() }}</h2>
      @if (taking.problem(); as problem) {
        <parc-act-problem [problem]="problem" heading="L’appareil n’est pas sorti" (reread)="changed.emit()" />
      }
      <ul>
        @for (content of device().contents; track content.id) {
          <li>
            <a [routerLink]="['/parc/appareils', content.id]">{{ content.tag }}</a>
            <span>{{ content.modelName }}</span>
            @if (takes()) {
              <button
                type="button"
                class="button button-dense button-quiet"
                [disabled]="taking.pending()"
                (click)="take(content)"
              >
                Sortir<span class="visually-hidden"> {{ content.tag }} de la valise</span>
              </button>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    ul {
      columns: 2 18rem;
      margin-top: 0.5rem;
    }

    li {
      display: flex;
      align-items: center;
      gap: 0.75rem;
      min-height: 2.75rem;
      break-inside: avoid;
    }

    li > span {
      flex: 1;
      min-width: 0;
    }
  `,
})
export class CaseContentsCard {
  readonly device = input.required<EquipmentPage>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly title = computed(() => {
    const { length } = this.device().contents;
    return length === 0
      ? 'Ce qu’il contient : rien'
      : `Ce qu’il contient : ${counted(length, 'appareil', 'appareils')}`;
  });
  /** Where the case is, and the step that puts a device there: what may be done with the case may be done with each. */
  private readonly step = computed(() => {
    const { possible, roomId, stockPlaceId } = this.device();
    if (possible.includes('move') && roomId !== null) return { move: { roomId } };
    return possible.includes('store') && stockPlaceId !== null ? { store: { stockPlaceId } } : null;
  });
  protected readonly takes = computed(() => this.step() !== null);
  protected readonly taking = mutation((key, { id, version }: EquipmentContent) => {
    const [step, asked] = [this.step()!, { ...onVersion(key, version), id }];
    return step.move
      ? this.api.invoke(equipmentMovesMove, { ...asked, body: step.move })
      : this.api.invoke(equipmentMovesStore, { ...asked, body: step.store });
  });

  protected async take(content: EquipmentContent): Promise<void> {
    if ((await this.taking.run(content)) === null) return;
    this.toasts.say(`${content.tag} : sorti de la valise`);
    this.changed.emit();
  }
}
