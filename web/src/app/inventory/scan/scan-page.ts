import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type EquipmentPage } from '@parc/api-client';
import { EQUIPMENT_STATES } from '@parc/domain';
import { counted, Icon, StateChip } from '@parc/ui';
import { may } from '../../shell/may';
import { asProblem } from '../../shell/problem';
import { remembered } from '../../shell/kept/remembered';
import type { Scan, ScanAnswer } from '../../shell/scan/scan';
import { Scanner } from '../../shell/scan/scanner';
import { equipmentPicture } from '../equipment-words';
import { answerOf, type FoundCode, lentWords, unknownWords, whereWords, withFound } from './found-codes';
import { openedAt, scanned } from './scanned';
import { Sightings } from './sightings';

/** From a label to its device: at once, or one after the other while one walks through a room. */
@Component({
  selector: 'parc-scan-page',
  imports: [Icon, RouterLink, Scanner, StateChip],
  templateUrl: './scan-page.html',
  styleUrl: './scan-page.css',
})
export class ScanPage {
  /** « panne » in the address: whoever scans came from a report, and goes back to it with the device. */
  readonly pour = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly sightings = inject(Sightings);
  private readonly borrows = may('loans.request');

  /** The page of a device opens as soon as its label is read; else they gather here. */
  protected readonly opens = remembered<boolean>('scanner.ouvre', (kept) => typeof kept === 'boolean', true);
  protected readonly found = signal<readonly FoundCode[]>([]);
  protected readonly answer = signal<ScanAnswer | null>(null);
  protected readonly devices = computed(
    () => this.found().filter(({ device, lent }) => device !== null || lent !== null).length,
  );
  protected readonly reporting = computed(() => this.pour() === 'panne');
  protected readonly title = computed(() => {
    const devices = this.devices();
    if (this.reporting()) return 'Lire l’étiquette de l’appareil en panne';
    if (devices === 0) return 'Lire une étiquette';
    return devices === 1 ? '1 appareil lu' : `${counted(devices, 'appareil', 'appareils')} lus`;
  });

  protected readonly stateOf = (device: EquipmentPage) => EQUIPMENT_STATES[device.state];
  protected readonly where = whereWords;
  protected readonly lentWhere = lentWords;
  protected readonly picture = equipmentPicture;

  protected async look({ code, by }: Scan): Promise<void> {
    const found = await this.find(code);
    this.answer.set(answerOf(found));
    this.found.update((codes) => withFound(codes, found));
    // A code that is typed may be read from a paper: nobody stands before the device.
    if (found.device !== null && by !== 'typed') this.sightings.note(found.device.id);
    const at = openedAt(found, this.reporting());
    if (at === null || !(this.opens() || this.reporting())) return;
    const { path, queryParams } = at;
    void this.router.navigate(path, { queryParams });
  }

  private async find(code: string): Promise<FoundCode> {
    try {
      return { code, ...(await scanned(this.api, code, this.borrows())), words: '' };
    } catch (error) {
      return { code, device: null, lent: null, words: unknownWords(code, asProblem(error)) };
    }
  }
}
