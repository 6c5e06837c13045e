import { Component, inject, input, output, signal } from '@angular/core';
import { Api, equipmentByTag, type EquipmentPage } from '@parc/api-client';
import { EQUIPMENT, EQUIPMENT_IN_ROOM } from '@parc/domain';
import type { Values } from '../../shell/forms/fields';
import { asProblem } from '../../shell/problem';
import type { Scan, ScanAnswer } from '../../shell/scan/scan';
import { ScanButton } from '../../shell/scan/scan-button';
import { inCase } from '../page/equipment-steps';
import { placeWords } from '../equipment-words';
import type { TargetChoices } from './target-choices';

/**
 * Where it goes, by a label: the case that bears it, or the room or shelf of any device that stands there. What was scanned is
 * chosen in the form, for its reader to look at.
 */
@Component({
  selector: 'parc-target-scan',
  imports: [ScanButton],
  template: `
    <parc-scan-button
      [label]="of().cases() ? 'Scanner la valise, ou un appareil d’ici' : 'Scanner un appareil d’ici'"
      [answer]="answer()"
      (scanned)="look($event)"
    />
  `,
})
export class TargetScan {
  readonly of = input.required<TargetChoices>();
  /** The answers that the scanned place is. */
  readonly chosen = output<Values>();

  private readonly api = inject(Api);
  protected readonly answer = signal<ScanAnswer | null>(null);

  protected async look({ code }: Scan): Promise<void> {
    try {
      const device = await this.api.invoke(equipmentByTag, { tag: code });
      const values = this.choose(device);
      const words =
        values === null ? `${device.tag} n’est pas là où ceci peut aller.` : `${device.tag} : ${placeWords(device)}`;
      this.answer.set({ code, words, tone: values === null ? 'waiting' : 'done' });
      if (values !== null) this.chosen.emit(values);
    } catch (error) {
      this.answer.set({ code, words: `${code} : ${asProblem(error).sentence}`, tone: 'trouble' });
    }
  }

  private choose(device: EquipmentPage): Values | null {
    const { id, isContainer, roomId, stockPlaceId, schoolId, schoolName, communeName, state } = device;
    const target = this.of();
    const holds = isContainer && target.cases();
    if (target.to() === 'stock') {
      if (!EQUIPMENT.statesFrom('place').includes(state)) return null;
      const value = holds ? inCase(id) : stockPlaceId;
      return value === null ? null : { stockPlaceId: value };
    }
    const value = holds ? inCase(id) : roomId;
    if (!EQUIPMENT_IN_ROOM.includes(state) || value === null || schoolId === null) return null;
    if (target.asksSchool()) target.picked.set({ id: schoolId, label: schoolName ?? '', detail: communeName ?? '' });
    else if (!target.choices().rooms.some((room) => room.id === roomId)) return null;
    return { roomId: value };
  }
}
