import { afterNextRender, Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { Api, orderDevicesOffered, type OfferedDevice } from '@parc/api-client';
import { Control, Field, Icon, Notice } from '@parc/ui';
import { may } from '../../shell/may';
import { asProblem } from '../../shell/problem';
import { reading } from '../../shell/reading';
import { DeviceCode } from './device-code';
import type { LineDraft } from './report-draft';
import {
  bears,
  type DeviceDraft,
  deviceCodeId,
  deviceRoomId,
  freshDevice,
  knownDevice,
  type NamedLine,
  sellsModel,
} from './report-devices';

interface Room {
  readonly id: string;
  readonly name: string;
}

/** Of a line, what is named here: its devices, and in words what no record stands for (of a line of the order alone). */
type NamedDraft = Pick<LineDraft, 'devices'> & Partial<Pick<LineDraft, 'equipment'>>;
export type NamedChange = Partial<NamedDraft> | ((line: NamedDraft) => Partial<NamedDraft>);

/** What one line put in place, moved or served, device by device, each with its room. */
@Component({
  selector: 'parc-line-devices',
  imports: [Control, DeviceCode, Field, Icon, Notice],
  templateUrl: './line-devices.html',
  styleUrl: './line-devices.css',
})
export class LineDevices {
  readonly orderId = input.required<string>();
  readonly line = input.required<NamedLine>();
  /** The report adds it: the order has no such line yet. */
  readonly added = input(false);
  readonly draft = input.required<NamedDraft>();
  readonly rooms = input<readonly Room[]>([]);
  readonly errors = input<ReadonlyMap<string, string>>(new Map());
  readonly changed = output<NamedChange>();

  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly readsStock = may('stock.read');
  protected readonly opened = signal(false);
  protected readonly choosing = signal(false);
  /** What became of the last code that names nothing here. */
  protected readonly unknown = signal<{ code: string; sentence: string; noted: boolean } | null>(null);
  /** What answers to words, where no label is just that: whoever reads the stock chooses one. */
  protected readonly proposed = signal<readonly OfferedDevice[]>([]);
  private readonly looking = signal(0);
  protected readonly pending = computed(() => this.looking() > 0);

  protected readonly devices = computed(() => this.draft().devices);
  protected readonly name = computed(() => [this.line().itemName, this.line().roomName].filter(Boolean).join(', '));
  protected readonly codeId = computed(() => deviceCodeId(this.line().id));
  protected readonly roomControl = (index: number): string => deviceRoomId(this.line().id, index);
  protected readonly help = computed(() =>
    this.readsStock() ? 'Ou des mots, pour choisir : portable, tablette…' : '',
  );
  protected readonly choosesStock = computed(() => this.readsStock() && sellsModel(this.line()));

  protected readonly stock = reading({
    asked: () => (this.choosing() ? this.asked() : undefined),
    load: async (asked) => (await this.api.invoke(orderDevicesOffered, asked)).items,
  });
  protected readonly inStock = computed(() =>
    (this.stock.value() ?? []).filter((device) => !this.devices().some(({ code }) => bears(device, code))),
  );

  /** Until the rooms of the school are read, the line's own is there to choose. */
  protected readonly listsLineRoom = computed(() => this.rooms().some(({ id }) => id === this.line().roomId));

  /** Most services put nothing in place that carries a label: the field is asked for. */
  protected open(): void {
    this.opened.set(true);
    afterNextRender(() => document.getElementById(this.codeId())?.focus(), { injector: this.injector });
  }

  protected async add(code: string): Promise<void> {
    this.unknown.set(null);
    this.proposed.set([]);
    if (this.devices().some((device) => device.code.toUpperCase() === code.toUpperCase())) {
      this.unknown.set({ code, sentence: `${code} est déjà dans la liste.`, noted: false });
      return;
    }
    this.looking.update((count) => count + 1);
    try {
      const found = await this.api.invoke(orderDevicesOffered, {
        ...this.asked(),
        search: code,
      });
      const device = found.items.find((one) => bears(one, code));
      if (device) this.take(device);
      else if (found.items.length > 0) this.proposed.set(found.items);
      else this.miss(code, found.known);
    } catch (failure) {
      // Without a network it is taken as it was read: what it is, the report's answer says.
      if (asProblem(failure).passing) this.push(freshDevice(code, this.line()));
      else this.unknown.set({ code, sentence: asProblem(failure).sentence, noted: false });
    } finally {
      this.looking.update((count) => count - 1);
    }
  }

  /** Chosen from the stock, or found by its code. */
  protected take(device: OfferedDevice): void {
    this.unknown.set(null);
    this.proposed.set([]);
    if (this.devices().some(({ code }) => bears(device, code))) {
      this.unknown.set({ code: device.tag, sentence: `${device.tag} est déjà dans la liste.`, noted: false });
      return;
    }
    this.push(knownDevice(device, this.line()));
  }

  private asked() {
    const { id: lineId, itemId } = this.line();
    return { id: this.orderId(), ...(this.added() ? { itemId } : { lineId }) };
  }

  private miss(code: string, known: boolean): void {
    if (known)
      this.unknown.set({ code, sentence: `${code} est ailleurs, ou d’un autre modèle que cette ligne.`, noted: false });
    else if (sellsModel(this.line())) this.push(freshDevice(code, this.line()));
    else this.unknown.set({ code, sentence: `Aucun appareil ne porte ${code}.`, noted: !this.added() });
  }

  /** What no record stands for is still said, in words. */
  protected note(code: string): void {
    this.unknown.set(null);
    this.changed.emit(({ equipment = '' }) => ({ equipment: [equipment.trim(), code].filter(Boolean).join(', ') }));
  }

  protected change(index: number, part: Partial<DeviceDraft>): void {
    this.changed.emit(({ devices }) => ({
      devices: devices.map((device, place) => (place === index ? { ...device, ...part } : device)),
    }));
  }

  protected remove(index: number): void {
    this.changed.emit(({ devices }) => ({ devices: devices.filter((_, place) => place !== index) }));
  }

  private push(device: DeviceDraft): void {
    // A reader is quicker than an answer: what came meanwhile stays, and nothing stands there twice.
    this.changed.emit(({ devices }) => ({
      devices: devices.some(({ code }) => code === device.code) ? devices : [...devices, device],
    }));
  }
}
