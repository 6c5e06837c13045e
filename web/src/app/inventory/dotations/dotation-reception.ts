import { Component, computed, inject, input, output, signal } from '@angular/core';
import {
  Api,
  type DotationPartDevice,
  type DotationPartPage,
  dotationPartsReceive,
  dotationPartsReceiveInPart,
  schoolsRooms,
} from '@parc/api-client';
import { Control, CountedPipe, Field, StatePanel } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { byName } from '../../shell/by-name';
import { mutation, onVersion } from '../../shell/mutation';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

/** What came to the school: ticked among what was made ready, and the room where it is put. What lacks is said. */
@Component({
  selector: 'parc-dotation-reception',
  imports: [ActProblem, Control, CountedPipe, Field, ProblemPanel, StatePanel],
  templateUrl: './dotation-reception.html',
  styleUrl: './dotation-choice.css',
})
export class DotationReception {
  readonly part = input.required<DotationPartPage>();
  /** What is said then. */
  readonly received = output<string>();
  readonly left = output();
  readonly reread = output();

  private readonly api = inject(Api);
  protected readonly rooms = reading({
    asked: () => this.part().schoolId,
    load: async (id) => byName((await this.api.invoke(schoolsRooms, { id })).items),
  });
  protected readonly ready = computed(() => this.part().devices.filter(({ outcome }) => outcome === null));
  /** All of them came, until one is said not to have. */
  private readonly missing = signal<ReadonlySet<string>>(new Set());
  protected readonly roomId = signal('');
  protected readonly reason = signal('');
  protected readonly came = computed(() => this.ready().filter(({ equipmentId }) => !this.missing().has(equipmentId)));
  protected readonly lacking = computed(() => this.part().quantity - this.part().received - this.came().length);
  protected readonly asked = signal(false);
  protected readonly roomError = computed(() =>
    this.asked() && this.roomId() === '' ? 'Choisissez la salle où ils sont posés.' : '',
  );
  protected readonly reasonError = computed(() =>
    this.asked() && this.lacking() > 0 && this.reason().trim() === '' ? 'Dites ce qui manque.' : '',
  );

  protected readonly sending = mutation((key, { id, version }: DotationPartPage, reason: string | null) => {
    const asked = { ...onVersion(key, version), id };
    const devices = this.came().map(({ equipmentId }) => ({ equipmentId, roomId: this.roomId() }));
    return reason === null
      ? this.api.invoke(dotationPartsReceive, { ...asked, body: { devices } })
      : this.api.invoke(dotationPartsReceiveInPart, { ...asked, body: { devices, reason } });
  });

  protected readonly detail = ({ serial, containerTag }: DotationPartDevice): string =>
    [serial, containerTag === null ? null : `dans la valise ${containerTag}`].filter(Boolean).join(' · ');
  protected isHere = (equipmentId: string): boolean => !this.missing().has(equipmentId);

  protected tick(equipmentId: string, isHere: boolean): void {
    const missing = new Set(this.missing());
    if (isHere) missing.delete(equipmentId);
    else missing.add(equipmentId);
    this.missing.set(missing);
  }

  protected async send(): Promise<void> {
    this.asked.set(true);
    if (this.roomError() !== '' || this.reasonError() !== '') return;
    const whole = this.lacking() === 0;
    const sent = await this.sending.run(this.part(), whole ? null : this.reason());
    if (sent !== null) this.received.emit(whole ? 'Tout est arrivé' : 'Reçu en partie : ce qui manque est dit');
  }
}
