import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, equipmentByTag, type EquipmentPage } from '@parc/api-client';
import { EQUIPMENT_STATES } from '@parc/domain';
import { counted, Icon, StateChip } from '@parc/ui';
import { asProblem } from '../../shell/problem';
import { remembered } from '../../shell/kept/remembered';
import type { Scan, ScanAnswer } from '../../shell/scan/scan';
import { Scanner } from '../../shell/scan/scanner';
import { equipmentPicture } from '../equipment-words';
import { answerOf, type FoundCode, unknownWords, whereWords, withFound } from './found-codes';
import { Sightings } from './sightings';

/** From a label to its device: at once, or one after the other while one walks through a room. */
@Component({
  selector: 'parc-scan-page',
  imports: [Icon, RouterLink, Scanner, StateChip],
  templateUrl: './scan-page.html',
  styleUrl: './scan-page.css',
})
export class ScanPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly sightings = inject(Sightings);

  /** The page of a device opens as soon as its label is read; else they gather here. */
  protected readonly opens = remembered<boolean>('scanner.ouvre', (kept) => typeof kept === 'boolean', true);
  protected readonly found = signal<readonly FoundCode[]>([]);
  protected readonly answer = signal<ScanAnswer | null>(null);
  protected readonly devices = computed(() => this.found().filter(({ device }) => device !== null).length);
  protected readonly title = computed(() => {
    const devices = this.devices();
    if (devices === 0) return 'Lire une étiquette';
    return devices === 1 ? '1 appareil lu' : `${counted(devices, 'appareil', 'appareils')} lus`;
  });

  protected readonly stateOf = (device: EquipmentPage) => EQUIPMENT_STATES[device.state];
  protected readonly where = whereWords;
  protected readonly picture = equipmentPicture;

  protected async look({ code, by }: Scan): Promise<void> {
    const found = await this.find(code);
    this.answer.set(answerOf(found));
    this.found.update((codes) => withFound(codes, found));
    if (found.device === null) return;
    // A code that is typed may be read from a paper: nobody stands before the device.
    if (by !== 'typed') this.sightings.note(found.device.id);
    if (this.opens()) void this.router.navigate(['/parc/appareils', found.device.id]);
  }

  private async find(code: string): Promise<FoundCode> {
    try {
      return { code, device: await this.api.invoke(equipmentByTag, { tag: code }), words: '' };
    } catch (error) {
      return { code, device: null, words: unknownWords(code, asProblem(error)) };
    }
  }
}
