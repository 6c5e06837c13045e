import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type EquipmentPage, labelsOfDevice, labelsReplace } from '@parc/api-client';
import { EQUIPMENT_TAG, tagAsKept } from '@parc/domain';
import { DayPipe, Icon, Toasts } from '@parc/ui';
import { anewWith } from '../../shell/anew';
import { type FormSpec, textOf, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { reading } from '../../shell/reading';

const REPLACEMENT: FormSpec = {
  id: 'replace-label',
  heading: 'Remplacer une étiquette perdue',
  text: 'L’ancienne mène encore à cet appareil si elle reparaît.',
  sections: [
    {
      fields: [
        {
          name: 'code',
          label: 'Code de la nouvelle étiquette',
          type: 'text',
          most: 30,
          help: 'Si vous en avez une sous la main. Laissez vide pour en imprimer une.',
          check: (code) =>
            EQUIPMENT_TAG.test(tagAsKept(code)) ? '' : 'Des lettres, des chiffres et des tirets : PE-000123.',
        },
      ],
    },
  ],
  button: 'Remplacer l’étiquette',
};

/** The label of a device, for those who print them: the one it bears, those of before, a new one. */
@Component({
  selector: 'parc-device-label-card',
  imports: [DayPipe, Icon, RouterLink, StepForm],
  template: `
    @if (prints()) {
      <section class="card" aria-labelledby="label-of-device">
        <h2 id="label-of-device">L’étiquette</h2>
        @if (former().length > 0) {
          <p>Ces anciennes étiquettes mènent encore ici :</p>
          <ul>
            @for (label of former(); track label.code) {
              <li>
                {{ label.code }} <span class="muted small">du {{ label.since | day: 'year' }}</span>
              </li>
            }
          </ul>
        }
        @if (replacing()) {
          <parc-step-form
            [form]="form"
            [pending]="sending.pending()"
            [problem]="sending.problem()"
            (sent)="replace($event)"
            (cancelled)="close()"
            (reread)="changed.emit()"
          />
        } @else {
          <div class="acts">
            <a class="button" routerLink="/parc/etiquettes" [queryParams]="{ appareils: device().id }">
              <parc-icon name="printer" [size]="18" /> Imprimer l’étiquette
            </a>
            @if (replaces()) {
              <button type="button" class="button" (click)="replacing.set(true)">
                Remplacer une étiquette perdue…
              </button>
            }
          </div>
        }
      </section>
    }
  `,
  styles: `
    .card {
      display: grid;
      gap: 0.75rem;
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
  `,
})
export class DeviceLabelCard {
  readonly device = input.required<EquipmentPage>();
  /** It bears another label: the page reads it again. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly prints = may('labels.print');
  protected readonly replaces = may('labels.replace');
  protected readonly form = REPLACEMENT;
  protected readonly replacing = anewWith<boolean>(
    () => `${this.device().id} ${this.device().version}`,
    () => false,
  );
  private readonly labels = reading({
    asked: () => (this.prints() ? { id: this.device().id, tag: this.device().tag } : undefined),
    load: ({ id }) => this.api.invoke(labelsOfDevice, { id }),
  });
  protected readonly former = computed(() =>
    (this.labels.value()?.items ?? []).filter(({ code }) => code !== this.device().tag),
  );
  protected readonly sending = mutation((key, { id, version }: EquipmentPage, label: string | null) =>
    this.api.invoke(labelsReplace, { ...onVersion(key, version), id, body: { label } }),
  );

  protected close(): void {
    this.sending.forget();
    this.replacing.set(false);
  }

  protected async replace(values: Values): Promise<void> {
    const replaced = await this.sending.run(this.device(), textOf(values, 'code'));
    if (replaced === null) return;
    this.toasts.say(`Nouvelle étiquette : ${replaced.tag}. Imprimez-la et collez-la.`);
    this.close();
    this.changed.emit();
  }
}
