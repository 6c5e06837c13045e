import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, schoolsRooms, softwareInstallationsInstall, type SoftwareInstallRequest } from '@parc/api-client';
import { type PickerOption, Toasts } from '@parc/ui';
import { byName } from '../../shell/by-name';
import { type FormSpec, textOf, type Values, wholeOf } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { TitlePicker } from './title-picker';

/** A title is put where its page is: on a device, or in a school or one of its rooms, for so many seats. */
@Component({
  selector: 'parc-software-here',
  imports: [StepForm, TitlePicker],
  template: `
    <parc-title-picker (picked)="title.set($event)" />
    @if (missing()) {
      <p class="missing small" role="alert">Choisissez d’abord le logiciel.</p>
    }
    <parc-step-form
      [form]="form()"
      [pending]="installing.pending()"
      [problem]="installing.problem()"
      (sent)="install($event)"
      (cancelled)="left.emit()"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      margin-top: 0.75rem;
    }

    .missing {
      color: var(--on-trouble);
      font-weight: var(--weight-strong);
    }
  `,
})
export class SoftwareHere {
  readonly schoolId = input<string>();
  /** Label of a device. */
  readonly mark = input<string>();
  readonly installed = output();
  readonly left = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly title = signal<PickerOption | null>(null);
  private readonly asked = signal(false);
  protected readonly missing = computed(() => this.asked() && this.title() === null);
  private readonly rooms = reading({
    asked: () => this.schoolId(),
    load: async (id: string) => byName((await this.api.invoke(schoolsRooms, { id })).items),
  });
  protected readonly form = computed<FormSpec>(() => ({
    id: `installer ${this.mark() ?? this.schoolId()}`,
    sections: [
      {
        fields: [
          ...(this.schoolId() === undefined ? [] : this.placeFields()),
          { name: 'edition', label: 'Version', type: 'text', most: 60, half: true },
        ],
      },
    ],
    button: 'Installer',
  }));

  protected readonly installing = mutation((key, titleId: string, body: SoftwareInstallRequest) =>
    this.api.invoke(softwareInstallationsInstall, { 'Idempotency-Key': key, id: titleId, body }),
  );

  protected async install(values: Values): Promise<void> {
    this.asked.set(true);
    const title = this.title();
    if (title === null) return;
    if ((await this.installing.run(title.id, this.request(values))) === null) return;
    this.toasts.say(`${title.label} : noté`);
    this.installed.emit();
  }

  private request(values: Values): SoftwareInstallRequest {
    const edition = textOf(values, 'edition');
    const mark = this.mark();
    if (mark !== undefined) return { mark, edition };
    const roomId = textOf(values, 'roomId');
    const place = roomId === null ? { schoolId: this.schoolId()! } : { roomId };
    return { ...place, edition, seats: wholeOf(values, 'seats') ?? 1 };
  }

  private placeFields() {
    const rooms = (this.rooms.value() ?? []).map(({ id, name }) => ({ value: id, label: name }));
    return [
      {
        ...{ name: 'roomId', label: 'Où', type: 'select' as const, half: true },
        options: [{ value: '', label: 'Toute l’école' }, ...rooms],
      },
      {
        ...{ name: 'seats', label: 'Postes', type: 'whole' as const, half: true, initial: '1' },
        required: 'Dites combien de postes.',
        check: (value: string) => (Number(value) < 1 ? 'Un poste au moins.' : ''),
      },
    ];
  }
}
