import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { codeScanned } from '@parc/domain';
import { Control, Field, Icon } from '@parc/ui';
import { Camera, type NoCamera, type OpenCamera } from './camera';
import { CodeReader } from './code-reader';
import { isWriting, KeyboardReader } from './keyboard-reader';
import type { Scan, ScanAnswer } from './scan';

type State = 'off' | 'opening' | 'filming' | NoCamera;

const SENTENCES: Record<Exclude<State, 'filming'>, string> = {
  off: 'L’appareil photo est fermé.',
  opening: 'L’appareil photo s’ouvre…',
  refused:
    'Ce navigateur n’a pas le droit d’ouvrir l’appareil photo. Autorisez-le dans ses réglages, ou tapez le code.',
  missing: 'Ce poste n’a pas d’appareil photo. Branchez un lecteur, ou tapez le code.',
  failed: 'L’appareil photo ne s’ouvre pas : une autre application s’en sert peut-être. Réessayez, ou tapez le code.',
};

const BETWEEN_LOOKS_MILLISECONDS = 120;
/** A code that stays in sight is one reading. */
const LEFT_AFTER_MILLISECONDS = 2_500;

/**
 * Reads labels, one after the other: by the camera, by a reader that is plugged in as a keyboard, or typed. It stays open, says
 * what it saw, and says that a code was read before; what stands behind a code is the page's to find and to say (`answer`).
 */
@Component({
  selector: 'parc-scanner',
  imports: [Control, Field, Icon],
  host: { '(document:keydown)': 'hear($event)' },
  templateUrl: './scanner.html',
  styleUrl: './scanner.css',
})
export class Scanner {
  /** Opens the camera by itself: where one has come to scan. */
  readonly atOnce = input(false);
  readonly answer = input<ScanAnswer | null>(null);
  /** Beside a field of the page's own, where one types: the camera alone. */
  readonly beside = input(false);
  /** What the button of the typed code says. */
  readonly typedButton = input('Ouvrir');
  readonly scanned = output<Scan>();

  private readonly camera = inject(Camera);
  private readonly codes = inject(CodeReader);
  private readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');
  private readonly keyboard = new KeyboardReader();
  private readonly known = new Set<string>();
  private readonly inSight = new Map<string, number>();
  private opened: OpenCamera | null = null;
  /** Each opening has its number: what an earlier one still awaits changes nothing. */
  private opening = 0;

  protected readonly state = signal<State>('off');
  protected readonly sentence = computed(() => {
    const state = this.state();
    return state === 'filming' ? '' : SENTENCES[state];
  });
  protected readonly lightOn = signal(false);
  protected readonly hasLight = signal(false);
  protected readonly typed = signal('');
  private readonly last = signal<Scan | null>(null);
  protected readonly said = computed<ScanAnswer>(() => {
    const [last, answer] = [this.last(), this.answer()];
    if (last === null) return { code: '', words: 'Visez le carré de l’étiquette.', tone: 'done' };
    if (answer?.code === last.code) return last.again ? { ...answer, words: `Déjà lu : ${answer.words}` } : answer;
    return { code: last.code, words: last.again ? `${last.code} : déjà lu` : `${last.code} : lu`, tone: 'done' };
  });

  constructor() {
    afterNextRender(() => {
      if (this.atOnce()) void this.open();
    });
    inject(DestroyRef).onDestroy(() => this.close());
  }

  protected async open(): Promise<void> {
    this.close();
    const opening = ++this.opening;
    this.state.set('opening');
    const [camera, reader] = await Promise.all([this.camera.open(), this.codes.load().catch(() => null)]);
    if (typeof camera !== 'string' && (opening !== this.opening || reader === null)) camera.close();
    if (opening !== this.opening) return;
    if (typeof camera === 'string' || reader === null)
      return this.state.set(typeof camera === 'string' ? camera : 'failed');
    this.opened = camera;
    this.hasLight.set(camera.light !== null);
    const video = this.video().nativeElement;
    video.srcObject = camera.stream;
    await video.play().catch(() => undefined);
    this.state.set('filming');
    while (opening === this.opening) {
      if (video.readyState >= video.HAVE_CURRENT_DATA && !document.hidden)
        this.see(await reader.read(video).catch(() => []));
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MILLISECONDS));
    }
  }

  protected close(): void {
    this.opening++;
    this.opened?.close();
    this.opened = null;
    this.lightOn.set(false);
    this.hasLight.set(false);
    this.state.set('off');
  }

  protected async turnLight(): Promise<void> {
    const on = !this.lightOn();
    await this.opened?.light?.(on);
    this.lightOn.set(on);
  }

  protected hear(event: KeyboardEvent): void {
    const ours = event.target === this.box()?.nativeElement;
    if (event.ctrlKey || event.altKey || event.metaKey || (isWriting(event.target) && !ours)) return;
    const text = this.keyboard.press(event);
    if (text === null) return;
    // Entrée was the reader's, not for the button that has the focus.
    event.preventDefault();
    event.stopPropagation();
    this.empty();
    this.take(text, 'reader');
  }

  protected takeTyped(event: Event): void {
    event.preventDefault();
    this.take(this.typed(), 'typed');
    this.empty();
  }

  /** Drawn again or not yet: a reader types its code and Entrée before the page is. */
  private empty(): void {
    this.typed.set('');
    const box = this.box();
    if (box !== undefined) box.nativeElement.value = '';
  }

  private see(texts: readonly string[]): void {
    const now = performance.now();
    for (const text of texts) {
      const code = codeScanned(text);
      if (code === null) continue;
      const before = this.inSight.get(code) ?? -Infinity;
      this.inSight.set(code, now);
      if (now - before > LEFT_AFTER_MILLISECONDS) this.take(text, 'camera');
    }
  }

  private take(text: string, by: Scan['by']): void {
    const code = codeScanned(text);
    if (code === null) return;
    const scan: Scan = { code, by, again: this.known.has(code) };
    this.known.add(code);
    this.last.set(scan);
    // A short knock: one looks at the label, not at the screen.
    if (by === 'camera') (navigator.vibrate as ((length: number) => boolean) | undefined)?.call(navigator, 60);
    this.scanned.emit(scan);
  }
}
