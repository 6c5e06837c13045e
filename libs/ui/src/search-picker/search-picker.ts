import {
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Field } from '../field/field.js';
import { Icon } from '../icon/icon.js';

export interface PickerOption {
  readonly id: string;
  readonly label: string;
  /** What tells two of the same name apart: commune, tag, room. */
  readonly detail?: string;
}

/** A fast typist is not searched for at each letter. */
const QUERY_DELAY_MILLISECONDS = 200;
let created = 0;

/**
 * Picks one school, room, person or device by typing, by keyboard or by scan. The page searches: it hears `query`
 * and gives `options`; the recent ones are what it gives for an empty query. Stands inside a `parc-field`.
 */
@Component({
  selector: 'parc-search-picker',
  imports: [Icon],
  template: `
    <parc-icon class="glass" name="search" [size]="18" />
    <input
      #box
      class="control"
      role="combobox"
      autocomplete="off"
      spellcheck="false"
      [id]="field.controlId()"
      [attr.aria-describedby]="field.describedBy()"
      [attr.aria-invalid]="field.error() ? 'true' : null"
      [attr.aria-expanded]="listShown()"
      [attr.aria-controls]="listId"
      aria-autocomplete="list"
      [attr.aria-activedescendant]="activeId()"
      [placeholder]="placeholder()"
      [value]="text()"
      (input)="search(box.value)"
      (focus)="unfold()"
      (click)="unfold()"
      (blur)="leave()"
      (keydown)="press($event)"
    />
    <ul
      #list
      role="listbox"
      [id]="listId"
      [attr.aria-label]="field.label()"
      [hidden]="!listShown()"
      (mousedown)="$event.preventDefault()"
    >
      @for (option of options(); track option.id; let index = $index) {
        <li
          role="option"
          tabindex="-1"
          [id]="listId + '-' + index"
          [class.active]="index === active()"
          [attr.aria-selected]="option.id === value()?.id"
          (mouseup)="choose(option)"
        >
          <span>{{ option.label }}</span>
          @if (option.detail) {
            <span class="muted small">{{ option.detail }}</span>
          }
        </li>
      }
    </ul>
    <p class="visually-hidden" role="status">{{ announcement() }}</p>
    @if (unfolded() && options().length === 0 && searched() && !pending()) {
      <p class="none muted small">Rien ne correspond à « {{ text() }} »</p>
    }
  `,
  styleUrl: './search-picker.css',
})
export class SearchPicker {
  /** A new array is a new answer: the row pointed at is forgotten with the rows it stood among. */
  readonly options = input.required<readonly PickerOption[]>();
  readonly placeholder = input('');
  /** True while the page searches. */
  readonly pending = input(false);
  readonly value = model<PickerOption | null>(null);
  readonly query = output<string>();

  protected readonly field = inject(Field);
  protected readonly listId = `parc-picker-${++created}`;
  /** The choice's name, until something is typed over it. */
  protected readonly text = linkedSignal(() => this.value()?.label ?? '');
  protected readonly unfolded = signal(false);
  protected readonly searched = signal(false);
  protected readonly active = signal(-1);
  protected readonly listShown = computed(() => this.unfolded() && this.options().length > 0);
  protected readonly activeId = computed(() =>
    this.listShown() && this.active() >= 0 ? `${this.listId}-${this.active()}` : null,
  );
  protected readonly announcement = computed(() => {
    if (!this.unfolded() || this.pending()) return '';
    return `${this.options().length} ${this.options().length < 2 ? 'proposition' : 'propositions'}`;
  });

  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** A scanner types faster than the server answers, then presses Entrée: the answer is taken when it comes. */
  private scanned = false;
  /** What was last asked for, and what the rows in sight answer: letters may have been typed since. */
  private asked = '';
  private answered = '';

  constructor() {
    effect(() => {
      this.options();
      this.active.set(-1);
      this.answered = this.asked;
      if (this.scanned) this.takeTheOnlyOne();
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected search(text: string): void {
    this.value.set(null);
    this.text.set(text);
    this.active.set(-1);
    this.scanned = false;
    this.unfolded.set(true);
    this.searched.set(text.trim() !== '');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), QUERY_DELAY_MILLISECONDS);
  }

  protected unfold(): void {
    if (this.unfolded()) return;
    this.unfolded.set(true);
    this.active.set(-1);
    if (this.value() === null) this.ask();
  }

  /** What was typed and not chosen is no choice: the box says so by showing the choice again. */
  protected leave(): void {
    this.unfolded.set(false);
    if (this.value() !== null) this.text.set(this.value()?.label ?? '');
  }

  protected choose(option: PickerOption): void {
    this.scanned = false;
    clearTimeout(this.timer);
    this.value.set(option);
    this.text.set(option.label);
    this.unfolded.set(false);
    this.box().nativeElement.focus();
    this.unfolded.set(false);
  }

  protected press(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.walk(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') this.accept();
    else if (event.key === 'Escape' && this.unfolded()) this.fold(event);
    else return;
    event.preventDefault();
  }

  /** The first Escape is the list's alone: what lies around the box stays open. */
  private fold(event: KeyboardEvent): void {
    this.unfolded.set(false);
    event.stopPropagation();
  }

  private walk(step: 1 | -1): void {
    this.unfold();
    const count = this.options().length;
    if (count === 0) return;
    const from = this.active() < 0 && step < 0 ? 0 : this.active();
    this.active.set((from + step + count) % count);
    this.list().nativeElement.children[this.active()]?.scrollIntoView({ block: 'nearest' });
  }

  private accept(): void {
    const active = this.options()[this.active()];
    if (active !== undefined) return this.choose(active);
    this.scanned = true;
    if (this.answered === this.text().trim()) this.takeTheOnlyOne();
    else this.ask();
  }

  private ask(): void {
    clearTimeout(this.timer);
    this.asked = this.text().trim();
    this.query.emit(this.asked);
  }

  /** Not what is recent: only what was searched for. */
  private takeTheOnlyOne(): void {
    const [only, ...others] = this.options();
    if (this.searched() && only !== undefined && others.length === 0) this.choose(only);
  }
}
